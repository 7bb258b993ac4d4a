"""The answer of the Outlook page: the number of posts and what follows from it, in the order in which it is drawn."""

from __future__ import annotations

import streamlit as st

from model import outlook_findings as findings
from ui import (
    exhibit,
    headline,
    outlook_exhibits,
    outlook_fan,
    outlook_headlines,
    outlook_question,
    outlook_steps,
    outlook_team,
    tornado_exhibit,
)
from ui.outlook_answer import Asked
from ui.text import plain


@st.fragment
def panel(asked: Asked) -> None:
    """Redrawn by itself as the slider moves: first the line, then the fan with the figures, then all else.

    What comes next is worked out while the browser draws what was sent.
    """
    title, posts = st.container(), outlook_question.choose_posts(asked.view)
    above, case = st.container(), asked.case(posts)
    place = outlook_fan.line_first(asked, case, posts)
    fan = outlook_fan.made(asked, case, posts)
    figures = outlook_headlines.headlines(asked, case, fan.found)
    needed = plain(outlook_headlines.would_be_needed(asked))
    place.pace.keep()
    outlook_fan.fan_follows(place, fan)
    title.title(plain(findings.answer(asked.outcome(case))), anchor=False)
    with above:
        headline.show(figures, asked.view.style)
        st.markdown(needed)
    paragraphs = outlook_headlines.paragraphs(asked, case, fan.found)
    steps, by_team = outlook_steps.steps(asked, case), outlook_exhibits.by_team(asked, posts)
    place.pace.keep()
    for text in paragraphs:
        st.markdown(text)
    why, teams = st.columns([1, 1], gap="large")
    if steps:
        with why:
            exhibit.show(steps)
    with teams:
        exhibit.show(by_team)
    outlook_team.show(asked, posts)
    tornado_exhibit.show(asked, case)
