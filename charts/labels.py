"""Words on an axis: names short enough to leave room for the data, months few enough to be read."""

from __future__ import annotations

from collections.abc import Sequence

from charts.style import label

NAME_LENGTH = 32


def short(name: str, most: int = NAME_LENGTH) -> str:
    """A name as it may stand on a chart: at most ``most`` characters, made harmless, cut with an ellipsis.

    The middle is left out: names of teams often differ at their end, by a place or a number.
    """
    tidy = " ".join(name.split())
    tail = most // 3
    return label(tidy if len(tidy) <= most else f"{tidy[: most - 1 - tail].rstrip()}…{tidy[-tail:].lstrip()}")


def month_ticks(months: Sequence[str], most: int) -> list[str]:
    """At most ``most`` of the months (ISO text, ascending), evenly apart, the last one among them."""
    step = max(-(-len(months) // most), 1)
    return list(reversed(list(months)[::-1][::step]))
