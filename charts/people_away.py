"""What becomes of the established posts of each team: at work, away, vacant, in one bar."""

from __future__ import annotations

from typing import Any

import pandas as pd

from charts.style import SMALL_SIZE, Figure, Style, axis, faint, label, layout

# The parts of a bar, from its foot on; each with its column.
PARTS = {
    "present": "At work",
    "in_post_only": "In post",
    "leave": "On leave",
    "sick": "Away sick",
    "hidden": "Away",
    "vacant": "Vacant",
}
_ROW_HEIGHT = 40


def people_bars(frame: pd.DataFrame, style: Style) -> Figure:
    """A bar a team, its parts beside one another.

    ``frame`` has a row a team, the first on top: ``team`` and the parts of :data:`PARTS` in FTE, missing where not
    known. ``in_post_only`` stands where it is not known who of those in post is away, ``hidden`` where it is not kept
    why somebody is; that column may be left out.
    """
    teams = [label(team) for team in frame["team"]]
    colours = dict(zip(PARTS, _colours(style), strict=True))
    text = {"present": style.on_accent, "sick": "#0B0C0C", "leave": "#0B0C0C"}
    drawn = [name for name in PARTS if name in frame and frame[name].fillna(0).gt(0).any()]
    return {
        "data": [_part(frame, teams, name, colours[name], text.get(name, style.text), style) for name in drawn],
        "layout": layout(
            style,
            70 + _ROW_HEIGHT * max(len(teams), 1),
            barmode="stack",
            bargap=0.3,
            showlegend=True,
            legend={"orientation": "h", "y": 1, "yanchor": "bottom", "x": 0, "traceorder": "normal",
                    "itemclick": False, "itemdoubleclick": False},
            margin={"l": 8, "r": 16, "t": 40, "b": 8, "pad": 6},
            xaxis=axis(style, rangemode="tozero", title={"text": "FTE", "font": {"size": SMALL_SIZE}}),
            yaxis=axis(style, autorange="reversed", showgrid=False, type="category"),
        ),
    }  # fmt: skip


def _colours(style: Style) -> tuple[str, ...]:
    return style.accent, style.calm, style.second, style.warn, faint(style.warn, 0.45), style.grid


def _part(frame: pd.DataFrame, teams: list[str], name: str, colour: str, text: str, style: Style) -> dict[str, Any]:
    values = [0.0 if pd.isna(value) else float(value) for value in frame[name]]
    return {
        "type": "bar",
        "orientation": "h",
        "name": PARTS[name],
        "y": teams,
        "x": values,
        "marker": {"color": colour, "line": {"color": style.background, "width": 1}},
        "text": [f"{value:.1f}" if value else "" for value in values],
        "textposition": "inside",
        "insidetextanchor": "middle",
        "textangle": 0,
        "constraintext": "none",
        "insidetextfont": {"size": SMALL_SIZE, "color": text},
        "hovertemplate": f"%{{y}}: %{{x:.1f}} FTE {PARTS[name].lower()}<extra></extra>",
    }
