"""Files that hold something else are told for what they are, and what to upload instead."""

from __future__ import annotations

import pytest
from loading import HEADINGS, TWO, codes, load_rows, load_sheets, load_text, problem

pytestmark = pytest.mark.unit

DFE = "time_period,time_identifier,geographic_level,country_name,la_name"


def test_other_published_statistics_are_known() -> None:
    assert codes(load_text(f"{DFE},At31_episodes\n2025,Year,National,England,,402400\n")) == ["dfe_statistics"]


def test_a_list_of_children_is_known_by_its_columns() -> None:
    loaded = load_rows(["Child Unique ID", "Gender", "Ethnicity"], [123, "F", "WBRI"], sheet="List 6")
    found = problem(loaded, "child_level")
    assert (found.sheet, found.cell) == ("List 6", "A1")
    assert "Nothing of it is kept" in found.message


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ([["Month", "Team", "Measure", "A", "B"], ["Feb-13", "Ash", "FTE", 5.5, 7]], "row_per_measure"),
        ([["Team", "Jan-13", "Feb-13"], ["Ash", 100, 101]], "months_across"),
    ],
)
def test_layouts_that_are_not_read_are_named(rows: list[list[object]], code: str) -> None:
    assert codes(load_rows(*rows)) == [code]


def test_a_file_without_teams_says_what_was_looked_for_and_where() -> None:
    found = problem(load_rows(["Offices"], ["Office", "Desks"], ["High Street", 12]), "no_teams")
    assert "“Team”" in found.message
    assert "The row of “Feb 2013” with most words is row 2, 2 cells." in found.message


def test_nothing_of_a_list_without_headings_is_repeated() -> None:
    # Given people, a row each, and no headings, when it is refused, then no problem says a word of any row
    loaded = load_rows(*(["Zzmarker", "Qqplanted", f"{day:02}/03/2010", "Ash"] for day in range(1, 9)))
    assert "no_teams" in codes(loaded)
    assert not [problem for problem in loaded.problems if "Zzmarker" in str(problem) or "Qqplanted" in str(problem)]


def test_a_blank_workbook_says_that_it_is() -> None:
    assert codes(load_sheets({"Sheet1": [], "Sheet2": []})) == ["empty_book"]
    assert "No headings were found" in problem(load_sheets({"Sheet1": [[1, 2]]}), "no_teams").message


def test_sheets_with_nothing_of_ours_are_passed_over_in_one_note() -> None:
    loaded = load_sheets({"Feb 2013": [HEADINGS, *TWO], "Chart data": [["x", 1]], "Costs": [["Post", "Pounds"]]})
    assert "“Chart data”, “Costs”" in problem(loaded, "sheets_passed_over").message


def test_free_text_and_blank_sheets_are_passed_over_in_silence() -> None:
    loaded = load_sheets({"Notes": [["Do not amend"]], "Feb 2013": [HEADINGS, *TWO], "Sheet3": [], "Lists": [["Yes"]]})
    assert codes(loaded, "error", "warning", "note") == ["fte_basis"]


def test_a_sheet_called_activity_without_quarters_is_passed_over_with_a_note() -> None:
    loaded = load_sheets({"Feb 2013": [HEADINGS, *TWO], "Activity 2012-13": [["Measure", "So far"], ["Contacts", 1]]})
    assert problem(loaded, "activity_sheet").severity == "note"
    assert "sheets_passed_over" not in codes(loaded, "note")


def test_a_template_that_is_not_filled_in_says_what_to_do() -> None:
    loaded = load_rows(HEADINGS, sheet="Team caseload")
    assert codes(loaded, "error", "warning", "note") == ["no_teams_yet"]
