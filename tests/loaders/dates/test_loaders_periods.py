"""Quarters and numbered periods of a financial year, in cells, names and lines."""

from __future__ import annotations

import datetime as dt

import pytest
from every_row import every_row
from loading import HEADINGS, TWO, codes, load_rows, load_sheets, problem, values

from loaders.dates.months import When
from loaders.dates.periods import bare_period, in_line, month_in

pytestmark = pytest.mark.unit

FEBRUARY, MARCH = dt.date(2024, 2, 1), dt.date(2024, 3, 1)


@every_row(
    ("typed", "month"),
    [
        ("P11 2023/24", FEBRUARY),
        ("2023-24 M11", FEBRUARY),
        ("Period 11 23/24", FEBRUARY),
        ("FY 2023/24 P11", FEBRUARY),
        ("P1 2024/25", dt.date(2024, 4, 1)),
        ("Q4 2023/24", MARCH),
        ("2023/24 Quarter 4", MARCH),
        ("Q4 (Jan-Mar) 2023/24", MARCH),
        ("Jan to Mar 2024", MARCH),
        ("Q3 2023/24", dt.date(2023, 12, 1)),
        ("Feb-24 (P11)", FEBRUARY),
        ("P11 - Feb 24", FEBRUARY),
        ("Feb 2024 (provisional)", FEBRUARY),
    ],
)
def test_a_period_with_its_financial_year_is_a_month(typed: str, month: dt.date) -> None:
    # Given a quarter or a period as it is typed
    # When it is read as a month
    # Then it is the quarter's last month, or the period counted from April
    assert month_in(typed) == When(month)


@every_row(
    ("typed", "day"),
    [
        ("20240229", 29),
        (20240229.0, 29),
        ("w/c 26/02/2024", 26),
        ("Week ending 23 February 2024", 23),
        ("Quarter ending 29 Feb 2024", 29),
        ("2024-02-29T00:00:00+00:00", 29),
        ("20240229T000000", 29),
    ],
)
def test_a_day_is_known_behind_its_words_and_without_its_signs(typed: object, day: int) -> None:
    assert month_in(typed) == When.of(dt.date(2024, 2, day))  # type: ignore[arg-type]


@every_row(
    "typed", ["Q4", "Q4 2024", "P2 2024", "M11", "P13 2023/24", "Q1 2023/25", "Feb/Mar 2024", "24-Feb", "2023/24"]
)  # fmt: skip
def test_what_leaves_the_month_open_is_none(typed: str) -> None:
    assert month_in(typed) is None


def test_a_line_names_one_period_or_none() -> None:
    assert in_line("Caseloads_Q3_2023-24") == When(dt.date(2023, 12, 1))
    assert in_line("Team caseloads, quarter 3 of 2023/24") == When(dt.date(2023, 12, 1))
    for line in ("Q1 to Q3 2023/24", "Q1-3 2023/24", "M1-6 2023/24", "Q3 2023/24 against 2022/23", "Q3 2023"):
        assert in_line(line) is None
    assert (bare_period("Quarter 3"), bare_period("P11"), bare_period("Q3 2023/24")) == (12, 2, None)


@every_row(
    ("typed", "code"),
    [
        ("Q3", "month_without_year"),
        ("Month 11", "month_without_year"),
        ("Feb", "month_without_year"),
        ("Q3 2023", "year_of_period_unclear"),
        ("M2 2024", "year_of_period_unclear"),
        ("24-Feb", "day_or_year"),
        ("02/24", "day_or_year"),
        ("02/28/2024", "month_before_day"),
    ],
)
def test_what_lacks_or_can_be_two_things_is_said(typed: str, code: str) -> None:
    loaded = load_rows(["Month", *HEADINGS], [typed, *TWO[0]], sheet="All")
    assert codes(loaded, "error") == [code]
    assert problem(loaded, code).cell == "A2"


def test_quarters_in_a_column_are_their_last_months_and_it_is_said() -> None:
    # Given a column of quarters, with a column of financial years and without
    beside = load_rows(["Financial year", "Quarter", *HEADINGS], ["2023/24", "Q3", *TWO[0]], ["2023/24", "Q4", *TWO[0]])
    loaded = load_sheets(
        {"All": [["Quarter", *HEADINGS], ["Q3 2023/24", *TWO[0]], ["Q4 2023/24", *TWO[0]]]}, "caseloads.xlsx"
    )
    # When they are read
    # Then each is its last month, which a note says; where the sheet's name says the month, that counts
    assert values(loaded, "month") == [(dt.date(2023, 12, 1),), (MARCH,)]
    assert "“Q3 2023/24” is December 2023" in problem(loaded, "period_as_month").message
    assert codes(beside, "error") == ["team_twice"]
    named = load_sheets({"All": [["Financial year", "Quarter", *HEADINGS], ["2023/24", "Q3", *TWO[0]]]})
    assert values(named, "month") == [(dt.date(2023, 12, 1),)]


def test_a_column_of_quarters_beside_the_months_is_left_aside() -> None:
    loaded = load_rows(["Quarter", "Month", *HEADINGS], ["Q4", "Feb-2024", *TWO[0]], ["Q4", "Mar-2024", *TWO[0]])
    assert values(loaded, "month") == [(FEBRUARY,), (MARCH,)]
    assert codes(loaded, "error") == []


def test_a_quarter_in_a_sheets_name_or_a_title_is_noted() -> None:
    for sheets in ({"Q3 2023-24": [HEADINGS, *TWO]}, {"All": [["Caseloads, quarter 3 2023/24"], HEADINGS, *TWO]}):
        loaded = load_sheets(sheets)
        assert {month for (month,) in values(loaded, "month")} == {dt.date(2023, 12, 1)}
        assert "December 2023" in problem(loaded, "month_from_period").message
    named = load_sheets({"Q3": [["Caseloads 2023/24"], HEADINGS, *TWO]})
    assert {month for (month,) in values(named, "month")} == {dt.date(2023, 12, 1)}
    without = problem(load_sheets({"Q3": [HEADINGS, *TWO]}), "no_month")
    assert "“Q3”, names a part of a year without its year" in without.message


def test_a_number_of_days_typed_as_text_is_its_day_and_said() -> None:
    loaded = load_rows(["Month", *HEADINGS], ["45351", *TWO[0]], sheet="All")
    assert values(loaded, "as_at") == [(dt.date(2024, 2, 29),)]
    assert problem(loaded, "day_as_number").cell == "A2"


def test_a_week_that_ends_in_another_month_is_a_warning() -> None:
    loaded = load_rows(["Week", *HEADINGS], ["x", *TWO[0]], sheet="All")
    assert "no_month" in codes(loaded)
    for typed, expected in (("w/c 26/02/2024", ["week_of_two_months"]), ("w/c 12/02/2024", [])):
        loaded = load_rows(["Date", *HEADINGS], [typed, *TWO[0]], sheet="All")
        assert values(loaded, "month") == [(FEBRUARY,)]
        assert codes(loaded) == expected


@every_row(
    "title",
    [
        "Next report: Q2 2023/24",
        "Target for Q4 2023/24",
        "Forecast P6 2023/24",
        "Priority P1 actions 2023/24",
        "Period 3 of 12, 2023/24",
    ],
)
def test_a_period_of_something_else_is_not_that_of_the_figures(title: str) -> None:
    assert codes(load_sheets({"All": [[title], HEADINGS, *TWO]}), "error") == ["no_month"]


def test_a_sheet_called_by_another_month_than_its_figures_is_a_warning() -> None:
    titled = load_sheets({"Jun": [["Statistics for the year ended 31 March 2023"], HEADINGS, *TWO]})
    assert "“Jun”" in problem(titled, "month_not_of_sheet_name").message
    assert "month_not_of_sheet_name" not in codes(load_sheets({"Mar": [["At 31 March 2023"], HEADINGS, *TWO]}))


def test_months_that_the_spreadsheet_took_for_days_are_a_warning() -> None:
    # Given "Apr-23" and "May-23" as Excel keeps them if they are typed in 2026, and months counted on one day
    taken = [[dt.date(2026, month, 23), *TWO[0]] for month in (4, 5)]
    counted = [[dt.date(2023, month, 28), *TWO[0]] for month in (4, 5)]
    # When they are read, then only the first are a warning, with what may have been typed
    assert "“Apr-23”" in problem(load_sheets({"All": [["Month", *HEADINGS], *taken]}), "years_as_days").message
    assert "years_as_days" not in codes(load_sheets({"All": [["Month", *HEADINGS], *counted]}))
