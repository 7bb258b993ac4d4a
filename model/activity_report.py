"""The activity and performance report of a financial year: its measures by period, each with what gives it.

It is worked out from the rows of the table ``activity`` and, for the workforce, from the months of team caseloads.
Measures of Appendix 2 that the figures do not have stay in it, without a figure.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import pandas as pd

from model.activity_figures import Direction, Figure, direction
from model.activity_lines import OTHERS, Line, lines_of, place_of, without_figures
from model.activity_periods import (
    PERIOD_KINDS,
    PREVIOUS,
    QUARTER,
    WHOLE_YEAR,
    YEAR,
    YEAR_SO_FAR,
    Period,
    period,
    year_before,
)
from model.indicators import indicators
from model.tables import BLOCKS


@dataclass(frozen=True)
class Column:
    """A column of the report: its key ("previous", "Q1", "year" …), how it is headed, and what period it is of."""

    key: str
    label: str
    year: str
    period: Period
    is_so_far: bool = False


@dataclass(frozen=True)
class Report:
    """The report of a financial year in periods of one kind; ``lines`` in the order of the blocks and indicators."""

    year: str
    kind: str
    lines: tuple[Line, ...]
    columns: tuple[Column, ...]

    @property
    def by_key(self) -> dict[str, Line]:
        """The lines by their keys."""
        return {line.key: line for line in self.lines}

    @property
    def blocks(self) -> list[str]:
        """The blocks that have lines, in their order."""
        there = {line.block for line in self.lines}
        return [block for block in (*BLOCKS, OTHERS) if block in there]

    @property
    def filled(self) -> list[Column]:
        """The columns of the year in which something is reported."""
        # What the months of caseloads give is known for longer than what is reported.
        lines = [line for line in self.lines if not line.is_of_caseload and line.figures] or self.lines
        return [one for one in self.columns if one.key != PREVIOUS and any(self.at(line, one) for line in lines)]

    @property
    def latest(self) -> Column | None:
        """The column that headlines are of: the whole year where it is known, else the last period with a figure."""
        filled = self.filled
        return next((one for one in filled if one.key == YEAR and not one.is_so_far), filled[-1] if filled else None)

    def at(self, line: Line, column: Column) -> Figure | None:
        """The figure of a line in a column; ``None`` where it is blank."""
        if column.is_so_far:
            found = line.figures.get((column.year, YEAR_SO_FAR))
        else:
            found = line.figure(column.year, column.period)
        return None if found is None or found.is_blank else found

    def before(self, line: Line, column: Column) -> Figure | None:
        """The figure that a column is compared with: the period before, or for the year the year before."""
        if column.key == PREVIOUS or column.is_so_far:
            return None
        if column.key == YEAR:
            return line.figure(year_before(column.year), WHOLE_YEAR)
        kind = PERIOD_KINDS[self.kind]
        place = kind.index(column.period)
        return line.figure(column.year if place else year_before(column.year), kind[place - 1])

    def direction(self, line: Line, column: Column) -> Direction | None:
        """The direction of travel of a line to a column."""
        return direction(self.at(line, column), self.before(line, column), line.polarity)

    def part(self, key: str, column: Column) -> Figure | None:
        """An indicator's figure, or what another one has of it as numerator or denominator; ``None`` if not known."""
        own = self.by_key.get(key)
        found = self.at(own, column) if own else None
        of = indicators()[key].part_of if key in indicators() else None
        whole = self.by_key.get(of.indicator) if of else None
        ratio = self.at(whole, column) if whole else None
        if (found is None or found.value is None) and of and ratio:
            value = getattr(ratio, of.part)
            return Figure("number", value, cells=ratio.cells) if value is not None else found
        return found


def years(activity: pd.DataFrame) -> list[str]:
    """The financial years that have a report, ascending."""
    return sorted(activity["report_year"].dropna().unique())


def report(activity: pd.DataFrame, year: str, kind: str = QUARTER, more: Iterable[Line] = ()) -> Report:
    """The report of a year from the table ``activity``, in periods of a kind ("quarter", "two months", "month").

    ``more`` are lines from elsewhere, such as the workforce's from team caseloads: each stands where the figures of
    the report have nothing. Other years' reports give what the report of the year has not.
    """
    lines = {line.key: line for line in lines_of(activity, year)}
    for line in more:
        own = lines.get(line.key)
        if own is None or all(figure.is_blank for figure in own.figures.values()):
            lines[line.key] = line
    ordered = tuple(sorted([*lines.values(), *without_figures(lines.values())], key=place_of))
    return Report(year, kind, ordered, _columns(ordered, year, kind))


def _columns(lines: Sequence[Line], year: str, kind: str) -> tuple[Column, ...]:
    before = year_before(year)
    columns = [Column(PREVIOUS, before, before, WHOLE_YEAR)]
    columns += [Column(one.name, one.label, year, one) for one in PERIOD_KINDS[kind]]
    whole = [line.figure(year, WHOLE_YEAR) for line in lines]
    if any(figure is not None and not figure.is_blank for figure in whole):
        columns.append(Column(YEAR, year, year, WHOLE_YEAR))
    elif any((year, YEAR_SO_FAR) in line.figures for line in lines):
        columns.append(Column(YEAR, f"{year} so far", year, WHOLE_YEAR, is_so_far=True))
    return tuple(columns)


def periods_given(activity: pd.DataFrame, year: str) -> set[str]:
    """The names of the periods of a year that have a row in its report."""
    rows = activity[(activity["report_year"] == year) & (activity["financial_year"] == year)]
    return set(rows["period"])


def kinds_that_fit(given: Iterable[str]) -> list[str]:
    """The kinds of period that the periods given can be put together to, the longest first; quarters for none."""
    months = [len(period(name).months) for name in given if name not in (YEAR, YEAR_SO_FAR)]
    least = min(months, default=3)
    return [kind for kind, parts in PERIOD_KINDS.items() if len(parts[0].months) % least == 0] or [QUARTER]
