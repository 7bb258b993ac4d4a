"""Control charts as tidy frames: what the chart draws, the table shows and the file holds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

import pandas as pd

from model.exact import Number
from model.frames import rounded
from model.trend_findings import in_few_words, latest, state, why
from model.trend_series import Measure, Series
from model.trend_target import target_state

COLUMNS = ("label", "figure", "mean", "lower_limit", "upper_limit", "verdict_words", "why")
HEADINGS = {
    "figure": "Figure",
    "mean": "Mean",
    "lower_limit": "Lower limit",
    "upper_limit": "Upper limit",
    "verdict_words": "What it says",
    "why": "Why",
}
_WORDS = {
    "usual": "",
    "improvement": "Improvement",
    "concern": "Concern",
    "higher": "Unusually high",
    "lower": "Unusually low",
}
OVERVIEW = {
    "measure": "Measure",
    "latest": "Latest figure",
    "when": "Period",
    "state": "What it says",
    "why": "Why",
    "points": "Points",
    "target": "Target",
}


def trend_frame(series: Series) -> pd.DataFrame:
    """A row a period: its words, the figure, mean and limits to one place, and what is unusual about it."""
    lines = [_line(series, place) for place in range(len(series.periods))]
    return pd.DataFrame(lines).astype(dict.fromkeys(("figure", "mean", "lower_limit", "upper_limit"), "float64"))


def _line(series: Series, place: int) -> dict[str, object]:
    measure, segment = series.measure, series.trend.segment(place)
    limits, verdict = segment.limits, series.trend.verdict(place, measure.polarity).value
    return {
        "period": series.periods[place].isoformat(),
        "label": series.labels[place],
        "tick": _tick(measure, series.labels[place]),
        "figure": rounded(series.trend.figures[place], max(measure.places, 1)),
        "mean": rounded(limits.mean) if limits else None,
        "lower_limit": rounded(measure.within(limits.lower)) if limits else None,
        "upper_limit": rounded(measure.within(limits.upper)) if limits else None,
        "verdict": verdict,
        "verdict_words": _WORDS[verdict],
        "why": why(series, place),
        "segment": segment.start,
    }


def overview_frame(found: Sequence[Series], targets: Mapping[str, Number]) -> pd.DataFrame:
    """A row a measure: its latest figure, what it says and why, on how many points, and its target."""
    return pd.DataFrame([_in_short(series, targets.get(series.measure.key)) for series in found], columns=[*OVERVIEW])


def _in_short(series: Series, target: Number | None) -> dict[str, object]:
    last, measure = latest(series), series.measure
    value = None if last is None else series.trend.figures[last.place]
    points = f"{last.segment.known}" if last else ""
    return {
        "measure": measure.name,
        "latest": "" if value is None else measure.shown(value),
        "when": series.labels[last.place] if last else "",
        "state": state(series),
        "why": in_few_words(series),
        "points": f"{points}, provisional" if last and last.limits and last.limits.provisional else points,
        "target": target_state(series, None if target is None else Fraction(target)),
    }


def _tick(measure: Measure, words: str) -> str:
    """A period on the axis, in short: "Feb 2013", "Q3 2012/13"."""
    return words if measure.quarterly else f"{words[:3]} {words[-4:]}"
