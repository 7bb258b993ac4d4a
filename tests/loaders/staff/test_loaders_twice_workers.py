"""One person counts once: a worker who is listed whole in two teams of a month is told of."""

from __future__ import annotations

import pytest
from loading import codes, load_rows, load_sheets, problem, values

from loaders.told import as_json

pytestmark = pytest.mark.unit

LIST = ["Team", "Social worker", "FTE", "Children allocated"]
BELOW = [["Ash", "Anna Bell", 1, 15], ["Ash", "Carl Dunn", 1, 16], ["Elm", "Eve Fox", 0.5, 8]]


def test_a_worker_listed_whole_in_two_teams_is_told_with_both_cells() -> None:
    loaded = load_rows(LIST, *BELOW, ["Elm", "Bell, Anna", 1, 3])
    said = problem(loaded, "worker_in_two_teams")
    assert (said.severity, said.cell) == ("warning", "B5")
    assert "“Ash” (1 FTE, cell B2) and “Elm” (1 FTE, cell B5)" in said.message
    # No name is shown, and nothing is taken away.
    assert "Anna" not in str(as_json(loaded))
    assert values(loaded, "team", "fte") == [("Ash", 2), ("Elm", 1.5)]


@pytest.mark.parametrize(("one", "other"), [(0.5, 0.5), (0.6, 0.4), (0.5, 0.6), (1, 0)])
def test_a_worker_who_is_split_between_two_teams_is_right(one: float, other: float) -> None:
    rows = [*BELOW, ["Ash", "Gil Hay", one, 8], ["Elm", "Gil Hay", other, 8]]
    assert codes(load_rows(LIST, *rows)) == []


def test_a_worker_who_moved_between_two_months_is_right() -> None:
    sheets = {"Feb 2013": [LIST, *BELOW], "Mar 2013": [LIST, ["Ash", "Eve Fox", 1, 15], ["Elm", "Anna Bell", 1, 15]]}
    assert "worker_in_two_teams" not in codes(load_sheets(sheets))


def test_numbers_that_begin_again_in_every_team_are_several_people() -> None:
    rows = [[team, f"SW {number}", 1, 15] for team in ("Ash", "Elm", "Oak") for number in (1, 2)]
    assert codes(load_rows(LIST, *rows)) == []
    # One number out of many is one person.
    rows = [["Ash", "SW 001", 1, 15], ["Ash", "SW 002", 1, 15], ["Elm", "SW 003", 1, 15], ["Elm", "SW 001", 1, 2]]
    assert problem(load_rows(LIST, *rows), "worker_in_two_teams").cell == "B5"


def test_another_sheet_is_named() -> None:
    sheets = {"Ash": [LIST[1:], *(row[1:] for row in BELOW)], "Elm": [LIST[1:], ["Anna Bell", 1, 9]]}
    said = problem(load_sheets(sheets, "feb-2013.xlsx"), "worker_in_two_teams")
    assert (said.sheet, said.cell) == ("Elm", "A2")
    assert "cell A2 of the sheet “Ash”" in said.message


def test_workers_of_whom_no_name_is_given_are_several_people() -> None:
    rows = [["Ash", "Agency SW", 1, 15], ["Ash", "Agency SW", 1, 14], ["Elm", "Agency SW", 1, 12]]
    loaded = load_rows(LIST, *rows)
    assert values(loaded, "team", "fte", "headcount") == [("Ash", 2, 2), ("Elm", 1, 1)]
    assert codes(loaded) == []
