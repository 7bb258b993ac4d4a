"""A council's name can be corrected: the new one is added, everything stays with it, and the old ones still find it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from decimal import Decimal
from pathlib import Path

import pytest
from kept_months import FEBRUARY, MARCH, WHEN, allocated, one_team
from sqlalchemy import create_engine, select

from model.assumptions import Settings
from store import Store, StoreError
from store.schema import authority_name


@pytest.mark.functional
def test_everything_kept_stays_with_a_council_whose_name_is_corrected(store: Store, keep) -> None:
    # Given a month and settings kept under a name with a slip
    upload = keep(one_team(FEBRUARY), "Stokton")
    store.keep_settings("Stokton", Settings(optimum=Decimal(20)), by="", at=WHEN)
    before = store.version()
    # When the name is corrected
    store.rename("Stokton", " Stockton ", by="Sam", at=WHEN)
    # Then the council is there once, under the new name, with all that it had, and who looked before is told
    assert store.authorities() == ["Stockton"]
    assert store.version() > before
    for name in ("Stockton", "Stokton"):
        assert allocated(store.tables(name)) == {(FEBRUARY, "South 1"): 100}
        assert store.settings(name).optimum == 20
        assert [each.id for each in store.uploads(name)] == [upload.id]
        assert store.called(name) == "Stockton"
    # And what is kept from then on, under either name, is the same council's
    keep(one_team(MARCH), "Stokton")
    store.keep_settings("Stockton", Settings(optimum=Decimal(21)), by="", at=WHEN)
    assert list(allocated(store.tables("Stockton"))) == [(FEBRUARY, "South 1"), (MARCH, "South 1")]
    assert store.settings("Stokton").optimum == 21
    store.undo(upload.id, by="", at=WHEN)
    assert list(allocated(store.tables("Stockton"))) == [(MARCH, "South 1")]


@pytest.mark.functional
def test_names_are_added_and_never_changed(store: Store, keep, file: Path) -> None:
    # Given a name that is corrected twice and then put back
    keep(one_team(FEBRUARY), "A")
    for name in ("B", "C", "A"):
        store.rename(store.authorities()[0], name, by="Sam", at=WHEN)
    # Then it goes by the newest, and every one is on record
    assert store.authorities() == ["A"]
    assert store.called("B") == store.called("C") == "A"
    with create_engine(f"sqlite:///{file}").connect() as connection:
        assert list(connection.scalars(select(authority_name.c.name).order_by(authority_name.c.id))) == ["B", "C", "A"]


@pytest.mark.unit
def test_a_name_that_another_council_has_or_had_is_refused(store: Store, keep) -> None:
    keep(one_team(FEBRUARY), "Stockton")
    keep(one_team(FEBRUARY), "Hartlepol")
    store.rename("Hartlepol", "Hartlepool", by="", at=WHEN)
    for taken in ("Hartlepool", "HARTLEPOL"):
        with pytest.raises(StoreError, match="name of another council"):
            store.rename("Stockton", taken, by="", at=WHEN)
    with pytest.raises(StoreError, match="Type the name first"):
        store.rename("Stockton", " ", by="", at=WHEN)
    with pytest.raises(StoreError, match="Nothing is kept for a council of that name"):
        store.rename("Darlington", "Durham", by="", at=WHEN)
    assert store.authorities() == ["Stockton", "Hartlepool"]


@pytest.mark.unit
def test_a_name_that_nobody_had_is_left_as_it_is(store: Store, keep) -> None:
    assert store.called("Anytown") == "Anytown"
    keep(one_team(FEBRUARY), "Stockton")
    assert store.called("Anytown") == "Anytown"


@pytest.mark.functional
def test_a_council_in_a_database_of_an_older_headroom_can_be_renamed(store: Store, keep, file: Path) -> None:
    # Given a database without later names
    keep(one_team(FEBRUARY), "Stokton")
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("DROP TABLE authority_name")
        connection.commit()
    assert store.authorities() == ["Stokton"]
    # When the name is corrected, then the table is made
    store.rename("Stokton", "Stockton", by="", at=WHEN)
    assert store.authorities() == ["Stockton"]


@pytest.mark.unit
def test_a_council_typed_in_other_capitals_is_the_same(store: Store, keep) -> None:
    keep(one_team(FEBRUARY))
    keep(one_team(MARCH, allocated=50), " stockton ")
    assert store.authorities() == ["Stockton"]
    assert len(store.uploads("STOCKTON")) == 2


@pytest.mark.unit
def test_two_councils_of_an_older_headroom_that_differ_in_capitals_only_stay_two(
    store: Store, keep, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(one_team(FEBRUARY))
    with monkeypatch.context() as older:
        older.setattr("store.names.first", lambda connection, name: name)
        keep(one_team(MARCH), "stockton")
    assert [len(store.uploads(name)) for name in ("Stockton", "stockton")] == [1, 1]
