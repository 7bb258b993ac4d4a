"""In tables of other shapes than a row for each team every remark names the true cell."""

from __future__ import annotations

import datetime as dt

import pytest
from loading import codes, load_rows, load_text, problem, values

pytestmark = pytest.mark.functional

FIGURES = ("month", "team", "fte", "allocated", "unallocated")

TRANSPOSED = [
    ["Position as at 20 February 2013"],
    ["", "Ash", "Elm", "Oak", "Total"],
    ["FTE in post", 5, 6, 4, 15],
    ["Children allocated", 100, 120, 80, 300],
    ["Children waiting", 0, 3, 1, 4],
]


def changed(rows: list[list[object]], row: int, column: int, value: object) -> list[list[object]]:
    return [
        [value if (row, column) == (r, c) else cell for c, cell in enumerate(cells)] for r, cells in enumerate(rows)
    ]


def test_teams_side_by_side_are_read_with_their_day() -> None:
    loaded = load_rows(*TRANSPOSED, sheet="Sheet1")
    assert codes(loaded) == []
    assert values(loaded, "team", "fte", "allocated", "unallocated") == [
        ("Ash", 5, 100, 0), ("Elm", 6, 120, 3), ("Oak", 4, 80, 1)
    ]  # fmt: skip
    assert {str(day.date()) for day in loaded.tables["team_caseload"]["as_at"]} == {"2013-02-20"}
    [read] = loaded.read
    assert (read.header_row, read.rows) == (2, 3)
    assert read.columns == {
        "Cells B2 to E2": "team",
        "FTE in post": "fte_in_post",
        "Children allocated": "allocated",
        "Children waiting": "unallocated",
    }


@pytest.mark.parametrize(
    ("row", "column", "value", "code"),
    [
        (3, 4, 301, "total_disagrees"),
        (4, 2, "*", "missing_code"),
        (3, 1, "many", "not_a_number"),
        (2, 3, None, "blank_figure"),
        (2, 1, "=A9*2", "formula_without_value"),
        (1, 2, "Ash", "team_twice"),
    ],
)
def test_a_remark_on_teams_side_by_side_names_the_true_cell(row: int, column: int, value: object, code: str) -> None:
    loaded = load_rows(*changed(TRANSPOSED, row, column, value), sheet="Sheet1")
    assert problem(loaded, code).cell == f"{'ABCDE'[column]}{row + 1}"


def test_a_run_of_remarks_on_teams_side_by_side_names_the_row() -> None:
    names = [f"Team {number}" for number in range(6)]
    loaded = load_rows(["", *names], ["FTE", *[5] * 6], ["Allocated", *[90] * 6], ["Waiting", 0])
    assert "5 cells of row 4, the first at C4, are blank" in problem(loaded, "blank_waiting").message


def test_figures_that_no_team_stands_above_are_told_of() -> None:
    again = [[], ["FTE in post", 5, 6, 4, 15], ["Children allocated", 99, 119, 79, 297]]
    assert problem(load_rows(*TRANSPOSED, *again, sheet="Sheet1"), "figures_without_teams").cell == "A7"


ACROSS = [
    ["Workload trend, position as at 28 February 2013"],
    ["Children allocated by team"],
    ["Team", "Jan-13", "Feb-13", "Mar-13"],
    ["Ash", 100, 110, None],
    ["Elm", 120, 130, None],
    ["Total", 220, 240, 0],
    [],
    ["FTE in post"],
    ["Team name", "Jan-13", "Feb-13", "Mar-13"],
    ["Ash", 5, 5.5, None],
    ["Elm", 6, 6.5, None],
    ["Total", 11, 12, None],
]


def test_a_block_for_each_measure_is_read_and_a_month_that_is_not_filled_in_is_not() -> None:
    loaded = load_rows(*ACROSS, sheet="Trend")
    assert codes(loaded) == []
    assert [row[1:] for row in values(loaded, *FIGURES[:-1])] == [
        ("Ash", 5, 100), ("Elm", 6, 120), ("Ash", 5.5, 110), ("Elm", 6.5, 130)
    ]  # fmt: skip
    assert problem(loaded, "month_not_filled_in").cell == "D3"
    assert [str(row[0]) for row in values(loaded, "as_at")] == ["None", "None", "2013-02-28", "2013-02-28"]
    [read] = loaded.read
    assert (read.header_row, read.rows) == (3, 4)
    assert read.columns["Children allocated by team"] == "allocated"


@pytest.mark.parametrize(
    ("row", "column", "value", "code"),
    [
        (5, 2, 241, "total_disagrees"),
        (11, 1, 12, "total_disagrees"),
        (3, 2, "<5", "missing_code"),
        (9, 1, -1, "negative"),
        (10, 2, None, "blank_figure"),
        (10, 2, "=SUM(A1:A2)", "formula_without_value"),
    ],
)
def test_a_remark_on_a_block_names_the_true_cell(row: int, column: int, value: object, code: str) -> None:
    loaded = load_rows(*changed(ACROSS, row, column, value), sheet="Trend")
    assert problem(loaded, code).cell == f"{'ABCDE'[column]}{row + 1}"


def test_a_block_that_nothing_names_is_told_of_and_one_of_something_else_is_not_read() -> None:
    more = [[], ["Team", "Jan-13", "Feb-13"], ["Ash", 1, 2]]
    assert problem(load_rows(*ACROSS, *more, sheet="Trend"), "block_without_measure").cell == "A14"
    more[0] = ["Referrals"]
    assert "“Referrals”" in problem(load_rows(*ACROSS, [], *more, sheet="Trend"), "columns_not_read").message


def test_the_measures_of_one_team_under_its_name() -> None:
    rows = [["Ash"], ["", "Jan-13", "Feb-13"], ["FTE in post", 5, 5.5], ["Children allocated", 100, 110], []]
    rows += [["Elm"], ["", "Jan-13", "Feb-13"], ["FTE in post", 6, 6.5], ["Children allocated", 120, 130]]
    loaded = load_rows(*rows, sheet="Trend")
    assert [row[1:] for row in values(loaded, *FIGURES[:-1])] == [
        ("Ash", 5, 100), ("Elm", 6, 120), ("Ash", 5.5, 110), ("Elm", 6.5, 130)
    ]  # fmt: skip


def test_an_area_in_a_block_is_kept() -> None:
    rows = [["Allocated"], ["Area", "Team", "Jan-13", "Feb-13"], ["North", "Ash", 1, 2], ["", "Elm", 3, 4]]
    loaded = load_rows(*rows, ["South", "Oak", 5, 6], sheet="Trend")
    assert values(loaded, "area", "team")[:3] == [("North", "Ash"), ("North", "Elm"), ("South", "Oak")]


LONG = [
    ["Month", "Team", "Measure", "Value"],
    ["Feb-13", "Ash", "FTE in post", 5],
    ["Feb-13", "Ash", "Children allocated", 100],
    ["Feb-13", "Elm", "FTE in post", 6],
    ["Feb-13", "Elm", "Children allocated", 120],
    ["Feb-13", "Total", "Children allocated", 220],
]


@pytest.mark.parametrize(
    ("row", "column", "value", "code"),
    [
        (5, 3, 221, "total_disagrees"),
        (2, 3, "*", "missing_code"),
        (3, 3, "many", "not_a_number"),
        (4, 3, None, "blank_figure"),
        (3, 0, "soon", "unreadable_month"),
    ],
)
def test_a_remark_on_a_row_for_a_measure_names_the_true_cell(row: int, column: int, value: object, code: str) -> None:
    loaded = load_rows(*changed(LONG, row, column, value), sheet="Data")
    assert problem(loaded, code).cell == f"{'ABCD'[column]}{row + 1}"


def test_a_measure_twice_for_a_team_and_month_is_refused_with_both_cells() -> None:
    found = problem(load_rows(*LONG, LONG[2], sheet="Data"), "team_twice")
    assert (found.cell, "B7 and in cell B2" in found.message) == ("B7", True)


def test_two_columns_of_numbers_and_none_called_a_value_are_not_guessed_between() -> None:
    rows = [[*row, number] for number, row in enumerate(LONG)]
    rows[0] = ["Month", "Team", "Measure", "This one", "That one"]
    assert codes(load_rows(*rows, sheet="Data")) == ["row_per_measure"]
    rows[0][3] = "Value"
    loaded = load_rows(*rows, sheet="Data")
    assert "“That one”" in problem(loaded, "figures_beside").message
    assert values(loaded, "fte", "allocated") == [(5, 100), (6, 120)]


def test_headings_repeated_below_a_row_with_a_month_are_no_measures_of_that_month() -> None:
    # Given two months, the second below the same headings once more
    head = ["Team", "Period", "WTE in post", "Allocated", "Unallocated"]
    loaded = load_rows(head, ["Ash", "Mar-25", 5.5, 100, 0], head, ["Ash", "Apr-25", 6, 120, 3], sheet="Data")
    # Then each figure is of the month in its own row
    assert values(loaded, "month", "allocated") == [(dt.date(2025, 3, 1), 100), (dt.date(2025, 4, 1), 120)]


@pytest.mark.parametrize(
    "title", ["Trend in {}", "Monthly {}", "Table: {}", "{} – all teams", "{} (Apr 2023 to Mar 2024)"]
)
def test_a_block_is_known_by_the_measure_in_its_title(title: str) -> None:
    rows = []
    for measure, figures in (("WTE in post", [5, 6]), ("Allocated cases", [90, 95])):
        rows += [[title.format(measure)], ["Team", "Apr-23", "May-23"], ["Ash", *figures], []]
    assert values(load_rows(*rows, sheet="Trend"), "fte", "allocated") == [(5, 90), (6, 95)]


def test_labels_that_begin_with_total_are_measures_of_teams_side_by_side() -> None:
    rows = [["Service team", "Leaving Care", "Elm"], ["Total unallocated", 0, 7], ["Cases allocated", 118, 281]]
    loaded = load_rows(*rows, ["Total SW FTE", 4.4, 6.7], sheet="Jul 2011")
    assert values(loaded, "team", "fte", "allocated", "unallocated") == [
        ("Leaving Care", 4.4, 118, 0),
        ("Elm", 6.7, 281, 7),
    ]


def test_headings_repeated_in_a_text_file_are_no_measures_of_the_month_above() -> None:
    head = "Team,Month,RAG,Average,Allocated,Waiting,FTE"
    august = ["Ash,31.08.2022,Red,21.0,88,2,'4.2", "Elm,31.08.2022,Red,20.0,120,2,6.0"]
    lines = [head, *august, head, "Ash,30.09.2022,Red,14.3,120,0,8.4"]
    loaded = load_text("\n".join(lines), "extract.csv")
    assert codes(loaded, "error") == []
    assert values(loaded, "fte", "allocated") == [(4.2, 88), (6, 120), (8.4, 120)]


@pytest.mark.parametrize("word", ["Unit", "Team"])
def test_units_over_months_that_end_quarters_are_teams(word: str) -> None:
    months = [dt.date(2020 + at // 12, at % 12 + 1, 1) for at in range(10, 15)]
    rows: list[list[object]] = [[word, "Indicator", *months]]
    for team in ("Ash", "Elm"):
        rows += [[team, "FTE", 5, 6, 6, 6, 6], [team, "Allocated", 90, 95, 99, 91, 92]]
    loaded = load_rows(*rows, sheet="Trend")
    assert values(loaded, "team", "fte", "allocated")[:2] == [("Ash", 5, 90), ("Elm", 5, 90)]
