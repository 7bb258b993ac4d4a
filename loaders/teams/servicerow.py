"""What total rows, and rows of children with no team, say of the service that its teams' rows do not."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from loaders.areas.totals import Total, Waiting, added_up, is_of_part
from loaders.files.cells import plain_number
from loaders.problems import Problems
from loaders.teams.figures import is_empty
from loaders.teams.limits import RULES
from loaders.teams.sidelines import unmarked
from loaders.teams.teamrow import BASES, TeamRow, by_month
from loaders.teams.teamtable import TeamTable
from loaders.teams.waitingwords import shown
from model.tables import FLOWS

_LABELS = {"allocated": "children allocated", "unallocated": "children waiting"}
_NAMES = {basis: name for name, basis in BASES}


@dataclass(slots=True)
class ServiceRow:
    """The service in one month; ``unallocated`` counts the children of the teams too. Place as in its sheet, from 0.

    ``flows`` is what came and went and who was away, by its name.
    """

    sheet: str
    row: int
    column: int
    month: dt.date
    as_at: dt.date | None
    fte: float | None = None
    fte_basis: str | None = None
    allocated: float | None = None
    unallocated: float | None = None
    flows: dict[str, float | None] = field(default_factory=dict)

    @property
    def has_stock(self) -> bool:
        """Whether the row says more than what came and went."""
        return any(value is not None for value in (self.fte, self.allocated, self.unallocated))

    @property
    def figures(self) -> dict[str, float | None]:
        """All its figures but the FTE, by their names."""
        return {"allocated": self.allocated, "unallocated": self.unallocated, **dict.fromkeys(FLOWS), **self.flows}

    def give(self, name: str, value: float | None) -> None:
        """Set one of :attr:`figures`."""
        if name in FLOWS:
            self.flows[name] = value
        else:
            setattr(self, name, value)


@dataclass(frozen=True)
class _Part:
    """What one table holds of one month."""

    table: TeamTable
    teams: Sequence[TeamRow]
    total: Total | None
    waiting: Sequence[Total]
    said: Waiting | None = None

    def figure(self, name: str) -> tuple[float | None, bool]:
        """The table's figure for all its teams, and whether the teams' own rows do not give it."""
        value, beyond = self.of_rows(name)
        if name == "unallocated" and self.takes_said(value):
            return self.said.value if self.said else None, True
        return value, beyond

    def takes_said(self, value: float | None) -> bool:
        """Whether what is said of all who wait is their number: ``value`` is what the rows give, none or the same."""
        known = sum(team.figures.get("unallocated") or 0 for team in self.teams)
        return self.said is not None and value is None and self.said.value >= known

    def of_rows(self, name: str) -> tuple[float | None, bool]:
        """The same by its rows alone, whatever a line says of all who wait."""
        added = added_up(self.teams, name)
        if added is not None and not self.waiting:
            return added, False
        if name == "unallocated" and self.waiting:
            own, apart = self.own_waiting(), self.apart()
            return (None, False) if own is None or apart is None else (own + apart, True)
        known = sum(team.figures.get(name) or 0 for team in self.teams)
        printed = self.total.figures.get(name) if self.total else None
        if printed is not None and RULES[name].whole and not printed.is_integer():
            # Half a child in a total is named where the total is compared.
            return added, False
        return (printed, True) if added is None and printed is not None and printed >= known else (added, False)

    def own_waiting(self) -> float | None:
        """The teams' waiting children added up; 0 where no team has its own figure, ``None`` where some have not."""
        known = [value for team in self.teams if (value := team.figures.get("unallocated")) is not None]
        column = self.table.plan.figures.get("unallocated")
        if known or column is None:
            return sum(known) if len(known) in (0, len(self.teams)) else None
        # A column that is blank for every team leaves it to the row of the service; a code in it does not.
        return 0 if all(is_empty(self.table.found, team.row, column) for team in self.teams) else None

    def apart(self) -> float | None:
        """Children who wait with no team, in the column of the waiting or else of children; ``None`` if not known."""
        values = list(map(self._apart_in, self.waiting))
        known = [value for value in values if value is not None]
        return sum(known) if len(known) == len(values) else None

    def _apart_in(self, row: Total) -> float | None:
        waiting, columns = row.figures.get("unallocated"), self.table.plan.figures
        if waiting is None and (
            "unallocated" not in columns or is_empty(self.table.found, row.row, columns["unallocated"])
        ):
            return row.figures.get("allocated")
        return waiting


def rows_from_totals(tables: Sequence[TeamTable], problems: Problems) -> Iterator[ServiceRow]:
    """One row for each month of which a total, or a row of children with no team, says more than the teams."""
    if not any(table.totals or table.waiting or table.said for table in tables):
        return
    by_month: dict[dt.date, list[_Part]] = {}
    for table in tables:
        for part in _parts(table):
            by_month.setdefault(part.teams[0].month, []).append(part)
    for month, parts in by_month.items():
        if any(part.total or part.waiting or part.said for part in parts):
            row = _row(month, parts, problems)
            if row.has_stock or any(value is not None for value in row.flows.values()):
                yield row


def _parts(table: TeamTable) -> Iterator[_Part]:
    months = by_month(table.teams)
    only = len(months) == 1
    for month, teams in months.items():
        totals = [row for row in table.totals if row.month == month or (row.month is None and only)]
        whole = [row for row in totals if not is_of_part(row)] or (totals if len(totals) == 1 else [])
        waiting = [row for row in table.waiting if row.month == month or (row.month is None and only)]
        said = [row for row in table.said if row.month == month or (row.month is None and only)]
        # A number in another column, or "of which unallocated", that is what the teams have is theirs, said once more.
        own = added_up(teams, "unallocated")
        again = [row for row in waiting if row.figures.get("unallocated") == own and _may_repeat(row)]
        waiting = [row for row in waiting if row not in again]
        said += [row for row in again if isinstance(row, Waiting)]
        yield _Part(table, teams, whole[-1] if whole else None, waiting, said[0] if said else None)


def _may_repeat(row: Total) -> bool:
    return isinstance(row, Waiting) or unmarked(row.name).casefold().startswith(("of which", "of whom", "including"))


def _row(month: dt.date, parts: Sequence[_Part], problems: Problems) -> ServiceRow:
    first = parts[0].teams[0]
    row = ServiceRow(first.sheet, first.row, parts[0].table.plan.name, month, first.as_at)
    row.allocated = _whole(parts, "allocated", problems)
    row.unallocated = _whole(parts, "unallocated", problems)
    given = {name for part in parts for name in part.table.plan.figures}
    row.flows = {name: _whole(parts, name, problems) for name in FLOWS if name in given}
    for part in parts:
        _say_waiting_unknown(part, problems)
        _say_said_differs(part, problems)
    bases = {part.teams[0].fte_basis for part in parts}
    basis = bases.pop() if len(bases) == 1 else None
    if basis:
        row.fte = _whole(parts, _NAMES[basis], problems)
        row.fte_basis = basis if row.fte is not None else None
    return row


def _whole(parts: Sequence[_Part], name: str, problems: Problems) -> float | None:
    """The service's figure, if every table gives its part and at least one is not just its teams added up."""
    figures = [part.figure(name) for part in parts]
    known = [value for value, _ in figures if value is not None]
    if len(known) != len(figures) and name == "unallocated":
        _say_known_in_part(parts, problems)
    if len(known) != len(figures) or not any(apart for _, apart in figures):
        return None
    for part, (value, apart) in zip(parts, figures, strict=True):
        if apart and value is not None:
            _say_from_total(part, name, value, problems)
    return sum(known)


def _say_from_total(part: _Part, name: str, value: float, problems: Problems) -> None:
    table = part.table
    waits = name == "unallocated" and bool(part.waiting)
    is_said = name == "unallocated" and part.said is not None and part.takes_said(part.of_rows(name)[0])
    row = part.said if is_said else part.waiting[-1] if waits else part.total
    column = row.column if isinstance(row, Waiting) else table.plan.figures.get(name, table.plan.name)
    place = (row.row, column) if row else None
    code = "service_waiting_said" if is_said else "service_waiting_apart" if waits else "service_figure_from_total"
    words = {
        "line": shown(row.name) if is_said and row else "",
        "label": RULES[name].label if name in FLOWS else _LABELS.get(name, "FTE"),
        "value": plain_number(value),
        "apart": plain_number(part.apart() or 0),
    }
    problems.add(code, sheet=table.found.sheet.name, place=place, words=words)


def _say_waiting_unknown(part: _Part, problems: Problems) -> None:
    """Say why the children who wait in the whole service cannot be added up."""
    if not part.waiting or part.figure("unallocated")[0] is not None:
        return
    row = part.waiting[-1]
    why = "the row of children with no team gives no number" if part.apart() is None else "not every team gives its own"
    _say_unknown(part, row, why, problems)


def _say_known_in_part(parts: Sequence[_Part], problems: Problems) -> None:
    """Say why children who wait with no team, told beside one table, are not those of the service."""
    for part in parts:
        row = part.said or next(iter(part.waiting), None)
        if row and part.figure("unallocated")[0] is not None:
            why = "another table of the month does not say how many wait in its teams"
            _say_unknown(part, row, why, problems)


def _say_unknown(part: _Part, row: Total, why: str, problems: Problems) -> None:
    figures, name = part.table.plan.figures, part.table.plan.name
    place = (row.row, row.column if isinstance(row, Waiting) else figures.get("unallocated", name))
    problems.add("service_waiting_unknown", sheet=part.table.found.sheet.name, place=place, words={"why": why})


def _say_said_differs(part: _Part, problems: Problems) -> None:
    """Say where a line gives another number of waiting children than the rows of its table do."""
    said, value = part.said, part.of_rows("unallocated")[0]
    if said is None or value == said.value or part.takes_said(value):
        return
    known = sum(team.figures.get("unallocated") or 0 for team in part.teams) if value is None else value
    words = {"line": shown(said.name), "value": plain_number(said.value), "sum": plain_number(known)}
    place = (said.row, said.column)
    problems.add("waiting_line_differs", sheet=part.table.found.sheet.name, place=place, words=words)
