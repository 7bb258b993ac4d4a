"""What a file gave, for a command line: as JSON, and in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from loaders.frames import EVERY, no_rows
from loaders.mapping import column_from_json, decided_words, to_json
from loaders.months import month_words
from loaders.problem import Problem
from loaders.reading import Loaded, SheetRead
from model import activity
from model.benchmark import understood
from model.tables import YEAR_TABLES, Table, conform

_MARKS = {"error": "Error", "warning": "Warning", "note": "Note"}


def as_json(loaded: Loaded, *, by_column: bool = False) -> dict[str, Any]:
    """Tables, problems and how the sheets were read, as JSON-ready values: dates in ISO form, missing as null.

    A table is a list of its rows, or ``by_column`` the lists of its columns by their names.
    """
    tables = _columns if by_column else _records
    return {
        "file_name": loaded.file_name,
        "sha256": loaded.sha256,
        "stopped": loaded.stopped,
        "tables": {name: tables(table) for name, table in loaded.tables.items()},
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
    }


def from_json(told: Mapping[str, Any]) -> Loaded:
    """What :func:`as_json` told by column, back as it was; raises KeyError or TypeError for anything else."""
    return Loaded(
        told["file_name"],
        told["sha256"],
        {name: _table(EVERY[name], columns) for name, columns in told["tables"].items()},
        [Problem(**problem) for problem in told["problems"]],
        [SheetRead(**one) for one in told["read"]],
        [column_from_json(one) for one in told["mapping"]],
    )


def _table(table: Table, told: Mapping[str, Sequence[Any]]) -> pd.DataFrame:
    if not told[table.names[0]]:
        return no_rows(table.name)
    columns: dict[str, Any] = {name: told[name] for name in table.names}
    for column in table.columns:
        if column.type == "date":
            columns[column.name] = pd.to_datetime(pd.Series(columns[column.name], dtype="str"), format="%Y-%m-%d")
    return conform(pd.DataFrame(columns), table)


def _columns(table: pd.DataFrame) -> dict[str, list[Any]]:
    return {str(name): _values(table[name]) for name in table.columns}


def _records(table: pd.DataFrame) -> list[dict[str, Any]]:
    columns = _columns(table)
    return [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]


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
