"""Moving the slider of the Outlook page draws the expected line first, and its fan in the same place after it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from benchmarks import served
from benchmarks.chromium import settled

pytestmark = pytest.mark.functional

# Notes at every change of the document which of the charts is drawn, and where on the page it stands.
WATCH = """() => {
  window.seen = [];
  const top = (key) => document.querySelector(`.st-key-${key} .js-line`)
    && document.querySelector(`.st-key-${key} .js-plotly-plot`).getBoundingClientRect().top + window.scrollY;
  const note = () => window.seen.push([top('outlook_line'), top('outlook_fan')]);
  new MutationObserver(note).observe(document, {subtree: true, childList: true});
}"""


def test_the_line_is_drawn_before_the_fan_and_in_its_place(headroom: served.Served, page: Page) -> None:
    # Given the page at rest
    page.goto(f"{headroom.url}/outlook")
    settled(page)
    page.evaluate(WATCH)
    # When the slider is moved
    page.get_by_role("slider").first.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_selector(".st-key-outlook_line .js-line", state="attached")
    page.wait_for_selector(".st-key-outlook_fan .js-line", state="attached")
    settled(page)
    # Then the line came, never beside a fan, and went when the fan of that many posts was there, in the same place
    lines, fans = zip(*page.evaluate("window.seen"), strict=True)
    assert any(lines)
    assert not any(line and fan for line, fan in zip(lines, fans, strict=True))
    assert fans[-1] and not lines[-1]
    assert abs(fans[-1] - next(line for line in lines if line)) < 1
