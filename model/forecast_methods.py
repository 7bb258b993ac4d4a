"""Ways to carry on a series of months, the simplest first: each from every month of the past at once.

A way takes the series, of n months, and gives an array of n + 1 rows and ``ahead`` columns: row k is what it would have
said after the first k months of the 1, 2 … months after them, NaN where k months are too few for it. What is added to
every month of the series is added to what it says.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float64]

YEAR = 12
# A trend is worth so much less with every month: next month nearly all of it, a year on little more.
DAMPING = 0.85
_WEIGHTS = np.linspace(0.1, 0.9, 9)


@dataclass(frozen=True)
class Method:
    """A way: its name in words, the months that must be more than there are for it, and its rows."""

    name: str
    more_than: int
    rows: Callable[[Array, int], Array]


def _blank(values: Array, ahead: int) -> Array:
    return np.full((len(values) + 1, ahead), np.nan)


def _last(values: Array, ahead: int) -> Array:
    found = _blank(values, ahead)
    found[1:] = values[:, None]
    return found


def _mean(months: int) -> Callable[[Array, int], Array]:
    """The mean of the last so many months, of all while there are fewer."""

    def rows(values: Array, ahead: int) -> Array:
        found = _blank(values, ahead)
        for count in range(1, len(values) + 1):
            found[count] = values[max(0, count - months) : count].mean()
        return found

    return rows


def _smoothed(values: Array, ahead: int) -> Array:
    """Simple exponential smoothing; the weight is the one that did best on the months before."""
    found, level, squares = _blank(values, ahead), np.full(len(_WEIGHTS), values[0]), np.zeros(len(_WEIGHTS))
    found[1] = values[0]
    for count, value in enumerate(values[1:], 2):
        squares += (value - level) ** 2
        level = level + _WEIGHTS * (value - level)
        found[count] = level[np.argmin(squares)]
    return found


def _trend(values: Array, ahead: int) -> Array:
    """The straight line through the last year, levelling off."""
    found, fading = _blank(values, ahead), np.cumsum(DAMPING ** np.arange(1, ahead + 1))
    for count in range(YEAR // 2, len(values) + 1):
        last = values[max(0, count - YEAR) : count]
        from_middle = np.arange(len(last)) - (len(last) - 1) / 2
        slope = float(from_middle @ last / (from_middle @ from_middle))
        found[count] = last.mean() + slope * from_middle[-1] + slope * fading
    return found


def _seasonal(values: Array, ahead: int) -> Array:
    """The same month a year before, moved by the difference between the last two years where there are two."""
    found = _blank(values, ahead)
    for count in range(YEAR, len(values) + 1):
        last = values[count - YEAR : count]
        moved = last.mean() - values[count - 2 * YEAR : count - YEAR].mean() if count >= 2 * YEAR else 0.0
        found[count] = np.resize(last, ahead) + moved
    return found


# The simplest first.
METHODS = (
    Method("the last month’s number", 0, _last),
    Method("the mean of the last 3 months", 3, _mean(3)),
    Method("the mean of the last 6 months", 6, _mean(6)),
    Method("the mean of the last 12 months", YEAR, _mean(YEAR)),
    Method("a mean in which later months weigh more", 5, _smoothed),
    Method("the trend of the last 12 months, levelling off", YEAR - 1, _trend),
    Method("the same month a year before", 2 * YEAR - 1, _seasonal),
)
