"""A number of social workers beside each team is no worker's name."""

from __future__ import annotations

import pytest
from loading import codes, load_rows, problem, values

pytestmark = pytest.mark.unit

BEHIND = ["Children allocated", "Children waiting"]


def test_numbers_below_social_worker_are_counted_and_the_waiting_are_kept() -> None:
    headings = ["Team", "Social Worker", "Senior Social Worker", "ASYE", *BEHIND]
    loaded = load_rows(headings, ["Ash", 5, 2, 1, 150, 3], ["Elm", 4, 2, 2, 120, 0])
    assert values(loaded, "team", "headcount", "fte", "unallocated") == [("Ash", 5, None, 3), ("Elm", 4, None, 0)]
    assert problem(loaded, "people_or_fte").cell == "B1"


def test_halves_are_fte_and_the_grades_beside_are_told_of() -> None:
    headings = ["Team", "Social Worker", "SSW", "ASYE", *BEHIND]
    loaded = load_rows(headings, ["Ash", 5.5, 2, 1, 150, 3], ["Elm", 4, 2, 2, 120, 0])
    assert values(loaded, "fte") == [(5.5,), (4,)]
    assert codes(loaded) == ["fte_parts_left_out"]


def test_grades_below_one_heading_of_fte_are_refused() -> None:
    above = ["Team", "Staffing (FTE)", "", "", "Children", ""]
    headings = ["", "Social worker", "Senior social worker", "ASYE", "Allocated", "Waiting"]
    loaded = load_rows(above, headings, ["Ash", 5.5, 2, 1, 150, 0], ["Elm", 4, 2, 2, 120, 0])
    assert problem(loaded, "split_heading").cell == "B2"


@pytest.mark.parametrize(
    "rows",
    [
        # A team stands twice, or the numbers are those of a pay roll.
        [["Ash", 1, 1, 15], ["Ash", 2, 1, 16], ["Elm", 3, 1, 17]],
        [["Ash", 10234, 1, 15], ["Elm", 10235, 1, 16]],
    ],
)
def test_numbers_that_stand_for_workers_are_their_names(rows: list[list[object]]) -> None:
    loaded = load_rows(["Team", "Social worker", "FTE", "Children allocated"], *rows)
    assert len(loaded.tables["worker_caseload"]) == len(rows)
