"""A month that the file does not say is asked for on the page, used for this file, and not for the next."""

from __future__ import annotations

import datetime as dt

import pytest
from made_files import book_of
from screen import Screen

pytestmark = pytest.mark.functional

ANSWER = "Read the file with these answers"
TABLE = [["Team", "Case-holding FTE", "Allocated", "Unallocated"], ["Ash", 5.0, 100, 0], ["Elm", 4.0, 90, 3]]


def month_box(screen: Screen, number: int = 0) -> str:
    (key,) = [box.key for box in screen.at.selectbox if (box.key or "").startswith("month_of_sheet_")][number:][:1]
    return key


def test_a_month_is_asked_for_chosen_and_kept(store):
    # Given a file that nothing says the month of
    screen = Screen("upload").upload(book_of({"Sheet1": TABLE}), "figures.xlsx")
    screen.set("council", "Anytown")
    # Then the page asks, proposes none, and offers nothing to keep
    assert "Which month are these figures of?" in screen.text
    assert screen.widget(month_box(screen)).value is None
    assert "keep" not in [button.key for button in screen.at.button]
    # When the question is passed over, it is asked again
    screen.press(ANSWER)
    assert "Choose the month of the sheet Sheet1" in screen.text
    # When a month is chosen, the file is read as that month's and can be kept
    screen.set(month_box(screen), "2013-02")
    screen.press(ANSWER)
    assert "February 2013" in screen.text
    screen.press("keep")
    assert {month.date() for month in store.tables("Anytown")["team_caseload"]["month"]} == {dt.date(2013, 2, 1)}
    # And of next month's file of the same headings it is asked again
    screen.upload(book_of({"Sheet1": [*TABLE[:2], ["Elm", 4.0, 92, 1]]}), "figures.xlsx")
    assert screen.widget(month_box(screen)).value is None


def test_a_sheet_without_a_month_is_left_out_or_given_another_and_not_kept_meanwhile(store):
    # Given a workbook with one sheet too many
    screen = Screen("upload").upload(book_of({"Feb 2013": TABLE, "Scenario": TABLE}), "figures.xlsx")
    screen.set("council", "Anytown")
    screen.set(month_box(screen), "left out")
    screen.press(ANSWER)
    assert "The sheet “Scenario” is left out" in screen.text
    # When the answer is changed and not yet used, nothing can be kept
    screen.set(month_box(screen), "2013-03")
    assert "Answers were changed since the file was read" in screen.text
    screen.set(month_box(screen), "left out")
    screen.press("keep")
    assert {month.date() for month in store.tables("Anytown")["team_caseload"]["month"]} == {dt.date(2013, 2, 1)}


def test_of_months_without_a_year_the_page_asks_which_the_latest_is(store):
    # Given months side by side that have no year
    blocks = [["Allocated"], ["Team", "Dec", "Jan"], ["Ash", 100, 104], ["Elm", 90, 93]]
    rows = [*blocks, [], ["FTE"], blocks[1], ["Ash", 5.0, 5.5], ["Elm", 4.0, 4.5]]
    screen = Screen("upload").upload(book_of({"Data": rows}), "figures.xlsx")
    screen.set("council", "Anytown")
    # Then the page asks of which year the latest is, and offers only months of that name
    box = screen.widget(month_box(screen))
    assert "the latest of them is January of which year?" in box.label
    assert {option.split()[0] for option in box.options} == {"January"}
    # And the answer gives every month its year
    screen.set(month_box(screen), "2013-01")
    screen.press(ANSWER)
    screen.press("keep")
    kept = {month.date() for month in store.tables("Anytown")["team_caseload"]["month"]}
    assert kept == {dt.date(2012, 12, 1), dt.date(2013, 1, 1)}
