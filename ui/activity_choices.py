"""What the Activity page is about: which year's report, in which periods, what its headlines are of, which block."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import NoReturn

import streamlit as st

from model import activity_findings
from model.activity_report import Column, Report, kinds_that_fit, periods_given, report, years
from model.activity_workforce import leavers_by_month, workforce
from store import StoreError
from ui import cached
from ui.choices import put, say_if_missing
from ui.session import say_after_redraw
from ui.text import plain
from ui.view import Council

LATEST = "Latest"
_KINDS = {"Quarters": "quarter", "Two months": "two months", "Months": "month"}


@dataclass(frozen=True)
class Chosen:
    """The report that is shown, the column that headlines are of, and the block."""

    report: Report
    column: Column
    block: str

    @property
    def period(self) -> str:
        """The period of the headlines with its year."""
        return activity_findings.when(self.report, self.column)


def choose(here: Council) -> Chosen:
    """Draw the choices above the report; ends the run, saying what to do, where there is none."""
    activity = cached.activity(here.authority, here.version)
    found = list(reversed(years(activity)))
    if not found:
        _nothing_yet(here)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        say_if_missing("report", found, "that year’s report")
        if st.session_state.get("report", st.query_params.get("report")) not in found:
            # In the address from the start: a link must keep its year when a later report is uploaded.
            put("report", found[0])
        year = str(st.selectbox("Report of", found, key="report", bind="query-params", width=160))
        kind = _kind(here, kinds_that_fit(periods_given(activity, year)))
        made = _made(here, year, kind)
        column = _column(made)
    if column is None:
        st.title(plain(activity_findings.overview(made)), anchor=False)
        st.info(f"The report of {year} has no figure yet. Fill it in and upload it again.")
        st.stop()
    st.title(plain(activity_findings.overview(made, column)), anchor=False)
    block = st.segmented_control(
        "Block", made.blocks, default=made.blocks[0], required=True, key="block", bind="query-params",
        label_visibility="collapsed",
    )  # fmt: skip
    return Chosen(made, column, str(block))


def _made(here: Council, year: str, kind: str) -> Report:
    """The report with the workforce of the months that are kept, worked out once for all who look at it."""

    def make() -> Report:
        months = cached.months_of_service(here.authority, here.version, None)
        lines = workforce(months, leavers_by_month(here.tables)) if months else []
        return report(cached.activity(here.authority, here.version), year, kind, lines)

    found: Report = cached.once(("activity report", here.authority, here.version, year, kind), make)
    return found


def _kind(here: Council, fitting: list[str]) -> str:
    """The kind of period: a setting of the council, to be chosen otherwise here where the figures allow it."""
    labels = [label for label, kind in _KINDS.items() if kind in fitting]
    usual = next((label for label in labels if _KINDS[label] == here.settings.report_period), labels[0])
    say_if_missing("periods", list(_KINDS), "that kind of period")
    if st.session_state.get("periods", st.query_params.get("periods", usual)) not in labels:
        put("periods", usual)
    chosen = st.selectbox(
        "In periods of", labels, index=labels.index(usual), key="periods", bind="query-params", width=180,
        help="Shorter periods can be put together to longer ones, and quarters cannot be taken apart.",
    )  # fmt: skip
    kind = _KINDS[str(chosen)]
    if kind != here.settings.report_period and len(labels) > 1 and st.button("Keep as our period", key="keep_period"):
        _keep_period(here, kind)
    return kind


def _keep_period(here: Council, kind: str) -> None:
    changed = here.settings.with_values(report_period=kind)
    try:
        cached.store().keep_settings(here.authority, changed, by="", at=datetime.now(UTC))
    except StoreError as error:
        st.error(plain(error))
        return
    say_after_redraw("The reporting period is kept: reports open in it from now on.")
    st.rerun()


def _column(made: Report) -> Column | None:
    """The period that headlines, front door and commentary are of; ``None`` where no period has a figure."""
    latest = made.latest
    if latest is None:
        return None
    by_label = {activity_findings.when(made, column): column for column in reversed(made.filled)}
    first = activity_findings.when(made, latest)
    ordered = [first, *(label for label in by_label if label != first)]
    if st.session_state.get("of", st.query_params.get("of", first)) not in ordered:
        put("of", first)
    chosen = st.selectbox("Headlines of", ordered, key="of", bind="query-params", width=240)
    return by_label[str(chosen)]


def _nothing_yet(here: Council) -> NoReturn:
    st.title("There is no activity report yet", anchor=False)
    st.markdown(
        f"No activity report of {plain(here.authority)} is kept. Upload the quarterly report as you type it: a row a "
        "measure, with its numerator and denominator where it is a percentage, and a column a quarter. The example "
        "council shows one."
    )
    st.page_link("../pages/upload.py", label="Upload an activity report", icon=":material/upload_file:")
    st.stop()
