"""Figures that stand in one another's place: a team with more social workers than children, or more who wait."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

import numpy as np

from loaders.files.cells import plain_number, quoted
from loaders.files.grid import cell_name
from loaders.layouts.columnheading import heading
from loaders.problems import Problems
from loaders.teams.teamrow import BASES, TeamRow
from loaders.teams.teamtable import Figures, TeamTable, figures_of
from model.kinds import kind_said

# A small team may well have few children; no front door has as many workers as a swapped number of children.
_SMALL, _LARGEST_FRONT_DOOR = 5, 60
# Fewer children for each FTE than the first are too few by themselves, than the second where other teams have more.
_TOO_FEW, _FEW, _USUAL = 1, 2, 10
# So many children wait in a team for a while; hardly ever are they more than those who have a worker.
_MANY_WAIT = 20
_NAMES = {basis: name for name, basis in BASES}


def say_swapped(tables: Sequence[TeamTable], problems: Problems) -> None:
    """Warn of each team whose FTE and children seem to have changed places; of a whole table it is asked.

    Teams that are not fieldwork may have few children or none.
    """
    if not _are_odd(*figures_of(tables, "allocated", "unallocated")):
        # Of nearly every file this is told at once.
        return
    for table in tables:
        fte, children, waiting = figures_of([table], "allocated", "unallocated")
        if _are_few(fte, children):
            _look_at(table, problems)
        if _many_wait(children, waiting):
            _look_at_waiting(table, problems)


def _are_odd(fte: Figures, children: Figures, waiting: Figures) -> bool:
    return _are_few(fte, children) or _many_wait(children, waiting)


def _are_few(fte: Figures, children: Figures) -> bool:
    return bool(((fte > _SMALL) & (children > 0) & (children < _FEW * fte)).any())


def _many_wait(children: Figures, waiting: Figures) -> bool:
    return bool(((waiting >= _MANY_WAIT) & (waiting > children)).any())


def _look_at(table: TeamTable, problems: Problems) -> None:
    teams = [team for team in table.of_months(set(table.months)) if team.fte and team.figures.get("allocated")]
    compared = [team for team in teams if not (_is_exempt(team) or _waits_above(team))]
    averages = [(team, _average(team)) for team in compared]
    odd = [
        team
        for team, average in averages
        if (team.fte or 0) > _SMALL and average < _FEW and (average < _TOO_FEW or _others(team, averages) >= _USUAL)
    ]
    names = {*(_NAMES[team.fte_basis or ""] for team in odd), "allocated"}
    columns = [table.plan.figures[name] for name in sorted(names, reverse=True) if name in table.plan.figures]
    if len(odd) > 1 and len(odd) == len(compared) and len(columns) == len(names) == 2:
        _say_all(table, columns, problems)
        return
    for team in odd:
        _say(table, team, problems)


def _look_at_waiting(table: TeamTable, problems: Problems) -> None:
    for team in table.of_months(set(table.months)):
        if _waits_above(team) and not _is_exempt(team):
            names = {"waiting": "unallocated", "children": "allocated"}
            words = {word: plain_number(team.figures[name]) for word, name in names.items()}
            words |= {f"{word}_cell": _where(table, team, name) for word, name in names.items()}
            place = (team.row, table.plan.figures.get("unallocated", table.plan.name))
            words["team"] = quoted(team.team)
            sheet, found = table.found.sheet.name, words["waiting"]
            problems.add("waiting_above_allocated", sheet=sheet, place=place, found=found, words=words)


def _waits_above(team: TeamRow) -> bool:
    waiting, children = team.figures.get("unallocated"), team.figures.get("allocated")
    return waiting is not None and children is not None and waiting >= _MANY_WAIT and waiting > children


def _is_exempt(team: TeamRow) -> bool:
    return kind_said(team.team, team.kind) is not None and (team.fte or 0) <= _LARGEST_FRONT_DOOR


def _average(team: TeamRow) -> float:
    return (team.figures.get("allocated") or 0) / (team.fte or np.inf)


def _others(team: TeamRow, averages: Sequence[tuple[TeamRow, float]]) -> float:
    """The median average of the month's other teams, 0 where there are none."""
    known = [average for other, average in averages if other is not team and other.month == team.month]
    return median(known) if known else 0


def _say(table: TeamTable, team: TeamRow, problems: Problems) -> None:
    name = _NAMES[team.fte_basis or ""]
    words = {
        "team": quoted(team.team),
        "fte": plain_number(team.fte),
        "children": plain_number(team.figures["allocated"]),
        "fte_cell": _where(table, team, name),
        "children_cell": _where(table, team, "allocated"),
    }
    column = table.plan.figures.get(name, table.plan.figures.get("allocated", table.plan.name))
    place, found = (team.row, column), words["fte"]
    problems.add("figures_swapped", sheet=table.found.sheet.name, place=place, found=found, words=words)


def _where(table: TeamTable, team: TeamRow, name: str) -> str:
    column = table.plan.figures.get(name)
    return "in another table" if column is None else f"cell {cell_name(*table.found.sheet.true((team.row, column)))}"


def _say_all(table: TeamTable, columns: Sequence[int], problems: Problems) -> None:
    fte, children = columns
    words = {"fte": heading(table.found, fte), "children": heading(table.found, children)}
    place = (table.found.header.last, fte)
    problems.add("columns_swapped", sheet=table.found.sheet.name, place=place, words=words)
