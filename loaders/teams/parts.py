"""Figures of the same teams in two tables: the workforce in one, the children in another; or what came and went."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from loaders.dates.months import month_words
from loaders.files.cells import quoted
from loaders.layouts.found import Found
from loaders.layouts.header import FIGURES, FTE_COLUMNS, Header
from loaders.problems import Problems
from loaders.teams.averages import check_averages
from loaders.teams.bases import choose_basis
from loaders.teams.teamrow import TeamRow
from loaders.teams.teamtable import TeamTable
from model.tables import FLOWS

_WORKERS = (*FTE_COLUMNS, "headcount", "workers")
# A printed average may stand in either.
_GIVEN = FIGURES - {"average", "part"}
_Key = tuple[dt.date, str]


def in_parts(found: Sequence[Found]) -> list[Found]:
    """The tables, marked as parts if some have the teams' FTE or workers, others their children, and none both.

    No two of the kinds of table that there are may then have a figure in common.
    """
    rest = [table for table in found if not _is_of_flows(table)]
    if not any(table.header.has_children for table in rest):
        return _halves(found)
    known: frozenset[str] = frozenset().union(*(_given(table.header) for table in rest))
    flows = [table for table in found if _is_of_flows(table)]
    return [*_halves(rest), *(replace(table, part=known.isdisjoint(_given(table.header))) for table in flows)]


def _is_of_flows(found: Found) -> bool:
    """Whether a table of teams has nothing but what came and went, and who was away."""
    given = _given(found.header)
    return bool(given) and given <= frozenset(FLOWS) and not found.header.has_children


def _halves(found: Sequence[Found]) -> list[Found]:
    kinds = {_given(table.header) for table in found}
    apart = len(kinds) > 1 and sum(map(len, kinds)) == len(frozenset().union(*kinds))
    of_fte = any(_has_workers(table.header) for table in found)
    of_both = any(_has_workers(table.header) and table.header.has_children for table in found)
    if not (apart and of_fte and any(table.header.has_children for table in found)) or of_both:
        return list(found)
    return [replace(table, part=True) for table in found]


def _given(header: Header) -> frozenset[str]:
    return _GIVEN.intersection(header.columns)


def _has_workers(header: Header) -> bool:
    return any(name in header.columns for name in _WORKERS)


def join_parts(tables: Sequence[TeamTable], problems: Problems) -> list[TeamTable]:
    """The tables, with what their parts give of one team in one month together in one row.

    A team that only one of them has is named, and stays with the figures that it has. One that stands twice in the
    same part is left to be refused.
    """
    parts = [table for table in tables if table.found.part]
    flows = [table for table in parts if _is_of_flows(table.found)]
    others = [table for table in tables if not (table.found.part and _is_of_flows(table.found))]
    together = _joined_halves(others, problems) if len(parts) > len(flows) else others
    if flows:
        rows: dict[_Key, TeamRow] = {}
        for team in (team for table in together for team in table.teams):
            rows.setdefault(_key(team), team)
        for table in flows:
            _add_flows(table, rows, problems)
    return together


def _add_flows(table: TeamTable, rows: dict[_Key, TeamRow], problems: Problems) -> None:
    """Give the teams what came and went in their month; a row of no team that has other figures is named."""
    for team in table.teams:
        if not _joined(team, rows, {}):
            place, words = (team.row, table.plan.name), {"team": quoted(team.team), "month": month_words(team.month)}
            problems.add("flows_of_no_team", sheet=table.found.sheet.name, place=place, words=words)


def _joined_halves(tables: Sequence[TeamTable], problems: Problems) -> list[TeamTable]:
    ordered = sorted(tables, key=lambda table: not table.found.header.has_children)
    rows: dict[_Key, TeamRow] = {}
    parts: dict[_Key, int] = {}
    for table in ordered:
        table.listed = [team for team in table.teams if not _joined(team, rows, parts)]
        for team in table.listed:
            rows.setdefault(_key(team), team)
    together = [table for table in ordered if table.found.header.has_children or table.listed]
    choose_basis(rows.values())
    for table in together:
        _say_alone(table, parts, problems)
        check_averages(table.found, table.plan, table.listed, problems)
    return together


def _key(team: TeamRow) -> _Key:
    return team.month, team.team.casefold()


def _joined(team: TeamRow, rows: dict[_Key, TeamRow], parts: dict[_Key, int]) -> bool:
    """Whether a team was put together with its row of another part."""
    first = rows.get(_key(team))
    if first is None or not first.figures.keys().isdisjoint(team.figures.keys() - {"average_printed"}):
        return False
    first.figures = team.figures | first.figures
    first.as_at, first.area, first.kind = first.as_at or team.as_at, first.area or team.area, first.kind or team.kind
    parts[_key(team)] = parts.get(_key(team), 1) + 1
    return True


def _say_alone(table: TeamTable, parts: dict[_Key, int], problems: Problems) -> None:
    for team in table.listed:
        if _key(team) not in parts:
            words = {"team": quoted(team.team), "month": month_words(team.month)}
            problems.add(
                "team_in_one_part", sheet=table.found.sheet.name, place=(team.row, table.plan.name), words=words
            )
