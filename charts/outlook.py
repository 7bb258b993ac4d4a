"""The months ahead as a fan of futures, after the months that were counted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import nan
from typing import Any

import pandas as pd

from charts import marks
from charts.labels import month_ticks
from charts.months import Months, in_lists, is_known, where
from charts.style import SMALL_SIZE, TEXT_SIZE, Figure, Style, axis, faint, label, layout, words

# How strong the shades of the two bands are: the outer, the inner, which lies on it.
_MEASURE = "Children per social worker"
# Share of the months shown that lie before the figures, from which both labels have room.
_ROOM_FOR_BOTH = 0.25
# What the name of the optimum takes of the axes, a little more than it needs; and what it cannot do without.
_LABEL_HEIGHT, _LABEL_LENGTH, _LEAST_LENGTH = 0.09, 0.18, 0.13
# Pixels by which the value that is judged stands above its dot, or below it where the optimum would cross it.
_ABOVE_DOT = 20
_SHADES = (0.16, 0.24)
# The columns of the frame that are drawn.
_COLUMNS = ("month", "actual", "expected", "p10", "p25", "p75", "p90", "waiting")


@dataclass(frozen=True)
class Axes:
    """What stands still while posts are added: the ends of both axes, and the course ``without`` any post.

    ``averages`` in children per FTE, ``waiting`` the upper end in children; ``without`` a value a month ahead.
    """

    averages: tuple[float, float]
    waiting: float
    without: Sequence[float]


def fan_chart(
    frame: pd.DataFrame,
    style: Style,
    *,
    optimum: float,
    axes: Axes,
    judged: str,
    now: tuple[str, str],
    breaks: Sequence[str] = (),
) -> Figure:
    """The average in the months before and in simulated futures; the children who wait below.

    ``frame`` has a row a month: ``month`` (ISO text), ``actual`` (missing in the months ahead), ``expected`` and
    ``p10``, ``p25``, ``p75``, ``p90`` (children per FTE, missing in the months before; the percentiles all missing
    where the futures are still to come) and ``waiting`` (children). ``judged`` is the ISO month that is judged,
    ``now`` that of the figures and the words for it; ``breaks`` are those at which the series changed meaning.
    """
    every = in_lists(frame, _COLUMNS)
    ahead, months = where(every, "expected"), every["month"]
    ticks = month_ticks(months, 8)
    bands = _bands(ahead, style) if all(map(is_known, ahead["p10"])) else []
    named = marks.top_label(style, label(now[1]), now[0], xanchor="left")
    # With few months before, the two labels at the top would stand on one another.
    few = sum(month < now[0] for month in months) < _ROOM_FOR_BOTH * len(months)
    notes = [
        _above(style, f"{_MEASURE}; upright line: {label(now[1])}" if few else _MEASURE, 1),
        _above(style, "Children waiting", 0.22) | {"bgcolor": style.background},
        _optimum_named(every, style, optimum, axes, [now[0], *breaks]),
        *([] if few else [named]),
        *_value_named(ahead, style, judged, optimum, axes),
        *(_bands_named(ahead, style) if bands else []),
    ]  # fmt: skip
    lines = [_expected(ahead, style), _actual(every, style), _dot(ahead, style, judged)]
    return {
        "data": [*bands, *lines, *_waiting(every, style, now[0])],
        "layout": layout(
            style,
            430,
            shapes=[*marks.optimum(style, optimum, axis="y"), marks.series_break(style, now[0]),
                    *(_dotted(style, month) for month in breaks if month in months)],
            annotations=notes,
            margin={"l": 8, "r": 112, "t": 30, "b": 8, "pad": 4},
            barmode="overlay",
            xaxis=axis(style, type="date", range=_ends(months), showgrid=False, automargin=True,
                       anchor="y2", tickmode="array", tickvals=ticks, tickformat="%b %Y"),
            yaxis=axis(style, domain=[0.31, 1], range=list(axes.averages), nticks=6),
            yaxis2=axis(style, domain=[0, 0.2], range=[0, axes.waiting], nticks=3),
        ),
    }  # fmt: skip


def _optimum_named(every: Months, style: Style, optimum: float, axes: Axes, upright: Sequence[str]) -> dict[str, Any]:
    """The optimum's name at the end of its line where it is least crossed by what was counted or comes without posts.

    With posts the line is another, but a name that moved with it would distract. At the left, where there are few
    months before, ``upright`` lines (their ISO months) would cross it.
    """
    months, counted = every["month"], every["actual"][: len(every["actual"]) - len(axes.without)]
    course = [value - optimum if is_known(value) else nan for value in (*counted, *axes.without)]
    near, long = (axes.averages[1] - axes.averages[0]) * _LABEL_HEIGHT, max(1, round(len(course) * _LABEL_LENGTH))
    ends = {"left": course[:long], "right": course[-long:]}
    crossed = {
        (end, side): sum((-near <= gap <= 0) if side == "top" else (0 <= gap <= near) for gap in gaps)
        for side in ("top", "bottom")
        for end, gaps in ends.items()
    }
    under_name = months[: max(1, round(len(course) * _LEAST_LENGTH))]
    barred = long if set(under_name) & set(upright) else 0
    end, side = min(crossed, key=lambda place: crossed[place] + barred * (place[0] == "left"))
    return words(style, f"Optimum {round(optimum, 2):g}", 0 if end == "left" else 1, optimum, xref="paper", xanchor=end,
                 xshift=-8 * (end == "right"), yanchor=side,
                 font={"size": SMALL_SIZE, "color": style.text})  # fmt: skip


def _dotted(style: Style, month: str) -> dict[str, Any]:
    """A break before the figures, told from the line at their month by its dots."""
    line = marks.series_break(style, month)
    return line | {"line": line["line"] | {"dash": "dot"}}


def _ends(months: Sequence[str]) -> list[str]:
    """The ends of the axis of months: room for half a bar, and none for what is named beside the last."""
    room = timedelta(days=16)
    return [(date.fromisoformat(months[0]) - room).isoformat(), (date.fromisoformat(months[-1]) + room).isoformat()]


def _bands(ahead: Months, style: Style) -> list[dict[str, Any]]:
    """Two shaded bands, each as its lower edge and its upper one, filled between."""
    found = []
    for (low, high), shade in zip((("p10", "p90"), ("p25", "p75")), _SHADES, strict=True):
        for column in (low, high):
            edge: dict[str, Any] = {
                "type": "scatter",
                "mode": "lines",
                "x": ahead["month"],
                "y": ahead[column],
                "line": {"width": 0},
                "hoverinfo": "skip",
            }
            if column == high:
                edge |= {"fill": "tonexty", "fillcolor": faint(style.accent, shade)}
            found.append(edge)
    return found


def _expected(ahead: Months, style: Style) -> dict[str, Any]:
    ranges = [
        "" if not is_known(low) else f"<br>80 in 100 futures: {low:.1f} to {high:.1f}"
        for low, high in zip(ahead["p10"], ahead["p90"], strict=True)
    ]
    return {
        "type": "scatter",
        "mode": "lines",
        "name": "Expected",
        "x": ahead["month"],
        "y": ahead["expected"],
        "line": {"color": style.accent, "width": 3},
        "customdata": ranges,
        "hovertemplate": "%{x|%B %Y}: %{y:.1f} expected%{customdata}<extra></extra>",
    }


def _actual(every: Months, style: Style) -> dict[str, Any]:
    before = where(every, "actual")
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "name": "Counted",
        "x": before["month"],
        "y": before["actual"],
        "line": {"color": style.text, "width": 2.5},
        "marker": {"size": 6},
        "hovertemplate": "%{x|%B %Y}: %{y:.1f} counted<extra></extra>",
    }


def _dot(ahead: Months, style: Style, judged: str) -> dict[str, Any]:
    here = where(ahead, "month", lambda month: month == judged)
    marker = {"size": 11, "color": style.background, "line": {"width": 3, "color": style.accent}}
    return {
        "type": "scatter",
        "mode": "markers",
        "x": here["month"],
        "y": here["expected"],
        "marker": marker,
        "hoverinfo": "skip",
    }


def _value_named(ahead: Months, style: Style, judged: str, optimum: float, axes: Axes) -> list[dict[str, Any]]:
    """The value of the month that is judged, above its dot, or below it where the optimum would cross it."""
    if judged not in ahead["month"]:
        return []
    value = ahead["expected"][ahead["month"].index(judged)]
    near = (axes.averages[1] - axes.averages[0]) * _LABEL_HEIGHT
    below = 0 < optimum - value < 2 * near
    bold = {"size": TEXT_SIZE, "color": style.text}
    shift = -_ABOVE_DOT if below else _ABOVE_DOT
    return [words(style, f"<b>{value:.1f}</b>", judged, value, yshift=shift, font=bold)]


def _bands_named(ahead: Months, style: Style) -> list[dict[str, Any]]:
    """The bands by their names at the right end."""
    return [
        words(
            style,
            f"10 in 100<br>lie {side}",
            ahead["month"][-1],
            ahead[column][-1],
            xanchor="left",
            yanchor=anchor,
            align="left",
            xshift=12,
        )
        for column, side, anchor in (("p90", "above", "bottom"), ("p10", "below", "top"))
    ]


def _waiting(every: Months, style: Style, now: str) -> list[dict[str, Any]]:
    """Children who wait: counted up to now, expected from then on, paler."""
    found = []
    counted_months, later = (where(every, "month", is_so) for is_so in (now.__ge__, now.__lt__))
    for counted, rows in ((True, counted_months), (False, later)):
        found.append(
            {
                "type": "bar",
                "x": rows["month"],
                "y": [v if is_known(v) else None for v in rows["waiting"]],
                "yaxis": "y2",
                "marker": {"color": style.warn if counted else faint(style.warn, 0.45)},
                "hovertemplate": "%{x|%B %Y}: %{y:.0f} " + f"{'counted' if counted else 'on average'}<extra></extra>",
            }
        )
    return found


def _above(style: Style, text: str, y: float) -> dict[str, Any]:
    return words(style, text, 0, y, xref="paper", yref="paper", xanchor="left", yanchor="bottom")
