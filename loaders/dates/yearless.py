"""Months, quarters and periods without a year of their own: the year stands beside them, or in a line; and what to say.

Of a cell that is no month the cause is named where it can be told, so that somebody knows what to type instead.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection, Sequence

from loaders.dates.months import When, bare_month, day_words, in_cell, month_words, of_financial_year
from loaders.dates.periods import bare_period, is_month_name, is_period, month_in, of_year, serial_in
from loaders.files.cells import quoted, text
from loaders.files.grid import Cell
from loaders.layouts.found import Found
from loaders.problems import Problems

_FINANCIAL = re.compile(r"\bfin(?:ancial)?\b|\bFY\b", re.IGNORECASE)
_NUMBER = re.compile(r"0?[1-9]|1[0-2]")
_DAY_OR_YEAR = re.compile(r"\d{1,2}(?:st|nd|rd|th)?[\s\-/.]+([a-z]{3,9})\.?|\d{1,2}\s?[-/.]\s?\d{2}", re.IGNORECASE)
_MONTH_FIRST = re.compile(r"(?:0?[1-9]|1[0-2])[/.\-](?:1[3-9]|2\d|3[01])[/.\-](?:\d{2}|\d{4})")
_CALENDAR_YEAR = re.compile(r"(.*\S)[\s\-–,]+((?:19|20)\d{2})")
_FEWEST_ALIKE = 2
_OF_PERIODS = re.compile(r"\bperiod\b", re.IGNORECASE)
_NUMBERED_NAME = re.compile(r"(?:m|p|month|period)?\s?(?:0?[1-9]|1[0-2])\s?[-–.:_]\s?([a-z]{3,9})", re.IGNORECASE)
_WEEK_BEGINS = re.compile(r"(?:week (?:commencing|beginning)|w/?[cb])\b", re.IGNORECASE)


def plain_month(said: str, heading: str) -> str:
    """A cell of months without the number before the month's name; below "Period" a number as a period, "P7".

    Periods are those of a financial year, counted from April.
    """
    if _OF_PERIODS.search(heading) and _NUMBER.fullmatch(said):
        return f"P{said}"
    named = _NUMBERED_NAME.fullmatch(said)
    return named[1] if named and bare_month(named[1]) else said


def with_year(said: str, year: str, heading: str) -> When | None:
    """The month of "April" or "Q3" beside a year; a year "2012/13" runs from April to March.

    A month may be its number too, 4, but not in a year from April to March: there 4 may be the fourth, July.
    ``heading`` is that of the column of years.
    """
    years = re.findall(r"\d{4}|\d{2}", year)
    if len(years) > 1 and bare_period(said):
        return of_year(said, year)
    number = bare_month(said) or (int(said) if len(years) == 1 and _NUMBER.fullmatch(said) else None)
    if number is None or not years or not 1989 <= int(years[0]) <= 2098:
        return None
    if number < 4 and unclear_year(said, year, heading):
        return None
    return When(dt.date(int(years[0]) + (len(years) > 1 and number < 4), number, 1))


def unclear_year(said: str, year: str, heading: str) -> str:
    """The one year beside January to March under a heading "Financial year": it began then, or ended; else ""."""
    if not re.fullmatch(r"\d{4}", year):
        return ""
    unclear = (bare_month(said) or 4) < 4 and _FINANCIAL.search(heading)
    return year if unclear or bare_period(said) else ""


def of_line(said: str, line: str) -> When | None:
    """The month of "April", "Q3" or "P11" in the one financial year that a line names; ``None`` without one."""
    return of_financial_year(said, line) or of_year(said, line) if line else None


def why_unreadable(said: str) -> str:
    """The code of what is to be said of a text that is no month."""
    if is_month_name(said):
        return "month_without_year"
    named = _CALENDAR_YEAR.fullmatch(said)
    if named and bare_period(named[1]):
        return "year_of_period_unclear"
    if _MONTH_FIRST.fullmatch(said):
        return "month_before_day"
    found = _DAY_OR_YEAR.fullmatch(said)
    return "day_or_year" if found and (not found[1] or bare_month(found[1])) else "unreadable_month"


def say_sheet_name(found: Found, months: Collection[dt.date], problems: Problems) -> None:
    """Warn where a sheet is called by a month without a year, and all its figures are read as those of others."""
    number = None if found.sheet.is_text else bare_month(found.sheet.name)
    if number and months and number not in {month.month for month in months}:
        problems.add("month_not_of_sheet_name", sheet=found.sheet.name, month=month_words(min(months)))


def say_years_as_days(found: Found, column: int | None, problems: Problems) -> None:
    """Warn where all days of a column of months are alike and may be years: Excel takes "Apr-23" for 23 April."""
    days = {cell for cell in found.column(column) if isinstance(cell, dt.date)} if column is not None else set()
    if len(days) < _FEWEST_ALIKE or len({day.day for day in days}) > 1:
        return
    first = min(days)
    if 9 < first.day < 28 and all(day.year > 2000 + day.day for day in days):
        words = {"day": day_words(first), "typed": f"{month_words(first)[:3]}-{first.day}"}
        place = (next(row for row in found.rows if found.cell(row, column or 0) == first), column or 0)
        problems.add("years_as_days", sheet=found.sheet.name, place=place, words=words)


def say_periods(found: Found, columns: Sequence[int], problems: Problems) -> None:
    """Say which cells of columns of dates were read by their quarter or period, or by a number of days."""
    for column in columns:
        cells = found.column(column)
        heading = found.header.headings.get(column, "")
        told = {cell: said for cell in set(cells) if (said := _said_of(cell, heading))}
        for code in dict.fromkeys(code for code, _ in told.values()):
            row, cell = next((row, cell) for row, cell in zip(found.rows, cells, strict=True) if _is(cell, code, told))
            place = (row, column)
            words = {"cell_quoted": quoted(cell), "read": told[cell][1]}
            problems.add(code, sheet=found.sheet.name, place=place, found=text(cell)[:60], words=words)


def _is(cell: Cell, code: str, told: dict[Cell, tuple[str, str]]) -> bool:
    return cell in told and told[cell][0] == code


def _said_of(cell: Cell, heading: str) -> tuple[str, str] | None:
    """The code of what is to be said of a cell that was read as a month, and what it was read as; ``None`` for most."""
    if type(cell) in (int, float) and plain_month(text(cell), heading) == text(cell):
        return None
    if not isinstance(cell, str | int | float) or in_cell(cell) is not None:
        return None
    cell = plain_month(text(cell), heading)
    if serial := serial_in(cell):
        return "day_as_number", day_words(serial)
    when = month_in(cell)
    if when and is_period(cell):
        return "period_as_month", month_words(when.month)
    if number := bare_period(cell):
        return "period_as_month", month_words(dt.date(2000, number, 1)).split()[0]
    last = when.day + dt.timedelta(days=6) if when and when.day else None
    if when and when.day and last and last.month != when.month.month and _WEEK_BEGINS.match(text(cell)):
        return "week_of_two_months", day_words(when.day)
    return None
