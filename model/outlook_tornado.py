"""Which assumption matters most: each at the ends of its stated uncertainty, all others as they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import isfinite

from model.exact import shortest, shown
from model.outlook import Case
from model.outlook_assumptions import ASSUMPTIONS
from model.outlook_process import Measure
from model.words import first_short

# Those that the simulated futures vary (:func:`model.outlook_chain.worlds`), with the highest that each can be.
VARIED = {"starts": 10_000_000.0, "months_open": 120.0, "turnover": 1.0, "lead": 24.0, "absence": 0.9}
_SHORT = {
    "starts": "Children starting a month",
    "months_open": "Months a case stays open",
    "turnover": "Leavers in a year (%)",
    "lead": "Months to recruit",
    "absence": "Absence (%)",
}
# Fewer children than this are not said to wait.
_HALF_A_CHILD = 0.5


@dataclass(frozen=True)
class Bar:
    """An assumption at its low and its high value, in its own unit, and what is expected then (children per FTE)."""

    name: str
    low: float
    high: float
    at_low: float
    at_high: float

    @property
    def width(self) -> float:
        """How far apart the two answers are."""
        return abs(self.at_high - self.at_low)

    @property
    def label(self) -> str:
        """The assumption with its two values, in the unit in which it is typed."""
        scale = 100 if ASSUMPTIONS[self.name].unit.startswith("%") else 1
        return f"{_SHORT[self.name]}: {shortest(self.low * scale, 1)} to {shortest(self.high * scale, 1)}"


def of_everybody(case: Case) -> Case:
    """The case with all children counted where the ceiling holds the average of those allocated; else as it is."""
    waits = float(case.expected.unallocated[case.month].sum()) > _HALF_A_CHILD
    return replace(case, measure=Measure.ALL) if waits and case.measure == Measure.ALLOCATED else case


def tornado(case: Case) -> list[Bar]:
    """Each assumption that the futures vary at a tenth from either end of its range; the widest bar first.

    Low and high are the value divided and multiplied by 1 + spread: 10 in 100 futures lie beyond each. Starts that
    follow closures stay what they are while the time that cases stay open is varied. Those without any width are left
    out, and so are those that leave nobody in post.
    """
    assumed, found = case.assumptions, list[Bar]()
    if assumed.starts is None:
        assumed = assumed.with_values(starts=assumed.closing * sum(unit.children for unit in case.units))
    for name, most in VARIED.items():
        value, factor = float(getattr(assumed, name)), 1 + assumed.spread_of(name)
        ends = [max(value / factor, 1.0 if name == "months_open" else 0.0), min(value * factor, most)]
        if name == "lead":
            ends = [float(round(end)) for end in ends]
        answers = [_answer(case, assumed.with_values(**{name: int(end) if name == "lead" else end})) for end in ends]
        if all(map(isfinite, answers)):
            found.append(Bar(name, *ends, *answers))
    return sorted((bar for bar in found if bar.width > 1e-9), key=lambda bar: -bar.width)


def _answer(case: Case, assumed: object) -> float:
    return float(replace(case, assumptions=assumed).line[case.month])  # type: ignore[arg-type]


def title(bars: Sequence[Bar], month: str) -> str:
    """Which assumption matters most, as a title."""
    if not bars:
        return "No assumption that is unsure moves the answer"
    first = bars[0]
    low, high = sorted((first.at_low, first.at_high))
    what = _SHORT[first.name].removesuffix(" (%)")
    return first_short(
        f"{what} matter{'s' if first.name == 'absence' else ''} most: {shown(low)} to {shown(high)} in {month}",
        f"{what}: {shown(low)} to {shown(high)}",
    ).rstrip(".")


def in_sentences(bars: Sequence[Bar]) -> str:
    """Every bar in words, the widest first."""
    said = [f"{bar.label} gives {shown(bar.at_low)} to {shown(bar.at_high)}" for bar in bars]
    return "; ".join([*said[:1], *(text[:1].lower() + text[1:] for text in said[1:])])
