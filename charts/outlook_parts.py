"""What stands beside the fan: the steps that make the change, and the chance that posts buy."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from charts import marks
from charts.style import SMALL_SIZE, TEXT_SIZE, Figure, Style, axis, label, layout, words


def waterfall(
    parts: Sequence[tuple[str, float]],
    style: Style,
    *,
    start: tuple[str, float],
    end: tuple[str, float],
    optimum: float,
) -> Figure:
    """How the average gets from ``start`` to ``end`` (words and value): a bar a step, each from where the last ended.

    ``parts`` are words and children per FTE; what adds and what takes off differ in colour and in sign.
    """
    feet, level = [0.0], start[1]
    for _, value in parts:
        feet.append(level)
        level += value
    names = [label(name) for name, _ in (start, *parts, end)]
    lengths = [start[1], *(value for _, value in parts), end[1]]
    colours = [style.accent, *(style.warn if value > 0 else style.second for _, value in parts), style.accent]
    texts = [f"{start[1]:.1f}", *(_signed(value) for _, value in parts), f"{end[1]:.1f}"]
    ends = [max(foot, foot + length) for foot, length in zip([*feet, 0.0], lengths, strict=True)]
    bars = {
        "type": "bar",
        "orientation": "h",
        "y": names,
        "x": lengths,
        "base": [*feet, 0.0],
        "width": 0.6,
        "marker": {"color": colours},
        "hoverinfo": "skip",
    }
    font = {"size": TEXT_SIZE, "color": style.text}
    notes = [
        words(style, text, at, name, xanchor="left", xshift=6, font=font, bgcolor=style.background)
        for text, at, name in zip(texts, ends, names, strict=True)
    ]
    notes.append(marks.top_label(style, f"Optimum {round(optimum, 2):g}", optimum, font=font | {"size": SMALL_SIZE}))
    return {
        "data": [bars],
        "layout": layout(
            style,
            70 + 38 * len(names),
            shapes=marks.optimum(style, optimum),
            annotations=notes,
            xaxis=axis(style, range=[0, max([*ends, optimum]) * 1.25], nticks=6),
            yaxis=axis(style, autorange="reversed", showgrid=False, tickfont=font),
        ),
    }


def _signed(value: float) -> str:
    return f"{'+' if value > 0 else '−' if value < 0 else ''}{abs(value):.1f}"


def chance_curve(points: Sequence[tuple[int, int]], style: Style, *, sure: int | None, line: int = 80) -> Figure:
    """In how many of 100 futures each number of posts is enough.

    ``points`` are posts and futures of 100; ``sure`` the fewest that reach ``line``.
    """
    at = dict(points)
    data: list[dict[str, Any]] = [
        {
            "type": "scatter",
            "mode": "lines+markers",
            "x": [posts for posts, _ in points],
            "y": [chance for _, chance in points],
            "line": {"color": style.accent, "width": 3},
            "marker": {"size": 5},
            "hovertemplate": "Posts: %{x}; futures: %{y} of 100<extra></extra>",
        }
    ]
    notes = [
        words(style, "Futures of 100", 0, 1, xref="paper", yref="paper", xanchor="left", yanchor="bottom"),
    ]
    if sure is not None and sure in at:
        data.append(_ring(sure, at[sure], style))
        text = f"{sure} post{'' if sure == 1 else 's'}"
        font = {"size": TEXT_SIZE, "color": style.text}
        # On the free side of the curve, which rises from the left, and inside the axes.
        beside: dict[str, Any] = {"xanchor": "left", "xshift": 10, "yshift": -24, "bgcolor": style.background}
        if sure > points[-1][0] / 2:
            beside = {"xanchor": "right", "xshift": -10, "yshift": 14}
        notes.append(words(style, text, sure, at[sure], font=font, **beside))
    return {
        "data": data,
        "layout": layout(
            style,
            300,
            shapes=marks.reference(style, line, axis="y"),
            annotations=notes,
            xaxis=axis(style, title={"text": "Posts approved", "font": {"size": 13}}, rangemode="tozero", nticks=8),
            yaxis=axis(style, range=[0, 104], tickvals=[0, 20, 40, 60, 80, 100], tickmode="array"),
        ),
    }


def _ring(posts: int, chance: int, style: Style) -> dict[str, Any]:
    marker = {"size": 13, "color": style.warn, "symbol": "diamond-open", "line": {"width": 3, "color": style.warn}}
    return {"type": "scatter", "mode": "markers", "x": [posts], "y": [chance], "marker": marker, "hoverinfo": "skip"}
