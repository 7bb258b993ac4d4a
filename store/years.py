"""The tables of years: published figures to compare with, and the quarterly activity report.

Of each year the newest upload that is not undone is in force, whole, as with months. Published
figures have releases besides: of each year the newest release counts, and of that the newest upload.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd
from sqlalchemy import Connection, insert, inspect, select

from model.table import Table, TableError
from model.tables import YEAR_TABLES, empty
from store.errors import StoreError
from store.rows import UNFIT, fitted, to_frame, to_rows
from store.schema import YEAR_FIGURES, authority, upload, upload_year

# The column that says which year a row belongs to, and the one that says which release.
YEAR_COLUMNS: Mapping[str, str] = {"benchmark": "year", "activity": "report_year"}
RELEASE_COLUMNS: Mapping[str, str] = {"benchmark": "release"}


@dataclass(frozen=True, order=True)
class YearKept:
    """A year of one of the tables of years, as it is called in it: "benchmark", "2025"."""

    table: str
    year: str


@dataclass(frozen=True)
class YearComparison:
    """What keeping a file would do to one year of a table: it is new, the same, or replaced.

    ``is_older`` says that a newer release of the year is kept, which goes on counting.
    """

    kept: YearKept
    is_new: bool
    is_same: bool
    is_older: bool = False


def arranged(tables: Mapping[str, pd.DataFrame]) -> dict[str, pd.DataFrame]:
    """The tables of years, conforming; raises :class:`StoreError` where one does not, or where a row stands twice."""
    try:
        fitting = fitted(tables, YEAR_TABLES)
    except TableError as error:
        raise StoreError(UNFIT) from error
    for name, frame in fitting.items():
        if frame.duplicated(list(YEAR_TABLES[name].key)).any():
            raise StoreError(UNFIT)
    return fitting


def keep(connection: Connection, upload_id: int, tables: Mapping[str, pd.DataFrame]) -> None:
    """Add the arranged tables of years to an upload."""
    for name, frame in tables.items():
        rows = to_rows(frame)
        if not rows:
            continue
        years = [{"upload_id": upload_id, "table_name": name, **each} for each in _years(name, frame)]
        connection.execute(insert(upload_year), years)
        numbered = [{"upload_id": upload_id, "position": place, **row} for place, row in enumerate(rows)]
        connection.execute(insert(YEAR_FIGURES[name]), numbered)


def _years(name: str, frame: pd.DataFrame) -> Iterable[dict[str, str]]:
    release = RELEASE_COLUMNS.get(name)
    for year, rows in frame.groupby(YEAR_COLUMNS[name]):
        yield {"year": str(year), "release": str(rows[release].max()) if release else ""}


def years_of(connection: Connection, name: str) -> dict[int, list[YearKept]]:
    """The years of each of the authority's uploads, undone or not, by the upload's number."""
    found: dict[int, list[YearKept]] = {}
    for row in _listed(connection, name):
        found.setdefault(row.upload_id, []).append(YearKept(row.table_name, row.year))
    return found


def in_force(connection: Connection, name: str) -> dict[YearKept, int]:
    """Each year to the upload whose figures count."""
    best: dict[YearKept, tuple[str, int]] = {}
    for row in _listed(connection, name):
        year, rank = YearKept(row.table_name, row.year), (row.release, row.upload_id)
        if row.undone_at is None and rank > best.get(year, ("", 0)):
            best[year] = rank
    return {year: upload_id for year, (_, upload_id) in sorted(best.items())}


def tables_in_force(connection: Connection, name: str) -> dict[str, pd.DataFrame]:
    """The authority's tables of years, years ascending, each year's rows in the order of its file."""
    counting = in_force(connection, name)
    return {each: _figures(connection, table, counting) for each, table in YEAR_TABLES.items()}


def table_in_force(connection: Connection, name: str, table: Table) -> pd.DataFrame:
    """One of them: published figures are many rows, which nobody reads for a report."""
    return _figures(connection, table, in_force(connection, name))


def no_tables() -> dict[str, pd.DataFrame]:
    """The tables of years without a row."""
    return {name: empty(table) for name, table in YEAR_TABLES.items()}


def compare(kept: Mapping[str, pd.DataFrame], offered: Mapping[str, pd.DataFrame]) -> list[YearComparison]:
    """The offered tables of years against the kept ones: one comparison for each offered year, ascending."""
    return [
        _compare(YearKept(name, year), before.get(year), rows)
        for name, table in offered.items()
        for before in [_by_year(name, kept[name])]
        for year, rows in _by_year(name, table).items()
    ]


def _by_year(name: str, frame: pd.DataFrame) -> dict[str, pd.DataFrame]:
    return {str(year): rows.reset_index(drop=True) for year, rows in frame.groupby(YEAR_COLUMNS[name])}


def _compare(year: YearKept, before: pd.DataFrame | None, after: pd.DataFrame) -> YearComparison:
    if before is None:
        return YearComparison(year, is_new=True, is_same=False)
    release = RELEASE_COLUMNS.get(year.table)
    is_older = release is not None and str(after[release].max()) < str(before[release].max())
    return YearComparison(year, is_new=False, is_same=before.equals(after), is_older=is_older)


def _listed(connection: Connection, name: str) -> list[Any]:
    """Every year of every upload of the authority; none in a database that an older Headroom made."""
    if not inspect(connection).has_table(upload_year.name):
        return []
    query = (
        select(upload_year, upload.c.undone_at)
        .join(upload, upload.c.id == upload_year.c.upload_id)
        .join(authority, authority.c.id == upload.c.authority_id)
        .where(authority.c.name == name)
        .order_by(upload_year.c.upload_id, upload_year.c.table_name, upload_year.c.year)
    )
    return list(connection.execute(query))


def _figures(connection: Connection, table: Table, counting: Mapping[YearKept, int]) -> pd.DataFrame:
    kept, year = YEAR_FIGURES[table.name], YEAR_COLUMNS[table.name]
    column = kept.c[year]
    wanted: dict[int, list[Any]] = {}
    for each, upload_id in counting.items():
        if each.table == table.name:
            wanted.setdefault(upload_id, []).append(column.type.python_type(each.year))
    frames = []
    for upload_id, years in wanted.items():
        query = select(*(kept.c[each] for each in table.names)).where(kept.c.upload_id == upload_id, column.in_(years))
        frames.append(to_frame(connection.execute(query.order_by(column, kept.c.position)), table))
    if not frames:
        return empty(table)
    # Each year is of one upload, so that its rows stay in the order of their file.
    return pd.concat(frames).sort_values(year, kind="stable", ignore_index=True)
