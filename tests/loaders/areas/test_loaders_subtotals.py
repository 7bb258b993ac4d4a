"""Rows that are the sum of other teams are totals, whatever they are called; what may be one is said."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from loading import HEADINGS, JUMPY, codes, load_rows, load_sheets, problem, values

pytestmark = pytest.mark.unit

NORTH = [["North 1", 7.5, 187, 3], ["North 2", 6.5, 216, 5]]
SOUTH = [["South 1", 6, 214, 2], ["South 2", 7, 235, 0]]
SUM_NORTH, SUM_SOUTH, SUM = [14, 403, 8], [13, 449, 2], [27, 852, 10]
FOUR = [("North 1",), ("North 2",), ("South 1",), ("South 2",)]


@pytest.mark.parametrize(
    "rows",
    [
        [*NORTH, ["North", *SUM_NORTH], *SOUTH, ["South", *SUM_SOUTH]],
        [*NORTH, ["Red", *SUM_NORTH], *SOUTH, ["Blue", *SUM_SOUTH], ["Fieldwork", *SUM]],
        [["North", *SUM_NORTH], *NORTH, ["South", *SUM_SOUTH], *SOUTH],
        [*NORTH, ["North total", *SUM_NORTH], *SOUTH, ["Blue", *SUM_SOUTH], ["Total", *SUM]],
    ],
    ids=["below", "below and of all", "above", "beside named totals"],
)
def test_sums_of_some_teams_are_no_teams(rows: list[list[object]]) -> None:
    # Given sums of the teams of an area, under a name that does not say so
    loaded = load_rows(HEADINGS, *rows)
    # Then no child is counted twice, and every such row is named
    assert values(loaded, "team") == FOUR
    assert set(codes(loaded)) == {"total_by_another_name"}


def test_a_sum_of_all_is_none_in_a_table_of_several_months_either() -> None:
    rows = [[month, *row] for month in ("Jan-13", "Feb-13") for row in (*NORTH, *SOUTH, ["Fieldwork", *SUM])]
    loaded = load_sheets({"Data": [["Month", *HEADINGS], *rows]})
    assert values(loaded, "team") == FOUR * 2
    assert "total_by_another_name" in codes(loaded)


def test_a_sum_that_is_wrong_in_one_month_of_three_is_a_total_that_disagrees() -> None:
    wrong = {"Jan-13": 852, "Feb-13": 842, "Mar-13": 852}
    rows = [[month, *row] for month, sum_ in wrong.items() for row in (*NORTH, *SOUTH, ["Fieldwork", 27, sum_, 10])]
    loaded = load_sheets({"Data": [["Month", *HEADINGS], *rows]})
    assert values(loaded, "team") == FOUR * 3
    assert problem(loaded, "total_disagrees").cell == "D11"


def test_of_months_side_by_side_the_area_of_its_teams_is_a_total() -> None:
    rows = [["Team", "Jan-13", "Feb-13"], ["North 1", 10, 21], ["North 2", 12, 20], ["North", 22, 41], ["South", 5, 6]]
    loaded = load_rows(["Children allocated"], *rows, sheet="D")
    assert values(loaded, "team")[:3] == [("North 1",), ("North 2",), ("South",)]
    assert problem(loaded, "total_by_another_name").cell == "A5"


@pytest.mark.parametrize(
    ("row", "code"),
    [
        (["Fieldwork", 14, 404, 8], "nearly_total"),
        (["Fieldwork", 14, 409, 8], "nearly_total"),
        (["Fieldwork", 14, None, None], "may_be_total"),
    ],
)
def test_what_may_be_a_total_is_said_and_stays_a_team(row: list[object], code: str) -> None:
    loaded = load_rows(HEADINGS, *NORTH, row)
    assert values(loaded, "team") == [("North 1",), ("North 2",), ("Fieldwork",)]
    assert problem(loaded, code).cell == "A4"


@settings(max_examples=40, deadline=None)
@given(st.permutations([*NORTH, *SOUTH, ["East", 5.5, 100, 1], ["West", 4, 311, 7]]))
def test_teams_that_are_no_sums_all_stay(rows: list[list[object]]) -> None:
    loaded = load_rows(HEADINGS, *rows)
    assert values(loaded, "team") == [(row[0],) for row in rows]
    assert set(codes(loaded)) <= JUMPY


def test_a_team_that_is_the_sum_of_others_by_chance_is_a_team_and_no_area() -> None:
    rows = [["Alpha", 2.5, 30], ["Beta", 2.5, 30], ["Gamma", 5, 60], ["Delta", 5, 70]]
    loaded = load_rows(HEADINGS[:3], *rows)
    assert values(loaded, "team", "area") == [(row[0], None) for row in rows]
    assert problem(loaded, "may_be_total").cell == "A4"


def test_no_area_is_called_after_a_sum_whose_name_says_nothing_of_its_teams() -> None:
    loaded = load_rows(HEADINGS, *NORTH, ["Red", *SUM_NORTH], *SOUTH, ["South", *SUM_SOUTH])
    assert values(loaded, "area") == [(None,), (None,), ("South",), ("South",)]
