"""Team tables of which there is nothing to say, row by row: shown so a column at a time, before any row is made.

Every test here is narrower than the check that it stands for. Whatever does not pass is read row by row, so that the
checks with their messages are written once, elsewhere.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence

import numpy as np

from loaders.areas.areasums import begins_with_sum
from loaders.areas.subtotals import has_families, may_hold_sum
from loaders.areas.totals import ADDED
from loaders.dates.months import When
from loaders.layouts.found import Found
from loaders.teams.averages import is_unlikely, is_wrong
from loaders.teams.columns import Plan
from loaders.teams.plain import Plain
from loaders.teams.teamrow import BASES, listed
from loaders.teams.teamtable import EvenTeams
from model.quality import LEAST_CHILDREN_ALIKE


def even_teams(
    found: Found, plan: Plan, names: Sequence[str], plain: Plain, whens: Sequence[When | None]
) -> EvenTeams | None:
    """The teams of a table in which every row is a team, if nothing is to be said of any; else ``None``.

    ``names`` are those of the rows, ``plain`` their figures and ``whens`` their months as far as these are plain.
    """
    if plain.odd or plan.includes_waiting or not all(whens):
        return None
    basis = next(((name, told) for name, told in BASES if name in plain.figures), None)
    needed = [*(basis or ())[:1], "allocated", "unallocated"]
    if any(np.isnan(plain.figures[name]).any() for name in needed if name in plain.figures):
        return None
    if any(plain.areas) and not all(plain.areas):
        return None
    known = [when for when in whens if when]
    months = [when.month for when in known]
    if _may_have_sums(plain, names, months) or _have_odd_averages(plain, basis[0] if basis else ""):
        return None
    return EvenTeams(
        found.sheet.name,
        found.rows,
        months,
        [when.day for when in known],
        names,
        plain.areas,
        plain.kinds,
        plain.figures,
        basis[1] if basis else None,
    )


def _may_have_sums(plain: Plain, names: Sequence[str], months: Sequence[dt.date]) -> bool:
    """Whether any row may be the sum of others of its month."""
    if has_families(set(names), set(plain.areas)):
        return True
    key = next((name for name in ADDED if name in plain.figures), None)
    if key is None:
        return False
    by_month = defaultdict(list)
    for month, value in zip(months, listed(plain.figures[key]), strict=True):
        by_month[month].append(value)
    if _may_be_areas(plain):
        return True
    return any(len(values) > 2 and (may_hold_sum(values) or begins_with_sum(values)) for values in by_month.values())


def _may_be_areas(plain: Plain) -> bool:
    """Whether any row has the FTE and the children of the one right above it."""
    fte = next((plain.figures[name] for name, _ in BASES if name in plain.figures), None)
    children = plain.figures.get("allocated")
    if fte is None or children is None:
        return False
    same = (children[1:] == children[:-1]) & (fte[1:] == fte[:-1]) & (children[1:] >= LEAST_CHILDREN_ALIKE)
    return bool(same.any())


def _have_odd_averages(plain: Plain, basis: str) -> bool:
    """Whether any average cannot be, or is printed as another."""
    if basis not in plain.figures or "allocated" not in plain.figures:
        return False
    fte, children = (plain.figures[name] for name in (basis, "allocated"))
    some = fte > 0
    average = children[some] / fte[some]
    if is_unlikely(average).any():
        return True
    if "average_printed" not in plain.figures:
        return False
    printed = plain.figures["average_printed"][some]
    return bool(is_wrong(printed, average).any())
