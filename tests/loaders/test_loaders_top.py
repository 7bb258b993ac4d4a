"""What stands at the top of a sheet, told at once: looks for tables that it cannot have end there."""

import datetime as dt

import pytest

from loaders.grid import Sheet
from loaders.quarters import may_hold_quarters

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
