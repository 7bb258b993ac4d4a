"""Text files in which a comma stands before the decimals, as Excel writes them where that is usual: "7,5"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence, Set

from loaders.files.grid import Cell, Sheet
from loaders.problems import Problems

_IN_QUOTES = re.compile(r"[\"']\s*[+-]?\d+,\d{1,2}\s*%?\s*[\"']")
_ANYWHERE = re.compile(r"\d,\d{1,2}(?!\d)")
# Three digits behind a comma are thousands, unless another cell of the column has fewer.
_COMMA = re.compile(r"\s*[+-]?\d+,\d{1,2}\s*%?\s*")
_NUMBER = re.compile(r"\s*[+-]?(?:\d{1,3}(?:[. \u00a0\u202f]\d{3})+|\d+)(?:,\d+)?\s*%?\s*")
_POINT = re.compile(r"\s*[+-]?\d+\.\d{1,2}\s*%?\s*")
_THOUSANDS = re.compile(r"\s*[+-]?\d{1,3}(?:\.\d{3})+\s*")
_APART = re.compile(r"(?<=\d)[. \u00a0\u202f](?=\d{3}(?!\d))")


def may_have_commas(lines: str, separator: str) -> bool:
    """Whether the text of a file may have a comma before decimals, told without going through its cells."""
    return (_IN_QUOTES if separator == "," else _ANYWHERE).search(lines) is not None


def with_points(sheet: Sheet) -> Sheet:
    """The sheet of a text file with a point before the decimals of the columns that have commas there.

    A column of both is left as it is: it is named as one of no numbers. Where a comma is for decimals, a point is for
    thousands.
    """
    columns = [{cell for cell in column if isinstance(cell, str)} for column in sheet.columns]
    decimal = {place for place, cells in enumerate(columns) if _has_commas(cells)}
    if not decimal:
        return sheet
    changed = decimal | {place for place, cells in enumerate(columns) if _has_thousands(cells)}
    rows = [[_pointed(cell) if place in changed else cell for place, cell in enumerate(row)] for row in sheet.rows]
    first = next(
        (number, place)
        for number, row in enumerate(sheet.rows)
        for place, cell in enumerate(row)
        if place in decimal and isinstance(cell, str) and _COMMA.fullmatch(cell)
    )
    return Sheet(sheet.name, rows, is_text=True, commas=first)


def decimal_in(cell: Cell, column: Sequence[Cell]) -> float | None:
    """The number of a text such as "7,5" in a column of a workbook; ``None`` for any other, and where points stand too.

    One alone may be a slip of the pen.

    >>> decimal_in("7,5", ["7,5", "6,2"]), decimal_in("7,5", ["7,5", 6.2]), decimal_in("7,5", ["7,5", 6.0])
    (7.5, None, None)
    """
    if not isinstance(cell, str) or not _COMMA.fullmatch(cell) or "%" in cell:
        return None
    if any(isinstance(one, float) and not one.is_integer() for one in column):
        return None
    texts = [one for one in column if isinstance(one, str)]
    alone = sum(_COMMA.fullmatch(one) is not None for one in texts) < 2
    return float(cell.replace(",", ".")) if not alone and _has_commas(set(texts)) else None


def _has_commas(cells: Set[str]) -> bool:
    return any(map(_COMMA.fullmatch, cells)) and not any(map(_POINT.fullmatch, cells))


def _has_thousands(cells: Set[str]) -> bool:
    return any(map(_THOUSANDS.fullmatch, cells)) and not any(map(_POINT.fullmatch, cells))


def _pointed(cell: Cell) -> Cell:
    if not isinstance(cell, str) or not _NUMBER.fullmatch(cell):
        return cell
    return _APART.sub("", cell).replace(",", ".")


def say_decimal_commas(sheets: Iterable[Sheet], problems: Problems) -> None:
    """Note that commas were read as those before decimals, and where the first of them is."""
    for sheet in sheets:
        if sheet.commas:
            problems.add("decimal_comma", sheet=sheet.name, place=sheet.commas)
