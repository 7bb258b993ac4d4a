"""FTE and children that stand in one another's place: a team with more social workers than children."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

import numpy as np

from loaders.cells import plain_number, quoted
from loaders.columns import heading
from loaders.grid import cell_name
from loaders.problems import Problems
from loaders.teamrow import BASES, TeamRow
from loaders.teamtable import TeamTable
from model.kinds import kind_said

# A small team may well have few children; no front door has as many workers as a swapped number of children.
_SMALL, _LARGEST_FRONT_DOOR = 5, 60
# Fewer children for each FTE than the first are too few by themselves, than the second where other teams have more.
_TOO_FEW, _FEW, _USUAL = 1, 2, 10
_NAMES = {basis: name for name, basis in BASES}


def say_swapped(tables: Sequence[TeamTable], problems: Problems) -> None:
    """Warn of each team whose FTE and children seem to have changed places; of a whole table it is asked.

    Teams that are not fieldwork may have few children or none.
    """
    for table in tables:
        fte, children = table.fte, table.values("allocated")
        if ((fte > _SMALL) & (children > 0) & (children < _FEW * fte)).any():
            _look_at(table, problems)


def _look_at(table: TeamTable, problems: Problems) -> None:
    teams = [team for team in table.of_months(set(table.months)) if team.fte and team.figures.get("allocated")]
    compared = [team for team in teams if not _is_exempt(team)]
    averages = [(team, _average(team)) for team in compared]
    odd = [
        team
        for team, average in averages
        if (team.fte or 0) > _SMALL and average < _FEW and (average < _TOO_FEW or _others(team, averages) >= _USUAL)
    ]
    if len(odd) > 1 and len(odd) == len(compared):
        _say_all(table, problems)
        return
    for team in odd:
        _say(table, team, problems)


def _is_exempt(team: TeamRow) -> bool:
    return kind_said(team.team, team.kind) is not None and (team.fte or 0) <= _LARGEST_FRONT_DOOR


def _average(team: TeamRow) -> float:
    return (team.figures.get("allocated") or 0) / (team.fte or np.inf)


def _others(team: TeamRow, averages: Sequence[tuple[TeamRow, float]]) -> float:
    """The median average of the month's other teams, 0 where there are none."""
    known = [average for other, average in averages if other is not team and other.month == team.month]
    return median(known) if known else 0


def _columns(table: TeamTable, basis: str | None) -> tuple[int, int]:
    """The columns of the FTE that is used, and of the children."""
    figures = table.plan.figures
    return figures[_NAMES[basis or ""]], figures["allocated"]


def _say(table: TeamTable, team: TeamRow, problems: Problems) -> None:
    fte, children = _columns(table, team.fte_basis)
    words = {
        "team": quoted(team.team),
        "fte": plain_number(team.fte),
        "children": plain_number(team.figures["allocated"]),
        "fte_cell": cell_name(*table.found.sheet.true((team.row, fte))),
        "children_cell": cell_name(*table.found.sheet.true((team.row, children))),
    }
    found, place = words["fte"], (team.row, fte)
    problems.add("figures_swapped", sheet=table.found.sheet.name, place=place, found=found, words=words)


def _say_all(table: TeamTable, problems: Problems) -> None:
    fte, children = _columns(table, next(iter(table.basis_by_month.values())))
    words = {"fte": heading(table.found, fte), "children": heading(table.found, children)}
    place = (table.found.header.last, fte)
    problems.add("columns_swapped", sheet=table.found.sheet.name, place=place, words=words)
