"""Whole numbers of distributions that differ from future to future, by tables that many of them share.

A table holds the distributions of a few chances, or means, near one another. What a future's own is above the nearest
one below it is drawn beside it: of those who do not close with the nearest chance, each closes after all with the
chance that is left, and a Poisson number is the sum of two. Both are exact; what is drawn beside is mostly nought.
"""

from __future__ import annotations

from collections.abc import Callable
from math import ceil, sqrt

import numpy as np

from model.outlook_draws import log_factorials, poisson, quantiles
from model.outlook_process import Array

# More children than this in a unit, or a higher chance, and a table is no longer worth making.
MOST, HIGHEST = 400, 0.5
# Children of whom the table knows, by those at month 0; others are drawn one by one.
_FEWER, _MORE = 0.6, 1.6
# What is drawn beside is on average half of this, or less; parts of the unit interval that a table of closures has.
_BESIDE, _CELLS, _MOST_STEPS = 0.5, 256, 60
_STARTS_BESIDE = 0.1
# Above this number of standard deviations, and as many more, there is nothing that a double can tell.
_DEVIATIONS, _AND_MORE = 8, 12


class VariedClosures:
    """How many of so many open cases close in a month, with a chance of its own in each future."""

    def __init__(self, chances: Array, fewest: int, most: int) -> None:
        """Cases that close with such a chance in each future, in units of that many children at month 0."""
        self.chances = chances
        self._first, self._last = int(fewest * _FEWER), ceil(most * _MORE)
        low, high = float(chances.min()), float(chances.max())
        steps = min(max(ceil((high - low) * most / _BESIDE), 1), _MOST_STEPS)
        nearest = low + np.arange(steps) * (high - low) / steps
        self._place = np.searchsorted(nearest, chances, side="right") - 1
        below = nearest[self._place]
        left = np.maximum((chances - below) / (1 - below), 0)
        self._log_stays, self._odds = np.log1p(-left), left / (1 - left)
        self._steps, self._table = steps, quantiles(_binomials(self._first, self._last, nearest), _CELLS)

    def at(self, children: Array, uniform: Array, beside: Array, others: Callable[[], np.random.Generator]) -> Array:
        """Cases that close, by two uniform numbers each; ``others`` draws where the table does not reach."""
        within = np.clip(children, self._first, self._last)
        found: Array = self._table.at((within - self._first) * self._steps + self._place, uniform).astype(np.int64)
        still = within - found
        _and_beside(
            found,
            beside,
            np.exp(still * self._log_stays),
            lambda who, number: np.maximum(still[who] - number + 1, 0) * self._odds[who] / number,
        )
        outside = np.flatnonzero(children != within)
        if len(outside):
            found[outside] = others().binomial(children[outside], self.chances[outside])
        return found


class VariedStarts:
    """How many cases start, with a mean of its own in each future."""

    def __init__(self, most: float) -> None:
        """Starts with means up to ``most``."""
        self._table = poisson(np.arange(ceil(most / _STARTS_BESIDE) + 1) * _STARTS_BESIDE)

    def at(self, means: Array, uniform: Array, beside: Array) -> Array:
        """Cases that start, by two uniform numbers each."""
        place = (means / _STARTS_BESIDE).astype(np.intp)
        left = means - place * _STARTS_BESIDE
        found: Array = self._table.at(place, uniform).astype(np.int64)
        _and_beside(found, beside, np.exp(-left), lambda who, number: left[who] / number)
        return found


def _and_beside(found: Array, uniform: Array, none: Array, ratio: Callable[[Array, int], Array]) -> None:
    """Add to ``found`` a number each by inversion, of distributions that are mostly nought.

    ``none`` is the chance of 0, ``ratio`` that of a number to that of the one before.
    """
    who = np.flatnonzero(uniform >= none)
    chance = cumulated = none[who]
    number = 0
    while len(who):
        number += 1
        found[who] += 1
        chance = chance * ratio(who, number)
        cumulated = cumulated + chance
        # Where a chance is too small to be added, no rounding may go on for ever.
        on = (uniform[who] >= cumulated) & (chance > _LEAST)
        who, chance, cumulated = who[on], chance[on], cumulated[on]


_LEAST = 1e-17


def _binomials(first: int, last: int, chances: Array) -> Array:
    """The chances of 0, 1, 2 … for ``first`` to ``last`` trials, a row for each and in it for each chance."""
    highest = float(chances.max())
    top = min(int(last * highest + _DEVIATIONS * sqrt(last * highest)) + _AND_MORE, last)
    trials, number, factorials = np.arange(first, last + 1)[:, None], np.arange(top + 1), log_factorials(last)
    others = np.maximum(trials - number, 0)
    ways = np.where(trials >= number, factorials[trials] - factorials[number] - factorials[others], -np.inf)
    # (n over k) p^k (1 − p)^(n − k), where (1 − p)^(n − k) is (1 − p)^n / (1 − p)^k.
    stays = np.log1p(-chances)[:, None]
    logs = ways[:, None, :] + number * (np.log(chances)[:, None] - stays) + trials[:, None, :] * stays
    found: Array = np.exp(logs, out=logs).reshape(-1, top + 1)
    return found
