"""How each table of a file was understood, to be shown beside its name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from loaders.layouts.found import Found

# Headings of words and dates, and what those of other tables are read as.
_WORDS = ("month", "date", "as_at", "team", "area", "kind")
_READ_AS = {
    "date": "as_at",
    "service_unallocated": "unallocated",
    "children": "allocated",
    "caseload": "allocated",
    "active": "allocated",
    "fte_case_holding": "fte",
    "fte_in_post": "fte",
    "fte_established": "fte",
}


@dataclass(frozen=True)
class SheetRead:
    """How one table of a sheet was understood.

    ``header_row`` is numbered as in Excel, from 1; ``columns`` is heading → our
    column; ``rows`` counts the rows of the table that were kept.
    """

    sheet: str
    table: str
    header_row: int
    columns: Mapping[str, str]
    rows: int


def sheet_read(found: Found, rows: int, figures: Mapping[str, int], table: str = "") -> SheetRead:
    """What was read of a table: ``figures`` has the columns of its figures, ``table`` its kind if not the heading's."""
    header = found.header
    words = {_READ_AS.get(name, name): header.columns[name] for name in _WORDS if name in header.columns}
    names = {column: name for name, column in (*words.items(), *figures.items())}
    columns = {header.headings[column]: names[column] for column in sorted(names)}
    return SheetRead(found.sheet.name, table or header.table, found.header_row + 1, columns, rows)


def read_as(found: Found) -> dict[str, int]:
    """The columns of a table, each by the name that it is read as."""
    return {_READ_AS.get(name, name): column for name, column in found.header.columns.items()}
