"""What the outlook says of each team by itself: its chance, its mean over the futures, and who waits in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from model.exact import half_up, shown
from model.outlook import Case, at_optimum, with_those_who_wait
from model.outlook_futures import Base, with_approvals
from model.outlook_process import Array, Course, Measure


@dataclass(frozen=True)
class TeamFutures:
    """The futures of each unit in the month that is judged, an entry a unit.

    ``chance`` is the share of futures in which it is at or below its own optimum, those who wait in it counted in;
    ``mean`` the simulated mean of the measure, infinite where in some future nobody is in post.
    """

    chance: Array
    mean: Array


def team_futures(case: Case, drawn: Base, optima: Sequence[float]) -> TeamFutures:
    """The futures ``drawn`` of the units of the case, each held against its own optimum."""
    course, month = with_approvals(drawn, case.approvals), case.month
    every = course.value(with_those_who_wait(case).measure)[month]
    reached = at_optimum(every, np.array(optima)[:, None]).mean(axis=1)
    return TeamFutures(reached, course.value(case.measure)[month].mean(axis=1))


def of_unit(case: Case, place: int, optimum: float) -> Case:
    """The unit at that place by itself, with the posts that it is given, held against its own optimum.

    Starts given for all units are its share of them.
    """
    unit, assumed = case.units[place], case.assumptions
    if assumed.starts is not None:
        everybody = sum(each.children for each in case.units)
        share = unit.children / everybody if everybody else 1 / len(case.units)
        assumed = assumed.with_values(starts=assumed.starts * share)
    stages = tuple(replace(stage, posts=(stage.posts[place],)) for stage in case.approvals)
    return replace(case, units=(unit,), assumptions=assumed, approvals=stages, optimum=optimum)


def futures_of_unit(drawn: Base, place: int) -> Base:
    """The futures of the unit at that place, as they were drawn among those of the others."""
    one = slice(place, place + 1)
    return replace(
        drawn, units=drawn.units[one], children=drawn.children[:, one], in_post=drawn.in_post[:, one],
        missing=drawn.missing[:, one],
    )  # fmt: skip


def apart_words(expected: Sequence[float], means: Sequence[float]) -> str:
    """How far the bars, at expected inputs, are from the simulated means of the teams, in a sentence."""
    gaps = [
        half_up(mean) - half_up(value) for value, mean in zip(expected, means, strict=True) if np.isfinite(value + mean)
    ]
    if not gaps:
        return ""
    low, high = min(gaps), max(gaps)
    ends = _gap_words(low) if low == high else f"from {_gap_words(low)} to {_gap_words(high)}"
    which = "is" if len(gaps) == 1 else "of the teams are"
    return f"Bars are averages at expected inputs; the mean{'s' * (len(gaps) > 1)} over the futures {which} {ends}."


def _gap_words(gap: object) -> str:
    value = float(str(gap))
    return "the same" if not value else f"{shown(abs(value))} {'higher' if value > 0 else 'lower'}"


def together_words(teams: Course, service: Course, month: int, measure: Measure, no_team: int) -> str:
    """Why the bars of the teams together are not the line of the service, in sentences; "" where they are.

    Both with what they are made of: who waits is in no average of those allocated, and lowers it. ``no_team`` children
    wait at month 0 for no team yet.
    """
    bars, line = _made_of(teams, month, measure), _made_of(service, month, measure)
    begin = f"The {no_team:,} who wait for no team yet are in the line and in no bar" if no_team else ""
    if "" in (bars, line) or bars == line:
        return f"{begin}." if begin else ""
    own = "each team is followed by itself, with its own ceiling, leavers and vacancies"
    why = f"{begin}, and {own}" if begin else f"{own[:1].upper()}{own[1:]}"
    return f"The bars together are {bars}; the line is {line}. {why}."


def _made_of(course: Course, month: int, measure: Measure) -> str:
    """Children ÷ FTE of all units together, in words; "" where nobody is in post."""
    one = course.together()
    value = float(one.value(measure)[month, 0])
    if not np.isfinite(value):
        return ""
    every, waiting = (int(half_up(float(part[month, 0]), 0)) for part in (one.children, one.unallocated))
    fte = float((one.effective if measure == Measure.EFFECTIVE else one.in_post + one.agency)[month, 0])
    who = f"{every:,} children, {waiting:,} waiting among them"
    if measure == Measure.ALLOCATED:
        who = f"{every - waiting:,} children with a worker ({waiting:,} more wait)"
    return f"{who}, for {shown(fte)} {'effective ' * (measure == Measure.EFFECTIVE)}FTE: {shown(value)}"
