"""Why the average moves: how much of its change each step of the outlook makes."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations
from math import factorial

import numpy as np

from model.outlook import Case
from model.outlook_assumptions import HORIZON
from model.outlook_expected import close_and_start, staff
from model.outlook_process import Measure, ceilings, cover_and_allocate, establish

# What changes the measure, in the order of a month's steps.
STEPS = ("demand", "leavers", "recruitment", "ramp-up", "agency")
# What makes the average of those allocated lower than it would be with all children.
WAITING = "waiting"


def parts(case: Case) -> dict[str, float]:
    """How much of the change from month 0 to the month that is judged each step makes, at expected inputs.

    An average of those allocated stands still at the ceiling while ever more wait. So its steps are those of all
    children, and a last one (:data:`WAITING`) is what leaving more of them waiting takes off it, or fewer adds.

    A step without effect: as many start as close; nobody leaves; nobody starts; starters carry a full caseload at
    once; agency stays at the FTE of month 0. Each part is the mean over every order in which the steps can be taken
    in, so that they add up to the change (Shapley).
    """
    if case.measure == Measure.ALLOCATED:
        every = replace(case, measure=Measure.ALL)
        left_out = every.line - case.line
        return parts(every) | {WAITING: float(left_out[0] - left_out[case.month])}
    value = _with_steps(case)
    totals = dict.fromkeys(STEPS, 0.0)
    for order in permutations(STEPS):
        taken: frozenset[str] = frozenset()
        for step in order:
            totals[step] += value[taken | {step}] - value[taken]
            taken |= {step}
    return {step: total / factorial(len(STEPS)) for step, total in totals.items()}


def _with_steps(case: Case) -> dict[frozenset[str], float]:
    """The measure in the month that is judged with only some of the steps at work, for each choice of them."""
    units, assumed, month = case.units, case.assumptions, case.month
    steady = np.array([[unit.children for unit in units]] * (HORIZON + 1), dtype=float)
    demand = {True: close_and_start(units, assumed, HORIZON), False: steady}
    leaving = {True: assumed, False: assumed.with_values(turnover=0)}
    people = {
        (leavers, recruitment): staff(units, leaving[leavers], case.approvals, HORIZON, recruiting=recruitment)
        for leavers in (True, False)
        for recruitment in (True, False)
    }
    established, agency = establish(units, case.approvals, HORIZON), case.expected.agency[0]
    found = {}
    for index in range(2 ** len(STEPS)):
        on = [bool(index >> place & 1) for place in range(len(STEPS))]
        (in_post, missing), children = people[on[1], on[2]], demand[on[0]]
        # Without the step agency is what it was: all of a gap that stays as wide as that.
        posts, cover = (established, assumed.agency_cover) if on[4] else (in_post + agency, 1.0)
        course = cover_and_allocate(
            children, in_post, missing * on[3], posts, ceilings(units, assumed), cover, assumed.absence
        )
        taken = frozenset(step for step, is_on in zip(STEPS, on, strict=True) if is_on)
        found[taken] = float(course.together().value(case.measure)[month, 0])
    return found
