"""A list of children is counted, and nothing of a child's row is left anywhere."""

from __future__ import annotations

import datetime as dt
import pkgutil
import random
from functools import cache
from importlib import import_module
from inspect import signature
from typing import Any

import pytest
from every_row import every_row
from generated_people import MARK, cases
from loading import HEADINGS, TWO, codes, load_rows, load_sheets, problem, values
from made_files import Made

import loaders
from loaders import Loaded, load
from loaders.told import as_json, in_words

pytestmark = pytest.mark.unit

HEADS = ["Child ID", "Name", "Date of birth", "Team", "Social worker", "Case status"]
CASES = [
    ["A1", "Qj One", "01/02/2010", "Ash", "SW 1", "Open"],
    ["A2", "Qj Two", "01/02/2011", "Ash", "SW 1", "Open"],
    ["A3", "Qj Three", "01/02/2012", "Ash", "", "Open"],
    ["A4", "Qj Four", "01/02/2013", "Elm", "Qj Worker", "Open"],
    ["A5", "Qj Five", "01/02/2014", "Elm", "Qj Worker", "Closed"],
    ["A4", "Qj Four", "01/02/2013", "Elm", "Qj Worker", "Open"],
    ["A6", "Qj Six", "01/02/2013", "", "", "Open"],
]


def load_cases(*rows: list[object]):
    return load_rows(HEADS, *rows, sheet="Feb 2013")


def test_children_are_counted_by_team_and_by_worker() -> None:
    loaded = load_cases(*CASES)
    assert values(loaded, "team", "fte", "allocated", "unallocated") == [("Ash", None, 2, 1), ("Elm", None, 1, 0)]
    assert values(loaded, "team", "allocated", table="worker_caseload") == [("Ash", 2), ("Elm", 1)]
    assert values(loaded, "unallocated", table="service_caseload") == [(2,)]
    assert "1 row" in problem(loaded, "closed_not_counted").message
    assert "1 row" in problem(loaded, "children_repeated").message
    assert [(read.table, read.columns) for read in loaded.read] == [
        ("team_caseload", {"Team": "team", "Social worker": "worker"})
    ]


@pytest.mark.parametrize(
    ("row", "code", "cell"),
    [
        (["Qj7", "Qj Seven", "Qj", "", "Qj Worker", "Open"], "child_without_team", "D9"),
        (["A1", "Qj One", "Qj", "Elm", "SW 2", "Qj"], "child_in_two_teams", "D9"),
    ],
)
def test_what_is_wrong_with_a_child_names_the_cell_only(row: list[object], code: str, cell: str) -> None:
    loaded = load_cases(*CASES, row)
    found = problem(loaded, code)
    assert (found.cell, found.found) == (cell, "")
    assert "Qj" not in str(as_json(loaded)) + in_words(loaded)


def test_a_list_without_a_month_is_said_to_be_taken_for_a_list_of_children_first() -> None:
    # Given a list of children that nothing gives a month, then what it is and what is kept of it comes before that
    loaded = load_rows(HEADS, *CASES, sheet="Sheet1")
    assert "no_month" not in codes(loaded)
    message = problem(loaded, "no_month_of_children").message
    assert message.startswith("This is taken for a list of children. Only how many each team and each worker has")
    assert "But nothing says which month it is of. Call the sheet" in message


def test_a_month_that_is_none_is_not_quoted() -> None:
    rows = [["Month", *HEADS], ["Feb-13", *CASES[0]], ["Qj February", *CASES[1]]]
    loaded = load_rows(*rows, sheet="Sheet1")
    assert problem(loaded, "month_of_child_unreadable").cell == "A3"
    assert "Qj" not in str(as_json(loaded))


@cache
def drawn(seed: int) -> tuple[Made, Loaded, dict[str, int]]:
    """A list in which every child's word carries a mark, what was read of it, and what is remembered right after."""
    file = cases(random.Random(f"marks {seed}"))
    return file, load(file.content, file.name), remembered()


@every_row("seed", range(25))
def test_no_mark_of_a_child_or_a_worker_is_left_anywhere(seed: int) -> None:
    # Given a list in which every child's word carries a mark, when it is loaded
    _, loaded, held = drawn(seed)
    # Then it is in nothing that is told or kept
    assert MARK not in str(as_json(loaded)) + in_words(loaded) + repr(loaded)
    # And no memory of the loader that is kept by text holds anything
    assert {name: size for name, size in held.items() if size} == {}


def remembered() -> dict[str, int]:
    """How much each memory of the loader holds that is kept by something."""
    return {f"{one.__module__}.{one.__name__}": one.cache_info().currsize for one in memories()}


@cache
def memories() -> list[Any]:
    """Every function of the loader that remembers what it was asked.

    But that of empty tables, which is kept by their names; what is worked out once, of nothing, holds no file's words.
    """
    modules = [import_module(found.name) for found in pkgutil.walk_packages(loaders.__path__, "loaders.")]
    functions = {thing for module in modules for thing in vars(module).values() if hasattr(thing, "cache_info")}
    ours = [one for one in functions if one.__module__.startswith("loaders.")]
    return [one for one in ours if signature(one).parameters and one.__module__ != "loaders.teams.frames"]


def test_what_is_remembered_of_a_table_of_teams_is_kept_for_speed() -> None:
    load_rows(HEADINGS, *TWO)
    assert remembered()["loaders.words.vocabulary.meaning_of"] > 0


@every_row("seed", range(25))
def test_a_total_or_a_remark_below_the_list_is_no_child_who_waits(seed: int) -> None:
    # Given a list in which every child has a team
    file, loaded, _ = drawn(seed)
    # Then nobody waits in the service who is not in a team
    waiting = {team.month: 0 for team in file.teams}
    for team in file.teams:
        waiting[team.month] += team.unallocated or 0
    told = values(loaded, "month", "unallocated", table="service_caseload")
    assert [(month, waiting[month]) for month, _ in told] == told


def test_a_code_below_the_list_is_a_child_and_what_is_left_out_is_said() -> None:
    loaded = load_cases(CASES[0], ["A7"], [], ["Total", 2], ["Closed cases are left out"])
    assert values(loaded, "unallocated", table="service_caseload") == [(1,)]
    assert problem(loaded, "lines_below_list").message.startswith("2 rows below the list")


@pytest.mark.parametrize(("heading", "allocated"), [("Date of birth", 2), ("Child ID", 1), ("Child's name", 1)])
def test_a_date_of_birth_alone_does_not_make_two_rows_one_child(heading: str, allocated: int) -> None:
    rows = [["01/02/2010", "Ash", "SW 1", ""], ["01/02/2010", "Ash", "SW 1", ""]]
    loaded = load_rows([heading, "Lead team", "Allocated SW name", "Type"], *rows)
    assert values(loaded, "team", "allocated") == [("Ash", allocated)]


@every_row(
    ("team", "worker"),
    [
        ("Holding team", "Named social worker"),
        ("Team (current)", "Case holder"),
        ("Lead team", "Caseworker"),
        ("Responsible team name", "Name of SW"),
        ("Current team", "Lead practitioner"),
    ],
)
def test_a_list_of_children_has_its_own_words_for_team_and_worker(team: str, worker: str) -> None:
    loaded = load_rows(["Mosaic no.", "Team manager", team, worker], ["A1", "Qj", "Ash", "SW 1"])
    assert values(loaded, "team", "allocated") == [("Ash", 1)]
    assert [(one.heading, one.field) for one in loaded.columns][2:] == [(team, "team"), (worker, "worker")]


@pytest.mark.parametrize("name", ["Fieldwork team", "Assessment", "Team", "Unit"])
def test_a_row_that_looks_like_headings_is_a_child(name: str) -> None:
    rows = [["A1", "Qj One", "CIN", name, "SW 1", "CP"], ["A2", "Qj Two", "LAC", name, "SW 1", "Allocated"]]
    loaded = load_cases(*rows)
    assert "Qj" not in str(as_json(loaded))
    assert values(loaded, "team", "allocated") == [(name, 2)]


def test_several_lists_of_one_month_are_not_added_up() -> None:
    loaded = load_sheets({"List 6": [HEADS, *CASES], "List 7": [HEADS, *CASES]}, name="feb 2013.xlsx")
    assert codes(loaded) == ["child_level"]
    loaded = load_sheets({"Jan 2013": [HEADS, *CASES], "Feb 2013": [HEADS, *CASES]})
    assert [str(month) for (month,) in values(loaded, "month")] == ["2013-01-01"] * 2 + ["2013-02-01"] * 2


def test_a_list_beside_the_teams_is_not_read() -> None:
    loaded = load_sheets({"Feb 2013": [HEADINGS, *TWO], "Cases": [HEADS, *CASES]})
    assert "“Cases”" in problem(loaded, "case_list_not_read").message
    assert values(loaded, "team", "allocated") == [("Ash", 100), ("Elm", 120)]


NOBODY = [
    "-",
    "N/A",
    "?",
    "x",
    "not known",
    "Team Manager",
    "Manager",
    "A Marker (Team Manager)",
    "Duty worker",
    "Ash",
    "ASH TEAM",
]


@every_row("worker", NOBODY)
def test_a_child_held_by_nobody_a_manager_a_duty_desk_or_the_team_waits(worker: str) -> None:
    loaded = load_cases(CASES[0], ["A7", "Qj Seven", "01/02/2014", "Ash", worker, "Open"])
    assert values(loaded, "team", "allocated", "unallocated") == [("Ash", 1, 1)]
    assert len(loaded.tables["worker_caseload"]) == 1


@every_row("worker", ["K", "Qj Managerson", "Ashley", "Qj Dutyman", "Sam Nobodyson"])
def test_a_worker_whose_name_is_like_such_a_word_is_one(worker: str) -> None:
    assert values(load_cases(["A7", "Qj Seven", "", "Ash", worker, "Open"]), "allocated", "unallocated") == [(1, 0)]


def test_a_child_with_an_id_is_counted_whatever_the_surname() -> None:
    loaded = load_rows(
        ["Child ID", "Child surname", *HEADS[3:5]], ["A1", "Sum", "Ash", "SW 1"], ["A2", "", "Ash", "SW 1"]
    )
    assert values(loaded, "team", "allocated") == [("Ash", 2)]


@pytest.mark.parametrize(("closed", "allocated"), [("N/A", 2), ("-", 2), ("", 2), ("01/02/2013", 1)])
def test_a_word_for_no_day_of_closure_closes_nothing(closed: str, allocated: int) -> None:
    loaded = load_rows([*HEADS[:5], "Date closed"], [*CASES[0][:5], ""], [*CASES[1][:5], closed])
    assert values(loaded, "allocated") == [(allocated,)]


NO_DAY = ["Open", "No", "N", "ongoing", "current", "still open", 0, "00/01/1900", "31/12/9999", dt.date(2013, 3, 1)]


@every_row("closed", [*NO_DAY, "01/03/2013", 2958465, "Mar 2013"])
def test_only_a_day_up_to_that_of_the_list_closes_a_case(closed: object) -> None:
    rows = [[*CASES[0][:5], closed], [*CASES[1][:5], ""]]
    loaded = load_rows([*HEADS[:5], "Date closed"], *rows)
    assert values(loaded, "allocated") == [(2,)]
    assert not {"closing_unclear", "status_unclear"} & set(codes(loaded))


@every_row("closed", ["28/02/2013", dt.date(2012, 5, 1), 41300, "Y", "Closed - NFA", "Feb 2013"])
def test_a_day_up_to_that_of_the_list_closes_a_case(closed: object) -> None:
    rows = [[*CASES[0][:5], closed], [*CASES[1][:5], ""]]
    assert values(load_rows([*HEADS[:5], "Date closed"], *rows), "allocated") == [(1,)]


def test_a_day_after_the_day_counted_does_not_close_a_case() -> None:
    rows = [[*CASES[0][:5], "14/02/2013", "15/02/2013"], [*CASES[1][:5], "14/02/2013", "14/02/2013"]]
    loaded = load_rows([*HEADS[:5], "Snapshot date", "Date closed"], *rows, sheet="Sheet1")
    assert values(loaded, "allocated") == [(1,)]


@pytest.mark.parametrize(("heading", "code"), [("Date closed", "closing_unclear"), ("Case status", "status_unclear")])
def test_words_that_say_nothing_of_closing_are_named_by_their_cells_only(heading: str, code: str) -> None:
    rows = [[*CASES[0][:5], "Qj moved"], [*CASES[1][:5], ""]]
    loaded = load_rows([*HEADS[:5], heading], *rows)
    assert values(loaded, "allocated") == [(2,)]
    assert (problem(loaded, code).severity, problem(loaded, code).cell) == ("warning", "F2")
    assert "Qj" not in str(as_json(loaded)) + in_words(loaded)


CLOSED = ["Closed - NFA", "Transferred out", "Transferred to a different authority", "Stepped down", "Completed"]
CLOSED += ["Discharged", "Not open", "Duplicate", "NFA"]
OPEN = ["Open", "Open - CIN", "Re-opened", "Not closed", "CP", "", "N/A", "Active", "Awaiting allocation"]
UNCLEAR = ["Stepped down to CIN", "Closed to CP, open to CIN", "Suspended", "Transferred"]


@every_row("status", [*CLOSED, *OPEN, *UNCLEAR])
def test_a_status_is_known_by_its_first_words(status: str) -> None:
    loaded = load_cases(CASES[0], [*CASES[1][:5], status])
    [counted] = values(loaded, "allocated", "unallocated")
    assert sum(counted) == (1 if status in CLOSED else 2)
    assert ("status_unclear" in codes(loaded)) is (status in UNCLEAR)


def test_a_case_that_opened_after_the_day_of_the_list_is_not_counted() -> None:
    rows = [[*CASES[0][:5], "28/02/2013"], [*CASES[1][:5], "01/03/2013"], [*CASES[3][:5], ""]]
    loaded = load_rows([*HEADS[:5], "Date opened"], *rows)
    assert values(loaded, "team", "allocated") == [("Ash", 1), ("Elm", 1)]
    assert "1 row is of cases opened after" in problem(loaded, "opened_later").message


@every_row("heading", ["Date", "DATE", "date", "Report date", "Return date"])
def test_the_date_of_a_row_is_not_its_month(heading: str) -> None:
    rows = [[*CASES[0][:5], "04/03/2012"], [*CASES[1][:5], "02/02/2013"]]
    loaded = load_rows([*HEADS[:5], heading], *rows)
    assert values(loaded, "month", "allocated") == [(dt.date(2013, 2, 1), 2)]


def test_the_day_of_a_snapshot_is_the_month_of_its_row() -> None:
    rows = [[*CASES[0][:5], "31/01/2013"], [*CASES[0][:5], "28/02/2013"]]
    loaded = load_rows([*HEADS[:5], "Snapshot date"], *rows, sheet="Sheet1")
    assert values(loaded, "month", "allocated") == [(dt.date(2013, 1, 1), 1), (dt.date(2013, 2, 1), 1)]


def test_a_child_who_waits_with_no_team_waits_once() -> None:
    loaded = load_cases(CASES[0], CASES[6], CASES[6])
    assert values(loaded, "unallocated", table="service_caseload") == [(1,)]
    assert problem(loaded, "children_repeated").message.startswith("1 row names a child")


def test_a_list_in_which_no_child_has_a_team_is_refused() -> None:
    found = problem(load_cases(CASES[6]), "no_child_has_team")
    assert (found.severity, found.cell) == ("error", "D2")


def test_one_row_and_several_are_told_in_their_number() -> None:
    one, two = load_cases(*CASES[:5]), load_cases(*CASES[:5], ["A8", *CASES[4][1:]])
    assert problem(one, "closed_not_counted").message == "1 row is of closed cases, and is not counted."
    assert problem(two, "closed_not_counted").message == "2 rows are of closed cases, and are not counted."


def test_a_list_of_children_is_asked_for_no_column_of_fte() -> None:
    loaded = load_rows(["Child ID", "Team", "Social worker"], ["C1", "Ash", "Kay"], ["C2", "Ash", ""])
    assert "one row for each team" in problem(loaded, "no_fte_of_children").to_do
    assert "no_fte" not in codes(loaded)
