"""Which actions of the plan are late, which cannot be measured, and what has moved since the last update?"""

from datetime import date

import streamlit as st

from model import action_plan_findings as findings
from store import StoreError
from ui import actions_answer, actions_form, actions_update, exhibit, headline
from ui.actions_headlines import headlines
from ui.text import plain
from ui.view import council, style

try:
    found = actions_answer.answer(council(), date.today())
except StoreError as error:
    st.title("The action plan that is kept cannot be read", anchor=False)
    st.error(plain(error))
    st.stop()

st.title(plain(findings.title(found.rated)), anchor=False)
if found.council.is_example:
    st.caption(
        "The 14 recommendations of the inspection of 2013, in short. The plan prints no owners, due dates or ratings: "
        "they are blank, and nothing is made up."
    )
if found.actions:
    headline.show(headlines(found), style())
    first = actions_answer.to_look_at(found.rated)
    if len(first):
        st.header("To look at first", anchor=False)
        exhibit.show_table(first, actions_answer.FIRST, alt="Actions to look at first")
    measures = actions_answer.by_measure(found)
    if len(measures):
        st.header("What the measures say", anchor=False)
        exhibit.show_table(measures, actions_answer.OF_MEASURES, alt="Actions with the latest figure of their measure")

st.header("The plan", anchor=False)
st.markdown("Type into any cell, add rows beneath, then keep the plan. Every version stays on record.")
actions_form.show_editor(found)
actions_form.show_files(found)
actions_update.show(found)
