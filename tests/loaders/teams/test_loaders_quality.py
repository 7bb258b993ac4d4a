"""Figures of a file that can be but hardly are: a warning with the cell, and never an error."""

from __future__ import annotations

import pytest
from every_row import every_row
from loading import HEADINGS, codes, load_rows, load_sheets, load_text, problem

from loaders.told import as_json

JANUARY = [["Ash", 5.5, 150, 0], ["Elm", 6, 180, 3]]


def two_months(*february: list[object], notes: list[list[object]] | None = None):
    sheets = {"Jan 2013": [HEADINGS, *JANUARY], "Feb 2013": [HEADINGS, *february]}
    return load_sheets(sheets | ({"Month notes": [["Month", "Mark", "Note"], *notes]} if notes else {}))


@pytest.mark.unit
@every_row(
    ("february", "code", "cell", "found"),
    [
        ([["Ash", 55, 151, 0], ["Elm", 6, 181, 3]], "figure_tenfold", "B2", "55"),
        ([["Ash", 5.5, 151, 0], ["Elm", 2.5, 181, 3]], "figure_jumps", "B3", "2.5"),
        ([["Ash", 5.5, 151, 0], ["Elm", 0, 181, 3]], "fte_gone", "B3", "0"),
        ([["Ash", 5.5, 151, 0]], "team_gone", None, ""),
        (JANUARY, "month_copied", None, ""),
    ],
)
def test_the_sheet_and_the_cell_are_named(february, code: str, cell: str | None, found: str) -> None:
    # Given a second month that hardly can be
    loaded = two_months(*february)
    # Then the file loads, and the one warning names the place
    assert not loaded.stopped
    assert codes(loaded) == [code]
    told = problem(loaded, code)
    assert (told.sheet, told.cell, told.found) == ("Feb 2013", cell, found)
    assert told.message.endswith(told.to_do)


@pytest.mark.unit
def test_two_teams_alike_are_told_at_the_second_ones_last_cell() -> None:
    alike = [HEADINGS, ["Ash", 5.5, 150, 0], ["Elm", 5.5, 150, 3]]
    later = [HEADINGS, ["Ash", 5.0, 149, 0], ["Elm", 5.0, 149, 3]]
    told = problem(load_sheets({"Jan 2013": alike, "Feb 2013": later}), "same_teams")
    assert (told.sheet, told.cell) == ("Feb 2013", "C3")


@pytest.mark.unit
def test_a_month_left_out_between_two_is_told() -> None:
    later = [["Ash", 5.5, 151, 0], ["Elm", 6, 181, 3]]
    told = problem(load_sheets({"Jan 2013": [HEADINGS, *JANUARY], "Mar 2013": [HEADINGS, *later]}), "month_missing")
    assert told.message.startswith(
        "There are figures for January 2013 and March 2013, but none for February 2013. Check "
    )


@pytest.mark.unit
def test_a_table_laid_flat_is_told_by_its_true_cells() -> None:
    # Given months side by side, with a slip in the second one
    loaded = load_rows(
        ["FTE in post"],
        ["Team", "Jan 2013", "Feb 2013"],
        ["Ash", 5.5, 5.5],
        ["Elm", 6, 6],
        [],
        ["Children allocated"],
        ["Team", "Jan 2013", "Feb 2013"],
        ["Ash", 150, 1510],
        ["Elm", 180, 181],
        sheet="Sheet1",
    )
    assert problem(loaded, "figure_tenfold").cell == "C8"


@pytest.mark.functional
def test_a_month_marked_as_a_restructure_is_taken_as_it_is() -> None:
    february = [["Ash", 12, 330, 0]]
    assert codes(two_months(*february)) == ["figure_jumps", "figure_jumps", "team_gone"]
    assert codes(two_months(*february, notes=[["Feb 2013", "restructure", "Elm became part of Ash"]])) == []


@pytest.mark.functional
def test_it_is_among_the_problems_for_another_program() -> None:
    text = "Month,Team,FTE in post,Children allocated\nJan-2013,Ash,5.5,150\nFeb-2013,Ash,55,151\n"
    (told,) = [p for p in as_json(load_text(text))["problems"] if p["severity"] == "warning"]
    assert told == {
        "severity": "warning",
        "code": "figure_tenfold",
        "message": "“Ash” has 55 FTE in February 2013, about ten times the 5.5 in January 2013. "
        "Check for a digit too many or too few, or a point in the wrong place, before keeping the month.",
        "sheet": "feb-2013",
        "cell": "C3",
        "found": "55",
        "expected": "",
        "month": "",
        "to_do": "Check for a digit too many or too few, or a point in the wrong place, before keeping the month.",
    }


@pytest.mark.unit
def test_a_file_that_is_refused_is_not_judged() -> None:
    loaded = two_months(["Ash", 5.5, -4, 0], ["Elm", 60, 181, 3])
    assert codes(loaded) == ["negative"]


@pytest.mark.unit
def test_a_whole_column_gone_wrong_is_not_told_cell_by_cell() -> None:
    # Given a file of forty teams
    months = (("Jan-13", 1), ("Feb-13", 10))
    rows = [[month, f"Team {n}", 5.5 * size, 100 + n] for month, size in months for n in range(40)]
    # When its figures are ten times off from one month on
    loaded = load_rows(["Month", "Team", "FTE in post", "Children allocated"], *rows, sheet="Data")
    # Then the first are named with their cells, and how many more there are
    named = [one.cell for one in loaded.problems if one.code == "figure_tenfold"]
    assert named == [f"C{row}" for row in range(42, 62)]
    assert problem(loaded, "more_to_check").message.startswith("20 more figures or teams like these")
