"""Outlook: children who start and close, what is forecast of them, and what a person can say about it."""

from __future__ import annotations

import pytest
from screen import NOVEMBER, OCTOBER, Screen, row, workbook

pytestmark = pytest.mark.functional


def test_a_break_can_be_marked_and_a_link_keeps_it():
    # Given the example, whose restructure is too recent to leave out the months before it
    screen = Screen("outlook")
    assert screen.widget("forecast_since").value == "Nothing left out"
    assert "forecast from 23 months, April 2011 to February 2013" in screen.text
    # When somebody leaves them out
    screen.set("forecast_since", "September 2012")
    assert "forecast from six months, September 2012 to February 2013" in screen.text
    assert "too few months to say how often the shade would have held" in screen.text
    # Then what is read of the months is read of those only, and a link says the same
    assert "Read from six months, September 2012 to February 2013" in screen.text
    assert Screen("outlook", **screen.address).text == screen.text


def upright(screen: Screen, chart: str) -> set[str]:
    """The months at which a thin line stands."""
    return {line["x0"] for line in screen.chart(chart)["layout"]["shapes"] if line["x0"] == line["x1"]}


def test_several_breaks_can_be_marked_beside_those_of_the_figures():
    # Given a restructure in the figures, when two more breaks are marked, then all stand in both charts and in a link
    screen = Screen("outlook")
    assert upright(screen, "outlook_fan") == {"2012-09-01", "2013-02-01"}
    screen.set("known_breaks", ["March 2012", "October 2011"])
    assert upright(screen, "outlook_fan") == {"2012-03-01", "2012-09-01", "2013-02-01"}
    assert upright(screen, "outlook_forecast") == {"2011-10-01", "2012-03-01", "2012-09-01", "2013-02-01"}
    assert "Upright lines: Break, October 2011; Break, March 2012; Restructure, September 2012." in screen.text
    assert Screen("outlook", **screen.address).text == screen.text
    # And a month that does not know one of them draws the other
    assert upright(screen.set("month", "January 2012"), "outlook_forecast") == {"2011-10-01", "2012-01-01"}


def test_with_as_many_starting_as_close_the_number_of_children_holds():
    screen = Screen("outlook", starts_course="As many as close")
    assert "Number of children" in screen.chart("outlook_steps")["data"][0]["y"]
    # What is read of the months counted still is
    assert "% of open cases closed in a month, the months with the highest and the lowest share left out" in screen.text


def test_under_six_months_nothing_is_forecast_and_the_page_says_why():
    # Given the fourth month of the example: three say how many came and went
    screen = Screen("outlook", month="June 2011")
    assert "outlook_forecast" not in screen.charts()
    assert not screen.has("starts_course")
    assert "in three months running; a forecast needs six" in screen.text
    assert "The figures say who started and who closed in three months only; six are needed" in screen.text


def test_a_file_that_does_not_say_who_came_and_went_has_no_forecast(kept):
    kept(workbook({OCTOBER: [row("Riverside", 6.0, 150)], NOVEMBER: [row("Riverside", 6.0, 160)]}))
    screen = Screen("outlook")
    assert "The figures do not say how many children started and closed up to this month." in screen.text
    assert "outlook_forecast" not in screen.charts()
