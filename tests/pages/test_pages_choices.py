"""Month, comparison and teams: chosen once, true on every page, and in the link."""

from __future__ import annotations

import pytest
from screen import TWO_TEAMS, Screen

pytestmark = pytest.mark.functional


def test_another_month_has_its_own_figures_and_day():
    screen = Screen().set("month", "September 2012")
    assert screen.about == "Six teams, as at 3 September 2012"
    assert screen.figures["Service average"] == "26.8"
    assert screen.figures["Children waiting"] == "0"
    assert screen.chart("caseload_by_team")["data"][0]["y"][:2] == ["North 2", "North 3"]


@pytest.mark.parametrize(
    ("compared", "day"),
    [
        ("Month before", "31 January 2013"),
        ("Same month last year", "29 February 2012"),
        ("September 2012", "3 September 2012"),
    ],
)
def test_the_compared_month_is_always_named(compared, day):
    screen = Screen().set("before", compared)
    assert f"orange tick: {day}" in screen.text
    assert f"since {day}" in screen.text


def test_the_first_month_has_nothing_to_compare_with_and_says_so():
    screen = Screen().set("month", "March 2011")
    assert "There is no earlier month to compare with" in screen.text
    assert "There is no earlier month to compare with" in screen.text
    assert "why_it_moved" not in screen.charts()
    assert screen.set("before", "Same month last year").figures["Service average"]


def test_the_axis_is_the_same_in_every_month():
    axes = [Screen().set("month", month).chart("caseload_by_team")["layout"]["xaxis"]["range"] for month in
            ("March 2011", "February 2013")]  # fmt: skip
    assert axes[0] == axes[1]


def test_chosen_teams_are_summed_alone():
    # When two teams are chosen
    screen = Screen().set("teams", ["South 1", "South 2"])
    # Then everything is about them: 449 children over 13 FTE
    assert screen.about == "Two teams, as at 20 February 2013"
    assert screen.figures["Average of 2 teams"] == "34.5"
    assert screen.chart("caseload_by_team")["data"][0]["y"] == ["South 1", "South 2"]
    # And those who wait, who are known for the service only, are not put down to them
    assert screen.figures["Children waiting"] == "Not by team"
    assert "76 in the whole service" in screen.text
    assert "Both chosen teams are counted." in screen.text


def test_one_team_alone_can_be_looked_at():
    screen = Screen().set("teams", ["North 1"])
    for script in ("overview", "caseloads", "posts"):
        assert screen.go(script).about == "One team, as at 20 February 2013"
        assert "South 1 carries" not in screen.text


def test_choices_stay_from_page_to_page():
    screen = Screen().set("month", "September 2012").set("teams", ["North 1", "North 2"])
    for page in ("caseloads", "posts", "overview"):
        assert screen.go(page).about == "Two teams, as at 3 September 2012"
    # And after a page that is not about a month
    assert screen.go("methods").go("overview").about.endswith("as at 3 September 2012")


def test_a_link_shows_what_the_sender_saw():
    # Given choices of all kinds
    sender = Screen().set("month", "September 2012").set("before", "August 2012").set("teams", ["North 1"])
    # When the address is opened by somebody else
    receiver = Screen(**sender.address)
    # Then it is the same page
    assert receiver.about == sender.about == "One team, as at 3 September 2012"
    assert "orange tick: 31 August 2012" in receiver.text
    assert receiver.figures == sender.figures


def test_a_link_to_a_view_opens_that_view():
    sender = Screen("caseloads").set("show", "Over time").set("teams_over_time_table", True)
    assert Screen("caseloads", **sender.address).text == sender.text


def test_the_month_is_in_the_link_before_anything_is_chosen():
    # A later upload must not change what a link of today shows.
    assert Screen().at.query_params["month"] in ("February 2013", ["February 2013"])


@pytest.mark.parametrize(
    "address",
    [
        {"month": "June 1999", "before": "never", "teams": "Nobody", "data": "Elsewhere", "show": "nothing"},
        {"month": "", "posts": "many", "size": "0", "most_in_team": "-1", "months": "13", "hand_000000": "1e9"},
        {"posts": "-3", "children": "?", "objective": "<b>", "by_hand": "perhaps", "span": "2"},
        {"posts": "100000", "by_hand": "true", "hand_000000": "100000", "hand_": "1"},
    ],
    ids=["choices", "numbers", "words", "too many"],
)
def test_an_address_that_makes_no_sense_shows_the_usual_page(address):
    screen = Screen(**address)
    for script in ("overview", "caseloads", "posts"):
        assert screen.go(script).about == "Six teams, as at 20 February 2013"


def test_an_area_stands_for_its_teams():
    # Given the example, whose teams are in two areas
    screen = Screen()
    assert screen.widget("teams").label == "Teams or areas"
    assert screen.widget("teams").options[:3] == ["All of North", "All of South", "North 1"]
    # When one is chosen, with a team of the other, then the page is about those four
    screen.set("teams", ["All of North", "South 1"])
    assert screen.about == "Four teams, as at 20 February 2013"
    assert set(screen.chart("caseload_by_team")["data"][0]["y"]) == {"North 1", "North 2", "North 3", "South 1"}
    # And a link shows the same
    assert Screen(**screen.address).about == screen.about


def test_teams_without_areas_or_of_one_area_are_chosen_one_by_one(kept):
    kept(TWO_TEAMS)
    assert Screen().widget("teams").label == "Teams"
    assert Screen().widget("teams").options == ["Riverside", "Hillside"]
