"""Caseloads by team and for the service, read from the clean tables.

Average caseload is children divided by the full-time equivalent (FTE) of the
social workers who hold cases, agency included (the Department for Education's
definition).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from fractions import Fraction
from typing import Any

import pandas as pd

from model.assumptions import Settings
from model.exact import exact
from model.service import ServiceMonth
from model.team import Demand, TeamMonth
from model.words import month_words

__all__ = ["Demand", "MonthMissing", "ServiceMonth", "TeamMonth", "history", "months", "service_month"]

Tables = Mapping[str, pd.DataFrame]


class MonthMissing(KeyError):  # noqa: N818 - the name says what is wrong
    """There are no figures by team for the month asked for: the message says which."""

    def __str__(self) -> str:
        """The message as it is; a KeyError would put it in quotation marks."""
        return str(self.args[0])


def months(tables: Tables) -> list[date]:
    """The months that have figures by team, ascending; each as its first day."""
    return sorted(tables["team_caseload"]["month"].dt.date.unique())


def service_month(tables: Tables, month: date, settings: Settings, teams: Sequence[str] | None = None) -> ServiceMonth:
    """The service in ``month`` (any day of it), all its teams or only those named, in the order of the file.

    Raises :class:`MonthMissing` if there are no figures by team for that month.
    """
    first = date(month.year, month.month, 1)
    in_month = {name: _of_month(tables[name], first) for name in ("team_caseload", "service_caseload")}
    found = history(in_month, settings, teams)
    if not found:
        raise MonthMissing(f"There are no figures for {month_words(first)}")
    return found[0]


def history(tables: Tables, settings: Settings, teams: Sequence[str] | None = None) -> list[ServiceMonth]:
    """Every month of the data as a :class:`ServiceMonth`, ascending."""
    wanted = None if teams is None else frozenset(teams)
    gathered: dict[date, _Gathered] = {}
    for month, as_at, team in _team_rows(tables["team_caseload"], settings):
        gathered.setdefault(month, _Gathered()).add(team, as_at)
    for month, as_at, unallocated in _service_rows(tables["service_caseload"]):
        if month in gathered:
            gathered[month].add_service(unallocated, as_at)
    optimum = exact(settings.optimum)
    return [gathered[month].built(month, optimum, wanted) for month in sorted(gathered)]


@dataclass
class _Gathered:
    """What the rows of one month said, before it becomes a :class:`ServiceMonth`."""

    teams: list[TeamMonth] = field(default_factory=list)
    as_at: date | None = None
    unallocated: int | None = None

    def add(self, team: TeamMonth, as_at: date | None) -> None:
        self.teams.append(team)
        self._note(as_at)

    def add_service(self, unallocated: int | None, as_at: date | None) -> None:
        self.unallocated = unallocated
        self._note(as_at)

    def _note(self, as_at: date | None) -> None:
        # Rows counted on different days: the month stands as at the last of them.
        if as_at is not None:
            self.as_at = as_at if self.as_at is None else max(self.as_at, as_at)

    def built(self, month: date, optimum: Fraction, wanted: Collection[str] | None) -> ServiceMonth:
        chosen = tuple(team for team in self.teams if wanted is None or team.team in wanted)
        whole = len(chosen) == len(self.teams)
        here = {team.team for team in chosen}
        absent = tuple(sorted(name for name in wanted or () if name not in here))
        made = ServiceMonth(month, self.as_at, chosen, optimum, None, whole, absent)
        if whole or self.unallocated == 0:
            # Where nobody waits in the whole service, nobody does in some of its teams.
            return replace(made, unallocated_service=self.unallocated)
        return replace(made, unallocated_elsewhere_too=self.unallocated)


def _of_month(frame: pd.DataFrame, first: date) -> pd.DataFrame:
    return frame[frame["month"] == pd.Timestamp(first)]


def _team_rows(frame: pd.DataFrame, settings: Settings) -> Iterator[tuple[date, date | None, TeamMonth]]:
    column = {name: _values(frame[name]) for name in frame.columns}
    setting = {
        key: (settings.kind_of(*key), _fraction(settings.optimum_of(*key)), settings.counts(key[0]))
        for key in set(zip(column["team"], column["kind"], strict=True))
    }
    exactly = {name: [_fraction(value) for value in column[name]] for name in _NUMBERS}
    for row, team in enumerate(column["team"]):
        kind, optimum, counted = setting[team, column["kind"][row]]
        yield (
            column["month"][row],
            column["as_at"][row],
            TeamMonth(
                team=team,
                area=column["area"][row],
                kind=kind,
                fte=exactly["fte"][row],
                fte_basis=column["fte_basis"][row],
                established=exactly["fte_established"][row],
                in_post=exactly["fte_in_post"][row],
                case_holding=exactly["fte_case_holding"][row],
                headcount=column["headcount"][row],
                allocated=column["allocated"][row],
                unallocated=column["unallocated"][row],
                average_printed=exactly["average_printed"][row],
                optimum=optimum,
                counted=counted,
            ),
        )


_NUMBERS = ("fte", "fte_established", "fte_in_post", "fte_case_holding", "average_printed")


def _service_rows(frame: pd.DataFrame) -> Iterator[tuple[date, date | None, int | None]]:
    return zip(_values(frame["month"]), _values(frame["as_at"]), _values(frame["unallocated"]), strict=True)


def _values(column: pd.Series) -> list[Any]:
    """The column's values, dates as dates, and ``None`` for every kind of missing."""
    plain = column.dt.date if pd.api.types.is_datetime64_any_dtype(column) else column
    return [None if missing else value for value, missing in zip(plain.tolist(), column.isna().tolist(), strict=True)]


def _fraction(value: Any) -> Fraction | None:
    return None if value is None else exact(value)
