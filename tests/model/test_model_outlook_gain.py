"""When rising numbers eat the gain: a month, or never within the course."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from made_outlooks import assumptions, case, units

from model.outlook_assumptions import Assumptions
from model.outlook_gain import gain
from model.outlook_process import Measure, Unit

few = settings(max_examples=25, deadline=None)
# Nobody leaves, and posts are filled in month 1 by workers who carry less at first.
QUICK = {"turnover": 0, "lead": 1, "absence": 0, "agency_cover": 0}


@pytest.mark.functional
def test_the_gain_is_gone_in_the_month_in_which_all_children_are_back_at_what_they_were():
    # Given 250 children for 10 FTE, 2 posts, 40 starts a month, and a tenth that closes
    asked = case(
        Unit("S", 250, 10, 10), posts=2, assumptions=Assumptions(starts=40, months_open=10, ceiling=26, **QUICK)
    )
    found = gain(asked)
    # Then 250 + 150 × (1 − 0.9^t) children reach 25 for each of 12 FTE, 300, after four months
    every = 400 - 150 * 0.9 ** np.arange(37)
    assert found.gone == int(np.flatnonzero((every >= 300) & (np.arange(37) > 1))[0]) == 4
    assert (found.level, found.is_better, found.rises) == (25, True, True)
    # And as many more children as the two posts have places, 50, are open in the same month
    assert (found.places, found.full) == (50, int(np.flatnonzero(every >= 300)[0]))
    # And the average of those allocated, which stands still at the ceiling, does not hide it
    assert asked.line.max() <= 26


@pytest.mark.functional
def test_an_average_that_was_at_the_optimum_is_above_it_again_in_a_month():
    asked = case(Unit("S", 280, 10, 10), posts=2, assumptions=Assumptions(growth=0.02, ceiling=60, **QUICK))
    found = gain(asked)
    assert asked.line[found.above - 1] <= 25 < asked.line[found.above]
    assert found.above < found.gone


@pytest.mark.unit
def test_numbers_that_hold_steady_eat_nothing():
    found = gain(case(posts=14))
    assert (found.above, found.gone, found.is_better, found.rises) == (None, None, True, False)


@pytest.mark.unit
def test_without_a_gain_there_is_none_to_lose():
    worse = gain(case(Unit("S", 250, 10, 10), assumptions=Assumptions(growth=0.02)))
    assert (worse.gone, worse.is_better) == (None, False)


@pytest.mark.functional
@few
@given(units(), assumptions())
def test_from_the_month_before_the_gain_is_gone_there_still_was_some(teams, assumed):
    asked = case(*teams, posts=3, assumptions=assumed, measure=Measure.ALL)
    found = gain(asked)
    if found.gone:
        assert asked.line[found.gone] >= asked.line[0] > asked.line[found.gone - 1]
    if found.above:
        assert asked.line[found.above] > asked.optimum >= asked.line[found.above - 1]
