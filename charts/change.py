"""What moved the average."""

from __future__ import annotations

from collections.abc import Sequence

from charts.style import TEXT_SIZE, Figure, Style, axis, label, layout


def change_bars(parts: Sequence[tuple[str, float]], style: Style) -> Figure:
    """What moved the average: one horizontal bar a part, in children per FTE, zero marked."""
    names = [label(name) for name, _ in parts]
    values = [value for _, value in parts]
    reach = max([abs(v) for v in values] + [1.0]) * 1.35
    lowest = min([*values, 0.0])
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
                range=[lowest - (0.35 * reach if lowest < 0 else 0.02), reach],
                zeroline=True,
                zerolinecolor=style.muted,
                showgrid=False,
                showticklabels=False,
            ),
            yaxis=axis(style, autorange="reversed", showgrid=False, tickfont={"size": TEXT_SIZE, "color": style.text}),
            margin={"l": 8, "r": 8, "t": 8, "b": 8, "pad": 6},
        ),
    }
