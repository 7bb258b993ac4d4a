"""A block for each team with its months across, and a row for each month and measure with the teams across."""

from __future__ import annotations

import pytest
from loading import codes, load_rows, problem, values

pytestmark = pytest.mark.unit

MONTHS = ["Apr-24", "May-24", "Jun-24"]
MEASURES = ["SW FTE", "Allocated", "Unallocated"]
TEAMS = {"Bramley": (6.0, 151, 4), "Otley": (4.5, 98, 0), "Moor End": (7.2, 140, 2)}


def truth() -> list[tuple[object, ...]]:
    return sorted(
        (team, fte + n, allocated + n, waiting + n)
        for n in range(3)
        for team, (fte, allocated, waiting) in TEAMS.items()
    )


def read(*rows: list[object]) -> list[tuple[object, ...]]:
    return sorted(values(load_rows(*rows, sheet="Trend"), "team", "fte", "allocated", "unallocated"))


def blocks(*above: list[object]) -> list[list[object]]:
    rows = [["Trend of caseloads"], []]
    for team, figures in TEAMS.items():
        rows += [*[[cell if cell != "{}" else team for cell in line] for line in above]]
        rows += [[name, *(figure + n for n in range(3))] for name, figure in zip(MEASURES, figures, strict=True)] + [[]]
    return rows


@pytest.mark.parametrize("above", [[["{}", *MONTHS]], [["{}"], ["", *MONTHS]], [["{}"], ["Measure", *MONTHS]]])
def test_each_block_is_of_the_team_that_stands_at_its_head(above: list[list[object]]) -> None:
    assert read(*blocks(*above)) == truth()


def across(head: list[object], total: bool, once: bool) -> list[list[object]]:
    rows: list[list[object]] = [["Caseload monitoring"], [], [*head, *TEAMS, *(["Total"] if total else [])]]
    for n, month in enumerate(MONTHS):
        for place, name in enumerate(MEASURES):
            figures = [figures[place] + n for figures in TEAMS.values()]
            when = month if place == 0 or not once else ""
            words = [when, name] if head[0] == "Month" else [name, when]
            rows.append([*words, *figures, *([sum(figures)] if total else [])])
    return rows


@pytest.mark.parametrize("head", [["Month", "Measure"], ["Indicator", "Month"]])
@pytest.mark.parametrize(("total", "once"), [(False, False), (True, True)])
def test_teams_are_side_by_side_beside_a_month_and_a_measure(head: list[object], total: bool, once: bool) -> None:
    assert read(*across(head, total, once)) == truth()


@pytest.mark.parametrize("beside", [["Target", "Actual"], ["Numerator", "Denominator"], ["Anna Smith", "Ben Jones"]])
def test_what_stands_side_by_side_and_is_no_team_gives_none(beside: list[object]) -> None:
    # Given a month and a measure in each row, with parts of a ratio, targets or people beside them
    rows = [[month, name, 5.0, 6.0] for month in MONTHS for name in MEASURES]
    loaded = load_rows(["Month", "Measure", *beside], *rows)
    # When it is read, then there is no team
    assert not values(loaded, "team")


def test_blocks_that_name_the_same_in_each_corner_are_of_no_team_of_that_name() -> None:
    # Given a corner that says the same over each block
    loaded = load_rows(*blocks(["Position", *MONTHS]), sheet="Trend")
    assert ("Position",) not in values(loaded, "team")


def test_a_total_across_is_compared() -> None:
    rows = across(["Month", "Measure"], total=True, once=False)
    rows[4][-1] = 400
    found = problem(load_rows(*rows, sheet="Trend"), "total_disagrees")
    assert found.cell == "F5" and "total_disagrees" not in codes(load_rows(*across(["Month", "Measure"], True, False)))
