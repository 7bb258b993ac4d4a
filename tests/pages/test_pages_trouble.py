"""A database that cannot be used: every page says so in a sentence, and shows what it still can."""

from __future__ import annotations

import pytest
from screen import SCRIPTS, TWO_TEAMS, Screen

from store import Store, StoreError
from ui import cached

pytestmark = pytest.mark.functional

SENTENCE = "The database is in use by another program. Nothing was changed. Try again in a minute."


def test_a_damaged_database_is_said_on_every_page(database):
    # Given a file that is not a database
    database.write_bytes(b"not a database " * 400)
    # When each page is opened
    for script in SCRIPTS:
        screen = Screen(script)
        # Then it says so, in a sentence, and the page is there with the example
        assert screen.at.error, script
        assert len(screen.at.error[0].value.split()) > 5, script
        assert screen.title, script
    # And the file is as it was
    assert database.read_bytes().startswith(b"not a database")


@pytest.mark.parametrize("method", ["keep", "compare"])
def test_what_goes_wrong_while_keeping_is_said_and_the_file_still_waits(method, monkeypatch, store):
    # Given a database that is locked at the moment it is needed
    def locked(*_: object, **__: object) -> None:
        raise StoreError(SENTENCE)

    screen = Screen("upload").set("council", "Anytown").upload(TWO_TEAMS)
    monkeypatch.setattr(Store, method, locked)
    screen.press("keep")
    # Then it is said, and the file is still there to be kept
    assert SENTENCE in screen.text
    monkeypatch.undo()
    assert store.authorities() == []


def test_an_undoing_that_fails_is_said(kept, monkeypatch):
    kept(TWO_TEAMS)
    screen = Screen("upload")

    def locked(*_: object, **__: object) -> None:
        raise StoreError(SENTENCE)

    monkeypatch.setattr(Store, "undo", locked)
    (undo,) = [button.key for button in screen.at.button if (button.key or "").startswith("undo_")]
    screen.press(undo).press("confirm")
    assert SENTENCE in screen.text


def test_settings_that_cannot_be_kept_say_so(monkeypatch):
    def full(*_: object, **__: object) -> None:
        raise StoreError(SENTENCE)

    screen = Screen("methods")
    monkeypatch.setattr(Store, "keep_settings", full)
    screen.submit("Keep the settings", setting_optimum="20")
    assert SENTENCE in screen.text


def test_the_program_works_where_nothing_can_be_written(monkeypatch, tmp_path):
    # Given a place for the database that does not exist and cannot be made
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("HEADROOM_DATABASE_URL", f"sqlite:///{tmp_path}/file/headroom.db")
    cached.store.clear()
    # Then the example can be looked at, and keeping says why it fails
    assert Screen().figures["Service average"] == "32.0"
    screen = Screen("upload").upload(TWO_TEAMS).set("council", "Anytown").press("keep")
    assert screen.at.error
