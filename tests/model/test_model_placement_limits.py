"""Limits on a team, in FTE or in people: kept, and said where they leave posts over."""

from fractions import Fraction

import pytest
from made_services import service, stockton, team

from model.placement import place


@pytest.mark.unit
def test_a_limit_on_fte_leaves_posts_unplaced_and_says_so():
    # Given eight FTE at most, when 60 posts are placed in Stockton, then six fit and the rest are named.
    placed = place(stockton("february_b"), 60, max_fte_per_team=8)
    assert (sum(placed.added.values()), placed.unplaced) == (6, 54)
    assert placed.reason == "54 posts cannot be placed: every team would be above the limit of 8 full-time equivalents."


@pytest.mark.unit
def test_a_limit_on_people_needs_people():
    # Given no headcount, when people are limited, then no post is placed and the teams are named.
    placed = place(service(team("A", headcount=8), team("B")), 2, max_people_per_team=10)
    assert placed.unplaced == 2
    assert placed.added == {"A": 0, "B": 0}
    assert placed.reason == (
        "The number of social workers, as people, is not known for B, "
        "so the limit on people in a team cannot be kept and no post is placed."
    )


@pytest.mark.unit
def test_a_limit_on_people_is_kept():
    # Given eight people at most, when three posts are placed, then a team of seven takes one and the rest is named.
    made = service(team("A", 5, 300, headcount=7), team("B", 5, 100, headcount=8), team("C", 5, 90, headcount=9))
    placed = place(made, 3, post_fte=Fraction(1, 2), max_people_per_team=8, max_fte_per_team=20)
    assert placed.added == {"A": 1, "B": 0, "C": 0}
    assert placed.unplaced == 2
    assert placed.reason == (
        "Two posts cannot be placed: every team would be above the limit of 20 full-time equivalents or eight people."
    )


@pytest.mark.unit
def test_one_post_left_over_is_one_post():
    # Given no room at all, when one post is placed, then one post is left, and no post leaves none.
    made = service(team("A", 5, 300))
    assert place(made, 1, max_fte_per_team=0).reason.startswith("One post cannot be placed:")
    assert place(made, 0, max_fte_per_team=0).reason == ""
