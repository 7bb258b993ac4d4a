"""Which figures have changed by more than their usual variation, for better or worse?"""

import streamlit as st

from model import trend_findings
from ui import exhibit, trend_exhibit, trend_form
from ui.text import plain
from ui.view import current

view = current()

title, choices = st.container(), st.container(horizontal=True, vertical_alignment="bottom")
team = trend_form.choose_whose(view, choices)
afresh = trend_form.choose_afresh(view, choices)
series = trend_exhibit.found(view, team, afresh)
if not series:
    title.title("There are no figures to follow yet", anchor=False)
    st.info(f"Nothing is known of {plain(team) or 'the service'} in any month up to {view.day}.")
    st.stop()
title.title(plain(trend_findings.overview(series, team)), anchor=False)
frame, headings = trend_exhibit.in_short(view, series)
exhibit.show_table(frame, headings, alt="Every measure with what its latest figure says")
one = trend_form.choose_measure(series)
exhibit.show(trend_exhibit.exhibit(view, one))
trend_form.show_steps(view, one)
trend_form.show_target(view, one)
st.caption(plain(trend_form.HOW_TO_READ))
