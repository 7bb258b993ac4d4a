"""What a heading means: spellings as reviewed data, looked up after making them plain.

The spellings stand in ``vocabulary.toml``. A heading that is not there may still be known by its likeness
(:mod:`loaders.words.likeness`) or because a person said it (:mod:`loaders.layouts.naming`); both are said.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain
from pathlib import Path

from loaders.words.wordings import built, but_for_extras, pattern_of

_DATA = tomllib.loads(Path(__file__).with_name("vocabulary.toml").read_text(encoding="utf-8"))

# A date behind a heading ("Children allocated at 31 May 2024") and a mark in brackets are no part of its name; the
# date is read with the months (loaders/dates/outside.py).
_DATED = re.compile(r"\s*(?:\(?\b(?:as )?at \d[^)]*\d{2}\)?|\(\d[^)]*\d{2}\))\s*$", re.IGNORECASE)
_FOOTNOTE = re.compile(
    r"[\[(](?:notes?\s*[\da-z]+|\d(?:\s*,\s*\d)*|no\.?|number|required|optional)[\])]|[¹²³⁰-⁹]", re.IGNORECASE
)
# "No." is a number where "no" is none: "No. allocated", "No allocated worker".
_NUMBER_SIGN = re.compile(r"^\s*(?:no\.|#|№)\s*(?=[a-z])", re.IGNORECASE)
_ARTICLE = re.compile(r"\ban? (?=[a-z0-9])")
_SEPARATORS = re.compile(r"[^0-9a-z]+")
# Signs that make another thing of a figure: a share or a change of it is not it.
_PLUS_OR_MINUS = re.compile(r"\+\s*/\s*[-–−]|[-–−]\s*/\s*\+|±")


@dataclass(frozen=True)
class Meaning:
    """A column of ours: its name, what its cells hold, what to call it, and its spellings."""

    name: str
    kind: str
    label: str
    several: bool
    spellings: tuple[str, ...]


def _pattern(forms: Iterable[str]) -> re.Pattern[str]:
    longest_first = "|".join(sorted(map(re.escape, set(forms)), key=len, reverse=True))
    return re.compile(rf"(?<![0-9a-z])(?:{longest_first})(?![0-9a-z])")


def _usual(groups: Mapping[str, Iterable[str]]) -> dict[str, str]:
    return {form: usual for usual, forms in groups.items() for form in forms}


_WORDS = _usual(_DATA["words"])
_WORD_PATTERN = _pattern(_WORDS)
_FILLER_PATTERN = _pattern(_DATA["fillers"])


@lru_cache(maxsize=50_000)
def squeezed(text: str) -> str:
    """Text with no-break and repeated spaces and line breaks as single spaces, and none at the ends."""
    return " ".join(text.replace("\u200b", "").split())


@lru_cache(maxsize=20_000)
def words_of(text: str) -> str:
    """A heading as small letters and digits, its words apart by single spaces; dates and footnote marks gone."""
    text = squeezed(text)
    if text.isascii() and text.replace(" ", "").isalpha():
        return _ARTICLE.sub("", text.lower())
    text = _DATED.sub("", unicodedata.normalize("NFKC", _FOOTNOTE.sub(" ", text))).casefold()
    text = _PLUS_OR_MINUS.sub(" plusminus ", text.replace("%", " percent "))
    return _ARTICLE.sub("", _SEPARATORS.sub(" ", re.sub("['’]", "", text.replace("&", " and "))).strip())


def _worded(lines: str) -> str:
    text = _WORD_PATTERN.sub(lambda found: _WORDS[found.group()], lines)
    return "\n".join(" ".join(line.split()) for line in _FILLER_PATTERN.sub(" ", text).split("\n"))


_PHRASES = {_worded(words_of(form)): usual for form, usual in _usual(_DATA["phrases"]).items()}
_PHRASE_PATTERN = _pattern(form for form in _PHRASES if form)
_WORDINGS = [(pattern_of(slots), name.partition("_")[0]) for name, slots in _DATA["wordings"].items()]


@lru_cache(maxsize=20_000)
def plain(text: str) -> str:
    """A heading made plain: case, punctuation, fillers and footnotes gone, words in their usual form.

    >>> plain("No. of children awaiting\\u00a0allocation (1)")
    'children unallocated'
    """
    return "" if len(text) > 120 else _plain_lines(words_of(_NUMBER_SIGN.sub("", text)))[0]


def _plain_lines(lines: str) -> list[str]:
    """Headings in small letters and digits, one on each line, made plain; thousands of them are sooner done at once."""
    told = _worded(lines)
    for _ in range(2):
        # "Open - awaiting allocation" is "open unallocated" first.
        for pattern, usual in _WORDINGS:
            told = pattern.sub(usual, told)
        told = _PHRASE_PATTERN.sub(lambda found: _PHRASES[found.group()], told)
    return [_once_each(line.split()) for line in told.split("\n")]


def _once_each(words: list[str]) -> str:
    # Social worker or social workers: only alone does it make a difference.
    words = ["sw" if word == "sws" else word for word in words] if len(words) > 1 else words
    return " ".join(word for place, word in enumerate(words) if place == 0 or word != words[place - 1])


MEANINGS: Mapping[str, Meaning] = {
    name: Meaning(
        name,
        entry["kind"],
        entry["label"],
        entry.get("several", False),
        tuple(dict.fromkeys([*entry["spellings"], *built(entry)])),
    )
    for name, entry in _DATA["columns"].items()
}


def spellings() -> Iterator[tuple[str, str, str]]:
    """Every spelling as (column, as written, made plain)."""
    written = [(meaning.name, spelling) for meaning in MEANINGS.values() for spelling in meaning.spellings]
    made_plain = _plain_lines("\n".join(words_of(_NUMBER_SIGN.sub("", spelling)) for _, spelling in written))
    return ((name, spelling, told) for (name, spelling), told in zip(written, made_plain, strict=True))


_BY_SPELLING = {made_plain: name for name, _, made_plain in spellings()}

OF_PEOPLE: Mapping[str, frozenset[str]] = {part: frozenset(words) for part, words in _DATA["people"].items()}

SHEETS: Mapping[str, Sequence[str]] = _DATA["sheets"]
OPPOSED: Sequence[Sequence[str]] = _DATA["opposed"]["groups"]
TEAM_ALONE: Mapping[str, Sequence[str]] = _DATA["team_alone"]
# Codes for figures that are missing, each with its reason: loaders/words/missing.py.
MISSING: Mapping[str, str] = _DATA["missing"]
# Of group headings, and of what stands below them: loaders/words/groups.py.
GROUPS: Mapping[str, frozenset[str]] = {kind: frozenset(words) for kind, words in _DATA["groups"].items()}

# What stands in a heading's place once it is known in another way, and the sign that no section beside it changes it.
_NAMED, _SETTLED = "\ue000", "\ue001"


def named(field: str | None, *, settled: bool = False) -> str:
    """A text that means this column of ours and nothing else, ``settled`` whatever section it is in; "" means none."""
    return _NAMED + (_SETTLED if settled else "") + (field or "")


def is_named(text: object) -> bool:
    """Whether a text is one of :func:`named`."""
    return isinstance(text, str) and text.startswith(_NAMED)


@lru_cache(maxsize=20_000)
def meaning_of(heading: str) -> str | None:
    """The name of the column that a heading stands for, or ``None``."""
    if _NAMED in heading:
        field = heading.lstrip(_NAMED + _SETTLED)
        return field if field in MEANINGS else None
    told = plain(heading)
    shorter = ((_BY_SPELLING.get(rest), fields) for rest, fields in but_for_extras(told, _DATA["extras"]))
    return _BY_SPELLING.get(told) or next((name for name, fields in shorter if name in fields), None)


@cache
def known_words() -> frozenset[str]:
    """Every word that the vocabulary is written with."""
    groups = (_DATA["fillers"], *_DATA["words"].values(), *_DATA["phrases"].values(), _DATA["words"], _DATA["phrases"])
    written = chain(*groups, *(meaning.spellings for meaning in MEANINGS.values()))
    return frozenset(word for form in written for word in words_of(form).split())


def is_of_person(heading: str) -> bool:
    """Whether a heading holds a word such as "surname", by which its table may be one of people."""
    return not OF_PEOPLE["words"].isdisjoint(words_of(heading).split())


@lru_cache(maxsize=20_000)
def names_people(heading: str) -> bool:
    """Whether a heading says that single workers or children are named below it: "Social worker", "Child name"."""
    said, words = meaning_of(heading), words_of(heading).split()
    if said == "worker" or " ".join(words) in _DATA["people"]["names"] or is_of_person(heading):
        return True
    if casework_field(heading) == "worker" or is_case_heading(heading, "child"):
        return True
    return said is None and bool(words) and words[-1] in _DATA["people"]["workers"] and not {"per", "by"} & set(words)


def is_childs_own(heading: str) -> bool:
    """Whether a heading of a list of children is that of what is a child's alone: a name, a number, a date."""
    named = words_of(heading) in _DATA["people"]["names"]
    return named or is_of_person(heading) or any(is_case_heading(heading, kind) for kind in _DATA["cases"])


def choices() -> Sequence[str]:
    """The columns of ours that a person may say a column is, in the order in which they are offered."""
    return _DATA["choices"]["columns"]  # type: ignore[no-any-return]


def is_value_heading(heading: str) -> bool:
    """Whether a heading says that its column holds the figures of a table with a row for each measure."""
    return squeezed(heading).casefold().strip(" :.") in _DATA["values"]["headings"]


_CASE_WORDS = _usual(_DATA["case_words"])
_CASE_PATTERN = _pattern(_CASE_WORDS)
_BESIDE = frozenset(_DATA["casework"]["beside"])


@lru_cache(maxsize=20_000)
def is_case_heading(heading: str, kind: str) -> bool:
    """Whether a heading of a list of children is of that kind: "child", its "id", "shared", "closed" or "status"."""
    words = _SEPARATORS.sub(" ", heading.casefold().replace("'", "").replace("’", "")).strip()
    usual = " ".join(_CASE_PATTERN.sub(lambda found: _CASE_WORDS[found.group()], words).split())
    return words in _DATA["cases"][kind] or usual in _DATA["cases"][kind]


@lru_cache(maxsize=20_000)
def casework_field(heading: str, *, alone: bool = False) -> str | None:
    """Which of "team" and "worker" a heading of a list of children stands for: "Allocated SW name" is the worker.

    ``alone`` is for lists in which no other heading is: "Service" can be the team, "Allocated to" the worker.
    """
    said = "" if is_named(heading) else words_of(heading)
    forms = (said, " ".join(word for word in said.split() if word not in _BESIDE))
    words = {field: _DATA["casework"][f"{field}_alone" if alone else field] for field in ("team", "worker")}
    return next((field for field, its in words.items() if {*forms} & {*its}), None)
