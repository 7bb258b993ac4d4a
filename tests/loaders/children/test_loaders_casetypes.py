"""Children by type of case: read beside those allocated, never in their place, and counted once in a list."""

from __future__ import annotations

import pytest
from loading import codes, load_rows, load_sheets, problem, values

from loaders.children.casetypes import case_type
from loaders.words.vocabulary import MEANINGS
from model.case_types import CASE_TYPES

pytestmark = pytest.mark.unit

HEADS = ["Team", "Case-holding FTE", "Children allocated", "CIN", "CP", "LAC"]
READ = ("allocated", "child_in_need", "child_protection", "looked_after", "care_leavers")
LIST = ["Child ID", "Team", "Social worker", "Case status"]


def test_every_heading_that_is_a_type_says_which() -> None:
    said = {spelling: case_type(spelling) for spelling in MEANINGS["part"].spellings}
    assert set(said.values()) == set(CASE_TYPES)


def test_types_stand_beside_the_children_allocated_and_blank_is_not_0() -> None:
    # Given types that come to the children allocated, one of them blank
    loaded = load_rows(HEADS, ["Ash", 5.5, 100, 60, 25, 15], ["Elm", 6, 120, 70, 50, None])
    # Then they are kept as typed, and there is nothing to say
    assert values(loaded, *READ) == [(100, 60, 25, 15, None), (120, 70, 50, None, None)]
    assert "types_not_all" not in codes(loaded, "error", "warning", "note")
    assert not codes(loaded)


@pytest.mark.parametrize("teams", [["Ash", "Elm"], ["Ash", "Total"]])
def test_types_that_do_not_come_to_all_are_named_with_the_cell(teams: list[str]) -> None:
    loaded = load_rows(HEADS, [teams[0], 5.5, 100, 60, 25, 25], [teams[1], 5.5, 100, 60, 25, 15])
    said = problem(loaded, "types_not_all")
    assert (said.severity, said.cell) == ("note", "C2")
    assert "come to 110, and 100 are allocated" in said.message
    # The children allocated are what they were
    assert values(loaded, "allocated")[0] == (100,)


def test_a_type_that_cannot_be_read_stops_no_file() -> None:
    loaded = load_rows(HEADS, ["Ash", 5.5, 100, "A. Person", 25, -3], ["Elm", 6, 120, 70, 30, 20])
    assert not loaded.stopped
    assert values(loaded, *READ)[0] == (100, None, 25, None, None)
    assert "Person" not in " ".join(each.message for each in loaded.problems)


def test_two_columns_of_one_type_that_differ_are_neither_read() -> None:
    loaded = load_rows([*HEADS, "CP plans"], ["Ash", 5.5, 100, 60, 25, 15, 24], ["Elm", 6, 120, 70, 30, 20, 30])
    assert "“CP” (column E) and “CP plans” (column G)" in problem(loaded, "two_flows").message
    assert values(loaded, *READ)[0] == (100, 60, None, 15, None)


def test_a_list_of_children_is_counted_by_the_highest_type_of_each() -> None:
    # Given a child who stands twice, one who waits, and a type in other words
    rows = [
        ["A1", "Ash", "SW 1", "CIN"],
        ["A1", "Ash", "SW 1", "Child protection plan"],
        ["A2", "Ash", "SW 2", "Looked after child"],
        ["A3", "Ash", "", "CIN"],
        ["A4", "Elm", "SW 3", "Open"],
        ["A5", "Elm", "SW 3", "CP"],
    ]
    loaded = load_sheets({"Feb 2013": [LIST, *rows]})
    # Then each allocated child counts once; where one has no type, nothing is said of the team's types
    assert values(loaded, "team", *READ) == [("Ash", 2, 0, 1, 1, 0), ("Elm", 2, None, None, None, None)]


PEOPLE = ["Team", "Social worker", "FTE", "Children allocated", "CIN", "CP", "LAC"]


def test_a_list_of_workers_has_its_types_added_up_by_team() -> None:
    # Given a blank that is 0, because the worker's other types come to all, and one that is not known
    rows = [
        ["Ash", "SW 1", 1, 20, 10, 5, 5],
        ["Ash", "SW 2", 0.8, 16, 11, 5, None],
        ["Elm", "SW 3", 1, 22, 12, 5, None],
        ["Elm", "SW 4", 1, 20, 12, 5, 3],
        ["Elm", "Unallocated", None, 4, 4, 0, 0],
    ]
    loaded = load_sheets({"Feb 2013": [PEOPLE, *rows]})
    # Then the types of Ash come to its children, and those of Elm do not, which is said
    assert values(loaded, "team", *READ) == [("Ash", 36, 21, 10, 5, None), ("Elm", 42, 24, 10, None, None)]
    assert "come to 34, and 42 are allocated" in problem(loaded, "types_not_all").message
    # And no child is added up twice
    assert values(loaded, "unallocated") == [(0,), (4,)]


def test_types_of_teams_side_by_side_are_read() -> None:
    loaded = load_sheets({"Feb 2013": [
        ["", "Ash", "Elm"], ["Case-holding FTE", 5.5, 6], ["Children allocated", 100, 120], ["Child in need", 60, 70],
        ["Child protection", 25, 30], ["Looked after children", 15, 20],
    ]})  # fmt: skip
    assert values(loaded, "team", *READ) == [("Ash", 100, 60, 25, 15, None), ("Elm", 120, 70, 30, 20, None)]
