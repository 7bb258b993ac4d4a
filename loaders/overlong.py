"""Rows of a text file that are longer than their headings: an unquoted comma, as in 1,204, moves what follows it."""

from __future__ import annotations

from collections.abc import Iterable

from loaders.files.cells import Kind, number
from loaders.files.grid import is_blank
from loaders.layouts.found import Found
from loaders.layouts.header import CHILD, WORKER
from loaders.problems import Problems


def refuse_overlong(tables: Iterable[Found], problems: Problems) -> None:
    """Name the first cell beyond the last heading of each row of figures or people; what is in it is not quoted.

    A line of words is no such row: the commas in it move nothing.
    """
    for table in tables:
        if not table.sheet.is_text or table.shape:
            continue
        first = max(table.header.headings) + 1
        for row in table.rows:
            cells = table.sheet.rows[row]
            beyond = next((column for column in range(first, len(cells)) if not is_blank(cells[column])), None)
            if beyond is not None and (table.header.table in (CHILD, WORKER) or _has_number(table, row)):
                problems.add("row_too_long", sheet=table.sheet.name, place=(row, beyond))


def _has_number(table: Found, row: int) -> bool:
    columns = [column for column in table.header.headings if column != min(table.header.headings)]
    return any(number(table.sheet.at(row, column))[1] in (Kind.NUMBER, Kind.TYPED) for column in columns)
