"""The browser draws every chart once: what it would find out by drawing is said to it before."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from benchmarks import served
from benchmarks.chromium import settled

pytestmark = pytest.mark.functional

# plotly.js counts in a chart how often it had to be drawn again because its labels did not fit.
DRAWN_AGAIN = """() => [...document.querySelectorAll('.js-plotly-plot')].map((chart) => [
  chart.closest('[class*=st-key]').className.match(/st-key-(\\S+)/)[1],
  chart._fullLayout._redrawFromAutoMarginCount !== undefined,
])"""


@pytest.mark.parametrize("address", ["", "caseloads?show=Over+time", "posts", "outlook", "trends"])
def test_labels_have_the_room_that_they_need_from_the_first(headroom: served.Served, page: Page, address: str) -> None:
    # When a page is opened
    page.goto(f"{headroom.url}/{address}")
    settled(page)
    # Then none of its charts was drawn again for want of room
    charts = page.evaluate(DRAWN_AGAIN)
    assert charts
    assert [key for key, again in charts if again] == []
