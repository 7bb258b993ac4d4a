"""Headings are found by what they say, wherever they stand."""

from __future__ import annotations

import datetime as dt

import pytest
from every_row import every_row
from loading import HEADINGS, TOTAL, TWO, codes, load_rows, load_sheets, values
from made_files import book_of

from loaders import load
from loaders.files.grid import Sheet
from loaders.layouts.found import find_tables
from loaders.layouts.header import NOTE, SERVICE, TEAM, WORKER

pytestmark = pytest.mark.unit


def tables(*rows, **facts):
    return find_tables(Sheet("Sheet1", rows, **facts))


@every_row(
    ("headings", "table"),
    [
        (["Team", "FTE", "Allocated"], TEAM),
        (["Locality", "Children allocated"], TEAM),
        (["Team", "Average caseload"], TEAM),
        (["Month", "As at", "Children waiting in the service"], SERVICE),
        (["Month", "Team", "Worker", "Post title", "FTE", "Newly qualified (ASYE)", "Children"], WORKER),
        (["Month", "Mark", "Note"], NOTE),
    ],
)
def test_the_columns_say_which_table_it_is(headings: list[str], table: str) -> None:
    [found] = tables(headings)
    assert found.header.table == table


@every_row(
    "headings",
    [
        ["Team", "Code"],
        ["Team A", "FTE"],
        ["Month", "FTE", "Cost"],
        ["Month", "Allocated"],
        ["Month", "Note"],
        ["Children allocated"],
        ["", ""],
    ],
)
def test_other_headings_make_no_table(headings: list[str]) -> None:
    assert tables(headings, ["Ash", 1.0, 2.0]) == []


def test_titles_blank_rows_and_blank_columns_do_not_matter() -> None:
    [found] = tables(
        ["Caseloads", "", "", ""],
        ["", "", "", ""],
        ["", "", *HEADINGS[:2]],
        ["", "", "Ash", 5.5],
        ["", "", "", ""],
        ["", "", "Elm", 6.0],
    )
    assert found.header.columns == {"team": 2, "fte_case_holding": 3}
    assert list(found.rows) == [3, 5]
    assert found.titles == ["Caseloads"]


def test_a_group_heading_over_two_columns_gives_them_their_meaning() -> None:
    # Given "Social workers (FTE)" merged over "Established" and "In post"
    [found] = tables(
        ["Team", "Social workers (FTE)", "", "Children", ""],
        ["", "Established", "In post", "Allocated", "Waiting"],
        ["Ash", 7.0, 6.0, 100.0, 3.0],
        merged=(((0, 1), (0, 2)), ((0, 3), (0, 4)), ((0, 0), (1, 0))),
    )
    # Then both rows are the heading, and each column is known
    assert (found.header.first, found.header.last) == (0, 1)
    assert found.header.columns == {"team": 0, "fte_established": 1, "fte_in_post": 2, "allocated": 3, "unallocated": 4}


def test_a_title_right_above_the_headings_is_a_title() -> None:
    [found] = tables(["Position as at 31 March 2013", "", "", ""], HEADINGS, *TWO)
    assert found.header.first == 1
    assert found.titles == ["Position as at 31 March 2013"]


def test_headings_repeated_further_down_are_no_team() -> None:
    loaded = load_rows(HEADINGS, TWO[0], HEADINGS, TWO[1], TOTAL)
    assert values(loaded, "team") == [("Ash",), ("Elm",)]
    assert codes(loaded) == []


def test_tables_of_several_months_may_stand_below_one_another() -> None:
    # Given two tables on one sheet, each under its own title
    loaded = load_rows(
        ["Position as at 31 January 2013"],
        HEADINGS,
        *TWO,
        TOTAL,
        [],
        ["Position as at 28 February 2013"],
        HEADINGS,
        *TWO,
        TOTAL,
        sheet="Caseloads",
    )
    # Then each has its own month and day
    january, february = dt.date(2013, 1, 31), dt.date(2013, 2, 28)
    assert values(loaded, "as_at", "team") == [(january, "Ash"), (january, "Elm"), (february, "Ash"), (february, "Elm")]
    assert codes(loaded) == ["month_copied"]


def test_an_example_in_the_instructions_is_not_read() -> None:
    loaded = load_sheets({"Instructions": [HEADINGS, ["Example team", 1, 2, 3]], "Feb 2013": [HEADINGS, *TWO]})
    assert values(loaded, "team") == [("Ash",), ("Elm",)]


def test_a_hidden_sheet_of_teams_is_not_read_and_said() -> None:
    content = book_of({"Feb 2013": [HEADINGS, *TWO], "Jan 2013": [HEADINGS, *TWO]}, hidden=["Jan 2013"])
    loaded = load(content, "file.xlsx")
    assert values(loaded, "month") == [(dt.date(2013, 2, 1),)] * 2
    assert "hidden_not_read" in codes(loaded, "note")
