"""Teams of the same name in several areas, and long lists whose teams stand below "Unit"."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from loading import HEADINGS, codes, load_rows, load_sheets, load_text, problem, values

pytestmark = pytest.mark.unit

EXPECTED = [
    ("Team 1 (North)", "North", 7.5, 180),
    ("Team 2 (North)", "North", 6.5, 170),
    ("Team 1 (South)", "South", 8.0, 190),
    ("Team 2 (South)", "South", 7.0, 160),
]
FIGURES = [[7.5, 6.5, 8, 7], [180, 170, 190, 160]]
NAMES, AREAS = ["Team 1", "Team 2"] * 2, ["North", "North", "South", "South"]
MEASURES = ["Case-holding FTE", "Children allocated"]


def rows_of(*heads: str) -> list[Sequence[object]]:
    columns = {"Area": AREAS, "Team": NAMES, **dict(zip(MEASURES, FIGURES, strict=True))}
    return [heads, *zip(*(columns[head] for head in heads), strict=True)]


SIDE_BY_SIDE: list[Sequence[object]] = [
    ["", "North", "", "South", ""],
    ["", *NAMES],
    *([name, *figures] for name, figures in zip(MEASURES, FIGURES, strict=True))
]  # fmt: skip
UNDER_AREAS: list[Sequence[object]] = [
    ["Team", *MEASURES], ["North"], *rows_of("Team", *MEASURES)[1:3], ["South"], *rows_of("Team", *MEASURES)[3:],
]  # fmt: skip


@pytest.mark.parametrize("rows", [rows_of("Area", "Team", *MEASURES), SIDE_BY_SIDE, UNDER_AREAS])
def test_teams_of_one_name_are_told_apart_by_their_areas(rows: list[Sequence[object]]) -> None:
    # Given areas with teams of the same names, in a table of any shape
    # When it is read
    loaded = load_rows(*rows)
    # Then each team is called by its area too, and it is said once
    assert values(loaded, "team", "area", "fte", "allocated") == EXPECTED
    assert "“Team 1 (North)”" in problem(loaded, "teams_by_area").message


def test_blocks_that_have_the_areas_in_another_order_are_put_together_by_area() -> None:
    # Given months side by side, and in the second block the areas the other way round
    def block(title: str, figures: Sequence[float], order: Sequence[int]) -> list[Sequence[object]]:
        return [[title], ["Area", "Team", "Jan-24"], *([AREAS[n], NAMES[n], figures[n]] for n in order), []]

    rows = [*block(MEASURES[0], FIGURES[0], [0, 1, 2, 3]), *block(MEASURES[1], FIGURES[1], [2, 3, 0, 1])]
    # When it is read, then no team has the figures of its namesake
    assert values(load_sheets({"Data": rows}), "team", "area", "fte", "allocated") == EXPECTED


def test_the_same_team_twice_in_one_area_is_refused_as_ever() -> None:
    for rows in (
        [["Area", *HEADINGS], ["North", "Ash", 5, 100, 0], ["North", "Ash", 6, 120, 0], ["South", "Ash", 6, 90, 0]],
        [["Area", *HEADINGS], ["North", "Ash", 5, 100, 0], ["", "Elm", 6, 120, 0], ["", "Ash", 6, 90, 0]],
    ):
        assert "team_twice" in codes(load_rows(*rows), "error")


@pytest.mark.parametrize("unit", ["Unit", "Team"])
def test_a_long_list_of_teams_below_unit_is_no_activity_report(unit: str) -> None:
    rows = [["Month", "Locality", unit, "Measure", "Value"]]
    rows += [
        ["Feb-24", area, team, measure, str(figure)]
        for area, team, *both in (("North", "Unit A", 7.5, 180), ("South", "Unit B", 6.5, 170))
        for measure, figure in zip(MEASURES, both, strict=True)
    ]
    for loaded in (load_rows(*rows, sheet="Data"), load_text("\n".join(map(",".join, rows)), "data.csv")):
        assert values(loaded, "team", "area", "fte", "allocated") == [
            ("Unit A", "North", 7.5, 180),
            ("Unit B", "South", 6.5, 170),
        ]
        assert loaded.tables["activity"].empty


def test_areas_that_two_tables_of_the_same_teams_spell_otherwise_tell_no_teams_apart() -> None:
    rows = [["Area", "Team", "Case-holding FTE"], ["North", "Ash", 5], ["South", "Elm", 6]]
    other = [["Area", "Team", "Children allocated"], ["North area", "Ash", 100], ["South area", "Elm", 120]]
    loaded = load_sheets({"FTE Feb 2013": rows, "Children Feb 2013": other})
    assert values(loaded, "team", "fte", "allocated") == [("Ash", 5.0, 100), ("Elm", 6.0, 120)]
