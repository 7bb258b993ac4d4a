"""What no heading says is asked on the page: the month, the worker, what an unknown group makes of a figure."""

from __future__ import annotations

import pytest
from every_row import every_row
from loading import codes, load_rows, load_sheets, problem, values

from loaders import Loaded
from loaders.mapping import Decision
from loaders.words.groups import joined

pytestmark = pytest.mark.unit


def asked(loaded: Loaded) -> list[tuple[str, bool]]:
    return [(column.heading, column.must) for column in loaded.columns if column.question]


@every_row("group", ["Workload", "Casework", "Employees", "Case status", "Staffing levels", "Team size"])
def test_a_group_that_says_nothing_more_leaves_the_figures_below_it(group: str) -> None:
    assert joined(group, "Allocated") == "Allocated"


@pytest.mark.parametrize("group", ["Staffing (FTE)", "Workforce (WTE)"])
def test_a_group_of_fte_stands_over_the_kinds_of_it(group: str) -> None:
    loaded = load_rows(
        ["", group, "", "Children", ""],
        ["Team", "Established", "In post", "Allocated", "Unallocated"],
        ["Ash", 7, 6, 100, 3],
    )
    assert values(loaded, "fte", "fte_basis", "fte_established") == [(6.0, "in post", 7.0)]


def test_figures_below_a_group_that_is_not_understood_are_read_and_asked_about() -> None:
    # Given a group heading with a word that nobody knows over figures that no other column gives
    rows = [["", "", "Quorble", ""], ["Team", "FTE", "Allocated", "Unallocated"], ["Ash", 5.5, 100, 3]]
    rows[0][1] = "Staff"
    loaded = load_sheets({"Feb 2013": rows})
    # Then they are read, and to be confirmed before the file is kept
    assert values(loaded, "fte", "allocated", "unallocated") == [(5.5, 100, 3)]
    assert asked(loaded) == [("Allocated", True), ("Unallocated", True)]
    # And once they are, nothing more is asked
    said = [Decision("Allocated", "allocated"), Decision("Unallocated", "unallocated")]
    again = load_sheets({"Feb 2013": rows}, mapping=said)
    assert (values(again, "allocated", "unallocated"), asked(again)) == ([(100, 3)], [])


@pytest.mark.parametrize("groups", [["Ages 0 to 4 years", "Older"], ["CIN", "Agency"], ["Families", "Foster carers"]])
def test_a_group_that_tells_two_columns_apart_or_is_of_something_else_is_not_left_out(groups: list[str]) -> None:
    loaded = load_rows(
        ["", "Staff", groups[0], groups[1]], ["Team", "FTE", "Allocated", "Allocated"], ["Ash", 5.5, 10, 20]
    )
    assert values(loaded, "allocated") == [(None,)]
    assert "no_children" in codes(loaded)


def test_a_column_of_months_that_is_not_known_is_asked_about() -> None:
    rows = [["Team", "Frozen on", "FTE", "Allocated"], ["Ash", "Feb-2013", 5.5, 100], ["Elm", "Feb-2013", 6, 90]]
    loaded = load_sheets({"Data": rows})
    assert (loaded.stopped, asked(loaded)) == (True, [("Frozen on", True)])
    answered = load_sheets({"Data": rows}, mapping=[Decision("Frozen on", "month")])
    assert values(answered, "team", "allocated") == [("Ash", 100), ("Elm", 90)]


def test_names_of_workers_below_a_heading_that_is_not_known_are_asked_about() -> None:
    rows = [
        ["Team", "Whose", "FTE", "Total children"],
        *(["Ash", "W 1", 1, 12], ["", "W 2", 0.5, 8], ["Elm", "W 3", 1, 15], ["", "W 4", 1, 14]),
    ]
    loaded = load_sheets({"Feb 2013": rows})
    assert ("Whose", True) in asked(loaded)
    said = [Decision("Whose", "worker"), Decision("Total children", "allocated")]
    assert values(load_sheets({"Feb 2013": rows}, mapping=said), "team", "fte", "allocated") == [
        ("Ash", 1.5, 20),
        ("Elm", 2.0, 29),
    ]


@pytest.mark.parametrize("heading", ["Staff", "Case holder", "Members of staff"])
def test_a_heading_of_staff_over_names_is_that_of_workers(heading: str) -> None:
    loaded = load_rows(
        ["Team", heading, "FTE", "Allocated"],
        *(["Ash", "W 1", 1, 12], ["", "W 2", 0.5, 8], ["", "Unallocated", None, 3], ["Elm", "W 3", 1, 15]),
    )
    assert values(loaded, "team", "fte", "allocated", "unallocated") == [("Ash", 1.5, 20, 3), ("Elm", 1.0, 15, 0)]
    assert problem(loaded, "teams_from_workers").severity == "note"


@pytest.mark.parametrize("heading", ["Squad", "Delivery"])
def test_the_team_of_a_list_of_workers_is_asked_where_no_column_is_called_so(heading: str) -> None:
    # Given a list of workers whose teams stand below another heading, beside a note
    rows = [
        [heading, "Worker", "WTE", "Children", "Remark"],
        ["Ash", "SW 1", 1, 20, ""],
        ["Ash", "SW 2", 0.8, 16, "new"],
        ["Elm", "SW 3", 1, 18, ""],
    ]
    before = load_sheets({"Feb 2013": rows})
    # Then it is asked about, without a value, and columns of figures and notes are not
    assert (before.stopped, asked(before)) == (True, [(heading, True)])
    assert not any(column.samples for column in before.columns if column.question)
    # And once it is said, the list is added up by it
    loaded = load_sheets({"Feb 2013": rows}, mapping=[Decision(heading, "team")])
    assert values(loaded, "team", "fte", "allocated") == [("Ash", 1.8, 36), ("Elm", 1.0, 18)]


def test_one_worker_without_a_team_is_not_asked_about() -> None:
    rows = [["Team", "Worker", "WTE", "Children", "Remark"], ["Ash", "SW 1", 1, 20, ""], ["", "SW 2", 1, 9, "new"]]
    assert [one for one in asked(load_sheets({"Feb 2013": rows})) if one[0] in ("Team", "Remark")] == []
