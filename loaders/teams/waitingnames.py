"""Names that stand for children who wait, with no team."""

from __future__ import annotations

import re
from functools import lru_cache

from loaders.words.phrases import patterns, word_lists
from loaders.words.vocabulary import meaning_of, plain, words_of

_WORDS = word_lists(__file__, "waiting")
_OF_WHICH = re.compile(rf"\b{patterns(__file__, 'headings')['of_which']}\b")


@lru_cache(maxsize=20_000)
def is_waiting(name: str) -> bool:
    """Whether a name stands for children who wait, with no team: "Awaiting allocation"."""
    told = plain(name)
    return "unallocated" in told.split() or told in _WORDS["no_team"] or meaning_of(name) == "unallocated"


def is_all_waiting(name: str) -> bool:
    """Whether a name of a total is of those who wait, and of no others: "Total unallocated"."""
    return is_waiting(name) and _WORDS["mixed"].isdisjoint(plain(name).split()) and "+" not in name


def is_held(name: str) -> bool:
    """Whether a name stands for children whom nobody but a manager or a duty desk has: "Held on duty"."""
    return meaning_of(name) == "held"


def is_counted_within(heading: str) -> bool:
    """Whether a heading says that what it counts is within the count beside it: "of which unallocated"."""
    return _OF_WHICH.search(words_of(heading)) is not None
