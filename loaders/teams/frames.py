"""What was read, as the project's clean tables."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from itertools import chain
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from loaders.notes import MonthNote
from loaders.staff.awayposts import away_by_team, away_posts
from loaders.staff.vacantposts import vacant_posts
from loaders.staff.workerrows import WorkerList
from loaders.teams.servicerow import ServiceRow
from loaders.teams.teamrow import TeamRow
from loaders.teams.teamtable import EvenTeams, TeamTable
from model.table import Column, Table
from model.tables import (
    DTYPES,
    MONTH_NOTE,
    SERVICE_CASELOAD,
    TABLES,
    TEAM_CASELOAD,
    YEAR_TABLES,
    conform,
    empty,
    table_of,
)
from model.worker_tables import AWAY_POST, VACANT_POST, WORKER_CASELOAD

# Every figure of a team but the FTE that was chosen among them.
_FIGURES = frozenset(
    column.name for column in TEAM_CASELOAD.columns if column.type in ("number", "count") and column.name != "fte"
)

# The tables of months and of years.
EVERY = {**TABLES, **YEAR_TABLES}


@cache
def _empty(name: str) -> pd.DataFrame:
    return empty(EVERY[name])


def no_tables() -> dict[str, pd.DataFrame]:
    """The clean tables, with no rows."""
    return every_table({})


def every_table(made: Mapping[str, pd.DataFrame]) -> dict[str, pd.DataFrame]:
    """The clean tables that were made, and those that were not, with no rows."""
    return {name: made[name] if name in made else no_rows(name) for name in EVERY}


def no_rows(name: str) -> pd.DataFrame:
    """A clean table by its name, with no rows."""
    # Whoever writes to it writes to a copy of his own: pandas copies on writing.
    return _empty(name).copy(deep=False)


def tables_of(
    teams: Sequence[TeamTable],
    service: Sequence[ServiceRow],
    lists: Sequence[WorkerList],
    notes: Sequence[MonthNote],
) -> dict[str, pd.DataFrame]:
    """The tables of months from what was read, in the order in which it stands in the file.

    Who of a team is away is taken from the lists of workers where the tables of teams do not say.
    """
    workers = [worker for listed in lists for worker in listed.workers]
    return {
        TEAM_CASELOAD.name: _with_away(_of_teams(teams), lists),
        SERVICE_CASELOAD.name: _service_frame(service),
        WORKER_CASELOAD.name: frame_of(workers, WORKER_CASELOAD),
        VACANT_POST.name: frame_of(vacant_posts(lists), VACANT_POST),
        AWAY_POST.name: frame_of(away_posts(lists), AWAY_POST),
        MONTH_NOTE.name: frame_of(notes, MONTH_NOTE),
    }


def _of_teams(tables: Sequence[TeamTable]) -> pd.DataFrame:
    parts = [_columns_of_even(table.even) if table.even else _columns_of_rows(table.teams) for table in tables]
    sizes = [len(part["team"]) for part in parts]
    built = {}
    for column in TEAM_CASELOAD.columns:
        # Most files have few of the columns: those that no table has are not gone through value by value.
        if not any(column.name in part for part in parts):
            built[column.name] = _missing(column, sum(sizes))
            continue
        held = [part.get(column.name, [None] * size) for part, size in zip(parts, sizes, strict=True)]
        if column.type in ("number", "count"):
            built[column.name] = _figures(np.concatenate([np.asarray(one, dtype=float) for one in held]), column)
        else:
            built[column.name] = _typed(list(chain.from_iterable(held)), column)
    return table_of(built, TEAM_CASELOAD, sum(sizes))


def _with_away(teams: pd.DataFrame, lists: Sequence[WorkerList]) -> pd.DataFrame:
    for name, found in away_by_team(lists).items():
        told = [found.get(key) for key in zip(teams["month"].dt.date, teams["team"].str.casefold(), strict=True)]
        teams[name] = teams[name].fillna(pd.Series(told, dtype=teams[name].dtype))
    return teams


@lru_cache(maxsize=64)
def _missing(column: Column, size: int) -> Any:
    """A column of nothing, in its type; nobody writes to it: a clean table is made of copies."""
    return _empty(TEAM_CASELOAD.name)[column.name].array.take(np.full(size, -1), allow_fill=True)


def _figures(values: NDArray[np.float64], column: Column) -> Any:
    """The figures of a column of teams in its type; NaN is missing."""
    if np.isnan(values).all():
        return _missing(column, len(values))
    return pd.array(values, dtype=DTYPES[column.type])


def _typed(values: list[object], column: Column) -> Any:
    """The words or dates of a column of teams in its type."""
    kind = column.type
    if values.count(None) == len(values):
        return _missing(column, len(values))
    # Teams and months come again and again: each is made what the table wants of it once.
    distinct = list(dict.fromkeys(values))
    places = dict(zip(distinct, range(len(distinct)), strict=True))
    once = pd.array(distinct, dtype=DTYPES[kind])
    return once.take(np.array(list(map(places.__getitem__, values)), dtype=np.intp))


def _columns_of_rows(teams: Sequence[TeamRow]) -> dict[str, Any]:
    rest = [name for name in TEAM_CASELOAD.names if name not in _FIGURES]
    columns: dict[str, list[object]] = {name: [getattr(team, name) for team in teams] for name in rest}
    given = _FIGURES.intersection(chain.from_iterable(team.figures for team in teams))
    return columns | {name: [team.figures.get(name) for team in teams] for name in given}


def _columns_of_even(even: EvenTeams) -> dict[str, Any]:
    told: dict[str, Any] = {
        "month": even.months,
        "as_at": even.days,
        "team": even.names,
        "area": even.areas,
        "kind": even.kinds,
        "fte": even.fte,
        "fte_basis": [even.basis] * len(even.rows),
    }
    return told | {name: values for name, values in even.figures.items() if name in _FIGURES}


def _service_frame(rows: Sequence[ServiceRow]) -> pd.DataFrame:
    if not rows:
        return no_rows(SERVICE_CASELOAD.name)
    stocks = {name: [getattr(row, name) for row in rows] for name in ("month", "as_at", "fte", "fte_basis")}
    figures = [row.figures for row in rows]
    flows = {name: [of_row[name] for of_row in figures] for name in figures[0]}
    return conform(pd.DataFrame(stocks | flows), SERVICE_CASELOAD)


def frame_of(rows: Iterable[object], table: Table) -> pd.DataFrame:
    """A clean table from rows that have its columns as their attributes."""
    kept = list(rows)
    if not kept:
        return no_rows(table.name)
    return conform(pd.DataFrame({name: [getattr(row, name) for row in kept] for name in table.names}), table)
