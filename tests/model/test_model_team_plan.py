"""A plan for the teams: its steps in order, its managers, and what is said of it."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_services import averages_only, service, services, stockton, team, worth

from model import moving_findings, team_plan_findings
from model.assumptions import Settings
from model.caseload import Demand
from model.moving import Move
from model.objective import Objective
from model.plan import Ask, plan
from model.restructure import Merge, RestructureError, Split, even
from model.span_report import of_the_report
from model.team_plan import TeamAsk, least_moves, team_plan

ONE = Fraction(1)


def planned(made, posts=0, council=None, **asked):
    return team_plan(made, council or Settings(), TeamAsk(Ask(posts), **asked))


def ways(made, line=None, size=ONE):
    return moving_findings.ways(made, least_moves(made, Ask(0), line), size, Demand.ALLOCATED, line)


def heading(made, line=None):
    return moving_findings.title(made, least_moves(made, Ask(0), line), Demand.ALLOCATED, line)


@pytest.mark.back
def test_the_reports_referral_team_goes_from_18_to_9():
    # Given a team of 16 social workers and two family workers under one manager, when it is split, then each has nine.
    made = service(team("RAT", 14, 300, headcount=16), team("North", 6, 150, headcount=7))
    found = planned(made, change=Split("RAT", even(2)))
    both = found.supervision
    assert (both.staff, both.each_before, both.each_after, both.staffed) == (18, 18, 9, (10, 10))
    assert (found.managers, both.family_workers) == (1, 2)
    assert team_plan_findings.title(found) == "RAT in two: each manager has 9 staff, not 18."
    assert team_plan_findings.supervised(found, Settings())[:2] == [
        "RAT has 18 staff under one manager; under two managers it is 9 each, and with two family workers in "
        "each team 10 each, within the limit of 10.",
        "That is one Team Manager and two family workers more than now.",
    ]
    # And merging the two again is the way back
    back = planned(found.after, change=Merge(("RAT A", "RAT B"))).supervision
    assert (back.each_before, back.each_after, back.family_workers) == (10, 20, -2)


@pytest.mark.back
def test_the_reports_referral_team_with_its_deputies_and_family_worker_goes_from_18_to_9():
    # Given 15 social workers with two deputies and a family worker under one manager, when the team is split
    made = service(team("RAT", 15, 300, headcount=15), team("North", 6, 150, headcount=7))
    found = planned(made, change=Split("RAT", even(2)), other_staff=3)
    both = found.supervision
    # Then nobody is lost: 18 to nine each
    assert (both.staff, both.each_before, both.each_after, both.staffed) == (18, 18, 9, (9, 9))
    assert team_plan_findings.supervised(found, Settings())[0] == (
        "RAT has 18 staff (15 social workers, three others) under one manager; under two managers it is 9 each, "
        "within the limit of 10."
    )
    uneven = planned(made, change=Split("RAT", (Fraction(2, 3), Fraction(1, 3))), other_staff=3)
    assert "9 on average: 11 and 7, above the limit of 10" in team_plan_findings.supervised(uneven, Settings())[0]
    # And the report’s own sentence has its three numbers
    said = of_the_report()
    assert all(f"{number} " in said for number in (12, 18, 9)) and "two deputies" in said


def every_mix(made, added, moved):
    """Every service with so many posts added and at most so many moved, and how many are moved, by brute force."""
    for net in product(range(-moved, added + moved + 1), repeat=len(made.teams)):
        leave = -sum(n for n in net if n < 0)
        pairs = list(zip(made.teams, net, strict=True))
        if sum(net) == added and leave <= moved and all(n >= 0 or t.fte + n >= 0 for t, n in pairs):
            teams = tuple(replace(t, fte=t.fte + n) for t, n in pairs)
            if not any(n < 0 and each.no_worker for each, n in zip(teams, net, strict=True)):
                yield replace(made, teams=teams), leave


@pytest.mark.functional
@settings(max_examples=30, deadline=None)
@given(services(most_teams=3, shared_optimum=False), st.integers(0, 2), st.integers(0, 2))
@pytest.mark.parametrize("objective", list(Objective))
def test_no_other_mix_of_added_and_moved_posts_is_better(objective, made, added, moved):
    # Given any small service, when posts are added and moved, then no other way with as many is better or moves fewer.
    found = team_plan(made, Settings(), TeamAsk(Ask(added, objective=objective), move_posts=moved))
    others = [(worth(other, objective), leave) for other, leave in every_mix(made, added, moved)]
    assert (worth(found.after, objective), found.posts_moved.number) == min(others)
    assert not {move.giver for move in found.posts_moved.moves} & {
        t for t, n in found.plan.placement.added.items() if n
    }


@pytest.mark.unit
def test_each_step_is_done_on_what_the_one_before_left():
    # Given two teams, when one is split, a post is added and one moved, and children move, then each step shows.
    made = service(team("A", 4, 160, headcount=5), team("B", 6, 90, headcount=7))
    found = planned(made, 1, change=Split("A", even(2)), move_posts=1, move_children=5)
    assert [each.team for each in found.regrouped.teams] == ["A A", "A B", "B"]
    assert found.plan.placement.added == {"A A": 1, "A B": 0, "B": 0}
    assert found.posts_moved.moves == (Move("B", "A B", 1),)
    assert found.children_moved.moves == (Move("A A", "B", 2), Move("A B", "B", 3))
    assert [(each.fte, each.allocated) for each in found.after.teams] == [(3, 78), (3, 77), (5, 95)]
    assert team_plan_findings.steps(found) == ["A in two", "one post moved", "five children moved", "one post added"]
    assert team_plan_findings.title(found) == "The highest caseload goes from 40.0 to 26.0; two teams are over 25."
    frame = team_plan_findings.frame(found, Settings())
    assert dict(zip(frame["team"], frame["changes"], strict=True)) == {
        "A A": "+1 post, −2 children",
        "A B": "+1 post, −3 children",
        "B": "−1 post, +5 children",
    }
    assert frame["staff"].tolist() == [6, 5, 8]


@pytest.mark.unit
def test_nothing_but_posts_is_the_plan_of_the_added_posts_page():
    made = stockton("february_b")
    found = planned(made, 6)
    assert found.plan == plan(made, Settings(), Ask(6))
    assert found.bill == found.plan.bill
    assert team_plan_findings.costs(found, Settings()) == "The plan costs £244,906 a year for six posts."


@pytest.mark.unit
def test_why_moving_cannot_do_it_is_said():
    # Given February, when every team is to be at 25, then the teams together lack posts, and moves do what they can.
    made = stockton("february_b")
    assert heading(made) == "Moving alone cannot bring every team to 25 or below: the service averages 32.0."
    lack, best = ways(made)
    assert lack == (
        "Moving cannot do it: for 25 the teams together lack 11.3 full-time equivalents, "
        "twelve posts wherever they stand."
    )
    assert best.endswith("the highest average goes from 35.7 to 33.6.")
    # And at a line that the service can be at, children are enough and whole posts are not
    assert heading(made, Fraction(33)) == "Moving 24 children is enough for every team to be at 33 or below."
    assert ways(made, Fraction(33)) == [
        "Moving posts cannot do it: four posts would have to move, and one can be spared by teams at 33 or below.",
        "Moving 24 children is the least that does it: two from North 2 to North 1, two from North 3 to North 1, "
        "16 from South 1 to North 1 and four from South 2 to North 1.",
    ]


@pytest.mark.unit
def test_where_moving_is_enough_both_ways_are_said():
    made = service(team("A", 4, 120), team("B", 6, 90))
    assert heading(made) == "Moving one post or 20 children is enough for every team to be at 25 or below."
    assert ways(made)[0] == "Moving one post is the least that does it: one from B to A."
    assert heading(service(team("A", 4, 90))) == "Every team is at 25 or below, without a move."
    assert ways(service(team("A", 4, 90))) == []


@pytest.mark.unit
def test_where_whole_posts_and_children_get_in_the_way_it_is_not_said_that_moving_cannot():
    # Given places for all, but in halves, when every team is to be at 25, then each kind of move alone is said to fail.
    made = service(team("A", Fraction(3, 2), 38), team("B", Fraction(3, 2), 37))
    assert heading(made) == "Neither moving posts nor moving children by itself brings every team to 25 or below."
    assert ways(made) == [
        "Moving posts cannot do it: one post would have to move, and none can be spared by teams at 25 or below.",
        "Moving children cannot do it: one child would have to move, and none have a whole place in teams at 25 or "
        "below.",
    ]


@pytest.mark.unit
def test_limits_on_a_team_hold_for_the_best_that_moving_can_do():
    # Given a heavy team that is full, when posts may move, then none does, and the limits are named.
    made = service(team("A", 7, 300, headcount=8), team("B", 7, 100, headcount=8))
    assert least_moves(made, Ask(0)).best.number == 3
    assert least_moves(made, Ask(0), most_people=8).best.number == 0
    found = team_plan(made, Settings(), TeamAsk(Ask(0, keep_span=True), move_posts=2))
    assert moving_findings.done(found) == ["No move of a post would better the teams within the limits on a team."]


@pytest.mark.unit
def test_parts_with_more_fte_than_people_are_named():
    # Given seven FTE of seven people in three, when one part has fewer people than FTE, then it is named.
    found = planned(service(team("A", 7, 100, headcount=7)), change=Split("A", even(3)))
    assert "A B and A C have more full-time equivalents than people" in " ".join(
        team_plan_findings.supervised(found, Settings())
    )


@pytest.mark.unit
def test_moves_that_would_not_help_are_not_made_and_it_is_said():
    made = service(team("A", 4, 120), team("B", 6, 90))
    assert moving_findings.done(planned(made, move_posts=5)) == [
        "Two posts moved, of 5 allowed: more would not help: two from B to A; "
        "the highest average goes from 30.0 to 22.5."
    ]
    # And under the fewest over it is said what they do for that
    fewest = TeamAsk(Ask(0, objective=Objective.FEWEST_OVER), move_posts=5)
    assert moving_findings.done(team_plan(made, Settings(), fewest)) == [
        "One post moved, of 5 allowed: more would not help: one from B to A; "
        "the highest average goes from 30.0 to 24.0, and children over the optimum from 20.0 to 0.0."
    ]
    even_teams = service(team("A", 4, 100), team("B", 4, 100))
    assert moving_findings.done(planned(even_teams, move_posts=5, move_children=5)) == [
        "No move of a post would better the teams.",
        "No move of a child would better the teams.",
    ]


@pytest.mark.unit
def test_costs_name_what_no_cost_is_set_for_and_what_a_merger_frees():
    made = service(team("A", 4, 120, headcount=4), team("B", 4, 90, headcount=4))
    split = planned(made, 1, change=Split("A", even(2)))
    assert team_plan_findings.costs(split, Settings()) == (
        "The plan costs £40,818 a year for one post. One Team Manager and two family workers are not in it: "
        "no cost is set."
    )
    costed = Settings(cost_per_manager=Decimal(50000))
    assert team_plan_findings.costs(planned(made, 1, costed, change=Split("A", even(2))), costed) == (
        "The plan costs £40,818 a year for one post and £50,000 for one Team Manager: £90,818 in all. "
        "Two family workers are not in it: no cost is set."
    )
    full = Settings(cost_per_manager=Decimal(50000), cost_per_family_worker=Decimal(30000))
    assert team_plan_findings.costs(planned(made, 0, full, change=Split("A", even(2))), full) == (
        "The plan costs £50,000 a year for one Team Manager and £60,000 for two family workers: £110,000 in all."
    )
    merged = planned(made, 0, costed, change=Merge(("A", "B")))
    assert merged.managers == -1
    assert "£50,000 a year less, where the post of one Team Manager is given up" in team_plan_findings.costs(
        merged, costed
    )


@pytest.mark.unit
def test_a_merger_too_large_for_one_manager_saves_none():
    # Given two teams of seven, when they are merged, then the limit asks for the manager that the merger frees.
    made = service(team("A", 6, 120, headcount=7), team("B", 6, 90, headcount=7))
    found = planned(made, change=Merge(("A", "B")))
    assert (found.managers, found.supervision.each_after) == (0, 18)
    said = team_plan_findings.supervised(found, Settings())
    assert said[0] == (
        "A and B have 18 staff under two managers, 9 each; under one manager it is all 18, and with two family "
        "workers in the one team 16, above the limit of 10."
    )
    assert said[-1] == "In all that is as many Team Managers as today’s teams have, one each."


@pytest.mark.unit
def test_uneven_parts_are_each_held_to_the_limit():
    # Given 16 people split ten to six, when staff are told, then nine is an average and the larger part is too large.
    found = planned(service(team("RAT", 14, 300, headcount=16)), change=Split("RAT", (Fraction(5, 8), Fraction(3, 8))))
    assert team_plan_findings.title(found) == "RAT in two: managers have 9 staff on average, not 18."
    assert team_plan_findings.supervised(found, Settings())[0] == (
        "RAT has 18 staff under one manager; under two managers it is 9 on average, "
        "and with two family workers in each team 12 and 8, above the limit of 10."
    )
    # And without family workers the parts are told all the same
    bare = Settings(family_workers_per_team=0)
    assert (
        "16 staff under one manager; under two managers it is 8 on average, and with no family worker in each team"
        in (team_plan_findings.supervised(planned(found.now, council=bare, change=found.ask.change), bare)[0])
    )


@pytest.mark.unit
def test_a_move_that_puts_a_team_over_is_not_said_to_leave_it_there():
    made = service(team("A", 4, 140), team("B", 4, 100))
    assert team_plan_findings.title(planned(made, move_posts=1)) == (
        "The highest caseload goes from 35.0 to 33.3; two teams are over 25."
    )


@pytest.mark.unit
def test_people_are_not_made_up():
    # Given teams without headcount, when one is split, then it is said that staff to each manager are not known.
    found = planned(stockton("february_b"), change=Split("South 1", even(2)))
    assert found.supervision.each_after is None
    assert team_plan_findings.supervised(found, Settings())[0] == (
        "How many staff each manager would have is not known: "
        "South 1 has no number of people, and FTE does not give it."
    )
    assert team_plan_findings.title(found).startswith("South 1 in two: the highest caseload")


@pytest.mark.unit
def test_without_fte_the_plan_says_what_it_cannot():
    made = averages_only("february")
    assert heading(made) == "Whether moving would be enough cannot be worked out from these figures."
    found = planned(made, 3, move_posts=2, move_children=2)
    assert found.after == made
    assert ways(made) == []


@pytest.mark.unit
def test_what_cannot_be_merged_is_refused():
    with pytest.raises(RestructureError, match="different optima"):
        planned(service(team("A", 4, 120), team("B", 4, 90, optimum=20)), change=Merge(("A", "B")))
