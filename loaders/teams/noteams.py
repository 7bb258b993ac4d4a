"""Tables of teams without a team: a blank workbook, or totals with nothing above them."""

from __future__ import annotations

from collections.abc import Sequence

from loaders.files.cells import quoted
from loaders.problems import Problems
from loaders.teams.teamtable import TeamTable


def say_empty(tables: Sequence[TeamTable], problems: Problems, *, alone: bool) -> None:
    """Name the tables without a team: an error where no other table has one, and they are ``alone`` in the file.

    Totals and waiting children are no teams. Nothing more is said where an error is found already: it says why no team
    was read.
    """
    empty = [table for table in tables if not table.count]
    if problems.stopped or not empty:
        return
    others = [(table, row) for table in empty for row in (*table.totals, *table.waiting)]
    if len(empty) < len(tables) or not alone:
        for table in empty:
            problems.add("no_rows", sheet=table.found.sheet.name)
    elif others:
        table, row = others[0]
        place, sheet = (row.row, table.plan.name), table.found.sheet.name
        problems.add("only_totals", sheet=sheet, place=place, name=quoted(row.name))
    else:
        problems.add("no_teams_yet", sheet=empty[0].found.sheet.name)
