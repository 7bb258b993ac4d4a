"""Room for the words on the axes, so that the browser need not draw a chart to find out how much they take.

plotly.js draws a chart, measures its labels, and where they do not fit draws it again with wider margins. With margins
that hold them from the first the second drawing, which takes as long as the first, is not needed. ``automargin`` stays:
where another font is wider than is reckoned here, the chart is still right.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Mapping, Sequence
from math import ceil
from typing import Any

from charts.style import SMALL_SIZE, Figure

# Widths of the letters of Source Sans in parts of their size, measured in Chromium and rounded up.
_LETTERS = (
    (0.2, " "),
    (0.25, "ijl.,:;'|"),
    (0.3, "fI()[]!"),
    (0.35, "rt-/\\"),
    (0.43, 'sz*?"'),
    (0.47, "cxvy"),
    (0.5, "0123456789aegkFLJY+=<>–"),
    (0.55, "bdhnopquAESTVXZ"),
    (0.6, "BCKPR"),
    (0.66, "DGHNOQU&"),
    (0.75, "wM"),
    (0.85, "mW%@…"),
)
_WIDTHS: Mapping[str, float] = {letter: width for width, letters in _LETTERS for letter in letters}
_WIDEST = 0.85
# What plotly.js adds to the length of the labels at the left, to the labels' height beneath, and for a title there.
# For half a label that stands at the right end, or at the foot, it adds less.
_BESIDE, _BENEATH, _TITLE, _AT_THE_END, _AT_THE_FOOT = 17, 33, 13, 13, 21
_A_MONTH = "Mmm 0000"
_SMALL = 5
_TAGS = re.compile(r"<[^>]*>")


def width(text: str, size: float) -> float:
    """About how wide a text is, in pixels, in letters of such a size; rather more than less."""
    return size * sum(_WIDTHS.get(letter, _WIDEST) for letter in text)


def room_for_labels(figure: Figure) -> dict[str, float]:
    """The figure's margins, in pixels, widened where the labels of its axes need more."""
    layout = figure["layout"]
    margin: dict[str, float] = dict(layout["margin"])
    for name, axis in layout.items():
        if name[:5] not in ("xaxis", "yaxis") or not axis.get("automargin") or not _is_labelled(axis):
            continue
        size = axis["tickfont"].get("size", SMALL_SIZE)
        widest = max((width(text, size) for text in _labels(figure, name)), default=0)
        if name.startswith("yaxis"):
            margin["l"] = max(margin["l"], ceil(widest + margin["pad"]) + _BESIDE)
            margin["b"] = max(margin["b"], _AT_THE_FOOT)
        else:
            margin["b"] = max(margin["b"], _BENEATH + margin["pad"] + (_TITLE if axis.get("title") else 0))
            margin["r"] = max(margin["r"], ceil(widest / 2) + _AT_THE_END)
    return margin


def _is_labelled(axis: Mapping[str, Any]) -> bool:
    return bool(axis.get("visible", True) and axis.get("showticklabels", True))


def _labels(figure: Figure, name: str) -> Iterable[str]:
    """What stands at the axis, a line each, or what is as wide."""
    axis = figure["layout"][name]
    if "ticktext" in axis:
        return [line for text in axis["ticktext"] for line in _lines(text)]
    if axis.get("type") == "date":
        return [_A_MONTH]
    values = list(_values(figure["data"], name))
    names = [value for value in values if isinstance(value, str)]
    if names:
        return [line for text in names for line in _lines(text)]
    ends = axis.get("range") or axis.get("tickvals") or values
    return [_number(value) for value in (min(ends), max(ends))] if ends else []


def _values(traces: Sequence[Mapping[str, Any]], name: str) -> Iterable[Any]:
    letter = name[0]
    for trace in traces:
        if trace.get(f"{letter}axis", letter) == name.replace("axis", ""):
            yield from (value for value in trace.get(letter, ()) if value is not None)


def _lines(text: str) -> list[str]:
    return [html.unescape(_TAGS.sub("", line)) for line in text.split("<br>")]


def _number(value: float) -> str:
    """The number as an axis writes it: between small ones it writes halves."""
    return f"{value:,.1f}" if abs(value) < _SMALL else f"{value:,.0f}"
