"""The Trends page: all measures in short, one as a control chart, step changes and targets that somebody keeps."""

from __future__ import annotations

from datetime import date

import pytest
from screen import HILLSIDE, NOVEMBER, OCTOBER, RIVERSIDE, Screen, row, workbook

pytestmark = pytest.mark.functional

SHORT = "Every measure"


def two_years() -> bytes:
    """A council whose caseload fell to another level in its second year."""
    months = [date(2023 + place // 12, place % 12 + 1, 1) for place in range(24)]
    children = [150 + 4 * (place % 2) - 30 * (place >= 12) for place in range(24)]
    return workbook({month: [row("Riverside", 6.0, each, 0)] for month, each in zip(months, children, strict=True)})


def test_the_example_starts_afresh_at_its_restructure_and_says_that_six_months_are_few():
    screen = Screen("trends")
    table = screen.table(SHORT).set_index("Measure")
    assert (table["Latest figure"]["Average caseload"], table["Points"]["Children waiting"]) == (
        "32.0",
        "6, provisional",
    )
    assert "Limits rest on six months, September 2012 to February 2013, and are provisional" in screen.text
    # When it does not start afresh, then what has happened since is a concern
    screen.set("trend_afresh", False)
    assert screen.title == "Three of five measures are a concern, none improves"
    assert screen.findings == ["Average caseload is a concern: above the upper limit in February 2013"]
    # And a team has its own
    screen.set("trend_of", "South 1").set("trend_measure", "Allocated children").set("trend_table", True)
    assert screen.findings == ["South 1, allocated children are unusually high: above the upper limit in February 2013"]
    assert screen.table("Control chart of allocated children").iloc[-1]["Figure"] == "214"


def test_two_months_are_a_change_only(kept):
    kept(workbook({OCTOBER: [RIVERSIDE, HILLSIDE], NOVEMBER: [RIVERSIDE, row("Hillside", 5.5, 125)]}))
    screen = Screen("trends")
    assert screen.title == "Too few points to say what has changed unusually"
    assert "Average caseload rose from 26.2 to 26.5: two months, change only" in screen.findings
    assert set(screen.table(SHORT)["What it says"]) == {"Change only"}


def test_a_step_change_is_marked_with_a_reason_and_taken_away(kept, store):
    kept(two_years())
    screen = Screen("trends")
    assert screen.findings == ["Average caseload is improving: below the lower limit in December 2024"]
    # Given no reason, then nothing is kept
    screen.submit("trend_step_keep", trend_step_month="January 2024")
    assert "A step change needs a reason" in screen.text
    assert store.settings("Anytown").steps == ()
    # With one the limits are of the months since
    screen.submit("trend_step_keep", trend_step_month="January 2024", trend_step_reason="Two posts filled")
    assert "The limits start afresh from January 2024 (Two posts filled)." in screen.text
    assert "Average caseload: no unusual change; 20.7 in December 2024 is within the limits" in screen.findings
    assert screen.table(SHORT)["Points"][0] == "12"
    # And another measure has no such step
    screen.set("trend_measure", "Allocated children")
    assert "Two posts filled" not in screen.text
    screen.set("trend_measure", "Average caseload").press("trend_step_away_0")
    assert store.settings("Anytown").steps == ()
    assert "Two posts filled" not in screen.text


def test_a_target_is_kept_and_judged(kept, store):
    kept(two_years())
    screen = Screen("trends").submit("trend_target_keep", trend_target_of_caseload="40")
    assert "The target of 40.0 is consistently met" in screen.text
    assert screen.table(SHORT)["Target"][0] == "40.0: consistently met"
    screen.submit("trend_target_keep", trend_target_of_caseload="soon")
    assert "“soon” is no target" in screen.text
    assert list(store.settings("Anytown").targets) == ["caseload"]
    screen.submit("trend_target_keep", trend_target_of_caseload="")
    assert store.settings("Anytown").targets == {}
