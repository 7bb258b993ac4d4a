"""What is added up over months is never read as what came or went in one."""

from __future__ import annotations

import pytest
from every_row import every_row
from loading import Rows, load_rows, load_sheets, problem, values

from loaders.words.cumulative import is_cumulative

pytestmark = pytest.mark.unit

MONTHS = ["Jan 2024", "Feb 2024"]
STOCK: Rows = [
    ["Allocated"],
    ["Team", *MONTHS],
    ["Ash", 100, 110],
    [],
    ["FTE in post"],
    ["Team", *MONTHS],
    ["Ash", 5, 5],
]
HEADINGS = ["Team", "FTE in post", "Allocated", "Starts", "Closures"]
ASH = ["Ash", 5, 100, 50, 5]


@every_row(
    ("line", "is_so"),
    [
        ("Starts, year to date", True),
        ("Cases opened since April", True),
        ("Cumulative from 1 April 2012", True),
        ("Closures YTD", True),
        ("Leavers (last 12 months)", True),
        ("Position to date of report", False),
        ("Up to date list of teams", False),
        ("Starts", False),
        ("Monthly report, year 2012/13", False),
    ],
)
def test_words_for_sums_over_months_are_known(line: str, is_so: bool) -> None:
    assert is_cumulative(line) is is_so


@pytest.mark.parametrize(
    ("rows", "cell", "code"),
    [
        ([[*HEADINGS[:3], "Starts, year to date", "Closures (YTD)"], ASH], "D1", "cumulative_flow"),
        ([["", "", "", "Year to date", ""], HEADINGS, ASH], "D2", "cumulative_flow"),
        ([["Cumulative since April"], HEADINGS, ASH], "D2", "cumulative_flows"),
        ([["Cumulative since April"], [], HEADINGS, ASH], "D3", "cumulative_flows"),
    ],
    ids=["headings", "group", "title", "title apart"],
)
def test_flows_of_a_year_so_far_are_left_out_of_a_month_with_their_cell(rows: Rows, cell: str, code: str) -> None:
    # Given starts and closures that a heading, a group over it or a title says are added up
    loaded = load_rows(*rows)
    # Then the month has none, what is open is read, and it is said where
    assert values(loaded, "fte", "allocated", "starts", "closures") == [(5, 100, None, None)]
    assert cell in [one.cell for one in loaded.problems if one.code == code]


def test_flows_of_a_year_so_far_are_left_out_where_teams_are_side_by_side() -> None:
    loaded = load_rows(["", "Ash", "Elm"], ["FTE", 5, 6], ["Allocated", 90, 80], ["Year to date"], ["Starts", 50, 40])
    assert values(loaded, "allocated", "starts") == [(90, None), (80, None)]
    assert problem(loaded, "cumulative_flow").cell == "A5"


def test_flows_of_a_year_so_far_are_left_out_where_months_are_side_by_side() -> None:
    rows = [["Year to date"], ["Starts"], ["Team", *MONTHS], ["Ash", 20, 30], [], *STOCK]
    loaded = load_rows(*rows, sheet="Sheet1")
    assert values(loaded, "allocated", "starts") == [(100, None), (110, None)]
    assert problem(loaded, "cumulative_flow").cell == "A2"


@pytest.mark.parametrize(("sheet", "title"), [("Flows", [["Year to date"]]), ("Flows YTD", [])])
def test_flows_of_the_service_are_left_out_where_its_title_or_sheet_says_so(sheet: str, title: Rows) -> None:
    flows = [*title, ["Month", "Starts", "Closures"], ["Feb 2013", 50, 5]]
    loaded = load_sheets({"Feb 2013": [["Team", "FTE in post", "Allocated"], ["Ash", 5, 100]], sheet: flows})
    assert values(loaded, "starts", table="service_caseload") in ([], [(None,)])
    assert problem(loaded, "cumulative_flows").sheet == sheet
