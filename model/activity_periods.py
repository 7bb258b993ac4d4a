"""The periods of an activity report: quarters, or two months, or months of a financial year, and the whole year."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from model.tables import MONTHS_OF_A_YEAR

YEAR, YEAR_SO_FAR, PREVIOUS = "year", "year to date", "previous"
QUARTER, TWO_MONTHS, MONTH = "quarter", "two months", "month"


@dataclass(frozen=True)
class Period:
    """A period of a financial year: its name in a report, and its months, counted from 0 for April."""

    name: str
    months: range

    @property
    def label(self) -> str:
        """How it is headed."""
        return self.name

    def last_day(self, year: str) -> date:
        """Its last day in a financial year such as "2012/13"."""
        after = self.months.stop + 3
        return date(int(year[:4]) + after // 12, after % 12 + 1, 1) - timedelta(days=1)


def _each(months: int) -> tuple[Period, ...]:
    """The year in periods of so many months."""
    found = []
    for first in range(0, 12, months):
        names = MONTHS_OF_A_YEAR[first : first + months]
        name = {1: names[0], 2: " and ".join(names), 3: f"Q{first // 3 + 1}"}[months]
        found.append(Period(name, range(first, first + months)))
    return tuple(found)


# The reporting period is a setting: the report of 2013 was to come every other month (paragraph 36).
PERIOD_KINDS: Mapping[str, tuple[Period, ...]] = {QUARTER: _each(3), TWO_MONTHS: _each(2), MONTH: _each(1)}
WHOLE_YEAR = Period(YEAR, range(12))
_BY_NAME: Mapping[str, Period] = {one.name: one for kind in PERIOD_KINDS.values() for one in kind} | {YEAR: WHOLE_YEAR}


def period(name: str) -> Period:
    """The period of that name; raises :class:`KeyError` for another."""
    return _BY_NAME[name]


def inside(whole: Period) -> list[tuple[Period, ...]]:
    """The ways of making a period of shorter ones, the longest first: a year of quarters, a quarter of months."""
    ways = []
    for kind in PERIOD_KINDS.values():
        parts = tuple(one for one in kind if one.months.start >= whole.months.start and one.months[-1] in whole.months)
        if len(parts) > 1 and sum(len(one.months) for one in parts) == len(whole.months):
            ways.append(parts)
    return ways


def year_before(year: str) -> str:
    """The financial year before one such as "2012/13".

    >>> year_before("2000/01")
    '1999/00'
    """
    first = int(year[:4])
    return f"{first - 1}/{first % 100:02d}"
