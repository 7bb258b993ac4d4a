"""The words of published figures: how a heading, a title or a place's name is looked up in ``published.toml``."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path

_DATA = tomllib.loads(Path(__file__).with_name("published.toml").read_text(encoding="utf-8"))
_SIGNS = re.compile(r"[^a-z0-9]+")
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")
# "2015-16" does not say which of its Septembers is meant.
_TWO_YEARS = re.compile(r"(?<!\d)(?:19|20)\d{2}\s*[-/–]\s*\d{2}(?!\d)")
# A release's own number and day have a year too, which is not that of the figures.
_NUMBER_OF_A_RELEASE = re.compile(r"\bSFR\s*\d+/\d{4}", re.IGNORECASE)
_OF_A_RELEASE = re.compile(r"\bsfr|publi|releas|updated|source|copyright|©", re.IGNORECASE)
_TABLE_NUMBER = re.compile(r"^[a-z]\d[a-z]{0,2} ")
_FOOTNOTE = re.compile(r"(?:(?<=[a-z])| )\d{1,2}$")


def plain(heading: str) -> str:
    """A heading as it is looked up: small letters and digits, everything else as one space."""
    return _SIGNS.sub(" ", heading.casefold()).strip()


def plain_name(name: str) -> str:
    """A place's name as it is looked up, without a footnote's mark.

    >>> plain_name("St. Helens(3)"), plain_name("England 1,2")
    ('st helens', 'england')
    """
    return re.sub(r"(?:\s*\d+)+$", "", plain(name))


# Ways of writing one word, and words that a rate or a number may go without.
_AVERAGE = re.compile(r"\b(?:avg|ave|av|mean|averages)\b")
_SHARE = re.compile(r"(?<=rate )(?:perc|pct|percent|percentage|per cent)\b|(?<=fte )(?:perc|pct|percent|percentage)\b")
_NUMBER = re.compile(r"\b(?:number|no|num|total|count)\b")
_TAKEN_OFF = re.compile(r"\b(?:" + "|".join(sorted(_DATA["taken_off"]["words"], key=len, reverse=True)) + r")\b")


def measure_key(heading: str) -> str:
    """The heading of a measure without its year and what else says nothing about which measure it is.

    >>> measure_key("B3_FTE_TurnoverRate_2015"), measure_key("Turnover rate of social workers (FTE)2")
    ('fte turnover rate', 'turnover rate fte')
    """
    words = plain(_YEAR.sub(" ", _HUMP.sub(" ", heading)))
    words = _SHARE.sub(" ", _AVERAGE.sub("average", _TABLE_NUMBER.sub("", words)))
    words = " ".join(_NUMBER.sub(" ", _TAKEN_OFF.sub(" ", words)).split())
    return _FOOTNOTE.sub("", words).strip()


PLACES: Mapping[str, list[str]] = {name: [*map(plain, forms)] for name, forms in _DATA["places"].items()}
SPELLINGS: Mapping[str, list[str]] = {
    name: list(dict.fromkeys(map(measure_key, forms))) for name, forms in _DATA["measures"].items()
}
PLACE_OF = {form: name for name, forms in PLACES.items() for form in forms}
MEASURE_OF = {form: (name, rank) for name, forms in SPELLINGS.items() for rank, form in enumerate(forms)}
# A region's and a council's newest name by each that a release has given it.
REGIONS, COUNCILS = (
    {plain(form): name for name, forms in _DATA[group].items() for form in (name, *forms)}
    for group in ("regions", "councils")
)
OF_TITLES = frozenset(_DATA["taken_off"]["of_titles"])


def years_in(said: str) -> set[int]:
    """The years that a text names; ``{0}`` where it names one of two halves, such as "2015-16"."""
    return {0} if _TWO_YEARS.search(said) else {int(year) for year in _YEAR.findall(said)}


def title_measure(lines: Sequence[str]) -> str:
    """The one measure that the lines above name, by its best spelling; "" if they name none, several, or headcount."""
    keys = [f" {measure_key(line)} " for line in lines]
    if any("headcount" in key for key in keys):
        return ""
    found = {
        name
        for name, forms in SPELLINGS.items()
        for form in forms
        if " " in form and any(f" {form} " in key for key in keys)
    }
    return SPELLINGS[name][0] if len(found) == 1 and (name := next(iter(found))) else ""


def title_year(lines: Sequence[str]) -> int | None:
    """The one September that the lines above name, or else the one year."""
    told = [_NUMBER_OF_A_RELEASE.sub(" ", line) for line in lines]
    septembers = {year for line in told if "sept" in line.casefold() for year in years_in(line)}
    return only(septembers or {year for line in told if not _OF_A_RELEASE.search(line) for year in years_in(line)})


def only(years: set[int]) -> int | None:
    """The year, if it is one alone."""
    return next(iter(years)) or None if len(years) == 1 else None
