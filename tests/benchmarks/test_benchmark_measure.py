"""Measurements take turns and say truthfully whether a bar is met."""

from __future__ import annotations

import pytest

from benchmarks import outlook
from benchmarks.loading import MONTHS, compare
from benchmarks.measure import Result, in_turn, table

pytestmark = pytest.mark.unit


def test_both_sides_run_equally_often_and_take_turns_at_going_first() -> None:
    # Given two sides that write down when they run
    order: list[str] = []

    def side(name: str, milliseconds: float):
        return lambda: order.append(name) or milliseconds

    # When they are measured four times
    medians = in_turn([side("ours", 3.0), side("reference", 4.0)], 4)
    # Then each went first twice
    assert medians == (3.0, 4.0)
    assert order == ["ours", "reference", "reference", "ours"] * 2


@pytest.mark.parametrize(("ours", "bar", "met"), [(50.0, 0.5, True), (50.1, 0.5, False), (50.0, None, None)])
def test_a_bar_is_met_up_to_and_including_itself(ours: float, bar: float | None, met: bool | None) -> None:
    result = Result("Loading", "reading", ours, 100.0, 5, bar)
    assert result.met is met
    assert result.as_dict()["ratio"] == ours / 100


def test_the_table_shows_ratio_bar_and_whether_it_is_met() -> None:
    lines = table([Result("Loading", "reading", 51.0, 100.0, 5, 0.5)]).splitlines()
    assert lines[1].split("  ")[0] == "Loading (to reading)"
    assert lines[1].split()[-5:] == ["100.0", "0.51", "0.50", "no", "5"]


def test_a_workbook_of_two_years_is_loaded_whole_by_both_sides() -> None:
    # When the smallest comparison runs once (it refuses to go on if a month or a team is lost)
    result = compare(teams=2, rounds=1)
    # Then both sides took some time
    assert len(MONTHS) == len(set(MONTHS)) == 24
    assert result.ours_ms > 0
    assert result.reference_ms > 0


def test_the_outlook_is_held_against_draws_of_the_same_size() -> None:
    # Given both sides of the outlook's comparison, when each runs once, then both took CPU time
    (result, varied) = outlook.outlook(rounds=1, futures=20)
    assert {result.bar, varied.bar} == {3.0}
    assert min(result.ours_ms, result.reference_ms, varied.ours_ms, varied.reference_ms) > 0
