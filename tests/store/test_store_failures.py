"""When the database cannot be used, a plain sentence says so and nothing changes."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from kept_months import FEBRUARY, WHEN, allocated, full_month, one_team
from sqlalchemy import event
from sqlalchemy.engine import Engine

from store import Store, StoreError

pytestmark = pytest.mark.unit


@contextmanager
def every_connection(pragma: str) -> Iterator[None]:
    """SQLite itself made to refuse: the errors are its own."""

    def listen(connection: sqlite3.Connection, _record: object) -> None:
        connection.execute(f"PRAGMA {pragma}")

    event.listen(Engine, "connect", listen)
    try:
        yield
    finally:
        event.remove(Engine, "connect", listen)


def assert_plain(error: StoreError, file: Path) -> None:
    """What happened, where, and what to do, without a program's words."""
    text = str(error).replace(str(file), "")
    assert str(file) in str(error)
    assert text.count(".") >= 2
    assert text[0].isupper()
    assert "The file" not in text[1:]
    assert not re.search(r"(?i)sql|exception|error:|none|null|traceback|cursor|\(|!", text)


def test_a_busy_file_is_waited_for_and_then_said_so(file: Path, store: Store, keep) -> None:
    keep(one_team(FEBRUARY))
    # Given another program that is writing
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        # When a file is to be kept, then it is refused in plain words; looking still works
        with pytest.raises(StoreError, match="in use by someone else") as caught:
            Store(f"sqlite:///{file}", wait_seconds=0.1).undo(1, by="", at=WHEN)
        assert_plain(caught.value, file)
        assert len(store.tables("Stockton")["team_caseload"]) == 1
        other.execute("ROLLBACK")
    # Then it works once the other has finished
    store.undo(1, by="", at=WHEN)


def test_a_file_that_is_no_database_is_left_alone(file: Path, store: Store, keep) -> None:
    # Given somebody's letter under the name
    file.parent.mkdir()
    file.write_bytes(b"Dear colleague, " * 100)
    # Then looking and keeping say so, and the letter is still there
    for attempt in (store.version, lambda: store.tables("Stockton"), lambda: keep(one_team(FEBRUARY))):
        with pytest.raises(StoreError, match="damaged or is not Headroom’s file") as caught:
            attempt()
        assert_plain(caught.value, file)
    assert file.read_bytes() == b"Dear colleague, " * 100


def test_a_damaged_file_is_said_to_be_damaged(file: Path, store: Store, keep) -> None:
    # Given a kept file whose pages were overwritten
    keep(full_month())
    content = bytearray(file.read_bytes())
    content[4096:] = b"\x07" * (len(content) - 4096)
    file.write_bytes(content)
    with pytest.raises(StoreError, match="damaged") as caught:
        Store(f"sqlite:///{file}").tables("Stockton")
    assert_plain(caught.value, file)


def test_a_refused_write_leaves_the_month_and_the_reading_of_it_as_they_were(file: Path, store: Store, keep) -> None:
    keep(one_team(FEBRUARY, allocated=7))
    with every_connection("query_only = ON"):
        with pytest.raises(StoreError, match="not allowed to write") as caught:
            keep(one_team(FEBRUARY, allocated=8))
        assert_plain(caught.value, file)
        assert allocated(store.tables("Stockton")) == {(FEBRUARY, "South 1"): 7}


def test_a_full_disk_leaves_the_previous_state(file: Path, store: Store, keep) -> None:
    # Given a disk with hardly any room beyond what is kept
    keep(one_team(FEBRUARY, allocated=7))
    version = store.version()
    with closing(sqlite3.connect(file)) as connection:
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
    many = one_team(FEBRUARY, allocated=8)
    many["month_note"] = full_month()["month_note"].assign(note="long " * 20_000)
    # When a long file is to be kept, then it is refused and the month stands as it was
    with every_connection(f"max_page_count = {pages + 1}"), pytest.raises(StoreError, match="no room left") as caught:
        keep(many)
    assert_plain(caught.value, file)
    assert allocated(store.tables("Stockton")) == {(FEBRUARY, "South 1"): 7}
    assert store.version() == version
    keep(many)


def test_a_folder_that_cannot_be_made_is_said_so(tmp_path: Path) -> None:
    # Given a file where the folder should be
    (tmp_path / "folder").write_text("in the way")
    store = Store(f"sqlite:///{tmp_path}/folder/kept.db")
    assert store.version() == 0
    with pytest.raises(StoreError, match="cannot be opened") as caught:
        store.keep("Stockton", one_team(FEBRUARY), file_name="f", sha256="0", by="", at=WHEN)
    assert_plain(caught.value, tmp_path / "folder" / "kept.db")


def test_a_newer_headrooms_file_is_not_touched(file: Path, keep) -> None:
    keep(one_team(FEBRUARY))
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("UPDATE meta SET value = '999' WHERE key = 'schema'")
    with pytest.raises(StoreError, match="newer version of Headroom"):
        Store(f"sqlite:///{file}").version()


def test_a_file_taken_away_or_put_back_is_noticed_without_a_restart(file: Path, store: Store, keep) -> None:
    # Given a back-up of a first state, and a later state
    keep(one_team(FEBRUARY, allocated=1))
    back_up, versions = file.read_bytes(), {store.version()}
    keep(one_team(FEBRUARY, allocated=2))
    versions.add(store.version())
    # When the file is taken away, then nothing is kept
    file.unlink()
    assert (store.version(), store.authorities()) == (0, [])
    # When the back-up is put in its place, then the first state is back, and the next change has a number never seen
    file.write_bytes(back_up)
    assert allocated(store.tables("Stockton")) == {(FEBRUARY, "South 1"): 1}
    keep(one_team(FEBRUARY, allocated=3))
    assert store.version() not in versions


def test_at_rest_all_is_in_the_one_file(file: Path, keep) -> None:
    keep(full_month())
    assert [path.name for path in file.parent.iterdir()] == [file.name]


@pytest.mark.parametrize("url", ["", "sqlite://", "sqlite:///:memory:", "nonsense", "nosuch://host/name"])
def test_an_address_that_cannot_be_used_is_said_so(monkeypatch, url: str) -> None:
    monkeypatch.setenv("HEADROOM_DATABASE_URL", url or "wrong")
    with pytest.raises(StoreError, match=r"address"):
        Store(url or None)


def test_another_programs_table_of_the_same_name_is_told_plainly(store: Store, file: Path) -> None:
    file.parent.mkdir()
    with closing(sqlite3.connect(file)) as other, other:
        other.execute("CREATE TABLE meta (key TEXT, value TEXT)")
        other.execute("INSERT INTO meta VALUES ('schema', 'abc')")
    with pytest.raises(StoreError, match="is not Headroom’s file"):
        store.authorities()


@pytest.mark.parametrize(
    ("key", "value"), [("schema", "abc"), ("version", "one"), ("secret", "no secret"), ("version", None)]
)
def test_what_headroom_itself_wrote_and_cannot_be_read_is_damage(file: Path, keep, key: str, value) -> None:
    # Given a kept file in which one of our own values was spoilt, or is gone
    keep(full_month())
    with closing(sqlite3.connect(file)) as other, other:
        if value is None:
            other.execute("DELETE FROM meta WHERE key = ?", (key,))
        else:
            other.execute("UPDATE meta SET value = ? WHERE key = ?", (value, key))
    spoilt = Store(f"sqlite:///{file}")
    # When somebody looks, then it is said to be damaged
    with pytest.raises(StoreError, match="damaged or is not Headroom’s file") as caught:
        spoilt.worker_key() if key == "secret" else spoilt.version()
    assert_plain(caught.value, file)


def test_a_fault_of_ours_is_not_called_damage(file: Path, store: Store, keep, monkeypatch) -> None:
    # Given months that are kept and in order, and a slip in the program that reads them
    keep(full_month())

    def slip(*_: object) -> None:
        raise ValueError("time data does not match format")

    monkeypatch.setattr("store.history.to_frame", slip)
    # When they are read, then nobody is sent to the back-up: the slip itself comes through, and nothing has changed
    with pytest.raises(ValueError, match="time data"):
        store.tables("Stockton")
    monkeypatch.setattr("store.uploads.months_of", slip)
    before = file.read_bytes()
    with pytest.raises(ValueError, match="time data"):
        keep(one_team(FEBRUARY))
    assert file.read_bytes() == before
    monkeypatch.undo()
    assert len(store.tables("Stockton")["team_caseload"])


def test_a_file_name_that_is_no_text_is_kept_as_well_as_can_be(store: Store, keep) -> None:
    keep(full_month(), file_name="Feb\ud800.xlsx")
    assert store.uploads("Stockton")[0].file_name == "Feb?.xlsx"
