"""What stands in a worker's place where no worker holds the cases: the words stand in ``words.toml``."""

from __future__ import annotations

import re
from enum import Enum
from functools import lru_cache

from loaders.staff.personnames import holds_name, is_named_like_person
from loaders.words.phrases import patterns, word_lists
from loaders.words.vocabulary import plain


class Nobody(Enum):
    """Who stands in a worker's place and is none."""

    UNNAMED = "nobody"
    DESK = "a manager, a duty desk or the team"
    DOUBTED = "a word such as that for a pool"


_PLACES = patterns(__file__, "nobody")
_TEAM = patterns(__file__, "teams", mark="[a-z0-9]{1,2}")["team"]
_UNNAMED = word_lists(__file__, "nobody")["unnamed"]
_DESK_WORDS = word_lists(__file__, "desk_words")
_VACANT = re.compile(patterns(__file__, "vacant_names")["vacant"], re.IGNORECASE)
# Somebody who covers a vacancy is no vacancy.
_COVERS = re.compile(patterns(__file__, "covering")["covers"], re.IGNORECASE)
# The same in another column of the row; "covering a vacancy" says that somebody does.
_BESIDE = patterns(__file__, "beside_names")
_VACANT_BESIDE = re.compile(rf"(?!.*\bcover){_BESIDE['vacant_beside']}|{_BESIDE['gone']}")
_MANAGER = re.compile(patterns(__file__, "managers")["title"])
_OF_WORKER = "|".join(_DESK_WORDS["of_worker"])
_DESK = re.compile(rf"{_PLACES['desks']}|(?!.*\b(?:{_OF_WORKER})\b){_TEAM}")
_DOUBTED = re.compile(rf"{_PLACES['doubted']}|z{{2,}}|([a-z])\1\1+")
_PARTS = re.compile(r"[()\[\]:/]|\s[-–—]\s")


def is_nobody(name: str, team: str = "") -> bool:
    """Whether a worker's name says that there is none: a vacant post, children who wait, a manager, ``team`` itself."""
    return nobody_of(name, team) is not None


@lru_cache(maxsize=20_000)
def nobody_of(name: str, team: str = "") -> Nobody | None:
    """Who stands in a worker's place instead of one; ``None`` for somebody.

    >>> nobody_of("Awaiting SW"), nobody_of("TM - Anna Smith"), nobody_of("In transfer"), nobody_of("Anna Smith")
    (<Nobody.UNNAMED: 'nobody'>, <Nobody.DESK: 'a manager, a duty desk or the team'>, \
<Nobody.DOUBTED: 'a word such as that for a pool'>, None)
    """
    words, told = plain(name), _letters(name)
    unnamed = {words, told} & _UNNAMED
    if unnamed or not told or is_vacant(name) or re.search(r"\bunallocated\b", words):
        return Nobody.UNNAMED
    if _DESK.fullmatch(told) or _is_desk(name, told) or any(map(is_managers_title, _PARTS.split(name))):
        return Nobody.DESK
    if told.removesuffix(" team") == _letters(team).removesuffix(" team"):
        return Nobody.DESK
    own = _letters(name.replace("'", "").replace("’", "")).removeprefix(f"{_letters(team)} ")
    return Nobody.DOUBTED if _DOUBTED.fullmatch(own) else None


def is_managers_title(said: str) -> bool:
    """Whether a text is the title of a manager and no more: "Asst. Team Mgr"."""
    return _MANAGER.fullmatch(_letters(said)) is not None


def _is_desk(name: str, told: str) -> bool:
    if _DESK_WORDS["of_desk"].isdisjoint(told.split()):
        return False
    parts = (part.strip() for part in re.split(r"[()\[\]:–/-]", name))
    return not (holds_name(name) or any(part and is_named_like_person(part) for part in parts))


def _letters(name: str) -> str:
    return " ".join(re.sub(r"[\W_]+", " ", name.casefold()).split())


def is_vacant(name: str) -> bool:
    """Whether a worker's name says that the post is vacant."""
    return bool(_VACANT.fullmatch(name)) and not _COVERS.fullmatch(name)


def says_vacant(told: str) -> bool:
    """Whether what stands beside a worker's name says that the post is vacant, or the worker gone: "Left 12/1/25"."""
    return bool(_VACANT_BESIDE.fullmatch(_letters(told)))
