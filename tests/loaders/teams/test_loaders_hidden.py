"""Rows and columns that are hidden are read like the others, and it is said which."""

from __future__ import annotations

import io
from collections.abc import Sequence

import openpyxl
import pytest
from every_row import every_row
from loading import HEADINGS, TOTAL, TWO, codes, problem, values

from loaders import Loaded, load
from loaders.files.hiddenlines import hidden_lines

pytestmark = pytest.mark.unit

WORKERS = [["Team", "Social worker", "FTE", "Children allocated"], ["Ash", "SW 1", 1, 15], ["Ash", "SW 2", 0.6, 9]]


def load_hidden(rows: Sequence[Sequence[object]], hidden: Sequence[int] = (), columns: Sequence[str] = ()) -> Loaded:
    """A sheet of which some rows (as Excel counts them) and columns are hidden."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Feb 2013"
    for row in rows:
        sheet.append(row)
    for number in hidden:
        sheet.row_dimensions[number].hidden = True
    for letter in columns:
        sheet.column_dimensions[letter].hidden = True
    made = io.BytesIO()
    book.save(made)
    return load(made.getvalue(), "file.xlsx")


def test_a_hidden_team_is_read_and_told() -> None:
    loaded = load_hidden([HEADINGS, *TWO, TOTAL], [3])
    assert values(loaded, "team") == [("Ash",), ("Elm",)]
    said = problem(loaded, "hidden_read")
    assert (said.severity, said.cell) == ("warning", "A3")
    assert said.message.startswith("Row 3 is hidden in the sheet “Feb 2013”, and read and counted like the others.")


def test_a_hidden_worker_and_a_hidden_column_are_told() -> None:
    assert problem(load_hidden(WORKERS, [3]), "hidden_read").cell == "A3"
    said = problem(load_hidden([HEADINGS, *TWO], [2, 3], ["B"]), "hidden_read")
    assert said.message.startswith("Rows 2 and 3 and “Case-holding FTE” (column B) are hidden")


def test_many_hidden_rows_are_counted() -> None:
    rows = [[f"Team {place}", 5 + place / 10, 100 + place, 0] for place in range(9)]
    said = problem(load_hidden([HEADINGS, *rows], range(2, 11)), "hidden_read")
    assert said.message.startswith("9 rows, the first of them 2, are hidden")


@every_row(("rows", "columns"), [([4], []), ([6], []), ([], ["E"]), ([1], []), ([], [])])
def test_what_is_hidden_and_gives_no_figure_is_not_told(rows: list[int], columns: list[str]) -> None:
    # Given that only the total, a blank row, a remark beside or the heading is hidden
    table = [[*HEADINGS, "Remark"], *TWO, TOTAL]
    assert codes(load_hidden(table, rows, columns)) == []


@pytest.mark.parametrize(
    ("xml", "lines"),
    [
        (b'<cols><col min="2" max="3" hidden="1"/></cols><sheetData></sheetData>', (set(), {1, 2})),
        (b"<x:sheetData><x:row hidden='true' r='7'></x:row></x:sheetData>", ({6}, set())),
        (b'<sheetData><row r="7" hidden="0" ht="15"></row></sheetData>', (set(), set())),
        (b"", (set(), set())),
    ],
)
def test_hidden_lines_are_found_as_they_are_written(xml: bytes, lines: tuple[set[int], set[int]]) -> None:
    assert hidden_lines(xml) == lines
