"""The choices all pages share, in one row on top of the page and in the address: a link shows what the sender saw.

They are drawn by the main script: a widget of a page loses its place in the
address when the page is left.
"""

from __future__ import annotations

from datetime import date
from typing import NoReturn

import streamlit as st

from model.caseload import months
from model.change import comparison_months
from model.words import count_words, month_words, sentence
from store import StoreError
from ui import cached, view
from ui.text import plain
from ui.view import Council

LATEST = "Latest month"
MONTH_BEFORE = "Month before"
YEAR_BEFORE = "Same month last year"


def begin(*, of_a_month: bool) -> None:
    """Draw what stands on top of every page and note what the page is about (:mod:`ui.view`).

    Ends the run, saying what to do, where a page is about a month and there is none.
    """
    if not of_a_month:
        view.set_current(_council())
        return
    whose, month_box, before_box, teams_box = st.columns([4, 1.8, 2, 2.2], vertical_alignment="center")
    with whose:
        council = _council()
    found = months(council.tables)
    if not found:
        _nothing_yet()
    with month_box:
        month = _month(found)
    with before_box:
        earlier = _compared(found, month)
    with teams_box:
        teams = _teams(council)
    chosen = view.of_month(council, month, earlier, teams)
    view.set_current(chosen)
    with whose:
        st.markdown(f"{count_words(len(chosen.now.teams), 'team').capitalize()}, as at {chosen.day}")
    if chosen.notes():
        st.caption(" ".join(plain(sentence(note)) for _, note in chosen.notes()))


def own_authorities() -> list[str]:
    """Councils that have kept something of their own, the example apart."""
    return [name for name in cached.store().authorities() if name != cached.EXAMPLE]


def _council() -> Council:
    try:
        at = cached.store().version()
        own = own_authorities() if at else []
        with_months = [name for name in own if len(cached.tables(name, at)["team_caseload"])]
        return view.of(_authority(with_months), at)
    except StoreError as error:
        st.error(plain(error))
        return view.of_example()


def _authority(with_months: list[str]) -> str:
    """Whose figures to show: the council's own, or the example, which is named and marked wherever it is shown."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        chosen = _chosen_authority(with_months)
        if chosen == cached.EXAMPLE:
            st.badge("Example data", icon=":material/info:", color="orange")
    return chosen


def _chosen_authority(with_months: list[str]) -> str:
    if not with_months:
        st.markdown(f"**{cached.EXAMPLE}**", width="content")
        return cached.EXAMPLE
    options = [*with_months, cached.EXAMPLE]
    chosen = st.segmented_control(
        "Whose figures", options, default=options[0], required=True, key="data", bind="query-params",
        label_visibility="collapsed", format_func=plain,
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
    return labels[str(st.selectbox("Month", list(labels), key="month", bind="query-params"))]


def _teams(council: Council) -> tuple[str, ...] | None:
    names = list(dict.fromkeys(council.tables["team_caseload"]["team"]))
    chosen = st.multiselect("Teams", names, key="teams", bind="query-params", placeholder="All teams")
    return tuple(name for name in names if name in chosen) or None


def _compared(found: list[date], month: date) -> date | None:
    others = {month_words(other): other for other in reversed(found) if other < month}
    chosen = st.selectbox("Compared with", [MONTH_BEFORE, YEAR_BEFORE, *others], key="before", bind="query-params")
    named = comparison_months(found, month)
    if chosen in others:
        return others[chosen]
    return named["same month last year"] if chosen == YEAR_BEFORE else named["previous"]


def _nothing_yet() -> NoReturn:
    st.title("There are no figures yet", anchor=False)
    st.markdown("Upload a month to begin. A blank workbook to fill in stands beside the uploader.")
    st.page_link("../pages/upload.py", label="Upload a month", icon=":material/upload_file:")
    st.stop()
