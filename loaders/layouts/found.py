"""The tables of a sheet: each heading, the rows of data below it, and the lines of text above it."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import zip_longest

from loaders.dates.datewords import first_said
from loaders.dates.months import day_words, in_cell, month_words, says_as_at
from loaders.files.cells import text
from loaders.files.grid import Cell, Place, Sheet, is_blank
from loaders.layouts.header import DATES, WORKER, Header, find_headers
from loaders.words.phrases import word_lists
from loaders.words.vocabulary import meaning_of

# 1 January 1990 and 31 December 2099, in days since 1 January 1904.
_LABEL_AND_VALUE = 2
_OF_TIME = word_lists(__file__, "labels")["of_time"]
_FIRST_1904, _LAST_1904 = 31_412, 71_588


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
    ``part`` says that another table gives what this one lacks.
    """

    sheet: Sheet
    header: Header
    rows: Sequence[int]
    titles: Sequence[str]
    filled: Mapping[Place, Cell] = field(default_factory=dict)
    shape: str = ""
    remarks: tuple[Remark, ...] = ()
    people: Place | None = None
    part: bool = False

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

    def dated(self, row: int, column: int) -> Cell:
        """The cell, a bare number that is a day of a workbook from 1904 as that day: in others months know it."""
        cell = self.cell(row, column)
        return _from_1904(cell) if self.sheet.from_1904 else cell

    @cached_property
    def _columns(self) -> list[tuple[Cell, ...]]:
        if self.rows and len(self.rows) == self.rows[-1] - self.rows[0] + 1:
            return [column[self.rows[0] : self.rows[-1] + 1] for column in self.sheet.columns]
        return list(zip_longest(*(self.sheet.rows[row] for row in self.rows), fillvalue=""))


def _from_1904(cell: Cell) -> Cell:
    """A number of days since 1 January 1904 as the day; anything else, and days before 1990 or after 2099, as it is."""
    is_day = type(cell) in (int, float) and _FIRST_1904 <= float(cell) <= _LAST_1904 and float(cell).is_integer()  # type: ignore[arg-type]
    return dt.date(1904, 1, 1) + dt.timedelta(days=int(cell)) if is_day else cell  # type: ignore[arg-type]


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
        titles = title_lines(sheet, above)
        goes_on = found and not titles and _same_columns(found[-1].header, header)
        if not goes_on:
            rows = []
            if found and not first_said(titles):
                # The month above the first table is that of those below it, unless they say another.
                titles = [*titles, *found[0].titles]
            found.append(Found(sheet, header, rows, titles, _beside_names(sheet, header, filled)))
        below = headers[place + 1] if place + 1 < len(headers) else None
        title_rows = _rows_above(sheet, header, below) if below else []
        end = title_rows[0] if title_rows else below.first if below else len(sheet.rows)
        rows.extend(_between(sheet.filled_rows, header.last, end))
    return found


def _beside_names(sheet: Sheet, header: Header, filled: Mapping[Place, Cell]) -> Mapping[Place, Cell]:
    """What merged ranges show, but for the figures of a row whose name is merged across: they are blank."""
    columns = header.columns
    name = columns.get("worker" if header.table == WORKER else "team", columns.get("area"))
    if name is None or not filled:
        return filled
    across = {
        (row, column)
        for (top, left), (bottom, right) in sheet.merged
        if top > header.last and left <= name < right and isinstance(sheet.at(top, left), str)
        for row in range(top, bottom + 1)
        for column in range(name + 1, right + 1)
    }
    return {place: cell for place, cell in filled.items() if place not in across} if across else filled


def _between(rows: Sequence[int], after: int, before: int) -> Sequence[int]:
    return rows[bisect_right(rows, after) : bisect_left(rows, before)]


def _same_columns(one: Header, other: Header) -> bool:
    return one.columns == other.columns and one.table == other.table


def title_lines(sheet: Sheet, rows: Iterable[int]) -> list[str]:
    """The lines of text in some rows."""
    return [line for row in rows for line in lines_of(sheet.rows[row])]


def lines_of(row: Iterable[Cell]) -> list[str]:
    """The lines of text in a row’s cells; beside a date in a cell of its own, all that it says is one line more."""
    cells = [cell for cell in row if not is_blank(cell)]
    dated = any(isinstance(cell, dt.date) for cell in cells) and not any(isinstance(cell, float) for cell in cells)
    texts = [text(cell) for cell in cells if isinstance(cell, str)]
    if len(cells) == _LABEL_AND_VALUE and texts and texts[0].rstrip(" :").casefold() in _OF_TIME:
        # "Month" beside "Oct", or "Year" beside the number 2024.
        texts = [f"{texts[0].rstrip(' :')}: {text(cells[1])}", *texts]
    return [" ".join(map(_in_line, cells)), *texts] if dated else texts


def _in_line(cell: Cell) -> str:
    """A cell as part of a line. A date is its day, or its month if that is what the first of a month stands for."""
    if not isinstance(cell, dt.date):
        return text(cell)
    return month_words(cell) if cell.day == 1 else day_words(cell)


def _rows_above(sheet: Sheet, previous: Header | None, header: Header) -> Sequence[int]:
    """The rows of titles above a heading: all for the first table, for a later one what follows a blank row."""
    if previous is None:
        return _between(sheet.filled_rows, -1, header.first)
    rows: list[int] = []
    for row in reversed(_between(sheet.filled_rows, previous.last, header.first)):
        told = [cell for cell in sheet.rows[row] if not is_blank(cell)]
        if row == header.first - 1 and _is_of_groups(sheet.rows[row], header):
            continue
        if not _is_dated_line(told) and (len(told) > 1 or not all(isinstance(cell, str) for cell in told)):
            gap = _first_gap(row, header.first, rows)
            return [title for title in rows if title > gap or _is_month(sheet, title)]
        rows.insert(0, row)
    return rows


def _is_of_groups(cells: Sequence[Cell], header: Header) -> bool:
    """Whether a row above headings that need no other has groups of them: several texts, and none over the names."""
    name = header.columns.get("team", header.columns.get("area"))
    told = [column for column, cell in enumerate(cells) if not is_blank(cell)]
    return len(told) > 1 and name not in told and all(isinstance(cells[column], str) for column in told)


def _is_dated_line(told: Sequence[Cell]) -> bool:
    """Whether a row holds no more than a label such as "Position as at", and a date."""
    if len(told) != 2 or not isinstance(told[0], str):
        return False
    return isinstance(told[1], dt.date) and (says_as_at(told[0]) or meaning_of(told[0]) in DATES)


def _is_month(sheet: Sheet, row: int) -> bool:
    """Whether a line says nothing else than which month the table below it is of."""
    return any(in_cell(cell) or says_as_at(text(cell)) for cell in sheet.rows[row] if not is_blank(cell))


def _first_gap(last: int, first: int, rows: Sequence[int]) -> int:
    """The first blank row after the figures' last row; text that follows the figures at once is theirs."""
    return next((row for row in range(last + 1, first) if row not in rows), first)
