"""Who holds each child of a list, by the worker's name and by every column that says so; each choice is said.

A case has a named social worker. One that only a manager, a duty desk or the team holds is unallocated. Only the places
of cells are told, never what is in them.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from loaders.children.allocation import Held, kind_of, may_be_of_it, said_below, says_unallocated
from loaders.children.casestate import manager_columns
from loaders.children.casetypes import is_type_heading
from loaders.dates.months import When
from loaders.files.cells import flag, quoted, text
from loaders.files.grid import Cell, is_blank
from loaders.layouts.found import Found
from loaders.problems import Problems
from loaders.staff.nobody import Nobody, nobody_of
from loaders.staff.workerwords import State, last_day, said_behind, without_state
from loaders.words.vocabulary import is_case_heading

# What is said of a child who waits for what a column says, though somebody is named.
_WAITS = {Held.BY_NOBODY: "waits_by_column", Held.BY_DESK: "desk_by_column"}
# "Anna Smith (left)", and "New starter", of whom nobody knows the name.
_GONE: Mapping[State | None, str] = {
    State.LEFT: "worker_of_child_left",
    State.LATER: "doubted_of_child",
    State.UNCLEAR: "doubted_of_child",
}
_BESIDE = {Held.UNCLEAR: "allocation_unclear", Held.BY_OTHER_POST: "other_post_of_child"}


class Holders:
    """The columns of a list of children that say who holds a case, and what they say of a row."""

    def __init__(self, found: Found, team: int, worker: int) -> None:
        """Of the headings of a list; a column of nothing but blanks says nothing of any row."""
        self._found, self._worker = found, worker
        headings = found.header.headings
        filled = {
            column: heading
            for column, heading in headings.items()
            if column not in (team, worker) and not all(map(is_blank, found.column(column)))
        }
        self._managers = manager_columns(found)
        kinds = {column: kind_of(heading) for column, heading in filled.items() if column not in self._managers}
        self._kinds = {column: kind for column, kind in kinds.items() if kind}
        # A status or a type of case may say that the child waits, among much else.
        self._states = [
            column
            for column, heading in filled.items()
            if column not in self._kinds and (is_case_heading(heading, "status") or is_type_heading(heading))
        ]
        self._said: dict[tuple[str, Cell], Held] = {}
        self.columns: set[int] = {*self._managers, *self._kinds}

    def waits(self, row: int, team: str, when: When, problems: Problems) -> bool:
        """Whether a child has no worker; what was chosen is said."""
        name = self.name(row)
        managers = {self._text(row, column).casefold() for column in self._managers}
        nobody = Nobody.DESK if name.casefold() in managers else nobody_of(name, team)
        if not name or nobody:
            self._say_nobody(row, nobody if name else None, problems)
            return True
        gone = _GONE.get(said_behind(name, when.day or last_day(when.month)))
        if gone:
            self._say(gone, row, self._worker, problems)
            return True
        told = {column: self._below(kind, row, column) for column, kind in self._kinds.items()}
        told |= {column: Held.BY_NOBODY for column in self._states if says_unallocated(self._text(row, column))}
        for column, held in told.items():
            if held in _WAITS:
                self._say(_WAITS[held], row, column, problems)
                return True
        for column, held in told.items():
            if held in _BESIDE:
                code = "allocation_day_blank" if self._kinds.get(column) == "since" else _BESIDE[held]
                self._say(code, row, column, problems)
        return False

    def name(self, row: int) -> str:
        """What stands in the worker's place."""
        return self._text(row, self._worker)

    def worker(self, row: int) -> str:
        """The worker's name, without what is said behind it: "Anna Smith" of "Anna Smith (mat leave)"."""
        return without_state(self.name(row))

    def say_other_columns(self, read: set[int], problems: Problems) -> None:
        """Warn of each column that may say which children wait, by its heading or its cells, and is not read."""
        found = self._found
        for column, heading in found.header.headings.items():
            if column in read or column in self.columns or column in self._states:
                continue
            cells = {cell for cell in found.column(column) if not is_blank(cell)}
            yes_or_no = any(flag(cell)[0] is not None for cell in cells)
            if (may_be_of_it(heading) and yes_or_no) or any(map(says_unallocated, filter(_is_text, cells))):  # type: ignore[arg-type]
                place = (found.header.last, column)
                problems.add("allocation_not_read", sheet=found.sheet.name, place=place, heading=quoted(heading))

    def _text(self, row: int, column: int) -> str:
        cell = self._found.cell(row, column)
        return " ".join(cell.split()) if isinstance(cell, str) else text(cell)

    def _below(self, kind: str, row: int, column: int) -> Held:
        cell = self._found.dated(row, column)
        if isinstance(cell, dt.date):
            return said_below(kind, cell)
        if (kind, cell) not in self._said:
            self._said[kind, cell] = said_below(kind, cell)
        return self._said[kind, cell]

    def _say_nobody(self, row: int, nobody: Nobody | None, problems: Problems) -> None:
        """Of whoever is no worker; and of a column that says the child has one all the same."""
        if nobody is Nobody.DESK:
            self._say("desk_of_child", row, self._worker, problems)
        elif nobody is Nobody.DOUBTED:
            self._say("doubted_of_child", row, self._worker, problems)
        for column, kind in self._kinds.items():
            if kind in ("allocated", "unallocated") and self._below(kind, row, column) is Held.BY_WORKER:
                self._say("allocated_to_nobody", row, column, problems)

    def _say(self, code: str, row: int, column: int, problems: Problems) -> None:
        problems.add(code, sheet=self._found.sheet.name, place=(row, column))


def _is_text(cell: Cell) -> bool:
    return isinstance(cell, str)
