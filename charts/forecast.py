"""Children who start and close: the months counted, and the months ahead with their shades."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd

from charts import marks
from charts.labels import month_ticks
from charts.style import SMALL_SIZE, Figure, Style, axis, faint, layout, words

NAMES = {"starts": "Starting", "closures": "Closing"}
_SHADE = 0.18


def forecast_chart(
    frame: pd.DataFrame, style: Style, *, now: tuple[str, str], breaks: Sequence[tuple[str, str]] = ()
) -> Figure:
    """Two lines, full as counted and dotted as forecast, each with the shade of its past errors.

    ``frame`` has a row a month: ``month`` (ISO text), ``starts``, ``closures`` (children), and in the months ahead
    ``starts_low``, ``starts_high``, ``closures_low``, ``closures_high``. ``now`` is the ISO month of the last figures
    and the words for it; ``breaks`` are ISO months at which the series changed meaning, with words.
    """
    ahead = frame[frame["starts_low"].notna()]
    colours = {"starts": style.accent, "closures": style.second}
    months = frame["month"].tolist()
    ticks = month_ticks(months, 8)
    return {
        "data": [
            *(edge for name, colour in colours.items() for edge in _shade(ahead, name, colour)),
            *(line for name, colour in colours.items() for line in _lines(frame, name, colour, now[0])),
        ],
        "layout": layout(
            style,
            300,
            shapes=[marks.series_break(style, month) for month in (*(month for month, _ in breaks), now[0])],
            annotations=[
                marks.top_label(style, now[1], now[0], xanchor="left"),
                # Several names would stand on one another: what is beneath the title names them.
                *(marks.top_label(style, said, month, xanchor="right") for month, said in breaks if len(breaks) == 1),
                *(_named(style, frame, name, colour) for name, colour in colours.items()),
            ],
            margin={"l": 8, "r": 84, "t": 30, "b": 8, "pad": 4},
            xaxis=axis(style, type="date", showgrid=False, tickmode="array", tickvals=ticks, tickformat="%b %Y",
                       range=[months[0], months[-1]]),
            yaxis=axis(style, rangemode="tozero", nticks=5),
        ),
    }  # fmt: skip


def _shade(ahead: pd.DataFrame, name: str, colour: str) -> list[dict[str, Any]]:
    found = []
    for side in ("low", "high"):
        edge: dict[str, Any] = {
            "type": "scatter",
            "mode": "lines",
            "x": ahead["month"].tolist(),
            "y": ahead[f"{name}_{side}"].tolist(),
            "line": {"width": 0},
            "hoverinfo": "skip",
        }
        if side == "high":
            edge |= {"fill": "tonexty", "fillcolor": faint(colour, _SHADE)}
        found.append(edge)
    return found


def _lines(frame: pd.DataFrame, name: str, colour: str, now: str) -> list[dict[str, Any]]:
    """The months counted, and those ahead joined to the last of them."""
    counted, ahead = frame[frame["month"] <= now], frame[frame["month"] >= now]
    parts = ((counted, "solid", "counted"), (ahead, "dot", "forecast"))
    return [
        {
            "type": "scatter",
            "mode": "lines",
            "name": NAMES[name],
            "x": part["month"].tolist(),
            "y": [None if pd.isna(value) else value for value in part[name]],
            "line": {"color": colour, "width": 2.5, "dash": dash},
            "connectgaps": False,
            "hovertemplate": f"%{{x|%B %Y}}: %{{y:.0f}} {NAMES[name].lower()}, {word}<extra></extra>",
        }
        for part, dash, word in parts
    ]


def _named(style: Style, frame: pd.DataFrame, name: str, colour: str) -> dict[str, Any]:
    """The line's name beside its end; the higher one a little above it, the other a little below."""
    starts, closures = (float(frame[each].iloc[-1]) for each in NAMES)
    above = (starts >= closures) == (name == "starts")
    return words(
        style, NAMES[name], frame["month"].iloc[-1], starts if name == "starts" else closures, xanchor="left", xshift=6,
        yanchor="bottom" if above else "top", font={"size": SMALL_SIZE, "color": colour},
    )  # fmt: skip
