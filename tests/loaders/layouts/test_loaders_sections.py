"""A word over or beside a label changes what its figures are, in tables that have no columns side by side too."""

from __future__ import annotations

import pytest
from every_row import every_row
from loading import Rows, codes, load_rows, load_sheets, problem, values

from loaders.words.groups import is_changing

pytestmark = pytest.mark.unit

MONTHS = ["Jan 2024", "Feb 2024"]
ASH_FTE, ELM_FTE, ASH, ELM = ["Ash", 1, 2], ["Elm", 2, 1], ["Ash", 100, 110], ["Elm", 90, 80]
CHILDREN: Rows = [[], ["Children allocated"], ["Team", *MONTHS], ASH, ELM]

SIDE_BY_SIDE: dict[str, Rows] = {
    "over": [["", "Ash", "Elm"], ["Vacancies"], ["FTE", 1, 2], ["Allocated", 100, 90]],
    "over, then the children's": [
        ["", "Ash", "Elm"], ["Agency"], ["FTE", 1, 2], ["Children"], ["Allocated", 100, 90]
    ],
    "beside": [["", "", "Ash", "Elm"], ["Vacancies", "FTE", 1, 2], ["Children", "Allocated", 100, 90]],
    "beside, below Team": [["", "Team", "Ash", "Elm"], ["Agency", "FTE", 1, 2], ["Children", "Allocated", 100, 90]],
}  # fmt: skip
ACROSS: dict[str, Rows] = {
    "a line over the corner": [["Vacancies"], ["FTE", *MONTHS], ASH_FTE, ELM_FTE, *CHILDREN],
    "a line over the title": [["Agency"], ["FTE"], ["Team", *MONTHS], ASH_FTE, ELM_FTE, *CHILDREN],
    "a row over the measures": [
        ["", "Vacancies", "", "Children", ""],
        ["", "FTE", "", "Allocated", ""],
        ["Team", *MONTHS, *MONTHS],
        [*ASH_FTE, *ASH[1:]],
        [*ELM_FTE, *ELM[1:]],
    ],
    "a column beside the measures": [
        ["Team", "Group", "Measure", *MONTHS],
        ["Ash", "Vacancies", "FTE", *ASH_FTE[1:]],
        ["Ash", "Children", "Allocated", *ASH[1:]],
        ["Elm", "Vacancies", "FTE", *ELM_FTE[1:]],
        ["Elm", "Children", "Allocated", *ELM[1:]],
    ],
    "lines in the block of a team": [
        ["Ash"], ["", *MONTHS], ["Agency"], ["FTE", *ASH_FTE[1:]], ["Children"], ["Allocated", *ASH[1:]], [],
        ["Elm"], ["", *MONTHS], ["Agency"], ["FTE", *ELM_FTE[1:]], ["Children"], ["Allocated", *ELM[1:]],
    ],
    "a row for each measure": [
        ["Month", "Team", "Group", "Measure", "Value"],
        *([month, team, "Agency", "FTE", fte] for month in MONTHS for team, fte in (("Ash", 1), ("Elm", 2))),
        *([MONTHS[0], row[0], "Held", "Allocated", row[1]] for row in (ASH, ELM)),
        *([MONTHS[1], row[0], "Held", "Allocated", row[2]] for row in (ASH, ELM)),
    ],
}  # fmt: skip


@pytest.mark.parametrize("rows", SIDE_BY_SIDE.values(), ids=SIDE_BY_SIDE)
def test_fte_of_a_section_is_not_read_beside_the_teams_in_columns(rows: Rows) -> None:
    # Given teams side by side, whose only FTE is that of vacancies or of agency workers
    loaded = load_rows(*rows)
    # Then it is no FTE in post, and the missing FTE is said with the section's name
    assert values(loaded, "team", "fte", "allocated") == [("Ash", None, 100), ("Elm", None, 90)]
    assert any(name in problem(loaded, "no_fte").message for name in ("“Vacancies FTE”", "“Agency FTE”"))


@pytest.mark.parametrize("rows", ACROSS.values(), ids=ACROSS)
def test_fte_of_a_section_is_not_read_where_months_are_side_by_side(rows: Rows) -> None:
    loaded = load_rows(*rows, sheet="Sheet1")
    assert values(loaded, "fte", "allocated") == [(None, 100), (None, 90), (None, 110), (None, 80)]
    assert any(name in problem(loaded, "no_fte").message for name in ("“Vacancies FTE”", "“Agency FTE”"))


def test_sections_that_change_nothing_are_left_out() -> None:
    loaded = load_rows(
        ["", "Ash", "Elm"],
        ["Workforce"],
        ["FTE in post", 5, 6],
        ["Children"],
        ["Allocated", 100, 90],
        ["Waiting", 3, 2],
    )
    assert values(loaded, "team", "fte", "allocated", "unallocated") == [("Ash", 5, 100, 3), ("Elm", 6, 90, 2)]
    assert codes(loaded) == []


@pytest.mark.parametrize("section", ["B. Staffing", "Section 2: workforce", "Inputs", "Table 1"])
def test_what_only_says_which_section_it_is_changes_nothing(section: str) -> None:
    loaded = load_rows(["", "Ash", "Elm"], [section], ["FTE in post", 5, 6], ["Allocated", 100, 90])
    assert values(loaded, "fte", "allocated") == [(5, 100), (6, 90)]


def test_what_is_said_of_fte_is_not_said_of_the_fte_of_agencies() -> None:
    # Given both kinds of FTE under the same label, and a person who says what the first one is
    rows = [["", "Ash", "Elm"], ["Social workers"], ["FTE", 5, 6], ["Agency"], ["FTE", 1, 2], ["Allocated", 100, 90]]
    first = load_rows(*rows)
    [asked] = [column for column in first.columns if column.cell == "A3"]
    # When the file is read with it
    loaded = load_sheets({"Feb 2013": rows}, mapping=[asked.decided("fte_case_holding")])
    # Then that of agencies is not read as it too
    assert values(loaded, "fte", "fte_basis") == [(5, "case-holding"), (6, "case-holding")]


def test_one_group_alone_over_fte_is_no_title() -> None:
    loaded = load_rows(["", "Agency", ""], ["Team", "FTE", "Allocated"], ["Ash", 1.5, 100])
    assert values(loaded, "fte", "allocated") == [(None, 100)]
    titled = load_rows(["Caseloads and agency report"], ["Team", "FTE", "Allocated"], ["Ash", 1.5, 100])
    assert values(titled, "fte", "allocated") == [(1.5, 100)]


@every_row(
    ("line", "changes"),
    [
        ("Agency staff", True),
        ("Vacancies", True),
        ("CIN", True),
        ("Vacancies and agency report", False),
        ("Agency in Anytown", False),
    ],
)
def test_only_known_words_make_a_line_a_section(line: str, changes: bool) -> None:
    assert is_changing(line) is changes


AGENCY = {
    "a row for each team": [["Team", "FTE in post", "Agency FTE", "Allocated"], ["Ash", 5, 1, 100], ["Elm", 6, 2, 90]],
    "teams side by side": [
        ["", "Ash", "Elm"], ["FTE in post", 5, 6], ["Allocated", 100, 90], ["Agency FTE", 1, 2]
    ],
    "months side by side": [
        ["FTE in post"], ["Team", *MONTHS], ["Ash", 5, 5], ["Elm", 6, 6], [], ["Agency FTE"], ["Team", *MONTHS],
        ["Ash", 1, 1], ["Elm", 2, 2], *CHILDREN,
    ],
}  # fmt: skip


@pytest.mark.parametrize(("rows", "cell"), list(zip(AGENCY.values(), ["C1", "A4", "A6"], strict=True)), ids=AGENCY)
def test_agency_workers_who_are_not_counted_are_a_warning_with_their_cell(rows: Rows, cell: str) -> None:
    said = problem(load_sheets({"Caseloads": rows}, "feb-2024.xlsx"), "agency_left_out")
    assert (said.severity, said.cell) == ("warning", cell)
    assert "“FTE in post” (cell" in said.message


@pytest.mark.parametrize("heading", ["Agency rate %", "Agency cost", "Name of agency"])
def test_rates_and_costs_of_agencies_are_no_workers(heading: str) -> None:
    loaded = load_rows(["Team", "FTE in post", heading, "Allocated"], ["Ash", 5, 1, 100], ["Elm", 6, 2, 90])
    assert codes(loaded) == []


def test_case_holding_fte_has_its_agency_workers_in_it() -> None:
    loaded = load_rows(["Team", "Case-holding FTE", "Agency FTE", "Allocated"], ["Ash", 5, 1, 100], ["Elm", 6, 2, 90])
    assert codes(loaded) == []


def test_columns_beside_the_months_and_of_the_service_are_named() -> None:
    rows = [["FTE in post"], ["Team", *MONTHS, "Change"], ["Ash", 5, 6, 1], ["Elm", 6, 6, 0], *CHILDREN]
    said = problem(load_rows(*rows, sheet="Sheet1"), "beside_months")
    assert (said.cell, "“Change”" in said.message) == ("D2", True)
    service = [["Month", "Unallocated", "Complaints"], ["Feb 2013", 5, 2]]
    team = [["Team", "FTE", "Allocated"], ["Ash", 5, 100]]
    both = load_sheets({"Feb 2013": team, "Service": service})
    assert "“Complaints”" in problem(both, "columns_not_read").message
