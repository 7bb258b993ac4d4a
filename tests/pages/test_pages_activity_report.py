"""The quarterly activity report on the Upload page: what was understood, what is kept, what can be undone."""

from __future__ import annotations

from io import BytesIO

import pytest
from openpyxl import Workbook
from screen import TWO_TEAMS, Screen

from ui import cached

pytestmark = pytest.mark.functional

CAF = "Contacts with an active CAF"


def report(printed: str = "5.0%", contacts: int = 6859) -> bytes:
    """The report of 2012/13: contacts, and those with an active CAF with the percentage as it is printed."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Activity 2012-13"
    sheet.append(["Block", "Measure", "Part", "Previous year", "2012/13", "Q1", "Q2", "Source"])
    sheet.append(["Inputs", "Contacts", "Number", 6091, contacts, None, None, "Referral Workflow"])
    sheet.append(["Inputs", CAF, "Numerator", None, 181])
    sheet.append(["Inputs", CAF, "Denominator", None, 6859])
    sheet.append(["Inputs", CAF, "%", None, printed])
    sheet.append(["Outputs", "Step-down to a CAF", "Number"])
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def test_the_page_says_what_was_understood_and_what_is_wrong(kept):
    # Given a council with a month, and the report with its printed 5.0%
    kept(TWO_TEAMS)
    screen = Screen("upload").upload(report(), "q4.xlsx")
    # Then the year, the blocks and the periods are said
    assert "Activity report 2012/13: three measures in Inputs and Outputs, one of them without a figure" in screen.text
    assert screen.table("Blocks of the activity report").to_numpy().tolist() == [
        ["Inputs", "2", "2", "1"],
        ["Outputs", "1", "0", "0"],
    ]
    # And the wrong percentage with its cell, both numbers and what to check
    said = "Activity 2012-13, cell E5.** “Contacts with an active CAF” is printed as 5%, but 181 of 6,859 give 2.64%."
    assert said in screen.text
    row = screen.table("Every figure of the activity report").iloc[-1].tolist()
    assert row == ["Inputs", CAF, "Year 2012/13", "%", "181", "6,859", "5", "2.64", "–", "E5"]


def test_it_is_kept_shown_among_the_uploads_and_undone_with_its_upload(store, kept):
    kept(TWO_TEAMS)
    screen = Screen("upload").upload(report(), "q4.xlsx")
    assert "**New:** activity report 2012/13." in screen.text
    screen.press("keep")
    # Then it is there beside the month, which is as it was
    assert "q4.xlsx**: activity report 2012/13. Kept" in screen.text
    assert len(store.years("Anytown")["activity"]) == 6
    assert len(store.tables("Anytown")["team_caseload"]) == 2
    # When its upload is undone, then it is gone and the month is not
    screen.press("undo_2").press("confirm")
    assert store.years("Anytown")["activity"].empty
    assert len(store.tables("Anytown")["team_caseload"]) == 2


def test_a_report_that_is_kept_already_is_replaced_only_when_somebody_agrees(store, kept):
    kept(TWO_TEAMS)
    kept(report("2.6%"), "q4.xlsx")
    screen = Screen("upload").upload(report("2.6%", contacts=6860), "again.xlsx")
    assert "**Kept already, and replaced by this file:** activity report 2012/13." in screen.text
    assert screen.widget("keep").disabled
    (agree,) = [box for box in screen.at.checkbox if (box.key or "").startswith("agree_")]
    assert agree.label == "Replace activity report 2012/13 with the figures of this file"
    screen.set(agree.key, True).press("keep")
    frame = store.years("Anytown")["activity"]
    assert 6860 in frame["printed"].tolist()
    assert 6859 not in frame["printed"].tolist()


def test_the_example_says_what_its_own_report_holds(kept):
    kept(TWO_TEAMS)
    content = cached.EXAMPLE_FILE.read_bytes()
    screen = Screen("upload").upload(content, "example.xlsx")
    assert "Activity report 2012/13: 32 measures in Inputs, Processes and Outputs" in screen.text
