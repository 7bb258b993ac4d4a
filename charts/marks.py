"""The marks that mean something, drawn alike on every figure.

A dashed line is the optimum, a shaded span the regional range, a dotted line
a published reference, a thin upright line a break in the series.
"""

from __future__ import annotations

from typing import Any, Literal

from charts.style import Style, words

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
    if axis == "y":
        return [line | {"layer": "below", "line": {"color": style.text, "width": 2, "dash": "dash"}}]
    return [
        line | {"line": {"color": style.background, "width": 4}},
        line | {"line": {"color": style.text, "width": 2, "dash": "dash"}},
    ]


def reference(style: Style, value: float, *, axis: Direction = "x") -> dict[str, Any]:
    """A published figure as a dotted line."""
    return _line(axis, value, 0, 1, axis, "paper") | {"line": {"color": style.muted, "width": 2, "dash": "dot"}}


def band(style: Style, low: float, high: float, *, axis: Direction = "x") -> dict[str, Any]:
    """A range of values, shaded behind the data."""
    along = "y" if axis == "x" else "x"
    return {
        "type": "rect",
        "layer": "below",
        "line": {"width": 0},
        "fillcolor": style.band,
        f"{axis}0": low,
        f"{axis}1": high,
        f"{along}0": 0,
        f"{along}1": 1,
        f"{axis}ref": axis,
        f"{along}ref": "paper",
    }


def series_break(style: Style, month: str, *, ref: str = "x", other: str = "paper") -> dict[str, Any]:
    """A break in a series, such as a restructure, as a thin upright line."""
    return _line("x", month, 0, 1, ref, other) | {"line": {"color": style.muted, "width": 1.5}}


def top_label(style: Style, text: str, x: object, **more: Any) -> dict[str, Any]:
    """A short label standing on top of an upright mark."""
    return words(style, text, x, 1, yref="paper", yanchor="bottom", xanchor="center") | more
