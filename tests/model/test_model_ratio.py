"""A printed ratio is held against its numerator and denominator exactly."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.exact import half_up
from model.ratio import is_given_by, ratio, to_two_places, whole_of

pytestmark = pytest.mark.unit


def test_the_reports_printed_errors_are_caught() -> None:
    caf, re_referrals = ratio(181, 6859), ratio(353, 2336)
    assert caf is not None and re_referrals is not None
    assert (to_two_places(caf), to_two_places(re_referrals)) == (2.64, 15.11)
    assert not is_given_by(5.0, caf)
    assert not is_given_by(16, re_referrals)
    assert is_given_by(2.6, caf) and is_given_by(3, caf) and is_given_by(15.1, re_referrals)


@given(st.integers(0, 5000), st.integers(1, 5000), st.integers(0, 2))
def test_what_is_rounded_half_up_is_always_given(part: int, whole: int, places: int) -> None:
    value = ratio(part, whole)
    assert value is not None
    assert is_given_by(float(half_up(value, places)), value)


@given(st.integers(0, 5000), st.integers(1, 5000))
def test_a_whole_point_away_is_never_given(part: int, whole: int) -> None:
    value = Fraction(100 * part, whole)
    assert not is_given_by(float(half_up(value)) + 1.1, value)


def test_a_rate_is_of_its_own_whole_and_nothing_is_divided_by_nought() -> None:
    assert (whole_of("%"), whole_of("per 10,000 children"), whole_of("number")) == (100, 10_000, None)
    assert ratio(62, 25_000, "per 10,000 children") == Fraction(124, 5)
    assert ratio(1, 0) is None
    assert ratio(1, 2, "number") is None
