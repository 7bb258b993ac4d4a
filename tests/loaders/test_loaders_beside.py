"""What stands beside the figures and changes what they mean: dates, other bases, parts of a team, codes."""

from __future__ import annotations

import datetime as dt
from itertools import permutations

import pytest
from every_row import every_row
from loading import HEADINGS, TWO, codes, load_rows, load_sheets, problem, values

from loaders.words.vocabulary import meaning_of

pytestmark = pytest.mark.unit

DAY = dt.datetime(2013, 2, 28)


@pytest.mark.parametrize("label", ["Position as at", "As at:", "Data as at"])
@pytest.mark.parametrize("gap", [[], [[]]], ids=["close", "apart"])
def test_a_date_in_a_cell_of_its_own_is_the_position_date(label: str, gap: list[list[object]]) -> None:
    # Given a label, a real date beside it, and another month in the name of the file
    loaded = load_sheets({"Data": [["Fieldwork"], [label, DAY], *gap, HEADINGS, *TWO]}, "Caseload March 2013.xlsx")
    # Then the date is that of the figures
    day = dt.date(2013, 2, 28)
    assert values(loaded, "month", "as_at") == [(day.replace(day=1), day)] * 2
    assert "month_from_file_name" not in codes(loaded, "note")


def test_the_first_of_a_month_in_a_cell_of_its_own_is_the_month() -> None:
    loaded = load_sheets({"Data": [["Reporting month", dt.datetime(2013, 2, 1)], HEADINGS, *TWO]})
    assert values(loaded, "month", "as_at")[0] == (dt.date(2013, 2, 1), None)


def test_each_of_two_tables_has_the_date_above_it() -> None:
    rows = [["As at", dt.datetime(2013, 1, 31)], HEADINGS, *TWO, [], ["As at", DAY], HEADINGS, *TWO]
    loaded = load_sheets({"Data": rows})
    assert sorted({when for (when,) in values(loaded, "as_at")}) == [dt.date(2013, 1, 31), dt.date(2013, 2, 28)]


def test_a_date_above_other_shapes_is_the_position_date() -> None:
    rows = [["Position as at", DAY], [], ["Team", "Ash", "Elm"], ["FTE", 5.5, 6], ["Children allocated", 100, 120]]
    assert values(load_sheets({"Data": rows}), "as_at") == [(dt.date(2013, 2, 28),)] * 2


@every_row(
    "name",
    [
        "of which ASYE",
        "Of which: agency",
        "Including agency",
        "incl. agency",
        "Previous month",
        "Change since last month",
    ],
)
def test_a_part_of_a_team_and_a_comparison_are_no_teams(name: str) -> None:
    loaded = load_rows(HEADINGS, *TWO, [name, 2, 20, 0])
    assert values(loaded, "team") == [("Ash",), ("Elm",)]
    assert problem(loaded, "summary_row").cell == "A4"


@pytest.mark.parametrize("name", ["Inclusion", "Changing Lives", "Previous Looked After", "Comprehensive Assessment"])
def test_teams_whose_names_begin_alike_stay_teams(name: str) -> None:
    assert (name,) in values(load_rows(HEADINGS, *TWO, [name, 2, 20, 0]), "team")


@pytest.mark.parametrize("code", ["*", "c", "<5", ".."])
def test_children_with_no_team_who_are_not_counted_leave_the_service_unknown(code: str) -> None:
    # Given teams whose waiting children are known, and a code for those of no team
    loaded = load_rows(HEADINGS, *TWO, ["Unallocated", None, None, code])
    # Then nothing is kept for the service, and it is said why
    assert values(loaded, "unallocated", table="service_caseload") == []
    assert problem(loaded, "service_waiting_unknown").cell == "D4"


@pytest.mark.parametrize("own", [None, "*"])
def test_a_team_whose_waiting_children_are_not_known_leaves_the_service_unknown(own: str | None) -> None:
    loaded = load_rows(HEADINGS, ["Ash", 5.5, 100, 3], ["Elm", 6, 120, own], ["Unallocated", None, None, 5])
    assert values(loaded, "unallocated", table="service_caseload") == []
    assert "not every team" in problem(loaded, "service_waiting_unknown").message


def test_where_no_team_has_waiting_children_of_its_own_those_of_the_service_are_kept() -> None:
    loaded = load_rows(HEADINGS, ["Ash", 5.5, 100], ["Elm", 6, 120], ["Unallocated", None, None, 5])
    assert values(loaded, "unallocated", table="service_caseload") == [(5,)]
    coded = load_rows(HEADINGS, ["Ash", 5.5, 100, "*"], ["Elm", 6, 120, "*"], ["Unallocated", None, None, 5])
    assert values(coded, "unallocated", table="service_caseload") == []


BASES = {"Case-holding FTE": "case-holding", "FTE in post": "in post", "Established FTE": "established"}


@every_row(("one", "other"), list(permutations(BASES, 2)))
def test_two_sheets_of_a_month_with_other_fte_are_refused(one: str, other: str) -> None:
    # Given two sheets as at the same day, each with another full-time equivalent
    sheets = {
        name: [["As at 28 February 2013"], ["Team", heading, "Children allocated"], [f"{name} 1", 7.5, 187]]
        for name, heading in (("North", one), ("South", other))
    }
    # Then both sheets are named, and nothing is added up
    loaded = load_sheets(sheets)
    said = problem(loaded, "fte_basis_mixed")
    assert (said.sheet, said.cell) == ("South", "B2")
    assert "“North”" in said.message


def test_the_fte_that_both_sheets_of_a_month_give_is_taken() -> None:
    both = [["Team", "Case-holding FTE", "FTE in post", "Children allocated"], ["North 1", 7, 8, 187]]
    post = [["Team", "FTE in post", "Children allocated"], ["South 1", 6, 150]]
    loaded = load_sheets({"A": [["As at 28 February 2013"], *both], "B": [["As at 28 February 2013"], *post]})
    assert values(loaded, "team", "fte", "fte_basis") == [("North 1", 8.0, "in post"), ("South 1", 6.0, "in post")]


WANTED = ["FTE required", "Required FTE", "SW required (FTE)", "Posts required"]
OPEN = ["Open posts", "Open posts FTE", "Established FTE required", "Optional FTE"]


@every_row("heading", [*WANTED, *OPEN])
def test_posts_that_are_wanted_or_open_are_no_fte(heading: str) -> None:
    # Given FTE in post, and beside it what is wanted
    loaded = load_rows(
        ["Team", "FTE in post", heading, "Children allocated"], ["Ash", 5, 8.5, 100], ["Elm", 6, 9.5, 90]
    )
    # Then that is not read, and is named
    assert values(loaded, "fte") == [(5.0,), (6.0,)]
    assert heading in problem(loaded, "columns_not_read").message


@every_row(
    ("heading", "field"),
    [
        ("Open cases", "children"),
        ("Number of children open at month end", "children"),
        ("Cases currently open", "children"),
        ("All open children", "children"),
        ("Total open cases", "children"),
        ("Open cases allocated", "allocated"),
        ("Open unallocated cases", "unallocated"),
        ("Children allocated (required)", "allocated"),
        ("Case-holding FTE (optional)", "fte_case_holding"),
    ],
)
def test_open_children_and_what_a_form_says_in_brackets_are_read(heading: str, field: str) -> None:
    assert meaning_of(heading) == field
