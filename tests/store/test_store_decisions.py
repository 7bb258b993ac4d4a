"""What was decided about columns is kept with its upload, by authority, and found again."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from kept_months import FEBRUARY, MARCH, WHEN, one_team

from store import ColumnDecision, Store, StoreError, Upload

pytestmark = pytest.mark.unit

NOVEMBER = date(2026, 11, 22)
OPEN = ColumnDecision("0123456789abcdef", "Open cases", 1, "active", NOVEMBER)
UNUSED = ColumnDecision("0123456789abcdef", "Open cases", 2, "", NOVEMBER)
Keep = Callable[..., Upload]


def test_decisions_come_back_as_they_were_and_only_to_their_authority(store: Store, keep: Keep) -> None:
    keep(one_team(FEBRUARY), columns=[OPEN, UNUSED])
    assert store.column_decisions(" Stockton ") == [OPEN, UNUSED]
    assert store.column_decisions("Hartlepool") == []


def test_before_anything_is_kept_there_are_none(store: Store, file: Path) -> None:
    assert store.column_decisions("Stockton") == []
    assert not file.exists()


def test_decisions_are_found_when_the_authority_is_called_something_else(store: Store, keep: Keep) -> None:
    keep(one_team(FEBRUARY), columns=[OPEN])
    store.rename("Stockton", "Stockton-on-Tees", by="", at=WHEN)
    assert store.column_decisions("Stockton-on-Tees") == [OPEN]


def test_of_two_decisions_about_a_column_the_newer_one_counts(store: Store, keep: Keep) -> None:
    changed = ColumnDecision(OPEN.shape, OPEN.heading, OPEN.nth, "allocated", date(2026, 12, 20))
    keep(one_team(FEBRUARY), columns=[OPEN, UNUSED])
    keep(one_team(MARCH), columns=[changed])
    assert store.column_decisions("Stockton") == [changed, UNUSED]


def test_the_decisions_of_an_undone_upload_are_out_of_force_until_it_is_redone(store: Store, keep: Keep) -> None:
    upload = keep(one_team(FEBRUARY), columns=[OPEN])
    store.undo(upload.id, by="", at=WHEN)
    assert store.column_decisions("Stockton") == []
    store.redo(upload.id, by="", at=WHEN)
    assert store.column_decisions("Stockton") == [OPEN]


def test_decisions_are_kept_with_their_months_or_not_at_all(store: Store, keep: Keep) -> None:
    keep(one_team(FEBRUARY))
    with pytest.raises(StoreError):
        keep(one_team(MARCH), columns=[OPEN], expected_version=1)
    assert store.column_decisions("Stockton") == []


def test_a_database_from_before_there_were_decisions_opens_and_takes_them(store: Store, keep: Keep, file: Path) -> None:
    # Given a database without the table, as an older Headroom made it
    keep(one_team(FEBRUARY))
    connection = sqlite3.connect(file)
    connection.execute("DROP TABLE column_decision")
    connection.commit()
    connection.close()
    # Then it can be read, and the next upload brings its decisions in
    older = Store(f"sqlite:///{file}")
    assert older.column_decisions("Stockton") == []
    assert len(older.tables("Stockton")["team_caseload"]) == 1
    older.keep("Stockton", one_team(MARCH), file_name="m.xlsx", sha256="ab" * 32, by="", at=WHEN, columns=[OPEN])
    assert older.column_decisions("Stockton") == [OPEN]
    assert len(older.tables("Stockton")["team_caseload"]) == 2
