"""Small things about tables: numbers in words, lines of printing, lists without workers, rows called “Sep”."""

from __future__ import annotations

import pytest
from every_row import every_row
from loading import HEADINGS, TWO, codes, load_rows, load_sheets, problem, values

pytestmark = pytest.mark.unit

WITHOUT = [row[:3] for row in (HEADINGS, *TWO)]


@every_row(
    ("rows", "cell"),
    [
        ([[], ["Unallocated", "about 76"]], "B5"),
        ([[], ["Awaiting allocation", "c. 76"]], "B5"),
        ([["Children waiting:", None, None, "76 or so"]], "D4"),
    ],
)
def test_a_number_of_those_who_wait_inside_words_is_named_by_its_cell(rows: list[list[object]], cell: str) -> None:
    loaded = load_rows(*WITHOUT, *rows)
    assert problem(loaded, "waiting_in_words").cell == cell
    assert values(loaded, "team") == [("Ash",), ("Elm",)]


@every_row(
    "line",
    [
        ["Caseloads October 2024", "Printed 4 November 2024"],
        ["Caseloads October 2024", None, "Date printed 04/11/2024"],
        ["Position at 31 October 2024", "Print date 04/11/2024"],
        ["October 2024", "Report run 4 November 2024"],
    ],
)
def test_a_day_of_printing_beside_the_title_is_no_heading_and_no_month(line: list[object]) -> None:
    loaded = load_rows(line, HEADINGS, *TWO, sheet="Data")
    assert {month.isoformat() for (month,) in values(loaded, "month")} == {"2024-10-01"}
    assert codes(loaded) == []


@every_row(
    "said", ["Print date 04/11/2024", "Last updated 4 November 2024", "Extracted 4/11/2024", "Created 04/11/2024"]
)
def test_a_line_of_printing_below_the_teams_is_no_team(said: str) -> None:
    assert values(load_rows(HEADINGS, *TWO, [], [said]), "team") == [("Ash",), ("Elm",)]


@every_row(
    ("heading", "allocated", "waits"),
    [
        ("Allocated?", "Y", "N"),
        ("Worker allocated?", "Yes", "No"),
        ("Social worker allocated (Y/N)", "Y", None),
        ("Unallocated Y/N", None, "Y"),
        ("Awaiting allocation?", "No", "Yes"),
        ("Allocation status", "Allocated", "Unallocated"),
    ],
)
def test_a_list_that_names_no_worker_is_counted_by_who_is_allocated(
    heading: str, allocated: object, waits: object
) -> None:
    said = {"Ash": [allocated, allocated, waits], "Elm": [allocated, waits, waits]}
    children = [(f"ZZ{number}{team}", team, one) for team, told in said.items() for number, one in enumerate(told)]
    loaded = load_sheets({"Oct 2024": [["Child ID", "Team", heading], *map(list, children)]})
    assert values(loaded, "team", "allocated", "unallocated") == [("Ash", 2, 1), ("Elm", 1, 2)]
    assert values(loaded, "worker", table="worker_caseload") == []
    assert problem(loaded, "allocated_by_column").cell == "C1"
    assert "ZZ" not in str(loaded.problems)


def test_what_is_neither_yes_nor_no_is_named_and_read_as_waiting() -> None:
    rows = [["Child ID", "Team", "Allocated?"], [1, "Ash", "Y"], [2, "Ash", "Y"], [3, "Ash", "perhaps"]]
    loaded = load_sheets({"Oct 2024": rows})
    assert problem(loaded, "flag_unclear").cell == "C4"
    assert values(loaded, "allocated", "unallocated") == [(2, 1)]


def test_names_below_such_a_heading_are_no_yes_and_no() -> None:
    rows = [["Child ID", "Team", "Responsibility"], [1, "Ash", "Anna Smith"], [2, "Ash", "Joe Bloggs"]]
    assert codes(load_sheets({"Oct 2024": rows}), "error") == ["child_level"]


@every_row("name", ["Sep", "Q2", "September", "ASYE", "Agency", "Newly qualified"])
def test_a_row_called_by_a_month_or_a_part_is_read_and_said(name: str) -> None:
    loaded = load_rows(HEADINGS, *TWO, [name, 11, 215, 2])
    assert len(values(loaded, "team")) == 3
    assert problem(loaded, "row_may_be_part").cell == "A4"
    assert "row_may_be_part" not in codes(load_rows(HEADINGS, *TWO, [f"{name} team", 11, 215, 2]))
