"""An area's subtotal where the area has one team only."""

from __future__ import annotations

import pytest
from loading import HEADINGS, codes, load_rows, load_text, problem, values

pytestmark = pytest.mark.unit

HEAD = "Month,Area,Team,FTE in post,Children allocated,Children waiting\n"
NORTH = "Feb-2013,North,Ash,4,57,1\nFeb-2013,North,Beech,3,50,2\nFeb-2013,North,North,7,107,3\n"


def names(text: str) -> list[str]:
    return load_text(HEAD + text).tables["team_caseload"]["team"].tolist()


def test_the_sum_of_an_areas_only_team_is_no_team():
    # Given an area of two teams and one of a single team, each with a row of its sum named like the area
    assert names(NORTH + "Feb-2013,South,Cedar,4,61,0\nFeb-2013,South,South,4,61,0\n") == ["Ash", "Beech", "Cedar"]


def test_a_team_named_like_its_area_with_figures_of_its_own_stays():
    assert names(NORTH + "Feb-2013,South,Cedar,4,61,0\nFeb-2013,South,South,5,80,1\n")[-2:] == ["Cedar", "South"]


NORTH_ROWS = [["North 1", 6, 150, 0], ["North 2", 4, 141, 1]]
AREA = ["North", 10, 291, 1]
TITLE = ["Position as at 29 February 2024"]
LONE = [("South", "South 1"), ("Disabilities", "CWD team")]


@pytest.mark.parametrize(("area", "team"), LONE)
@pytest.mark.parametrize("below", [False, True])
def test_an_area_is_left_out_on_the_side_on_which_other_areas_stand(area: str, team: str, below: bool) -> None:
    # Given an area that is the sum of its teams, and one with the same figures as its only team
    lone = [[area, 6, 165, 2], [team, 6, 165, 2]]
    rows = [*NORTH_ROWS, AREA, *lone[::-1]] if below else [AREA, *NORTH_ROWS, *lone]
    loaded = load_rows(TITLE, HEADINGS, *rows, sheet="Teams")
    # Then no child is counted twice, and the row is named by its cell
    assert values(loaded, "team", "allocated") == [("North 1", 150), ("North 2", 141), (team, 165)]
    found = problem(loaded, "area_of_one_team")
    assert (found.severity, found.cell) == ("warning", "A7" if below else "A6")
    assert f"“{area}” has the same figures as “{team}”" in found.message
    assert set(codes(loaded)) == {"area_of_one_team", "total_by_another_name"}


def test_a_sum_of_all_below_an_area_of_one_team_is_found_too() -> None:
    rows = [*NORTH_ROWS, AREA, ["South 1", 6, 165, 2], ["South", 6, 165, 2], ["Fieldwork", 16, 456, 3]]
    loaded = load_rows(HEADINGS, *rows)
    assert values(loaded, "team", "area") == [("North 1", "North"), ("North 2", "North"), ("South 1", "South")]


@pytest.mark.parametrize("change", [(7, 165, 2), (6, 166, 2), (6, 165, 3), (6, 165, None)])
def test_a_row_that_differs_in_any_figure_is_a_team(change: tuple[object, ...]) -> None:
    loaded = load_rows(HEADINGS, AREA, *NORTH_ROWS, ["South", 6, 165, 2], ["South 1", *change])
    assert values(loaded, "team")[-2:] == [("South",), ("South 1",)]
    assert "area_of_one_team" not in codes(loaded)


def test_two_teams_alike_within_an_area_that_adds_up_stay() -> None:
    twins = [["North 1", 5, 100, 1], ["North 2", 5, 100, 1]]
    east = [["East", 7, 150, 0], ["East 1", 4, 80, 0], ["East 2", 3, 70, 0]]
    loaded = load_rows(HEADINGS, ["North", 10, 200, 2], *twins, *east)
    assert values(loaded, "team") == [("North 1",), ("North 2",), ("East 1",), ("East 2",)]
    assert set(codes(loaded)) == {"total_by_another_name"}


def test_without_other_areas_two_rows_alike_are_both_named_and_stay() -> None:
    loaded = load_rows(HEADINGS, *NORTH_ROWS, ["South", 6, 165, 2], ["South 1", 6, 165, 2])
    assert len(values(loaded, "team")) == 4
    found = problem(loaded, "may_be_area")
    assert found.cell == "A5"
    assert "“South” and “South 1”" in found.message


@pytest.mark.parametrize(
    "rows",
    [
        [["Ash", 6, 165, 2], ["Elm", 6, 165, 2], ["Total", 12, 330, 4]],
        [["Ash", 2, 12, 0], ["Elm", 2, 12, 0]],
        [["Ash", 6, 165, 2], ["Elm", 6, 165, 2], ["Oak", 6, 165, 2]],
    ],
    ids=["the total counts both", "small", "filled down"],
)
def test_rows_that_are_alike_for_another_reason_are_not_named(rows: list[list[object]]) -> None:
    assert "may_be_area" not in codes(load_rows(HEADINGS, *rows))
