"""Assumptions by how far they move the answer: a bar each, from the low value to the high."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from charts import marks
from charts.style import SMALL_SIZE, TEXT_SIZE, Figure, Style, axis, label, layout, words

_ROW_HEIGHT = 36


def tornado_bars(bars: Sequence[tuple[str, float, float]], style: Style, *, middle: float, optimum: float) -> Figure:
    """What is expected at the low and the high value of each assumption, about ``middle``, where all are as they are.

    ``bars`` are words and the two answers in children per FTE, the widest first. What comes of the low value and what
    comes of the high one differ in colour, and each stands at its end of the bar. Where both are the same it is said.
    """
    names = [label(name) for name, _, _ in bars]
    ends = [value for _, low, high in bars for value in (low, high)]
    data = [
        {
            "type": "bar", "orientation": "h", "name": name, "y": names, "base": [middle] * len(bars),
            "x": [value - middle for value in values], "width": 0.6, "marker": {"color": colour},
            "hoverinfo": "skip",
        }
        for name, values, colour in (
            ("low value", [bar[1] for bar in bars], style.second),
            ("high value", [bar[2] for bar in bars], style.warn),
        )
    ]  # fmt: skip
    font = {"size": TEXT_SIZE, "color": style.text}
    notes = []
    for name, (_, low, high) in zip(names, bars, strict=True):
        if f"{low:.1f}" == f"{high:.1f}":
            notes.append(words(style, "no change", middle, name, bgcolor=style.background, xanchor="left", xshift=8))
            continue
        for value, other in ((low, high), (high, low)):
            side: dict[str, Any] = {"xanchor": "left", "xshift": 5}
            if value <= other:
                side = {"xanchor": "right", "xshift": -5}
            notes.append(words(style, f"{value:.1f}", value, name, font=font, bgcolor=style.background, **side))
    low, high = min([*ends, middle]), max([*ends, middle])
    room = max(high - low, 0.5) * 0.25
    near = low - room <= optimum <= high + room
    key = (
        f'Children per social worker at the <span style="color:{style.second}">■</span> low and the '
        f'<span style="color:{style.warn}">■</span> high value; as it is {middle:.1f}'
        f"{f'; dashed: optimum {round(optimum, 2):g}' * near}"
    )
    notes.append(words(style, key, 0, 1, xref="paper", yref="paper", xanchor="left", yanchor="bottom",
                       yshift=4, font={"size": SMALL_SIZE, "color": style.muted}))  # fmt: skip
    return {
        "data": data,
        "layout": layout(
            style, 70 + _ROW_HEIGHT * len(names), barmode="overlay", annotations=notes,
            shapes=marks.optimum(style, optimum) if near else [],
            xaxis=axis(style, range=[low - room, high + room], nticks=6),
            yaxis=axis(style, autorange="reversed", showgrid=False, tickfont=font),
        ),
    }  # fmt: skip
