"""A headline figure: a big number, its movement in words, a small drawing of its course."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from charts.sparkline import sparkline
from charts.style import Style
from model.exact import MINUS
from ui.text import plain


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
    # Pixels in which the longest label can be read, a frame and a mark for help beside it.
    narrowest = max(180, 40 + 7 * max(len(headline.label) for headline in headlines))
    grid = st.grid(len(headlines), min_column_width=narrowest)
    for headline in headlines:
        with grid.container(border=True, height="stretch", gap="xsmall"):
            st.metric(
                headline.label,
                headline.value,
                delta=headline.movement,
                delta_color="off",
                delta_arrow="down" if (headline.movement or "").startswith(MINUS) else "up",
                help=headline.help,
            )
            since = f":small[:gray[{plain(headline.since)}]]" if headline.since else ""
            st.markdown(f"{since}{_drawn(headline, style)}")


def _drawn(headline: Headline, style: Style) -> str:
    """The course as a picture within the words: a picture of its own takes the browser twice as long."""
    if all(value is None for value in headline.course):
        return ""
    picture = b64encode(sparkline(headline.course, style).encode()).decode()
    return f"\n\n![{plain(headline.course_words)}](data:image/svg+xml;base64,{picture})"
