"""Which month, and which day, a row describes: its own columns, the sheet's name, a title, the file's name.

What stands nearest to the figures wins; where two disagree, the person is told.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from loaders.dates.months import When, day_words, in_cell, month_words
from loaders.dates.outside import line_of_year, outside, say_year_of_months
from loaders.dates.outsidewords import say_outside
from loaders.dates.periods import month_in, serial_in
from loaders.dates.titlemonths import say_titles
from loaders.dates.yearless import (
    of_line,
    plain_month,
    say_periods,
    say_sheet_name,
    say_years_as_days,
    unclear_year,
    why_unreadable,
    with_year,
)
from loaders.files.cells import quoted, text
from loaders.files.formulas import shown_formula
from loaders.files.grid import Cell, is_blank
from loaders.layouts.found import Found
from loaders.layouts.header import DATES
from loaders.problems import Problems

# Counting a month's position a few days into the next is usual; more is a slip of the pen.
_DAYS_AFTER = 10


class Dating:
    """Says of each row of one table which month it is of. ``of`` is called row by row, downwards."""

    def __init__(self, found: Found, file_name: str, problems: Problems, missing: str = "no_month") -> None:
        """Look at the table's columns of dates, and at what stands outside it; ``missing`` says that there is none."""
        self._found, self._missing = found, missing
        self._problems = problems
        self._columns = {n: found.header.columns[n] for n in (*DATES, "year") if n in found.header.columns}
        self._outside = outside(found, file_name)
        if self._outside.near:
            # What stands beside the figures says the month, of which a column says the quarter.
            self._columns.pop("quarter", None)
        self._dated = any(name in self._columns for name in DATES)
        self._year_line = line_of_year(found, file_name) if self._dated and "year" not in self._columns else ""
        self._days_count = self._has_days("date")
        self._last: When | None = None
        self._in_column: dict[dt.date, int] = {}

    def of_plain(self) -> list[When | None]:
        """The month and day of each row of the table of which nothing is to be said; of others, ``None``."""
        rows, told = self._found.rows, self._outside
        if not self._dated:
            return [told.best if told.near else None] * len(rows)
        names = [name for name in DATES if name in self._columns]
        columns = [self._found.column(self._columns[name]) for name in names]
        if self._found.sheet.from_1904 and any(isinstance(cell, float) for cells in columns for cell in cells):
            return [None] * len(rows)
        if len(names) == 1:
            once = {cell: self._of_plain({names[0]: cell}) for cell in set(columns[0])}
            return list(map(once.__getitem__, columns[0]))
        dates = list(zip(*columns, strict=True))
        known = {cells: self._of_plain(dict(zip(names, cells, strict=True))) for cells in set(dates)}
        return [known[cells] for cells in dates]

    def _of_plain(self, cells: Mapping[str, Cell]) -> When | None:
        said = {name: self._of_month(name, when) for name, cell in cells.items() if (when := month_in(cell))}
        when, day = _nearest(said)
        if when is None or len(said) < len(cells) or _is_far(when, day):
            return None
        return self._with_day(when, day)

    def take_all(self, rows: Sequence[int], months: Sequence[dt.date]) -> None:
        """Go on from rows whose months are all known, and none of which is followed by another."""
        if self._dated:
            for row, month in zip(rows, months, strict=True):
                if month not in self._in_column:
                    self._in_column[month] = row

    def take(self, row: int, when: When) -> None:
        """Go on from a row whose month is known."""
        if self._dated:
            self._last = when
            self._in_column.setdefault(when.month, row)

    def of(self, row: int, *, needed: bool = True) -> When | None:
        """The month and day of a row; ``None``, with an error among the problems, where nothing says it.

        ``needed`` is false for a row whose month may be left unsaid, such as a total's.
        """
        if not self._dated:
            return self._from_outside() if needed else self._outside.best
        when = self._from_columns(row, needed)
        if needed:
            if when is None and not self._unreadable(row):
                when = self._carried(row)
            if when is not None:
                self.take(row, when)
        return when

    def finish(self) -> None:
        """Say where the table's own months, the sheet's name, the title and the headings disagree."""
        said = self._outside.said
        if self._outside.sheet and self._outside.year_from and not self._in_column:
            self._say_year(self._outside.sheet)
        say_year_of_months(self._found, self._year_line, self._problems)
        if self._dated:
            say_years_as_days(self._found, self._columns.get("month"), self._problems)
            say_periods(self._found, [self._columns[name] for name in DATES if name in self._columns], self._problems)
        if self._in_column:
            used, source = next(iter(self._in_column)), "the column of months"
            held = set(self._in_column)
        elif self._outside.given and self._outside.leaves_open:
            month = month_words(self._outside.given)
            self._problems.add("month_given", sheet=self._found.sheet.name, month=month)
            return
        elif said:
            source = next(iter(said))
            used = said[source].month
            held = {used}
        else:
            return
        say_sheet_name(self._found, held, self._problems)
        if not self._in_column:
            say_titles(self._outside.titles, used, self._found.sheet.name, self._problems)
        for place, when in said.items():
            if when.month not in held:
                self._say_disagreement(place, when, used, source)
                return

    def _say_year(self, when: When) -> None:
        sheet, line = self._found.sheet.name, quoted(self._outside.year_from)
        self._problems.add("year_of_sheet", sheet=sheet, month=month_words(when.month), line=line)

    def _say_disagreement(self, place: str, said: When, used: dt.date, source: str) -> None:
        column = next((self._columns[name] for name in DATES if name in self._columns), None)
        row = self._in_column.get(used)
        say = "say" if place.endswith("headings") else "says"
        words = {"source": place[0].upper() + place[1:], "say": say, "said": month_words(said.month)}
        self._problems.add(
            "months_disagree",
            sheet=self._found.sheet.name,
            place=(row, column) if row is not None and column is not None else None,
            found=month_words(said.month),
            words=words,
            used=month_words(used),
            nearer=source,
        )

    def _from_outside(self) -> When | None:
        say_outside(self._found, self._outside, self._missing, self._problems)
        return self._outside.best

    def _has_days(self, name: str) -> bool:
        """Whether a column of dates holds any day but the first: then its firsts of the month are days too."""
        column = self._columns.get(name)
        if column is None:
            return False
        cells = {self._found.dated(row, column) for row in self._found.rows}
        return any(when.day is not None and when.day.day != 1 for cell in cells if (when := in_cell(cell)))

    def _from_columns(self, row: int, needed: bool) -> When | None:
        said = {name: when for name in DATES if (when := self._column(row, name, needed))}
        when, day = _nearest(said)
        if when is None:
            return None
        if day and needed and _is_far(when, day):
            self._say_far(row, when, day)
        return self._with_day(when, day)

    def _with_day(self, when: When, day: dt.date | None) -> When:
        return When(when.month, day or self._outside.day_in(when.month))

    def _say_far(self, row: int, when: When, day: dt.date) -> None:
        column = next(self._columns[name] for name in ("as_at", "date", "month") if name in self._columns)
        words = {"month": month_words(when.month), "day": day_words(day)}
        self._problems.add(
            "as_at_far", sheet=self._found.sheet.name, place=(row, column), found=day_words(day), words=words
        )

    def _column(self, row: int, name: str, needed: bool) -> When | None:
        column = self._columns.get(name)
        if column is None:
            return None
        cell = self._found.dated(row, column)
        when = month_in(cell)
        if when:
            if isinstance(cell, dt.date) and isinstance(self._found.cell(row, column), float):
                sheet, day = self._found.sheet.name, day_words(cell)
                self._problems.add("day_from_1904", sheet=sheet, place=(row, column), day=day)
            return self._of_month(name, when)
        said = plain_month(text(cell), self._found.header.headings.get(column, ""))
        year, serial = self._year(row), serial_in(cell)
        when = When.of(serial) if serial else with_year(said, *year) or of_line(said, self._year_line)
        if when is None:
            if needed and (row, column) in self._found.sheet.formulas:
                self._say_formula(row, column)
            elif needed and not is_blank(cell):
                words = {"cell_quoted": quoted(cell), "year": unclear_year(said, *year)}
                code, place = "year_unclear" if words["year"] else why_unreadable(said), (row, column)
                found = text(cell)[:60]
                self._problems.add(code, sheet=self._found.sheet.name, place=place, found=found, words=words)
            return None
        return self._of_month(name, when)

    def _of_month(self, name: str, when: When) -> When:
        """The first of a month without its day where it stands for the month."""
        if when.day and when.day.day == 1 and (name == "month" or (name == "date" and not self._days_count)):
            return When(when.month)
        return when

    def _say_formula(self, row: int, column: int) -> None:
        formula, place = shown_formula(self._found.sheet, (row, column)), (row, column)
        words = {"formula": formula, "label": "the month"}
        self._problems.add("name_without_value", sheet=self._found.sheet.name, place=place, found=formula, words=words)

    def _year(self, row: int) -> tuple[str, str]:
        """The year beside a month in a column of its own, and the column's heading; both "" where there is none."""
        column = self._columns.get("year")
        return (
            ("", "") if column is None else (text(self._found.cell(row, column)), self._found.header.headings[column])
        )

    def _unreadable(self, row: int) -> bool:
        places = [(row, self._columns[name]) for name in DATES if name in self._columns]
        return any(place in self._found.sheet.formulas or not is_blank(self._found.cell(*place)) for place in places)

    def _carried(self, row: int) -> When | None:
        """A blank month under a filled one: the same month, and a remark."""
        if self._last is None:
            return self._from_outside()
        column = next(self._columns[name] for name in DATES if name in self._columns)
        month = month_words(self._last.month)
        self._problems.add("month_blank", sheet=self._found.sheet.name, place=(row, column), month=month)
        return self._last


def _nearest(said: Mapping[str, When]) -> tuple[When | None, dt.date | None]:
    """The month by the columns of a row, and the day, each from the column that says it best."""
    when = next((said[name] for name in DATES if name in said), None)
    return when, next((said[name].day for name in reversed(DATES) if name in said and said[name].day), None)


def _is_far(when: When, day: dt.date | None) -> bool:
    return day is not None and not -1 < (day - when.month).days < 31 + _DAYS_AFTER
