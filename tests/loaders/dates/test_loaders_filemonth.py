"""A file called by one month, whose figures are read as those of another, is said."""

from __future__ import annotations

import pytest
from every_row import every_row
from loading import HEADINGS, TWO, codes, load_sheets, problem, values

pytestmark = pytest.mark.unit

TITLED = {"Teams": [["Team caseloads at 31 October 2026"], [], HEADINGS, *TWO]}


def test_a_title_of_another_month_than_the_files_name_is_said_with_its_cell() -> None:
    # Given a title of October in a file called November
    loaded = load_sheets(TITLED, "Caseloads Nov 2026.xlsx")
    # Then it is read as October, and a warning names both months, the cell and what to do
    found = problem(loaded, "month_not_of_file_name")
    assert (found.severity, found.sheet, found.cell, found.found) == ("warning", "Teams", "A1", "October 2026")
    assert "says November 2026, but the title says October 2026" in found.message
    assert "rename the file" in found.to_do
    assert {str(month) for (month,) in values(loaded, "month")} == {"2026-10-01"}


@pytest.mark.parametrize(
    ("sheets", "cell"),
    [
        ({"Oct 2026": [HEADINGS, *TWO]}, None),
        ({"All": [["Month", *HEADINGS], *(["Oct 2026", *row] for row in TWO)]}, "A2"),
    ],
)
def test_a_sheet_or_a_column_of_another_month_than_the_files_name_is_said(sheets: dict, cell: str | None) -> None:  # type: ignore[type-arg]
    assert problem(load_sheets(sheets, "Caseloads Nov 2026.xlsx"), "month_not_of_file_name").cell == cell


@every_row(
    "name",
    [
        "Caseloads as at 31 Oct - produced 04-11-2026.xlsx",
        "Caseloads 04-11-2026.xlsx",
        "Caseloads produced Nov 2026.xlsx",
        "Caseloads Oct 2026.xlsx",
        "Caseloads 2026-27.xlsx",
        "Caseloads Oct 2026 and Nov 2026.xlsx",
        "Caseloads.xlsx",
    ],
)
def test_a_files_name_with_a_day_or_no_other_month_is_ordinary(name: str) -> None:
    assert codes(load_sheets(TITLED, name)) == []


def test_a_file_of_several_months_may_be_called_by_the_month_it_was_sent_in() -> None:
    rows = [[month, *row] for month in ("Sep 2026", "Oct 2026") for row in TWO]
    assert codes(load_sheets({"All": [["Month", *HEADINGS], *rows]}, "Caseloads Nov 2026.xlsx")) == ["month_copied"]
