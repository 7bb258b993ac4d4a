"""A closed case of a list of children is not counted, whichever column says that it is closed."""

from __future__ import annotations

import datetime as dt

import pytest
from every_row import every_row
from loading import codes, load_rows, problem, values

from loaders.told import as_json, in_words

pytestmark = pytest.mark.unit

HEADS = ["Child ID", "Team", "Social worker"]


def load_cases(heading: str, *cells: object, more: tuple[str, ...] = ()):
    rows = [
        [f"A{n}", "Ash", f"SW {n % 2}", *(cell if isinstance(cell, tuple) else (cell,))] for n, cell in enumerate(cells)
    ]
    return load_rows([*HEADS, heading, *more], *rows)


YES_AND_NO = [("Y", "N"), ("Yes", "No"), ("TRUE", "FALSE"), (True, False), (1, 0)]


@every_row("heading", ["Closed", "Closed?", "Case closed", "Closed (Y/N)", "Is the case closed"])
@every_row(("yes", "no"), YES_AND_NO)
def test_a_yes_below_closed_is_a_closed_case(heading: str, yes: object, no: object) -> None:
    loaded = load_cases(heading, no, no, no, yes, yes)
    assert values(loaded, "allocated") == [(3,)]
    assert "2 rows" in problem(loaded, "closed_not_counted").message
    assert codes(loaded) == ["no_fte_of_children"]


FLAGS = ["Open", "Open?", "Case open", "Active", "Is open", "Current?", "Live", "Open Y/N", "Currently open"]


@every_row("heading", FLAGS)
@every_row(("yes", "no"), YES_AND_NO)
def test_a_no_below_open_is_a_closed_case(heading: str, yes: object, no: object) -> None:
    loaded = load_cases(heading, yes, yes, yes, no, no)
    assert values(loaded, "allocated") == [(3,)]
    assert codes(loaded) == ["no_fte_of_children"]


@every_row(
    ("heading", "is_open", "closed"),
    [
        ("Open/Closed", "O", "C"),
        ("Closed", "O", "C"),
        ("Involvement status", "Current", "Previous"),
        ("Record status", "Current", "Archived"),
        ("Case state", "Live", "Shut"),
    ],
)
def test_a_status_goes_by_many_names_and_words(heading: str, is_open: str, closed: str) -> None:
    loaded = load_cases(heading, is_open, closed, is_open)
    assert values(loaded, "allocated") == [(2,)]
    assert codes(loaded) == ["no_fte_of_children"]


DATES = ["Date case closed", "Case close date", "Case closed date", "Closing date", "Ceased", "End", "Closed"]


@every_row("heading", DATES)
def test_a_day_of_closure_goes_by_many_names(heading: str) -> None:
    loaded = load_cases(heading, "", "03/02/2013", dt.date(2013, 2, 28), dt.date(2013, 3, 1))
    assert values(loaded, "allocated") == [(2,)]
    assert codes(loaded) == ["no_fte_of_children"]


def test_a_reason_for_closure_closes_unless_the_day_is_after_the_list() -> None:
    cells = [("", ""), ("N/A", ""), ("Moved away", ""), ("Moved away", "02/02/2013"), ("Moved away", "01/03/2013")]
    loaded = load_cases("Closure reason", *cells, more=("Date closed",))
    assert values(loaded, "allocated") == [(3,)]
    assert codes(loaded) == ["no_fte_of_children"]


def test_a_blank_or_a_cross_that_may_mean_either_is_named_by_its_cell_only() -> None:
    told = load_cases("Open?", "Y", "", "Qj perhaps")
    assert values(told, "allocated") == [(3,)]
    assert [one.cell for one in told.problems if one.code == "open_unclear"] == ["D3", "D4"]
    assert "Qj" not in str(as_json(told)) + in_words(told)
    assert problem(load_cases("Closed", "", "x"), "closing_unclear").cell == "D3"


def test_a_column_of_blanks_says_nothing() -> None:
    loaded = load_cases("Open?", "", "")
    assert values(loaded, "allocated") == [(2,)]
    assert codes(loaded) == ["no_fte_of_children"]


@pytest.mark.parametrize("heading", ["Active involvements", "Closed by", "Live on system", "Ended in month"])
def test_another_column_that_may_say_so_is_warned_of_by_its_heading(heading: str) -> None:
    loaded = load_cases(heading, "Qj one", "Qj two")
    found = problem(loaded, "closing_not_read")
    assert (found.severity, found.cell) == ("warning", "D1")
    assert f"“{heading}”" in found.message
    assert "Qj" not in str(as_json(loaded)) + in_words(loaded)


@every_row("heading", ["Current school", "Plan end date", "Days open", "Current plan", "Date opened"])
def test_a_column_of_something_else_is_not_warned_of(heading: str) -> None:
    assert codes(load_cases(heading, "", "CIN"), "warning") == ["no_fte_of_children"]
