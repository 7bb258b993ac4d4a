"""Cases by type, team by team: what share each type is, and points beside children, each against its own optimum."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd

from charts.caseload import height
from charts.labels import short
from charts.style import SMALL_SIZE, TEXT_SIZE, Figure, Style, axis, label, layout, words

# Each panel: the columns of its bars, of its optimum and of who is over it, and the words over it.
PANELS = (
    ("points_per_fte", "optimum_points", "over_points", "Points"),
    ("average", "optimum", "over_children", "Children"),
)
_DOMAINS = ((0.0, 0.47), (0.53, 1.0))


def mix_bars(frame: pd.DataFrame, style: Style) -> Figure:
    """Two panels of bars over the same teams: points per FTE, and children per FTE.

    ``frame`` has a row a team, the first on top: ``team``, ``points_per_fte`` and ``average`` (missing where not known,
    with the words of ``state`` in their place), ``optimum_points`` and ``optimum`` (the team's own in either count),
    ``over_points`` and ``over_children`` (flags). Bars over their optimum take the accent.
    """
    teams = [label(team) for team in frame["team"]]
    shapes: list[dict[str, Any]] = []
    notes: list[dict[str, Any]] = []
    data = []
    for number, (column, optimum, over, told) in enumerate(PANELS):
        place = "x" if number == 0 else "x2"
        data.append(_bars(frame, teams, style, (column, over, told), place))
        shapes += _optima(frame[optimum], style, place)
        shared = frame[optimum].dropna().unique()
        head = f"{told} for each social worker" + (f"; optimum {shared[0]:g}" if len(shared) == 1 else "")
        notes.append(words(style, head, _DOMAINS[number][0], 1, xref="paper", yref="paper", xanchor="left",
                           yanchor="bottom", font={"size": SMALL_SIZE, "color": style.text}))  # fmt: skip
    tops = [_top(frame[[column, optimum]]) for column, optimum, *_ in PANELS]
    ticks = {"type": "category", "tickmode": "array", "tickvals": teams, "ticktext": [short(t) for t in frame["team"]]}
    return {
        "data": data,
        "layout": layout(
            style,
            height(teams, 74),
            shapes=shapes,
            annotations=notes,
            bargap=0.3,
            xaxis=axis(style, domain=list(_DOMAINS[0]), range=[0, tops[0]]),
            xaxis2=axis(style, domain=list(_DOMAINS[1]), range=[0, tops[1]], anchor="y"),
            yaxis=axis(style, range=[len(teams) - 0.5, -0.5], showgrid=False, **ticks)
            | {"tickfont": {"size": TEXT_SIZE, "color": style.text}},
            margin={"l": 8, "r": 8, "t": 30, "b": 8, "pad": 6},
        ),
    }


# The parts of a bar, from its foot on; each with its column.
PARTS = {
    "heavy": "Child protection, court or looked after",
    "child_in_need": "In need",
    "assessments": "In assessment",
    "care_leavers": "Care leavers",
}


def type_bars(frame: pd.DataFrame, style: Style) -> Figure:
    """A bar a team, the first on top: the shares of its children by the types of :data:`PARTS`.

    ``frame`` has a row a team: ``team``, the parts in %, and each in words (``heavy_text`` and so on).
    """
    teams = [label(team) for team in frame["team"]]
    colours = dict(zip(PARTS, (style.accent, style.calm, style.second, style.grid), strict=True))
    ticks = {"type": "category", "tickmode": "array", "tickvals": teams, "ticktext": [short(t) for t in frame["team"]]}
    return {
        "data": [
            {
                "type": "bar",
                "orientation": "h",
                "name": told,
                "y": teams,
                "x": frame[name].tolist(),
                "width": 0.62,
                "marker": {"color": colours[name], "line": {"color": style.background, "width": 1}},
                "text": frame[f"{name}_text"].where(frame[name] >= _ROOM, "").tolist(),
                "customdata": frame[f"{name}_text"].tolist(),
                "textposition": "inside",
                "insidetextanchor": "middle",
                "textangle": 0,
                "constraintext": "none",
                "insidetextfont": {"size": SMALL_SIZE, "color": _on(name, style)},
                "hovertemplate": f"%{{y}}: %{{customdata}} {told[:1].lower()}{told[1:]}<extra></extra>",
            }
            for name, told in PARTS.items()
            if frame[name].gt(0).any()
        ],
        "layout": layout(
            style,
            height(teams, 90),
            barmode="stack",
            showlegend=True,
            legend={"orientation": "h", "y": 1, "yanchor": "bottom", "x": 0, "traceorder": "normal",
                    "itemclick": False, "itemdoubleclick": False},
            xaxis=axis(style, range=[0, 100], ticksuffix="%"),
            yaxis=axis(style, range=[len(teams) - 0.5, -0.5], showgrid=False, **ticks)
            | {"tickfont": {"size": TEXT_SIZE, "color": style.text}},
            margin={"l": 8, "r": 16, "t": 40, "b": 8, "pad": 6},
        ),
    }  # fmt: skip


# Shares of less have no room for their figure.
_ROOM = 4


def _on(name: str, style: Style) -> str:
    """The colour of words on a part of a bar."""
    return {"heavy": style.on_accent, "assessments": "#0B0C0C"}.get(name, style.text)


def _top(figures: pd.DataFrame) -> float:
    """The end of an axis, beyond the longest bar and the highest optimum."""
    most = float(figures.max().max()) if figures.notna().any(axis=None) else 1.0
    return most * 1.08


def _bars(
    frame: pd.DataFrame, teams: Sequence[str], style: Style, panel: tuple[str, str, str], place: str
) -> dict[str, Any]:
    column, flag, told = panel
    values, over = frame[column], frame[flag].tolist()
    return {
        "type": "bar",
        "orientation": "h",
        "name": told,
        "xaxis": place,
        "y": list(teams),
        "x": values.fillna(0).tolist(),
        "width": 0.62,
        "marker": {"color": [style.accent if each else style.calm for each in over]},
        "text": [label(s) if pd.isna(v) else f"<b>{v:.1f}</b>" for v, s in zip(values, frame["state"], strict=True)],
        "textposition": ["outside" if pd.isna(value) else "inside" for value in values],
        "insidetextanchor": "start",
        "textangle": 0,
        "constraintext": "none",
        "insidetextfont": {"size": TEXT_SIZE, "color": [style.on_accent if each else style.text for each in over]},
        "outsidetextfont": {"size": TEXT_SIZE, "color": style.text},
        "hovertemplate": f"%{{y}}: %{{x:.1f}} {told.lower()} for each social worker<extra></extra>",
    }


def _optima(optima: pd.Series, style: Style, place: str) -> list[dict[str, Any]]:
    """The optimum of each row as a dashed line, on a line of the background's colour."""
    shapes = []
    for row, value in enumerate(optima):
        if pd.notna(value):
            line = {"type": "line", "xref": place, "yref": "y", "x0": value, "x1": value, "layer": "above"}
            line |= {"y0": row - 0.5, "y1": row + 0.5}
            shapes.append(line | {"line": {"color": style.background, "width": 4}})
            shapes.append(line | {"line": {"color": style.text, "width": 2, "dash": "dash"}})
    return shapes
