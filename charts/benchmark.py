"""Published figures by year: England, a region, the council and its neighbours, each line named at its end."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd

from charts.labels import apart, short
from charts.style import SMALL_SIZE, TEXT_SIZE, Figure, Style, axis, label, layout, words

HEIGHT = 440
# What a label needs, of the height between the axes, so that it does not lie on the next one.
LABEL_SHARE = 0.052
_ORDER = ("neighbour", "region", "England", "council")


def published_lines(frame: pd.DataFrame, style: Style, *, axis_max: float, unit: str, sign: str = "") -> Figure:
    """A line a place over the years; a year without a figure is a gap.

    ``frame`` is tidy: ``year``, ``place``, ``role`` (England, region, council or neighbour) and ``value``.
    ``unit`` stands above the axis, ``sign`` ("%") behind each number.
    """
    places = frame.drop_duplicates("place").sort_values(
        "role", key=lambda roles: roles.map(_ORDER.index), kind="stable"
    )
    rows = [
        (place, role, frame[frame["place"] == place])
        for place, role in zip(places["place"], places["role"], strict=True)
    ]
    years = [str(year) for year in sorted(frame["year"].unique())]
    return {
        "data": [_line(rows_of, place, role, style, sign) for place, role, rows_of in rows],
        "layout": layout(
            style,
            HEIGHT,
            margin={"l": 8, "r": 230, "t": 34, "b": 8, "pad": 4},
            annotations=[
                words(style, unit, 0, 1.02, xref="paper", yref="paper", xanchor="left", yanchor="bottom"),
                *_names(rows, style, axis_max, sign),
            ],
            # As names, not as numbers: a narrow screen then shows every other year, and never half a year.
            xaxis=axis(style, type="category", categoryarray=years, showgrid=False),
            yaxis=axis(style, range=[0, axis_max], nticks=6, ticksuffix=sign),
        ),
    }


def _look(role: str, style: Style) -> tuple[dict[str, Any], int]:
    """The line and the size of its dots: the council stands out, its neighbours stand back, England is dotted."""
    looks: dict[str, tuple[dict[str, Any], int]] = {
        "council": ({"color": style.accent, "width": 3.5}, 9),
        "England": ({"color": style.text, "width": 2, "dash": "dot"}, 5),
        "region": ({"color": style.second, "width": 2.5}, 6),
        "neighbour": ({"color": style.calm, "width": 1.5}, 5),
    }
    return looks[role]


def _line(rows: pd.DataFrame, place: str, role: str, style: Style, sign: str) -> dict[str, Any]:
    line, size = _look(role, style)
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "name": label(place),
        "x": [str(year) for year in rows["year"]],
        "y": [None if pd.isna(value) else value for value in rows["value"]],
        "connectgaps": False,
        # A dot at 0 is drawn whole.
        "cliponaxis": False,
        "line": line,
        "marker": {"size": size, "color": line["color"]},
        "hovertemplate": f"%{{x}}: %{{y:.1f}}{sign}<extra>{label(place)}</extra>",
    }


def _names(
    rows: Sequence[tuple[str, str, pd.DataFrame]], style: Style, axis_max: float, sign: str
) -> list[dict[str, Any]]:
    """Each place's name and last figure beside the end of its line, moved apart where they would lie on one another."""
    ends = [(place, role, own.dropna(subset="value")) for place, role, own in rows]
    known = [(place, role, own["year"].iloc[-1], float(own["value"].iloc[-1])) for place, role, own in ends if len(own)]
    heights = apart([value for *_, value in known], axis_max * LABEL_SHARE, top=axis_max)
    last = max((year for _, _, year, _ in known), default=0)
    return [
        words(
            style,
            _bold(f"{short(place, 26)}  {value:.1f}{sign}{'' if year == last else f' ({year})'}", role),
            1,
            height,
            xref="paper",
            xanchor="left",
            xshift=10,
            font={"size": TEXT_SIZE if role == "council" else SMALL_SIZE, "color": _ink(role, style)},
        )
        for (place, role, year, value), height in zip(known, heights, strict=True)
    ]


def _bold(text: str, role: str) -> str:
    return f"<b>{text}</b>" if role == "council" else text


def _ink(role: str, style: Style) -> str:
    return {"council": style.accent, "neighbour": style.muted}.get(role, style.text)
