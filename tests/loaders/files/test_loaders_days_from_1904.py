"""A bare number in a column of months is a day by the workbook's own count, from 1900 or from 1904."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Callable

import openpyxl
import pytest
from every_row import every_row
from loading import values
from made_books import Page, xls, xlsb
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from loaders import load

pytestmark = pytest.mark.unit


def xlsx(pages: dict[str, Page], *, from_1904: bool = False) -> bytes:
    book = openpyxl.Workbook()
    if from_1904:
        book.epoch = CALENDAR_MAC_1904
    for row in pages["Sheet1"].rows:
        book.worksheets[0].append(list(row))
    out = io.BytesIO()
    book.worksheets[0].title = "Sheet1"
    book.save(out)
    return out.getvalue()


@every_row("made", [xlsx, xls, xlsb])
@every_row(("from_1904", "start"), [(False, dt.date(1899, 12, 30)), (True, dt.date(1904, 1, 1))])
def test_bare_days_are_those_of_the_workbooks_own_count(
    made: Callable[..., bytes], from_1904: bool, start: dt.date
) -> None:
    # Given a book that counts its days from either year, with its days typed as bare numbers
    days = [(dt.date(2013, month, 20) - start).days for month in (1, 2)]
    rows = [["As at", "Team", "FTE in post", "Allocated"], *([float(day), "Ash", 5.0, 100.0] for day in days)]
    # When it is read
    loaded = load(made({"Sheet1": Page(rows)}, from_1904=from_1904), "file")
    # Then they are these days, and the rarer count is said with its cell
    assert values(loaded, "as_at") == [(dt.date(2013, 1, 20),), (dt.date(2013, 2, 20),)]
    told = [one.cell for one in loaded.problems if one.code == "day_from_1904"]
    assert told == (["A2", "A3"] if from_1904 else [])
