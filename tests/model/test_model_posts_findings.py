"""What posts do, and what they do not solve."""

from dataclasses import replace
from fractions import Fraction

import pytest
from every_row import every_row
from hypothesis import given
from hypothesis import strategies as st
from made_services import averages_only, few, one_team, service, services, stockton, team

from model.assumptions import Settings
from model.caseload import Demand
from model.findings import (
    caseload_title,
    posts_sentence,
    unsolved,
)
from model.needed import needed_for_every_team_and_waiting, needed_for_service_average, waiting_held
from model.posts import place, with_posts
from model.posts_findings import children_over
from model.waiting_findings import waiting_sentence

B = stockton("february_b")


def with_best(made, posts):
    return with_posts(made, place(made, posts).added)


def three(*figures, **more):
    """Three teams by FTE and children."""
    return service(*(team(name, *pair) for name, pair in zip("ABC", figures, strict=True)), **more)


@pytest.mark.back
@pytest.mark.parametrize(
    ("posts", "text"),
    [
        (0, "Without added posts, the service averages 32.0, not 25; five teams are over; 76 wait."),
        (1, "One post brings the service to 31.2, not 25; five teams stay over; 76 wait."),
        (6, "Six posts bring the service to 27.8, not 25; five teams stay over; 76 wait."),
        (12, "Twelve posts bring the service to 24.6, below 25; three teams stay over; 76 wait."),
        (15, "15 posts bring the service to 23.3; no team stays over; all waiting have places."),
    ],
)
def test_what_posts_do_in_february(posts, text):
    # Given reconstruction B, when posts are placed, then what they do and leave is said.
    assert posts_sentence(B, with_best(B, posts), posts) == text


@pytest.mark.back
def test_what_posts_do_with_everyone_counted():
    # Given the 76 counted as well, when six posts are placed, then nobody is said to wait beside them.
    after = with_best(B, 6)
    assert posts_sentence(B, after, 6, Demand.ALL) == (
        "Six posts bring the service to 29.5, not 25, with 76 waiting children counted."
    )


@pytest.mark.unit
def test_what_posts_do_not_solve():
    # Given twelve posts, when the rest is listed, then teams, children waiting and managers are in it.
    assert unsolved(B, with_best(B, 12)) == [
        "Three teams are still over 25: North 2 at 25.4, North 3 at 25.4 and South 3 at 25.1, "
        "8 children more than the optimum.",
        "76 children wait for a social worker: the 26 spare places would hold 26 of them; "
        "the other 50 are, at 25 each, the work of two posts.",
    ]
    assert unsolved(B, with_best(B, 6))[-1] == (
        "76 children wait for a social worker: at 25 each, the work of four posts."
    )
    assert unsolved(B, with_best(B, 12), settings=Settings())[-1] == (
        "Whether more managers are needed is not known: the number of people in each team is missing."
    )
    assert unsolved(B, B)[0].startswith("Five teams are over 25: North 2 at 33.2")


@pytest.mark.back
def test_enough_posts_for_all_who_wait_are_not_told_to_be_too_few():
    # Given the 15 posts that are enough for every team and the 76, when the rest is said, then no post is left to add.
    after = with_best(B, 15)
    assert unsolved(B, after) == [
        "76 children still have no social worker: the 92 spare places would hold them.",
    ]
    assert posts_sentence(B, after, 15, Demand.ALL) == (
        "15 posts bring the service to 24.7, below 25, with 76 waiting children counted."
    )


@pytest.mark.unit
def test_places_that_hold_some_of_those_who_wait_are_said():
    # Given ten places and twelve children who wait, when all are counted, then two are without a place.
    made = service(team("A", 4, 90), unallocated=12)
    assert waiting_held(made) == (10, 10)
    assert posts_sentence(made, made, 0, Demand.ALL).endswith("with twelve waiting children counted.")
    assert unsolved(made, made)[0].endswith("would hold 10 of them; the other 2 are, at 25 each, the work of one post.")


@pytest.mark.unit
def test_one_child_without_a_place_is_one():
    # Given ten places and eleven children who wait, when it is said, then the other one is the work of a post.
    made = service(team("A", 4, 90), unallocated=11)
    assert unsolved(made, made)[0].endswith(
        "would hold 10 of them; the other one is, at 25 each, the work of one post."
    )


@pytest.mark.unit
def test_a_team_without_fte_is_in_no_total_and_every_sentence_says_so():
    # Given Beta with 160 children and no FTE, when posts are placed, then only the other two teams are spoken of.
    made = three((4, 120), (None, 160), (4, 66), unallocated=0)
    after = with_posts(made, {"A": 1})
    assert posts_sentence(made, after, 1) == (
        "One post brings the two teams with known figures to 20.7; none stays over."
    )
    assert posts_sentence(made, made, 0).startswith(
        "Without added posts, the two teams with known figures average 23.3"
    )
    assert caseload_title(made) == "A carries most, 30.0 children per social worker; the average without B is 23.3."


@pytest.mark.unit
def test_who_waits_in_a_team_without_fte_needs_no_post_that_others_answer_for():
    # Given 30 who wait in a team without FTE, when posts are counted for the others, then the 30 are no part of it.
    made = service(team("A", 4, 100, unallocated=0), team("Beta", None, 160, unallocated=30))
    assert needed_for_service_average(made, Demand.ALL) == 0
    assert unsolved(made, made)[0] == "30 children wait for a social worker: at 25 each, the work of two posts."


@pytest.mark.unit
def test_one_child_who_waits_and_has_a_place():
    # Given one child who waits and ten places, when it is said, then it is one child.
    made = service(team("A", 3, 90), unallocated=1)
    after = with_posts(made, {"A": 1})
    assert posts_sentence(made, after, 1).endswith("no team stays over; all waiting have places.")
    assert unsolved(made, after) == ["One child still has no social worker: the ten spare places would hold the child."]


@pytest.mark.unit
def test_a_team_that_does_not_say_who_waits_leaves_it_open_whether_all_have_places():
    # Given places, and a team that gives no figure of those who wait, when it is said, then not all have a place.
    made = service(team("A", 10, 90, unallocated=3), team("B", 10, 90))
    assert posts_sentence(made, made, 0).endswith("at least three children wait.")


@pytest.mark.functional
@few
@given(services(least_fte=1, waiting=True))
def test_the_posts_that_are_enough_hold_all_who_wait(made):
    # Given any service, when the posts that are enough are in it, then places hold all who wait, and no more is asked.
    added, places = needed_for_every_team_and_waiting(made)
    after = with_posts(made, added)
    held, every = waiting_held(after)
    assert held == made.unallocated
    assert every == places + made.unallocated_by_team
    assert not any("the work of" in text for text in unsolved(made, after))


@pytest.mark.unit
def test_managers_that_are_needed_are_said():
    # Given teams of eight people, when two join one of them, then it is too large and a manager more is needed.
    made = service(team("A", 10, 100, headcount=8), team("B", 10, 100, headcount=8), unallocated=0)
    assert unsolved(made, with_posts(made, {"A": 2}), settings=Settings()) == [
        "One further Team Manager is needed: 18 social workers in two teams.",
        "A has more social workers than one manager can supervise (eight: ten staff less two family workers).",
    ]
    # And where a team has no family workers, nothing is taken off
    alone = unsolved(made, with_posts(made, {"A": 3}), settings=Settings(family_workers_per_team=0))
    assert "A has more social workers than one manager can supervise (ten)." in alone
    assert unsolved(made, made, settings=Settings()) == []


@pytest.mark.unit
@every_row(
    ("made", "text"),
    [
        (one_team(100, fte=3), "One post brings the service to 25.0, the optimum; no team stays over."),
        (one_team(1001, fte=39), "One post brings the service to 25.0, just above 25; one team stays over."),
        (one_team(999, fte=39), "One post brings the service to 25.0, just below 25; no team stays over."),
        (
            one_team(50, fte=1, waiting=1),
            "One post brings the service to 25.0, the optimum; no team stays over; one waits.",
        ),
        (averages_only("february"), "What one post would do is not known: FTE is not known."),
    ],
)
def test_what_one_post_does(made, text):
    # Given a service, when one post is placed, then the sentence says where the average stands beside the optimum.
    assert posts_sentence(made, with_best(made, 1), 1) == text


@pytest.mark.unit
def test_half_posts_and_chosen_teams_are_named():
    # Given half posts among chosen teams, when they are placed, then both are said.
    made = replace(three((4, 120), (4, 110), (4, 90)), whole_service=False)
    after = with_posts(made, {"A": 2}, Fraction(1, 2))
    assert posts_sentence(made, after, 2, post_fte=0.5) == (
        "Two posts of 0.5 FTE bring the chosen teams to 24.6; one team stays over."
    )


@pytest.mark.unit
def test_with_different_optima_the_average_is_not_set_against_one():
    # Given two optima, when posts are placed, then the service average stands without one.
    made = service(team("A", 4, 120), team("B", 4, 120, optimum=20))
    assert posts_sentence(made, with_posts(made, {"B": 1}), 1) == (
        "One post brings the service to 26.7; two teams stay over."
    )


@pytest.mark.functional
@few
@given(services(least_fte=1), st.integers(0, 30))
def test_the_sentence_agrees_with_the_figures(made, posts):
    # Given any posts, when their sentence is said, then it says "not" exactly while the average is above the optimum.
    after = with_best(made, posts)
    text = posts_sentence(made, after, posts)
    assert ("no team stays over" in text) == (posts > 0 and bool(made.over()) and not after.over())
    assert (f", not {float(made.optimum):g}" in text or "just above" in text) == (after.average() > made.optimum)


@pytest.mark.unit
def test_places_of_teams_in_which_nobody_waits_are_no_places_for_those_who_wait():
    # Given 20 who wait in a team with five places, and a team with 25 places in which nobody waits
    made = service(team("A", 4, 95, unallocated=20), team("B", 4, 75, unallocated=0))
    # Then only the places where they wait are spoken of
    assert waiting_sentence(made, made) == (
        "20 children wait for a social worker: spare places where they wait would hold 5 of them; "
        "the other 15 are, at 25 each, the work of one post."
    )


@pytest.mark.unit
def test_without_anybody_in_post_the_children_are_not_said_to_be_unknown():
    made = service(team("A", 0, 120))
    assert posts_sentence(made, made, 0) == "The average is not known: no social worker is in post."


@pytest.mark.unit
def test_that_no_team_stays_over_is_not_said_of_teams_that_cannot_be_judged():
    # Given two teams of which all is known, and one without FTE
    made = service(team("A", 4, 120), team("B", 4, 90), team("C", None, 160))
    said = posts_sentence(made, with_posts(made, {"A": 1}), 1)
    assert "none stays over" in said
    assert "no team" not in said


@pytest.mark.unit
@every_row(
    ("excess", "text"), [(0, "0 children"), ("0.4", "less than one child"), ("0.5", "1 child"), (282, "282 children")]
)
def test_children_over_the_optimum_are_counted_in_words_that_fit(excess, text):
    # Given children over the optimum, which may be parts of one, then none is said only where there is none
    assert children_over(excess) == text
