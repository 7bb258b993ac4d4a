"""The three objectives side by side, as a small table with what it comes to in a sentence."""

from __future__ import annotations

import streamlit as st

from model import findings, objectives_findings
from model.objectives import Option, agree, side_by_side
from model.plan import Ask
from model.service import ServiceMonth
from ui import exhibit
from ui.text import plain
from ui.view import View, once_a_view

# The frame's own names for what is shown to one place.
_HEADINGS = {
    "objective": "Objective",
    "posts_text": "Posts by team",
    "average": "Highest average",
    "excess": "Children over the optimum",
    "value": "Spread",
    "differs": "Against the one used",
}
_ALT = "Table of the three objectives: where each puts the posts, and what it leaves."
_SPREAD = "Spread: how far a social worker’s team typically is from the average of all."


@once_a_view
def options(view: View, service: ServiceMonth, asked: Ask) -> tuple[Option, ...]:
    """The posts asked for, placed in ``service`` under each objective; none where there is nothing to place."""
    people = view.settings.social_workers_per_team if asked.keep_span else None
    if not asked.posts:
        return ()
    found = side_by_side(service, asked.posts, asked.demand, asked.post_fte, asked.max_fte_per_team, people)
    return found if any(option.added and sum(option.added.values()) for option in found) else ()


def show(view: View, service: ServiceMonth, asked: Ask) -> None:
    """What they come to in a sentence, over a table where they differ; nothing where no post is placed.

    ``asked`` names its objective and no teams.
    """
    found = options(view, service, asked)
    if not found:
        return
    chosen = next(option for option in found if option.objective == asked.objective)
    st.header(plain(objectives_findings.title(found)), anchor=False)
    if not agree(found):
        st.caption(plain(f"{_SPREAD} {findings.basis(service, asked.demand)}"))
        exhibit.show_table(objectives_findings.frame(found, chosen), _HEADINGS, alt=_ALT)
    st.markdown(plain(objectives_findings.explained(found, chosen)))
