"""Names that may mean a known team: what is only written otherwise, what is alike, and what is not."""

from __future__ import annotations

from datetime import date

import pytest
from every_row import every_row
from hypothesis import given
from hypothesis import strategies as st
from made_services import few

from model.likeness import LIKELY, are_the_same, likeness, questions

JANUARY, FEBRUARY = date(2013, 1, 1), date(2013, 2, 1)


@pytest.mark.unit
@every_row(
    ("one", "other"),
    [
        ("North One", "North 1"),
        ("NORTH  1", "North 1"),
        ("North I", "North 1"),
        ("North-1 Team", "North 1"),
        ("The North 01", "North 1"),
        ("Team 4", "Team IV"),
        ("Duty & Assessment", "Duty and Assessment Team"),
        ("St Bede’s", "St Bedes"),
        ("Through-care", "Throughcare"),
    ],
)
def test_how_a_name_is_written_makes_no_difference(one: str, other: str) -> None:
    assert are_the_same(one, other)


@pytest.mark.unit
@pytest.mark.parametrize(
    ("one", "other"),
    [("Riversde", "Riverside"), ("Assesment", "Assessment"), ("Children in Care East", "East Children in Care")],
)
def test_a_slip_of_typing_is_alike(one: str, other: str) -> None:
    assert not are_the_same(one, other)
    assert likeness(one, other) >= LIKELY


@pytest.mark.unit
@every_row(
    ("one", "other"),
    [
        ("North 1", "North 2"),
        ("North 1", "North 11"),
        ("Assessment North", "Assessment South"),
        ("Moor (A)", "Moor (B)"),
        ("Leaving Care", "Leaving Care 2"),
        ("Riverside", "Hillside"),
        ("MASH", "CWD"),
    ],
)
def test_other_teams_are_not_alike(one: str, other: str) -> None:
    assert not are_the_same(one, other)
    assert likeness(one, other) < LIKELY


@pytest.mark.unit
def test_a_new_spelling_is_asked_about_with_the_likeliest_first() -> None:
    asked = questions({JANUARY: ["North One", "South 1"], FEBRUARY: ["North One", "South 1"]}, ["South 1", "North 1"])
    (question,) = asked
    assert (question.name, question.month, question.likely, question.is_plain) == (
        "North One", JANUARY, ("North 1",), True
    )  # fmt: skip


@pytest.mark.unit
def test_a_team_that_stands_beside_a_name_is_not_meant_by_it() -> None:
    # Given a further team, in a file that has all known ones
    assert questions({JANUARY: ["Riverside", "Riversde"]}, ["Riverside"]) == []
    # And one in a file without one of them, which is not alike: it may still have taken its place
    (question,) = questions({JANUARY: ["Harbour", "South 1"]}, ["North 1", "South 1"])
    assert (question.likely, question.others) == ((), ("North 1",))


@pytest.mark.unit
def test_known_names_are_not_asked_about() -> None:
    assert questions({JANUARY: ["North 1"]}, ["North 1", "South 1"]) == []
    assert questions({JANUARY: ["North 1"]}, []) == []


@pytest.mark.functional
@few
@given(st.text(max_size=20), st.text(max_size=20))
def test_likeness_has_no_order(one: str, other: str) -> None:
    assert are_the_same(one, one)
    assert are_the_same(one, other) == are_the_same(other, one)
    assert likeness(one, other) == likeness(other, one)
