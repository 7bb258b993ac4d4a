"""A head of service's whole first hour: the example, a real month, the posts, a mistake, undoing it, a link."""

from __future__ import annotations

import io
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Page, expect

from benchmarks import served
from benchmarks.chromium import settled

pytestmark = pytest.mark.functional

HEADINGS = ("Team", "Case-holding FTE", "Children allocated", "Children awaiting allocation")
OCTOBER = (("Riverside", 6.0, 180, 2), ("Hillside", 5.5, 121, 0), ("Harbour & Quay", 7.0, 203, 4))
NOVEMBER = (("Riverside", 6.0, 186, 2), ("Hillside", 5.0, 128, 1), ("Harbour & Quay", 7.0, 210, 6))


def workbook(sheets: dict[str, tuple[tuple[object, ...], ...]]) -> bytes:
    """A workbook with a sheet a month: title, headings, a row a team, a total."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        sheet.append(["Caseload by team"])
        sheet.append([])
        for row in (HEADINGS, *rows):
            sheet.append(list(row))
        sheet.append(["Total", *(sum(float(str(row[i])) for row in rows) for i in (1, 2, 3))])
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def visit(page: Page, name: str) -> None:
    """Go to a page by the menu."""
    page.get_by_test_id("stTopNav").get_by_role("link", name=name).click()
    settled(page, quiet_ms=400)


def upload(page: Page, name: str, content: bytes) -> None:
    """Give the uploader a file and wait until it is read."""
    page.locator("input[type=file]").set_input_files({"name": name, "mimeType": "", "buffer": content})
    settled(page, quiet_ms=400)
    page.get_by_text(f"Reading {name}").wait_for(state="hidden")
    settled(page, quiet_ms=400)


def title(page: Page) -> str:
    """The page's finding."""
    return page.locator("h1").first.inner_text()


def test_a_head_of_service_spends_a_first_hour(fresh_headroom: served.Served, page: Page, tmp_path: Path) -> None:
    # Given a fresh start: the example opens, marked as one, with the finding of February 2013
    page.goto(fresh_headroom.url)
    settled(page, quiet_ms=400)
    assert title(page).startswith("Five of six teams are over 25")
    expect(page.get_by_text("Example data").first).to_be_visible()
    assert page.get_by_role("definition").first.inner_text() == "32.0"
    page.get_by_text("Service average", exact=True).click()
    expect(page.get_by_text("It leaves out children who wait.")).to_be_visible()

    # When six posts are asked for, they do not bring the service to 25; the button says how many do
    visit(page, "Added posts")
    assert title(page).startswith("Six posts bring the service to 27.8, not 25; five teams stay over")
    assert title(page).rstrip(".").endswith("76 wait")
    expect(page.get_by_text("£244,906").first).to_be_visible()
    page.get_by_role("button", name="12 service average of 25").click()
    settled(page, quiet_ms=400)
    assert title(page).startswith("Twelve posts bring the service to 24.6")
    assert "posts=12" in page.url

    # And the slider moves by key
    page.get_by_role("slider").first.focus()
    page.keyboard.press("ArrowRight")
    settled(page, quiet_ms=400)
    assert title(page).startswith("13 posts")

    # When the link is opened by somebody else, it shows the same
    link = page.url
    other = page.context.new_page()
    other.goto(link)
    settled(other)
    assert title(other) == title(page)
    other.close()

    # When a file with no teams is uploaded, it says so and nothing is kept
    visit(page, "Upload")
    page.get_by_label("Name of your council or service").fill("Anytown")
    page.keyboard.press("Enter")
    settled(page, quiet_ms=400)
    upload(page, "minutes.csv", b"Minutes of the meeting\nAll present\n")
    expect(page.get_by_text("Nothing of this file was kept")).to_be_visible()

    # When October is uploaded, it is read, shown and kept, and takes the example's place
    upload(page, "caseload.xlsx", workbook({"Oct 2025": OCTOBER}))
    expect(page.get_by_text("October 2025").first).to_be_visible()
    page.get_by_role("button", name="Keep these months").click()
    settled(page, quiet_ms=400)
    visit(page, "Overview")
    assert title(page) == "Two of three teams are over 25; Riverside carries 30.0 children per social worker."
    expect(page.get_by_text("Anytown").first).to_be_visible()
    expect(page.get_by_text("Example data")).to_have_count(0)

    # When November comes with October in it, October is known as the same and November as new
    visit(page, "Upload")
    upload(page, "caseload2.xlsx", workbook({"Oct 2025": OCTOBER, "Nov 2025": NOVEMBER}))
    expect(page.get_by_text("Kept already, with the same figures")).to_be_visible()
    page.get_by_role("button", name="Keep these months").click()
    settled(page, quiet_ms=400)
    visit(page, "Overview")
    expect(page.get_by_text("November 2025").first).to_be_visible()

    # When a wrong November is uploaded, the page shows what would change, who would go, and asks
    visit(page, "Upload")
    wrong = (("Riverside", 6.0, 1860, 2), *NOVEMBER[2:])
    upload(page, "wrong.xlsx", workbook({"Nov 2025": wrong}))
    page.get_by_text("Discard this file").click()
    settled(page, quiet_ms=400)
    wrong = (("Riverside", 6.0, 286, 2), *NOVEMBER[2:])
    upload(page, "wrong.xlsx", workbook({"Nov 2025": wrong}))
    expect(page.get_by_text("Not in the new file, so no longer in November 2025: Hillside")).to_be_visible()
    expect(page.get_by_role("button", name="Keep these months")).to_be_disabled()
    page.get_by_text("Replace November 2025 with the figures of this file").click()
    settled(page, quiet_ms=400)
    page.get_by_role("button", name="Keep these months").click()
    settled(page, quiet_ms=400)
    visit(page, "Overview")
    assert "Two teams, as at" in page.inner_text("body")

    # And undoing it brings the right November back
    visit(page, "Upload")
    page.get_by_role("button", name="Undo").first.click()
    settled(page, quiet_ms=400)
    assert "November 2025 would go back to the figures of" in page.inner_text("body")
    page.get_by_role("button", name="Undo this upload").click()
    settled(page, quiet_ms=400)
    visit(page, "Overview")
    assert "Three teams, as at" in page.inner_text("body")
    assert title(page) == "All three teams are over 25; Riverside carries 31.0 children per social worker."

    # And the answer to the question that was asked: how many posts, where, at what cost
    visit(page, "Added posts")
    page.get_by_role("button", name="5 every team at 25 or below").click()
    settled(page, quiet_ms=400)
    assert title(page) == "Five posts bring the service to 22.8; no team stays over; all waiting have places."
    page.locator(".st-key-posts_by_team_table").get_by_text("Table and download").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Download the data").click()
    text = Path(download.value.path()).read_text("utf-8-sig")
    assert text.splitlines()[0].startswith("Team,Added posts")
    assert "Riverside" in text


def test_what_is_kept_is_there_after_a_restart(tmp_path: Path, open_page) -> None:
    # Given a month kept on a server that is then stopped
    with served.headroom(tmp_path / "headroom.db") as first:
        page = open_page()
        page.goto(f"{first.url}/upload")
        settled(page)
        page.get_by_label("Name of your council or service").fill("Anytown")
        page.keyboard.press("Enter")
        settled(page)
        upload(page, "caseload.xlsx", workbook({"Oct 2025": OCTOBER}))
        page.get_by_role("button", name="Keep these months").click()
        settled(page, quiet_ms=400)
        page.context.close()
    # When it is started again
    with served.headroom(tmp_path / "headroom.db") as again:
        page = open_page()
        page.goto(again.url)
        settled(page)
        # Then the month is there and the example is not
        expect(page.get_by_text("Anytown").first).to_be_visible()
        assert "Three teams, as at" in page.inner_text("body")
        page.context.close()
