"""Which full-time equivalent averages are taken over: case-holding, else in post, else established; never mixed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from loaders.dates.months import month_words
from loaders.files.cells import quoted
from loaders.problems import Problems
from loaders.teams.teamrow import BASES, TeamRow, by_month, fte_words

if TYPE_CHECKING:
    from loaders.teams.teamtable import TeamTable


def choose_basis(teams: Iterable[TeamRow]) -> None:
    """Set each team's ``fte`` and ``fte_basis``: per month, the best basis that any team has.

    A team without that one keeps its FTE missing, even where it has another.
    """
    for together in by_month(teams).values():
        for name, basis in BASES:
            if any(team.figures.get(name) is not None for team in together):
                for team in together:
                    team.fte, team.fte_basis = team.figures.get(name), basis
                break


def agree_on_basis(tables: Sequence[TeamTable], problems: Problems) -> None:
    """One basis for all tables of a month: the best that each of them gives. Where there is none, that is an error."""
    if len({basis for table in tables for basis in table.basis_by_month.values()}) < 2:
        return
    parts: dict[dt.date, dict[int, list[TeamRow]]] = {}
    for place, table in enumerate(tables):
        for team in table.teams:
            if team.fte_basis:
                parts.setdefault(team.month, {}).setdefault(place, []).append(team)
    for month, by_table in parts.items():
        groups = list(by_table.values())
        if len({group[0].fte_basis for group in groups}) < 2:
            continue
        common = (name for name, _ in BASES if all(any(_has(team, name) for team in group) for group in groups))
        if (best := next(common, None)) is None:
            _say_mixed(month, [(tables[place], group[0]) for place, group in by_table.items()], problems)
            continue
        for team in (team for table in tables for team in table.teams if team.month == month):
            team.fte, team.fte_basis = team.figures.get(best), dict(BASES)[best]


def _has(team: TeamRow, name: str) -> bool:
    return team.figures.get(name) is not None


def _say_mixed(month: dt.date, firsts: Sequence[tuple[TeamTable, TeamRow]], problems: Problems) -> None:
    (one, first) = firsts[0]
    other, second = next(pair for pair in firsts if pair[1].fte_basis != first.fte_basis)
    names = {basis: name for name, basis in BASES}
    column = other.plan.figures[names[second.fte_basis or ""]]
    words = {
        "month": month_words(month),
        "one": fte_words(first.fte_basis or ""),
        "other": fte_words(second.fte_basis or ""),
        "one_sheet": quoted(one.found.sheet.name),
        "other_sheet": quoted(other.found.sheet.name),
    }
    place = (other.found.header.last, column)
    problems.add("fte_basis_mixed", sheet=other.found.sheet.name, place=place, words=words)


def say_bases(tables: Sequence[TeamTable], problems: Problems) -> None:
    """Note which FTE the averages are taken over, and warn where it changes from one month to the next."""
    names = {basis: name for name, basis in BASES}
    by_month: dict[dt.date, str] = {}
    for table in tables:
        of_table = table.basis_by_month
        by_month.update(of_table)
        for basis in dict.fromkeys(of_table.values()):
            column = table.plan.figures[names[basis]]
            if column == table.found.header.columns.get(names[basis]):
                problems.add("fte_basis", basis=fte_words(basis), heading=quoted(table.found.header.headings[column]))
    for (before, old), (after, new) in pairwise(sorted(by_month.items())):
        if old != new:
            months = {"before_month": month_words(before), "after_month": month_words(after)}
            problems.add("fte_basis_changes", before=fte_words(old), after=fte_words(new), words=months)
