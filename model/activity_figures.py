"""A figure of the activity report: its number, what gives it, what was printed, and where it stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from model.exact import MINUS, Number, exact, half_up, shown
from model.ratio import PERCENT, is_given_by, whole_of

NUMBER = "number"
UP, DOWN, SAME = "↑", "↓", "→"


@dataclass(frozen=True)
class Figure:
    """A measure in a period, exactly; ``None`` where not known, with the ``reason`` where there is one.

    ``value`` is in ``unit``: a ratio is always worked out again from ``numerator`` and ``denominator``, and is the
    ``printed`` figure only where one of them is missing. ``cells`` are those it is read from; ``is_added_up`` says
    that it was made of shorter periods.
    """

    unit: str
    value: Fraction | None = None
    numerator: Fraction | None = None
    denominator: Fraction | None = None
    printed: Fraction | None = None
    reason: str = ""
    cells: tuple[str, ...] = ()
    is_added_up: bool = False

    @property
    def is_blank(self) -> bool:
        """Whether nothing at all is known of it, not even why."""
        return not self.reason and all(one is None for one in (self.value, self.numerator, self.denominator))

    @property
    def misprint(self) -> bool:
        """Whether numerator and denominator are known and do not give what is printed."""
        given = _ratio(self.numerator, self.denominator, self.unit)
        return given is not None and self.printed is not None and not is_given_by(float(self.printed), given)

    @property
    def shown(self) -> str:
        """The value in words: "6,859", "42.8%", "24.8"; the reason why it is missing, or "" for a blank."""
        return value_words(self.value, self.unit) if self.value is not None else self.reason


def figure_of(row: Mapping[Any, Any], unit: str) -> Figure:
    """The figure of a row of the table ``activity``, its missing values ``None``."""
    numerator, denominator, printed = (
        None if row[name] is None else exact(row[name]) for name in ("numerator", "denominator", "printed")
    )
    given = _ratio(numerator, denominator, unit)
    cells = (f"{row['sheet']}, cell {row['cell']}",) if row["sheet"] and row["cell"] else ()
    value = given if given is not None else printed
    return Figure(unit, value, numerator, denominator, printed, row["reason"] or "", cells)


def _ratio(numerator: Fraction | None, denominator: Fraction | None, unit: str) -> Fraction | None:
    whole = whole_of(unit)
    if whole is None or numerator is None or not denominator:
        return None
    return whole * numerator / denominator


def added_up(parts: Sequence[Figure], over_time: str) -> Figure:
    """The figure of a period from those of the shorter ones that it is made of, in the order of time.

    A stock is as at the end. What flows adds up; a percentage does by its numerators and denominators, and a rate by
    its numerators over the last denominator. What one part lacks is not known of the whole.
    """
    last, unit = parts[-1], parts[-1].unit
    cells = tuple(cell for part in parts for cell in part.cells)
    if over_time == "stock":
        return Figure(unit, last.value, last.numerator, last.denominator, None, last.reason, last.cells, True)
    numerator, value = _sum([part.numerator for part in parts]), _sum([part.value for part in parts])
    denominator = _sum([part.denominator for part in parts]) if unit == PERCENT else last.denominator
    if whole_of(unit) is not None:
        value = _ratio(numerator, denominator, unit)
    reason = "" if value is not None else "not added up"
    return Figure(unit, value, numerator, denominator, None, reason, cells, True)


def _sum(values: Sequence[Fraction | None]) -> Fraction | None:
    known = [value for value in values if value is not None]
    return sum(known, Fraction(0)) if len(known) == len(values) else None


def places_of(unit: str) -> int:
    """To how many decimal places a figure in the unit is shown."""
    return 0 if unit == NUMBER else 1


def value_words(value: Number, unit: str) -> str:
    """A figure with its sign: "6,859", "42.8%", "24.8"; a count that is not whole keeps its decimals."""
    places = places_of(unit)
    if unit == NUMBER and exact(value).denominator != 1:
        places = 1
    return f"{shown(value, places)}{'%' if unit == PERCENT else ''}"


@dataclass(frozen=True)
class Direction:
    """Where a figure went from the one before: the arrow of the number, and better or worse, "" without polarity.

    ``change`` is the difference of the two as they are shown, in the unit of the figure (percentage points for %).
    """

    arrow: str
    word: str
    change: Fraction

    @property
    def words(self) -> str:
        """As it stands in a table: "↑ worse", "↓"."""
        return f"{self.arrow} {self.word}".strip()


def direction(now: Figure | None, before: Figure | None, polarity: str) -> Direction | None:
    """The direction of travel from one period to the next; ``None`` unless both are known in the same unit."""
    if now is None or before is None or now.value is None or before.value is None or now.unit != before.unit:
        return None
    places = places_of(now.unit)
    change = exact(half_up(now.value, places)) - exact(half_up(before.value, places))
    if not change:
        return Direction(SAME, "no change", Fraction(0))
    better = polarity and ("better" if (change > 0) == (polarity == "higher") else "worse")
    return Direction(UP if change > 0 else DOWN, better, change)


def share_of_change(now: Figure, before: Figure) -> str:
    """How much a count rose or fell on the one before, in per cent with its sign: "+12.6%"; "" where it cannot be."""
    if now.value is None or not before.value:
        return ""
    share = 100 * (now.value - before.value) / before.value
    sign = "+" if half_up(share) > 0 else ""
    return f"{sign}{shown(share)}%".replace("-", MINUS)
