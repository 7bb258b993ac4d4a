"""A column of numbers that is left out beside the teams is said and asked about where it may be what is lacking."""

from __future__ import annotations

import pytest
from every_row import every_row
from loading import HEADINGS, codes, load_rows, load_sheets, problem, values

from loaders.mapping import Decision

pytestmark = pytest.mark.unit

THREE = HEADINGS[:3]


@every_row(
    "heading",
    [
        "Awaiting alloc.",
        "Await alloc",
        "To be alloc",
        "Unalloc",
        "Unall.",
        "Unalloc'd",
        "Children awaiting alloc",
        "Not alloc.",
    ],
)
def test_a_shortened_heading_of_children_waiting_is_known(heading: str) -> None:
    loaded = load_rows([*THREE, heading], ["Ash", 5.5, 100, 4], ["Elm", 6, 120, 0])
    assert values(loaded, "unallocated") == [(4,), (0,)]
    assert codes(loaded) == []


def test_a_count_that_is_not_understood_is_asked_about_where_nobody_waits() -> None:
    # Given teams with no column of waiting children, and one of whole numbers with a heading of nobody's knowing
    rows = [[*THREE, "Tray", "Comments"], ["Ash", 5.5, 100, 4, "ok"], ["Elm", 6, 120, 0, 3]]
    loaded = load_sheets({"Feb 2013": rows})
    # Then a warning names it and its cell, and it is the one column with a question
    found = problem(loaded, "count_not_understood")
    assert (found.severity, found.sheet, found.cell, found.found) == ("warning", "Feb 2013", "D1", "Tray")
    assert "“Tray” (cell D1)" in found.message
    assert [column.heading for column in loaded.columns if column.question] == ["Tray"]
    # And once a person has said what it is, it is read, or nothing is asked again
    read = load_sheets({"Feb 2013": rows}, mapping=[Decision("Tray", "unallocated")])
    assert values(read, "unallocated") == [(4,), (0,)]
    assert codes(load_sheets({"Feb 2013": rows}, mapping=[Decision("Tray", "")])) == []


@pytest.mark.parametrize(
    "rows",
    [
        [[*HEADINGS, "Tray"], ["Ash", 5.5, 100, 2, 4]],
        [[*THREE, "Tray"], ["Ash", 5.5, 100, 4.5]],
        [[*THREE, "Tray"], ["Ash", 5.5, 100, "see note"]],
        [[*THREE, "Referrals"], ["Ash", 5.5, 100, 4]],
        [[*THREE, "Target caseload"], ["Ash", 5.5, 100, 18]],
    ],
    ids=["somebody waits", "halves", "words", "referrals", "a target"],
)
def test_a_column_that_cannot_be_the_children_waiting_is_not_asked_about(rows: list[list[object]]) -> None:
    loaded = load_rows(*rows)
    assert "count_not_understood" not in codes(loaded)
    assert [column.heading for column in loaded.columns if column.question] == []


@pytest.mark.parametrize("heading", ["Vacant FTE", "Vacancies (FTE)", "Vacancies"])
def test_vacancies_are_said_with_what_would_give_them(heading: str) -> None:
    found = problem(load_rows([*HEADINGS, heading], ["Ash", 5.5, 100, 0, 1.5]), "vacancies_not_read")
    assert (found.severity, found.cell, found.found) == ("warning", "E1", heading)
    assert "“Established FTE” and “FTE in post”" in found.to_do


def test_a_vacancy_rate_beside_established_fte_is_said() -> None:
    headings = ["Team", "Established FTE", "Children allocated", "Children waiting"]
    loaded = load_rows([*headings, "Vacancy rate"], ["Ash", 7, 100, 0, 0.2])
    assert problem(loaded, "vacancies_not_read").cell == "E1"
    assert codes(load_rows([*HEADINGS, "Vacancy rate"], ["Ash", 5.5, 100, 0, 0.2])) == []


def test_of_vacancies_nothing_is_said_where_established_and_in_post_are_there() -> None:
    headings = ["Team", "Established FTE", "FTE in post", "Children allocated", "Children waiting"]
    loaded = load_rows([*headings, "Vacant FTE", "Vacancy rate"], ["Ash", 7, 5.5, 100, 0, 1.5, 0.2])
    assert "vacancies_not_read" not in codes(loaded)
