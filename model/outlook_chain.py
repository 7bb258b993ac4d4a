"""Posts as chains of workers and vacancies, in many futures at once: who joins, who leaves, who is still new.

A post needs no other post: each is filled, left, and filled again after the recruitment lead. One post more adds a
chain and changes none, so that the same futures can be compared with and without it.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import log

import numpy as np

from model.outlook_assumptions import TENTH, Assumptions
from model.outlook_process import Approval, Array, Unit, shortfall

# A part of a post smaller than this is a rounding error.
_HAIR = 1e-9


@dataclass(frozen=True)
class World:
    """What holds in each future: an array a value, one entry a future; where nothing varies all are alike.

    ``closing`` a probability a month, ``starts`` a factor, ``hazard`` the rate of exponential times in post, ``lead``
    whole months, ``absence`` a share. ``seed`` is that of every stream of random numbers. ``is_alike``: nothing varies.
    """

    closing: Array
    starts: Array
    hazard: Array
    lead: Array
    absence: Array
    seed: int
    is_alike: bool

    @property
    def futures(self) -> int:
        """How many futures there are."""
        return len(self.lead)

    def stream(self, *names: object) -> np.random.Generator:
        """The random numbers of one step of one unit: the same for the same names, whatever else is drawn."""
        return _stream(self.seed, *names)


def _stream(seed: int, *names: object) -> np.random.Generator:
    return np.random.default_rng([seed, zlib.crc32("\n".join(map(str, names)).encode())])


def worlds(assumptions: Assumptions, futures: int, *, vary: bool, seed: int) -> World:
    """The assumptions of every future; ``vary`` lets the uncertain ones differ by :meth:`Assumptions.spread_of`.

    Factors are log-normal with median 1: 10 in 100 futures are above 1 + spread, 10 below its inverse.
    """

    is_alike = not vary or not (assumptions.spread or assumptions.past_errors)

    def factor(name: str) -> Array:
        if is_alike:
            return np.ones(futures)
        spread = assumptions.spread_of(name)
        drawn = _stream(seed, "assumption", name).standard_normal(futures)
        return np.exp(drawn * log(1 + spread) / TENTH)

    leaving = np.minimum(assumptions.leaving * factor("turnover"), 0.999)
    return World(
        closing=np.minimum(assumptions.closing / factor("months_open"), 1.0),
        starts=factor("starts"),
        hazard=-np.log1p(-leaving),
        lead=np.rint(assumptions.lead * factor("lead")).astype(np.int64),
        absence=np.minimum(assumptions.absence * factor("absence"), 0.95),
        seed=seed,
        is_alike=is_alike,
    )


@dataclass(frozen=True)
class Posts:
    """Posts that are filled for the first time together: the FTE of each, and the month without the lead.

    ``joins`` is ``None`` for posts filled at month 0 by people who carry a full caseload. ``asye`` is the share of
    newly qualified among the first starters. ``kind`` names their streams of random numbers.
    """

    kind: str
    fte: Array
    joins: int | None
    asye: float


def posts_now(unit: Unit, assumptions: Assumptions) -> list[Posts]:
    """The unit's established posts: those in post now, those vacant now."""
    again = assumptions.asye_replacing
    found = (
        Posts("in post", _full_and_part(unit.in_post), None, again),
        Posts("vacant", _full_and_part(unit.vacant), 0, again),
    )
    return [posts for posts in found if len(posts.fte)]


def posts_approved(place: int, approvals: Sequence[Approval], assumptions: Assumptions) -> list[Posts]:
    """The posts approved for the unit at that place."""
    return [
        Posts(f"approval {number}", np.ones(approval.posts[place]), approval.month, assumptions.asye_new)
        for number, approval in enumerate(approvals)
        if approval.posts[place]
    ]


def _full_and_part(fte: float) -> Array:
    """Posts of one FTE, and a part-time one for what is left."""
    full = int(fte + _HAIR)
    left = fte - full
    return np.append(np.ones(full), left) if left > _HAIR else np.ones(full)


@dataclass(frozen=True)
class Stay:
    """Workers in post: of each the post (a row), the future, the months of joining and leaving, the kind of starter.

    ``asye`` is ``None`` for those who were there at month 0: they carry a full caseload, and those of them who stay
    to the end are not named.
    """

    row: Array
    future: Array
    joins: Array
    leaves: Array
    asye: Array | None


def stays(posts: Posts, unit: Unit, assumptions: Assumptions, world: World, months: int) -> Iterator[Stay]:
    """Steps 3 and 4, *leave* and *recruit*: who is in the posts one after the other, up to the last month.

    The months in post are geometric: an exponential time, rounded up.
    """
    if posts.joins is None:
        drawn = world.stream("leave", unit.name, posts.kind, 0).standard_exponential((len(posts.fte), world.futures))
        row, future = np.nonzero(drawn <= world.hazard * months)
        leaves = np.ceil(drawn[row, future] / world.hazard[future]).astype(np.int64)
        yield Stay(row, future, np.zeros_like(leaves), leaves, None)
        joins, share, generation = leaves + world.lead[future], assumptions.asye_replacing, 1
    else:
        row, future = (grid.ravel() for grid in np.indices((len(posts.fte), world.futures)))
        joins, share, generation = np.maximum(posts.joins + world.lead[future], 1), posts.asye, 0
    while len(row):
        going_on = joins <= months
        row, future, joins = row[going_on], future[going_on], joins[going_on]
        names = (unit.name, posts.kind, generation)
        leaves = joins + _months_in_post(world.stream("leave", *names), world.hazard[future], months)
        yield Stay(row, future, joins, leaves, world.stream("recruit", *names).random(len(row)) < share)
        joins, share, generation = leaves + world.lead[future], assumptions.asye_replacing, generation + 1


def _months_in_post(stream: np.random.Generator, hazard: Array, months: int) -> Array:
    """Whole months from joining to leaving; those beyond the last month are all one more than that."""
    with np.errstate(divide="ignore"):
        drawn = np.ceil(stream.standard_exponential(len(hazard)) / hazard)
    return np.minimum(drawn, months + 1).astype(np.int64)


def staff(
    posts: Sequence[Posts], unit: Unit, assumptions: Assumptions, world: World, months: int
) -> tuple[Array, Array]:
    """FTE in post, and the FTE of it that starters do not carry yet: two arrays of (months + 1, futures)."""
    moves, lacks, settled = [], [], 0.0
    for each in posts:
        settled += float(each.fte.sum()) if each.joins is None else 0.0
        for stay in stays(each, unit, assumptions, world, months):
            fte = each.fte[stay.row]
            moves.append(_at(stay.leaves, stay.future, -fte, world.futures, months))
            if stay.asye is not None:
                moves.append(_at(stay.joins, stay.future, fte, world.futures, months))
                lacks += _ramp_up(stay, fte, world.futures, months, assumptions.ramp_up)
    shape = (months + 1, world.futures)
    in_post = _summed(moves, shape)
    in_post += settled
    return in_post, _summed(lacks, shape)


def _at(month: Array, future: Array, amount: Array, futures: int, months: int) -> tuple[Array, Array]:
    """Amounts with the places that they are added at, those after the last month left out."""
    within = month <= months
    return month[within] * futures + future[within], amount[within]


def _ramp_up(stay: Stay, fte: Array, futures: int, months: int, ramp_up: float) -> list[tuple[Array, Array]]:
    """What starters lack of a full caseload, as steps up and down: the last one when they leave, if not before."""
    found = []
    for asye, lack in shortfall(months, ramp_up).items():
        who = stay.asye == asye
        joins, leaves, future, own = stay.joins[who], stay.leaves[who], stay.future[who], fte[who]
        steps = np.diff(lack, prepend=0.0)
        tenures = np.flatnonzero(np.abs(steps) > _HAIR)[:, None]
        # Whoever leaves before lacks nothing more: all that is left of the steps falls into that month.
        month = np.minimum(joins + tenures, leaves)
        within = month <= months
        places = month * futures + future
        found.append((places[within], (own * steps[tenures])[within]))
    return found


def _summed(moves: Sequence[tuple[Array, Array]], shape: tuple[int, int]) -> Array:
    if not moves:
        return np.zeros(shape)
    places, amounts = (np.concatenate(part) for part in zip(*moves, strict=True))
    found: Array = np.bincount(places, amounts, minlength=shape[0] * shape[1]).astype(float, copy=False).reshape(shape)
    # Month by month, which is quicker than a sum along the columns.
    for month in range(1, shape[0]):
        found[month] += found[month - 1]
    return found


def staff_by_post(
    posts: Posts, unit: Unit, assumptions: Assumptions, world: World, months: int, month: int
) -> tuple[Array, Array]:
    """FTE in post at one month of a course, and what starters lack of it, by post: two arrays of (posts, futures)."""
    in_post, missing = np.zeros((len(posts.fte), world.futures)), np.zeros((len(posts.fte), world.futures))
    lacks = shortfall(months, assumptions.ramp_up)
    for stay in stays(posts, unit, assumptions, world, months):
        if stay.asye is None:
            continue
        there = (stay.joins <= month) & (stay.leaves > month)
        row, future, tenure = stay.row[there], stay.future[there], month - stay.joins[there]
        lack = np.where(stay.asye[there], lacks[True][tenure], lacks[False][tenure])
        in_post[row, future] = posts.fte[row]
        missing[row, future] = posts.fte[row] * lack
    return in_post, missing
