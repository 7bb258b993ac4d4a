"""What a measure is called where it is not a column's heading: above a block, beside a row."""

from __future__ import annotations

import re
from functools import lru_cache

from loaders.layouts.header import FIGURES
from loaders.words.phrases import patterns, word_lists
from loaders.words.vocabulary import meaning_of

_BEFORE, _BEHIND, _SLICES = (patterns(__file__, table) for table in ("measure_before", "measure_behind", "sliced"))
_NUMBERED = re.compile(
    rf"^(?:{_BEFORE['numbered']}(?:\s*\w{{1,3}}|(?=\s*:))|\(?[a-z\d]{{1,2}}[.):])\s*[.:)–-]?\s+", re.IGNORECASE
)
_LED = re.compile(rf"^(?:{_BEFORE['led']}\s+)*", re.IGNORECASE)
_SPAN = re.compile(
    r"\s*[-–—:,(]*\s*\b[a-z]{3,9}\.?\s+(?:19|20)?\d{2}\s*(?:[-–]|to)\s*[a-z]{3,9}\.?\s+(?:19|20)?\d{2}\)?\s*$",
    re.IGNORECASE,
)
_EVERYBODY = re.compile(rf"\s*[-–—:,(]+\s*{_BEHIND['everybody']}\)?\s*$", re.IGNORECASE)
_SLICED = re.compile(
    rf"\s*(?:[-–—:,]\s*)?\b{_SLICES['by']}\s+(?:{_SLICES['slices']}(?:\s*(?:and|by|per|,|&)\s*)?)+.*$", re.IGNORECASE
)
_YEARS = re.compile(
    r"\s*[-–—:,(]?\s*(?:financial year |fy ?)?(?:19|20)\d{2}(?:\s*(?:[-–/]|to)\s*\d{2,4})?\)?\s*$", re.IGNORECASE
)
_TREND = re.compile(rf"\s*[-–—:,(]*\s*\b{_BEHIND['trend']}\)?\s*$", re.IGNORECASE)
_NO_MEASURE = word_lists(__file__, "no_measure")["total"]


@lru_cache(maxsize=5_000)
def measure_of(said: str) -> str | None:
    """The figure that a block or a row is said to hold, such as "Allocated children by team 2012-13"; or ``None``."""
    if not said or len(said) > 120 or said.casefold().strip(" :") in _NO_MEASURE:
        return None
    for form in forms_of(said):
        name = meaning_of(form)
        if name in FIGURES:
            return name
    return None


def forms_of(said: str) -> list[str]:
    """A measure's name as it is typed, and without what may stand before or behind it: "Table 2: … by team"."""
    forms = [said]
    for pattern in (_NUMBERED, _LED, _SPAN, _YEARS, _EVERYBODY, _TREND, _SLICED, _YEARS, _TREND):
        shorter = pattern.sub("", forms[-1]).strip()
        if shorter and shorter != forms[-1]:
            forms.append(shorter)
    return forms
