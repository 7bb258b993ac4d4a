"""Figures that the file gives for the service as a whole, and not by team."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from loaders.caseload import TeamTable
from loaders.cells import quoted, text
from loaders.dating import Dating
from loaders.figures import figure
from loaders.grid import cell_name
from loaders.header import Found
from loaders.months import month_words
from loaders.problems import Problems
from loaders.rows import is_total
from loaders.teamrow import BASES, TeamRow
from loaders.totals import Total, added_up, is_of_part

_FIGURES = {"allocated": "children allocated", "unallocated": "children waiting"}


@dataclass(slots=True)
class ServiceRow:
    """The service in one month; ``unallocated`` counts the children of the teams too. Place as in its sheet, from 0."""

    sheet: str
    row: int
    column: int
    month: dt.date
    as_at: dt.date | None
    fte: float | None = None
    fte_basis: str | None = None
    allocated: float | None = None
    unallocated: float | None = None


def read_service(found: Found, file_name: str, problems: Problems) -> list[ServiceRow]:
    """Read a table with a month and figures, but no team."""
    columns, dating = found.header.columns, Dating(found, file_name, problems)
    waiting = columns.get("service_unallocated", columns.get("unallocated"))
    first = min(columns.values())
    rows = []
    for row in found.rows:
        label = text(found.cell(row, first))
        figures = [column for name, column in columns.items() if name not in ("month", "date", "as_at", "year")]
        if is_total(label) or all(text(found.cell(row, column)) == "" for column in figures):
            continue
        when = dating.of(row)
        if when is None:
            continue
        read = ServiceRow(found.sheet.name, row, first if waiting is None else waiting, when.month, when.day)
        read.unallocated = _figure(found, row, waiting, "service_children", problems)
        read.allocated = _figure(found, row, columns.get("allocated"), "service_children", problems)
        _read_fte(found, read, problems)
        rows.append(read)
    return _once_a_month(rows, problems)


def _figure(found: Found, row: int, column: int | None, name: str, problems: Problems) -> float | None:
    return None if column is None else figure(found, row, column, name, problems)


def _read_fte(found: Found, read: ServiceRow, problems: Problems) -> None:
    columns = found.header.columns
    for name, basis in (*BASES, ("fte", "in post")):
        read.fte = _figure(found, read.row, columns.get(name), "service_fte", problems)
        if read.fte is not None:
            read.fte_basis = basis
            return


def _once_a_month(rows: Sequence[ServiceRow], problems: Problems) -> list[ServiceRow]:
    first: dict[dt.date, ServiceRow] = {}
    for row in rows:
        before = first.setdefault(row.month, row)
        if before is not row:
            here, other = cell_name(row.row, row.column), cell_name(before.row, before.column)
            words = {"month": month_words(row.month), "here": here, "other": other}
            problems.add("service_twice", sheet=row.sheet, place=(row.row, row.column), words=words)
    return list(first.values())


def service_rows(tables: Sequence[TeamTable], given: Sequence[ServiceRow], problems: Problems) -> list[ServiceRow]:
    """The service's own figures by month: those of its own table, else those that total rows alone give."""
    by_month = {row.month: row for row in _from_teams(tables, problems)}
    for row in given:
        _check_against_teams(row, tables, problems)
        derived = by_month.get(row.month)
        if derived:
            _fill(row, derived, problems)
        by_month[row.month] = row
    return [by_month[month] for month in sorted(by_month)]


def _fill(row: ServiceRow, derived: ServiceRow, problems: Problems) -> None:
    """Take over what a total row gives and the service's own table does not; its own figures stand."""
    for name, label in _FIGURES.items():
        own, other = getattr(row, name), getattr(derived, name)
        if own is None:
            setattr(row, name, other)
        elif other is not None and own != other:
            values = {"value": f"{own:,g}", "other_value": f"{other:,g}"}
            place, month = (row.row, row.column), month_words(row.month)
            problems.add("service_disagrees", sheet=row.sheet, place=place, label=label, month=month, words=values)
    if row.fte is None:
        row.fte, row.fte_basis = derived.fte, derived.fte_basis


def _check_against_teams(row: ServiceRow, tables: Sequence[TeamTable], problems: Problems) -> None:
    known = [
        waiting
        for table in tables
        for team in table.teams
        if team.month == row.month and (waiting := team.figures.get("unallocated")) is not None
    ]
    if row.unallocated is not None and row.unallocated < sum(known):
        words = {"month": month_words(row.month), "value": f"{row.unallocated:,g}", "sum": f"{sum(known):,g}"}
        problems.add("service_below_teams", sheet=row.sheet, place=(row.row, row.column), words=words)


def _from_teams(tables: Sequence[TeamTable], problems: Problems) -> Iterable[ServiceRow]:
    """What total rows, and rows of children with no team, say of the service that its teams do not."""
    months = dict.fromkeys(team.month for table in tables for team in table.teams)
    for month in months:
        parts = [_Part.of(table, month) for table in tables]
        parts = [part for part in parts if part.teams]
        first = parts[0].teams[0]
        row = ServiceRow(first.sheet, first.row, 0, month, first.as_at)
        for name in ("allocated", "unallocated"):
            setattr(row, name, _whole(parts, name, problems))
        basis = {part.teams[0].fte_basis for part in parts}
        names = {basis: name for name, basis in BASES}
        if len(basis) == 1 and (only := basis.pop()):
            row.fte = _whole(parts, names[only], problems)
            row.fte_basis = only if row.fte is not None else None
        if any(value is not None for value in (row.fte, row.allocated, row.unallocated)):
            yield row


@dataclass(frozen=True)
class _Part:
    """What one table holds of one month."""

    table: TeamTable
    teams: Sequence[TeamRow]
    total: Total | None
    waiting: Sequence[Total]

    @classmethod
    def of(cls, table: TeamTable, month: dt.date) -> _Part:
        teams = [team for team in table.teams if team.month == month]
        only = len({team.month for team in table.teams}) == 1
        totals = [row for row in table.totals if (row.month == month or (row.month is None and only))]
        whole = [row for row in totals if not is_of_part(row)] or (totals if len(totals) == 1 else [])
        waiting = [row for row in table.waiting if row.month == month or (row.month is None and only)]
        return cls(table, teams, whole[-1] if whole else None, waiting)

    def figure(self, name: str) -> tuple[float | None, bool]:
        """The table's figure for all its teams, and whether the teams' own rows do not give it."""
        added = added_up(self.teams, name)
        if name == "unallocated" and (apart := self._apart()):
            known = sum(team.figures.get(name) or 0 for team in self.teams)
            return (known if added is None else added) + apart, True
        if added is not None or self.total is None:
            return added, False
        printed = self.total.figures.get(name)
        known = sum(team.figures.get(name) or 0 for team in self.teams)
        return (printed, True) if printed is not None and printed >= known else (None, False)

    def _apart(self) -> float:
        """Children who wait with no team: in the column of waiting children, or else in that of children."""
        counted = [(row.figures.get("unallocated"), row.figures.get("allocated")) for row in self.waiting]
        return sum((allocated or 0) if waiting is None else waiting for waiting, allocated in counted)


def _whole(parts: Sequence[_Part], name: str, problems: Problems) -> float | None:
    """The service's figure, if every table gives its part and at least one is not just its teams added up."""
    figures = [part.figure(name) for part in parts]
    known = [value for value, _ in figures if value is not None]
    if len(known) != len(figures) or not any(apart for _, apart in figures):
        return None
    for part, (value, apart) in zip(parts, figures, strict=True):
        if apart and value is not None:
            _say_from_total(part, name, value, problems)
    return sum(known)


def _say_from_total(part: _Part, name: str, value: float, problems: Problems) -> None:
    row = part.waiting[-1] if name == "unallocated" and part.waiting else part.total
    column = part.table.plan.figures.get(name)
    if row is None or column is None:
        column = part.table.plan.name
    label = _FIGURES.get(name, "FTE")
    place = (row.row, column) if row else None
    start = label[0].upper() + label[1:]
    problems.add(
        "service_figure_from_total",
        sheet=part.table.found.sheet.name,
        place=place,
        found=f"{value:g}",
        label_start=start,
        value=f"{value:,g}",
        team=quoted(row.name) if row else "",
    )
