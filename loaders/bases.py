"""Which full-time equivalent averages are taken over: case-holding, else in post, else established; never mixed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from loaders.cells import quoted
from loaders.months import month_words
from loaders.problems import Problems
from loaders.teamrow import BASES, TeamRow, fte_words

if TYPE_CHECKING:
    from loaders.caseload import TeamTable


def choose_basis(teams: Iterable[TeamRow]) -> None:
    """Set each team's ``fte`` and ``fte_basis``: per month, the best basis that any team has.

    A team without that one keeps its FTE missing, even where it has another.
    """
    by_month: dict[dt.date, list[TeamRow]] = {}
    for team in teams:
        by_month.setdefault(team.month, []).append(team)
    for together in by_month.values():
        for name, basis in BASES:
            if any(team.figures.get(name) is not None for team in together):
                for team in together:
                    team.fte, team.fte_basis = team.figures.get(name), basis
                break


def say_bases(tables: Sequence[TeamTable], problems: Problems) -> None:
    """Note which FTE the averages are taken over, and warn where it changes from one month to the next."""
    names = {basis: name for name, basis in BASES}
    by_month: dict[dt.date, str] = {}
    for table in tables:
        of_table = {team.month: team.fte_basis for team in table.teams if team.fte_basis}
        by_month.update(of_table)
        for basis in dict.fromkeys(of_table.values()):
            column = table.plan.figures[names[basis]]
            if column == table.found.header.columns.get(names[basis]):
                problems.add("fte_basis", basis=fte_words(basis), heading=quoted(table.found.header.headings[column]))
    for (before, old), (after, new) in pairwise(sorted(by_month.items())):
        if old != new:
            months = {"before_month": month_words(before), "after_month": month_words(after)}
            problems.add("fte_basis_changes", before=fte_words(old), after=fte_words(new), words=months)
