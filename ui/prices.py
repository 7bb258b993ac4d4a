"""The prices that a page counts with: those typed on the Costs page, and else those kept on the Methods page."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import streamlit as st
from streamlit.errors import StreamlitAPIException

from model.assumptions import COSTS
from model.exact import exact
from ui import cached, carried
from ui.view import View, once_a_view


def priced(view: View) -> View:
    """The view at the prices typed on the Costs page, which are put into the address of this page too."""
    typed = carried.prices(view.now.month)
    # Refused where a box is bound to the address already: then it writes its value there itself.
    with suppress(StreamlitAPIException):
        st.query_params.update(typed)
    costs = {name: typed[f"cost_{name}"] for name in COSTS if f"cost_{name}" in typed}
    return _at(view, tuple(costs.items())) if costs else view


@once_a_view
def _at(view: View, costs: tuple[tuple[str, str], ...]) -> View:
    return replace(view, settings=view.settings.with_values(**{name: Decimal(text) for name, text in costs}))


def payment_and_uplift(view: View) -> tuple[Decimal, Fraction]:
    """The recruitment payment, in pounds, and the rise of pay a year, 0 to 1, as typed on the Costs page, else 0."""
    typed = carried.prices(view.now.month)
    payment, uplift = (Decimal(typed.get(f"cost_{name}", "0")) for name in ("payment", "uplift"))
    return payment, exact(uplift) / 100


def whose_post(view: View) -> str:
    """Where the cost of a post is from, in words: typed for now, still the report's; "" where the council set it."""
    kept = cached.settings(view.authority, view.version)
    if view.settings.cost_per_post != kept.cost_per_post:
        return "typed on the Costs page"
    return "Stockton, 2013: set your own on Methods" if view.has_stocktons("cost_per_post") else ""
