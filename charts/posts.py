"""Added posts: the average against the number of posts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from charts import marks
from charts.style import TEXT_SIZE, Figure, Style, axis, layout, words


def average_curve(
    points: Sequence[tuple[int, float]],
    style: Style,
    *,
    optimum: float | None,
    crossing: int | None,
) -> Figure:
    """The service's average for each number of added posts, the optimum dashed where the teams share one.

    ``points`` are pairs of posts and children per FTE, from no post upwards, a dot
    each; ``crossing`` is the fewest posts that bring the average to the optimum, or
    ``None`` where the curve does not reach it.
    """
    at = dict(points)
    values = [y for _, y in points] + ([] if optimum is None else [optimum]) or [0.0]
    lowest, spread = min(values), max(values) - min(values)
    line = {
        "type": "scatter",
        "mode": "lines+markers",
        "x": [k for k, _ in points],
        "y": [y for _, y in points],
        "line": {"color": style.accent, "width": 3},
        "marker": {"size": 6},
        "hovertemplate": "Posts: %{x}; average: %{y:.1f}<extra></extra>",
    }
    notes = [
        words(style, "Children per social worker", 0, 1, xref="paper", yref="paper", xanchor="left", yanchor="bottom")
    ]
    if optimum is not None:
        notes.append(_optimum_words(style, optimum, max(at, default=0), crossing))
    data = [line]
    if crossing is not None and crossing in at:
        data.append(_dot(crossing, at[crossing], style.warn, "diamond-open"))
        notes.append(_beside(style, crossing, at[crossing], f"{crossing} post{'' if crossing == 1 else 's'}", 22))
    return {
        "data": data,
        "layout": layout(
            style,
            350,
            shapes=[] if optimum is None else marks.optimum(style, optimum, axis="y"),
            annotations=notes,
            xaxis=axis(style, title={"text": "Added posts", "font": {"size": 13}}, rangemode="tozero", nticks=10),
            yaxis=axis(style, range=[max(0.0, lowest - spread * 0.25 - 0.5), lowest + spread * 1.12 + 0.5]),
        ),
    }


def _optimum_words(style: Style, optimum: float, most: int, crossing: int | None) -> dict[str, Any]:
    # The words of an early crossing stand under the line at its start: then its end, above it, is free.
    if crossing is not None and crossing * 3 < most:
        return words(style, f"Optimum {optimum:g}", most, optimum, xanchor="right", yanchor="bottom")
    return words(style, f"Optimum {optimum:g}", 0, optimum, xanchor="left", yanchor="top")


def _dot(posts: int, average: float, colour: str, symbol: str) -> dict[str, Any]:
    marker = {"size": 13, "color": colour, "symbol": symbol, "line": {"width": 3, "color": colour}}
    return {"type": "scatter", "mode": "markers", "x": [posts], "y": [average], "marker": marker, "hoverinfo": "skip"}


def _beside(style: Style, posts: int, average: float, text: str, up: int) -> dict[str, Any]:
    font = {"size": TEXT_SIZE, "color": style.text}
    return words(style, text, posts, average, yshift=up, xshift=22, font=font, bgcolor=style.background)
