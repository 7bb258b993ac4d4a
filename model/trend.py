"""Whether a figure has changed by more than its usual variation: XmR charts, by the rules of NHS Making Data Count.

Limits are the mean ± 2.66 × the mean moving range, ranges above 3.267 × their mean left out. A point is unusual where
it is outside a limit; one of seven in a row on one side of the mean; one of seven that steadily rise or fall; or one of
two in three beyond two thirds of the way to a limit, all three on that side (one outside the limit is one of the two).
"In a row" means with no period missing in between: of what is not known nothing is said.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction
from functools import cached_property
from itertools import pairwise

Values = Sequence[Fraction | None]

_TO_LIMIT = Fraction("2.66")
_RANGE_TOO_WIDE = Fraction("3.267")
_RUN = 7
# Fewer points than this: limits are worked out, and called provisional.
FEW_POINTS = 12
# With two points there is a change, and nothing to hold it against.
FEWEST_POINTS = 3


class Polarity(StrEnum):
    """Which way is better; of some figures neither is."""

    LOWER = "lower"
    HIGHER = "higher"
    NONE = ""


class Rule(StrEnum):
    """What makes a point unusual."""

    OUTSIDE = "outside"
    SHIFT = "shift"
    TREND = "trend"
    TWO_OF_THREE = "two_of_three"


class Verdict(StrEnum):
    """What a point says of the figure: better or worse, or only higher or lower, or nothing out of the usual."""

    IMPROVEMENT = "improvement"
    CONCERN = "concern"
    HIGHER = "higher"
    LOWER = "lower"
    USUAL = "usual"


class Aim(StrEnum):
    """What the limits say of a target."""

    MET = "consistently met"
    MISSED = "consistently missed"
    HIT_AND_MISS = "hit-and-miss"


@dataclass(frozen=True)
class Limits:
    """The mean of so many points and their mean moving range, in the unit of the figure."""

    mean: Fraction
    moving_range: Fraction
    points: int

    def at(self, share: Fraction | int) -> Fraction:
        """So far of the way to the upper limit, from -1 (the lower one) to 1."""
        return self.mean + share * _TO_LIMIT * self.moving_range

    @property
    def upper(self) -> Fraction:
        """The upper limit."""
        return self.at(1)

    @property
    def lower(self) -> Fraction:
        """The lower limit; a count that cannot be below 0 may have one that is."""
        return self.at(-1)

    @property
    def provisional(self) -> bool:
        """Whether there are fewer points than limits should rest on."""
        return self.points < FEW_POINTS

    def is_outside(self, value: Fraction) -> bool:
        """Whether the value is outside a limit; on it is inside."""
        return not self.lower <= value <= self.upper

    def is_near(self, value: Fraction) -> bool:
        """Whether the value is beyond two thirds of the way to a limit, and inside it."""
        return not self.is_outside(value) and not self.at(Fraction(-2, 3)) <= value <= self.at(Fraction(2, 3))

    def side(self, value: Fraction) -> int:
        """1 above the mean, -1 below it, 0 on it."""
        return _sign(value - self.mean)


@dataclass(frozen=True)
class Signal:
    """What is unusual about a point: the rules it falls under, and whether to the higher side (1) or the lower (-1).

    ``moving`` is the way in which it steadily moves, 0 for none: that may be another one.
    """

    rules: frozenset[Rule] = frozenset()
    direction: int = 0
    moving: int = 0


@dataclass(frozen=True)
class Segment:
    """Points between two step changes, from the place ``start`` on; limits ``None`` where the points are too few."""

    start: int
    values: tuple[Fraction | None, ...]
    limits: Limits | None
    signals: tuple[Signal, ...]

    @property
    def end(self) -> int:
        """The place after the last one."""
        return self.start + len(self.values)

    @property
    def known(self) -> int:
        """How many points are known."""
        return len([value for value in self.values if value is not None])


@dataclass(frozen=True)
class Trend:
    """A figure over its periods, missing ones kept in their places, and what is unusual in it."""

    figures: tuple[Fraction | None, ...]
    segments: tuple[Segment, ...] = field(default=())

    @cached_property
    def last(self) -> int | None:
        """The place of the last point that is known; ``None`` where none is."""
        return next((place for place in reversed(range(len(self.figures))) if self.figures[place] is not None), None)

    def segment(self, place: int) -> Segment:
        """The segment that a place is in."""
        return next(segment for segment in self.segments if segment.start <= place < segment.end)

    def signal(self, place: int) -> Signal:
        """What is unusual about the point at a place."""
        segment = self.segment(place)
        return segment.signals[place - segment.start]

    def verdict(self, place: int, polarity: Polarity) -> Verdict:
        """What the point at a place says, the better side being as ``polarity`` has it."""
        return verdict(self.signal(place), polarity)


def trend(values: Values, steps: Collection[int] = ()) -> Trend:
    """The figure's course, ascending, cut before each of the places ``steps``: limits are of each segment alone."""
    cuts = [0, *sorted({step for step in steps if 0 < step < len(values)}), len(values)]
    return Trend(tuple(values), tuple(_segment(start, values[start:end]) for start, end in pairwise(cuts)))


def limits_of(values: Values) -> Limits | None:
    """The limits of a segment; ``None`` with fewer than three points, or with no two next to one another."""
    known = [value for value in values if value is not None]
    ranges = [abs(after - before) for before, after in pairwise(values) if before is not None and after is not None]
    if len(known) < FEWEST_POINTS or not ranges:
        return None
    widest = _RANGE_TOO_WIDE * _mean(ranges)
    return Limits(_mean(known), _mean([each for each in ranges if each <= widest]), len(known))


def verdict(signal: Signal, polarity: Polarity) -> Verdict:
    """What a signal says of a figure of that polarity."""
    if not signal.rules:
        return Verdict.USUAL
    if polarity is Polarity.NONE:
        return Verdict.HIGHER if signal.direction > 0 else Verdict.LOWER
    better = 1 if polarity is Polarity.HIGHER else -1
    return Verdict.IMPROVEMENT if signal.direction == better else Verdict.CONCERN


def aim(limits: Limits | None, target: Fraction | None, polarity: Polarity) -> Aim | None:
    """Whether the target is met or missed whatever the usual variation; ``None`` where that cannot be said.

    It cannot without limits, without a target, or where neither way is better. A limit that is on the target meets it.
    """
    if limits is None or target is None or polarity is Polarity.NONE:
        return None
    better = 1 if polarity is Polarity.HIGHER else -1
    worst, best = sorted((better * limits.lower, better * limits.upper))
    if worst >= better * target:
        return Aim.MET
    return Aim.MISSED if best < better * target else Aim.HIT_AND_MISS


def _segment(start: int, values: Values) -> Segment:
    limits = limits_of(values)
    signals = (Signal(),) * len(values) if limits is None else tuple(_signals(values, limits))
    return Segment(start, tuple(values), limits, signals)


def _signals(values: Values, limits: Limits) -> Iterator[Signal]:
    sides = [None if value is None else limits.side(value) for value in values]
    steps = [None if before is None or after is None else _sign(after - before) for before, after in pairwise(values)]
    shift = _in_runs(len(values), _RUN, lambda start: _one_way(sides[start : start + _RUN]))
    moves = _in_runs(len(values), _RUN, lambda start: _one_way(steps[start : start + _RUN - 1]))
    far = [value is not None and (limits.is_near(value) or limits.is_outside(value)) for value in values]
    two = _in_runs(
        len(values), 3, lambda start: _one_way(sides[start : start + 3]) if sum(far[start : start + 3]) > 1 else 0
    )
    for place, value in enumerate(values):
        found = {
            Rule.OUTSIDE: value is not None and limits.is_outside(value),
            Rule.SHIFT: shift[place] != 0,
            Rule.TWO_OF_THREE: two[place] != 0 and far[place],
        }
        # Where it stands says more than which way it moves: steady falling may still be too high.
        direction = (sides[place] or 0) if any(found.values()) else moves[place]
        rules = frozenset(rule for rule, holds in (found | {Rule.TREND: moves[place] != 0}).items() if holds)
        yield Signal(rules, direction, moves[place])


def _in_runs(places: int, length: int, way: Callable[[int], int]) -> list[int]:
    """For each place the way (1 or -1) of a run of that length that it is in, 0 for none; the latest run counts."""
    found = [0] * places
    for start in range(places - length + 1):
        if one := way(start):
            found[start : start + length] = [one] * length
    return found


def _one_way(signs: Sequence[int | None]) -> int:
    """1 or -1 where all are it; 0 where they differ, or one is not known."""
    ways = set(signs)
    return next(iter(ways)) or 0 if len(ways) == 1 else 0


def _sign(value: Fraction) -> int:
    return (value > 0) - (value < 0)


def _mean(values: Sequence[Fraction]) -> Fraction:
    return sum(values, Fraction(0)) / len(values)
