"""Rows that say children wait with no team: their number wherever it stands, and what is no number of children."""

from __future__ import annotations

import datetime as dt

import pytest
from every_row import every_row
from loading import HEADINGS, TWO, codes, load_rows, problem, values

from loaders.teams.rows import RowKind, kind_of_named

pytestmark = pytest.mark.unit

FEBRUARY = dt.date(2013, 2, 1)
PLAIN = ["Team", "FTE in post", "Children allocated"]
TEAMS = [["Ash", 5.5, 100], ["Elm", 6, 120]]
NAMES = [("Ash",), ("Elm",)]


def waiting(loaded):
    return values(loaded, "month", "unallocated", table="service_caseload")


@every_row(
    "name",
    [
        "Unallocated",
        "UNALLOCATED CASES",
        "Unallocated cases (whole service):",
        "Children awaiting allocation",
        "Awaiting a social worker",
        "Duty / unallocated",
        "Waiting list",
        "Queue",
        "Held on duty",
        "No team",
        "Open cases with no worker",
        "Unallocated at 28 February 2013",
        "Unallocated (1)",
        "Total unallocated",
        "Grand total - children without a worker",
    ],
)
def test_the_one_number_of_a_row_without_a_team_is_of_children_who_wait(name: str) -> None:
    # Given teams, and below them a name that says children wait, with a number under the FTE
    loaded = load_rows(PLAIN, *TEAMS, [], [name, 76])
    # Then they are the children waiting in the service, nobody is a team, and the cell is named
    assert values(loaded, "team") == NAMES
    assert waiting(loaded) == [(FEBRUARY, 76)]
    assert codes(loaded) == []
    assert "B5" in {told.cell for told in loaded.problems}


@every_row(
    ("headings", "row", "cell"),
    [
        (PLAIN, ["Unallocated", None, None, 76], "D4"),
        (["Team", "Team manager", *PLAIN[1:]], ["Unallocated", "76"], "B4"),
        (["Team", "Vacancies", *PLAIN[1:]], ["Unallocated", 76], "B4"),
        (["Area", *PLAIN], ["Unallocated", 76], "B4"),
        (["Area", *PLAIN], ["Unallocated", None, 76], "C4"),
    ],
)
def test_the_number_may_stand_in_any_column(headings: list[str], row: list[object], cell: str) -> None:
    # Given a column beside the teams, and the number in one that says something else, or nothing
    teams = [[*([name] if len(headings) == 3 else ["North", name]), *rest] for name, *rest in TEAMS]
    if "Area" not in headings and len(headings) == 4:
        teams = [[name, None, *rest] for name, *rest in TEAMS]
    loaded = load_rows(headings, *teams, row)
    # Then it is read, and a note names its cell
    assert values(loaded, "team") == NAMES
    assert waiting(loaded) == [(FEBRUARY, 76)]
    assert problem(loaded, "waiting_read_from").cell == cell


@pytest.mark.parametrize("total", [["Total", 11.5, 220], ["Total", 11.5, 296]])
def test_a_total_may_count_those_who_wait_or_not(total: list[object]) -> None:
    loaded = load_rows(PLAIN, *TEAMS, ["Unallocated", 76], total)
    assert waiting(loaded) == [(FEBRUARY, 76)]
    assert codes(loaded) == []


@every_row("row", [["Unallocated", 2, 30], ["Unallocated", 2, "c"], ["Waiting list", 1.5, 0]])
def test_a_row_with_workers_and_children_is_a_team(row: list[object]) -> None:
    assert values(load_rows(PLAIN, *TEAMS, row), "team")[-1] == (row[0],)


@every_row(
    ("row", "cell"),
    [
        (["Average days unallocated", 12], "B4"),
        (["Unallocated FTE", 3], "B4"),
        (["Unallocated families", None, 40], "C4"),
        (["Unallocated last month", None, 80], "C4"),
        (["Unallocated at 31 January 2013", 80], "B4"),
        (["Total days unallocated", 80], "B4"),
        (["Unallocated", 2.5], "B4"),
        (["Unallocated", -3], "B4"),
        (["Unallocated", 0], "B4"),
        (["Unallocated", 76, None, 12], "B4"),
    ],
)
def test_what_is_not_plainly_their_number_is_named_and_not_read(row: list[object], cell: str) -> None:
    loaded = load_rows(PLAIN, *TEAMS, row)
    assert values(loaded, "team") == NAMES
    assert waiting(loaded) == []
    found = problem(loaded, "waiting_row_not_read")
    assert (found.severity, found.cell) == ("warning", cell)


def test_a_code_instead_of_their_number_leaves_them_unknown() -> None:
    loaded = load_rows(PLAIN, *TEAMS, ["Unallocated", "n/k"])
    assert waiting(loaded) == []
    assert codes(loaded) == ["service_waiting_unknown"]


@every_row(
    ("row", "expected", "told"),
    [
        (["Unallocated", 12], [(FEBRUARY, 15)], []),
        (["Unallocated", 3], [], []),
        (["Total unallocated", 3], [], []),
        (["- of which unallocated", None, None, 3], [], []),
        (["Total unallocated", None, None, 3], [], []),
        (["Total unallocated", None, None, 5], [], ["waiting_line_differs"]),
        (["Total unallocated", 5], [], ["waiting_line_differs"]),
    ],
)
def test_where_the_teams_have_their_own(row: list[object], expected: list[object], told: list[str]) -> None:
    # Given teams whose waiting children add up to 3
    loaded = load_rows(HEADINGS, *TWO, row)
    # Then others come on top of them; the same number, or a total, is theirs once more, and held against them
    assert waiting(loaded) == expected
    assert codes(loaded) == told


def test_each_month_has_its_own() -> None:
    rows = [["Jan-13", *TEAMS[0]], ["Feb-13", *TEAMS[0]], ["Feb-13", "Unallocated", 76], ["Jan-13", "Unallocated", 70]]
    loaded = load_rows(["Month", *PLAIN], *rows, sheet="Teams")
    assert waiting(loaded) == [(dt.date(2013, 1, 1), 70), (FEBRUARY, 76)]


def test_beside_one_of_two_tables_of_a_month_they_are_not_those_of_the_service_and_that_is_said() -> None:
    loaded = load_rows(PLAIN, TEAMS[0], [], ["South"], PLAIN, TEAMS[1], ["Unallocated", None, 76])
    assert waiting(loaded) == []
    assert "another table" in problem(loaded, "service_waiting_unknown").message


@every_row(
    ("name", "kind"),
    [
        ("Total unallocated", RowKind.WAITING),
        ("All teams: unallocated", RowKind.WAITING),
        ("Total including unallocated", RowKind.TOTAL),
        ("Total allocated and unallocated", RowKind.TOTAL),
        ("Total + unallocated", RowKind.TOTAL),
        ("Total excl. waiting list", RowKind.TOTAL),
        ("Duty", RowKind.TEAM),
    ],
)
def test_a_total_of_more_than_those_who_wait_is_a_total(name: str, kind: RowKind) -> None:
    assert kind_of_named(name, True, False) is kind
