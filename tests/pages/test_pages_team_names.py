"""Names of teams: asked about once, remembered, applied and said; new names, splits and mergers, and undoing them."""

from __future__ import annotations

from typing import Any

import pytest
from screen import DECEMBER, HILLSIDE, NOVEMBER, OCTOBER, RIVERSIDE, TWO_TEAMS, Screen, read, row, workbook

from model.decisions import Decision
from store import Store

pytestmark = pytest.mark.functional

HILLSIDE_NOW = row("Hillside", 5.5, 124, 0)
TYPED_OTHERWISE = workbook({NOVEMBER: [row("RIVERSIDE TEAM", 6.0, 186, 2), HILLSIDE_NOW]})
MISTYPED = workbook({NOVEMBER: [row("Riversde", 6.0, 186, 2), HILLSIDE_NOW]})
ANOTHER = workbook({NOVEMBER: [row("Harbour", 6.0, 186, 2), HILLSIDE_NOW]})


def asked(screen: Screen) -> list[Any]:
    return [box for box in screen.at.selectbox if (box.key or "").startswith("team_")]


def choose(screen: Screen, start: str) -> Screen:
    """Answer the one question with the option that begins like that."""
    (box,) = asked(screen)
    place = next(place for place, option in enumerate(box.options) if option.startswith(start))
    box.select_index(place)
    return screen._run()


def what_happened(screen: Screen) -> Any:
    (found,) = [radio for radio in screen.at.radio if (radio.key or "").startswith("team_change_")]
    return found


def say(screen: Screen, start: str) -> Screen:
    """Answer what happened to the teams of a month with the answer that begins like that."""
    radio = what_happened(screen)
    place = next(place for place, option in enumerate(radio.options) if read(option).startswith(start))
    return screen.set(radio.key, place)


def decided(store: Store) -> list[tuple[Decision, tuple[str, ...], tuple[str, ...]]]:
    return [(d.kind, d.before, d.after) for d in (kept.decision for kept in store.team_decisions("Anytown"))]


def test_another_way_of_writing_is_proposed_asked_once_and_said_the_next_time(store, kept):
    # Given a kept month, and the next one with a team written otherwise
    kept(TWO_TEAMS)
    screen = Screen("upload").upload(TYPED_OTHERWISE)
    (box,) = asked(screen)
    assert read(box.label) == "“RIVERSIDE TEAM”, first in November 2024, is"
    assert box.options[box.index] == "Riverside, written another way"
    # When it is kept
    screen.press("keep")
    assert decided(store) == [(Decision.SPELLING, ("RIVERSIDE TEAM",), ("Riverside",))]
    # Then the pages know two teams, as before
    assert screen.go("overview").widget("teams").options == ["Riverside", "Hillside"]
    assert "The average rose by 0.8 since 28 October 2024, all of it from more children." in screen.findings
    # And the next file is read so without a question
    december = workbook({DECEMBER: [row("RIVERSIDE TEAM", 6.0, 188, 2), row("Hillside", 5.5, 125, 0)]})
    screen = Screen("upload").upload(december)
    assert asked(screen) == []
    assert "“RIVERSIDE TEAM” is read as Riverside, as decided on " in screen.text


def test_a_likeness_has_to_be_answered_before_the_month_is_kept(store, kept):
    kept(TWO_TEAMS)
    screen = Screen("upload").upload(MISTYPED)
    # Given a name that is only alike, nothing is chosen for anybody, and nothing can be kept yet
    (box,) = asked(screen)
    assert box.value is None
    assert screen.widget("keep").disabled
    assert "Say above what each new name of a team is to keep these months." in screen.text
    # When it is said to be a new team
    choose(screen, "a new team").press("keep")
    # Then it is one, and nobody asks again
    assert decided(store) == [(Decision.NEW, ("Riversde",), ())]
    assert screen.go("overview").widget("teams").options == ["Riverside", "Hillside", "Riversde"]
    again = workbook({DECEMBER: [row("Riversde", 6.0, 190, 2), row("Hillside", 5.5, 126, 0)]})
    assert asked(Screen("upload").upload(again)) == []


def test_a_new_name_takes_the_history_with_it(store, kept):
    # Given a team that the file lacks, and a name nobody knows with nearly its children and FTE
    kept(TWO_TEAMS)
    screen = Screen("upload").upload(ANOTHER)
    assert read(what_happened(screen).label) == (
        "From November 2024 Riverside is gone, and Harbour is new. What happened?"
    )
    assert [read(option) for option in what_happened(screen).options] == [
        "Riverside is now called Harbour.",
        "Harbour is a new team, and Riverside has ended.",
        "Something else: say it of each name",
    ]
    evidence = read(what_happened(screen).proto.captions[0])
    assert evidence == "180 children before and 186 after, 6.0 FTE before and 6.0 after"
    # Then nothing is chosen for anybody, and nothing can be kept yet
    assert what_happened(screen).value is None
    assert screen.widget("keep").disabled
    assert "Riverside is not in the figures of November 2024" in screen.text
    # When it is said to be the new name
    say(screen, "Riverside is now called Harbour")
    # Then no team is missing any more
    assert "is not in the figures of November 2024" not in screen.text
    screen.press("keep").go("overview")
    # And the team has one history, under its current name, in the earlier month as well
    assert screen.widget("teams").options == ["Harbour", "Hillside"]
    assert "The average rose by 0.8 since 28 October 2024, all of it from more children." in screen.findings
    screen.set("month", "October 2024")
    assert screen.chart("caseload_by_team")["data"][0]["y"] == ["Harbour", "Hillside"]
    assert screen.figures["Service average"] == "26.2"


def test_names_in_order_are_not_asked_about(kept):
    kept(TWO_TEAMS)
    further = workbook({NOVEMBER: [RIVERSIDE, HILLSIDE_NOW, row("Harbour", 4.0, 90, 0)]})
    screen = Screen("upload").upload(further)
    assert asked(screen) == []
    assert "Names of teams" not in screen.findings


def test_a_file_that_writes_a_team_in_two_ways_is_asked_about_too():
    both = workbook({OCTOBER: [RIVERSIDE, HILLSIDE], NOVEMBER: [row("Riverside Team", 6.0, 186, 2), HILLSIDE_NOW]})
    (box,) = asked(Screen("upload").upload(both))
    assert box.options[box.index] == "Riverside Team, written another way"


def test_two_names_of_one_month_cannot_both_be_one_team(kept):
    # Given two new names in one month, and one team that is missing
    kept(TWO_TEAMS)
    screen = Screen("upload")
    screen.upload(workbook({NOVEMBER: [row("Harbour", 3.0, 90, 0), row("Quay", 3.0, 92, 0), HILLSIDE_NOW]}))
    # When both are said to be its new name, one by one
    say(screen, "Something else")
    for box in asked(screen):
        box.select_index(next(n for n, told in enumerate(box.options) if told.startswith("the new name of Riverside")))
    screen._run()
    # Then that is refused, and nothing can be kept
    assert "Harbour and Quay both stand in November 2024, so they cannot both be Riverside." in screen.text
    assert screen.widget("keep").disabled


def methods_with(screen: Screen, what: str, before: list[str], after: list[str]) -> Screen:
    screen.go("methods")
    screen.widget("change_kind").set_value(what)
    screen.widget("change_before").set_value(before)
    screen.widget("change_after").set_value(after)
    return screen.press("Keep this change")


def test_a_merger_said_on_the_methods_page_marks_a_break_and_can_be_undone(store, kept):
    # Given two teams that are one from November on
    kept(workbook({OCTOBER: [RIVERSIDE, HILLSIDE], NOVEMBER: [row("Riverside", 11.5, 305, 2)]}))
    screen = methods_with(Screen(), "Teams were merged", ["Riverside", "Hillside"], ["Riverside"])
    assert "Riverside and Hillside are merged into Riverside from November 2024. Decided on " in screen.text
    # Then the two are told apart, and the change of the service, which is of the same children, is shown
    screen.go("overview")
    assert screen.widget("teams").options == ["Riverside (until October 2024)", "Hillside", "Riverside"]
    assert "Riverside and Hillside are merged into Riverside from November 2024." in screen.text
    assert "like for like" not in screen.text
    assert any(each.startswith("The average rose by 0.") for each in screen.findings), screen.findings
    assert screen.figures["Service average"] == "26.5"
    # And no line goes on over the break
    lines = screen.go("caseloads").set("show", "Over time").chart("teams_over_time")["data"]
    assert {line["name"]: line["y"] for line in lines} == {
        "Riverside": [None, 26.5],
        "Riverside (until October 2024)": [30.0, None],
        "Hillside": [22.0, None],
    }
    # And a month that stands alone is a dot, which a line would not show
    assert {line["mode"] for line in lines} == {"lines+markers"}
    # When it is undone
    (undo,) = [each.key for each in screen.go("methods").at.button if (each.key or "").startswith("undo_team_")]
    screen.press(undo)
    # Then all is as it was
    assert store.team_decisions("Anytown") == []
    assert screen.go("overview").widget("teams").options == ["Riverside", "Hillside"]


def test_a_change_that_cannot_be_is_refused_in_words(store, kept):
    kept(workbook({OCTOBER: [RIVERSIDE, HILLSIDE], NOVEMBER: [RIVERSIDE, HILLSIDE_NOW]}))
    screen = methods_with(Screen(), "A team has a new name", ["Riverside"], ["Hillside"])
    assert "Riverside and Hillside both have figures in October 2024, so they are two teams." in screen.text
    assert store.team_decisions("Anytown") == []


def test_the_examples_teams_keep_their_names():
    screen = Screen("methods")
    assert "Names of the example’s teams cannot be changed." in screen.text
    assert not screen.has("change_kind")


def test_a_new_name_within_a_file_is_no_team_that_is_gone(store):
    # Given a file in which a team is called otherwise from November on
    both = workbook({OCTOBER: [RIVERSIDE, HILLSIDE], NOVEMBER: [row("Harbour", 6.0, 186, 2), HILLSIDE_NOW]})
    screen = Screen("upload").upload(both).set("council", "Anytown")
    assert "“Riverside” is not in the figures of November 2024" in screen.text
    screen.press("keep")
    # When that is said on the Methods page, and the file is looked at again
    methods_with(screen, "A team has a new name", ["Riverside"], ["Harbour"])
    screen.go("upload").upload(both)
    # Then the team is not missing any more
    assert "is not in the figures of" not in screen.text


def test_a_month_uploaded_again_after_a_merger_misses_no_team(store, kept):
    # Given two teams that are one from November on
    kept(workbook({OCTOBER: [RIVERSIDE, HILLSIDE], NOVEMBER: [row("Riverside", 11.5, 305, 2)]}))
    screen = methods_with(Screen(), "Teams were merged", ["Riverside", "Hillside"], ["Riverside"])
    # When November is corrected
    screen.go("upload").upload(workbook({NOVEMBER: [row("Riverside", 11.5, 307, 2)]}))
    # Then no team is missing beside October, and none has leapt
    assert "is not in the figures of" not in screen.text
    assert "to check beside the months kept already" not in screen.text


def test_undoing_an_upload_takes_back_what_was_said_of_names_and_says_so(store, kept):
    # Given a team with a new name, said when November was kept
    kept(TWO_TEAMS)
    screen = say(Screen("upload").upload(ANOTHER), "Riverside is now called Harbour").press("keep")
    assert "Undoing an upload also takes back what was said with it about names of teams" in screen.text
    last = max(upload.id for upload in store.uploads("Anytown"))
    # When that upload is undone
    screen.press(f"undo_{last}").press("confirm")
    # Then the team has its old name again, and the page says why
    assert "No longer holds: Riverside is called Harbour from November 2024." in screen.text
    assert decided(store) == []
    assert screen.go("overview").widget("teams").options == ["Riverside", "Hillside"]
    # When it is brought back, so is the name
    screen.go("upload").press(f"redo_{last}").press("confirm")
    assert "Holds again: Riverside is called Harbour from November 2024." in screen.text
    assert screen.go("overview").widget("teams").options == ["Harbour", "Hillside"]


SPLIT = workbook({NOVEMBER: [row("Harbour", 3.0, 90, 1), row("Quay", 3.0, 92, 1), HILLSIDE_NOW]})


def test_a_split_is_proposed_on_upload_kept_with_it_followed_by_the_charts_and_undone_with_it(store, kept):
    # Given a month in which one team is gone and two are new that have its children and FTE
    kept(TWO_TEAMS)
    screen = Screen("upload").upload(SPLIT)
    assert read(what_happened(screen).options[0]) == "Riverside was split into Harbour and Quay."
    # When that is said and kept
    say(screen, "Riverside was split").press("keep")
    assert decided(store) == [(Decision.SPLIT, ("Riverside",), ("Harbour", "Quay"))]
    # Then the service's change is shown, of the same children and workers, and each team has its own line
    overview = screen.go("overview")
    assert "like for like" not in overview.text
    assert any(each.startswith("The average ") for each in overview.findings), overview.findings
    lines = screen.go("caseloads").set("show", "Over time").chart("teams_over_time")["data"]
    assert {line["name"]: line["y"] for line in lines} == {
        "Riverside": [30.0, None], "Hillside": [22.0, 22.5], "Harbour": [None, 30.0], "Quay": [None, 30.7],
    }  # fmt: skip
    # When the upload is undone
    screen.go("upload").press(f"undo_{max(upload.id for upload in store.uploads('Anytown'))}").press("confirm")
    # Then so is what was said
    assert decided(store) == []
    assert "No longer holds: Riverside is split into Harbour and Quay from November 2024." in screen.text


def test_what_happened_can_be_said_name_by_name(store, kept):
    # Given the same month
    kept(TWO_TEAMS)
    screen = say(Screen("upload").upload(SPLIT), "Something else")
    # When only one name is said to be a part
    for box, start in zip(asked(screen), ("a part of Riverside", "a new team"), strict=True):
        box.select_index(next(place for place, option in enumerate(box.options) if option.startswith(start)))
    screen._run()
    # Then that is refused in words
    assert "Only Harbour is said to be a part of Riverside." in screen.text
    assert screen.widget("keep").disabled
    # When the other one is too, both are kept as one split
    box = asked(screen)[1]
    box.select_index(next(place for place, option in enumerate(box.options) if option.startswith("a part of")))
    screen._run().press("keep")
    assert decided(store) == [(Decision.SPLIT, ("Riverside",), ("Harbour", "Quay"))]
