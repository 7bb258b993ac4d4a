"""A printed ratio against what its numerator and denominator give."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction

from model.exact import exact, half_up

PERCENT = "%"
_PER = re.compile(r"per ([\d,]+)\b.*")


def whole_of(unit: str) -> int | None:
    """What a ratio in the unit is taken of: 100 for "%", 10,000 for "per 10,000 children"; ``None`` for a count."""
    if unit == PERCENT:
        return 100
    found = _PER.fullmatch(unit)
    return int(found[1].replace(",", "")) if found else None


def ratio(numerator: float, denominator: float, unit: str = PERCENT) -> Fraction | None:
    """The ratio in its unit, exactly; ``None`` where the denominator is 0 or the unit is of no ratio."""
    whole = whole_of(unit)
    return None if whole is None or not denominator else whole * exact(numerator) / exact(denominator)


def is_given_by(printed: float, value: Fraction) -> bool:
    """Whether a printed figure is the value, rounded to as many decimal places as it is printed with, at most two.

    Half a unit of the last place either way is allowed, so that a half may be rounded up or down.
    """
    places = min(max(-int(Decimal(str(printed)).normalize().as_tuple().exponent), 0), 2)
    return abs(exact(printed) - value) <= Fraction(5, 10 ** (places + 1))


def to_two_places(value: Fraction) -> float:
    """The value to two decimal places, half up."""
    return float(half_up(value, 2))
