"""The rows of a quarterly activity report as its measures: rows of one measure put together, whatever their order."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from loaders.dates.quarters import period_of
from loaders.files.cells import quoted, text
from loaders.files.grid import cell_name, is_blank
from loaders.problems import Problems
from loaders.quarterly.activityapart import named_apart
from loaders.quarterly.activityfigure import Figure, ratio_in, read_figure
from loaders.quarterly.activityhead import (
    NO_MEASURES,
    NUMBERED,
    ActivityHead,
    Figures,
    block_of,
    column_cell,
    part_of,
    plainly,
)
from loaders.quarterly.activityunits import in_one_unit, without_parts_of_one

_MARK = re.compile(r"\s*[-–—:,(\[]\s*")
_BEFORE = re.compile(r"^(?P<part>[A-Za-z%./ ]+?)\s*[-–—:]\s*(?P<measure>\S.*)$")
_PERCENT_OF = re.compile(
    r"^%|%$|^(?:percentage|per ?cent|percent|proportion) of\b|\((?:%|percentage|percent|per cent)\)$", re.IGNORECASE
)
_RATE_OF = re.compile(
    r"\brate per [\d,]+(?: (?:children|population))?|\bper 10,?000(?: (?:children|population))?", re.IGNORECASE
)
_MOST_LINE = 120


@dataclass
class Measure:
    """A measure: its name, block and source, and for each period the figure of each part and the direction."""

    name: str
    block: str | None
    row: int
    source: str = ""
    figures: dict[tuple[Figures, str], Figure] = field(default_factory=dict)
    directions: dict[tuple[str, int | None], str] = field(default_factory=dict)
    parts: set[str] = field(default_factory=set)

    def found(self, columns: list[Figures], part: str) -> list[Figure]:
        """The figures of a part in the columns of one period."""
        return [self.figures[column, part] for column in columns if (column, part) in self.figures]

    def figure(self, columns: list[Figures], part: str) -> Figure | None:
        """The figure of a part among the columns of one period: the first that is filled in."""
        found = self.found(columns, part)
        return next((figure for figure in found if not figure.is_blank), found[0] if found else None)


def read_measures(head: ActivityHead, problems: Problems) -> list[Measure]:
    """The measures below the headings, in the order of their first rows."""
    return _Rows(head, problems).run()


class _Rows:
    def __init__(self, head: ActivityHead, problems: Problems) -> None:
        self._head, self._sheet, self._problems = head, head.sheet, problems
        self._filled = head.sheet.merged_fill() if head.sheet.merged else {}
        self._block = block_of(head.headings.get(head.named["measure"], ""))
        self._measures: dict[tuple[str | None, str], Measure] = {}
        self._last: Measure | None = None
        self._whole = ""

    def run(self) -> list[Measure]:
        for row in self._sheet.filled_rows:
            if row <= self._head.last or self._is_heading(row):
                continue
            if self._has_other_headings(row):
                self._problems.add("activity_other_headings", sheet=self._sheet.name, place=(row, self._first(row)))
                break
            if not self._is_block(row):
                self._row(row)
        return list(self._measures.values())

    def _is_heading(self, row: int) -> bool:
        """Whether the row is one of the headings again, as on the next page."""
        headings = (self._sheet.rows[one] for one in range(self._head.first, self._head.last + 1))
        return any(list(map(text, self._sheet.rows[row])) == list(map(text, heading)) for heading in headings)

    def _has_other_headings(self, row: int) -> bool:
        """Whether other periods than those above stand over the figures below the row."""
        cells = [self._sheet.at(row, one.column) for one in self._head.figures]
        told = [period_of(cell) for cell in cells if isinstance(cell, str) and not is_blank(cell)]
        return sum(said is not None and said.period.startswith("Q") for said in told) > 1

    def _first(self, row: int) -> int:
        return next(column for column, cell in enumerate(self._sheet.rows[row]) if not is_blank(cell))

    def _cell(self, row: int, name: str) -> str:
        return text(column_cell(self._head, self._filled, row, name))

    def _has_figures(self, row: int) -> bool:
        places = [(row, one.column) for one in self._head.figures]
        unseen = {*self._sheet.formulas, *self._sheet.faults}
        return any(place in unseen or not is_blank(self._sheet.at(*place)) for place in places)

    def _is_block(self, row: int) -> bool:
        """Whether the row is the heading of a block; the block of the rows below it is noted."""
        if "block" in self._head.named:
            own = self._cell(row, "block")
            if own:
                self._block = block_of(own)
        if self._has_figures(row):
            return False
        told = [text(cell) for cell in self._sheet.rows[row] if not is_blank(cell)]
        block = block_of(told[0]) if len(set(told)) == 1 else None
        if block:
            self._block, self._last = block, None
        return block is not None

    def _row(self, row: int) -> None:
        name, part = self._named(row)
        if name:
            measure = self._measure(name, row)
        elif self._last is not None and (part or self._has_figures(row)):
            measure = self._last
        else:
            if self._has_figures(row):
                place = (row, self._head.named["measure"])
                self._problems.add("activity_no_measure", sheet=self._sheet.name, place=place)
            return
        self._last = measure
        measure.source = measure.source or self._cell(row, "source")
        for words, column in self._head.directions.items():
            if said := text(self._sheet.at(row, words)):
                measure.directions.setdefault((column.period, column.year), said)
        if part or self._has_figures(row):
            self._read(row, measure, part)

    def _named(self, row: int) -> tuple[str, str]:
        """The measure that a row names, "" for that of the row above, and the part that it says it is."""
        said = NUMBERED.sub("", self._cell(row, "measure"))
        agency, outcome = self._cell(row, "agency"), self._cell(row, "outcome")
        if agency or outcome:
            self._whole = said or self._whole
            said = named_apart(self._whole, agency, outcome)
        part = part_of(self._cell(row, "part")) or "" if "part" in self._head.named else ""
        if _strictly(said) and self._last is not None:
            return "", _strictly(said)
        if not said or self._is_line(row, said, part):
            return "", part
        if not part:
            said, part = self._taken_apart(said)
        return said, part

    def _taken_apart(self, said: str) -> tuple[str, str]:
        """A measure and its part out of "Re-referrals (denominator)" or "Numerator: re-referrals"."""
        for mark in _MARK.finditer(said):
            if mark.start() and (part := _strictly(said[mark.end() :].rstrip(")] "))):
                return said[: mark.start()], part
        before = _BEFORE.match(said)
        if before and (part := _strictly(before["part"])):
            return ("" if self._is_open(part) else before["measure"]), part
        return said, ""

    def _is_open(self, part: str) -> bool:
        """Whether the measure above waits for the part: it has no figures, or others of its ratio only."""
        parts = self._last.parts if self._last else {part}
        return part not in parts and parts <= {"numerator", "denominator", "percent"}

    def _is_line(self, row: int, said: str, part: str) -> bool:
        """Whether a text without figures is a line of words and not a measure that has none."""
        if part or self._has_figures(row) or self._cell(row, "source"):
            return False
        first = plainly(said)
        return (
            len(said) > _MOST_LINE
            or said.endswith(".")
            or any(first == word or first.startswith(f"{word} ") for word in NO_MEASURES)
        )

    def _measure(self, name: str, row: int) -> Measure:
        key = (self._block, plainly(name))
        return self._measures.setdefault(key, Measure(name, self._block, row))

    def _read(self, row: int, measure: Measure, part: str) -> None:
        """Take the figures of a row; those of a column for percentages are percentages whatever the row is."""
        implied = part or implied_part(measure.name)
        whole = {column: ratio_in(self._sheet, (row, column.column)) for column in self._head.figures}
        for column, parts in whole.items():
            for of, figure in parts.items():
                self._take(measure, column, of, figure)
        read = {
            column: read_figure(self._sheet, (row, column.column), measure.name, self._problems)
            for column in self._head.figures
            if not whole[column]
        }
        if not part and implied in ("", "percent"):
            read = in_one_unit(read, measure.name, self._sheet, self._problems)
            if not implied:
                read = without_parts_of_one(read, measure.name, self._sheet, self._problems)
        shown = "percent" if any(whole.values()) or any(one.is_percent for one in read.values()) else "number"
        for column, figure in read.items():
            own = shown if figure.is_blank else "percent" if figure.is_percent else "number"
            of = column.part if column.part and (column.part != "number" or not implied) else implied or own
            if not (figure.is_blank and self._is_needless(column, part, implied, read)):
                self._take(measure, column, of, figure)

    @staticmethod
    def _is_needless(column: Figures, part: str, implied: str, read: Mapping[Figures, Figure]) -> bool:
        """Whether a blank says nothing: beside a number no percentage is meant, and beside a percentage no number."""
        if column.part == "percent":
            return part != "percent"
        filled = {one.part for one, figure in read.items() if not figure.is_blank}
        return column.part == "number" and not implied and "percent" in filled and "number" not in filled

    def _take(self, measure: Measure, column: Figures, part: str, figure: Figure) -> None:
        measure.parts.add(part)
        other = measure.figures.setdefault((column, part), figure)
        if other is figure or figure.is_blank:
            return
        if other.is_blank:
            measure.figures[column, part] = figure
        elif other.place != figure.place:
            words = {"measure": quoted(measure.name), "other": cell_name(*other.place)}
            self._problems.add("activity_twice", sheet=self._sheet.name, place=figure.place, words=words)


def _strictly(said: str) -> str:
    """The part that a text in the column of measures names; "" where it may be a measure, such as "Total"."""
    part = part_of(said) or ""
    return part if part != "number" or plainly(said) in ("number", "no", "number of") else ""


def implied_part(name: str) -> str:
    """The part that a measure's own name says that it is: a percentage or a rate; "" where it does not."""
    if _PERCENT_OF.search(name):
        return "percent"
    rate = _RATE_OF.search(name)
    return part_of(rate[0]) or "" if rate else ""
