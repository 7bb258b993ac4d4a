"""Exact numbers: what is shown is rounded once, at the end, the way published tables round."""

from __future__ import annotations

import math
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import TypeAlias

Number: TypeAlias = int | float | str | Decimal | Fraction

MINUS = "−"


def exact(value: Number) -> Fraction:
    """The value as a fraction; a float through its shortest decimal, so that 7.7 is 77/10.

    Raises :class:`ValueError` for a value that is not a finite number.
    """
    if isinstance(value, Fraction):
        return value
    if isinstance(value, float):
        return _of_float(value)
    try:
        return Fraction(value)
    except (OverflowError, ValueError) as error:
        raise ValueError(f"{value} is not a finite number") from error


@lru_cache(maxsize=8192)
def _of_float(value: float) -> Fraction:
    # float() first: the repr of numpy's float64 carries its type's name.
    if not math.isfinite(value):
        raise ValueError(f"{value} is not a finite number")
    return Fraction(Decimal(repr(float(value))))


def half_up(value: Number, places: int = 1) -> Decimal:
    """The value to that many decimal places, a half away from zero, as published figures round.

    Worked on the exact value: 192.9/6 is 32.2, though binary rounding says 32.1.
    """
    scaled = exact(value) * 10**places
    whole = math.floor(abs(scaled) + Fraction(1, 2))
    negative = scaled < 0 and whole > 0
    # Built from its digits: Decimal's own arithmetic would round long numbers to 28 of them.
    return Decimal((int(negative), tuple(int(digit) for digit in str(whole)), -places))


def adding_up(parts: Sequence[Number], places: int = 1, total: Number | None = None) -> list[Decimal]:
    """The parts to that many decimal places so that, as shown, they add up to ``total``, else to their rounded sum.

    Each is rounded half up; what is then over or short is taken, a step a time, where it makes least difference
    (largest remainders), and from parts shown as one step or none only where there are no larger ones.
    """
    wanted = half_up(sum(map(exact, parts), Fraction(0)) if total is None else total, places)
    found = [half_up(part, places) for part in parts]
    step = Decimal(1).scaleb(-places)
    while parts and (over := sum(found, Decimal(0)) - wanted):
        move = -step if over > 0 else step
        small = [abs(each) <= step for each in found]
        off = [abs(exact(each + move) - exact(part)) for each, part in zip(found, parts, strict=True)]
        best = min(range(len(parts)), key=lambda place: (small[place], off[place]))
        found[best] += move
    return found


def ceil_exact(value: Fraction) -> int:
    """The least whole number not below the exact value (no floating-point surprise at 5.0000001)."""
    return math.ceil(value)


def percentage(part: Number, whole: Number, places: int = 1) -> Decimal:
    """``part`` as a percentage of ``whole``, half up; raises :class:`ValueError` if ``whole`` is 0."""
    if exact(whole) == 0:
        raise ValueError("There is no percentage of nothing")
    return half_up(100 * exact(part) / exact(whole), places)


def shown(value: Number, places: int = 1) -> str:
    """The value as text: half up, commas at the thousands, a true minus sign: "1,294.0", "−2.1"."""
    rounded = half_up(value, places)
    return f"{MINUS if rounded < 0 else ''}{rounded.copy_abs():,}"


def signed(value: Number, places: int = 1) -> str:
    """As :func:`shown`, with a plus sign before what is more than 0 at the shown rounding: "+5.1"."""
    return f"{'+' if half_up(value, places) > 0 else ''}{shown(value, places)}"


def shortest(value: Number, places: int = 2) -> str:
    """As :func:`shown`, without the noughts at the end: "25", "7.5", "26.25"."""
    text = shown(value, places)
    return text.rstrip("0").rstrip(".") if "." in text else text


def pounds(value: Number) -> str:
    """An amount in whole pounds, half up: "£244,906", "−£35,234"."""
    rounded = half_up(value, 0)
    return f"{MINUS if rounded < 0 else ''}£{rounded.copy_abs():,}"


def known(value: Fraction | int | None) -> Fraction:
    """A figure that the caller has made sure of, as a fraction; raises :class:`ValueError` if it is not known."""
    if value is None:
        raise ValueError("This figure is not known")
    return Fraction(value)
