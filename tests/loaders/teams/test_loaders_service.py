"""Figures of the service that its teams do not give."""

from __future__ import annotations

import datetime as dt

import pytest
from loading import HEADINGS, TWO, codes, load_rows, load_sheets, problem, values

pytestmark = pytest.mark.unit

FEBRUARY = dt.date(2013, 2, 1)
UNKNOWN = [["Ash", 5.5, 100, None], ["Elm", 6, 120, None]]
SERVICE = ["Month", "As at", "Children waiting in the service"]


def service(loaded):
    return values(loaded, "month", "unallocated", table="service_caseload")


def test_waiting_children_known_for_the_service_only_are_kept_for_the_service() -> None:
    # Given teams without waiting children, and a total row with the report's 76
    loaded = load_rows(HEADINGS, *UNKNOWN, ["Total", 11.5, 220, 76])
    # Then the teams stay unknown, and the service has 76
    assert values(loaded, "unallocated") == [(None,), (None,)]
    assert service(loaded) == [(FEBRUARY, 76)]
    assert problem(loaded, "service_figure_from_total").cell == "D4"


def test_a_total_that_equals_what_is_known_is_the_services() -> None:
    loaded = load_rows(HEADINGS, TWO[1], UNKNOWN[0], ["Total", 11.5, 220, 3])
    assert service(loaded) == [(FEBRUARY, 3)]


def test_a_total_below_what_the_teams_have_is_not_the_services() -> None:
    assert service(load_rows(HEADINGS, TWO[1], UNKNOWN[0], ["Total", 11.5, 220, 2])) == []


@pytest.mark.parametrize(("waiting", "expected"), [(3, [(FEBRUARY, 79)]), (None, [])])
def test_two_tables_of_a_month_give_a_figure_of_the_service_only_together(waiting, expected) -> None:
    # Given one sheet whose waiting children only its total gives, and another with or without its own
    north = [HEADINGS, UNKNOWN[0], ["Fir", 5, 90, None], ["Total", 10.5, 190, 76]]
    south = [HEADINGS, ["Elm", 6, 120, waiting]]
    loaded = load_sheets({"North Feb 2013": north, "South Feb 2013": south})
    # Then the service's figure is their sum, or unknown
    assert service(loaded) == expected


def test_a_total_that_the_teams_give_makes_no_figure_of_the_service() -> None:
    assert service(load_rows(HEADINGS, *TWO, ["Total", 11.5, 220, 3])) == []


@pytest.mark.parametrize("row", [["Awaiting allocation", None, 76, None], ["Unallocated", None, None, 76]])
def test_a_row_of_children_with_no_team_is_of_the_service(row: list[object]) -> None:
    loaded = load_rows(HEADINGS, *UNKNOWN, row)
    assert values(loaded, "team") == [("Ash",), ("Elm",)]
    assert service(loaded) == [(FEBRUARY, 76)]


def test_children_with_no_team_are_added_to_those_of_the_teams() -> None:
    loaded = load_rows(HEADINGS, *TWO, ["Not allocated to a team", None, None, 12], ["Total", 11.5, 220, 15])
    assert service(loaded) == [(FEBRUARY, 15)]
    assert codes(loaded) == []


def test_a_subtotal_is_not_of_the_service() -> None:
    rows = [
        ["North", *UNKNOWN[0]],
        ["North total", None, 5.5, 100, 5],
        ["South", *UNKNOWN[1]],
        ["South total", None, 6, 120, 2],
    ]
    assert service(load_rows(["Area", *HEADINGS], *rows)) == []


def test_fte_known_for_the_service_only_is_kept_with_its_basis() -> None:
    loaded = load_rows(HEADINGS, ["Ash", "*", 100, 0], ["Elm", 6, 120, 3], ["Total", 11.5, 220, 3])
    assert values(loaded, "fte", "fte_basis", table="service_caseload") == [(11.5, "case-holding")]


def test_a_sheet_of_the_service_is_read() -> None:
    rows = [SERVICE, [FEBRUARY, dt.date(2013, 2, 20), 76], [dt.date(2013, 3, 1), None, "*"]]
    teams = {"Feb 2013": [HEADINGS, *UNKNOWN], "Mar 2013": [HEADINGS, ["Ash", 5, 101, ""], ["Elm", 6, 119, ""]]}
    loaded = load_sheets({**teams, "Service": rows})
    assert service(loaded) == [(FEBRUARY, 76), (dt.date(2013, 3, 1), None)]
    assert values(loaded, "as_at", table="service_caseload")[0] == (dt.date(2013, 2, 20),)
    assert codes(loaded) == []


def test_the_services_own_sheet_stands_against_a_total_row_with_a_warning() -> None:
    sheets = {"Feb 2013": [HEADINGS, *UNKNOWN, ["Total", 11.5, 220, 70]], "Service": [SERVICE, [FEBRUARY, None, 76]]}
    loaded = load_sheets(sheets)
    assert service(loaded) == [(FEBRUARY, 76)]
    assert problem(loaded, "service_disagrees").cell == "C2"


def test_fewer_waiting_in_the_service_than_in_its_teams_is_warned_of() -> None:
    loaded = load_sheets({"Feb 2013": [HEADINGS, *TWO], "Service": [SERVICE, [FEBRUARY, None, 2]]})
    assert problem(loaded, "service_below_teams").cell == "C2"


def test_as_many_waiting_in_the_service_as_in_its_teams_is_right() -> None:
    assert codes(load_sheets({"Feb 2013": [HEADINGS, *TWO], "Service": [SERVICE, [FEBRUARY, None, 3]]})) == []


def test_two_rows_for_the_service_in_a_month_are_refused() -> None:
    rows = [SERVICE, [FEBRUARY, None, 76], [FEBRUARY, None, 80]]
    loaded = load_sheets({"Feb 2013": [HEADINGS, *UNKNOWN], "Service": rows})
    assert problem(loaded, "service_twice").cell == "C3"
    assert loaded.tables["service_caseload"].empty


def test_two_sheets_of_the_service_that_differ_stop_the_file() -> None:
    # Given the children who wait in the service on two sheets
    service = ["Month", "Children waiting in the service"]
    sheets = {"Feb 2013": [HEADINGS, *TWO], "One": [service, ["Feb-13", 76]], "Two": [service, ["Feb-13", 50]]}
    # When they differ
    found = problem(load_sheets(sheets), "service_twice_differs")
    # Then both cells are named
    assert (found.severity, found.sheet, found.cell) == ("error", "Two", "B2")
    assert "50 in cell B2" in found.message and "76 in cell B2 of the sheet “One”" in found.message
    # And where they do not, the figure is kept once
    loaded = load_sheets({**sheets, "Two": [service, ["Feb-13", 76]]})
    assert values(loaded, "unallocated", table="service_caseload") == [(76,)]


@pytest.mark.parametrize(
    ("rows", "cell"),
    [
        ([["Month", "Children waiting in the service"], ["Feb-13", 76], ["Mar-13", 50]], "B3"),
        ([["Month", "Team", "Worker", "FTE"], ["Feb-13", "Ash", "SW 1", 1], ["Mar-13", "Ash", "SW 1", 1]], "C3"),
    ],
)
def test_figures_of_a_month_without_teams_are_refused_with_their_cell(rows: list[list[object]], cell: str) -> None:
    loaded = load_sheets({"Feb 2013": [HEADINGS, *TWO], "More": rows})
    found = problem(loaded, "month_without_teams")
    assert (found.severity, found.sheet, found.cell) == ("error", "More", cell)
    assert "March 2013" in found.message
