"""When rising numbers eat what posts gain: from the expected course, as a month."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from model.outlook import Case, at_optimum
from model.outlook_process import Array, Measure


@dataclass(frozen=True)
class Gain:
    """What becomes of the gain, in months from month 0; ``None``: in no month of the course.

    ``above`` is the first month after the best one in which the measure is above the optimum again, where the best was
    not; ``gone`` the first in which it is back at what it was at month 0, where the best was lower. ``level`` is that.
    ``is_better`` says whether any month is lower than month 0, ``rises`` whether the number of children does.
    """

    above: int | None
    gone: int | None
    level: float
    is_better: bool
    rises: bool


def gain(case: Case) -> Gain:
    """What becomes of the gain of a case.

    An average of those allocated never gets back to where it was, because the rest wait: all children are counted in
    whether the gain is gone.
    """
    line, every = case.line, _of_everybody(case)
    best = int(np.argmin(every))
    is_better = bool(every[best] < every[0] - _LITTLE)
    children = case.expected.children.sum(axis=1)
    return Gain(
        _first_after(best, ~at_optimum(line, case.optimum)) if at_optimum(line[best], case.optimum) else None,
        _first_after(best, every >= every[0]) if is_better else None,
        float(every[0]),
        is_better,
        bool(children[-1] > children[0] + 0.5),
    )


# A gain that no figure on the page shows is none.
_LITTLE = 0.05


def _of_everybody(case: Case) -> Array:
    measure = Measure.ALL if case.measure == Measure.ALLOCATED else case.measure
    found: Array = case.expected.together().value(measure)[:, 0]
    return found


def _first_after(month: int, is_so: Array) -> int | None:
    months = np.flatnonzero(is_so[month + 1 :])
    return month + 1 + int(months[0]) if len(months) else None
