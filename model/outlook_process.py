"""The months ahead as a stock of children and a stock of workers: what goes in, what comes out, in what order.

A month goes through these steps, named alike in both engines (:mod:`model.outlook_expected`,
:mod:`model.outlook_futures`):

1. *close*: each open case closes with probability 1/W; 2. *start*: new cases, Poisson, none closing in the same month;
3. *leave*: each worker leaves with probability turnover/12, whatever the time in post;
4. *recruit*: whoever left is replaced by a starter at the end of the month of leaving plus the lead; posts approved in
   month a are filled in month a + lead, posts vacant now in month lead, none before month 1; *ramp up*: a starter
   carries less at first;
5. *cover*: agency workers cover a share of the vacancies; *allocate*: children above the ceiling wait.

Everything at month 0 is given: cover and ceiling work from month 1 on. A post is one FTE; what is left of a team's FTE
is one part-time post.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import numpy as np
from numpy.typing import NDArray

from model.outlook_assumptions import ASYE_CAPACITY, EXPERIENCED_CAPACITY, Assumptions

Array = NDArray[Any]

# What keeps a product that is a whole number from being floored to the one below it.
_HAIR = 1e-9


class Measure(StrEnum):
    """What is held against the optimum."""

    ALLOCATED = "allocated"
    ALL = "all"
    EFFECTIVE = "effective"

    @property
    def label(self) -> str:
        """The measure in words."""
        return _MEASURES[self]


_MEASURES = {
    Measure.ALLOCATED: "allocated children for each social worker (FTE in post and agency)",
    Measure.ALL: "all children, the waiting too, for each social worker (FTE in post and agency)",
    Measure.EFFECTIVE: "all children for each effective FTE, after ramp-up and absence",
}


@dataclass(frozen=True)
class Unit:
    """A team, or the service as one, at month 0: children (the waiting too), FTE in post, established FTE.

    ``ceiling`` stands in for that of the assumptions where a team carries more already. ``waiting`` are the children
    of it who wait at month 0 and ``agency`` the FTE of agency workers then; ``None``: as ceiling and cover would have
    it.
    """

    name: str
    children: int
    in_post: float
    established: float
    ceiling: float | None = None
    waiting: int | None = None
    agency: float | None = None

    @property
    def vacant(self) -> float:
        """Established FTE that nobody is in; never below 0."""
        return max(self.established - self.in_post, 0.0)


@dataclass(frozen=True)
class Approval:
    """Posts of one FTE approved at the end of ``month``: so many for each unit, in the order of the units."""

    month: int
    posts: tuple[int, ...]


@dataclass(frozen=True)
class Course:
    """Units over the months: every array has the shape (months + 1, units) or (months + 1, units, futures).

    ``children`` all open cases, ``unallocated`` those of them who wait; ``established``, ``in_post``, ``agency`` and
    ``effective`` in FTE.
    """

    children: Array
    in_post: Array
    established: Array
    agency: Array
    effective: Array
    unallocated: Array

    @property
    def vacancies(self) -> Array:
        """Established FTE less FTE in post, those covered by agency included."""
        found: Array = np.maximum(self.established - self.in_post, 0)
        return found

    def value(self, measure: Measure) -> Array:
        """Children per FTE; infinite where there are children, though all of them wait, and no worker."""
        fte = self.effective if measure == Measure.EFFECTIVE else self.in_post + self.agency
        found = ratio(self.children, fte)
        if measure == Measure.ALLOCATED:
            return np.where(np.isinf(found), found, ratio(self.children - self.unallocated, fte))
        return found

    def together(self) -> Course:
        """The units summed to one: children and FTE add up, averages do not."""
        if self.children.shape[1] == 1:
            return self
        summed = {name: values.sum(axis=1, keepdims=True) for name, values in vars(self).items()}
        return Course(**summed)


def ratio(children: Array, fte: Array) -> Array:
    """Children per FTE; infinite where there are children and no worker, 0 where there is neither."""
    children, fte = np.broadcast_arrays(children, fte)
    nobody = np.where(children > 0, np.inf, 0.0)
    found: Array = np.divide(children, fte, out=nobody, where=fte > _HAIR)
    return found


def establish(units: Sequence[Unit], approvals: Sequence[Approval], months: int) -> Array:
    """Established FTE by month and unit: that of month 0 and the posts approved by then. Never below FTE in post."""
    posts = np.zeros((months + 1, len(units)))
    posts[0] = [unit.in_post + unit.vacant for unit in units]
    for approval in approvals:
        if approval.month <= months:
            posts[approval.month] += approval.posts
    return posts.cumsum(axis=0)


def starts_of(units: Sequence[Unit], assumptions: Assumptions, months: int) -> Array:
    """Expected starts λ(t) by month and unit: λ0 (1 + growth)^t, less what early help saves from its month on,
    and of the rest what screening at the front door does.

    Starts given for the service are shared among its units by their children at month 0.
    """
    children = np.array([unit.children for unit in units], dtype=float)
    first: Array = children * assumptions.closing
    if assumptions.starts is not None:
        everybody = children.sum()
        first = assumptions.starts * (children / everybody if everybody else np.full(len(units), 1 / len(units)))
    month = np.arange(months)
    left = np.where(month >= assumptions.early_help_from, 1 - assumptions.early_help_cut, 1.0)
    left = np.where(month >= assumptions.screening_from, left * (1 - assumptions.screening_cut), left)
    found: Array = ((1 + assumptions.growth) ** month * left)[:, None] * first
    return found


def shortfall(months: int, ramp_up: float) -> dict[bool, Array]:
    """What a starter does not yet carry, by months in post from 0: newly qualified (True) and experienced.

    ``ramp_up`` is the share of it that is taken, up to a whole caseload.

    Both reach to the month from which on nothing is lacking, or further: to ``months``.
    """
    tables = {True: ASYE_CAPACITY, False: EXPERIENCED_CAPACITY}
    length = 1 + max(months, *map(len, tables.values()))
    lacks = {asye: np.minimum((1 - np.array(table)) * ramp_up, 1) for asye, table in tables.items()}
    return {asye: np.pad(lack, (0, length - len(lack))) for asye, lack in lacks.items()}


def ceilings(units: Sequence[Unit], assumptions: Assumptions) -> Array:
    """Most children per effective FTE, by unit."""
    return np.array([assumptions.ceiling if unit.ceiling is None else unit.ceiling for unit in units])


def cover_and_allocate(
    children: Array,
    in_post: Array,
    missing: Array,
    established: Array,
    ceiling: Array,
    cover: Array | float,
    absence: Array | float,
) -> Course:
    """Step 5: agency cover of the vacancies, effective FTE, and the children above the ceiling who wait.

    ``missing`` is the FTE in post that starters do not carry yet; ``ceiling`` has the units along its second axis.
    Thousands of futures make large arrays: each is made once and worked on in its place.
    """  # fmt: skip
    agency: Array = established - in_post
    np.maximum(agency, 0, out=agency)
    agency *= cover
    effective: Array = in_post - missing
    effective += agency
    effective *= 1 - absence
    held: Array = ceiling * effective
    held += _HAIR
    np.floor(held, out=held)
    unallocated = np.subtract(children, held, out=held)
    np.maximum(unallocated, 0, out=unallocated)
    return Course(children, in_post, established, agency, effective, unallocated)


def begin_as_counted(course: Course, units: Sequence[Unit], absence: Array | float) -> Course:
    """The same course with month 0 as the units have it, whatever cover and ceiling hold from month 1 on.

    At month 0 everybody in post carries a full caseload. The arrays of ``course`` are changed.
    """
    for place, unit in enumerate(units):
        if unit.agency is not None:
            course.agency[0, place] = unit.agency
            course.effective[0, place] = (1 - absence) * (course.in_post[0, place] + unit.agency)
        if unit.waiting is not None:
            course.unallocated[0, place] = unit.waiting
    return course
