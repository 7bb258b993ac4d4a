"""Figures of a file that can be but hardly are, each with its cell: what :mod:`model.quality` finds in them."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import chain

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from loaders.files.cells import plain_number
from loaders.files.grid import Place
from loaders.notes import MonthNote
from loaders.problems import Problems
from loaders.staff.coworked import say_secondary
from loaders.teams.aboveposts import say_above_posts
from loaders.teams.hidden import say_hidden
from loaders.teams.swapped import say_swapped
from loaders.teams.teamrow import BASES, TeamRow, listed
from loaders.teams.teamtable import EvenTeams, TeamTable
from loaders.teams.unlikeothers import say_unlike_others
from model.flow_check import flow_findings
from model.quality import checked
from model.quality_findings import said, to_do
from model.team_figures import TeamFigures
from model.to_check import Finding, Kind

# Averages are compared where they are read: there it is known which FTE the file means.
CODES: Mapping[Kind, str] = {
    Kind.SAME_TEAMS: "same_teams",
    Kind.JUMP: "figure_jumps",
    Kind.TENFOLD: "figure_tenfold",
    Kind.FTE_GONE: "fte_gone",
    Kind.TEAM_GONE: "team_gone",
    Kind.COPIED: "month_copied",
    Kind.MONTH_MISSING: "month_missing",
    Kind.FLOWS: "flows_disagree",
}
# More of one kind than these are not slips of typing: a column or a month is not what it seems to be.
MOST_NAMED = 20
_NAMES = {basis: name for name, basis in BASES}

# Each team's table and row, by month and name.
_Where = dict[dt.date, dict[str, tuple[TeamTable, TeamRow]]]


def say_what_to_check(
    tables: Sequence[TeamTable], notes: Sequence[MonthNote], made: Mapping[str, pd.DataFrame], problems: Problems
) -> None:
    """Add what there is to check in the teams' figures, each with the sheet and, where it is one figure, the cell.

    ``made`` are the clean tables of the same figures.
    """
    restructures = [note.month for note in notes if note.mark == "restructure"]
    say_hidden(tables, problems)
    say_secondary(tables, problems)
    say_swapped(tables, problems)
    say_above_posts(tables, problems)
    findings = [*checked(_figures(tables), restructures), *flow_findings(made, restructures)]
    # Of a figure ten times that of the month before it is said where that is said.
    slips = {(finding.at, team) for finding in findings if finding.kind is Kind.TENFOLD for team in finding.teams}
    say_unlike_others(tables, slips, problems)
    where = _where(tables, {finding.at for finding in findings})
    told = Counter[Kind]()
    for finding in findings:
        told[finding.kind] += 1
        if finding.kind in CODES and told[finding.kind] <= MOST_NAMED:
            _say(finding, where, problems)
    more = sum(max(0, told[kind] - MOST_NAMED) for kind in CODES)
    if more:
        problems.add("more_to_check", n=f"{more:,}")


def _figures(tables: Sequence[TeamTable]) -> TeamFigures:
    parts = [_of_even(table.even) if table.even else _of_rows(table.listed) for table in tables]
    if len(parts) == 1:
        return parts[0]
    if any(part.printed for part in parts):
        parts = [part if part.printed else part._replace(printed=[None] * len(part.teams)) for part in parts]
    return TeamFigures(*(list(chain.from_iterable(columns)) for columns in zip(*parts, strict=True)))


def _of_even(even: EvenTeams) -> TeamFigures:
    size, children = len(even.rows), even.figures.get("allocated")
    return TeamFigures(
        even.names,
        even.months,
        listed(even.fte),
        [None] * size if children is None else listed(children),
        [even.basis] * size,
        _printed(even.figures.get("average_printed"), children),
    )


def _of_rows(rows: Sequence[TeamRow]) -> TeamFigures:
    return TeamFigures(
        [row.team for row in rows],
        [row.month for row in rows],
        [row.fte for row in rows],
        [row.figures.get("allocated") for row in rows],
        [row.fte_basis for row in rows],
        [row.figures.get("average_printed") for row in rows],
    )


def _printed(printed: NDArray[np.float64] | None, children: NDArray[np.float64] | None) -> Sequence[float | None]:
    """The averages as they are printed, where they are all that a table has."""
    return listed(printed) if printed is not None and children is None else []


def _where(tables: Sequence[TeamTable], months: set[dt.date]) -> _Where:
    where: _Where = {}
    for table in tables:
        for row in table.of_months(months):
            where.setdefault(row.month, {})[row.team] = (table, row)
    return where


def _say(finding: Finding, where: _Where, problems: Problems) -> None:
    sheet, place = _place(finding, where)
    problems.add(
        CODES[finding.kind],
        sheet=sheet,
        place=place,
        found=_found(finding),
        said=said(finding, "“%s”"),
        check=to_do(finding),
    )


def _place(finding: Finding, where: _Where) -> tuple[str | None, Place | None]:
    """The sheet, and the cell of the figure; of two teams alike that of the second one's children."""
    of_month = where.get(finding.at, {})
    if not finding.teams or finding.teams[-1] not in of_month:
        sheets = {row.sheet for _, row in of_month.values()}
        return (sheets.pop() if len(sheets) == 1 else None), None
    table, row = of_month[finding.teams[-1]]
    name = _NAMES.get(_basis(finding, row), "") if finding.figure == "fte" else "allocated"
    if name not in table.plan.figures:
        name = "average_printed"
    return row.sheet, (row.row, table.plan.figures.get(name, table.plan.name))


def _basis(finding: Finding, row: TeamRow) -> str:
    # Where the FTE is gone so may its basis be: the month before has it.
    return row.fte_basis or finding.points[0].basis or ""


def _found(finding: Finding) -> str:
    """The figure that the cell holds, or "" where it is not about one figure."""
    point = next(point for point in finding.points if point.month == finding.at)
    value = getattr(point, finding.figure) if finding.figure else None
    return "" if value is None else plain_number(value)
