"""What a plan costs by month: bars net of agency, funded and not, under the line of the gross cost."""

from __future__ import annotations

from typing import Any

import pandas as pd

from charts.style import SMALL_SIZE, Figure, Style, axis, layout, words

_NET, _UNFUNDED = "Added cost, net of agency", "Unfunded"


def by_month(frame: pd.DataFrame, style: Style) -> Figure:
    """The cost of each month.

    ``frame`` has a row a month: ``month`` (ISO text), ``gross``, ``net`` and ``unfunded`` in pounds. The line of the
    gross cost is drawn where agency is released.
    """
    is_released = bool((frame["gross"] != frame["net"]).any())
    funded, months = frame["net"] - frame["unfunded"], frame["month"].tolist()
    name = _NET if is_released else "Added cost"
    data = [_bars(months, funded.tolist(), style.accent, name)]
    named = [(name, style.accent)]
    if frame["unfunded"].any():
        data.append(_bars(months, frame["unfunded"].tolist(), style.warn, _UNFUNDED))
        named.append((_UNFUNDED, style.warn))
    if is_released:
        data.append(_line(months, frame["gross"].tolist(), style))
        named.append(("Gross", style.text))
    years = [month for month in months if month[5:7] in ("04", "10")]
    return {
        "data": data,
        "layout": layout(
            style,
            300,
            annotations=[_names(named, style)],
            barmode="stack",
            bargap=0.15,
            xaxis=axis(style, type="date", showgrid=False, tickmode="array", tickvals=years, tickformat="%b %Y"),
            yaxis=axis(style, tickprefix="£", tickformat=",.0f", rangemode="tozero", nticks=5, zeroline=True,
                       zerolinecolor=style.muted),
        ),
    }  # fmt: skip


def _bars(months: list[str], pounds: list[float], colour: str, name: str) -> dict[str, Any]:
    return {
        "type": "bar",
        "name": name,
        "x": months,
        "y": pounds,
        "marker": {"color": colour},
        "hovertemplate": f"%{{x|%B %Y}}: £%{{y:,.0f}} {name.lower()}<extra></extra>",
    }


def _line(months: list[str], pounds: list[float], style: Style) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "lines",
        "name": "Gross",
        "x": months,
        "y": pounds,
        "line": {"color": style.text, "width": 2, "shape": "hvh"},
        "hovertemplate": "%{x|%B %Y}: £%{y:,.0f} gross<extra></extra>",
    }


def _names(named: list[tuple[str, str]], style: Style) -> dict[str, Any]:
    """What is drawn, by name and mark, over the figure: one row, so that nothing is printed over a bar."""
    marks = [f'<span style="color:{colour}">{"━" if name == "Gross" else "■"}</span> {name}' for name, colour in named]
    text = f"Pounds a month: {'   '.join(marks)}"
    font = {"size": SMALL_SIZE, "color": style.muted}
    return words(style, text, 0, 1, xref="paper", yref="paper", xanchor="left", yanchor="bottom", font=font)
