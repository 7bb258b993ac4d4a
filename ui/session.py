"""The only keys kept for one person's session, typed.

Choices that belong in a link (month, teams, posts …) are widgets bound to the
address and need no key here. What is kept here is one person's own: a file read
but not yet kept, a message to show after the next redraw.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from loaders import Decision, Loaded, SheetMonth
from model.words import month_words

_PENDING = "pending_upload"
_MESSAGE = "message_after_redraw"
_UPLOADER = "uploader_round"
_COUNCIL = "council_to_show"
_COMPARED_AT = "compared_at"
_KEPT = "just_kept"
_ASKED = "asked_of_upload"
_CHANGED = "changed_upload"
_OTHERWISE = "otherwise_of_loaded_scenario"


@dataclass(frozen=True)
class Pending:
    """A file that was read and waits to be kept or put aside.

    ``decisions`` is what this person said that its columns are, ``months`` of which month its figures are; ``turn``
    counts how often it was read. ``coded_with`` marks the secret by which its workers have their codes.
    """

    loaded: Loaded
    file_id: str
    decisions: tuple[Decision, ...] = ()
    turn: int = 0
    coded_with: str = ""
    months: tuple[SheetMonth, ...] = ()


def pending() -> Pending | None:
    """The file that this person has read but not yet kept."""
    found = st.session_state.get(_PENDING)
    return found if isinstance(found, Pending) else None


def set_pending(value: Pending | None) -> None:
    """Hold a file that was read, or put it aside; the uploader is emptied with it."""
    if value is None:
        st.session_state.pop(_PENDING, None)
        st.session_state.pop(_COMPARED_AT, None)
        st.session_state[_UPLOADER] = uploader_round() + 1
    else:
        before = pending()
        st.session_state[_PENDING] = value
        # The same file read once more is compared with what its comparison before was shown at.
        if before is None or before.file_id != value.file_id:
            st.session_state.pop(_COMPARED_AT, None)


def set_just_kept(words: str, version: int, page: str) -> None:
    """Note what this person has just kept, in words, the store's version that it made, and the page that shows it."""
    st.session_state[_KEPT] = (words, version, page)


def just_kept(version: int) -> tuple[str, str]:
    """What this person has just kept, in words, and the page that shows it; "" once anything was changed after it."""
    words, made, page = st.session_state.get(_KEPT, ("", None, ""))
    return (str(words), str(page)) if made == version else ("", "")


def ask_of_upload(upload_id: int | None) -> None:
    """Ask this person whether that upload is to be undone or brought back; or, with ``None``, ask no more."""
    st.session_state[_ASKED] = upload_id


def asked_of_upload() -> int | None:
    """The upload that this person is asked about."""
    found = st.session_state.get(_ASKED)
    return int(found) if found is not None else None


def set_changed_upload(words: str, version: int) -> None:
    """Note what this person has just undone or brought back, in words, and the store's version that it made."""
    st.session_state[_CHANGED] = (words, version)


def changed_upload(version: int) -> str:
    """What this person has just undone or brought back, in words; "" once anything was changed after it."""
    words, made = st.session_state.get(_CHANGED, ("", None))
    return str(words) if made == version else ""


def uploader_round() -> int:
    """How often the uploader has been emptied: part of its key, because it cannot be emptied otherwise."""
    return int(st.session_state.get(_UPLOADER, 0))


def uploaded() -> UploadedFile | None:
    """The file in the uploader, which forgets it when this person leaves the page; nothing else holds its contents."""
    found = st.session_state.get(f"file_{uploader_round()}")
    return found if isinstance(found, UploadedFile) else None


def set_otherwise_here(name: str, words: str) -> None:
    """Note of the scenario that this person has loaded what it rests on otherwise here, in words."""
    st.session_state[_OTHERWISE] = (name, words)


def otherwise_of_loaded() -> tuple[str, str]:
    """The scenario loaded last, and what it rests on otherwise here, in words; "" and "" where none was."""
    name, words = st.session_state.get(_OTHERWISE, ("", ""))
    return str(name), str(words)


def say_after_redraw(message: str) -> None:
    """A message that the page shows once it has been drawn again."""
    st.session_state[_MESSAGE] = message


def take_message() -> str | None:
    """The message to show now, once."""
    found = st.session_state.pop(_MESSAGE, None)
    return str(found) if found else None


def compared_at(version: int) -> int:
    """The store's version that this person's last comparison was shown at; from now on it is ``version``."""
    seen = st.session_state.get(_COMPARED_AT, version)
    st.session_state[_COMPARED_AT] = version
    return int(seen)


def show_council(name: str) -> None:
    """Show this council from the next run on: its choice is drawn already in this one."""
    st.session_state[_COUNCIL] = name


def follow_newest_month(newest: Sequence[date]) -> None:
    """Let the pages open at the newest month, which was ``newest``, unless this person has chosen another one.

    The choice of a month is in the address from the start, so one that nobody made stays with what was newest.
    """
    if st.session_state.get("month") in [month_words(month) for month in newest]:
        del st.session_state["month"]


def take_council_to_show() -> str | None:
    """The council to show from now on, once."""
    found = st.session_state.pop(_COUNCIL, None)
    return str(found) if found else None
