"""Short ways to load rows and to look at what came of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
from made_files import Team, book_of

from loaders import Loaded, Problem, load

Rows = Sequence[Sequence[object]]

HEADINGS = ["Team", "Case-holding FTE", "Children allocated", "Children waiting"]
TWO = [["Ash", 5.5, 100, 0], ["Elm", 6, 120, 3]]
TOTAL = ["Total", 11.5, 220, 3]

# What is said of figures that jump from month to month or from team to team, or of teams that go: made-up figures do.
JUMPY = frozenset({"figure_jumps", "figure_tenfold", "team_gone", "more_to_check", "unlike_other_teams"})


def load_sheets(sheets: Mapping[str, Rows], name: str = "file.xlsx", **options: Any) -> Loaded:
    return load(book_of(sheets), name, **options)


def load_rows(*rows: Sequence[object], sheet: str = "Feb 2013") -> Loaded:
    return load_sheets({sheet: rows})


def load_text(text: str, name: str = "feb-2013.csv", encoding: str = "utf-8") -> Loaded:
    return load(text.encode(encoding), name)


def problem(loaded: Loaded, code: str) -> Problem:
    [found] = [problem for problem in loaded.problems if problem.code == code]
    return found


def codes(loaded: Loaded, *severities: str) -> list[str]:
    wanted = severities or ("error", "warning")
    return [problem.code for problem in loaded.problems if problem.severity in wanted]


def values(loaded: Loaded, *columns: str, table: str = "team_caseload") -> list[tuple[Any, ...]]:
    frame = loaded.tables[table]
    return [
        tuple(None if pd.isna(value) else value.date() if isinstance(value, pd.Timestamp) else value for value in row)
        for row in frame[list(columns)].itertuples(index=False, name=None)
    ]


def teams_of(loaded: Loaded) -> list[Team]:
    """The teams that were read, as the truth of a made file has them."""

    def known(value: Any, kind: Any) -> Any:
        return None if pd.isna(value) else kind(value)

    return [
        Team(row.month.date(), row.team, known(row.fte, float), known(row.allocated, int), known(row.unallocated, int))
        for row in loaded.tables["team_caseload"].itertuples()
    ]
