"""Months that only the service's or the workers' figures have: a month is kept by its teams, so these are refused."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from loaders.dates.months import month_words
from loaders.problems import Problems
from loaders.staff.workerrows import WorkerRow
from loaders.teams.servicerow import ServiceRow
from loaders.teams.teamtable import TeamTable


def refuse_lone_months(tables: Sequence[TeamTable], rows: Sequence[ServiceRow | WorkerRow], problems: Problems) -> None:
    """Name the first row of each sheet and month that no table has a team of."""
    months = {month for table in tables for month in table.months} if rows else set()
    first: dict[tuple[str, dt.date], ServiceRow | WorkerRow] = {}
    for row in rows:
        if row.month not in months:
            first.setdefault((row.sheet, row.month), row)
    for (sheet, month), row in first.items():
        problems.add("month_without_teams", sheet=sheet, place=(row.row, row.column), month=month_words(month))
