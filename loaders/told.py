"""What a file gave, for a command line: as JSON, and in words."""

from __future__ import annotations

from typing import Any

import pandas as pd

from loaders import sheetmonth
from loaders.dates.months import month_words
from loaders.loaded import Loaded
from loaders.mapping import decided_words, to_json
from model import activity
from model.benchmark import understood
from model.tables import YEAR_TABLES

_MARKS = {"error": "Error", "warning": "Warning", "note": "Note"}


def as_json(loaded: Loaded) -> dict[str, Any]:
    """Tables, problems and how the sheets were read, as JSON-ready values: dates in ISO form, missing as null."""
    return told_with({name: _records(table) for name, table in loaded.tables.items()}, loaded)


def told_with(tables: object, loaded: Loaded) -> dict[str, Any]:
    """Problems and how the sheets were read, as JSON-ready values, with what stands for the tables among them."""
    return {
        "file_name": loaded.file_name,
        "sha256": loaded.sha256,
        "stopped": loaded.stopped,
        "tables": tables,
        "problems": [problem.to_dict() for problem in loaded.problems],
        "read": [
            {
                "sheet": one.sheet,
                "table": one.table,
                "header_row": one.header_row,
                "columns": dict(one.columns),
                "rows": one.rows,
            }
            for one in loaded.read
        ],
        "mapping": [to_json(column) for column in loaded.columns],
        "months": [sheetmonth.to_json(one) for one in loaded.months],
    }


def _records(table: pd.DataFrame) -> list[dict[str, Any]]:
    names = [str(name) for name in table.columns]
    columns = [_values(table[name]) for name in names]
    return [dict(zip(names, row, strict=True)) for row in zip(*columns, strict=True)]


def _values(column: pd.Series[Any]) -> list[Any]:
    if pd.api.types.is_datetime64_dtype(column):
        days = column.to_numpy().astype("datetime64[D]").astype(str).tolist()
        return [None if day == "NaT" else day for day in days]
    # Nothing else than a missing number is unlike itself.
    return [None if value is pd.NA or value != value else value for value in column.tolist()]


def in_words(loaded: Loaded) -> str:
    """What was read, and the problems one a line, for a person."""
    lines = [loaded.file_name]
    teams = loaded.tables["team_caseload"]
    if loaded.stopped:
        lines.append("Not loaded: nothing of this file is kept.")
    elif teams.empty and any(not loaded.tables[name].empty for name in YEAR_TABLES):
        lines.append("Loaded, without a month of teams.")
    elif teams.empty:
        lines.append("Loaded, but there are no teams in it yet.")
    else:
        months = sorted({month.date() for month in teams["month"]})
        span = " to ".join(dict.fromkeys(month_words(month) for month in (months[0], months[-1])))
        lines.append(f"Loaded: {_counted(len(teams), 'row')} for {_counted(teams['team'].nunique(), 'team')}, {span}.")
    if not loaded.tables["benchmark"].empty:
        lines.append(f"{understood(loaded.tables['benchmark'])}.")
    lines.extend(f"{sentence}." for sentence in activity.understood(loaded.tables["activity"]))
    lines.extend(
        f"  {one.sheet}: headings in row {one.header_row}, {_counted(one.rows, 'row')} read" for one in loaded.read
    )
    decided = (decided_words(one) for one in loaded.columns if one.how in ("decided", "remembered"))
    lines.extend(f"  {words}" for words in dict.fromkeys(decided))
    for problem in loaded.problems:
        where = f" ({problem.where})" if problem.where else ""
        lines.append(f"{_MARKS[problem.severity]}{where}: {problem.message}")
    return "\n".join(lines) + "\n"


def _counted(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"
