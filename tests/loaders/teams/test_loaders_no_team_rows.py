"""Rows that are called like totals, staff or dates: teams where figures say so, else left out and named."""

from __future__ import annotations

import pytest
from every_row import every_row
from loading import HEADINGS, TOTAL, TWO, codes, load_rows, problem, values

pytestmark = pytest.mark.unit

NAMES = [("Ash",), ("Elm",)]


@every_row("name", ["Agency workers", "Team managers", "Business support", "Deputy managers", "ASYEs", "Admin staff"])
def test_staff_without_children_are_no_team(name: str) -> None:
    # Given FTE of staff below the teams, the children of that row blank
    loaded = load_rows(HEADINGS, *TWO, [name, 3])
    # Then they are no team, and the warning has the cell
    assert values(loaded, "team") == NAMES
    assert codes(loaded) == ["staff_row"]
    assert problem(loaded, "staff_row").cell == "A4"


@every_row(
    "row",
    [["Agency workers", 3, 40, 0], ["Duty managers", 1, 2, 0], ["Business support", 2, "c", 0], ["Agency", 2, 0, 0]],
)
def test_with_children_they_are_a_team(row: list[object]) -> None:
    assert values(load_rows(HEADINGS, *TWO, row), "team")[-1] == (row[0],)


def test_a_name_with_children_in_one_month_is_a_team_in_all() -> None:
    months = [["Jan-13", *TWO[0]], ["Jan-13", "Duty managers", 1, 2, 0], ["Feb-13", *TWO[0]]]
    loaded = load_rows(["Month", *HEADINGS], *months, ["Feb-13", "Duty managers", 1, None, None])
    assert values(loaded, "team").count(("Duty managers",)) == 2


def test_a_table_of_staff_alone_keeps_its_rows() -> None:
    loaded = load_rows(["Team", "FTE in post"], ["Team managers", 3], ["Social workers", 30])
    assert values(loaded, "team") == [("Team managers",), ("Social workers",)]


@every_row(
    "line",
    ["As at 28 February 2013", "Position at 28 Feb 2013", "Week ending 22 Feb 2013", "Month-end Feb 2013"],
)
def test_a_line_that_says_when_is_no_team(line: str) -> None:
    loaded = load_rows(HEADINGS, *TWO, [line])
    assert values(loaded, "team") == NAMES
    assert codes(loaded) == []


def test_what_the_total_of_all_counts_as_a_team_is_one_though_it_is_called_a_total() -> None:
    # Given a team with "Total" in its name, which the grand total counts
    rows = [["Total Families Team", 5, 90, 1], *TWO, ["Total", 16.5, 310, 4]]
    loaded = load_rows(HEADINGS, *rows)
    # Then it is a team, with its cell in a warning, and nothing is said of totals that do not agree
    assert values(loaded, "team", "fte", "allocated")[0] == ("Total Families Team", 5.0, 90)
    assert codes(loaded) == ["total_as_team"]
    assert problem(loaded, "total_as_team").cell == "A2"


@pytest.mark.parametrize("grand", [[], [TOTAL]])
def test_what_is_no_sum_of_teams_and_called_a_total_is_named(grand: list[list[object]]) -> None:
    # Given such a row that no total counts
    loaded = load_rows(HEADINGS, ["Family Safeguarding Total", 5, 90, 1], *TWO, *grand)
    # Then it is left out, and one warning says that its children are not counted
    assert values(loaded, "team") == NAMES
    assert codes(loaded) == ["total_or_team"]
    found = problem(loaded, "total_or_team")
    assert found.cell == "A2" and "90 children" in found.message


@every_row(
    "rows",
    [
        [TWO[0], ["North total", 5.5, 101, 0], TWO[1], ["South total", 6, 120, 3]],
        [*TWO, ["North total", 11.5, 221, 3], ["Oak", 4, 80, 1], ["Fir", 4, 81, 1], ["South total", 8, 161, 2]],
        [["North total", 11.5, 221, 3], *TWO],
    ],
)
def test_a_subtotal_with_a_wrong_figure_is_still_compared(rows: list[list[object]]) -> None:
    loaded = load_rows(HEADINGS, *rows)
    assert "total_disagrees" in codes(loaded)
    assert all("total" not in name for (name,) in values(loaded, "team"))
