"""Whether the children who came and went make up the change of those counted: named where not, never corrected."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise

import pandas as pd

from model.to_check import Finding, Kind, Point
from model.words import months_apart

# Cases are recorded late, and opened and closed again: so many children, and such a part of all, are no sign of a slip.
LEAST_GAP, LEAST_SHARE = 5, 0.01
_NAMES = ("allocated", "unallocated", "starts", "closures")


@dataclass
class _Month:
    """The teams of a month and each figure of theirs, in their order; the figures that the service has of its own."""

    teams: set[str] = field(default_factory=set)
    figures: dict[str, list[int | None]] = field(default_factory=lambda: {name: [] for name in _NAMES})
    own: dict[str, int | None] = field(default_factory=dict)

    def get(self, name: str) -> int | None:
        """The service's own figure where it has one, else that of its teams added up; ``None`` where one lacks it."""
        own, values = self.own.get(name), self.figures[name]
        return own if own is not None else None if None in values else sum(value or 0 for value in values)


def flow_findings(tables: Mapping[str, pd.DataFrame], restructures: Collection[date] = ()) -> list[Finding]:
    """Months whose starts less closures are not the change in children since the month before.

    Of all teams together, with those who wait for none: children pass from team to team. Only where a month follows
    the month before, both have the same teams, and starts and closures are known; a month of ``restructures`` is left
    out, because then other teams may be counted.
    """
    teams, service = tables["team_caseload"], tables["service_caseload"]
    if teams["starts"].isna().all() and service["starts"].isna().all():
        return []
    months: dict[date, _Month] = {}
    for month, team, *figures in zip(teams["month"].dt.date, teams["team"], *_columns(teams, _NAMES), strict=True):
        here = months.setdefault(month, _Month())
        here.teams.add(team)
        for name, value in zip(_NAMES, figures, strict=True):
            here.figures[name].append(value)
    for month, *figures in zip(service["month"].dt.date, *_columns(service, _NAMES[1:]), strict=True):
        if month in months:
            months[month].own = dict(zip(_NAMES[1:], figures, strict=True))
    return [
        finding
        for earlier, later in pairwise(sorted(months))
        if months_apart(earlier, later) == 1 and later not in restructures
        for finding in _compared((earlier, months[earlier]), (later, months[later]))
    ]


def _columns(frame: pd.DataFrame, names: Iterable[str]) -> Iterator[list[int | None]]:
    for name in names:
        values = frame[name]
        known = zip(values.tolist(), values.isna().tolist(), strict=True)
        yield [None if missing else value for value, missing in known]


def _compared(before: tuple[date, _Month], now: tuple[date, _Month]) -> Iterator[Finding]:
    (earlier, was), (later, are) = before, now
    starts, closures = are.get("starts"), are.get("closures")
    counted = [month.get("allocated") for month in (was, are)]
    waiting = [month.get("unallocated") for month in (was, are)]
    if starts is None or closures is None or None in counted or was.teams != are.teams:
        return
    both = None not in waiting
    old, new = ((c or 0) + (w or 0) * both for c, w in zip(counted, waiting, strict=True))
    if abs(new - old - (starts - closures)) >= max(LEAST_GAP, LEAST_SHARE * new):
        points = (Point(earlier, children=old), Point(later, children=new, starts=starts, closures=closures))
        yield Finding(Kind.FLOWS, later, points)
