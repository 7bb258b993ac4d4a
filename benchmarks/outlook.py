"""The months ahead in simulated futures, to numpy only drawing the same numbers, and to an event simulation.

All in CPU time. The drawing alone knows every number that it draws from beforehand and keeps nothing. The event
simulation runs few futures, and its time is that of as many as ours.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from functools import partial
from time import process_time

import numpy as np

from benchmarks.events import future
from benchmarks.measure import Result, in_turn
from model.outlook_assumptions import HORIZON, Assumptions
from model.outlook_chain import worlds
from model.outlook_futures import FUTURES, SEED, close_and_start, simulate
from model.outlook_process import Approval, Array, Unit, starts_of

TEAMS = 8
UNITS = tuple(Unit(f"Team {number}", 160 + 5 * number, 6.0 + number % 3 / 2, 7.5) for number in range(TEAMS))
ASSUMPTIONS = Assumptions()
APPROVALS = (Approval(0, (1,) * TEAMS),)
# Futures of the event simulation that are measured.
EVENT_FUTURES = 5


def outlook(rounds: int, futures: int = FUTURES) -> Iterator[Result]:
    """So many futures of eight teams over 36 months, with the assumptions alike in all and with them varied."""
    for vary, words in ((False, ""), (True, ", assumptions varied")):
        sides = [cpu(partial(ours, vary, futures)), cpu(draws(vary, futures))]
        what = f"{futures:,} futures, {TEAMS} teams, {HORIZON} months{words}, CPU"
        yield Result(what, "numpy drawing alone", *in_turn(sides, rounds), rounds, 3.0)


def against_events(rounds: int, futures: int = FUTURES) -> Iterator[Result]:
    """The same futures to simpy, whose assumptions are alike in all; ours alike and varied, which takes longer."""
    for monthly, how in ((True, "month by month"), (False, "from event to event")):
        for vary, words in ((False, ""), (True, ", assumptions varied")):
            sides = [cpu(partial(ours, vary, futures)), events(monthly, futures)]
            what = f"{futures:,} futures, {TEAMS} teams, {HORIZON} months{words}, CPU"
            yield Result(what, f"simpy {how}", *in_turn(sides, rounds), rounds, 0.001)


def ours(vary: bool, futures: int) -> None:
    """Every future, to the children who wait; raises AssertionError where a month, a team or a future is missing."""
    course = simulate(UNITS, ASSUMPTIONS, APPROVALS, vary=vary, futures=futures)
    assert course.unallocated.shape == (HORIZON + 1, TEAMS, futures)


def draws(vary: bool, futures: int) -> Callable[[], None]:
    """numpy's draws of who closes, who starts and who leaves in every month, from the numbers of our own futures."""
    world = worlds(ASSUMPTIONS, futures, vary=vary, seed=SEED)
    starts = starts_of(UNITS, ASSUMPTIONS, HORIZON)
    flows = [close_and_start(unit, starts[:, place], ASSUMPTIONS, world) for place, unit in enumerate(UNITS)]
    children = np.stack([flow.children for flow in flows], axis=1)
    in_post = np.ceil(simulate(UNITS, ASSUMPTIONS, APPROVALS, vary=vary, futures=futures).in_post - 1e-9).astype(
        np.int64
    )
    closing, leaving = (world.closing, 1 - np.exp(-world.hazard)) if vary else (world.closing[0], ASSUMPTIONS.leaving)
    factor: Array = world.starts * world.closing / ASSUMPTIONS.closing

    def draw() -> None:
        rng = np.random.default_rng(SEED)
        for month in range(HORIZON):
            rng.binomial(children[month], closing)
            if vary:
                rng.poisson(starts[month][:, None] * factor)
            else:
                rng.poisson(starts[month][:, None], size=(TEAMS, futures))
            rng.binomial(in_post[month], leaving)

    return draw


def events(monthly: bool, futures: int) -> Callable[[], float]:
    """The same process as an event simulation: some futures measured, the time of all of them given."""

    def some() -> None:
        for seed in range(EVENT_FUTURES):
            future(UNITS, ASSUMPTIONS, APPROVALS, seed=seed, monthly=monthly)

    measured = cpu(some)
    return lambda: measured() * futures / EVENT_FUTURES


def cpu(work: Callable[[], None]) -> Callable[[], float]:
    """The work as something that says how many milliseconds of CPU time it took."""

    def measured() -> float:
        gc.collect()
        start = process_time()
        work()
        return (process_time() - start) * 1000

    return measured
