"""Whole numbers of a binomial or Poisson distribution by inversion: one uniform number each, looked up in a table.

The table has the cumulated probabilities themselves, so that what is drawn has the distribution to their precision. A
lookup takes a tenth of the time of drawing by rejection, and it takes exactly one random number: a distribution that
is a little higher gives the same number or a higher one, and what is drawn next stays what it was.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import log, sqrt

import numpy as np

from model.outlook_process import Array

# Parts of the unit interval that the table knows of; in most of them there is one number only.
CELLS = 1024
# So many standard deviations, and so many whole numbers more, above a mean there is nothing that a double can tell.
_DEVIATIONS, _MORE = 10, 30
# More children than this in a unit, and the table is no longer worth making.
MOST = 6000


@dataclass(frozen=True)
class Quantiles:
    """Distributions over 0, 1, 2 …: ``cumulated`` has a row for each, and goes on as one sorted line, row after row.

    ``known`` has for each row and cell the number that all of the cell stands for; where there are several, the first
    of them, n, as −1 − n.
    """

    cumulated: Array
    known: Array

    @property
    def cells(self) -> int:
        """Parts of the unit interval that each row knows of."""
        return int(self.known.shape[1])

    def at(self, row: Array | int, uniform: Array) -> Array:
        """The number of each ``uniform`` (0 to below 1) in the distribution of its row: how many are at or below it."""
        place = (uniform * self.cells).astype(np.intp)
        place += np.multiply(row, self.cells)
        found: Array = self.known.take(place)
        unsure = np.flatnonzero(found < 0)
        rows = np.broadcast_to(row, uniform.shape)[unsure]
        found[unsure] = self._sought(rows, -1 - found[unsure], uniform[unsure])
        return found

    def _sought(self, rows: Array, first: Array, uniform: Array) -> Array:
        """The number of each, which is the ``first`` of its cell or a later one: mostly that or the next."""
        before, line = rows * self.cumulated.shape[1], self.cumulated.ravel()
        # Along the line a number just below 1 must not be rounded up into the next row.
        wanted = np.minimum(rows + uniform, np.nextafter(rows + 1.0, 0))
        found: Array = before + first
        going_on = np.arange(len(rows))
        for _ in range(_STEPS):
            going_on = going_on[wanted[going_on] >= line.take(found[going_on])]
            found[going_on] += 1
        # Where there are many in one cell, at either end of a row, a search through the whole line is quicker.
        found[going_on] = np.searchsorted(line, wanted[going_on], side="right")
        found -= before
        return found


# Steps from one number to the next before the rest are searched for.
_STEPS = 2


def quantiles(chances: Array, cells: int = CELLS) -> Quantiles:
    """The distributions whose probabilities of 0, 1, 2 … are the rows, but for rounding."""
    cumulated = chances.cumsum(axis=1)
    cumulated /= cumulated[:, -1:]
    rows, scaled = np.arange(len(chances))[:, None], cumulated * cells
    shape = (len(chances), cells + 1)
    # A cell begins with the number of those that are cumulated up to its beginning.
    begins = np.bincount((rows * shape[1] + np.ceil(scaled).astype(np.intp)).ravel(), minlength=shape[0] * shape[1])
    known = begins.astype(np.int16).reshape(shape)
    np.cumsum(known, axis=1, out=known)
    is_unsure = np.zeros(shape, dtype=bool)
    is_unsure[np.broadcast_to(rows, scaled.shape), np.floor(scaled).astype(np.intp)] = True
    # −1 − n, in its place.
    np.invert(known, out=known, where=is_unsure)
    return Quantiles(cumulated + rows, np.ascontiguousarray(known[:, :cells]))


def poisson(means: Array) -> Quantiles:
    """A Poisson distribution a row, with such a mean each (none above :data:`MOST`)."""
    top = _top(float(means.max(initial=0.0)), float(means.max(initial=0.0)))
    number = np.arange(top + 1)
    with np.errstate(divide="ignore", invalid="ignore"):
        logs = np.where(number > 0, number * np.log(means)[:, None], 0.0)
    return quantiles(np.exp(logs - means[:, None] - log_factorials(top)))


def binomial(first: int, last: int, chance: float) -> Quantiles:
    """Binomial distributions of ``first`` to ``last`` trials, a row each."""
    trials = np.arange(first, last + 1)[:, None]
    top = min(_top(last * chance, last * chance * (1 - chance)), last)
    number, factorials = np.arange(top + 1), log_factorials(last)
    others = trials - number
    with np.errstate(divide="ignore", invalid="ignore"):
        none = np.where(others > 0, others * np.log1p(-chance), 0.0)
    logs = factorials[trials] - factorials[number] - factorials[np.maximum(others, 0)] + number * log(chance) + none
    return quantiles(np.where(others >= 0, np.exp(logs), 0.0))


class Closures:
    """How many of so many open cases close in a month, with the same chance each; the table grows as it is asked."""

    def __init__(self, chance: float) -> None:
        """Cases that close with such a chance, above 0."""
        self.chance, self._first, self._last = chance, 0, -1

    def at(self, children: Array, uniform: Array) -> Array:
        """Cases that close, of so many children (none above :data:`MOST`), by a uniform number each."""
        low, high = int(children.min()), int(children.max())
        if low < self._first or high > self._last:
            self._make(low, high)
        return self._table.at(children - self._first, uniform)

    def _make(self, low: int, high: int) -> None:
        margin = int(3 * sqrt(high)) + 5
        if self._last >= 0:
            low, high = min(low, self._first + margin), max(high, self._last - margin)
        self._first, self._last = max(low - margin, 0), high + margin
        self._table = binomial(self._first, self._last, self.chance)


def _top(mean: float, variance: float) -> int:
    return int(mean + _DEVIATIONS * sqrt(variance)) + _MORE


def log_factorials(most: int) -> Array:
    """The logarithms of 0!, 1!, 2! … up to that number."""
    found: Array = np.concatenate([[0.0], np.log(np.arange(1, most + 1)).cumsum()])
    return found
