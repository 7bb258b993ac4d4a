"""Averages are never over established FTE while another column of staff is passed over in silence."""

from __future__ import annotations

import pytest
from every_row import every_row
from loading import codes, load_rows, load_sheets, problem, values

from loaders import Loaded
from loaders.mapping import Decision

pytestmark = pytest.mark.unit

STAFF = [[8.0, 6.0], [6.0, 4.5]]


def load_beside(established: str, *others: str, staff: list[list[float]] = STAFF) -> Loaded:
    """Two teams with established FTE and other columns of staff."""
    rows = [["Ash", *staff[0], 151, 4], ["Elm", *staff[1], 98, 3]]
    return load_rows(["Team", established, *others, "Children allocated", "Children waiting"], *rows)


def asked(loaded: Loaded) -> list[tuple[str, bool]]:
    return [(column.heading, column.must) for column in loaded.columns if column.question]


@every_row(
    ("established", "beside", "basis"),
    [
        ("Establishment", "In post", "in post"),
        ("Established posts", "Filled posts", "in post"),
        ("Budget", "Actual", "in post"),
        ("Funded posts (FTE)", "Posts filled", "in post"),
        ("FTE (est)", "FTE (act)", "in post"),
        ("Social workers established (FTE)", "Social workers in post", "in post"),
        ("Establishment", "Case-holders", "case-holding"),
    ],
)
def test_staff_whose_words_say_that_they_are_in_post_are(established: str, beside: str, basis: str) -> None:
    loaded = load_beside(established, beside)
    assert values(loaded, "fte", "fte_basis", "fte_established") == [(6.0, basis, 8.0), (4.5, basis, 6.0)]
    assert (codes(loaded), asked(loaded)) == ([], [])


@every_row("heading", ["Posts", "Number of posts", "SW posts", "Social worker posts", "Social work posts"])
def test_posts_are_established_and_not_those_in_post(heading: str) -> None:
    # Given posts with those vacant, or those in post, beside them
    vacant, staffed = load_beside(heading, "Vacant", staff=[[8.0, 2.0], [6.4, 1.5]]), load_beside(heading, "In post")
    # Then nobody takes a vacant post for a social worker
    assert values(vacant, "fte", "fte_basis") == [(8.0, "established"), (6.4, "established")]
    assert values(staffed, "fte", "fte_basis", "fte_established") == [(6.0, "in post", 8.0), (4.5, "in post", 6.0)]
    assert not codes(vacant, "error") and not codes(staffed, "error")


@every_row("heading", ["Deployable", "Frontline resource", "Zone FTE", "FTE (with locums)", "Rota", "On strength"])
def test_other_staff_beside_established_fte_are_asked_about(heading: str) -> None:
    # Given a column that may be the FTE in post, with a heading that does not say so
    loaded = load_beside("Established FTE", heading)
    # Then it is asked about before the file can be kept, and the warning says which FTE averages are over
    assert values(loaded, "fte_basis") == [("established",), ("established",)]
    assert asked(loaded) == [(heading, True)]
    assert "over “Established FTE” (cell B1)" in problem(loaded, "staff_beside_established").message


def test_an_answer_is_taken_and_nothing_is_asked_again() -> None:
    rows = [["Team", "Established FTE", "Deployable", "Children allocated"], ["Ash", 8, 6.5, 151]]
    read = load_sheets({"Feb 2013": rows}, mapping=[Decision("Deployable", "fte_in_post")])
    assert values(read, "fte", "fte_basis") == [(6.5, "in post")]
    left = load_sheets({"Feb 2013": rows}, mapping=[Decision("Deployable", "")])
    assert (values(left, "fte_basis"), asked(left)) == ([("established",)], [])


def test_whole_numbers_in_post_beside_established_fte_are_asked_about() -> None:
    loaded = load_beside("Establishment", "In post", staff=[[8, 6], [6, 5]])
    assert values(loaded, "fte_basis", "headcount") == [("established", 6), ("established", 5)]
    assert asked(loaded) == [("In post", True)]


@every_row(
    "heading", ["Vacancies", "Agency FTE", "Managers", "Sickness %", "Average caseload", "Visits", "ASYE FTE", "Spend"]
)
def test_what_is_plainly_something_else_is_not(heading: str) -> None:
    assert asked(load_beside("Established FTE", heading)) == []


def test_what_is_far_more_than_the_posts_is_no_staff() -> None:
    assert asked(load_beside("Established FTE", "Contacts worked", staff=[[8, 60.5], [6, 44.5]])) == []
