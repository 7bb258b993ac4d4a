"""What flowed into the service, how well was it handled, what did it do for children: the report by period?"""

import streamlit as st

from ui import activity_choices, activity_exhibit, commentary_form, exhibit
from ui.text import plain
from ui.view import council

here = council()
chosen = activity_choices.choose(here)
activity_exhibit.show_misprints(here, chosen.report)
activity_exhibit.show_block(here, chosen)
commentary_form.show(here, chosen)
if chosen.block == "Inputs":
    door = activity_exhibit.front_door(chosen)
    if door:
        exhibit.show(door)
    activity_exhibit.show_agencies(chosen)
courses = activity_exhibit.over_time(chosen)
if courses:
    exhibit.show(courses)
else:
    st.caption(plain(f"No measure of {chosen.block.lower()} is known for two periods of {chosen.report.year}."))
activity_exhibit.show_meanings(chosen)
