"""What there is to check in the figures: before they are kept, and quietly after."""

from __future__ import annotations

import pytest
from screen import HILLSIDE, NOVEMBER, OCTOBER, RIVERSIDE, TWO_TEAMS, Screen, read, row, workbook

pytestmark = pytest.mark.functional

LEAP = row("Riverside", 6.0, 1801, 2)
SAID = "Riverside has 1,801 children allocated in November 2024, about ten times the 180 in October 2024"
BESIDE = "to check beside the months kept already"
QUIET = ("to check in these figures",)


def folded(screen: Screen, *ends: str) -> list[str]:
    return [read(box.label) for box in screen.at.expander if box.label.endswith(ends)]


def test_a_slip_within_a_file_is_said_before_it_is_kept_and_does_not_stop_it():
    # Given a file of two months, one figure of it ten times off
    screen = Screen("upload").upload(workbook({OCTOBER: [RIVERSIDE, HILLSIDE], NOVEMBER: [LEAP, HILLSIDE]}))
    # Then it is said with its cell, and the months can be kept
    assert f"**Team caseload, cell I4.** “Riverside”{SAID.removeprefix('Riverside')}" in screen.text
    assert not screen.set("council", "Anytown").widget("keep").disabled


def test_a_slip_beside_a_kept_month_is_said_before_it_is_kept(kept):
    # Given October kept, and a file with November alone
    kept(TWO_TEAMS)
    screen = Screen("upload").upload(workbook({NOVEMBER: [LEAP, row("Hillside", 5.5, 122, 0)]}))
    # Then the slip is named beside October, and November can be kept
    assert folded(screen, BESIDE) == [f"One thing {BESIDE}"]
    assert SAID in screen.text
    assert not screen.widget("keep").disabled


@pytest.fixture
def wrong_total() -> bytes:
    """Two months, of which only November has a total, 10 too high."""
    total = row("Total", 11.5, 315, 2)
    return workbook({OCTOBER: [RIVERSIDE, HILLSIDE], NOVEMBER: [row("Riverside", 6.0, 184, 2), HILLSIDE, total]})


def test_a_wrong_total_goes_on_being_said_once_its_month_is_kept(wrong_total):
    # Given a file whose printed total is not the sum of its teams
    screen = Screen().keep(wrong_total, "autumn.xlsx")
    said = "autumn.xlsx, Team caseload, cell I6: The total of children allocated is printed as 315"
    # Then the page says so once it is kept, and the overview of that month with cell and both figures
    assert f"Still to check: {said}" in screen.text
    screen.go("overview")
    assert folded(screen, *QUIET) == ["One thing to check in these figures"]
    assert f"{said}, but the teams add up to 305: 10 too high." in screen.text
    # But not as a note on the month, nor in the month before, nor of one team alone
    assert not any("autumn.xlsx, Team" in read(text.value) for text in screen.at.caption)
    assert not folded(screen.set("month", "October 2024"), *QUIET)
    assert not folded(screen.set("month", "November 2024").set("teams", ["Riverside"]), *QUIET)


def test_the_same_wrong_file_again_is_known_as_the_same(wrong_total):
    screen = Screen().keep(wrong_total, "autumn.xlsx").upload(wrong_total, "autumn.xlsx")
    assert "**Kept already, with the same figures:** October 2024 and November 2024." in screen.text


def test_an_ordinary_next_month_says_nothing(kept):
    kept(TWO_TEAMS)
    screen = Screen("upload").upload(workbook({NOVEMBER: [row("Riverside", 6.0, 184, 2), row("Hillside", 5.5, 122)]}))
    assert folded(screen, BESIDE) == []
    assert not screen.at.warning


def test_a_month_copied_from_the_one_before_is_named(kept):
    kept(TWO_TEAMS)
    screen = Screen("upload").upload(workbook({NOVEMBER: [RIVERSIDE, HILLSIDE]}))
    assert "Every team has the same FTE and the same children in November 2024 as in October 2024" in screen.text


def test_the_overview_has_a_quiet_line_for_the_month_it_shows(kept):
    # Given a slip that was kept all the same
    kept(workbook({OCTOBER: [RIVERSIDE, HILLSIDE], NOVEMBER: [LEAP, HILLSIDE]}))
    screen = Screen()
    # Then the month says so, folded away
    assert folded(screen, *QUIET) == ["One thing to check in these figures"]
    assert SAID in screen.text
    # And not for teams that it is not about
    assert folded(screen.set("teams", ["Hillside"]), *QUIET) == []


def test_figures_in_order_have_no_such_line(kept):
    kept(TWO_TEAMS)
    assert folded(Screen(), *QUIET) == []


def test_the_example_says_what_is_to_be_checked_in_the_report_itself():
    screen = Screen()
    assert folded(screen, *QUIET) == ["One thing to check in these figures"]
    assert "North 2 and North 3 have the same FTE and the same children in September 2012" in screen.text
    assert folded(screen.set("month", "December 2012"), *QUIET) == []
