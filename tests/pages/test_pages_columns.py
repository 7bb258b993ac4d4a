"""A column that the file leaves open is asked about, answered, kept with the months and known again next month."""

from __future__ import annotations

import re
from io import BytesIO

import pytest
from openpyxl import Workbook
from screen import TWO_TEAMS, Screen

from store import Store

pytestmark = pytest.mark.functional

HEADINGS = ("Team", "Case-holding FTE", "Open cases", "Unallocated")
ANSWER = "Read the file with these answers"
DECIDED = r"Read as decided on \d+ \w+ \d{4}: “Open cases” is “All open children, the waiting included”\."


def book(sheet: str, *rows: tuple[object, ...], headings: tuple[str, ...] = HEADINGS) -> bytes:
    made = Workbook()
    made.worksheets[0].title = sheet
    for row in (headings, *rows):
        made.worksheets[0].append(row)
    content = BytesIO()
    made.save(content)
    return content.getvalue()


FEBRUARY = book("Feb 2013", ("Ash", 5.0, 104, 4), ("Elm", 4.0, 121, 3))
MARCH = book("Mar 2013", ("Ash", 5.0, 110, 5), ("Elm", 4.0, 124, 0))


def choice(screen: Screen, cell: str) -> str:
    """The key of the drop-down of the column in that cell."""
    (key,) = [box.key for box in screen.at.selectbox if f"_{cell}_" in (box.key or "")]
    return key


def answer(screen: Screen, cell: str, field: str) -> Screen:
    screen.widget(choice(screen, cell)).set_value(field)
    return screen.press(ANSWER)


def kept(store: Store) -> list[tuple[str, int, int]]:
    frame = store.tables("Anytown")["team_caseload"]
    return list(zip(frame["team"], frame["allocated"].tolist(), frame["unallocated"].tolist(), strict=True))


def test_an_open_count_is_asked_about_before_anything_can_be_kept():
    # Given a file whose count of children does not say whether those who wait are in it
    screen = Screen("upload").upload(FEBRUARY, "february.xlsx")
    # Then the page asks, with the cell and some values, and offers nothing to keep
    assert "**One column to check: say what it is**" in screen.text
    assert "**Open cases**" in screen.text
    assert "Feb 2013, cell C1" in screen.text
    assert "104, 121" in screen.text
    box = screen.widget(choice(screen, "C1"))
    assert box.label == "“Open cases” – Are the children who wait for a social worker in it too?"
    assert box.options[:2] == ["Children allocated", "All open children, the waiting included"]
    assert box.value is None
    assert not screen.has("keep")
    assert "before that nothing of this file is kept" in screen.text


def test_no_answer_is_no_answer():
    screen = Screen("upload").upload(FEBRUARY).press(ANSWER)
    assert "Choose what Open cases is." in screen.text
    assert not screen.has("keep")


@pytest.mark.parametrize(
    ("field", "figures"),
    [("active", [("Ash", 100, 4), ("Elm", 118, 3)]), ("allocated", [("Ash", 104, 4), ("Elm", 121, 3)])],
)
def test_the_answer_is_what_is_read_and_kept(field, figures, store):
    screen = answer(Screen("upload").upload(FEBRUARY), "C1", field)
    assert not re.search("to check", screen.text)
    screen.set("council", "Anytown").press("keep")
    assert kept(store) == figures


def test_next_months_file_is_read_as_decided_and_says_so(store):
    # Given a month that was kept with an answer
    screen = answer(Screen("upload").upload(FEBRUARY), "C1", "active")
    screen.set("council", "Anytown").press("keep")
    (decision,) = store.column_decisions("Anytown")
    assert (decision.heading, decision.field) == ("Open cases", "active")
    # When somebody brings the next month's file of the same headings
    other = Screen("upload").upload(MARCH)
    # Then it is read in the same way, the page says so, and nothing is asked
    assert re.search(DECIDED, other.text)
    assert other.widget(choice(other, "C1")).value == "active"
    other.press("keep")
    assert kept(store) == [("Ash", 100, 4), ("Elm", 118, 3), ("Ash", 105, 5), ("Elm", 124, 0)]
    # And the day of the decision stays
    assert {one.decided_on for one in store.column_decisions("Anytown")} == {decision.decided_on}


def test_what_was_decided_can_be_changed_on_the_page(store):
    # Given a decision from the month before
    screen = answer(Screen("upload").upload(FEBRUARY), "C1", "active")
    screen.set("council", "Anytown").press("keep").upload(MARCH)
    # When it is changed
    answer(screen, "C1", "allocated")
    assert not re.search(DECIDED, screen.text)
    screen.press("keep")
    # Then the new one counts
    assert kept(store)[2:] == [("Ash", 110, 5), ("Elm", 124, 0)]
    assert [one.field for one in store.column_decisions("Anytown")] == ["allocated"]


def test_a_decision_about_months_that_are_not_kept_is_forgotten(store):
    screen = answer(Screen("upload").upload(FEBRUARY), "C1", "active").press("aside")
    assert store.column_decisions("Anytown") == []
    assert screen.upload(FEBRUARY).widget(choice(screen, "C1")).value is None


def test_a_file_with_other_headings_is_asked_about_again():
    screen = answer(Screen("upload").upload(FEBRUARY), "C1", "active")
    screen.set("council", "Anytown").press("keep")
    screen.upload(book("Mar 2013", ("Ash", 5.0, 110, 5), headings=(*HEADINGS[:3], "Children waiting")))
    assert "One column to check" in screen.text
    assert screen.widget(choice(screen, "C1")).value is None


def test_of_two_columns_for_one_thing_a_person_chooses(store):
    headings = ("Team", "SW FTE", "FTE", "Children allocated")
    screen = Screen("upload").upload(book("Feb 2013", ("Ash", 5.0, 4.0, 100), headings=headings))
    assert "**Two columns to check: say what each is**" in screen.text
    screen.widget(choice(screen, "B1")).set_value("fte_established")
    answer(screen, "C1", "fte_case_holding").set("council", "Anytown").press("keep")
    frame = store.tables("Anytown")["team_caseload"]
    assert frame[["fte", "fte_basis", "fte_established"]].to_numpy().tolist() == [[4.0, "case-holding", 5.0]]


def test_headings_that_nobody_knows_are_explained_in_one_go(store):
    headings = ("Grp", "Staffing", "Kids")
    screen = Screen("upload").upload(book("Feb 2013", ("Ash", 5.0, 100), ("Elm", 4.0, 90), headings=headings))
    for cell, field in (("A1", "team"), ("B1", "fte_in_post")):
        screen.widget(choice(screen, cell)).set_value(field)
    answer(screen, "C1", "allocated").set("council", "Anytown").press("keep")
    assert store.tables("Anytown")["team_caseload"]["team"].tolist() == ["Ash", "Elm"]


def test_a_heading_read_by_its_likeness_is_named_and_can_be_kept_or_changed(store):
    headings = ("Team", "Case-holding FTE", "Childern allocated", "Unallocated")
    screen = Screen("upload").upload(book("Feb 2013", ("Ash", 5.0, 100, 4), headings=headings))
    assert "“Childern allocated” is read as “Children allocated”, 94% alike." in screen.text
    assert screen.widget(choice(screen, "C1")).value == "allocated"
    assert screen.has("keep")
    # When the person says that it is right, then it is a decision like any other
    screen.press(ANSWER)
    assert "alike" not in screen.text
    screen.set("council", "Anytown").press("keep")
    assert [one.heading for one in store.column_decisions("Anytown")] == ["Childern allocated"]


LIKE = ("Team", "Case-holding FTE", "Childern allocated", "Unallocated")


def test_an_answer_that_stood_there_when_the_month_was_kept_is_not_asked_again(store):
    # Given a heading read by its likeness, and the month kept as it is read, without a word about it
    screen = Screen("upload").upload(book("Feb 2013", ("Ash", 5.0, 100, 4), headings=LIKE))
    assert "these answers are remembered for later files" in screen.text
    screen.set("council", "Anytown").press("keep")
    assert [(one.heading, one.field) for one in store.column_decisions("Anytown")] == [
        ("Childern allocated", "allocated")
    ]
    # When the next month's file has it too
    other = Screen("upload").upload(book("Mar 2013", ("Ash", 5.0, 103, 1), headings=LIKE))
    # Then it is read so, that is said, and nothing is asked
    assert "alike" not in other.text
    assert "to check: say what" not in other.text
    assert re.search(r"Read as decided on [^:]+: “Childern allocated” is “Children allocated”", other.text)
    other.press("keep")
    assert kept(store) == [("Ash", 100, 4), ("Ash", 103, 1)]


def test_a_column_left_unused_beside_its_question_stays_so(store):
    # Given a file without FTE, which asks whether a column of numbers is that, and is kept without it
    headings = ("Team", "Desks", "Children allocated")
    screen = Screen("upload").upload(book("Feb 2013", ("Ash", 5.0, 100), ("Elm", 4.0, 90), headings=headings))
    assert "to check: say what" in screen.text
    screen.set("council", "Anytown").press("keep")
    # Then the next file is not asked about
    other = Screen("upload").upload(book("Mar 2013", ("Ash", 5.0, 103), ("Elm", 4.0, 91), headings=headings))
    assert "to check: say what" not in other.text
    assert "“Desks” is not used." in other.text


def test_what_is_put_aside_is_not_remembered(store):
    Screen("upload").upload(book("Feb 2013", ("Ash", 5.0, 100, 4), headings=LIKE)).press("aside")
    assert store.column_decisions("Anytown") == []


def test_nothing_of_a_list_of_children_stands_beside_its_columns():
    rows = [("A1", "Zqsurname", "Ash", "SW 1"), ("A2", "Zqother", "Elm", "")]
    screen = Screen("upload").upload(book("Feb 2013", *rows, headings=("Child ID", "Name", "Team", "Social worker")))
    assert "values not shown" in screen.text
    assert "Zq" not in screen.text


def test_a_heading_with_markup_is_shown_as_it_is():
    headings = ("Team", "FTE", "Children allocated", "[x](http://a.b) **c**")
    screen = Screen("upload").upload(book("Feb 2013", ("Ash", 5.0, 100, 1), headings=headings))
    assert "[x](http://a.b) **c**" in screen.text
    assert not any("](http" in text for text in screen.markdown())


def test_an_old_reading_cannot_be_kept_once_an_answer_is_changed(store):
    # Given a file read with an answer, and another answer chosen since
    screen = answer(Screen("upload").upload(FEBRUARY), "C1", "active").set("council", "Anytown")
    assert not screen.widget("keep").disabled
    screen.set(choice(screen, "C1"), "allocated")
    # Then the old reading cannot be kept, and the page says what to do
    assert screen.widget("keep").disabled
    assert "Answers were changed since the file was read" in screen.text
    # When it is put back, then it can
    screen.set(choice(screen, "C1"), "active")
    assert not screen.widget("keep").disabled
    assert "were changed since" not in screen.text
    # And when it is changed and read again, the new reading is kept
    answer(screen, "C1", "allocated").press("keep")
    assert kept(store) == [("Ash", 104, 4), ("Elm", 121, 3)]


def test_a_plain_file_asks_nothing():
    screen = Screen("upload").upload(TWO_TEAMS)
    assert "to check: say what" not in screen.text
    assert screen.has("keep")


def test_after_a_look_at_another_page_the_file_is_needed_again():
    # Given a file with a question, and somebody who looks elsewhere, so that the uploader forgets it
    screen = Screen("upload").upload(FEBRUARY).go("overview").go("upload")
    # Then the question still stands, and the page says what is needed to answer it
    assert "To change an answer, upload the file again" in screen.text
    assert not screen.has("keep")
    # And when the file is there again, it can be answered
    assert answer(screen.upload(FEBRUARY), "C1", "active").has("keep")
