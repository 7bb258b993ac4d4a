"""The months ahead as expected values, by recursion: what a slider moves.

Exact for children, FTE in post and effective FTE. An average or the unallocated at expected inputs is not the expected
average: whoever shows one says so, and how far it is from the simulated mean.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from model.outlook_assumptions import HORIZON, Assumptions
from model.outlook_process import (
    Approval,
    Array,
    Course,
    Unit,
    begin_as_counted,
    ceilings,
    cover_and_allocate,
    establish,
    shortfall,
    starts_of,
)


def expected(
    units: Sequence[Unit], assumptions: Assumptions, approvals: Sequence[Approval] = (), months: int = HORIZON
) -> Course:
    """The expected course of every unit; arrays of (months + 1, units)."""
    in_post, missing = staff(units, assumptions, approvals, months)
    course = cover_and_allocate(
        close_and_start(units, assumptions, months),
        in_post,
        missing,
        establish(units, approvals, months),
        ceilings(units, assumptions),
        assumptions.agency_cover,
        assumptions.absence,
    )
    return begin_as_counted(course, units, assumptions.absence)


def close_and_start(units: Sequence[Unit], assumptions: Assumptions, months: int) -> Array:
    """Steps 1 and 2: E N(t+1) = E N(t) (1 − 1/W) + λ(t)."""
    children, starts = np.zeros((months + 1, len(units))), starts_of(units, assumptions, months)
    children[0] = [unit.children for unit in units]
    for month in range(months):
        children[month + 1] = children[month] * (1 - assumptions.closing) + starts[month]
    return children


def staff(
    units: Sequence[Unit],
    assumptions: Assumptions,
    approvals: Sequence[Approval],
    months: int,
    *,
    refilling: bool = True,
) -> tuple[Array, Array]:
    """Steps 3 and 4: expected FTE in post, and the FTE of it that starters do not carry yet.

    Whoever left between t and t+1 is replaced at the end of t+1+L. Without ``refilling`` nobody starts in a post that
    was there at month 0 or that somebody left.
    """  # fmt: skip
    staying, lead = 1 - assumptions.leaving, assumptions.lead
    new = _joining(units, [(approval.month, approval.posts) for approval in approvals], lead, months)
    replacing = _joining(units, [(0, [unit.vacant for unit in units])], lead, months)
    replacing *= refilling
    in_post = np.zeros_like(new)
    in_post[0] = [unit.in_post for unit in units]
    for month in range(months):
        if refilling and month >= lead:
            replacing[month + 1] += assumptions.leaving * in_post[month - lead]
        in_post[month + 1] = in_post[month] * staying + new[month + 1] + replacing[month + 1]
    return in_post, _ramp_up(new, replacing, assumptions, months)


def _joining(units: Sequence[Unit], posts: Sequence[tuple[int, Sequence[float]]], lead: int, months: int) -> Array:
    """Starters in posts that are open from a month on, by the month in which they join: month 0 is as it was given."""
    joining = np.zeros((months + 1, len(units)))
    for month, fte in posts:
        first = max(month + lead, 1)
        if first <= months:
            joining[first] += fte
    return joining


def _ramp_up(new: Array, replacing: Array, assumptions: Assumptions, months: int) -> Array:
    """FTE that starters still in post do not carry yet, by month."""
    lacks, missing = shortfall(months, assumptions.ramp_up), np.zeros_like(new)
    shares = ((new, assumptions.asye_new), (replacing, assumptions.asye_replacing))
    for tenure in np.flatnonzero((lacks[True] + lacks[False])[: months + 1]):
        still = (1 - assumptions.leaving) ** tenure
        for starters, asye in shares:
            lack = asye * lacks[True][tenure] + (1 - asye) * lacks[False][tenure]
            missing[tenure:] += starters[: months + 1 - tenure] * still * lack
    return missing
