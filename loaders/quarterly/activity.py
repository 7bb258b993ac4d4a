"""The quarterly activity report: measures by quarter with numerators and denominators, as a tidy table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pandas as pd

from loaders.dates.quarters import PREVIOUS, last_day, year_in, year_words
from loaders.files.cells import plain_number, quoted, text
from loaders.files.grid import cell_name, is_blank
from loaders.problems import Problems
from loaders.quarterly.activityfigure import Figure
from loaders.quarterly.activityfractions import Row, mend_row
from loaders.quarterly.activityhead import ActivityHead, Figures
from loaders.quarterly.activitylong import read_long
from loaders.quarterly.activityrows import Measure, read_measures
from loaders.quarterly.activitytotals import say_totals, without_added_up
from model.ratio import PERCENT, is_given_by, ratio, to_two_places
from model.tables import ACTIVITY, PERIODS, conform

Period = tuple[str, int]  # "Q1" to "Q4", "year to date" or "year", and the financial year by its April


@dataclass(frozen=True)
class _Line:
    """One measure in one unit over all periods: which parts give its numerator, denominator and printed figure."""

    measure: Measure
    unit: str
    printed: str
    numerator: str = ""
    denominator: str = ""


def read_activity(head: ActivityHead, file_name: str, problems: Problems) -> pd.DataFrame:
    """The report below the headings, a row a measure, unit and period; no rows where its year is not known.

    A period in which no measure has anything is not read. What numerator and
    denominator do not give is among the problems.
    """
    return _Report(head, file_name, problems).run()


def read_long_activity(head: ActivityHead, file_name: str, problems: Problems) -> pd.DataFrame:
    """The reports of a long list, as :func:`read_activity` gives one: the years of the list by themselves."""
    reports = read_long(head, file_name, problems)
    if unread := head.unread:
        problems.add("columns_not_read", sheet=head.sheet.name, names=", ".join(map(quoted, unread[:12])))
    return _frame(
        [row for one in reports for row in _Report(one.head, file_name, problems).rows(one.year, list(one.measures))]
    )


class _Report:
    def __init__(self, head: ActivityHead, file_name: str, problems: Problems) -> None:
        self._head, self._sheet, self._problems = head, head.sheet, problems
        self._file_name = file_name
        self._measures: list[Measure] = []

    def run(self) -> pd.DataFrame:
        year = self._report_year()
        if year is None:
            self._problems.add("activity_no_year", sheet=self._sheet.name)
            return _frame([])
        self._say_bare_years()
        rows = self.rows(year, read_measures(self._head, self._problems))
        if unread := self._head.unread:
            self._problems.add("columns_not_read", sheet=self._sheet.name, names=", ".join(map(quoted, unread[:12])))
        return _frame(rows)

    def rows(self, year: int, measures: list[Measure]) -> list[tuple[object, ...]]:
        """The report of a year: a row a measure, unit and period."""
        self._measures = measures
        lines = [line for measure in self._measures for line in _lines(measure)]
        periods = self._periods(year)
        self._mend_fractions(lines)
        periods = without_added_up(self._head, periods, year, self._problems)
        say_totals(self._head, measures, periods, year, self._problems)
        return [self._row(line, period, columns, year) for line in lines for period, columns in periods.items()]

    def _say_bare_years(self) -> None:
        bare = [one for one in self._head.figures if one.is_bare and one.year is not None]
        if bare:
            heading, year = self._head.headings[bare[0].column], year_words(bare[0].year or 0)
            words = {"heading": quoted(heading), "period": bare[0].period, "year": year}
            place = (self._head.last, bare[0].column)
            self._problems.add("activity_bare_year", sheet=self._sheet.name, place=place, words=words)

    def _report_year(self) -> int | None:
        """The financial year of the report: its quarters name it, or its columns of years, or what stands outside."""
        columns = self._head.figures
        quarters = {one.year for one in columns if one.period.startswith("Q") and one.year is not None}
        if quarters:
            return max(quarters)
        outside = self._year_outside()
        years = sorted({one.year for one in columns if one.year is not None and one.period != PREVIOUS})
        before = {one.year for one in columns if one.period == PREVIOUS and one.year is not None}
        if len(years) > 1 or (years and any(one.period == PREVIOUS for one in columns)):
            return years[-1]
        if years and outside is None:
            # One year alone, before the quarters, is the one that they are compared with; after them it is their sum.
            last = max(one.column for one in columns if one.year == years[0])
            is_before = last < min(one.column for one in columns if one.period.startswith("Q"))
            words = {"said": year_words(years[0]), "year": year_words(years[0] + is_before)}
            self._problems.add("activity_year_assumed", sheet=self._sheet.name, words=words)
            return years[0] + is_before
        return outside if outside is not None else max(before) + 1 if before else None

    def _year_outside(self) -> int | None:
        above = [text(cell) for row in self._sheet.rows[: self._head.first] for cell in row if not is_blank(cell)]
        lines = [] if self._sheet.is_text else [self._sheet.name]
        found = (year_in(line) for line in (*lines, *above, self._file_name.rpartition(".")[0]))
        return next((year for year in found if year is not None), None)

    def _periods(self, report: int) -> dict[Period, list[Figures]]:
        """The columns of each period, in the order of time; those of a period in which nothing stands are left out."""
        found: dict[Period, list[Figures]] = {}
        for one in self._head.figures:
            year = one.year if one.year is not None else report - (one.period == PREVIOUS)
            found.setdefault(("year" if one.period == PREVIOUS else one.period, year), []).append(one)
        filled = {
            column
            for measure in self._measures
            for (column, _), figure in measure.figures.items()
            if not figure.is_blank
        }
        blank = [period for period, columns in found.items() if filled.isdisjoint(columns)]
        if blank:
            names = ", ".join(f"{period} {year_words(year)}" for period, year in blank)
            self._problems.add("activity_not_filled_in", sheet=self._sheet.name, names=names)
        ordered = sorted(found, key=lambda key: (key[1], PERIODS.index(key[0])))
        return {period: found[period] for period in ordered if period not in blank}

    def _mend_fractions(self, lines: Sequence[_Line]) -> None:
        """Percentages that are kept as fractions, 0.05 for 5%, where no sign and no format says so."""
        rows = [Row(one.measure, one.printed, one.numerator, one.denominator) for one in lines if one.unit == PERCENT]
        # Every row has its turn before those of nothing but 0 and 1.
        if sum(mend_row(row, self._sheet, self._problems) for row in rows):
            for row in rows:
                mend_row(row, self._sheet, self._problems, ones=True)

    def _row(self, line: _Line, period: Period, columns: list[Figures], report: int) -> tuple[object, ...]:
        measure = line.measure
        parts = [
            measure.figure(columns, part) if part else None for part in (line.printed, line.numerator, line.denominator)
        ]
        printed, numerator, denominator = parts
        for part in filter(None, (line.printed, line.numerator, line.denominator)):
            self._say_repeated(measure, measure.found(columns, part))
        given = self._check(line, printed, numerator, denominator)
        shown = [part for part in parts if part is not None and not part.is_blank]
        cell = cell_name(*shown[0].place) if shown else None
        reason = next((part.reason for part in shown if part.reason), None)
        name, year = period
        direction = next((said for one in columns if (said := measure.directions.get((one.period, one.year)))), None)
        figures = (part.value if part else None for part in (numerator, denominator, printed))
        return (
            *(year_words(report), year_words(year), name, self._last_day(period, report)),
            *(measure.block, measure.name, line.unit, *figures, given),
            *(direction, measure.source or None, reason, self._sheet.name, cell),
        )

    def _say_repeated(self, measure: Measure, found: Sequence[Figure]) -> None:
        """Two columns of one period that say different things: the first is read."""
        filled = [figure for figure in found if not figure.is_blank]
        for figure in filled[1:]:
            if (figure.value, figure.reason) != (filled[0].value, filled[0].reason):
                words = {"measure": quoted(measure.name), "other": cell_name(*filled[0].place)}
                self._problems.add("activity_twice", sheet=self._sheet.name, place=figure.place, words=words)

    def _last_day(self, period: Period, report: int) -> object:
        """The last day of a period; of the year to date that of the last quarter that has a figure."""
        name, year = period
        if name != "year to date":
            return last_day(name, year)
        quarters = [
            one.period for measure in self._measures for (one, _), figure in measure.figures.items()
            if figure.value is not None and one.period.startswith("Q") and one.year in (None, report)
        ]  # fmt: skip
        return last_day(max(quarters), year) if quarters else None

    def _check(
        self, line: _Line, printed: Figure | None, numerator: Figure | None, denominator: Figure | None
    ) -> float | None:
        """What numerator and denominator give, to two places; said where the printed figure is not that."""
        if numerator is None or denominator is None or numerator.value is None or denominator.value is None:
            return None
        words = {
            "measure": quoted(line.measure.name),
            "numerator": plain_number(numerator.value),
            "denominator": plain_number(denominator.value),
        }
        if line.unit == PERCENT and numerator.value > denominator.value:
            self._problems.add("activity_part_above_whole", sheet=self._sheet.name, place=numerator.place, words=words)
        value = ratio(numerator.value, denominator.value, line.unit)
        if value is None:
            return None
        if printed is not None and printed.value is not None and not is_given_by(printed.value, value):
            sign = "%" if line.unit == PERCENT else ""
            told = {
                "printed": f"{plain_number(printed.value)}{sign}",
                "given": f"{plain_number(to_two_places(value))}{sign}",
            }
            self._problems.add(
                "activity_ratio_disagrees",
                sheet=self._sheet.name,
                place=printed.place,
                found=told["printed"],
                words=words | told,
            )
        return to_two_places(value)


def _lines(measure: Measure) -> Iterator[_Line]:
    """The units in which a measure is given: a ratio with its parts, a number, a rate or percentage by itself."""
    parts = measure.parts
    rates = sorted(part for part in parts if part.startswith("per "))
    numerator = (
        "numerator" if "numerator" in parts else "number" if "number" in parts and "denominator" in parts else ""
    )
    is_ratio = "denominator" in parts or (numerator == "numerator" and bool({"percent", *rates} & parts))
    if is_ratio:
        unit = rates[0] if rates and "percent" not in parts else PERCENT
        yield _Line(measure, unit, unit if unit in rates else "percent", numerator, "denominator")
        if "number" in parts and numerator != "number":
            yield _Line(measure, "number", "number")
        return
    for part in rates:
        yield _Line(measure, part, part)
    if "percent" in parts:
        yield _Line(measure, PERCENT, "percent")
    if "number" in parts or numerator or not parts:
        yield _Line(measure, "number", numerator or "number")


def _frame(rows: Sequence[tuple[object, ...]]) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=ACTIVITY.names)
    return conform(frame.assign(period_end=pd.to_datetime(frame["period_end"])), ACTIVITY)
