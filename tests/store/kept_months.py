"""Figures for the store's tests: small, typed by hand, and made anew for each test."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pandas as pd

from model.tables import TABLES, conform, empty

JANUARY, FEBRUARY, MARCH = date(2013, 1, 1), date(2013, 2, 1), date(2013, 3, 1)
WHEN = datetime(2013, 3, 4, 9, 30, tzinfo=UTC)

Tables = dict[str, pd.DataFrame]


def make_tables(**rows: list[dict[str, Any]]) -> Tables:
    return {
        name: conform(pd.DataFrame(rows[name]), table) if rows.get(name) else empty(table)
        for name, table in TABLES.items()
    }


def team(month: date, name: str, allocated: int | None, **more: Any) -> dict[str, Any]:
    return {"month": month, "team": name, "allocated": allocated, "fte": 7.5, "fte_basis": "case-holding"} | more


def one_team(*months: date, allocated: int = 100, name: str = "South 1") -> Tables:
    return make_tables(team_caseload=[team(month, name, allocated) for month in months])


def full_month(month: date = FEBRUARY) -> Tables:
    """Two teams, one of them with blanks, with workers, a service figure and notes."""
    as_at = month.replace(day=20)
    return make_tables(
        team_caseload=[
            team(month, "South 1", 214, as_at=as_at, area="South", kind="Fieldwork", fte=6.0, headcount=7),
            team(month, "North 1", None, fte=None, fte_basis=None, average_printed=24.9),
        ],
        service_caseload=[{"month": month, "as_at": as_at, "unallocated": 76}],
        worker_caseload=[
            {"month": month, "team": "South 1", "worker": "S1-02", "role": "Social Worker", "fte": 0.6, "asye": None},
            {"month": month, "team": "South 1", "worker": "S1-01", "fte": 1.0, "asye": True, "allocated": 0},
        ],
        month_note=[{"month": month, "mark": "note", "note": "Counted by hand"}],
    )


def allocated(tables: Tables) -> dict[tuple[date, str], int]:
    """Month and team to the children allocated."""
    frame = tables["team_caseload"]
    return dict(zip(zip(frame["month"].dt.date, frame["team"], strict=True), frame["allocated"].tolist(), strict=True))


def assert_same_tables(one: Tables, other: Tables) -> None:
    assert list(one) == list(other)
    for name in one:
        pd.testing.assert_frame_equal(one[name], other[name])
