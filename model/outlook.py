"""The outlook of a service: what posts will do month by month, how sure that is, and what would be needed.

One call for each answer, for whoever shows it: a page, a slide, a report. Every answer is about a :class:`Case`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

import numpy as np

from model.outlook_assumptions import Assumptions
from model.outlook_chain import Posts, staff_by_post
from model.outlook_expected import expected
from model.outlook_futures import Base, with_approvals
from model.outlook_process import (
    Approval,
    Array,
    Course,
    Measure,
    Unit,
    ceilings,
    cover_and_allocate,
)
from model.outlook_spells import Spells, spells
from model.words import months_apart

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

    @property
    def joins(self) -> int | None:
        """The first month in which somebody joins for the posts, though it lie beyond the course; ``None`` for none."""
        lead, stages = self.assumptions.lead, self.approvals
        return min((max(stage.month + lead, 1) for stage in stages if sum(stage.posts)), default=None)


@dataclass(frozen=True)
class Waiting:
    """Children who wait in a month of the futures: mean, share of futures without any, ends of 80 in 100, futures."""

    mean: float
    nobody: float
    low: int
    high: int
    futures: int


@dataclass(frozen=True)
class Fan:
    """The simulated futures of a case, the units together, an entry a month.

    ``percentiles`` has a row for each of :data:`PERCENTILES`; ``chance`` is the share of futures at or below the
    optimum, those who wait counted in; ``mean`` and ``waiting`` are simulated means of the measure and of the children
    who wait; ``judged`` is on those who wait in the month that is judged. ``since`` is the first month that the posts
    can be asked about: that in which somebody joins for them, or without any the one after the figures. Where the month
    that is judged is before it and agency workers are in posts by then, it is the first in which they are.
    """

    percentiles: Array
    mean: Array
    chance: Array
    waiting: Array
    judged: Waiting
    futures: int
    since: int = 1

    def likely(self, share: float) -> Spells:
        """The months since somebody joined in which at least such a share of futures is at or below the optimum."""
        return spells(self.chance >= share, self.since)

    def is_likely_before(self, share: float) -> bool:
        """Whether some month before that is as likely, so that whoever says "in no month" says from which on."""
        return bool((self.chance[: self.since] >= share).any())


def fan(case: Case, drawn: Base) -> Fan:
    """The futures ``drawn`` with the posts of the case approved; ``drawn`` is of the same units and assumptions."""
    course = with_approvals(drawn, case.approvals).together()
    values, waiting = course.value(case.measure)[:, 0], course.unallocated[:, 0]
    every = course.value(with_those_who_wait(case).measure)[:, 0]
    return Fan(
        _percentiles(values),
        values.mean(axis=1),
        at_optimum(every, case.optimum).mean(axis=1),
        waiting.mean(axis=1),
        _waiting(waiting[case.month]),
        values.shape[1],
        _since(case),
    )


def _since(case: Case) -> int:
    joins, approved = case.joins or 1, min((stage.month for stage in case.approvals if sum(stage.posts)), default=1)
    if case.assumptions.agency_cover and approved <= case.month < joins:
        return max(approved, 1)
    return joins


def _waiting(children: Array) -> Waiting:
    low, *_, high = _percentiles(children[None])[:, 0]
    return Waiting(float(children.mean()), float((children == 0).mean()), int(low), int(high), len(children))


def _percentiles(values: Array) -> Array:
    """The percentiles of every month: the lowest value with at least such a share of futures at or below it."""
    ranks = [-(-each * values.shape[1] // 100) - 1 for each in PERCENTILES]
    found: Array = np.sort(values, axis=1)[:, ranks].T
    return found


def at_optimum(values: Array, optimum: float | Array) -> Array:
    """Whether values are at or below the optimum."""
    found: Array = values <= optimum + _HAIR
    return found


def with_those_who_wait(case: Case) -> Case:
    """The case with all children counted where only the allocated were: leaving children to wait reaches nothing."""
    return replace(case, measure=Measure.ALL) if case.measure == Measure.ALLOCATED else case


def line_by_posts(case: Case, most: int) -> Array:
    """The measure at expected inputs in the month that is judged, with 0 to ``most`` posts in the first approval.

    For a case of one unit.
    """
    found: Array = by_posts(case, most).value(case.measure)[case.month]
    return found


def waiting_by_posts(case: Case, most: int) -> Array:
    """Children above the ceiling at expected inputs in that month, by posts as in :func:`line_by_posts`."""
    found: Array = by_posts(case, most).unallocated[case.month]
    return found


def by_posts(case: Case, most: int) -> Course:
    """The expected course with 0 to ``most`` posts in the first approval, a unit each; for a case of one unit."""
    first, later = case.approvals[0], case.approvals[1:]
    many = tuple(replace(case.units[0], name=str(posts)) for posts in range(most + 1))
    assumed = case.assumptions
    if assumed.starts is not None:
        # Starts given are shared among units: each of these is the whole.
        assumed = assumed.with_values(starts=assumed.starts * len(many))
    approvals = [Approval(first.month, tuple(range(most + 1)))]
    approvals += [Approval(each.month, each.posts * len(many)) for each in later]
    return expected(many, assumed, approvals)


def chances_by_posts(case: Case, drawn: Base, most: int) -> Array:
    """The share of futures with the measure at or below the optimum in the month judged, by 0 to ``most`` posts.

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


def month_after(first: date, months: int) -> date:
    """The month so many months after another, as its first day."""
    index = first.year * 12 + first.month - 1 + months
    return date(index // 12, index % 12 + 1, 1)


# Months after the figures from which on an outlook is one of the past, and is held as if the figures were new.
_PAST = 12


def usual_approval(figures: date, today: date) -> int:
    """When posts can first be approved, in months after that of the figures: in the next one, or in that of ``today``.

    Figures of more than a year ago are looked at as one would have then: posts are approved in the month after.
    """
    return max(1, since) if (since := months_apart(figures, today)) <= _PAST else 1
