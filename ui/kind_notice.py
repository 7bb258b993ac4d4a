"""What a reader must know of the optimum before the figures: whose it is, and of which teams it is."""

from __future__ import annotations

import streamlit as st

from model.basis import no_optimum_yet, not_fieldwork, two_averages
from model.case_mix import of_settings
from model.case_mix_findings import counted_plainly
from model.planning_figure import OF_REPORT, OF_STOCKTON, OWN, planning_figure
from model.posts import of_teams_with_optimum
from model.words import sentence
from ui.text import plain
from ui.view import View


def show(view: View) -> None:
    """Say of whom the average is and of whom the optimum, with the way to where it is set; nothing if it is the same.

    A person who goes on to the added posts meets another average there: both stand here in one sentence.
    """
    settings, now = view.settings, view.now
    waiting = [team.team for team in now.counted if settings.awaits_optimum(team.team, team.kind)]
    both = two_averages(now, of_teams_with_optimum(now))
    if waiting:
        both = f"{both} {sentence(not_fieldwork(waiting))}" if both else no_optimum_yet(waiting, settings.optimum)
    if not both:
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(plain(both))
        if waiting:
            st.page_link("../pages/methods.py", label="Set their optimum on Methods", icon=":material/tune:")


def say_what_the_optimum_is(view: View) -> None:
    """A quiet line on the optimum that the teams share: whose figure it is, what councils average, and in points."""
    optimum = view.now.shared_optimum
    if optimum is not None:
        whose = OWN
        if optimum == view.settings.optimum and view.settings.is_shipped("optimum"):
            whose = OF_REPORT if view.is_example else OF_STOCKTON
        st.caption(plain(planning_figure(optimum, whose)))
    say_counted_plainly(view)


def say_counted_plainly(view: View) -> None:
    """Where the council weighs types of case: that the page does not, and what the optimum is in points."""
    if any(weight != 1 for weight in view.settings.weights.values()):
        text = counted_plainly(of_settings(view.tables, view.now, view.settings))
        if text:
            st.caption(plain(text))
