"""What somebody writes about a block of the report: shown with its author, changed in a form, no version lost."""

from __future__ import annotations

from datetime import UTC, datetime

import streamlit as st

from store import KeptCommentary, StoreError
from ui import cached
from ui.activity_choices import Chosen
from ui.session import say_after_redraw
from ui.text import plain
from ui.upload_undo import when_and_who
from ui.view import Council

MOST_LETTERS = 4_000


def show(here: Council, chosen: Chosen) -> None:
    """The commentary on the chosen block and period, who wrote it when, those before, and the form that changes it."""
    about = (chosen.report.year, chosen.column.key, chosen.block)
    try:
        kept = cached.store().commentaries(here.authority)
    except StoreError as error:
        # The report is there all the same.
        st.error(plain(error))
        return
    versions = [one for one in kept if (one.year, one.period, one.block) == about]
    newest = versions[-1] if versions else None
    st.header(plain(f"Commentary on {chosen.block.lower()}, {chosen.period}"), anchor=False)
    if newest and newest.text:
        st.markdown(plain(newest.text))
        st.caption(f"Written {when_and_who(newest.at, newest.by)}.")
    _form(here, chosen, newest)
    if len(versions) > 1:
        with st.expander(f"All {len(versions)} versions"):
            for one in reversed(versions):
                st.caption(f"{when_and_who(one.at, one.by)}:")
                st.markdown(plain(one.text) if one.text else "Taken away.")


def _form(here: Council, chosen: Chosen, newest: KeptCommentary | None) -> None:
    about = f"{chosen.report.year} {chosen.column.key} {chosen.block}"
    with st.form(f"commentary {about}"):
        text = st.text_area(
            "What a reader should know that the numbers do not say", newest.text if newest else "",
            max_chars=MOST_LETTERS, height=90, key=f"commentary_text {here.authority} {about}",
            help="Kept with the period and your name. No names of children or families, please.",
        )  # fmt: skip
        with st.container(horizontal=True, vertical_alignment="bottom"):
            who = st.text_input("Your name (kept with it)", key="commentary_by", width=320)
            pressed = st.form_submit_button("Keep the commentary", key="keep_commentary")
    if pressed:
        _keep(here, chosen, text, who)


def _keep(here: Council, chosen: Chosen, text: str, who: str) -> None:
    try:
        cached.store().keep_commentary(
            here.authority, chosen.report.year, chosen.column.key, chosen.block, text, by=who, at=datetime.now(UTC)
        )
    except StoreError as error:
        st.error(plain(error))
        return
    say_after_redraw("The commentary is kept." if text.strip() else "The commentary is taken away; it stays on record.")
    st.rerun()
