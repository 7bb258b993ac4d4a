"""Names of teams that may mean a team known already: the same but for how they are written, or alike."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from rapidfuzz import fuzz

# Out of 100. Below it names of different teams look alike; above it a person still has to say so.
LIKELY = 85

_NUMBERS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_ROMAN = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_NUMERALS: Mapping[str, str] = {
    word: str(number) for words in (_NUMBERS, _ROMAN) for number, word in enumerate(words) if word
}
_SILENT = frozenset({"team", "teams", "the"})
# Words by which councils tell like teams apart: names that differ in one of them are not alike.
_COMPASS = ("north", "south", "east", "west", "central", "northern", "southern", "eastern", "western")
_TELLING = frozenset((*_COMPASS, "upper", "lower", "inner", "outer", "day", "night"))
_PART = re.compile(r"[^\W\d_]+|\d+")


@dataclass(frozen=True)
class Question:
    """A name in a file that no kept team has.

    ``likely`` are known teams that it may be, the likeliest first; ``is_plain`` says
    that the first of them is the same but for how it is written. ``others`` are the
    further teams that the file lacks. ``month`` is the name's first month in the file.
    """

    name: str
    month: date
    likely: tuple[str, ...]
    is_plain: bool
    others: tuple[str, ...]


@lru_cache(maxsize=4_000)
def plain_name(name: str) -> tuple[str, ...]:
    """The words of a name without what makes no difference: capitals, punctuation, "Team", "&", words for numbers."""
    words = _PART.findall(name.replace("&", " and ").replace("'", "").replace("’", "").casefold())
    told = [_NUMERALS.get(word, word.lstrip("0") or word) for word in words if word not in _SILENT]
    return tuple(told or words)


def are_the_same(one: str, other: str) -> bool:
    """Whether two names differ only in how they are written: "North One" and "north-1 team"."""
    return "".join(plain_name(one)) == "".join(plain_name(other))


def likeness(one: str, other: str) -> float:
    """How alike two names are, of 100; 0 where a number, a letter or a word such as North tells them apart."""
    words = plain_name(one), plain_name(other)
    if _tellers(words[0]) != _tellers(words[1]):
        return 0
    texts = [" ".join(each) for each in words]
    return max(fuzz.ratio(*texts), fuzz.token_sort_ratio(*texts))


def _tellers(words: tuple[str, ...]) -> set[str]:
    return {word for word in words if word.isdigit() or len(word) == 1 or word in _TELLING}


def questions(months: Mapping[date, Collection[str]], known: Sequence[str]) -> list[Question]:
    """What to ask of the names in a file: of each that is not ``known``, which known team it may be.

    ``months`` are the file's months with the names of their teams. A team that stands beside the
    name in a month of the file is another team.
    """
    asked = []
    first: dict[str, date] = {}
    for month in sorted(months):
        for name in months[month]:
            first.setdefault(name, month)
    for name, month in first.items():
        if name in known:
            continue
        beside = {other for names in months.values() if name in names for other in names}
        free = [team for team in known if team not in beside]
        if free:
            asked.append(_question(name, month, free))
    return asked


def _question(name: str, month: date, free: Sequence[str]) -> Question:
    same = [team for team in free if are_the_same(name, team)]
    scores = {team: likeness(name, team) for team in free if team not in same}
    alike = sorted((team for team, score in scores.items() if score >= LIKELY), key=lambda team: -scores[team])
    likely = (*same, *alike)
    return Question(name, month, likely, bool(same), tuple(team for team in free if team not in likely))
