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
from model.outlook_parts import parts
from model.outlook_parts_findings import noughts, parts_title, step_words
from model.outlook_process import Measure
from model.words import month_words
from ui.exhibit import Exhibit
from ui.outlook_answer import Asked

_HEADINGS = {
    "part": "Step",
    "part_value": "Children per FTE",
    "effective_value": "Children for each effective worker",
}


def steps(asked: Asked, case: Case) -> Exhibit | None:
    """How the average gets from now to the month that is judged; ``None`` where nobody is in post."""
    before, after = float(case.line[0]), float(case.line[case.month])
    if not (isfinite(before) and isfinite(after)):
        return None
    month = month_words(month_after(asked.start.service.month, case.month))
    found, each = parts(case), replace(case, measure=Measure.EFFECTIVE)
    effective = found if case.measure == Measure.EFFECTIVE else parts(each)
    shares = [(step_words(step, value), rounded(value) or 0.0) for step, value in found.items()]
    start, end = (when(asked.start.service), rounded(before) or 0.0), (month, rounded(after) or 0.0)
    frame = pd.DataFrame([start, *shares, end], columns=["part", "part_value"])
    frame["effective_value"] = _for_each_effective_worker(each, effective, list(found))
    said = (noughts(case, found, effective, month), words.staffing_words(case.expected, case.month, month))
    return Exhibit(
        key="outlook_steps",
        finding=parts_title(found),
        beneath=f"What makes the change, at expected inputs: {case.measure.label}. {asked.in_brief}",
        figure=waterfall(shares, asked.view.style, start=start, end=end, optimum=asked.optimum),
        alt=f"Bars from {shown(before)} to {shown(after)}: "
        f"{'; '.join(f'{name} {signed(value)}' for name, value in shares)}.",
        frame=frame,
        columns=("part", "part_value", "effective_value")[: 2 if effective is found else 3],
        source=asked.view.source,
        headings=_HEADINGS,
        note=" ".join(filter(None, said)),
    )


def _for_each_effective_worker(each: Case, found: Mapping[str, float], steps: list[str]) -> list[float | None]:
    """The same column of children for each effective worker; those who wait are in it, so that they make no step."""
    ends = [rounded(float(each.line[month])) for month in (0, each.month)]
    return [ends[0], *(rounded(found[step]) if step in found else None for step in steps), ends[1]]
