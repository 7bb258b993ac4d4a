"""Outlook: what the posts will really do, month by month, how sure that is, and what would be needed."""

from datetime import date

import streamlit as st

from model.growth_words import growth_words
from model.outlook_start import start_of
from ui import (
    exhibit,
    forecast_exhibit,
    kind_notice,
    outlook_choices,
    outlook_exhibits,
    outlook_fan,
    outlook_question,
    posts_by_question,
    posts_choices,
)
from ui.carried import carry
from ui.outlook_answer import Asked
from ui.outlook_panel import panel
from ui.posts_answer import of_teams_with_optimum
from ui.prices import priced
from ui.text import plain
from ui.view import current

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
        kind_notice.say_counted_plainly(view)
    with answer:
        panel(asked)
        posts_by_question.show(asked)
    forecast_exhibit.show(view)
else:
    outlook_choices.say_why_none(current())
