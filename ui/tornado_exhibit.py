"""Which assumption matters most, on demand, beneath the answer of the Outlook page."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from charts.tornado import tornado_bars
from model.exact import shown
from model.frames import rounded
from model.outlook import Case, month_after
from model.outlook_start import read_from
from model.outlook_tornado import Bar, in_sentences, of_everybody, title, tornado
from model.words import month_words
from ui import cached, exhibit, forecast_exhibit
from ui.exhibit import Exhibit
from ui.outlook_answer import Asked

_OF = "tornado_of"


def show(asked: Asked, case: Case) -> None:
    """The exhibit, once it is asked for."""
    if st.toggle("Which assumption matters most", key="tornado", bind="query-params"):
        _draw(asked, case)


def of_scenarios(found: Sequence[tuple[str, Asked, Case]]) -> None:
    """The same of one of several scenarios, each with its name, once one is chosen."""
    by_name = {name: (asked, case) for name, asked, case in found}
    if st.session_state.get(_OF) not in (None, *by_name):
        # One that is compared no more is no option any more.
        st.session_state[_OF] = None
    chosen = st.selectbox(
        "Which assumption matters most in", list(by_name), index=None, key=_OF, bind="query-params",
        placeholder="Choose a scenario",
    )  # fmt: skip
    if chosen in by_name:
        _draw(*by_name[chosen])


def _draw(asked: Asked, case: Case) -> None:
    of = of_everybody(case)
    bars: list[Bar] = cached.once(("tornado", repr(of)), lambda: tornado(of))
    if bars:
        exhibit.show(_exhibit(asked, of, bars))


def _exhibit(asked: Asked, case: Case, bars: list[Bar]) -> Exhibit:
    month, middle = month_words(month_after(asked.start.service.month, case.month)), float(case.line[case.month])
    shown_bars = [(bar.label, bar.at_low, bar.at_high) for bar in bars]
    return Exhibit(
        key="outlook_tornado",
        finding=title(bars, month),
        beneath=f"Every assumption at a low and a high value, the others as they are: {case.measure.label}. The table "
        "says why each is moved so far, where its value is from, and how many children wait then.",
        figure=tornado_bars(shown_bars, asked.view.style, middle=middle, optimum=asked.optimum),
        alt=f"Bars about {shown(middle)} in {month}: {in_sentences(bars)}",
        frame=_frame(asked, bars),
        columns=tuple(_HEADINGS),
        source=asked.view.source,
        headings=_HEADINGS,
        note=in_sentences(bars),
    )


_HEADINGS = {
    "assumption": "Assumption, low to high",
    "low": "Expected at the low value",
    "high": "Expected at the high value",
    "width": "Apart",
    "waits_low": "Children waiting at the low value",
    "waits_high": "Children waiting at the high value",
    "why": "Why so far",
    "value_from": "Where its value is from",
}


def _frame(asked: Asked, bars: list[Bar]) -> pd.DataFrame:
    usual, sources = read_from(asked.start, forecast_exhibit.as_chosen(asked.view))
    rows = []
    for bar in bars:
        is_usual = getattr(usual, bar.name) == getattr(asked.assumed, bar.name)
        values = [rounded(each) for each in (bar.at_low, bar.at_high, bar.width)]
        waits = [rounded(each, 0) for each in (bar.waits_low, bar.waits_high)]
        rows.append((bar.label, *values, *waits, bar.why, sources[bar.name] if is_usual else "Typed over here"))
    return pd.DataFrame(rows, columns=list(_HEADINGS))
