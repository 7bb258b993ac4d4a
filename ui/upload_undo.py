"""Undoing an upload and bringing it back: what it would do is said before, and how things stand afterwards."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, date, datetime

import streamlit as st

from model.decisions import sentence_of
from model.words import count_words, day_words, listed, month_words, sentence
from store import KeptDecision, StoreError, Upload
from ui import cached
from ui.session import (
    ask_of_upload,
    asked_of_upload,
    changed_upload,
    follow_newest_month,
    say_after_redraw,
    set_changed_upload,
    show_council,
)
from ui.text import plain
from ui.upload_years import years_in_words

_MOST_NAMED = 4


def when_and_who(at: datetime, by: str | None) -> str:
    """A moment by this computer's clock, and whoever typed a name then: "3 March 2026 at 09:30 by Sam"."""
    here = at.astimezone()
    return f"{day_words(here)} at {here:%H:%M}{f' by {plain(by)}' if by else ''}"


def if_undone(upload: Upload, uploads: Sequence[Upload], settled: Sequence[str] = ()) -> list[str]:
    """What undoing the upload would do, a sentence each: which months would have other figures, which none.

    ``settled`` are the teams whose settings were said with it: these stay.
    """
    standing = [each for each in uploads if each.undone_at is None and each.id != upload.id]
    before: dict[int, list[date]] = {}
    for month in upload.in_force:
        found = max((each.id for each in standing if month in each.months), default=0)
        before.setdefault(found, []).append(month)
    said = [f"{_months(months)} would have no figures." for found, months in before.items() if not found]
    for older in standing:
        if older.id in before:
            figures = f"the figures of {plain(older.file_name)}, kept {when_and_who(older.at, older.by)}"
            said.append(f"{_months(before[older.id])} would go back to {figures}.")
    rest = [month for month in upload.months if month not in upload.in_force]
    said += [_no_change(rest)] if rest else []
    years = listed(years_in_words(upload.years_in_force))
    said += [sentence(f"{plain(years)} would not count any more, or those kept before would")] if years else []
    return [*said, *_stays(settled)]


def if_brought_back(upload: Upload, uploads: Sequence[Upload]) -> list[str]:
    """What bringing the upload back would do, a sentence each: which months would have its figures, and which not."""
    standing = [each for each in uploads if each.undone_at is None]
    later = {month for each in standing if each.id > upload.id for month in each.months}
    here = {month for each in standing for month in each.in_force}
    new = [month for month in upload.months if month not in here]
    instead = [month for month in upload.months if month in here and month not in later]
    rest = [month for month in upload.months if month in later]
    said = [f"{_months(new)} would have the figures of this file again."] if new else []
    said += [f"{_months(instead)}: they would take the place of those shown now."] if instead else []
    said += [_no_change(rest)] if rest else []
    years = listed(years_in_words(upload.years))
    return said + ([sentence(f"{plain(years)} would count again, where no later file has them")] if years else [])


def _stays(settled: Sequence[str]) -> list[str]:
    if not settled:
        return []
    return [f"What was said with it of {plain(listed(settled))} stays as it is; it is changed on the Methods page."]


def _no_change(months: Sequence[date]) -> str:
    return f"{_months(months)}: nothing would change, a later upload stands there."


def _months(months: Sequence[date]) -> str:
    """Months by name, or how many and from when to when."""
    names = [month_words(month) for month in months]
    if len(names) <= _MOST_NAMED:
        return listed(names)
    return f"{count_words(len(names), 'month').capitalize()} from {names[0]} to {names[-1]}"


def offer(upload: Upload, uploads: Sequence[Upload], authority: str) -> None:
    """The button of an upload; once it is pressed, what it would do, who does it, and the button that does it."""
    undo = upload.undone_at is None
    if asked_of_upload() != upload.id:
        st.button(
            "Undo" if undo else "Bring back", key=f"{'undo' if undo else 'redo'}_{upload.id}",
            on_click=ask_of_upload, args=(upload.id,),
        )  # fmt: skip
        return
    with st.container(border=False):
        said = (
            if_undone(upload, uploads, cached.store().teams_settled(authority, upload))
            if undo
            else if_brought_back(upload, uploads)
        )
        st.markdown(" ".join([*said, "Nothing is deleted: it can be brought back." if undo else ""]))
        who = st.text_input("Your name (optional, kept with it)", st.session_state.get("who", ""), key="who_undoes")
        with st.container(horizontal=True):
            st.button(
                "Undo this upload" if undo else "Bring this upload back", type="primary", key="confirm",
                on_click=_change, args=(upload, authority, " ".join(who.split())),
            )  # fmt: skip
            st.button("Leave it as it is", key="leave", on_click=ask_of_upload, args=(None,))


def say_what_was_done(version: int) -> None:
    """What this person has just undone or brought back and how things stand now; nothing once anything else changed."""
    words = changed_upload(version)
    if words:
        st.info(words, icon=":material/check:")


def _change(upload: Upload, authority: str, who: str) -> None:
    undo, store = upload.undone_at is None, cached.store()
    ask_of_upload(None)
    act: Callable[..., None] = store.undo if undo else store.redo
    try:
        before = store.team_decisions(authority)
        stays = " ".join(["", *_stays(store.teams_settled(authority, upload))]) if undo else ""
        newest = _months_of(store.uploads(authority))[-1:]
        at = datetime.now(UTC)
        act(upload.id, by=who, at=at)
        names = _of_names(before, store.team_decisions(authority))
        now = _state(authority, store.uploads(authority))
    except StoreError as error:
        say_after_redraw(plain(error))
        return
    if not undo:
        show_council(authority)
        follow_newest_month(newest)
    what = "Undone" if undo else "Brought back"
    words = f"{what} on {when_and_who(at, who)}: {plain(upload.file_name)}."
    set_changed_upload(f"{words}{names}{stays} {now}", store.version())
    say_after_redraw(f"{what}: {plain(upload.file_name)}.{names}")


def _state(authority: str, uploads: Iterable[Upload]) -> str:
    """Which months the council has now."""
    months = _months_of(uploads)
    if not months:
        return f"{plain(authority)} has no month now, so the pages show the example."
    span = month_words(months[-1]) if len(months) == 1 else f"{month_words(months[0])} to {month_words(months[-1])}"
    return f"{plain(authority)} has {count_words(len(months), 'month')} now: {span}."


def _months_of(uploads: Iterable[Upload]) -> list[date]:
    return sorted({month for upload in uploads for month in upload.in_force})


def _of_names(before: Sequence[KeptDecision], now: Sequence[KeptDecision]) -> str:
    """What was decided about names that went with an upload, or came with it; "" where nothing did."""
    words = ""
    for label, kept, others in (("No longer holds", before, now), ("Holds again", now, before)):
        numbers = {one.id for one in others}
        told = [sentence_of(one.decision) for one in kept if one.id not in numbers]
        words += f" {label}: {plain(' '.join(told))}" if told else ""
    return words
