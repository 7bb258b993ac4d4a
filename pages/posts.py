"""Added posts: how many, where, what they do, what they cost, what they leave unsolved."""

import time
from dataclasses import replace

import streamlit as st

from model.plan import Ask
from model.posts import teams_in_question
from ui import exhibit, headline, posts_answer, posts_by_hand, posts_choices, posts_curve, posts_plan
from ui.prices import priced
from ui.text import plain
from ui.view import View, current

# Seconds in which a slow browser draws the bars.
BARS_DRAWN = 0.2


@st.fragment
def panel(view: View, asked: Ask, most: int) -> None:
    """The number of posts and what follows from it: redrawn by itself, the bars first, when the slider moves."""
    title, posts, bars = st.empty(), posts_choices.choose_posts(view, most), st.container()
    answer = placed(view, replace(asked, posts=posts))
    if answer.by_hand:
        st.markdown(plain(answer.by_hand))
    title.title(plain(answer.sentence), anchor=False)
    with bars:
        exhibit.show(answer.bars)
    if st.session_state.get("posts_drawn", posts) != posts:
        # Words sent at once would be drawn with the bars, and hold them up. While the slider moves on, none are sent.
        time.sleep(BARS_DRAWN)
    st.session_state["posts_drawn"] = posts
    headline.show(answer.headlines, view.style)
    st.header("What the posts do not solve", anchor=False)
    st.markdown("\n".join(f"- {plain(text)}" for text in answer.unsolved))
    st.caption(plain(answer.basis))


def placed(view: View, asked: Ask) -> posts_plan.Answer:
    """The posts placed best, or by hand where a person wants to."""
    best = posts_plan.placed_best(view, asked)
    by_hand = posts_by_hand.choose_by_hand(view.now, best.plan.placement.added)
    return best if by_hand is None else posts_plan.answer(view, replace(asked, by_hand=by_hand))


view = priced(posts_answer.of_teams_with_optimum(current()))
if teams_in_question(view.now):
    answer, choices = st.columns([3, 1], gap="large")
    with choices:
        demand, objective = posts_choices.choose_demand(), posts_choices.choose_objective()
        limits = posts_choices.choose_limits(view)
        nothing, most = posts_curve.nothing_to_work_out(view, demand), posts_choices.most_posts(view, limits.size)
        if not nothing:
            posts_choices.offer_enough(view, demand, limits)
            exhibit.show(posts_curve.curve(view, demand, limits.size, most))
    with answer:
        if nothing:
            title, why = nothing
            st.title(plain(title), anchor=False)
            st.markdown(plain(why))
        else:
            panel(view, posts_choices.ask_of(demand, objective, limits), most)
else:
    st.title("How many posts are needed cannot be worked out from these figures", anchor=False)
    st.markdown(plain(posts_answer.why_not(current())))
