"""A blank area below a typed one: its own where that is plain, else not known and said."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from loading import HEADINGS, codes, load_rows, problem, values

from loaders import Loaded

pytestmark = pytest.mark.unit

AREA = ["Area", *HEADINGS]
NORTH = [["North", "Ash", 5, 120, 0], ["", "Elm", 6, 160, 0]]
SOUTH = [["South", "Oak", 4, 90, 0], ["", "Yew", 4, 95, 0]]
FRONT_DOOR = ["", "Front door", 2, 10, 0]


def areas(*rows: Sequence[object]) -> dict[str, str | None]:
    return dict(values(read(*rows), "team", "area"))


def read(*rows: Sequence[object]) -> Loaded:
    return load_rows(AREA, *rows)


def subtotal(name: str, fte: float, children: int) -> list[object]:
    return ["", name, fte, children, 0]


@pytest.mark.parametrize("printed", [281, 280])
def test_a_subtotal_is_that_of_its_block_with_the_area_typed_once(printed: int) -> None:
    # Given areas typed in the first row of their blocks, with a subtotal in the column of the teams
    rows = [*NORTH, subtotal("North total", 11, printed), *SOUTH, subtotal("South total", 8, 185)]
    loaded = read(*rows)
    # Then each team has its area, with a note for each, and a wrong subtotal is compared with all of its teams
    assert areas(*rows) == {"Ash": "North", "Elm": "North", "Oak": "South", "Yew": "South"}
    noted = [(one.severity, one.cell) for one in loaded.problems if one.code == "area_from_above"]
    assert noted == [("note", "A3"), ("note", "A6")]
    assert codes(loaded) == (["total_disagrees"] if printed == 281 else [])
    if printed == 281:
        assert "add up to 280: 1 too high" in problem(loaded, "total_disagrees").message


def test_one_area_is_plain_by_its_subtotal_alone() -> None:
    assert areas(*NORTH, subtotal("North total", 11, 280), FRONT_DOOR) == {
        "Ash": "North",
        "Elm": "North",
        "Front door": None,
    }


def test_blocks_without_subtotals_are_plain_where_each_has_its_area_once() -> None:
    assert areas(*NORTH, *SOUTH) == {"Ash": "North", "Elm": "North", "Oak": "South", "Yew": "South"}


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param([FRONT_DOOR, *NORTH, *SOUTH], id="a blank that is of no area"),
        pytest.param([NORTH[0], ["North", *NORTH[1][1:]], *SOUTH, FRONT_DOOR], id="an area typed row by row"),
        pytest.param([*NORTH, FRONT_DOOR], id="one area, and no subtotal"),
        pytest.param([NORTH[0], ["", "South 2", 6, 160, 0], *SOUTH], id="a name that is of another area"),
        pytest.param([*NORTH, subtotal("South total", 11, 280), *SOUTH], id="a subtotal of another area"),
    ],
)
def test_where_it_is_not_plain_the_area_is_not_known_and_that_is_said(rows: list[list[object]]) -> None:
    first = next(row for row in rows if not row[0])
    loaded = read(*rows)
    assert areas(*rows)[str(first[1])] is None
    assert f"A{rows.index(first) + 2}" in [one.cell for one in loaded.problems if one.code == "blank_area"]


def test_a_total_below_teams_of_unknown_area_is_that_of_all_above_it() -> None:
    # Given a block whose blanks are not plain, and a wrong subtotal
    rows = [FRONT_DOOR, *NORTH, subtotal("North total", 13, 291), *SOUTH]
    assert "add up to 290: 1 too high" in problem(read(*rows), "total_disagrees").message


@settings(max_examples=30, deadline=None)
@given(st.lists(st.integers(1, 4), min_size=2, max_size=5))
def test_whatever_the_blocks_an_area_typed_once_is_read_as_one_typed_in_every_row(sizes: list[int]) -> None:
    # Given blocks of teams, when the area stands in the first row only, then it is read as if it stood in each
    teams = [(block, place) for block, size in enumerate(sizes) for place in range(size)]
    once = [[f"Area {b}" * (place == 0), f"Team {b}{place}", 5, 101 + b * 7 + place, 0] for b, place in teams]
    each = [[f"Area {b}", *row[1:]] for (b, _), row in zip(teams, once, strict=True)]
    assert areas(*once) == areas(*each)
