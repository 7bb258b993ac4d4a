"""Columns and types of every clean table: the vocabulary of the project.

A loader produces these tables, the store keeps them, the model reads them: a column that is not here exists nowhere.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Any

import pandas as pd
from pandas.api.types import pandas_dtype

from model.case_types import CASE_TYPES
from model.table import Column, ColumnType, Table, TableError
from model.worker_tables import AWAY_POST, MONTH, TEAM, VACANT_POST, WORKER_CASELOAD

# Looked up once: pandas takes longer over the name of a type than over a small column of it.
DTYPES: Mapping[ColumnType, Any] = {
    "date": pandas_dtype("datetime64[us]"),
    "text": pandas_dtype("str"),
    "number": pandas_dtype("float64"),
    "count": pandas_dtype("Int64"),
    "flag": pandas_dtype("boolean"),
}

# The order in which a full-time equivalent is taken when a file gives several.
FTE_BASES = ("case-holding", "in post", "established")

# What can be said about a month as a whole.
MONTH_MARKS = ("note", "restructure", "reconstruction", "made up")
# The mark of what was found wrong in the file of a month when it was read: nobody types it.
TO_CHECK = "to check"

# What a published figure is of.
LEVELS = ("England", "region", "council")

# What a figure of the activity report is of. Quarters are financial: Q1 is April to June.
MONTHS_OF_A_YEAR = (
    "April", "May", "June", "July", "August", "September", "October", "November", "December", "January", "February",
    "March",
)  # fmt: skip
PERIODS = (*MONTHS_OF_A_YEAR, "Q1", "Q2", "Q3", "Q4", "year to date", "year")
BLOCKS = ("Inputs", "Processes", "Outputs", "Quality")


_AS_AT = Column("as_at", "date", "Day on which the figures were counted, where the file says so")
_FTE_BASIS = Column("fte_basis", "text", "Which full-time equivalent `fte` is: " + ", ".join(FTE_BASES))

# What came and went in the month, and who was in post but away: of the service only where it is not known by team.
_FLOWS = (
    Column("starts", "count", "Children whose cases started in the month", unit="children"),
    Column("closures", "count", "Children whose cases closed in the month", unit="children"),
    Column("leavers", "count", "Social workers who left in the month, as people", unit="people"),
    Column("leavers_fte", "number", "Social workers who left in the month", unit="FTE"),
    Column("joiners", "count", "Social workers who joined in the month, as people", unit="people"),
    Column("joiners_fte", "number", "Social workers who joined in the month", unit="FTE"),
    Column("away_sickness", "number", "Social workers in post who were away sick", unit="FTE"),
    Column("away_maternity", "number", "Social workers in post who were on maternity or other leave", unit="FTE"),
)
FLOWS = tuple(column.name for column in _FLOWS)

TEAM_CASELOAD = Table(
    "team_caseload",
    row="one team in one month",
    key=("month", "team"),
    columns=(
        MONTH,
        _AS_AT,
        TEAM,
        Column("area", "text", "Area or locality that the team belongs to"),
        Column("kind", "text", "Kind of team, such as Fieldwork or Front door"),
        Column("fte", "number", "Full-time equivalent of social workers the average is taken over", unit="FTE"),
        _FTE_BASIS,
        Column("fte_established", "number", "Established posts", unit="FTE"),
        Column("fte_in_post", "number", "Social workers in post", unit="FTE"),
        Column("fte_case_holding", "number", "Social workers who hold cases, agency included", unit="FTE"),
        Column("headcount", "count", "Social workers, as people", unit="people"),
        Column("allocated", "count", "Children with a named social worker", unit="children"),
        Column("unallocated", "count", "Children waiting for a named social worker", unit="children"),
        Column("average_printed", "number", "Average caseload as the file prints it", unit="children per FTE"),
        *_FLOWS,
        *(Column(name, "count", f"Of those allocated, {told}", unit="children") for name, told in CASE_TYPES.items()),
    ),
)

SERVICE_CASELOAD = Table(
    "service_caseload",
    row="the whole service in one month, for a figure that the file does not give by team",
    key=("month",),
    columns=(
        MONTH,
        _AS_AT,
        Column("fte", "number", "Full-time equivalent of social workers in the service", unit="FTE"),
        _FTE_BASIS,
        Column("allocated", "count", "Children with a named social worker in the service", unit="children"),
        Column("unallocated", "count", "Children waiting in the service, those of the teams included", unit="children"),
        *_FLOWS,
    ),
)

MONTH_NOTE = Table(
    "month_note",
    row="something to know about one month",
    key=("month", "mark", "note"),
    columns=(
        MONTH,
        Column("mark", "text", "One of: " + ", ".join((*MONTH_MARKS, TO_CHECK)), required=True),
        Column("note", "text", "The note, in a sentence", required=True),
    ),
)

BENCHMARK = Table(
    "benchmark",
    row="one published measure of England, a region or a council in one year",
    key=("year", "level", "place", "measure"),
    columns=(
        Column("year", "count", "Year of the figure: as at, or the year to, 30 September", required=True),
        Column("release", "text", "Release that the figure is from, by its latest year", required=True),
        Column("level", "text", "One of: " + ", ".join(LEVELS), required=True),
        Column("place", "text", "Name of England, the region or the council, as published", required=True),
        Column("code", "text", "Code of the place in national statistics"),
        Column("region", "text", "Region of a council"),
        Column("measure", "text", "Name of the measure, as in model/benchmark.py", required=True),
        Column("value", "number", "The figure, as published"),
        Column("reason", "text", "Why the figure is missing, by the code that stands for it"),
    ),
)

ACTIVITY = Table(
    "activity",
    row="one measure of the quarterly activity report in one period",
    key=("report_year", "financial_year", "period", "block", "measure", "unit"),
    columns=(
        Column("report_year", "text", "Financial year that the report is of, such as 2012/13", required=True),
        Column("financial_year", "text", "Financial year of the figure: the report’s or the one before", required=True),
        Column("period", "text", "A month, or one of: " + ", ".join(PERIODS[12:]), required=True),
        Column("period_end", "date", "Last day of the period, where it is known"),
        Column("block", "text", "One of: " + ", ".join(BLOCKS)),
        Column("measure", "text", "Name of the measure, as the report writes it", required=True),
        Column("unit", "text", "number, %, or what it is a rate of, such as per 10,000 children", required=True),
        Column("numerator", "number", "Numerator of a ratio"),
        Column("denominator", "number", "Denominator of a ratio"),
        Column("printed", "number", "The figure as the report prints it, in its unit"),
        Column("recomputed", "number", "What numerator and denominator give, in the same unit, to two decimal places"),
        Column("direction", "text", "Direction of travel, as the report prints it"),
        Column("source", "text", "Where the report says that the figure is from"),
        Column("reason", "text", "Why the figure is missing, where the report says so"),
        Column("sheet", "text", "Sheet of the figure"),
        Column("cell", "text", "Cell of the figure"),
    ),
)

# The tables of months: an upload replaces a month whole.
TABLES: Mapping[str, Table] = {
    table.name: table
    for table in (TEAM_CASELOAD, SERVICE_CASELOAD, WORKER_CASELOAD, VACANT_POST, AWAY_POST, MONTH_NOTE)
}
# The tables of years: an upload replaces a year whole, and no month.
YEAR_TABLES: Mapping[str, Table] = {table.name: table for table in (BENCHMARK, ACTIVITY)}


def empty(table: Table) -> pd.DataFrame:
    """A frame of no rows with the table's columns and types; pandas copies it when somebody writes to it."""
    return _empty(table).copy(deep=False)


@cache
def _empty(table: Table) -> pd.DataFrame:
    return pd.DataFrame({c.name: pd.Series(dtype=DTYPES[c.type]) for c in table.columns})


@lru_cache(maxsize=64)
def _missing(kind: ColumnType, rows: int) -> Any:
    """So many missing values of a type; nobody writes to them: a frame is made of copies."""
    return pd.array([None] * rows, dtype=DTYPES[kind])


def conform(frame: pd.DataFrame, table: Table) -> pd.DataFrame:
    """The frame as :func:`table_of` makes it of its columns; the one passed in is not changed."""
    if _conforms(frame, table):
        return frame.reset_index(drop=True)
    return table_of({name: frame[name].array for name in frame.columns}, table, len(frame))


def _conforms(frame: pd.DataFrame, table: Table) -> bool:
    wanted = [(column.name, DTYPES[column.type]) for column in table.columns]
    return list(frame.dtypes.items()) == wanted and not frame[table.required].isna().any(axis=None)


def table_of(columns: Mapping[Any, Any], table: Table, rows: int) -> pd.DataFrame:
    """A fresh frame of so many rows with exactly the table's columns, in order, in its types, from a pandas array each.

    Columns the table allows to be missing are added as missing; the index is 0..n-1. (Arrays, not series: putting so
    many indexes together takes longer than all else here.) Raises :class:`TableError` for a column the table does not
    know, a required column that is absent or blank, or a value that does not fit its type.
    """
    unknown = [name for name in columns if name not in table.names]
    if unknown:
        raise TableError(f"{table.name} has no column called {', '.join(map(str, unknown))}")
    built = {}
    for column in table.columns:
        wanted = DTYPES[column.type]
        if column.name not in columns:
            if column.required:
                raise TableError(f"{table.name} needs the column {column.name}")
            built[column.name] = _missing(column.type, rows)
            continue
        values = columns[column.name]
        try:
            if isinstance(values, pd.arrays.NumpyExtensionArray) and values.to_numpy().dtype == wanted:
                # The array of a column of floats is numpy's in a wrapping, whose type is equal to no other.
                values = values.to_numpy()
            elif values.dtype != wanted:
                values = pd.Series(values).astype(wanted).array
        except (TypeError, ValueError) as error:
            raise TableError(f"{table.name}.{column.name} is not all of type {column.type}") from error
        if column.required and pd.isna(values).any():
            raise TableError(f"{table.name}.{column.name} is blank in a row")
        built[column.name] = values
    return pd.DataFrame(built)
