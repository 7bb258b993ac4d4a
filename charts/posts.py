"""Added posts: the average against the number of posts."""

from __future__ import annotations

from collections.abc import Sequence

from charts import marks
from charts.style import TEXT_SIZE, Figure, Style, axis, layout, words


def average_curve(
    points: Sequence[tuple[int, float]],
    style: Style,
    *,
    optimum: float,
    chosen: int,
    crossing: int | None,
) -> Figure:
    """The service's average for each number of added posts, the optimum dashed.

    ``points`` are pairs of posts and children per FTE, from no post upwards;
    ``chosen`` is the number looked at; ``crossing`` the fewest posts that bring
    the average to the optimum, or ``None`` where the curve does not reach it.
    """
    at = dict(points)
    highest = max([y for _, y in points] + [optimum])
    lowest = min([y for _, y in points] + [optimum])
    line = {
        "type": "scatter",
        "mode": "lines",
        "x": [k for k, _ in points],
        "y": [y for _, y in points],
        "line": {"color": style.accent, "width": 3},
        "hovertemplate": "%{x} posts: %{y:.1f}<extra></extra>",
    }
    dots = {
        "type": "scatter",
        "mode": "markers+text",
        "x": [chosen] if chosen in at else [],
        "y": [at[chosen]] if chosen in at else [],
        "text": [f"{at[chosen]:.1f}"] if chosen in at else [],
        "textposition": "top right",
        "textfont": {"size": TEXT_SIZE + 1, "color": style.text},
        "marker": {"size": 13, "color": style.accent},
        "hoverinfo": "skip",
    }
    notes = [
        words(style, f"Optimum {optimum:g}", 0, optimum, xanchor="left", yanchor="top"),
        words(style, "Children per social worker", 0, 1, xref="paper", yref="paper", xanchor="left", yanchor="bottom"),
    ]
    data = [line, dots]
    if crossing is not None and crossing in at:
        data.append(
            {
                "type": "scatter",
                "mode": "markers",
                "x": [crossing],
                "y": [at[crossing]],
                "marker": {"size": 13, "symbol": "diamond-open", "color": style.warn, "line": {"width": 3}},
                "hoverinfo": "skip",
            }
        )
        text = f"{crossing} posts" if crossing != 1 else "1 post"
        notes.append(
            words(style, text, crossing, at[crossing], yshift=-20, font={"size": TEXT_SIZE, "color": style.text})
        )
    return {
        "data": data,
        "layout": layout(
            style,
            350,
            shapes=marks.optimum(style, optimum, axis="y"),
            annotations=notes,
            xaxis=axis(style, title={"text": "Added posts", "font": {"size": 13}}, rangemode="tozero", nticks=10),
            yaxis=axis(
                style, range=[lowest - (highest - lowest) * 0.25 - 0.5, highest + (highest - lowest) * 0.12 + 0.5]
            ),
        ),
    }
