"""A series of months carried on by the simplest method that held in the past, with the errors it made there.

Rolling origin: every method says, after each month of the past, what the next months would bring, from nothing but the
months before. Error is the mean absolute error over the next six months (three where there is less than a year). The
method taken is the simplest whose error no other's is more than 10% below.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

import numpy as np

from model.forecast_methods import METHODS, YEAR, Array, Method

LEAST_MONTHS = 6
# The latest months that are used: what was before says little of what comes.
MOST_MONTHS = 36
AHEAD = 12
# How much smaller the error of a less simple method has to be.
BEATEN_BY = 0.1
# Of 100 past errors so many lie within the band.
WITHIN = 0.8
# Errors that a band is drawn from, at least; with fewer of them at a distance it grows from the nearer ones.
_LEAST_ERRORS, _LEAST_TO_TEST = 3, 4


@dataclass(frozen=True)
class Forecast:
    """The months after the last, none below 0.

    ``path``, ``low`` and ``high`` are of the 1, 2 … months ahead; the band holds 80 of 100 errors that the ``method``
    made in the past. ``error`` is its mean absolute error, ``months`` the months used. Of ``tested`` past months
    ``inside`` fell within the band as it would have been drawn just before.
    """

    method: str
    months: int
    error: float
    path: tuple[float, ...]
    low: tuple[float, ...]
    high: tuple[float, ...]
    inside: int
    tested: int

    @property
    def unsure(self) -> float:
        """Half of the band as a share of the path, on average over the months: what 10 in 100 past errors exceed."""
        middle, high = sum(self.path), sum(self.high)
        return high / middle - 1 if middle else 0.0


def forecast(values: Sequence[float], ahead: int = AHEAD) -> Forecast | None:
    """The series, oldest month first and none missing, carried on; ``None`` under :data:`LEAST_MONTHS` months."""
    if len(values) < LEAST_MONTHS:
        return None
    series = np.asarray(values[-MOST_MONTHS:], dtype=np.float64)
    tried = [(method, method.rows(series, ahead)) for method in METHODS if len(series) > method.more_than]
    errors = [_errors(series, rows) for _, rows in tried]
    means = _mean_errors(errors, YEAR // 2 if len(series) >= YEAR else 3)
    taken = next(place for place, mean in enumerate(means) if min(means) >= (1 - BEATEN_BY) * mean)
    method, rows = tried[taken]
    return _carried(method, rows[-1], np.abs(errors[taken]), means[taken], len(series))


def _first_origin(months: int) -> int:
    """Months before the first month that is forecast in the back-test."""
    return LEAST_MONTHS if months >= YEAR else 3


def _errors(series: Array, rows: Array) -> Array:
    """What came less what was said of it, by the months known and by how far ahead; NaN where it is not known."""
    count, ahead = len(series), rows.shape[1]
    found = np.full((count, ahead), np.nan)
    for origin in range(_first_origin(count), count):
        known = series[origin : origin + ahead]
        found[origin, : len(known)] = known - rows[origin, : len(known)]
    return found


def _mean_errors(errors: Sequence[Array], ahead: int) -> list[float]:
    """The mean absolute error of each method, over the months that all of them say something of."""
    near = [np.abs(found[:, :ahead]) for found in errors]
    told = np.all([np.isfinite(found) for found in near], axis=0)
    return [float(found[told].mean()) for found in near]


def _carried(method: Method, path: Array, errors: Array, mean: float, months: int) -> Forecast:
    widths = _widths(errors)
    inside, tested = _coverage(errors[:, 0])
    low, high = (np.maximum(path + sign * widths, 0) for sign in (-1, 1))
    middle, below, above = (tuple(map(float, line)) for line in (np.maximum(path, 0), low, high))
    return Forecast(method.name, months, mean, middle, below, above, inside, tested)


def _widths(errors: Array) -> Array:
    """Half of the band, by how far ahead: never narrower further on, and wider by √h where too little was tried."""
    widths, last = np.zeros(errors.shape[1]), 0
    for place, column in enumerate(errors.T):
        told = column[np.isfinite(column)]
        if len(told) >= _LEAST_ERRORS:
            widths[place], last = max(_held(told), widths[max(place - 1, 0)]), place
        else:
            widths[place] = widths[last] * np.sqrt((place + 1) / (last + 1))
    return widths


def _held(errors: Array) -> float:
    """What 80 of 100 such errors would not exceed: of few errors the next higher one, to be on the safe side."""
    return float(np.sort(errors)[min(len(errors), ceil(WITHIN * (len(errors) + 1))) - 1])


def _coverage(errors: Array) -> tuple[int, int]:
    """How many past months fell within the band drawn from the errors before them, and of how many."""
    told = errors[np.isfinite(errors)]
    places = range(_LEAST_TO_TEST, len(told))
    return sum(bool(told[place] <= _held(told[:place])) for place in places), len(places)
