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
from ui.drawn import Drawn
from ui.text import plain
from ui.view import View, current

ROWS_OF_A_PLAIN_TABLE = 40


@dataclass(frozen=True)
class Exhibit:
    """One idea: the sentence it proves, the picture, the table behind it, where it is from.

    ``key`` names it in the address and in file names; ``finding`` is the title,
    ``beneath`` says measure, area and date; ``alt`` is what a screen reader says
    of the picture; ``columns`` are the frame's columns in the table and the file;
    ``note`` is a sentence that must not be missed, under the picture; ``measure``
    says in the file what ``beneath`` says on the screen, where the two differ;
    ``foot`` is a last row of the table, by column, which the file leaves out so
    that its columns can be summed; ``of_month`` is false for figures that are not of
    the chosen month, whose file then does not name it.
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
    measure: str = ""
    foot: Mapping[str, object] | None = None
    of_month: bool = True

    def heading(self, column: str) -> str:
        """How the column is headed."""
        return (self.headings or {}).get(column) or LABELS.get(column, column)


def show(exhibit: Exhibit) -> None:
    """Draw the exhibit: finding, picture, then its source, behind which are its table and its file."""
    st.subheader(plain(exhibit.finding), anchor=False)
    st.caption(plain(exhibit.beneath))
    st.plotly_chart(Drawn(exhibit.figure), key=exhibit.key, theme=None, config=CONFIG, alt=exhibit.alt)
    if exhibit.note:
        st.markdown(plain(exhibit.note))
    more = st.expander(
        f"**Table and download.** Source: {plain(exhibit.source)}",
        key=f"{exhibit.key}_table", type="compact", bind="query-params",
    )  # fmt: skip
    if more.open:
        with more:
            _show_table_of(exhibit)


def _show_table_of(exhibit: Exhibit) -> None:
    view = current()
    st.download_button(
        "Download the data",
        data=lambda: csv_file(exhibit, view),
        file_name=f"headroom-{exhibit.key.replace('_', '-')}{f'-{view.now.month:%Y-%m}' * exhibit.of_month}.csv",
        mime="text/csv",
        icon=":material/download:",
        type="tertiary",
        key=f"{exhibit.key}_file",
        on_click="ignore",
    )
    columns, same = told_apart(exhibit.frame, exhibit.columns)
    show_table(exhibit.frame, {c: exhibit.heading(c) for c in columns}, alt=exhibit.alt, foot=exhibit.foot)
    if same:
        st.caption(plain("; ".join(f"{exhibit.heading(c)}: {value} in every row" for c, value in same.items()) + "."))


# Columns that say nothing where they are blank, or the same, in every row.
_NEEDLESS_BLANK = ("area", "kind", "state")
_NEEDLESS_SAME = ("fte_basis",)


def told_apart(frame: pd.DataFrame, columns: Sequence[str]) -> tuple[list[str], dict[str, str]]:
    """The columns that the table on the screen needs, and what those left out say in every row."""
    here = [name for name in columns if name in frame.columns]
    blank = [name for name in here if name in _NEEDLESS_BLANK and (frame[name].fillna("") == "").all()]
    if "counted" in here and frame["counted"].all():
        blank.append("counted")
    same = {
        name: str(frame[name].iloc[0])
        for name in here
        if name in _NEEDLESS_SAME and len(frame) and (frame[name] == frame[name].iloc[0]).fillna(False).all()
    }
    return [name for name in here if name not in blank and name not in same], same


def show_table(
    frame: pd.DataFrame, headings: Mapping[str, str], *, alt: str, foot: Mapping[str, object] | None = None
) -> None:
    """The frame as a table of words: a plain one where it is short, a scrolling one where it is long.

    ``foot`` is a last row, by column; a column it does not name is a dash there.
    """
    words = in_words(frame, headings, foot)
    if len(words) <= ROWS_OF_A_PLAIN_TABLE:
        st.table(words.map(plain), hide_index=True, border="horizontal", alt=alt)
    else:
        st.dataframe(words, hide_index=True, alt=alt)


def in_words(
    frame: pd.DataFrame, headings: Mapping[str, str], foot: Mapping[str, object] | None = None
) -> pd.DataFrame:
    """The named columns under their headings, every value as a reader expects it; missing as a dash."""
    columns = [name for name in headings if name in frame.columns]
    last = {name: [foot.get(name)] if foot else [] for name in columns}
    words = {headings[name]: _column(name, [*frame[name].tolist(), *last[name]]) for name in columns}
    return pd.DataFrame(words, dtype="str")


def _column(name: str, values: Sequence[object]) -> list[str]:
    words = [_words(name, value) for value in values]
    if name == "fte" and any("." in word for word in words):
        return [word if "." in word or word == MISSING else f"{word}.0" for word in words]
    return words


MISSING = "–"
_ONE_PLACE = frozenset({"average", "before", "change", "excess", "headroom", "children_per_fte", "after", "value"})
_SIGNED = frozenset({"change"})


def _words(column: str, value: object) -> str:
    if value is None or value is pd.NaT or (not isinstance(value, str) and pd.isna(value)):  # type: ignore[call-overload]
        return MISSING
    if isinstance(value, bool | np.bool_):
        return "Yes" if value else "No"
    if not isinstance(value, Real):
        return str(value) or MISSING
    number = float(value)
    if column in _SIGNED:
        return signed(number)
    return shown(number) if column in _ONE_PLACE else shortest(number)


def csv_file(exhibit: Exhibit, view: View) -> bytes:
    """The exhibit's frame as a file whose every row says what, when, whose and from where it is.

    Months and days are in the ISO form. What a column of the frame says already is not said twice.
    """
    headings = {column: exhibit.heading(column) for column in exhibit.columns if column in exhibit.frame.columns}
    month = {
        "Month": view.now.month.isoformat(),
        "As at": view.now.as_at.isoformat() if view.now.as_at else "",
    }
    about = {
        "Council": view.authority,
        **(month if exhibit.of_month else {}),
        "What": exhibit.measure or exhibit.beneath,
        "Source": exhibit.source,
    }
    written = set(headings.values())
    return table_csv(exhibit.frame, headings, {name: text for name, text in about.items() if name not in written})
