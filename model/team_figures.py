"""The figures of teams in their months, a column at a time: most of them are compared and never looked at singly."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from model.leaps import LARGE_PART
from model.to_check import Point


class TeamFigures(NamedTuple):
    """Teams with their figures of one month each: every sequence has one value for each, ``None`` is not known.

    ``printed`` are averages as a file prints them; it may be left empty.
    """

    teams: Sequence[str]
    months: Sequence[date]
    fte: Sequence[float | None]
    children: Sequence[float | None]
    bases: Sequence[str | None]
    printed: Sequence[float | None] = ()

    @classmethod
    def of(cls, rows: Iterable[tuple[str, Point]]) -> TeamFigures:
        """The same of single points."""
        listed = list(rows)
        columns = list(zip(*(point[:5] for _, point in listed), strict=True)) or [()] * 5
        return cls([team for team, _ in listed], *columns)

    def point(self, place: int) -> Point:
        """The figures at one place."""
        printed = self.printed[place] if self.printed else None
        return Point(self.months[place], self.fte[place], self.children[place], self.bases[place], printed)

    def points(self) -> dict[str, Point]:
        """The figures of one month by team."""
        return {team: self.point(place) for place, team in enumerate(self.teams)}

    def together(self) -> Point:
        """The teams of one month added up; a figure that one of them lacks is not known."""
        fte, children = self.fte, self.children
        return Point(
            self.months[0],
            None if None in fte or len(set(self.bases)) > 1 else round(sum(fte), 6),  # type: ignore[arg-type]
            None if None in children else sum(children),  # type: ignore[arg-type]
            self.bases[0],
        )

    def in_order(self) -> TeamFigures:
        """The same, months ascending, the teams of each month in their own order."""
        order, _ = _grouped(self.months, sorted(set(self.months)))
        # Most files have their months in order.
        return self if (order[1:] > order[:-1]).all() else self._at(order.tolist())

    def by_month(self) -> dict[date, TeamFigures]:
        """The figures of each month, where the months are ascending."""
        _, ends = _grouped(self.months, list(dict.fromkeys(self.months)))
        return {self.months[first]: self._between(first, end) for first, end in pairwise(ends)}

    def uneven(self, figure: str) -> Iterator[tuple[str, list[Point]]]:
        """The courses of those teams of which a figure's highest value is more than half again its lowest.

        Zeros of FTE count as not known. The months must be ascending.
        """
        order, ends = _grouped(self.teams, list(dict.fromkeys(self.teams)))
        values = np.array(getattr(self, figure), dtype=float)[order]
        if figure == "fte":
            values[values == 0] = np.nan
        starts = ends[:-1]
        if starts:
            highest, lowest = (of.reduceat(values, starts) for of in (np.fmax, np.fmin))
            for group in np.flatnonzero(highest > (1 + LARGE_PART) * lowest).tolist():
                places = order[ends[group] : ends[group + 1]].tolist()
                yield self.teams[places[0]], list(map(self.point, places))

    def _at(self, places: Sequence[int]) -> TeamFigures:
        columns: Iterable[Any] = ([column[place] for place in places] if column else column for column in self)
        return TeamFigures(*columns)

    def _between(self, first: int, end: int) -> TeamFigures:
        columns: Iterable[Any] = (column[first:end] for column in self)
        return TeamFigures(*columns)


def _grouped(keys: Sequence[Any], order: Sequence[Any]) -> tuple[NDArray[np.intp], list[int]]:
    """The places of the keys, those of the same key together in an order of keys, and where each group begins."""
    numbers = dict(zip(order, range(len(order)), strict=True))
    codes = np.fromiter(map(numbers.__getitem__, keys), dtype=np.intp, count=len(keys))
    ends = np.cumsum(np.bincount(codes, minlength=len(order)))
    return np.argsort(codes, kind="stable"), [0, *ends.tolist()]
