"""Every title on every page is a finding that can be read at a glance, whatever the month."""

from __future__ import annotations

import pytest
from screen import Screen

from model.words import MOST_WORDS_IN_TITLE

pytestmark = pytest.mark.functional

CHOICES = ((), ("before", "September 2012"), ("teams", ["North 1", "South 1"]), ("teams", ["South 2"]))
SHOWN = ("This month", "Over time", "By worker")


def long_titles(screen: Screen) -> list[str]:
    return [title for title in (screen.title, *screen.findings) if len(title.split()) > MOST_WORDS_IN_TITLE]


def test_no_title_of_any_month_of_the_example_is_long():
    # Given the overview and the course, when every month is looked at, then no title is over fifteen words
    screen = Screen("caseloads").set("show", "Over time")
    months = [month for month in screen.widget("month").options if month != "Latest month"]
    assert len(months) == 24
    for month in months:
        assert long_titles(screen.set("month", month)) == []
        assert long_titles(screen.go("overview")) == []
        screen.go("caseloads")


@pytest.mark.parametrize("choice", CHOICES, ids=str)
def test_no_title_is_long_whatever_is_chosen(choice):
    screen = Screen()
    if choice:
        screen.set(*choice)
    assert long_titles(screen) == []
    for shown in SHOWN:
        assert long_titles(screen.go("caseloads").set("show", shown)) == []
    for posts in (0, 1, 6, 15, 20):
        assert long_titles(screen.go("posts").set("posts", posts)) == []
    assert long_titles(screen.set("children", "All children")) == []


def test_a_course_across_a_restructure_says_so():
    # Given the example, whose teams were made anew in September 2012
    screen = Screen("caseloads").set("show", "Over time")
    assert all(finding.endswith("across a restructure") for finding in screen.findings)
    # When only the months before it are looked at, then nothing is said of it
    assert "restructure" not in " ".join(screen.set("month", "August 2012").findings)
