"""Months as people type them round a table and in its cells: in two lines, with two digits, with words around them."""

from __future__ import annotations

import datetime as dt

import pytest
from loading import HEADINGS, TWO, Rows, codes, load_rows, load_sheets, problem, values

from loaders.dates.monthlines import of_lines
from loaders.dates.periods import month_in

pytestmark = pytest.mark.unit

OCTOBER = dt.date(2024, 10, 1)
LAST = dt.date(2024, 10, 31)
CELLS = {
    "M/E 31/10/24": LAST,
    "m/e Oct 24": None,
    "Wk ending 31/10/2024": LAST,
    "Oct-24 (prov.)": None,
    "31102024": LAST,
    31102024.0: LAST,
    "20241031": LAST,
    "1 Oct 2024 - 31 Oct 2024": None,
    "01/10/2024 to 31/10/2024": None,
}


def of(*rows: Rows) -> set[dt.date]:
    return {month for (month,) in values(load_rows(*rows, HEADINGS, *TWO, sheet="Sheet1"), "month")}


def test_a_month_is_known_with_words_around_it_and_in_eight_digits() -> None:
    found = {cell: month_in(cell) for cell in CELLS}
    assert {cell: when and (when.month, when.day) for cell, when in found.items()} == {
        cell: (OCTOBER, day) for cell, day in CELLS.items()
    }


@pytest.mark.parametrize("cell", ["1 Oct 2024 - 30 Nov 2024", "99102024", "Oct to 24", 31132024.0])
def test_what_is_of_two_months_or_no_day_is_no_month(cell: str | float) -> None:
    assert month_in(cell) is None


@pytest.mark.parametrize(
    "rows",
    [
        [["Month: Oct"], ["Year: 2024"]],
        [["Financial year 2024/25"], ["Reporting month - October"]],
        [["Month", "Oct"], ["Year", 2024]],
        [["Month", 10], ["Year", 2024]],
        [["Period: P7"], ["FY: 2024/25"]],
    ],
)
def test_a_month_and_its_year_in_two_lines_are_one_month(rows: Rows) -> None:
    assert of(*rows) == {OCTOBER}


@pytest.mark.parametrize(
    "lines", [["Month: Oct"], ["Month: 1", "Year: 2024/25"], ["Month: Oct", "Year: 2024", "Year: 2023"]]
)
def test_a_month_whose_year_is_not_plain_is_none(lines: list[str]) -> None:
    assert of_lines(lines) is None


def test_a_year_of_two_digits_in_a_title_is_read_with_a_warning_and_only_for_want_of_better() -> None:
    loaded = load_rows(["Team caseloads Oct 24"], HEADINGS, *TWO, sheet="Sheet1")
    assert set(values(loaded, "month")) == {(OCTOBER,)}
    assert "October 2024" in problem(loaded, "title_short_year").message
    assert [one.month for one in loaded.months] == ["2024-10"]
    loaded = load_rows(["Team caseloads Nov 24"], ["October 2024"], HEADINGS, *TWO, sheet="Sheet1")
    assert (set(values(loaded, "month")), codes(loaded)) == ({(OCTOBER,)}, [])
    assert of(["Next meeting Oct 24"]) == set()


@pytest.mark.parametrize("line", ["Reporting month: September", "Data for September"])
def test_a_month_without_its_year_keeps_the_day_of_printing_from_being_it(line: str) -> None:
    loaded = load_rows([line], ["Produced: 15/10/2024"], HEADINGS, *TWO, sheet="Sheet1")
    assert f"“{line}” names a month without its year" in problem(loaded, "no_month").message


def test_the_filters_below_a_table_say_its_month_and_are_no_team() -> None:
    below = "Applied filters:\nMonth is October 2024\nService is Fieldwork"
    loaded = load_rows(HEADINGS, *TWO, [], [below], sheet="Sheet1")
    assert values(loaded, "month", "team") == [(OCTOBER, "Ash"), (OCTOBER, "Elm")]


@pytest.mark.parametrize(
    ("heads", "cells", "month"),
    [
        (["FY", "Period"], ["2024/25", 7], OCTOBER),
        (["FY", "Period"], ["2024/25", 10], dt.date(2025, 1, 1)),
        (["Year", "Month"], ["2024-25", "10 - January"], dt.date(2025, 1, 1)),
    ],
)
def test_a_numbered_month_beside_its_financial_year_is_read(heads: list[str], cells: Rows, month: dt.date) -> None:
    loaded = load_sheets({"All": [[*heads, *HEADINGS], *([*cells, *row] for row in TWO)]})
    assert set(values(loaded, "month")) == {(month,)}
    assert codes(loaded) == []


def test_a_number_below_month_is_no_period_of_a_financial_year() -> None:
    loaded = load_sheets({"All": [["FY", "Month", *HEADINGS], ["2024/25", 7, *TWO[0]]]})
    assert "unreadable_month" in codes(loaded)


def test_the_month_that_only_a_cover_names_is_proposed_and_not_taken() -> None:
    loaded = load_sheets({"Front": [["Caseload report"], ["October 2024"]], "Figures": [HEADINGS, *TWO]})
    assert [(one.sheet, one.month, one.must) for one in loaded.months] == [("Figures", "2024-10", True)]
    assert loaded.stopped
