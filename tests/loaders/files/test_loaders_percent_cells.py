"""A percentage is no number of children, people or a team's FTE; of one worker's FTE it is the hundredth part."""

from __future__ import annotations

import io

import openpyxl
import pytest
from loading import HEADINGS, load_rows, load_text, problem, values

from loaders import load

pytestmark = pytest.mark.unit


@pytest.mark.parametrize(("column", "share"), [(1, "95%"), (2, "100%"), (3, "0%"), (3, "10 %")])
def test_a_typed_percentage_is_refused_with_its_cell(column: int, share: str) -> None:
    row: list[object] = ["Ash", 5, 100, 0]
    row[column] = share
    loaded = load_rows(HEADINGS, row, ["Elm", 6, 130, 1])
    assert loaded.stopped
    assert (problem(loaded, "percent_for_number").cell, problem(loaded, "percent_for_number").found) == (
        f"{'ABCD'[column]}2",
        share,
    )


def test_a_number_that_is_shown_as_a_percentage_is_one() -> None:
    # Given that every child of the one team is allocated, and Excel shows 1 as 100%
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Feb 2013"
    for row in (HEADINGS, ["Ash", 5, 1, 0], ["Elm", 6, 130, 1]):
        sheet.append(row)
    sheet["C2"].number_format = "0%"
    made = io.BytesIO()
    book.save(made)
    said = problem(load(made.getvalue(), "file.xlsx"), "percent_for_number")
    assert (said.cell, said.found) == ("C2", "100%")


def test_one_workers_share_of_a_post_is_read() -> None:
    loaded = load_text("Team,Social worker,FTE,Children allocated\nAsh,SW 1,100%,15\nAsh,SW 2,60%,9\n")
    assert values(loaded, "fte") == [(1.6,)]
