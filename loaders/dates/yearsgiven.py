"""The year of months that have none, "Sep", "Oct": a person says of which year the latest is, and the others follow."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from itertools import pairwise

from loaders.dates.months import bare_month, month_words
from loaders.files.cells import text
from loaders.files.grid import Cell, Sheet

_LONGEST = 12


def months_of(sheet: Sheet) -> list[int]:
    """The months without a year of a sheet, once each, as they stand one after another; 1 is January."""
    told: dict[int, None] = {}
    for cells in sheet.rows:
        told |= {number: None for cell in cells if (number := _number(cell))}
    return list(told)


def latest_of(months: list[int]) -> int:
    """The latest of months that stand in their order, or in the opposite one; 0 for none, or in no order."""
    for order in (months, months[::-1]):
        steps = [(later - earlier) % 12 for earlier, later in pairwise(order)]
        if order and sum(steps) < 12 and len(set(steps)) < 2:
            return order[-1]
    return 0


def with_years(sheet: Sheet, latest: dt.date) -> Sheet:
    """The sheet, each of its months without a year in the year before the end of ``latest``."""
    rows = [[_dated(cell, latest) if _number(cell) else cell for cell in cells] for cells in sheet.rows]
    return replace(sheet, rows=rows)


def _number(cell: Cell) -> int:
    return bare_month(text(cell)) or 0 if isinstance(cell, str) and 0 < len(cell) <= _LONGEST else 0


def _dated(cell: Cell, latest: dt.date) -> str:
    number = _number(cell)
    return month_words(dt.date(latest.year - (number > latest.month), number, 1))
