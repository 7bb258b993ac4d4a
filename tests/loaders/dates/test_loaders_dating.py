"""The month comes from what stands nearest to the figures; disagreements are told."""

from __future__ import annotations

import datetime as dt

import pytest
from every_row import every_row
from loading import HEADINGS, TWO, codes, load_rows, load_sheets, load_text, problem, values

pytestmark = pytest.mark.unit

FEBRUARY, MARCH = dt.date(2013, 2, 1), dt.date(2013, 3, 1)
MONTH_HEADINGS = ["Month", *HEADINGS]


def months(loaded):
    return sorted({month for (month,) in values(loaded, "month")})


@every_row("sheet", ["Feb 2013", "February 2013", "2013-02", "Feb-13", "28.02.2013"])
def test_the_sheets_name_gives_the_month(sheet: str) -> None:
    assert months(load_rows(HEADINGS, *TWO, sheet=sheet)) == [FEBRUARY]


def test_a_title_gives_the_month_and_the_day() -> None:
    loaded = load_rows(["Fieldwork"], ["Position as at 20 February 2013"], [], HEADINGS, *TWO, sheet="Sheet1")
    assert set(values(loaded, "month", "as_at")) == {(FEBRUARY, dt.date(2013, 2, 20))}


def test_the_sheets_name_gives_the_month_and_the_title_its_day() -> None:
    loaded = load_rows(["Position as at 20 February 2013"], HEADINGS, *TWO)
    assert set(values(loaded, "as_at")) == {(dt.date(2013, 2, 20),)}


@pytest.mark.parametrize("name", ["caseloads Feb 2013.xlsx", "caseloads 2013-02-28.xlsx"])
def test_the_files_name_gives_the_month_but_not_the_day_and_is_noted(name: str) -> None:
    # A day in a file's name may be the day on which it was saved
    loaded = load_sheets({"Sheet1": [HEADINGS, *TWO]}, name)
    assert set(values(loaded, "month", "as_at")) == {(FEBRUARY, None)}
    assert "month_from_file_name" in codes(loaded, "note")


def test_a_text_file_has_the_month_of_its_name() -> None:
    loaded = load_text("Team,FTE,Allocated\nAsh,5.5,100\n", "Feb 2013.csv")
    assert months(loaded) == [FEBRUARY]


def test_without_a_month_anywhere_the_person_is_told_where_to_type_it() -> None:
    found = problem(load_rows(HEADINGS, *TWO, sheet="Sheet1"), "no_month")
    assert found.sheet == "Sheet1"
    assert "column headed Month" in found.message


def test_a_sheet_named_after_a_month_without_its_year_says_so() -> None:
    assert "names a month without its year" in problem(load_rows(HEADINGS, *TWO, sheet="Feb"), "no_month").message


def test_a_column_wins_over_the_sheets_name_with_a_warning() -> None:
    loaded = load_rows(MONTH_HEADINGS, ["Mar-13", *TWO[0]], ["Mar-13", *TWO[1]])
    assert months(loaded) == [MARCH]
    assert "February 2013" in problem(loaded, "months_disagree").message


def test_the_sheets_name_wins_over_a_title_with_a_warning_and_without_its_day() -> None:
    loaded = load_rows(["Position as at 31 March 2013"], HEADINGS, *TWO)
    assert set(values(loaded, "month", "as_at")) == {(FEBRUARY, None)}
    assert "March 2013" in problem(loaded, "months_disagree").message


def test_a_history_on_a_sheet_named_after_its_last_month_is_no_disagreement() -> None:
    loaded = load_rows(MONTH_HEADINGS, ["Jan-13", *TWO[0]], ["Feb-13", *TWO[0]])
    assert codes(loaded) == []


def test_the_first_of_the_month_in_a_column_of_months_is_the_month() -> None:
    loaded = load_rows(MONTH_HEADINGS, [FEBRUARY, *TWO[0]], sheet="All")
    assert values(loaded, "month", "as_at") == [(FEBRUARY, None)]


def test_any_other_day_in_a_column_of_months_is_the_day_counted() -> None:
    loaded = load_rows(MONTH_HEADINGS, [dt.date(2013, 2, 28), *TWO[0]], sheet="All")
    assert values(loaded, "month", "as_at") == [(FEBRUARY, dt.date(2013, 2, 28))]


def test_dates_that_are_all_firsts_of_months_are_months() -> None:
    loaded = load_rows(["Date", *HEADINGS], [FEBRUARY, *TWO[0]], [MARCH, *TWO[0]], sheet="All")
    assert values(loaded, "month", "as_at") == [(FEBRUARY, None), (MARCH, None)]


def test_a_first_of_the_month_among_other_days_is_a_day() -> None:
    loaded = load_rows(["Date", *HEADINGS], [dt.date(2013, 2, 20), *TWO[0]], [MARCH, *TWO[0]], sheet="All")
    assert values(loaded, "as_at") == [(dt.date(2013, 2, 20),), (MARCH,)]


def test_a_column_as_at_gives_the_day_beside_a_column_of_months() -> None:
    loaded = load_rows(["Month", "As at", *HEADINGS], [FEBRUARY, dt.date(2013, 3, 1), *TWO[0]], sheet="All")
    assert values(loaded, "month", "as_at") == [(FEBRUARY, MARCH)]
    assert codes(loaded) == []


def test_a_day_far_from_its_month_is_warned_of() -> None:
    loaded = load_rows(["Month", "As at", *HEADINGS], [FEBRUARY, dt.date(2012, 2, 20), *TWO[0]], sheet="All")
    assert "20 February 2012" in problem(loaded, "as_at_far").message


def test_a_blank_month_is_that_of_the_row_above_with_a_warning() -> None:
    loaded = load_rows(MONTH_HEADINGS, ["Feb-13", *TWO[0]], [None, *TWO[1]], sheet="All")
    assert months(loaded) == [FEBRUARY]
    assert problem(loaded, "month_blank").cell == "A3"


@pytest.mark.parametrize("typed", ["30/02/2013", "Februray 2013", "2013", "week 9"])
def test_a_month_that_cannot_be_read_is_refused_by_its_cell(typed: str) -> None:
    found = problem(load_rows(MONTH_HEADINGS, [typed, *TWO[0]], sheet="All"), "unreadable_month")
    assert found.cell == "A2"
    assert found.found == typed


def test_a_formula_for_the_month_without_a_result_is_refused() -> None:
    loaded = load_rows(MONTH_HEADINGS, ["Jan-13", *TWO[0]], ["=EDATE(A2,1)", *TWO[0]], sheet="All")
    assert problem(loaded, "name_without_value").cell == "A3"


def test_a_column_of_years_completes_the_months() -> None:
    loaded = load_rows(
        ["Year", *MONTH_HEADINGS], ["2012/13", "April", *TWO[0]], ["2012/13", "Feb", *TWO[0]], sheet="All"
    )
    assert months(loaded) == [dt.date(2012, 4, 1), FEBRUARY]


def test_a_month_in_a_heading_is_that_of_the_figures() -> None:
    heads = ["Team", "Case-holding FTE", "Children allocated at 31 Jan 2013", "Children waiting"]
    # Given nothing else but the name of the file, the heading is nearer
    loaded = load_sheets({"Sheet1": [heads, *TWO]}, "Feb 2013.xlsx")
    assert set(values(loaded, "month", "as_at")) == {(dt.date(2013, 1, 1), dt.date(2013, 1, 31))}
    # And where the sheet's name says another month, that is told
    loaded = load_sheets({"Feb 2013": [heads, *TWO]})
    assert values(loaded, "month")[0] == (dt.date(2013, 2, 1),)
    assert problem(loaded, "months_disagree").message.startswith("The headings say January 2013, but")


@pytest.mark.parametrize("line", ["Updated 5 March 2013", "Data extracted on 5 March 2013", "Printed: 05/03/2013"])
def test_the_day_on_which_a_report_was_made_is_not_that_of_its_figures(line: str) -> None:
    # Given the name of a file that says the month
    loaded = load_sheets({"Sheet1": [[line], [], HEADINGS, *TWO]}, "Caseload Feb 2013.xlsx")
    assert set(values(loaded, "month", "as_at")) == {(dt.date(2013, 2, 1), None)}
    # And one that does not: the day is taken for want of better, with a warning
    loaded = load_sheets({"Sheet1": [[line], [], HEADINGS, *TWO]})
    assert set(values(loaded, "month", "as_at")) == {(dt.date(2013, 3, 1), None)}
    assert "March 2013" in problem(loaded, "month_from_printing").message


@pytest.mark.parametrize("line", ["01/02/13 - 28/02/13", "1 February 2013 to 28 February 2013"])
def test_of_two_days_neither_is_the_one_counted(line: str) -> None:
    loaded = load_sheets({"Sheet1": [[line], [], HEADINGS, *TWO]})
    assert set(values(loaded, "month", "as_at")) == {(dt.date(2013, 2, 1), None)}


@pytest.mark.parametrize("heading", ["Financial year", "FY", "Fin year"])
def test_a_month_from_january_to_march_of_one_financial_year_may_be_of_two_years(heading: str) -> None:
    heads = [heading, "Month", *HEADINGS]
    loaded = load_sheets({"Sheet1": [heads, [2012, "Feb", *TWO[0]], [2012, "Feb", *TWO[1]]]})
    found = [one for one in loaded.problems if one.code == "year_unclear"]
    assert [(one.severity, one.cell) for one in found] == [("error", "B2"), ("error", "B3")]
    loaded = load_sheets({"Sheet1": [heads, ["2012/13", "Feb", *TWO[0]], [2012, "May", *TWO[1]]]})
    assert values(loaded, "month") == [(dt.date(2013, 2, 1),), (dt.date(2012, 5, 1),)]
