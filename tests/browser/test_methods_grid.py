"""Typing into the grid of teams: nothing is sent, and so nothing drawn anew under the hand, before it is kept."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from benchmarks import served
from benchmarks.chromium import settled

pytestmark = pytest.mark.functional


def test_typing_down_a_column_asks_the_server_nothing_until_it_is_kept(fresh_headroom: served.Served, page: Page):
    # Given the grid of teams, and an ear at what the page sends
    sent: list[object] = []
    page.on("websocket", lambda socket: socket.on("framesent", lambda frame: sent.append(frame)))
    page.goto(f"{fresh_headroom.url}/methods")
    settled(page, quiet_ms=600)
    grid = page.get_by_test_id("stDataFrame").first
    grid.scroll_into_view_if_needed()
    settled(page, quiet_ms=600)
    place = grid.bounding_box()
    assert place
    before = len(sent)
    # When two optima are typed under one another
    page.mouse.click(place["x"] + 0.62 * place["width"], place["y"] + 52)
    page.wait_for_timeout(500)
    for optimum in ("21", "22"):
        page.keyboard.type(optimum, delay=60)
        page.wait_for_timeout(300)
        page.keyboard.press("Enter")
        page.wait_for_timeout(500)
    # Then no run of the page came between them
    assert len(sent) == before
    # And both are kept, each with its own team
    page.get_by_role("button", name="Keep the teams").click()
    settled(page, quiet_ms=600)
    kept = page.locator("[data-testid=stDataFrame] table").first.inner_text()
    assert [optimum in kept for optimum in ("21", "22")] == [True, True]
