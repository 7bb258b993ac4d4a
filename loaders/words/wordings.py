"""Ways of putting a heading together from lists of words, so that the vocabulary need not spell out each of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import permutations, product

Slots = Sequence[Sequence[str]]


def pattern_of(slots: Slots) -> re.Pattern[str]:
    """What matches one word or phrase of each list in turn, "" for none.

    >>> pattern_of([["no", "without"], ["", "named"], ["worker"]]).sub("-", "children without named worker")
    'children -'
    """
    parts = []
    for slot in slots:
        forms = "|".join(sorted(map(re.escape, filter(None, slot)), key=len, reverse=True))
        parts.append(f"(?:(?:{forms}) )" + ("?" if "" in slot else ""))
    # The last word has no space behind it.
    parts[-1] = parts[-1].replace(") )", "))", 1)
    return re.compile(rf"(?<![0-9a-z]){''.join(parts)}(?![0-9a-z])")


def built(entry: Mapping[str, Sequence[Slots]]) -> Iterator[str]:
    """The spellings of a column by its lists of words: "in_order" one after the other, "any_order" in every order."""
    for slots in entry.get("in_order", ()):
        yield from _joined(product(*slots))
    for slots in entry.get("any_order", ()):
        for words in product(*slots):
            yield from _joined(permutations(filter(None, words)))


def _joined(words: Iterable[Sequence[str]]) -> Iterator[str]:
    return (" ".join(filter(None, one)) for one in words)


def but_for_extras(told: str, extras: Sequence[Mapping[str, Sequence[str]]]) -> Iterator[tuple[str, Sequence[str]]]:
    """A heading made plain without words before or behind it, each with the columns of which they change nothing."""
    for extra in extras:
        for words in extra.get("before", ()):
            if told.startswith(f"{words} "):
                yield told[len(words) + 1 :], extra["columns"]
        for words in extra.get("behind", ()):
            if told.endswith(f" {words}"):
                yield told[: -len(words) - 1], extra["columns"]
