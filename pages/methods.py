"""What the words mean, where the figures come from, and the settings that can be changed."""

import pandas as pd
import streamlit as st

from model.definitions import DEFINITIONS
from model.england import ENGLAND_AVERAGE_CASELOAD, ENGLAND_SOURCE
from ui import settings_form, team_changes, weights_form
from ui.exhibit import show_table
from ui.text import plain
from ui.view import council

here = council()

st.title("Methods and settings", anchor=False)
st.header("Settings", anchor=False)
st.markdown("Every figure here can be changed. What you keep applies to every page of this council from then on.")
settings_form.show_settings(here.authority, here.settings)

st.header("Teams", anchor=False)
st.markdown(
    "A team that is not counted is shown on every page, but is in no service average and gets no posts. "
    "A team’s own optimum comes before that of its kind. "
    "A team whose kind is not set, by you, the file or its name, is taken as a fieldwork team; one of another kind is "
    "measured only once an optimum is set for it."
)
settings_form.show_teams(here.authority, here.settings, here.tables)
with st.expander("Optimum by kind of team"):
    settings_form.show_kinds(here.authority, here.settings, here.tables)
with st.expander("New names, splits and mergers"):
    st.markdown(
        "A team with a new name keeps its history under it. After a split or a merger the teams are others: their "
        "figures before stay as they are, and only the service as a whole is compared across the change."
    )
    team_changes.show(here)

st.header("Weights by type of case", anchor=False)
weights_form.show(here.authority, here.settings)

st.header("Definitions", anchor=False)
for definition in DEFINITIONS:
    st.markdown(f"**{plain(definition.term)}.** {plain(definition.meaning)}")
    if definition.formula:
        st.text(definition.formula)
    if definition.source:
        st.caption(f"Source: {plain(definition.source)}")

st.header("England, average caseload", anchor=False)
st.markdown("At 30 September of each year, all kinds of team. Not like for like with a local optimum.")
england = pd.DataFrame([(str(y), str(v)) for y, v in ENGLAND_AVERAGE_CASELOAD.items()], columns=["year", "value"])
show_table(england, {"year": "Year", "value": "Children per case-holding FTE"}, alt="England average caseload by year")
st.caption(f"Source: {plain(ENGLAND_SOURCE)}")
