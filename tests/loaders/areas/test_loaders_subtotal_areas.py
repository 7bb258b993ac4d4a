"""Areas that only rows of subtotals give are kept, and a total that cannot be compared says why."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from loading import HEADINGS, TOTAL, TWO, codes, load_rows, problem, values

pytestmark = pytest.mark.unit

NORTH = [["North 1", 5, 100, 2], ["North 2", 6, 120, 3], ["North total", 11, 220, 5]]
SOUTH = [["Oak", 4, 90, 0], ["Total - South", 4, 90, 0]]
GRAND = ["Total", 15, 310, 5]


def test_the_area_of_a_subtotal_is_that_of_its_teams_and_is_said_once() -> None:
    # Given two areas that only their totals name
    loaded = load_rows(HEADINGS, *NORTH, *SOUTH, GRAND)
    # Then each team has its area, and a note says where it is from
    assert values(loaded, "team", "area") == [("North 1", "North"), ("North 2", "North"), ("Oak", "South")]
    found = problem(loaded, "areas_from_totals")
    assert (found.severity, found.cell) == ("note", "A4")
    assert "“North” (North 1, North 2) and “South” (Oak)" in found.message
    assert codes(loaded) == []


def test_a_total_that_does_not_agree_gives_no_area() -> None:
    wrong = [*NORTH[:2], ["North total", 11, 221, 5]]
    loaded = load_rows(HEADINGS, *wrong, *SOUTH, ["Total", 15, 310, 5])
    assert values(loaded, "team", "area") == [("North 1", None), ("North 2", None), ("Oak", "South")]
    assert codes(loaded) == ["total_disagrees"]


def test_the_total_of_all_teams_is_no_area_whatever_it_is_called() -> None:
    loaded = load_rows(HEADINGS, *TWO, ["Fieldwork total", *TOTAL[1:]])
    assert values(loaded, "area") == [(None,), (None,)]
    assert "areas_from_totals" not in codes(loaded, "note")


def test_an_area_column_comes_before_what_totals_say() -> None:
    rows = [["East", *row] for row in NORTH[:2]] + [["", *NORTH[2]]] + [["", *row] for row in SOUTH]
    loaded = load_rows(["Area", *HEADINGS], *rows, ["", *GRAND])
    assert values(loaded, "area") == [("East",), ("East",), (None,)]


def test_a_total_over_a_blank_says_why_it_is_not_compared() -> None:
    # Given a team whose FTE is blank
    loaded = load_rows(HEADINGS, ["Ash", None, 100, 0], TWO[1], TOTAL)
    # Then the total of FTE is named by its cell with the team that has none, and the area of others is not affected
    found = problem(loaded, "total_not_compared")
    assert (found.severity, found.cell) == ("note", "B4")
    assert "because “Ash” has no figure" in found.message


def test_an_area_is_taken_by_the_figures_that_can_be_compared() -> None:
    rows = [["North 1", None, 100, 2], NORTH[1], ["North total", 11, 220, 5]]
    loaded = load_rows(HEADINGS, *rows, *SOUTH, GRAND)
    assert values(loaded, "area") == [("North",), ("North",), ("South",)]


@settings(max_examples=20, deadline=None)
@given(st.lists(st.lists(st.integers(1, 400), min_size=1, max_size=4), min_size=2, max_size=4))
def test_any_grouping_comes_out_whole(areas: list[list[int]]) -> None:
    # Given areas of some teams each, every area followed by its total
    rows: list[list[object]] = []
    truth = []
    for number, children in enumerate(areas):
        name = "NESW"[number] + " side"
        for nth, own in enumerate(children):
            rows.append([f"Team {number}{nth}", nth + 2.5, own, 0])
            truth.append((f"Team {number}{nth}", name))
        rows.append([f"{name} total", sum(nth + 2.5 for nth in range(len(children))), sum(children), 0])
    assert values(load_rows(HEADINGS, *rows), "team", "area") == truth
