"""Files made to break a reader are uploaded one after another: a clear message for each, then a good file is read."""

from __future__ import annotations

import pytest
from hostile_files import GOOD, HOSTILE
from playwright.sync_api import Page, expect

from benchmarks import served
from benchmarks.chromium import settled

pytestmark = pytest.mark.functional

# Words of the message that each must get.
SAID = {
    "too_large": "far larger than a team caseload file",
    "unsafe": "no spreadsheet program builds one",
    "far_cells": "far beyond any table of teams",
    "password": "clear the password and save",
    "password_open_document": "clear “Save with password”",
    "damaged": "The workbook is damaged, or only part of it arrived",
    "other_kind": "The file is a picture (PNG), not a spreadsheet",
    "empty_book": "there is nothing on any of its sheets",
}


def test_hostile_files_get_a_clear_message_each_and_then_a_good_one_is_read(
    fresh_headroom: served.Served, page: Page
) -> None:
    # Given the Upload page
    page.goto(f"{fresh_headroom.url}/upload")
    settled(page)
    page.get_by_label("Name of your council or service").fill("Anytown")
    page.keyboard.press("Enter")
    settled(page)
    # When hostile files are uploaded one after another
    for name, (make, file_name, code) in HOSTILE.items():
        page.locator("input[type=file]").set_input_files({"name": file_name, "mimeType": "", "buffer": make()})
        # Then each gets its own message, what to do, and is not kept; its name is text
        expect(page.get_by_role("heading", name=file_name, exact=True), name).to_be_visible(timeout=30_000)
        settled(page, quiet_ms=400)
        [alert] = page.get_by_test_id("stAlert").all()
        assert SAID[code] in alert.inner_text(), name
        expect(page.get_by_text("Nothing of this file was kept")).to_be_visible()
        expect(page.get_by_role("button", name="Keep these months")).to_have_count(0)
    # And when a good file follows, it is read and kept as if nothing had been
    page.locator("input[type=file]").set_input_files({"name": "good.xlsx", "mimeType": "", "buffer": GOOD})
    expect(page.get_by_text("What was understood")).to_be_visible(timeout=30_000)
    settled(page, quiet_ms=400)
    expect(page.get_by_text("February 2013").first).to_be_visible()
    page.get_by_role("button", name="Keep these months").click()
    settled(page, quiet_ms=400)
    expect(page.get_by_text("Kept one month from").first).to_be_visible()
