"""One price of a post on every page: what is typed on the Costs page, else what the council keeps on Methods."""

from __future__ import annotations

import pytest
from screen import Screen

pytestmark = pytest.mark.functional


def test_a_cost_typed_on_the_costs_page_counts_on_every_page_until_it_is_cleared():
    # Given a cost and a payment typed on the Costs page
    screen = Screen("costs").set("cost_cost_per_post", 50000.0).set("cost_payment", 4000.0)
    year, gross = screen.figures["A full year"], screen.figures["Gross in 2013/14"]
    assert (year, gross) == ("£300,000", "£237,000")
    # When other pages are opened, then they count with it, and say where it was typed
    for page, card in (("posts", "Cost a year"), ("teams", "Cost a year"), ("outlook", "Cost of a full year")):
        assert screen.go(page).figures[card] == year
        assert "typed on the Costs page" in screen.text
    # The first year of the Outlook has the payments too
    assert f"{gross} in 2013/14" in screen.text
    # When it is cleared, then the council's own counts again
    screen.go("costs").set("cost_cost_per_post", None)
    assert screen.go("posts").figures["Cost a year"] == "£244,906"
    assert "typed on the Costs page" not in screen.text


def test_a_link_to_another_page_holds_the_cost_and_the_costs_page_then_shows_it():
    screen = Screen("posts", cost_cost_per_post="50000", cost_agency_per_fte="much")
    assert screen.figures["Cost a year"] == "£300,000"
    assert screen.go("costs").widget("cost_cost_per_post").value == 50000.0
    assert screen.widget("cost_agency_per_fte").value is None
