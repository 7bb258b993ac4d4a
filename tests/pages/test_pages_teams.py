"""Teams: split, merged, moved, and what is left to ask for; the plan is in the link."""

from __future__ import annotations

import pytest
from screen import NOVEMBER, OCTOBER, Screen, row, workbook

from ui.posts_by_hand import hand_key

pytestmark = pytest.mark.functional


def teams(screen: Screen) -> list[str]:
    return screen.chart("teams_after")["data"][0]["y"]


def test_the_page_opens_with_the_posts_asked_for_and_says_what_moving_can_do():
    screen = Screen("posts", posts="9").go("teams")
    assert screen.widget("team_posts").value == 9
    screen.set("team_posts", 6)
    assert screen.title == "The highest caseload goes from 35.7 to 29.4; five teams stay over 25."
    assert "Moving alone cannot bring every team to 25 or below: the service averages 32.0." in screen.findings
    assert "All three objectives put the six posts in the same teams." in screen.findings
    assert "20 February 2013, allocated children, case-holding FTE" in screen.text
    assert "76 children wait for a social worker" in screen.text


def test_a_split_moves_and_posts_are_one_plan_and_the_link_shows_it_to_others():
    screen = Screen("teams", move_posts="2", move_children="10", team_posts="3", line="33")
    screen.set("regroup", "Split one").set("split_team", "South 1").set("shares", "60, 40")
    assert "South 1 A" in teams(screen) and "South 1" not in teams(screen)
    assert "South 1 in two; one post moved; ten children moved; three posts added" in screen.text
    assert "the highest average stays 33.2, in fewer teams" in screen.text
    other = Screen("teams", **screen.address)
    assert set(other.text.splitlines()) - {"60, 40"} == set(screen.text.splitlines())
    # And what was counted stays as it was counted
    assert "South 1" in screen.go("caseloads").chart("caseload_by_team")["data"][0]["y"]


def test_shares_that_cannot_be_read_are_named_and_the_teams_stay():
    screen = Screen("teams", regroup="Split one", split_team="North 1", shares="half")
    assert "type two numbers above 0" in screen.text
    assert len(teams(screen)) == 6
    # And so is a team of a link that is not there
    assert "There is no East 9 among these teams" in Screen("teams", regroup="Split one", split_team="East 9").text


def test_teams_as_one_and_the_managers_that_takes():
    screen = Screen("teams", regroup="Merge some", merge_teams=["North 2", "North 3"], team_posts="0")
    assert "North 2 + North 3" in teams(screen)
    assert screen.title == "North 2 and North 3 as one: each manager has 19 staff, not 9.5."
    assert "One further Team Manager is needed: 46 social workers in five teams." in screen.text
    # And one team alone is not merged with anything
    assert len(teams(screen.set("merge_teams", ["North 2"]))) == 6


def test_where_the_objectives_differ_a_table_says_how():
    screen = Screen(team_posts="1").keep(workbook({NOVEMBER: [row("Small", 1, 30), row("Large", 10, 290)]}))
    table = screen.go("teams").table("Table of the three objectives")
    assert table["Posts by team"].tolist() == ["one to Small", "one to Large", "one to Large"]
    assert table["Children over the optimum"].tolist() == ["40.0", "20.0", "20.0"]
    assert "leave 20.0 fewer children over the optimum" in screen.text
    # And a limit on people that are not known keeps posts where they are, and says so
    screen.set("span", True).set("move_posts", 2)
    assert "The number of social workers, as people, is not known" in screen.text
    assert "No post is moved" in screen.text


def test_one_team_and_teams_without_figures_have_a_page_too():
    # Given a month with one team and another without FTE or people
    blank = [row("A", None, 120, None), row("B", None, 90, None), row("C", None, None, None)]
    book = workbook({OCTOBER: [row("Only", 4, 120)], NOVEMBER: blank})
    screen = Screen(move_posts="3", regroup="Merge some").keep(book).go("teams")
    assert screen.title == "No team has a known average, so what other teams would carry is not known."
    screen.set("merge_teams", ["A", "C"])
    assert "The allocated children of C are not known" in screen.text
    assert "A + B" in teams(screen.set("merge_teams", ["A", "B"]))
    # When
    screen.set("month", "October 2024").set("regroup", "Split one").set("split_team", "Only")
    assert teams(screen) == ["Only A", "Only B"]
    assert "FTE does not give it" in screen.text


def test_forty_teams_are_no_more_trouble_than_six():
    rows = [row(f"Team {n:02}", 3 + n % 4, 80 + 7 * n % 50, n % 3) for n in range(40)]
    asked = {"regroup": "Split one", "split_team": "Team 07", "parts": "4", "move_posts": "20", "move_children": "200"}
    screen = Screen(children="All children", **asked).keep(workbook({NOVEMBER: rows})).go("teams")
    assert len(teams(screen)) == 43
    assert screen.open_tables()


def test_posts_placed_by_hand_are_taken_over_in_number_and_where_it_is_wanted_in_place():
    # Given nine posts placed by hand, five of them in South 1, when the other pages are opened, then they count nine
    by_hand = Screen("posts").set("by_hand", True).set(hand_key("South 1"), 5)
    screen = by_hand.go("teams")
    assert screen.widget("team_posts").value == 9
    best = screen.title
    # And when the placement is wanted here, then it is the one of Added posts, and the best one is named beside it
    screen.set("teams_by_hand", True)
    assert "Nine posts:" in screen.text and "South 1 five" in screen.text
    assert screen.title != best
    assert "By hand: highest average" in screen.text
    assert not any("objectives" in finding for finding in screen.findings)
    # And a link shows it to somebody who never placed anything
    other = Screen("teams", **screen.address, placed=screen.at.query_params["placed"])
    assert other.title == screen.title and "South 1 five" in other.text
    assert "placed by hand" not in Screen("teams", placed="-.x").text
    # And in teams that are split it cannot be, which is said
    screen.set("regroup", "Split one").set("split_team", "South 1")
    assert "placed by hand in the teams as they are; here they are placed best" in screen.text
    # And the Outlook and Costs count as many and say how they place them
    for page in ("outlook", "costs"):
        assert screen.go(page).widget("outlook_posts").value == 9
        assert "On Added posts nine posts are placed by hand. Here as many count" in screen.text
