"""Team tables of which there is nothing to say, row by row: shown so a column at a time, before any row is made.

Every test here is narrower than the check that it stands for. Whatever does not pass is read row by row, so that the
checks with their messages are written once, elsewhere.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from loaders.areas.areasums import begins_with_sum
from loaders.areas.subtotals import has_families, may_hold_sum
from loaders.areas.totals import ADDED, AVERAGE_TOLERANCE, part_named, read_total, tolerance
from loaders.dates.months import When
from loaders.files.cells import text
from loaders.layouts.found import Found
from loaders.layouts.header import DATES
from loaders.teams.averages import is_unlikely, is_wrong
from loaders.teams.columns import Plan
from loaders.teams.plain import Plain
from loaders.teams.rows import is_total
from loaders.teams.teamrow import BASES, listed
from loaders.teams.teamtable import EvenTeams
from model.quality import LEAST_CHILDREN_ALIKE
from model.tables import FLOWS


def even_teams(
    found: Found, plan: Plan, names: Sequence[str], plain: Plain, whens: Sequence[When | None]
) -> EvenTeams | None:
    """The teams of a table in which every row is a team, if nothing is to be said of any; else ``None``.

    ``names`` are those of the teams, ``plain`` their figures, and ``whens`` the months of all rows as far as these are
    plain. A last row that is not among them is the total.
    """
    if plain.odd or plan.includes_waiting or not all(whens):
        return None
    whens, rows = whens[: len(names)], found.rows[: len(names)]
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
    even = EvenTeams(
        found.sheet.name,
        rows,
        months,
        [when.day for when in known],
        names,
        plain.areas,
        plain.kinds,
        plain.figures,
        basis[1] if basis else None,
    )
    return even if len(rows) == len(found.rows) or _says_no_more(found, plan, even) else None


def above_total(found: Found) -> Found:
    """The table without its last row, if that is named as the total of all its teams; else the table.

    A total below months is one of months, or of one of them; it is read like any other row.
    """
    columns = found.header.columns
    name = columns.get("team", columns.get("area"))
    if name is None or len(found.rows) < 2 or found.filled or any(date in columns for date in DATES):
        return found
    cell = found.cell(found.rows[-1], name)
    told = text(cell) if type(cell) is str else ""
    is_whole = is_total(told) and not part_named(told) and "sub" not in told.casefold()
    return replace(found, rows=found.rows[:-1]) if is_whole else found


def _says_no_more(found: Found, plan: Plan, even: EvenTeams) -> bool:
    """Whether a table's last row gives what its teams add up to and nothing else: then nothing is to be said of it."""
    total = read_total(found, plan, found.rows[-1], "", None).figures
    given = {name: value for name, value in total.items() if value is not None}
    for name in (*ADDED, *FLOWS):
        if name in given and not abs(given[name] - round(float(even.figures[name].sum()), 6)) <= tolerance(name):
            return False
    printed, fte = given.get("average_printed"), float(even.fte.sum())
    if printed is None or "allocated" not in even.figures:
        return printed is None
    return fte > 0 and abs(printed - float(even.figures["allocated"].sum()) / fte) <= AVERAGE_TOLERANCE


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
