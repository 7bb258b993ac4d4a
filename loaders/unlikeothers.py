"""A team with several times as many children for each FTE as the other teams of its month: a figure may be mistyped."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from statistics import median

from loaders.cells import plain_number, quoted
from loaders.figures import MOST_AVERAGE
from loaders.problems import Problems
from loaders.teamrow import TeamRow
from loaders.teamtable import TeamTable
from model.kinds import kind_said

# Nobody holds more children than these; and a team with more is not unlike others that have nearly as many.
_MANY, _TIMES = 60, 3
# Of one other team it cannot be told which of the two is right.
_LEAST_OTHERS = 2


def say_unlike_others(tables: Sequence[TeamTable], problems: Problems) -> None:
    """Warn of each team with far more children for each FTE than the others; what cannot be is refused elsewhere."""
    for table in tables:
        fte, children = table.fte, table.values("allocated")
        if ((fte > 0) & (children > _MANY * fte)).any():
            _look_at(table, problems)


def _look_at(table: TeamTable, problems: Problems) -> None:
    months: dict[dt.date, list[tuple[TeamRow, float]]] = {}
    for team in table.of_months(set(table.months)):
        children = team.figures.get("allocated")
        # In teams that are not fieldwork others than social workers may hold cases.
        if team.fte and children is not None and kind_said(team.team, team.kind) is None:
            months.setdefault(team.month, []).append((team, children / team.fte))
    for teams in months.values():
        for team, average in teams:
            others = [other for one, other in teams if one is not team]
            if not _MANY < average <= MOST_AVERAGE or len(others) < _LEAST_OTHERS:
                continue
            usual = median(others)
            if average > _TIMES * usual:
                _say(table, team, average, usual, problems)


def _say(table: TeamTable, team: TeamRow, average: float, usual: float, problems: Problems) -> None:
    children = team.figures.get("allocated")
    words = {
        "team": quoted(team.team),
        "average": f"{average:,.1f}",
        "usual": f"{usual:,.1f}",
        "children": plain_number(children),
        "fte": plain_number(team.fte),
    }
    place = (team.row, table.plan.figures.get("allocated", table.plan.name))
    problems.add("unlike_other_teams", sheet=table.found.sheet.name, place=place, found=words["children"], words=words)
