"""What a column holds: the kind of values that its heading promises, and its numbers."""

from __future__ import annotations

from collections.abc import Sequence

from loaders.dates.periods import month_in
from loaders.files.cells import Kind, flag, number
from loaders.files.grid import Cell, is_blank
from loaders.layouts.found import Found

_LOOKED_AT = 200
_NUMBERS = (Kind.NUMBER, Kind.TYPED, Kind.MISSING)


def holds_kind(found: Found, column: int, kind: str) -> bool:
    """Whether most cells of a column, and at least one, are of the kind that the vocabulary names: "fte", "text" …"""
    places = [(row, column) for row in found.rows[:_LOOKED_AT]]
    formulas = sum(place in found.sheet.formulas for place in places) if found.sheet.formulas else 0
    cells = [cell for cell in found.column(column)[:_LOOKED_AT] if not is_blank(cell)]
    if kind == "number" and set(map(type, cells)) == {float}:
        return True
    fitting = sum(_fits(cell, kind) for cell in cells) + (0 if kind in ("text", "date", "flag") else formulas)
    return fitting * 2 > len(cells) + formulas


def numbers_in(found: Found, column: int, rows: Sequence[int]) -> list[float]:
    """The numbers of a column in some rows; what is none is left out."""
    values = (number(found.cell(row, column))[0] for row in rows)
    return [value for value in values if value is not None]


def _fits(cell: Cell, kind: str) -> bool:
    if kind == "date":
        return month_in(cell) is not None
    if kind == "flag":
        return flag(cell)[1]
    if kind == "text":
        return number(cell)[1] is Kind.UNREADABLE
    value, read, _ = number(cell)
    return read in _NUMBERS and not (kind == "count" and value is not None and not value.is_integer())
