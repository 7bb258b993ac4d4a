"""Several dates above a table are held against one another: of two months neither is taken without a word."""

from __future__ import annotations

import datetime as dt

import pytest
from every_row import every_row
from loading import HEADINGS, TWO, codes, load_rows, load_sheets, problem, values

from loaders.loaded import Loaded

pytestmark = pytest.mark.unit

OCTOBER, NOVEMBER = dt.date(2024, 10, 1), dt.date(2024, 11, 1)


def titled(*lines: str, sheet: str = "Sheet1", name: str = "file.xlsx") -> Loaded:
    return load_sheets({sheet: [*([line] for line in lines), HEADINGS, *TWO]}, name)


def months(loaded: Loaded) -> set[dt.date]:
    return {month for (month,) in values(loaded, "month")}


@pytest.mark.parametrize(
    "lines", [("Team caseloads, October 2024", "Ash and Birch, May 2023"), ("June 2024", "May 2024")]
)
@pytest.mark.parametrize("turned", [False, True])
def test_two_months_in_two_titles_are_refused_in_whatever_order(lines: tuple[str, str], turned: bool) -> None:
    loaded = titled(*(lines[::-1] if turned else lines))
    found = problem(loaded, "titles_disagree")
    assert found.severity == "error"
    assert all(f"“{line}”" in found.message for line in lines)


@pytest.mark.parametrize("turned", [False, True])
def test_the_line_that_says_when_figures_were_counted_goes_before_others_which_are_noted(turned: bool) -> None:
    lines = ["Performance report, November 2024", "Position as at 31 October 2024"]
    loaded = titled(*(lines[::-1] if turned else lines))
    assert set(values(loaded, "month", "as_at")) == {(OCTOBER, dt.date(2024, 10, 31))}
    assert "November 2024" in problem(loaded, "title_names_other").message
    assert codes(loaded) == []


@pytest.mark.parametrize(
    ("lines", "doubt"),
    [
        (("12/11/2024", "October 2024"), "12/11/2024"),
        (("Team caseloads, 31 October 2024", "J4 5 November 2024"), "J4 5 November 2024"),
        (("Reporting period: October 2024", "Ash and Birch, May 2023"), "Ash and Birch, May 2023"),
    ],
)
def test_a_month_that_is_likelier_than_another_is_taken_with_a_warning(lines: tuple[str, str], doubt: str) -> None:
    for loaded in (titled(*lines), titled(*lines[::-1])):
        assert months(loaded) == {OCTOBER}
        assert f"“{doubt}” names another month" in problem(loaded, "titles_differ").message


def test_the_same_month_twice_is_one_and_has_its_day_from_either_line() -> None:
    loaded = titled("Team caseloads, October 2024", "31 October 2024")
    assert set(values(loaded, "month", "as_at")) == {(OCTOBER, dt.date(2024, 10, 31))}
    assert codes(loaded) == []


def test_what_else_names_one_of_two_months_settles_which_it_is() -> None:
    lines = ("Caseload book, October 2024", "Ash and Birch, May 2023")
    loaded = titled(*lines, name="Caseloads October 2024.xlsx")
    assert months(loaded) == {OCTOBER}
    assert "“Ash and Birch, May 2023” names" in problem(loaded, "titles_differ").message
    assert months(titled(*lines, sheet="May 2023")) == {dt.date(2023, 5, 1)}
    assert codes(titled(*lines, name="Caseloads June 2024.xlsx")) == ["titles_disagree"]


def test_in_a_column_of_months_the_titles_are_of_no_account() -> None:
    rows = [["June 2024"], ["May 2024"], ["Month", *HEADINGS], ["Oct-24", *TWO[0]], ["Jun-24", *TWO[0]]]
    assert "titles_disagree" not in codes(load_rows(*rows, sheet="All"))


def test_a_sheet_called_by_the_day_of_printing_has_no_month_without_a_warning() -> None:
    loaded = titled("Team caseloads", sheet="Printed 4 Nov 2024")
    assert "November 2024" in problem(loaded, "month_from_printing").message
    assert months(titled("Caseloads, October 2024", sheet="Printed 4 Nov 2024")) == {OCTOBER}
    assert codes(titled("Team caseloads", sheet="Data extract Nov 2024")) == []


def test_a_day_in_the_files_name_is_warned_of_unless_it_ends_the_month() -> None:
    assert "November 2024" in problem(titled(name="Caseloads 03-11-2024.xlsx"), "month_from_day_in_file_name").message
    loaded = titled(name="Caseloads 31-10-2024.xlsx")
    assert (months(loaded), codes(loaded)) == ({OCTOBER}, [])
    assert months(titled(name="Caseloads Oct 2024 (sent 4 Nov 2024).xlsx")) == {OCTOBER}
    assert codes(titled(name="Board papers Dec 2024.xlsx")) == ["no_month"]


@every_row(
    "line",
    [
        "Caseload report October 2024 (produced 3 November 2024)",
        "Report for Oct 2024, run on 03/11/2024",
        "October 2024 caseloads - extracted 02/11/24",
        "Month of October 2024; updated 4 Nov 2024",
        "Caseload report October 2024 - produced on 3 November",
    ],
)
def test_the_day_of_a_report_in_the_line_of_its_month_is_not_its_month(line: str) -> None:
    # Given a line that names the month, and behind a sign that parts them the day on which the report was made
    loaded = titled(line)
    # Then its month is taken, and nothing is doubtful
    assert months(loaded) == {OCTOBER}
    assert codes(loaded) == []


def test_figures_as_of_the_first_days_after_the_month_that_is_named_are_of_that_month() -> None:
    loaded = titled("Caseload report - Oct 2024 - data as of 01/11/2024")
    assert set(values(loaded, "month", "as_at")) == {(OCTOBER, dt.date(2024, 11, 1))}
    assert "“data as of 01/11/2024” names another month" in problem(loaded, "titles_differ").message
    # Of a later day the line that says when they were counted goes first, as ever
    assert months(titled("Caseload report - Oct 2024 - data as of 30/11/2024")) == {NOVEMBER}


def test_a_short_year_may_have_a_remark_in_brackets_behind_it() -> None:
    loaded = titled("Caseloads – Oct 24 (restructure)")
    assert months(loaded) == {OCTOBER}
    assert codes(loaded) == ["title_short_year"]


def test_the_day_of_printing_in_a_cell_of_its_own_is_no_heading() -> None:
    loaded = load_sheets({"Sheet1": [["Caseloads October 2024"], ["Printed", "03/11/2024"], HEADINGS, *TWO]})
    assert months(loaded) == {OCTOBER}
