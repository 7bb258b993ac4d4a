"""Teams are added up from a list of workers, and only from what it lists."""

from __future__ import annotations

import pytest
from every_row import every_row
from loading import codes, load_rows, load_sheets, problem, values

from loaders.told import as_json

pytestmark = pytest.mark.unit

LIST = [
    ["Worker caseloads at 20/02/2013"],
    ["Team", "Social worker", "Post title", "FTE", "ASYE", "Total"],
    ["Ash", "Worker 001", "Social Worker", 1, "N", 20],
    ["", "Worker 002", "Senior Practitioner", 0.6, "Y", 12],
    ["", "VACANT", "Social Worker", 1, "", 0],
    ["", "Awaiting allocation", "", "", "", 9],
    ["Ash total", "", "", 1.6, "", 41],
    ["Elm", "Jane Doe", "Social Worker", 0.8, "N", 14],
    ["Elm total", "", "", 0.8, "", 14],
    ["Grand total", "", "", 2.4, "", 55],
]
FIGURES = ("team", "fte", "headcount", "allocated", "unallocated")


def changed(row: int, column: int, value: object, rows=LIST) -> list[list[object]]:
    return [
        [value if (row, column) == (r, c) else cell for c, cell in enumerate(cells)] for r, cells in enumerate(rows)
    ]


def load_list(rows=LIST):
    return load_rows(*rows, sheet="Feb 2013")


def test_a_team_is_the_sum_of_its_workers_and_a_vacant_post_is_none() -> None:
    loaded = load_list()
    assert codes(loaded) == []
    assert values(loaded, *FIGURES) == [("Ash", 1.6, 2, 32, 9), ("Elm", 0.8, 1, 14, 0)]
    assert [str(day) for (day,) in values(loaded, "as_at")] == ["2013-02-20"] * 2
    assert len(loaded.tables["worker_caseload"]) == 3
    said = problem(loaded, "teams_from_workers")
    assert (said.severity, "“FTE”, read as FTE in post" in said.message) == ("note", True)
    assert [(read.table, read.rows) for read in loaded.read] == [("worker_caseload", 3), ("team_caseload", 2)]


def test_a_name_is_in_nothing_that_is_said_or_kept() -> None:
    for rows in (LIST, changed(7, 3, "many"), changed(7, 5, None), changed(7, 0, None), [*LIST, LIST[7]]):
        assert "Jane" not in str(as_json(load_list(rows)))


def test_case_holding_fte_is_told_from_fte_in_post() -> None:
    loaded = load_list(changed(1, 3, "Case-holding FTE"))
    assert values(loaded, "fte_basis", "fte_case_holding") == [("case-holding", 1.6), ("case-holding", 0.8)]


@every_row(
    ("row", "column", "value", "code"),
    [
        (6, 3, 1.7, "total_disagrees"),
        (6, 5, 42, "total_disagrees"),
        (8, 5, 15, "total_disagrees"),
        (9, 5, 56, "total_disagrees"),
        (2, 3, None, "blank_of_worker"),
        (3, 5, None, "blank_of_worker"),
        (2, 5, "*", "missing_code"),
        (3, 1, None, "no_worker_name"),
        (4, 5, 3, "children_of_vacant_post"),
    ],
)
def test_what_does_not_add_up_or_is_not_known_is_named_with_its_cell(
    row: int, column: int, value: object, code: str
) -> None:
    assert problem(load_list(changed(row, column, value)), code).cell == f"{'ABCDEF'[column]}{row + 1}"


def test_a_blank_of_a_worker_leaves_the_sum_unknown() -> None:
    assert values(load_list(changed(3, 5, None)), *FIGURES)[0] == ("Ash", 1.6, 2, None, 9)
    assert values(load_list(changed(3, 3, None)), *FIGURES)[0] == ("Ash", None, 2, 32, 9)


def test_a_total_may_count_the_vacant_posts() -> None:
    assert codes(load_list(changed(6, 3, 2.6))) == []


def test_without_a_word_on_waiting_children_they_are_not_known() -> None:
    rows = [row for row in LIST if "Awaiting allocation" not in row and "total" not in str(row[0])]
    loaded = load_list(rows)
    assert [waiting for (waiting,) in values(loaded, "unallocated")] == [None, None]
    assert "waiting_not_listed" in codes(loaded, "note")


def test_a_total_that_its_workers_fill_leaves_no_child_waiting() -> None:
    rows = [row for row in LIST if "Awaiting allocation" not in row and row[0] != "Grand total"]
    loaded = load_list(changed(5, 5, 32, rows))
    assert [waiting for (waiting,) in values(loaded, "unallocated")] == [0, 0]


def test_children_who_wait_with_no_team_are_the_services() -> None:
    loaded = load_list([*LIST, ["", "Unallocated", "", "", "", 6]])
    assert values(loaded, "unallocated", table="service_caseload") == [(15,)]


def test_a_team_typed_in_every_row_but_one_is_missing_there() -> None:
    rows = [["Team", "Worker", "FTE", "Children"], ["Ash", "SW 1", 1, 9], ["Ash", "SW 2", 1, 9], ["", "SW 3", 1, 9]]
    assert problem(load_list(rows), "worker_without_team").cell == "A4"


def test_types_of_case_are_not_added_up() -> None:
    rows = [["Team", "Worker", "FTE", "CIN", "CP"], ["Ash", "SW 1", 1, 9, 3]]
    assert problem(load_list(rows), "types_overlap").cell == "D1"


def test_lists_of_two_months_are_two_months() -> None:
    loaded = load_sheets({"Feb 2013": LIST[1:], "Mar 2013": LIST[1:]})
    assert [str(month) for (month,) in values(loaded, "month")] == ["2013-02-01"] * 2 + ["2013-03-01"] * 2
