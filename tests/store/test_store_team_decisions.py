"""Decisions about teams' names: added with an upload or alone, undone, and never mixed with the figures."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from kept_months import FEBRUARY, JANUARY, MARCH, WHEN, allocated, assert_same_tables, full_month, one_team
from sqlalchemy import create_engine, func, select, update

from model.decisions import Decision, TeamDecision
from store import Store, StoreError
from store.schema import team_decision

SPELT = TeamDecision(Decision.SPELLING, ("South One",), ("South 1",))
RENAMED = TeamDecision(Decision.RENAME, ("South 1",), ("Harbour",), FEBRUARY)


def decided(store: Store, authority: str = "Stockton") -> list[TeamDecision]:
    return [kept.decision for kept in store.team_decisions(authority)]


@pytest.mark.unit
def test_decisions_kept_with_an_upload_come_back_in_their_order(store: Store, keep) -> None:
    # Given nothing kept, then an upload with two decisions and one more afterwards
    assert store.team_decisions("Stockton") == []
    merged = TeamDecision(Decision.MERGE, ("A “one”", "B, C"), ("Šouth",), FEBRUARY)
    keep(full_month(), teams=[SPELT, merged])
    store.keep_team_decision(" Stockton ", RENAMED, by=" Sam ", at=WHEN + timedelta(days=1))
    # Then all come back exactly, with who and when, and only to their authority
    assert decided(store) == [SPELT, merged, RENAMED]
    last = store.team_decisions("Stockton")[-1]
    assert (last.by, last.at) == ("Sam", WHEN + timedelta(days=1))
    assert decided(store, "Hartlepool") == []


@pytest.mark.functional
def test_a_decision_is_undone_stays_on_record_and_moves_the_version(store: Store, keep, file: Path) -> None:
    keep(full_month(), teams=[SPELT, RENAMED])
    before = store.version()
    first = store.team_decisions("Stockton")[0]
    # When the first is undone, twice even
    store.undo_team_decision(first.id, by="Sam", at=WHEN)
    store.undo_team_decision(first.id, by="Alex", at=WHEN)
    # Then the other stands, whoever looks knows that something changed, and the record says who undid it
    assert decided(store) == [RENAMED]
    assert store.version() != before
    with create_engine(f"sqlite:///{file}").connect() as connection:
        assert connection.scalar(select(func.count()).select_from(team_decision)) == 2
        assert (
            connection.scalars(select(team_decision.c.undone_by).where(team_decision.c.id == first.id)).one() == "Sam"
        )


@pytest.mark.functional
def test_figures_are_kept_as_the_file_has_them_whatever_is_decided(store: Store, keep) -> None:
    # Given figures under an old name
    keep(one_team(JANUARY), teams=[RENAMED])
    # Then the store gives them as they were kept: names are resolved when they are shown
    assert_same_tables(store.tables("Stockton"), one_team(JANUARY))


@pytest.mark.functional
def test_a_file_that_is_not_kept_leaves_no_decision(store: Store, keep) -> None:
    keep(one_team(JANUARY))
    with pytest.raises(StoreError):
        keep(one_team(FEBRUARY), teams=[SPELT], expected_version=1)
    assert decided(store) == []
    assert allocated(store.tables("Stockton")) == {(JANUARY, "South 1"): 100}


@pytest.mark.unit
def test_a_comparison_is_of_teams_under_their_current_names(store: Store, keep) -> None:
    # Given a kept month under one spelling, and the same month under another with one figure changed
    keep(one_team(FEBRUARY, allocated=100))
    offered = one_team(FEBRUARY, allocated=101, name="South One")
    # Then without a decision the teams are two, and with it one whose figure changes
    (two,) = store.compare("Stockton", offered)
    assert (two.teams_gone, two.teams_new) == (("South 1",), ("South One",))
    (one,) = store.compare("Stockton", offered, [SPELT])
    assert (one.teams_gone, one.teams_new) == ((), ())
    assert [(change.team, change.before, change.after) for change in one.changes] == [("South 1", 100, 101)]


@pytest.mark.functional
def test_a_database_made_before_there_were_decisions_opens_and_takes_them(store: Store, keep, file: Path) -> None:
    # Given a database without the table
    keep(full_month())
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("DROP TABLE upload_team_decision")
        connection.execute("DROP TABLE team_decision")
        connection.commit()
    old = Store(f"sqlite:///{file}")
    # Then it is read as it is, with no decision, and nothing is made by looking
    assert decided(old) == []
    assert_same_tables(old.tables("Stockton"), full_month())
    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'team_decision'").fetchone() is None
    # And the first decision makes the table, with the figures as they were
    old.keep_team_decision("Stockton", RENAMED, by="", at=WHEN)
    assert decided(old) == [RENAMED]
    assert_same_tables(old.tables("Stockton"), full_month())


@pytest.mark.unit
def test_decisions_that_cannot_be_read_are_said_plainly(store: Store, keep, file: Path) -> None:
    keep(full_month(), teams=[SPELT])
    with create_engine(f"sqlite:///{file}").begin() as connection:
        connection.execute(update(team_decision).values(kind="sorcery"))
    with pytest.raises(StoreError, match="decided about teams’ names cannot be read"):
        store.team_decisions("Stockton")


@pytest.mark.unit
def test_undoing_what_is_not_there_changes_nothing(store: Store, file: Path, keep) -> None:
    store.undo_team_decision(999, by="Sam", at=WHEN)
    assert not file.exists()
    keep(full_month(), teams=[SPELT])
    before = store.version()
    store.undo_team_decision(999, by="Sam", at=WHEN)
    assert store.version() == before


@pytest.mark.functional
def test_undoing_an_upload_takes_its_decisions_back_and_redoing_it_brings_them_again(store: Store, keep) -> None:
    # Given a month, a decision said by itself, and a second month with a decision of its own
    keep(one_team(JANUARY))
    spelt = TeamDecision(Decision.SPELLING, ("North One",), ("North 1",))
    store.keep_team_decision("Stockton", spelt, by="", at=WHEN)
    second = keep(one_team(FEBRUARY, name="Harbour"), teams=[RENAMED])
    assert decided(store) == [spelt, RENAMED]
    # When the second is undone, and brought back
    store.undo(second.id, by="Sam", at=WHEN)
    assert decided(store) == [spelt]
    store.redo(second.id, by="Sam", at=WHEN)
    # Then its decision goes and comes with it, in its old place
    assert decided(store) == [spelt, RENAMED]


@pytest.mark.functional
@pytest.mark.parametrize(("name", "holds"), [("Harbour", True), ("South 1", True), ("South One", True), ("Elm", False)])
def test_a_decision_holds_while_a_later_upload_has_one_of_its_names(store: Store, keep, name: str, holds: bool) -> None:
    # Given decisions made with one upload, and a later one that asked nothing
    first = keep(one_team(FEBRUARY, name="South One"), teams=[SPELT, RENAMED])
    later = keep(one_team(MARCH, name=name))
    # When the first is undone
    store.undo(first.id, by="", at=WHEN)
    # Then they hold if the later one's names rely on them, until it is undone too
    assert decided(store) == ([SPELT, RENAMED] if holds else [])
    store.undo(later.id, by="", at=WHEN)
    assert decided(store) == []
    store.redo(first.id, by="", at=WHEN)
    assert decided(store) == [SPELT, RENAMED]


@pytest.mark.functional
def test_a_decision_undone_by_itself_does_not_come_back_with_its_upload(store: Store, keep) -> None:
    first = keep(one_team(FEBRUARY, name="Harbour"), teams=[RENAMED])
    store.undo_team_decision(store.team_decisions("Stockton")[0].id, by="", at=WHEN)
    store.undo(first.id, by="", at=WHEN)
    store.redo(first.id, by="", at=WHEN)
    assert decided(store) == []


@pytest.mark.functional
def test_the_decisions_of_another_council_are_not_relied_on(store: Store, keep) -> None:
    first = keep(one_team(FEBRUARY, name="Harbour"), teams=[RENAMED])
    keep(one_team(MARCH, name="Harbour"), "Hartlepool")
    store.undo(first.id, by="", at=WHEN)
    assert decided(store) == decided(store, "Hartlepool") == []


@pytest.mark.functional
def test_decisions_of_a_database_that_did_not_bind_them_hold_by_themselves(store: Store, keep, file: Path) -> None:
    # Given a database of an older Headroom, in which nothing says which upload a decision was made with
    first = keep(one_team(FEBRUARY, name="Harbour"), teams=[RENAMED])
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("DROP TABLE upload_team_decision")
        connection.execute("UPDATE meta SET value = '3' WHERE key = 'schema'")
        connection.commit()
    old = Store(f"sqlite:///{file}")
    assert decided(old) == [RENAMED]
    # Then they hold as they did, the upload undone or not
    old.undo(first.id, by="", at=WHEN)
    assert decided(old) == [RENAMED]
