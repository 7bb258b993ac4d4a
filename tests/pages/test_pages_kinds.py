"""Teams that are not fieldwork teams are not measured against its optimum, and the page says so until it is set."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal

import pytest
from screen import NOVEMBER, OCTOBER, Screen, read, row, workbook

from model.assumptions import Settings, TeamSetting

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


def kinds_asked(screen: Screen) -> dict[str, str]:
    """Each team that is asked about, and what stands of it."""
    boxes = [box for box in screen.at.selectbox if (box.key or "").startswith("kind_")]
    return {read(box.label).split(" (")[0]: box.value for box in boxes}


def answer(screen: Screen, team: str, value: str) -> Screen:
    (key,) = [
        box.key for box in screen.at.selectbox
        if (box.key or "").startswith("kind_") and read(box.label).startswith(f"{team} (")
    ]  # fmt: skip
    return screen.set(key, value)


def test_an_answer_stays_with_its_team_when_a_name_is_answered_otherwise(store, kept):
    # Given a team for leaving care that is set not to count, and a file that may write it otherwise, before a new team
    kept(workbook({OCTOBER: [row("Riverside", 6.0, 180), row("Leaving Care", 5.0, 150)]}))
    settings = Settings(teams={"Leaving Care": TeamSetting(counted=False)})
    store.keep_settings("Anytown", settings, by="", at=datetime(2024, 12, 3, tzinfo=UTC))
    rows = [row("Leaving Care Team", 5.0, 148), row("Front Door", 4.0, 88), row("Riverside", 6.0, 182)]
    screen = Screen("upload").upload(workbook({NOVEMBER: rows}))
    # Then a team that was decided on is not asked about again, by whatever name the file calls it
    assert kinds_asked(screen) == {"Front Door": "in average"}
    (name,) = [box for box in screen.at.selectbox if "Leaving Care Team" in box.label]
    name.select_index(next(n for n, told in enumerate(name.options) if told.startswith("the new name")))
    assert kinds_asked(screen._run()) == {"Front Door": "in average"}
    # When Front Door is answered, and then the name is said to be a new team's, which goes before it
    answer(screen, "Front Door", "not counted")
    (name,) = [box for box in screen.at.selectbox if "Leaving Care Team" in box.label and box.key.startswith("team_")]
    name.select_index(name.options.index("a new team"))
    screen._run()
    # Then the answer is still Front Door's, and is kept for it
    assert kinds_asked(screen) == {"Leaving Care Team": "in average", "Front Door": "not counted"}
    screen.press("keep")
    assert store.settings("Anytown").teams == settings.teams | {"Front Door": TeamSetting(counted=False)}


def test_an_answer_counts_for_kept_months_and_stays_when_its_upload_is_undone_and_both_are_said(store, kept):
    # Given a kept month with a front door that nobody has decided on
    kept(workbook({OCTOBER: [row("Riverside", 6.0, 180), row("Duty", 4.0, 88, Kind_of_team="MASH")]}))
    november = workbook({NOVEMBER: [row("Riverside", 6.0, 186), row("Duty", 4.0, 90, Kind_of_team="MASH")]})
    screen = Screen("upload").upload(november)
    assert "What you say counts for every month of the team, and stays if the upload is undone." in screen.text
    assert "also counts in the months kept already" not in screen.text
    # When it is answered, then what would change has it
    answer(screen, "Duty", "not counted")
    assert "What you say above of Duty also counts in the months kept already" in screen.text
    # When it is kept and is to be undone, then it is said what stays, before and after
    screen.press("keep").press(f"undo_{max(upload.id for upload in store.uploads('Anytown'))}")
    stays = "What was said with it of Duty stays as it is; it is changed on the Methods page."
    assert screen.text.count(stays) == 1
    screen.press("confirm")
    assert screen.text.count(stays) == 1
    assert store.settings("Anytown").teams == {"Duty": TeamSetting(counted=False)}


def test_settings_that_somebody_else_keeps_meanwhile_are_not_lost(store, kept, three_kinds):
    # Given a file that was read and answered
    kept(workbook({OCTOBER: [row("Riverside", 6.0, 180)]}))
    screen = answer(Screen("upload").upload(three_kinds), "Duty", "not counted")
    # When somebody else changes the settings before it is kept
    store.keep_settings("Anytown", Settings(optimum=Decimal(20)), by="", at=datetime(2024, 12, 3, tzinfo=UTC))
    agree = next(box.key for box in screen.at.checkbox if (box.key or "").startswith("agree_"))
    screen.set(agree, True).press("keep")
    # Then both stand
    assert store.settings("Anytown") == Settings(optimum=Decimal(20), teams={"Duty": TeamSetting(counted=False)})


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
