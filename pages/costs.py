"""Costs: what the plan costs, by when, net of what, and what is left without funding."""

from datetime import date

import streamlit as st

from model.outlook_start import Start, start_of
from model.plan_costs_report import implied_words
from ui import costs_answer, costs_beside, costs_choices, exhibit, headline, outlook_question
from ui.carried import carry
from ui.costs_answer import Answer
from ui.costs_choices import Chosen
from ui.posts_answer import of_teams_with_optimum
from ui.text import plain
from ui.view import View, current


@st.fragment
def panel(view: View, start: Start | None, chosen: Chosen) -> None:
    """The number of posts and what they cost: redrawn by itself as the slider moves."""
    title, posts = st.empty(), outlook_question.choose_posts(view)
    answer = Answer(view, start, chosen, chosen.with_posts(posts))
    title.title(plain(answer.title), anchor=False)
    if answer.plan.posts:
        show_sums(answer)
    else:
        costs_choices.say_what_to_do(view)
    said = [*costs_answer.further(answer), *costs_beside.break_evens(answer)]
    if said:
        st.header("What else to know", anchor=False)
        st.markdown("\n".join(f"- {plain(text)}" for text in said))
    st.caption(plain(f"{costs_beside.missing_prices(answer)} {costs_answer.basis(answer)}"))


def show_sums(answer: Answer) -> None:
    """Headline figures, months, years."""
    headline.show(costs_answer.headlines(answer), answer.view.style)
    exhibit.show(costs_answer.by_month(answer))
    st.header(plain(costs_answer.years_title(answer)), anchor=False)
    frame, foot, headings = costs_answer.year_frame(answer)
    exhibit.show_table(frame, headings, alt="Cost of the plan by financial year", foot=foot)


view = of_teams_with_optimum(current())
start = start_of(view.now)
carry("costs")
answer, choices = st.columns([3, 1], gap="large")
with choices:
    chosen = costs_choices.choose(view, start, date.today())
with answer:
    panel(view, start, chosen)
if view.is_example:
    st.header("The report’s own sums come out to the pound", anchor=False)
    exhibit.show_table(costs_answer.report_frame(), costs_answer.REPORT_HEADINGS, alt="The sums of the Cabinet report")
    st.caption("Cabinet report of 13 June 2013, paragraphs 38 to 43, 2013 prices.")
    st.caption(plain(implied_words(start.children if start else None)))
