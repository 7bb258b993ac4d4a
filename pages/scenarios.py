"""Scenarios: plans kept under a name, side by side: what each comes to, by when, how sure, and at what cost."""

from datetime import date

import streamlit as st

from store import StoreError
from ui import cached, exhibit, kind_notice, scenarios_exhibit, scenarios_form, tornado_exhibit
from ui.carried import carry
from ui.scenario_answer import CannotBe, Worked, on_one_measure, work_out
from ui.text import plain
from ui.view import current

view = current()
carry("scenarios")
try:
    kept = cached.store().scenarios(view.authority)
except StoreError as error:
    st.title("The scenarios that are kept cannot be read", anchor=False)
    st.error(plain(error))
    st.stop()
answer, choices = st.columns([3, 1], gap="large")
with choices:
    compared = scenarios_form.choose_compared(kept) if kept else []
    scenarios_form.show_keep(view, date.today())
    if kept:
        scenarios_form.show_change(view, kept)
    scenarios_form.show_files(view, kept)
found: list[Worked] = []
with answer:
    refused = []
    for scenario in compared:
        try:
            found.append(work_out(view, scenario))
        except CannotBe as error:
            refused.append(
                f"“{scenario.name}” cannot be worked out: {error}. Upload that month, or delete the scenario."
            )
    scenarios_form.say_otherwise_here([scenario.name for scenario in compared])
    if found:
        kept_as, found = found, on_one_measure(found)
        st.title(plain(scenarios_exhibit.title(found)), anchor=False)
        exhibit.show(scenarios_exhibit.lines(found, view))
        if found != kept_as:
            st.caption(scenarios_exhibit.KEPT_OTHERWISE)
        st.header("Side by side", anchor=False)
        frame, headings = scenarios_exhibit.side_by_side(found)
        exhibit.show_table(frame, headings, alt="What each scenario comes to")
        st.caption(scenarios_exhibit.HOW)
        kind_notice.say_counted_plainly(view)
        st.markdown(scenarios_exhibit.links(found, view.authority))
        tornado_exhibit.of_scenarios([(each.scenario.name, each.asked, each.everybody) for each in found])
    elif not compared:
        st.title("No scenario is kept yet", anchor=False)
        st.markdown(scenarios_form.HOW_TO_KEEP)
        st.page_link("../pages/outlook.py", label="Choose on the Outlook page")
    else:
        st.title("These scenarios cannot be worked out from these figures", anchor=False)
    for text in refused:
        st.warning(plain(text))
