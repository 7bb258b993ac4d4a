"""Scenarios side by side: a line each, with its name at its end."""

from __future__ import annotations

from collections.abc import Sequence
from math import floor
from typing import Any

import pandas as pd

from charts import marks
from charts.labels import apart, month_ticks, short
from charts.room import width
from charts.style import SMALL_SIZE, Figure, Style, axis, layout, words

_HEIGHT = 400
# What a name takes of the axis, and how long it may be.
_NAME_HEIGHT, _LONGEST = 0.055, 30
_DASHES = ("solid", "dash", "dot", "dashdot")


def scenario_lines(frame: pd.DataFrame, names: Sequence[str], style: Style, *, optimum: float) -> Figure:
    """The expected average of each scenario by month, against the optimum.

    ``frame`` has a row a month: ``month`` (ISO text) and a column for each of ``names``, in their order, called
    ``s0``, ``s1`` … (children per FTE, missing where a scenario has no such month).
    """
    values = [value for place in range(len(names)) for value in frame[f"s{place}"].dropna()]
    low = floor(min([optimum, *values])) - 1.0
    high = max([optimum * 1.1, *values]) * 1.03
    labels = [short(name, _LONGEST) for name in names]
    colours = (style.accent, style.warn, style.second, style.text)
    ends = [frame[f"s{place}"].dropna().iloc[-1] for place in range(len(names))]
    span = high - low
    heights = apart([end - low for end in ends], span * _NAME_HEIGHT, top=span)
    first, last = frame["month"].iloc[0], frame["month"].iloc[-1]
    notes = [
        words(style, label, last, low + height, xanchor="left", xshift=10, font={"size": SMALL_SIZE, "color": colour})
        for label, height, colour in zip(labels, heights, colours, strict=False)
    ]
    notes.append(words(style, "Children per social worker", 0, 1, xref="paper", yref="paper", xanchor="left",
                       yanchor="bottom"))  # fmt: skip
    notes.append(
        words(style, f"Optimum {round(optimum, 2):g}", 0, optimum, xref="paper", xanchor="left", yanchor="top")
    )
    room = max(width(label, SMALL_SIZE) for label in labels) + 24
    ticks = month_ticks(frame["month"].tolist(), 8)
    return {
        "data": [_line(frame, place, label, colours[place]) for place, label in enumerate(labels)],
        "layout": layout(
            style, _HEIGHT, shapes=marks.optimum(style, optimum, axis="y"), annotations=notes,
            margin={"l": 8, "r": room, "t": 30, "b": 8, "pad": 4},
            xaxis=axis(style, type="date", range=[first, last], showgrid=False,
                       tickmode="array", tickvals=ticks, tickformat="%b %Y"),
            yaxis=axis(style, range=[low, high], nticks=6),
        ),
    }  # fmt: skip


def _line(frame: pd.DataFrame, place: int, label: str, colour: str) -> dict[str, Any]:
    known = frame[frame[f"s{place}"].notna()]
    return {
        "type": "scatter",
        "mode": "lines",
        "name": label,
        "x": known["month"].tolist(),
        "y": known[f"s{place}"].tolist(),
        "line": {"color": colour, "width": 3, "dash": _DASHES[place]},
        "hovertemplate": f"%{{x|%B %Y}}: %{{y:.1f}} {label}<extra></extra>",
    }
