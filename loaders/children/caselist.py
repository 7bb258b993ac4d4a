"""Lists with a row for each child: counted by team in memory, and dropped.

Nothing that stands in a child's row leaves this module but the team's name, the worker under a code, and how many
children there are. What is said of a row names its cell, never what is in it.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from loaders.children.caseclosed import Closing
from loaders.children.casetypes import TypesOfChildren, is_type_heading
from loaders.children.counts import CountedTeam, Counts
from loaders.children.families import say_families
from loaders.children.flagged import Flagged, is_of_flags
from loaders.children.holders import Holders
from loaders.dates.dating import Dating
from loaders.dates.months import When, in_cell
from loaders.files.cells import text
from loaders.files.grid import is_blank
from loaders.layouts.found import Found
from loaders.layouts.header import DATES
from loaders.problems import Problems
from loaders.staff.pseudonym import code_for, is_code
from loaders.staff.workerrows import WorkerList
from loaders.teams.columns import Plan
from loaders.teams.rows import is_total
from loaders.teams.teamrow import TeamRow
from loaders.teams.teamtable import TeamTable
from loaders.teams.unread import say_unread
from loaders.teams.waitingnames import is_waiting
from loaders.words.phrases import word_lists
from loaders.words.vocabulary import is_case_heading, words_of

# Dates that may be those of anything that befell a child, and not of the list.
_OF_A_CHILD = word_lists(__file__, "dates")["of_a_child"]
_Child = tuple[str, ...]


def count_children(found: Found, file_name: str, problems: Problems, *, key: bytes) -> tuple[TeamTable, WorkerList]:
    """The teams and the workers, under codes, of a list of children, with how many each has."""
    return _List(found, file_name, problems, key).counted()


def worker_column(found: Found) -> int | None:
    """The column of workers, or ``None``; one called no more than "Name" is the child's."""
    header = found.header
    columns = [column for name, column in (*header.columns.items(), *header.doubled) if name == "worker"]
    own = (column for column in sorted(columns) if header.headings[column].casefold() not in ("name", "full name"))
    return next((column for column in own if not is_of_flags(found, column)), None)


class _List:
    """One list of children, read downwards."""

    def __init__(self, found: Found, file_name: str, problems: Problems, key: bytes) -> None:
        self._found, self._problems, self._key = found, problems, key
        columns = found.header.columns
        self._team = columns["team"]
        worker = worker_column(found)
        self._worker = self._team if worker is None else worker
        self._child = self._columns("child")
        self._ids = [place for place, column in enumerate(self._child) if column in self._columns("id")]
        self._shared = [place for place, column in enumerate(self._child) if column in self._columns("shared")]
        self._closing = Closing(found)
        self._holders = Flagged(found) if worker is None else Holders(found, self._team, worker)
        headings = found.header.headings
        self._month = columns.get("month")
        dates = (columns[name] for name in DATES if name in columns)
        self._months = [column for column in dates if words_of(headings[column]) not in _OF_A_CHILD]
        # The month of a list is said outside it, or in a column of its own, which is read here without quoting it.
        header = replace(found.header, columns={"team": self._team})
        self._dating = Dating(replace(found, header=header, rows=()), file_name, problems, "no_month_of_children")
        self._counts, self._types = Counts(), TypesOfChildren(found)
        self._seen: dict[tuple[dt.date, _Child], set[str]] = {}

    def _columns(self, kind: str) -> list[int]:
        return [column for column, heading in self._found.header.headings.items() if is_case_heading(heading, kind)]

    def counted(self) -> tuple[TeamTable, WorkerList]:
        """What the list gives by team, and by worker."""
        rows = self._found.rows
        end = max((row for row in rows if self._said(row, self._team) and not self._is_line(row)), default=-1)
        for row in rows:
            if row > end and self._is_line(row):
                self._counts.lines += 1
            else:
                self._count(row)
        sheet = self._found.sheet.name
        self._counts.say(sheet, self._team, self._problems)
        self._say_columns()
        plan = Plan(self._team, {"allocated": self._worker, "unallocated": self._worker})
        teams = [self._row(team) for team in self._counts.teams.values()]
        workers = self._counts.workers(sheet, self._worker)
        return TeamTable(self._found, plan, teams, [], self._counts.waiting_apart()), WorkerList(self._found, workers)

    def _said(self, row: int, column: int) -> str:
        cell = self._found.cell(row, column)
        return " ".join(cell.split()) if isinstance(cell, str) else text(cell)

    def _is_line(self, row: int) -> bool:
        """Whether a row below the list is no child but a remark in one cell, or a total in two. A code is a child."""
        told = [self._said(row, column) for column in self._found.header.headings]
        first, *more = [cell for cell in told if cell] or [""]
        if len(more) > 1:
            return False
        return is_total(first) or (not more and (" " in first or not any(map(str.isdigit, first))))

    def _count(self, row: int) -> None:
        child = tuple(self._said(row, column) for column in self._child)
        has_id = any(child[place] for place in self._ids)
        if not any(child) or (not has_id and any(is_total(told) for told in child)):
            return
        closed = self._closing.is_closed(row)
        when = None if closed else self._when(row)
        if closed or (when and self._closing.is_ended(row, when)):
            self._counts.closed += 1
            return
        if when is None:
            return
        if self._closing.is_opened_after(row, when):
            self._counts.later += 1
            return
        self._closing.say_unclear(row, when, self._problems)
        child = self._told_apart_by(child, row)
        team = self._said(row, self._team)
        waits = self._holders.waits(row, team, when, self._problems)
        if team and not is_waiting(team):
            self._count_in(team, self._holders.worker(row), waits, child, row, when)
        elif waits:
            self._count_apart(child, row, when)
        else:
            self._say("child_without_team", row, self._team)

    def _count_apart(self, child: _Child, row: int, when: When) -> None:
        teams = self._seen.setdefault((when.month, child), set())
        if "" in teams:
            self._counts.repeated += 1
            return
        teams.add("")
        first, number = self._counts.apart.get(when.month, (row, 0))
        self._counts.apart[when.month] = (first, number + 1)

    def _told_apart_by(self, child: _Child, row: int) -> _Child:
        """What tells this child from the others: an id, else all that is there; else the row, so that each counts."""
        ids = tuple(child[place] for place in self._ids)
        if any(ids):
            return ids
        shared = [place for place in self._shared if child[place]]
        alone = len(shared) == 1 and sum(map(bool, child)) == 1
        return (*child, str(row)) if alone else child

    def _when(self, row: int) -> When | None:
        for column in self._months:
            cell = self._found.dated(row, column)
            when = in_cell(cell)
            if when:
                # The first of a month in a column of months stands for the month.
                first = column == self._month and when.day == when.month
                return When(when.month) if first else when
            if not is_blank(cell):
                self._say("month_of_child_unreadable", row, column)
                return None
        return self._dating.of(row)

    def _count_in(self, name: str, worker: str, waits: bool, child: _Child, row: int, when: When) -> None:
        teams = self._seen.setdefault((when.month, child), set())
        key = (when.month, name.casefold())
        is_again = key[1] in teams
        self._types.see(key, child, row, waits=waits, again=is_again)
        if is_again:
            self._counts.repeated += 1
            return
        if teams - {""}:
            self._say("child_in_two_teams", row, self._team)
        teams.add(key[1])
        team = self._counts.teams.setdefault(key, CountedTeam(when.month, when.day, name, row))
        if waits:
            team.waiting += 1
            return
        self._counts.named = self._counts.named or bool(worker and not is_code(worker))
        code = code_for(worker, self._key) if worker else ""
        team.workers[code] = team.workers.get(code, 0) + 1

    def _row(self, team: CountedTeam) -> TeamRow:
        allocated, waiting = float(sum(team.workers.values())), float(team.waiting)
        types = self._types.of((team.month, team.name.casefold()))
        figures: dict[str, float | None] = {"allocated": allocated, "unallocated": waiting, **types}
        return TeamRow(self._found.sheet.name, team.row, team.month, team.day, team.name, None, None, figures)

    def _say(self, code: str, row: int, column: int) -> None:
        self._problems.add(code, sheet=self._found.sheet.name, place=(row, column))

    def _say_columns(self) -> None:
        """What is said of the columns by their headings: no cell of theirs is told."""
        headings = self._found.header.headings
        read = {*self._child, *self._holders.columns, *self._months, self._team, self._worker, *self._closing.columns}
        read |= {column for column, heading in headings.items() if is_type_heading(heading)}
        say_families(self._found, self._problems)
        self._closing.say_other_columns(read, self._problems)
        self._holders.say_other_columns({*read, *self._closing.columns}, self._problems)
        say_unread(self._found, self._problems, set(headings) - read)
