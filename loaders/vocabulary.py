"""What a heading means: spellings as reviewed data, looked up after making them plain.

The spellings stand in ``vocabulary.toml``. Nothing is guessed by likeness: a
heading that is not there is not read, and the file's problems say so.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

_DATA = tomllib.loads(Path(__file__).with_name("vocabulary.toml").read_text(encoding="utf-8"))

# A date behind a heading ("Children allocated at 31 May 2024") and a footnote mark say nothing about the column.
_DATED = re.compile(r"\s*(?:\(?\b(?:as )?at \d[^)]*\d{2}\)?|\(\d[^)]*\d{2}\))\s*$", re.IGNORECASE)
_FOOTNOTE = re.compile(r"[\[(](?:notes?\s*[\da-z]+|\d(?:\s*,\s*\d)*|no\.?|number)[\])]|[¹²³⁰-⁹]", re.IGNORECASE)
_ARTICLE = re.compile(r"\ban? (?=[a-z0-9])")
_SEPARATORS = re.compile(r"[^0-9a-z]+")


@dataclass(frozen=True)
class Meaning:
    """A column of ours: its name, what its cells hold, what to call it, and its spellings."""

    name: str
    kind: str
    label: str
    several: bool
    spellings: tuple[str, ...]


def _phrases(forms: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, set(forms)), key=len, reverse=True))


def _pattern(forms: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<![0-9a-z])(?:{_phrases(forms)})(?![0-9a-z])")


def _usual(groups: Mapping[str, Iterable[str]]) -> dict[str, str]:
    return {form: usual for usual, forms in groups.items() for form in forms}


_WORDS = _usual(_DATA["words"])
_WORD_PATTERN = _pattern(_WORDS)
_FILLER_PATTERN = _pattern(_DATA["fillers"])


@lru_cache(maxsize=50_000)
def squeezed(text: str) -> str:
    """Text with no-break and repeated spaces and line breaks as single spaces, and none at the ends."""
    return " ".join(text.replace("\u200b", "").split())


def _worded(text: str) -> str:
    text = _DATED.sub("", unicodedata.normalize("NFKC", _FOOTNOTE.sub(" ", squeezed(text)))).casefold()
    text = text.replace("&", " and ").replace("'", "").replace("’", "")
    text = _ARTICLE.sub("", _SEPARATORS.sub(" ", text).strip())
    text = _WORD_PATTERN.sub(lambda found: _WORDS[found.group()], text)
    return " ".join(_FILLER_PATTERN.sub(" ", text).split())


_PHRASES = {_worded(form): usual for form, usual in _usual(_DATA["phrases"]).items()}
_PHRASE_PATTERN = _pattern(form for form in _PHRASES if form)


@lru_cache(maxsize=20_000)
def plain(text: str) -> str:
    """A heading made plain: case, punctuation, fillers and footnotes gone, words in their usual form.

    >>> plain("No. of children awaiting\\u00a0allocation (1)")
    'children unallocated'
    """
    if len(text) > 120:
        return ""
    words = _PHRASE_PATTERN.sub(lambda found: _PHRASES[found.group()], _worded(text)).split()
    if len(words) > 1:
        # Social worker or social workers: only alone does it make a difference.
        words = ["sw" if word == "sws" else word for word in words]
    return " ".join(word for place, word in enumerate(words) if place == 0 or word != words[place - 1])


MEANINGS: Mapping[str, Meaning] = {
    name: Meaning(name, entry["kind"], entry["label"], entry.get("several", False), tuple(entry["spellings"]))
    for name, entry in _DATA["columns"].items()
}


def spellings() -> Iterator[tuple[str, str, str]]:
    """Every spelling as (column, as written, made plain)."""
    for meaning in MEANINGS.values():
        for spelling in meaning.spellings:
            yield meaning.name, spelling, plain(spelling)


_BY_SPELLING = {made_plain: name for name, _, made_plain in spellings()}


@lru_cache(maxsize=20_000)
def meaning_of(heading: str) -> str | None:
    """The name of the column that a heading stands for, or ``None``."""
    return _BY_SPELLING.get(plain(heading))


_MISSING: Mapping[str, str] = _DATA["missing"]
_FEWER_THAN = re.compile(r"[<≤]\s*\d+")
_DASHES = str.maketrans("–—−‐‑", "-----")


def missing_reason(text: str) -> str | None:
    """Why a figure is missing, if the text is a code for that: "suppressed" for "*"; else ``None``.

    Square or round brackets about a code say the same: "[x]" is "x".
    """
    code = squeezed(text).casefold().translate(_DASHES)
    if code not in _MISSING and len(code) > 2 and code[0] + code[-1] in ("[]", "()"):
        code = code[1:-1].strip()
    if _FEWER_THAN.fullmatch(code):
        return f"suppressed, fewer than {code.lstrip('<≤ ')}" if code[0] == "<" else "suppressed"
    return _MISSING.get(code)


def is_value_heading(heading: str) -> bool:
    """Whether a heading says that its column holds the figures of a table with a row for each measure."""
    return squeezed(heading).casefold().strip(" :.") in _DATA["values"]["headings"]


def is_case_heading(heading: str, kind: str) -> bool:
    """Whether a heading of a list of children is of that kind: the "child", its "id", "closed" or "status"."""
    return _SEPARATORS.sub(" ", heading.casefold().replace("'", "").replace("’", "")).strip() in _DATA["cases"][kind]


def is_silent_sheet(name: str) -> bool:
    """Whether a sheet's name says that it is free text or a list, such as "Instructions"."""
    return is_guidance_sheet(name) or _sheet_words(name) in _DATA["sheets"]["silent"]


def is_guidance_sheet(name: str) -> bool:
    """Whether a sheet's name says that it explains how to fill in the others; an example in it is not read."""
    return _sheet_words(name) in _DATA["sheets"]["guidance"]


def is_activity_sheet(name: str) -> bool:
    """Whether a sheet's name says that it holds quarterly activity, such as "Activity 2012-13"."""
    words = re.sub(r"[\d\s]+$", "", _sheet_words(name)).strip()
    return words in _DATA["sheets"]["activity"]


def _sheet_words(name: str) -> str:
    return _SEPARATORS.sub(" ", name.casefold()).strip()
