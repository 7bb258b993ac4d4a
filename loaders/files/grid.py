"""A sheet as the loader sees it: cells in their true places, merged ranges, formulas without a value."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain, zip_longest

# What a cell holds. A blank cell is "".
Cell = str | float | int | bool | dt.date | dt.datetime | dt.time | dt.timedelta
Place = tuple[int, int]  # row and column, counted from 0
Rows = Sequence[Sequence[Cell]]
# In a table that has no gaps one of the first columns has none.
_FEW = 3
# The rows in which headings stand; below them there are few texts and dates, each many times.
_TOP = 50
# Below so many rows from the first that holds anything no table is looked for that has its headings at the top.
_LOOKED_AT = 100


@dataclass(frozen=True)
class Sheet:
    """One sheet. Row 0, column 0 is the cell A1, whatever the file's used range is.

    ``merged`` holds first and last place of each merged range; ``formulas`` the
    formula of each cell that has one but no stored value; ``faults`` the text of
    each cell that holds an error such as #REF!. Both kinds are "" in ``rows``.
    ``from_1904`` says that the workbook counts its days from 1 January 1904.
    ``percents`` are the cells that show their number as a percentage, where that is known: 0.05 as 5%.
    ``hidden_rows`` and ``hidden_columns`` are those of the file that are not shown, where that is known.
    ``is_text`` is said of the one sheet of a text file, which has the file's name
    and not one of its own. ``among`` has the names of all the workbook's sheets.
    ``month`` is that of its figures as a person said it, for where they do not surely say it themselves.
    ``commas`` is the place of the first cell of a text file whose comma stands before decimals.
    ``origins`` has the true place of each cell that is laid flat below the sheet's
    own rows, and ``lines`` what to call the cells of a column of those.
    """

    name: str
    rows: Rows
    hidden: bool = False
    merged: tuple[tuple[Place, Place], ...] = ()
    formulas: Mapping[Place, str] = field(default_factory=dict)
    faults: Mapping[Place, str] = field(default_factory=dict)
    percents: frozenset[Place] = frozenset()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    is_text: bool = False
    from_1904: bool = False
    among: tuple[str, ...] = ()
    month: dt.date | None = None
    commas: Place | None = None
    origins: Mapping[Place, Place] = field(default_factory=dict)
    lines: Mapping[int, str] = field(default_factory=dict)

    def true(self, place: Place) -> Place:
        """Where the cell at a place stands in the file."""
        return self.origins.get(place, place)

    def line(self, place: Place) -> str:
        """The column that a cell stands in, in words; for a table laid flat, the line or block of the file."""
        told = self.lines.get(place[1]) if place in self.origins else None
        return told or f"column {column_letters(self.true(place)[1])}"

    def at(self, row: int, column: int) -> Cell:
        """The cell, or "" beyond the sheet's edge."""
        if row < len(self.rows) and column < len(self.rows[row]):
            return self.rows[row][column]
        return ""

    @cached_property
    def columns(self) -> list[tuple[Cell, ...]]:
        """The cells by columns, all as long as there are rows."""
        return list(zip_longest(*self.rows, fillvalue=""))

    @cached_property
    def filled_rows(self) -> list[int]:
        """The rows that hold anything: a used range can be a hundred thousand rows of nothing."""
        if any("" not in column for column in self.columns[:_FEW]):
            return list(range(len(self.rows)))
        unseen = {row for row, _ in (*self.formulas, *self.faults)}
        rows = enumerate(self.rows)
        return [number for number, row in rows if number in unseen or row.count("") < len(row)]

    @cached_property
    def distinct(self) -> frozenset[Cell]:
        """What stands in the cells, once each."""
        return frozenset().union(*self._below, *self.rows[:_TOP])

    @cached_property
    def top(self) -> frozenset[Cell]:
        """What stands in the first rows, once each: that a sheet has no activity or published figures shows there."""
        first = self.filled_rows[0] if self.filled_rows else 0
        return frozenset(chain.from_iterable(self.rows[: first + _LOOKED_AT]))

    @cached_property
    def top_told(self) -> str:
        """The texts of the first rows, each on a line of its own, to be searched at once."""
        return _told(self.top)

    @cached_property
    def _below(self) -> list[set[Cell]]:
        """What stands in each column below the top, once each."""
        return [set(column[_TOP:]) for column in self.columns]

    def columns_with(self, cells: Set[Cell]) -> list[int]:
        """The columns in which any of the cells stands."""
        return [
            number
            for number, below in enumerate(self._below)
            if not cells.isdisjoint(below) or not cells.isdisjoint(self.columns[number][:_TOP])
        ]

    def rows_with(self, texts: Set[str], after: int) -> set[int]:
        """The rows below one in which any of the texts stands."""
        found = {row for row, cells in enumerate(self.rows[:_TOP]) if row > after and not texts.isdisjoint(cells)}
        first = max(_TOP, after + 1)
        for column, below in zip(self.columns, self._below, strict=True):
            if not texts.isdisjoint(below):
                found.update(row for row, cell in enumerate(column[first:], first) if cell in texts)
        return found

    def merged_fill(self) -> dict[Place, Cell]:
        """The value that a merged range shows, at each of its places but the first, inside the used range."""
        height, width = len(self.rows), max(map(len, self.rows), default=0)
        filled: dict[Place, Cell] = {}
        for (top, left), (bottom, right) in self.merged:
            value = self.at(top, left)
            if is_blank(value):
                continue
            for row in range(top, min(bottom + 1, height)):
                filled.update(((row, column), value) for column in range(left, min(right + 1, width)))
        return filled


def top_of(sheets: Iterable[Sheet]) -> tuple[frozenset[Cell], str]:
    """What stands in the first rows of any of the sheets, once each, and its texts as :attr:`Sheet.top_told`."""
    cells = frozenset[Cell]().union(*(sheet.top for sheet in sheets))
    return cells, _told(cells)


def _told(cells: Iterable[Cell]) -> str:
    return "\n".join([cell for cell in cells if isinstance(cell, str) and cell])


def is_blank(cell: Cell) -> bool:
    """Whether a cell holds nothing, or only spaces."""
    return isinstance(cell, str) and (not cell or cell.isspace())


def column_letters(column: int) -> str:
    """The letters of a column counted from 0: "A", "AA"."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def column_number(letters: str) -> int:
    """The column of its letters, counted from 0."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number - 1


def place_of(cell: str) -> Place:
    """The row and column of a cell's name, counted from 0."""
    letters = cell.rstrip("0123456789")
    return int(cell[len(letters) :]) - 1, column_number(letters)


def cell_name(row: int, column: int) -> str:
    """The name of a cell, row and column counted from 0: "C7"."""
    return f"{column_letters(column)}{row + 1}"
