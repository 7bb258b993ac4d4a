"""What words, a day, a yes or a no say of whether a worker is in post: the words stand in ``words.toml``."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Mapping
from enum import Enum

from loaders.dates.months import in_cell, in_title
from loaders.files.grid import Cell
from loaders.teams.sidelines import is_vacancy
from loaders.words.phrases import patterns, word_lists
from loaders.words.vocabulary import words_of

_BELOW, _WITHIN = word_lists(__file__, "said_below"), word_lists(__file__, "said_within")
_UNKNOWN, _NAMELESS = word_lists(__file__, "names")["unknown_yet"], word_lists(__file__, "name_words")["nameless"]
_REASON = word_lists(__file__, "reasons_away")
_DAYS = patterns(__file__, "days")
# Behind "Leavers".
_OF_TIME = re.compile(rf"\s+(?:{patterns(__file__, 'sections')['of_time']}|\d.*)$", re.IGNORECASE)
# What is said behind a name: "Anna Smith (mat leave)", "Anna Smith - left".
_BEHIND_NAME = re.compile(
    r"(?P<name>[^()\[\]]*[^()\[\]\s-])\s*(?:[(\[](?P<inside>[^()\[\]]+)[)\]]|\s[-–—*]+\s*(?P<after>.+))"
)
# Who leaves on a day has left from then on; who starts on one is to come until then. The day may have no year.
_LEAVES, _STARTS = (re.compile(rf"{_DAYS[kind]}\b(?P<day>.*\d.*)", re.IGNORECASE) for kind in ("leaves", "starts"))
_DAY_OF_MONTH = re.compile(r"\b\d{1,2}(?:st|nd|rd|th)?(?: of)? [a-z]{3,9}\b|\b\d{1,2}/\d{1,2}\b", re.IGNORECASE)


class State(Enum):
    """Whether a worker is in post."""

    LEFT = "left"
    LATER = "to come"
    SICK = "away sick"
    AWAY = "away"
    WITHOUT_CASES = "without cases"
    THERE = "there"
    UNCLEAR = "unclear"


# Who is in post and may hold no cases: away sick, away for another reason or for one that is not said, or by the post.
IS_AWAY = frozenset({State.SICK, State.AWAY})
ASIDE = IS_AWAY | {State.WITHOUT_CASES}


class Nameless:
    """Numbers the workers of a list of whom no name is given: "Agency SW" twice in a month is two workers."""

    def __init__(self) -> None:
        """Nobody yet."""
        self._seen: Counter[tuple[dt.date, str]] = Counter()

    def told_apart(self, name: str, month: dt.date) -> str:
        """A worker's name, that of nobody with its number from the second one on."""
        words = words_of(name).split()
        if not words or not _NAMELESS.issuperset(words):
            return name
        self._seen[month, words_of(name)] += 1
        number = self._seen[month, words_of(name)]
        return f"{name} no {number}" if number > 1 else name


def section_of(line: str) -> State | None:
    """Whom the rows below a line are of: those who left, below "Leavers this month", or who are away."""
    state = in_words(_OF_TIME.sub("", line.rstrip(": ")), dt.date.max)
    if state is State.AWAY:
        return why_away(line)
    return state if state is State.LEFT else None


def why_away(*said: str) -> State:
    """Why somebody is away, by the first of some texts that gives a reason: the cell, then the heading above it.

    >>> why_away("LTS"), why_away("Y", "Off sick"), why_away("Absent"), why_away("Y", "Maternity / sick")
    (<State.SICK: 'away sick'>, <State.SICK: 'away sick'>, <State.AWAY: 'away'>, <State.AWAY: 'away'>)
    """
    reasons = (reasons_in(text) for text in said)
    return State.SICK if next(filter(None, reasons), None) == {State.SICK} else State.AWAY


def reasons_in(text: str) -> frozenset[State]:
    """The reasons for being away that a text names: sickness, others, both or, with "Absent", none."""
    padded = f" {words_of(text)} "
    found = {kind for kind, words in _REASONS.items() if any(f" {word} " in padded for word in words)}
    return frozenset(found)


def behind_name(name: str) -> str:
    """What is said behind a worker's name: "mat leave" of "Anna Smith (mat leave)"; "" for nothing."""
    parts = _BEHIND_NAME.fullmatch(name)
    return (parts["inside"] or parts["after"]) if parts else ""


def is_no_team(name: str) -> bool:
    """Whether what stands in a team's place is none, but says that its workers have left or are away."""
    return is_vacancy(name) or words_of(name) in _BELOW["has_left"]


def without_state(name: str) -> str:
    """A worker's name without what is said behind it of who is in post: "Anna Smith" of "Anna Smith (mat leave)"."""
    parts = _BEHIND_NAME.fullmatch(name)
    return parts["name"] if parts and said_behind(name, dt.date.max) else name


def said_behind(name: str, limit: dt.date) -> State | None:
    """What a name says: somebody without one, who begins on a day, may still be to come."""
    parts = _BEHIND_NAME.fullmatch(name)
    unnamed = words_of(parts["name"] if parts else name) in _UNKNOWN
    if parts is None:
        return State.UNCLEAR if unnamed else None
    said = parts["inside"] or parts["after"]
    day = day_said(said, limit) if unnamed else None
    state = by_day("start", day, limit) if day else in_words(said, limit)
    return None if state in (State.THERE, State.UNCLEAR) else state


def day_said(said: str, limit: dt.date) -> dt.date | None:
    """The day that a text names; without a year it is the one nearest to the day of the list."""
    when = in_title(said)
    if when is None and (found := _DAY_OF_MONTH.search(said)):
        gap = "/" if "/" in found.group() else " "
        days = (in_title(f"{found.group()}{gap}{limit.year + more}") for more in (-1, 0, 1))
        near = [one.day for one in days if one and one.day]
        return min(near, key=lambda day: abs((day - limit).days), default=None)
    return (when.day or last_day(when.month)) if when else None


def day_in(cell: Cell) -> dt.date | None:
    """The day that a cell holds; of a month its last one."""
    when = in_cell(cell)
    return (when.day or last_day(when.month)) if when else None


def last_day(month: dt.date) -> dt.date:
    """The last day of the month of a day."""
    return (month.replace(day=28) + dt.timedelta(days=4)).replace(day=1) - dt.timedelta(days=1)


def by_day(kind: str, day: dt.date, limit: dt.date) -> State:
    """What a day of leaving ("left"), of a start or of an absence says on the day of the list."""
    if kind == "start":
        return State.LATER if day > limit else State.THERE
    gone = State.LEFT if kind == "left" else State.AWAY
    return gone if day <= limit else State.THERE


def by_flag(kind: str, said: bool) -> State:
    """What a yes or a no says below a heading of a kind."""
    if kind == "active":
        return State.THERE if said else State.LEFT
    if kind == "left":
        return State.LEFT if said else State.THERE
    if kind == "holds":
        return State.THERE if said else State.WITHOUT_CASES
    return State.AWAY if said and kind == "away" else State.THERE


_WORDS: Mapping[State, frozenset[str]] = {State.LEFT: _BELOW["has_left"], State.THERE: _BELOW["is_there"]}
_REASONS: Mapping[State, frozenset[str]] = {
    State.SICK: _REASON["of_sickness"],
    State.AWAY: _WITHIN["of_away"] - _REASON["of_sickness"] - _REASON["of_none"],
}


def in_words(said: str, limit: dt.date) -> State:
    """What a text says of who is in post on a day."""
    words = words_of(said)
    for state, known in _WORDS.items():
        if words in known:
            return state
    for kind, pattern in (("left", _LEAVES), ("start", _STARTS)):
        moves = pattern.match(said.strip())
        if moves and (day := day_said(moves["day"], limit)):
            return by_day(kind, day, limit)
    padded = f" {words} "
    if any(f" {word} " in padded for word in _WITHIN["no_cases"]):
        return State.WITHOUT_CASES
    if any(f" {word} " in padded for word in _WITHIN["not_away"]):
        return State.UNCLEAR
    return State.AWAY if any(f" {word} " in padded for word in _WITHIN["of_away"]) else State.UNCLEAR
