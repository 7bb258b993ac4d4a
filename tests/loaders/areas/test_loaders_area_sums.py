"""Areas whose rows are the sums of their teams, whatever they are called and on whichever side they stand."""

from __future__ import annotations

from random import Random

import pytest
from every_row import every_row
from hypothesis import given, settings
from hypothesis import strategies as st
from loading import HEADINGS, codes, load_rows, problem, values

from loaders import Loaded

pytestmark = pytest.mark.unit

NAMES = ["Ash", "Beech", "Cedar", "Dale", "Elm", "Fern", "Gorse", "Holly", "Ivy", "Jay", "Kite", "Lark"]
AREAS = ["Urban", "Coast", "Valley", "Moors"]
URBAN = [["Ash", 6, 151, 4], ["Beech", 4.5, 98, 1]]
COAST = [["Cedar", 7.2, 140, 2]]


def summed(name: str, teams: list[list[object]]) -> list[object]:
    return [name, *(round(sum(team[place] for team in teams), 2) for place in (1, 2, 3))]  # type: ignore[misc]


def read(loaded: Loaded) -> list[list[object]]:
    return [list(row) for row in values(loaded, "team", "fte", "allocated", "unallocated")]


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 1_000_000), st.booleans(), st.booleans(), st.booleans())
def test_no_area_of_a_table_is_read_as_a_team_beside_its_teams(
    seed: int, above: bool, total: bool, whole: bool
) -> None:
    # Given areas of one team to three, one of them of two at least, each with a row of its sum on the same side
    rng, names = Random(seed), iter(NAMES)
    sizes = [2, *(rng.randint(1, 3) for _ in range(rng.randint(1, 3)))]
    areas = [
        [[next(names), rng.randint(6, 18) / 2, rng.randint(40, 190), rng.randint(1, 9)] for _ in range(size)]
        for size in sizes
    ]
    rng.shuffle(areas)
    rows: list[list[object]] = []
    for name, teams in zip(AREAS, areas, strict=False):
        rows += [summed(name, teams), *teams] if above else [*teams, summed(name, teams)]
    every = [team for teams in areas for team in teams]
    rows = [summed("Fieldwork", every), *rows] if whole and above else rows
    # When the table is read, with a total or without
    loaded = load_rows(HEADINGS, *rows, *([summed("Total", every)] if total else []))
    # Then its teams are read, each once, and the printed total is theirs
    assert read(loaded) == every
    assert "total_disagrees" not in codes(loaded)


def test_the_teams_get_their_areas_and_it_is_said_once() -> None:
    # Given areas above their teams
    rows = [summed("Urban", URBAN), *URBAN, summed("Coast", COAST), *COAST]
    loaded = load_rows(HEADINGS, *rows, summed("Total", URBAN + COAST))
    # When it is read, then each team has the area above it
    assert values(loaded, "team", "area") == [("Ash", "Urban"), ("Beech", "Urban"), ("Cedar", "Coast")]
    found = problem(loaded, "area_sums")
    assert found.cell == "A2" and found.message.startswith("“Urban” and “Coast”")


@pytest.mark.parametrize(
    "rows",
    [
        # One figure of an area is out; a team stands in no area; the printed total counts every row.
        [["Urban", 10.5, 250, 5], *URBAN, summed("Coast", COAST), *COAST],
        [*URBAN, ["Moors", 3, 70, 0], *COAST],
        [summed("Urban", URBAN), *URBAN, *COAST, summed("Total", [summed("Urban", URBAN), *URBAN, *COAST])],
    ],
)
def test_rows_that_are_no_exact_sums_of_the_rows_beside_them_stay_teams(rows: list[list[object]]) -> None:
    loaded = load_rows(HEADINGS, *rows)
    assert len(read(loaded)) == sum(row[0] != "Total" for row in rows)
    assert "area_sums" not in codes(loaded)


def test_an_area_is_one_in_a_month_in_which_its_sum_is_wrong_too() -> None:
    # Given three months, in one of which the area was not brought up to date
    rows = []
    for month, children in (("Jan-13", 249), ("Feb-13", 249), ("Mar-13", 231)):
        rows += [[month, "Urban", 10.5, children, 5], *([month, *team] for team in (*URBAN,))]
    # When it is read
    loaded = load_rows(["Month", *HEADINGS], *rows, sheet="Data")
    # Then it is a team in none
    assert {team for (team,) in values(loaded, "team")} == {"Ash", "Beech"}


LABELS = ["{} area", "{} overall", "{} all teams", "All {}", "{} (total)", "{}", "{} combined", "Area", ""]


@every_row("label", LABELS)
def test_a_subtotal_in_the_column_of_areas_is_one_whatever_it_is_called(label: str) -> None:
    # Given subtotals with no team beside them, of an area of two teams and of one
    rows = []
    for name, teams in (("Urban", URBAN), ("Coast", COAST)):
        rows += [[name, *team] for team in teams]
        rows += [[label.format(name), "", *summed("", teams)[1:]]]
    # When the table is read
    loaded = load_rows(["Area", *HEADINGS], *rows, ["Total", "", *summed("", URBAN + COAST)[1:]])
    # Then only the teams are read
    assert read(loaded) == URBAN + COAST
    assert not codes(loaded, "error")


@pytest.mark.parametrize("label", ["Urban", "Coast", "Urban East", ""])
def test_figures_without_a_team_that_are_no_sum_are_refused(label: str) -> None:
    rows = [*(["Urban", *team] for team in URBAN), [label, "", 3, 70, 1], ["Coast", *COAST[0]]]
    assert "no_team_name" in codes(load_rows(["Area", *HEADINGS], *rows))


def test_a_subtotal_by_its_area_s_name_that_is_wrong_is_compared() -> None:
    rows = [*(["Urban", *team] for team in URBAN), ["Urban area", "", 10.5, 260, 5], ["Coast", *COAST[0]]]
    loaded = load_rows(["Area", *HEADINGS], *rows)
    assert problem(loaded, "total_disagrees").cell == "D4" and len(read(loaded)) == 3


def above(out: int) -> list[list[object]]:
    rows = []
    for name, teams in (("Urban", URBAN), ("Coast", COAST)):
        whole = summed("", teams)
        rows += [
            [name, "", whole[1], whole[2] + (out if name == "Coast" else 0), whole[3]],
            *(["", *team] for team in teams),
        ]  # type: ignore[operator]
    return rows


def test_sums_beside_the_area_s_name_above_its_teams_give_the_areas() -> None:
    # Given rows with the name of an area, its sums and no team, each above its teams
    loaded = load_rows(["Area", *HEADINGS], *above(0), ["Total", "", *summed("", URBAN + COAST)[1:]])
    # When it is read, then only the teams are, each in its area, and the total agrees
    assert read(loaded) == URBAN + COAST
    assert values(loaded, "area") == [("Urban",), ("Urban",), ("Coast",)]
    assert set(codes(loaded)) == {"area_sums"}


def test_a_sum_above_that_is_wrong_is_refused() -> None:
    assert "no_team_name" in codes(load_rows(["Area", *HEADINGS], *above(3)))


def test_a_total_by_the_council_s_name_is_said_once() -> None:
    # Given two teams, and their sum in the last row, called after nothing but the council
    rows: list[list[object]] = [["Rivers", 8, 190], ["Hills", 6.4, 171], ["Millbrook", 14.4, 361]]
    loaded = load_rows(["Team", "FTE in post", "Children allocated"], *rows)
    # Then it is a total, and nobody says that it is a team
    assert values(loaded, "team") == [("Rivers",), ("Hills",)]
    assert codes(loaded, "warning") == ["total_by_another_name"]
