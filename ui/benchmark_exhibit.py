"""The exhibit of published figures: England, the region, the council and its neighbours, by year."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from charts.benchmark import published_lines
from model.assumptions import SettingsError
from model.benchmark import MEASURES, PUBLISHER, councils, lines, matching, warning
from model.benchmark_findings import gaps, published_title
from model.frames import axis_top
from model.words import listed
from store import StoreError
from ui import cached
from ui.exhibit import Exhibit
from ui.session import say_after_redraw
from ui.text import plain
from ui.view import View

MOST_NEIGHBOURS = 10
HEADINGS = {
    "year": "Year",
    "place": "Place",
    "role": "What it is",
    "reason": "Why there is no figure",
    "release": "Release",
}


def by_year(view: View) -> Exhibit:
    """The published figures with the choices that they need, drawn above: measure, council and neighbours."""
    published = cached.published(view.authority, view.version)
    names = councils(published)
    if not names:
        _say_how_to_add()
    what, whose, others = st.columns([1, 1.2, 2.2])
    with what:
        measure = _measure(published)
    council, neighbours = _compared(view, names, whose, others) if names else (None, ())
    frame = lines(published, measure, council, neighbours)
    told, span = MEASURES[measure], f"{frame['year'].min()} to {frame['year'].max()}"
    release = frame["release"].dropna().max()
    finding, places = published_title(frame, measure), listed([*frame["place"].unique()])
    return Exhibit(
        key="published_by_year",
        finding=finding,
        beneath=f"{told.label}, {told.unit}, at or in the year to 30 September, {span}. {warning(measure)}",
        figure=published_lines(
            frame,
            view.style,
            axis_max=axis_top(frame["value"].dropna().tolist()),
            unit=told.unit,
            sign=told.sign,
        ),
        alt=f"Line chart of the published {told.label.lower()}, {span}: {places}. {finding}",
        frame=frame.assign(year=frame["year"].astype("str")),
        columns=("year", "place", "role", "value", "reason", "release"),
        source=f"{PUBLISHER}, {release} release",
        headings={**HEADINGS, "value": f"{told.label} ({told.unit})"},
        note=gaps(frame),
        of_month=False,
    )


def _say_how_to_add() -> None:
    st.caption(
        "Your region, your council and its neighbours are drawn here once the Department for Education’s file on the "
        "children’s social work workforce is uploaded. It is the one that has a row for each council and year."
    )
    st.page_link("../pages/upload.py", label="Upload the file", icon=":material/upload_file:")


def _measure(published: pd.DataFrame) -> str:
    there = set(published["measure"])
    offered = {told.label: name for name, told in MEASURES.items() if told.is_shown and name in there}
    if len(offered) < 2:
        return next(iter(offered.values()), "caseload")
    return offered[st.selectbox("Measure", list(offered), key="measure", bind="query-params")]


def _compared(
    view: View, named: Sequence[str], whose: DeltaGenerator, others: DeltaGenerator
) -> tuple[str | None, tuple[str, ...]]:
    """The council's name in the published figures, asked for where it is not plain, and whom it is compared with."""
    kept = view.settings.published_name
    known = kept if kept in named else matching(view.authority, named)
    council = whose.selectbox(
        "Your council in the published figures", named, index=named.index(known) if known else None,
        placeholder="Choose your council", key="published_name", bind="query-params",
    )  # fmt: skip
    chosen = others.multiselect(
        f"Neighbours, up to {MOST_NEIGHBOURS}", named,
        default=[name for name in view.settings.neighbours if name in named],
        max_selections=MOST_NEIGHBOURS, placeholder="Choose councils to compare with", key="neighbours",
        bind="query-params",
    )  # fmt: skip
    neighbours = tuple(chosen)
    if council is None:
        st.info(f"No council in the published figures is called {plain(view.authority)}. Choose yours above.")
    if (council, neighbours) != (known, view.settings.neighbours) and st.button(
        "Keep this choice", key="keep_compared"
    ):
        _keep(view, council, neighbours)
    return council, neighbours


def _keep(view: View, council: str | None, neighbours: tuple[str, ...]) -> None:
    changed = view.settings.with_values(published_name=council, neighbours=neighbours)
    try:
        cached.store().keep_settings(view.authority, changed, by="", at=datetime.now(UTC))
    except (SettingsError, StoreError) as error:
        st.error(plain(error))
        return
    say_after_redraw("The choice is kept: it is drawn from now on.")
    st.rerun()
