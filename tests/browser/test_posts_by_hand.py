"""Posts placed by hand in a real browser, which alone decides what is in the address."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from benchmarks import served
from benchmarks.chromium import settled

pytestmark = pytest.mark.functional

# Milliseconds at rest: what is typed is sent, and its answer begun, within them.
QUIET = 1000


def boxes(page: Page) -> dict[str, str]:
    """What is in the box of each team."""
    found = page.locator("[class*=st-key-hand_]")
    return {box.locator("label").inner_text(): box.locator("input").input_value() for box in found.all()}


def switch(page: Page) -> None:
    """Press "Place by hand"."""
    page.get_by_text("Place by hand, starting from the best placement").click()
    settled(page, quiet_ms=QUIET)


def choose(page: Page, label: str, value: str) -> None:
    """Choose from a list."""
    page.get_by_role("combobox", name=label).click()
    page.get_by_role("combobox", name=label).fill(value)
    page.get_by_role("option", name=value, exact=True).click()
    settled(page, quiet_ms=QUIET)


def put(page: Page, team: str, posts: int) -> None:
    """Type a team's posts."""
    box = page.get_by_label(team, exact=True)
    box.fill(str(posts))
    box.press("Enter")
    settled(page, quiet_ms=QUIET)


def sees_the_same(page: Page) -> None:
    """Somebody else who opens the page's address sees what is on it."""
    other = page.context.new_page()
    other.goto(page.url)
    settled(other, quiet_ms=QUIET)
    assert boxes(other) == boxes(page), page.url
    assert other.locator("h1").inner_text() == page.locator("h1").inner_text(), page.url
    assert other.locator("dl").inner_text() == page.locator("dl").inner_text(), page.url
    other.close()


def test_placing_by_hand_starts_from_what_is_asked_now(headroom: served.Served, page: Page) -> None:
    # Given somebody who placed six by hand, moved one, and put the hand away
    page.goto(f"{headroom.url}/posts")
    settled(page)
    switch(page)
    put(page, "North 1", 3)
    switch(page)
    assert "hand" not in page.url
    # When twelve are asked for and placed by hand
    page.get_by_role("button", name="12 service average of 25").click()
    settled(page, quiet_ms=QUIET)
    switch(page)
    # Then the twelve stand in the boxes
    assert sum(map(int, boxes(page).values())) == 12
    assert page.locator("h1").inner_text().startswith("Twelve posts bring the service to 24.6")
    sees_the_same(page)


def test_a_link_by_hand_shows_the_same_whatever_was_changed_before(headroom: served.Served, page: Page) -> None:
    # Given posts by hand in one month, one box changed, when another month is looked at
    page.goto(f"{headroom.url}/posts?by_hand=true")
    settled(page)
    sees_the_same(page)
    choose(page, "Month", "September 2012")
    sees_the_same(page)
    # And a number is typed that the best placement has in the other month, and the month is changed there and back
    put(page, "South 1", 2)
    sees_the_same(page)
    choose(page, "Month", "February 2013")
    sees_the_same(page)
    choose(page, "Month", "September 2012")
    sees_the_same(page)
    # And when the page was left and found again
    put(page, "North 1", 4)
    page.get_by_test_id("stTopNav").get_by_role("link", name="Overview").click()
    settled(page, quiet_ms=QUIET)
    page.get_by_test_id("stTopNav").get_by_role("link", name="Added posts").click()
    settled(page, quiet_ms=QUIET)
    assert boxes(page)["North 1"] == "4"
    sees_the_same(page)
