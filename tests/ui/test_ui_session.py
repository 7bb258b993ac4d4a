"""What is kept for one person's session, and nothing beside it."""

from __future__ import annotations

import pytest
import streamlit as st

from loaders import load
from ui import session
from ui.session import Pending

pytestmark = pytest.mark.unit


@pytest.fixture(autouse=True)
def state(monkeypatch):
    """A session of its own for each test: outside a page Streamlit has one for all."""
    own: dict[str, object] = {}
    monkeypatch.setattr(st, "session_state", own)
    return own


def a_file(file_id: str = "one") -> Pending:
    return Pending(load(b"", "empty.csv"), file_id)


def test_a_read_file_waits_until_it_is_put_aside():
    # Given nothing at first
    assert session.pending() is None
    # When a file was read
    held = a_file()
    session.set_pending(held)
    # Then it waits, until it is put aside
    assert session.pending() is held
    session.set_pending(None)
    assert session.pending() is None


def test_putting_a_file_aside_empties_the_uploader():
    # The uploader is emptied by giving it another key.
    before = session.uploader_round()
    session.set_pending(a_file())
    assert session.uploader_round() == before
    session.set_pending(None)
    assert session.uploader_round() == before + 1


def test_what_is_not_a_file_is_not_taken_for_one(state):
    # Given a session of an older version of the program, in which something else stood there
    session.set_pending(a_file())
    (key,) = state
    state[key] = "something else"
    assert session.pending() is None


def test_a_message_is_said_once():
    session.say_after_redraw("Kept one month.")
    assert session.take_message() == "Kept one month."
    assert session.take_message() is None


def test_there_is_no_message_at_first():
    assert session.take_message() is None
