"""How every figure looks: colours, type sizes, the blank layout all start from.

Colours are the Government Analysis Function palette; its dark blue and plum
are lightened for a dark screen, where they would not be seen.
"""

from __future__ import annotations

import html
from dataclasses import dataclass
from typing import Any

Figure = dict[str, Any]

FONT = '"Source Sans", "Source Sans Pro", Arial, sans-serif'
TEXT_SIZE = 15
SMALL_SIZE = 13

# Given to every chart: no toolbar, and no link of plotly's own that sends data away.
CONFIG: dict[str, Any] = {
    "displayModeBar": False,
    "displaylogo": False,
    "showSendToCloud": False,
    "plotlyServerURL": "",
    "scrollZoom": False,
    "doubleClick": False,
}


@dataclass(frozen=True)
class Style:
    """The colours of a light or a dark screen."""

    accent: str
    on_accent: str
    calm: str
    second: str
    warn: str
    text: str
    muted: str
    grid: str
    band: str
    background: str


LIGHT = Style(
    accent="#12436D",
    on_accent="#FFFFFF",
    calm="#A9BCCD",
    second="#28A197",
    warn="#F46A25",
    text="#0B0C0C",
    muted="#505A5F",
    grid="#E3E6E8",
    band="rgba(162,133,209,0.18)",
    background="#FFFFFF",
)
DARK = Style(
    accent="#7FB3E0",
    on_accent="#0B0C0C",
    calm="#46596B",
    second="#3DBDB2",
    warn="#F58A50",
    text="#F3F2F1",
    muted="#B5BDC3",
    grid="#31383F",
    band="rgba(162,133,209,0.22)",
    background="#12161B",
)


def faint(colour: str, strength: float) -> str:
    """A colour (#RRGGBB) as a shade, through which what lies beneath is seen: 0 to 1."""
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return f"rgba({red},{green},{blue},{strength})"


def label(text: str) -> str:
    """Text from a spreadsheet, made harmless for plotly, which reads markup in labels."""
    return html.escape(text, quote=False)


def layout(style: Style, height: int, **more: Any) -> dict[str, Any]:
    """The layout all figures share: transparent, horizontal text, no drag, no legend."""
    return {
        "height": height,
        "margin": {"l": 8, "r": 8, "t": 30, "b": 8, "pad": 4},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": {"family": FONT, "size": TEXT_SIZE, "color": style.text},
        "showlegend": False,
        "dragmode": False,
        "hovermode": "closest",
        "hoverlabel": {
            "bgcolor": style.background,
            "bordercolor": style.muted,
            "font": {"family": FONT, "size": TEXT_SIZE, "color": style.text},
        },
        **more,
    }


def axis(style: Style, **more: Any) -> dict[str, Any]:
    """An axis with the shared look; horizontal labels, a light grid, no zoom."""
    return {
        "gridcolor": style.grid,
        "zeroline": False,
        "linecolor": style.grid,
        "tickfont": {"size": SMALL_SIZE, "color": style.muted},
        "tickangle": 0,
        "fixedrange": True,
        "automargin": True,
        **more,
    }


def words(
    style: Style, text: str, x: object, y: object, *, xref: str = "x", yref: str = "y", **more: Any
) -> dict[str, Any]:
    """A piece of text on the figure, without an arrow."""
    return {
        "text": text,
        "x": x,
        "y": y,
        "xref": xref,
        "yref": yref,
        "showarrow": False,
        "font": {"size": SMALL_SIZE, "color": style.muted},
        **more,
    }
