"""Percentages without a sign: fractions beside hundredths are told apart row by row, and headings may come again."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from loading import codes, load_rows, problem, values

from loaders import Loaded

pytestmark = pytest.mark.unit

HEAD = ["Measure", "", "Q1 2012/13", "Q2 2012/13"]
OTHER = ["Re-referrals", "%", 15.1, 16]


def report(*rows: Sequence[object]) -> Loaded:
    return load_rows(HEAD, *rows, sheet="Activity")


def printed(loaded: Loaded) -> list[float | None]:
    """The percentages of the first measure."""
    rows = values(loaded, "measure", "unit", "printed", table="activity")
    return [value for measure, unit, value in rows if measure == rows[0][0] and unit == "%"]


@pytest.mark.parametrize(
    ("quarters", "read", "code"),
    [
        ([0.95, 0.9], [95, 90], "activity_fractions"),
        ([0.95, 90], [95, 90], "activity_fraction_among"),
        ([0.4, 2.6], [0.4, 2.6], "activity_small_percentage"),
        ([1, 1], [1, 1], None),
    ],
)
def test_a_row_decides_what_its_percentages_are_and_it_is_said(
    quarters: list[float], read: list[float], code: str | None
) -> None:
    loaded = report(["Assessments in time", "%", *quarters], OTHER)
    assert printed(loaded) == read
    assert codes(loaded) == ([code] if code else [])
    assert code is None or problem(loaded, code).cell == "C2"


def test_a_row_of_ones_is_one_of_fractions_where_another_row_is() -> None:
    loaded = report(["Seen alone", "%", 1, 1], ["Assessments in time", "%", 0.95, 0.004])
    assert printed(loaded) == [100, 100]
    assert values(loaded, "printed", table="activity")[2:] == [(95,), (0.4,)]


@pytest.mark.parametrize(
    ("parts", "quarters", "read"), [((5, 1000), [0.5, 0.4], [0.5, 0.4]), ((19, 20), [0.95, 0.9], [95, 90])]
)
def test_the_ratio_decides_where_there_is_one(parts: tuple[int, int], quarters: list[float], read: list[float]) -> None:
    # Given a percentage with its ratio in the first quarter only
    above, below = parts
    rows = [["Missing", "numerator", above], ["", "denominator", below], ["", "%", *quarters]]
    # Then it is what the ratio gives, and that of the other quarter is read in the same way
    assert printed(report(*rows, OTHER)) == read


def test_headings_that_come_again_are_no_measure() -> None:
    loaded = report(OTHER, HEAD, ["Visits in time", "%", 90, 91])
    measures = [row[0] for row in values(loaded, "measure", table="activity")]
    assert measures == ["Re-referrals", "Re-referrals", "Visits in time", "Visits in time"]
    assert codes(loaded) == []


@pytest.mark.parametrize("other", [["Measure", "", "Q1 2013/14", "Q2 2013/14"], ["Measure", "", "Q2", "Q1"]])
def test_below_other_headings_nothing_is_read_and_it_is_said(other: list[object]) -> None:
    loaded = report(OTHER, other, ["Visits in time", "%", 90, 91])
    assert {row[0] for row in values(loaded, "measure", table="activity")} == {"Re-referrals"}
    assert problem(loaded, "activity_other_headings").cell == "A3"
