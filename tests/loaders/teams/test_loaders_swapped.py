"""FTE and children that have changed places are told, and asked about where it is so in every team."""

from __future__ import annotations

from dataclasses import replace

import pytest
from every_row import every_row
from hypothesis import given, settings
from hypothesis import strategies as st
from loading import HEADINGS, codes, load_rows, load_sheets, problem, values

pytestmark = pytest.mark.unit

OTHERS = [["Elm", 6, 140, 3], ["Oak", 8, 170, 0]]
SWAPPED = {"figures_swapped", "columns_swapped"}


def test_one_swapped_team_is_told_with_both_its_cells() -> None:
    said = problem(load_rows(HEADINGS, *OTHERS, ["Ash", 150, 7, 2]), "figures_swapped")
    assert (said.severity, said.sheet, said.cell, said.found) == ("warning", "Feb 2013", "B4", "150")
    assert "150 FTE (cell B4) and 7 children (cell C4)" in said.message


@every_row(
    ("row", "told"),
    [
        # Fewer than two for each worker is odd only where others have many more.
        (["Ash", 8, 12, 0], True),
        (["Ash", 8, 20, 0], False),
        # A small team, a front door and leaving care may have next to none.
        (["Ash", 4, 2, 0], False),
        (["MASH", 12, 9, 0], False),
        (["Leaving care", 9, 4, 0], False),
        # No front door has as many workers as that.
        (["MASH", 180, 9, 0], True),
    ],
)
def test_only_a_fieldwork_team_of_some_size_is_odd(row: list[object], told: bool) -> None:
    assert ("figures_swapped" in codes(load_rows(HEADINGS, *OTHERS, row))) is told


def test_few_children_everywhere_are_no_swap() -> None:
    assert codes(load_rows(HEADINGS, ["Ash", 8, 12, 0], ["Elm", 9, 14, 0])) == []


def test_a_whole_sheet_swapped_is_asked_about_and_the_answer_puts_it_right() -> None:
    # Given a sheet whose two columns have one another's heading
    sheets = {"Feb 2013": [HEADINGS, ["Ash", 140, 6, 3], ["Elm", 170, 8, 0]]}
    loaded = load_sheets(sheets)
    # Then both columns are asked about, and nothing may be kept before
    assert codes(loaded) == ["columns_swapped"]
    asked = [column for column in loaded.columns if column.question]
    assert [(column.cell, column.must) for column in asked] == [("B1", True), ("C1", True)]
    # When a person says which is which
    fields = ("allocated", "fte_case_holding")
    answers = [column.decided(field) for column, field in zip(asked, fields, strict=True)]
    answered = load_sheets(sheets, mapping=answers)
    # Then the figures are in their places and nothing is asked
    assert values(answered, "fte", "allocated") == [(6, 140), (8, 170)]
    assert not any(column.question for column in answered.columns)
    # And of a later file, whose columns are as they should be, it is asked again
    remembered = [replace(answer, decided_on="2013-03-01") for answer in answers]
    right = [[*row[:1], row[2], row[1], row[3]] for row in sheets["Feb 2013"][1:]]
    later = load_sheets({"Mar 2013": [HEADINGS, *right]}, mapping=remembered)
    assert [column.cell for column in later.columns if column.must] == ["B1", "C1"]


def test_a_swap_between_two_tables_is_told_where_the_children_stand() -> None:
    # Given the workforce in one sheet and the children in another, a figure of each in the other's place
    staff = [["Team", "FTE in post"], ["Ash", 150], ["Elm", 7], ["Oak", 8]]
    children = [["Team", *HEADINGS[2:]], ["Ash", 8, 0], ["Elm", 140, 2], ["Oak", 150, 0]]
    loaded = load_sheets({"Staff Feb 2013": staff, "Children Feb 2013": children})
    said = problem(loaded, "figures_swapped")
    assert said.sheet in ("Staff Feb 2013", "Children Feb 2013")
    assert "in another table" in said.message


@settings(max_examples=30, deadline=None)
@given(
    st.lists(st.tuples(st.integers(6, 15), st.integers(10, 30)), min_size=2, max_size=5),
    st.sets(st.integers(0, 4), max_size=5),
)
def test_exactly_the_swapped_teams_are_told(teams: list[tuple[int, int]], swapped: set[int]) -> None:
    # Given teams with 10 to 30 children for each worker, the figures of some of them swapped
    rows = [[f"Team {place}", fte, fte * average, 0] for place, (fte, average) in enumerate(teams)]
    places = {place for place in swapped if place < len(rows)}
    rows = [[row[0], row[2], row[1], 0] if place in places else row for place, row in enumerate(rows)]
    # Then those and no others are told: one by one, together, or as the whole sheet
    told = [one for one in load_rows(HEADINGS, *rows).problems if one.code in SWAPPED]
    if len(places) == len(rows):
        assert [one.code for one in told] == ["columns_swapped"]
    elif len(places) > 3:
        assert [one.message.split()[0] for one in told] == [str(len(places))]
    else:
        assert {one.cell for one in told} == {f"B{place + 2}" for place in places}
