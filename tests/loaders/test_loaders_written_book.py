"""The workbook that tests write by hand is one: another program reads the same in it, and the loader reads the same."""

from __future__ import annotations

import datetime as dt
import io

import openpyxl
import pytest
from made_files import fill, saved
from written_book import written_book

from loaders.files.book import read_sheets

pytestmark = pytest.mark.unit

ROWS = [
    ["Team", "A <b> & “c”", "  wide  ", "two\nlines", "", "#REF!"],
    [],
    ["Ash", 5.5, 100, -3, 0, None, 0.25, True, False],
    ["Elm", dt.date(2013, 2, 28), dt.datetime(2013, 2, 28, 9, 30), "=B3+C3", "=VLOOKUP(A2,X:Y,2)", "=", "Elm"],
    [*[""] * 30, "far"],
]
SHEETS = {"Feb 2013": ROWS, "Guidance & more": [["Fill in"]], "Jan 2013": []}


def by_another_program(sheets, hidden) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        fill(sheet, rows)
        sheet.sheet_state = "hidden" if name in hidden else "visible"
    return saved(book)


def test_it_is_read_as_the_workbook_of_another_program() -> None:
    # Given the same cells in a workbook written by hand and in one that another program wrote
    ours, theirs = (make(SHEETS, ["Jan 2013"]) for make in (written_book, by_another_program))
    # Then the loader reads the same: values, formulas, errors, what is hidden
    assert read_sheets(ours, "file.xlsx") == read_sheets(theirs, "file.xlsx")


def test_another_program_reads_what_was_written() -> None:
    book = openpyxl.load_workbook(io.BytesIO(written_book(SHEETS, ["Jan 2013"])))
    assert {sheet.title: sheet.sheet_state for sheet in book} == {
        "Feb 2013": "visible", "Guidance & more": "visible", "Jan 2013": "hidden"
    }  # fmt: skip
    cells = [[cell if cell != "" else None for cell in (*row, *[None] * 31)[:31]] for row in ROWS]
    cells[3][1] = dt.datetime(2013, 2, 28)
    assert [[cell.value for cell in row] for row in book["Feb 2013"].iter_rows()] == cells


def test_what_is_no_cell_is_refused() -> None:
    with pytest.raises(TypeError):
        written_book({"Feb 2013": [[object()]]})
