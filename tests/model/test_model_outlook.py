"""The outlook of a case: fan, chances, posts that would be needed, and what each step does."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from every_row import every_row
from made_outlooks import case

from model.outlook import (
    at_optimum,
    chances_by_posts,
    enough,
    fan,
    line_by_posts,
    month_after,
    usual_approval,
    waiting_by_posts,
    with_those_who_wait,
)
from model.outlook_assumptions import Assumptions
from model.outlook_futures import base, with_approvals
from model.outlook_process import Approval, Measure, Unit
from model.outlook_stages import acting, can_act, filled
from model.outlook_teams import team_futures

SERVICE = Unit("Service", 1370, 40.5, 44.5)


@pytest.fixture(scope="module")
def drawn():
    return base([SERVICE], Assumptions(), futures=2000)


@pytest.mark.unit
def test_a_fan_has_its_percentiles_in_order_and_its_mean_among_them(drawn):
    found = fan(case(posts=6), drawn)
    assert found.futures == 2000
    assert (np.diff(found.percentiles, axis=0) >= 0).all()
    assert (found.percentiles[0] <= found.mean).all()
    assert (found.mean <= found.percentiles[-1]).all()
    # And its tenth and ninetieth leave a tenth of the futures beyond them
    values = with_approvals(drawn, case(posts=6).approvals).value(Measure.ALLOCATED)[12, 0]
    assert (values <= found.percentiles[0, 12]).mean() == pytest.approx(0.1, abs=0.01)
    assert (values > found.percentiles[-1, 12]).mean() == pytest.approx(0.1, abs=0.01)


@pytest.mark.unit
def test_month_0_is_given_and_nothing_of_it_is_uncertain():
    # Given assumptions that vary, all but absence, which counts in who waits
    found = fan(case(posts=0), base([SERVICE], Assumptions(absence=0, ceiling=60), futures=50))
    assert np.ptp(found.percentiles[:, 0]) == 0


@pytest.mark.functional
@pytest.mark.parametrize("measure", Measure)
@pytest.mark.parametrize(("approved", "month"), [(0, 12), (3, 12), (0, 3), (10, 8)])
def test_the_chance_by_posts_is_that_of_each_number_of_posts(drawn, measure, approved, month):
    # Given two stages of posts, then each number in the first has the chance that its own fan has
    asked = case(posts=0, measure=measure, approved=approved, month=month, optimum=27.0)
    asked = case_with(asked, (*asked.approvals, Approval(2, (3,))))
    found = chances_by_posts(asked, drawn, 9)
    for posts in (0, 1, 9):
        one = case_with(asked, (Approval(approved, (posts,)), Approval(2, (3,))))
        if measure != Measure.ALLOCATED:
            assert found[posts] == fan(one, drawn).chance[month]
        assert line_by_posts(asked, 9)[posts] == pytest.approx(one.line[month])


def case_with(asked, approvals):
    return type(asked)(asked.units, asked.assumptions, approvals, asked.measure, asked.optimum, asked.month)


@pytest.mark.unit
def test_the_line_by_posts_takes_the_starts_that_are_given():
    asked = case(assumptions=Assumptions(starts=142, growth=0.01))
    assert line_by_posts(asked, 3)[0] == pytest.approx(asked.line[12])


@pytest.mark.functional
def test_nobody_waits_with_the_posts_that_are_enough_for_all_and_somebody_does_with_one_fewer():
    # Given an average of the allocated below the optimum, because workers are given few and many wait
    asked = case(assumptions=Assumptions(ceiling=20))
    assert line_by_posts(asked, 0)[0] < 25
    waiting = waiting_by_posts(asked, 60)
    posts = enough(waiting, 0.5, at_least=False)
    assert waiting[posts] <= 0.5 < waiting[posts - 1]
    # Then posts are needed for the optimum all the same, once those who wait are counted
    assert enough(line_by_posts(asked, 60), 25, at_least=False) == 0
    assert enough(line_by_posts(with_those_who_wait(asked), 60), 25, at_least=False) > 0


@pytest.mark.functional
def test_more_posts_are_never_less_likely_to_be_enough(drawn):
    for measure in (Measure.ALL, Measure.EFFECTIVE):
        asked = case(measure=measure, month=18)
        assert (np.diff(chances_by_posts(asked, drawn, 20)) >= 0).all()
        assert (np.diff(line_by_posts(asked, 20)) < 0).all()


@pytest.mark.unit
def test_enough_is_the_fewest_that_reach_the_line():
    assert enough([30.0, 27.0, 25.0, 24.0], 25, at_least=False) == 2
    assert enough(np.array([0.1, 0.8, 0.9]), 0.8, at_least=True) == 1
    assert enough([30.0, 26.0], 25, at_least=False) is None
    # And a low average at first, because children wait, is not enough
    assert enough([24.9, 25.2, 25.1, 24.8], 25, at_least=False) == 3


@pytest.mark.unit
def test_likely_are_the_months_from_the_first_of_which_it_is_true(drawn):
    found = fan(case(posts=20), drawn)
    ((first, last),) = found.likely(0.5)
    assert (found.chance[first : last + 1] >= 0.5).all()
    assert (found.chance[:first] < 0.5).all()
    assert last == 36
    assert found.likely(1.1) == ()
    # And every spell of them, but none before somebody joins
    falling = replace(found, chance=np.array([0.9, 0.6, 0.7, 0.3, 0.9]), since=2)
    assert (falling.likely(0.5), falling.likely(0.8)) == (((2, 2), (4, 4)), ((4, 4),))
    assert (falling.is_likely_before(0.9), falling.is_likely_before(0.95)) == (True, False)


@pytest.mark.unit
def test_chances_are_asked_about_from_when_somebody_joins(drawn):
    # Given posts approved in month 3 and filled in month 7, by the lead of four months
    assert (case(posts=6, approved=3).joins, case(posts=0).joins) == (7, None)
    assert (fan(case(posts=6, approved=3), drawn).since, fan(case(posts=0), drawn).since) == (7, 1)
    # Then months before that are asked about only where one is judged, from when agency workers are in the posts
    assert fan(case(posts=6, approved=3, month=5), drawn).since == 3
    uncovered = case(posts=6, approved=3, month=5, assumptions=Assumptions(agency_cover=0))
    assert fan(uncovered, drawn).since == 7


@pytest.mark.unit
def test_the_optimum_itself_is_reached_whatever_binary_numbers_say():
    assert at_optimum(np.array([25.0, 25.000000000001, 25.001]), 25).tolist() == [True, True, False]


@pytest.mark.unit
@pytest.mark.parametrize(
    ("months", "day"), [(0, date(2013, 2, 1)), (10, date(2013, 12, 1)), (11, date(2014, 1, 1)), (36, date(2016, 2, 1))]
)
def test_months_after_another(months, day):
    assert month_after(date(2013, 2, 20), months) == day


@pytest.mark.unit
@every_row(
    ("today", "months"),
    [
        # In the month of the figures and in the next one the next one is the first that is left
        (date(2013, 2, 28), 1), (date(2013, 3, 31), 1), (date(2013, 6, 1), 4), (date(2014, 2, 1), 12),
        # Figures of over a year ago are looked at as one would have then, as is a month that is still to come
        (date(2014, 3, 1), 1), (date(2026, 11, 22), 1), (date(2012, 12, 1), 1),
    ],
)  # fmt: skip
def test_posts_are_approved_after_the_figures_and_not_before_today(today, months):
    assert usual_approval(date(2013, 2, 1), today) == months


@pytest.mark.unit
def test_who_waits_is_told_by_mean_share_and_range_of_the_same_futures(drawn):
    asked = case(posts=6)
    waiting, found = with_approvals(drawn, asked.approvals).unallocated[12, 0], fan(asked, drawn)
    assert found.judged.mean == found.waiting[12] == waiting.mean()
    assert found.judged.nobody == (waiting == 0).mean()
    assert (waiting <= found.judged.high).mean() >= 0.9 > (waiting < found.judged.high).mean()


@pytest.mark.functional
def test_leaving_children_to_wait_makes_nothing_likelier(drawn):
    # Given a ceiling at the optimum, so that no worker is given more and the rest wait
    low = base([SERVICE], Assumptions(ceiling=25), futures=2000)
    asked = case(posts=0, assumptions=Assumptions(ceiling=25))
    assert asked.line.max() <= 25
    found = fan(asked, low)
    # Then no future is at it, in any month, and no team is: as with the curve of posts
    assert found.chance.max() < 0.5
    assert found.likely(0.5) == ()
    assert found.chance[12] == chances_by_posts(with_those_who_wait(asked), low, 0)[0]
    assert team_futures(asked, low, [25.0]).chance[0] == found.chance[12]
    # And a ceiling changes no chance at all: the same children, the same workers
    assert (found.chance == fan(case(posts=0), drawn).chance).all()


@pytest.mark.functional
def test_a_stage_that_cannot_act_yet_neither_counts_nor_changes_the_answer():
    # Given nine posts and six more that are approved in month 12, a month before the one that is judged
    assumed = Assumptions(lead=4, agency_cover=0)
    alone = case(posts=9, month=13, assumptions=assumed)
    late = case_with(alone, (*alone.approvals, Approval(12, (6,))))
    assert (filled(late), late.line[13]) == (9, alone.line[13])
    assert acting(late)[1].posts == (0,)
    # And of the first stage, where nobody has joined for it either, no number changes the month
    early = replace(alone, month=3)
    assert not can_act(early)
    assert early.line[3] == replace(early, approvals=(Approval(0, (100_000,)),)).line[3]
    assert can_act(replace(alone, month=4))
    assert can_act(replace(early, assumptions=Assumptions(lead=4, agency_cover=0.5)))
    # Then in the month in which they are filled they count
    then = replace(late, month=16)
    assert (filled(then), acting(then)) == (15, then.approvals)
    assert then.line[16] < replace(alone, month=16).line[16]
    # And with agency workers in them they act before they are filled
    covered = replace(late, assumptions=Assumptions(lead=4, agency_cover=0.5))
    assert (filled(covered), acting(covered)) == (9, covered.approvals)
    assert covered.line[13] < replace(alone, assumptions=covered.assumptions).line[13]
