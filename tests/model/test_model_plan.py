"""A plan of posts: where they go, what they cost, and how posts placed by hand compare with the best."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_services import few, service, services, stockton, team

from model.assumptions import Settings
from model.caseload import Demand
from model.exact import pounds, shown
from model.outlook_process import Approval
from model.plan import Ask, Needed, highest_average, needed, plan
from model.plan_costs import CostPlan
from model.posts import Objective, PostsError
from model.posts_findings import managers
from model.team_plan import TeamAsk, team_plan

SETTINGS = Settings()
FEBRUARY = stockton("february_b")
objectives = st.sampled_from(list(Objective))


def with_people(made, people: int):
    """The same teams, each with so many social workers as people."""
    return replace(made, teams=tuple(replace(each, headcount=people) for each in made.teams))


@pytest.mark.back
def test_six_posts_do_for_the_report_what_its_figures_allow():
    # Given February 2013 as reconstructed
    answer = plan(FEBRUARY, SETTINGS, Ask(6))
    # Then six posts go where the highest averages are, and the service is not at 25
    assert answer.placement.added == {
        "North 1": 0,
        "North 2": 1,
        "North 3": 1,
        "South 1": 2,
        "South 2": 1,
        "South 3": 1,
    }
    assert shown(answer.after.average()) == "27.8"
    assert len(answer.after.over()) == 5
    assert answer.after.excess() == 132
    assert pounds(answer.bill.posts_year) == "£244,906"
    assert (answer.posts, answer.best) == (6, None)


@pytest.mark.back
def test_what_is_enough_has_three_answers_for_the_report():
    assert needed(FEBRUARY, Demand.ALLOCATED) == Needed(12, 15, 15)
    assert needed(FEBRUARY, Demand.ALL) == Needed(15, 15, 15)


@pytest.mark.unit
def test_posts_of_half_the_hours_take_more_of_them():
    half = needed(FEBRUARY, Demand.ALLOCATED, Decimal("0.5"))
    assert half.service_average == 23
    assert half.every_team >= 2 * 15 - 6


@pytest.mark.unit
def test_what_is_not_known_has_no_number():
    assert needed(service(team(fte=None)), Demand.ALLOCATED) == Needed(None, None, None)
    # Where nobody knows who waits, only the last question cannot be answered.
    unknown = needed(replace(FEBRUARY, unallocated_service=None), Demand.ALLOCATED)
    assert (unknown.service_average, unknown.every_team) == (12, 15)


@pytest.mark.unit
def test_a_part_time_post_costs_its_share():
    # Given six posts of three days in five
    whole, part = plan(FEBRUARY, SETTINGS, Ask(6)), plan(FEBRUARY, SETTINGS, Ask(6, post_fte=Decimal("0.6")))
    # Then they cost six tenths and bring six tenths of the hours
    assert part.bill.posts_year == whole.bill.posts_year * Fraction(6, 10)
    assert part.after.fte - part.before.fte == Fraction(36, 10)
    assert part.posts == 6


@pytest.mark.unit
def test_part_of_a_year_costs_its_months():
    bill = plan(FEBRUARY, SETTINGS, Ask(6, months=3)).bill
    assert bill.this_year == bill.posts_year / 4
    assert pounds(bill.posts_year) == "£244,906"


@pytest.mark.unit
def test_managers_are_counted_where_people_are_known_and_costed_where_a_cost_is_set():
    # Given teams of eight people, as many as one manager can supervise
    full = with_people(FEBRUARY, 8)
    costed = SETTINGS.with_values(cost_per_manager=Decimal(60_000))
    # When six more come
    answer, priced = plan(full, SETTINGS, Ask(6)), plan(full, costed, Ask(6))
    # Then a seventh team is needed: counted always, in the sum only with a cost
    assert answer.span.further_managers == 1
    assert answer.bill.managers_year is None
    assert answer.bill.year == answer.bill.posts_year
    assert priced.bill.year == priced.bill.posts_year + 60_000
    # And a part-time post makes no manager cheaper
    assert plan(full, costed, Ask(6, post_fte=Decimal("0.5"))).bill.managers_year == 60_000


@pytest.mark.unit
def test_a_manager_who_is_lacking_already_is_no_cost_of_the_posts():
    # Given six teams of nine people each, for which a seventh manager is lacking today, at eight to a manager
    short = with_people(FEBRUARY, 9)
    costed = SETTINGS.with_values(cost_per_manager=Decimal(60_000))
    # When one post comes, then 55 people need the seventh manager still; with three, 57 need an eighth
    assert [plan(short, costed, Ask(posts)).bill.managers for posts in (0, 1, 2, 3)] == [0, 0, 0, 1]
    assert plan(short, costed, Ask(1)).bill.year == SETTINGS.cost_per_post
    # And every page counts the same
    for posts in (0, 1, 3, 20):
        stages = (Approval(1, (posts,)),)
        costs = CostPlan(FEBRUARY.month, stages, 4, costed, people=54, teams=6)
        teams = team_plan(short, costed, TeamAsk(Ask(posts)))
        assert plan(short, costed, Ask(posts)).bill.managers == costs.extra_teams == teams.managers
    # And who is lacking anyhow is said apart
    said = " ".join(managers(short, plan(short, costed, Ask(3)).after, costed))
    assert "Two further Team Managers are needed: 57 social workers in six teams; one of them is lacking today" in said
    none = " ".join(managers(short, plan(short, costed, Ask(1)).after, costed))
    assert "so that none is a cost of the plan." in none


@pytest.mark.unit
def test_without_people_managers_are_not_known():
    answer = plan(FEBRUARY, SETTINGS, Ask(6))
    assert answer.span is None
    assert answer.bill.managers == 0


@pytest.mark.unit
def test_one_managers_span_holds_posts_back_and_says_so():
    # Given teams of seven people with room for one more each
    answer = plan(with_people(FEBRUARY, 7), SETTINGS, Ask(10, keep_span=True))
    assert (answer.posts, answer.placement.unplaced) == (6, 4)
    assert "eight people" in answer.placement.reason
    assert answer.bill.posts == 6
    # And where people are not known, nothing is placed rather than guessed
    blind = plan(FEBRUARY, SETTINGS, Ask(10, keep_span=True))
    assert (blind.posts, blind.placement.unplaced) == (0, 10)
    assert "not known" in blind.placement.reason


@pytest.mark.unit
def test_a_limit_of_hours_holds_posts_back():
    answer = plan(FEBRUARY, SETTINGS, Ask(15, max_fte_per_team=Decimal(8)))
    assert all(each.fte <= 8 for each in answer.after.teams)
    assert answer.placement.unplaced == 15 - answer.posts > 0


@pytest.mark.unit
def test_posts_placed_by_hand_stand_beside_the_best_of_as_many():
    # Given all six posts typed into the lightest team
    answer = plan(FEBRUARY, SETTINGS, Ask(3, by_hand={"North 1": 6}))
    # Then they go there, all six are paid, and the best placement of six is known
    assert answer.placement.added["North 1"] == answer.posts == answer.bill.posts == 6
    assert shown(highest_average(answer.after)) == "35.7"
    assert shown(highest_average(answer.best)) == "29.4"
    assert answer.after.fte == answer.best.fte


@pytest.mark.unit
def test_by_hand_what_has_no_place_is_said_until_somebody_finds_one():
    # Given twenty posts and eight FTE at most, which leave no place for 14
    limited = Ask(20, max_fte_per_team=Decimal(8))
    best = plan(FEBRUARY, SETTINGS, limited).placement
    # When as many or fewer are placed by hand, then as many are left, and why
    for typed in (best.added, {"North 2": 1}, {}):
        by_hand = plan(FEBRUARY, SETTINGS, replace(limited, by_hand=typed)).placement
        assert (by_hand.unplaced, by_hand.reason, by_hand.notes) == (14, best.reason, best.notes)
    # And when a team is above the limit, that is said
    above = plan(FEBRUARY, SETTINGS, replace(limited, by_hand=best.added | {"South 1": 3, "North 1": 1})).placement
    assert above.reason == ""
    assert above.notes[-1] == "By hand, North 1 and South 1 are above the limit of 8 full-time equivalents."


@pytest.mark.unit
def test_by_hand_who_gets_no_post_is_said_unless_one_is_typed_for_them():
    # Given a team whose children are not known
    made = service(team("A", 4, 120), team("Blind", 4, None))
    told = plan(made, SETTINGS, Ask(1, by_hand={"A": 1})).placement.notes
    assert told == ("No post goes to Blind: its figures are not known.",)
    assert plan(made, SETTINGS, Ask(1, by_hand={"Blind": 1})).placement.notes == ()


@pytest.mark.unit
def test_a_service_has_the_same_average_wherever_the_posts_go():
    by_hand = plan(FEBRUARY, SETTINGS, Ask(0, by_hand={"North 1": 6}))
    assert by_hand.after.average() == by_hand.best.average()


@pytest.mark.unit
@pytest.mark.parametrize("typed", [{"North 1": -1}, {"Blind": 1}])
def test_posts_that_do_not_fit_the_teams_are_refused_in_words(typed):
    made = service(team("North 1"), team("Blind", fte=None))
    with pytest.raises(PostsError, match=next(iter(typed))):
        plan(made, SETTINGS, Ask(0, by_hand=typed))


@pytest.mark.unit
def test_no_post_changes_nothing_and_costs_nothing():
    answer = plan(FEBRUARY, SETTINGS, Ask(0))
    assert answer.after == FEBRUARY
    assert answer.bill.year == 0
    by_hand = plan(FEBRUARY, SETTINGS, Ask(6, by_hand={}))
    assert (by_hand.posts, by_hand.after) == (0, FEBRUARY)


@pytest.mark.unit
def test_the_highest_average_is_of_counted_teams_that_have_one():
    made = service(team("A", 4, 120, counted=False), team("B", 4, 100), team("C", 0, 9), team("D", None, 9))
    assert highest_average(made) == 25
    assert highest_average(service(team("C", 0, 9))) is None
    assert highest_average(service()) is None
    waiting = service(team("B", 4, 100, unallocated=4))
    assert highest_average(waiting, Demand.ALL) == 26


@pytest.mark.functional
@few
@given(made=services(least_fte=1), posts=st.integers(0, 12), objective=objectives)
def test_every_post_asked_for_is_placed_or_said_to_be_left(made, posts, objective):
    answer = plan(made, SETTINGS, Ask(posts, objective=objective, max_fte_per_team=Decimal(9)))
    assert answer.posts + answer.placement.unplaced == posts
    assert answer.bill.posts == answer.posts
    assert bool(answer.placement.reason) == bool(answer.placement.unplaced)


@pytest.mark.functional
@few
@given(made=services(least_fte=1), data=st.data())
def test_by_hand_is_never_better_than_the_best_at_what_the_best_is_best_at(made, data):
    # Given posts placed by hand anywhere
    typed = {each.team: data.draw(st.integers(0, 3)) for each in made.teams}
    even, high, over = (
        plan(made, SETTINGS, Ask(0, objective=objective, by_hand=typed))
        for objective in (Objective.MOST_EVEN, Objective.LOWEST_HIGHEST, Objective.FEWEST_OVER)
    )
    # Then the best placement of as many is at least as good by its own measure
    assert highest_average(high.best) <= highest_average(high.after)
    assert over.best.excess() <= over.after.excess()
    assert unevenness(even.best) <= unevenness(even.after)


def unevenness(made) -> Fraction:
    """Σ c² ÷ f: the most even placement has the least of it."""
    return sum((Fraction(each.allocated) ** 2 / each.fte for each in made.counted), Fraction(0))


@pytest.mark.functional
@few
@given(made=services(least_fte=1), posts=st.integers(0, 10))
def test_one_more_post_never_raises_a_caseload(made, posts):
    fewer, more = plan(made, SETTINGS, Ask(posts)), plan(made, SETTINGS, Ask(posts + 1))
    assert highest_average(more.after) <= highest_average(fewer.after)
    assert more.after.average() <= fewer.after.average()
    assert more.bill.year > fewer.bill.year


@pytest.mark.functional
@few
@given(made=services(least_fte=1, waiting=True))
def test_what_is_enough_is_enough_and_one_fewer_is_not(made):
    # Given the least posts for the service average and for every team
    enough = needed(made, Demand.ALLOCATED)
    reached = plan(made, SETTINGS, Ask(enough.service_average))
    assert reached.after.average() <= made.optimum
    if enough.service_average:
        assert plan(made, SETTINGS, Ask(enough.service_average - 1)).after.average() > made.optimum
    assert not plan(made, SETTINGS, Ask(enough.every_team)).after.over()
    if enough.every_team:
        assert plan(made, SETTINGS, Ask(enough.every_team - 1)).after.over()
    # And room for those who wait never takes fewer
    assert enough.every_team_and_waiting >= enough.every_team >= enough.service_average
