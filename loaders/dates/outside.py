"""What stands outside a table and says its month: the sheet's name, a title, the headings, the name of the file."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from loaders.dates.datewords import first_said, is_of_something_else, said_in
from loaders.dates.monthlines import names_month_alone
from loaders.dates.months import When, in_name, in_title, of_financial_year, says_as_at
from loaders.dates.periods import in_line, is_month_name
from loaders.dates.printed import PRINTED
from loaders.dates.titlemonths import TitleMonth, ends_month, title_month
from loaders.dates.yearless import of_line
from loaders.files.cells import Kind, number, quoted, text
from loaders.layouts.found import Found, title_lines
from loaders.layouts.header import FIGURES
from loaders.problems import Problems
from loaders.words.phrases import patterns

# What a report made of filters says of itself below its table: "Applied filters: Month is October 2024".
_FILTERED = re.compile(rf"\b{patterns(__file__, 'filters')['filtered']}(?: (?:is|equals)\b|\s?=)", re.IGNORECASE)
_MOST_BELOW = 20


@dataclass(frozen=True)
class Outside:
    """The month that each place outside the table names; ``printed`` is the day on which the report was made.

    ``word``, such as "meeting", stands beside a date that is of something else.
    ``period`` is the month of a quarter or a numbered period, which the line ``period_from`` names.
    ``given`` is the month that a person said; it counts where the others leave the month open.
    ``year_from`` is the line with the financial year of a sheet that is called by its month alone.
    """

    sheet: When | None
    titles: TitleMonth
    headings: When | None
    file: When | None
    printed: When | None
    year_from: str = ""
    below: When | None = None
    word: str = ""
    period: When | None = None
    period_from: str = ""
    given: dt.date | None = None

    @property
    def title(self) -> When | None:
        """The month that the titles say."""
        return self.titles.when

    @property
    def near(self) -> bool:
        """Whether something beside the figures says their month."""
        return bool(self.said)

    @property
    def said(self) -> Mapping[str, When]:
        """What the places beside the figures say, the nearest first, each with what to call it."""
        told = {"the sheet’s name": self.sheet, "the title": self.title, "the headings": self.headings}
        told["the line below the table"] = self.below
        return {place: when for place, when in told.items() if when}

    @property
    def leaves_open(self) -> bool:
        """Whether nothing beside the figures surely says their month."""
        return not self.near or (self.sheet is None and self.titles.is_doubtful)

    @cached_property
    def best(self) -> When | None:
        """The nearest, with the title's day if it is of that month. A day in a file's name may be that of saving it."""
        if self.given and self.leaves_open:
            return When(self.given, self.day_in(self.given))
        if self.titles.is_open and not self.near:
            return None
        far = self.period or self.file or self.printed
        best = next(iter(self.said.values()), None) or (replace(far, day=None) if far else None)
        return replace(best, day=best.day or self.day_in(best.month)) if best else None

    def day_in(self, month: dt.date) -> dt.date | None:
        """The day of the title or the headings, if it is of that month."""
        days = (when.day for when in (self.title, self.headings, self.below) if when and when.month == month)
        return next((day for day in days if day), None)


def _stem(file_name: str) -> str:
    """The name of a file without its folder and its ending."""
    name = file_name.rstrip("/").rpartition("/")[2]
    stem, dot, ending = name.rpartition(".")
    return stem if stem and dot and ending else name


def outside(found: Found, file_name: str) -> Outside:
    """What stands outside a table about its month."""
    called, stem = "" if found.sheet.is_text else found.sheet.name.replace("_", " "), _stem(file_name)
    of_sheet = said_in(called, in_name)
    lines = [said_in(line) for line in found.titles]
    named = of_sheet.when
    if not (named or of_sheet.word or found.sheet.is_text):
        named = in_name(found.sheet.name, found.sheet.among)
    if named and named.day and not ends_month(named.day) and PRINTED.search(called):
        named = None
    headings, titles, of_file = _in_headings(found), title_month(found.titles), said_in(stem.replace("_", " "), in_name)
    for settled in (named, headings, of_file.when):
        titles = titles.settled_by(settled)
    title, year_from = titles.when, ""
    if named is None and not found.sheet.is_text:
        for line in (*found.titles, stem):
            if title is None and (named := of_line(found.sheet.name, line)):
                year_from = line
                break
    below = None if named or title or headings or titles.is_open else _below(found)
    alone = any(map(names_month_alone, found.titles))
    printed = None if alone else next((said.when for said in (*lines, of_sheet) if said.when), None)
    word = next((said.word for said in (*lines, of_sheet, of_file) if said.word), "")
    plain = [called, *found.titles, "" if of_file.when else stem]
    period_from = "" if named or title or headings or below else next(filter(_names_period, plain), "")
    period = in_line(period_from) if period_from else None
    return Outside(
        named, titles, headings, of_file.when, printed, year_from, below, word, period, period_from, found.sheet.month
    )


def _names_period(line: str) -> bool:
    """Whether a line names the quarter or period of its figures, not one of a meeting, a target or a forecast."""
    return in_line(line) is not None and not is_of_something_else(line)


def line_of_year(found: Found, file_name: str) -> str:
    """The title, or the file's name, that names the financial year of months without one; "" for none, or two years."""
    titles = {when: line for line in found.titles if (when := of_financial_year("April", line))}
    stem = _stem(file_name)
    if titles:
        return next(iter(titles.values())) if len(titles) == 1 else ""
    return stem if of_financial_year("April", stem) else ""


def say_year_of_months(found: Found, line: str, problems: Problems) -> None:
    """Note where the months of a column have no year, and which line names that of them all; "" for none."""
    column = found.header.columns.get("month")
    if line and column is not None and any(is_month_name(text(cell)) for cell in set(found.column(column))):
        place = (found.header.last, column)
        problems.add("year_of_months", sheet=found.sheet.name, place=place, line=quoted(line))


def _below(found: Found) -> When | None:
    """The month of a line below the figures that says when they were counted: "Data as at 30 April 2024"."""
    after: list[int] = []
    for row in reversed(found.rows):
        if any(number(cell)[1] in (Kind.NUMBER, Kind.TYPED) for cell in found.sheet.rows[row]):
            break
        after.insert(0, row)
        if len(after) > _MOST_BELOW:
            return None
    return first_said(line for line in title_lines(found.sheet, after) if says_as_at(line) or _FILTERED.search(line))


def _in_headings(found: Found) -> When | None:
    """The one month that the headings of figures name, as in "Children allocated at 31 January 2013"."""
    header = found.header
    if found.shape:
        return None
    headings = [header.headings[column] for name, column in header.columns.items() if name in FIGURES]
    # Without a digit there is no year, and without a year no month.
    named = [in_title(heading) for heading in headings if any(map(str.isdigit, heading))]
    told = [when for when in named if when]
    return told[0] if len({when.month for when in told}) == 1 else None
