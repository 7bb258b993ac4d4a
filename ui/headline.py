"""A headline figure: a big number, its movement in words, a small drawing of its course.

The figures of a page are one piece of HTML, a list of terms and what is said of each. As elements of Streamlit, each
with its frame, words and picture, they would take the browser as long as the chart beneath them.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

import streamlit as st

from charts.sparkline import sparkline
from charts.style import Style
from model.exact import MINUS

_SMALL = "margin:0;font-size:0.875rem;line-height:1.35;opacity:0.8"
_VALUE = "margin:0.15rem 0 0.25rem;font-size:2.1rem;line-height:1.2;overflow-wrap:anywhere"
_MOVEMENT = "margin:0 0 0.3rem;width:fit-content;padding:0.1rem 0.5rem;border-radius:1rem;font-size:0.875rem"


@dataclass(frozen=True)
class Headline:
    """A figure: ``value`` as shown, ``movement`` (such as "+5.1") and ``since`` in words, its ``course`` by month.

    ``help`` says in a sentence what is counted; ``course_words`` says in words what the drawing shows.
    """

    label: str
    value: str
    movement: str | None
    since: str
    help: str
    course: Sequence[float | None] = ()
    course_words: str = ""


def show(headlines: Sequence[Headline], style: Style) -> None:
    """The headline figures side by side, each in a frame of its own; on a narrow screen in several rows."""
    st.html(drawn(headlines, style))


def drawn(headlines: Sequence[Headline], style: Style) -> str:
    """The figures as HTML, well-formed as XML; a label opens to say what is counted. Every text is escaped."""
    # Pixels in which the longest label can be read, a frame and a mark beside it.
    narrowest = max(180, 50 + 7 * max(len(headline.label) for headline in headlines))
    columns = f"repeat(auto-fit,minmax(min({narrowest}px,100%),1fr))"
    cards = "".join(_card(headline, style) for headline in headlines)
    return f'<dl style="display:grid;grid-template-columns:{columns};gap:1rem;margin:0;padding:0">{cards}</dl>'


def _card(headline: Headline, style: Style) -> str:
    summary = f'<summary style="cursor:pointer">{escape(headline.label)}</summary>'
    counted = f'<span style="display:block;margin:0.25rem 0">{escape(headline.help)}</span>'
    since = f'<dd style="{_SMALL}">{escape(headline.since)}</dd>' if headline.since else ""
    return (
        f'<div style="border:1px solid {style.grid};border-radius:0.35rem;padding:0.8rem 1rem">'
        f'<dt style="{_SMALL};font-weight:400"><details>{summary}{counted}</details></dt>'
        f'<dd style="{_VALUE}">{escape(headline.value)}</dd>'
        f"{_moved(headline, style)}{since}{_course(headline, style)}</div>"
    )


def _moved(headline: Headline, style: Style) -> str:
    if not headline.movement:
        return ""
    arrow = "↓" if headline.movement.startswith(MINUS) else "↑"
    return f'<dd style="{_MOVEMENT};background:{style.grid}">{arrow} {escape(headline.movement)}</dd>'


def _course(headline: Headline, style: Style) -> str:
    if all(value is None for value in headline.course):
        return ""
    picture = b64encode(sparkline(headline.course, style).encode()).decode()
    return (
        '<dd style="margin:0.4rem 0 0"><img style="display:block;max-width:100%" '
        f'alt="{escape(headline.course_words)}" src="data:image/svg+xml;base64,{picture}" /></dd>'
    )
