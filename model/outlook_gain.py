"""When rising numbers eat what posts gain: from the expected course, as a month."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from model.outlook import Case, at_optimum, with_those_who_wait
from model.outlook_process import Array


@dataclass(frozen=True)
class Gain:
    """What becomes of the gain, in months from month 0; ``None``: in no month of the course.

    ``above`` is the first month after the best one in which all children for each worker are above the optimum again,
    where the best was not; ``gone`` the first in which they are back at what they were at month 0, where the best was
    lower. ``level`` is that. ``is_better`` says whether any month is lower than month 0, ``rises`` whether the number
    of children does. ``places`` are those of all posts approved at the optimum, ``full`` the first month in which as
    many more children are open as at month 0.
    """

    above: int | None
    gone: int | None
    level: float
    is_better: bool
    rises: bool
    places: float = 0.0
    full: int | None = None


def gain(case: Case) -> Gain:
    """What becomes of the gain of a case.

    An average of those allocated stands still where the rest wait, and says nothing of the gain: all children count.
    """
    every = with_those_who_wait(case).line
    best = int(np.argmin(every))
    is_better = bool(every[best] < every[0] - _LITTLE)
    children = case.expected.children.sum(axis=1)
    places = sum(sum(stage.posts) for stage in case.approvals) * case.optimum
    return Gain(
        _first_after(best, ~at_optimum(every, case.optimum)) if at_optimum(every[best], case.optimum) else None,
        _first_after(best, every >= every[0]) if is_better else None,
        float(every[0]),
        is_better,
        bool(children[-1] > children[0] + 0.5),
        places,
        _first_after(0, children - children[0] >= places) if places else None,
    )


# A gain that no figure on the page shows is none.
_LITTLE = 0.05


def _first_after(month: int, is_so: Array) -> int | None:
    months = np.flatnonzero(is_so[month + 1 :])
    return month + 1 + int(months[0]) if len(months) else None
