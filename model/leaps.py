"""Where a figure leaps from one month to the next by more than figures of a service do."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from itertools import pairwise

from model.to_check import Finding, Kind, Point
from model.words import months_apart

# A rise or fall of more than half within a month is rarely real: in the example's two years the largest is a seventh.
LARGE_PART = 0.5
# Below this a team moves by half in the ordinary way: one worker joins, a few families come or go.
LEAST_MOVED = {"fte": 1.0, "children": 10.0}
# A digit too many or too few, or a point in the wrong place, with a month's ordinary change beside it.
TENFOLD = (9, 11)
# Figures are typed monthly or quarterly; over a longer gap half is no jump.
LONGEST_STEP = 3


def is_step(earlier: date, later: date, restructures: Collection[date]) -> bool:
    """Whether the two months follow one another closely enough to be compared, with no restructure between them."""
    return months_apart(earlier, later) <= LONGEST_STEP and not any(earlier < month <= later for month in restructures)


def leaps(
    course: Sequence[Point], teams: tuple[str, ...], figure: str, restructures: Collection[date]
) -> Iterator[Finding]:
    """Where one figure leaps; one that leaps and comes back is told once, with both its neighbours."""
    at = Point._fields.index(figure)
    # An FTE of 0 is not a figure that moved but one that is gone.
    known = [point for point in course if point[at] or (point[at] == 0 and figure == "children")]
    back_at = -1
    for place in _far_moves([point[at] for point in known], LEAST_MOVED[figure]):  # type: ignore[misc]
        before, now = known[place], known[place + 1]
        if place == back_at or not _comparable(before, now, figure, restructures):
            continue
        points: tuple[Point, ...] = (before, now)
        after = known[place + 2] if place + 2 < len(known) else None
        if after and _comes_back(before, now, after, figure, restructures):
            points, back_at = (before, now, after), place + 1
        few, many = sorted((_value(before, figure), _value(now, figure)))
        kind = Kind.TENFOLD if few and TENFOLD[0] <= many / few <= TENFOLD[1] else Kind.JUMP
        yield Finding(kind, now.month, points, teams, figure)


def _far_moves(values: Sequence[float], least: float) -> list[int]:
    """The places after which a figure moves by more than half and by more than ``least``."""
    if not values or max(values) <= (1 + LARGE_PART) * min(values):
        # No two of them are so far apart: half as much again from below is less than half from above.
        return []
    return [
        place
        for place, (was, here) in enumerate(pairwise(values))
        if (moved := abs(here - was)) > least and was > 0 and moved > LARGE_PART * was
    ]


def _value(point: Point, figure: str) -> float:
    return (point.fte if figure == "fte" else point.children) or 0


def _comparable(before: Point, now: Point, figure: str, restructures: Collection[date]) -> bool:
    same_kind = figure != "fte" or before.basis == now.basis
    return same_kind and is_step(before.month, now.month, restructures)


def _comes_back(before: Point, now: Point, after: Point, figure: str, restructures: Collection[date]) -> bool:
    was, here, then = (_value(point, figure) for point in (before, now, after))
    near = abs(then - was) <= LARGE_PART * was and abs(then - was) < abs(here - was) / 2
    return near and is_step(now.month, after.month, restructures)
