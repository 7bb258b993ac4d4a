"""What makes the change from now to the month that is judged, step by step, beside the fan of the Outlook page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from math import isfinite

import pandas as pd

from charts.outlook_parts import waterfall
from model import outlook_words as words
from model.exact import shown, signed
from model.findings import when
from model.frames import rounded
from model.outlook import Case, month_after
from model.outlook_parts import as_shown, parts
from model.outlook_parts_findings import noughts, parts_title, step_words
from model.outlook_process import Measure
from model.words import month_words
from ui.exhibit import Exhibit
from ui.outlook_answer import Asked

_HEADINGS = {
    "part": "Step",
    "part_value": "Children per FTE",
    "to_two": "To two decimal places",
    "effective_value": "Children for each effective worker",
}


def steps(asked: Asked, case: Case) -> Exhibit | None:
    """How the average gets from now to the month that is judged; ``None`` where nobody is in post."""
    before, after = float(case.line[0]), float(case.line[case.month])
    if not (isfinite(before) and isfinite(after)):
        return None
    month = month_words(month_after(asked.start.service.month, case.month))
    each = replace(case, measure=Measure.EFFECTIVE)
    exact = parts(case)
    exact_effective = exact if case.measure == Measure.EFFECTIVE else parts(each)
    # One rounding for bars, words and table: what is printed adds up to what is printed.
    found, effective = as_shown(exact, before, after), _shown_of(each, exact_effective)
    shares = [(step_words(step, value), value) for step, value in found.items()]
    start, end = (when(asked.start.service), rounded(before) or 0.0), (month, rounded(after) or 0.0)
    frame = pd.DataFrame([start, *shares, end], columns=["part", "part_value"])
    frame["effective_value"] = _with_ends(each, effective, list(found), 1)
    frame["to_two"] = _with_ends(case, as_shown(exact, before, after, 2), list(found), 2)
    said = (noughts(case, found, effective, month), words.staffing_words(case.expected, case.month, month))
    return Exhibit(
        key="outlook_steps",
        finding=parts_title(found),
        beneath=f"What makes the change, at expected inputs: {case.measure.label}. {asked.in_brief}",
        figure=waterfall(shares, asked.view.style, start=start, end=end, optimum=asked.optimum),
        alt=f"Bars from {shown(before)} to {shown(after)}: "
        f"{'; '.join(f'{name} {signed(value)}' for name, value in shares)}.",
        frame=frame,
        columns=(
            "part",
            "part_value",
            "to_two",
            *(() if case.measure == Measure.EFFECTIVE else ("effective_value",)),
        ),
        source=asked.view.source,
        headings=_HEADINGS,
        note=" ".join(filter(None, said)),
        foot_note="Steps are rounded so that they add up from the first figure to the last. Posts added come with "
        "their own leavers, smaller first caseloads and agency cover: the other steps are as without them.",
    )


def _shown_of(case: Case, found: Mapping[str, float]) -> dict[str, float]:
    return as_shown(found, float(case.line[0]), float(case.line[case.month]))


def _with_ends(case: Case, found: Mapping[str, float], steps: list[str], places: int) -> list[float | None]:
    """The measure before, what each of the steps makes of it, and after; a step that it does not have stays blank."""
    before, after = (rounded(float(case.line[month]), places) for month in (0, case.month))
    return [before, *(found.get(step) for step in steps), after]
