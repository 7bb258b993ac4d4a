"""The indicators of the activity and performance report: what each is, why it matters, which way is better.

They are the data of indicators.toml. Good or bad is never read from an indicator's name: it is its polarity.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Literal

from model.ratio import whole_of
from model.tables import BLOCKS

# The number of measures in Appendix 2 of the Cabinet report of 13 June 2013.
APPENDIX_MEASURES = 25
NUMBER = "number"
# What can be worked out from the months of team caseloads.
OF_CASELOAD = ("in_post", "vacancies", "turnover", "caseload")
LOWER, HIGHER = "lower", "higher"

Polarity = Literal["lower", "higher", ""]


class IndicatorError(ValueError):
    """The list of indicators is not as it should be: says which one and what."""


@dataclass(frozen=True)
class Part:
    """The numerator or the denominator of an indicator, by its key."""

    indicator: str
    part: Literal["numerator", "denominator"]


@dataclass(frozen=True)
class Indicator:
    """One indicator; the meaning of each field is said at the head of indicators.toml. "" is for what it has not."""

    key: str
    block: str
    name: str
    unit: str
    over_time: Literal["flow", "stock"]
    polarity: Polarity
    numerator: str
    why_it_matters: str
    source: str
    measure: int | None = None
    denominator: str = ""
    zero_tolerance: bool = False
    part_of: Part | None = None
    split_by: str = ""
    from_caseload: str = ""
    dfe_definition: str = ""
    dfe_source: str = ""
    spellings: tuple[str, ...] = ()
    split_spellings: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Refuse an indicator that cannot be."""
        checks = {
            "block": self.block in BLOCKS,
            "over_time": self.over_time in ("flow", "stock"),
            "polarity": self.polarity in (LOWER, HIGHER, ""),
            "measure": self.measure is None or 1 <= self.measure <= APPENDIX_MEASURES,
            "denominator": not self.is_ratio or bool(self.denominator),
            "zero_tolerance": not self.zero_tolerance or self.polarity == LOWER,
            "from_caseload": self.from_caseload in ("", *OF_CASELOAD),
            "dfe_source": bool(self.dfe_definition) == bool(self.dfe_source),
            "split_spellings": bool(self.split_by) or not self.split_spellings,
            **{name: bool(getattr(self, name)) for name in ("key", "name", "unit", "numerator", "why_it_matters")},
            "source": bool(self.source),
        }
        wrong = [name for name, is_right in checks.items() if not is_right]
        if wrong:
            raise IndicatorError(f"The indicator {self.key or self.name!r} has a wrong {', '.join(wrong)}")

    @property
    def is_ratio(self) -> bool:
        """Whether a numerator and a denominator give it: a percentage or a rate."""
        return whole_of(self.unit) is not None

    def better(self, change: float) -> Literal["better", "worse", ""]:
        """What a change of its number is by its polarity; "" for none, and where there is no change or no polarity."""
        if not change or not self.polarity:
            return ""
        return "better" if (change > 0) == (self.polarity == HIGHER) else "worse"


@dataclass(frozen=True)
class Recognised:
    """The indicator that a measure of a report is, and what it is given apart by: "Police" and "Assessment"."""

    indicator: Indicator
    split: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Book:
    """The list as it is looked things up in: indicators by key, and by form and unit; words around a name."""

    by_key: Mapping[str, Indicator]
    by_form: Mapping[str, tuple[Indicator, ...]]
    split_forms: Mapping[str, Indicator]


def indicators() -> Mapping[str, Indicator]:
    """All indicators by their keys, in the order of the report."""
    return _book().by_key


def indicator(key: str) -> Indicator:
    """The indicator of that key; raises :class:`KeyError` for another."""
    return _book().by_key[key]


@lru_cache(maxsize=4096)
def recognised(measure: str, unit: str = NUMBER) -> Recognised | None:
    """The indicator that a report's measure in a unit is, whatever its spelling, or ``None``.

    The number of a measure that is known as a ratio is the indicator that is this ratio's numerator, if there is one.

    >>> recognised("% of re-referrals within 12 months", "%").indicator.key
    're_referrals'
    >>> recognised("Referrals by agency: Police: No further action").split
    ('Police', 'No further action')
    """
    whole = _of_unit(_book().by_form.get(_form(measure), ()), unit)
    if whole:
        return Recognised(whole)
    first, *rest = (part.strip(" )") for part in _SEPARATORS.split(measure))
    split = tuple(part for part in rest if part and _plainly(part) not in _all())
    found = _of_unit([one for one in _book().by_form.get(_form(first), ()) if one.split_by], unit)
    if found and any(rest):
        return Recognised(found, split)
    plain = _plainly(first)
    begun = next((form for form in _book().split_forms if plain.startswith(f"{form} ")), None)
    if begun is None or unit != NUMBER:
        return None
    # As it is typed, not in the small letters that it was found by.
    return Recognised(_book().split_forms[begun], (" ".join(first.split()[len(begun.split()) :]), *split))


_SEPARATORS = re.compile(r"\s*[:–—(]\s*|\s+-\s+")
_SIGNS = re.compile(r"[^a-z0-9%+&]+")


def _of_unit(found: tuple[Indicator, ...] | list[Indicator], unit: str) -> Indicator | None:
    same = [one for one in found if _same_unit(one.unit, unit)]
    if same:
        return same[0]
    if unit != NUMBER:
        return None
    counted = [Part(one.key, "numerator") for one in found if one.is_ratio]
    return next((one for one in indicators().values() if one.part_of in counted), None) if counted else None


def _same_unit(of_indicator: str, of_report: str) -> bool:
    """Whether a report's unit is the indicator's; FTE and averages are plain numbers in a report."""
    if whole_of(of_indicator) is not None or whole_of(of_report) is not None:
        return whole_of(of_indicator) == whole_of(of_report)
    return of_report == NUMBER or of_indicator == of_report


def _plainly(text: str) -> str:
    return " ".join(_SIGNS.sub(" ", text.casefold().replace("'", "").replace("’", "")).split())


def _form(text: str) -> str:
    """A name as it is looked up: small letters, without the words that change nothing before and behind it."""
    before, behind = _around()
    form, left = "", _plainly(text)
    while form != left:
        form = left
        left = next((form.removeprefix(f"{word} ") for word in before if form.startswith(f"{word} ")), form)
        left = next((left.removesuffix(f" {word}") for word in behind if left.endswith(f" {word}")), left)
    return form


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))


@cache
def _around() -> tuple[tuple[str, ...], tuple[str, ...]]:
    words = _data()["words"]
    before, behind = (sorted({_plainly(word) for word in words[where]}, key=len) for where in ("before", "behind"))
    return tuple(reversed(before)), tuple(reversed(behind))


@cache
def _all() -> frozenset[str]:
    return frozenset(map(_plainly, _data()["words"]["all"]))


@cache
def _book() -> _Book:
    return _checked([_made(row) for row in _data()["indicator"]])


def _made(row: Mapping[str, Any]) -> Indicator:
    unknown = sorted(set(row) - {field.name for field in fields(Indicator)})
    if unknown:
        raise IndicatorError(f"The indicator {row.get('key')!r} has no field called {', '.join(unknown)}")
    lists = {name: tuple(row[name]) for name in ("spellings", "split_spellings") if name in row}
    part = {"part_of": Part(**row["part_of"])} if "part_of" in row else {}
    try:
        return Indicator(**{**row, **lists, **part})
    except TypeError as error:
        raise IndicatorError(f"The indicator {row.get('key')!r} lacks a field") from error


def _checked(listed: list[Indicator]) -> _Book:
    """The list in a form to be looked up in; raises :class:`IndicatorError` for one that contradicts itself."""
    by_key = {one.key: one for one in listed}
    if len(by_key) != len(listed):
        raise IndicatorError("Two indicators have the same key")
    by_form: dict[str, tuple[Indicator, ...]] = {}
    for one, form in _forms(listed):
        others = by_form.get(form, ())
        if any(other is not one and _same_unit(other.unit, one.unit) for other in others):
            raise IndicatorError(f"“{form}” is {one.key} and another indicator in the same unit")
        by_form[form] = (*(other for other in others if other is not one), one)
    for one in listed:
        whole = by_key.get(one.part_of.indicator) if one.part_of else None
        if one.part_of and (whole is None or not whole.is_ratio):
            raise IndicatorError(f"The indicator {one.key!r} is a part of no ratio")
    split = {_plainly(form): one for one in listed for form in one.split_spellings}
    longest_first = dict(sorted(split.items(), key=lambda told: -len(told[0])))
    return _Book(by_key, by_form, longest_first)


def _forms(listed: list[Indicator]) -> Iterator[tuple[Indicator, str]]:
    return ((one, _form(form)) for one in listed for form in (one.name, *one.spellings))
