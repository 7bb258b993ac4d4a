"""The lines of the activity report: each measure with its figures, out of the rows of the table ``activity``.

A council's measure is the indicator that its name says it is, whatever the spelling; another stands as it is called.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import pandas as pd

from model.activity_figures import Figure, added_up, figure_of
from model.activity_periods import Period, inside
from model.indicators import Indicator, indicators, recognised
from model.tables import BLOCKS

# The block of measures that are in none, and are no indicators.
OTHERS = "Other measures"
# Where the figures of a measure would be from that the report does not have.
NOT_GIVEN = "not in this report"
# A financial year and the name of a period in it.
When = tuple[str, str]
_Row = Mapping[Any, Any]


@dataclass(frozen=True)
class Line:
    """A measure of the report: the indicator that it is, if it is one, and its figures by year and period.

    ``key`` is the indicator's, or for another measure its name; ``split`` is what it is given apart by.
    """

    key: str
    name: str
    block: str
    unit: str
    source: str
    indicator: Indicator | None = None
    split: tuple[str, ...] = ()
    figures: Mapping[When, Figure] = field(default_factory=dict)

    @property
    def polarity(self) -> str:
        """Which way is better; "" for none."""
        return self.indicator.polarity if self.indicator else ""

    @property
    def is_of_caseload(self) -> bool:
        """Whether it is a measure that the months of team caseloads give."""
        return bool(self.indicator and self.indicator.from_caseload)

    @property
    def called(self) -> str:
        """What a sentence calls it: the indicator's name, and what it is given apart by."""
        return ", ".join((self.indicator.name, *self.split)) if self.indicator else self.name

    @property
    def over_time(self) -> str:
        """Whether its figures add up over time ("flow") or are as at the end of a period ("stock")."""
        # Of a measure that nobody knows nothing is added up.
        return self.indicator.over_time if self.indicator else "stock"

    def figure(self, year: str, of: Period) -> Figure | None:
        """The figure of a period: as it is given, or made of the shorter periods that are; ``None`` for neither."""
        given = self.figures.get((year, of.name))
        if given is not None and not given.is_blank:
            return given
        for parts in inside(of) if self.indicator else ():
            found = [self.figures.get((year, part.name)) for part in parts]
            known = [one for one in found if one is not None and not one.is_blank]
            # Of a stock the end is enough.
            if known and (len(known) == len(parts) or (self.over_time == "stock" and known[-1] is found[-1])):
                return added_up(known, self.over_time)
        return given


def lines_of(activity: pd.DataFrame, year: str) -> list[Line]:
    """The measures that a year's report has, each with its figures from all reports: its own come first."""
    rows: defaultdict[str, list[_Row]] = defaultdict(list)
    for row in _records(activity):
        rows[str(row["report_year"])].append(row)
    # Of other years' reports the newest says best what a year was.
    lines = _of_one_report(rows.pop(year, []))
    for other in sorted(rows, reverse=True):
        for key, line in _of_one_report(rows[other]).items():
            if key in lines:
                lines[key] = replace(lines[key], figures=_filled(lines[key].figures, line.figures))
    return list(lines.values())


def _records(activity: pd.DataFrame) -> Iterator[_Row]:
    """The rows of the table, what is missing in them as ``None``."""
    columns = [
        [
            None if is_missing else value
            for value, is_missing in zip(column.tolist(), column.isna().tolist(), strict=True)
        ]
        for _, column in activity.items()
    ]
    return (dict(zip(activity.columns, row, strict=True)) for row in zip(*columns, strict=True))


def _of_one_report(rows: Iterable[_Row]) -> dict[str, Line]:
    measures: defaultdict[tuple[str, str, str], list[_Row]] = defaultdict(list)
    for row in rows:
        measures[row["block"] or "", row["measure"], row["unit"]].append(row)
    lines: dict[str, Line] = {}
    for (block, measure, unit), of_measure in measures.items():
        line = _line(block, measure, unit, of_measure, lines)
        lines[line.key] = line
    return lines


def _line(block: str, measure: str, unit: str, rows: Sequence[_Row], there: Mapping[str, Line]) -> Line:
    found = recognised(measure, unit)
    figures = {(row["financial_year"], row["period"]): figure_of(row, unit) for row in rows}
    source = next((str(row["source"]) for row in rows if row["source"]), "")
    if found is None:
        name = f"{measure} ({unit})" if measure in there else measure
        return Line(name, measure, block or OTHERS, unit, source, figures=figures)
    one = found.indicator
    key = ": ".join((one.key, *found.split))
    if key in there:
        key = f"{key}: {measure} ({unit})"
    blank = all(figure.is_blank for figure in figures.values())
    name = one.name if one.from_caseload and blank else measure
    return Line(key, name, one.block, unit, source or one.source, one, found.split, figures)


def _filled(own: Mapping[When, Figure], others: Mapping[When, Figure]) -> dict[When, Figure]:
    """A report's own figures, with those of another report where it has none."""
    blank = [when for when, figure in own.items() if figure.is_blank]
    return {**others, **own, **{when: others[when] for when in blank if when in others}}


def without_figures(lines: Iterable[Line]) -> list[Line]:
    """Lines without figures for measures of the appendix, and kinds of quality, of which nothing is given."""
    told = {_group(line.indicator) for line in lines if line.indicator}
    found: dict[object, Line] = {}
    for one in indicators().values():
        group = _group(one)
        if group not in told and one.part_of is None and (one.measure or one.block == BLOCKS[-1]):
            found.setdefault(group, Line(one.key, one.name, one.block, one.unit, NOT_GIVEN, one))
    return list(found.values())


def _group(one: Indicator) -> object:
    return one.measure or (one.block, one.source)


def place_of(line: Line) -> tuple[int, int]:
    """Where a line stands in the report: by its block and indicator; those that are none come last in their block."""
    blocks, known = (*BLOCKS, OTHERS), list(indicators())
    of = known.index(line.indicator.key) if line.indicator else len(known)
    return (blocks.index(line.block) if line.block in blocks else len(blocks), of)
