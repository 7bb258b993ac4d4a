"""Clean tables to rows of plain values and back: dates, text, whole numbers; a missing value is ``None``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

import pandas as pd

from model.table import Table, TableError
from model.tables import DTYPES, TABLES, conform, empty
from model.words import month_words
from store.errors import StoreError

Tables = Mapping[str, pd.DataFrame]
Value = date | str | int | float | bool | None
Row = dict[str, Value]

UNFIT = "The figures do not fit what Headroom keeps. Nothing was changed. Check the file with the upload page first."
NOTHING = "There are no teams to keep. Nothing was changed. Choose a file with children or workers by team."


def arranged(tables: Tables) -> dict[str, pd.DataFrame]:
    """The tables of months as they would be kept: conforming, and only whole months.

    A month is one that has rows by team; notes on other months are left out.
    Raises :class:`StoreError` if a row stands twice, or if other figures belong to
    a month without teams.
    """
    try:
        fitting = fitted(tables, TABLES)
    except TableError as error:
        raise StoreError(UNFIT) from error
    months = set(fitting["team_caseload"]["month"])
    notes = fitting["month_note"]
    fitting["month_note"] = notes[notes["month"].isin(months)].drop_duplicates(ignore_index=True)
    for name, frame in fitting.items():
        _check(frame, TABLES[name], months)
    return fitting


def fitted(tables: Tables, wanted: Mapping[str, Table]) -> dict[str, pd.DataFrame]:
    """The tables wanted, conforming, and without a row where there is none; raises what conform raises."""
    return {name: conform(tables[name], each) if name in tables else empty(each) for name, each in wanted.items()}


def months_of(tables: Tables) -> list[date]:
    """The months that the tables have teams for, ascending."""
    return sorted(set(tables["team_caseload"]["month"].dt.date))


def to_rows(frame: pd.DataFrame) -> list[Row]:
    """The frame's rows as plain values, in order."""
    if frame.empty:
        return []
    columns = [_plain(frame[name]) for name in frame.columns]
    return [dict(zip(frame.columns, values, strict=True)) for values in zip(*columns, strict=True)]


def to_frame(rows: Iterable[Sequence[Any]], table: Table) -> pd.DataFrame:
    """A clean table from rows of plain values in the table's order.

    As :func:`model.tables.conform` would make it; that one would first have to guess types that are known here.
    """
    columns = list(zip(*rows, strict=True))
    if not columns:
        return empty(table)
    return pd.DataFrame(
        {
            column.name: pd.Series(values, dtype=DTYPES[column.type])
            for column, values in zip(table.columns, columns, strict=True)
        }
    )


def _plain(values: pd.Series) -> list[Value]:
    if values.dtype.kind == "M":
        values = values.dt.date
    return [None if missing else value for value, missing in zip(values.tolist(), values.isna(), strict=True)]


def _check(frame: pd.DataFrame, table: Table, months: set[pd.Timestamp]) -> None:
    if frame.empty:
        return
    if (frame["month"].dt.day != 1).any():
        raise StoreError(UNFIT)
    without = frame.loc[~frame["month"].isin(months), "month"]
    if len(without):
        raise StoreError(
            f"There are figures for {month_words(without.min())} but no teams in that month. Nothing was changed. "
            "Add its teams to the file, or take the month out of it."
        )
    twice = frame[frame.duplicated(list(table.key))]
    if len(twice):
        raise StoreError(_twice(twice.iloc[0]))


def _twice(row: pd.Series) -> str:
    whose = row.get("worker") or row.get("team") or "The whole service"
    return (
        f"{whose} stands twice in {month_words(row['month'])}. Nothing was changed. "
        "Take one of the two rows out of the file."
    )
