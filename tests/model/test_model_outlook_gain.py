"""When rising numbers eat the gain: what posts do against the same months without them, as a month."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from made_outlooks import assumptions, case, units

from model.outlook_assumptions import Assumptions
from model.outlook_gain import gain
from model.outlook_process import Approval, Measure, Unit
from model.outlook_spells import spells

few = settings(max_examples=25, deadline=None)
# Nobody leaves, and posts are filled in month 1 by workers who carry less at first.
QUICK = {"turnover": 0, "lead": 1, "absence": 0, "agency_cover": 0}
MONTHS = np.arange(37)


@pytest.mark.functional
def test_the_gain_is_eaten_when_numbers_have_risen_by_what_the_posts_can_take():
    # Given 250 children for 10 FTE, 2 posts, 40 starts a month, and a tenth that closes
    asked = case(
        Unit("S", 250, 10, 10), posts=2, assumptions=Assumptions(starts=40, months_open=10, ceiling=26, **QUICK)
    )
    found = gain(asked)
    # Then 250 + 150 × (1 − 0.9^t) children are 25 for each of 12 FTE, 300, after four months
    first = int(np.flatnonzero((400 - 150 * 0.9**MONTHS >= 300) & (MONTHS >= 1))[0])
    assert found.eaten == ((first, 36),) == ((4, 36),)
    assert (found.nearest.month, found.nearest.room) == (4, pytest.approx(50))
    assert (found.caseload.now, found.caseload.back, found.caseload.fewer_workers, found.rises) == (25, 4, False, True)
    # And as many more children as the two posts have places, 50, are open in the same month
    assert (found.places, found.full) == (50, 4)
    # And the average of those allocated, which stands still at the ceiling, does not hide it
    assert asked.line.max() <= 26


@pytest.mark.functional
def test_vacancies_that_are_filled_anyway_are_no_gain_of_the_posts():
    # Given the same, and four vacancies besides: caseloads stay below those of now
    assumed = Assumptions(starts=40, months_open=10, ceiling=60, **QUICK)
    found = gain(case(Unit("S", 250, 10, 14), posts=2, assumptions=assumed))
    assert found.caseload.back is None
    # Then the two posts are eaten all the same, once numbers have risen by two in fourteen
    first = int(np.flatnonzero((150 * (1 - 0.9**MONTHS) >= 250 * 2 / 14) & (MONTHS >= 1))[0])
    assert found.eaten == ((first, 36),)
    # And leavers who make up for the posts are no rising numbers
    leaving = Assumptions(months_open=10, ceiling=60, **(QUICK | {"turnover": 0.6, "lead": 6}))
    left = gain(case(Unit("S", 250, 10, 10), posts=2, assumptions=leaving))
    assert (left.eaten, left.rises, left.caseload.is_better, left.caseload.fewer_workers) == ((), False, False, True)


@pytest.mark.functional
def test_nothing_is_eaten_before_somebody_joins():
    # Given caseloads that are lowest before the posts are filled in month 9, while numbers rise
    assumed = Assumptions(growth=0.04, **(QUICK | {"lead": 9, "turnover": 0.3, "agency_cover": 0.9}))
    asked = case(Unit("S", 250, 10, 14, agency=0), posts=2, assumptions=assumed)
    assert int(np.argmin(replace(asked, measure=Measure.ALL).line)) < asked.joins == 9
    found = gain(asked)
    assert min(found.nearest.month, found.caseload.best, found.eaten[0][0]) >= 9
    # And posts that nobody joins for in the course, or that nobody approves, have no gain
    assert gain(replace(asked, approvals=(Approval(30, (2,)),))) is None
    assert gain(case(posts=0)) is None


@pytest.mark.unit
def test_a_caseload_that_was_at_the_optimum_is_above_it_again_in_a_month():
    asked = case(Unit("S", 280, 10, 10), posts=2, assumptions=Assumptions(growth=0.02, ceiling=60, **QUICK))
    found = gain(asked).caseload
    assert asked.line[found.above - 1] <= 25 < asked.line[found.above]
    assert found.above < found.back


@pytest.mark.unit
def test_numbers_that_hold_steady_eat_nothing():
    found = gain(case(posts=14))
    assert (found.eaten, found.rises, found.caseload.is_better) == ((), False, True)
    assert not found.nearest.is_nearly_full


@pytest.mark.unit
def test_spells_leave_out_what_is_not_so():
    is_so = np.array([True, True, False, True, False, True, True])
    assert spells(is_so) == ((0, 1), (3, 3), (5, 6))
    assert spells(is_so, 1) == ((1, 1), (3, 3), (5, 6))
    assert spells(~is_so, 5) == ()


@pytest.mark.functional
@few
@given(units(), assumptions())
def test_more_posts_are_never_eaten_in_a_month_in_which_fewer_are_not(teams, assumed):
    three, seven = (gain(case(*teams, posts=posts, assumptions=assumed, measure=Measure.ALL)) for posts in (3, 7))
    if three is None:
        return
    months = [{month for first, last in found.eaten for month in range(first, last + 1)} for found in (three, seven)]
    assert months[1] <= months[0]
    assert seven.nearest.room >= three.nearest.room - 1e-6 or seven.nearest.month != three.nearest.month
    # And while they are not eaten, caseloads are lower than without the posts, had numbers stood still
    asked = case(*teams, posts=3, assumptions=assumed, measure=Measure.ALL)
    without = replace(asked, approvals=()).expected.together()
    still = without.children[0] / np.maximum(without.in_post + without.agency, 1e-12)[:, 0]
    for month in set(range(asked.joins, 37)) - months[0]:
        # But for the half of one child that is no rise
        assert asked.line[month] <= still[month] + 0.5 / max(without.in_post[month, 0], 0.1) + 1e-6
