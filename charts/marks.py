"""The marks that mean something, drawn alike on every figure.

A dashed line is the optimum, a shaded span the regional range, a dotted line
a published reference, a thin upright line a break in the series.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import isnan
from typing import Any, Literal

from charts.style import SMALL_SIZE, Style, words

Direction = Literal["x", "y"]


def _line(axis: Direction, value: object, start: float, end: float, ref: str, other: str) -> dict[str, Any]:
    along = "y" if axis == "x" else "x"
    return {
        "type": "line",
        "layer": "above",
        f"{axis}0": value,
        f"{axis}1": value,
        f"{along}0": start,
        f"{along}1": end,
        f"{axis}ref": ref,
        f"{along}ref": other,
    }


def optimum(
    style: Style,
    value: float,
    *,
    axis: Direction = "x",
    ref: str | None = None,
    other: str = "paper",
    span: tuple[float, float] = (0, 1),
) -> list[dict[str, Any]]:
    """The optimum as a dashed line across the figure, or across ``span`` of the other axis.

    Across bars it lies on a line of the background's colour, so that it is seen on a dark bar too.
    """
    line = _line(axis, value, *span, ref or axis, other)
    drawn = line | {"line": {"color": style.text, "width": 2, "dash": "dash"}}
    return [drawn | {"layer": "below"}] if axis == "y" else [_halo(style, line), drawn]


def optimum_by_row(
    style: Style, own: Sequence[float | None], shared: float | None
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """The optimum over teams as rows, numbered from 0 downwards: lines and the words that say what each is.

    ``own`` is each team's, missing where it has none; ``shared`` is the one that the teams which count share. It
    is one line with its figure on top, broken where a team has none or another; teams next to one another with another
    have a line together, with its figure over the first of them.
    """
    font = {"size": SMALL_SIZE, "color": style.text}
    notes = [] if shared is None else [top_label(style, f"Optimum {shared:g}", shared, font=font)]
    if shared is not None and all(each == shared for each in own):
        return optimum(style, shared), notes
    lines: list[dict[str, Any]] = []
    for row, each in enumerate(own):
        if each is None or isnan(each):
            continue
        lines += optimum(style, each, other="y", span=(row - 0.45, row + 0.45))
        if each != shared and (row == 0 or each != own[row - 1]):
            place: dict[str, Any] = {"yanchor": "middle" if row else "bottom", "bgcolor": style.background}
            notes.append(words(style, f"Optimum {each:g}", each, row - 0.5, xanchor="center", font=font, **place))
    return lines, notes


def _halo(style: Style, line: dict[str, Any], width: float = 4) -> dict[str, Any]:
    return line | {"line": {"color": style.background, "width": width}}


def reference(style: Style, value: float, *, axis: Direction = "x") -> list[dict[str, Any]]:
    """A published figure as a dotted line, on a line of the background's colour."""
    line = _line(axis, value, 0, 1, axis, "paper")
    return [_halo(style, line), line | {"line": {"color": style.muted, "width": 2, "dash": "dot"}}]


def band(style: Style, low: float, high: float, *, axis: Direction = "x") -> list[dict[str, Any]]:
    """A range of values, shaded lightly over the data, with a thin line at either end."""
    along = "y" if axis == "x" else "x"
    shade = {
        "type": "rect",
        "layer": "above",
        "line": {"width": 0},
        "fillcolor": style.band,
        f"{axis}0": low,
        f"{axis}1": high,
        f"{along}0": 0,
        f"{along}1": 1,
        f"{axis}ref": axis,
        f"{along}ref": "paper",
    }
    ends = [_line(axis, value, 0, 1, axis, "paper") for value in (low, high)]
    edge = {"color": style.muted, "width": 1}
    return [shade] + [part for end in ends for part in (_halo(style, end, 3), end | {"line": edge})]


def series_break(style: Style, month: str, *, ref: str = "x", other: str = "paper") -> dict[str, Any]:
    """A break in a series, such as a restructure, as a thin upright line."""
    return _line("x", month, 0, 1, ref, other) | {"line": {"color": style.muted, "width": 1.5}}


def top_label(style: Style, text: str, x: object, **more: Any) -> dict[str, Any]:
    """A short label standing on top of an upright mark."""
    return words(style, text, x, 1, yref="paper", yanchor="bottom", xanchor="center") | more
