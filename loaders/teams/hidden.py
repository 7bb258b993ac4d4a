"""Rows and columns that are hidden, by hand or by a filter: they are read like the others, and that is said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from loaders.files.grid import Place, column_letters
from loaders.layouts.columnheading import heading
from loaders.layouts.header import CHILD, WORKER
from loaders.problems import Problems
from loaders.teams.teamtable import TeamTable
from model.words import listed

# More lines than these are only counted.
_MOST_NAMED = 6


def say_hidden(tables: Sequence[TeamTable], problems: Problems) -> None:
    """Name the hidden rows and columns from which figures were read."""
    for table in tables:
        sheet = table.found.sheet
        if sheet.hidden_rows or sheet.hidden_columns:
            _look_at(table, problems)


def _look_at(table: TeamTable, problems: Problems) -> None:
    sheet = table.found.sheet
    hidden: dict[Place, Place] = {}
    for place in _places(table):
        row, column = sheet.true(place)
        if row in sheet.hidden_rows:
            hidden.setdefault((row, -1), place)
        if column in sheet.hidden_columns:
            hidden.setdefault((-1, column), place)
    if not hidden:
        return
    rows = sorted(row for row, column in hidden if column < 0)
    columns = sorted(column for _, column in hidden if column >= 0)
    names = {column: _called(table, hidden[-1, column]) for column in columns}
    lines = [*_lines("row", [str(row + 1) for row in rows]), *_lines("column", list(names.values()))]
    said = f"{listed(lines)} {'is' if len(hidden) == 1 else 'are'}"
    first = next(iter(hidden.values()))
    words = {"lines": said[0].upper() + said[1:]}
    problems.add("hidden_read", sheet=sheet.name, place=first, words=words)


def _places(table: TeamTable) -> Iterator[Place]:
    """The cells that figures were read from; of a list, with its children or workers, all those of its rows."""
    found = table.found
    single = found.header.table in (WORKER, CHILD)
    rows = found.rows if single else [team.row for team in table.of_months(set(table.months))]
    for row in rows:
        for column in sorted({table.plan.name, *table.plan.figures.values()}):
            yield row, column


def _called(table: TeamTable, place: Place) -> str:
    sheet = table.found.sheet
    # Of a table laid flat a column of the file is no one column.
    return column_letters(sheet.true(place)[1]) if sheet.origins else heading(table.found, place[1])


def _lines(kind: str, names: Sequence[str]) -> Iterator[str]:
    if len(names) > _MOST_NAMED:
        yield f"{len(names):,} {kind}s, the first of them {names[0]},"
    elif names:
        own = names[0].startswith("“")
        yield listed(names) if own else f"{kind}{'s' if len(names) > 1 else ''} {listed(names)}"
