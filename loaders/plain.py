"""Rows of a team table in which every cell is plain, read a column at a time; the others are read cell by cell."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import repeat

from loaders.cells import texts
from loaders.columns import Plan
from loaders.figures import RULES, can_be, is_shared
from loaders.found import Found
from loaders.grid import Cell
from loaders.months import When
from loaders.rows import Row, RowKind
from loaders.teamrow import TeamRow


def plain_teams(found: Found, plan: Plan, rows: Sequence[Row], whens: Sequence[When | None]) -> list[TeamRow | None]:
    """The team of each row of which nothing is to be said; of others, and where the month is not known, ``None``."""
    columns = [_figures(found, column, name) for name, column in plan.figures.items()]
    odd = {place for _, places in columns for place in places}
    areas, kinds = (_words(found, name) for name in ("area", "kind"))
    values = zip(*(figures for figures, _ in columns), strict=True) if columns else [()] * len(rows)
    figures = map(dict, map(zip, repeat(list(plan.figures)), values))
    sheet = found.sheet.name
    return [
        TeamRow(sheet, row.row, when.month, when.day, row.name, area, kind, of_row)
        if when and row.kind is RowKind.TEAM and place not in odd
        else None
        for place, (row, when, area, kind, of_row) in enumerate(zip(rows, whens, areas, kinds, figures, strict=True))
    ]


def _figures(found: Found, column: int, name: str) -> tuple[list[float | None], list[int]]:
    """The figures of a column by rows, and the places of those rows whose cell is no plain number and not blank."""
    cells, sheet = found.column(column), found.sheet
    if bool in set(map(type, cells)):
        # True is no number, but among numbers it passes for 1.
        return [None] * len(cells), list(range(len(cells)))
    distinct, rule = set(cells), RULES[name]
    numbers = {cell: round(float(cell), 6) for cell in distinct if isinstance(cell, (int, float))}
    known: dict[Cell, float | None] = {cell: value for cell, value in numbers.items() if can_be(value, rule)}
    if not (sheet.formulas or sheet.faults):
        known[""] = None
    all_plain = known.keys() >= distinct
    odd = [] if all_plain else [place for place, cell in enumerate(cells) if cell not in known]
    if found.filled:
        odd += [place for place, row in enumerate(found.rows) if is_shared(found, row, column)]
    return list(map(known.get, cells)), odd


def word_column(found: Found, name: str) -> int | None:
    """The column of a team's area or kind; where the areas stand for the teams, they are not its areas too."""
    if name == "area" and "team" not in found.header.columns:
        return None
    return found.header.columns.get(name)


def _words(found: Found, name: str) -> list[str | None]:
    column = word_column(found, name)
    return [None] * len(found.rows) if column is None else [said or None for said in texts(found.column(column))]
