"""Moving the slider of the Outlook page draws the line first, over the fan, which is never gone."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from benchmarks import served
from benchmarks.chromium import settled

pytestmark = pytest.mark.functional

# Notes at every change of the document which of the charts are there, and whether any of them is drawn.
WATCH = """() => {
  window.seen = [];
  const note = () => {
    const stack = document.querySelector('.st-key-outlook_stack');
    window.seen.push([
      stack?.querySelector('.main-svg .js-line') !== null,
      stack?.querySelector('.st-key-outlook_line_0 .js-line') !== null,
      document.querySelector('.st-key-outlook_fan .js-plotly-plot')?.getBoundingClientRect().top,
    ]);
  };
  new MutationObserver(note).observe(document, {subtree: true, childList: true});
}"""


def test_the_line_is_drawn_over_the_fan_before_and_goes_when_the_next_fan_is_there(
    headroom: served.Served, page: Page
) -> None:
    # Given the page at rest
    page.goto(f"{headroom.url}/outlook")
    settled(page)
    page.evaluate(WATCH)
    # When the slider is moved
    page.get_by_role("slider").first.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_selector(".st-key-outlook_line_0 .js-line")
    page.wait_for_selector(".st-key-outlook_line_0 .js-line", state="detached")
    settled(page)
    # Then the line came and went, at no moment was nothing drawn, and the fan stayed where it was on the page
    is_drawn, has_line, tops = zip(*page.evaluate("window.seen"), strict=True)
    assert all(is_drawn)
    assert any(has_line)
    assert not has_line[-1]
    there = [top for top in tops if top]
    assert max(there) - min(there) < 1
