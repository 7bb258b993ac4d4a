"""Every number of posts that a page names, side by side, with the question it answers and a link to that page."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from model.exact import shortest
from model.outlook import month_after
from model.posts_by_question import Ahead, Question, questions, title
from model.words import month_words
from ui import exhibit
from ui.outlook_answer import Asked
from ui.outlook_question import MOST_POSTS
from ui.text import plain

_PAGES = {"posts": "Added posts", "teams": "Teams", "costs": "Costs", "scenarios": "Scenarios"}


def _number(found: Question) -> str:
    return f"The {found.posts} later" if found.later else str(found.posts)


def show(asked: Asked) -> None:
    """The table with its finding, and the pages that have the rest."""
    month = month_words(month_after(asked.start.service.month, asked.chosen.month))
    found = questions(asked.start, asked.case(0), Ahead(asked.needed, asked.sure, asked.later_posts, MOST_POSTS))
    line, none = shortest(asked.optimum), f"Over {MOST_POSTS}" if asked.can_act else "Too late"
    st.header(plain(title(found, asked.optimum, month, asked.covered_later)), anchor=False)
    rows = [(each.asked, none if each.posts is None else _number(each), f"{each.why}.", each.page) for each in found]
    headings = {"asked": f"To be at {line}", "posts": "Posts", "why": "What is in the number", "page": "Page"}
    exhibit.show_table(
        pd.DataFrame(rows, columns=[*headings]), headings, alt=f"Numbers of posts for {line}, by question"
    )
    st.caption(
        "Teams places the posts of the Added posts page and Costs prices those chosen here: neither has a number of "
        "its own."
    )
    with st.container(horizontal=True):
        for name, label in _PAGES.items():
            st.page_link(f"../pages/{name}.py", label=label)
