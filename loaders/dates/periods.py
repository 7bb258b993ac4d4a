"""Quarters and numbered periods of a financial year, which stand for a month: Q3 2023/24 for December.

A quarter's figures are those at its end. A financial year runs from April to March, and its periods are counted from
April. A year that is not written as a financial one ("Q3 2023") leaves open which is meant: then there is no month.
"""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache

from loaders.dates.months import When, bare_month, from_text, in_cell
from loaders.dates.quarters import period_of
from loaders.files.cells import text
from loaders.files.grid import Cell

_LONGEST = 50
_YEARS = re.compile(
    r"(?<![\d/])(?:f(?:inancial )?y(?:ear)?\s?)?((?:19|20)?\d{2})\s?[/–-]\s?(?:20)?(\d{2})(?![\d/])", re.IGNORECASE
)
_NUMBERED = re.compile(r"(?<![a-z0-9])(?:p|pd|period|m|mth|month)[\s.\-–_]?(0?[1-9]|1[0-2])(?![\da-z])", re.IGNORECASE)
_NUMBER_OF = (
    re.compile(r"(?<![a-z0-9])(?:q|qtr|quarter)[\s.\-–_]?([1-4])(?![\da-z])", re.IGNORECASE),
    re.compile(r"(?<![a-z0-9])([1-4])(?:st|nd|rd|th)\s(?:qtr|quarter)(?![a-z])", re.IGNORECASE),
)
# "Q1-3" and "M1 to 6" are several.
_SEVERAL = re.compile(r"\d\s?(?:[-–&+]|to|and)\s?(?:q|p|m)?\d{1,2}(?!\d)", re.IGNORECASE)
_BESIDE = {"", "fy", "of", "of fy", "financial year", "end", "end of", "month", "for"}
_BETWEEN = re.compile(r"[\s\-–:,/()_.]*(?:of|fy|for)?[\s\-–:,/()_.]*", re.IGNORECASE)
_RANGE = re.compile(r"\b[a-z]{3,9}\s?(?:-|–|to)\s?[a-z]{3,9}\b", re.IGNORECASE)

# What may stand before or behind a day or a month in a cell.
_BEFORE = re.compile(
    r"^(?:(?:position|data|figures|month|period|quarter|qtr|week|wk|year)?\s*"
    r"(?:ending|ended|end of(?: the)?|end|as at|as of|at)"
    r"|(?:quarter|qtr) to|(?:week|wk) (?:commencing|beginning)|w/?[ecb]|m/?e)[\s.:]+",
    re.IGNORECASE,
)
_BEHIND = re.compile(r"\s*(?:[*†‡]+|\((?:[a-z][a-z .]+|[pqm]\s?\d{1,2})\))$", re.IGNORECASE)
_PERIOD_BEFORE = re.compile(r"^(?:p|m|period|month)\s?\d{1,2}[\s\-–:.(]+(?=[a-z]{3})", re.IGNORECASE)
_DIGITS = re.compile(r"((?:19|20)\d{2})(\d{2})(\d{2})(?:T\d{4,6}Z?)?")
_DIGITS_DAY_FIRST = re.compile(r"(\d{2})(\d{2})((?:19|20)\d{2})")
_FROM_TO = re.compile(r"(?:from )?(.*\S)\s+(?:-|–|to)\s+(\S.*)", re.IGNORECASE)
_OFFSET = re.compile(r"(?<=:\d{2})(?:\.\d+)?[+-]\d{2}:?\d{2}$")
_SERIAL = re.compile(r"[3-7]\d{4}(?:\.0+)?")


def month_in(cell: Cell) -> When | None:
    """The month or day of a cell of dates: as :func:`loaders.dates.months.in_cell`, or by its quarter or period."""
    when = in_cell(cell)
    if when:
        return when
    if isinstance(cell, str):
        return month_in_text(text(cell))
    return month_in_text(text(cell)) if type(cell) in (int, float) and 19_900_101 <= cell <= 31_122_099 else None  # type: ignore[operator]


def serial_in(cell: Cell) -> dt.date | None:
    """The day that a text such as "45351" is, as Excel counts days from 1900; ``None`` for any other."""
    if not isinstance(cell, str) or not _SERIAL.fullmatch(text(cell)):
        return None
    when = in_cell(float(text(cell)))
    return when.day if when else None


@lru_cache(maxsize=4_000)
def month_in_text(said: str) -> When | None:
    """The month or day that a text is, where no plain form of one is it."""
    if not said or len(said) > _LONGEST or not any(map(str.isdigit, said)):
        return None
    return _day(said) or of_period(said)


def _day(said: str) -> When | None:
    """The day or month of a text, without what may stand around it."""
    digits = _DIGITS.fullmatch(said)
    if not (digits and from_text("-".join(digits.groups()))):
        digits = _DIGITS_DAY_FIRST.fullmatch(said)
    if digits:
        said = "-".join(digits.groups())
    bare = _BEHIND.sub("", _BEFORE.sub("", _OFFSET.sub("", said)))
    bare = _PERIOD_BEFORE.sub("", bare)
    return from_text(bare) if bare != said or digits else _of_range(said)


def _of_range(said: str) -> When | None:
    """The month that two days lie in, such as its first and its last."""
    ends = _FROM_TO.fullmatch(said)
    first, last = (from_text(end) for end in ends.groups()) if ends else (None, None)
    return When(first.month) if first and last and first.month == last.month else None


def is_period(cell: Cell) -> bool:
    """Whether a cell holds a quarter or a period with its financial year, and no month or day."""
    return isinstance(cell, str) and in_cell(cell) is None and of_period(text(cell)) is not None


@lru_cache(maxsize=4_000)
def of_period(said: str) -> When | None:
    """The month of a quarter or period with its financial year, the whole of a text: "Q3 2023/24", "2023-24 M11"."""
    if not said or len(said) > _LONGEST or not any(map(str.isdigit, said)):
        return None
    quarter = period_of(said)
    if quarter and quarter.period in ("Q1", "Q2", "Q3", "Q4"):
        known = quarter.year is not None and not quarter.is_bare and quarter.rest in _BESIDE
        return _month(int(quarter.period[1]) * 3, quarter.year) if known else None  # type: ignore[arg-type]
    number, year = _NUMBERED.search(said), _year_in(said)
    if number is None or year is None:
        return None
    rest = _YEARS.sub(" ", said[: number.start()] + " " + said[number.end() :])
    return _month(int(number[1]), year) if _BETWEEN.fullmatch(rest) else None


def bare_period(said: str) -> int | None:
    """The number of the month, 1 for January, of a quarter or period without its year: "Q3", "Quarter 3", "P11"."""
    said = text(said)
    if len(said) > _LONGEST or not said:
        return None
    quarter = period_of(said)
    if quarter:
        bare = quarter.period in ("Q1", "Q2", "Q3", "Q4") and quarter.year is None and quarter.rest in _BESIDE
        return _calendar(int(quarter.period[1]) * 3) if bare else None
    number = _NUMBERED.fullmatch(said)
    return _calendar(int(number[1])) if number else None


def of_year(name: str, line: str) -> When | None:
    """The month of a quarter or period such as "Q3" in the one financial year that a line names; else ``None``."""
    number, year = bare_period(name), _year_in(line)
    return When(dt.date(year + (number < 4), number, 1)) if number and year is not None else None


def in_line(line: str) -> When | None:
    """The month of the one quarter or period that a line names right beside its one financial year; else ``None``."""
    line = line.replace("_", " ")
    year = _year_in(line)
    if year is None or _SEVERAL.search(_YEARS.sub("~", line)):
        return None
    found = [match for form in _NUMBER_OF for match in form.finditer(line)]
    quarters = bool(found)
    found = found or list(_NUMBERED.finditer(line))
    beside = [match for match in found if any(_is_beside(line, match, years) for years in _YEARS.finditer(line))]
    ends = {int(match[1]) * (3 if quarters else 1) for match in found} if beside else set()
    return _month(ends.pop(), year) if len(ends) == 1 else None


def _is_beside(line: str, number: re.Match[str], years: re.Match[str]) -> bool:
    first, last = sorted((number.span(), years.span()))
    return _BETWEEN.fullmatch(_RANGE.sub(" ", line[first[1] : last[0]])) is not None


def _year_in(line: str) -> int | None:
    """The calendar year of the April of the one financial year that a line names; ``None`` for none, or several."""
    found = {(int(first) % 100, int(first)) for first, last in _YEARS.findall(line) if _follow(first, last)}
    if len({short for short, _ in found}) != 1:
        return None
    year = max(long for _, long in found)
    return year if year > 100 else 2000 + year


def _follow(first: str, last: str) -> bool:
    return (int(first) + 1) % 100 == int(last)


def _month(number: int, year: int) -> When:
    """The month with a number counted from April, of the financial year that begins in a calendar year."""
    return When(dt.date(year + (number > 9), _calendar(number), 1))


def _calendar(number: int) -> int:
    return (number + 2) % 12 + 1


def is_month_name(said: str) -> bool:
    """Whether a text names a month, a quarter or a period and no year."""
    return bare_month(said) is not None or bare_period(said) is not None
