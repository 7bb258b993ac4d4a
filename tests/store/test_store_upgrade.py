"""A database of an older Headroom is read as it is; its first change brings it up and leaves a copy beside it."""

from __future__ import annotations

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from kept_months import FEBRUARY, MARCH, WHEN, assert_same_tables, make_tables, one_team, team

from model.tables import FLOWS
from store import Store, StoreError
from store.schema import SCHEMA_VERSION

pytestmark = pytest.mark.functional


def made_older(file: Path) -> None:
    """What a Headroom before what came and went was kept left behind."""
    with closing(sqlite3.connect(file)) as connection, connection:
        for table in ("team_caseload", "service_caseload"):
            for column in FLOWS:
                connection.execute(f"ALTER TABLE {table} DROP COLUMN {column}")
        connection.execute("UPDATE meta SET value = '4' WHERE key = 'schema'")


def test_a_table_that_an_older_headroom_did_not_have_is_empty_until_its_first_change(file, store, keep) -> None:
    keep(one_team(FEBRUARY, allocated=7))
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("DROP TABLE vacant_post")
        connection.execute("UPDATE meta SET value = '7' WHERE key = 'schema'")
    older = Store(f"sqlite:///{file}")
    assert older.tables("Stockton")["vacant_post"].empty
    vacant = {"month": MARCH, "team": "South 1", "role": "Social Worker", "posts": 2, "fte": 1.5}
    new = make_tables(team_caseload=[team(MARCH, "South 1", 7)], vacant_post=[vacant])
    older.keep("Stockton", new, file_name="m.xlsx", sha256="0", by="", at=WHEN)
    assert older.tables("Stockton")["vacant_post"][["role", "posts", "fte"]].to_numpy().tolist() == [
        ["Social Worker", 2, 1.5]
    ]


def test_who_is_away_by_title_is_unknown_in_an_older_database_and_kept_from_its_first_change_on(file, keep) -> None:
    # Given a database of before who is away was kept by title, with a month in it
    keep(one_team(FEBRUARY, allocated=7))
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("DROP TABLE away_post")
        connection.execute("UPDATE meta SET value = '10' WHERE key = 'schema'")
    older = Store(f"sqlite:///{file}")
    assert older.tables("Stockton")["away_post"].empty
    # When a month that says it is kept
    gone = [
        {"role": "Social Worker", "reason": "sick", "people": 2},
        {"role": "SW", "reason": "leave", "people": 0, "fte": 0},
    ]
    new = make_tables(team_caseload=[team(MARCH, "South 1", 7)], away_post=[{"month": MARCH} | row for row in gone])
    older.keep("Stockton", new, file_name="m.xlsx", sha256="0", by="", at=WHEN)
    # Then the older month stands as it was, and the new one has what it says, an unknown FTE unknown
    kept = older.tables("Stockton")
    assert kept["team_caseload"]["allocated"].tolist() == [7, 7]
    assert kept["away_post"][["role", "reason", "people"]].to_numpy().tolist() == [
        ["Social Worker", "sick", 2],
        ["SW", "leave", 0],
    ]
    assert kept["away_post"]["fte"].isna().tolist() == [True, False]
    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute("SELECT value FROM meta WHERE key = 'schema'").fetchone() == (str(SCHEMA_VERSION),)


def with_flows() -> dict:
    return make_tables(
        team_caseload=[team(MARCH, "South 1", 7, starts=3, closures=0, leavers_fte=0.5, away_sickness=0.2)],
        service_caseload=[{"month": MARCH, "starts": 4, "joiners": 1}],
    )


def test_it_opens_as_it_is_and_reading_changes_nothing(file: Path, store: Store, keep) -> None:
    keep(one_team(FEBRUARY, allocated=7))
    current = store.tables("Stockton")
    made_older(file)
    before = file.read_bytes()
    # Then its months are there, what it lacks is blank, and neither the file nor its folder is touched
    assert_same_tables(Store(f"sqlite:///{file}").tables("Stockton"), current)
    assert current["team_caseload"][list(FLOWS)].isna().all(axis=None)
    assert file.read_bytes() == before
    assert not list(file.parent.glob("*before*"))


def test_its_first_change_adds_the_columns_and_leaves_a_copy_as_it_was(file: Path, store: Store, keep) -> None:
    keep(one_team(FEBRUARY, allocated=7))
    made_older(file)
    older = Store(f"sqlite:///{file}")
    older.keep("Stockton", with_flows(), file_name="m.xlsx", sha256="0", by="", at=WHEN)
    # Then old and new months stand together
    teams = older.tables("Stockton")["team_caseload"].set_index("month")
    assert teams["allocated"].tolist() == [7, 7]
    assert teams["leavers_fte"].isna().tolist() == [True, False]
    assert (teams["starts"].iloc[1], teams["closures"].iloc[1]) == (3, 0)
    assert older.tables("Stockton")["service_caseload"]["joiners"].tolist() == [1]
    # And the copy is the file as it was, which is made once
    older.keep("Stockton", one_team(MARCH), file_name="m.xlsx", sha256="1", by="", at=WHEN)
    (copy,) = file.parent.glob("*before*")
    assert copy.name == f"kept-before-version-{SCHEMA_VERSION}.db"
    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("SELECT value FROM meta WHERE key = 'schema'").fetchone() == ("4",)
        assert connection.execute("SELECT count(*) FROM upload").fetchone() == (1,)
        assert "starts" not in [row[1] for row in connection.execute("PRAGMA table_info(team_caseload)")]
    assert list(Store(f"sqlite:///{copy}").tables("Stockton")["team_caseload"]["allocated"]) == [7]


def test_a_copy_that_was_left_before_is_not_written_over(file: Path, keep) -> None:
    keep(one_team(FEBRUARY))
    made_older(file)
    left = file.with_name(f"kept-before-version-{SCHEMA_VERSION}.db")
    left.write_bytes(b"somebody's")
    Store(f"sqlite:///{file}").keep("Stockton", one_team(MARCH), file_name="m", sha256="0", by="", at=WHEN)
    assert left.read_bytes() == b"somebody's"
    assert left.with_stem(f"{left.stem}-2").exists()


def test_without_a_copy_nothing_is_changed(file: Path, keep, monkeypatch: pytest.MonkeyPatch) -> None:
    # Given a disk that takes no copy
    keep(one_team(FEBRUARY))
    made_older(file)

    def full(*_: object) -> None:
        raise OSError("No space left on device")

    monkeypatch.setattr("store.upgrade.shutil.copymode", full)
    older = Store(f"sqlite:///{file}")
    with pytest.raises(StoreError, match="no room left"):
        older.keep("Stockton", with_flows(), file_name="m", sha256="0", by="", at=WHEN)
    # Then the database is the older one still, with its months, and no piece of a copy lies about
    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute("SELECT value FROM meta WHERE key = 'schema'").fetchone() == ("4",)
    assert len(older.tables("Stockton")["team_caseload"]) == 1
    assert not list(file.parent.glob("*before*"))


@pytest.mark.parametrize("broken", ["upgrade.metadata.create_all", "decisions.keep"])
def test_a_change_that_fails_leaves_no_copies(file: Path, keep, monkeypatch: pytest.MonkeyPatch, broken: str) -> None:
    # Given an older database whose upgrade, or the change after it, fails each time
    keep(one_team(FEBRUARY))
    made_older(file)

    def full(*_: object, **__: object) -> None:
        assert list(file.parent.glob("*before*"))
        raise OSError("No space left on device")

    older = Store(f"sqlite:///{file}")
    with monkeypatch.context() as patched:
        patched.setattr(f"store.{broken}", full)
        for sha256 in ("0", "1"):
            with pytest.raises(StoreError, match="no room left"):
                older.keep("Stockton", one_team(MARCH), file_name="m", sha256=sha256, by="", at=WHEN)
    # Then no copy lies about, and the try that succeeds leaves one
    assert not list(file.parent.glob("*before*"))
    older.keep("Stockton", one_team(MARCH), file_name="m", sha256="2", by="", at=WHEN)
    assert len(list(file.parent.glob("*before*"))) == 1


def test_two_servers_that_change_it_at_once_bring_it_up_once(file: Path, keep) -> None:
    # Given an older database on which two servers start, and four people who keep a month each
    keep(one_team(FEBRUARY))
    made_older(file)
    servers = [Store(f"sqlite:///{file}") for _ in range(2)]
    months = [date(2013, month, 1) for month in (3, 4, 5, 6)]

    def session(number: int) -> None:
        tables = make_tables(team_caseload=[team(months[number], "South 1", 9, starts=number)])
        servers[number % 2].keep("Stockton", tables, file_name="m", sha256=str(number), by="", at=WHEN)

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(session, range(4)))
    # Then every month is there with what came, and there is one copy
    frame = servers[0].tables("Stockton")["team_caseload"]
    assert frame["starts"].tolist()[1:] == [0, 1, 2, 3]
    assert len(list(file.parent.glob("*before*"))) == 1
