"""Figures over their periods, as a trend is read from them: monthly of caseloads, of the service or of a team.

A period that is missing between two others stays in its place, and so does a figure that is not known: nothing is
filled in, and nothing is joined over the gap. Which way is better is as the list of indicators has it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from functools import cache
from itertools import pairwise
from statistics import median_low

from model.basis import fte_words
from model.exact import shown
from model.fte_basis import fte_changes
from model.indicators import indicator
from model.service import ServiceMonth
from model.team import TeamMonth
from model.trend import Polarity, Trend, trend
from model.words import month_words, months_apart, sentence

SERVICE = "service"


@dataclass(frozen=True)
class Measure:
    """A figure that is followed: what it is called, its unit, decimal places, and which way is better.

    ``over_fte`` says that another kind of FTE makes it another figure, ``many`` that its name is a plural, ``is_rate``
    that a target for the service is one for each team too. It is from ``least`` to ``most``, where it has such ends.
    """

    key: str
    name: str
    unit: str
    polarity: Polarity
    places: int = 0
    over_fte: bool = False
    many: bool = True
    is_rate: bool = False
    least: int | None = 0
    most: int | None = None
    quarterly: bool = False

    @property
    def period(self) -> str:
        """What a period of it is called."""
        return "quarter" if self.quarterly else "month"

    def shown(self, value: Fraction) -> str:
        """A figure of it as it is shown, without its unit."""
        return f"{shown(value, self.places)}{'%' * (self.unit == '%')}"

    def limit_words(self, limit: Fraction) -> str:
        """A limit of it as it is shown: to one place, as a mean is, and no further than a figure of it can be."""
        low = limit if self.least is None else max(limit, Fraction(self.least))
        return f"{shown(low if self.most is None else min(low, Fraction(self.most)))}{'%' * (self.unit == '%')}"

    def within(self, limit: Fraction) -> Fraction | None:
        """A limit, or a mean, of figures of it; ``None`` where no figure can be there."""
        below = self.least is not None and limit < self.least
        return None if below or (self.most is not None and limit > self.most) else limit


@dataclass(frozen=True)
class Step:
    """A step change: the limits start afresh from the period that begins on or after ``since``, for that reason."""

    since: date
    reason: str


@dataclass(frozen=True)
class Series:
    """A measure of somebody (``whose``, "" for the service) over its periods, ascending, each by its first day."""

    measure: Measure
    whose: str
    periods: tuple[date, ...]
    labels: tuple[str, ...]
    trend: Trend
    steps: tuple[tuple[int, str], ...] = ()

    @property
    def last(self) -> int | None:
        """The place of the last figure that is known."""
        return self.trend.last

    @property
    def known(self) -> list[Fraction]:
        """The figures that are known."""
        return [value for value in self.trend.figures if value is not None]


@cache
def measures() -> tuple[Measure, ...]:
    """What is followed of the months of team caseloads."""
    caseload, vacancies = (Polarity(indicator(f"workforce_{key}").polarity) for key in ("caseload", "vacancies"))
    return (
        Measure("caseload", "Average caseload", "children per social worker", caseload, 1, over_fte=True, many=False,
                is_rate=True),
        # Not in the quarterly report; a child who waits has nobody.
        Measure("waiting", "Children waiting", "children", Polarity.LOWER),
        # Where more are in post than there are posts, there are fewer than none.
        Measure("vacancies", "Vacancies", "FTE", vacancies, 1, least=None),
        Measure("fte", "Social workers", "FTE", Polarity.NONE, 1, over_fte=True),
        Measure("children", "Allocated children", "children", Polarity.NONE),
    )  # fmt: skip


_OF_SERVICE: Mapping[str, Callable[[ServiceMonth], Fraction | int | None]] = {
    "caseload": lambda month: month.average(),
    # "At least so many" is no figure to hold against another.
    "waiting": lambda month: None if month.unallocated_is_partial else month.unallocated,
    "vacancies": lambda month: _less(month.established, month.in_post),
    "fte": lambda month: None if month.unmeasured else month.fte,
    "children": lambda month: None if month.unmeasured else month.allocated,
}
_OF_TEAM: Mapping[str, Callable[[TeamMonth], Fraction | int | None]] = {
    "caseload": lambda team: team.average(),
    "waiting": lambda team: team.unallocated,
    "vacancies": lambda team: _less(team.established, team.in_post),
    "fte": lambda team: team.fte,
    "children": lambda team: team.allocated,
}


def monthly(history: Sequence[ServiceMonth], measure: Measure, team: str = "", steps: Sequence[Step] = ()) -> Series:
    """The measure month by month, of the teams of ``history`` (ascending) together or of one of them."""
    values: dict[date, Fraction | None] = {}
    for month in history:
        one = month.team(team) if team else None
        found = (_OF_TEAM[measure.key](one) if one else None) if team else _OF_SERVICE[measure.key](month)
        values[month.month] = None if found is None else Fraction(found)
    periods = _without_gaps(_trimmed(values))
    return made(measure, team, periods, [month_words(month) for month in periods], [*map(values.get, periods)], steps)


def other_fte(history: Sequence[ServiceMonth], team: str = "") -> list[Step]:
    """The months from which on FTE is of another kind, in all teams together or in one: averages are not alike."""
    if team:
        own = [replace(month, teams=(one,)) for month in history if (one := month.team(team)) and one.counted]
        return other_fte(own)
    return [Step(month.month, sentence(fte_words(month)).rstrip(".")) for month in fte_changes(history)]


def made(
    measure: Measure,
    whose: str,
    periods: Sequence[date],
    labels: Sequence[str],
    values: Sequence[Fraction | None],
    steps: Sequence[Step],
) -> Series:
    """The series, cut where a step change falls between two of its periods; of two at one place both reasons stand."""
    cuts: dict[int, list[str]] = {}
    for step in sorted(steps, key=lambda each: each.since):
        place = next((place for place, period in enumerate(periods) if period >= step.since), 0)
        if place:
            cuts.setdefault(place, []).append(step.reason)
    named = tuple((place, "; ".join(dict.fromkeys(reasons))) for place, reasons in sorted(cuts.items()))
    return Series(measure, whose, tuple(periods), tuple(labels), trend(values, list(cuts)), named)


def _trimmed(values: Mapping[date, Fraction | None]) -> list[date]:
    """The months from the first with a figure to the last: before a team began there is nothing missing."""
    known = [month for month, value in values.items() if value is not None]
    return [month for month in values if known and known[0] <= month <= known[-1]]


def _without_gaps(months: Sequence[date]) -> list[date]:
    """The months with those that are missing between them, by the usual step from one to the next."""
    usual = median_low([months_apart(*pair) for pair in pairwise(months)] or [1])
    found = list(months[:1])
    for month in months[1:]:
        while months_apart(found[-1], month) > usual:
            index = found[-1].year * 12 + found[-1].month - 1 + usual
            found.append(date(index // 12, index % 12 + 1, 1))
        found.append(month)
    return found


def _less(established: Fraction | None, in_post: Fraction | None) -> Fraction | None:
    return None if established is None or in_post is None else established - in_post
