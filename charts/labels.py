"""Words on an axis: names short enough to leave room for the data, months few enough to be read."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from charts.style import label
from model.words import months_apart

NAME_LENGTH = 32


def short(name: str, most: int = NAME_LENGTH) -> str:
    """A name as it may stand on a chart: at most ``most`` characters, made harmless, cut with an ellipsis.

    The middle is left out: names of teams often differ at their end, by a place or a number.
    """
    tidy = " ".join(name.split())
    tail = most // 3
    return label(tidy if len(tidy) <= most else f"{tidy[: most - 1 - tail].rstrip()}…{tidy[-tail:].lstrip()}")


def month_ticks(months: Sequence[str], most: int) -> list[str]:
    """At most ``most`` of the months (ISO text, ascending), the last one among them, none too near the next.

    They are kept apart by the calendar, not by their number: where months are missing, those left would overprint.
    """
    if not months:
        return []
    days = [date.fromisoformat(month) for month in months]
    apart_by = -(-(months_apart(days[0], days[-1]) + 1) // most)
    found = [days[-1]]
    for day in reversed(days[:-1]):
        if months_apart(day, found[-1]) >= apart_by:
            found.append(day)
    return [day.isoformat() for day in reversed(found)]


def apart(heights: Sequence[float], gap: float, *, top: float) -> list[float]:
    """The heights moved apart as little as needed for each to be ``gap`` from the next, none above ``top`` or below 0.

    Their order stays; where there is no room for all they lie evenly from 0 to ``top``.
    """
    if not heights:
        return []
    order = sorted(range(len(heights)), key=lambda place: heights[place])
    gap = min(gap, top / max(len(heights) - 1, 1))
    # Runs of labels that touch: the sum of where their members want to be, and how many they are.
    runs: list[tuple[float, int]] = []
    for place in order:
        runs.append((heights[place], 1))
        while len(runs) > 1 and _lowest(*runs[-1], gap, top) < _lowest(*runs[-2], gap, top) + runs[-2][1] * gap:
            (above, more), (below, fewer) = runs.pop(), runs.pop()
            runs.append((above + below, more + fewer))
    moved = [_lowest(wanted, size, gap, top) + step * gap for wanted, size in runs for step in range(size)]
    return [moved[order.index(place)] for place in range(len(heights))]


def _lowest(wanted: float, size: int, gap: float, top: float) -> float:
    """Where the lowest of a run stands: the run about the middle of where its members want to be, inside the axis."""
    length = (size - 1) * gap
    return min(max(wanted / size - length / 2, 0), top - length)
