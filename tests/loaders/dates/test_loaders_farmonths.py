"""A month that is still to come, or of long ago, is read and said with its place."""

from __future__ import annotations

import datetime as dt
from contextlib import nullcontext
from pathlib import Path

import pytest
from loading import HEADINGS, TWO, codes, load_sheets, problem, values
from made_files import book_of

from loaders import Loaded
from loaders.__main__ import main
from loaders.apart import ReaderApart

pytestmark = pytest.mark.unit

TODAY = dt.date(2013, 11, 30)
COLUMN = [["Month", *HEADINGS], *([month, *TWO[0]] for month in ("Feb-2013", "Mar-2083", "Apr-2083"))]


def of_sheet(name: str, today: dt.date | None = TODAY) -> Loaded:
    return load_sheets({name: [HEADINGS, *TWO]}, today=today)


@pytest.mark.parametrize(("name", "code"), [("Jan 2014", "month_ahead"), ("Mar 2083", "month_ahead")])
def test_a_month_after_the_next_one_is_said_and_kept(name: str, code: str) -> None:
    # Given a sheet of a month to come, when it is read on the last day of November
    loaded = of_sheet(name)
    # Then it is read, and a warning says what was found, what day it is and where to correct it
    found = problem(loaded, code)
    assert (found.severity, found.sheet, found.cell, loaded.stopped) == ("warning", name, None, False)
    assert found.found in found.message and "today is 30 November 2013" in found.message
    assert "name of the sheet" in found.to_do


@pytest.mark.parametrize("name", ["Jan 1990", "Nov 2013", "Dec 2013"])
def test_a_month_of_now_or_the_next_is_ordinary(name: str) -> None:
    assert codes(of_sheet(name)) == []


def test_a_month_before_1990_is_said() -> None:
    found = problem(of_sheet("Dec 1989"), "month_long_ago")
    assert (found.severity, found.found) == ("warning", "December 1989")


def test_no_month_is_still_to_come_where_nobody_says_what_day_it_is() -> None:
    assert codes(of_sheet("Mar 2083", today=None)) == []


def test_months_of_a_column_are_said_once_with_the_first_ones_cell() -> None:
    # Given a column of months of which two are seventy years off
    loaded = load_sheets({"All": COLUMN}, today=TODAY)
    # Then one warning names the first of them, and all are read
    found = problem(loaded, "month_ahead")
    assert (found.sheet, found.cell, found.found) == ("All", "A3", "March 2083")
    assert "2 months" in found.message and "in the cell" in found.to_do
    assert len(values(loaded, "month")) == 3


def test_a_month_across_is_said_with_its_heading() -> None:
    rows = [["Team", "Measure", "Jan 2013", "Feb 2083"], ["Ash", "FTE", 5, 6], ["Ash", "Children allocated", 90, 99]]
    assert problem(load_sheets({"All": rows}, today=TODAY), "month_ahead").cell == "D1"


def test_the_day_goes_with_the_file_into_the_child_process(reader: ReaderApart) -> None:
    content = book_of({"Jan 2014": [HEADINGS, *TWO]})
    assert codes(reader.load(content, "a.xlsx", today=TODAY)) == ["month_ahead"]
    assert codes(reader.load(content, "a.xlsx")) == []


def test_without_a_screen_the_month_is_said_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, reader: ReaderApart
) -> None:
    monkeypatch.setattr("loaders.__main__.ReaderApart", lambda: nullcontext(reader))
    file = tmp_path / "far.xlsx"
    file.write_bytes(book_of({"Mar 2095": [HEADINGS, *TWO]}))
    assert main([str(file)]) == 0
    assert "those of March 2095, but today is" in capsys.readouterr().out
