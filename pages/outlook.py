"""Outlook: what the posts will really do, month by month, how sure that is, and what would be needed."""

from datetime import date

import streamlit as st

from model import outlook_findings as findings
from model.growth_words import growth_words
from model.outlook_start import start_of
from ui import (
    exhibit,
    forecast_exhibit,
    headline,
    outlook_choices,
    outlook_exhibits,
    outlook_fan,
    outlook_headlines,
    outlook_question,
    outlook_steps,
    outlook_team,
    posts_by_question,
    posts_choices,
    tornado_exhibit,
)
from ui.carried import carry
from ui.outlook_answer import Asked
from ui.posts_answer import of_teams_with_optimum
from ui.prices import priced
from ui.text import plain
from ui.view import current


@st.fragment
def panel(asked: Asked) -> None:
    """The number of posts and what follows from it: redrawn by itself as it moves, first the line, then the fan."""
    title, posts = st.container(), outlook_question.choose_posts(asked.view)
    case = asked.case(posts)
    place = outlook_fan.line_first(asked, case, posts)
    found = asked.fan(case)
    title.title(plain(findings.answer(asked.outcome(case))), anchor=False)
    outlook_fan.fan_follows(place, asked, case, posts, found)
    headline.show(outlook_headlines.headlines(asked, case, found), asked.view.style)
    for text in outlook_headlines.paragraphs(asked, case, found):
        st.markdown(text)
    why, teams = st.columns([1, 1], gap="large")
    steps = outlook_steps.steps(asked, case)
    if steps:
        with why:
            exhibit.show(steps)
    with teams:
        exhibit.show(outlook_exhibits.by_team(asked, posts))
    outlook_team.show(asked, posts)
    tornado_exhibit.show(asked, case)


view = priced(of_teams_with_optimum(current()))
start = start_of(view.now)
carry("outlook")
if start:
    answer, choices = st.columns([3, 1], gap="large")
    rests = st.container()
    with choices:
        chosen = outlook_question.choose(view.now.month, date.today())
    with rests:
        st.header("What the answer rests on", anchor=False)
        st.markdown(outlook_choices.what_is_missing(view, start))
        st.caption(plain(outlook_choices.BLANK))
        asked = Asked(view, start, chosen, *outlook_choices.choose_assumptions(view, start))
    most = posts_choices.most_posts(view, posts_choices.FULL_POST)
    with choices:
        exhibit.show(outlook_exhibits.needed(asked, most))
    outlook_fan.stand_still()
    with rests:
        st.caption(plain(growth_words(start, asked.case(0), view.before, view.history)))
    with answer:
        panel(asked)
        posts_by_question.show(asked)
    forecast_exhibit.show(view)
else:
    outlook_choices.say_why_none(current())
