"""The plan of the Outlook and Costs pages: one and the same, whichever of the two it was typed on."""

from __future__ import annotations

from contextlib import suppress

import streamlit as st
from streamlit.errors import StreamlitAPIException

from model.scenario_choices import CHOICES

_LAST = "page_of_the_plan"
_REMEMBERED = "choices_of_the_plan"
# How the keys of what both pages ask for begin: posts, stages, assumptions.
_SHARED = ("outlook_posts", "approved", "later_", "assumed_")


def carry(page: str) -> None:
    """Take over what was chosen on the other page; to be called before any of it is drawn.

    To Streamlit a box is another on each page, and starts as if nobody had typed into it, whatever its key. What is
    taken over goes into the address too: a link must show what the sender saw.
    """
    _remember()
    if st.session_state.get(_LAST, page) != page:
        chosen = {str(key): st.session_state[key] for key in st.session_state if str(key).startswith(_SHARED)}
        # Refused where a box is bound to the address already: then it writes its value there itself.
        with suppress(StreamlitAPIException):
            st.query_params.update({key: str(value) for key, value in chosen.items() if value is not None})
        for key, value in chosen.items():
            st.session_state[key] = value
    st.session_state[_LAST] = page


def _remember() -> None:
    """Note what was chosen on either page: what only one of them asks for is forgotten with its boxes otherwise."""
    known = dict(st.session_state.get(_REMEMBERED, {}))
    known.update({key: st.session_state[key] for key in CHOICES if key in st.session_state})
    st.session_state[_REMEMBERED] = known


def chosen() -> dict[str, str]:
    """All that was chosen on the Outlook and Costs pages, as it would stand in an address."""
    known: dict[str, object] = st.session_state.get(_REMEMBERED, {})
    return {
        key: str(value).lower() if isinstance(value, bool) else str(value)
        for key, value in known.items()
        if value is not None
    }
