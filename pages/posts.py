"""Added posts: how many, where, what they do, what they cost, what they leave unsolved."""

from dataclasses import replace

import streamlit as st

from model import findings
from model.plan import Plan, needed, plan
from model.posts import teams_in_question
from ui import exhibit, headline, posts_answer, posts_choices
from ui.text import plain
from ui.view import View, current


@st.fragment
def panel(view: View) -> None:
    """The slider and everything that follows from it: redrawn by itself when a choice here changes."""
    title = st.container()
    choices, bars = st.columns([1, 2.4], gap="large")
    with choices:
        answer, most = chosen_plan(view)
    demand = answer.ask.demand
    sentence = findings.posts_sentence(answer.before, answer.after, answer.posts, demand, answer.ask.post_fte)
    title.title(plain(sentence), anchor=False)
    with bars:
        exhibit.show(posts_answer.by_team(view, answer))
        st.markdown(plain(posts_answer.difference_by_hand(answer)))
    headline.show(posts_answer.headlines(view, answer), view.style)
    rest, curve = st.columns(2, gap="large")
    with rest:
        st.subheader("What the posts do not solve", anchor=False)
        for text in posts_answer.unsolved(view, answer):
            st.markdown(f"- {plain(text)}")
    with curve:
        exhibit.show(posts_answer.curve(view, answer, most))
    st.caption(plain(f"{findings.basis(answer.before, demand)}. {findings.who_is_counted(answer.before)}"))


def chosen_plan(view: View) -> tuple[Plan, int]:
    """The choices, the plan they ask for, and the most posts that can be asked for."""
    slider, demand, enough = st.container(), posts_choices.choose_demand(), st.container()
    objective = posts_choices.choose_objective()
    limits = posts_choices.choose_limits(view)
    most = posts_choices.most_posts(view.now, limits.size)
    with slider:
        posts = posts_choices.choose_posts(most)
    with enough:
        posts_choices.offer_enough(needed(view.now, demand, limits.size), view.now, limited=limits.any)
    asked = posts_choices.ask_of(posts, demand, objective, limits)
    best = plan(view.now, view.settings, asked)
    by_hand = posts_choices.choose_by_hand(view.now, best.placement.added)
    return (best if by_hand is None else plan(view.now, view.settings, replace(asked, by_hand=by_hand))), most


view = posts_answer.of_teams_with_optimum(current())
if teams_in_question(view.now):
    panel(view)
else:
    st.title("How many posts are needed cannot be worked out from these figures", anchor=False)
    st.markdown(plain(posts_answer.why_not(view)))
