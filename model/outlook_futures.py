"""The months ahead as thousands of simulated futures, vectorised.

Common random numbers: every step of every unit draws from a stream of its own, so that changing one input leaves what
the others drew as it was. What does not hang on approved posts (:class:`Base`) is drawn once and can be kept.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from model.outlook_assumptions import HORIZON, Assumptions
from model.outlook_chain import World, posts_approved, posts_now, staff, worlds
from model.outlook_process import (
    Approval,
    Array,
    Course,
    Unit,
    ceilings,
    cover_and_allocate,
    establish,
    starts_of,
)

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
    children, in_post, missing = np.empty(shape, dtype=np.int64), np.empty(shape), np.empty(shape)
    starts = starts_of(units, assumptions, months)
    for place, unit in enumerate(units):
        children[:, place] = close_and_start(unit, starts[:, place], assumptions, world).children
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
    children = np.empty((len(starts) + 1, world.futures), dtype=np.int64)
    closed, started = np.empty_like(children[1:]), np.empty_like(children[1:])
    children[0] = unit.children
    steady = 1.0 if assumptions.starts is not None else world.closing / assumptions.closing
    for month, expected in enumerate(starts):
        closed[month] = world.stream("close", unit.name, month).binomial(children[month], world.closing)
        started[month] = world.stream("start", unit.name, month).poisson(expected * steady * world.starts)
        children[month + 1] = children[month] - closed[month] + started[month]
    return Flow(children, closed, started)


def with_approvals(drawn: Base, approvals: Sequence[Approval] = ()) -> Course:
    """The same futures with posts approved; arrays of (months + 1, units, futures)."""
    in_post, missing = drawn.in_post, drawn.missing
    if any(sum(approval.posts) for approval in approvals):
        in_post, missing = in_post.copy(), missing.copy()
        for place, unit in enumerate(drawn.units):
            posts = posts_approved(place, approvals, drawn.assumptions)
            if posts:
                more, lacking = staff(posts, unit, drawn.assumptions, drawn.world, drawn.months)
                in_post[:, place] += more
                missing[:, place] += lacking
    return cover_and_allocate(
        drawn.children,
        in_post,
        missing,
        establish(drawn.units, approvals, drawn.months)[:, :, None],
        ceilings(drawn.units, drawn.assumptions)[:, None],
        drawn.assumptions.agency_cover,
        drawn.world.absence,
    )


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
    return with_approvals(base(units, assumptions, months=months, futures=futures, vary=vary, seed=seed), approvals)
