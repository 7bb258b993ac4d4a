"""The server and the browser meet: the first page, a link to another page, headers, compression, closed doors."""

from __future__ import annotations

import urllib.request
from urllib.error import HTTPError

import pytest
from playwright.sync_api import Page, expect

from benchmarks import served
from benchmarks.chromium import settled

pytestmark = pytest.mark.functional


def test_the_first_page_opens_without_a_complaint(headroom: served.Served, page: Page) -> None:
    # When the address is opened
    page.goto(headroom.url)
    settled(page)
    # Then a page with a name and a heading stands there (the fixture checks that nothing went wrong)
    expect(page).not_to_have_title("Streamlit")
    expect(page.locator("h1, h2").first).to_be_visible()


def test_a_link_to_another_page_works_first_after_a_restart(fresh_headroom: served.Served, page: Page) -> None:
    # Given a server that has just been started, when its first visitor follows a link to another page than the first
    page.goto(f"{fresh_headroom.url}/posts")
    settled(page)
    # Then that page opens, with the menu to the others beside it
    assert page.url.split("?")[0] == f"{fresh_headroom.url}/posts"
    expect(page.get_by_role("slider").first).to_be_visible()
    expect(page.get_by_role("link").first).to_be_visible()


def test_the_bars_follow_the_slider(headroom: served.Served, page: Page) -> None:
    # Given the bars by team for the number of posts first asked
    page.goto(f"{headroom.url}/posts")
    settled(page)
    bars = page.locator(".st-key-posts_by_team [data-testid=stPlotlyChart]")
    before = bars.inner_html()
    # When the slider is moved by one with a key: only its part of the page runs again
    page.get_by_role("slider").first.press("ArrowRight")
    settled(page)
    # Then the bars are others
    assert bars.inner_html() != before


def test_the_largest_files_arrive_compressed(headroom: served.Served, page: Page) -> None:
    # When a page with charts is opened
    encodings: dict[str, str] = {}
    page.on("response", lambda answer: encodings.update({answer.url: answer.headers.get("content-encoding", "")}))
    page.goto(headroom.url)
    settled(page)
    # Then every script came as gzip
    scripts = {url: encoding for url, encoding in encodings.items() if url.endswith(".js")}
    assert scripts
    assert set(scripts.values()) == {"gzip"}


def test_the_page_is_kept_to_itself(headroom: served.Served) -> None:
    # When the page is asked for
    with urllib.request.urlopen(headroom.url) as answer:
        headers = answer.headers
    # Then its headers say what it may load and that nobody may frame it
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
    assert "unsafe-eval'" not in headers["Content-Security-Policy"].replace("'wasm-unsafe-eval'", "")
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Referrer-Policy"] == "no-referrer"


@pytest.mark.parametrize("path", ["/_stcore/metrics", "/_stcore/agent/openapi.json", "/_stcore/agent/mcp"])
def test_what_the_browser_does_not_need_is_closed(headroom: served.Served, path: str) -> None:
    with pytest.raises(HTTPError) as refused:
        urllib.request.urlopen(headroom.url + path)
    assert refused.value.code == 404
