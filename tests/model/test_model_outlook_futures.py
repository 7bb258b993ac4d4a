"""Simulated futures: the known answer, the other engine's, and random numbers that leave one another alone."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest
from every_row import every_row
from hypothesis import given, settings
from hypothesis import strategies as st
from made_outlooks import KNOWN, KNOWN_ASSUMPTIONS, KNOWN_UNIT, assumptions, situations

from model.outlook_assumptions import Assumptions
from model.outlook_chain import worlds
from model.outlook_expected import expected
from model.outlook_futures import SEED, base, close_and_start, simulate, with_approvals
from model.outlook_process import Approval, Measure, Unit, starts_of

SERVICE = Unit("Service", 1370, 40.5, 44.5)
BATCHES = 10
few = settings(max_examples=15, deadline=None)


@pytest.fixture(scope="module")
def known() -> dict[str, dict[str, np.ndarray]]:
    """The known scenario in 200,000 futures: by month and output, an array of values."""
    each = KNOWN["pass_rule"]["futures"] // BATCHES
    found: dict[str, dict[str, list]] = {month: {} for month in KNOWN["results"]}
    for batch in range(BATCHES):
        course = simulate([KNOWN_UNIT], KNOWN_ASSUMPTIONS, months=24, futures=each, vary=False, seed=batch)
        outputs = {
            "children": course.children,
            "in_post": course.in_post,
            "agency_fte": course.agency,
            "effective_fte": course.effective,
            "caseload_effective": course.value(Measure.EFFECTIVE),
            "caseload_dfe_style": course.value(Measure.ALLOCATED),
            "unallocated": course.unallocated,
        }
        for month, by_output in found.items():
            for name, values in outputs.items():
                by_output.setdefault(name, []).append(values[int(month), 0])
    return {month: {name: np.concatenate(parts) for name, parts in by.items()} for month, by in found.items()}


OUTPUTS = [(month, name) for month, results in KNOWN["results"].items() for name in results]


@pytest.mark.back
@pytest.mark.parametrize(("month", "name"), OUTPUTS)
def test_the_known_scenario_has_its_mean(known, month, name):
    # Given 200,000 futures, when their mean is taken, then it is within four standard errors of the known one
    values, result = known[month][name], KNOWN["results"][month][name]
    error = result["sd"] / math.sqrt(len(values))
    assert abs(values.mean() - result["mean"]) <= KNOWN["pass_rule"]["standard_errors"] * error
    assert values.std() == pytest.approx(result["sd"], rel=0.02)


@pytest.mark.back
@pytest.mark.parametrize(("month", "name"), OUTPUTS)
def test_the_known_scenario_has_its_percentiles(known, month, name):
    within = KNOWN["pass_rule"]["percentile_within"]
    allowed = within.get(name, within["caseload"])
    for percentile in (10, 50, 90):
        found = np.percentile(known[month][name], percentile, method="inverted_cdf")
        assert abs(found - KNOWN["results"][month][name][f"p{percentile}"]) <= allowed


@pytest.mark.functional
@few
@given(situations(), st.integers(0, 1000))
def test_the_two_engines_agree(situation, seed):
    # Given any service, when it is simulated without uncertainty, then the means are the expected values
    course, sure = simulate(*situation, futures=2000, vary=False, seed=seed), expected(*situation)
    for name in ("children", "in_post", "effective"):
        means, spread = getattr(course, name).mean(axis=2), getattr(course, name).std(axis=2)
        allowed = 6 * spread / math.sqrt(2000) + 1e-6 * (1 + np.abs(means)) + 1e-3
        assert (np.abs(means - getattr(sure, name)) <= allowed).all(), name


@pytest.mark.functional
def test_no_child_is_lost_or_made():
    # Given the flows of a team, then what is there at the end is what was there, and what came, less what went
    world = worlds(Assumptions(), 500, vary=True, seed=1)
    starts = starts_of([SERVICE], Assumptions(growth=0.01), 36)[:, 0]
    flow = close_and_start(SERVICE, starts, Assumptions(growth=0.01), world)
    assert (flow.children[-1] == 1370 + flow.started.sum(axis=0) - flow.closed.sum(axis=0)).all()
    assert (flow.closed <= flow.children[:-1]).all()
    assert flow.started.min() >= 0


@pytest.mark.functional
@few
@given(situations())
def test_children_and_workers_stay_within_what_there_is(situation):
    course = simulate(*situation, futures=200)
    assert (course.unallocated <= course.children).all()
    assert course.unallocated.min() >= 0
    # Nobody is in a post that is not there, and an effective worker is never more than one in post or agency
    assert (course.in_post <= course.established + 1e-9).all()
    assert course.in_post.min() >= -1e-9
    assert (course.effective <= course.in_post + course.agency + 1e-9).all()
    assert course.effective.min() >= -1e-9


@pytest.mark.functional
@few
@given(situations(), st.data())
def test_one_more_post_is_one_worker_more_or_none_in_every_future(situation, data):
    # Given the same futures, when a post is added to a stage, then no future has fewer workers for it
    teams, assumed, stages = situation
    stages = stages or (Approval(0, (0,) * len(teams)),)
    drawn, place = base(teams, assumed, futures=200), data.draw(st.integers(0, len(teams) - 1))
    more = tuple(posts + (team == place) for team, posts in enumerate(stages[0].posts))
    before, after = (with_approvals(drawn, s) for s in (stages, (Approval(stages[0].month, more), *stages[1:])))
    added = after.in_post - before.in_post
    assert ((np.abs(added) < 1e-9) | (np.abs(added - 1) < 1e-9)).all()
    assert (np.abs(np.delete(added, place, axis=1)) < 1e-9).all()
    # And what all children come to for each worker, or effective worker, is never higher
    for measure in (Measure.ALL, Measure.EFFECTIVE):
        assert (after.value(measure) <= before.value(measure) + 1e-9).all()


CHANGES = {"turnover": 0.3, "lead": 8, "agency_cover": 0.0, "absence": 0.1, "asye_replacing": 1.0, "ceiling": 20.0}


@pytest.mark.unit
@every_row("name", CHANGES)
def test_an_input_about_workers_leaves_the_children_as_they_were(name):
    usual, other = (base([SERVICE], a, futures=300) for a in (Assumptions(), Assumptions(**{name: CHANGES[name]})))
    assert (usual.children == other.children).all()


@pytest.mark.unit
@every_row(
    "changes",
    [{"starts": 150.0}, {"growth": 0.02}, {"months_open": 20}, {"early_help_cut": 0.2}, {"screening_cut": 0.2}],
)
def test_an_input_about_children_leaves_the_workers_as_they_were(changes):
    usual, other = (base([SERVICE], a, futures=300) for a in (Assumptions(), Assumptions(**changes)))
    assert (usual.in_post == other.in_post).all()
    assert (usual.missing == other.missing).all()
    assert not (usual.children == other.children).all()


@pytest.mark.unit
def test_the_same_question_has_the_same_answer():
    first, second = (simulate([SERVICE], Assumptions(), futures=100) for _ in range(2))
    assert all((value == vars(second)[name]).all() for name, value in vars(first).items())
    other = simulate([SERVICE], Assumptions(), futures=100, seed=SEED + 1)
    assert not (other.children == first.children).all()


@pytest.mark.functional
@few
@given(assumptions())
def test_permuting_teams_permutes_the_answer(assumed):
    # Given three teams in one order and in another, then each has the same futures, to the last child
    teams = [Unit("A", 100, 4.5, 6.0), Unit("B", 150, 7.0, 7.0), Unit("C", 90, 3.0, 3.5)]
    order = [2, 0, 1]
    stage, moved = Approval(1, (1, 0, 3)), Approval(1, (3, 1, 0))
    usual = simulate(teams, assumed, [stage], futures=50)
    other = simulate([teams[place] for place in order], assumed, [moved], futures=50)
    assert (usual.children[:, order] == other.children).all()
    assert np.allclose(usual.effective[:, order], other.effective)
    assert np.allclose(usual.together().value(Measure.ALL), other.together().value(Measure.ALL))


@pytest.mark.functional
def test_uncertain_assumptions_widen_the_fan():
    # Given futures that differ in chance alone, when the assumptions vary too, then they lie further apart
    sure, unsure = (simulate([SERVICE], Assumptions(), futures=2000, vary=vary) for vary in (False, True))
    for month in (12, 36):
        narrow, wide = (np.ptp(np.percentile(c.value(Measure.ALL)[month, 0], [10, 90])) for c in (sure, unsure))
        assert wide > 1.5 * narrow
    # And month 0, which is given, is the same in all, effective FTE too
    given = simulate([replace(SERVICE, agency=1.0)], Assumptions(), futures=200, vary=True)
    assert np.ptp(given.value(Measure.EFFECTIVE)[0]) == 0 < np.ptp(given.value(Measure.EFFECTIVE)[1])
    # And without any spread there is no difference
    still = Assumptions(spread=0)
    same = [simulate([SERVICE], still, futures=50, vary=vary).effective for vary in (False, True)]
    assert (same[0] == same[1]).all()


@pytest.mark.unit
def test_ten_in_a_hundred_futures_lie_beyond_the_spread_on_either_side():
    world = worlds(Assumptions(spread=0.2), 100_000, vary=True, seed=3)
    assert (world.starts > 1.2).mean() == pytest.approx(0.1, abs=0.004)
    assert (world.starts < 1 / 1.2).mean() == pytest.approx(0.1, abs=0.004)
    assert np.median(world.starts) == pytest.approx(1, abs=0.005)


@pytest.mark.unit
def test_nobody_leaves_where_turnover_is_nought_and_everybody_where_it_is_certain():
    settled = simulate([Unit("A", 10, 5.5, 5.5)], Assumptions(turnover=0), futures=20)
    assert (settled.in_post == 5.5).all()
    # Turnover of 100% a year is one in twelve a month: with no recruitment within the horizon the team empties
    emptied = simulate([Unit("A", 10, 5.5, 5.5)], Assumptions(turnover=1, lead=24, spread=0), months=24, futures=4000)
    assert emptied.in_post[24].mean() == pytest.approx(5.5 * (11 / 12) ** 24, abs=0.06)
