"""The activity report as a long list: a row for each measure and period, with its numerator, denominator and value."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from loaders.dates.months import in_cell
from loaders.dates.quarters import PREVIOUS, Said, month_of, period_of, quarter_to, year_in, year_words
from loaders.files.cells import quoted, text
from loaders.files.grid import Cell, cell_name, is_blank
from loaders.problems import Problems
from loaders.quarterly.activityapart import named_apart
from loaders.quarterly.activityfigure import Figure, read_figure
from loaders.quarterly.activityhead import (
    NUMBERED,
    ActivityHead,
    Figures,
    block_of,
    part_of,
    plainly,
)
from loaders.quarterly.activitylist import FIGURES
from loaders.quarterly.activityrows import Measure, implied_part

# The part of a value whose unit nothing says yet.
_OPEN = "value"


@dataclass(frozen=True)
class ReportRows:
    """The measures of one report, and a stand-in for its headings: a column of figures for each period.

    ``year`` is the financial year that the report is of, by the calendar year of its April.
    """

    year: int
    head: ActivityHead
    measures: Sequence[Measure]


def read_long(head: ActivityHead, file_name: str, problems: Problems) -> list[ReportRows]:
    """The reports of a long list, a year each; a year of which only the whole is given belongs to the one after it.

    Rows whose measure or period cannot be told are among the problems, and so is a figure that stands twice.
    """
    return _List(head, file_name, problems).run()


class _List:
    def __init__(self, head: ActivityHead, file_name: str, problems: Problems) -> None:
        self._head, self._sheet, self._problems = head, head.sheet, problems
        self._outside = _year_outside(head, file_name)
        self._ends_quarters = self._are_quarter_ends()
        self._measures: dict[tuple[int, str | None, str], Measure] = {}
        self._columns: dict[tuple[str, int], Figures] = {}

    def run(self) -> list[ReportRows]:
        rows = [row for row in self._sheet.filled_rows if row > self._head.last]
        periods = {row: said for row in rows if (said := self._period(row))}
        parted = {said.year for said in periods.values() if said.period != "year"}
        of_report = {year: year if year in parted or (year or 0) + 1 not in parted else (year or 0) + 1
                     for year in {said.year for said in periods.values()}}  # fmt: skip
        for row in rows:
            if row in periods:
                self._row(row, periods[row], of_report[periods[row].year] or 0)
            elif self._has_figures(row):
                self._problems.add("activity_no_period", sheet=self._sheet.name, place=(row, self._time_column))
        return [self._report(year) for year in sorted({year for year, *_ in self._measures})]

    @property
    def _time_column(self) -> int:
        return next(
            self._head.named[name] for name in ("quarter", "period", "month", "year") if name in self._head.named
        )

    def _cell(self, row: int, name: str) -> Cell:
        column = self._head.named.get(name)
        return "" if column is None else self._sheet.at(row, column)

    def _has_figures(self, row: int) -> bool:
        places = [(row, self._head.named[name]) for name in FIGURES if name in self._head.named]
        unseen = {*self._sheet.formulas, *self._sheet.faults}
        return any(place in unseen or not is_blank(self._sheet.at(*place)) for place in places)

    def _are_quarter_ends(self) -> bool:
        """Whether a column headed Period has dates that all end quarters; said, as they could be months."""
        rows = [row for row in self._sheet.filled_rows if row > self._head.last]
        whens = [when for row in rows if (when := in_cell(self._cell(row, "period")))]
        ends = len(set(whens)) > 1 and all(when.day and when.month.month % 3 == 0 for when in whens)
        if ends:
            place = (self._head.last, self._head.named["period"])
            self._problems.add("activity_quarter_ends", sheet=self._sheet.name, place=place)
        return ends

    def _period(self, row: int) -> Said | None:
        """The period that a row is of, its year known; ``None`` where that cannot be told."""
        said = self._said(row)
        year = self._year(row)
        if said is None or (year is not None and said.year is not None and year != said.year):
            return None
        of = said.year if said.year is not None else year if year is not None else self._outside
        if of is None:
            return None
        return Said("year", of - 1, "") if said.period == PREVIOUS and said.year is None else replace(said, year=of)

    def _said(self, row: int) -> Said | None:
        """What the columns of quarter, month and period say."""
        quarter, month, period = (self._cell(row, name) for name in ("quarter", "month", "period"))
        if not is_blank(quarter):
            return _quarter(quarter)
        for cell, ends_quarter in ((month, False), (period, self._ends_quarters)):
            if not is_blank(cell):
                named = None if ends_quarter else month_of(cell)
                return Said(named[0], named[1], "") if named else _quarter(cell) if ends_quarter else period_of(cell)
        return Said("year", None, "") if not is_blank(self._cell(row, "year")) else None

    def _year(self, row: int) -> int | None:
        cell = self._cell(row, "year")
        if is_blank(cell):
            return None
        said = text(cell)
        year = year_in(said)
        if year is None and len(said) == 4 and said.isdecimal():
            words = {"heading": quoted(said), "period": "the year", "year": year_words(int(said))}
            place = (row, self._head.named["year"])
            if not self._problems.has("activity_bare_year"):
                self._problems.add("activity_bare_year", sheet=self._sheet.name, place=place, words=words)
            return int(said)
        return year

    def _row(self, row: int, said: Said, report: int) -> None:
        whole = NUMBERED.sub("", text(self._cell(row, "measure")))
        name = named_apart(whole, text(self._cell(row, "agency")), text(self._cell(row, "outcome")))
        if not name:
            if self._has_figures(row):
                place = (row, self._head.named["measure"])
                self._problems.add("activity_no_measure", sheet=self._sheet.name, place=place)
            return
        block = block_of(text(self._cell(row, "block")))
        measure = self._measures.setdefault((report, block, plainly(name)), Measure(name, block, row))
        measure.source = measure.source or text(self._cell(row, "source"))
        period = (said.period, said.year or 0)
        column = self._columns.setdefault(period, Figures(len(self._columns), *period))
        if direction := text(self._cell(row, "direction")):
            measure.directions.setdefault((column.period, column.year), direction)
        for part, figure in self._figures(row, measure.name):
            measure.parts.add(part)
            self._take(measure, column, part, figure)

    def _figures(self, row: int, name: str) -> Iterator[tuple[str, Figure]]:
        """The figures of a row by their parts."""
        read = {
            each: read_figure(self._sheet, (row, self._head.named[each]), name, self._problems)
            for each in FIGURES
            if each in self._head.named
        }
        unit = part_of(text(self._cell(row, "part"))) or implied_part(name)
        for each, figure in read.items():
            if each == "number":
                yield unit or ("percent" if figure.is_percent else _OPEN), figure
            elif not figure.is_blank:
                yield each, figure

    def _take(self, measure: Measure, column: Figures, part: str, figure: Figure) -> None:
        other = measure.figures.setdefault((column, part), figure)
        if other is figure or figure.is_blank:
            return
        if other.is_blank:
            measure.figures[column, part] = figure
            return
        words = {"measure": quoted(measure.name), "other": cell_name(*other.place)}
        self._problems.add("activity_twice", sheet=self._sheet.name, place=figure.place, words=words)

    def _report(self, year: int) -> ReportRows:
        measures = [measure for (of, *_), measure in self._measures.items() if of == year]
        for measure in measures:
            _close(measure)
        used = {column for measure in measures for column, _ in measure.figures}
        columns = tuple(column for column in self._columns.values() if column in used)
        return ReportRows(year, replace(self._head, figures=columns), measures)


def _close(measure: Measure) -> None:
    """Say what the values of a measure are whose unit nothing says: percentages where another is, or a denominator."""
    if _OPEN not in measure.parts:
        return
    part = "percent" if measure.parts & {"percent", "denominator"} else "number"
    for column, name in [key for key in measure.figures if key[1] == _OPEN]:
        figure = measure.figures.pop((column, name))
        if not figure.is_blank or part == "number":
            measure.figures.setdefault((column, part), figure)
    measure.parts = {each for each in measure.parts if each != _OPEN} | {key[1] for key in measure.figures}


def _quarter(cell: Cell) -> Said | None:
    """What a cell of a column of quarters says: "Q1", 1, a quarter's name or its last day or month."""
    said = text(cell)
    if said in ("1", "2", "3", "4"):
        return Said(f"Q{said}", None, "")
    if named := period_of(cell):
        return named
    when = in_cell(cell)
    return quarter_to(when.day or when.month) if when else None


def _year_outside(head: ActivityHead, file_name: str) -> int | None:
    above = [text(cell) for row in head.sheet.rows[: head.first] for cell in row if not is_blank(cell)]
    lines = [] if head.sheet.is_text else [head.sheet.name]
    found = (year_in(line) for line in (*lines, *above, file_name.rpartition(".")[0]))
    return next((year for year in found if year is not None), None)
