"""The choices all pages share, in one row on top of the page and in the address: a link shows what the sender saw.

They are drawn by the main script: a widget of a page loses its place in the
address when the page is left.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NoReturn

import pandas as pd
import streamlit as st

from model.caseload import months
from model.change import a_year_before
from model.words import count_words, listed, month_words, sentence
from store import StoreError
from ui import cached, carried, view
from ui.session import take_council_to_show
from ui.text import plain
from ui.view import Council

LATEST = "Latest month"
MONTH_BEFORE = "Month before"
YEAR_BEFORE = "Same month last year"
# Pixels in which the longest month and "Same month last year" can be read.
NARROWEST_BOX = 180


def begin(*, of_a_month: bool) -> None:
    """Draw what stands on top of every page and note what the page is about (:mod:`ui.view`).

    Ends the run, saying what to do, where a page is about a month and there is none. On another page a council can be
    chosen that has an activity report and no month.
    """
    if not of_a_month:
        view.set_current(_council(of_reports=True))
        return
    whose, boxes = st.columns([4, 6], vertical_alignment="center")
    with whose:
        council = _council()
    found = months(council.tables)
    if not found:
        _nothing_yet()
    # Where the screen is narrow or enlarged they go under one another, so that none is cut.
    with boxes, st.grid(3, min_column_width=NARROWEST_BOX):
        month = _month(found)
        earlier = _compared(found, month)
        teams = _teams(council)
    chosen = view.of_month(council, month, earlier, teams)
    view.set_current(chosen)
    with whose:
        st.markdown(f"{count_words(len(chosen.now.teams), 'team').capitalize()}, as at {chosen.day}")
    if chosen.notes:
        st.caption(" ".join(plain(sentence(note)) for _, note in chosen.notes))


def own_authorities() -> list[str]:
    """Councils that have kept something of their own, the example apart."""
    return [name for name in cached.store().authorities() if name != cached.EXAMPLE]


def _council(*, of_reports: bool = False) -> Council:
    try:
        at = cached.store().version()
        own = own_authorities() if at else []
        to_show = [
            name
            for name in own
            if len(cached.tables(name, at)["team_caseload"]) or (of_reports and len(cached.activity(name, at)))
        ]
        return view.of(_authority(to_show), at)
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
    options = [*with_months, cached.EXAMPLE]
    asked = st.session_state.get("data", st.query_params.get("data"))
    if asked not in options and (called := cached.store().called(str(asked))) in options:
        # A link of before the council's name was corrected.
        put("data", called)
    say_if_missing("data", options, "a council of that name")
    wanted = take_council_to_show()
    if wanted in options:
        if wanted != st.session_state.get("data"):
            carried.start_afresh()
        put("data", str(wanted))
    elif st.session_state.get("data", st.query_params.get("data")) not in options:
        # In the address from the start: a link must not open another council.
        put("data", options[0])
    elif "data" not in st.query_params:
        # The browser forgets it on the way to another page once the councils to choose from have changed.
        put("data", str(st.session_state["data"]))
    chosen = st.segmented_control(
        "Whose figures", options, default=None, required=True, key="data", bind="query-params",
        label_visibility="collapsed", format_func=plain, on_change=carried.start_afresh,
    )  # fmt: skip
    return chosen or options[0]


def put(key: str, value: str | int) -> None:
    """Give a choice a value before it is drawn, in the address too where nothing else has put it there yet."""
    if key not in st.session_state:
        st.query_params[key] = str(value)
    st.session_state[key] = value


def say_if_missing(key: str, options: Sequence[str], what: str) -> None:
    """Say so where a link, just opened, asks for something that is not among these figures."""
    asked = [name for name in st.query_params.get_all(key) if name and name not in options]
    if asked and key not in st.session_state:
        st.warning(f"The link asks for {plain(listed(asked))}, but {what} is not among these figures.")


def _month(found: list[date]) -> date:
    labels = {LATEST: found[-1]} | {month_words(month): month for month in reversed(found)}
    say_if_missing("month", list(labels), "that month")
    if st.session_state.get("month", st.query_params.get("month")) not in labels:
        # In the address from the start: a link must keep its month when a later one is uploaded.
        put("month", month_words(found[-1]))
    return labels[str(st.selectbox("Month", list(labels), key="month", bind="query-params"))]


def _teams(council: Council) -> tuple[str, ...] | None:
    names, of_area = _names(council)
    options = [*of_area, *names]
    say_if_missing("teams", options, "that team")
    label = "Teams or areas" if of_area else "Teams"
    chosen = st.multiselect(label, options, key="teams", bind="query-params", placeholder="All teams")
    return teams_of(council, chosen)


def teams_of(council: Council, chosen: Sequence[str]) -> tuple[str, ...] | None:
    """The teams that a choice of teams and areas names, in the order of the figures; ``None`` for all."""
    names, of_area = _names(council)
    wanted = {team for each in chosen for team in of_area.get(each, [each])}
    return tuple(name for name in names if name in wanted) or None


def _names(council: Council) -> tuple[list[str], dict[str, list[str]]]:
    """The names of all teams, and the teams of each area."""
    frame = council.tables["team_caseload"]
    found: tuple[list[str], dict[str, list[str]]] = cached.once(
        ("teams and areas", council.authority, council.version),
        lambda: (list(dict.fromkeys(frame["team"])), _teams_by_area(frame)),
    )
    return found


def _teams_by_area(frame: pd.DataFrame) -> dict[str, list[str]]:
    """The teams of each area, as they were last, by what the area is called in the choice; none for a single area."""
    last = frame.drop_duplicates("team", keep="last").dropna(subset="area")
    areas = {f"All of {area}": teams["team"].tolist() for area, teams in last.groupby("area", sort=False)}
    return areas if len(areas) > 1 else {}


def _compared(found: list[date], month: date) -> date | None:
    """The month to compare with, which may be one without figures; ``None`` for the first of all."""
    others = {month_words(other): other for other in reversed(found) if other < month}
    options = [MONTH_BEFORE, YEAR_BEFORE, *others]
    say_if_missing("before", options, "that earlier month")
    chosen = st.selectbox("Compared with", options, key="before", bind="query-params")
    if chosen in others:
        return others[chosen]
    return a_year_before(month) if chosen == YEAR_BEFORE else max(others.values(), default=None)


def _nothing_yet() -> NoReturn:
    st.title("There are no figures yet", anchor=False)
    st.markdown("Upload a month to begin. A blank workbook to fill in stands beside the uploader.")
    st.page_link("../pages/upload.py", label="Upload a month", icon=":material/upload_file:")
    st.stop()
