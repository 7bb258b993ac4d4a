"""Rows of staff who hold no children, among or below the teams: "Team managers", "Business support"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from loaders.files.cells import quoted
from loaders.layouts.found import Found
from loaders.problems import Problems
from loaders.teams.columns import Plan
from loaders.teams.figures import is_empty
from loaders.teams.rows import Row, RowKind
from loaders.teams.sidelines import unmarked
from loaders.words.phrases import patterns

_STAFF = re.compile(patterns(__file__, "staff")["staff"], re.IGNORECASE)
_CHILDREN = ("allocated", "unallocated")


@lru_cache(maxsize=20_000)
def is_staff(name: str) -> bool:
    """Whether a name is that of staff.

    >>> is_staff("Deputy team managers"), is_staff("Business support"), is_staff("Family support team")
    (True, True, False)
    """
    return bool(_STAFF.fullmatch(unmarked(name).rstrip(" :")))


def without_staff(found: Found, plan: Plan, rows: Sequence[Row], problems: Problems) -> Sequence[Row]:
    """The rows, those of staff as blank, each named. With a number of children in any month a name is a team’s."""
    teams = [row for row in rows if row.kind is RowKind.TEAM]
    staff = [row for row in teams if is_staff(row.name)]
    if not staff or not any(_holds(found, plan, row) for row in teams if row not in staff):
        return rows
    holding = {row.name.casefold() for row in staff if _holds(found, plan, row)}
    apart = {row.row for row in staff if row.name.casefold() not in holding}
    for row in staff:
        if row.row in apart:
            problems.add("staff_row", sheet=found.sheet.name, place=(row.row, plan.name), team=quoted(row.name))
    return [Row(row.row, RowKind.BLANK) if row.row in apart else row for row in rows]


def _holds(found: Found, plan: Plan, row: Row) -> bool:
    """Whether anything stands in a row's cells of children: a number, 0 too, or a code."""
    return any(not is_empty(found, row.row, plan.figures[name]) for name in _CHILDREN if name in plan.figures)
