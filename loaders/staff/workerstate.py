"""Who of a list of workers has left by its day, begins after it, or is away: by dates, a yes or a no, or words.

Who has left and who is still to come is no worker in post. Who is away is in post, and counted as such; that is said.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping

from loaders.dates.months import When, day_words
from loaders.files.cells import flag, text
from loaders.files.grid import is_blank
from loaders.layouts.found import Found
from loaders.problems import Problems
from loaders.staff.workerwords import (
    State,
    behind_name,
    by_day,
    by_flag,
    day_in,
    day_said,
    in_words,
    last_day,
    said_behind,
    why_away,
)
from loaders.teams.unread import unread_of
from loaders.words.missing import missing_reason
from loaders.words.phrases import patterns, word_lists
from loaders.words.vocabulary import words_of

# What may stand behind a heading: "Active (Y/N)".
_BEHIND = re.compile(rf" {patterns(__file__, 'behind_headings')['behind']}$")
_KINDS = word_lists(__file__, "states")
# In a remark only these are of the worker: "closed" may be said of a case.
_OF_LEAVING = re.compile(patterns(__file__, "remarks")["of_leaving"], re.IGNORECASE)


class WorkerStates:
    """The columns of a list that say who is in post, and what they say of a row."""

    def __init__(self, found: Found, problems: Problems) -> None:
        """Of the headings of a list of workers; a column of figures says nothing."""
        self._found, self._problems = found, problems
        self._kinds = state_columns(found)
        self._known = {column: self._is_known(column) for column, kind in self._kinds.items() if kind == "status"}
        told = {found.header.columns[name] for name in ("role", "note") if name in found.header.columns}
        self._remarks = sorted({*unread_of(found), *told} - self._kinds.keys())
        # What each text says, for as long as the list is read.
        self._said: dict[tuple[str, dt.date], State] = {}

    @property
    def columns(self) -> set[int]:
        """The columns that are read, if only to see that everybody is in post."""
        return {column for column in self._kinds if self._known.get(column, True)}

    def of(self, row: int, when: When, name: str) -> State:
        """Whether a worker is in post on the day of the list, by the name and the row; said if not, or if not clear."""
        limit = when.day or last_day(when.month)
        told = {column: self._state(row, column, limit) for column in sorted(self.columns)}
        told |= {column: self._remarked(row, column, limit) for column in self._remarks}
        told[self._found.header.columns["worker"]] = said_behind(name, limit)
        for state in (State.LEFT, State.LATER, State.AWAY, State.WITHOUT_CASES):
            column = next((column for column, said in told.items() if said is state), None)
            if column is not None:
                if state in (State.LEFT, State.LATER):
                    self.say_gone(row, column, state)
                return self._why(row, name, told) if state is State.AWAY else state
        for column in (column for column, said in told.items() if said is State.UNCLEAR):
            self._problems.add("worker_state_unclear", sheet=self._found.sheet.name, place=(row, column))
        return State.THERE

    def _why(self, row: int, name: str, told: Mapping[int, State | None]) -> State:
        """Why a worker is away, by every column that says so: sick, or for another reason."""
        headings = self._found.header.headings
        named = self._found.header.columns["worker"]
        for column in (column for column, said in told.items() if said is State.AWAY):
            said = behind_name(name) if column == named else text(self._found.cell(row, column))
            if why_away(said, headings.get(column, "") if column in self._kinds else "") is State.SICK:
                return State.SICK
        return State.AWAY

    def says_state(self, row: int) -> bool:
        """Whether a row says in words whether somebody is in post: "Left", "Active"; "Vacant" does not."""
        told = [text(self._found.cell(row, column)) for column in self.columns]
        return any(in_words(said, dt.date.max) is not State.UNCLEAR for said in told if said)

    def _is_known(self, column: int) -> bool:
        """Whether a column of states is one of who is in post: "Green" and "Over" are not."""
        cells = {text(cell) for cell in self._found.column(column)}
        return any(in_words(cell, dt.date.max) is not State.UNCLEAR for cell in cells if cell)

    def _state(self, row: int, column: int, limit: dt.date) -> State | None:
        kind, cell = self._kinds[column], self._found.dated(row, column)
        if is_blank(cell):
            return None
        day = day_in(cell) or (day_said(cell, limit) if isinstance(cell, str) and kind in ("left", "start") else None)
        if day and kind in ("left", "start", "away"):
            return by_day(kind, day, limit)
        said = flag(cell)[0]
        if said is not None and kind != "status":
            return by_flag(kind, said)
        if kind == "start" or missing_reason(text(cell)):
            return None
        if kind == "holds":
            return None
        state = self._in_words(text(cell), limit)
        return State.AWAY if kind == "away" and state is State.UNCLEAR else state

    def _remarked(self, row: int, column: int, limit: dt.date) -> State | None:
        """What a remark says; most say nothing of it."""
        cell = self._found.cell(row, column)
        state = self._in_words(cell, limit) if isinstance(cell, str) and cell else None
        gone = state is State.LEFT and _OF_LEAVING.match(text(cell)) is not None
        return state if gone or state in (State.AWAY, State.LATER, State.WITHOUT_CASES) else None

    def _in_words(self, said: str, limit: dt.date) -> State:
        key = said, limit
        if key not in self._said:
            self._said[key] = in_words(said, limit)
        return self._said[key]

    def say_gone(self, row: int, column: int, state: State = State.LEFT) -> None:
        """Say that a worker is not in post on the day of the list."""
        day = day_in(self._found.dated(row, column))
        if state is State.LATER:
            said = f"begins on {day_words(day)}" if day else "is still to begin"
        else:
            said = f"left on {day_words(day)}" if day else "has left"
        self._problems.add("worker_not_in_post", sheet=self._found.sheet.name, place=(row, column), said=said)


def state_columns(found: Found) -> dict[int, str]:
    """The columns of a list that say who is in post or away, each by its key in ``words.toml``."""
    named = {place for name, place in found.header.columns.items() if name not in ("active", "workers", "leavers")}
    kinds = {
        column: kind for column, told in found.header.headings.items()
        if column not in named and (kind := _kind_of(told))
    }  # fmt: skip
    return {column: kind for column, kind in kinds.items() if not _holds_figures(found, column, kind)}


def _kind_of(heading: str) -> str | None:
    words = _BEHIND.sub("", words_of(heading))
    return next((kind for kind, its in _KINDS.items() if words in its), None)


def _holds_figures(found: Found, column: int, kind: str) -> bool:
    """Whether a column that may say who is in post holds numbers: of children, say, or of days; a date is none."""
    if kind == "start":
        return False
    cells = [cell for cell in found.column(column) if not is_blank(cell)]
    figures = {float(cell) for cell in cells if type(cell) in (int, float) and not day_in(cell)}  # type: ignore[arg-type]
    return not figures <= {0.0, 1.0}
