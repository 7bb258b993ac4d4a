"""What there is to check in the figures, on the pages that show or take them."""

from __future__ import annotations

import streamlit as st

from loaders import Loaded
from model.decisions import breaks_of
from model.naming import renamed, resolved
from model.quality import quality_beside
from model.quality_findings import points_words, said, to_do
from model.to_check import in_month
from model.words import count_words
from ui import cached
from ui.choices import own_authorities
from ui.team_names import Answers
from ui.text import plain
from ui.view import View

SHOWN_AT_FIRST = 8


def show_of_month(view: View) -> None:
    """A quiet line for the month shown, with the list folded away; nothing where there is nothing to check."""
    teams = None if view.now.whole_service else [team.team for team in view.now.teams]
    found = in_month(cached.to_check(view.authority, view.version), view.now.month, teams)
    sentences = [*view.to_check, *map(said, found)]
    if not sentences:
        return
    with st.expander(points_words(len(sentences))):
        for sentence in sentences:
            st.markdown(f"- {plain(sentence)}")
        st.caption("If one of them is wrong, correct it in the spreadsheet and upload the month again.")


def show_beside_kept(authority: str, version: int, loaded: Loaded, names: Answers) -> None:
    """What there is to check in a file that was read, beside the months kept already."""
    if authority not in own_authorities():
        return
    kept = resolved(cached.tables(authority, version), names.now)
    found = quality_beside(kept, renamed(loaded.tables, names.all), breaks_of(names.all))
    if not found:
        return
    label = f"{count_words(len(found), 'thing').capitalize()} to check beside the months kept already"
    with st.expander(label, expanded=len(found) <= SHOWN_AT_FIRST):
        for finding in found:
            st.warning(f"{plain(said(finding))} {plain(to_do(finding))}")
