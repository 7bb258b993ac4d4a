"""Teams, totals, waiting children, remarks: what each row of a team table is."""

from __future__ import annotations

import datetime as dt

import pytest
from every_row import every_row
from loading import HEADINGS, TOTAL, TWO, codes, load_rows, problem, values

from loaders.teams.rows import is_total
from loaders.teams.waitingnames import is_waiting

pytestmark = pytest.mark.unit


@every_row(
    "name",
    [
        "Total",
        "TOTAL",
        "Totals:",
        "Grand total",
        "Sub-total",
        "North total",
        "Sub total North",
        "All teams",
        "Overall",
        "Service total",
        "Total (6 teams)",
        "Whole service",
        "Fieldwork sub-total",
    ],
)
def test_a_total_is_known_by_its_name(name: str) -> None:
    assert is_total(name)


@every_row("name", ["North 1", "Totley Hall", "All Age Disability", "Service Development", "Overall Road"])
def test_a_team_is_no_total(name: str) -> None:
    assert not is_total(name)


@every_row(
    "name", ["Unallocated", "Awaiting allocation", "Not allocated to a team", "No team", "Waiting list", "Unassigned"]
)
def test_waiting_children_are_known_by_their_name(name: str) -> None:
    assert is_waiting(name)


def test_footnotes_and_signatures_are_no_teams() -> None:
    loaded = load_rows(
        HEADINGS, *TWO, TOTAL, [], ["1. FTE excludes Team Managers."], ["Source: case system"], ["Performance Team"]
    )
    assert values(loaded, "team") == [("Ash",), ("Elm",)]
    assert codes(loaded) == []


def test_a_team_without_figures_is_kept_as_missing_with_a_warning() -> None:
    loaded = load_rows(HEADINGS, TWO[0], ["Oak"], TWO[1])
    assert values(loaded, "team", "fte", "allocated") == [("Ash", 5.5, 100), ("Oak", None, None), ("Elm", 6.0, 120)]
    assert problem(loaded, "team_without_figures").cell == "A3"


def test_the_name_of_an_area_above_its_teams_is_no_team() -> None:
    loaded = load_rows(HEADINGS, ["North"], *TWO, ["North total", 11.5, 220, 3])
    assert values(loaded, "team") == [("Ash",), ("Elm",)]
    assert codes(loaded) == []


def test_figures_without_a_name_are_refused_by_their_cell() -> None:
    loaded = load_rows(HEADINGS, *TWO, [None, 3, 44, 1])
    assert problem(loaded, "no_team_name").cell == "A4"


def test_figures_without_a_name_that_are_the_sum_of_all_are_a_total() -> None:
    loaded = load_rows(HEADINGS, *TWO, [None, *TOTAL[1:]])
    assert values(loaded, "team") == [("Ash",), ("Elm",)]
    assert codes(loaded) == []


def test_a_last_row_that_is_the_sum_of_all_is_a_total_by_another_name() -> None:
    loaded = load_rows(HEADINGS, *TWO, ["Fieldwork", *TOTAL[1:]])
    assert values(loaded, "team") == [("Ash",), ("Elm",)]
    assert problem(loaded, "total_by_another_name").cell == "A4"


def test_a_last_team_as_large_as_the_only_other_is_a_team() -> None:
    loaded = load_rows(HEADINGS, TWO[0], ["Elm", *TWO[0][1:]])
    assert values(loaded, "team") == [("Ash",), ("Elm",)]


def test_a_line_of_comparison_is_no_team() -> None:
    loaded = load_rows(HEADINGS, *TWO, ["England average", 5, 88, 0], ["Mean", 5.75, 110, 1])
    assert values(loaded, "team") == [("Ash",), ("Elm",)]
    assert codes(loaded, "note").count("summary_row") == 2


@pytest.mark.parametrize("name", ["Highest Need Team", "Target Team", "Benchmark House", "Average Road"])
def test_a_team_is_no_line_of_comparison(name: str) -> None:
    assert values(load_rows(HEADINGS, *TWO, [name, 5, 80, 0]), "team")[-1] == (name,)


def test_a_key_to_colours_below_the_table_is_no_team() -> None:
    key = [["Key:", "Green", "<18", ""], ["", "Amber", "18-20", ""], ["", "Red", ">20", ""]]
    assert values(load_rows(HEADINGS, *TWO, TOTAL, *key), "team") == [("Ash",), ("Elm",)]


def test_words_below_a_column_of_figures_are_a_remark() -> None:
    loaded = load_rows(HEADINGS, *TWO, [None, None, "Source: case system"], [None, "-", None])
    assert values(loaded, "team") == [("Ash",), ("Elm",)]
    assert codes(loaded) == []


def test_waiting_children_with_workers_are_a_team() -> None:
    loaded = load_rows(HEADINGS, *TWO, ["Duty (unallocated work)", 3, 40, 2])
    assert values(loaded, "team")[-1] == ("Duty (unallocated work)",)


def test_a_name_that_looks_like_a_formula_or_markup_is_text() -> None:
    loaded = load_rows(HEADINGS, ["<b>Ash</b> ![x](http://example.org)", 5, 100, 0])
    assert values(loaded, "team") == [("<b>Ash</b> ![x](http://example.org)",)]


def test_spaces_in_a_name_are_tidied() -> None:
    loaded = load_rows(HEADINGS, ["  North\u00a0 1 ", 5, 100, 0])
    assert values(loaded, "team") == [("North 1",)]


def test_the_same_team_twice_in_a_month_is_refused_with_both_cells() -> None:
    loaded = load_rows(HEADINGS, *TWO, ["ASH", 3, 40, 0])
    found = problem(loaded, "team_twice")
    assert found.cell == "A4"
    assert "in cell A4 and in cell A2" in found.message
    assert loaded.tables["team_caseload"].empty


@pytest.mark.parametrize(
    ("name", "shown"),
    [(dt.date(2013, 3, 1), "1 March 2013"), (True, "TRUE"), (dt.datetime(2013, 3, 1), "1 March 2013")],
)
def test_a_team_that_excel_took_for_a_date_is_not_a_name(name: object, shown: str) -> None:
    found = problem(load_rows(HEADINGS, *TWO, [name, 5, 100, 0]), "not_a_name")
    assert (found.severity, found.cell, found.found) == ("error", "A4", shown)


def test_a_team_may_be_a_number_and_a_day_below_the_table_is_none() -> None:
    loaded = load_rows(HEADINGS, *TWO, [12, 5, 100, 0], [], [dt.date(2013, 3, 5)])
    assert codes(loaded, "error") == []
    assert values(loaded, "team") == [("Ash",), ("Elm",), ("12",)]


LINES = [
    "Jan 2024", "January 2024", "Jan-24", "2023/24", "Same period last year", "% change", "Max", "Min", "Per team",
    "Capacity", "- of which agency", "inc agency", "excluding agency", "(agency)", "• agency staff", "Borough", "LA",
    "Local authority", "(of which ASYE)", "Prior year",
]  # fmt: skip
VACANCIES = [
    "Vacant posts 1.5", "2 posts vacant", "Vacancies", "Maternity leave", "Long term sick", "- vacant posts (2.0 FTE)",
    "Sick leave", "Vacant",
]  # fmt: skip
NO_LINES = [
    "Borough Road team", "Capacity and Duty team", "Agency", "Maternity", "LAC", "La Rue", "March", "May House",
    "Max Road", "Minster", "Vacant Street", "(North)", "- North", "Long Term Team", "Mar 1", "Perth", "Council House",
]  # fmt: skip


@every_row("name", [*LINES, *VACANCIES])
def test_a_row_of_no_team_is_left_out_and_said(name: str) -> None:
    loaded = load_rows(HEADINGS, *TWO, [name, 1.5, 0, 0])
    assert values(loaded, "team") == [("Ash",), ("Elm",)]
    assert problem(loaded, "vacancy_row" if name in VACANCIES else "summary_row").cell == "A4"


@every_row("name", NO_LINES)
def test_a_team_that_is_called_like_such_a_row_is_one(name: str) -> None:
    assert values(load_rows(HEADINGS, *TWO, [name, 5, 80, 0]), "team")[-1] == (name,)


def test_children_beside_vacant_posts_are_warned_of() -> None:
    assert problem(load_rows(HEADINGS, *TWO, ["Vacant posts", 1.5, 12, 0]), "vacancy_children").cell == "A4"
