"""Tables without a column headed Team: areas are the teams only where nothing beside them is."""

from __future__ import annotations

import pytest
from every_row import every_row
from loading import codes, load_rows, load_sheets, values

from loaders import Decision, Loaded

pytestmark = pytest.mark.unit

FIGURES = ["SW FTE", "Allocated", "Unallocated"]
TEAMS = [["Duty", 6.0, 151, 4], ["Long Term", 4.5, 98, 0], ["Moor", 7.2, 140, 2], ["Intake", 5.0, 100, 1]]
NAMES = [(name,) for name, *_ in TEAMS]
SHARED, OWN = ["Aire", "Aire", "Wharfe", "Wharfe"], ["Aire", "Wharfe", "Nidd", "Ure"]


def laid(shape: str, heading: str, areas: list[str]) -> list[list[object]]:
    """The same teams, their areas beside them, in a shape."""
    both = list(zip(areas, TEAMS, strict=True))
    if shape == "flat":
        return [["Locality", heading, *FIGURES], *([area, *team] for area, team in both)]
    if shape == "long":
        told = [
            [area, team[0], name, value] for area, team in both for name, value in zip(FIGURES, team[1:], strict=True)
        ]
        return [["Locality", heading, "Measure", "Value"], *told]
    rows: list[list[object]] = []
    for place, name in enumerate(FIGURES, start=1):
        rows += [[name], ["Locality", heading, "Feb-13", "Mar-13"]]
        rows += [[area, team[0], team[place], team[place]] for area, team in both]
    return rows


@every_row("heading", ["Service", "Delivery team", "Zz"])
@every_row("shape", ["flat", "long", "across"])
def test_beside_areas_of_several_rows_the_names_are_the_teams(shape: str, heading: str) -> None:
    # Given areas of two teams each, and the teams' names beside them under a heading that says little
    loaded = load_rows(*laid(shape, heading, SHARED))
    # When it is read, then the names are the teams and the areas their areas, and that is said
    assert set(values(loaded, "team", "area")) == {(team, area) for (team,), area in zip(NAMES, SHARED, strict=True)}
    assert {"names_as_teams", "read_as_team"} & set(codes(loaded, "warning", "note"))


@pytest.mark.parametrize("shape", ["flat", "long", "across"])
def test_where_areas_and_names_stand_once_each_neither_is_taken(shape: str) -> None:
    # Given as many areas as names
    loaded = load_rows(*laid(shape, "Zz", OWN))
    # When it is read, then nothing is kept: either column may have the teams
    assert loaded.stopped and "area_or_team" in codes(loaded, "error")


@pytest.mark.parametrize("meant", ["team", ""])
def test_what_the_person_says_of_the_names_is_done(meant: str) -> None:
    # Given a table of which it is asked, and the answer
    sheets = {"Feb 2013": laid("flat", "Zz", OWN)}
    asked = [column for column in load_sheets(sheets).columns if column.question]
    assert [(column.heading, column.must) for column in asked] == [("Zz", True)]
    answer = Decision(asked[0].heading, meant, asked[0].shape, asked[0].nth)
    # When it is read by the answer
    loaded = load_sheets(sheets, mapping=[answer])
    # Then the names are the teams, or the areas are
    assert values(loaded, "team") == (NAMES if meant else [(area,) for area in OWN])


@every_row(
    ("heading", "beside"),
    [
        ("Manager", ["Khan", "Lowe", "Noor", "Patel"]),
        ("Zz", ["Anna Smith", "Ben Jones", "Carla Green", "Dev Patel"]),
        ("Zz", ["up", "down", "up", "up"]),
        ("Zz", ["", "", "See the note", ""]),
        ("Code", ["N1", "N2", "S1", "S2"]),
    ],
)
def test_areas_are_the_teams_where_nothing_beside_them_names_any(heading: str, beside: list[str]) -> None:
    # Given areas with something beside them that can be no team's name
    rows = [[area, other, *team[1:]] for area, other, team in zip(OWN, beside, TEAMS, strict=True)]
    loaded: Loaded = load_rows(["Locality", heading, *FIGURES], *rows)
    # When it is read, then the areas are the teams
    assert values(loaded, "team") == [(area,) for area in OWN]
