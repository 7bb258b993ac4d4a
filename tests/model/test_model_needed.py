"""Posts needed: three questions, each the least that is enough."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_services import averages_only, every_placement, few, one_team, post_sizes, service, services, stockton, team

from model.caseload import Demand
from model.exact import shown
from model.needed import (
    fte_short,
    needed_for_every_team,
    needed_for_every_team_and_waiting,
    needed_for_service_average,
)
from model.posts import with_posts


@pytest.mark.back
@pytest.mark.parametrize(("children", "posts"), [(1194, 6), (1294, 10), (1370, 13)])
def test_ac11_posts_for_an_average_of_25_at_42_fte(children, posts):
    # Given so many children at 42 FTE, when 25 is asked for, then so many posts are needed.
    assert needed_for_service_average(one_team(children)) == posts


@pytest.mark.back
def test_ac12_reconstruction_b():
    # Given reconstruction B, when 25 is asked for, then 12 posts are needed and 15 with those who wait.
    made = stockton("february_b")
    assert (shown(fte_short(made), 2), needed_for_service_average(made)) == ("11.26", 12)
    assert (shown(fte_short(made, Demand.ALL), 2), needed_for_service_average(made, Demand.ALL)) == ("14.30", 15)


@pytest.mark.back
def test_ac13_reconstruction_a():
    # Given reconstruction A and its 1,294 allocated, when 25 is asked for, then 13 posts are needed, or ten.
    made, allocated = stockton("february_a"), one_team(1294, fte=42.5)
    assert (shown(fte_short(made), 2), needed_for_service_average(made)) == ("12.30", 13)
    assert (shown(fte_short(allocated), 2), needed_for_service_average(allocated)) == ("9.26", 10)


@pytest.mark.back
@pytest.mark.parametrize("which", ["february_a", "february_b"])
def test_ac14_every_team(which):
    # Given either reconstruction, when every team is to be at 25, then it takes 15 posts, none in North 1.
    assert list(needed_for_every_team(stockton(which)).values()) == [0, 3, 3, 3, 3, 3]


@pytest.mark.back
def test_every_team_and_those_who_wait():
    # Given reconstruction B, when the 76 need places too, then the same 15 posts have 92.
    added, places = needed_for_every_team_and_waiting(stockton("february_b"))
    assert list(added.values()) == [0, 3, 3, 3, 3, 3]
    assert places == 92


@pytest.mark.back
def test_ac16_those_who_wait_alone():
    # Given 76 children and nobody, when 25 is asked for, then it takes 3.04 FTE, which is four posts.
    made = one_team(76, fte=0)
    assert fte_short(made) == Fraction(304, 100)
    assert needed_for_service_average(made) == 4


@pytest.mark.back
def test_ac41_the_ceiling_is_exact():
    # Given 905 children over 12.5, 11.0 and 7.7 FTE, when 25 is asked for, then five posts are enough.
    made = service(team("A", 12.5, 300), team("B", 11.0, 300), team("C", 7.7, 305))
    assert fte_short(made) == 5
    assert needed_for_service_average(made) == 5


@pytest.mark.unit
def test_without_fte_nothing_is_said():
    # Given averages alone, when posts are asked for, then there is no answer to any question.
    made = averages_only("february")
    assert fte_short(made) is None
    assert needed_for_service_average(made) is None
    assert needed_for_every_team(made) is None
    assert needed_for_every_team_and_waiting(made) is None
    assert needed_for_service_average(service()) is None


@pytest.mark.unit
def test_without_knowing_who_waits_nothing_is_said_of_all_children():
    # Given no figure of children waiting, when all are asked about, then there is no answer.
    made = service(team())
    assert needed_for_service_average(made, Demand.ALL) is None
    assert needed_for_every_team(made, Demand.ALL) is None
    assert needed_for_every_team_and_waiting(made) is None


@pytest.mark.unit
def test_teams_left_out_unknown_or_without_an_optimum_are_no_part_of_it():
    # Given four teams of which one can be asked about, when posts are asked for, then it alone answers.
    made = service(
        team("A", 4, 110),
        team("B", 1, 500, counted=False),
        team("C", None, 500),
        team("D", 1, 500, optimum=None),
    )
    assert needed_for_service_average(made) == 1
    assert needed_for_every_team(made) == {"A": 1}


@pytest.mark.unit
def test_each_team_is_measured_by_its_own_optimum():
    # Given teams of different optimum, when posts are asked for, then children weigh by their team's.
    made = service(team("A", 4, 100, optimum=20), team("B", 4, 60, optimum=15, unallocated=9), unallocated=34)
    assert fte_short(made) == Fraction(100, 20) + Fraction(60, 15) - 8
    assert fte_short(made, Demand.ALL) == fte_short(made) + Fraction(9, 15) + Fraction(25, 25)
    assert needed_for_every_team(made, Demand.ALL) == {"A": 1, "B": 1}


@pytest.mark.unit
@pytest.mark.parametrize("size", [0, -1, 1.5, "half"])
def test_a_post_is_a_part_of_a_whole_one(size):
    # Given a size that no post has, when posts are asked for, then it is refused.
    with pytest.raises(ValueError, match=r"post|finite"):
        needed_for_service_average(one_team(100), post_fte=size)


@pytest.mark.unit
def test_a_team_without_a_worker_needs_posts_for_all_its_children():
    # Given 51 children and no FTE, when the team is to be at 25, then it takes three posts.
    assert needed_for_every_team(service(team(fte=0, allocated=51))) == {"North 1": 3}


@pytest.mark.functional
@few
@given(services(waiting=True, shared_optimum=False), post_sizes)
def test_posts_for_the_average_are_the_least_that_are_enough(made, size):
    # Given any service, when posts are counted, then they close the gap and one fewer does not.
    for demand in Demand:
        posts, short = needed_for_service_average(made, demand, size), fte_short(made, demand)
        assert posts * size >= short
        assert posts == 0 or (posts - 1) * size < short


@pytest.mark.functional
@few
@given(services(), post_sizes)
def test_with_one_optimum_the_average_comes_to_it(made, size):
    # Given one optimum for all, when the posts are put anywhere, then the service average is at it or below.
    posts = needed_for_service_average(made, post_fte=size)
    after = with_posts(made, {made.teams[0].team: posts}, size)
    assert not after.average() or after.average() <= made.optimum
    fewer = with_posts(made, {made.teams[0].team: posts - 1}, size) if posts else None
    assert fewer is None or not fewer.fte or fewer.average() > made.optimum


@pytest.mark.functional
@few
@given(services(shared_optimum=False, waiting=True), post_sizes)
def test_posts_for_every_team_are_the_least_that_are_enough(made, size):
    # Given any service, when posts are put in each team, then none is over and one fewer leaves its team over.
    added = needed_for_every_team(made, Demand.ALL, size)
    assert with_posts(made, added, size).over(Demand.ALL) == ()
    for name, posts in added.items():
        if posts:
            assert with_posts(made, {**added, name: posts - 1}, size).team(name).is_over(Demand.ALL)


def places(made, size):
    return sum(team.headroom(Demand.ALL) // 1 for team in made.teams)


@pytest.mark.functional
@few
@given(services(most_teams=3, shared_optimum=False, waiting=True), post_sizes)
def test_posts_for_those_who_wait_are_the_least_that_are_enough(made, size):
    # Given any service with children waiting for no team, when posts are counted, then they have places, none fewer.
    added, room = needed_for_every_team_and_waiting(made, size)
    after, waiting = with_posts(made, added, size), made.unallocated_service_only
    assert after.over(Demand.ALL) == ()
    assert room == places(after, size) >= waiting
    # Brute force over every way to place one post fewer on top of what each team needs.
    least = needed_for_every_team(made, Demand.ALL, size)
    extra = sum(added.values()) - sum(least.values())
    if extra:
        base = with_posts(made, least, size)
        for fewer in every_placement(base, extra - 1):
            tried = with_posts(base, dict(zip(least, fewer, strict=True)), size)
            assert places(tried, size) < waiting


@pytest.mark.unit
def test_uneven_places_are_filled_without_a_post_too_many():
    # Given half posts at an optimum of 25, when 13 places are missing, then the team with the half place gets the post.
    made = service(team("A", 4, 100, unallocated=0), team("B", 4.5, 112, unallocated=0), unallocated=13)
    added, room = needed_for_every_team_and_waiting(made, Fraction(1, 2))
    assert (added, room) == ({"A": 0, "B": 1}, 13)


@pytest.mark.unit
def test_quarter_places_are_gathered_in_one_team():
    # Given half posts of 11.25 places, when 45 or 57 are missing, then four in one team lose no place.
    even = service(team("A", 4, 90, 22.5, unallocated=0), team("B", 4, 90, 22.5, unallocated=0), unallocated=45)
    assert needed_for_every_team_and_waiting(even, Fraction(1, 2)) == ({"A": 4, "B": 0}, 45)
    mixed = service(*even.teams, team("C", 4.3, 96, 22.5, unallocated=0), unallocated=57)
    assert needed_for_every_team_and_waiting(mixed, Fraction(1, 2)) == ({"A": 4, "B": 0, "C": 1}, 57)


@pytest.mark.unit
def test_equal_places_are_spread_over_the_heaviest_teams():
    # Given whole posts of 25 places each, when 75 wait, then they go to the highest averages and not all to one team.
    made = service(team("A", 4, 99, unallocated=0), team("B", 4, 100, unallocated=0), unallocated=75)
    assert needed_for_every_team_and_waiting(made) == ({"A": 1, "B": 2}, 76)


@pytest.mark.unit
def test_extra_posts_go_where_they_give_most_places():
    # Given two optima, when 60 wait for the service, then the posts go to the team with the higher one.
    made = service(team("A", 5, 100, optimum=20), team("B", 4, 100, optimum=25), unallocated=50)
    added, room = needed_for_every_team_and_waiting(made)
    assert (added, room) == ({"A": 0, "B": 2}, 50)


@pytest.mark.functional
@few
@given(st.integers(0, 2000), st.integers(0, 100))
def test_the_answer_is_that_of_the_fields_formula(children, fte):
    # Given one team, when posts are counted, then it is the ceiling of children over 25 less the FTE.
    assert needed_for_service_average(one_team(children, fte)) == max(0, -(-(children - 25 * fte) // 25))
