"""A figure with its finding, its table, its source and its download: always the same way."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from numbers import Real
from typing import Any

import numpy as np
import pandas as pd
import streamlit as st
from pandas.api.types import is_bool_dtype, is_numeric_dtype
from pandas.io.formats.style import Styler
from streamlit.delta_generator import DeltaGenerator

from charts.style import CONFIG, Figure
from model.exact import shortest, shown, signed
from model.frames import LABELS
from model.words import day_words, month_words
from reports.table_file import table_csv
from ui.drawn import Drawn
from ui.text import plain
from ui.view import Council, View, council

ROWS_OF_A_PLAIN_TABLE = 40


@dataclass(frozen=True)
class Exhibit:
    """One idea: the sentence it proves, the picture, the table behind it, where it is from.

    ``key`` names it in the address and in file names; ``finding`` is the title,
    ``beneath`` says measure, area and date; ``alt`` is what a screen reader says
    of the picture; ``columns`` are the frame's columns in the table and the file;
    ``note`` is a sentence that must not be missed, under the picture; ``measure``
    says in the file what ``beneath`` says on the screen, where the two differ;
    ``foot`` is a last row of the table and of the file, by column: what only the whole
    service knows stands nowhere else; ``foot_note`` is a sentence on it; ``of_month``
    is false for figures that are not of the chosen month, whose file then does not name it.
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
    foot_note: str = ""
    of_month: bool = True

    def heading(self, column: str) -> str:
        """How the column is headed."""
        return (self.headings or {}).get(column) or LABELS.get(column, column)


def show(
    exhibit: Exhibit,
    *,
    above: DeltaGenerator | None = None,
    picture: DeltaGenerator | None = None,
    table: DeltaGenerator | None = None,
    of: str = "",
) -> None:
    """Draw the exhibit: finding, picture, then its source, behind which are its table and its file.

    ``above``, ``picture`` and ``table`` are where the finding, the picture and the table go, where they have their
    place already; ``of`` says there what the table is of.
    """
    parts = [(_say, above or st), (_draw, picture or st)]
    # Where both have their place the picture goes first: it takes a browser longest.
    for put, place in reversed(parts) if above and picture else parts:
        put(place, exhibit)
    if exhibit.note:
        st.markdown(plain(exhibit.note))
    behind: Any = table or st
    more = behind.expander(
        f"**Table and download{of}.** Source: {plain(exhibit.source)}",
        key=f"{exhibit.key}_table", type="compact", bind="query-params",
    )  # fmt: skip
    if more.open:
        with more:
            _show_table_of(exhibit)


def _say(words: Any, exhibit: Exhibit) -> None:
    words.header(plain(exhibit.finding), anchor=False)
    words.caption(plain(exhibit.beneath))


def _draw(place: Any, exhibit: Exhibit) -> None:
    place.plotly_chart(Drawn(exhibit.figure), key=exhibit.key, theme=None, config=CONFIG, alt=exhibit.alt)


def _show_table_of(exhibit: Exhibit) -> None:
    whose = council()
    month = f"-{whose.now.month:%Y-%m}" if exhibit.of_month and isinstance(whose, View) else ""
    st.download_button(
        "Download the data",
        data=lambda: csv_file(exhibit, whose),
        file_name=f"headroom-{exhibit.key.replace('_', '-')}{month}.csv",
        mime="text/csv", icon=":material/download:", type="tertiary", key=f"{exhibit.key}_file", on_click="ignore",
    )  # fmt: skip
    columns, same = told_apart(exhibit.frame, exhibit.columns)
    show_table(exhibit.frame, {c: exhibit.heading(c) for c in columns}, alt=exhibit.alt, foot=exhibit.foot)
    alike = "; ".join(f"{exhibit.heading(c)}: {value} in every row" for c, value in same.items())
    beneath = " ".join(filter(None, (exhibit.foot_note, alike and f"{alike}.")))
    if beneath:
        st.caption(plain(beneath))


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
    words, numbers = in_words(frame, headings, foot), _numbers(frame, headings, foot)
    if len(words) <= ROWS_OF_A_PLAIN_TABLE:
        st.table(_at_the_right(words.map(plain), numbers), hide_index=True, border="horizontal", alt=alt)
    else:
        right = {heading: st.column_config.TextColumn(alignment="right") for heading in numbers}
        st.dataframe(words, hide_index=True, alt=alt, column_config=right)


def _numbers(
    frame: pd.DataFrame, headings: Mapping[str, str], foot: Mapping[str, object] | None
) -> dict[str, list[float]]:
    """The columns of numbers by their headings, those of the foot too; missing as not a number."""
    last = [foot] if foot else []
    return {
        heading: [math.nan if pd.isna(v) else float(v) for v in (*frame[name], *(row.get(name) for row in last))]
        for name, heading in headings.items()
        if name in frame.columns and is_numeric_dtype(frame[name]) and not is_bool_dtype(frame[name])
    }


def _at_the_right(words: pd.DataFrame, numbers: Mapping[str, Sequence[float]]) -> pd.DataFrame | Styler:
    """The table with its columns of numbers at the right: the browser puts only numbers there, so it is given both."""
    if not numbers:
        return words
    said = {heading: dict(zip(numbers[heading], words[heading], strict=True)) for heading in numbers}
    known: dict[Any, Any] = {heading: partial(_said, by_number) for heading, by_number in said.items()}
    return words.assign(**{heading: pd.Series(values) for heading, values in numbers.items()}).style.format(known)


def _said(by_number: Mapping[float, str], number: float) -> str:
    return by_number.get(number, MISSING)


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
_ONE_PLACE = frozenset(
    {"average", "before", "change", "excess", "headroom", "children_per_fte", "after", "value", "actual", "expected",
     "mean", "p10", "p25", "p50", "p75", "p90", "effective", "vacancies", "part_value", "effective_value", "every",
     "lower_limit", "upper_limit"}
)  # fmt: skip
_SIGNED = frozenset({"change"})


def _words(column: str, value: object) -> str:
    if value is None or value is pd.NaT or (not isinstance(value, str) and pd.isna(value)):  # type: ignore[call-overload]
        return MISSING
    if isinstance(value, bool | np.bool_):
        return "Yes" if value else "No"
    if not isinstance(value, Real):
        return _day_words(column, str(value)) or MISSING
    number = float(value)
    if column in _SIGNED:
        return signed(number)
    return shown(number) if column in _ONE_PLACE else shortest(number)


def _day_words(column: str, text: str) -> str:
    """A month or a day of a frame, ISO text, as a reader expects it; other text as it is."""
    if column not in _DAYS or not _ISO.fullmatch(text):
        return text
    return _DAYS[column](date.fromisoformat(text))


_DAYS = {"month": month_words, "as_at": day_words}
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")


def csv_file(exhibit: Exhibit, view: Council) -> bytes:
    """The exhibit's table as a file whose every row says what, when, whose and from where it is, its last row too.

    Months and days are in the ISO form. What a column of the frame says already is not said twice.
    """
    headings = {column: exhibit.heading(column) for column in exhibit.columns if column in exhibit.frame.columns}
    month = {}
    if exhibit.of_month and isinstance(view, View):
        now = view.now
        month = {"Month": now.month.isoformat(), "As at": now.as_at.isoformat() if now.as_at else ""}
    about = {
        "Council": view.authority,
        **month,
        "What": " ".join(filter(None, (exhibit.measure or exhibit.beneath, exhibit.foot_note))),
        "Source": exhibit.source,
    }
    written = set(headings.values())
    told = {name: text for name, text in about.items() if name not in written}
    return table_csv(exhibit.frame, headings, told, exhibit.foot)
