"""The notice on teams that are not measured against the optimum, because they are not fieldwork teams."""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st

from model.assumptions import Settings
from model.basis import no_optimum_yet
from model.caseload import ServiceMonth
from ui.text import plain


def show(settings: Settings, months: Iterable[ServiceMonth]) -> None:
    """Say which teams of the months have no optimum yet, with the way to where it is set; nothing if none."""
    teams = (team for month in months for team in month.counted)
    waiting = dict.fromkeys(team.team for team in teams if settings.awaits_optimum(team.team, team.kind))
    if not waiting:
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(plain(no_optimum_yet(list(waiting), settings.optimum)), width="content")
        st.page_link("../pages/methods.py", label="Set their optimum on Methods", icon=":material/tune:")
