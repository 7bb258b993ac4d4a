"""What a file itself says wrongly of a month goes on being known once the month is kept: as a note on the month."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pandas as pd

from loaders.loaded import Loaded
from loaders.problem import Problem
from model.tables import MONTH_NOTE, TO_CHECK, conform

# Of whole months, with no team and nobody's record in their sentence; what teams' figures show is found in them again.
_LASTING = frozenset({"total_disagrees", "total_average_disagrees"})


def noted(loaded: Loaded) -> Loaded:
    """The same with a note for each printed total that does not agree with its teams, to be kept with its month.

    A total of unknown month is noted where the file has one month only.
    """
    months = loaded.tables["team_caseload"]["month"].dt.date.unique()
    only = months[0] if len(months) == 1 else None
    found = [(_month(problem) or only, problem) for problem in loaded.problems if problem.code in _LASTING]
    rows = [
        {"month": pd.Timestamp(month), "mark": TO_CHECK, "note": _note(loaded.file_name, problem)}
        for month, problem in found
        if month and month in months
    ]
    if not rows:
        return loaded
    notes = pd.concat([loaded.tables["month_note"], conform(pd.DataFrame(rows), MONTH_NOTE)], ignore_index=True)
    return replace(loaded, tables={**loaded.tables, "month_note": notes.drop_duplicates(ignore_index=True)})


def _month(problem: Problem) -> date | None:
    return date.fromisoformat(problem.month) if problem.month else None


def _note(file_name: str, problem: Problem) -> str:
    return f"{file_name}, {problem.where}: {problem.message}" if problem.where else f"{file_name}: {problem.message}"
