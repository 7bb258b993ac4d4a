"""Teams that are not fieldwork teams are not measured against its optimum, and the page says so until it is set."""

from __future__ import annotations

import pytest
from screen import OCTOBER, Screen, row, workbook

pytestmark = pytest.mark.functional


@pytest.fixture
def three_kinds() -> bytes:
    rows = [row("Riverside", 6.0, 180), row("Leaving Care", 5.0, 150), row("Duty", 4.0, 88, Kind_of_team="MASH")]
    return workbook({OCTOBER: rows})


def test_the_overview_says_it_once_with_the_way_to_methods(kept, three_kinds):
    kept(three_kinds)
    screen = Screen()
    said = "Leaving Care and Duty are not fieldwork teams by kind or name: they count in the average, not against 25."
    assert screen.text.count(said) == 1
    assert [link.proto.page for link in screen.at.get("page_link")] == ["methods"]
    # And they are in the average, but over nothing, and no post is counted for them: 180 / 25 - 6 is 1.2
    assert screen.figures["Average caseload"] == "27.9"
    assert screen.title == "The one team with an optimum is over 25, Riverside furthest at 30.0."
    assert screen.figures["Posts to average 25"] == "2"
    assert "It is of the one team with an optimum." in screen.text


def test_it_is_said_no_more_once_it_is_set(kept, three_kinds):
    kept(three_kinds)
    screen = Screen("methods").edit("teams_Anytown", 1, Own_optimum="20").press("keep_teams")
    assert "Duty is not a fieldwork team" in screen.go("overview").text
    screen.go("methods").edit("teams_Anytown", 2, Counted=False).press("keep_teams")
    assert "fieldwork" not in screen.go("overview").text
    assert screen.title.startswith("Both teams are over their optimum")


def test_the_upload_says_it_before_the_months_are_kept(three_kinds):
    screen = Screen("upload").upload(three_kinds)
    assert "Leaving Care and Duty are not fieldwork teams by kind or name" in screen.text
    assert screen.table("The months in the file")["Service average"].tolist() == ["27.9"]


def test_added_posts_are_about_the_teams_with_an_optimum(kept, three_kinds):
    kept(three_kinds)
    screen = Screen("posts").set("posts", 2)
    # Then the average, the curve and the number that is enough are of the same teams: 180 / 8 is 22.5
    assert screen.figures["Service average"] == "22.5"
    assert screen.title == "Two posts bring the service to 22.5, below 25; no team stays over."
    line, crossing = screen.chart("posts_curve")["data"]
    assert crossing["x"] == [2]
    assert line["y"][2] <= 25 < line["y"][1]
    assert "One of three teams is counted; Leaving Care and Duty are left out." in screen.text


def test_a_council_of_no_fieldwork_teams_is_told_where_to_set_its_optimum(kept):
    kept(workbook({OCTOBER: [row("Fostering", 6.0, 90), row("Leaving Care", 5.0, 150)]}))
    screen = Screen()
    assert screen.title == "No optimum is set for these teams, so none is over it."
    assert [link.proto.page for link in screen.at.get("page_link")] == ["methods"]
    assert "cannot be worked out" in screen.go("posts").title


def test_nothing_is_said_of_fieldwork_teams():
    assert "fieldwork" not in Screen().text
