"""Numbers are exact until they are shown, and then rounded half up."""

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import numpy as np
import pytest
from every_row import every_row
from hypothesis import given
from hypothesis import strategies as st
from made_services import few

from model.exact import adding_up, ceil_exact, exact, half_up, known, percentage, pounds, shortest, shown, signed


@pytest.mark.unit
@every_row(
    ("value", "fraction"),
    [
        (7.7, Fraction(77, 10)),
        (np.float64(7.7), Fraction(77, 10)),
        (np.int64(3), Fraction(3)),
        ("7.5", Fraction(15, 2)),
        (Decimal("40817.67"), Fraction(4081767, 100)),
        (Fraction(1, 3), Fraction(1, 3)),
        (-2, Fraction(-2)),
        (1e-7, Fraction(1, 10**7)),
    ],
)
def test_a_value_becomes_the_fraction_a_person_would_write(value, fraction):
    # Given a value of some type, when it is made exact, then it is what its digits say.
    assert exact(value) == fraction


@pytest.mark.unit
@every_row("value", [float("nan"), float("inf"), "seven", "", Decimal("NaN"), Decimal("Infinity")])
def test_what_is_no_number_is_refused(value):
    # Given something that is not a finite number, when it is made exact, then it is refused with words.
    with pytest.raises(ValueError, match="is not a finite number"):
        exact(value)


@pytest.mark.functional
@few
@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_float_comes_back_from_its_fraction(value):
    # Given any float, when it is made exact and a float again, then it is the same float.
    assert float(exact(value)) == value


@pytest.mark.unit
@every_row(
    ("value", "places", "rounded"),
    [
        (Fraction(1929, 60), 1, "32.2"),  # 32.15: binary rounding says 32.1
        (Fraction(28.25), 1, "28.3"),
        (Fraction(-1, 20), 1, "-0.1"),
        (Fraction(-1, 25), 1, "0.0"),
        (Fraction(5, 2), 0, "3"),
        (Fraction(2, 3), 4, "0.6667"),
        (Fraction(10**40 + 1, 2), 0, "5" + "0" * 38 + "1"),
    ],
)
def test_a_half_is_rounded_away_from_zero(value, places, rounded):
    # Given an exact value, when it is rounded, then a half goes up and long numbers lose no digit.
    assert str(half_up(value, places)) == rounded


@pytest.mark.functional
@few
@given(st.decimals(min_value=-(10**9), max_value=10**9, places=4), st.integers(0, 3))
def test_rounding_is_that_of_decimal_arithmetic(value, places):
    # Given a decimal, when it is rounded half up, then Python's decimal module agrees.
    expected = value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
    assert half_up(value, places) == expected
    assert half_up(value, places).as_tuple().exponent == -places


@pytest.mark.functional
@few
@given(st.fractions(min_value=-1000, max_value=1000), st.integers(0, 3))
def test_rounding_moves_a_value_by_half_a_step_at_most(value, places):
    # Given a fraction, when it is rounded, then it has moved by no more than half of the last place.
    assert abs(Fraction(half_up(value, places)) - value) * 10**places * 2 <= 1


@pytest.mark.unit
@pytest.mark.parametrize(("value", "whole"), [(Fraction(5), 5), (Fraction(50000001, 10**7), 6), (Fraction(-3, 2), -1)])
def test_a_ceiling_is_exact(value, whole):
    # Given an exact value, when the next whole number is taken, then nothing is added by chance.
    assert ceil_exact(value) == whole


@pytest.mark.unit
def test_a_percentage_of_nothing_is_refused():
    # Given nothing to be part of, when a percentage is asked for, then there is none.
    with pytest.raises(ValueError, match="no percentage of nothing"):
        percentage(0, 0)


@pytest.mark.unit
@every_row(
    ("function", "value", "text"),
    [
        (shown, Fraction(1294), "1,294.0"),
        (lambda value: shown(value, 0), 1294, "1,294"),
        (shown, Fraction(-21, 10), "−2.1"),
        (shown, Fraction(-1, 100), "0.0"),
        (signed, Fraction(51, 10), "+5.1"),
        (signed, Fraction(-51, 10), "−5.1"),
        (signed, Fraction(1, 100), "0.0"),
        (shortest, 25, "25"),
        (shortest, Decimal("7.50"), "7.5"),
        (shortest, Fraction(100), "100"),
        (shortest, Fraction(105, 4), "26.25"),
        (pounds, Decimal("244906.02"), "£244,906"),
        (pounds, Fraction(-352345, 10), "−£35,235"),
        (pounds, 0, "£0"),
    ],
)
def test_a_number_is_written_as_a_person_writes_it(function, value, text):
    # Given a value, when it is put in words, then commas, signs and noughts are as in a report.
    assert function(value) == text


@pytest.mark.unit
def test_a_figure_that_is_not_known_cannot_be_used():
    # Given figures, when one is used that is not known, then that is refused and not taken as 0.
    assert known(3) == 3
    with pytest.raises(ValueError, match="not known"):
        known(None)


@pytest.mark.functional
@few
@given(st.lists(st.fractions(-50, 50, max_denominator=997), min_size=1, max_size=8), st.integers(0, 2))
def test_parts_as_shown_add_up_and_none_is_far_from_what_it_is(parts, places):
    found = adding_up(parts, places)
    assert sum(found) == half_up(sum(parts), places)
    step = Fraction(1, 10**places)
    assert all(abs(Fraction(each) - part) <= Fraction(3, 2) * step for each, part in zip(found, parts, strict=True))


@pytest.mark.unit
def test_what_is_over_is_taken_where_it_makes_least_difference():
    # Given parts of which each is rounded up, then the one that was rounded furthest gives way
    assert adding_up([1.25, 2.26, 3.29]) == [Decimal("1.2"), Decimal("2.3"), Decimal("3.3")]
    # And one that is shown as nothing stays nothing while another is larger
    assert adding_up([0.04, 4.74, 0.0], total="4.8") == [Decimal("0.0"), Decimal("4.8"), Decimal("0.0")]
    assert adding_up([]) == []
