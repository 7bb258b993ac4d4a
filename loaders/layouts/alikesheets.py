"""Sheets laid out alike, as those of a workbook with a sheet a month mostly are: their tables are looked for once."""

from __future__ import annotations

import re
from calendar import month_abbr, month_name
from collections.abc import Sequence

from loaders.files.grid import Cell, Sheet, is_blank
from loaders.layouts.found import Found, title_lines
from loaders.layouts.header import TEAM
from loaders.layouts.shapes import tables_of_sheet

# Numbers below it are no years, no months and no days, which a table may have for headings.
_NO_DATE = 1900
_DATED = re.compile(rf"\d+|\b(?:{'|'.join([*month_name[1:], *month_abbr[1:]])})\b", re.IGNORECASE)
_MOST_KINDS = 4


def tables_of_sheets(sheets: Sequence[Sheet]) -> list[tuple[Sheet, list[Found]]]:
    """Each sheet with its tables, as :func:`tables_of_sheet`.

    Where two sheets have the same words in the same cells, numbers beside the same numbers, and titles that differ in
    nothing but a date, the tables of the one are those of the other.
    """
    known: list[Found] = []
    told: list[tuple[Sheet, list[Found]]] = []
    for sheet in sheets:
        earlier = next((one for one in known if is_alike(one, sheet)), None)
        if earlier:
            told.append((sheet, [Found(sheet, earlier.header, earlier.rows, _titles(sheet, earlier))]))
            continue
        found = tables_of_sheet(sheet)
        told.append((sheet, found))
        if len(found) == 1 and len(known) < _MOST_KINDS and _says_all(found[0], sheet):
            known.append(found[0])
    return told


def _titles(sheet: Sheet, found: Found) -> list[str]:
    return title_lines(sheet, [row for row in sheet.filled_rows if row < found.header.first])


def _says_all(found: Found, sheet: Sheet) -> bool:
    """Whether a table is one of teams that stands as its cells do, so that they alone say what it is."""
    header = found.header
    if header.table != TEAM or "worker" in header.columns or header.splits:
        return False
    plain = Found(sheet, header, found.rows, _titles(sheet, found))
    return _is_bare(sheet) and found == plain


def _is_bare(sheet: Sheet) -> bool:
    """Whether a sheet has nothing but cells."""
    of_cells = (sheet.merged, sheet.formulas, sheet.faults, sheet.origins, sheet.lines)
    return not any(of_cells) and not (sheet.is_text or sheet.from_1904)


def is_alike(found: Found, sheet: Sheet) -> bool:
    """Whether a sheet is laid out as that of a table is."""
    one, other = found.sheet.rows, sheet.rows
    if len(one) != len(other) or not _is_bare(sheet):
        return False
    first = found.header.first
    below = all(map(_same_cells, one[first:], other[first:]))
    return below and all(map(_same_title, one[:first], other[:first]))


def _same_cells(one: Sequence[Cell], other: Sequence[Cell]) -> bool:
    if one == other:
        return list(map(type, one)) == list(map(type, other))
    return len(one) == len(other) and all(map(_same, one, other))


def _same(one: Cell, other: Cell) -> bool:
    """Whether two cells hold the same, or numbers that stand for no date."""
    if type(one) is not type(other):
        return False
    return one == other or (type(one) is float and 0 <= one < _NO_DATE and 0 <= other < _NO_DATE)  # type: ignore[operator]


def _same_title(one: Sequence[Cell], other: Sequence[Cell]) -> bool:
    """Whether two rows are the same, or lines that differ in nothing but a date."""
    if _same_cells(one, other):
        return True
    first, second = ([(column, cell) for column, cell in enumerate(row) if not is_blank(cell)] for row in (one, other))
    return len(first) == len(second) == 1 and _but_for_dates(*first[0]) == _but_for_dates(*second[0])


def _but_for_dates(column: int, cell: Cell) -> tuple[int, Cell]:
    return column, _DATED.sub("#", cell) if isinstance(cell, str) else cell
