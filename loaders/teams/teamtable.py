"""What a table of teams held: row by row, or a column at a time while nothing is to be said of any one of its rows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from itertools import compress, repeat
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from loaders.areas.totals import Total, Waiting
from loaders.layouts.found import Found
from loaders.teams.columns import Plan
from loaders.teams.teamrow import BASES, TeamRow, listed

_Value = TypeVar("_Value")
Figures = NDArray[np.float64]


@dataclass(frozen=True)
class EvenTeams:
    """Teams of which every figure that is needed is there, with one basis of FTE for all of them: ``None`` for none.

    Each sequence has one value for each row; among ``figures`` NaN is none.
    """

    sheet: str
    rows: Sequence[int]
    months: Sequence[dt.date]
    days: Sequence[dt.date | None]
    names: Sequence[str]
    areas: Sequence[str | None]
    kinds: Sequence[str | None]
    figures: Mapping[str, Figures]
    basis: str | None

    @property
    def fte(self) -> Figures:
        """The FTE over which each team's average is taken."""
        name = next((name for name, basis in BASES if basis == self.basis), "")
        return self.figures[name] if name else np.full(len(self.rows), np.nan)

    def of_months(self, months: Set[dt.date]) -> EvenTeams:
        """Those of some months."""
        chosen = [month in months for month in self.months]

        def of(values: Sequence[_Value]) -> list[_Value]:
            return list(compress(values, chosen))

        return EvenTeams(
            self.sheet,
            of(self.rows),
            of(self.months),
            of(self.days),
            of(self.names),
            of(self.areas),
            of(self.kinds),
            {name: values[chosen] for name, values in self.figures.items()},
            self.basis,
        )

    def listed(self) -> list[TeamRow]:
        """The same teams, row by row."""
        columns = (self.rows, self.months, self.days, self.names, self.areas, self.kinds)
        columns_of_figures = map(listed, self.figures.values())
        values = zip(*columns_of_figures, strict=True) if self.figures else repeat((), len(self.rows))
        figures = map(dict, map(zip, repeat(list(self.figures)), values))
        basis = repeat(self.basis)
        return list(map(TeamRow, repeat(self.sheet), *columns, figures, listed(self.fte), basis))


@dataclass
class TeamTable:
    """A team table: its teams, its totals, and its rows of children who wait with no team.

    ``said`` is what it says of all who wait in it, those of its teams too; ``heard`` has the rows that
    say that children wait.

    ``even`` has the teams until somebody asks for single rows; from then on they are in ``teams`` only, where they can
    be changed.
    """

    found: Found
    plan: Plan
    listed: list[TeamRow] = field(default_factory=list)
    totals: list[Total] = field(default_factory=list)
    waiting: list[Total] = field(default_factory=list)
    said: list[Waiting] = field(default_factory=list)
    heard: set[int] = field(default_factory=set)
    even: EvenTeams | None = None

    @property
    def teams(self) -> list[TeamRow]:
        """The teams, row by row."""
        if self.even:
            self.listed, self.even = self.even.listed(), None
        return self.listed

    def values(self, name: str) -> Figures:
        """The teams' figures of one name; NaN is none."""
        if self.even:
            return self.even.figures.get(name, np.full(len(self.even.rows), np.nan))
        return np.array([team.figures.get(name) for team in self.listed], dtype=float)

    @property
    def fte(self) -> Figures:
        """The FTE over which each team's average is taken; NaN is none."""
        return self.even.fte if self.even else np.array([team.fte for team in self.listed], dtype=float)

    def of_months(self, months: set[dt.date]) -> list[TeamRow]:
        """The teams of some months, row by row, to look at and not to change."""
        if months.isdisjoint(self.months):
            return []
        if self.even:
            return self.even.of_months(months).listed()
        return [team for team in self.listed if team.month in months]

    @property
    def count(self) -> int:
        """How many teams of months there are."""
        return len(self.even.rows) if self.even else len(self.listed)

    @property
    def keys(self) -> Iterable[tuple[dt.date, str]]:
        """The month and the name of each team, in small letters."""
        if self.even:
            folded = {name: name.casefold() for name in set(self.even.names)}
            return zip(self.even.months, map(folded.__getitem__, self.even.names), strict=True)
        return ((team.month, team.team.casefold()) for team in self.listed)

    @property
    def months(self) -> Set[dt.date]:
        """The months that have a team."""
        return set(self.even.months) if self.even else {team.month for team in self.listed}

    @property
    def basis_by_month(self) -> dict[dt.date, str]:
        """The basis of the FTE of each month that has one."""
        if self.even:
            return dict.fromkeys(self.even.months, self.even.basis) if self.even.basis else {}
        return {team.month: team.fte_basis for team in self.listed if team.fte_basis}


def figures_of(tables: Sequence[TeamTable], *names: str) -> list[Figures]:
    """The FTE of the teams of all tables, and their figures of each name; NaN is none."""
    if any(table.even for table in tables):
        return [np.concatenate([table.fte for table in tables])] + [
            np.concatenate([table.values(name) for table in tables]) for name in names
        ]
    rows = [row for table in tables for row in table.listed]
    figures = [[row.figures.get(name) for row in rows] for name in names]
    return [np.array(values, dtype=float) for values in ([row.fte for row in rows], *figures)]
