"""What one cell beside a worker's name says of who holds a child's case: the words stand in ``words.toml``.

What a cell holds is a child's: it is looked at here, and never told.
"""

from __future__ import annotations

import re
from enum import Enum

from loaders.dates.months import in_cell
from loaders.files.cells import flag, text
from loaders.files.grid import Cell, is_blank
from loaders.staff.nobody import Nobody, is_managers_title, nobody_of
from loaders.staff.personnames import is_named_like_person
from loaders.staff.posttitles import is_other_post
from loaders.words.missing import missing_reason
from loaders.words.phrases import patterns, word_lists
from loaders.words.vocabulary import meaning_of, plain, words_of

_HEADINGS, _WORDS, _HELD = (word_lists(__file__, table) for table in ("holding", "heading_words", "held"))
_BEHIND = re.compile(rf" {patterns(__file__, 'behind_headings')['behind']}$")
_BEFORE = re.compile(rf"{patterns(__file__, 'before_holders')['before_holder']} ")
_UNALLOCATED = re.compile(patterns(__file__, "waiting")["unallocated"])
_ABOUT_IT = re.compile(rf"\b{patterns(__file__, 'about_waiting')['about_it']}\b")


class Held(Enum):
    """What a cell says of who holds a case."""

    BY_WORKER = "a worker"
    BY_NOBODY = "nobody"
    BY_DESK = "a manager, a duty desk or the team"
    BY_OTHER_POST = "a worker who is no social worker"
    UNCLEAR = "unclear"
    NOT_SAID = "not said"


def kind_of(heading: str) -> str | None:
    """Which of "allocated", "unallocated", "since" and "role" a heading of a list of children is; ``None`` for none."""
    words = _BEHIND.sub("", words_of(heading))
    kind = next((kind for kind, its in _HEADINGS.items() if words in its), None)
    return kind or ("role" if meaning_of(heading) == "role" else None)


def may_be_of_it(heading: str) -> bool:
    """Whether a heading that is not known has a word by which its column may say who is allocated."""
    words = set(words_of(heading).split())
    return not words.isdisjoint(_WORDS["may_say"]) and words.isdisjoint(_WORDS["of_another"])


def said_below(kind: str, cell: Cell) -> Held:
    """What a cell says below a heading of a kind.

    >>> said_below("allocated", "N"), said_below("unallocated", "Y"), said_below("allocated", "Held by TM")
    (<Held.BY_NOBODY: 'nobody'>, <Held.BY_NOBODY: 'nobody'>, <Held.BY_DESK: 'a manager, a duty desk or the team'>)
    """
    if kind == "role":
        return _by_title(text(cell))
    if is_blank(cell):
        return Held.UNCLEAR if kind == "since" else Held.NOT_SAID
    if kind == "since":
        return Held.NOT_SAID if in_cell(cell) else _by_words(text(cell))
    said, clear = flag(cell)
    if clear and said is not None:
        return Held.BY_WORKER if said is (kind == "allocated") else Held.BY_NOBODY
    if kind == "unallocated" and missing_reason(text(cell)):
        return Held.NOT_SAID
    return _by_words(text(cell))


def says_unallocated(said: str) -> bool:
    """Whether a text, below whatever heading, says in so many words that a child waits for a worker."""
    return _ABOUT_IT.search(words_of(said)) is not None and _UNALLOCATED.fullmatch(plain(said)) is not None


def _by_words(said: str) -> Held:
    words = words_of(said)
    if words in _HELD["has_none"] or _UNALLOCATED.fullmatch(plain(said)):
        return Held.BY_NOBODY
    if words in _HELD["has_worker"] or is_named_like_person(said):
        return Held.BY_WORKER
    if missing_reason(said):
        return Held.UNCLEAR
    nobody = nobody_of(said) or nobody_of(_BEFORE.sub("", words, count=1))
    if nobody:
        return Held.BY_DESK if nobody is Nobody.DESK else Held.BY_NOBODY
    return Held.BY_WORKER if plain(said).split()[:1] == ["allocated"] else Held.UNCLEAR


def _by_title(said: str) -> Held:
    if is_managers_title(said):
        return Held.BY_DESK
    return Held.BY_OTHER_POST if is_other_post(said) else Held.NOT_SAID
