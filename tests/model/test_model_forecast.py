"""A series is carried on by the simplest method that held in the past, and its band is honest about the errors."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.forecast import AHEAD, LEAST_MONTHS, forecast
from model.forecast_methods import METHODS

SERIES = st.lists(st.integers(50, 400), min_size=LEAST_MONTHS, max_size=40)


@pytest.mark.unit
def test_under_six_months_there_is_no_forecast() -> None:
    assert forecast([10, 12, 11, 9, 10]) is None
    assert forecast([10, 12, 11, 9, 10, 11]) is not None


@pytest.mark.functional
@settings(max_examples=30, deadline=None)
@given(SERIES, st.integers(1, 500))
def test_what_is_added_to_every_month_is_added_to_the_forecast_and_its_band(series: list[int], more: int) -> None:
    # Given a series, and the same with so many more in every month, both far above 0
    one, other = (forecast([1000 + value + extra for value in series]) for extra in (0, more))
    # Then method, error and coverage are the same, and the lines lie so much higher
    assert (one.method, one.inside, one.tested) == (other.method, other.inside, other.tested)
    assert other.error == pytest.approx(one.error)
    for line in ("path", "low", "high"):
        assert getattr(other, line) == pytest.approx([value + more for value in getattr(one, line)])


@pytest.mark.functional
@settings(max_examples=30, deadline=None)
@given(st.lists(st.integers(0, 60), min_size=LEAST_MONTHS, max_size=40))
def test_nothing_is_forecast_below_0_and_the_band_holds_the_line_and_never_narrows(series: list[int]) -> None:
    found = forecast(series)
    assert len(found.path) == len(found.low) == len(found.high) == AHEAD
    assert all(0 <= low <= value <= high for low, value, high in zip(found.low, found.path, found.high, strict=True))
    upper = [high - value for high, value in zip(found.high, found.path, strict=True)]
    assert found.path[0] == 0 or all(b >= a - 1e-9 for a, b in pairwise(upper))
    assert 0 <= found.inside <= found.tested <= len(series)
    assert forecast(series) == found


@pytest.mark.functional
@pytest.mark.parametrize("months", [6, 13, 30])
def test_a_constant_series_goes_on_without_a_band(months: int) -> None:
    found = forecast([37] * months)
    assert found.method == METHODS[0].name
    assert found.path == found.low == found.high == (37,) * AHEAD
    assert found.inside == found.tested


@pytest.mark.functional
@pytest.mark.parametrize(
    ("series", "method"),
    [
        # Up and down about one level: a mean is better by more than a tenth than the last month
        (
            [114, 90, 84, 92, 96, 113, 98, 83, 93, 104, 113, 109, 120, 87, 116, 82, 102, 91, 88, 106],
            "the mean of the last 6 months",
        ),
        # A long straight rise
        (list(range(100, 340, 10)), "the trend of the last 12 months, levelling off"),
        # Two years of one pattern
        ([100, 90, 80, 100, 130, 160, 170, 40, 150, 120, 110, 60] * 3, "the same month a year before"),
        # One step up, and level before and after it: every mean still has the months before in it
        ([100] * 9 + [150] * 9, "the last month’s number"),
    ],
)
def test_the_simplest_method_that_is_not_beaten_is_taken(series: list[int], method: str) -> None:
    assert forecast(series).method == method


@pytest.mark.unit
def test_no_season_is_seen_in_less_than_two_years() -> None:
    yearly = [100, 90, 80, 100, 130, 160, 170, 40, 150, 120, 110, 60] * 2
    assert forecast(yearly[:23]).method != "the same month a year before"


@pytest.mark.unit
def test_every_method_says_nothing_of_a_month_from_that_month_or_later() -> None:
    # Given two series that part after the tenth month
    early, late = np.arange(30.0) % 7, np.arange(30.0) % 7
    late[10:] += 50
    for method in METHODS:
        one, other = (method.rows(values, 5) for values in (early, late))
        # Then all that was said by then is the same
        assert np.array_equal(one[:11], other[:11], equal_nan=True), method.name
        assert not np.array_equal(one[11:], other[11:], equal_nan=True), method.name


@pytest.mark.functional
def test_about_80_of_100_months_fall_within_the_band_and_the_coverage_told_agrees() -> None:
    # Given many services in which 100 children start in a month, more or less by chance
    rng = np.random.default_rng(7)
    held, inside, tested = 0, 0, 0
    for _ in range(150):
        series = rng.poisson(100, 25)
        found = forecast(series[:24])
        held += found.low[0] <= series[24] <= found.high[0]
        inside, tested = inside + found.inside, tested + found.tested
    # Then the band of the next month holds about as often as it says, and as it is said to have held
    assert 0.72 <= held / 150 <= 0.92
    assert abs(inside / tested - held / 150) < 0.1
