"""Who of a list of workers has left by its day, begins after it, or is away: by dates, a yes or a no, or words.

Who has left and who is still to come is no worker in post. Who is away is in post, and counted as such; that is said.
"""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from collections.abc import Mapping
from enum import Enum
from pathlib import Path

from loaders.cells import flag, text
from loaders.found import Found
from loaders.grid import Cell, is_blank
from loaders.months import When, day_words, in_cell, in_title
from loaders.problems import Problems
from loaders.sidelines import is_vacancy
from loaders.unread import unread_of
from loaders.vocabulary import missing_reason, words_of

_DATA = tomllib.loads(Path(__file__).with_name("workerstate.toml").read_text(encoding="utf-8"))
_OF_WORKERS: Mapping[str, frozenset[str]] = {kind: frozenset(words) for kind, words in _DATA.items()}
# What may stand behind a heading: "Active (Y/N)".
_BEHIND = re.compile(r" (?:y n|yes no|y or n|yes or no|true false|if applicable|if known|if any)$")
_KINDS = ("left", "start", "active", "status", "away", "holds")
# Behind "Leavers".
_OF_TIME = re.compile(r"\s+(?:(?:in|this|during|since|for|of) .*|\d.*)$", re.IGNORECASE)
# What is said behind a name: "Anna Smith (mat leave)", "Anna Smith - left".
_BEHIND_NAME = re.compile(
    r"(?P<name>[^()\[\]]*[^()\[\]\s-])\s*(?:[(\[](?P<inside>[^()\[\]]+)[)\]]|\s[-–—*]+\s*(?P<after>.+))"
)
# Who leaves on a day has left from then on.
_LEAVES = re.compile(
    r"(?:left|leaver|leaving|leaves|ended|ends|finished|finishes|finishing|terminated|last (?:working )?day|retired"
    r"|retires|retiring|resigned|contract (?:ended|ends))\b(?P<day>.*\d.*)",
    re.IGNORECASE,
)

# Who starts on a day is to come until then; the day may have no year.
_STARTS = re.compile(
    r"(?:due to |will )?(?:starts?|starting|joins?|joining|commences?|commencing|begins?|new starter|start date)\b"
    r"(?P<day>.*\d.*)",
    re.IGNORECASE,
)
_DAY_OF_MONTH = re.compile(r"\b\d{1,2}(?:st|nd|rd|th)?(?: of)? [a-z]{3,9}\b|\b\d{1,2}/\d{1,2}\b", re.IGNORECASE)


class State(Enum):
    """Whether a worker is in post."""

    LEFT = "left"
    LATER = "to come"
    AWAY = "away"
    WITHOUT_CASES = "without cases"
    THERE = "there"
    UNCLEAR = "unclear"


class WorkerStates:
    """The columns of a list that say who is in post, and what they say of a row."""

    def __init__(self, found: Found, problems: Problems) -> None:
        """Of the headings of a list of workers; a column of figures says nothing."""
        self._found, self._problems = found, problems
        named = {place for name, place in found.header.columns.items() if name not in ("active", "workers", "leavers")}
        kinds = {
            column: kind for column, told in found.header.headings.items()
            if column not in named and (kind := _kind_of(told))
        }  # fmt: skip
        self._kinds = {column: kind for column, kind in kinds.items() if not _holds_figures(found, column, kind)}
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
        limit = when.day or _last_day(when.month)
        told = {column: self._state(row, column, limit) for column in sorted(self.columns)}
        told |= {column: self._remarked(row, column, limit) for column in self._remarks}
        told[self._found.header.columns["worker"]] = _behind(name, limit)
        for state in (State.LEFT, State.LATER, State.AWAY, State.WITHOUT_CASES):
            column = next((column for column, said in told.items() if said is state), None)
            if column is not None:
                if state in (State.LEFT, State.LATER):
                    self.say_gone(row, column, state)
                return state
        for column in (column for column, said in told.items() if said is State.UNCLEAR):
            self._problems.add("worker_state_unclear", sheet=self._found.sheet.name, place=(row, column))
        return State.THERE

    def says_state(self, row: int) -> bool:
        """Whether a row says in words whether somebody is in post: "Left", "Active"; "Vacant" does not."""
        told = [text(self._found.cell(row, column)) for column in self.columns]
        return any(_in_words(said, dt.date.max) is not State.UNCLEAR for said in told if said)

    def _is_known(self, column: int) -> bool:
        """Whether a column of states is one of who is in post: "Green" and "Over" are not."""
        cells = {text(cell) for cell in self._found.column(column)}
        return any(_in_words(cell, dt.date.max) is not State.UNCLEAR for cell in cells if cell)

    def _state(self, row: int, column: int, limit: dt.date) -> State | None:
        kind, cell = self._kinds[column], self._found.dated(row, column)
        if is_blank(cell):
            return None
        day = _day_in(cell)
        if day and kind in ("left", "start", "away"):
            return _by_day(kind, day, limit)
        said = flag(cell)[0]
        if said is not None and kind != "status":
            return _by_flag(kind, said)
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
        return state if state in (State.AWAY, State.LATER) else None

    def _in_words(self, said: str, limit: dt.date) -> State:
        key = said, limit
        if key not in self._said:
            self._said[key] = _in_words(said, limit)
        return self._said[key]

    def say_gone(self, row: int, column: int, state: State = State.LEFT) -> None:
        """Say that a worker is not in post on the day of the list."""
        day = _day_in(self._found.dated(row, column))
        if state is State.LATER:
            said = f"begins on {day_words(day)}" if day else "is still to begin"
        else:
            said = f"left on {day_words(day)}" if day else "has left"
        self._problems.add("worker_not_in_post", sheet=self._found.sheet.name, place=(row, column), said=said)


def section_of(line: str) -> State | None:
    """Whom the rows below a line are of: those who left, below "Leavers this month", or who are away."""
    state = _in_words(_OF_TIME.sub("", line.rstrip(": ")), dt.date.max)
    return state if state in (State.LEFT, State.AWAY) else None


def is_no_team(name: str) -> bool:
    """Whether what stands in a team's place is none, but says that its workers have left or are away."""
    return is_vacancy(name) or words_of(name) in _OF_WORKERS["has_left"]


def without_state(name: str) -> str:
    """A worker's name without what is said behind it of who is in post: "Anna Smith" of "Anna Smith (mat leave)"."""
    parts = _BEHIND_NAME.fullmatch(name)
    return parts["name"] if parts and _behind(name, dt.date.max) else name


def _behind(name: str, limit: dt.date) -> State | None:
    """What a name says: somebody without one, who begins on a day, may still be to come."""
    parts = _BEHIND_NAME.fullmatch(name)
    unnamed = words_of(parts["name"] if parts else name) in _OF_WORKERS["unnamed"]
    if parts is None:
        return State.UNCLEAR if unnamed else None
    said = parts["inside"] or parts["after"]
    day = _day_said(said, limit) if unnamed else None
    state = _by_day("start", day, limit) if day else _in_words(said, limit)
    return state if state in (State.LEFT, State.LATER, State.AWAY) else None


def _day_said(said: str, limit: dt.date) -> dt.date | None:
    """The day that a text names; without a year it is the one nearest to the day of the list."""
    when = in_title(said)
    if when is None and (found := _DAY_OF_MONTH.search(said)):
        gap = "/" if "/" in found.group() else " "
        days = (in_title(f"{found.group()}{gap}{limit.year + more}") for more in (-1, 0, 1))
        near = [one.day for one in days if one and one.day]
        return min(near, key=lambda day: abs((day - limit).days), default=None)
    return (when.day or _last_day(when.month)) if when else None


def _kind_of(heading: str) -> str | None:
    words = _BEHIND.sub("", words_of(heading))
    return next((kind for kind in _KINDS if words in _OF_WORKERS[kind]), None)


def _holds_figures(found: Found, column: int, kind: str) -> bool:
    """Whether a column that may say who is in post holds numbers: of children, say, or of days; a date is none."""
    if kind == "start":
        return False
    cells = [cell for cell in found.column(column) if not is_blank(cell)]
    figures = {float(cell) for cell in cells if type(cell) in (int, float) and not _day_in(cell)}  # type: ignore[arg-type]
    return not figures <= {0.0, 1.0}


def _day_in(cell: Cell) -> dt.date | None:
    when = in_cell(cell)
    return (when.day or _last_day(when.month)) if when else None


def _last_day(month: dt.date) -> dt.date:
    return (month.replace(day=28) + dt.timedelta(days=4)).replace(day=1) - dt.timedelta(days=1)


def _by_day(kind: str, day: dt.date, limit: dt.date) -> State:
    if kind == "start":
        return State.LATER if day > limit else State.THERE
    gone = State.LEFT if kind == "left" else State.AWAY
    return gone if day <= limit else State.THERE


def _by_flag(kind: str, said: bool) -> State:
    if kind == "active":
        return State.THERE if said else State.LEFT
    if kind == "left":
        return State.LEFT if said else State.THERE
    if kind == "holds":
        return State.THERE if said else State.WITHOUT_CASES
    return State.AWAY if said and kind == "away" else State.THERE


_WORDS: Mapping[State, frozenset[str]] = {State.LEFT: _OF_WORKERS["has_left"], State.THERE: _OF_WORKERS["is_there"]}


def _in_words(said: str, limit: dt.date) -> State:
    """What a text says of who is in post on a day."""
    words = words_of(said)
    for state, known in _WORDS.items():
        if words in known:
            return state
    for kind, pattern in (("left", _LEAVES), ("start", _STARTS)):
        moves = pattern.match(said.strip())
        if moves and (day := _day_said(moves["day"], limit)):
            return _by_day(kind, day, limit)
    padded = f" {words} "
    if any(f" {word} " in padded for word in _OF_WORKERS["not_away"]):
        return State.UNCLEAR
    return State.AWAY if any(f" {word} " in padded for word in _OF_WORKERS["of_away"]) else State.UNCLEAR
