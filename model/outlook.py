"""The outlook of a service: what posts will do month by month, how sure that is, and what would be needed.

One call for each answer, for whoever shows it: a page, a slide, a report. Every answer is about a :class:`Case`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from itertools import permutations
from math import factorial

import numpy as np

from model.outlook_assumptions import HORIZON, Assumptions
from model.outlook_chain import Posts, staff_by_post
from model.outlook_expected import close_and_start, expected, staff
from model.outlook_futures import Base, with_approvals
from model.outlook_process import (
    Approval,
    Array,
    Course,
    Measure,
    Unit,
    ceilings,
    cover_and_allocate,
    establish,
)

PERCENTILES = (10, 25, 50, 75, 90)
# An average this little above the optimum is at it: sums of FTE are not exact in binary.
_HAIR = 1e-9


@dataclass(frozen=True)
class Case:
    """What an outlook is asked about: units at month 0, assumptions, posts approved, what is held against what.

    ``optimum`` in children per FTE; ``month`` the month that is judged, counted from month 0.
    """

    units: tuple[Unit, ...]
    assumptions: Assumptions
    approvals: tuple[Approval, ...]
    measure: Measure
    optimum: float
    month: int

    @cached_property
    def expected(self) -> Course:
        """The expected course of the units."""
        return expected(self.units, self.assumptions, self.approvals)

    @cached_property
    def line(self) -> Array:
        """The measure at expected inputs, by month, the units together."""
        found: Array = self.expected.together().value(self.measure)[:, 0]
        return found


@dataclass(frozen=True)
class Fan:
    """The simulated futures of a case, the units together, an entry a month.

    ``percentiles`` has a row for each of :data:`PERCENTILES`; ``chance`` is the share of futures at or below the
    optimum; ``mean`` and ``waiting`` are simulated means of the measure and of the children who wait; the
    ``percentiles_of_waiting`` again have a row each.
    """

    percentiles: Array
    mean: Array
    chance: Array
    waiting: Array
    percentiles_of_waiting: Array
    futures: int

    def first_likely(self, share: float) -> int | None:
        """The first month in which at least such a share of futures is at or below the optimum."""
        likely = np.flatnonzero(self.chance >= share)
        return int(likely[0]) if len(likely) else None


def fan(case: Case, drawn: Base) -> Fan:
    """The futures ``drawn`` with the posts of the case approved; ``drawn`` is of the same units and assumptions."""
    course = with_approvals(drawn, case.approvals).together()
    values, waiting = course.value(case.measure)[:, 0], course.unallocated[:, 0]
    return Fan(
        _percentiles(values),
        values.mean(axis=1),
        at_optimum(values, case.optimum).mean(axis=1),
        waiting.mean(axis=1),
        _percentiles(waiting),
        values.shape[1],
    )


def _percentiles(values: Array) -> Array:
    """The percentiles of every month: the lowest value with at least such a share of futures at or below it."""
    ranks = [-(-each * values.shape[1] // 100) - 1 for each in PERCENTILES]
    found: Array = np.sort(values, axis=1)[:, ranks].T
    return found


def at_optimum(values: Array, optimum: float | Array) -> Array:
    """Whether values are at or below the optimum."""
    found: Array = values <= optimum + _HAIR
    return found


def chances_by_team(case: Case, drawn: Base, optima: Sequence[float]) -> Array:
    """The share of futures in which each unit is at or below its own optimum in the month that is judged."""
    values = with_approvals(drawn, case.approvals).value(case.measure)[case.month]
    found: Array = at_optimum(values, np.array(optima)[:, None]).mean(axis=1)
    return found


def line_by_posts(case: Case, most: int) -> Array:
    """The measure at expected inputs in the month that is judged, with 0 to ``most`` posts in the first approval.

    For a case of one unit.
    """
    first, later = case.approvals[0], case.approvals[1:]
    many = tuple(replace(case.units[0], name=str(posts)) for posts in range(most + 1))
    assumed = case.assumptions
    if assumed.starts is not None:
        # Starts given are shared among units: each of these is the whole.
        assumed = assumed.with_values(starts=assumed.starts * len(many))
    approvals = [Approval(first.month, tuple(range(most + 1)))]
    approvals += [Approval(each.month, each.posts * len(many)) for each in later]
    found: Array = expected(many, assumed, approvals).value(case.measure)[case.month]
    return found


def chances_by_posts(case: Case, drawn: Base, most: int) -> Array:
    """The share of futures at or below the optimum in the month that is judged, with 0 to ``most`` posts.

    The posts are those of the first approval, for a case of one unit; the same futures for every number.
    """
    first, later, month = case.approvals[0], case.approvals[1:], case.month
    unit, assumed = drawn.units[0], case.assumptions
    # The stage keeps its place, and so its random numbers.
    others = with_approvals(drawn, (Approval(first.month, (0,)), *later))
    posts = Posts("approval 0", np.ones(most), first.month, assumed.asye_new)
    in_post, lacking = (
        _cumulated(part) for part in staff_by_post(posts, unit, assumed, drawn.world, drawn.months, month)
    )
    missing = drawn.missing[month, 0] + _lacking_of(others, drawn, month)
    approved = np.arange(most + 1)[:, None] * float(first.month <= month)
    course = cover_and_allocate(
        others.children[month],
        others.in_post[month] + in_post,
        missing + lacking,
        others.established[month] + approved,
        ceilings([unit], assumed)[:, None],
        assumed.agency_cover,
        drawn.world.absence,
    )
    found: Array = at_optimum(course.value(case.measure), case.optimum).mean(axis=1)
    return found


def _lacking_of(others: Course, drawn: Base, month: int) -> Array:
    """What starters of later stages lack in that month: the rest of effective FTE, turned round."""
    carried = others.effective[month, 0] / (1 - drawn.world.absence) - others.agency[month, 0]
    found: Array = others.in_post[month, 0] - carried - drawn.missing[month, 0]
    return found


def _cumulated(by_post: Array) -> Array:
    """Sums over the first 0, 1, 2 … posts."""
    return np.vstack([np.zeros((1, by_post.shape[1])), by_post.cumsum(axis=0)])


def enough(values: Sequence[float] | Array, line: float, *, at_least: bool) -> int | None:
    """The fewest posts from which on every value is at least, or at most, such a line; ``None`` if the last is not.

    An average of those allocated can be low with few posts because many wait: that is not enough.
    """
    missed = [value < line - _HAIR if at_least else value > line + _HAIR for value in values]
    last = max((posts for posts, is_missed in enumerate(missed) if is_missed), default=-1)
    return last + 1 if last + 1 < len(missed) else None


# What changes the measure, in the order of a month's steps.
STEPS = ("demand", "leavers", "recruitment", "ramp-up", "agency")


def parts(case: Case) -> dict[str, float]:
    """How much of the change from month 0 to the month that is judged each step makes, at expected inputs.

    A step without effect: as many start as close; nobody leaves; nobody starts; starters carry a full caseload at
    once; agency stays at the FTE of month 0. Each part is the mean over every order in which the steps can be taken
    in, so that they add up to the change (Shapley).
    """
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
    established = establish(units, case.approvals, HORIZON)
    found = {}
    for index in range(2 ** len(STEPS)):
        on = [bool(index >> place & 1) for place in range(len(STEPS))]
        (in_post, missing), children = people[on[1], on[2]], demand[on[0]]
        # Without the step agency is what it was: established FTE moves with FTE in post.
        posts = established if on[4] else in_post + np.maximum(established[0] - in_post[0], 0)
        course = cover_and_allocate(
            children, in_post, missing * on[3], posts, ceilings(units, assumed), assumed.agency_cover, assumed.absence
        )
        taken = frozenset(step for step, is_on in zip(STEPS, on, strict=True) if is_on)
        found[taken] = float(course.together().value(case.measure)[month, 0])
    return found


def month_after(first: date, months: int) -> date:
    """The month so many months after another, as its first day."""
    index = first.year * 12 + first.month - 1 + months
    return date(index // 12, index % 12 + 1, 1)
