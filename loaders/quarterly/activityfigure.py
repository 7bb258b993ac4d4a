"""One figure of an activity report: its number, or why there is none."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from loaders.files.cells import Kind, number, quoted, text
from loaders.files.formulas import shown_formula, worked_out
from loaders.files.grid import Place, Sheet
from loaders.problems import Problems

_MOST = 1e9
_LONGEST = 60


@dataclass(frozen=True)
class Figure:
    """What a cell gives: ``value`` (a percentage in hundredths: 5.0 for 5.0%), or the reason why it is missing.

    ``is_percent`` says that the cell shows a percentage, by its sign or its format.
    """

    place: Place
    value: float | None = None
    reason: str = ""
    is_percent: bool = False

    @property
    def is_blank(self) -> bool:
        """Whether there is neither a number nor a reason why it is missing."""
        return self.value is None and not self.reason

    def times(self, factor: int) -> Figure:
        """The figure multiplied, for one that was meant as a fraction."""
        return self if self.value is None else replace(self, value=round(self.value * factor, 6))


_COUNTS = r"(\d[\d,]*)\s*(?:/|of|out of)\s*(\d[\d,]*)"
_PERCENT = r"(\d+(?:\.\d+)?)\s*%"
_RATIO = re.compile(rf"\s*{_COUNTS}\s*(?:[(=,;:]?\s*{_PERCENT}\s*\)?)?\s*", re.IGNORECASE)
_RATIO_BEHIND = re.compile(rf"\s*{_PERCENT}\s*\(\s*{_COUNTS}\s*\)\s*", re.IGNORECASE)


def ratio_in(sheet: Sheet, place: Place) -> dict[str, Figure]:
    """The parts of a ratio that one cell holds, "181/6,859 (2.6%)"; empty for any other cell."""
    cell = sheet.at(*place)
    if not isinstance(cell, str) or len(cell) > _LONGEST:
        return {}
    if found := _RATIO.fullmatch(cell):
        numerator, denominator, percent = found.groups()
    elif found := _RATIO_BEHIND.fullmatch(cell):
        percent, numerator, denominator = found.groups()
    else:
        return {}
    said = {"numerator": numerator, "denominator": denominator, "percent": percent}
    return {
        part: Figure(place, float(words.replace(",", "")), is_percent=part == "percent")
        for part, words in said.items()
        if words is not None
    }


def read_figure(sheet: Sheet, place: Place, measure: str, problems: Problems) -> Figure:
    """The figure in a cell of a measure; what is no figure is said among the problems, and is missing."""
    cell = sheet.at(*place)
    words = {"measure": quoted(measure), "cell_quoted": quoted(cell)}
    if place in sheet.formulas:
        value = worked_out(sheet, place)
        if value is not None:
            return Figure(place, value)
        formula = shown_formula(sheet, place)
        problems.add("activity_formula", sheet=sheet.name, place=place, found=formula, words=words, formula=formula)
        return Figure(place, reason="a formula without a stored result")
    if place in sheet.faults:
        problems.add(
            "activity_not_a_figure",
            sheet=sheet.name,
            place=place,
            words=words | {"cell_quoted": quoted(sheet.faults[place])},
        )
        return Figure(place, reason="an Excel error")
    signed = isinstance(cell, str) and re.fullmatch(r"\s*[^%]*\d[^%]*%\s*", cell) is not None
    value, kind, reason = number(str(cell).replace("%", "") if signed else cell)
    if kind in (Kind.DATE, Kind.UNREADABLE) or (value is not None and not 0 <= value <= _MOST):
        problems.add("activity_not_a_figure", sheet=sheet.name, place=place, found=text(cell)[:60], words=words)
        return Figure(place, reason="not a figure that can be read")
    if value is not None and place in sheet.percents and not isinstance(cell, str):
        return Figure(place, round(value * 100, 6), is_percent=True)
    return Figure(place, value, reason, is_percent=signed)
