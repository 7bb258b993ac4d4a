"""How people are named: two words with capitals or more, none of which teams or places are called by."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from operator import and_

from loaders.layouts.found import Found
from loaders.teams.rows import is_summary, is_total
from loaders.teams.waitingnames import is_waiting
from loaders.words.vocabulary import OF_PEOPLE, known_words, words_of

_WORD = re.compile(r"[\w'’]+")
# Between a first name and a surname.
_PARTICLES = {
    "de", "da", "del", "di", "dos", "du", "la", "le", "van", "von", "den", "der", "ter", "al", "el", "ap", "bin", "ibn",
}  # fmt: skip


def are_like_people(names: Iterable[str]) -> bool:
    """Whether most names, those of totals aside, are written as people's are."""
    told = [name for name in names if name and not (is_total(name) or is_waiting(name) or is_summary(name))]
    return sum(map(is_named_like_person, told)) * 2 > len(told)


@lru_cache(maxsize=20_000)
def is_named_like_person(name: str) -> bool:
    """Whether a name is written as a person's is, and holds no word or number that teams and places have.

    >>> is_named_like_person("Anna Smith"), is_named_like_person("SMITH, A."), is_named_like_person("North East")
    (True, True, False)
    """
    parts = name.replace(",", " ").split()
    capital = [part for part in parts if part[0].isupper()]
    if not (1 < len(parts) < 6 and len(capital) > 1 and set(parts) - set(capital) <= _PARTICLES):
        return False
    if not all(re.sub(r"['’.-]", "", part).isalpha() for part in parts):
        return False
    # A letter alone is an initial.
    words = {word for word in words_of(name).split() if len(word) > 1}
    return OF_PEOPLE["not_persons"].isdisjoint(words) and known_words().isdisjoint(words)


def forename_columns(found: Found) -> list[int]:
    """The columns of first names in a list whose workers are named by their surnames in another column."""
    headings, worker = found.header.headings, found.header.columns.get("worker")
    if worker is None or words_of(headings[worker]) not in OF_PEOPLE["surnames"]:
        return []
    return [column for column, heading in headings.items() if words_of(heading) in OF_PEOPLE["forenames"]]


def holds_name(said: str) -> bool:
    """Whether a text holds two words in a row that no team, place or heading is called by: "3 (Anna Smith)".

    Whether they have capitals does not matter.
    """
    known = known_words() | OF_PEOPLE["not_persons"]
    strange = [len(word) > 1 and word.isalpha() and word.casefold() not in known for word in _WORD.findall(said)]
    return any(map(and_, strange, strange[1:]))
