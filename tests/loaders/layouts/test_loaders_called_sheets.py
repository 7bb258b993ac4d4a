"""Sheets called by what their tables lack, a measure or a team; and months without a year, which a person says."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from every_row import every_row
from loading import Rows, codes, load_sheets, problem, values

from loaders import Loaded, SheetMonth

pytestmark = pytest.mark.unit

MONTHS = ["Sep-24", "Oct-24"]
BARE = ["Dec", "Jan"]
FTE = {"Ash": [5.5, 6.0], "Children in Care": [4.5, 4.0]}
CHILDREN = {"Ash": [100, 104], "Children in Care": [80, 77]}
READ = [
    ("2024-09", "Ash", 5.5, 100),
    ("2024-09", "Children in Care", 4.5, 80),
    ("2024-10", "Ash", 6.0, 104),
    ("2024-10", "Children in Care", 4.0, 77),
]


def across(figures: Mapping[str, list[float]], *titles: str, corner: str = "Team", months: list[str] = MONTHS) -> Rows:
    return [*([title] for title in titles), [corner, *months], *([team, *told] for team, told in figures.items())]


def down(team: str, *headings: str, months: list[str] = MONTHS) -> list[list[object]]:
    table = zip(months, FTE[team], CHILDREN[team], strict=True)
    return [list(headings or ("Month", "SW FTE", "Allocated")), *map(list, table)]


def turned(team: str) -> Rows:
    return [["Measure", *MONTHS], ["FTE", *FTE[team]], ["Children allocated", *CHILDREN[team]]]


def read(loaded: Loaded) -> list[tuple[str, str, float, int]]:
    told = values(loaded, "month", "team", "fte", "allocated")
    return sorted((month.isoformat()[:7], *rest) for month, *rest in told)


@every_row(
    "sheets",
    [
        {"FTE": across(FTE), "Allocated": across(CHILDREN)},
        {"1. WTE in post": across(FTE, corner=""), "Allocated children by team": across(CHILDREN, corner="")},
        {
            "Cover": [["Caseload report"]],
            "SW FTE": across(FTE, "Anyshire", "Children’s services", "Draft"),
            "Allocated": across(CHILDREN, "Anyshire", "Children’s services", "Draft"),
            "CIN": across(CHILDREN),
        },
        {team: down(team) for team in FTE},
        {f"{team}": [[f"{team} caseloads"], [], *down(team, "As at", "WTE", "Cases allocated")] for team in FTE},
        {team: [*down(team, "", "FTE", "Allocated"), ["Average", 5.0, 90], ["Source: case system"]] for team in FTE},
        {team: turned(team) for team in FTE},
        {"Sheet1": [["Ash"], *down("Ash")], "Sheet2": [["Children in Care"], *down("Children in Care")]},
        {
            "Summary": [["Month", "SW FTE", "Allocated"], ["Sep-24", 10.0, 180], ["Oct-24", 10.0, 181]],
            **{team: down(team) for team in FTE},
        },
    ],
)
def test_what_a_table_lacks_is_what_its_sheet_is_called(sheets: dict[str, Rows]) -> None:
    loaded = load_sheets(sheets)
    assert read(loaded) == READ
    assert {"measure_of_sheet", "team_of_sheet"} & {*codes(loaded, "note")}
    assert codes(loaded) == []


def test_a_figure_of_such_a_sheet_is_named_by_its_own_cell() -> None:
    wrong = {"Ash": [100, "lots"], "Children in Care": [80, 77]}
    assert problem(load_sheets({"FTE": across(FTE), "Allocated": across(wrong)}), "not_a_number").cell == "C2"
    loaded = load_sheets({"FTE": across(FTE, months=BARE), "Allocated": across(CHILDREN, months=BARE)})
    first = next(one for one in loaded.problems if one.code == "month_without_year")
    assert (first.cell, "cells of row 1," in first.message) == ("B1", True)
    assert "Cells B1 to C1" in loaded.read[0].columns
    sheets = {team: down(team) for team in FTE}
    sheets["Ash"][2][2] = "lots"
    found = problem(load_sheets(sheets), "not_a_number")
    assert (found.sheet, found.cell) == ("Ash", "C3")


def test_a_heading_that_leaves_it_open_is_asked_about_in_a_sheet_for_each_team() -> None:
    loaded = load_sheets({team: down(team, "Month", "FTE", "Open cases") for team in FTE})
    assert {(one.heading, one.cell) for one in loaded.columns if one.question} == {("Open cases", "C1")}


@every_row(
    ("sheets", "code"),
    [
        ({"CIN": down("Ash"), "CP": down("Ash")}, "figures_without_team"),
        ({"2023-24": down("Ash"), "2024-25": down("Ash")}, "figures_without_team"),
        ({"Data": down("Ash")}, "figures_without_team"),
        ({"Anna Smith": down("Ash"), "Ava": down("Ash")}, "no_teams"),
        ({"Staffing": across(FTE), "Demand": across(CHILDREN)}, "months_across"),
        ({"FTE": across(FTE), "Families": across(CHILDREN)}, "months_across"),
    ],
)
def test_sheets_called_otherwise_are_refused_with_what_was_found(sheets: dict[str, Rows], code: str) -> None:
    loaded = load_sheets(sheets)
    assert codes(loaded, "error") == [code]
    assert "Anna" not in str(loaded.problems)


@every_row(
    "sheets",
    [
        {"Data": [["FTE"], *across(FTE, months=BARE), [], ["Allocated"], *across(CHILDREN, months=BARE)]},
        {
            "Data": [
                ["Month", "Team", "FTE", "Allocated"],
                *([m, t, FTE[t][n], 9] for n, m in enumerate(BARE) for t in FTE),
            ]
        },
        {"FTE": across(FTE, months=BARE), "Allocated": across(CHILDREN, months=BARE)},
        {team: down(team, months=BARE) for team in FTE},
    ],
)
def test_months_without_a_year_are_asked_about_once_and_counted_back_from_the_answer(sheets: dict[str, Rows]) -> None:
    # Given months without a year, when the file is read
    loaded = load_sheets(sheets)
    # Then of one sheet it is asked which January the latest is
    first = next(iter(sheets))
    assert [(one.sheet, one.month, one.latest, one.must) for one in loaded.months] == [(first, "", 1, True)]
    # And the answer holds for all sheets with the same months
    loaded = load_sheets(sheets, months=[SheetMonth(first, "2025-01", latest=1)])
    assert {month.isoformat() for (month,) in values(loaded, "month")} == {"2024-12-01", "2025-01-01"}
    assert [(one.sheet, one.month, one.how) for one in loaded.months] == [(first, "2025-01", "decided")]
    assert codes(loaded, "error") == []


def test_an_answer_of_another_month_than_the_latest_counts_for_nothing() -> None:
    sheets = {"Data": [["FTE"], *across(FTE, months=BARE), [], ["Allocated"], *across(CHILDREN, months=BARE)]}
    loaded = load_sheets(sheets, months=[SheetMonth("Data", "2024-12", latest=1)])
    assert codes(loaded, "error") == ["month_without_year"]
    assert [one.how for one in loaded.months] == ["asked"]
