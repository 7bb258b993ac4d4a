"""Which assumption matters most: each moved down and up by a stated range, all others as they are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import isfinite

from model.exact import half_up, shortest, shown
from model.outlook import Case
from model.outlook_assumptions import ASSUMPTIONS, Assumptions
from model.outlook_process import Measure
from model.words import first_short

# Those that the simulated futures vary (:func:`model.outlook_chain.worlds`), and the ceiling: by a factor.
VARIED = ("starts", "months_open", "turnover", "lead", "absence")
BY_FACTOR = (*VARIED, "ceiling")
# All others have no range that anybody has measured: so far either way, in the unit of the assumptions.
BY_STEP: Mapping[str, float] = {
    "growth": 0.005,
    "asye_new": 0.25,
    "asye_replacing": 0.25,
    "ramp_up": 0.5,
    "agency_cover": 0.25,
    "early_help_cut": 0.05,
    "screening_cut": 0.05,
}
_ENDS: Mapping[str, tuple[float, float]] = {
    "starts": (0, 10_000_000), "months_open": (1, 120), "turnover": (0, 1), "lead": (0, 24), "absence": (0, 0.9),
    "ceiling": (1, 200), "growth": (-0.2, 0.2), "ramp_up": (0, 2),
}  # fmt: skip
_SHORT = {
    "starts": "Children starting a month",
    "months_open": "Months a case stays open",
    "growth": "Growth of starts a month (%)",
    "turnover": "Leavers in a year (%)",
    "lead": "Months to recruit",
    "ramp_up": "Ramp-up of new workers (%)",
    "asye_new": "Newly qualified, new posts (%)",
    "asye_replacing": "Newly qualified, others (%)",
    "agency_cover": "Agency cover (%)",
    "absence": "Absence (%)",
    "early_help_cut": "Saved by early help (%)",
    "screening_cut": "Screened at the front door (%)",
    "ceiling": "Most children for a worker",
}
# Fewer children than this are not said to wait.
_HALF_A_CHILD = 0.5


@dataclass(frozen=True)
class Bar:
    """An assumption at its low and its high value, in its own unit, and what is expected then.

    ``at_low`` and ``at_high`` in children per FTE, ``waits_low`` and ``waits_high`` children who wait; ``why`` says
    where the range is from.
    """

    name: str
    low: float
    high: float
    at_low: float
    at_high: float
    waits_low: float
    waits_high: float
    why: str

    @property
    def width(self) -> float:
        """How far apart the two answers are, to what is shown of them."""
        return float(abs(half_up(self.at_high) - half_up(self.at_low)))

    @property
    def waits_apart(self) -> float:
        """How far apart the numbers of children who wait are, to whole ones."""
        return float(abs(half_up(self.waits_high, 0) - half_up(self.waits_low, 0)))

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
    """Each assumption that the process takes, moved by its range; the widest bar first, then who makes more wait.

    Those that the futures vary are divided and multiplied by 1 + spread: 10 in 100 futures lie beyond each end. So is
    the ceiling. Months to recruit are whole ones, and are moved by one at least. All others are moved by
    :data:`BY_STEP`. Starts that follow closures stay what they are while the time that cases stay open is varied. Those
    that leave nobody in post are left out.
    """
    assumed = case.assumptions
    if assumed.starts is None:
        assumed = assumed.with_values(starts=assumed.closing * sum(unit.children for unit in case.units))
    found = [bar for name in _SHORT if (bar := _bar(case, assumed, name)) is not None]
    return sorted(found, key=lambda bar: (-bar.width, -bar.waits_apart))


def _bar(case: Case, assumed: Assumptions, name: str) -> Bar | None:
    low, high = _range(assumed, name)
    moved = replace(case, assumptions=assumed.with_values(**{name: low}))
    other = replace(case, assumptions=assumed.with_values(**{name: high}))
    if name == "ceiling":
        moved, other = (_without_own_ceilings(each) for each in (moved, other))
    at_low, at_high = (float(each.line[case.month]) for each in (moved, other))
    waits_low, waits_high = (float(each.expected.unallocated[case.month].sum()) for each in (moved, other))
    if not (isfinite(at_low) and isfinite(at_high)):
        return None
    return Bar(name, low, high, at_low, at_high, waits_low, waits_high, _why(assumed, name))


def _without_own_ceilings(case: Case) -> Case:
    return replace(case, units=tuple(replace(unit, ceiling=None) for unit in case.units))


def _range(assumed: Assumptions, name: str) -> tuple[float, float]:
    value, (least, most) = float(getattr(assumed, name)), _ENDS.get(name, (0.0, 1.0))
    if name in BY_STEP:
        return max(value - BY_STEP[name], least), min(value + BY_STEP[name], most)
    factor = 1 + assumed.spread_of(name)
    ends = max(value / factor, least), min(value * factor, most)
    if name != "lead":
        return ends
    # Whole months: a range that rounds to none would say that recruitment does not matter.
    step, now = 1 if factor > 1 else 0, round(value)
    low, high = max(min(round(ends[0]), now - step), int(least)), min(max(round(ends[1]), now + step), int(most))
    return low, high


def _why(assumed: Assumptions, name: str) -> str:
    """Where the range of an assumption is from."""
    if name in BY_STEP:
        return f"{shortest(BY_STEP[name] * 100, 1)} points either way: a range of ours, not measured"
    spread = f"{shortest(assumed.spread_of(name) * 100, 0)}%"
    if name == "ceiling":
        return f"{spread} either way, as unsure as the others are taken to be"
    if name == "lead" and assumed.spread:
        return f"{spread}, as typed or assumed, and a whole month either way at least"
    if name in dict(assumed.past_errors):
        return f"{spread}, by which forecasts of it were wrong: 10 in 100 futures lie beyond each end"
    return f"{spread}, as typed or assumed: 10 in 100 futures lie beyond each end"


def title(bars: Sequence[Bar], month: str) -> str:
    """Which assumption matters most, as a title."""
    if not bars or not bars[0].width:
        return "No assumption moves the average within its range"
    first = bars[0]
    low, high = sorted((first.at_low, first.at_high))
    what = _SHORT[first.name].removesuffix(" (%)")
    return first_short(
        f"{what} matter{'' if _is_plural(what) else 's'} most: {shown(low)} to {shown(high)} in {month}",
        f"{what}: {shown(low)} to {shown(high)}",
    ).rstrip(".")


def _is_plural(what: str) -> bool:
    return what.split()[0] in ("Children", "Months", "Leavers")


def in_sentences(bars: Sequence[Bar]) -> str:
    """Every bar in words, the widest first; then those that move nobody's average, and whom they move instead."""
    said = [f"{bar.label} gives {shown(bar.at_low)} to {shown(bar.at_high)}" for bar in bars if bar.width]
    moved = "; ".join([*said[:1], *map(_small, said[1:])])
    waits = [
        f"{_small(bar.label)} ({shown(bar.waits_low, 0)} to {shown(bar.waits_high, 0)} wait)"
        for bar in bars
        if not bar.width and bar.waits_apart
    ]
    still = [_small(bar.label) for bar in bars if not bar.width and not bar.waits_apart]
    found = [moved, f"They leave this average as it is and change who waits: {'; '.join(waits)}" if waits else ""]
    found.append(f"Within their range these change nothing here: {'; '.join(still)}" if still else "")
    return " ".join(f"{text}." for text in found if text)


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]
