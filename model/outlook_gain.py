"""When rising numbers eat what posts gain: from the expected course, as a month.

What posts gain is held against the same months without them. Vacancies that are filled anyway are no gain of theirs,
and workers who leave anyway no loss: both are on both sides.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from model.outlook import Case, at_optimum, with_those_who_wait
from model.outlook_process import Array, Course, Measure, ratio
from model.outlook_spells import Spells, spells


@dataclass(frozen=True)
class Room:
    """In one month: children open beyond those of month 0, and how many more the posts let the service carry.

    ``children`` of those ``room`` at the caseload that there would be without the posts, had numbers stood still.
    """

    month: int
    more: float
    room: float

    @property
    def is_nearly_full(self) -> bool:
        """Whether nine tenths of the room are taken, so that "in no month" is no all-clear."""
        return self.more >= 0.9 * self.room


@dataclass(frozen=True)
class Caseload:
    """Children for each worker, the waiting too: at month 0, at their fewest once somebody has joined, at the end.

    ``above`` is the first month after the fewest in which they are above the optimum again, where the fewest were not;
    ``back`` the first in which they are as many as at month 0, where the fewest were fewer: ``None`` for no month.
    ``fewer_workers``: fewer are at work then (at the end, where it is never) than at month 0, in spite of the posts.
    """

    now: float
    fewest: float
    best: int
    above: int | None
    back: int | None
    end: float
    fewer_workers: bool

    @property
    def is_better(self) -> bool:
        """Whether any month is lower than month 0, by what a figure on the page shows."""
        return self.fewest < self.now - _LITTLE


@dataclass(frozen=True)
class Gain:
    """What becomes of the gain of a case, in months from month 0.

    ``eaten`` are the spells in which as many more children are open as at month 0 as the posts let the service carry;
    ``nearest`` is the first month of them, or that in which least room is left. ``rises`` says whether numbers ever do
    once somebody has joined. ``places`` are those of all posts approved at the optimum, ``full`` the first month
    since in which as many more children are open.
    """

    eaten: Spells
    nearest: Room
    caseload: Caseload
    rises: bool
    places: float
    full: int | None


def gain(case: Case) -> Gain | None:
    """What becomes of the gain of a case; ``None`` where nobody joins in the course, for want of posts or of time.

    With children N, and FTE F with the posts and G without them, in month t: the posts let the service carry
    N(0) · (F(t) ÷ G(t) − 1) more at the caseload N(0) ÷ G(t). Once N(t) − N(0) are as many, N(t) ÷ F(t) is no lower
    than that: more children add as much as the posts take off. An average of those allocated stands still where the
    rest wait, and says nothing of the gain: all children count.
    """
    measure = with_those_who_wait(case).measure
    joins, course = case.joins, case.expected.together()
    if joins is None or joins >= len(course.children):
        return None
    without = replace(case, approvals=()).expected.together()
    children, fte = course.children[:, 0], _workers(course, measure)
    more = children - children[0]
    room = children[0] * (ratio(fte, _workers(without, measure)) - 1)
    eaten = spells((more >= room) & (more > _HALF_A_CHILD), joins)
    month = eaten[0][0] if eaten else joins + int(np.argmin((room - more)[joins:]))
    places = sum(sum(stage.posts) for stage in case.approvals) * case.optimum
    return Gain(
        eaten,
        Room(month, float(more[month]), float(room[month])),
        _caseload(course.value(measure)[:, 0], case.optimum, joins, fte),
        bool(more[joins:].max() > _HALF_A_CHILD),
        places,
        _first_after(joins - 1, more >= places),
    )


# A gain that no figure on the page shows is none; nor do fewer children than half of one more make a rise.
_LITTLE, _HALF_A_CHILD = 0.05, 0.5


def _workers(course: Course, measure: Measure) -> Array:
    """FTE by month that the measure divides by, of units that are one."""
    found: Array = course.effective if measure == Measure.EFFECTIVE else course.in_post + course.agency
    return found[:, 0]


def _caseload(line: Array, optimum: float, joins: int, fte: Array) -> Caseload:
    best = joins + int(np.argmin(line[joins:]))
    back = _first_after(best, line >= line[0])
    return Caseload(
        float(line[0]),
        float(line[best]),
        best,
        _first_after(best, ~at_optimum(line, optimum)) if at_optimum(line[best], optimum) else None,
        back if line[best] < line[0] - _LITTLE else None,
        float(line[-1]),
        bool(fte[-1 if back is None else back] < fte[0]),
    )


def _first_after(month: int, is_so: Array) -> int | None:
    months = np.flatnonzero(is_so[month + 1 :])
    return month + 1 + int(months[0]) if len(months) else None
