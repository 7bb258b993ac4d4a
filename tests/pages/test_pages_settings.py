"""Settings change the answer on every page of the council, and who is left out is said."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

import pytest
from screen import NOVEMBER, OCTOBER, TWO_TEAMS, Screen, read, row, workbook

from model.assumptions import Settings

pytestmark = pytest.mark.functional

KEEP = "Keep the settings"


def with_setting(**values: str) -> Screen:
    """The methods page with these settings typed and kept."""
    return Screen("methods").submit(KEEP, **{f"setting_{name}": value for name, value in values.items()})


def with_team(index: int, **cells: object) -> Screen:
    """The methods page with one team of the example changed and kept."""
    return Screen("methods").edit("teams_Example council", index, **cells).press("keep_teams")


def test_another_optimum_changes_every_answer():
    # When the optimum is set to 20
    screen = with_setting(optimum="20")
    assert [toast.value for toast in screen.at.toast] == ["The settings are kept."]
    # Then every page goes by it: 1,294 ÷ 20 − 40.5 is 24.2
    assert screen.go("overview").title.startswith("All six teams are over 20")
    assert screen.figures["Posts to average 20"] == "25"
    assert "Optimum 20" in [note["text"] for note in screen.chart("caseload_by_team")["layout"]["annotations"]]
    screen.go("posts")
    assert "**25** service average of 20" in [button.label for button in screen.at.button]
    assert "not 20" in screen.title
    # And it is there for the next person
    assert "Posts to average 20" in Screen().figures


def test_the_cost_of_a_post_is_the_councils_own():
    screen = with_setting(cost_per_post="£50,000").go("posts")
    assert screen.figures["Cost a year"] == "£300,000"


def test_the_same_plan_costs_the_same_on_every_page():
    # Given six posts that make an extra team, when its manager and family workers have a cost
    screen = with_setting(cost_per_manager="60000", cost_per_family_worker="30000").go("posts")
    # Then a full year is 244,906 + 60,000 + 2 × 30,000 wherever it is said
    assert screen.figures["Further managers"] == "1"
    said = {screen.figures["Cost a year"], screen.go("teams").figures["Cost a year"]}
    assert "with one Team Manager and two family workers" in screen.text
    said |= {screen.go("outlook").figures["Cost of a full year"]}
    assert "£120,000 of it for one extra team" in screen.text
    assert said | {screen.go("costs").figures["A full year"]} == {"£364,906"}


@pytest.mark.parametrize(
    ("name", "typed", "said"),
    [
        ("optimum", "many", "type a number"),
        ("optimum", "", "is blank"),
        ("optimum", "0", "must be from 1 to 100"),
        ("optimum", "1e999", "must be from 1 to 100"),
        ("optimum", "Infinity", "type a number"),
        ("band_low", "40", "above the highest"),
        ("staff_per_manager", "9.5", "type a whole number"),
        ("family_workers_per_team", "10", "must be from 0 to 9"),
    ],
)
def test_what_cannot_be_is_refused_in_words_and_nothing_changes(name, typed, said, database):
    screen = with_setting(**{name: typed})
    assert said in read(screen.at.error[0].value)
    assert not database.exists()


def test_a_band_can_be_left_out():
    screen = with_setting(band_low="", band_high="").go("caseloads")
    assert not screen.has("region")
    assert screen.has("england")


@pytest.mark.back
def test_a_team_that_is_left_out_is_shown_and_named_as_left_out():
    # When North 1 is not counted
    screen = with_team(0, Counted=False)
    assert [toast.value for toast in screen.at.toast] == ["The teams are kept."]
    screen.go("overview")
    # Then the average is that of the other five, 1,107 ÷ 33, and the page says who is left out
    assert screen.figures["Average of 5 of 6 teams"] == "33.5"
    assert screen.title.startswith("All five counted teams are over 25")
    assert "Five of six teams are counted; North 1 is not." in screen.text
    assert "North 1" in screen.chart("caseload_by_team")["data"][0]["y"]
    # And it gets no post, nor a box to type one in
    screen.go("posts").set("by_hand", True)
    boxes = [box.label for box in screen.at.number_input if (box.key or "").startswith("hand")]
    assert sorted(boxes) == ["North 2", "North 3", "South 1", "South 2", "South 3"]
    assert screen.title.startswith("Six posts bring the counted teams to")
    assert "North 1 is not." in screen.text


def test_every_team_left_out_still_shows_pages():
    screen = Screen("methods")
    state = {"edited_rows": {n: {"Counted": False} for n in range(6)}, "added_rows": [], "deleted_rows": []}
    screen.at.session_state["teams_Example council"] = state
    screen.press("keep_teams")
    assert screen.go("overview").title == "No team is counted: the settings leave out every one."
    for page in ("overview", "caseloads", "posts"):
        # Then that is why nothing is known, and no other reason is given
        text = screen.go(page).text
        assert "he settings leave out every" in text
        assert "not known" not in text.replace("Not known", "").replace("is not known in any month", "")


def test_a_teams_own_optimum_is_drawn_for_it_alone():
    # When South 1 has an optimum of 15
    screen = with_team(3, Own_optimum="15").go("overview")
    shapes = screen.chart("caseload_by_team")["layout"]["shapes"]
    dashed = [shape for shape in shapes if shape["line"].get("dash") == "dash"]
    # Then each team has its own line, South 1's at 15
    assert [shape["x0"] for shape in dashed] == [15.0, 25.0, 25.0, 25.0, 25.0, 25.0]
    assert "their optimum" in screen.title


def test_a_kind_of_team_can_have_no_optimum():
    # Given fieldwork teams without an optimum
    screen = Screen("methods").edit("kinds_Example council", 0, Has_no_optimum=True).press("keep_kinds")
    screen.go("overview")
    assert screen.title == "No optimum is set for these teams, so none is over it."
    assert screen.figures["Service average"] == "32.0"
    assert screen.figures["Children over the optimum"] == "Not known"


def test_a_kind_of_team_can_have_an_optimum_of_its_own(kept):
    rows = [row("Riverside", 6.0, 180, Kind_of_team="Fieldwork"), row("Hub", 5.0, 90, Kind_of_team="Front door")]
    kept(workbook({OCTOBER: rows}))
    screen = Screen("methods")
    screen.edit("kinds_Anytown", 1, Optimum="15").press("keep_kinds").go("overview")
    assert screen.title.startswith("Both teams are over their optimum")


@pytest.mark.parametrize("typed", ["0", "100.5"])
def test_an_optimum_of_a_team_that_cannot_be_is_refused(typed, database):
    screen = with_team(0, Own_optimum=typed)
    assert "must be from 1 to 100" in screen.at.error[0].value
    assert not database.exists()


def test_settings_of_the_example_are_not_those_of_the_council(kept):
    # Given an optimum of 20 for the example
    screen = with_setting(optimum="20")
    # When the council's own months come
    kept(TWO_TEAMS)
    screen.go("overview").set("data", "Anytown")
    # Then theirs is 25 until they change it
    assert "Posts to average 25" in screen.figures
    screen.go("methods").submit(KEEP, setting_optimum="22")
    assert "Posts to average 22" in screen.go("overview").figures
    assert "Posts to average 20" in screen.set("data", "Example council").figures


def test_the_preview_of_a_file_goes_by_the_councils_settings(kept):
    # Given a council that does not count one of its teams
    kept(TWO_TEAMS)
    screen = Screen("methods").edit("teams_Anytown", 1, Counted=False).press("keep_teams")
    screen.go("upload").upload(workbook({NOVEMBER: [row("Riverside", 6.0, 192), row("Hillside", 5.5, 121)]}))
    assert screen.table("The months in the file")["Service average"].tolist() == ["32.0"]


def test_teams_without_a_kind_have_a_blank_one(kept):
    # The editor writes a program's word for no value, unless it is told otherwise (checked at every step).
    kept(TWO_TEAMS)
    screen = Screen("methods")
    assert screen.table("Teams with their kind")["Team"].tolist() == ["Riverside", "Hillside"]


def test_settings_stay_when_the_upload_is_undone(kept):
    kept(TWO_TEAMS)
    screen = Screen("methods").submit(KEEP, setting_optimum="20").go("upload")
    (undo,) = [button.key for button in screen.at.button if (button.key or "").startswith("undo_")]
    screen.press(undo).press("confirm")
    redo = undo.replace("undo_", "redo_")
    assert "Posts to average 20" in screen.press(redo).press("confirm").go("overview").figures


def test_the_councils_name_can_be_corrected_and_old_links_still_open_it(kept):
    # Given a council whose name was mistyped, and a link to it
    kept(TWO_TEAMS, council="Anytwon")
    link = Screen().address
    assert link["data"] == "Anytwon"
    # When the name is corrected
    screen = Screen("methods").submit(KEEP, setting_council="Anytown")
    # Then it goes by the new one on every page, with its months and its uploads
    assert screen.whose == "Anytown"
    assert screen.go("overview").whose == "Anytown"
    assert screen.figures["Service average"] == "26.2"
    assert "Months are kept for **Anytown**." in screen.go("upload").text
    assert [button.key for button in screen.at.button if (button.key or "").startswith("undo_")]
    # And the link opens it without a word of a council that is not there
    old = Screen(**link)
    assert old.whose == "Anytown"
    assert not old.at.warning


@pytest.mark.parametrize(("typed", "said"), [("  ", "Type the name"), ("example council", "name of the example")])
def test_a_council_is_not_called_nothing_nor_the_example(typed, said, kept):
    kept(TWO_TEAMS)
    screen = Screen("methods").submit(KEEP, setting_council=typed)
    assert said in read(screen.at.error[0].value)
    assert screen.go("overview").whose == "Anytown"


def test_the_examples_name_is_not_asked_for():
    assert not Screen("methods").has("setting_council")


@pytest.mark.parametrize("typed", ["abc", "2O", "1e999", "-3"])
def test_a_number_typed_wrong_in_the_grid_is_named_and_not_kept(typed, database):
    # When something that is no number is typed for North 1
    screen = Screen("methods").edit("teams_Example council", 0, Own_optimum=typed).press("keep_teams")
    said = read(screen.at.error[0].value)
    # Then the page says whose it is, what was typed and what to type
    assert f"The optimum of North 1 is “{typed}”" in said
    assert "from 1 to 100" in said
    assert not screen.at.toast
    assert not database.exists()
    # And so for a kind
    screen = Screen("methods").edit("kinds_Example council", 1, Optimum=typed).press("keep_kinds")
    assert "The optimum of Front door is" in read(screen.at.error[0].value)
    assert not database.exists()


def test_unticking_a_team_leaves_every_kind_to_the_file(kept, store):
    # Given a team that the file calls a front door, when another is left out
    kept(workbook({OCTOBER: [row("Riverside", 6.0, 180), row("Hub", 5.0, 90, Kind_of_team="MASH")]}))
    screen = Screen("methods").edit("teams_Anytown", 0, Counted=False).press("keep_teams")
    # Then nothing is kept but that, and a kind that the file says later is followed
    assert {name: team.kind for name, team in store.settings("Anytown").teams.items()} == {"Riverside": None}
    kept(workbook({NOVEMBER: [row("Riverside", 6.0, 180), row("Hub", 5.0, 90, Kind_of_team="Fieldwork")]}))
    assert screen.go("overview").title == "Hub carries 18.0 children per social worker, below the optimum of 25."


def test_a_team_can_be_of_no_kind_whatever_its_name_says(kept):
    kept(workbook({OCTOBER: [row("Riverside", 6.0, 180), row("MASH", 5.0, 150)]}))
    screen = Screen("methods")
    screen.edit("teams_Anytown", 1, Kind_of_team="Not set").press("keep_teams")
    assert "MASH is not a fieldwork team" not in screen.go("overview").text
    assert screen.title.startswith("Both teams are over 25")
    # And it stays so when something else is kept
    screen.go("methods").edit("teams_Anytown", 0, Own_optimum="20").press("keep_teams")
    assert "MASH is not a fieldwork team" not in screen.go("overview").text


def test_figures_that_nobody_typed_over_keep_every_place(kept, store):
    kept(TWO_TEAMS)
    exact = Settings(optimum=Decimal("22.335"), cost_per_post=Decimal("40817.666"))
    store.keep_settings("Anytown", exact, by="", at=datetime(2024, 12, 2, tzinfo=UTC))
    Screen("methods").submit(KEEP)
    assert store.settings("Anytown") == exact
    Screen("methods").submit(KEEP, setting_band_low="10")
    assert store.settings("Anytown") == replace(exact, band_low=Decimal(10))
