"""Whether the target of a figure is met, missed or hit-and-miss, in words."""

from __future__ import annotations

from fractions import Fraction

from model.trend import Aim, Polarity, Verdict, aim
from model.trend_findings import latest
from model.trend_series import Series


def target_words(series: Series, target: Fraction | None) -> str:
    """Whether the target is met, missed or hit-and-miss, and why, in a sentence; "" without a target."""
    if target is None:
        return ""
    measure, last = series.measure, latest(series)
    called = f"The target of {measure.shown(target)}"
    if measure.polarity is Polarity.NONE:
        return f"{called} is not judged: neither more nor fewer is better."
    limits = last.limits if last else None
    found = aim(limits, target, measure.polarity)
    if limits is None or found is None:
        return f"{called} is not judged: there are too few figures."
    low, high = (measure.limit_words(limit) for limit in (limits.lower, limits.upper))
    worst, best = (high, low) if measure.polarity is Polarity.LOWER else (low, high)
    unsure = " (the limits are provisional)" if limits.provisional else ""
    if found is Aim.MET:
        return f"{called} is {found}: even the limit on the worse side, {worst}, keeps to it{unsure}."
    if found is Aim.MISSED:
        return f"{called} is {found}: even the limit on the better side, {best}, does not reach it{unsure}."
    between = f"{called} is {found}: it is between the limits, {low} and {high}"
    if last and last.verdict is not Verdict.USUAL:
        # Chance decides only as long as nothing else does.
        return f"{between}{unsure}; but the latest figure is unusual, so judge that change first."
    return f"{between}, so chance decides{unsure}."


def target_state(series: Series, target: Fraction | None) -> str:
    """The same for a table: the target and what becomes of it; "" without a target."""
    last = latest(series)
    found = aim(last.limits if last else None, target, series.measure.polarity)
    if target is None:
        return ""
    return f"{series.measure.shown(target)}: {found or 'not judged'}"
