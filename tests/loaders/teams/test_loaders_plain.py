"""Plain rows are read a column at a time, and nothing comes out otherwise than cell by cell."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import pandas as pd
import pytest
from every_row import every_row
from hypothesis import given, settings
from hypothesis import strategies as st
from loading import HEADINGS, TWO, load_rows, load_sheets, problem, values

from loaders import Loaded
from loaders.areas.subtotals import may_hold_sum
from loaders.dates.months import in_cell
from loaders.files.grid import Cell, Sheet
from loaders.teams import caseload

FEBRUARY = dt.date(2013, 2, 1)
FIGURES = st.sampled_from(
    ["", " ", "*", "<5", "7", "1,204", "nil", "5.5 FTE", "about 5", True, 0, 1, 5.25, 36.400000000000006, -1, 501, 0.1]
)
MONTHS = st.sampled_from(
    ["", "Feb-13", "2013-02", "soon", 201302, 41306.0, True, 1e300, FEBRUARY, dt.date(2013, 3, 31), dt.date(1900, 1, 1)]
)
NAMES = st.sampled_from(
    ["Ash", " Elm  ", "Total", "Unallocated", "Average", "", 5, 1.0, True, FEBRUARY, "Note: all", "Oak"]
)
KINDS = st.sampled_from(["", "MASH", " Fieldwork", 1, True, "Long-term"])
HEADED = ["Month", "Position date", "Team", "Area", "Type of team", *HEADINGS[1:], "Average caseload"]
ROW = st.tuples(MONTHS, MONTHS, NAMES, KINDS, KINDS, *(FIGURES for _ in HEADINGS))


def plain_row(number: int) -> tuple[object, ...]:
    return (FEBRUARY, dt.date(2013, 2, 28), f"Team {number}", "North", "Fieldwork", 5.5, 110, number % 3, 20)


def cell_by_cell(rows: Sequence[Sequence[object]]) -> Loaded:
    with pytest.MonkeyPatch.context() as changed:
        changed.setattr(caseload, "names_of_teams", lambda found: [])
        changed.setattr(caseload, "plain_teams", lambda found, plain, rows, whens: [None] * len(rows))
        return load_rows(*rows)


# Figures so small and alike that one row is often the sum of others, one team like another, an average out.
SMALL = st.sampled_from([1, 2, 3, 4.5])
EVEN_ROW = st.tuples(
    st.sampled_from([FEBRUARY, dt.date(2013, 3, 31)]),
    st.sampled_from(["Ash", "Elm", "Oak", "Oak 1", "Oak 2", "ELM", "Yew"]),
    st.sampled_from(["West", "East", "Oak"]),
    SMALL,
    st.sampled_from([10, 20, 30, 40, 60, 900]),
    st.sampled_from([0, 1, 2]),
    st.sampled_from([10, 20, 5]),
)
EVEN_HEADED = [
    "Month",
    "Team",
    "Area",
    "Case-holding FTE",
    "Children allocated",
    "Children waiting",
    "Average caseload",
]


@pytest.mark.functional
@settings(max_examples=60, deadline=None)
@given(st.lists(EVEN_ROW, min_size=1, max_size=9), st.sampled_from([None, None, 2, 3, 5, 6]), st.integers(0, 8))
def test_a_table_of_nothing_but_plain_teams_gives_what_it_gives_cell_by_cell(
    teams: list[tuple[object, ...]], blank: int | None, at: int
) -> None:
    # Given a table in which every row is a team in plain figures, but for one blank perhaps
    rows = [list(team) for team in teams]
    if blank is not None:
        rows[at % len(rows)][blank] = ""
    # When it is read a column at a time, and row by row
    one, other = load_rows(EVEN_HEADED, *rows), cell_by_cell([EVEN_HEADED, *rows])
    # Then no sum, average, blank, repeat or likeness goes unsaid
    assert one.problems == other.problems
    for name, table in one.tables.items():
        pd.testing.assert_frame_equal(table, other.tables[name])


TEAM_NAMES = ["Ash", "Elm", "Oak", "Yew", "Fir", "Bay"]


@pytest.mark.functional
@settings(max_examples=80, deadline=None)
@given(
    st.lists(
        st.tuples(SMALL, st.sampled_from([10, 20, 30, 60]), st.sampled_from([0, 1, 2, ""])), min_size=1, max_size=6
    ),
    st.sampled_from(["Total", "Total", "Grand total", "All teams", "North total", "Sub-total", "Sum "]),
    st.sampled_from([None, None, None, 1, 2, 3, 4]),
    st.sampled_from([1, -1, 0.05, "", "*", 0.2]),
)
def test_a_table_of_plain_teams_and_their_total_gives_what_it_gives_cell_by_cell(
    figures: list[tuple[object, ...]], name: str, changed: int | None, by: object
) -> None:
    # Given a table of teams with a total below, one figure of which may be another, blank, or a code
    teams = [[team, *own, ""] for team, own in zip(TEAM_NAMES, figures, strict=False)]
    sums = [sum(team[column] or 0 for team in teams) for column in (1, 2, 3)]  # type: ignore[misc]
    total: list[object] = [name, *sums, round(sums[1] / sums[0], 1)]
    if changed is not None:
        total[changed] = by if isinstance(by, str) else total[changed] + by  # type: ignore[operator]
    rows = [[*HEADINGS[:4], "Average caseload"], *teams, total]
    # When it is read a column at a time, and row by row
    one, other = load_rows(*rows), cell_by_cell(rows)
    # Then the total is compared, and gives the service what its teams do not
    assert one.problems == other.problems
    for table_name, table in one.tables.items():
        pd.testing.assert_frame_equal(table, other.tables[table_name])


@pytest.mark.unit
def test_a_sum_is_looked_for_until_the_teams_above_are_far_more_than_any() -> None:
    # Given teams of which none is the sum of others, and then one that is
    # Then only those that may be are looked at any further
    assert not may_hold_sum([10, 12, 9, 11, 13])
    assert may_hold_sum([10, 12, 22, 11, 13])
    assert may_hold_sum([10, 12, 9, 11, 13, 30, 29, 59], cuts={5})
    assert may_hold_sum([10, None, 12])


@pytest.mark.unit
def test_a_team_twice_among_plain_ones_is_refused_by_its_cell() -> None:
    # Given a table that is read a column at a time, with a team that stands in it again
    loaded = load_rows(HEADED, *(plain_row(number) for number in (0, 1, 2, 3, 2)))
    # Then the row is named all the same
    assert problem(loaded, "team_twice").cell == "C6"


@pytest.mark.functional
@settings(max_examples=60, deadline=None)
@given(st.dictionaries(st.integers(0, 11), ROW, max_size=4), st.booleans())
def test_a_plain_row_gives_what_it_gives_cell_by_cell(odd: dict[int, tuple[object, ...]], several_fte: bool) -> None:
    # Given a table in which most rows are plain and some hold anything, whose children include those who wait or not
    headed = HEADED if several_fte else [*HEADED[:6], "All open children", *HEADED[7:]]
    rows = [headed, *(odd.get(number, plain_row(number)) for number in range(12))]
    # When it is read, once as it always is and once with no row taken as plain
    one, other = load_rows(*rows), cell_by_cell(rows)
    # Then tables and problems are the same, in the same order
    assert one.problems == other.problems
    for name, table in one.tables.items():
        pd.testing.assert_frame_equal(table, other.tables[name])


@pytest.mark.unit
def test_a_yes_among_ones_is_named_and_is_no_number() -> None:
    # Given a column of ones, which a yes passes for where values are looked up
    loaded = load_rows(HEADINGS, ["Ash", 1, 20, 1], ["Elm", 1, 21, True], ["Oak", 1, 22, 1])
    # Then it is still named by its cell
    assert problem(loaded, "not_a_number").cell == "D3"


@pytest.mark.unit
def test_a_month_carried_below_a_plain_row_is_that_rows() -> None:
    rows = [[FEBRUARY, "Ash", 5, 100, 0], ["", "Elm", 6, 120, 0]]
    loaded = load_sheets({"Sheet1": [["Month", *HEADINGS], *rows]})
    assert values(loaded, "month", "team") == [(FEBRUARY, "Ash"), (FEBRUARY, "Elm")]
    assert problem(loaded, "month_blank").cell == "A3"


@pytest.mark.unit
@pytest.mark.parametrize("number", [float("inf"), float("nan"), -1e300, 41306.5])
def test_a_number_that_is_no_day_is_no_month(number: float) -> None:
    assert in_cell(number) is None


@pytest.mark.unit
def test_a_tail_of_decimals_is_cut_and_a_sum_stays_exact() -> None:
    loaded = load_rows(HEADINGS, ["Ash", 36.400000000000006, 100, 0], TWO[1])
    assert values(loaded, "fte")[0] == (36.4,)


@pytest.mark.unit
def test_what_stands_far_below_the_headings_is_found_as_what_stands_among_them() -> None:
    # Given a long sheet with headings at its top, in its middle and at its end
    rows: list[list[Cell]] = [[1.0, "Ash", 2.0] for _ in range(130)]
    for row in (2, 30, 129):
        rows[row] = ["Month", "Team", 3.0]
    rows[70] = [FEBRUARY, "Elm"]
    sheet = Sheet("S", rows)
    # Then all are found, whichever rows are left out at the top
    assert [sheet.rows_with({"Team", "Oak"}, after) for after in (1, 2, 60, 129)] == [
        {2, 30, 129},
        {30, 129},
        {129},
        set(),
    ]
    assert sheet.columns_with({FEBRUARY, 3.0}) == [0, 2]
    assert sheet.distinct == {1.0, 2.0, 3.0, "Ash", "Elm", "Month", "Team", FEBRUARY, ""}


@pytest.mark.unit
@every_row("tail", [0.1 + 0.2, 36.400000000000006, 2.0000001, 5.25, 7.0])
def test_a_figure_with_a_tail_is_rounded_in_a_column_too(tail: float) -> None:
    # Given a column of plain numbers of which one carries what adding decimals leaves
    rows = [[*plain_row(0)[:5], 5.5, 110, 0, ""], [*plain_row(1)[:5], tail, 110, 1, ""]]
    loaded = load_rows(HEADED, *rows)
    # Then it is that number, as it is cell by cell
    assert values(loaded, "fte") == values(cell_by_cell([HEADED, *rows]), "fte") == [(5.5,), (round(tail, 6),)]
