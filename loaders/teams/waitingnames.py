"""Names that stand for children who wait, with no team."""

from __future__ import annotations

from functools import lru_cache

from loaders.words.vocabulary import meaning_of, plain

# A total with one of these is of more children than those who wait.
_MIXED = frozenset(("including", "excluding", "allocated", "and", "plus", "less", "minus", "with"))
_NO_TEAM = {"no team", "team not known", "unknown team", "not in team", "team unknown", "without team", "blank"}


@lru_cache(maxsize=20_000)
def is_waiting(name: str) -> bool:
    """Whether a name stands for children who wait, with no team: "Awaiting allocation"."""
    words = plain(name)
    return "unallocated" in words.split() or words in _NO_TEAM or meaning_of(name) == "unallocated"


def is_all_waiting(name: str) -> bool:
    """Whether a name of a total is of those who wait, and of no others: "Total unallocated"."""
    return is_waiting(name) and _MIXED.isdisjoint(plain(name).split()) and "+" not in name


def is_held(name: str) -> bool:
    """Whether a name stands for children whom nobody but a manager or a duty desk has: "Held on duty"."""
    return meaning_of(name) == "held"
