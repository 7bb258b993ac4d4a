"""A month of one's own: read, shown, kept, compared, replaced, undone. It takes the example's place and never mixes."""

from __future__ import annotations

import re

import pytest
from screen import (
    DECEMBER,
    HILLSIDE,
    NOVEMBER,
    OCTOBER,
    RIVERSIDE,
    SCRIPTS,
    TWO_TEAMS,
    Screen,
    read,
    row,
    workbook,
)

from loaders.staff.pseudonym import code_for
from store import Store

pytestmark = pytest.mark.functional

OTHER_FIGURES = workbook({OCTOBER: [row("Riverside", 6.0, 192, 2), row("Harbour", 4.0, 100, 1)]})


def kept_teams(store: Store) -> list[tuple[str, int]]:
    frame = store.tables("Anytown")["team_caseload"]
    return list(zip(frame["team"], frame["allocated"].tolist(), strict=True))


def undo_buttons(screen: Screen) -> list[str]:
    return [button.key for button in screen.at.button if (button.key or "").startswith(("undo_", "redo_"))]


def test_a_file_is_shown_before_anything_is_kept(database):
    # Given the upload page, when a file is given
    screen = Screen("upload").upload(TWO_TEAMS, "October.xlsx")
    # Then its months are shown with what they come to, and nothing is kept
    months = screen.table("The months in the file")
    assert months.iloc[0].to_dict() == {
        "Month": "October 2024",
        "As at": "28 October 2024",
        "Teams": "2",
        "Social workers (FTE)": "11.5",
        "Which FTE": "case-holding",
        "Allocated children": "301",
        "Children waiting": "2",
        "Service average": "26.2",
    }
    rows = screen.table("Every row of the file")
    assert rows["Team"].tolist() == ["Riverside", "Hillside"]
    assert rows["Month"].tolist() == ["October 2024"] * 2
    assert "**Case-holding FTE**" in screen.text
    assert "Team caseload, cell G1; known by its spelling" in screen.text
    assert not database.exists()


def test_it_asks_for_the_councils_name_before_the_first(store):
    screen = Screen("upload").upload(TWO_TEAMS)
    assert screen.widget("keep").disabled
    assert "Type the name of your council above to keep these months." in screen.text
    assert not screen.set("council", "  Anytown   North ").widget("keep").disabled
    screen.press("keep")
    assert store.authorities() == ["Anytown North"]
    # And not again
    assert not screen.has("council")
    assert "Months are kept for **Anytown North**." in screen.text


def test_what_was_kept_takes_the_examples_place(store):
    # Given a file that was kept
    screen = Screen().keep(TWO_TEAMS, "October.xlsx")
    assert kept_teams(store) == [("Riverside", 180), ("Hillside", 121)]
    assert [read(toast.value) for toast in screen.at.toast] == ["Kept one month from October.xlsx."]
    # When the pages are opened, by this person or another
    for each in (screen.go("overview"), Screen()):
        # Then they are about the council's month, and nothing of the example is in it
        assert each.about == "Two teams, as at 28 October 2024"
        assert each.title == "One of two teams is over 25; Riverside carries 30.0 children per social worker."
        assert each.figures["Service average"] == "26.2"
        assert each.figures["Children waiting"] == "2"
        assert each.widget("month").options == ["Latest month", "October 2024"]
        assert each.widget("teams").options == ["Riverside", "Hillside"]
        assert each.chart("caseload_by_team")["data"][0]["y"] == ["Riverside", "Hillside"]


def test_no_page_calls_ones_own_figures_an_example(kept):
    kept(TWO_TEAMS)
    screen = Screen()
    for script in SCRIPTS:
        screen.go(script)
        assert screen.whose == "Anytown"
        assert not screen.is_marked_as_example
        assert "Source: Example" not in screen.text
        assert "South 1" not in screen.text


def test_the_example_can_still_be_looked_at_and_is_marked(kept):
    kept(TWO_TEAMS)
    screen = Screen().set("data", "Example council")
    assert screen.is_marked_as_example
    assert screen.figures["Service average"] == "32.0"
    assert "Riverside" not in screen.text
    # And going back to one's own shows them again
    assert screen.set("data", "Anytown").figures["Service average"] == "26.2"


def test_undoing_brings_the_example_back_and_bringing_back_undoes_that():
    screen = Screen().keep(TWO_TEAMS, "October.xlsx")
    assert "October.xlsx**: October 2024. Kept" in screen.text
    (undo,) = undo_buttons(screen)
    # When the upload is undone
    screen.press(undo).press("confirm")
    assert "; undone " in screen.text
    assert screen.go("overview").is_marked_as_example
    assert screen.figures["Service average"] == "32.0"
    # And brought back
    (redo,) = undo_buttons(screen.go("upload"))
    assert screen.press(redo).press("confirm").go("overview").figures["Service average"] == "26.2"


def test_bringing_back_opens_the_newest_month_again(kept):
    # Given two months, the later of which is undone, so that the pages show the earlier
    kept(TWO_TEAMS)
    screen = Screen().keep(workbook({NOVEMBER: [row("Riverside", 6.0, 192, 5), HILLSIDE]}), "November.xlsx")
    assert screen.go("overview").widget("month").value == "November 2024"
    newest = undo_buttons(screen.go("upload"))[0]
    screen.press(newest).press("confirm")
    assert screen.go("overview").widget("month").value == "October 2024"
    # When it is brought back, then they open at the later one
    screen.go("upload").press(newest.replace("undo_", "redo_")).press("confirm")
    assert screen.go("overview").widget("month").value == "November 2024"


def test_a_month_that_was_chosen_stays_when_an_upload_is_brought_back(kept):
    # Given three months, the last of which is undone, and the first chosen
    kept(TWO_TEAMS)
    later = {month: [row("Riverside", 6.0, 192, 5), HILLSIDE] for month in (NOVEMBER, DECEMBER)}
    kept(workbook({NOVEMBER: later[NOVEMBER]}))
    screen = Screen().keep(workbook({DECEMBER: later[DECEMBER]}), "December.xlsx")
    newest = undo_buttons(screen.go("upload"))[0]
    screen.press(newest).press("confirm").go("overview").set("month", "October 2024")
    # When the last is brought back, then the pages stay where they were
    screen.go("upload").press(newest.replace("undo_", "redo_")).press("confirm")
    assert screen.go("overview").widget("month").value == "October 2024"


def test_a_second_month_is_new_and_joins_the_first(kept):
    kept(TWO_TEAMS)
    screen = Screen("upload")
    screen.upload(workbook({NOVEMBER: [row("Riverside", 6.0, 192, 5), HILLSIDE]}))
    assert "**New:** November 2024." in screen.text
    screen.press("keep").go("overview")
    assert screen.widget("month").options == ["Latest month", "November 2024", "October 2024"]
    assert screen.about.endswith("as at 28 November 2024")
    assert "The average rose by 1.0 since 28 October 2024, all of it from more children." in screen.findings


def test_the_same_file_again_says_that_it_is_kept_already(kept):
    kept(TWO_TEAMS)
    screen = Screen("upload").upload(TWO_TEAMS)
    assert "**Kept already, with the same figures:** October 2024." in screen.text
    assert not screen.at.warning
    assert not screen.widget("keep").disabled


def test_a_month_with_other_figures_is_shown_team_by_team_and_asks(store, kept):
    # Given a kept month, when other figures come for it
    kept(TWO_TEAMS)
    screen = Screen("upload").upload(OTHER_FIGURES)
    # Then what would change is there, with the teams that would disappear, and nothing is kept unasked
    assert "October 2024 is kept already and would be replaced whole." in screen.text
    assert "Not in the new file, so no longer in October 2024: Hillside." in screen.text
    assert "New in October 2024: Harbour." in screen.text
    changes = screen.table("October 2024")
    assert changes.to_numpy().tolist()[0] == ["Riverside", "Allocated children", "180", "192"]
    # And so are the figures of who would disappear, and of who is new
    assert ["Hillside", "Allocated children", "121", "not in the new file"] in changes.to_numpy().tolist()
    assert ["Harbour", "Allocated children", "not kept", "100"] in changes.to_numpy().tolist()
    assert screen.widget("keep").disabled
    # When the person agrees
    (agree,) = [box for box in screen.at.checkbox if (box.key or "").startswith("agree_")]
    assert agree.label == "Replace October 2024 with the figures of this file"
    screen.set(agree.key, True).press("keep")
    # Then the month is replaced whole
    assert kept_teams(store) == [("Riverside", 192), ("Harbour", 100)]
    assert "replaced by a later upload" in screen.text


def test_one_figure_that_changes_is_one_row(kept):
    # Given a kept month, when one team's FTE is another in the file
    kept(workbook({OCTOBER: [row("Riverside", 6.0, 180), row("Hillside", 5.0, 121)]}))
    screen = Screen("upload").upload(workbook({OCTOBER: [row("Riverside", 6.5, 180), row("Hillside", 5.0, 121)]}))
    # Then it stands once, by the name of its column
    assert screen.table("October 2024").to_numpy().tolist() == [["Riverside", "Case-holding FTE", "6", "6.5"]]


def test_undoing_the_later_file_brings_the_earlier_figures_back(store, kept):
    kept(TWO_TEAMS)
    screen = Screen("upload").upload(OTHER_FIGURES)
    (agree,) = [box.key for box in screen.at.checkbox if (box.key or "").startswith("agree_")]
    screen.set(agree, True).press("keep")
    newest = undo_buttons(screen)[0]
    screen.press(newest).press("confirm")
    assert kept_teams(store) == [("Riverside", 180), ("Hillside", 121)]


def test_a_file_that_adds_a_month_and_changes_one_names_both(kept):
    kept(TWO_TEAMS)
    screen = Screen("upload")
    screen.upload(workbook({OCTOBER: [row("Riverside", 6.0, 181, 2), HILLSIDE], NOVEMBER: [RIVERSIDE, HILLSIDE]}))
    assert "**New:** November 2024." in screen.text
    assert "October 2024 is kept already" in screen.text


OF_WORKERS = workbook(
    {NOVEMBER: [row("Riverside", 1.0, 12)]}, [(NOVEMBER, "Riverside", "Zz Marker", "Social worker", 1.0, "no", 12)]
)


def test_workers_are_kept_under_the_codes_of_the_database_that_another_server_made_meanwhile(store, kept):
    # Given a file with workers, read while there was no database and each server had a secret of its own
    screen = Screen("upload").upload(OF_WORKERS).set("council", "Anytown")
    # When another server keeps the first figures, and then this one keeps its own
    kept(TWO_TEAMS)
    screen.press("keep").press("keep")
    # Then its worker has the code that every later file will give
    [code] = store.tables("Anytown")["worker_caseload"]["worker"]
    assert code == code_for("Zz Marker", store.worker_key())


def test_workers_whose_file_is_gone_are_not_kept_under_codes_of_no_database(kept):
    # Given such a file whose contents were forgotten, since its owner looked at another page
    screen = Screen("upload").upload(OF_WORKERS).go("overview")
    # When another server keeps the first figures
    kept(TWO_TEAMS)
    # Then it is asked for once more
    screen.go("upload")
    assert "Upload it again." in screen.text
    assert "What was understood" not in screen.findings


def test_a_file_put_aside_changes_nothing(store, database):
    screen = Screen("upload").upload(TWO_TEAMS).press("aside")
    assert "What was understood" not in screen.findings
    assert not database.exists()
    assert Screen().is_marked_as_example


def test_a_file_that_was_not_kept_is_seen_by_nobody_else_and_waits_for_its_owner():
    owner, other = Screen("upload").upload(TWO_TEAMS), Screen("upload")
    assert "Riverside" in owner.text
    assert "Riverside" not in other.text
    # And it is still there after a look at another page
    assert "Riverside" in owner.go("overview").go("upload").text


def test_who_kept_it_is_written_beside_it(store):
    screen = Screen("upload").upload(TWO_TEAMS).set("council", "Anytown").set("who", "  Sam  Carter ").press("keep")
    assert "by Sam Carter; in use." in screen.text
    assert [upload.by for upload in store.uploads("Anytown")] == ["Sam Carter"]


def test_what_somebody_else_kept_meanwhile_is_not_replaced_unasked(store, kept):
    # Given a file that was read and compared while nothing was kept
    screen = Screen("upload").upload(TWO_TEAMS).set("council", "Anytown")
    # When somebody else keeps other figures for the same month before the button is pressed
    kept(OTHER_FIGURES)
    screen.press("keep")
    # Then theirs still stand: nobody has agreed to replace them
    assert kept_teams(store) == [("Riverside", 192), ("Harbour", 100)]
    assert "October 2024 is kept already and would be replaced whole." in screen.text


def test_a_file_kept_at_the_same_moment_stops_this_one(store, kept, monkeypatch):
    # Given somebody whose file arrives between the last look at what is kept and the keeping
    screen = Screen("upload").upload(TWO_TEAMS).set("council", "Anytown")
    usual = Store.keep

    def at_the_same_moment(self: Store, *what: object, **more: object) -> object:
        monkeypatch.setattr(Store, "keep", usual)
        kept(OTHER_FIGURES)
        return usual(self, *what, **more)

    monkeypatch.setattr(Store, "keep", at_the_same_moment)
    # When the button is pressed
    screen.press("keep")
    # Then theirs stand, and this person is told in a sentence
    assert kept_teams(store) == [("Riverside", 192), ("Harbour", 100)]
    assert len(screen.at.error[0].value.split()) > 4


def test_a_worker_has_the_same_code_in_every_month(store):
    # Given workers by name, in a file that was read before the council's name was typed
    people = [("Riverside", "Ann Other", "Social Worker", 1.0, "No", 20), ("Riverside", "Bo Lee", "", 0.5, "Yes", 7)]
    first = workbook({OCTOBER: [RIVERSIDE]}, [(OCTOBER, *person) for person in people])
    second = workbook({NOVEMBER: [RIVERSIDE]}, [(NOVEMBER, *person) for person in people])
    # When the next month is kept too
    Screen().keep(first).keep(second)
    # Then each worker has one code, and it is not the name
    workers = store.tables("Anytown")["worker_caseload"]
    assert len(workers) == 4
    assert workers["worker"].nunique() == 2
    assert not set(workers["worker"]) & {"Ann Other", "Bo Lee"}


def test_the_examples_name_is_not_a_councils(store):
    # Given somebody who types the example's name, then their months are not lost behind it.
    screen = Screen("upload").upload(TWO_TEAMS).set("council", "Example council")
    if not screen.widget("keep").disabled:
        screen.press("keep").go("overview")
        assert screen.figures["Service average"] == "26.2"


def test_a_text_file_is_a_file_too():
    content = (
        b"Month,Team,Case-holding FTE,Children allocated\n01/10/2024,Riverside,6,180\n01/10/2024,Hillside,5.5,121\n"
    )
    screen = Screen().keep(content, "october.csv").go("overview")
    assert screen.figures["Service average"] == "26.2"
    assert screen.figures["Children waiting"] == "Not known"
    assert screen.about.endswith("as at October 2024")


PATCHY = {
    "no FTE": [row("Riverside", None, 180, 2), row("Hillside", None, 121)],
    "no children": [row("Riverside", 6.0, None, 2), row("Hillside", 5.5, None, None)],
    "some FTE": [row("Riverside", 6.0, 180, None), row("Hillside", None, 121, None)],
    "nobody in post": [row("Riverside", 0, 31, 2), HILLSIDE],
    "nobody at all": [row("Riverside", 0, 0, 0)],
    "one team": [row("Riverside", 6.0, 180, 2)],
    "all posts": [row("Riverside", 6.0, 180, 2, Established_FTE=8.0, In_post_FTE=7.0)],
    "many teams": [row(f"Team {number}", 5.0, 100 + number, number % 3) for number in range(20)],
}


@pytest.mark.parametrize("rows", PATCHY.values(), ids=PATCHY.keys())
def test_every_page_can_show_every_kind_of_figures(rows, kept):
    # Given figures with gaps in them, in two months
    kept(workbook({OCTOBER: rows, DECEMBER: rows}))
    # When every page is opened, with its tables, then none fails or writes a program's word (checked at every step)
    screen = Screen(caseload_by_team_table="true", teams_over_time_table="true", posts_by_team_table="true")
    screen.go("caseloads").set("show", "Over time").set("show", "By worker")
    screen.go("posts")
    if screen.has("children"):
        screen.set("children", "All children")
    if screen.has("by_hand"):
        screen.set("by_hand", True)
    elif "no social workers in post and no children" not in screen.title:
        assert "cannot be worked out" in screen.title
    screen.go("methods")


def test_a_team_without_a_worker_comes_first(kept):
    kept(workbook({OCTOBER: PATCHY["nobody in post"]}))
    screen = Screen()
    assert screen.title == "Riverside has 33 children and no social worker in post."
    bars = screen.chart("caseload_by_team")["data"][0]
    assert bars["text"][0] == "no worker in post, 31 children, 2 waiting"


def test_averages_alone_are_shown_without_a_made_up_fte(kept):
    content = b"Month,Team,Average caseload\n01/02/2013,North 1,24.9\n01/02/2013,South 1,35.7\n"
    kept(content, "averages.csv")
    screen = Screen()
    assert screen.figures["Teams’ mean (unweighted)"] == "30.3"
    assert screen.figures["Posts to average 25"] == "Not known"
    assert "FTE not known" in screen.text
    assert "cannot be worked out" in screen.go("posts").title


def test_what_was_kept_has_the_way_to_where_it_is_seen():
    # Given a month that was kept, then a link leads to the overview
    screen = Screen().keep(TWO_TEAMS, "October.xlsx")
    assert "Kept October 2024 from October.xlsx." in screen.text or "Kept one month from October.xlsx." in screen.text
    assert [link.proto.label for link in screen.at.get("page_link")] == ["See it on the Overview"]
    # When something was changed since, or another file is read, then it is there no more
    (undo,) = undo_buttons(screen)
    assert not screen.press(undo).press("confirm").at.get("page_link")


def test_undoing_says_what_it_would_do_before_and_how_things_stand_after(store, kept):
    # Given October from one file and its correction from another, which has November too
    kept(TWO_TEAMS, "October.xlsx")
    kept(workbook({OCTOBER: [RIVERSIDE], NOVEMBER: [RIVERSIDE]}), "Both.xlsx")
    screen = Screen("upload")
    newest = undo_buttons(screen)[0]
    # When undo is pressed, then nothing is undone yet, and it is said what would be
    screen.press(newest)
    assert "November 2024 would have no figures." in screen.text
    assert "October 2024 would go back to the figures of October.xlsx, kept 2 December 2024" in screen.text
    assert all(upload.undone_at is None for upload in store.uploads("Anytown"))
    # And it can be left
    screen.press("leave")
    assert not screen.has("confirm")
    # When it is confirmed by name, then what was done and what there is now stay on the page
    screen.press(newest).set("who_undoes", "Sam").press("confirm")
    done = r"Undone on \d+ \w+ \d{4} at \d\d:\d\d by Sam: Both\.xlsx\. Anytown has one month now: October 2024\."
    assert re.search(done, read(screen.at.info[0].value))
    assert re.search(done, read(screen.go("overview").go("upload").at.info[0].value))
    # And bringing it back says what that would do too
    screen.press(newest.replace("undo_", "redo_"))
    assert "November 2024 would have the figures of this file again." in screen.text
    assert "October 2024: they would take the place of those shown now." in screen.text
    screen.press("confirm")
    assert "Anytown has two months now: October 2024 to November 2024." in read(screen.at.info[0].value)


def test_undoing_the_only_upload_says_that_the_example_is_left(kept):
    kept(TWO_TEAMS)
    screen = Screen("upload")
    screen.press(undo_buttons(screen)[0]).press("confirm")
    assert "Anytown has no month now, so the pages show the example." in read(screen.at.info[0].value)


def test_undoing_what_was_replaced_says_that_nothing_would_change(kept):
    kept(TWO_TEAMS, "October.xlsx")
    kept(OTHER_FIGURES, "Again.xlsx")
    screen = Screen("upload")
    screen.press(undo_buttons(screen)[1])
    assert "October 2024: nothing would change, a later upload stands there." in screen.text


def test_undoing_says_when_and_who():
    # Given an upload that Sam kept and Alex undoes
    screen = Screen("upload").upload(TWO_TEAMS, "October.xlsx").set("council", "Anytown").set("who", "Sam")
    screen.press("keep")
    assert re.search(r"Kept \d+ \w+ \d{4} at \d\d:\d\d by Sam; in use", screen.text)
    (undo,) = undo_buttons(screen)
    screen.at.session_state["who"] = "Alex"
    screen.press(undo).press("confirm")
    # Then both are on record, and so is bringing it back
    assert re.search(r"by Sam; undone \d+ \w+ \d{4} at \d\d:\d\d by Alex", screen.text)
    (redo,) = undo_buttons(screen)
    screen.press(redo).press("confirm")
    assert re.search(r"by Sam; brought back \d+ \w+ \d{4} at \d\d:\d\d by Alex, in use", screen.text)


def test_the_same_file_again_is_known_at_once(kept):
    # Given a file that was kept on 2 December 2024, when it is read again, then that is said before all else
    kept(TWO_TEAMS, "October.xlsx")
    screen = Screen("upload").upload(TWO_TEAMS, "Copy of October.xlsx")
    assert read(screen.at.info[0].value).startswith("This file was kept on 2 December 2024 at ")
    # And of another file nothing is said
    other = workbook({NOVEMBER: [row("Riverside", 6.0, 192)]})
    assert not Screen("upload").upload(other).at.info
