"""Posts in place: what caseloads are with them."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_services import averages_only, few, one_team, post_sizes, service, services, stockton, team

from model.caseload import Demand
from model.change import change
from model.exact import shown
from model.posts import PostsError, average_curve, months_until_filled, place, with_posts


@pytest.mark.back
def test_ac15_six_posts_on_reconstruction_b():
    # Given reconstruction B, when six posts are placed, then the service is at 27.8 and five teams stay over.
    made = stockton("february_b")
    placed = place(made, 6)
    after = with_posts(made, placed.added)
    assert list(placed.added.values()) == [0, 1, 1, 2, 1, 1]
    assert [shown(each.average()) for each in after.teams] == ["24.9", "28.8", "28.8", "26.8", "29.4", "28.3"]
    assert shown(after.average()) == "27.8"
    assert len(after.over()) == 5
    assert after.excess() == 132


@pytest.mark.back
@pytest.mark.parametrize(
    ("children", "before", "after"), [(1194, "28.4", "24.9"), (1294, "30.8", "27.0"), (1370, "32.6", "28.5")]
)
def test_ac08_to_ac10_six_posts_at_42_fte(children, before, after):
    # Given so many children at 42 FTE, when six posts are added, then the average falls so far.
    made = one_team(children)
    assert shown(made.average()) == before
    assert shown(with_posts(made, {"Service": 6}).average()) == after


@pytest.mark.back
def test_ac24_six_posts_are_filled_in_five_months():
    # Given growth of 31.5 children a month, when 150 places are added, then they last 4.8 months.
    rise = change(stockton("september", 0), stockton("february_b"), Demand.ALL)
    months = months_until_filled(6 * 25, rise.children_per_month)
    assert shown(months) == "4.8"


@pytest.mark.unit
def test_places_never_fill_without_growth():
    # Given no growth or a fall, when it is asked how long places last, then there is no answer.
    assert months_until_filled(150, 0) is None
    assert months_until_filled(150, -3) is None


@pytest.mark.unit
def test_posts_add_to_every_known_count_of_workers():
    # Given a team with all its counts, when two half posts are added, then each rises and the unknown stays so.
    made = service(
        team(established=Fraction(8), in_post=Fraction(7), headcount=9), team("B", headcount=None), unallocated=76
    )
    after = with_posts(made, {"North 1": 2}, Fraction(1, 2)).teams[0]
    assert (after.fte, after.established, after.in_post, after.case_holding) == (Fraction(17, 2), 9, 8, None)
    assert after.headcount == 11
    assert with_posts(made, {"B": 1}).team("B").headcount is None
    assert made.team("North 1").fte == Fraction(15, 2)


@pytest.mark.unit
@pytest.mark.parametrize(
    ("added", "words"),
    [
        ({"East 9": 1}, "no team called East 9"),
        ({"North 1": -1}, "cannot be below 0"),
        ({"Unknown": 1}, "not known, so no post can be added"),
    ],
)
def test_posts_that_cannot_be_added_are_refused(added, words):
    # Given posts for nobody, below nought or where FTE is unknown, when they are added, then that is refused.
    with pytest.raises(PostsError, match=words):
        with_posts(service(team(), team("Unknown", fte=None)), added)


@pytest.mark.unit
def test_no_posts_in_a_team_without_fte_are_no_error():
    # Given averages alone, when no post is added to any team, then nothing changes.
    made = averages_only("february")
    assert with_posts(made, {each.team: 0 for each in made.teams}) == made


@pytest.mark.functional
@few
@given(services(waiting=True), st.integers(0, 10), post_sizes)
def test_posts_conserve_children(made, posts, size):
    # Given any service, when posts are placed in it, then FTE rises by them and no child comes or goes.
    added = place(made, posts, post_fte=size).added
    after = with_posts(made, added, size)
    assert after.fte == made.fte + posts * size
    assert [each.allocated for each in after.teams] == [each.allocated for each in made.teams]
    assert (after.unallocated, after.active) == (made.unallocated, made.active)


@pytest.mark.functional
@few
@given(services(waiting=True, least_fte=1), st.integers(0, 12), post_sizes)
def test_the_curve_is_the_average_wherever_posts_go(made, most, size):
    # Given any service, when the curve is drawn, then it falls and each point is the average with so many posts.
    for demand in Demand:
        curve = average_curve(made, most, demand, size)
        assert [posts for posts, _ in curve] == list(range(most + 1))
        averages = [average for _, average in curve]
        assert averages == sorted(averages, reverse=True)
        for posts, average in curve:
            assert average == with_posts(made, {made.teams[0].team: posts}, size).average(demand)


@pytest.mark.back
def test_the_curve_crosses_25_at_twelve_posts():
    # Given reconstruction B, when the curve is drawn, then 25 is crossed at 12 posts, and at 15 with those who wait.
    made = stockton("february_b")
    for demand, posts in ((Demand.ALLOCATED, 12), (Demand.ALL, 15)):
        assert next(number for number, average in average_curve(made, 20, demand) if average <= 25) == posts


@pytest.mark.unit
def test_there_is_no_curve_without_an_average():
    # Given no FTE, when the curve is drawn, then it is empty; with nobody in post it begins at the first post.
    assert average_curve(averages_only("february"), 5) == []
    assert average_curve(one_team(50, fte=0), 2) == [(1, 50), (2, 25)]
    assert average_curve(one_team(50), 2, Demand.ALL) == []
