"""The plan of the Outlook and Costs pages: one and the same on both, and another council's starts afresh."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from datetime import date

import streamlit as st
from streamlit.errors import StreamlitAPIException

from model.assumptions import COSTS
from model.scenario_choices import CHOICES, STAGES, ScenarioError, as_typed, checked
from ui.view import current

_LAST = "page_of_the_plan"
_REMEMBERED = "choices_of_the_plan"
# How the keys of what both pages ask for begin: posts, stages, assumptions.
_SHARED = ("outlook_posts", "approved", "later_", "assumed_")
# What is paid for a post, which every page counts with once it is typed on the Costs page.
_PRICES = (*(f"cost_{name}" for name in COSTS), "cost_payment", "cost_uplift")
_AFRESH = "choices_to_start_afresh"
# What the link that was opened chooses and no page has drawn yet: the other page asks for it.
_OF_LINK = "choices_of_the_link"
# What a choice is before anybody makes it, where that does not hang on the figures; a typed number is blank.
_FIRST: Mapping[str, object] = {
    "measure": "Average caseload",
    "vary": True,
    "starts_course": "As forecast",
    "known_breaks": [],
    "cost_years": "Three",
    "funding": "Base budget",
    **{f"later_posts{stage}": 0 for stage in STAGES},
}
# What starts where the figures of a council say: numbers of posts, and months.
_OF_THE_FIGURES = (
    "posts", "outlook_posts", "approved", "judged", "forecast_since", "funded_until",
    *(f"later_approved{stage}" for stage in STAGES),
)  # fmt: skip


def carry(page: str) -> None:
    """Take over what was chosen on the other page; to be called before any of it is drawn.

    To Streamlit a box is another on each page, and starts as if nobody had typed into it, whatever its key. What is
    taken over goes into the address too: a link must show what the sender saw.
    """
    figures = current().now.month
    _remember(figures)
    if st.session_state.get(_LAST, page) != page:
        chosen = (
            as_chosen_in(st.session_state[_OF_LINK], figures)
            | _typed_prices()
            | of_both_pages({str(key): st.session_state[key] for key in st.session_state})
        )
        # Refused where a box is bound to the address already: then it writes its value there itself.
        with suppress(StreamlitAPIException):
            st.query_params.update({key: _in_address(value) for key, value in chosen.items() if value is not None})
        for key, value in chosen.items():
            st.session_state[key] = value
    st.session_state[_LAST] = page


def of_both_pages(state: Mapping[str, object]) -> dict[str, object]:
    """What both pages ask for, of all that a session holds: choices, and nothing that is noted about them."""
    return {key: state[key] for key in CHOICES if key.startswith(_SHARED) and key in state}


def as_chosen_in(link: Mapping[str, str], figures: date) -> dict[str, object]:
    """What an address chooses on the Outlook and Costs pages, as their boxes hold it; what cannot be is left out."""
    found: dict[str, object] = {}
    for key in CHOICES.keys() & link:
        with suppress(ScenarioError):
            found[key] = as_typed(key, checked(key, link[key], figures))
    return found


def start_afresh() -> None:
    """Forget the plan of one council when a person turns to another, before anything of it is drawn.

    A link that says whose figures and which plan is another session: nothing of it is forgotten.
    """
    for key in [str(key) for key in st.session_state]:
        if key in _FIRST or key.startswith(("assumed_", "cost_")):
            st.session_state[key] = _FIRST.get(key)
    st.session_state[_AFRESH] = {key for key in _OF_THE_FIGURES if key in st.session_state}
    of_link = st.session_state.get(_OF_LINK, {})
    st.session_state[_REMEMBERED], st.session_state[_OF_LINK] = {}, {}
    for key in {*_PRICES, *of_link}:
        # Refused where a box is bound to the address: that is blank now, and takes it out there itself.
        with suppress(StreamlitAPIException, KeyError):
            del st.query_params[key]


def follow(key: str, usual: object) -> None:
    """Put a choice, about to be drawn, where it usually is if another council's was there."""
    waiting: set[str] = st.session_state.get(_AFRESH, set())
    if key in waiting:
        st.session_state[key] = usual
        st.session_state[_AFRESH] = waiting - {key}


def _remember(figures: date) -> None:
    """Note what was chosen on either page: what only one of them asks for is forgotten with its boxes otherwise.

    The link that opened the session chooses for both pages; what the one opened has no box for waits for the other.
    """
    if _REMEMBERED not in st.session_state:
        link = {key: st.query_params[key] for key in CHOICES if key in st.query_params}
        st.session_state[_REMEMBERED], st.session_state[_OF_LINK] = as_chosen_in(link, figures), link
    of_link = st.session_state[_OF_LINK]
    st.session_state[_OF_LINK] = {key: text for key, text in of_link.items() if key not in st.session_state}
    known = dict(st.session_state[_REMEMBERED])
    known.update({key: st.session_state[key] for key in CHOICES if key in st.session_state})
    st.session_state[_REMEMBERED] = known


def prices(figures: date) -> dict[str, str]:
    """What was typed on the Costs page of the price of a post, by its place in the address; ``figures``: their month.

    A link to another page names them too: who opens one finds them on the Costs page then.
    """
    _remember(figures)
    named = {key: st.query_params[key] for key in _PRICES if key in st.query_params}
    found = {}
    for key, text in (named | {key: str(value) for key, value in _typed_prices().items()}).items():
        with suppress(ScenarioError):
            found[key] = checked(key, text, figures)
    st.session_state[_REMEMBERED] |= {key: float(text) for key, text in found.items()}
    return found


def _typed_prices() -> dict[str, object]:
    known: dict[str, object] = st.session_state.get(_REMEMBERED, {})
    return {key: known[key] for key in _PRICES if known.get(key) is not None}


def chosen() -> dict[str, str]:
    """All that was chosen on the Outlook and Costs pages, as it would stand in an address."""
    known: dict[str, object] = st.session_state.get(_REMEMBERED, {})
    return {key: _in_address(value) for key, value in known.items() if value is not None}


def _in_address(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
