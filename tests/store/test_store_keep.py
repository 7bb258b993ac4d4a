"""Keeping months: whole, in order, by authority, and nothing else."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pandas as pd
import pytest
from kept_months import (
    FEBRUARY,
    JANUARY,
    MARCH,
    WHEN,
    allocated,
    assert_same_tables,
    full_month,
    make_tables,
    one_team,
    team,
)

from model.tables import TABLES
from store import Store, StoreError
from store.database import DEFAULT_FILE, ENVIRONMENT, Database


@pytest.mark.functional
def test_looking_makes_nothing_on_disk(store: Store, file: Path) -> None:
    # Given a store that was never written to, when everything is asked of it
    answers = (store.version(), store.authorities(), store.uploads("Stockton"))
    tables = store.tables("Stockton")
    store.settings("Stockton"), store.worker_key(), store.compare("Stockton", full_month())
    # Then it answers with nothing, and there is no file
    assert answers == (0, [], [])
    assert {name: len(frame) for name, frame in tables.items()} == dict.fromkeys(TABLES, 0)
    assert not file.parent.exists()


@pytest.mark.unit
def test_tables_come_back_as_they_went_in(store: Store, keep) -> None:
    # Given a month with every kind of value, blanks, and rows not in order of name
    given = full_month()
    keep(given)
    # Then types, blanks and order are the same
    assert_same_tables(store.tables("Stockton"), given)


@pytest.mark.unit
def test_blank_stays_blank_and_zero_stays_zero(store: Store, keep) -> None:
    keep(make_tables(team_caseload=[team(FEBRUARY, "A", None, unallocated=0), team(FEBRUARY, "B", 0, fte=0.0)]))
    kept = store.tables("Stockton")["team_caseload"]
    assert kept["allocated"].isna().tolist() == [True, False]
    assert kept["unallocated"].isna().tolist() == [False, True]
    assert kept.loc[1, "allocated"] == kept.loc[1, "fte"] == 0


@pytest.mark.unit
def test_a_number_keeps_its_last_digit(store: Store, keep) -> None:
    keep(make_tables(team_caseload=[team(FEBRUARY, "A", 1, fte=7.7, fte_in_post=0.1 + 0.2)]))
    row = store.tables("Stockton")["team_caseload"].loc[0]
    assert (row["fte"], row["fte_in_post"]) == (7.7, 0.1 + 0.2)


@pytest.mark.functional
def test_a_month_is_replaced_whole(store: Store, keep) -> None:
    # Given a month with two teams, workers, a service figure and a note, beside another month
    keep(full_month(FEBRUARY))
    keep(one_team(MARCH, allocated=90))
    # When the month is kept again with one team and nothing else
    keep(one_team(FEBRUARY, allocated=120, name="North 1"))
    # Then nothing of the old month is left, and the other month stands
    tables = store.tables("Stockton")
    assert allocated(tables) == {(FEBRUARY, "North 1"): 120, (MARCH, "South 1"): 90}
    assert [len(tables[name]) for name in ("service_caseload", "worker_caseload", "month_note")] == [0, 0, 0]


@pytest.mark.functional
def test_months_come_out_in_order_whatever_the_order_of_uploads(store: Store, keep) -> None:
    for month in (MARCH, JANUARY, FEBRUARY):
        keep(one_team(month))
    assert [month for month, _ in allocated(store.tables("Stockton"))] == [JANUARY, FEBRUARY, MARCH]


@pytest.mark.functional
def test_authorities_never_mix(store: Store, keep) -> None:
    keep(one_team(FEBRUARY, allocated=100), "Stockton")
    keep(one_team(FEBRUARY, allocated=200), "Hartlepool")
    keep(one_team(MARCH, allocated=300), "Stockton")
    assert allocated(store.tables("Stockton")) == {(FEBRUARY, "South 1"): 100, (MARCH, "South 1"): 300}
    assert allocated(store.tables(" Hartlepool ")) == {(FEBRUARY, "South 1"): 200}
    assert store.authorities() == ["Stockton", "Hartlepool"]
    assert [len(store.uploads(name)) for name in ("Stockton", "Hartlepool", "Darlington")] == [2, 1, 0]


@pytest.mark.unit
def test_an_upload_says_who_when_and_from_which_file(store: Store, keep) -> None:
    # Given a moment in summer time
    at = datetime(2013, 6, 13, 10, 0, tzinfo=timezone(timedelta(hours=1)))
    upload = keep(one_team(MARCH, JANUARY), by=" Sam ", at=at, file_name="Q4.xlsx", sha256="cd" * 32)
    # Then it is kept as the same moment, with the months in order
    assert (upload.by, upload.file_name, upload.sha256) == ("Sam", "Q4.xlsx", "cd" * 32)
    assert (upload.at, upload.at.tzinfo) == (at, UTC)
    assert upload.months == upload.in_force == (JANUARY, MARCH)
    assert (upload.undone_at, upload.redone_at) == (None, None)
    assert store.uploads("Stockton") == [upload]


@pytest.mark.unit
def test_a_moment_without_a_zone_is_local_time(keep) -> None:
    naive = datetime(2013, 6, 13, 10, 0)
    assert keep(one_team(FEBRUARY), at=naive).at == naive.astimezone()


@pytest.mark.functional
def test_the_version_moves_with_every_change_and_only_then(store: Store, keep) -> None:
    # Given the version after each change
    seen = [store.version()]
    upload = keep(one_team(FEBRUARY))
    seen.append(store.version())
    store.undo(upload.id, by="", at=WHEN)
    seen.append(store.version())
    store.redo(upload.id, by="", at=WHEN)
    seen.append(store.version())
    store.keep_settings("Stockton", store.settings("Stockton"), by="", at=WHEN)
    seen.append(store.version())
    # Then it rose each time, and looking does not move it
    assert seen == sorted(set(seen))
    store.tables("Stockton"), store.uploads("Stockton"), store.compare("Stockton", one_team(FEBRUARY))
    assert store.version() == seen[-1]


@pytest.mark.functional
def test_a_file_compared_with_an_older_state_is_not_kept(store: Store, keep) -> None:
    # Given somebody who looked, and somebody else who kept a file since
    looked = store.version()
    keep(one_team(FEBRUARY, allocated=100), expected_version=looked)
    # When the first one keeps theirs, then it is refused and nothing changes
    before = store.version()
    with pytest.raises(StoreError, match="Someone else has changed the kept months"):
        keep(one_team(FEBRUARY, allocated=999), expected_version=looked)
    assert (store.version(), allocated(store.tables("Stockton"))) == (before, {(FEBRUARY, "South 1"): 100})
    assert keep(one_team(MARCH), expected_version=before).id


@pytest.mark.unit
@pytest.mark.parametrize(
    ("tables", "says"),
    [
        (make_tables(), "no teams"),
        ({}, "no teams"),
        (full_month() | {"team_caseload": one_team(MARCH)["team_caseload"]}, "figures for February 2013 but no teams"),
        (
            make_tables(team_caseload=[team(FEBRUARY, "A", 1), team(FEBRUARY, "A", 2)]),
            "A stands twice in February 2013",
        ),
        (make_tables(team_caseload=[team(FEBRUARY.replace(day=20), "A", 1)]), "do not fit"),
        ({"team_caseload": pd.DataFrame([team(FEBRUARY, "A", 1) | {"child_name": "x"}])}, "do not fit"),
        ({"team_caseload": pd.DataFrame([{"month": FEBRUARY, "allocated": 3}])}, "do not fit"),
    ],
)
def test_what_is_no_whole_month_is_refused_and_makes_no_file(store, keep, file, tables, says) -> None:
    for attempt in (keep, lambda given: store.compare("Stockton", given)):
        with pytest.raises(StoreError, match=says):
            attempt(tables)
    assert not file.exists()


@pytest.mark.unit
def test_notes_on_months_without_teams_are_left_out(store: Store, keep) -> None:
    notes = [{"month": month, "mark": "note", "note": "Strike"} for month in (JANUARY, FEBRUARY, FEBRUARY)]
    keep(make_tables(team_caseload=[team(FEBRUARY, "A", 1)], month_note=notes))
    kept = store.tables("Stockton")["month_note"]
    assert kept["month"].dt.date.tolist() == [FEBRUARY]


@pytest.mark.unit
def test_an_authority_needs_a_name(store: Store, keep) -> None:
    with pytest.raises(StoreError, match="Type the name"):
        keep(one_team(FEBRUARY), "  ")
    with pytest.raises(StoreError, match="Type the name"):
        store.keep_settings("", store.settings(""), by="", at=WHEN)


@pytest.mark.unit
def test_the_figures_passed_in_are_not_changed(keep) -> None:
    given, untouched = full_month(), full_month()
    keep(given)
    assert_same_tables(given, untouched)


@pytest.mark.unit
def test_the_database_is_where_it_was_asked_to_be(monkeypatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    # Without a word it is data/headroom.db in the project, wherever the program was started
    monkeypatch.delenv(ENVIRONMENT, raising=False)
    assert Database().file == DEFAULT_FILE
    assert DEFAULT_FILE.parent.joinpath("example.py").exists()
    # The environment moves it; a relative path begins at the project too; an address given in words wins
    monkeypatch.setenv(ENVIRONMENT, "sqlite:///data/other.db")
    assert Database().file == DEFAULT_FILE.with_name("other.db")
    assert Database(f"sqlite:///{tmp_path}/mine.db").file == tmp_path / "mine.db"
