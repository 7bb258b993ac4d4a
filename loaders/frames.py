"""What was read, as the project's clean tables."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from loaders.caseload import TeamTable
from model.tables import TABLES, TEAM_CASELOAD, conform, empty

_FIGURES = (
    "fte_established",
    "fte_in_post",
    "fte_case_holding",
    "headcount",
    "allocated",
    "unallocated",
    "average_printed",
)


def no_tables() -> dict[str, pd.DataFrame]:
    """The four tables, with no rows."""
    return {name: empty(table) for name, table in TABLES.items()}


def tables_of(teams: Sequence[TeamTable]) -> dict[str, pd.DataFrame]:
    """The four tables from what was read."""
    return {**no_tables(), "team_caseload": _team_caseload(teams)}


def _team_caseload(tables: Sequence[TeamTable]) -> pd.DataFrame:
    rows = [team for table in tables for team in table.teams]
    columns: dict[str, list[object]] = {
        name: [getattr(team, name) for team in rows]
        for name in ("month", "as_at", "team", "area", "kind", "fte", "fte_basis")
    }
    columns.update({name: [team.figures.get(name) for team in rows] for name in _FIGURES})
    return conform(pd.DataFrame(columns), TEAM_CASELOAD)
