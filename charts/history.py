"""Caseloads over time: the service with those who wait, and each team in a small panel."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from statistics import median_low
from typing import Any

import pandas as pd

from charts import marks
from charts.labels import month_ticks, short
from charts.style import SMALL_SIZE, TEXT_SIZE, Figure, Style, axis, label, layout, words
from model.words import month_words, months_apart

# Up to this many months each is a dot too: a line alone would hide how few there are.
FEW_MONTHS = 6
DAY = 24 * 60 * 60 * 1000


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
    grid = _Grid(across, max(-(-len(teams) // across), 1))
    ticks = month_ticks(list(dict.fromkeys(frame["month"])), 4)
    figure: Figure = {"data": [], "layout": layout(style, 40 + 190 * grid.down, shapes=[], annotations=[])}
    for index, team in enumerate(teams):
        number = "" if index == 0 else str(index + 1)
        figure["layout"][f"xaxis{number}"] = _months(style, ticks, anchor=f"y{number}", domain=grid.x(index))
        figure["layout"][f"yaxis{number}"] = axis(
            style, anchor=f"x{number}", domain=grid.y(index), range=[0, axis_max], nticks=4
        )
        _panel(figure, style, frame[frame["team"] == team], team, number, breaks)
    return figure


def _months(style: Style, ticks: Sequence[str], **more: Any) -> dict[str, Any]:
    # The months are named one by one: left to itself the axis of a short course names the same month again and again.
    named = {"tickmode": "array", "tickvals": list(ticks), "tickformat": "%b %Y"}
    return axis(style, type="date", showgrid=False, automargin=False) | named | more


def _mode(months: Sequence[str], known: Sequence[str]) -> str:
    """A line, with a dot a month where they are few, or where a month between gaps would have no line to be on."""
    return "lines+markers" if len(known) <= FEW_MONTHS or gaps(months) else "lines"


def gaps(months: Sequence[str]) -> list[int]:
    """The places after which months are missing (ISO text, ascending): a longer step than the usual one here."""
    steps = [months_apart(date.fromisoformat(was), date.fromisoformat(now)) for was, now in pairwise(months)]
    usual = median_low(steps) if steps else 0
    return [place for place, step in enumerate(steps) if step > usual]


def with_gaps(months: Sequence[str], values: Sequence[float | None]) -> tuple[list[str], list[float | None]]:
    """The course with a month of no figure where months are missing, so that no line is drawn over them."""
    course = list(zip(months, values, strict=True))
    for place in reversed(gaps(months)):
        here = date.fromisoformat(months[place])
        missing = date(here.year + here.month // 12, here.month % 12 + 1, 1)
        course.insert(place + 1, (missing.isoformat(), None))
    return [month for month, _ in course], [value for _, value in course]


def _bar_width(months: Sequence[str]) -> float:
    """Milliseconds: at most 20 days, and a tenth of a short course, which would be a slab otherwise."""
    span = (date.fromisoformat(months[-1]) - date.fromisoformat(months[0])).days if months else 0
    return min(20, max(span / 10, 2)) * DAY


@dataclass(frozen=True)
class _Grid:
    """Where each small panel stands: so many across and down, numbered from 0, row by row."""

    across: int
    down: int

    def x(self, index: int) -> list[float]:
        wide, column = 1 / self.across, index % self.across
        return [column * wide + 0.01, (column + 1) * wide - 0.03]

    def y(self, index: int) -> list[float]:
        tall, row = 1 / self.down, index // self.across
        foot = 0.2 if self.down > 1 else 0.11
        return [1 - (row + 1) * tall + foot * tall, 1 - row * tall - 0.14 * tall]


def _panel(figure: Figure, style: Style, rows: pd.DataFrame, team: str, number: str, breaks: Sequence[str]) -> None:
    """Add a team's line, optimum, breaks and name to the panel whose axes carry ``number``."""
    plot, name = figure["layout"], label(team)
    months, values = with_gaps(rows["month"].tolist(), [None if pd.isna(v) else v for v in rows["average"]])
    figure["data"].append(
        {
            "type": "scatter",
            "mode": _mode(rows["month"].tolist(), rows.loc[rows["average"].notna(), "month"].tolist()),
            "name": name,
            "x": months,
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
        across = f"x{number} domain"
        plot["shapes"] += marks.optimum(style, float(own.iloc[-1]), axis="y", ref=f"y{number}", other=across)
    plot["shapes"] += [marks.series_break(style, b, ref=f"x{number}", other=f"y{number} domain") for b in breaks]
    plot["annotations"].append(_panel_name(style, short(team), number, _last_words(months, values)))


def _last_words(months: Sequence[str], values: Sequence[float | None]) -> str:
    """The last figure of a line, with its month where that is not the last of the chart; "" for an empty line."""
    known = [(month, value) for month, value in zip(months, values, strict=True) if value is not None]
    if not known:
        return ""
    month, value = known[-1]
    when = "" if month == months[-1] else f" in {month_words(date.fromisoformat(month))}"
    return f"  {value:.1f}{when}"


def _panel_name(style: Style, name: str, number: str, last: str) -> dict[str, Any]:
    return words(
        style,
        f"<b>{name}</b>{last}",
        0,
        1,
        xref=f"x{number} domain",
        yref=f"y{number} domain",
        xanchor="left",
        yanchor="bottom",
        font={"size": TEXT_SIZE, "color": style.text},
    )


def service_history(
    frame: pd.DataFrame,
    style: Style,
    *,
    optimum: float | None,
    axis_max: float,
    breaks: Sequence[tuple[str, str]] = (),
) -> Figure:
    """The service's average over time above, the children waiting below.

    ``frame`` has a row a month: ``month`` (ISO text), ``average`` (children per
    FTE) and ``unallocated`` (children, missing where not known; where it is never
    known the line takes the whole height). ``optimum`` is the one that the counted teams
    share, without a line where they differ. ``breaks`` are pairs of ISO month and words.
    """
    months = frame["month"].tolist()
    knows_waiting = bool(frame["unallocated"].notna().any())
    shapes = [] if optimum is None else marks.optimum(style, optimum, axis="y")
    shapes += [marks.series_break(style, month) for month, _ in breaks]
    notes = [_above(style, "Children per social worker", 1)]
    notes += [] if optimum is None else [_optimum_words(style, optimum, frame)]
    notes += [marks.top_label(style, label(text), month, xanchor="center") for month, text in breaks]
    plot = layout(
        style,
        420 if knows_waiting else 320,
        shapes=shapes,
        annotations=notes,
        xaxis=_months(style, month_ticks(months, 9), anchor="y2" if knows_waiting else "y", automargin=True),
        yaxis=axis(style, domain=[0.36 if knows_waiting else 0, 1], range=[0, axis_max], nticks=5),
    )
    data = [_service_line(frame, style)]
    if knows_waiting:
        data.append(_waiting_bars(frame, style))
        # Few children, or none, are counted in whole ones.
        ticks = {"range": [0, 3], "dtick": 1} if frame["unallocated"].max() < 3 else {"nticks": 3}
        plot["yaxis2"] = axis(style, domain=[0, 0.25], rangemode="tozero", **ticks)
        notes.append(_above(style, "Children waiting", 0.27))
    return {"data": data, "layout": plot}


def _service_line(frame: pd.DataFrame, style: Style) -> dict[str, Any]:
    months, values = with_gaps(frame["month"].tolist(), [None if pd.isna(v) else v for v in frame["average"]])
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "name": "Average caseload",
        "x": months,
        "y": values,
        "connectgaps": False,
        "line": {"color": style.accent, "width": 3},
        "marker": {"size": 9 if len(frame) <= FEW_MONTHS else 6},
        "hovertemplate": "%{x|%B %Y}: %{y:.1f}<extra>children per social worker</extra>",
    }


def _waiting_bars(frame: pd.DataFrame, style: Style) -> dict[str, Any]:
    return {
        "type": "bar",
        "name": "Waiting",
        "x": frame["month"].tolist(),
        "y": [None if pd.isna(v) else int(v) for v in frame["unallocated"]],
        "yaxis": "y2",
        "width": _bar_width(frame["month"].tolist()),
        "marker": {"color": style.warn},
        "hovertemplate": "%{x|%B %Y}: %{y}<extra>children waiting</extra>",
    }


def _above(style: Style, text: str, y: float) -> dict[str, Any]:
    return words(style, text, 0, y, xref="paper", yref="paper", xanchor="left", yanchor="bottom")


def _optimum_words(style: Style, optimum: float, frame: pd.DataFrame) -> dict[str, Any]:
    # At the start of the dashed line, on the side where the course does not begin.
    known = frame["average"].dropna()
    above = not known.empty and known.iloc[0] < optimum
    font = {"size": SMALL_SIZE, "color": style.text}
    place = {"xref": "paper", "xanchor": "left", "yanchor": "bottom" if above else "top"}
    return words(style, f"Optimum {optimum:g}", 0, optimum, font=font, **place)
