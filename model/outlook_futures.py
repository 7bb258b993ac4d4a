"""The months ahead as thousands of simulated futures, vectorised.

Common random numbers: every step of every unit draws from a stream of its own, so that changing one input leaves what
the others drew as it was. What does not hang on approved posts (:class:`Base`) is drawn once and can be kept.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

import numpy as np

from model.outlook_assumptions import HORIZON, Assumptions
from model.outlook_chain import World, posts_approved, posts_now, staff, worlds
from model.outlook_draws import MOST, Closures, poisson
from model.outlook_process import (
    Approval,
    Array,
    Course,
    Unit,
    begin_as_counted,
    ceilings,
    cover_and_allocate,
    establish,
    starts_of,
)
from model.outlook_varied_draws import HIGHEST, VariedClosures, VariedStarts
from model.outlook_varied_draws import MOST as MOST_VARIED

FUTURES = 10_000
# The date of the Cabinet report.
SEED = 20130613


@dataclass(frozen=True)
class Base:
    """Children and posts of every unit without any post approved; arrays of (months + 1, units, futures).

    ``missing`` is the FTE in post that starters do not carry yet.
    """

    units: tuple[Unit, ...]
    assumptions: Assumptions
    world: World
    children: Array
    in_post: Array
    missing: Array

    @property
    def months(self) -> int:
        """The last month."""
        return len(self.children) - 1


def base(
    units: Sequence[Unit],
    assumptions: Assumptions,
    *,
    months: int = HORIZON,
    futures: int = FUTURES,
    vary: bool = True,
    seed: int = SEED,
) -> Base:
    """So many futures of every unit without any post approved; ``vary`` as in :func:`worlds`."""
    world = worlds(assumptions, futures, vary=vary, seed=seed)
    shape = (months + 1, len(units), futures)
    children, in_post, missing = np.empty(shape, dtype=np.int32), np.empty(shape), np.empty(shape)
    starts = starts_of(units, assumptions, months)
    shared = _varied(units, starts, assumptions, world)
    for place, unit in enumerate(units):
        for _ in _flows(unit, starts[:, place], assumptions, world, shared, children[:, place]):
            pass
        posts = posts_now(unit, assumptions)
        in_post[:, place], missing[:, place] = staff(posts, unit, assumptions, world, months)
    return Base(tuple(units), assumptions, world, children, in_post, missing)


class Flow(NamedTuple):
    """A unit's children by month, an array of (months + 1, futures), and how many close and start, one row fewer."""

    children: Array
    closed: Array
    started: Array


def close_and_start(unit: Unit, starts: Array, assumptions: Assumptions, world: World) -> Flow:
    """Steps 1 and 2: a unit's children, with ``starts`` expected in each month.

    Where starts are not given, they are those that hold the number steady in each future.
    """
    children = np.empty((len(starts) + 1, world.futures), dtype=np.int32)
    closed, started = zip(*_flows(unit, starts, assumptions, world, None, children), strict=True)
    return Flow(children, np.stack(closed), np.stack(started))


def _flows(
    unit: Unit, starts: Array, assumptions: Assumptions, world: World, shared: Varied | None, children: Array
) -> Iterator[tuple[Array, Array]]:
    """How many close and start in each month, one after the other, while ``children`` is filled."""
    if world.is_alike and unit.children + starts.sum() < MOST:
        closing, starting = _alike(unit, starts, assumptions, world)
    elif shared:
        closing, starting = _by_shared_tables(unit, starts, assumptions, world, shared)
    else:
        closing, starting = _each_its_own(unit, starts, assumptions, world)
    children[0] = unit.children
    for month in range(len(starts)):
        closed, started = closing(month, children[month]), starting(month)
        children[month + 1] = children[month] - closed + started
        yield closed, started


Steps = tuple[Callable[[int, Array], Array], Callable[[int], Array]]


def _factor(assumptions: Assumptions, world: World) -> Array:
    """What the starts are in each future, by those assumed: where they follow closures, those of that future."""
    found: Array = world.starts * (1.0 if assumptions.starts is not None else world.closing / assumptions.closing)
    return found


# Numbers to draw from which on tables for them take less time than they save.
_WORTH_TABLES = 1_000_000


class Varied(NamedTuple):
    """Tables for futures that differ in what is assumed, shared by all units."""

    closures: VariedClosures
    starts: VariedStarts


def _varied(units: Sequence[Unit], starts: Array, assumptions: Assumptions, world: World) -> Varied | None:
    """Tables for all units; ``None`` where futures are alike, or numpy is as quick."""
    children = [unit.children for unit in units]
    few = world.futures * starts.size < _WORTH_TABLES
    if few or world.is_alike or max(children) > MOST_VARIED or world.closing.max() > HIGHEST:
        return None
    most = float(starts.max(initial=0.0) * _factor(assumptions, world).max())
    if most > MOST:
        return None
    return Varied(VariedClosures(world.closing, min(children), max(children)), VariedStarts(most))


def _by_shared_tables(unit: Unit, starts: Array, assumptions: Assumptions, world: World, shared: Varied) -> Steps:
    """How many close and start where futures differ in what is assumed: looked up in tables for all units."""
    shape, factor = (2, world.futures), _factor(assumptions, world)
    closing, starting = (world.stream(step, unit.name) for step in ("close", "start"))

    def closed(month: int, children: Array) -> Array:
        uniform, beside = closing.random(shape)
        return shared.closures.at(children, uniform, beside, lambda: world.stream("close beyond", unit.name, month))

    def started(month: int) -> Array:
        uniform, beside = starting.random(shape)
        return shared.starts.at(starts[month] * factor, uniform, beside)

    return closed, started


def _each_its_own(unit: Unit, starts: Array, assumptions: Assumptions, world: World) -> Steps:
    """How many close and start where futures differ in what is assumed: drawn one by one."""
    factor = _factor(assumptions, world)
    return (
        lambda month, children: world.stream("close", unit.name, month).binomial(children, world.closing),
        lambda month: world.stream("start", unit.name, month).poisson(starts[month] * factor),
    )


def _alike(unit: Unit, starts: Array, assumptions: Assumptions, world: World) -> Steps:
    """The same where all futures are alike but for chance: looked up in tables that they share."""
    closing, starting = (world.stream(step, unit.name) for step in ("close", "start"))
    closures, arrivals = Closures(assumptions.closing), poisson(starts)
    return (
        lambda _, children: closures.at(children, closing.random(world.futures)),
        lambda month: arrivals.at(month, starting.random(world.futures)),
    )


def with_approvals(drawn: Base, approvals: Sequence[Approval] = ()) -> Course:
    """The same futures with posts approved; arrays of (months + 1, units, futures). ``drawn`` stays as it is."""
    if any(sum(approval.posts) for approval in approvals):
        drawn = replace(drawn, in_post=drawn.in_post.copy(), missing=drawn.missing.copy())
    return _approved(drawn, approvals)


def _approved(drawn: Base, approvals: Sequence[Approval]) -> Course:
    """The course of futures that are nobody else's: approved posts are added to them where they are."""
    for place, unit in enumerate(drawn.units):
        posts = posts_approved(place, approvals, drawn.assumptions)
        if posts:
            more, lacking = staff(posts, unit, drawn.assumptions, drawn.world, drawn.months)
            drawn.in_post[:, place] += more
            drawn.missing[:, place] += lacking
    course = cover_and_allocate(
        drawn.children,
        drawn.in_post,
        drawn.missing,
        establish(drawn.units, approvals, drawn.months)[:, :, None],
        ceilings(drawn.units, drawn.assumptions)[:, None],
        drawn.assumptions.agency_cover,
        drawn.world.absence,
    )
    # Month 0 is given, its absence too: only what comes after it differs between futures.
    return begin_as_counted(course, drawn.units, drawn.assumptions.absence)


def simulate(
    units: Sequence[Unit],
    assumptions: Assumptions,
    approvals: Sequence[Approval] = (),
    *,
    months: int = HORIZON,
    futures: int = FUTURES,
    vary: bool = True,
    seed: int = SEED,
) -> Course:
    """So many futures of every unit; arrays of (months + 1, units, futures)."""
    return _approved(base(units, assumptions, months=months, futures=futures, vary=vary, seed=seed), approvals)
