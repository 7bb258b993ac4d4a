"""Every version of an action plan is kept; of two people who keep one at once the second is told."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date

import pytest
from kept_months import FEBRUARY, WHEN, one_team

from model.action_plan import Action
from store import Store, StoreError
from store.schema import SCHEMA_VERSION

pytestmark = pytest.mark.functional

ONE = Action("1", action="Weekly checks", owner="Head of service", due=date(2013, 9, 30))
TWO = Action("2", action="A strategy")


def kept(store: Store, authority: str = "Stockton") -> list:
    return [(version.actions, version.by) for version in store.action_plans.versions(authority)]


def test_every_version_stays_and_the_newest_is_the_last(store: Store) -> None:
    assert kept(store) == []
    store.action_plans.keep("Stockton", [ONE], by=" Sam ", at=WHEN, expected=0)
    store.action_plans.keep("Stockton", [ONE, TWO], by="", at=WHEN, expected=1)
    store.action_plans.keep("Anytown", [TWO], by="", at=WHEN, expected=0)
    assert kept(store) == [((ONE,), "Sam"), ((ONE, TWO), "")]
    assert store.action_plans.versions("Stockton")[0].at == WHEN
    # And a council that is called otherwise keeps its plan
    store.rename("Stockton", "Stockton-on-Tees", by="", at=WHEN)
    assert len(kept(store, "Stockton-on-Tees")) == 2


def test_what_somebody_else_kept_meanwhile_is_not_written_over(store: Store) -> None:
    store.action_plans.keep("Stockton", [ONE], by="", at=WHEN, expected=0)
    before = store.version()
    with pytest.raises(StoreError, match="Somebody else"):
        store.action_plans.keep("Stockton", [TWO], by="", at=WHEN, expected=0)
    assert (kept(store), store.version()) == ([((ONE,), "")], before)


def test_a_database_of_an_older_headroom_has_no_plan_until_its_first_change(file, store: Store, keep) -> None:
    keep(one_team(FEBRUARY, allocated=7))
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("DROP TABLE action_plan")
        connection.execute("UPDATE meta SET value = '8' WHERE key = 'schema'")
    older = Store(f"sqlite:///{file}")
    assert kept(older) == []
    older.action_plans.keep("Stockton", [ONE], by="", at=WHEN, expected=0)
    assert kept(older) == [((ONE,), "")]
    assert older.tables("Stockton")["team_caseload"]["allocated"].tolist() == [7]
    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute("SELECT value FROM meta WHERE key = 'schema'").fetchone() == (str(SCHEMA_VERSION),)


def test_a_plan_that_cannot_be_read_says_so(file, store: Store) -> None:
    store.action_plans.keep("Stockton", [ONE], by="", at=WHEN, expected=0)
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("UPDATE action_plan SET value = '[{\"colour\": 1}]'")
    with pytest.raises(StoreError, match="cannot be read"):
        store.action_plans.versions("Stockton")
