"""What stands outside the rows of teams and says how many children wait: read where it is plain, else named."""

from __future__ import annotations

import datetime as dt

import pytest
from every_row import every_row
from hypothesis import given, settings
from hypothesis import strategies as st
from loading import HEADINGS, TWO, codes, load_rows, load_sheets, problem, values

from loaders.teams.waitingwords import in_line

pytestmark = pytest.mark.unit

FEBRUARY = dt.date(2013, 2, 1)
PLAIN = ["Team", "FTE in post", "Children allocated"]
TEAMS = [["Ash", 5.5, 100], ["Elm", 6, 120]]


def waiting(loaded):
    return values(loaded, "month", "unallocated", table="service_caseload")


@every_row(
    "line",
    [
        ["Unallocated cases: 76"],
        ["Unallocated cases (76)"],
        ["Children waiting for allocation – 76"],
        ["76 children were unallocated at month end"],
        ["There are currently 76 children waiting for a social worker."],
        ["As at 28 February 2013 there were 76 unallocated children across the service"],
        ["Unallocated (service)", None, 76],
        ["76", "children unallocated"],
        ["Children", 296, "Unallocated", 76],
    ],
)
def test_a_plain_line_above_or_below_the_teams_is_read(line: list[object]) -> None:
    for rows in ([line, [], PLAIN, *TEAMS], [PLAIN, *TEAMS, [], line]):
        if len(line) > 1 and rows[0] is PLAIN:
            # Below the table this is a row of it.
            continue
        loaded = load_rows(*rows)
        assert values(loaded, "team") == [("Ash",), ("Elm",)]
        assert waiting(loaded) == [(FEBRUARY, 76)]
        assert codes(loaded) == []
        assert problem(loaded, "service_waiting_said").cell


def test_a_figure_beside_the_table_is_read() -> None:
    loaded = load_rows(PLAIN, [*TEAMS[0], None, "Unallocated", 76], TEAMS[1])
    assert waiting(loaded) == [(FEBRUARY, 76)]
    assert problem(loaded, "service_waiting_said").cell == "F2"


@every_row(
    "line",
    [
        "At month end 76 of 296 cases were unallocated.",
        "Unallocated cases fell by 12 since January",
        "12% of cases are unallocated",
        "In January 76 children were unallocated",
        "This month 12 cases are unallocated in North",
        "76 children were unallocated at 31 January 2013",
        "76 families are unallocated",
        "7 children are unallocated in the Ash team",
        "Unallocated: 2.5",
        "Please note that the figures above are taken from the case system and leave out early help. "
        "At the end of the month 76 children were unallocated.",
    ],
)
def test_a_line_that_is_not_plain_is_named_and_not_read(line: str) -> None:
    for rows in ([[line], [], PLAIN, *TEAMS], [PLAIN, *TEAMS, [], [line]]):
        loaded = load_rows(*rows)
        assert values(loaded, "team") == [("Ash",), ("Elm",)]
        assert waiting(loaded) == []
        found = problem(loaded, "waiting_line_not_read")
        assert (found.severity, found.cell) == ("warning", "A1" if rows[0] == [line] else "A5")
        assert found.to_do


@every_row(
    "line",
    [
        "Allocated and unallocated cases by team, February 2013",
        "Table 2: unallocated children, 2012/13 P11",
        "Unallocated cases at 28/02/2013",
        "Unallocated cases are those without a worker for over 5 working days",
        "Unallocated cases are shown in the last column",
    ],
)
def test_a_line_without_a_number_of_children_is_left_alone(line: str) -> None:
    for rows in ([[line], [], HEADINGS, *TWO], [HEADINGS, *TWO, [], [line]]):
        loaded = load_rows(*rows)
        assert values(loaded, "team") == [("Ash",), ("Elm",)]
        assert codes(loaded) == []


@every_row("rows", [[["Zorblax Smith, 7, unallocated"]], [["Zorblax Smith - unallocated", 1]]])
def test_a_childs_name_in_a_line_is_not_shown(rows: list[list[object]]) -> None:
    # Given somebody's name beside the words
    loaded = load_rows(PLAIN, *TEAMS, [], *rows)
    # Then what is said names the cell and not the child
    said = [told for told in loaded.problems if told.code.startswith("waiting")]
    assert said and all(told.cell for told in said)
    assert "Zorblax" not in "".join(told.message + told.found for told in loaded.problems)


def test_what_is_said_of_one_child_in_a_list_below_is_no_number_of_children() -> None:
    rows = [["Awaiting allocation", "Status", None, "Days"], ["Zorblax Smith", "Unallocated", None, 5]]
    loaded = load_rows(PLAIN, *TEAMS, [], *rows)
    assert waiting(loaded) == []
    assert "Zorblax" not in "".join(told.message + told.found for told in loaded.problems)


def test_figures_below_their_labels_are_named() -> None:
    loaded = load_rows(["Children", "FTE", "Unallocated"], [296, 11.5, 76], [], PLAIN, *TEAMS)
    assert problem(loaded, "waiting_line_not_read").cell == "C2"


@pytest.mark.parametrize(("said", "told"), [(3, []), (76, ["waiting_line_differs"])])
def test_what_the_teams_have_stands_and_a_line_is_held_against_it(said: int, told: list[str]) -> None:
    loaded = load_rows([f"Unallocated cases: {said}"], [], HEADINGS, *TWO)
    assert waiting(loaded) == []
    assert codes(loaded) == told


@pytest.mark.parametrize(("said", "expected"), [(76, [(FEBRUARY, 76)]), (2, [])])
def test_a_line_counts_those_of_the_teams_that_are_known_too(said: int, expected: list[object]) -> None:
    # Given one team with 3 waiting children and one without a number, and a line of all
    loaded = load_rows(HEADINGS, TWO[1], ["Ash", 5.5, 100, None], [], [f"Unallocated: {said}"])
    # Then it is the service's, unless it is fewer than the one team has
    assert waiting(loaded) == expected
    assert ("waiting_line_differs" in codes(loaded)) is (said == 2)


def test_a_line_on_a_sheet_of_several_months_or_tables_is_of_none() -> None:
    months = load_rows(["Month", *PLAIN], ["Jan-13", *TEAMS[0]], ["Feb-13", *TEAMS[0]], [], ["Unallocated: 76"])
    tables = load_rows(["Unallocated: 76"], [], PLAIN, TEAMS[0], [], ["South"], PLAIN, TEAMS[1])
    for loaded in (months, tables):
        assert waiting(loaded) == []
        assert "more than one table or month" in problem(loaded, "waiting_line_not_read").message


def test_a_figure_on_a_sheet_without_teams_is_named() -> None:
    loaded = load_sheets({"Feb 2013": [PLAIN, *TEAMS], "Summary": [["Children", 220], ["Unallocated cases", 76]]})
    found = problem(loaded, "waiting_line_not_read")
    assert (found.sheet, found.cell) == ("Summary", "B2")
    assert waiting(loaded) == []


def test_a_table_of_the_service_beside_the_teams_is_no_such_line() -> None:
    service = [["Month", "Children waiting in the service"], ["Feb-13", 76]]
    loaded = load_rows(*service, [], PLAIN, *TEAMS)
    assert waiting(loaded) == [(FEBRUARY, 76)]
    assert codes(loaded) == []


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 1989), st.sampled_from(["Unallocated: {}", "{} children are unallocated", "Waiting list ({})"]))
def test_whatever_number_a_plain_line_has_is_read_or_said_not_to_be(value: int, line: str) -> None:
    told = in_line(line.format(f"{value:,}"))
    assert told.has_number
    # A digit in brackets is the mark of a note.
    assert told.value == (None if "(" in line and value < 10 else value)
