"""Rows of months without years, side by side: "Apr, May, June", "Q1, Q2, Q3"; a row of years may stand above them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from loaders.dates.months import bare_month, of_financial_year
from loaders.dates.periods import bare_period, is_month_name
from loaders.files.cells import text
from loaders.files.grid import Cell, Place, Sheet, is_blank
from loaders.layouts.found import title_lines

# Fewer may be names, or the beginning and the end of something, but not behind a heading for the team.
_FEWEST, FEWEST_OF_TEAMS = 3, 2
_LONGEST = 20
_YEAR = re.compile(r"(?:fy\s?)?((?:19|20)\d{2})(?:\s?[/–-]\s?(?:20)?(\d{2}))?", re.IGNORECASE)


@lru_cache(maxsize=20_000)
def is_bare_month(cell: str) -> bool:
    """Whether a text is a month, a quarter or a period without its year."""
    return 0 < len(cell) <= _LONGEST and is_month_name(text(cell))


def bare_months(cells: Sequence[Cell], fewest: int = _FEWEST) -> list[int]:
    """The columns of the months of a row that has them one after another, and no other text among them.

    They may come again, for another measure; what follows the last may be a total or an average.
    """
    known = [column for column, cell in enumerate(cells) if type(cell) is str and is_bare_month(cell)]
    # A quarter among months is a sum or an average of them.
    told = [column for column in known if bare_month(text(cells[column]))] or known
    if len(told) < fewest:
        return []
    other = set(known) - set(told)
    between = [column for column in range(told[0], told[-1]) if not is_blank(cells[column]) and column not in other]
    numbers = [_number(cells[column]) for column in told]
    course = numbers[: numbers.index(numbers[0], 1)] if numbers[0] in numbers[1:] else numbers
    steps = {(later - earlier) % 12 for earlier, later in pairwise(course)}
    again = course * (len(numbers) // len(course)) == numbers
    return told if again and steps <= {1, 3, 11} and len(steps) == 1 and len(between) == len(told) - 1 else []


def _number(cell: Cell) -> int:
    return bare_month(text(cell)) or bare_period(text(cell)) or 0


def years_above(sheet: Sheet, row: int, months: Sequence[int]) -> dict[int, Place]:
    """The place of the year of each month, where the row above has years, each as far as the next.

    None where the months, with these years, do not follow one another.
    """
    if not row:
        return {}
    above = sheet.rows[row - 1]
    places = {column: (row - 1, column) for column, cell in enumerate(above) if not is_blank(cell)}
    if not places or not all(_YEAR.fullmatch(text(above[column])) for column in places):
        return {}
    found = {month: places[max(near)] for month in months if (near := [one for one in places if one <= month])}
    if len(found) < len(months):
        return {}
    courses = [_month(sheet.at(row, month), text(above[place[1]])) for month, place in found.items()]
    # They begin anew for another measure.
    end = next((place for place in range(1, len(courses)) if courses[place] == courses[0]), len(courses))
    again = courses[:end] * (len(courses) // end) == courses
    return found if again and all(later > earlier for earlier, later in pairwise(courses[:end])) else {}


def _month(cell: Cell, year: str) -> int:
    """The months since the year 0, of a month in a calendar or a financial year."""
    said = _YEAR.fullmatch(year)
    number = _number(cell)
    return int(said[1]) * 12 + number + 12 * bool(said[2] and number < 4) if said else 0


def lines_of_years(sheet: Sheet, last: int) -> list[str]:
    """The lines down to a row that name a financial year: one above another block may name another year."""
    return [line for line in title_lines(sheet, range(last + 1)) if of_financial_year("April", line)]
