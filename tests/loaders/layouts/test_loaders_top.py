"""What stands at the top of a sheet, told at once: looks for tables that it cannot have end there."""

import datetime as dt

import pytest

from loaders import load
from loaders.dates.quarters import may_hold_quarters
from loaders.files.grid import Sheet
from loaders.staff.personnames import is_named_like_person
from loaders.words.vocabulary import is_case_heading, words_of

pytestmark = pytest.mark.unit


def test_the_top_begins_with_the_first_row_that_holds_anything():
    # Given blank rows, a heading, and a row far below it, when the top is told, then the heading is in it alone.
    sheet = Sheet("Activity", [[""]] * 150 + [["Measure", 4.0]] + [[1.0]] * 120 + [["far below"]])
    assert "Measure" in sheet.top
    assert sheet.top_told == "Measure"


@pytest.mark.parametrize(
    ("cells", "may"),
    [
        (["Team", "FTE", 8.5], False),
        (["Team", "Quarter 1"], True),
        ([dt.date(2013, 6, 30), dt.date(2013, 9, 30)], True),
        ([dt.date(2013, 6, 30), dt.date(2013, 6, 1)], False),
    ],
)
def test_quarters_are_looked_for_where_a_word_or_two_ends_of_quarters_stand(cells, may):
    # Given the cells of a sheet, when it is asked whether any row may hold quarters, then words and dates tell.
    sheet = Sheet("Sheet1", [cells])
    assert may_hold_quarters(sheet.top_told, sheet.top) is may


def test_nothing_that_is_remembered_within_a_file_is_left_after_it():
    # Given a file of teams, when it has been read, then what was looked up from sheet to sheet is forgotten.
    loaded = load(b"Month,Team,FTE in post,Children allocated\n2013-02,North East,5,80\n2013-02,South,4,70\n", "a.csv")
    assert not loaded.stopped
    assert all(one.cache_info().currsize == 0 for one in (words_of, is_case_heading, is_named_like_person))
