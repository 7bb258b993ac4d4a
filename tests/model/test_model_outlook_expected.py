"""Expected values: the method by hand, and what must hold for every service."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from made_outlooks import KNOWN, KNOWN_ASSUMPTIONS, KNOWN_UNIT, situations, units
from made_services import few

from model.outlook_assumptions import ASSUMPTIONS, AssumptionError, Assumptions
from model.outlook_expected import close_and_start, expected
from model.outlook_process import Approval, Course, Measure, Unit, ratio

TEAM = Unit("Team", 100, 4.0, 5.0)


@pytest.mark.back
def test_the_known_scenario_has_its_expected_values():
    # Given the scenario whose answer was found independently, then children and FTE are its means but for chance
    course = expected([KNOWN_UNIT], KNOWN_ASSUMPTIONS)
    for month, results in KNOWN["results"].items():
        for name, values in (
            ("children", course.children),
            ("in_post", course.in_post),
            ("effective_fte", course.effective),
        ):
            error = results[name]["sd"] / 200_000**0.5
            assert abs(values[int(month), 0] - results[name]["mean"]) <= 4 * error
    # And in the long run the posts that are vacant are those being recruited to: 5 months at 1.25% a month
    assert course.in_post[36, 0] == pytest.approx(45 / (1 + 4 * 0.0125), abs=0.001)


@pytest.mark.unit
def test_three_months_by_hand():
    # Given 100 children of whom a tenth closes, 20 starts, 4 in post of whom a twentieth leaves, a lead of one month
    assumed = Assumptions(
        months_open=10, starts=20, turnover=0.6, lead=1, asye_replacing=0, asye_new=1, absence=0, agency_cover=0.5
    )  # fmt: skip
    course = expected([TEAM], assumed, [Approval(1, (2,))], months=3)
    # Then children are 100 × 0.9 + 20, and so on
    assert course.children[:, 0] == pytest.approx([100, 110, 119, 127.1])
    # And a twentieth leaves; the vacant post fills in month 1, leavers' a month later, new posts in month 2
    assert course.in_post[:, 0] == pytest.approx([4, 4.8, 4.56 + 0.2 + 2, 6.76 * 0.95 + 0.24])
    assert course.established[:, 0] == pytest.approx([5, 7, 7, 7])
    # And effective are those in post less what starters lack, and agency for half of the vacancies
    missing_2 = 0.95 * 0.5 + 0.2 * 0.5 + 2 * 0.6
    assert course.agency[2, 0] == pytest.approx(0.5 * (7 - 6.76))
    assert course.effective[2, 0] == pytest.approx(6.76 - missing_2 + 0.12)


@pytest.mark.unit
def test_starts_grow_and_early_help_saves_from_its_month_on():
    assumed = Assumptions(months_open=2, starts=100, growth=0.1, early_help_cut=0.5, early_help_from=2)
    children = close_and_start([Unit("A", 0, 1, 1)], assumed, 3)[:, 0]
    assert children == pytest.approx([0, 100, 160, 80 + 60.5])
    # And screening at the front door takes its share of what early help leaves, from its own month on
    screened = assumed.with_values(screening_cut=0.2, screening_from=1)
    children = close_and_start([Unit("A", 0, 1, 1)], screened, 3)[:, 0]
    assert children == pytest.approx([0, 100, 50 + 88, 69 + 0.8 * 60.5])


@pytest.mark.unit
def test_starts_of_the_service_are_shared_by_children():
    teams = [Unit("A", 300, 5, 5), Unit("B", 100, 5, 5)]
    children = close_and_start(teams, Assumptions(months_open=10, starts=80), 1)
    assert children[1].tolist() == [270 + 60, 90 + 20]
    # And where nobody has a child yet, equally
    nobody = [Unit("A", 0, 5, 5), Unit("B", 0, 5, 5)]
    assert close_and_start(nobody, Assumptions(starts=80), 1)[1].tolist() == [40, 40]


@pytest.mark.unit
def test_children_above_the_ceiling_wait():
    # Given 5 FTE at 20 children each and 110 children, then ten wait, and the average leaves them out
    course = expected([Unit("A", 110, 5, 5)], Assumptions(ceiling=20, absence=0, turnover=0), months=0)
    assert course.unallocated[0, 0] == 10
    assert [course.value(measure)[0, 0] for measure in Measure] == [20, 22, 22]


@pytest.mark.unit
def test_a_ceiling_times_fte_that_is_whole_is_not_floored_below():
    # 0.965 × 40 × 30 is 1,158, though binary numbers say a little less
    course = expected([Unit("A", 1200, 40, 40)], Assumptions(absence=0.035, turnover=0), months=0)
    assert course.unallocated[0, 0] == 42


@pytest.mark.unit
def test_children_without_a_worker_are_an_average_beyond_all_numbers():
    assert ratio(np.array([3.0, 0.0, 4.0]), np.array([0.0, 0.0, 2.0])).tolist() == [np.inf, 0.0, 2.0]


@pytest.mark.unit
def test_children_who_all_wait_for_nobody_are_not_an_average_of_nought():
    course = expected([Unit("A", 20, 0, 0)], Assumptions(), months=0)
    assert course.unallocated[0, 0] == 20
    assert np.isinf([course.value(measure)[0, 0] for measure in Measure]).all()


@pytest.mark.unit
def test_teams_together_are_their_sums():
    teams = [Unit("A", 100, 4, 5), Unit("B", 60, 6, 6)]
    whole: Course = expected(teams, Assumptions(ceiling=100)).together()
    assert whole.children[0, 0] == 160
    assert whole.value(Measure.ALL)[0, 0] == pytest.approx(160 / (10 + 0.5))


@pytest.mark.functional
@few
@given(situations())
def test_one_more_post_never_raises_what_all_children_come_to(situation):
    # Given any service and stages, when one post more is approved at the start, then no month is higher for it
    teams, assumed, stages = situation
    before = expected(teams, assumed, stages)
    for place in range(len(teams)):
        more = Approval(0, tuple(int(team == place) for team in range(len(teams))))
        after = expected(teams, assumed, [*stages, more])
        for measure in (Measure.ALL, Measure.EFFECTIVE):
            assert (after.value(measure) <= before.value(measure) + 1e-9).all()
            assert (after.value(measure).max(axis=1) <= before.value(measure).max(axis=1) + 1e-9).all()
            service = [course.together().value(measure) for course in (after, before)]
            assert (service[0] <= service[1] + 1e-9).all()
        # And nobody more waits
        assert (after.unallocated <= before.unallocated + 1e-9).all()


@pytest.mark.functional
@few
@given(situations())
def test_expected_children_are_conserved(situation):
    teams, assumed, _ = situation
    children = close_and_start(teams, assumed, 36)
    closed = children[:-1] * assumed.closing
    started = np.diff(children, axis=0) + closed
    assert started.min() >= -1e-9
    assert children[-1] == pytest.approx(children[0] + started.sum(axis=0) - closed.sum(axis=0))
    # And without starts of their own, growth or early help the number holds
    steady = assumed.with_values(starts=None, growth=0, early_help_cut=0, screening_cut=0)
    assert np.allclose(close_and_start(teams, steady, 36), children[0])


@pytest.mark.functional
@few
@given(situations(turnover=0.0, starts=None, growth=0.0, early_help_cut=0.0, screening_cut=0.0))
def test_without_leavers_and_growth_added_posts_only_ever_lower_the_average(situation):
    # Given nobody who leaves and as many starts as closures, then from month to month no average rises
    values = expected(*situation)
    for measure in (Measure.ALL, Measure.EFFECTIVE):
        course = values.value(measure)
        finite = np.where(np.isfinite(course), course, 1e9)
        falls = np.diff(finite, axis=0)
        # Agency for a vacancy carries a full caseload, the starter who takes its place does not at first
        if measure == Measure.ALL or situation[1].agency_cover == 0:
            assert (falls <= 1e-9).all()


@pytest.mark.functional
@few
@given(situations(turnover=0.0, starts=0.0))
def test_without_leavers_and_new_cases_everything_falls_from_month_to_month(situation):
    # Given nobody who leaves and no case that starts, then children, who waits and what each worker has only ever fall
    course = expected(*situation)
    every, together = course.value(Measure.ALL), course.together().value(Measure.ALL)
    for values in (
        course.children,
        np.where(np.isfinite(every), every, 1e9),
        np.where(np.isfinite(together), together, 1e9),
    ):
        assert (np.diff(values, axis=0) <= 1e-9).all()
    # And where no agency worker makes way for a starter, fewer and fewer wait
    if situation[1].agency_cover == 0:
        assert (np.diff(course.unallocated, axis=0) <= 1e-9).all()


@pytest.mark.functional
@few
@given(units())
def test_permuting_teams_permutes_the_expected_course(teams):
    usual, turned = expected(teams, Assumptions()), expected(teams[::-1], Assumptions())
    assert np.allclose(usual.effective[:, ::-1], turned.effective)
    assert np.allclose(usual.unallocated[:, ::-1], turned.unallocated)


@pytest.mark.unit
def test_every_assumption_has_a_label_a_unit_and_a_source():
    assert set(ASSUMPTIONS) | {"past_errors"} == set(vars(Assumptions()))
    assert all(about.label and about.unit and about.source for about in ASSUMPTIONS.values())


@pytest.mark.back
def test_the_defaults_are_those_of_the_method():
    usual = Assumptions()
    assert (usual.months_open, usual.starts, usual.growth, usual.lead) == (12, None, 0, 4)
    assert (usual.turnover, usual.asye_replacing, usual.absence) == (0.15, 0.5, 0.035)
    assert (usual.agency_cover, usual.ceiling) == (0.5, 30)
    assert (usual.closing, usual.leaving) == pytest.approx((1 / 12, 0.0125))


@pytest.mark.unit
@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"months_open": 0}, "Time that a child's case stays open is 0: it must be from 1 to 120"),
        ({"turnover": 1.5}, "Social workers who leave in a year is 1.5"),
        ({"lead": -1}, "must be from 0 to 24"),
        ({"turnovr": 0.1}, "No assumption is called turnovr"),
    ],
)
def test_an_assumption_out_of_range_or_misspelt_is_refused(changes, words):
    with pytest.raises(AssumptionError, match=words):
        Assumptions().with_values(**changes)
