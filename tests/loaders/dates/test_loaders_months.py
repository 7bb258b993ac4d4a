"""Months and days in every form that people type."""

from __future__ import annotations

import datetime as dt

import pytest
from every_row import every_row

from loaders.dates.months import When, bare_month, day_words, in_cell, in_name, in_title, month_words

pytestmark = pytest.mark.unit

OCTOBER = When(dt.date(2024, 10, 1))
LAST_OF_MAY = When(dt.date(2024, 5, 1), dt.date(2024, 5, 31))


@every_row(
    "cell",
    [
        "Oct-24",
        "Oct 24",
        "Oct-2024",
        "October 2024",
        "Oct '24",
        "2024-10",
        "10/2024",
        "Oct2024",
        "2024 Oct",
        "2024/10",
        "OCT-24",
        " october  2024 ",
        "202410",
        202410.0,
        "Oct. 2024",
        "2024 October",
    ],
)
def test_a_month_is_known_in_every_usual_form(cell) -> None:
    assert in_cell(cell) == OCTOBER


@every_row(
    "cell",
    [
        "31/05/2024",
        "31-05-24",
        "31.05.2024",
        "31 May 2024",
        "31st May 2024",
        "Friday 31 May 2024",
        "2024-05-31",
        "2024-05-31 00:00:00",
        "31-May-24",
        "May 31, 2024",
        "Month ending 31 May 2024",
        45443.0,
        dt.date(2024, 5, 31),
        dt.datetime(2024, 5, 31, 9, 30),
    ],
)
def test_a_day_is_known_in_every_usual_form(cell) -> None:
    assert in_cell(cell) == LAST_OF_MAY


def test_the_day_comes_before_the_month() -> None:
    assert in_cell("03/09/2012") == When(dt.date(2012, 9, 1), dt.date(2012, 9, 3))
    assert in_cell("05/31/2024") is None


@every_row("cell", ["May", "12", 7.5, 12.0, "", "31 2024", "2024", True, "13/2024", dt.date(1900, 1, 5)])
def test_what_is_no_month_with_its_year_is_none(cell) -> None:
    assert in_cell(cell) is None


@every_row(
    ("line", "when"),
    [
        ("Position as at 31 May 2024", LAST_OF_MAY),
        ("as at: Friday 31st May 2024 (final)", LAST_OF_MAY),
        ("Worker caseloads at 31/05/2024", LAST_OF_MAY),
        ("Position as at 31 May 2024, compared with April 2024", LAST_OF_MAY),
        ("Team caseloads October 2024", OCTOBER),
        ("September 2012 to February 2013", None),
        ("Workload 2012/13", None),
        ("Report for 2011/12", None),
        ("In May 20 children waited", None),
        ("Caseload by team", None),
    ],
)
def test_a_title_gives_its_month_only_if_it_names_one(line: str, when: When | None) -> None:
    assert in_title(line) == when


@every_row(
    ("name", "month"),
    [
        ("Feb 2012", (2012, 2)),
        ("Feb12", (2012, 2)),
        ("2012-02", (2012, 2)),
        ("caseloads_2012-02-20", (2012, 2)),
        ("caseload_201202", (2012, 2)),
        ("Feb 2012 (final)", (2012, 2)),
        ("Activity 2012-13", None),
        ("2011-12", None),
        ("Team 12", None),
        ("Feb", None),
        ("Q1 2012", None),
    ],
)
def test_the_name_of_a_sheet_or_file_gives_its_month(name: str, month: tuple[int, int] | None) -> None:
    when = in_name(name)
    assert (when and (when.month.year, when.month.month)) == month


def test_a_name_that_may_be_a_financial_year_is_a_month_among_months() -> None:
    assert in_name("2011-12", ("2011-11", "2011-12", "2012-01")) == When(dt.date(2011, 12, 1))
    assert in_name("2011-12", ("2010-11", "2011-12")) is None


def test_a_bare_month_is_known_without_its_year() -> None:
    assert [bare_month(name) for name in ("Feb", "sept", "December", "Team")] == [2, 9, 12, None]


def test_dates_are_told_in_long_words() -> None:
    assert month_words(dt.date(2013, 2, 1)) == "February 2013"
    assert day_words(dt.date(2013, 2, 3)) == "3 February 2013"
