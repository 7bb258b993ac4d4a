"""A column of all children beside those allocated and those waiting: what it should give, and where it does not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from loaders.files.cells import number, plain_number
from loaders.layouts.columnheading import heading
from loaders.problems import Problems
from loaders.teams.teamtable import TeamTable

_Row = tuple[int, float, float, float]


def check_total_columns(table: TeamTable, problems: Problems) -> None:
    """Name each team whose column of all children is not those allocated and waiting added up.

    A column that does not say whether the waiting are in it may give the allocated alone: most of its rows tell.
    """
    figures, columns = table.plan.figures, table.found.header.columns
    if table.plan.includes_waiting or not {"allocated", "unallocated"} <= figures.keys():
        return
    for name in ("active", "children"):
        column = columns.get(name)
        if column is not None and column not in figures.values():
            _check(table, column, list(_rows(table, column)), problems, may_be_allocated=name == "children")


def _rows(table: TeamTable, column: int) -> Iterable[_Row]:
    """For each team with all three: its row, the printed number, the allocated and the waiting."""
    even = table.even
    told: Iterable[tuple[int, float | None, float | None]]
    if even:
        told = zip(even.rows, even.figures["allocated"], even.figures["unallocated"], strict=True)
    else:
        named = ((team.row, team.figures) for team in table.listed)
        told = ((row, figures.get("allocated"), figures.get("unallocated")) for row, figures in named)
    for row, allocated, waiting in told:
        printed = number(table.found.cell(row, column))[0]
        if printed is not None and allocated is not None and waiting is not None:
            yield row, printed, allocated, waiting


def _check(table: TeamTable, column: int, rows: Sequence[_Row], problems: Problems, *, may_be_allocated: bool) -> None:
    alone = sum(printed == allocated for _, printed, allocated, _ in rows)
    together = sum(printed == allocated + waiting for _, printed, allocated, waiting in rows)
    is_alone = may_be_allocated and alone > together
    for row, printed, allocated, waiting in rows:
        should = allocated if is_alone else allocated + waiting
        if printed != should:
            words = {
                "heading": heading(table.found, column),
                "value": plain_number(printed),
                "sum": plain_number(should),
                "parts": "allocated" if is_alone else "allocated and waiting",
            }
            problems.add("total_column_disagrees", sheet=table.found.sheet.name, place=(row, column), words=words)
