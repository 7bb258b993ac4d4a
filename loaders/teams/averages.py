"""Printed averages against children ÷ FTE, and averages that cannot be."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from loaders.areas.totals import AVERAGE_TOLERANCE
from loaders.files.cells import plain_number, quoted
from loaders.layouts.found import Found
from loaders.problems import Problems
from loaders.teams.columns import Plan
from loaders.teams.limits import MOST_AVERAGE, MOST_CHILDREN
from loaders.teams.teamrow import TeamRow, fte_words

# Somebody covering for a whole team can have hundreds of children on paper; nobody has a thousand.
_NEVER = 1_000


def check_averages(found: Found, plan: Plan, teams: Sequence[TeamRow], problems: Problems) -> None:
    """Name the cell of each average that is not children ÷ FTE, and of each team whose average cannot be."""
    for team in teams:
        children, printed = team.figures.get("allocated"), team.figures.get("average_printed")
        if children is None or not team.fte:
            continue
        average = children / team.fte
        if is_unlikely(average) and children <= MOST_CHILDREN:
            code = "absurd_average" if average > _NEVER else "unlikely_average"
            _say_too_high(code, found, plan, team, average, problems)
        elif printed is not None and is_wrong(printed, average):
            _say_wrong(found, plan, team, printed, average, problems)


def is_unlikely(average: Any) -> Any:
    """Whether an average, or each of an array of them, is more than anybody has."""
    return average > MOST_AVERAGE


def is_wrong(printed: Any, average: Any) -> Any:
    """Whether a printed average, or each of an array of them, is another than the one worked out; NaN is not."""
    return abs(printed - average) > AVERAGE_TOLERANCE


def _say_too_high(code: str, found: Found, plan: Plan, team: TeamRow, average: float, problems: Problems) -> None:
    children = team.figures.get("allocated") or 0
    problems.add(
        code,
        sheet=found.sheet.name,
        place=(team.row, plan.figures["allocated"]),
        found=plain_number(children),
        children=plain_number(children),
        fte=plain_number(team.fte),
        average=f"{average:,.0f}",
        team=quoted(team.team),
    )


def _say_wrong(found: Found, plan: Plan, team: TeamRow, printed: float, average: float, problems: Problems) -> None:
    everybody = (team.figures.get("allocated") or 0) + (team.figures.get("unallocated") or 0)
    with_waiting = everybody / (team.fte or 1)
    why = " It seems to include children who wait." if abs(with_waiting - printed) <= AVERAGE_TOLERANCE else ""
    problems.add(
        "average_disagrees",
        sheet=found.sheet.name,
        place=(team.row, plan.figures["average_printed"]),
        found=plain_number(printed),
        team=quoted(team.team),
        value=plain_number(printed),
        average=f"{average:,.1f}",
        basis=fte_words(team.fte_basis or ""),
        why=why,
    )
