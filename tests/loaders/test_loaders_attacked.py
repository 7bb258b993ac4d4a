"""Figures beside those that are read, in words that councils use: nothing untrue is read without a word."""

from __future__ import annotations

import pytest
from every_row import every_row
from loading import codes, load_rows, problem, values

pytestmark = pytest.mark.unit

LIST = ["Team", "Social worker", "FTE", "Children allocated"]


def test_children_of_second_workers_in_the_total_are_told() -> None:
    headings = ["Team", "Social worker", "FTE", "Primary cases", "Secondary cases", "Total cases"]
    said = problem(
        load_rows(headings, ["Ash", "SW 1", 1, 15, 3, 18], ["Elm", "SW 2", 1, 14, 2, 16]), "secondary_counted"
    )
    assert (said.severity, said.cell) == ("warning", "F1")
    # A total without them counts each child once.
    once = load_rows(headings, ["Ash", "SW 1", 1, 15, 3, 15], ["Elm", "SW 2", 1, 14, 2, 14])
    assert "secondary_counted" not in codes(once)


def test_waiting_children_typed_once_beside_the_workers_are_the_teams() -> None:
    rows = [
        ["Ash", "SW 1", 1, 15, 6],
        ["Ash", "SW 2", 1, 14, None],
        ["Elm", "SW 3", 1, 12, 2],
        ["Oak", "SW 4", 1, 9, None],
    ]
    loaded = load_rows([*LIST, "Unallocated"], *rows)
    assert values(loaded, "team", "unallocated") == [("Ash", 6), ("Elm", 2), ("Oak", None)]
    assert codes(loaded) == []


def test_waiting_children_in_several_rows_of_a_team_are_not_known_and_told() -> None:
    rows = [["Ash", "SW 1", 1, 15, 6], ["Ash", "SW 2", 1, 14, 6], ["Elm", "SW 3", 1, 12, 2]]
    loaded = load_rows([*LIST, "Unallocated"], *rows)
    assert values(loaded, "team", "unallocated") == [("Ash", None), ("Elm", 2)]
    assert problem(loaded, "waiting_beside_workers").cell == "E3"


@every_row(
    ("name", "fte"),
    [
        ("New starter (03/03/13)", 1),
        ("New starter (3 March)", 1),
        ("New starter (21/01/13)", 2),
        ("Carl Dunn - starts 11 March", 1),
        ("Carl Dunn (starting 11/3/13)", 1),
        ("Carl Dunn (agency covering vacancy)", 2),
        ("Carl Dunn - covering vacant post", 2),
        ("Vacant - out to advert", 1),
    ],
)
def test_who_is_to_come_is_no_worker_yet_and_who_covers_is_one(name: str, fte: float) -> None:
    loaded = load_rows(LIST, ["Ash", "Anna Bell", 1, 15], ["Ash", name, 1, 0])
    assert values(loaded, "fte") == [(fte,)]
    assert codes(loaded) == []


def test_a_starter_without_a_name_and_a_day_is_counted_and_told() -> None:
    loaded = load_rows(LIST, ["Ash", "Anna Bell", 1, 15], ["Ash", "New starter", 1, 0])
    assert problem(loaded, "worker_state_unclear").cell == "B3"


def test_a_post_title_behind_a_name_is_told_like_one_in_its_column() -> None:
    loaded = load_rows(LIST, ["Ash", "Anna Bell", 1, 15], ["Ash", "Jo Green (FSW)", 1, 4])
    assert problem(loaded, "other_posts").cell == "B3"


@pytest.mark.parametrize("name", ["Jo Green (TM)", "Jo Green - Team Manager", "Jo Green, ATM"])
def test_whom_only_a_manager_holds_waits(name: str) -> None:
    loaded = load_rows(LIST, ["Ash", "Anna Bell", 1, 15], ["Ash", name, 1, 4])
    assert values(loaded, "fte", "allocated", "unallocated") == [(1, 15, 4)]


def test_more_fte_than_people_is_told() -> None:
    headings = ["Team", "Headcount", "FTE", "Children allocated", "Children waiting"]
    said = problem(load_rows(headings, ["Ash", 6, 8.5, 150, 0], ["Elm", 8, 7, 140, 2]), "more_fte_than_people")
    assert (said.severity, said.cell) == ("warning", "C2")


def test_a_total_with_managers_in_it_is_told() -> None:
    headings = [
        "Team",
        "Managers FTE",
        "Social workers FTE",
        "Total FTE in post",
        "Children allocated",
        "Children waiting",
    ]
    loaded = load_rows(headings, ["Ash", 2, 8, 10, 150, 0], ["Elm", 1, 7, 8, 140, 2])
    assert codes(loaded) == ["fte_of_other_posts"]
    apart = load_rows(headings, ["Ash", 2, 8, 8, 150, 0], ["Elm", 1, 7, 7, 140, 2])
    assert codes(apart) == []


@pytest.mark.parametrize(
    ("fte", "children", "code", "cell"),
    [
        (1.8, 15, "worker_over_full_time", "C3"),
        (1, 150, "worker_many_children", "D3"),
        (0, 18, "worker_without_fte", "C3"),
        (1.2, 60, None, None),
    ],
)
def test_a_worker_with_more_than_anybody_has_is_told(
    fte: float, children: int, code: str | None, cell: str | None
) -> None:
    loaded = load_rows(LIST, ["Ash", "Anna Bell", 1, 15], ["Ash", "Carl Dunn", fte, children])
    assert codes(loaded) == ([code] if code else [])
    assert code is None or problem(loaded, code).cell == cell


@pytest.mark.parametrize("name", ["Average", "Maternity leave"])
def test_a_line_of_comparison_and_a_post_of_who_is_away_are_no_workers(name: str) -> None:
    loaded = load_rows(LIST, ["Ash", "Anna Bell", 1, 14], ["Ash", "Carl Dunn", 1, 16], ["Ash", name, 1, 0])
    assert values(loaded, "fte", "headcount", "allocated") == [(2, 2, 30)]


def test_a_team_unlike_the_others_is_told() -> None:
    headings = ["Team", "FTE in post", "Children allocated", "Children waiting"]
    rows = [["Ash", 8, 150, 0], ["Elm", 7, 130, 2], ["Oak", 7, 128, 0]]
    said = problem(load_rows(headings, *rows, ["Yew", 0.7, 140, 2]), "unlike_other_teams")
    assert (said.severity, said.cell) == ("warning", "C5")
    for row in (["Yew", 2.5, 140, 2], ["Leaving care", 0.7, 140, 2], ["MASH", 6, 0, 2], ["Yew", 7, 2, 2]):
        assert "unlike_other_teams" not in codes(load_rows(headings, *rows, row))


@every_row(
    ("row", "code", "cell"),
    [
        (["Yew", 70, 140, 2], "unlike_other_teams", "C5"),
        (["Team Managers", 4, 0, 0], "team_without_children", "C5"),
        (["Agency", 5, 0, 0], "team_without_children", "C5"),
        (["Yew", 7, 2, 140], "waiting_above_allocated", "D5"),
        (["Yew", 4, 2, 70], "waiting_above_allocated", "D5"),
    ],
)
def test_figures_that_a_slip_of_the_pen_makes_are_told(row: list[object], code: str, cell: str) -> None:
    headings = ["Team", "FTE in post", "Children allocated", "Children waiting"]
    loaded = load_rows(headings, ["Ash", 8, 150, 0], ["Elm", 7, 130, 2], ["Oak", 7, 128, 0], row)
    # Of a row that may be a part of the teams that is said too, and nothing else is said of any.
    assert codes(loaded) == [*(["row_may_be_part"] if row[0] == "Agency" else []), code]
    assert problem(loaded, code).cell == cell


def test_of_two_teams_only_what_nobody_holds_is_told() -> None:
    headings = ["Team", "FTE in post", "Children allocated", "Children waiting"]
    assert codes(load_rows(headings, ["Ash", 8, 150, 0], ["Elm", 0.7, 100, 2])) == ["unlike_other_teams"]
    assert codes(load_rows(headings, ["Ash", 8, 150, 0], ["Elm", 1.2, 100, 2])) == []
    # Nor does any team have sixty workers for two children each, though one of thirty could be
    assert codes(load_rows(headings, ["Ash", 5, 100, 1], ["Elm", 60, 130, 2])) == ["unlike_other_teams"]
    assert codes(load_rows(headings, ["Ash", 5, 100, 1], ["Elm", 30, 130, 2])) == []


@every_row("called", ["{} - unallocated", "Unallocated ({})", "{} awaiting allocation"])
@every_row("total", [[], [["Total", 15, 290]], [["Total", 15, 296]]])
def test_a_row_of_those_who_wait_in_a_team_is_the_teams(called: str, total: list[list[object]]) -> None:
    rows = [["Ash", 8, 150], [called.format("Ash"), None, 4], ["Elm", 7, 140], [called.format("Elm"), None, 2]]
    loaded = load_rows(["Team", "FTE in post", "Children allocated"], *rows, *total)
    assert values(loaded, "team", "allocated", "unallocated") == [("Ash", 150, 4), ("Elm", 140, 2)]
    assert codes(loaded) == []


@pytest.mark.parametrize("other", ["Unallocated", "Oak - unallocated"])
def test_where_not_every_team_has_such_a_row_they_are_the_services(other: str) -> None:
    rows = [["Ash", 8, 150], ["Ash - unallocated", None, 4], ["Elm", 7, 140], [other, None, 2]]
    loaded = load_rows(["Team", "FTE in post", "Children allocated"], *rows)
    assert values(loaded, "team", "unallocated") == [("Ash", None), ("Elm", None)]
    assert values(loaded, "unallocated", table="service_caseload") == [(6,)]
