"""Names that may be children's: by a first name, initials, a long number or a date, where those of teams have none."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache
from pathlib import Path

from loaders.staff.personnames import holds_name, is_named_like_person
from loaders.words.vocabulary import OF_PEOPLE, known_words, words_of

_DATA = tomllib.loads(Path(__file__).with_name("forenames.toml").read_text(encoding="utf-8"))
_FORENAMES, _OF_PLACES = frozenset(_DATA["forenames"]), frozenset(_DATA["of_places"])
# "A.B.", "J S"; two capitals alone are rather the short name of a team.
_INITIALS = re.compile(r"(?:[A-Z]\.\s?){1,3}[A-Z]?|[A-Z](?: [A-Z]){1,2}")
_NUMBER = re.compile(r"\d{5}|\d{1,2}[/.-]\d{1,2}[/.-]\d{2}")


def names_team(name: str) -> bool:
    """Whether a name holds a word that only teams are called by.

    >>> names_team("Ava team"), names_team("Ava Green")
    (True, False)
    """
    return not OF_PEOPLE["of_teams"].isdisjoint(words_of(name).split())


@lru_cache(maxsize=20_000)
def is_surely_somebodys(name: str) -> bool:
    """Whether a name holds what no team's does: a first name, initials, a long number or a date of birth.

    >>> [is_surely_somebodys(name) for name in ("Ava", "Leo West", "A.B.", "Ash")]
    [True, True, True, False]
    """
    words = words_of(name).split()
    if names_team(name) or not words:
        return False
    if _INITIALS.fullmatch(name) or _NUMBER.search(name):
        return True
    return words[0] in _FORENAMES and _OF_PLACES.isdisjoint(words)


@lru_cache(maxsize=20_000)
def may_be_somebodys(name: str) -> bool:
    """Whether a name is surely somebody's, or two words as a first name and a surname are, whatever their capitals."""
    if is_surely_somebodys(name):
        return True
    return not names_team(name) and (is_named_like_person(name) or holds_name(name))


def is_no_known_word(name: str) -> bool:
    """Whether a name is one word, of letters only, that no team, place or heading is known to be called by."""
    word = words_of(name)
    return word.isalpha() and word not in known_words() and word not in OF_PEOPLE["not_persons"]


def may_name_somebody(names: Iterable[str]) -> bool:
    """Whether some of the names of a table, but not all, may be somebody's."""
    told = set(names)
    return 0 < sum(map(may_be_somebodys, told)) < len(told)


def may_stand_apart(names: Sequence[str], rows: Sequence[int]) -> bool:
    """Whether below a blank row of a table there is a name that was not above it, and of which nothing is known.

    ``rows`` are the places of the names.
    """
    if not rows or rows[-1] - rows[0] + 1 == len(rows):
        return False
    gap = next(place for place in range(1, len(rows)) if rows[place] > rows[place - 1] + 1)
    return any(map(is_no_known_word, {*names[gap:]} - {*names[:gap]}))


def are_peoples(names: Collection[str]) -> bool:
    """Whether most names, such as those of measures, are people's; what is counted is mostly in the plural."""
    like = [one for one in names if is_named_like_person(one) or is_surely_somebodys(one)]
    return len(like) * 2 > len(names) and sum(not one.endswith("s") for one in like) * 2 > len(like)
