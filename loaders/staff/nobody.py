"""What stands in a worker's place where no worker holds the cases: the words stand in ``nobody.toml``."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from enum import Enum
from functools import lru_cache
from pathlib import Path

from loaders.staff.personnames import holds_name, is_named_like_person
from loaders.words.vocabulary import plain

_DATA: Mapping[str, Sequence[str]] = tomllib.loads(Path(__file__).with_name("nobody.toml").read_text(encoding="utf-8"))


class Nobody(Enum):
    """Who stands in a worker's place and is none."""

    UNNAMED = "nobody"
    DESK = "a manager, a duty desk or the team"
    DOUBTED = "a word such as that for a pool"


_VACANT = re.compile(
    r".*\b(?:vacan(?:t|cy|cies)|unfilled|to be recruited|recruiting|recruitment|tbc|tba|not filled"
    r"|post frozen|frozen post|out to advert(?:isement)?|advertised|post deleted|deleted post)\b.*|vac|leavers?|0",
    re.IGNORECASE,
)
# Somebody who covers a vacancy is no vacancy.
_COVERS = re.compile(r".*\bcover(?:s|ing)?\b.*\b(?:vacan|unfilled|post).*", re.IGNORECASE)
# The same in another column of the row; "covering a vacancy" says that somebody does.
_VACANT_BESIDE = re.compile(
    r"(?:(?:currently|post|position|is|now|this|still|being|re) )*(?:vac|vacant|vacancy|unfilled|not filled|frozen"
    r"|deleted|advertised|out to advert|to be recruited|recruiting|in recruitment|leaver)\b(?!.*\bcover).*"
    r"|(?:has )?left(?: (?:on |in )?(?:\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec).*"
    r"| (?:the )?(?:post|service|council|team|role|authority|la|organisation|employment)\b.*)?"
)


def _one_of(words: Sequence[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


_MANAGER = re.compile(rf"(?:(?:{_one_of(_DATA['before_managers'])}) )*(?:{_one_of(_DATA['managers'])})")
_DESK = re.compile(
    rf"(?:{_one_of(_DATA['desks'])})"
    r"|.*\bmanagers?\b.*|(?:tm|atm)(?: [a-z]+)?|.+ [ad]?tm"
    r"|(?!.*\b(?:sw|worker|social|staff)\b).*\bteam(?: [a-z0-9]{1,2})?"
    r"|(?:the )?(?:team )?duty(?: (?:sw|social worker|worker|team|desk|officer|list|system|inbox|cases?)(?: \d)?)?"
    r"|(?:team|manager|managers|allocations?) (?:tray|inbox|caseload|list|cases)"
)
_DOUBTED = re.compile(
    rf"(?:(?:{_one_of(_DATA['before_doubted'])}) )*(?:{_one_of(_DATA['doubted'])})"
    rf"(?: (?:{_one_of(_DATA['after_doubted'])}|\d+))*(?: (?:to|from) .*)?"
    r"|z{2,}|([a-z])\1\1+"
)
# Words of such a desk wherever they stand, unless somebody is named beside them: "Hub 1 duty", not "Anna Smith (duty)".
_OF_DESK = frozenset({"duty", "tray", "inbox", "mailbox", "pending", "screening"})
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
    unnamed = {words, told} & {*_DATA["nobody"]}
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
    if _OF_DESK.isdisjoint(told.split()):
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
