"""Whose figures are shown stands in the address from the first page to the last."""

from __future__ import annotations

from io import BytesIO
from urllib.parse import parse_qs, urlsplit

import pytest
from openpyxl import Workbook
from playwright.sync_api import Page

from benchmarks import served
from benchmarks.chromium import settled

pytestmark = pytest.mark.functional

MONTH = (
    ("Month", "Team", "FTE", "Allocated"),
    ("November 2024", "Riverside", 5, 120),
    ("November 2024", "Hill", 6, 150),
)


def _council(page: Page) -> list[str]:
    return parse_qs(urlsplit(page.url).query).get("data", [])


def test_the_council_stays_in_the_address_after_its_first_upload(fresh_headroom: served.Served, page: Page) -> None:
    # Given somebody who looks at the example, and keeps the first month of their own council
    book, content = Workbook(), BytesIO()
    for row in MONTH:
        book.active.append(row)
    book.save(content)
    page.goto(fresh_headroom.url)
    settled(page)
    page.get_by_test_id("stTopNav").get_by_role("link", name="Upload").click()
    settled(page)
    page.locator("input[type=file]").set_input_files(
        {"name": "caseload.xlsx", "mimeType": "application/octet-stream", "buffer": content.getvalue()}
    )
    council = page.get_by_label("Name of your council or service")
    council.fill("Anytown")
    council.press("Enter")
    settled(page)
    page.get_by_role("button", name="Keep").first.click()
    settled(page)
    # When they go from page to page, then each address says whose figures these are
    for title in ("Overview", "Caseloads", "Methods"):
        page.get_by_test_id("stTopNav").get_by_role("link", name=title).click()
        settled(page)
        assert _council(page) == ["Anytown"], title
