"""Caseloads against the optimum: by team, over time, by worker, and why they moved."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd

from charts import marks
from charts.style import SMALL_SIZE, TEXT_SIZE, Figure, Style, axis, label, layout, words

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


def team_lines(
    frame: pd.DataFrame,
    style: Style,
    *,
    axis_max: float,
    breaks: Sequence[str] = (),
    across: int = 3,
) -> Figure:
    """Average caseload over time, a small panel a team, all on the same axes.

    ``frame`` is tidy: ``month`` (ISO text), ``team`` (in panel order), ``average``
    and ``optimum``. ``breaks`` are ISO months at which the series changed meaning.
    """
    teams = list(dict.fromkeys(frame["team"]))
    down = max(-(-len(teams) // across), 1)
    figure: Figure = {"data": [], "layout": layout(style, 40 + 190 * down, shapes=[], annotations=[])}
    for index, (team, rows) in enumerate((team, frame[frame["team"] == team]) for team in teams):
        _panel(figure, style, rows, label(team), index, across, down, axis_max, breaks)
    return figure


def _panel(
    figure: Figure,
    style: Style,
    rows: pd.DataFrame,
    name: str,
    index: int,
    across: int,
    down: int,
    axis_max: float,
    breaks: Sequence[str],
) -> None:
    number = "" if index == 0 else str(index + 1)
    column, row = index % across, index // across
    wide, tall = 1 / across, 1 / down
    values = [None if pd.isna(v) else v for v in rows["average"]]
    plot = figure["layout"]
    plot[f"xaxis{number}"] = axis(
        style,
        anchor=f"y{number}",
        domain=[column * wide + 0.01, (column + 1) * wide - 0.03],
        type="date",
        tickformat="%b %Y",
        nticks=4,
        showgrid=False,
        automargin=False,
    )
    plot[f"yaxis{number}"] = axis(
        style,
        anchor=f"x{number}",
        domain=[1 - (row + 1) * tall + 0.36 * tall * (0.55 if down > 1 else 0.3), 1 - row * tall - 0.14 * tall],
        range=[0, axis_max],
        nticks=4,
        automargin=True,
    )
    figure["data"].append(
        {
            "type": "scatter",
            "mode": "lines",
            "name": name,
            "x": rows["month"].tolist(),
            "y": values,
            "xaxis": f"x{number}",
            "yaxis": f"y{number}",
            "line": {"color": style.accent, "width": 2.5},
            "connectgaps": False,
            "hovertemplate": "%{x|%B %Y}: %{y:.1f}<extra>" + name + "</extra>",
        }
    )
    own = rows["optimum"].dropna()
    if not own.empty:
        plot["shapes"] += marks.optimum(
            style, float(own.iloc[-1]), axis="y", ref=f"y{number}", other=f"x{number} domain"
        )
    plot["shapes"] += [marks.series_break(style, b, ref=f"x{number}", other=f"y{number} domain") for b in breaks]
    last = next((v for v in reversed(values) if v is not None), None)
    title = f"<b>{name}</b>  {last:.1f}" if last is not None else f"<b>{name}</b>"
    plot["annotations"].append(
        words(
            style,
            title,
            0,
            1,
            xref=f"x{number} domain",
            yref=f"y{number} domain",
            xanchor="left",
            yanchor="bottom",
            font={"size": TEXT_SIZE, "color": style.text},
        )
    )


def service_history(
    frame: pd.DataFrame,
    style: Style,
    *,
    optimum: float,
    axis_max: float,
    breaks: Sequence[tuple[str, str]] = (),
) -> Figure:
    """The service's average over time above, the children waiting below.

    ``frame`` has a row a month: ``month`` (ISO text), ``average`` (children per
    FTE) and ``unallocated`` (children, missing where not known). ``breaks`` are
    pairs of ISO month and words.
    """
    months = frame["month"].tolist()
    averages = [None if pd.isna(v) else v for v in frame["average"]]
    waiting = [None if pd.isna(v) else int(v) for v in frame["unallocated"]]
    line = {
        "type": "scatter",
        "mode": "lines+markers",
        "name": "Average caseload",
        "x": months,
        "y": averages,
        "line": {"color": style.accent, "width": 3},
        "marker": {"size": 6},
        "hovertemplate": "%{x|%B %Y}: %{y:.1f}<extra>children per social worker</extra>",
    }
    bars = {
        "type": "bar",
        "name": "Waiting",
        "x": months,
        "y": waiting,
        "yaxis": "y2",
        "marker": {"color": style.warn},
        "hovertemplate": "%{x|%B %Y}: %{y}<extra>children waiting</extra>",
    }
    notes = [
        words(style, "Children per social worker", 0, 1, xref="paper", yref="paper", xanchor="left", yanchor="bottom"),
        words(style, "Children waiting", 0, 0.27, xref="paper", yref="paper", xanchor="left", yanchor="bottom"),
        words(
            style, f"Optimum {optimum:g}", 1, optimum, xref="paper", xanchor="right", yanchor="bottom",
            font={"size": SMALL_SIZE, "color": style.text},
        ),
    ] + [marks.top_label(style, label(text), month, xanchor="center") for month, text in breaks]  # fmt: skip
    shapes = marks.optimum(style, optimum, axis="y")
    shapes += [marks.series_break(style, month) for month, _ in breaks]
    return {
        "data": [line, bars],
        "layout": layout(
            style,
            420,
            shapes=shapes,
            annotations=notes,
            xaxis=axis(style, type="date", tickformat="%b %Y", nticks=9, showgrid=False, anchor="y2"),
            yaxis=axis(style, domain=[0.36, 1], range=[0, axis_max], nticks=5),
            yaxis2=axis(style, domain=[0, 0.25], nticks=3, rangemode="tozero"),
        ),
    }


def worker_dots(frame: pd.DataFrame, style: Style, *, axis_max: float, optimum: float | None) -> Figure:
    """Each worker as a dot: children per full-time equivalent, by team.

    ``frame`` has a row a worker: ``team``, ``worker`` (a code), ``fte``,
    ``allocated``, ``children_per_fte``, ``offset`` (where in the team's
    row the dot stands, −0.4 to 0.4), ``asye`` (flag), ``is_over`` (flag). Newly
    qualified workers are drawn open; those over the optimum in the accent.
    """
    teams = list(dict.fromkeys(frame["team"]))
    place = {team: row for row, team in enumerate(teams)}
    colours = [style.accent if over else style.calm for over in frame["is_over"]]
    dots = {
        "type": "scatter",
        "mode": "markers",
        "x": frame["children_per_fte"].tolist(),
        "y": [place[team] + offset for team, offset in zip(frame["team"], frame["offset"], strict=True)],
        "text": [
            f"{label(w)}: {a} children, {f:g} FTE{', newly qualified' if n else ''}"
            for w, a, f, n in zip(frame["worker"], frame["allocated"], frame["fte"], frame["asye"], strict=True)
        ],
        "marker": {
            "size": 13,
            "color": colours,
            "symbol": ["circle-open" if n else "circle" for n in frame["asye"]],
            "line": {"width": 2.5, "color": colours},
        },
        "hovertemplate": "%{text}<br>%{x:.1f} children for each full-time worker<extra></extra>",
    }
    shapes = [] if optimum is None else marks.optimum(style, optimum)
    notes = [] if optimum is None else [marks.top_label(style, f"Optimum {optimum:g}", optimum)]
    return {
        "data": [dots],
        "layout": layout(
            style,
            74 + 58 * max(len(teams), 1),
            shapes=shapes,
            annotations=notes,
            xaxis=axis(style, range=[0, axis_max], rangemode="tozero"),
            yaxis=axis(
                style,
                tickvals=list(range(len(teams))),
                ticktext=[label(team) for team in teams],
                range=[len(teams) - 0.5, -0.5],
                tickfont={"size": TEXT_SIZE, "color": style.text},
            ),
        ),
    }


def change_bars(parts: Sequence[tuple[str, float]], style: Style) -> Figure:
    """What moved the average: one horizontal bar a part, in children per FTE, zero marked."""
    names = [label(name) for name, _ in parts]
    values = [value for _, value in parts]
    reach = max([abs(v) for v in values] + [1.0]) * 1.35
    bars = {
        "type": "bar",
        "orientation": "h",
        "y": names,
        "x": values,
        "width": 0.55,
        "marker": {"color": [style.accent, style.second, style.calm][: len(values)]},
        "text": [f"{'+' if v > 0 else '−' if v < 0 else ''}{abs(v):.1f}" for v in values],
        "textposition": "outside",
        "textfont": {"size": TEXT_SIZE + 1, "color": style.text},
        "cliponaxis": False,
        "hoverinfo": "skip",
    }
    return {
        "data": [bars],
        "layout": layout(
            style,
            46 + 48 * max(len(names), 1),
            xaxis=axis(
                style,
                range=[min(0.0, *values, 0.0) * 1.35 - 0.05, reach if max(values, default=0) > 0 else 0.3],
                zeroline=True,
                zerolinecolor=style.muted,
                showgrid=False,
                showticklabels=False,
            ),
            yaxis=axis(style, autorange="reversed", showgrid=False, tickfont={"size": TEXT_SIZE, "color": style.text}),
            margin={"l": 8, "r": 8, "t": 8, "b": 8, "pad": 6},
        ),
    }
