"""Rows below the teams, or last among them, that are named as people are: neither read nor shown."""

from __future__ import annotations

import pytest
from every_row import every_row
from loading import HEADINGS, codes, load_rows, load_sheets, problem, values

from loaders.__main__ import as_json, in_words
from loaders.children.likenames import is_surely_somebodys, may_be_somebodys

pytestmark = pytest.mark.unit

MARK = "Zzmarker"
TEAMS = [["Ash", 5, 100, 2], ["Birch", 6, 110, 0], ["Cedar", 5.5, 98, 1]]
TOTAL = ["Total", 16.5, 308, 3]
NAMES = [("Ash",), ("Birch",), ("Cedar",)]


def told(loaded: object) -> str:
    return str(as_json(loaded)) + in_words(loaded)  # type: ignore[arg-type]


@every_row(
    "rows",
    [
        # Below a line or headings of a list, an age and a number of days are no FTE and no children.
        [["Awaiting allocation:"], [MARK, 5, 12], [f"{MARK}y", 3, 60, 1]],
        [["Unallocated - names", 5], [MARK, 5, 12]],
        [["Missing children"], [f"{MARK} S", 14, 2, 1]],
        [[], ["Child", "Age", "Days waiting"], [MARK, 5, 12]],
        [["Name", "Age", "Weeks"], [MARK, 3, 60]],
        [[], ["Initials", "Days", "Priority"], [MARK, 9, 1]],
        # Without such a line: by a blank row and a name as people have it, by a first name, by a number or a date.
        [[], [f"{MARK} Roe", 4, 80]],
        [[], [f"{MARK}, Jo", 4, 80, 1], [f"{MARK} Doe", 3, 60]],
        [[f"Ava {MARK}", 5, 12]],
        [[f"{MARK} Roe", 5, 12]],
        [[f"{MARK} (12/03/2015)", 5, 100]],
        [[f"{MARK} 1234567", 5, 100]],
        [[], [MARK, 5, 12]],
        [TOTAL, ["Leo", 4, 80], [MARK, 3, 60]],
    ],
)
def test_somebody_below_the_teams_is_no_team_and_is_not_shown(rows: list[list[object]]) -> None:
    loaded = load_rows(HEADINGS, *TEAMS, *rows)
    assert values(loaded, "team") == NAMES
    assert {"list_below_teams", "row_below_total", "case_list_not_read"} & {*codes(loaded, "warning", "note")}
    assert MARK not in told(loaded)


@every_row(
    "rows",
    [
        [["Kestrel", 5, 90, 0]],
        [[], ["Kestrel", 5, 90, 0]],
        [["Canton Rise", 5, 90, 0]],
        [[], ["Canton Rise team", 5, 90, 0]],
        [[], ["Canton Rise", 5, 90, 0], [], ["Total", 21.5, 398, 3]],
        [["Awaiting allocation:"], ["Kestrel", 5, 90, 0], ["Total", 21.5, 398, 3]],
        [["Unallocated", None, None, 4], ["Canton Rise", 5, 90, 0]],
        [["Specialist teams"], ["Canton Rise", 5, 90, 0]],
        [[], ["Duty", 3, 9, 0], ["Fostering", 4, 10, 0]],
        [[], ["Victoria", 5, 90, 0]],
    ],
)
def test_a_team_below_others_is_one_by_its_name_its_total_or_its_line(rows: list[list[object]]) -> None:
    loaded = load_rows(HEADINGS, *TEAMS, *rows)
    assert len(loaded.tables["team_caseload"]) > len(TEAMS)
    assert not {"list_below_teams", "row_below_total"} & {*codes(loaded)}


def test_teams_named_as_people_in_areas_alike_are_teams() -> None:
    rows = [["North"], *TEAMS, ["South"], ["Canton Rise", 4, 80, 0], ["Tilbury Docks", 5, 90, 1]]
    assert len(values(load_rows(HEADINGS, *rows), "team")) == 5


def test_of_a_pivot_table_by_team_and_child_the_teams_are_read() -> None:
    pivot = [["Team", "Allocated"], ["Ash", 3], *([f"{MARK}{n}", 1] for n in range(3)), ["Elm", 2], [f"{MARK}a", 1]]
    loaded = load_rows(*pivot, [f"{MARK}b", 1])
    assert values(loaded, "team", "allocated") == [("Ash", 3), ("Elm", 2)]
    assert problem(loaded, "list_below_teams").cell == "A3"
    assert MARK not in told(loaded)


def test_names_where_an_activity_report_has_its_measures_stop_the_file() -> None:
    rows = [["Measure", "Q1 2024/25", "Q2 2024/25"], *([f"{MARK}{letter} Smithson", 1, 3] for letter in "abcd")]
    loaded = load_sheets({"Activity": rows})
    assert codes(loaded, "error") == ["activity_of_people"]
    assert MARK not in told(loaded)


@every_row(
    ("name", "surely", "maybe"),
    [
        ("Ava", True, True),
        ("Leo West", True, True),
        ("J. S.", True, True),
        ("Ava team", False, False),
        ("James Street", False, False),
        ("North East", False, False),
        ("Holly", False, False),
        ("LAC 2", False, False),
    ],
)
def test_names_of_people_and_of_teams_are_told_apart(name: str, surely: bool, maybe: bool) -> None:
    assert (is_surely_somebodys(name), may_be_somebodys(name)) == (surely, maybe)
