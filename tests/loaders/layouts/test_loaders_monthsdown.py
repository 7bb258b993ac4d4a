"""Months one below another with the teams side by side, and lines between the blocks of months side by side."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import pytest
from loading import codes, load_sheets, values

from loaders import Loaded

pytestmark = pytest.mark.unit

Row = Sequence[object]
TEAMS = ["Ash", "Elm", "Oak"]
MONTHS = ["Apr-23", "May-23"]
FTE, CHILDREN = [[5, 6.5, 7], [5.5, 6, 7]], [[100, 110, 120], [101, 111, 121]]
EXPECTED = [
    (dt.date(2023, 4 + place, 1), team, FTE[place][n], CHILDREN[place][n])
    for place in range(2)
    for n, team in enumerate(TEAMS)
]


def block(title: str, figures: Sequence[Sequence[float]], corner: str = "Month", months: Row = MONTHS) -> list[Row]:
    return [[title], [corner, *TEAMS], *([month, *row] for month, row in zip(months, figures, strict=True)), []]


def read(rows: Sequence[Row]) -> list[tuple[object, ...]]:
    return values(loaded_of(rows), "month", "team", "fte", "allocated")


def loaded_of(rows: Sequence[Row]) -> Loaded:
    return load_sheets({"Data": rows})


def test_a_block_for_each_measure_is_read() -> None:
    # Given a block for the FTE and one for the children, their months in cells of any kind
    for months in (MONTHS, [dt.date(2023, 4, 1), dt.date(2023, 5, 1)]):
        rows = [*block("Case-holding FTE", FTE, months=months), *block("Children allocated", CHILDREN, months=months)]
        # When they are read, then every figure is its team's and its month's
        assert read(rows) == EXPECTED
    bare = [["Caseloads 2023/24"], *block("Case-holding FTE", FTE, months=["Apr", "May"])]
    assert read([*bare, *block("Children allocated", CHILDREN, months=["Apr", "May"])]) == EXPECTED


def test_the_measures_may_stand_below_each_team() -> None:
    names = [cell for team in TEAMS for cell in (team, "")]
    heads = ["Month", *["Case-holding FTE", "Children allocated"] * 3]
    body = [
        [MONTHS[place], *(cell for n in range(3) for cell in (FTE[place][n], CHILDREN[place][n]))] for place in range(2)
    ]
    assert read([["", *names], heads, *body]) == EXPECTED


def test_a_column_of_totals_is_compared_and_no_team() -> None:
    rows = [["Children allocated"], ["Month", *TEAMS, "Total"], ["Apr-23", 1, 2, 3, 6], ["May-23", 2, 3, 4, 10]]
    loaded = loaded_of(rows)
    assert {team for (team,) in values(loaded, "team")} == set(TEAMS)
    assert codes(loaded).count("total_disagrees") == 1


@pytest.mark.parametrize(
    "names", [["Target", "Actual", "Last year"], ["2022/23", "2023/24"], ["Anna Smith", "Bob Jones", "Cy Bell"]]
)  # fmt: skip
def test_columns_that_are_no_teams_are_not_read(names: list[str]) -> None:
    # Given columns of other things than teams, or of single people
    # When they are read, then nothing is, and no person is named
    loaded = loaded_of(
        [
            ["Children allocated"],
            ["Month", *names],
            ["Apr-23", 1, 2, 3][: len(names) + 1],
            ["May-23", 2, 3, 4][: len(names) + 1],
        ]
    )
    assert loaded.stopped
    assert not any("Smith" in one.message + one.found for one in loaded.problems)


def test_groups_of_the_whole_service_are_no_teams() -> None:
    loaded = loaded_of(
        [
            ["", "Permanent", "", "Agency", ""],
            ["Month", "FTE in post", "Headcount", "FTE in post", "Headcount"],
            ["Apr-23", 40, 45, 5, 5],
            ["May-23", 41, 46, 4, 4],
        ]
    )
    assert loaded.stopped


def test_a_quarter_over_the_months_of_a_block_is_no_figure_of_the_block_above() -> None:
    rows: list[Row] = []
    for title, figures in (("Case-holding FTE", FTE), ("Children allocated", CHILDREN)):
        teams = [[team, *(row[n] for row in figures)] for n, team in enumerate(TEAMS)]
        rows += [[title], ["", "Q1 2023/24"], ["Team", *MONTHS], *teams, []]
    assert read(rows) == EXPECTED


def test_measures_may_stand_over_years_over_months() -> None:
    rows: list[Row] = [["", "Case-holding FTE", "", "Children allocated"], ["", 2023, 2024, 2023, 2024]]
    rows += [["Team", "Dec", "Jan", "Dec", "Jan"], *([team, 5 + n, 6, 100, 110 + n] for n, team in enumerate(TEAMS))]
    rows[0] = ["", "Case-holding FTE", "", "Children allocated", ""]
    expected = [(dt.date(2023, 12, 1), "Ash", 5.0, 100), (dt.date(2024, 1, 1), "Oak", 6.0, 112)]
    assert [read(rows)[place] for place in (0, -1)] == expected
