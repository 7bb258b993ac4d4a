"""Workers are read under codes: nobody's name leaves the loader."""

from __future__ import annotations

import datetime as dt

import pytest
from every_row import every_row
from loading import HEADINGS, TWO, codes, load_sheets, problem, values

from loaders.staff.nobody import is_nobody
from loaders.staff.pseudonym import code_for, is_code
from loaders.told import as_json, in_words

pytestmark = pytest.mark.unit

COLUMNS = ["Month", "Team", "Worker", "Post title", "FTE", "Newly qualified (ASYE)", "Children"]
FEBRUARY = dt.date(2013, 2, 1)


def load_workers(*rows, **options):
    return load_sheets({"Feb 2013": [HEADINGS, *TWO], "Workers": [COLUMNS, *rows]}, **options)


def workers(loaded, *columns):
    return values(loaded, *columns, table="worker_caseload")


def test_a_worker_is_read_with_all_that_is_known() -> None:
    loaded = load_workers([FEBRUARY, "Ash", "SW 012", "Social Worker", 0.6, "Yes", 14])
    columns = ("month", "team", "worker", "role", "fte", "asye", "allocated")
    assert workers(loaded, *columns) == [(FEBRUARY, "Ash", "SW 012", "Social Worker", 0.6, True, 14)]


@every_row("code", ["SW 012", "Worker 001", "N1-03", "SW012", "S2-11", "ABC-1", "sw 4"])
def test_what_is_plainly_a_code_stays(code: str) -> None:
    assert is_code(code)
    assert code_for(code, b"key") == code


@every_row("name", ["Jane Doe", "Doe, Jane", "J Doe", "jdoe", "104233", "Jo-Ann", "Jane 2", "JD1"])
def test_what_may_be_a_name_is_replaced(name: str) -> None:
    assert not is_code(name)
    code = code_for(name, b"key")
    assert code.startswith("W-")
    assert name.casefold() not in code.casefold()


def test_the_code_is_the_same_for_the_same_name_and_key_only() -> None:
    same = {
        code_for(name, b"key")
        for name in ("Jane Doe", "jane  doe", "Doe, Jane", "JANE DOE", "Jané Doe", "Jane\u00a0Doe")
    }
    assert len(same) == 1
    assert code_for("Jane Doe", b"other") not in same
    assert code_for("John Doe", b"key") not in same


def test_no_name_is_left_in_anything_that_is_said_or_kept() -> None:
    # Given names in a list, one of them twice, one without a team, one with a wrong figure
    rows = [[FEBRUARY, "Ash", name, "Social Worker", 1, "N", 10] for name in ("Zebedee Quill", "Orla Vane")]
    rows += [[FEBRUARY, None, "Tam Lind", "", 1, "N", 5], [FEBRUARY, "Elm", "Uma Frost", "", "many", "perhaps", -1]]
    for extra in ([], [rows[0]]):
        loaded = load_workers(*rows[: None if extra else 2], *extra)
        said = str(as_json(loaded)) + in_words(loaded)
        # Then none of their parts appears
        for part in ("Zebedee", "Quill", "Orla", "Vane", "Tam", "Lind", "Uma", "Frost"):
            assert part not in said


def test_without_a_key_the_codes_hold_for_the_file_only() -> None:
    row = [FEBRUARY, "Ash", "Jane Doe", "", 1, "N", 10]
    one, other = load_workers(row), load_workers(row, [FEBRUARY, "Ash", "SW 1", "", 1, "N", 10])
    kept = load_workers(row, worker_key=b"key")
    codes_found = {workers(loaded, "worker")[0][0] for loaded in (one, other, kept)}
    assert len(codes_found) == 3
    assert workers(kept, "worker") == [(code_for("Jane Doe", b"key"),)]


@every_row("name", ["Vacant", "VACANT POST", "Vacancy 2", "Awaiting allocation", "Unallocated", "Duty"])
def test_vacant_posts_and_waiting_children_are_no_workers(name: str) -> None:
    assert is_nobody(name)
    loaded = load_workers([FEBRUARY, "Ash", "SW 1", "", 1, "N", 10], [FEBRUARY, "Ash", name, "", 0, "", 9])
    assert workers(loaded, "worker") == [("SW 1",)]
    assert "One row" in problem(loaded, "not_workers").message


def test_totals_among_workers_are_no_workers() -> None:
    loaded = load_workers(
        [FEBRUARY, "Ash", "SW 1", "", 1, "N", 10],
        ["", "Ash total", "", "", 1, "", 10],
        ["", "", "Total", "", 1, "", 10],
    )
    assert workers(loaded, "worker") == [("SW 1",)]
    assert codes(loaded) == []


def test_a_worker_twice_in_a_team_is_refused_with_both_cells() -> None:
    row = [FEBRUARY, "Ash", "Jane Doe", "", 1, "N", 10]
    found = problem(load_workers(row, row), "worker_twice")
    assert found.cell == "C3"
    assert "C3 and in cell C2" in found.message


def test_a_worker_in_two_teams_is_two_rows() -> None:
    rows = [[FEBRUARY, team, "SW 1", "", 0.5, "N", 10] for team in ("Ash", "Elm")]
    assert workers(load_workers(*rows), "team") == [("Ash",), ("Elm",)]


def test_a_worker_without_a_team_is_refused() -> None:
    assert problem(load_workers([FEBRUARY, "", "SW 1", "", 1, "N", 10]), "worker_without_team").cell == "B2"


def test_a_team_that_the_team_table_does_not_have_is_warned_of() -> None:
    loaded = load_workers([FEBRUARY, "Elms", "SW 1", "", 1, "N", 10])
    assert "“Elms” in February 2013" in problem(loaded, "team_of_workers_unknown").message


def test_a_blank_about_being_newly_qualified_is_not_a_no() -> None:
    rows = [[FEBRUARY, "Ash", f"SW {n}", "", 1, said, 10] for n, said in enumerate(["", "N", "ASYE", "perhaps"])]
    loaded = load_workers(*rows)
    assert workers(loaded, "asye") == [(None,), (False,), (True,), (None,)]
    assert problem(loaded, "unclear_asye").cell == "F5"


@every_row("name", ["-", "N/A", "Team Manager", "Duty worker", "Ash"])
def test_a_row_of_nobody_adds_no_worker_and_no_fte(name: str) -> None:
    rows = [[FEBRUARY, "Ash", "SW 1", "", 1, "N", 10], [FEBRUARY, "Ash", name, "", 1, "", 9]]
    loaded = load_sheets({"Workers": [COLUMNS, *rows]})
    assert workers(loaded, "worker") == [("SW 1",)]
    assert values(loaded, "fte", "allocated", "unallocated") == [(1, 10, 9)]


BESIDE = ["Vacant", "Vacancy", "Left 12/1/13", "Left", "Leaver", "Post deleted", "Frozen", "Out to advert"]
POSTS = ["Team", "Post no", "Worker", "Status", "FTE", "Children allocated"]


@every_row("status", BESIDE)
@every_row("name", ["P2", "Zebedee Quill", ""])
def test_a_post_that_another_column_calls_vacant_is_no_fte(status: str, name: str) -> None:
    rows = [["Ash", "P1", "SW 1", "In post", 1, 20], ["Ash", "P2", name, status, 1, 0]]
    loaded = load_sheets({"Feb 2013": [POSTS, *rows]})
    assert values(loaded, "team", "fte", "allocated") == [("Ash", 1, 20)]
    if name and status.startswith("Le"):
        assert problem(loaded, "worker_not_in_post").cell == "D3"
    else:
        assert "One row" in problem(loaded, "not_workers").message
    assert "“Post no”." in problem(loaded, "columns_not_read").message
    assert "Quill" not in str(as_json(loaded)) + in_words(loaded)


@every_row("status", ["Covering vacancy", "Vacancy cover", "Left-handed", "Leaving 12/1/25", "Permanent"])
def test_a_worker_of_whom_a_column_says_no_such_thing_is_in_post(status: str) -> None:
    loaded = load_sheets({"Feb 2013": [POSTS, ["Ash", "P1", "SW 1", status, 1, 20]]})
    assert values(loaded, "fte") == [(1,)]


@every_row(
    "name", ["Vac", "Frozen post", "Out to advert", "Advertised", "Post deleted", "Leaver", "0", 0, "Re-advertised"]
)
def test_a_post_without_a_worker_is_no_fte(name: object) -> None:
    loaded = load_sheets({"Feb 2013": [POSTS, ["Ash", "P1", "SW 1", "", 1, 20], ["Ash", "P2", name, "", 1, 0]]})
    assert values(loaded, "team", "fte", "allocated") == [("Ash", 1, 20)]
