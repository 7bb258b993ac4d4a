"""Caseloads against the optimum, a bar a team."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd

from charts import marks
from charts.labels import short
from charts.style import TEXT_SIZE, Figure, Style, axis, label, layout, words
from model.frames import axis_top, rows

# Pixels a team: many teams stand closer, so that they are seen together.
ROW_HEIGHT, CLOSE_ROW_HEIGHT = 46, 26
MANY_TEAMS = 14
# The width of a character of the words beside the bars, in pixels, on the generous side.
CHARACTER = 8
# So many characters end before the optimum, however narrow the chart.
WORDS_BEFORE_OPTIMUM = 18


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
    ``is_over`` (flag), ``state`` (words shown in place of a missing average),
    ``allocated`` (children) and ``fte``, shown on pointing, and ``counted`` (flag):
    a team left out of the sums, or of the comparison with the optimum, is hatched and its name says so, or why in
    the words of ``left_out``.
    ``aside`` is a heading and the column of words to stand right of the bars.
    ``axis_max`` keeps the axis the same from month to month; a bar or tick beyond it moves it out.
    Bars over the optimum take the accent; an upright tick is ``before_name``.
    ``optimum`` is the one that the counted teams share: see :func:`charts.marks.optimum_by_row`.
    """
    teams = [label(team) for team in frame["team"]]
    highest = [*frame["average"].dropna(), *frame["before"].dropna()]
    if max(highest, default=0) > axis_max:
        # What posts or another demand make of a team may be more than it ever had.
        axis_max = axis_top(highest)
    # The line is broken where words stand in place of a bar: it would cross them.
    own = [None if len(said) > WORDS_BEFORE_OPTIMUM else o for said, o in rows(frame, "state", "optimum")]
    shapes, notes = marks.optimum_by_row(style, own, optimum)
    _add_references(style, shapes, notes, regional, england)
    room = 8
    if aside:
        room += CHARACTER * max(map(len, [aside[0], *frame[aside[1]]])) + 12
        notes += _words_column(frame, teams, style, *aside, room - 8)
    return {
        "data": [
            _bars(frame, teams, style, axis_max, (now_name, before_name)),
            _ticks(frame, teams, style, before_name),
        ],
        "layout": layout(
            style,
            height(teams, 74),
            shapes=shapes,
            annotations=notes,
            bargap=0.3,
            xaxis=axis(style, range=[0, axis_max], rangemode="tozero"),
            yaxis=_team_axis(frame, teams, style),
            margin={"l": 8, "r": room, "t": 48 if regional or england else 30, "b": 8, "pad": 6},
        ),
    }


def _bars(
    frame: pd.DataFrame, teams: Sequence[str], style: Style, axis_max: float, names: tuple[str, str]
) -> dict[str, Any]:
    averages = frame["average"]
    strong = [bool(over and counted) for over, counted in zip(frame["is_over"], frame["counted"], strict=True)]
    return {
        "type": "bar",
        "orientation": "h",
        "name": names[0],
        "y": list(teams),
        "x": averages.fillna(0).tolist(),
        "marker": {
            "color": [style.accent if over else style.calm for over in strong],
            # A team left out is hatched: the pale colour says that a team is at or below its optimum.
            "pattern": {
                "shape": ["/" if why else "" for why in _why_left_out(frame)],
                "fgcolor": style.calm,
                "bgcolor": style.grid,
                "solidity": 0.3,
            },
        },
        "width": 0.62,
        # Figures stand at the foot of the bars, where no mark can cross them.
        "text": [f"<b>{a:.1f}</b>" if pd.notna(a) else label(s) for a, s in zip(averages, frame["state"], strict=True)],
        "textposition": ["inside" if pd.notna(a) and a > axis_max / 8 else "outside" for a in averages],
        "insidetextanchor": "start",
        "textangle": 0,
        "insidetextfont": {
            "size": TEXT_SIZE + 1,
            "color": [style.on_accent if over else style.text for over in strong],
        },
        "outsidetextfont": {"size": TEXT_SIZE, "color": style.text},
        "constraintext": "none",
        "cliponaxis": False,
        "customdata": [_said(names, *row) for row in rows(frame, *SAID)],
        "hovertemplate": "%{customdata}<extra></extra>",
    }


SAID = ("team", "state", "average", "before", "allocated", "fte")


def _said(
    names: tuple[str, str], team: str, state: str, average: float, before: float, allocated: int, fte: float
) -> str:
    """What a bar says when it is pointed at: the whole name, and what the average is made of."""
    now_name, before_name = map(label, names)
    lines = [f"<b>{label(team)}</b>", f"{now_name}: {label(state) if pd.isna(average) else f'{average:.1f}'}"]
    if pd.notna(before):
        lines.append(f"{before_name}: {before:.1f}")
    children = "not known" if pd.isna(allocated) else f"{allocated:,}"
    return "<br>".join([*lines, f"Children: {children}; FTE: {'not known' if pd.isna(fte) else f'{fte:g}'}"])


def _ticks(frame: pd.DataFrame, teams: Sequence[str], style: Style, before_name: str) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "markers",
        "name": before_name,
        "y": list(teams),
        "x": [None if pd.isna(b) else b for b in frame["before"]],
        "marker": {
            "symbol": "line-ns",
            "size": 22 if len(teams) <= MANY_TEAMS else 14,
            "line": {"width": 3, "color": style.warn},
        },
        # The bar says it: two boxes would lie on one another.
        "hoverinfo": "skip",
    }


def height(teams: Sequence[str], around: int) -> int:
    """The height of a chart with a row a team, closer where they are many; ``around`` is what stands about the rows.

    In pixels, all of them.
    """
    return around + (CLOSE_ROW_HEIGHT if len(teams) > MANY_TEAMS else ROW_HEIGHT) * max(len(teams), 1)


def _team_axis(frame: pd.DataFrame, teams: Sequence[str], style: Style) -> dict[str, Any]:
    # The place on the axis is the whole name, so that two names which are cut alike stay two teams.
    between = " " if len(teams) > MANY_TEAMS else "<br>"
    why = _why_left_out(frame)
    text = [short(team) + (f"{between}({out})" if out else "") for team, out in zip(frame["team"], why, strict=True)]
    names = {"type": "category", "tickmode": "array", "tickvals": list(teams), "ticktext": text}
    font = {"size": TEXT_SIZE, "color": style.text}
    # By number, from the first row down: the marks of a month before would leave a gap at either end.
    return axis(style, range=[len(teams) - 0.5, -0.5], showgrid=False, tickfont=font, **names)


def _why_left_out(frame: pd.DataFrame) -> list[str]:
    if "left_out" in frame.columns:
        return frame["left_out"].tolist()
    return ["" if counted else "not counted" for counted in frame["counted"]]


def _add_references(
    style: Style,
    shapes: list[dict[str, Any]],
    notes: list[dict[str, Any]],
    regional: tuple[float, float] | None,
    england: tuple[str, float] | None,
) -> None:
    if regional:
        low, high = regional
        shapes += marks.band(style, low, high)
        text = f"Region {low:g} to {high:g}"
        notes.append(marks.top_label(style, text, (low + high) / 2, yshift=18, xanchor="left"))
    if england:
        name, value = england
        shapes += marks.reference(style, value)
        notes.append(marks.top_label(style, f"{label(name)} {value:g}", value, yshift=18, xanchor="right"))


def _words_column(
    frame: pd.DataFrame, teams: Sequence[str], style: Style, heading: str, column: str, right: float
) -> list[dict[str, Any]]:
    """What an average hides, such as the children who wait, ``right`` pixels from the end of the bars."""
    place: dict[str, Any] = {"xref": "paper", "xanchor": "right", "xshift": right}
    head = words(style, heading, 1, 1, yref="paper", yanchor="bottom", **place)
    font = {"size": TEXT_SIZE, "color": style.text}
    return [head] + [
        words(style, label(text), 1, team, font=font, **place) for team, text in zip(teams, frame[column], strict=True)
    ]
