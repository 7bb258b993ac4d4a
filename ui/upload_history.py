"""The uploads that were kept, each to be undone or brought back."""

from __future__ import annotations

import streamlit as st

from model.words import month_words
from store import Upload
from ui import cached
from ui.session import asked_of_upload
from ui.text import plain
from ui.upload_undo import offer, say_what_was_done, when_and_who
from ui.upload_years import years_in_words


def show_uploads(authority: str) -> None:
    """Every upload, newest first, each to be undone or brought back."""
    uploads = cached.store().uploads(authority) if authority else []
    if not uploads:
        return
    st.header("Uploads", anchor=False)
    say_what_was_done(cached.store().version())
    if cached.store().team_decisions(authority):
        st.caption(
            "Undoing an upload also takes back what was said with it about names of teams, unless a later upload has "
            "one of these names. Bringing it back brings that back too."
        )
    for upload in sorted(uploads, key=lambda u: u.id, reverse=True):
        # What it would do stands under what it is, not squeezed beside it.
        with st.container(border=True, horizontal=asked_of_upload() != upload.id, vertical_alignment="center"):
            st.markdown(_upload_words(upload), width="stretch")
            offer(upload, uploads, authority)


def _upload_words(upload: Upload) -> str:
    state = _state(upload)
    if upload.redone_at is not None:
        state = f"brought back {when_and_who(upload.redone_at, upload.redone_by)}, {state}"
    kept = when_and_who(upload.at, upload.by)
    return f"**{plain(upload.file_name)}**: {'; '.join(_what(upload))}. Kept {kept}; {state}."


def say_if_kept_before(authority: str, sha256: str) -> None:
    """Say at once that the very same file was kept before, and whether it was undone since."""
    same = [upload for upload in (cached.store().uploads(authority) if authority else []) if upload.sha256 == sha256]
    if not same:
        return
    last = max(same, key=lambda upload: upload.id)
    text = f"This file was kept on {when_and_who(last.at, last.by)}."
    if last.undone_at is not None:
        text += f" It was undone on {when_and_who(last.undone_at, last.undone_by)}; it can be brought back below."
    st.info(text)


def _what(upload: Upload) -> list[str]:
    """What an upload has: its months, its report of activity, its published figures."""
    what = []
    if upload.months:
        first, last = month_words(upload.months[0]), month_words(upload.months[-1])
        what.append(first if first == last else f"{len(upload.months)} months, {first} to {last}")
    return [*what, *years_in_words(upload.years)]


def _state(upload: Upload) -> str:
    if upload.undone_at is not None:
        return f"undone {when_and_who(upload.undone_at, upload.undone_by)}"
    counting = len(upload.in_force) + len(upload.years_in_force)
    if not counting:
        return "replaced by a later upload"
    if len(upload.in_force) < len(upload.months):
        return f"in use for {len(upload.in_force)} of its {len(upload.months)} months"
    if len(upload.years_in_force) < len(upload.years):
        return f"in use for {len(upload.years_in_force)} of its {len(upload.years)} years"
    return "in use"
