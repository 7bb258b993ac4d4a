"""Children by type of case: in the columns of a team table, and counted in a list with a row for each child.

They are never needed, and never added up to the children allocated: they are weighed only where they come to just
those, which is said where they do not.
"""

from __future__ import annotations

import datetime as dt
import tomllib
from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from loaders.files.cells import plain_number
from loaders.files.grid import is_blank
from loaders.layouts.columnheading import heading, say_of_column
from loaders.layouts.found import Found
from loaders.layouts.kinds import holds_kind
from loaders.problems import Problems
from loaders.teams.teamtable import TeamTable
from loaders.words.vocabulary import plain
from model.case_types import CASE_TYPES

_DATA = tomllib.loads(Path(__file__).with_name("casetypes.toml").read_text(encoding="utf-8"))
_TYPES = {plain(spelling): name for name, forms in _DATA["types"].items() for spelling in forms}
_HEADINGS = frozenset(map(plain, _DATA["lists"]["headings"]))
_STATUS = {name: rank for rank, name in enumerate(CASE_TYPES)}


def case_type(text: str) -> str | None:
    """The type of case, by its name in :data:`model.case_types.CASE_TYPES`, that a heading or a cell stands for."""
    return _TYPES.get(plain(text))


def is_type_heading(heading: str) -> bool:
    """Whether a heading of a list of children is one below which each child's type is said."""
    return plain(heading) in _HEADINGS or case_type(heading) is not None


def type_columns(found: Found, rows: Sequence[int], problems: Problems) -> dict[str, int]:
    """The columns of a team table that give children by type, where they hold numbers.

    Two columns of one type that differ are both left out, and so is one of words; both are said.
    """
    columns: dict[str, int] = {}
    for column in found.header.parts:
        name = case_type(found.header.headings[column])
        if name is None or not any(not is_blank(cell) for cell in found.column(column)):
            continue
        if not holds_kind(found, column, "number"):
            say_of_column("flow_of_words", found, column, problems)
        elif name not in columns:
            columns[name] = column
        elif any(found.cell(row, columns[name]) != found.cell(row, column) for row in rows):
            first = columns.pop(name)
            say_of_column("two_flows", found, column, problems, one=heading(found, first), other=heading(found, column))
    return columns


def check_types(table: TeamTable, problems: Problems) -> None:
    """Name the teams whose children by type do not come to those allocated: they are not weighed."""
    names = [name for name in CASE_TYPES if name in table.plan.figures]
    column = table.plan.figures.get("allocated")
    if not names or column is None:
        return
    even = table.even
    rows = even.rows if even else [team.row for team in table.listed]
    figures: Mapping[str, Any] = (
        even.figures if even else {name: [t.figures.get(name) for t in table.listed] for name in ("allocated", *names)}
    )
    types = np.array([figures[name] for name in names], dtype=float)
    children, sums = np.array(figures["allocated"], dtype=float), np.nansum(types, axis=0)
    out = np.flatnonzero(~np.isnan(types).all(axis=0) & ~np.isnan(children) & (sums != children)).tolist()

    def words(nth: int) -> dict[str, str]:
        return {"sum": plain_number(sums[out[nth]]), "children": plain_number(children[out[nth]])}

    problems.add_below("types_not_all", table.found.sheet.name, column, [rows[place] for place in out], words)


class TypesOfChildren:
    """The allocated children of a list by type, team by team: each child once, by the highest status it stands with."""

    def __init__(self, found: Found) -> None:
        """Of a list whose columns say a type, or of any other, in which nothing is counted."""
        headings = found.header.headings
        self._found = found
        self._columns = [column for column, told in headings.items() if is_type_heading(told)]
        self._of: dict[tuple[dt.date, str], dict[Hashable, str]] = {}

    def see(self, team: tuple[dt.date, str], child: Hashable, row: int, *, waits: bool, again: bool) -> None:
        """A row of a child in a team and month: only who is allocated by the first of them is counted."""
        seen = self._of.setdefault(team, {})
        if child not in seen if again else waits:
            return
        told = (case_type(str(self._found.cell(row, column))) for column in self._columns)
        names = [name for name in (*told, seen.get(child)) if name]
        seen[child] = min(names, key=_STATUS.__getitem__, default="")

    def of(self, team: tuple[dt.date, str]) -> dict[str, float | None]:
        """Children of the team by type, where every one of them has one: a type that none has is 0; else nothing."""
        seen = self._of.get(team, {})
        if not seen or not all(seen.values()):
            return {}
        counted = Counter(seen.values())
        return {name: float(counted[name]) for name in CASE_TYPES}
