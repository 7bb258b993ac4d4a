"""A table of another shape, laid flat: one row for each team and month, every cell still with its true place.

A shape is data: for each row of the flat table, the places that its cells have in
the sheet. The flat rows are put below the sheet's own, so that the sheet, its
formulas and its errors are one thing, and whatever is said of a flat cell is said
of the cell that the person typed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from loaders.files.cells import quoted
from loaders.files.grid import Cell, Place, Sheet, cell_name
from loaders.layouts.found import Found, Remark, title_lines
from loaders.layouts.header import DATES, PEOPLE, TEAM, Header
from loaders.words.vocabulary import MEANINGS

# Columns whose cells a merged range may stand for: the others hold figures.
_WORDS = ("team", "area", "kind", "year", *DATES)


@dataclass(frozen=True)
class Column:
    """A column of the flat table.

    ``name`` is ours, ``None`` for one that is not read; ``heading`` is what stands
    at ``place``; ``line`` says where its cells stand: "row 4", "the block “SW FTE”".
    """

    name: str | None
    heading: str
    place: Place
    line: str = ""


@dataclass(frozen=True)
class Flat:
    """A flat table: for each row the true place of each column's cell, ``None`` where the sheet has no such cell.

    ``taken`` are the sheet's rows that the table was made from. Its column of
    teams has a cell in every row. ``people`` is the place of a heading that says that the table is of single
    people: then it has no rows.
    """

    shape: str
    columns: Sequence[Column]
    rows: Sequence[Sequence[Place | None]]
    titles: Sequence[str]
    taken: range
    remarks: tuple[Remark, ...] = ()
    people: Place | None = None


def lay_flat(sheet: Sheet, filled: Mapping[Place, Cell], tables: Sequence[Flat]) -> list[Found]:
    """The flat tables, below the sheet's own rows; ``filled`` is what merged ranges show."""
    laid = _Laid(sheet, filled)
    headers = [(table, *laid.put(table)) for table in tables]
    whole = laid.sheet()
    return [
        Found(whole, header, rows, table.titles, laid.shared, table.shape, table.remarks, table.people)
        for table, header, rows in headers
    ]


class _Laid:
    """The rows laid below a sheet, and where they come from."""

    def __init__(self, sheet: Sheet, filled: Mapping[Place, Cell]) -> None:
        self._sheet = sheet
        self._filled = filled
        self.shared: dict[Place, Cell] = {}
        self._rows: list[list[Cell]] = []
        self._origins: dict[Place, Place] = {}
        self._lines: dict[int, str] = {}
        self._width = 0

    def put(self, table: Flat) -> tuple[Header, range]:
        """Lay one table below; its columns are those of no other."""
        first, left = len(self._sheet.rows) + len(self._rows), self._width
        self._width += len(table.columns)
        self._lines.update({left + number: column.line for number, column in enumerate(table.columns) if column.line})
        self._row([column.place for column in table.columns], left)
        self._rows[-1] = [*[""] * left, *(column.heading for column in table.columns)]
        team = next(number for number, column in enumerate(table.columns) if column.name in ("team", "area"))
        for row in table.rows:
            self._row(row, left, row[team])
            self._keep_shared(table, row, left)
        return _header(table, first, left), range(first + 1, first + 1 + len(table.rows))

    def _row(self, places: Sequence[Place | None], left: int, instead: Place | None = None) -> None:
        number = len(self._sheet.rows) + len(self._rows)
        for column, place in enumerate(places, start=left):
            true = place or instead
            if true:
                self._origins[number, column] = true
        self._rows.append([*[""] * left, *(self._value(place) for place in places)])

    def _keep_shared(self, table: Flat, places: Sequence[Place | None], left: int) -> None:
        """Leave a figure that merged cells share to the one cell that holds it."""
        number = len(self._sheet.rows) + len(self._rows) - 1
        for column, (told, place) in enumerate(zip(table.columns, places, strict=True), start=left):
            if place and place in self._filled and self._sheet.at(*place) == "" and told.name not in _WORDS:
                self.shared[number, column] = self._filled[place]
                self._rows[-1][column] = ""

    def _value(self, place: Place | None) -> Cell:
        if place is None:
            return ""
        value = self._sheet.at(*place)
        return self._filled.get(place, value) if value == "" else value

    def sheet(self) -> Sheet:
        """The sheet with all that was laid below it."""
        virtual: dict[Place, list[Place]] = {}
        for place, true in self._origins.items():
            virtual.setdefault(true, []).append(place)
        return replace(
            self._sheet,
            rows=[*self._sheet.rows, *self._rows],
            formulas={**self._sheet.formulas, **_moved(self._sheet.formulas, virtual)},
            faults={**self._sheet.faults, **_moved(self._sheet.faults, virtual)},
            origins=self._origins,
            lines=self._lines,
        )


def _moved(told: Mapping[Place, str], virtual: Mapping[Place, Sequence[Place]]) -> dict[Place, str]:
    return {place: what for true, what in told.items() for place in virtual.get(true, ())}


def _header(table: Flat, row: int, left: int) -> Header:
    columns: dict[str, int] = {}
    doubled: list[tuple[str, int]] = []
    parts: list[int] = []
    headings = {left + number: column.heading for number, column in enumerate(table.columns)}
    for number, column in enumerate(table.columns, start=left):
        if column.name is None:
            continue
        if MEANINGS[column.name].several:
            parts.append(number)
        elif column.name in columns:
            doubled.append((column.name, number))
        else:
            columns[column.name] = number
    kind = PEOPLE if table.people else TEAM
    return Header(row, row, kind, columns, headings, tuple(doubled), tuple(parts))


def span(places: Sequence[Place]) -> str:
    """Cells of one row or column as they are shown for a heading: "Cells B3 to F3"."""
    first, last = cell_name(*places[0]), cell_name(*places[-1])
    return f"Cells {first} to {last}" if first != last else f"Cell {first}"


def row_line(row: int) -> str:
    """A row of the sheet in words."""
    return f"row {row + 1}"


def block_line(heading: str) -> str:
    """The cells of one measure in words."""
    return quoted(heading)


def lines_between(sheet: Sheet, after: int, before: int) -> list[str]:
    """The lines of text in the rows between two."""
    return title_lines(sheet, range(after + 1, before))
