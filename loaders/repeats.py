"""The same team twice in a month: nothing can say which row is right."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from loaders.caseload import TeamTable
from loaders.cells import quoted
from loaders.grid import cell_name
from loaders.months import month_words
from loaders.problems import Problems
from loaders.teamrow import TeamRow


def refuse_repeats(tables: Sequence[TeamTable], problems: Problems) -> None:
    """Name both cells of every team that stands twice in one month; capitals make no difference."""
    first: dict[tuple[dt.date, str], tuple[TeamRow, int]] = {}
    for table in tables:
        for team in table.teams:
            before, column = first.setdefault((team.month, team.team.casefold()), (team, table.plan.name))
            if before is not team:
                _say_twice(before, column, team, table.plan.name, problems)


def _say_twice(before: TeamRow, before_column: int, again: TeamRow, column: int, problems: Problems) -> None:
    other, here = cell_name(before.row, before_column), cell_name(again.row, column)
    if before.sheet != again.sheet:
        other += f" of the sheet {quoted(before.sheet)}"
    problems.add(
        "team_twice",
        sheet=again.sheet,
        place=(again.row, column),
        found=again.team,
        team=quoted(again.team),
        month=month_words(again.month),
        here=here,
        other=other,
    )
