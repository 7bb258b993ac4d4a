"""The weights of cases by type, changed on the Methods page: 1 each until somebody types their own."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from decimal import Decimal, InvalidOperation

import streamlit as st

from model.assumptions import Settings, SettingsError
from model.case_types import CASE_TYPES
from model.exact import shortest
from store import StoreError
from ui import cached
from ui.session import say_after_redraw
from ui.text import plain

ABOUT = (
    "A weight says how many points a child of a type is. Every type ships as 1: points are children, and nothing "
    "changes anywhere. No other weights are built in: type those your service has agreed, and where they are from. The "
    "optimum is then restated in points: children at the optimum, times the points of the average child of the same "
    "service on the same day. Points are shown beside children, never in their place: on Caseloads under “By type of "
    "case”, and on Added posts. Teams, Outlook, Costs and Scenarios count children."
)


def show(authority: str, settings: Settings) -> None:
    """The form of the weights; what is typed is checked before it is kept."""
    st.markdown(ABOUT)
    with st.form("weights", border=False):
        typed = {}
        for boxes in (list(CASE_TYPES)[:3], list(CASE_TYPES)[3:]):
            for name, column in zip(boxes, st.columns(3, gap="large"), strict=True):
                told, value = CASE_TYPES[name], shortest(settings.weights.get(name, 1))
                typed[name] = column.text_input(
                    f"{told[:1].upper()}{told[1:]} (points each)", value, key=f"weight_{name}"
                )
        source = st.text_input(
            "Where these weights are from", settings.weights_source, key="weights_source", max_chars=200
        )
        if st.form_submit_button("Keep the weights", key="keep_weights"):
            _keep(authority, settings, typed, " ".join(source.split()))


def _keep(authority: str, settings: Settings, typed: Mapping[str, str], source: str) -> None:
    try:
        weights = {name: _weight(name, text) for name, text in typed.items()}
        own = {name: weight for name, weight in weights.items() if weight != 1}
        if own and not source:
            raise SettingsError("Weights other than 1 need a source. Type where these weights are from")
        changed = settings.with_values(weights=own, weights_source=source)
        cached.store().keep_settings(authority, changed, by="", at=datetime.now(UTC))
    except (SettingsError, StoreError) as error:
        st.error(plain(error))
        return
    say_after_redraw("The weights are kept.")
    st.rerun()


def _weight(name: str, text: str) -> Decimal:
    try:
        weight = Decimal(text.strip() or "1")
    except InvalidOperation:
        raise SettingsError(f"The weight of {CASE_TYPES[name]} is “{text}”: type a number, such as 1.5") from None
    if not weight.is_finite():
        raise SettingsError(f"The weight of {CASE_TYPES[name]} is “{text}”: type a number, such as 1.5")
    return weight
