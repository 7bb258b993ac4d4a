"""Months side by side that have no year of their own."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from loading import codes, load_sheets, problem, values

from loaders import Loaded
from loaders.dates.baremonths import bare_months

pytestmark = pytest.mark.unit


def blocks(heading: Sequence[object], *above: Sequence[object], name: str = "file.xlsx") -> Loaded:
    """Children and FTE of two teams, a block each, below the same heading."""
    width = len(heading)
    rows: list[Sequence[object]] = [*above]
    for measure, first in (("Children allocated", 100), ("Case-holding FTE", 5)):
        teams = [[team, *(first + place for place in range(width - 1))] for team in ("Ash", "Elm")]
        rows += [[measure], heading, *teams, []]
    return load_sheets({"Data": rows}, name)


def months_of(loaded: Loaded) -> list[str]:
    return [f"{month:%Y-%m}" for month, team in values(loaded, "month", "team") if team == "Ash"]


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        (["Team", "Nov", "Dec", "Jan"], ["2023-11", "2023-12", "2024-01"]),
        (["Team", "Q2", "Q3", "Q4"], ["2023-09", "2023-12", "2024-03"]),
        (["Team", "P9", "P10"], ["2023-12", "2024-01"]),
    ],
)
def test_the_financial_year_of_a_line_is_that_of_months_side_by_side(heading: list[str], expected: list[str]) -> None:
    # Given months, quarters or periods without a year, and a title or a file's name with the financial year
    titled, named = blocks(heading, ["Caseloads 2023/24"]), blocks(heading, name="teams 2023-24.xlsx")
    # When they are read, then they are of that year, and a note says so
    for loaded in (titled, named):
        assert (codes(loaded, "error"), months_of(loaded)) == ([], expected)
        assert "2023" in problem(loaded, "year_of_months").message


def test_without_a_year_what_lacks_is_said_of_the_cells() -> None:
    for heading in (["Team", "Apr", "May", "June"], ["Team", "Q1", "Q2"]):
        loaded = blocks(heading)
        assert codes(loaded, "error") == ["month_without_year"] * len(codes(loaded, "error"))
        assert next(one.cell for one in loaded.problems if one.code == "month_without_year") == "B2"


def test_two_years_in_the_lines_are_no_year() -> None:
    loaded = load_sheets(
        {
            "Data": [
                ["Children allocated 2023/24"], ["Team", "Apr", "May", "Jun"], ["Ash", 1, 2, 3], [],
                ["Children allocated 2024/25"], ["Team", "Jul", "Aug", "Sep"], ["Ash", 4, 5, 6],
            ]
        }
    )  # fmt: skip
    assert set(codes(loaded, "error")) == {"month_without_year"}


@pytest.mark.parametrize(
    ("years", "heading", "expected"),
    [
        (["", 2023, "", 2024], ["Team", "Nov", "Dec", "Jan"], ["2023-11", "2023-12", "2024-01"]),
        (["", "2023/24"], ["Team", "Feb", "Mar"], ["2024-02", "2024-03"]),
        (["", "2023/24", "", "2024/25"], ["Team", "Q3", "Q4", "Q1"], ["2023-12", "2024-03", "2024-06"]),
    ],
)
def test_a_row_of_years_above_the_months_is_theirs(
    years: list[object], heading: list[str], expected: list[str]
) -> None:
    rows: list[Sequence[object]] = []
    for measure in ("Children allocated", "Case-holding FTE"):
        rows += [[measure], years, heading, ["Ash", *range(5, 4 + len(heading))], ["Elm", *range(7, 6 + len(heading))]]
    loaded = load_sheets({"Data": rows})
    assert (codes(loaded, "error"), months_of(loaded)) == ([], expected)


def test_years_that_do_not_fit_their_months_are_not_taken() -> None:
    # Given one calendar year above months that run over its end
    rows = [["Children allocated"], ["", 2023], ["Team", "Nov", "Dec", "Jan"], ["Ash", 1, 2, 3], ["Elm", 4, 5, 6]]
    # When they are read, then nothing is: January is not of 2023
    assert set(codes(load_sheets({"Data": rows}), "error")) == {"month_without_year"}


def test_only_months_that_follow_one_another_are_a_row_of_months() -> None:
    assert bare_months(["", "Apr", "May", "Jun", "Total"]) == [1, 2, 3]
    assert bare_months(["", "Apr", "May", "Apr", "May"]) == [1, 2, 3, 4]
    for cells in (["", "Apr", "May"], ["", "June", "April", "May"], ["", "Apr", "May", "x", "Jun"]):
        assert bare_months(cells) == []


@pytest.mark.parametrize(
    "heading",
    [["Team", "Apr-23", "May-23", "Jun-23", "Q1 2023/24", "Jul-23"], ["Team", "Apr", "May", "Jun", "Q1", "Jul"]],
)
def test_a_quarter_among_months_is_none_of_them(heading: list[str]) -> None:
    # Given a column of a quarter among those of months
    loaded = blocks(heading, ["Caseloads 2023/24"])
    # When they are read, then the months are, and it is said that the quarter is not
    assert (codes(loaded, "error"), months_of(loaded)) == ([], ["2023-04", "2023-05", "2023-06", "2023-07"])
    assert [n for (n,) in values(loaded, "allocated")[:2]] == [100, 100]
    assert "“Q1" in problem(loaded, "beside_months").message
