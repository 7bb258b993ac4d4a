"""Months and days as people type them: in a cell, a title, a sheet's name, a file's name.

Dates in figures are British, day before month, always.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from loaders.files.cells import text
from loaders.files.grid import Cell
from loaders.words.phrases import patterns

_FIRST_HALF = ("january", "february", "march", "april", "may", "june")
_NAMES = (*_FIRST_HALF, "july", "august", "september", "october", "november", "december")
_NUMBERS = {name[:3]: number for number, name in enumerate(_NAMES, start=1)}
_NAME = (
    r"(?P<name>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?"
    r"|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_GAP = r"[\s\-./,]*"
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?\s+)?"
_TIME = r"(?:[ T]\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?Z?)?"
_YEAR = r"(?P<year>(?:19|20)\d{2})"
_SHORT_YEAR = r"(?:(?P<year>(?:19|20)\d{2})|['’]?(?P<short>\d{2}))"

# A year from April to March, such as 2024/25: January to March are of its second half.
_FINANCIAL = r"(?P<year>(?:19|20)\d{2})\s?[/–-]\s?(?:20)?(?P<ends>\d{2})"
_BEFORE_FINANCIAL = _NAME + r"[\s\-–:,(/]*" + _FINANCIAL
_AFTER_FINANCIAL = _FINANCIAL + r"[\s\-–:,)/]*" + _NAME
# One before a month with its own year, "2024/25: April 2024", is no day of that month.
_FINANCIAL_BEFORE = re.compile(_FINANCIAL + r"(?=[\s\-–:,)]*" + _NAME + r"[\s\-./,]*(?:19|20)\d{2})", re.IGNORECASE)

# In the order in which they are tried; in running text a short year needs a hyphen or an apostrophe.
_CELL_FORMS = [
    re.compile(form + _TIME, re.IGNORECASE)
    for form in (
        _BEFORE_FINANCIAL + r"\)?",
        r"\(?" + _AFTER_FINANCIAL,
        _WEEKDAY + _DAY + rf"{_GAP}(?:of\s+)?" + _NAME + _GAP + _SHORT_YEAR,
        _NAME + rf"{_GAP}" + _DAY + r"(?:,\s*|\s+)" + _YEAR,
        _NAME + _GAP + _SHORT_YEAR,
        _YEAR + _GAP + _NAME,
        _YEAR + r"(?P<sep>[\-/.])(?P<number>\d{1,2})(?P=sep)(?P<day>\d{1,2})",
        r"(?P<day>\d{1,2})(?P<sep>[/.\-])(?P<number>\d{1,2})(?P=sep)(?:(?P<year>(?:19|20)\d{2})|(?P<short>\d{2}))",
        r"(?P<number>\d{1,2})[/.\-]" + _YEAR,
        _YEAR + r"[\-/._ ]?(?P<number>\d{2})",
    )
]
_EDGE_BEFORE, _EDGE_AFTER = r"(?<![0-9a-z])", r"(?![0-9a-z])"
TEXT_FORMS = tuple(
    re.compile(_EDGE_BEFORE + form + _EDGE_AFTER, re.IGNORECASE)
    for form in (
        _DAY + rf"{_GAP}(?:of\s+)?" + _NAME + _GAP + _YEAR,
        _BEFORE_FINANCIAL,
        _AFTER_FINANCIAL,
        _DAY + r"[\s\-]" + _NAME + r"[\s\-]" + r"(?P<short>\d{2})",
        _NAME + r"\s+" + _DAY + r",?\s+" + _YEAR,
        _NAME + _GAP + _YEAR,
        _NAME + r"(?:-|\s?['’])(?P<short>\d{2})",
        _YEAR + r"[\s\-]*" + _NAME,
        _YEAR + r"(?P<sep>[\-/.])(?P<number>\d{1,2})(?P=sep)(?P<day>\d{1,2})",
        r"(?P<day>\d{1,2})(?P<sep>[/.\-])(?P<number>\d{1,2})(?P=sep)(?:(?P<year>(?:19|20)\d{2})|(?P<short>\d{2}))",
        r"(?P<number>\d{1,2})[/.\-]" + _YEAR,
        _YEAR + r"[\-/.](?P<number>\d{2})",
    )
)
_NAME_FORMS = (
    *TEXT_FORMS,
    re.compile(_EDGE_BEFORE + _NAME + r"\s*" + r"(?P<short>\d{2})" + _EDGE_AFTER, re.IGNORECASE),
    re.compile(_EDGE_BEFORE + _YEAR + r"\s?(?P<number>0[1-9]|1[0-2])(?P<day>\d{2})?" + _EDGE_AFTER, re.IGNORECASE),
)
_YEAR_MONTH = re.compile(_YEAR + r"[\-.](?P<number>\d{2})")
_BARE_NAME = re.compile(_NAME, re.IGNORECASE)
_AS_AT = re.compile(rf"\b(?:{patterns(__file__, 'made')['as_at']}|w/e)\b", re.IGNORECASE)
_BEFORE_DATE = re.compile(r"^[\s:–-]*(?:the )?(?:end of )?" + _WEEKDAY, re.IGNORECASE)
# The number of the month before its name: "M01 Apr", "01 - April".
_PERIOD = re.compile(r"^(?:(?:m|p|month|period)\s?)?(?:0?[1-9]|1[0-2])(?:[\s\-–.:_]+)(?=[a-z]{3})", re.IGNORECASE)
_FIRST_YEAR, _LAST_YEAR = 1990, 2099


@dataclass(frozen=True)
class When:
    """A month, as its first day, and the day counted, where a day was given."""

    month: dt.date
    day: dt.date | None = None

    @classmethod
    def of(cls, day: dt.date) -> When:
        """The month of a day, and the day."""
        return cls(day.replace(day=1), day)


def in_cell(cell: Cell) -> When | None:
    """The month or day that a cell holds, or ``None``.

    A date that Excel stored as a number (45443) and a month as 202405 are known too.
    """
    if isinstance(cell, dt.datetime):
        cell = cell.date()
    if isinstance(cell, dt.date):
        return When.of(cell) if _FIRST_YEAR <= cell.year <= _LAST_YEAR else None
    if type(cell) is float or type(cell) is int:
        return _from_number(cell)
    if isinstance(cell, str):
        return from_text(text(cell))
    return None


@lru_cache(maxsize=4_000)
def from_text(said: str) -> When | None:
    """The month or day that a text is, whole."""
    said = re.sub(r"^(?:month|period)?\s*(?:ending|ended|as at|at)\s+", "", said, flags=re.IGNORECASE)
    return next((when for form in _CELL_FORMS if (when := _when(form.fullmatch(said)))), None)


def _from_number(value: float) -> When | None:
    if not float(value).is_integer():
        return None
    if 199001 <= value <= 209912 and 1 <= value % 100 <= 12:
        return When(dt.date(int(value) // 100, int(value) % 100, 1))
    # Days since 30 December 1899, from 1990 to 2099, as Excel keeps a date.
    return When.of(dt.date(1899, 12, 30) + dt.timedelta(days=int(value))) if 32874 <= value <= 73050 else None


def in_title(line: str) -> When | None:
    """The one month or day that a line of text names; ``None`` if none, or several that differ.

    After "as at" or "position at" what follows right away counts.
    """
    after = _AS_AT.search(line)
    return (_leading(line[after.end() :]) if after else None) or only_one(line, TEXT_FORMS)


def says_as_at(line: str) -> bool:
    """Whether a line says when figures were counted, such as "Position as at 28 February 2013"."""
    return _AS_AT.search(line) is not None


def _leading(line: str) -> When | None:
    """The month or day that a text begins with, a weekday before it aside."""
    line = _BEFORE_DATE.sub("", line)
    return next((when for form in TEXT_FORMS if (when := _when(form.match(line)))), None)


def in_name(name: str, among: Sequence[str] = ()) -> When | None:
    """The one month or day that the name of a sheet or a file names, or ``None``.

    "2011-12" may be a year from April to March: it is a month only ``among`` other
    names such as "2012-01", which cannot be one.
    """
    when = only_one(name.replace("_", " "), _NAME_FORMS)
    if when is None and _YEAR_MONTH.fullmatch(name.strip()) and any(map(_is_year_month, among)):
        return in_cell(name)
    return when


def _is_year_month(name: str) -> bool:
    return bool(_YEAR_MONTH.fullmatch(name.strip())) and only_one(name, _NAME_FORMS) is not None


def bare_month(name: str) -> int | None:
    """The number of the month if a name is that of a month and no more ("Feb"), or ``None``."""
    found = _BARE_NAME.fullmatch(name.strip())
    return _NUMBERS[found.group("name")[:3].casefold()] if found else None


@lru_cache(maxsize=4_000)
def only_one(line: str, forms: tuple[re.Pattern[str], ...]) -> When | None:
    """The one month that a line names in one of the forms; ``None`` if none, or several that differ."""
    if not any(map(str.isdigit, line)):
        return None
    found: dict[dt.date, set[dt.date | None]] = {}
    taken = _FINANCIAL_BEFORE.sub(lambda match: "~" if _ends_next(match) else match.group(), line)
    for form in forms:
        for match in form.finditer(taken):
            when = _when(match)
            if when and not _is_financial_year(match):
                found.setdefault(when.month, set()).update({when.day} - {None})
        taken = form.sub(lambda match: "~" * len(match.group()), taken)
    if len(found) != 1:
        return None
    [(month, days)] = found.items()
    # "1 February to 28 February" is that month, and neither day.
    return When(month, days.pop() if len(days) == 1 else None)


def _is_financial_year(match: re.Match[str]) -> bool:
    """Whether "2011-12" may be a year from April to March, not December 2011."""
    groups = match.groupdict()
    if (
        groups.get("name")
        or groups.get("day")
        or not groups.get("number")
        or not match.group().startswith(("19", "20"))
    ):
        return False
    return int(groups["number"]) == (int(groups["year"]) + 1) % 100


def _ends_next(match: re.Match[str]) -> bool:
    """Whether the two years of a financial year follow one another."""
    return int(match.group("ends")) == (int(match.group("year")) + 1) % 100


def _when(match: re.Match[str] | None) -> When | None:
    if match is None:
        return None
    groups = match.groupdict()
    year = int(groups.get("year") or 0) or 2000 + int(groups["short"])
    number = _NUMBERS[groups["name"][:3].casefold()] if groups.get("name") else int(groups["number"])
    if groups.get("ends"):
        if not _ends_next(match):
            return None
        year += number < 4
    try:
        day = dt.date(year, number, int(groups.get("day") or 1))
    except ValueError:
        return None
    return When.of(day) if groups.get("day") else When(day)


def of_financial_year(name: str, line: str) -> When | None:
    """The month that a name such as "April" is in the one financial year that a line names; else ``None``."""
    number = bare_month(_PERIOD.sub("", name.strip()))
    years = {
        int(found.group("year")) for found in re.finditer(rf"(?<!\d){_FINANCIAL}(?!\d)", line) if _ends_next(found)
    }
    return When(dt.date(years.pop() + (number < 4), number, 1)) if number and len(years) == 1 else None


def month_words(month: dt.date) -> str:
    """A month in words: "February 2013"."""
    return f"{_NAMES[month.month - 1].capitalize()} {month.year}"


def day_words(day: dt.date) -> str:
    """A day in words: "28 February 2013"."""
    return f"{day.day} {month_words(day)}"
