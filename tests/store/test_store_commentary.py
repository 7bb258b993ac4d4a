"""Commentary on activity reports: kept with its quarter and author; every version stays on record."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from kept_months import FEBRUARY, WHEN, one_team
from kept_years import report

from store import Store, StoreError

pytestmark = pytest.mark.functional


def write(store: Store, text: str, *, by: str = "Sam", period: str = "Q1", block: str = "Inputs", later: int = 0):
    at = WHEN + timedelta(days=later)
    store.keep_commentary("Stockton", "2012/13", period, block, text, by=by, at=at)


def told(store: Store) -> list[tuple[str, str, str, str]]:
    return [(one.period, one.block, one.text, one.by) for one in store.commentaries("Stockton")]


def test_versions_are_added_with_their_author_and_what_is_the_same_is_not(store: Store) -> None:
    assert store.commentaries("Stockton") == []
    write(store, " Contacts rose. ")
    write(store, "Contacts rose.", by="Kim")
    write(store, "Contacts rose, as expected.", by="Kim", later=1)
    write(store, "All well.", block="Outputs")
    write(store, "", by="Alex", later=2)
    assert told(store) == [
        ("Q1", "Inputs", "Contacts rose.", "Sam"),
        ("Q1", "Inputs", "Contacts rose, as expected.", "Kim"),
        ("Q1", "Outputs", "All well.", "Sam"),
        ("Q1", "Inputs", "", "Alex"),
    ]
    assert [one.at - WHEN for one in store.commentaries("Stockton")][1] == timedelta(days=1)
    # And taking away what is not there adds nothing; another council has none
    write(store, "", by="Alex", block="Processes")
    assert len(told(store)) == 4
    assert store.commentaries("Elsewhere") == []


def test_without_an_author_or_with_too_long_a_text_nothing_is_kept(store: Store) -> None:
    for text, by, said in (("Fine.", " ", "Type your name"), ("x" * 4_001, "Sam", "Shorten it")):
        with pytest.raises(StoreError, match=said):
            write(store, text, by=by)
    assert store.commentaries("Stockton") == []


def test_an_older_database_has_none_until_its_first_and_keeps_its_months(file: Path, store: Store, keep) -> None:
    # Given what a Headroom before commentaries left behind
    keep(one_team(FEBRUARY))
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("DROP TABLE commentary")
        connection.execute("UPDATE meta SET value = '8' WHERE key = 'schema'")
    older = Store(f"sqlite:///{file}")
    assert older.commentaries("Stockton") == []
    write(older, "Contacts rose.")
    assert told(older) == [("Q1", "Inputs", "Contacts rose.", "Sam")]
    assert len(older.tables("Stockton")["team_caseload"]) == 1
    # And undoing the report's upload leaves what was written
    upload = older.keep("Stockton", report("2012/13", "Q1"), file_name="r", sha256="1", by="", at=WHEN)
    assert older.activity("Stockton")["period"].tolist() == ["Q1"]
    older.undo(upload.id, by="", at=WHEN)
    assert older.activity("Stockton").empty
    assert len(told(older)) == 1


def test_it_stays_with_a_council_whose_name_is_corrected(store: Store, keep) -> None:
    keep(one_team(FEBRUARY))
    write(store, "Contacts rose.")
    store.rename("Stockton", "Stockton-on-Tees", by="", at=WHEN)
    assert [one.text for one in store.commentaries("Stockton-on-Tees")] == ["Contacts rose."]
