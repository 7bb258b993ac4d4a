"""Teams that are not fieldwork teams are not measured against its optimum, and the page says so until it is set."""

from __future__ import annotations

import pytest
from screen import OCTOBER, Screen, read, row, workbook

pytestmark = pytest.mark.functional


@pytest.fixture
def three_kinds() -> bytes:
    rows = [
        row("Riverside", 6.0, 180, 3),
        row("Leaving Care", 5.0, 150, 2),
        row("Duty", 4.0, 88, Kind_of_team="MASH"),
    ]
    return workbook({OCTOBER: rows})


def test_the_overview_says_whose_average_it_is_with_the_way_to_methods(kept, three_kinds):
    kept(three_kinds)
    screen = Screen()
    said = (
        "The average of 27.9 is of all three teams. Against 25 only the fieldwork team is measured: it averages 30.0, "
        "and 3 of the 5 children who wait are its own. Leaving Care and Duty are not fieldwork teams by kind or name."
    )
    assert screen.text.count(said) == 1
    assert [link.proto.page for link in screen.at.get("page_link")] == ["methods"]
    # And they are in the average, but over nothing, and no post is counted for them: 180 / 25 - 6 is 1.2
    assert screen.figures["Average of all 3 teams"] == "27.9"
    assert screen.title == "The one fieldwork team is over 25, Riverside furthest at 30.0."
    assert screen.figures["Posts to average 25"] == "2"
    assert "It is of the fieldwork team." in screen.text


def test_it_is_said_no_more_once_it_is_set(kept, three_kinds):
    kept(three_kinds)
    screen = Screen("methods").edit("teams_Anytown", 1, Own_optimum="20").press("keep_teams")
    assert "Duty is not a fieldwork team" in screen.go("overview").text
    screen.go("methods").edit("teams_Anytown", 2, Counted=False).press("keep_teams")
    assert "fieldwork" not in screen.go("overview").text
    assert screen.title.startswith("Both counted teams are over their optimum")


def test_the_upload_says_what_is_taken_and_the_answers_are_kept_with_the_months(three_kinds):
    # Given a file with two teams that are not for fieldwork, by name and by the file's kind
    screen = Screen("upload").upload(three_kinds)
    assert "By name or kind, two teams are not for fieldwork." in screen.text
    assert "they count in the average, are not measured against 25, and get no posts" in screen.text
    asked = {read(box.label): box.key for box in screen.at.selectbox if (box.key or "").startswith("kind_")}
    assert list(asked) == ["Leaving Care (leaving care) is", "Duty (front door) is"]
    assert screen.table("The months in the file")["Service average"].tolist() == ["27.9"]
    # When one is not counted and the other is said to be fieldwork, then the table above says what would be kept
    screen.set(asked["Leaving Care (leaving care) is"], "not counted")
    screen.set(asked["Duty (front door) is"], "fieldwork")
    assert screen.table("The months in the file")["Service average"].tolist() == ["26.8"]
    screen.set("council", "Anytown").press("keep").go("overview")
    assert screen.figures["Average of 2 of 3 teams"] == "26.8"
    assert "not fieldwork teams" not in screen.text
    assert "Duty" not in screen.go("posts").text.split("counted;")[1].split(".")[0]
    # And the next file asks no more
    assert "not for fieldwork" not in screen.go("upload").upload(three_kinds).text


def test_what_nobody_changed_stays_open(three_kinds, store):
    Screen("upload").keep(three_kinds)
    assert store.settings("Anytown").teams == {}


def test_added_posts_are_about_the_teams_with_an_optimum(kept, three_kinds):
    kept(three_kinds)
    screen = Screen("posts").set("posts", 2)
    # Then the average, the curve and the number that is enough are of the same teams: 180 / 8 is 22.5
    assert "22.5" in screen.figures.values()
    assert screen.title.startswith("Two posts bring the fieldwork team to 22.5, below 25; no team stays over")
    line, crossing = screen.chart("posts_curve")["data"]
    assert crossing["x"] == [2]
    assert line["y"][2] <= 25 < line["y"][1]
    assert "One of three teams has an optimum and is in this answer; Leaving Care and Duty have none." in screen.text
    # And nobody is called uncounted who counts
    assert "not counted" not in screen.text
    assert "Duty<br>(no optimum)" in screen.chart("posts_by_team")["layout"]["yaxis"]["ticktext"]


def test_a_council_of_no_fieldwork_teams_is_told_where_to_set_its_optimum(kept):
    kept(workbook({OCTOBER: [row("Fostering", 6.0, 90), row("Leaving Care", 5.0, 150)]}))
    screen = Screen()
    assert screen.title == "No optimum is set for these teams, so none is over it."
    assert [link.proto.page for link in screen.at.get("page_link")] == ["methods"]
    assert "cannot be worked out" in screen.go("posts").title


def test_nothing_is_said_of_fieldwork_teams():
    assert "fieldwork" not in Screen().text
