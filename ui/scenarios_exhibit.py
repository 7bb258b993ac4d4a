"""Scenarios side by side: a chart of their lines and a table of what each comes to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import isfinite
from urllib.parse import quote, urlencode

import pandas as pd

from charts.scenarios import scenario_lines
from model import outlook_words
from model import scenario_words as words
from model.assumptions import ABOUT
from model.exact import pounds, shortest, shown
from model.frames import rounded
from model.outlook import Case, month_after
from model.outlook_findings import LIKELY
from model.outlook_gain import gain
from model.outlook_gain_words import in_brief
from model.outlook_process import Measure
from model.plan_costs import by_year, course, full_year, total, year_words
from model.plan_costs_findings import first_year_paid
from model.words import month_words
from ui.costs_choices import YEARS
from ui.exhibit import Exhibit
from ui.outlook_answer import in_words
from ui.outlook_headlines import posts_words
from ui.scenario_answer import Worked
from ui.text import plain
from ui.view import View


def title(found: Sequence[Worked]) -> str:
    """Which of the scenarios reach the optimum."""
    return words.title([_standing(each) for each in found])


def _standing(worked: Worked) -> words.Standing:
    case, value = worked.case, _then(worked.everybody)
    waits = in_words(value) != in_words(_then(case))
    return words.Standing(worked.scenario.name, value, case.optimum, worked.scenario.by_key["judged"], waits)


def _then(case: Case) -> float:
    """What is expected in the month that is judged."""
    return float(case.line[case.month])


def lines(found: Sequence[Worked], view: View) -> Exhibit:
    """The expected average of each scenario, month by month, those who wait counted in."""
    names = [each.scenario.name for each in found]
    frame = _frame(found)
    ends = [f"{name} {in_words(_then(each.everybody))} in {each.scenario.by_key['judged']}"
            for name, each in zip(names, found, strict=True)]  # fmt: skip
    return Exhibit(
        key="scenario_lines",
        finding="Expected month by month, the waiting counted",
        beneath=f"Expected children ÷ expected workers: {found[0].everybody.measure.label}. Each from the figures "
        "of its own month; what nobody typed over is read from the months kept",
        figure=scenario_lines(frame, names, view.style, optimum=found[0].case.optimum),
        alt=f"Line chart of the months ahead against the optimum of {shortest(found[0].case.optimum)}: "
        f"{'; '.join(ends)}.",
        frame=frame,
        columns=("month", *(f"s{place}" for place in range(len(found)))),
        source=view.source,
        headings={f"s{place}": name for place, name in enumerate(names)},
        measure="Expected children, the waiting too, per social worker",
        of_month=False,
    )


def _frame(found: Sequence[Worked]) -> pd.DataFrame:
    columns: dict[str, pd.Series] = {}
    for place, each in enumerate(found):
        values = [rounded(float(value)) if isfinite(value) else None for value in each.everybody.line]
        months = [month_after(each.scenario.month, ahead).isoformat() for ahead in range(len(values))]
        columns[f"s{place}"] = pd.Series(values, index=months, dtype="float64")
    return pd.DataFrame(columns).sort_index().rename_axis("month").reset_index()


FIRST_COLUMN = "what"
EXPECTED = "Expected, the waiting counted"
KEPT_OTHERWISE = (
    "The scenarios were kept with different ways to count children. Side by side all of them are by the average "
    "caseload, the waiting counted; opened, each counts as it was kept."
)


# Said above the rows of what differs already, in other words.
_SAID_ABOVE = (
    "Figures",
    "Posts approved",
    "By when",
    f"{ABOUT['cost_per_post'].label} ({ABOUT['cost_per_post'].unit})",
)
HOW = (
    "Expected: children expected ÷ workers expected, as in the chart. Simulated: the mean of all futures, each worked "
    "out by itself. More children wait in it, because in the worst futures many do, and in no future fewer than none. "
    "The last rows are what the scenarios rest on otherwise than one another."
)


def side_by_side(found: Sequence[Worked]) -> tuple[pd.DataFrame, dict[str, str]]:
    """A row for each thing that is compared, then for each that differs, a column for each scenario; the headings."""
    rows = [row_values(each) for each in found]
    labels = words.differing([each.in_words for each in found], but=_SAID_ABOVE)
    rows = [row | {label: each.in_words[label] for label in labels} for row, each in zip(rows, found, strict=True)]
    frame = pd.DataFrame({FIRST_COLUMN: list(rows[0])} | {f"s{at}": list(row.values()) for at, row in enumerate(rows)})
    # Told from the first column whatever they are called.
    headings = {f"s{at}": f"{plain(each.scenario.name)} " for at, each in enumerate(found)}
    return frame, {FIRST_COLUMN: "Scenario"} | headings


def row_values(worked: Worked) -> dict[str, str]:
    """What a scenario comes to, by what it is called: first as expected, then in simulated futures, then in pounds."""
    case, fan, figures = worked.case, worked.fan_of_everybody, worked.scenario.month
    allocated = replace(case, measure=Measure.ALLOCATED)
    mean = float(fan.mean[case.month])
    return {
        "Figures": worked.asked.view.day,
        "Posts approved": words.stages_in_words(case.approvals, figures),
        "By when": worked.scenario.by_key["judged"],
        _expected(worked): in_words(_then(worked.everybody)),
        "Expected, the allocated alone": in_words(_then(allocated)),
        "Expected to wait (children)": shown(worked.waiting, 0),
        "Posts needed, as expected": _needed(worked),
        "When rising numbers eat the gain": in_brief(gain(case), case, figures),
        "Simulated mean, and children waiting": f"{in_words(mean)}, {shown(fan.judged.mean, 0)} waiting",
        "Chance of being at the optimum": outlook_words.in_futures(float(fan.chance[case.month]), fan.futures),
        "Months with at least 50 in 100": outlook_words.in_spells(figures, fan.likely(LIKELY)),
        **_costs(worked),
    }


def _needed(worked: Worked) -> str:
    later, said = worked.asked.later_posts, posts_words(worked.asked, worked.asked.needed)
    beside = f", beside {worked.asked.covered_later:,} of later stages" if worked.asked.covered_later else ""
    return f"none beyond the {later:,} of later stages" if said == "No more" else f"{said}{beside}"


def _expected(worked: Worked) -> str:
    return "Expected per effective worker" if worked.case.measure == Measure.EFFECTIVE else EXPECTED


def _costs(worked: Worked) -> dict[str, str]:
    months = course(worked.plan, YEARS[worked.scenario.by_key.get("cost_years", "Three")])
    paid, year = first_year_paid(months), full_year(worked.plan)
    gross = "nothing" if paid is None else f"{pounds(by_year(months)[paid].gross)} in {year_words(paid)}"
    net = f", {pounds(year.net)} net of agency" if year.released else ""
    return {
        "Cost of one post": f"{pounds(worked.plan.settings.cost_per_post)} a year",
        "Cost, first year paid": gross,
        "Cost of a full year": f"{pounds(year.gross)} gross{net}",
        "Unfunded": f"{pounds(total(month.sums for month in months).unfunded)} to {month_words(months[-1].day)}",
    }


def links(found: Sequence[Worked], authority: str) -> str:
    """Where each scenario opens with all its choices, as Markdown: the links can be copied and sent."""
    return "\n".join(
        f"- Open **{plain(each.scenario.name)}** on the [Outlook]({_address(each, 'outlook', authority)}) "
        f"or [Costs]({_address(each, 'costs', authority)}) page"
        for each in found
    )


def _address(worked: Worked, page: str, authority: str) -> str:
    """The address of a page with all the choices of the scenario."""
    return f"{page}?{urlencode([('data', authority), *worked.scenario.address], quote_via=quote)}"
