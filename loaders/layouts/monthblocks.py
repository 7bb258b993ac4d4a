"""The rows below one row of months, up to the next: whose figures they are, and of what measure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from loaders.dates.months import in_title
from loaders.files.cells import Kind, number, text
from loaders.files.grid import Cell, Place, Sheet, is_blank
from loaders.layouts.measures import measure_of
from loaders.layouts.monthhead import MonthHeading, is_line
from loaders.layouts.monthsections import MonthSections
from loaders.layouts.pivot import Fact


class MonthBlock:
    """The rows below one row of months, up to the next."""

    def __init__(
        self, sheet: Sheet, filled: Mapping[Place, Cell], heading: MonthHeading, after: int, before: int
    ) -> None:
        """Of a sheet, with what its merged ranges show, the rows of a heading between ``after`` and ``before``."""
        self._sheet = sheet
        self._filled = filled
        self._heading = heading
        self._after = after
        rows = [row for row in sheet.filled_rows if heading.last < row < before]
        with_figures = [
            row for row in rows if self._has_figures(row) and not (row == before - 1 and is_line(sheet, row))
        ]
        self.last = with_figures[-1] if with_figures else heading.last
        self._rows = [row for row in rows if row <= self.last]

    def _has_figures(self, row: int) -> bool:
        places = [(row, column) for column in self._heading.columns]
        formulas, faults = self._sheet.formulas, self._sheet.faults
        return any(not is_blank(self._sheet.at(*place)) or place in formulas or place in faults for place in places)

    def _said(self, row: int, column: int) -> str:
        value = self._sheet.at(row, column)
        return text(self._filled.get((row, column), value) if value == "" else value)

    def facts(self) -> Iterator[Fact]:
        """Every figure of the block."""
        heading = self._heading
        title, beside = heading.corner or self._title(), self._measures_beside()
        by_row = self._names_are_measures()
        about = MonthSections(self._sheet, self._filled, heading, self._after)
        column_of = heading.name if by_row else next(iter(beside.values()), (0, -1))[1]
        of_rows = about.of_rows(self._rows, column_of, by_row=by_row)
        words: dict[str, Place] = {}
        team: Place | None = None
        for row in self._rows:
            words |= {name: (row, column) for name, column in self._wordy() if self._said(row, column)}
            # A team is often typed once for all its measures.
            if self._said(row, heading.name) or row not in beside:
                team = (row, heading.name)
            for column, month in heading.columns.items():
                measure = beside.get(row) or heading.measures.get(column) or title
                whose = title if by_row else team
                if measure and whose and self._said(*whose):
                    at = (row, heading.name) if by_row else measure
                    section = of_rows[row] if at[0] == row or row in beside else self._section(about, at)
                    year = {"year": heading.years[column]} if column in heading.years else {}
                    yield Fact(month, whose, at, (row, column), words | year, section)

    def others(self) -> list[Place]:
        """The headings beside the months of columns of figures that are read as nothing."""
        heading = self._heading
        known = {heading.name, *heading.words.values(), *heading.columns}
        beside = {place[1] for place in self._measures_beside().values()}
        return [
            (heading.last, column)
            for column in range(len(self._sheet.rows[heading.last]))
            if column not in known | beside
            and self._said(heading.last, column)
            and any(number(self._sheet.at(row, column))[1] in (Kind.NUMBER, Kind.TYPED) for row in self._rows)
        ]

    def _section(self, about: MonthSections, measure: Place) -> str:
        return about.over(measure) if measure in self._heading.measures.values() else about.over_title(measure)

    def _wordy(self) -> list[tuple[str, int]]:
        """The columns of areas and of kinds of team."""
        words, name = self._heading.words, self._heading.name
        return [(word, words[word]) for word in ("area", "kind") if word in words and words[word] != name]

    def _title(self) -> Place | None:
        """The line above the months, or the word in their corner, that names the block."""
        corner = (self._heading.last, self._heading.name)
        counts = measure_of(self._said(*corner))
        # The children of "Social workers" are not the number of these.
        if counts and not (counts == "workers" and any(measure_of(self._said(*title)) for title in self._titles())):
            return corner
        nearest: Place | None = None
        for place in self._titles():
            if nearest and place[0] < nearest[0] - 1:
                break
            if measure_of(self._said(*place)):
                return place
            # A line such as "2012-13" or "as at 31 March 2013" is no name, and what stands above it may be.
            named = re.search(r"[A-Za-z]{3}", self._said(*place)) and not in_title(self._said(*place))
            nearest = nearest or (place if named else None)
        return nearest

    def _titles(self) -> Iterator[Place]:
        """The lines of text above the months, the nearest first."""
        for row in range(self._heading.row - 1, self._after, -1):
            cells = [(row, column) for column, cell in enumerate(self._sheet.rows[row]) if not is_blank(cell)]
            if len(cells) == 1 and isinstance(self._sheet.at(*cells[0]), str):
                yield cells[0]

    def _measures_beside(self) -> dict[int, Place]:
        """The measure of each row, where a column left of the months names it; it stands for the rows below too.

        The column that is headed so, else that with most measures, the one nearest to the months of two alike.
        """
        heading = self._heading
        others = (heading.name, heading.words.get("area"), heading.words.get("kind"))
        named = []
        for column in range(min(heading.columns)):
            if column not in others:
                told = {name for row in self._rows if (name := measure_of(self._said(row, column)))}
                named.append((column == heading.words.get("measure"), len(told), column))
        best = max((one for one in named if one[1]), default=None)
        return self._carried(best[2]) if best else {}

    def _carried(self, column: int) -> dict[int, Place]:
        found: dict[int, Place] = {}
        last: Place | None = None
        for row in self._rows:
            if self._said(row, column):
                last = (row, column)
            if last:
                found[row] = last
        return found

    def _names_are_measures(self) -> bool:
        """Whether the rows are the measures of one team, which the title names."""
        names = [self._said(row, self._heading.name) for row in self._rows]
        if "team" in self._heading.words or not names:
            return False
        return sum(measure_of(name) is not None for name in names) > len(names) / 2
