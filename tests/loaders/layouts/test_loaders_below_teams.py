"""Teams side by side, each over months or over what it is compared with: these are no teams."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import pytest
from loading import codes, load_rows, load_sheets, problem, values

from loaders import Loaded

pytestmark = pytest.mark.unit

BEFORE, NOW = [(7.5, 151, 4), (8.0, 142, 2)], [(7.2, 118, 0), (7.0, 133, 1)]
JAN, FEB = dt.date(2013, 1, 1), dt.date(2013, 2, 1)


def load_below(below: Sequence[object], teams: Sequence[str] = ("Ash", "Elm"), *, sheet: str = "Feb 2013") -> Loaded:
    """Two figures of each of two teams, the earlier one first, under headings; a third is their difference."""
    wide = len(below)
    figures = [
        [name, *[figure for both in zip(BEFORE, NOW, strict=True) for figure in (both[0][at], both[1][at], -1)[:wide]]]
        for at, name in enumerate(("SW FTE", "Allocated", "Unallocated"))
    ]
    names = ["", *(text for team in teams for text in (team, *[""] * (wide - 1)))]
    return load_sheets({sheet: [names, ["", *below, *below], *figures]})


def figures(loaded: Loaded) -> list[tuple[object, ...]]:
    return values(loaded, "month", "team", "fte", "allocated", "unallocated")


@pytest.mark.parametrize("below", [["Jan-13", "Feb-13"], ["31/01/2013", "28/02/2013"], [JAN, dt.date(2013, 2, 28)]])
def test_months_below_the_teams_are_the_months(below: list[object]) -> None:
    told = figures(load_below(below, sheet="All"))
    expected = [(month, team, *one) for month, both in ((JAN, BEFORE), (FEB, NOW))
                for team, one in zip(("Ash", "Elm"), both, strict=True)]  # fmt: skip
    assert sorted(told) == sorted(expected)


@pytest.mark.parametrize(
    "below",
    [
        ["Plan", "Actual"],
        ["Target", "Actual"],
        ["Prev", "Curr"],
        ["Last month", "This month"],
        ["Budget", "Now", "+/-"],
    ],
)
def test_of_figures_beside_one_another_those_that_were_counted_are_read(below: list[object]) -> None:
    loaded = load_below(below)
    assert figures(loaded) == [(FEB, "Ash", *NOW[0]), (FEB, "Elm", *NOW[1])]
    assert f"under “{below[0]}”" in problem(loaded, "compared_below_teams").message


@pytest.mark.parametrize(
    ("below", "code"),
    [
        (["Jan", "Feb"], "month_without_year"),
        (["2012", "2013"], "unreadable_month"),
        (["Plan", "Revised"], "team_twice"),
    ],
)
def test_what_leaves_open_which_figures_are_meant_is_refused(below: list[object], code: str) -> None:
    loaded = load_below(below)
    assert (figures(loaded), set(codes(loaded, "error"))) == ([], {code})


def test_a_change_below_months_is_passed_over() -> None:
    loaded = load_below(["Jan-13", "Feb-13", "Change"], sheet="All")
    assert len(figures(loaded)) == 4
    assert problem(loaded, "compared_below_teams").cell == "D2"


def test_areas_whose_teams_have_the_same_names_are_areas() -> None:
    loaded = load_below(["Duty", "Court"], ("North", "South"))
    assert values(loaded, "area", "team")[:2] == [("North", "Duty (North)"), ("North", "Court (North)")]


def test_a_target_in_each_area_is_no_team_and_the_teams_stay() -> None:
    loaded = load_rows(
        ["", "North", "", "", "South", "", ""],
        ["", "Ash", "Elm", "Target", "Oak", "Fir", "Target"],
        ["FTE", 5, 6, 7, 8, 9, 10],
        ["Allocated", 100, 120, 110, 150, 170, 160],
    )
    assert values(loaded, "area", "team") == [("North", "Ash"), ("North", "Elm"), ("South", "Oak"), ("South", "Fir")]


def test_people_over_months_are_not_taken_for_teams() -> None:
    loaded = load_below(["Jan-13", "Feb-13"], ("Amy Ashton", "Ben Bayley"), sheet="All")
    assert figures(loaded) == []
    assert "Ashton" not in str(loaded.problems)
