"""The figures and words of a team table a column at a time: rows in which every cell is plain need no other look."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import repeat
from typing import Any

import numpy as np
from numpy.typing import NDArray

from loaders.dates.months import When
from loaders.files.cells import texts
from loaders.files.grid import Cell
from loaders.layouts.found import Found
from loaders.teams.columns import Plan
from loaders.teams.figures import is_share, is_shared
from loaders.teams.limits import RULES, Rule, can_be
from loaders.teams.rows import Row, RowKind
from loaders.teams.teamrow import TeamRow, listed

# So few cells are sooner looked at one by one.
_FEW = 50


@dataclass(frozen=True)
class Plain:
    """The cells of a table by columns; ``odd`` are the places of the rows with a cell that is no plain number.

    In ``figures`` a blank is NaN.
    """

    figures: dict[str, NDArray[np.float64]]
    odd: frozenset[int]
    areas: list[str | None]
    kinds: list[str | None]


def read_plain(found: Found, plan: Plan) -> Plain:
    """The columns of a team table, of which nothing is said."""
    columns = {name: _figures(found, column, name) for name, column in plan.figures.items()}
    odd = frozenset(place for _, places in columns.values() for place in places)
    figures = {name: values for name, (values, _) in columns.items()}
    return Plain(figures, odd, _words(found, "area"), _words(found, "kind"))


def plain_teams(found: Found, plain: Plain, rows: Sequence[Row], whens: Sequence[When | None]) -> list[TeamRow | None]:
    """The team of each row of which nothing is to be said; of others, and where the month is not known, ``None``."""
    values = zip(*map(listed, plain.figures.values()), strict=True) if plain.figures else [()] * len(rows)
    figures = map(dict, map(zip, repeat(list(plain.figures)), values))
    sheet, odd = found.sheet.name, plain.odd
    every = enumerate(zip(rows, whens, plain.areas, plain.kinds, figures, strict=True))
    return [
        TeamRow(sheet, row.row, when.month, when.day, row.name, area, kind, of_row)
        if when and row.kind is RowKind.TEAM and place not in odd
        else None
        for place, (row, when, area, kind, of_row) in every
    ]


def _figures(found: Found, column: int, name: str) -> tuple[NDArray[np.float64], list[int]]:
    """The figures of a column by rows, and the places of those rows whose cell is no plain number and not blank."""
    cells, sheet, rule = found.column(column), found.sheet, RULES[name]
    types = set(map(type, cells))
    if sheet.percents and any(is_share(found, row, column, name) for row in found.rows):
        return np.full(len(cells), np.nan), list(range(len(cells)))
    if bool in types:
        # True is no number, but among numbers it passes for 1.
        return np.full(len(cells), np.nan), list(range(len(cells)))
    if types == {float} and not found.filled and (values := _if_possible(cells, rule)) is not None:
        return values, []
    distinct = set(cells)
    numbers = {cell: round(float(cell), 6) for cell in distinct if isinstance(cell, (int, float))}
    known: dict[Cell, float | None] = {cell: value for cell, value in numbers.items() if can_be(value, rule)}
    if not (sheet.formulas or sheet.faults):
        known[""] = None
    all_plain = known.keys() >= distinct
    odd = [] if all_plain else [place for place, cell in enumerate(cells) if cell not in known]
    if found.filled:
        odd += [place for place, row in enumerate(found.rows) if is_shared(found, row, column)]
    return np.array(list(map(known.get, cells)), dtype=float), odd


def _if_possible(cells: Sequence[Any], rule: Rule) -> NDArray[np.float64] | None:
    """The figures to six places if every one can be that number; else ``None``."""
    values = np.array(cells, dtype=float)
    if len(cells) < _FEW:
        if all(map(float.is_integer, cells)):
            return values if min(cells) >= 0 and max(cells) <= rule.most else None
        return values if all(can_be(cell, rule) and round(cell, 6) == cell for cell in cells) else None
    if not (values == np.round(values, 0 if rule.whole else 6)).all():
        if rule.whole:
            return None
        values = np.array([round(cell, 6) for cell in cells])
    return values if values.min() >= 0 and values.max() <= rule.most else None


def word_column(found: Found, name: str) -> int | None:
    """The column of a team's area or kind; where the areas stand for the teams, they are not its areas too."""
    if name == "area" and "team" not in found.header.columns:
        return None
    return found.header.columns.get(name)


def _words(found: Found, name: str) -> list[str | None]:
    column = word_column(found, name)
    return [None] * len(found.rows) if column is None else [said or None for said in texts(found.column(column))]
