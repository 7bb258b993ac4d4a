"""Moving existing posts or children: best and least by brute force, nothing lost, nothing made up."""

from collections import Counter
from dataclasses import replace
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_services import load, post_sizes, service, services, stockton, team, worth

from model.caseload import Demand
from model.least_moves import least_children, least_posts
from model.moving import Move, move_children, move_posts, posts_to_spare
from model.objective import Objective

few = settings(max_examples=40, deadline=None)


def every_shift(made, most, size=1, cap=None):
    """Every service that at most so many moves of posts lead to, and how many moves that is, by brute force."""
    for net in product(range(-most, most + 1), repeat=len(made.teams)):
        if sum(net) or sum(map(abs, net)) > 2 * most:
            continue
        teams = [replace(t, fte=t.fte + n * size) for t, n in zip(made.teams, net, strict=True)]
        changed = [(t, n) for t, n in zip(teams, net, strict=True) if n]
        too_low = any(t.fte < 0 or (t.fte == 0 and t.allocated and n < 0) for t, n in changed)
        too_high = cap is not None and any(n > 0 and t.fte > cap for t, n in changed)
        if not too_low and not too_high:
            yield replace(made, teams=tuple(teams)), sum(map(abs, net)) // 2


def every_regrouping(made, most):
    """Every service that moving at most so many children leads to, to teams that have somebody, by brute force."""
    for net in product(range(-most, most + 1), repeat=len(made.teams)):
        if sum(net) or sum(map(abs, net)) > 2 * most:
            continue
        pairs = list(zip(made.teams, net, strict=True))
        if all(t.allocated + n >= 0 and (n <= 0 or t.fte) for t, n in pairs):
            teams = tuple(replace(t, allocated=t.allocated + n) for t, n in pairs)
            yield replace(made, teams=teams), sum(map(abs, net)) // 2


@pytest.mark.functional
@few
@given(services(shared_optimum=False), st.integers(0, 3), post_sizes, st.none() | st.integers(2, 9))
@pytest.mark.parametrize("objective", list(Objective))
def test_no_other_moves_of_posts_are_better_and_no_fewer_do_as_much(objective, made, most, size, cap):
    # Given any small service, when a few posts are moved, then no other moves of as many do more, or as much with less.
    moved = move_posts(made, most, objective, post_fte=size, max_fte_per_team=cap)
    others = [(worth(other, objective), number) for other, number in every_shift(made, most, size, cap)]
    assert (worth(moved.service, objective), moved.number) == min(others)


@pytest.mark.functional
@few
@given(services(most_teams=3, shared_optimum=False), st.integers(0, 4))
def test_no_other_moves_of_children_leave_a_lower_list_of_averages(made, most):
    # Given any small service, when a few children are moved, then no other moves leave the highest averages lower.
    moved = move_children(made, most)
    best = Objective.LOWEST_HIGHEST
    others = [(worth(other, best), number) for other, number in every_regrouping(made, most)]
    assert (worth(moved.service, best), moved.number) == min(others)


small = services(most_teams=3, least_fte=0).map(
    lambda made: replace(
        made, teams=tuple(replace(t, allocated=t.allocated // 10, fte=t.fte / 20 + Fraction(1, 2)) for t in made.teams)
    )
)


@pytest.mark.functional
@few
@given(services(most_teams=3, shared_optimum=False), post_sizes, st.none() | st.sampled_from([18, 30]))
def test_the_least_posts_to_move_are_the_least(made, size, line):
    # Given any small service, when every team is to be at a line, then no fewer moves do it, and where none is named
    # none of up to four does.
    least = least_posts(made, post_fte=size, line=line)
    enough = [n for other, n in every_shift(made, 4, size) if all(_at(each, line) for each in other.teams)]
    assert (least.takes if least.can_be and least.takes <= 4 else None) == min(enough, default=None)
    if least.can_be:
        assert sum(move.number for move in least.moves) == least.takes


@pytest.mark.functional
@few
@given(small, st.none() | st.sampled_from([18, 30]))
def test_the_least_children_to_move_are_the_least(made, line):
    # Given any small service, when every team is to be at a line, then no fewer children moved do it.
    least = least_children(made, line=line)
    enough = [n for other, n in every_regrouping(made, 6) if all(_at(each, line) for each in other.teams)]
    assert (least.takes if least.can_be and least.takes <= 6 else None) == min(enough, default=None)
    if least.can_be:
        assert sum(move.number for move in least.moves) == least.takes


def _at(each, line):
    return each.allocated <= (each.optimum if line is None else line) * each.fte


@pytest.mark.functional
@few
@given(services(most_teams=5), st.integers(0, 6), st.integers(0, 30), st.randoms(use_true_random=False))
def test_nothing_is_lost_and_the_order_of_teams_changes_only_ties(made, posts, children, shuffle):
    # Given any service, when posts and children are moved, then sums stay; the order of teams changes only ties.
    order = list(made.teams)
    shuffle.shuffle(order)
    results = [move_children(move_posts(each, posts).service, children) for each in (made, service(*order))]
    for result in results:
        assert (result.service.fte, result.service.allocated) == (made.fte, made.allocated)
    loads = [Counter(map(load, result.service.teams)) for result in results]
    if len({load(each) for each in made.teams}) == len(order):
        assert loads[0] == loads[1] or worth(results[0].service, Objective.LOWEST_HIGHEST) == worth(
            results[1].service, Objective.LOWEST_HIGHEST
        )


@pytest.mark.functional
@few
@given(services(most_teams=5), st.integers(0, 6))
def test_one_more_move_never_raises_the_highest_caseload(made, posts):
    # Given any service, when one more post may move, then the heaviest team is no heavier.
    heaviest = [max(map(load, move_posts(made, most).service.teams)) for most in (posts, posts + 1)]
    assert heaviest[1] <= heaviest[0]


@pytest.mark.back
def test_moving_alone_does_not_bring_februarys_teams_to_the_optimum():
    # Given February's reconstruction, when teams are to be at 25, then nobody has a post or a place to spare.
    made = stockton("february_b")
    posts, children = least_posts(made), least_children(made)
    assert (posts.takes, posts.spare, posts.can_be, posts.moves) == (15, 0, False, ())
    assert (children.takes, children.spare, children.can_be) == (283, 0, False)
    assert posts.total_short == children.total_short == Fraction(1294, 25) - Fraction(81, 2)
    # And at a line of 33 a few children are enough
    assert least_children(made, line=33).moves == (
        Move("North 2", "North 1", 2),
        Move("North 3", "North 1", 2),
        Move("South 1", "North 1", 16),
        Move("South 2", "North 1", 4),
    )
    assert least_posts(made, line=33).takes == 4


@pytest.mark.unit
def test_a_post_moves_in_every_figure_of_the_staff():
    # Given teams with people and two figures of FTE, when a half-time post moves, then each figure follows.
    heavy = team("A", 2, 90, case_holding=Fraction(2), established=Fraction(3), headcount=3)
    light = team("B", 4, 40, case_holding=Fraction(4), established=None, headcount=5)
    moved = move_posts(service(heavy, light), 1, post_fte=Fraction(1, 2))
    assert moved.moves == (Move("B", "A", 1),)
    first, second = moved.service.teams
    assert (first.fte, first.case_holding, first.established, first.headcount) == (2.5, 2.5, 3.5, 4)
    assert (second.fte, second.case_holding, second.established, second.headcount) == (3.5, 3.5, None, 4)


@pytest.mark.unit
def test_a_team_gives_no_more_than_it_has_by_any_figure():
    # Given a team whose figures differ, when it is asked for posts, then the least of them is the most it gives.
    assert posts_to_spare(team("A", 4, 40, in_post=Fraction(2)), Fraction(1)) == 2
    assert posts_to_spare(team("A", 4, 40, in_post=Fraction(0)), Fraction(1)) == 0
    assert posts_to_spare(team("A", 4, 40, headcount=1), Fraction(1)) == 1
    # And with children somebody stays
    assert posts_to_spare(team("A", 4, 40), Fraction(1)) == 3
    assert posts_to_spare(team("A", 4, 0), Fraction(1)) == 4
    assert posts_to_spare(team("A", Fraction(9, 2), 40), Fraction(1)) == 4


@pytest.mark.unit
def test_a_limit_on_people_needs_the_people():
    # Given a limit on people, when they are not known, then nothing moves; known, the limit holds for the taker.
    assert move_posts(service(team("A", 2, 90), team("B", 6, 40)), 3, max_people_per_team=8).moves == ()
    known = service(team("A", 2, 90, headcount=7), team("B", 6, 40, headcount=6))
    assert move_posts(known, 3, max_people_per_team=8).moves == (Move("B", "A", 1),)


@pytest.mark.unit
def test_those_who_wait_in_a_team_hold_its_line_up():
    # Given more waiting in a team than it has places, when all are counted, then moving cannot bring it to the line.
    made = service(team("A", 1, 5, unallocated=40), team("B", 10, 20, unallocated=0))
    assert least_children(made, Demand.ALL).can_be is False
    assert least_children(made).takes == 0


@pytest.mark.unit
def test_teams_that_cannot_be_asked_about_neither_give_nor_take():
    # Given teams without figures or optimum, when posts and children are moved, then they are as they were.
    made = service(team("A", None, 90), team("B", 4, 40, optimum=None), team("C", 4, 300, counted=False))
    assert move_posts(made, 3).service == move_children(made, 9).service == made
    assert least_posts(made) is None
    assert least_children(made) is None
