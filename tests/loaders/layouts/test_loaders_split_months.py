"""A heading over the same figure of several months: that of the table's own month is read, and no other."""

from __future__ import annotations

import pytest
from loading import codes, load_sheets, problem, values

from loaders import Loaded

pytestmark = pytest.mark.unit


def load_split(title: str, *below: str, sheet: str = "Sheet1") -> Loaded:
    """Two teams with two figures of each kind of children, the second 10 more, below headings of their own."""
    return load_sheets(
        {
            sheet: [
                [title],
                [],
                ["", "", "Allocated", "", "Unallocated", ""],
                ["Team", "FTE in post", *below, *below],
                ["Ash", 7.5, 141, 151, 4, 14],
                ["Elm", 6.2, 108, 118, 0, 10],
            ]
        }
    )


@pytest.mark.parametrize(
    ("title", "below", "expected"),
    [
        ("Position at 28 February 2013", ("Jan-13", "Feb-13"), [(151, 14), (118, 10)]),
        ("Position at 28 February 2013", ("Feb 2013", "Feb 2012"), [(141, 4), (108, 0)]),
        ("Caseloads January 2013", ("Jan-13", "Feb-13"), [(141, 4), (108, 0)]),
    ],
)
def test_the_column_of_the_tables_own_month_is_read(
    title: str, below: tuple[str, str], expected: list[tuple[int, int]]
) -> None:
    loaded = load_split(title, *below)
    assert values(loaded, "allocated", "unallocated") == expected
    assert (codes(loaded), problem(loaded, "columns_not_read").severity) == ([], "note")
    own = next(one for one in loaded.problems if one.code == "month_of_several")
    assert own.message.startswith("“Allocated” stands over several months; “Allocated ")


def test_the_sheets_name_says_the_month_too() -> None:
    loaded = load_split("Caseloads", "Jan-13", "Feb-13", sheet="Feb 2013")
    assert values(loaded, "allocated") == [(151,), (118,)]


@pytest.mark.parametrize("below", [("Dec-12", "Jan-13"), ("Feb-13", "Feb 2013")])
def test_where_no_column_or_two_are_of_that_month_the_person_is_asked(below: tuple[str, str]) -> None:
    loaded = load_split("Position at 28 February 2013", *below)
    assert loaded.stopped
    assert any(column.question for column in loaded.columns)
