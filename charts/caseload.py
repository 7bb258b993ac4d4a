"""Caseloads against the optimum: by team, over time, by worker, and why they moved."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd

from charts import marks
from charts.style import TEXT_SIZE, Figure, Style, axis, label, layout, words

ROW_HEIGHT = 46


def team_bars(
    frame: pd.DataFrame,
    style: Style,
    *,
    axis_max: float,
    before_name: str,
    now_name: str,
    optimum: float | None = None,
    regional: tuple[float, float] | None = None,
    england: tuple[str, float] | None = None,
    aside: tuple[str, str] | None = ("Waiting", "waiting_text"),
) -> Figure:
    """Average caseload by team as horizontal bars, highest on top.

    ``frame`` has a row a team, highest first: ``team``, ``average`` and ``before``
    (children per FTE, missing where not known), ``optimum`` (the team's own),
    ``is_over`` (flag), ``state`` (words shown in place of a missing average).
    ``aside`` is a heading and the column of words to stand right of the bars.
    ``axis_max`` keeps the axis the same from month to month.
    Bars over the optimum take the accent; an upright tick is ``before_name``.
    ``optimum`` is drawn as one line when all teams share it, else a line a team.
    """
    teams = [label(team) for team in frame["team"]]
    averages = frame["average"]
    bars = {
        "type": "bar",
        "orientation": "h",
        "name": now_name,
        "y": teams,
        "x": averages.fillna(0).tolist(),
        "marker": {"color": [style.accent if over else style.calm for over in frame["is_over"]]},
        "width": 0.62,
        # Figures stand at the foot of the bars, where no mark can cross them.
        "text": [f"<b>{a:.1f}</b>" if pd.notna(a) else label(s) for a, s in zip(averages, frame["state"], strict=True)],
        "textposition": ["inside" if pd.notna(a) and a > axis_max / 8 else "outside" for a in averages],
        "insidetextanchor": "start",
        "textangle": 0,
        "insidetextfont": {
            "size": TEXT_SIZE + 1,
            "color": [style.on_accent if over else style.text for over in frame["is_over"]],
        },
        "outsidetextfont": {"size": TEXT_SIZE, "color": style.text},
        "constraintext": "none",
        "cliponaxis": False,
        "hovertemplate": "%{y}: %{text}<extra>" + label(now_name) + "</extra>",
    }
    ticks = {
        "type": "scatter",
        "mode": "markers",
        "name": before_name,
        "y": teams,
        "x": [None if pd.isna(b) else b for b in frame["before"]],
        "marker": {"symbol": "line-ns", "size": 22, "line": {"width": 3, "color": style.warn}},
        "hovertemplate": "%{y}: %{x:.1f}<extra>" + label(before_name) + "</extra>",
    }
    shapes, notes = _optimum_marks(frame, style, optimum)
    _add_references(style, shapes, notes, regional, england)
    if aside:
        notes += _words_column(frame, teams, style, *aside)
    return {
        "data": [bars, ticks],
        "layout": layout(
            style,
            74 + ROW_HEIGHT * max(len(teams), 1),
            shapes=shapes,
            annotations=notes,
            bargap=0.3,
            xaxis=axis(style, range=[0, axis_max], domain=[0, 0.84 if aside else 1], rangemode="tozero"),
            yaxis=axis(style, autorange="reversed", showgrid=False, tickfont={"size": TEXT_SIZE, "color": style.text}),
            margin={"l": 8, "r": 8, "t": 48 if regional or england else 30, "b": 8, "pad": 6},
        ),
    }


def _optimum_marks(
    frame: pd.DataFrame, style: Style, optimum: float | None
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    if optimum is not None:
        text = f"Optimum {optimum:g}"
        return marks.optimum(style, optimum), [marks.top_label(style, text, optimum, font={"color": style.text})]
    lines: list[dict[str, Any]] = []
    for row, own in enumerate(frame["optimum"]):
        if pd.notna(own):
            lines += marks.optimum(style, own, other="y", span=(row - 0.45, row + 0.45))
    return lines, []


def _add_references(
    style: Style,
    shapes: list[dict[str, Any]],
    notes: list[dict[str, Any]],
    regional: tuple[float, float] | None,
    england: tuple[str, float] | None,
) -> None:
    if regional:
        low, high = regional
        shapes.append(marks.band(style, low, high))
        text = f"Region {low:g} to {high:g}"
        notes.append(marks.top_label(style, text, (low + high) / 2, yshift=18, xanchor="left"))
    if england:
        name, value = england
        shapes.append(marks.reference(style, value))
        notes.append(marks.top_label(style, f"{label(name)} {value:g}", value, yshift=18, xanchor="right"))


def _words_column(
    frame: pd.DataFrame, teams: Sequence[str], style: Style, heading: str, column: str
) -> list[dict[str, Any]]:
    """What an average hides, such as the children who wait, in figures at the right of the bars."""
    head = words(style, heading, 1, 1, xref="paper", yref="paper", xanchor="right", yanchor="bottom")
    font = {"size": TEXT_SIZE, "color": style.text}
    return [head] + [
        words(style, label(text), 1, team, xref="paper", xanchor="right", font=font)
        for team, text in zip(teams, frame[column], strict=True)
    ]
