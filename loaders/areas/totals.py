"""Total rows: left out of the teams, and compared with them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from loaders.files.cells import plain_number, quoted
from loaders.layouts.found import Found
from loaders.problems import Problems
from loaders.teams.columns import Plan
from loaders.teams.figures import quiet_figure
from loaders.teams.limits import RULES
from loaders.teams.sidelines import without_month
from loaders.teams.teamrow import TeamRow
from loaders.words.phrases import patterns
from model.tables import FLOWS
from model.words import listed

ADDED = ("fte_case_holding", "fte_in_post", "fte_established", "headcount", "allocated", "unallocated")
# A total may be the rounded sum of unrounded figures; children are whole.
_FTE_TOLERANCE = 0.051
# Published averages are rounded, and so may be the FTE they were taken over.
AVERAGE_TOLERANCE = 0.1001
_TOTAL_WORDS = re.compile(rf"\b{patterns(__file__, 'totals')['of_totals']}\b|[^\w\s]")


@dataclass(frozen=True)
class Total:
    """A row that is no team: where it is, its name, its month if it has one, its figures."""

    row: int
    name: str
    month: dt.date | None
    figures: Mapping[str, float | None]


@dataclass(frozen=True)
class Waiting(Total):
    """Children who wait, told by a row or a line: ``name`` is what it says, ``column`` that of the number."""

    column: int

    @property
    def value(self) -> float:
        """How many they are."""
        return self.figures["unallocated"] or 0


def read_total(found: Found, plan: Plan, row: int, name: str, month: dt.date | None) -> Total:
    """The figures of a total row; a code, or a formula without a result, is simply not there."""
    figures = {figure: quiet_figure(found, row, column) for figure, column in plan.figures.items()}
    if plan.includes_waiting:
        everybody, waiting = figures["allocated"], figures.get("unallocated")
        figures["allocated"] = None if everybody is None or waiting is None else everybody - waiting
    return Total(row, name, month, figures)


def bare_name(name: str) -> str:
    """A total's name without the words of a total: "mash" for "MASH total"."""
    return " ".join(_TOTAL_WORDS.sub(" ", name.casefold()).split())


def is_of_part(total: Total) -> bool:
    """Whether a total's name says that it is of an area, not of the whole: "North total"."""
    return bool(part_named(total.name)) or "sub" in total.name.casefold()


def part_named(name: str) -> str:
    """The part that a total's name says it is of, as it is typed; "" for one of all.

    >>> part_named("Total - North East"), part_named("Grand total"), part_named("Oct 24 total")
    ('North East', '', '')
    """
    words = re.sub(_TOTAL_WORDS.pattern, " ", without_month(name), flags=re.IGNORECASE).split()
    return " ".join(words)


def reconcile(
    found: Found,
    plan: Plan,
    teams: Sequence[TeamRow],
    totals: Sequence[Total],
    waiting: Sequence[Total],
    problems: Problems,
) -> None:
    """Compare every printed total with the teams it stands for, and name the cell that does not agree.

    ``waiting`` are the rows of children who wait with no team: a total may count them or not.
    """
    previous = found.header.last
    for total in totals:
        groups = _groups(total, teams, previous)
        _compare(found, plan, total, groups, [row for row in waiting if total.month in (None, row.month)], problems)
        _compare_average(found, plan, total, groups, problems)
        previous = total.row


def _groups(total: Total, teams: Sequence[TeamRow], previous: int) -> list[Sequence[TeamRow]]:
    """The teams that a total may stand for, the likeliest first."""
    same_month = [team for team in teams if total.month in (None, team.month)]
    above = [team for team in same_month if team.row < total.row] or same_month
    since = [team for team in above if team.row > previous]
    whose = _TOTAL_WORDS.sub(" ", total.name.casefold()).split()
    if not whose:
        return [group for group in ((above,) if len(since) == len(above) else (above, since)) if group]
    area = [team for team in above if team.area and team.area.casefold().split() == whose]
    # Of teams with no area nobody knows which are this one's: likelier all that stand above its total.
    groups = (area, since, above) if all(team.area for team in since) else (since, area, above)
    return [group for group in groups if group]


def _compare(
    found: Found,
    plan: Plan,
    total: Total,
    groups: Sequence[Sequence[TeamRow]],
    waiting: Sequence[Total],
    problems: Problems,
) -> None:
    for name in (*ADDED, *FLOWS):
        printed = total.figures.get(name)
        if printed is None:
            continue
        known = [added for group in groups if (added := added_up(group, name)) is not None]
        if not known:
            _say_not_compared(found, plan, total, name, groups, problems)
            continue
        apart = sum(row.figures.get(name) or 0 for row in waiting)
        most = tolerance(name)
        if any(abs(printed - added - extra) <= most for added in known for extra in (0, apart)):
            continue
        _say_wrong_total(found, plan, total, name, printed, known[0], problems, _month(total, groups))


def _say_not_compared(
    found: Found, plan: Plan, total: Total, name: str, groups: Sequence[Sequence[TeamRow]], problems: Problems
) -> None:
    """Why a total that is printed is left as it is: some of its teams have the figure, and others none."""
    teams = groups[0] if groups else []
    missing = [team.team for team in teams if team.figures.get(name) is None]
    # Of waiting children it is said that the service's own figure is taken.
    if len(missing) == len(teams) or name == "unallocated":
        return
    problems.add(
        "total_not_compared",
        sheet=found.sheet.name,
        place=(total.row, plan.figures[name]),
        label=RULES[name].label,
        total=quoted(total.name),
        teams=listed([quoted(team) for team in missing[:3]]) + (" and others" if len(missing) > 3 else ""),
        have="has" if len(missing) == 1 else "have",
    )


def tolerance(name: str) -> float:
    """By how much a figure of this name may differ from a sum that it is."""
    return 1e-6 if RULES[name].whole else _FTE_TOLERANCE


def added_up(teams: Sequence[TeamRow | Total], name: str) -> float | None:
    """The teams' figures of one name added up, or ``None`` where one is missing."""
    values = [team.figures.get(name) for team in teams]
    return round(sum(values), 6) if values and None not in values else None  # type: ignore[arg-type]


def _say_wrong_total(
    found: Found,
    plan: Plan,
    total: Total,
    name: str,
    printed: float,
    added: float,
    problems: Problems,
    month: dt.date | None,
) -> None:
    problems.add(
        "total_disagrees",
        sheet=found.sheet.name,
        place=(total.row, plan.figures[name]),
        found=plain_number(printed),
        label=RULES[name].label,
        value=plain_number(printed),
        sum=plain_number(added),
        difference=plain_number(abs(printed - added)),
        direction="high" if printed > added else "low",
        of_month=month,
    )


def _compare_average(
    found: Found, plan: Plan, total: Total, groups: Sequence[Sequence[TeamRow]], problems: Problems
) -> None:
    """A service average is sum ÷ sum; the mean of the teams' averages is another number."""
    printed = total.figures.get("average_printed")
    right = [average for group in groups if (average := _average(group)) is not None]
    if printed is None or not right or any(abs(printed - average) <= AVERAGE_TOLERANCE for average in right):
        return
    own = [value for team in groups[0] if (value := team.figures.get("average_printed")) is not None]
    is_mean = own and abs(sum(own) / len(own) - printed) <= AVERAGE_TOLERANCE
    problems.add(
        "total_average_disagrees",
        sheet=found.sheet.name,
        place=(total.row, plan.figures["average_printed"]),
        found=plain_number(printed),
        value=plain_number(printed),
        average=f"{right[0]:,.1f}",
        why=" It is the mean of the teams’ averages, which is not the average of the service." if is_mean else "",
        of_month=_month(total, groups),
    )


def _month(total: Total, groups: Sequence[Sequence[TeamRow]]) -> dt.date | None:
    """The one month that a total is of, its own or that of all its teams; ``None`` where they are of several."""
    months = {total.month} if total.month else {team.month for group in groups for team in group}
    return months.pop() if len(months) == 1 else None


def _average(teams: Sequence[TeamRow]) -> float | None:
    children = added_up(teams, "allocated")
    known = [team.fte for team in teams if team.fte is not None]
    if children is None or len(known) != len(teams) or not sum(known):
        return None
    return children / sum(known)


def agreeing(figures: Mapping[str, float | None], teams: Sequence[TeamRow | Total]) -> int:
    """How many of a row's figures above 0 are the teams' added up; 0 where any is not."""
    number = 0
    for name in ADDED:
        value, added = figures.get(name), added_up(teams, name)
        if value is None or added is None:
            continue
        if abs(value - added) > tolerance(name):
            return 0
        number += value > 0
    return number


def is_sum_of(figures: Mapping[str, float | None], teams: Sequence[TeamRow]) -> bool:
    """Whether a row's figures are those of all teams added up, in two columns or more: a total by another name."""
    return len(teams) >= 2 and agreeing(figures, teams) >= 2
