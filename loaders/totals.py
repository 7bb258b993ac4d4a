"""Total rows: left out of the teams, compared with them, and read for what they alone say."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from loaders.columns import Plan
from loaders.figures import RULES, quiet_figure
from loaders.header import Found
from loaders.problems import Problems
from loaders.teamrow import TeamRow

_ADDED = ("fte_case_holding", "fte_in_post", "fte_established", "headcount", "allocated", "unallocated")
# A total may be the rounded sum of unrounded figures; children are whole.
_TOLERANCE = {"fte_case_holding": 0.051, "fte_in_post": 0.051, "fte_established": 0.051}
AVERAGE_TOLERANCE = 0.1001


@dataclass(frozen=True)
class Total:
    """A total row: where it is, its name, its month if it has one, its figures."""

    row: int
    name: str
    month: dt.date | None
    figures: Mapping[str, float | None]


def read_total(found: Found, plan: Plan, row: int, name: str, month: dt.date | None) -> Total:
    """The figures of a total row; a code or a formula without a result is simply not there."""
    return Total(
        row, name, month, {figure: quiet_figure(found, row, column) for figure, column in plan.figures.items()}
    )


def reconcile(
    found: Found,
    plan: Plan,
    teams: Sequence[TeamRow],
    totals: Sequence[Total],
    waiting: Sequence[Total],
    problems: Problems,
) -> None:
    """Compare every printed total with the teams it stands for, and name the cell that does not agree."""
    previous = found.header.last
    for total in totals:
        groups = _groups(total, teams, previous)
        _compare(found, plan, total, groups, [row for row in waiting if row.row < total.row], problems)
        previous = total.row


def _groups(total: Total, teams: Sequence[TeamRow], previous: int) -> list[Sequence[TeamRow]]:
    """The teams that a total may stand for, the likeliest first."""
    above = [team for team in teams if team.row < total.row and total.month in (None, team.month)] or [
        team for team in teams if total.month in (None, team.month)
    ]
    since = [team for team in above if team.row > previous]
    whose = re.sub(
        r"\b(?:grand|sub|service|overall|team|teams|area|locality|all)?[\s-]*totals?\b|[^\w\s]",
        " ",
        total.name.casefold(),
    ).split()
    area = [team for team in above if team.area and team.area.casefold().split() == whose]
    if whose:
        return [group for group in (area, since, above) if group]
    return [group for group in (above, since) if group]


def _compare(
    found: Found,
    plan: Plan,
    total: Total,
    groups: Sequence[Sequence[TeamRow]],
    waiting: Sequence[Total],
    problems: Problems,
) -> None:
    for name in _ADDED:
        printed = total.figures.get(name)
        sums = [_sum(group, name) for group in groups]
        known = [value for value in sums if value is not None]
        if printed is None or not known:
            continue
        if plan.includes_waiting and name == "allocated":
            continue
        apart = sum(row.figures.get(name) or 0 for row in waiting)
        allowed = [*known, *(value + apart for value in known)] if apart else known
        if any(abs(printed - value) <= _TOLERANCE.get(name, 1e-6) for value in allowed):
            continue
        _say_wrong_total(found, plan, total, name, printed, known[0], problems)
    _compare_average(found, plan, total, groups, problems)


def _sum(teams: Sequence[TeamRow], name: str) -> float | None:
    """The sum, or ``None`` where a team's figure is missing."""
    values = [team.figures.get(name) for team in teams]
    known = [value for value in values if value is not None]
    return round(sum(known), 6) if values and len(known) == len(values) else None


def _say_wrong_total(
    found: Found, plan: Plan, total: Total, name: str, printed: float, true: float, problems: Problems
) -> None:
    difference = printed - true
    problems.add(
        "warning",
        "total_disagrees",
        f"The total of {RULES[name].label} is printed as {printed:,g}, but the teams add up to {true:,g}: "
        f"{abs(difference):,g} too {'high' if difference > 0 else 'low'}. The teams' own figures are used. Check the total and the teams.",
        sheet=found.sheet.name,
        place=(total.row, plan.figures[name]),
        found=f"{printed:,g}",
        expected=f"{true:,g}",
        to_do="Check the total and the teams",
    )


def _compare_average(
    found: Found, plan: Plan, total: Total, groups: Sequence[Sequence[TeamRow]], problems: Problems
) -> None:
    """A service average is sum ÷ sum; the mean of the teams' averages is another number."""
    printed = total.figures.get("average_printed")
    if printed is None or not groups:
        return
    right = [average for group in groups if (average := _average(group)) is not None]
    if not right or any(abs(printed - average) <= AVERAGE_TOLERANCE for average in right):
        return
    own = [team.figures["average_printed"] for team in groups[0] if team.figures.get("average_printed") is not None]
    mean = sum(value or 0 for value in own) / len(own) if own else None
    why = (
        " It is the mean of the teams' averages, which is not the service's average."
        if mean is not None and abs(mean - printed) <= AVERAGE_TOLERANCE
        else ""
    )
    problems.add(
        "warning",
        "average_disagrees",
        f"The average in the total row is printed as {printed:,g}, but all children divided by all FTE give {right[0]:,.1f}.{why} The average is worked out from children and FTE.",
        sheet=found.sheet.name,
        place=(total.row, plan.figures["average_printed"]),
        found=f"{printed:,g}",
        expected=f"{right[0]:,.1f}",
        to_do="Check the average",
    )


def _average(teams: Sequence[TeamRow]) -> float | None:
    children = _sum(teams, "allocated")
    ftes = [team.fte for team in teams]
    if children is None or any(fte is None for fte in ftes):
        return None
    fte = sum(value or 0 for value in ftes)
    return children / fte if fte else None


def is_sum_of(figures: Mapping[str, float | None], teams: Sequence[TeamRow]) -> bool:
    """Whether a row's figures are those of all teams added up, in two columns or more: a total by another name."""
    matches = 0
    for name in _ADDED:
        value, added = figures.get(name), _sum(teams, name)
        if value is None or added is None:
            continue
        if abs(value - added) > _TOLERANCE.get(name, 1e-6):
            return False
        matches += value > 0
    return matches >= 2 and len(teams) >= 2
