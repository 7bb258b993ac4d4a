"""Financial years and quarters as people type them above a column, in a title, in the name of a sheet.

A financial year runs from April to March and is known here by the calendar year of its April: 2012 is 2012/13.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from loaders.dates.months import in_cell
from model.tables import MONTHS_OF_A_YEAR

PREVIOUS = "previous"
_LONGEST = 120
# What every way of typing a quarter has in it: the letter, or its first month and a word for "to".
_HINT = re.compile(
    r"q|(?:apr|jul|oct|jan)[a-z]*\.?(?:\s*['’]?(?:20)?\d\d)?\s*(?:[–—−‐‑/-]|to|until)",
    re.IGNORECASE,
)
_DASH = re.compile(r"[–—−‐‑]")
_MONTHS = {
    name: number
    for number, name in enumerate(
        ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), 1
    )
}
_MONTH = r"(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_CALENDAR = r"(?:\s*'?((?:20)?\d\d))?"
_RANGE = re.compile(rf"(?<![a-z]){_MONTH}{_CALENDAR}\s*(?:-|to|/|until)\s*{_MONTH}{_CALENDAR}(?![\d/])")
_LONG_YEAR = re.compile(r"(?<!\d)(20\d\d|19\d\d)\s*(?:/|-|to)\s*(20\d\d|19\d\d|\d\d)(?!\d)")
_SHORT_YEAR = re.compile(r"(?<![\d/\-.])(\d\d)\s*[/-]\s*(\d\d)(?![\d/\-.])")
_ORDINALS = {
    "1": 1,
    "2": 2,
    "3": 3,
    "4": 4,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
}
_QUARTERS = (
    re.compile(r"(?<![a-z0-9])(?:q|qtr|qrt|quarter)\.?\s*([1-4]|one|two|three|four)(?![a-z0-9])"),
    re.compile(r"(?<![a-z0-9])([1-4])(?:st|nd|rd|th)\s*(?:q|qtr|quarter)(?![a-z0-9])"),
    re.compile(r"(?<![a-z0-9])(first|second|third|fourth)\s+(?:qtr|quarter)(?![a-z0-9])"),
)  # fmt: skip
_BARE_YEAR = re.compile(r"(?<![\d/])(?:19|20)\d\d(?![\d/])")
_ENDING = re.compile(r"\b(?:quarter|qtr|q)\.?\s+(?:end(?:ing|ed)?|to)\b")
_DATE = re.compile(
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\s+)?{_MONTH}\s+(?:20)?\d\d(?!\d)|\d{{1,2}}[/.]\d{{1,2}}[/.](?:20)?\d\d(?!\d)"
)
_TO_DATE = re.compile(r"\b(?:ytd|year[ -]to[ -]date|cumulative(?: total)?|to date)\b")
_BEFORE = re.compile(r"\b(?:previous|prior|last|preceding)\s+(?:financial\s+|full\s+)?years?\b(?:'s)?|\byear before\b")
_WHOLE = re.compile(
    r"\b(?:full|whole)[ -]year\b|\byear[ -](?:end|total)\b|\bannual(?: total)?\b|\boutturn\b|\b(?:total for )?year\b"
)


@dataclass(frozen=True)
class Said:
    """What a heading says of time: Q1 to Q4, year to date, year or previous, its year if named, and the rest.

    ``is_bare`` says that the year is a calendar year, as in "Q1 2012", which may not be the financial one.
    """

    period: str
    year: int | None
    rest: str
    is_bare: bool = False


def period_of(heading: object) -> Said | None:
    """The period that a heading names, or ``None``; ``rest`` is what it says besides, in small letters."""
    if isinstance(heading, dt.date):
        return quarter_to(heading)
    text = _plain(str(heading))
    if len(text) > _LONGEST:
        return None
    if _ENDING.search(text) and (found := _DATE.search(text)) and (when := in_cell(found[0])):
        said = quarter_to(when.day or when.month)
        return replace(said, rest=_rest(_ENDING.sub(" ", text.replace(found[0], " ")))) if said else None
    year, text = _year(text)
    said = _period(text, year) or (Said("year", year, text) if year is not None else None)
    return replace(said, rest=_rest(said.rest)) if said else None


def may_name_quarters(cells: Iterable[object]) -> bool:
    """Whether a row of cells may hold quarters, told at a glance: most rows of most sheets do not."""
    ends: set[tuple[int, int]] = set()
    for cell in cells:
        if isinstance(cell, str):
            if cell and len(cell) <= _LONGEST and _HINT.search(cell):
                return True
        elif isinstance(cell, dt.date) and cell.month % 3 == 0:
            ends.add((cell.year, cell.month))
    return len(ends) > 1


def may_hold_quarters(told: str, cells: Iterable[object]) -> bool:
    """Whether any row of a sheet may hold quarters: ``told`` are its texts in one, ``cells`` those and its dates."""
    return _HINT.search(told) is not None or may_name_quarters(cell for cell in cells if isinstance(cell, dt.date))


def _plain(text: str) -> str:
    return " ".join(_DASH.sub("-", text.casefold()).replace("’", "'").split())


def _rest(text: str) -> str:
    return " ".join(re.sub(r"[^a-z0-9%,]+", " ", text).split())


def _year(text: str) -> tuple[int | None, str]:
    """The financial year that a text names, and the text without it."""
    for form in (_LONG_YEAR, _SHORT_YEAR):
        for match in form.finditer(text):
            first, second = int(match[1]), int(match[2]) % 100
            first += 2000 * (first < 100)
            if (first + 1) % 100 == second:
                return first, f"{text[: match.start()]} {text[match.end() :]}"
    return None, text


def _period(text: str, year: int | None) -> Said | None:
    if _BEFORE.search(text):
        return Said(PREVIOUS, year, _BEFORE.sub(" ", text))
    for form in _QUARTERS:
        if match := form.search(text):
            left = form.sub(" ", text)
            # "Q1 (Apr-Jun 2012)" says the same twice, and the year besides.
            months = _months(left)
            named = year if year is not None else months[1] if months else None
            left = _RANGE.sub(" ", left)
            bare = _BARE_YEAR.search(left) if named is None else None
            if bare:
                return Said(f"Q{_ORDINALS[match[1]]}", int(bare[0]), left.replace(bare[0], " "), is_bare=True)
            return Said(f"Q{_ORDINALS[match[1]]}", named, left)
    if months := _months(text):
        return Said(months[0], year if year is not None else months[1], _RANGE.sub(" ", text))
    if _TO_DATE.search(text):
        return Said("year to date", year, _TO_DATE.sub(" ", text))
    return Said("year", year, _WHOLE.sub(" ", text)) if _WHOLE.search(text) else None


def _months(text: str) -> tuple[str, int | None] | None:
    """The quarter of "Apr-Jun 2012", and its financial year where the calendar year is there."""
    match = _RANGE.search(text)
    if match is None or (_MONTHS[match[3]] - _MONTHS[match[1]]) != 2 or _MONTHS[match[1]] % 3 != 1:
        return None
    quarter = (_MONTHS[match[1]] - 4) // 3 % 4 + 1
    calendar = match[4] or match[2]
    return f"Q{quarter}", int(calendar) % 100 + 2000 - (quarter == 4) if calendar else None


def quarter_to(day: dt.date) -> Said | None:
    """The quarter that ends with a day's month, ``None`` for another month."""
    if day.month % 3:
        return None
    quarter = (day.month // 3 + 2) % 4 + 1
    return Said(f"Q{quarter}", day.year - (quarter == 4), "")


def month_of(cell: object) -> tuple[str, int | None] | None:
    """The month that a cell names, and its financial year where it names a calendar year.

    >>> month_of("Jan-13"), month_of("April")
    (('January', 2012), ('April', None))
    """
    plain = _plain(str(cell))
    alone = re.fullmatch(_MONTH, plain)
    if alone:
        return MONTHS_OF_A_YEAR[(_MONTHS[alone[1]] - 4) % 12], None
    when = in_cell(cell) if isinstance(cell, (str, int, float, dt.date)) else None
    if when is None:
        return None
    number = (when.month.month - 4) % 12
    return MONTHS_OF_A_YEAR[number], when.month.year - (number > 8)


def year_in(text: str) -> int | None:
    """The financial year that a title, or the name of a sheet or a file, names, or ``None``."""
    return _year(_plain(text.replace("_", " ")))[0]


def year_words(year: int) -> str:
    """A financial year in words: "2012/13"."""
    return f"{year}/{(year + 1) % 100:02d}"


def last_day(period: str, year: int) -> dt.date | None:
    """The last day of a month, a quarter or a financial year; ``None`` for a year to date."""
    if period in MONTHS_OF_A_YEAR:
        number = MONTHS_OF_A_YEAR.index(period)
        return dt.date(year + (number > 7), (number + 4) % 12 + 1, 1) - dt.timedelta(days=1)
    ends = {"Q1": (0, 6, 30), "Q2": (0, 9, 30), "Q3": (0, 12, 31), "Q4": (1, 3, 31), "year": (1, 3, 31)}
    if period not in ends:
        return None
    later, month, day = ends[period]
    return dt.date(year + later, month, day)
