"""What a page is about: whose data, which month, compared with which, which teams.

The choices stand in one row on top of every page and in the address, so that a
link shows what the sender saw.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NoReturn

import pandas as pd
import streamlit as st

from charts.style import DARK, LIGHT, Style
from model.assumptions import Settings
from model.caseload import ServiceMonth, months
from model.change import comparison_months
from model.words import count_words, day_words, month_words, sentence
from store import StoreError
from ui import cached
from ui.text import plain

LATEST = "Latest month"
MONTH_BEFORE = "Month before"
YEAR_BEFORE = "Same month last year"


@dataclass(frozen=True)
class View:
    """Everything a page needs to know of the choices; ``history`` ascending, ``before`` may be missing."""

    authority: str
    version: int
    settings: Settings
    tables: cached.Tables
    history: list[ServiceMonth]
    now: ServiceMonth
    before: ServiceMonth | None
    style: Style

    @property
    def is_example(self) -> bool:
        """Whether this is the example council."""
        return self.authority == cached.EXAMPLE

    @property
    def day(self) -> str:
        """The day or month the figures are counted at, in words."""
        return service_day(self.now)

    @property
    def source(self) -> str:
        """Where the figures come from, for the foot of a chart."""
        if self.is_example:
            marks = {mark for mark, _ in self.notes()}
            made = "a reconstruction from its published averages" if "reconstruction" in marks else "made up"
            return f"Example around the Cabinet report of 13 June 2013; this month is {made}"
        return f"{self.authority}, uploaded figures"

    def notes(self, month: date | None = None) -> list[tuple[str, str]]:
        """The marks and notes on a month (this one by default)."""
        frame = self.tables["month_note"]
        here = frame[frame["month"] == pd.Timestamp(month or self.now.month)]
        return list(zip(here["mark"], here["note"], strict=True))

    def breaks(self) -> list[tuple[str, str]]:
        """Months at which the series changed meaning: ISO month and words."""
        frame = self.tables["month_note"]
        marked = frame[frame["mark"] == "restructure"]
        return [(month.date().isoformat(), f"Restructure, {month_words(month)}") for month in marked["month"]]


def service_day(service: ServiceMonth) -> str:
    """The day the figures are counted at, or their month where no day is known."""
    return day_words(service.as_at) if service.as_at else month_words(service.month)


def style() -> Style:
    """The chart colours that suit the person's light or dark screen."""
    return DARK if st.context.theme.type == "dark" else LIGHT


def version() -> int:
    """The store's version; 0 when the store cannot be read, which is said on the page."""
    try:
        return cached.store().version()
    except StoreError as error:
        st.error(plain(error))
        return 0


def own_authorities() -> list[str]:
    """Councils that have kept months of their own, the example apart."""
    return [name for name in cached.store().authorities() if name != cached.EXAMPLE]


def choose() -> View | None:
    """Draw the row of choices and return what was chosen; ``None`` when there is no month at all."""
    at = version()
    authority = _authority(at)
    tables = cached.tables(authority, at)
    found = months(tables)
    if not found:
        return None
    title, month_box, before_box, teams_box = st.columns([4, 1.8, 2, 2.2], vertical_alignment="center")
    with month_box:
        month = _month(found)
    with before_box:
        earlier = _compared(found, month)
    with teams_box:
        teams = _teams(tables)
    view = _view(authority, at, tables, month, earlier, teams)
    with title:
        _title(view)
    if view.notes():
        st.caption(" ".join(plain(sentence(note)) for _, note in view.notes()))
    return view


def _view(
    authority: str, at: int, tables: cached.Tables, month: date, earlier: date | None, teams: tuple[str, ...] | None
) -> View:
    history = cached.months_of_service(authority, at, teams)
    by_month = {service.month: service for service in history}
    settings = cached.settings(authority, at)
    now, before = by_month[month], by_month.get(earlier) if earlier else None
    return View(authority, at, settings, tables, history, now, before, style())


def whose(at: int) -> str:
    """The council that a page without a month is about, named on top and marked if it is the example."""
    authority = _authority(at)
    if authority == cached.EXAMPLE:
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.markdown(f"**{cached.EXAMPLE}**", width="content")
            _example_badge()
    else:
        st.markdown(f"**{plain(authority)}**")
    return authority


def _example_badge() -> None:
    st.badge("Example data", icon=":material/info:", color="orange")


def _authority(at: int) -> str:
    own = own_authorities() if at else []
    with_months = [name for name in own if len(cached.tables(name, at)["team_caseload"])]
    if not with_months:
        return cached.EXAMPLE
    options = [*with_months, cached.EXAMPLE]
    chosen = st.segmented_control(
        "Whose figures", options, default=options[0], required=True, key="data", bind="query-params",
        label_visibility="collapsed",
    )  # fmt: skip
    return chosen or options[0]


def _month(found: list[date]) -> date:
    labels = {LATEST: found[-1]} | {month_words(month): month for month in reversed(found)}
    if "month" in st.session_state:
        if st.session_state["month"] not in labels:
            st.session_state["month"] = month_words(found[-1])
    elif st.query_params.get("month") not in labels:
        # Put into the address at once: a link must keep its month when a later one is uploaded.
        st.query_params["month"] = st.session_state["month"] = month_words(found[-1])
    chosen = st.selectbox("Month", list(labels), key="month", bind="query-params")
    return labels[str(chosen)]


def _teams(tables: cached.Tables) -> tuple[str, ...] | None:
    names = list(dict.fromkeys(tables["team_caseload"]["team"]))
    chosen = st.multiselect("Teams", names, key="teams", bind="query-params", placeholder="All teams")
    return tuple(name for name in names if name in chosen) or None


def _compared(found: list[date], month: date) -> date | None:
    others = {month_words(other): other for other in reversed(found) if other < month}
    chosen = st.selectbox("Compared with", [MONTH_BEFORE, YEAR_BEFORE, *others], key="before", bind="query-params")
    named = comparison_months(found, month)
    if chosen in others:
        return others[chosen]
    return named["same month last year"] if chosen == YEAR_BEFORE else named["previous"]


def _title(view: View) -> None:
    teams = count_words(len(view.now.teams), "team")
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(f"**{plain(view.authority)}** · {teams} · as at {view.day}", width="content")
        if view.is_example:
            _example_badge()


def nothing_yet() -> NoReturn:
    """Say what to do where there is no month at all, and end the page."""
    st.title("There are no figures yet", anchor=False)
    st.markdown("Upload a month to begin. A blank workbook to fill in stands beside the uploader.")
    st.page_link("../pages/upload.py", label="Upload a month", icon=":material/upload_file:")
    st.stop()
