"""The front door as plain bars, and the small courses of the measures of a block."""

from __future__ import annotations

from math import ceil
from typing import Any

import pandas as pd

from charts.labels import short
from charts.style import SMALL_SIZE, TEXT_SIZE, Figure, Style, axis, label, layout, words
from model.exact import shown

ROW = 54
NOT_KNOWN = "not known"


def funnel(frame: pd.DataFrame, style: Style) -> Figure:
    """A bar a step, from contact to plan: those who go on, those explained, those unaccounted for.

    ``frame`` is that of :func:`model.front_door.funnel_frame`. A step that is not known has its name and no bar.
    """
    steps = [label(step) for step in frame["step"]]
    number, on = frame["number"].fillna(0), frame["on"]
    goes = on.clip(upper=number).where(on.notna(), number)
    explained = frame["explained"].clip(lower=0).fillna(0)
    unaccounted = frame["unaccounted"].clip(lower=0).fillna(0)
    # Of a step that explains nobody, those who do not go on are neither.
    rest = (number - goes).where(frame["unaccounted"].isna(), 0)
    explained = explained.clip(upper=(number - goes).clip(lower=0)).where(frame["unaccounted"].notna(), 0)
    parts = (
        ("Go on to the next step", goes, {"color": style.accent}),
        ("Closed, or below the threshold", explained, {"color": style.calm}),
        ("Do not go on", rest, {"color": style.grid}),
        ("Unaccounted for", unaccounted, _striped(style)),
    )
    return {
        "data": [_bars(steps, values.tolist(), marker, name) for name, values, marker in parts if values.any()],
        "layout": layout(
            style,
            40 + ROW * len(steps),
            barmode="stack",
            bargap=0.35,
            margin={"l": 8, "r": 210, "t": 34, "b": 8, "pad": 4},
            annotations=[
                _legend([(name, marker["color"]) for name, values, marker in parts if values.any()], style),
                *_ends(frame, style),
            ],
            xaxis=axis(style, rangemode="tozero", visible=False),
            yaxis=axis(style, autorange="reversed", showgrid=False, categoryorder="array", categoryarray=steps,
                       tickfont={"size": TEXT_SIZE, "color": style.text}),
        ),
    }  # fmt: skip


def _striped(style: Style) -> dict[str, Any]:
    """Told apart from the others by more than its colour."""
    return {"color": style.warn, "pattern": {"shape": "/", "fillmode": "overlay", "fgcolor": style.background}}


def _bars(steps: list[str], values: list[float], marker: dict[str, Any], name: str) -> dict[str, Any]:
    return {
        "type": "bar",
        "orientation": "h",
        "name": name,
        "y": steps,
        "x": values,
        "marker": marker,
        "hovertemplate": f"%{{y}}: %{{x:,.0f}} {name.lower()}<extra></extra>",
    }


def _legend(named: list[tuple[str, str]], style: Style) -> dict[str, Any]:
    marks = [f'<span style="color:{colour}">■</span> {name}' for name, colour in named]
    return words(style, "   ".join(marks), 0, 1, xref="paper", yref="paper", xanchor="left", yanchor="bottom")


def _ends(frame: pd.DataFrame, style: Style) -> list[dict[str, Any]]:
    """At the end of each bar its number, its share of the step before, and who is unaccounted for."""
    notes = []
    for place, row in enumerate(frame.to_dict("records")):
        text = NOT_KNOWN if pd.isna(row["number"]) else f"<b>{shown(row['number'], 0)}</b>"
        if not pd.isna(row["share"]):
            text += f"  {shown(row['share'])}% of {label(row['share_of'])}"
        if not pd.isna(row["unaccounted"]) and row["unaccounted"] > 0:
            text += f"<br>{shown(row['unaccounted'], 0)} unaccounted for"
        at = 0 if pd.isna(row["number"]) else row["number"]
        ink = style.muted if pd.isna(row["number"]) else style.text
        font = {"size": SMALL_SIZE, "color": ink}
        notes.append(words(style, text, at, place, xanchor="left", xshift=8, align="left", font=font))
    return notes


ACROSS = 4
PANEL = 170


def courses(frame: pd.DataFrame, style: Style) -> Figure:
    """A small line a measure over the periods, its last figure in words above it; a gap where one is not known.

    ``frame`` is that of :func:`model.activity_frame.courses`. Each has its own axis, from 0.
    """
    keys = frame["key"].unique().tolist()
    across = min(ACROSS, len(keys))
    rows = ceil(len(keys) / across)
    data, notes, axes = [], [], dict[str, Any]()
    for place, key in enumerate(keys):
        own = frame[frame["key"] == key]
        row, column = divmod(place, across)
        left, right = (column + 0.02) / across, (column + 0.86) / across
        top = 1 - (row + 0.34) / rows
        name = str(place + 1) if place else ""
        data.append(_course(own, name, style))
        highest = float(own["value"].max()) or 1.0
        axes[f"xaxis{name}"] = axis(
            style, domain=[left, right], anchor=f"y{name}", showgrid=False, type="category",
            tickvals=[own["period"].iloc[0], own["period"].iloc[-1]], automargin=False,
        )  # fmt: skip
        axes[f"yaxis{name}"] = axis(
            style, domain=[1 - (row + 0.86) / rows, top], anchor=f"x{name}", range=[0, highest * 1.15], visible=False
        )
        notes.append(_panel_words(own, left, 1 - row / rows, style))
    return {
        "data": data,
        "layout": layout(
            style, 20 + PANEL * rows, annotations=notes, margin={"l": 8, "r": 8, "t": 12, "b": 8, "pad": 0}, **axes
        ),
    }


def _panel_words(own: pd.DataFrame, x: float, y: float, style: Style) -> dict[str, Any]:
    text = f"{short(own['measure'].iloc[0], 40)}<br><b>{label(own['words'].iloc[0])}</b>"
    font = {"size": SMALL_SIZE, "color": style.text}
    return words(style, text, x, y, xref="paper", yref="paper", xanchor="left", yanchor="top", align="left", font=font)


def _course(own: pd.DataFrame, name: str, style: Style) -> dict[str, Any]:
    measure = label(own["measure"].iloc[0])
    sign = "%" if own["unit"].iloc[0] == "%" else ""
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "x": own["period"].tolist(),
        "y": [None if pd.isna(value) else value for value in own["value"]],
        "xaxis": f"x{name}",
        "yaxis": f"y{name}",
        "connectgaps": False,
        "cliponaxis": False,
        "line": {"color": style.accent, "width": 2},
        "marker": {"size": 6, "color": style.accent},
        "hovertemplate": f"%{{x}}: %{{y:,}}{sign}<extra>{measure}</extra>",
    }
