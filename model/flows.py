"""What came and went month by month, and who was away, of the teams that the outlook is about.

A team's own figures, added up over the teams; the service's own figure where the teams do not all give theirs and no
other team is in it. A month of which something is not known says so: nothing is filled in.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from itertools import pairwise
from typing import Any

import pandas as pd

from model.caseload import Tables
from model.exact import exact, known
from model.outlook_start import start_of
from model.service import ServiceMonth
from model.tables import FLOWS
from model.words import months_apart

VACANT = "vacant"
# What is read of a month: what came and went, and the workers whom leavers are a share of.
_READ = (*FLOWS, "fte_in_post", "headcount")


@dataclass(frozen=True)
class FlowMonth:
    """One month: ``children`` at its end, those who wait too, and ``figures`` by their names in the clean tables.

    One of them is of ours: :data:`VACANT`, the FTE established and not in post.
    """

    month: date
    children: int | None
    figures: Mapping[str, Fraction] = field(default_factory=dict)

    def get(self, name: str) -> Fraction | None:
        """The figure, in its unit of :mod:`model.tables`; ``None`` where it is not known."""
        return self.figures.get(name)


@dataclass(frozen=True)
class Step:
    """One month: children open at its start and, as counted, at its end, and who came and went in between."""

    month: date
    before: int
    after: int
    starts: int
    closures: int


def flows(tables: Tables, history: Sequence[ServiceMonth]) -> list[FlowMonth]:
    """The months of ``history``, ascending, with what is known of each for its teams that have an optimum."""
    teams = {(month, row["team"]): row for month, row in _rows(tables["team_caseload"], ("team", *_READ))}
    service = dict(_rows(tables["service_caseload"], FLOWS))
    return [_month(one, teams, service.get(one.month, {})) for one in history]


def steps(months: Sequence[FlowMonth], since: date | None = None) -> list[Step]:
    """The last unbroken run of months whose starts, closures and children before are known, from ``since`` on."""
    found: list[Step] = []
    for before, now in pairwise(months):
        starts, closures = now.get("starts"), now.get("closures")
        if since and now.month < since:
            continue
        counted = (before.children, now.children, starts, closures)
        if months_apart(before.month, now.month) == 1 and None not in counted:
            found.append(Step(now.month, *(int(known(value)) for value in counted)))
        else:
            found = []
    return found


_Row = Mapping[str, Any]


def _rows(frame: pd.DataFrame, names: Sequence[str]) -> list[tuple[date, _Row]]:
    columns = [
        [None if missing else value for value, missing in zip(values.tolist(), values.isna().tolist(), strict=True)]
        for values in (frame[name] for name in names)
    ]
    rows = zip(*columns, strict=True)
    return [
        (month, dict(zip(names, row, strict=True))) for month, row in zip(frame["month"].dt.date, rows, strict=True)
    ]


def _month(service: ServiceMonth, teams: Mapping[tuple[date, str], _Row], own: _Row) -> FlowMonth:
    start = start_of(service)
    if start is None:
        return FlowMonth(service.month, None)
    rows = [teams[service.month, team.team] for team in start.teams]
    alone = service.whole_service and len(rows) == len(service.teams)
    figures = {name: _figure(name, rows, own if alone else {}) for name in _READ} | {VACANT: start.vacant}
    known = {name: value for name, value in figures.items() if value is not None}
    return FlowMonth(service.month, start.children, known)


def _figure(name: str, rows: Collection[_Row], own: _Row) -> Fraction | None:
    values = [row[name] for row in rows]
    if None not in values:
        # Figures have a few decimals: without the tail that adding them leaves, the sum is exact.
        return exact(round(sum(values), 6))
    return exact(own[name]) if own.get(name) is not None else None
