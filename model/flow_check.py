"""Whether the children who came and went make up the change of those counted: named where not, never corrected."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterator, Mapping
from datetime import date
from itertools import pairwise
from typing import Any

import pandas as pd

from model.to_check import Finding, Kind, Point
from model.words import months_apart

# Cases are recorded late, and opened and closed again: so many children, and such a part of all, are no sign of a slip.
LEAST_GAP, LEAST_SHARE = 5, 0.01


def flow_findings(tables: Mapping[str, pd.DataFrame], restructures: Collection[date] = ()) -> list[Finding]:
    """Months whose starts less closures are not the change in children since the month before.

    Of all teams together, with those who wait for none: children pass from team to team. Only where a month follows
    the month before, both have the same teams, and starts and closures are known; a month of ``restructures`` is left
    out, because then other teams may be counted.
    """
    teams, service = tables["team_caseload"], tables["service_caseload"]
    if teams["starts"].isna().all() and service["starts"].isna().all():
        return []
    months = dict(iter(teams.groupby(teams["month"].dt.date)))
    rows: dict[date, Mapping[Hashable, Any]] = {row["month"].date(): row for row in service.to_dict("records")}
    return [
        finding
        for earlier, later in pairwise(months)
        if months_apart(earlier, later) == 1 and later not in restructures
        for finding in _compared(*((day, months[day], rows.get(day, {})) for day in (earlier, later)))
    ]


_Month = tuple[date, pd.DataFrame, Mapping[Hashable, Any]]


def _compared(before: _Month, now: _Month) -> Iterator[Finding]:
    month, frame, row = now
    starts, closures = (_of_all(frame, row, name) for name in ("starts", "closures"))
    if starts is None or closures is None or set(before[1]["team"]) != set(frame["team"]):
        return
    waiting = [_of_all(frame, row, "unallocated") for _, frame, row in (before, now)]
    children = [_sum(frame["allocated"]) for _, frame, _ in (before, now)]
    if None not in waiting:
        children = [None if c is None else c + (w or 0) for c, w in zip(children, waiting, strict=True)]
    was, now_are = children
    if was is None or now_are is None:
        return
    gap = (now_are - was) - (starts - closures)
    if abs(gap) >= max(LEAST_GAP, LEAST_SHARE * now_are):
        points = (Point(before[0], children=was), Point(month, children=now_are, starts=starts, closures=closures))
        yield Finding(Kind.FLOWS, month, points)


def _of_all(frame: pd.DataFrame, row: Mapping[Hashable, Any], name: str) -> float | None:
    """The service's own figure where it has one, else that of its teams added up."""
    own = row.get(name)
    return _sum(frame[name]) if own is None or pd.isna(own) else float(own)


def _sum(values: pd.Series) -> float | None:
    return None if values.isna().any() else float(values.sum())
