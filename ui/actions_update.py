"""The update on an action plan: what moved since a day that a person chooses, and the same as a file."""

from __future__ import annotations

import streamlit as st

from model.action_plan_findings import moved_title
from model.words import day_words
from reports.table_file import table_csv
from ui.actions_answer import MOVED, Answer, moves, since_words
from ui.exhibit import show_table
from ui.text import plain


def show(found: Answer) -> None:
    """What moved since a start of a quarter, or since the plan was first kept; nothing where there is no plan."""
    days = found.days()
    if not days:
        return
    since = st.selectbox(
        "What moved since", days, index=len(days) - 1, key="plan_since", width=320,
        format_func=lambda day: since_words(day, found),
    )  # fmt: skip
    moved = found.moved_since(since)
    title = moved_title(moved, day_words(since))
    st.header(plain(title), anchor=False)
    if not moved:
        return
    frame = moves(moved)
    show_table(frame, MOVED, alt="What moved in the plan")
    about = {"Council": found.council.authority, "What": f"{title}, as at {day_words(found.today)}"}
    st.download_button(
        "Download the update", data=lambda: table_csv(frame, MOVED, about), file_name="headroom-action-plan-update.csv",
        mime="text/csv", icon=":material/download:", type="tertiary", key="plan_update_file", on_click="ignore",
    )  # fmt: skip
