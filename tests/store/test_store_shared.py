"""Many sessions share one store; other databases and many uploads do not change what it does."""

from __future__ import annotations

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from kept_months import FEBRUARY, WHEN, allocated, full_month, one_team
from sqlalchemy import event
from sqlalchemy.dialects import postgresql
from sqlalchemy.engine import Engine
from sqlalchemy.schema import CreateTable

from model.tables import TABLES, YEAR_TABLES
from store import Store
from store.schema import FIGURES, YEAR_FIGURES, metadata

MONTHS = [date(2011, month, 1) for month in range(1, 13)]


@pytest.mark.functional
def test_sessions_can_keep_and_look_at_the_same_time(file: Path) -> None:
    # Given two servers on the same file that does not exist yet, and many sessions
    stores = [Store(f"sqlite:///{file}"), Store(f"sqlite:///{file}")]

    def session(number: int) -> int:
        store = stores[number % 2]
        store.keep("Stockton", one_team(MONTHS[number]), file_name="f", sha256="0", by="", at=WHEN)
        rows = len(store.tables("Stockton")["team_caseload"])
        assert rows >= 1
        return store.version()

    # When all keep a month at once
    with ThreadPoolExecutor(8) as pool:
        versions = list(pool.map(session, range(12)))
    # Then every month is there, once
    assert [month for month, _ in allocated(stores[0].tables("Stockton"))] == MONTHS
    assert len(stores[1].uploads("Stockton")) == 12
    assert max(versions) == stores[0].version()


@pytest.mark.functional
def test_only_one_of_many_who_looked_at_the_same_state_keeps_a_file(store: Store, keep) -> None:
    keep(one_team(FEBRUARY))
    looked = store.version()

    def session(number: int) -> str:
        try:
            keep(one_team(FEBRUARY, allocated=number), expected_version=looked)
        except Exception as error:  # noqa: BLE001 - the test says which
            return type(error).__name__
        return "kept"

    with ThreadPoolExecutor(6) as pool:
        ends = list(pool.map(session, range(6)))
    assert sorted(ends) == ["StoreError"] * 5 + ["kept"]
    assert len(store.uploads("Stockton")) == 2


@pytest.mark.functional
def test_a_reader_sees_one_state_while_a_month_is_replaced(store: Store, keep) -> None:
    # Given a month that two uploads describe in turn, each telling its own story in two tables
    def version(number: int) -> dict:
        tables = full_month()
        tables["team_caseload"]["allocated"] = number
        tables["service_caseload"]["unallocated"] = number
        return tables

    keep(version(0))
    with ThreadPoolExecutor(2) as pool:
        writer = pool.submit(lambda: [keep(version(number)) for number in range(1, 15)])
        # Then no look ever mixes them
        while not writer.done():
            seen = store.tables("Stockton")
            assert set(seen["team_caseload"]["allocated"]) == set(seen["service_caseload"]["unallocated"])
        writer.result()


@pytest.mark.functional
def test_looking_costs_the_same_after_many_uploads(file: Path, store: Store, keep) -> None:
    # Given a month kept many times over
    for _ in range(8):
        keep(full_month())
    statements: list[tuple[str, tuple]] = []

    def listen(_connection, _cursor, text, parameters, _context, _many) -> None:
        if text.startswith("SELECT team_caseload"):
            statements.append((text, parameters))

    event.listen(Engine, "before_cursor_execute", listen)
    try:
        assert len(store.tables("Stockton")["team_caseload"]) == 2
    finally:
        event.remove(Engine, "before_cursor_execute", listen)
    # Then one statement reads the figures, and finds them by their upload without passing over the rest
    ((text, parameters),) = statements
    with closing(sqlite3.connect(file)) as connection:
        plan = " ".join(row[-1] for row in connection.execute(f"EXPLAIN QUERY PLAN {text}", parameters))
    assert "SEARCH team_caseload USING INDEX" in plan
    assert "upload_id=?" in plan


@pytest.mark.unit
def test_nothing_is_kept_of_the_figures_but_the_clean_tables_columns() -> None:
    kept = FIGURES | YEAR_FIGURES
    for name, table in (TABLES | YEAR_TABLES).items():
        assert [column.name for column in kept[name].columns] == ["upload_id", "position", *table.names]
    others = set(metadata.tables) - set(kept)
    ours = {
        "action_plan",
        "commentary",
        "meta",
        "authority",
        "authority_name",
        "setting",
        "scenario",
        "upload",
        "upload_month",
        "upload_year",
        "column_decision",
        "team_decision",
        "upload_team_decision",
    }
    assert others == ours


@pytest.mark.unit
def test_the_tables_are_fit_for_postgresql() -> None:
    # To put a table into PostgreSQL's words fails where it has no such type.
    made = {
        table.name: str(CreateTable(table).compile(dialect=postgresql.dialect())) for table in metadata.sorted_tables
    }
    assert "DOUBLE PRECISION" in made["team_caseload"]
    assert "SERIAL" in made["upload"]
