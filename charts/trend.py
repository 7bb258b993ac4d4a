"""Control charts: a figure over its periods, its mean and limits, what is unusual told by the shape of its mark."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

import pandas as pd

from charts import marks
from charts.labels import apart, month_ticks, short
from charts.style import SMALL_SIZE, Figure, Style, axis, faint, label, layout, words
from model.exact import shown

HEIGHT = 360
# Pixels between two labels at the right, and what stands beneath the axis and above it.
_LABEL, _AROUND = 17, 70
# The shape of each kind of point, its size and, once, its name: a shape is told apart without its colour.
_SHAPES: Mapping[str, tuple[str, int, str]] = {
    "usual": ("circle", 7, ""),
    "improvement": ("square", 12, "Improvement"),
    "concern": ("diamond", 14, "Concern"),
    "higher": ("triangle-up", 13, "Higher"),
    "lower": ("triangle-down", 13, "Lower"),
}


def control_chart(
    frame: pd.DataFrame,
    style: Style,
    *,
    unit: str,
    places: int,
    steps: Sequence[tuple[str, str]] = (),
    target: float | None = None,
) -> Figure:
    """The figure as a thin line, its points by what they say, mean and limits of each segment behind them.

    ``frame`` has a row a period: ``period`` (ISO text), ``label`` and ``tick`` (its words), ``figure`` (missing where
    not known), ``mean``, ``lower_limit`` and ``upper_limit`` (missing where there is none), ``verdict`` (a key of the
    shapes), ``segment`` (a number). ``steps`` are ISO periods at which the limits start afresh, with words.
    """
    low, high = _ends(frame, target)
    known = set(month_ticks(frame["period"].tolist(), 8))
    ticks = [(period, tick) for period, tick in zip(frame["period"], frame["tick"], strict=True) if period in known]
    shapes = [shape for _, rows in frame.groupby("segment", sort=True) for shape in _limits(rows, style)]
    shapes += [] if target is None else marks.optimum(style, target, axis="y")
    return {
        "data": [_line(frame, style), *_points(frame, style, unit, places)],
        "layout": layout(
            style,
            HEIGHT,
            shapes=[*shapes, *(marks.series_break(style, period) for period, _ in steps)],
            annotations=[
                *(marks.top_label(style, short(text), period) for period, text in steps),
                *_at_the_right(frame, style, target, (low, high)),
                *_names(frame, style),
            ],
            margin={"l": 8, "r": 128, "t": 30, "b": 8, "pad": 4},
            xaxis=axis(style, type="date", showgrid=False, tickmode="array", tickvals=[period for period, _ in ticks],
                       ticktext=[tick for _, tick in ticks]),
            yaxis=axis(style, range=[low, high], nticks=6),
        ),
    }  # fmt: skip


def _ends(frame: pd.DataFrame, target: float | None) -> tuple[float, float]:
    """The axis: about the points, the limits and the target, with some room; no axis of counts goes below 0."""
    values = pd.concat([frame[name] for name in ("figure", "lower_limit", "upper_limit")]).dropna().tolist()
    values += [] if target is None else [target]
    if not values:
        return 0, 1
    low, high = min(values), max(values)
    room = max((high - low) * 0.12, 0.5)
    return (max(low - room, 0) if low >= 0 else low - room), high + room


def _line(frame: pd.DataFrame, style: Style) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "lines",
        "x": frame["period"].tolist(),
        "y": _values(frame["figure"]),
        "line": {"color": style.calm, "width": 2},
        "connectgaps": False,
        "hoverinfo": "skip",
    }


def _points(frame: pd.DataFrame, style: Style, unit: str, places: int) -> Iterator[dict[str, Any]]:
    colours = {"usual": style.muted, "improvement": style.accent, "concern": style.warn}
    for verdict, (shape, size, name) in _SHAPES.items():
        rows = frame[(frame["verdict"] == verdict) & frame["figure"].notna()]
        if rows.empty:
            continue
        said = f", {name.lower()}" if name else ""
        yield {
            "type": "scatter",
            "mode": "markers",
            "name": name or "No unusual change",
            "x": rows["period"].tolist(),
            "y": _values(rows["figure"]),
            "customdata": [label(text) for text in rows["label"]],
            "marker": {
                "symbol": shape,
                "size": size,
                "color": colours.get(verdict, style.second),
                "line": {"color": style.background, "width": 1},
            },
            "cliponaxis": False,
            "hovertemplate": f"%{{customdata}}: %{{y:,.{places}f}} {label(unit)}{said}<extra></extra>",
        }


def _limits(rows: pd.DataFrame, style: Style) -> Iterator[dict[str, Any]]:
    """The mean of a segment, its limits, and the shade between them; nothing where it has none."""
    if rows["mean"].isna().all():
        return
    across = {"x0": rows["period"].iloc[0], "x1": rows["period"].iloc[-1], "layer": "below"}
    mean, low, high = (rows[name].iloc[0] for name in ("mean", "lower_limit", "upper_limit"))
    # Where no figure can be is no limit: a count ends at 0, a percentage at 100.
    bottom, top = (0 if pd.isna(low) else low), (100 if pd.isna(high) else high)
    shade = {"fillcolor": faint(style.muted, 0.1), "line": {"width": 0}}
    yield {"type": "rect", "y0": bottom, "y1": top, **across, **shade}
    for value, width in ((mean, 2), (low, 1), (high, 1)):
        if not pd.isna(value):
            yield {"type": "line", "y0": value, "y1": value, **across, "line": {"color": style.muted, "width": width}}


def _at_the_right(
    frame: pd.DataFrame, style: Style, target: float | None, ends: tuple[float, float]
) -> Iterator[dict[str, Any]]:
    """What the lines are, each beside its end, moved apart where they would stand on one another."""
    last = frame.iloc[-1]
    named = {"Upper limit": last["upper_limit"], "Mean": last["mean"], "Lower limit": last["lower_limit"]}
    named |= {} if target is None else {"Target": target}
    known = {name: float(value) for name, value in named.items() if not pd.isna(value)}
    pixels = (HEIGHT - _AROUND) / (ends[1] - ends[0])
    heights = apart([(value - ends[0]) * pixels for value in known.values()], _LABEL, top=HEIGHT - _AROUND)
    for (name, value), height in zip(known.items(), heights, strict=True):
        font = {"size": SMALL_SIZE, "color": style.text if name == "Target" else style.muted}
        where: dict[str, Any] = {"xref": "paper", "xanchor": "left", "yanchor": "middle", "xshift": 6}
        yield words(style, f"{name} {shown(value)}", 1, ends[0] + height / pixels, font=font, **where)


def _names(frame: pd.DataFrame, style: Style) -> Iterator[dict[str, Any]]:
    """Each kind of unusual point by its name, at the last run of it."""
    known = frame[frame["figure"].notna()]
    rows = zip(*(known[name] for name in ("verdict", "figure", "period", "mean")), strict=True)
    runs = {verdict: list(run) for verdict, run in groupby(rows, key=lambda row: str(row[0])) if _SHAPES[verdict][2]}
    for verdict, run in runs.items():
        # Away from the mean, where no line crosses the word.
        above = float(run[-1][1]) >= float(run[-1][3])
        _, figure, period, _ = (max if above else min)(run, key=lambda row: float(row[1]))
        place: dict[str, Any] = {"yanchor": "bottom", "yshift": 8} if above else {"yanchor": "top", "yshift": -8}
        yield words(style, _SHAPES[verdict][2], period, figure, font={"size": SMALL_SIZE, "color": style.text}, **place)


def _values(column: pd.Series) -> list[float | None]:
    return [None if pd.isna(value) else float(value) for value in column]
