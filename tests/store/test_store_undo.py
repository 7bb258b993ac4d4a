"""Undo and redo in any order: of each month the newest upload that stands."""

from __future__ import annotations

import tempfile
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, invariant, rule
from kept_months import FEBRUARY, JANUARY, MARCH, WHEN, allocated, assert_same_tables, full_month, one_team

from store import Store, StoreError


@pytest.mark.functional
def test_undo_brings_back_what_stood_before(store: Store, keep) -> None:
    # Given a month kept twice
    first = full_month(FEBRUARY)
    keep(first)
    second = keep(one_team(FEBRUARY, MARCH, allocated=50))
    # When the second upload is undone
    store.undo(second.id, by="Alex", at=WHEN)
    # Then the first counts again, whole, and the month that only the second had is gone
    assert_same_tables(store.tables("Stockton"), first)
    newest, oldest = store.uploads("Stockton")
    assert (newest.undone_by, newest.undone_at, newest.in_force) == ("Alex", WHEN, ())
    assert oldest.in_force == (FEBRUARY,)
    # When it is redone, then it counts as before
    store.redo(second.id, by="Kim", at=WHEN + timedelta(days=1))
    newest, oldest = store.uploads("Stockton")
    assert (newest.undone_at, newest.undone_by) == (None, None)
    assert (newest.redone_at, newest.redone_by) == (WHEN + timedelta(days=1), "Kim")
    assert (newest.in_force, oldest.in_force) == ((FEBRUARY, MARCH), ())


@pytest.mark.functional
def test_undoing_an_upload_that_is_not_in_force_changes_nothing_that_shows(store: Store, keep) -> None:
    # Given an upload behind a newer one
    old = keep(one_team(FEBRUARY, allocated=1))
    new = keep(one_team(FEBRUARY, allocated=2))
    store.undo(old.id, by="", at=WHEN)
    assert allocated(store.tables("Stockton")) == {(FEBRUARY, "South 1"): 2}
    # When the newer is undone too, then the month is gone; redoing the old one brings it alone
    store.undo(new.id, by="", at=WHEN)
    assert allocated(store.tables("Stockton")) == {}
    assert store.authorities() == ["Stockton"]
    store.redo(old.id, by="", at=WHEN)
    assert allocated(store.tables("Stockton")) == {(FEBRUARY, "South 1"): 1}


@pytest.mark.unit
def test_undoing_twice_keeps_the_first_ones_name(store: Store, keep) -> None:
    upload = keep(one_team(FEBRUARY))
    store.undo(upload.id, by="Alex", at=WHEN)
    version = store.version()
    store.undo(upload.id, by="Kim", at=WHEN)
    assert store.uploads("Stockton")[0].undone_by == "Alex"
    assert store.version() == version


@pytest.mark.unit
def test_an_upload_that_does_not_exist_cannot_be_undone(store: Store, keep) -> None:
    for _ in ("no file yet", "a file"):
        with pytest.raises(StoreError, match="not among the kept ones"):
            store.undo(77, by="", at=WHEN)
        keep(one_team(FEBRUARY))


class AgainstAReference(RuleBasedStateMachine):
    """Any sequence of keep, undo and redo does what a list and a loop would do."""

    made = Bundle("made")

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.store = Store(f"sqlite:///{Path(self.folder.name) / 'kept.db'}")
        self.reference: dict[int, tuple[frozenset[date], int, bool]] = {}
        self.versions = [0]

    def teardown(self) -> None:
        self.folder.cleanup()

    @rule(target=made, months=st.sets(st.sampled_from([JANUARY, FEBRUARY, MARCH]), min_size=1), value=st.integers(0, 9))
    def keep(self, months: set[date], value: int) -> int:
        upload = self.store.keep(
            "Stockton", one_team(*months, allocated=value), file_name="f", sha256="0", by="", at=WHEN
        )
        assert upload.id not in self.reference
        self.reference[upload.id] = (frozenset(months), value, False)
        return upload.id

    @rule(upload_id=made)
    def undo(self, upload_id: int) -> None:
        self.store.undo(upload_id, by="", at=WHEN)
        self.reference[upload_id] = (*self.reference[upload_id][:2], True)

    @rule(upload_id=made)
    def redo(self, upload_id: int) -> None:
        self.store.redo(upload_id, by="", at=WHEN)
        self.reference[upload_id] = (*self.reference[upload_id][:2], False)

    @invariant()
    def the_tables_are_the_references(self) -> None:
        expected = {}
        for months, value, undone in self.reference.values():  # in the order they were kept
            expected |= {} if undone else {(month, "South 1"): value for month in months}
        assert allocated(self.store.tables("Stockton")) == dict(sorted(expected.items()))

    @invariant()
    def each_month_in_force_belongs_to_one_standing_upload(self) -> None:
        uploads = self.store.uploads("Stockton")
        in_force = sorted(month for upload in uploads for month in upload.in_force)
        assert in_force == sorted(month for month, _ in allocated(self.store.tables("Stockton")))
        assert [upload.id for upload in uploads] == sorted(self.reference, reverse=True)


TestAgainstAReference = pytest.mark.functional(AgainstAReference.TestCase)
TestAgainstAReference.settings = settings(max_examples=8, stateful_step_count=10, deadline=None)


@pytest.mark.unit
def test_of_two_who_undo_at_once_the_first_is_on_record(store: Store, keep, monkeypatch: pytest.MonkeyPatch) -> None:
    # Given an upload that somebody undoes
    kept = keep(full_month(FEBRUARY))
    store.undo(kept.id, by="Alex", at=WHEN)
    # When another one, who looked before that, undoes it too
    monkeypatch.setattr("store.uploads.is_undone", lambda connection, number: False)
    store.undo(kept.id, by="Kim", at=WHEN + timedelta(days=1))
    # Then it stays undone by the first, then
    [upload] = store.uploads("Stockton")
    assert (upload.undone_by, upload.undone_at) == ("Alex", WHEN)
