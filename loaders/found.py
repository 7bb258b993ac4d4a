"""The tables of a sheet: each heading, the rows of data below it, and the lines of text above it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import zip_longest

from loaders.cells import text
from loaders.grid import Cell, Place, Sheet, is_blank
from loaders.header import Header, find_headers
from loaders.months import in_cell, says_as_at


@dataclass(frozen=True)
class Remark:
    """Something to say of a cell: a code, the cell's place in the file, and the words of its sentence."""

    code: str
    place: Place
    words: Mapping[str, str]


@dataclass(frozen=True)
class Found:
    """One table of a sheet. Rows that hold nothing are not among ``rows``.

    ``shape`` names that of a table which was laid flat; else it is "". ``remarks`` are what there is to
    say of that. ``people`` is the place of the heading by which a table is of single people, not of teams.
    """

    sheet: Sheet
    header: Header
    rows: Sequence[int]
    titles: Sequence[str]
    filled: Mapping[Place, Cell] = field(default_factory=dict)
    shape: str = ""
    remarks: tuple[Remark, ...] = ()
    people: Place | None = None

    @property
    def header_row(self) -> int:
        """The heading's lowest row in the file, counted from 0."""
        return self.sheet.true((self.header.last, min(self.header.columns.values())))[0]

    def cell(self, row: int, column: int) -> Cell:
        """The cell, or what the merged range that it lies in shows."""
        cells = self.sheet.rows[row]
        value = cells[column] if column < len(cells) else ""
        return self.filled.get((row, column), value) if value == "" and self.filled else value

    def column(self, column: int) -> Sequence[Cell]:
        """The cells of a column in the table's rows, or what the merged ranges that they lie in show."""
        cells = self._columns[column] if column < len(self._columns) else ("",) * len(self.rows)
        if not self.filled:
            return cells
        both = zip(self.rows, cells, strict=True)
        return [self.filled.get((row, column), cell) if cell == "" else cell for row, cell in both]

    @cached_property
    def _columns(self) -> list[tuple[Cell, ...]]:
        return list(zip_longest(*(self.sheet.rows[row] for row in self.rows), fillvalue=""))


def find_tables(sheet: Sheet) -> list[Found]:
    """The tables of a sheet, in the order in which they stand.

    Headings that are repeated further down, with no title of their own, go on with
    the table above.
    """
    filled = sheet.merged_fill() if sheet.merged else {}
    headers = find_headers(sheet, filled)
    found: list[Found] = []
    rows: list[int] = []
    for place, header in enumerate(headers):
        above = _rows_above(sheet, headers[place - 1] if place else None, header)
        titles = _lines(sheet, above)
        goes_on = found and not titles and _same_columns(found[-1].header, header)
        if not goes_on:
            rows = []
            found.append(Found(sheet, header, rows, titles, filled))
        below = headers[place + 1] if place + 1 < len(headers) else None
        title_rows = _rows_above(sheet, header, below) if below else []
        end = title_rows[0] if title_rows else below.first if below else len(sheet.rows)
        rows.extend(_between(sheet.filled_rows, header.last, end))
    return found


def _between(rows: Sequence[int], after: int, before: int) -> Sequence[int]:
    return rows[bisect_right(rows, after) : bisect_left(rows, before)]


def _same_columns(one: Header, other: Header) -> bool:
    return one.columns == other.columns and one.table == other.table


def _lines(sheet: Sheet, rows: Sequence[int]) -> list[str]:
    return [text(cell) for row in rows for cell in sheet.rows[row] if isinstance(cell, str) and not is_blank(cell)]


def _rows_above(sheet: Sheet, previous: Header | None, header: Header) -> Sequence[int]:
    """The rows of titles above a heading: all for the first table, for a later one what follows a blank row."""
    if previous is None:
        return _between(sheet.filled_rows, -1, header.first)
    rows: list[int] = []
    for row in reversed(_between(sheet.filled_rows, previous.last, header.first)):
        told = [cell for cell in sheet.rows[row] if not is_blank(cell)]
        if len(told) > 1 or not all(isinstance(cell, str) for cell in told):
            gap = _first_gap(row, header.first, rows)
            return [title for title in rows if title > gap or _is_month(sheet, title)]
        rows.insert(0, row)
    return rows


def _is_month(sheet: Sheet, row: int) -> bool:
    """Whether a line says nothing else than which month the table below it is of."""
    return any(in_cell(cell) or says_as_at(text(cell)) for cell in sheet.rows[row] if not is_blank(cell))


def _first_gap(last: int, first: int, rows: Sequence[int]) -> int:
    """The first blank row after the figures' last row; text that follows the figures at once is theirs."""
    return next((row for row in range(last + 1, first) if row not in rows), first)
