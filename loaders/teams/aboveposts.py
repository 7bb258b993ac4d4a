"""More FTE holding cases than in post, or in post than there are posts: hardly so without agency workers."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from loaders.files.cells import number, plain_number, quoted
from loaders.files.grid import cell_name
from loaders.problems import Problems
from loaders.teams.fteparts import agency_columns
from loaders.teams.teamtable import TeamTable

# FTE is rounded where it is typed.
_TOLERANCE = 0.051
# What cannot well be more than the other, and what is said of it.
_PAIRS = (
    ("fte_case_holding", "fte_in_post", "more_holding_than_in_post"),
    ("fte_in_post", "fte_established", "more_in_post_than_posts"),
)


def say_above_posts(tables: Sequence[TeamTable], problems: Problems) -> None:
    """Name the cells of each team with more FTE than can be of one kind, agency workers in a column of theirs added."""
    for table in tables:
        for upper, lower, code in _PAIRS:
            if _is_said(table, upper) and _is_said(table, lower):
                _compare(table, upper, lower, code, problems)
        for basis in ("fte_in_post", "fte_case_holding"):
            if {basis, "headcount"} <= table.plan.figures.keys():
                _compare(table, basis, "headcount", "more_fte_than_people", problems)


def _is_said(table: TeamTable, name: str) -> bool:
    """Whether a column gives a figure and says so: "SW FTE" is read as FTE in post, and may be of another kind."""
    column = table.plan.figures.get(name)
    return column is not None and column == table.found.header.columns.get(name)


def _compare(table: TeamTable, upper: str, lower: str, code: str, problems: Problems) -> None:
    over = table.values(upper) - table.values(lower) > _TOLERANCE
    if not over.any():
        return
    teams = table.of_months(set(table.months))
    agency = _agency(table, [team.row for team in teams])
    columns = [table.plan.figures[name] for name in (upper, lower)]
    for team, more in zip(teams, agency, strict=True):
        above, below = team.figures.get(upper), team.figures.get(lower)
        if above is None or below is None or above - below - more <= _TOLERANCE:
            continue
        cells = [cell_name(*table.found.sheet.true((team.row, column))) for column in columns]
        words = {"team": quoted(team.team), "above": plain_number(above), "below": plain_number(below)}
        words |= {"above_cell": cells[0], "below_cell": cells[1]}
        place = (team.row, columns[0])
        problems.add(code, sheet=table.found.sheet.name, place=place, found=words["above"], words=words)


def _agency(table: TeamTable, rows: Sequence[int]) -> NDArray[np.float64]:
    """The FTE of agency workers in each row that columns of theirs give; 0 for none."""
    columns = agency_columns(table.found)
    values = [[number(table.found.cell(row, column))[0] or 0.0 for column in columns] for row in rows]
    return np.array([sum(row) for row in values], dtype=float)
