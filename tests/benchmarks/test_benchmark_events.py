"""The event simulation that the futures are held against: an independent account of the same process."""

from __future__ import annotations

import numpy as np
import pytest

from benchmarks.events import future
from model.outlook_assumptions import Assumptions
from model.outlook_futures import simulate
from model.outlook_process import Approval, Unit

MONTHS, FUTURES = 12, 20_000
# Two small teams, one with a part-time post and a vacancy; leavers, growth, agency and early help are all at work.
UNITS = (Unit("North", 24, 1.5, 2.5, waiting=3, agency=0.7), Unit("South", 15, 1.0, 1.0))
ASSUMPTIONS = Assumptions(
    starts=6,
    growth=0.01,
    early_help_cut=0.2,
    early_help_from=9,
    screening_cut=0.1,
    screening_from=5,
    lead=3,
    turnover=0.4,
    asye_new=0.3,
    ramp_up=1.2,
    ceiling=14,
)
APPROVALS = (Approval(0, (1, 0)), Approval(4, (0, 2)))


@pytest.fixture(scope="module")
def ours() -> list[np.ndarray]:
    """Children, FTE in post, effective FTE and children waiting: arrays of (months + 1, teams, futures)."""
    course = simulate(UNITS, ASSUMPTIONS, APPROVALS, months=MONTHS, futures=FUTURES, vary=False)
    return [course.children, course.in_post, course.effective, course.unallocated]


@pytest.mark.functional
@pytest.mark.parametrize(("monthly", "runs"), [(False, 250), (True, 100)])
def test_both_accounts_of_the_process_have_the_same_means(ours, monthly, runs):
    # Given the process as events, one future at a time, and as arrays, when the means of both are taken
    found = [future(UNITS, ASSUMPTIONS, APPROVALS, seed=s, monthly=monthly, months=MONTHS) for s in range(runs)]
    events = np.array(found).transpose(3, 2, 1, 0)
    for theirs, values in zip(events, ours, strict=True):
        # Then they are within sampling error, for every team in every month; what hardly ever happens is left out
        error = values.std(axis=2) * (1 / runs + 1 / FUTURES) ** 0.5
        often = (values != values.min(axis=2, keepdims=True)).mean(axis=2) > 0.1
        gap = np.abs(theirs.mean(axis=2) - values.mean(axis=2))
        assert often.sum() > MONTHS
        assert (gap <= 4 * error)[often].all()
    # And the futures lie as far apart
    spread = events[0].std(axis=2)[1:] / ours[0].std(axis=2)[1:]
    assert np.median(spread) == pytest.approx(1, abs=0.1)
