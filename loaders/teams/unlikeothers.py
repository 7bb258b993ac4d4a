"""A team whose FTE and children are unlike those of the other teams of its month: a figure may be mistyped."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence, Set
from statistics import median

from loaders.files.cells import plain_number, quoted
from loaders.problems import Problems
from loaders.teams.limits import MOST_AVERAGE
from loaders.teams.teamrow import TeamRow, by_month
from loaders.teams.teamtable import Figures, TeamTable, figures_of
from model.kinds import kind_said

# Nobody holds more children than these, whatever other teams have.
_MANY, _FAR_TOO_MANY = 60, 100
# A team is unlike others with so many times their children for each FTE, or their FTE.
_TIMES, _TIMES_FTE = 3, 4
# Of one other team it cannot be told which of the two is right, but where no team anywhere has as many workers.
_LEAST_OTHERS, _LARGE, _FAR_TOO_LARGE = 2, 20, 40
# A team of less may be somebody's who has just begun.
_SMALL = 1


def say_unlike_others(tables: Sequence[TeamTable], told: Set[tuple[dt.date, str]], problems: Problems) -> None:
    """Warn of each team with far more children for each FTE than the others, far more FTE, or FTE and no child.

    In teams that are not fieldwork others than social workers may hold cases. What cannot be is refused elsewhere.
    ``told`` are the months and teams of which a slip is said already.
    """
    if not _may_be(*figures_of(tables, "allocated")):
        # Of nearly every file this is told at once.
        return
    for table in tables:
        if _may_be(*figures_of([table], "allocated")):
            _look_at(table, told, problems)


def _may_be(fte: Figures, children: Figures) -> bool:
    return bool(((fte > 0) & ((children > _MANY * fte) | (fte > _LARGE) | (children == 0))).any())


def _look_at(table: TeamTable, told: Set[tuple[dt.date, str]], problems: Problems) -> None:
    known = (
        team
        for team in table.of_months(set(table.months))
        if team.fte and team.figures.get("allocated") is not None and kind_said(team.team, team.kind) is None
    )
    for teams in by_month(known).values():
        for team in teams:
            others = [other for other in teams if other is not team and other.figures.get("allocated")]
            if others and (team.month, team.team) not in told and (code := _unlike(team, others)):
                _say(code, table, team, median(map(_average, others)), problems)


def _unlike(team: TeamRow, others: Sequence[TeamRow]) -> str | None:
    average, usual, fte = _average(team), median(map(_average, others)), team.fte or 0
    if not average:
        return "team_without_children" if fte >= _SMALL else None
    enough = len(others) >= _LEAST_OTHERS
    many = _MANY < average <= MOST_AVERAGE and average > _TIMES * usual
    few = fte > max(_LARGE, _TIMES_FTE * median(other.fte or 0 for other in others)) and average * _TIMES_FTE < usual
    many, few = many and (enough or average > _FAR_TOO_MANY), few and (enough or fte > _FAR_TOO_LARGE)
    return "unlike_other_teams" if many or few else None


def _average(team: TeamRow) -> float:
    return (team.figures.get("allocated") or 0) / (team.fte or 1)


def _say(code: str, table: TeamTable, team: TeamRow, usual: float, problems: Problems) -> None:
    children = team.figures.get("allocated")
    words = {
        "team": quoted(team.team),
        "average": f"{_average(team):,.1f}",
        "usual": f"{usual:,.1f}",
        "children": plain_number(children),
        "fte": plain_number(team.fte),
    }
    place = (team.row, table.plan.figures.get("allocated", table.plan.name))
    problems.add(code, sheet=table.found.sheet.name, place=place, found=words["children"], words=words)
