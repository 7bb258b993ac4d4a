"""Scenarios in the store: every version stays on record, the newest counts, a deleted one is gone from sight."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from kept_months import FEBRUARY, WHEN, one_team

from model.scenario import Scenario
from store import Store, StoreError

pytestmark = pytest.mark.functional
CHOICES = (("outlook_posts", "6"), ("approved", "March 2013"), ("judged", "March 2014"))
PLAN = Scenario("Plan", date(2013, 2, 1), ("South 1",), CHOICES)


def keep_plan(store: Store, value: Scenario = PLAN, number: int | None = None, by: str = "Sam") -> None:
    store.keep_scenario("Stockton", value, by=by, at=WHEN, number=number)


def test_versions_are_added_and_the_newest_counts(store: Store, file: Path) -> None:
    assert store.scenarios("Stockton") == []
    keep_plan(store)
    keep_plan(store, PLAN.named("Other"))
    keep_plan(store, PLAN.named("Renamed"), number=1, by="Kim")
    found = store.scenarios("Stockton")
    assert [(each.number, each.scenario.name, each.by) for each in found] == [
        (1, "Renamed", "Kim"),
        (2, "Other", "Sam"),
    ]
    assert found[0].scenario == PLAN.named("Renamed")
    # When one is deleted, then it is gone from sight and on record with who did it; another council never had it
    store.delete_scenario("Stockton", 1, by="Alex", at=WHEN)
    store.delete_scenario("Stockton", 1, by="Alex", at=WHEN)
    assert [each.number for each in store.scenarios("Stockton")] == [2]
    assert store.scenarios("Elsewhere") == []
    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute("SELECT number, by FROM scenario ORDER BY id").fetchall() == [
            (1, "Sam"), (2, "Sam"), (1, "Kim"), (1, "Alex"),
        ]  # fmt: skip


def test_a_name_is_given_once_and_a_deleted_one_is_not_changed(store: Store) -> None:
    keep_plan(store)
    with pytest.raises(StoreError, match="There is a scenario called “plan” already"):
        keep_plan(store, PLAN.named("plan"))
    store.delete_scenario("Stockton", 1, by="", at=WHEN)
    with pytest.raises(StoreError, match="was deleted"):
        keep_plan(store, number=1)
    keep_plan(store)
    assert [each.number for each in store.scenarios("Stockton")] == [2]


def test_an_older_database_has_none_until_its_first(file: Path, store: Store, keep) -> None:
    # Given what a Headroom before scenarios left behind
    keep(one_team(FEBRUARY))
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("DROP TABLE scenario")
        connection.execute("UPDATE meta SET value = '5' WHERE key = 'schema'")
    older = Store(f"sqlite:///{file}")
    assert older.scenarios("Stockton") == []
    keep_plan(older)
    assert [each.scenario for each in older.scenarios("Stockton")] == [PLAN]
    assert len(older.tables("Stockton")["team_caseload"]) == 1


def test_what_cannot_be_read_is_said(file: Path, store: Store) -> None:
    keep_plan(store)
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("UPDATE scenario SET value = '{}'")
    with pytest.raises(StoreError, match="scenario cannot be read"):
        store.scenarios("Stockton")
