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


def test_a_link_to_one_page_keeps_for_the_other_what_it_has_no_box_for():
    # Given a scenario's link with how the plan is funded, which agency workers go, and what is judged
    link = {
        "outlook_posts": "6", "approved": "March 2013", "judged": "June 2014", "measure": "Per effective worker",
        "vary": "false", "funding": "One-off", "funded_until": "June 2014", "cost_years": "Four", "cost_released": "2",
        "cost_overlap": "1", "cost_agency": "3",
    }  # fmt: skip
    costs, outlook = Screen("costs", **link), Screen("outlook", **link)
    figures, title = costs.figures, outlook.title
    assert figures["Unfunded"] != "£0"
    for screen in (costs, outlook):
        # As a browser does, which takes along only what the page has boxes for
        screen.at.query_params.clear()
    # When the other page is opened from there, then it says what the link says of it, and puts it into the address
    assert outlook.go("costs").figures == figures
    assert costs.go("outlook").title == title
    assert (outlook.address["funding"], costs.address["measure"]) == ("One-off", "Per effective worker")
    # And what is chosen there instead is not overruled by the link again
    assert outlook.set("funding", "Base budget").go("outlook").go("costs").figures["Unfunded"] == "£0"
