"""Caseloads of a council of its own: teams that come and go, are left out or have no workers."""

from __future__ import annotations

import pytest
from screen import HILLSIDE, NOVEMBER, OCTOBER, RIVERSIDE, Screen, row, workbook

pytestmark = pytest.mark.functional


def overview(kept, months) -> Screen:
    kept(workbook(months))
    return Screen()


def test_what_moved_the_average_is_not_told_for_other_teams(kept):
    # Given a month with a team that the month before did not have
    screen = overview(kept, {OCTOBER: [RIVERSIDE], NOVEMBER: [RIVERSIDE, HILLSIDE]})
    # Then the change is not split, and the reason is said
    assert "why_it_moved" not in screen.charts()
    assert "28 October 2024 and 28 November 2024 are not of the same teams" in screen.text
    assert "There is no earlier month" not in screen.text


def test_what_moved_the_average_is_not_told_without_fte(kept):
    screen = overview(kept, {OCTOBER: [row("Riverside", None, 180)], NOVEMBER: [RIVERSIDE]})
    assert "Children or FTE are not known for 28 October 2024, so what moved" in screen.text


def test_a_part_of_nothing_is_not_drawn_beside_one_that_counts(kept):
    # Given twelve more children and the same social workers
    screen = overview(kept, {OCTOBER: [row("Riverside", 6.0, 168)], NOVEMBER: [RIVERSIDE]})
    # Then there is one part, and the words say the same FTE
    assert screen.chart("why_it_moved")["data"][0]["y"] == ["More children"]
    assert "12 more allocated children and the same FTE of social workers since " in screen.text
    assert "reconstruction" not in screen.text


def test_a_change_on_reconstructed_figures_says_so():
    said = "On a reconstruction: see the note on the month."
    assert said in Screen().text
    assert said not in Screen().set("month", "January 2013").set("before", "Month before").text


def test_counted_teams_without_workers_are_named(kept):
    # Given two teams, of which one has a worker in the list
    kept(workbook({OCTOBER: [RIVERSIDE, HILLSIDE]}, [(OCTOBER, "Hillside", "H-1", "Social worker", 1.0, "No", 30)]))
    screen = Screen("caseloads").set("show", "By worker")
    # Then the title is about the one, and the other is named
    assert "The one worker listed carries more than 25 children for full-time hours" in screen.findings
    assert "No workers are given for Riverside." in screen.text
