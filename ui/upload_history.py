"""The uploads that were kept, each to be undone or brought back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import streamlit as st

from model.words import day_words, month_words
from store import StoreError, Upload
from ui import cached
from ui.session import say_after_redraw, show_council
from ui.text import plain
from ui.upload_years import years_in_words


def show_uploads(authority: str) -> None:
    """Every upload, newest first, each to be undone or brought back."""
    uploads = cached.store().uploads(authority) if authority else []
    if not uploads:
        return
    st.subheader("Uploads", anchor=False)
    for upload in sorted(uploads, key=lambda u: u.id, reverse=True):
        with st.container(border=True, horizontal=True, vertical_alignment="center"):
            st.markdown(_upload_words(upload), width="stretch")
            if upload.undone_at is None:
                st.button("Undo", key=f"undo_{upload.id}", on_click=_undo, args=(upload,))
            else:
                st.button("Bring back", key=f"redo_{upload.id}", on_click=_redo, args=(upload, authority))


def _upload_words(upload: Upload) -> str:
    kept_at = upload.at.astimezone()
    who = f" by {plain(upload.by)}" if upload.by else ""
    when = f"{day_words(kept_at)} at {kept_at:%H:%M}"
    return f"**{plain(upload.file_name)}**: {'; '.join(_what(upload))}. Kept {when}{who}; {_state(upload)}."


def _what(upload: Upload) -> list[str]:
    """What an upload has: its months, its report of activity, its published figures."""
    what = []
    if upload.months:
        first, last = month_words(upload.months[0]), month_words(upload.months[-1])
        what.append(first if first == last else f"{len(upload.months)} months, {first} to {last}")
    return [*what, *years_in_words(upload.years)]


def _state(upload: Upload) -> str:
    if upload.undone_at is not None:
        return f"undone on {day_words(upload.undone_at.astimezone())}"
    counting = len(upload.in_force) + len(upload.years_in_force)
    if not counting:
        return "replaced by a later upload"
    if len(upload.in_force) < len(upload.months):
        return f"in use for {len(upload.in_force)} of its {len(upload.months)} months"
    if len(upload.years_in_force) < len(upload.years):
        return f"in use for {len(upload.years_in_force)} of its {len(upload.years)} years"
    return "in use"


def _undo(upload: Upload) -> None:
    _change(lambda at: cached.store().undo(upload.id, by=_who(), at=at), f"Undone: {plain(upload.file_name)}.")


def _redo(upload: Upload, authority: str) -> None:
    show_council(authority)
    _change(lambda at: cached.store().redo(upload.id, by=_who(), at=at), f"Brought back: {plain(upload.file_name)}.")


def _change(act: Callable[[datetime], None], message: str) -> None:
    try:
        act(datetime.now(UTC))
    except StoreError as error:
        say_after_redraw(plain(error))
    else:
        say_after_redraw(message)


def _who() -> str:
    return " ".join(str(st.session_state.get("who", "")).split())
