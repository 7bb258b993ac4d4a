"""Why the average moves: how much of its change each step of the outlook makes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import combinations, product
from math import factorial

import numpy as np

from model.exact import adding_up, half_up
from model.outlook import Case
from model.outlook_expected import close_and_start, staff
from model.outlook_process import Array, Course, Measure, ceilings, cover_and_allocate, establish
from model.outlook_stages import unfilled

# What changes the measure, in the order of a month's steps: recruitment is into posts that were there before.
STEPS = ("demand", "leavers", "recruitment", "posts", "ramp-up", "agency")
# Those that come last: what rising numbers and the posts make of what there would be without either.
LAST = ("demand", "posts")
# What makes the average of those allocated lower than it would be with all children.
WAITING = "waiting"


def parts(case: Case) -> dict[str, float]:
    """How much of the change from month 0 to the month that is judged each step makes, at expected inputs.

    An average of those allocated stands still at the ceiling while ever more wait. So its steps are those of all
    children, and a last one (:data:`WAITING`) is what leaving more of them waiting takes off it, or fewer adds.

    A step without effect: as many start as close; nobody leaves; nobody starts in the place of a leaver or a vacancy;
    no post approved is filled; starters carry a full caseload at once; agency stays at the FTE of month 0. Each
    part is the mean over every order in which the steps can be taken in, numbers and posts last, so that they add up to
    the change (Shapley's value, Owen's where some come together). With these two last, children add as much as the
    posts take off in just the months in which :mod:`model.outlook_gain` has the gain eaten.
    """
    if case.measure == Measure.ALLOCATED:
        every = replace(case, measure=Measure.ALL)
        left_out = every.line - case.line
        return parts(every) | {WAITING: float(left_out[0] - left_out[case.month])}
    value = _with_steps(case)
    return {step: _share(step, value) for step in STEPS}


def as_shown(found: Mapping[str, float], before: float, after: float, places: int = 1) -> dict[str, float]:
    """The parts rounded so that ``before`` as shown and all of them make ``after`` as shown, to so many places.

    Whoever adds up what is printed comes to what is printed; each rounded by itself, seven parts can be 0.3 off.
    """
    change = half_up(after, places) - half_up(before, places)
    return dict(zip(found, map(float, adding_up(list(found.values()), places, change)), strict=True))


def _share(step: str, value: dict[frozenset[str], float]) -> float:
    """What the step adds to any choice of the others, each weighed by the orders in which it comes right after them."""
    rest = [each for each in STEPS if each not in LAST]
    group, before = (LAST, frozenset(rest)) if step in LAST else (rest, frozenset[str]())
    others, total = [each for each in group if each != step], 0.0
    for many in range(len(group)):
        weight = factorial(many) * factorial(len(others) - many) / factorial(len(group))
        for chosen in combinations(others, many):
            there = before | frozenset(chosen)
            total += weight * (value[there | {step}] - value[there])
    return total


def _with_steps(case: Case) -> dict[frozenset[str], float]:
    """The measure in the month that is judged with only some of the steps at work, for each choice of them."""
    choices = list(product((True, False), repeat=len(STEPS)))
    values = _month_of(case, choices).together().value(case.measure)[0, 0]
    taken = (frozenset(step for step, is_on in zip(STEPS, on, strict=True) if is_on) for on in choices)
    return dict(zip(taken, values.tolist(), strict=True))


def _month_of(case: Case, choices: Sequence[tuple[bool, ...]]) -> Course:
    """The month that is judged, arrays of (1, units, choices), by which of the steps are at work, in their order."""
    units, assumed, month = case.units, case.assumptions, case.month
    steady = np.array([unit.children for unit in units], dtype=float)
    demand = {True: close_and_start(units, assumed, month)[month], False: steady}
    leaving = {True: assumed, False: assumed.with_values(turnover=0)}
    # What a post does that nobody has joined for yet is the agency's doing.
    approved = {True: case.approvals, False: unfilled(case)}
    people = {
        on: staff(units, leaving[on[0]], approved[on[2]], month, refilling=on[1])
        for on in product((True, False), repeat=3)
    }
    established = {posts: establish(units, approved[posts], month)[month] for posts in approved}
    in_post, lacking = (_side_by_side(people[on[1:4]][part][month] for on in choices) for part in (0, 1))
    # Without the step agency is what it was: all of a gap that stays as wide as that.
    gap = case.expected.agency[0]
    posts = _side_by_side(established[on[3]] if on[5] else people[on[1:4]][0][month] + gap for on in choices)
    cover = np.array([assumed.agency_cover if on[5] else 1.0 for on in choices])
    ramped = np.array([on[4] for on in choices])
    return cover_and_allocate(
        _side_by_side(demand[on[0]] for on in choices), in_post, lacking * ramped, posts,
        ceilings(units, assumed)[:, None], cover, assumed.absence,
    )  # fmt: skip


def _side_by_side(many: Iterable[Array]) -> Array:
    """Values by unit, one after the other along the last axis of an array of (1, units, how many)."""
    return np.stack(list(many), axis=-1)[None]
