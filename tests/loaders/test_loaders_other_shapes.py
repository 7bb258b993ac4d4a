"""Tables of other shapes come out exactly as they were made, and every remark names the true cell."""

from __future__ import annotations

import random

import pytest
from loading import codes, load_rows, problem, values
from made_files import Made
from made_shapes import SHAPES
from test_loaders_shapes import teams_of

from loaders import load

pytestmark = pytest.mark.functional

SEEDS = range(40)
FIGURES = ("month", "team", "fte", "allocated", "unallocated")


def made(shape: str, seed: int) -> Made:
    return SHAPES[shape](random.Random(f"{shape} {seed}"))


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("shape", SHAPES)
def test_a_file_of_another_shape_comes_out_exactly_as_it_was_made(shape: str, seed: int) -> None:
    # Given a file of the shape, and what stands in it
    file = made(shape, seed)
    # When it is loaded
    loaded = load(file.content, file.name)
    # Then its teams are there exactly, in their order, and nothing is to be checked
    assert [problem.message for problem in loaded.problems if problem.severity != "note"] == []
    assert teams_of(loaded) == file.teams
    assert len(loaded.tables["worker_caseload"]) == file.workers


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
