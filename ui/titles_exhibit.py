"""Established posts by post title: vacant, away, at work, in FTE or, where a list has none, as people."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from charts.people_away import people_bars
from model import post_titles
from model.frames import rounded
from model.people_away import AtWork
from model.post_titles import Title, Titles
from ui import exhibit
from ui.exhibit import Exhibit
from ui.people_exhibit import HEADINGS, drawn
from ui.text import plain
from ui.view import View, once_a_view

_FTE = ("established", "in_post", "vacant", "sick", "leave", "hidden", "present")
_PEOPLE = {
    "role": "Post title",
    "people": "In post (people)",
    "posts": "Vacant posts",
    "sick": "Away sick (people)",
    "leave": "On maternity or other leave (people)",
    "hidden": "Away, why not kept (people)",
    "present": "At work (people)",
}
_OF_FTE = HEADINGS | {"hidden": "Away, why not kept (FTE)"}
_IN_FTE = {name: _PEOPLE[name] for name in ("role", "people", "posts")} | {name: _OF_FTE[name] for name in _FTE}
_NONE_LISTED = (
    "Posts stand here by post title where a list of workers says which are vacant (a row with “Vacant” in place of a "
    "name, with the post title and its FTE) or who is away sick or on leave (a column such as “Status” or “Absence”)."
)


def show(view: View) -> None:
    """What becomes of the posts of each title: as bars where their FTE is known, else as a table of people."""
    found = by_title(view)
    if found is not None:
        exhibit.show(found)
        return
    titles = post_titles.by_title(view.tables, view.now)
    if not titles.each:
        st.caption(plain(post_titles.ALL_TEAMS_ONLY if titles.narrowed else _NONE_LISTED))
        return
    st.header(plain(post_titles.title(titles)), anchor=False)
    people = pd.DataFrame([{name: getattr(title, name) for name in _PEOPLE} for title in titles.each])
    counts = people.astype(dict.fromkeys(list(_PEOPLE)[1:], "Int64"))
    exhibit.show_table(counts, _needed(titles, _PEOPLE), alt="People and vacant posts by post title")
    st.caption(plain(f"Of the list of workers, {view.day}. {post_titles.notes(titles, view.now)}"))


@once_a_view
def by_title(view: View) -> Exhibit | None:
    """The established posts of each title as a bar; ``None`` where no list of workers says so in FTE."""
    titles = post_titles.by_title(view.tables, view.now)
    if all(title.work.in_post is None and not title.work.vacant for title in titles.each):
        return None
    frame = pd.DataFrame([_row(title) for title in titles.each]).astype(dict.fromkeys(_FTE, "float64"))
    finding, notes = post_titles.title(titles), post_titles.notes(titles, view.now)
    beneath = f"Full-time equivalent of posts by post title, of the list of workers, {view.day}."
    people = sum(title.people for title in titles.each)
    posts = sum(title.posts or 0 for title in titles.each) if titles.vacant_said else None
    return Exhibit(
        key="post_titles",
        finding=finding,
        beneath=beneath,
        figure=people_bars(drawn(frame.rename(columns={"role": "team"})), view.style),
        alt=f"Stacked bars of established posts by post title: {finding}.",
        frame=frame.astype({"people": "Int64", "posts": "Int64"}),
        columns=tuple(_needed(titles, _IN_FTE)),
        source=view.source,
        headings=_IN_FTE,
        note=notes,
        measure=f"{beneath} {notes}",
        foot={"role": "All post titles", "people": people, "posts": posts} | _fte(titles.whole),
    )


def _row(title: Title) -> dict[str, object]:
    unsaid = {"sick": None, "leave": None} if title.hidden else {"hidden": None}
    return {"role": title.role, "people": title.people, "posts": title.posts} | _fte(title.work) | unsaid


def _needed(titles: Titles, headings: dict[str, str]) -> dict[str, str]:
    """The headings without that of those away for a reason that is not kept, where there are none."""
    kept = any(title.hidden for title in titles.each)
    return {name: heading for name, heading in headings.items() if kept or name != "hidden"}


def _fte(work: AtWork) -> dict[str, object]:
    return {name: rounded(getattr(work, name)) for name in _FTE}
