"""Which assumption matters most, on demand, beneath the answer of the Outlook page."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from charts.tornado import tornado_bars
from model.exact import shown
from model.frames import rounded
from model.outlook import Case, month_after
from model.outlook_tornado import Bar, in_sentences, of_everybody, title, tornado
from model.words import month_words
from ui import cached, exhibit
from ui.exhibit import Exhibit
from ui.outlook_answer import Asked


def show(asked: Asked, case: Case) -> None:
    """The exhibit, once it is asked for."""
    if st.toggle("Which assumption matters most", key="tornado", bind="query-params"):
        of = of_everybody(case)
        bars: list[Bar] = cached.once(("tornado", repr(of)), lambda: tornado(of))
        if bars:
            exhibit.show(_exhibit(asked, of, bars))
        else:
            st.caption(title(bars, ""))


def _exhibit(asked: Asked, case: Case, bars: list[Bar]) -> Exhibit:
    month, middle = month_words(month_after(asked.start.service.month, case.month)), float(case.line[case.month])
    frame = pd.DataFrame(
        [(bar.label, rounded(bar.at_low), rounded(bar.at_high), rounded(bar.width)) for bar in bars],
        columns=["assumption", "low", "high", "width"],
    )
    shown_bars = [(bar.label, bar.at_low, bar.at_high) for bar in bars]
    return Exhibit(
        key="outlook_tornado",
        finding=title(bars, month),
        beneath=f"Each at the values that 10 in 100 futures lie below and above, the others as they are: "
        f"{case.measure.label}",
        figure=tornado_bars(shown_bars, asked.view.style, middle=middle, optimum=asked.optimum),
        alt=f"Bars about {shown(middle)} in {month}: {in_sentences(bars)}.",
        frame=frame,
        columns=("assumption", "low", "high", "width"),
        source=asked.view.source,
        headings={
            "assumption": "Assumption, low to high", "low": "Expected at the low value",
            "high": "Expected at the high value", "width": "Apart",
        },
        note=f"{in_sentences(bars)}.",
    )  # fmt: skip
