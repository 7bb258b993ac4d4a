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
    """Name both cells of every team that stands twice in one month."""
    first: dict[tuple[dt.date, str], tuple[TeamTable, TeamRow]] = {}
    for table in tables:
        for team in table.teams:
            before = first.setdefault((team.month, team.team.casefold()), (table, team))
            if before[1] is not team:
                _say_twice(before, (table, team), problems)


def _say_twice(before: tuple[TeamTable, TeamRow], again: tuple[TeamTable, TeamRow], problems: Problems) -> None:
    table, team = again
    other = cell_name(before[1].row, before[0].plan.name)
    if before[0].found.sheet.name != table.found.sheet.name:
        other += f" of the sheet {quoted(before[0].found.sheet.name)}"
    here = cell_name(team.row, table.plan.name)
    problems.add(
        "error",
        "team_twice",
        f"{quoted(team.team)} stands twice in {month_words(team.month)}: in cell {other} and in cell {here}. Delete or rename one of the two.",
        sheet=table.found.sheet.name,
        place=(team.row, table.plan.name),
        found=team.team,
        expected="each team once a month",
        to_do="Delete or rename one of the two rows",
    )
