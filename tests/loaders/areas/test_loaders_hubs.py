"""Hubs, units and pods beside teams: which column has the teams, and which their areas."""

from __future__ import annotations

import pytest
from every_row import every_row
from loading import codes, load_rows, load_sheets, problem, values

from loaders import Decision

pytestmark = pytest.mark.unit

FIGURES = ["SW FTE", "Allocated", "Unallocated"]
TEAMS = [["Duty", 6.0, 151, 4], ["Long Term", 4.5, 98, 0], ["Moor", 7.2, 140, 2], ["Intake", 5.0, 100, 1]]
NAMES = [name for name, *_ in TEAMS]
SHARED, OWN = ["Aire", "Aire", "Wharfe", "Wharfe"], ["Aire", "Wharfe", "Nidd", "Ure"]


def laid(hub: str, team: str, areas: list[str]) -> list[list[object]]:
    return [[hub, team, *FIGURES], *([area, *row] for area, row in zip(areas, TEAMS, strict=True))]


@every_row("areas", [SHARED, OWN])
@every_row("team", ["Team", "Name of Team", "Delivery team", "Sub-team", "Safeguarding team", "Social work team name"])
@every_row("hub", ["Hub", "Unit", "Pod name"])
def test_a_column_that_says_team_has_the_teams_beside_a_hub(hub: str, team: str, areas: list[str]) -> None:
    loaded = load_rows(*laid(hub, team, areas))
    assert values(loaded, "team", "area") == list(zip(NAMES, areas, strict=True))
    assert (codes(loaded), problem(loaded, "hub_as_area").cell) == ([], "B1")


@pytest.mark.parametrize("heading", ["Previous team", "Team manager", "Total teams"])
def test_a_hub_alone_is_the_team(heading: str) -> None:
    loaded = load_rows(["Hub", heading, *FIGURES], *(["Aire", *row] for row in TEAMS[:1]), ["Wharfe", *TEAMS[1]])
    assert values(loaded, "team", "area") == [("Aire", None), ("Wharfe", None)]


@pytest.mark.parametrize(
    ("one", "other"),
    [("Unit", "Pod"), ("Team", "Sub-team"), ("Area team", "Team"), ("Unit", "Group"), ("Hub", "Service")],
)
def test_where_headings_leave_it_open_the_names_that_stand_once_are_the_teams(one: str, other: str) -> None:
    loaded = load_rows(*laid(one, other, SHARED))
    assert values(loaded, "team", "area") == list(zip(NAMES, SHARED, strict=True))
    assert "team_by_names" in codes(loaded, "warning")
    assert [column.heading for column in loaded.columns if column.question] == [other]


@pytest.mark.parametrize(
    ("one", "other"), [("Unit", "Pod"), ("Team", "Pod"), ("Team", "Sub-team"), ("Hub", "Workgroup")]
)
def test_where_names_leave_it_open_too_the_person_is_asked_and_the_answer_is_done(one: str, other: str) -> None:
    # Given a table in which either column may have the teams
    sheets = {"Feb 2013": laid(one, other, OWN)}
    loaded = load_sheets(sheets)
    assert loaded.stopped
    asked = {column.heading: column for column in loaded.columns if column.question}
    assert other in asked and all(column.must for column in asked.values())
    # When the person says that the second has, then it has
    told = [Decision(other, "team", asked[other].shape, asked[other].nth)]
    told += [Decision(one, "area", asked[one].shape, asked[one].nth)] if one in asked else []
    answered = load_sheets(sheets, mapping=told)
    assert values(answered, "team") == [(name,) for name in NAMES]


def test_hubs_are_no_teams_in_lists_of_children_and_of_workers_and_over_months() -> None:
    children = load_rows(
        ["Child ID", "Hub", "Team", "Worker"], ["C1", "Aire", "Ash", "SW 1"], ["C2", "Aire", "Elm", ""]
    )
    workers = load_rows(
        ["Hub", "Delivery team", "Worker", "FTE", "Cases"], ["Aire", "Ash", "SW 1", 1, 9], ["Aire", "Elm", "SW 2", 1, 8]
    )
    months = [
        ["Children allocated"],
        ["Hub", "Delivery team", "Jan-13", "Feb-13"],
        ["Aire", "Ash", 9, 8],
        ["Aire", "Elm", 7, 6],
    ]
    for loaded in (children, workers, load_rows(*months)):
        assert {team for (team,) in values(loaded, "team")} == {"Ash", "Elm"}
