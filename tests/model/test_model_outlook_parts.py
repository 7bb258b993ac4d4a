"""What each step makes of the change: all of it together, and each in its own way."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_outlooks import assumptions, case, units

from model.exact import half_up
from model.outlook_assumptions import Assumptions
from model.outlook_gain import gain
from model.outlook_parts import STEPS, WAITING, as_shown, parts
from model.outlook_process import Measure, Unit

few = settings(max_examples=20, deadline=None)


@pytest.mark.functional
@few
@given(units(), assumptions(), st.integers(0, 6), st.sampled_from(list(Measure)), st.integers(1, 36))
def test_the_steps_add_up_to_the_change(teams, assumed, posts, measure, month):
    asked = case(*teams, assumptions=assumed, posts=posts, measure=measure, month=month)
    if np.isfinite(asked.line).all():
        found = parts(asked)
        assert tuple(found) == (*STEPS, WAITING)[: 7 if measure == Measure.ALLOCATED else 6]
        before, after = float(asked.line[0]), float(asked.line[month])
        assert sum(found.values()) == pytest.approx(after - before, abs=1e-6)
        # And so do their figures as shown, to the last digit, at one place and at two
        for places in (1, 2):
            printed = as_shown(found, before, after, places).values()
            every = sum((half_up(part, places) for part in printed), half_up(before, places))
            assert every == half_up(after, places)
            assert (
                max(abs(part - shown) for part, shown in zip(found.values(), printed, strict=True)) < 1.5 / 10**places
            )


@pytest.mark.functional
def test_each_step_works_its_own_way():
    # Given growing numbers, leavers, six posts and agency: measured on what effective workers carry
    found = parts(case(posts=6, measure=Measure.EFFECTIVE, assumptions=Assumptions(growth=0.01), month=9))
    assert found["demand"] > 0
    assert found["leavers"] > 0
    assert found["recruitment"] < 0
    assert found["posts"] < 0
    assert found["ramp-up"] > 0
    # And a step that is not at work makes nothing of the change
    still = parts(case(posts=0, assumptions=Assumptions(turnover=0, agency_cover=0), measure=Measure.ALL))
    assert (still["demand"], still["leavers"], still["agency"]) == pytest.approx((0, 0, 0))
    # Then the four vacant posts are all of it
    assert still["recruitment"] == pytest.approx(1370 / 44.5 - 1370 / 40.5)
    assert still["posts"] == 0
    # And the posts alone, where nobody is missing
    alone = parts(
        case(Unit("S", 1000, 40, 40), posts=10, approved=1, measure=Measure.ALL, assumptions=Assumptions(turnover=0))
    )
    assert alone == pytest.approx(dict.fromkeys(STEPS, 0.0) | {"posts": 1000 / 50 - 1000 / 40})


@pytest.mark.functional
@few
@given(units(), assumptions(), st.integers(1, 9), st.integers(0, 6), st.sampled_from(list(Measure)))
def test_children_add_what_the_posts_take_off_in_the_month_in_which_the_gain_is_eaten(
    teams, assumed, posts, approved, measure
):
    # Given a gain, then in each month from which somebody has joined it is eaten as its own steps have it
    asked = case(*teams, assumptions=assumed, posts=posts, approved=approved, measure=measure)
    found, children = gain(asked), asked.expected.together().children[:, 0]
    for month in range(asked.joins, 37, 4) if found else ():
        steps = parts(replace(asked, month=month))
        over = steps["demand"] + steps["posts"]
        # But for the half of one child that is no rise, and where both are the same to the last digit
        if children[month] - children[0] > 0.5 and abs(over) > 1e-9:
            assert (over > 0) == any(first <= month <= last for first, last in found.eaten)


@pytest.mark.functional
def test_an_average_that_stands_still_because_ever_more_wait_has_its_rise_and_its_waiting():
    # Given a service at its ceiling whose number of children grows
    full = Unit("Service", 1200, 40.0, 40.0)
    asked = case(full, assumptions=Assumptions(growth=0.03, turnover=0, absence=0))
    assert asked.line[12] == asked.line[0] == 30
    # Then the average stands still, and what the children would add is what leaving more waiting takes off
    found = parts(asked)
    assert found["demand"] > 4
    assert found[WAITING] == pytest.approx(-found["demand"])
    assert WAITING not in parts(case(full, measure=Measure.ALL))
