"""The activity report as tables: for the screen in words, for a file in numbers. Both have the same rows.

A ratio has three rows, as in Appendix 2: what it is, its numerator and its denominator.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

import pandas as pd

from model.activity_figures import Figure, places_of, value_words
from model.activity_lines import Line
from model.activity_periods import PERIOD_KINDS, PREVIOUS
from model.activity_report import Column, Report
from model.exact import half_up

WHOLE, NUMERATOR, DENOMINATOR = "measure", "numerator", "denominator"


@dataclass(frozen=True)
class Row:
    """A row of the report: a line, or its numerator or denominator."""

    line: Line
    part: str = WHOLE

    @property
    def unit(self) -> str:
        """The unit of the row's figures."""
        return self.line.unit if self.part == WHOLE else "number"

    @property
    def words(self) -> str:
        """How the row is called: a part by what it counts."""
        if self.part == WHOLE:
            return self.line.name
        counted = getattr(self.line.indicator, self.part, "") if self.line.indicator else ""
        return f"{'of which' if self.part == NUMERATOR else 'out of'}: {counted or self.part}"

    def value(self, figure: Figure | None) -> Fraction | None:
        """What the row has of a figure of its line."""
        return None if figure is None else getattr(figure, "value" if self.part == WHOLE else self.part)


def rows(report: Report, block: str = "") -> list[Row]:
    """The rows of a block, or of all, in their order; the parts of a ratio are there where one of them is known."""
    found = []
    for line in report.lines:
        if block in ("", line.block):
            figures = [report.at(line, column) for column in report.columns]
            found.append(Row(line))
            found += [Row(line, part) for part in _parts_known(figures)]
    return found


def _parts_known(figures: list[Figure | None]) -> Iterator[str]:
    for part in (NUMERATOR, DENOMINATOR):
        if any(figure and getattr(figure, part) is not None for figure in figures):
            yield part


def words_frame(report: Report, block: str) -> pd.DataFrame:
    """The block as it stands on the screen, all of it text: measure, a column a period, source.

    A figure has its direction of travel behind it: "15.1% ↓ better". "" is for what is not known.
    """
    found = []
    several = Counter(line.name for line in report.lines)
    for row in rows(report, block):
        cells = {column.label: _cell(report, row, column) for column in report.columns}
        unit = f" ({row.unit})" if row.part == WHOLE and several[row.line.name] > 1 else ""
        found.append({"measure": f"{row.words}{unit}", **cells, "source": row.line.source})
    names = ["measure", *(column.label for column in report.columns), "source"]
    return pd.DataFrame(found, columns=names, dtype="str")


def _cell(report: Report, row: Row, column: Column) -> str:
    figure = report.at(row.line, column)
    value = row.value(figure)
    if value is None:
        return figure.reason if figure and row.part == WHOLE else ""
    went = report.direction(row.line, column) if row.part == WHOLE and column.key != PREVIOUS else None
    return f"{value_words(value, row.unit)} {went.words if went else ''}".rstrip()


def numbers_frame(report: Report, block: str = "") -> pd.DataFrame:
    """The report in numbers, rounded as they are shown: a row a measure and part, a column a period and one for its
    direction, then what was printed where it is not what is worked out."""
    found = []
    for row in rows(report, block):
        told: dict[str, object] = {
            "block": row.line.block, "key": row.line.key, "measure": row.line.name, "part": row.part, "unit": row.unit,
        }  # fmt: skip
        for column in report.columns:
            figure, is_whole = report.at(row.line, column), row.part == WHOLE
            value = row.value(figure)
            went = report.direction(row.line, column) if is_whole and column.key != PREVIOUS else None
            told[column.label] = None if value is None else float(half_up(value, _places(value, row.unit)))
            told[f"{column.label} direction"] = went.words if went else None
        told["better"] = row.line.polarity or None
        told["source"] = row.line.source
        told["printed otherwise"] = _printed_otherwise(report, row)
        found.append(told)
    frame = pd.DataFrame(found)
    return frame.astype({column.label: "float64" for column in report.columns}) if found else frame


def _places(value: Fraction, unit: str) -> int:
    return 1 if value.denominator != 1 else places_of(unit)


def _printed_otherwise(report: Report, row: Row) -> str | None:
    if row.part != WHOLE:
        return None
    wrong = [
        f"{column.label}: {value_words(figure.printed or 0, figure.unit)}"
        for column in report.columns
        if (figure := report.at(row.line, column)) and figure.misprint
    ]
    return "; ".join(wrong) or None


LEAST_POINTS = 2


def courses(report: Report, block: str) -> pd.DataFrame:
    """The lines of a block of which two periods are known, period by period: ``key``, ``measure``, ``unit``,
    ``period``, ``value`` (rounded as shown, missing where not known) and ``words`` on the last one."""
    found = []
    columns = [column for column in report.columns if column.key in {one.name for one in PERIOD_KINDS[report.kind]}]
    for line in report.lines:
        figures = [report.at(line, column) for column in columns]
        known = [(column, one) for column, one in zip(columns, figures, strict=True) if one and one.value is not None]
        if line.block != block or line.split or len(known) < LEAST_POINTS:
            continue
        last, figure = known[-1]
        went = report.direction(line, last)
        words = f"{figure.shown} {went.words if went else ''}".rstrip()
        for column, one in zip(columns, figures, strict=True):
            found.append((line.key, line.called, line.unit, column.label, _rounded(one), words))
    frame = pd.DataFrame(found, columns=["key", "measure", "unit", "period", "value", "words"])
    return frame.astype({"value": "float64"})


def _rounded(figure: Figure | None) -> float | None:
    """A figure's value as it is shown; missing stays missing."""
    if figure is None or figure.value is None:
        return None
    return float(half_up(figure.value, _places(figure.value, figure.unit)))
