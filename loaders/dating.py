"""Which month, and which day, a row describes: its own columns, the sheet's name, a title, the file's name.

What stands nearest to the figures wins; where two disagree, the person is told.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace
from pathlib import PurePath

from loaders.cells import quoted, text
from loaders.grid import is_blank
from loaders.header import DATES, Found
from loaders.months import When, bare_month, in_cell, in_name, in_title, month_words
from loaders.problems import Problems

_AS_AT = re.compile(r"\b(?:as at|as of|position at|snapshot)\b", re.IGNORECASE)
_WHERE_TO_TYPE = (
    "Add a column headed Month (such as Feb-2013), or call the sheet “Feb 2013”, "
    "or write “Position as at 28 February 2013” above the table."
)


@dataclass(frozen=True)
class _Sources:
    """The month that each place outside the table names."""

    sheet: When | None
    title: When | None
    file: When | None

    @property
    def best(self) -> When | None:
        """The nearest, with the title's day if it is of that month."""
        best = self.sheet or self.title or (replace(self.file, day=None) if self.file else None)
        if best and not best.day and self.title and self.title.month == best.month:
            return self.title
        return best


class Dating:
    """Says of each row of one table which month it is. ``of`` is called row by row, downwards."""

    def __init__(self, found: Found, file_name: str, problems: Problems) -> None:
        self._found = found
        self._problems = problems
        self._columns = {name: found.header.columns[name] for name in (*DATES, "year") if name in found.header.columns}
        self._dated = any(name in self._columns for name in DATES)
        self._sources = _sources(found, file_name)
        self._days_count = self._has_days("date")
        self._last: When | None = None
        self._in_column: dict[dt.date, int] = {}

    def of(self, row: int, *, needed: bool = True) -> When | None:
        """The month and day of a row; ``None``, with an error among the problems, where nothing says it.

        ``needed`` is false for a row whose month does not matter, such as a total's.
        """
        if not self._dated:
            return self._from_outside() if needed else self._sources.best
        when = self._from_columns(row, needed)
        if when is None and needed and not self._unreadable(row):
            when = self._carried(row)
        if when is not None and needed:
            self._last = when
            self._in_column.setdefault(when.month, row)
        return when

    def finish(self) -> None:
        """Say where the table's own months, the sheet's name and the title disagree."""
        name, title = self._sources.sheet, self._sources.title
        if self._in_column:
            if name and name.month not in self._in_column:
                self._disagree(f"The sheet's name says {month_words(name.month)}", "the column's months are used")
            elif title and title.month not in self._in_column:
                self._disagree(f"The title says {month_words(title.month)}", "the column's months are used")
        elif name and title and name.month != title.month:
            self._disagree(
                f"The title says {month_words(title.month)}",
                f"{month_words(name.month)}, from the sheet's name, is used",
            )

    def _disagree(self, what: str, used: str) -> None:
        row = next(iter(self._in_column.values()), None)
        column = next((self._columns[name] for name in DATES if name in self._columns), None)
        place = (row, column) if row is not None and column is not None else None
        self._problems.add(
            "warning",
            "months_disagree",
            f"{what}, but the figures are for another month; {used}. Check which is right.",
            sheet=self._found.sheet.name,
            place=place,
            to_do="Check which month is right",
        )

    def _from_outside(self) -> When | None:
        best = self._sources.best
        if best is None:
            self._problems.add(
                "error",
                "no_month",
                f"Nothing says which month the figures are for. {_WHERE_TO_TYPE}{self._bare_name_hint()}",
                sheet=self._found.sheet.name,
                expected="a month",
                to_do=_WHERE_TO_TYPE,
            )
        elif not self._sources.sheet and not self._sources.title:
            self._problems.add(
                "note",
                "month_from_file_name",
                f"The month, {month_words(best.month)}, is taken from the name of the file.",
                sheet=self._found.sheet.name,
            )
        return best

    def _bare_name_hint(self) -> str:
        if self._found.sheet.is_text or bare_month(self._found.sheet.name) is None:
            return ""
        return f" The sheet's name, {quoted(self._found.sheet.name)}, names a month without its year."

    def _has_days(self, name: str) -> bool:
        """Whether a column of dates holds any day but the first: then its firsts of the month are days too."""
        column = self._columns.get(name)
        if column is None:
            return False
        cells = {self._found.cell(row, column) for row in self._found.rows}
        return any(when.day is not None and when.day.day != 1 for cell in cells if (when := in_cell(cell)))

    def _from_columns(self, row: int, needed: bool) -> When | None:
        month, date, as_at = (self._column(row, name, needed) for name in DATES)
        when = month or date or as_at
        if when is None:
            return None
        day = next((said.day for said in (as_at, date, month) if said and said.day), None)
        title = self._sources.title
        if day is None and title and title.day and title.month == when.month:
            day = title.day
        return When(when.month, day)

    def _column(self, row: int, name: str, needed: bool) -> When | None:
        column = self._columns.get(name)
        if column is None:
            return None
        cell = self._found.cell(row, column)
        when = in_cell(cell) or self._with_year(row, text(cell))
        if when is None:
            if needed and not is_blank(cell):
                self._say_unreadable(row, column)
            return None
        if when.day and when.day.day == 1 and (name == "month" or (name == "date" and not self._days_count)):
            return When(when.month)
        return when

    def _with_year(self, row: int, said: str) -> When | None:
        """The month of "April" beside a column of years; a year "2012/13" runs from April to March."""
        number, column = bare_month(said), self._columns.get("year")
        years = re.findall(r"\d{4}|\d{2}", text(self._found.cell(row, column))) if column is not None and number else []
        if not years or number is None or len(years[0]) != 4:
            return None
        later = len(years) > 1 and number < 4
        return When(dt.date(int(years[0]) + later, number, 1)) if 1989 <= int(years[0]) <= 2098 else None

    def _unreadable(self, row: int) -> bool:
        return any(not is_blank(self._found.cell(row, self._columns[name])) for name in DATES if name in self._columns)

    def _carried(self, row: int) -> When | None:
        """A blank month under a filled one: the same month, and a remark."""
        column = next(self._columns[name] for name in DATES if name in self._columns)
        if self._last is None:
            return self._from_outside()
        self._problems.add(
            "warning",
            "month_blank",
            f"The month is blank; the row is read as {month_words(self._last.month)}, like the row above.",
            sheet=self._found.sheet.name,
            place=(row, column),
            to_do="Type the month in every row",
            many="{n} cells of column {column}, the first at {first}, have no month; their rows are read as the month above. Type the month in every row.",
        )
        return self._last

    def _say_unreadable(self, row: int, column: int) -> None:
        cell = self._found.cell(row, column)
        self._problems.add(
            "error",
            "unreadable_month",
            f"{quoted(cell)} is not a month or a date that can be read. Type it as Feb-2013 or as 28/02/2013, day before month.",
            sheet=self._found.sheet.name,
            place=(row, column),
            found=text(cell),
            expected="a month or a date",
            to_do="Type it as Feb-2013 or 28/02/2013",
            many="{n} cells of column {column}, the first at {first}, hold no month or date that can be read. Type them as Feb-2013 or as 28/02/2013, day before month.",
        )


def _sources(found: Found, file_name: str) -> _Sources:
    named = None if found.sheet.is_text else in_name(found.sheet.name)
    dated = [line for line in found.titles if _AS_AT.search(line)]
    title = next((when for line in (*dated, *found.titles) if (when := in_title(line))), None)
    return _Sources(named, title, in_name(PurePath(file_name).stem))
