"""Teams that got a new name, were split or merged: said on the Methods page, listed there, undone there."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime

import streamlit as st

from model.caseload import months
from model.decisions import Decision, TeamDecision, sentence_of, why_not
from model.naming import Names
from model.words import day_words, month_words
from store import KeptDecision, StoreError
from ui import cached
from ui.session import say_after_redraw
from ui.text import plain
from ui.view import Council

KINDS = {
    "A team has a new name": Decision.RENAME,
    "A team was split": Decision.SPLIT,
    "Teams were merged": Decision.MERGE,
}


def show(of: Council) -> None:
    """A form for one change of teams, and what was decided so far, each to be undone."""
    if of.is_example:
        st.caption("Names of the example’s teams cannot be changed.")
        return
    _form(of)
    for kept in reversed(cached.team_decisions(of.authority, of.version)):
        with st.container(border=True, horizontal=True, vertical_alignment="center"):
            st.markdown(_kept_words(kept), width="stretch")
            st.button("Undo", key=f"undo_team_{kept.id}", on_click=_undo, args=(kept,))


def _form(of: Council) -> None:
    later = months(of.tables)[1:]
    if not later:
        st.caption("A change of teams can be said once two months are kept.")
        return
    labels = {label for _, label in _names(of).until.values()}
    teams = [name for name in dict.fromkeys(of.tables["team_caseload"]["team"]) if name not in labels]
    with st.form("team_change", border=False):
        what, when, was, became = st.columns([1.3, 1, 1.6, 1.6], gap="medium")
        kind = what.selectbox("What happened", list(KINDS), key="change_kind")
        since = when.selectbox("First month", later[::-1], format_func=month_words, key="change_month")
        before = was.multiselect("Before", teams, key="change_before", placeholder="Team or teams")
        after = became.multiselect(
            "From then on", teams, key="change_after", placeholder="Team, teams or a new name", accept_new_options=True
        )
        if st.form_submit_button("Keep this change"):
            _keep(of, TeamDecision(KINDS[kind], _squeezed(before), _squeezed(after), since))


def _squeezed(names: Sequence[str]) -> tuple[str, ...]:
    return tuple(" ".join(name.split()) for name in names)


def _names(of: Council) -> Names:
    return Names(kept.decision for kept in cached.team_decisions(of.authority, of.version))


def _keep(of: Council, decision: TeamDecision) -> None:
    refused = why_not(decision, of.tables)
    if refused:
        st.error(plain(refused))
        return
    try:
        cached.store().keep_team_decision(of.authority, decision, by="", at=datetime.now(UTC))
    except StoreError as error:
        st.error(plain(error))
        return
    say_after_redraw(plain(sentence_of(decision)))
    st.rerun()


def _kept_words(kept: KeptDecision) -> str:
    who = f" by {plain(kept.by)}" if kept.by else ""
    return f"{plain(sentence_of(kept.decision))} Decided on {_day(kept.at)}{who}."


def _day(moment: datetime) -> str:
    local: date = moment.astimezone()
    return day_words(local)


def _undo(kept: KeptDecision) -> None:
    try:
        cached.store().undo_team_decision(kept.id, by="", at=datetime.now(UTC))
    except StoreError as error:
        say_after_redraw(plain(error))
    else:
        say_after_redraw("Undone.")
