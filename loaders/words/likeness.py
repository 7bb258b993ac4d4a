"""What a mistyped heading most likely means: only where a word is mistyped, and only where one meaning is well ahead.

Words are mended one by one and never left out, added or put in another order, so that "not allocated" cannot
become "allocated", nor FTE in post established FTE. What comes of it must be a spelling of the vocabulary.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, groupby, product

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from loaders.words.vocabulary import OPPOSED, known_words, meaning_of, words_of

# Of 100: how alike a heading must be to what it is read as, and how far ahead of the next meaning.
ALIKE_ENOUGH, WELL_AHEAD = 85, 5
_SHORTEST, _LONG, _SHORTEST_ALONE = 5, 10, 7
_MOST_WORDS, _MOST_MENDED, _MOST_FORMS = 10, 2, 200
_KNOWN = known_words()
_BY_FIRST = {first: list(words) for first, words in groupby(sorted(_KNOWN), key=lambda word: word[0])}
# Each word that has opposites, with those: one is never taken for the other.
_OPPOSED = {word: frozenset(chain(*(group for group in OPPOSED if word in group))) - {word} for word in chain(*OPPOSED)}


@dataclass(frozen=True)
class Alike:
    """The column of ours that a heading is like, and how alike the two are, in percent."""

    field: str
    percent: int


@lru_cache(maxsize=5_000)
def alike(heading: str) -> Alike | None:
    """The one meaning that a mistyped heading can have; ``None`` where none is near, or two are."""
    said = words_of(heading)
    words = said.split()
    if not words or len(words) > _MOST_WORDS or meaning_of(heading):
        return None
    best: dict[str, float] = {}
    for form in _mended(words):
        field = meaning_of(form)
        if field:
            best[field] = max(best.get(field, 0), fuzz.ratio(said, form))
    ranked = sorted(best, key=lambda field: -best[field])
    if not ranked or best[ranked[0]] < ALIKE_ENOUGH:
        return None
    if len(ranked) > 1 and best[ranked[0]] - best[ranked[1]] < WELL_AHEAD:
        return None
    return Alike(ranked[0], int(best[ranked[0]]))


def _mended(words: Sequence[str]) -> Iterator[str]:
    """The heading with its mistyped words as they may have been meant."""
    options = [_meant(word) for word in words]
    if sum(word not in _KNOWN for word in words) <= _MOST_MENDED:
        for number, form in enumerate(product(*options)):
            if number == _MOST_FORMS:
                return
            if len(form) > 1 or len(form[0]) >= _SHORTEST_ALONE:
                yield " ".join(form)
    for place in range(len(words) - 1):
        joined = words[place] + words[place + 1]
        if joined in _KNOWN and not {words[place], words[place + 1]} <= _KNOWN:
            yield " ".join([*words[:place], joined, *words[place + 2 :]])


def _meant(word: str) -> list[str]:
    """The known words that a word may be meant for: itself, if it is one; also two that were typed as one."""
    # Another first letter makes another word: costs are no posts.
    if word in _KNOWN or len(word) < 4 or any(map(str.isdigit, word)):
        return [word]
    near = [
        known for known in _BY_FIRST.get(word[0], ()) if _is_slip(word, known) and not _may_be_opposite(word, known)
    ]
    cuts = range(3, len(word) - 2)
    return [*near, *(f"{word[:at]} {word[at:]}" for at in cuts if {word[:at], word[at:]} <= _KNOWN)] or [word]


def _is_slip(word: str, known: str) -> bool:
    """Whether a word is another of the same first letter with a letter or two wrong.

    In a short word a letter may only be typed twice, or two change places: else "rate" would be "date".
    """
    short = min(len(word), len(known))
    if short < 4:
        return False
    if short < _SHORTEST:
        swapped = sorted(word) == sorted(known) and OSA.distance(word, known) == 1
        return swapped or any(word == known[:at] + known[at - 1] + known[at:] for at in range(1, len(known) + 1))
    most = 2 if short >= _LONG else 1
    return bool(OSA.distance(word, known, score_cutoff=most) <= most)


def _may_be_opposite(word: str, known: str) -> bool:
    distance = OSA.distance(word, known)
    return any(OSA.distance(word, other) <= distance for other in _OPPOSED.get(known, ()))
