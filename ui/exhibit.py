"""A figure with its finding, its table, its source and its download: always the same way."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from numbers import Real

import numpy as np
import pandas as pd
import streamlit as st

from charts.style import CONFIG, Figure
from model.exact import shortest, shown, signed
from model.frames import LABELS
from reports.table_file import table_csv
from ui.text import plain

ROWS_OF_A_PLAIN_TABLE = 40


@dataclass(frozen=True)
class Exhibit:
    """One idea: the sentence it proves, the picture, the table behind it, where it is from.

    ``key`` names it in the address and in file names; ``finding`` is the title,
    ``beneath`` says measure, area and date; ``alt`` is what a screen reader says
    of the picture; ``columns`` are the frame's columns in the table and the file;
    ``note`` is a sentence that must not be missed, under the picture.
    """

    key: str
    finding: str
    beneath: str
    figure: Figure
    alt: str
    frame: pd.DataFrame
    columns: Sequence[str]
    source: str
    headings: Mapping[str, str] | None = None
    note: str = ""

    def heading(self, column: str) -> str:
        """How the column is headed."""
        return (self.headings or {}).get(column) or LABELS.get(column, column)


def show(exhibit: Exhibit) -> None:
    """Draw the exhibit: finding, picture, then table, file and source in one row."""
    st.subheader(plain(exhibit.finding), anchor=False)
    st.caption(plain(exhibit.beneath))
    st.plotly_chart(exhibit.figure, key=exhibit.key, theme=None, config=CONFIG, alt=exhibit.alt)
    if exhibit.note:
        st.markdown(plain(exhibit.note))
    with st.container(horizontal=True, vertical_alignment="center"):
        table = st.toggle("Show the table", key=f"{exhibit.key}_table", bind="query-params")
        st.download_button(
            "Download the data",
            data=lambda: _file(exhibit),
            file_name=f"headroom-{exhibit.key.replace('_', '-')}.csv",
            mime="text/csv",
            icon=":material/download:",
            type="tertiary",
            key=f"{exhibit.key}_file",
            on_click="ignore",
        )
        st.caption(f"Source: {plain(exhibit.source)}")
    if table:
        show_table(exhibit.frame, {c: exhibit.heading(c) for c in exhibit.columns}, alt=exhibit.alt)


def show_table(frame: pd.DataFrame, headings: Mapping[str, str], *, alt: str) -> None:
    """The frame as a table of words: a plain one where it is short, a scrolling one where it is long."""
    words = in_words(frame, headings)
    if len(words) <= ROWS_OF_A_PLAIN_TABLE:
        st.table(words.map(plain), hide_index=True, border="horizontal", alt=alt)
    else:
        st.dataframe(words, hide_index=True, alt=alt)


def in_words(frame: pd.DataFrame, headings: Mapping[str, str]) -> pd.DataFrame:
    """The named columns under their headings, every value as a reader expects it; missing as a dash."""
    columns = [name for name in headings if name in frame.columns]
    words = {headings[name]: [_words(name, value) for value in frame[name].tolist()] for name in columns}
    return pd.DataFrame(words, dtype="str")


_ONE_PLACE = frozenset({"average", "before", "change", "excess", "headroom", "children_per_fte", "after"})
_SIGNED = frozenset({"change"})


def _words(column: str, value: object) -> str:
    if value is None or value is pd.NaT or (not isinstance(value, str) and pd.isna(value)):  # type: ignore[call-overload]
        return "–"
    if isinstance(value, bool | np.bool_):
        return "Yes" if value else "No"
    if not isinstance(value, Real):
        return str(value)
    number = float(value)
    if column in _SIGNED:
        return signed(number)
    return shown(number) if column in _ONE_PLACE else shortest(number)


def _file(exhibit: Exhibit) -> bytes:
    headings = {column: exhibit.heading(column) for column in exhibit.columns}
    return table_csv(exhibit.frame, headings, {"What": exhibit.beneath, "Source": exhibit.source})
