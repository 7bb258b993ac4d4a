"""A file with what a loader must find in it, and plain ways to make one."""

from __future__ import annotations

import datetime as dt
import io
import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet
from written_book import written_book


@dataclass(frozen=True)
class Team:
    """One row of the truth."""

    month: dt.date
    team: str
    fte: float | None
    allocated: int | None
    unallocated: int | None


@dataclass
class Made:
    """A file, and what a loader must say of it: teams, day counted, and cells that a problem must name."""

    name: str
    content: bytes = b""
    teams: list[Team] = field(default_factory=list)
    as_at: dt.date | None = None
    cells: dict[str, str] = field(default_factory=dict)  # cell → code
    refused: bool = False
    workers: int = 0


def months(rng: random.Random, many: int) -> list[dt.date]:
    first = rng.randrange(2011 * 12, 2026 * 12)
    return [dt.date((first + n) // 12, (first + n) % 12 + 1, 1) for n in range(many)]


def month_end(month: dt.date) -> dt.date:
    return (month.replace(day=28) + dt.timedelta(days=4)).replace(day=1) - dt.timedelta(days=1)


def saved(book: openpyxl.Workbook) -> bytes:
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def book_of(sheets: Mapping[str, Sequence[Sequence[object]]], *, hidden: Sequence[str] = ()) -> bytes:
    """A workbook with these rows on these sheets; a text that begins with "=" is a formula without a result."""
    return written_book(sheets, hidden)


def fill(sheet: Worksheet, rows: Sequence[Sequence[object]], merges: Sequence[str] = ()) -> None:
    for number, row in enumerate(rows, start=1):
        for column, value in enumerate(row, start=1):
            if value not in ("", None):
                sheet.cell(number, column, value)
    for area in merges:
        sheet.merge_cells(area)
