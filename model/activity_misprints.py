"""Printed figures of an activity report that its own numbers do not give, and statements that they do not bear out."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from model.activity_figures import Figure, value_words
from model.activity_findings import Cell
from model.activity_lines import Line
from model.activity_report import Column, Report
from model.exact import shortest, shown
from model.ratio import PERCENT


@dataclass(frozen=True)
class Misprint:
    """A sentence that names what is printed and what the numbers give, the block, and the cells that it rests on."""

    text: str
    block: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Statement:
    """What a report says of percentages, in our words: those of ``indicators`` are all below ``below``."""

    year: str
    block: str
    says: str
    indicators: tuple[str, ...]
    below: int
    source: str


def misprints(report: Report) -> list[Misprint]:
    """The printed percentages and rates, in the columns of the report, that numerator and denominator do not give."""
    return [
        Misprint(_misprinted(line, column, figure), line.block, ((line.key, column.key),))
        for line in report.lines
        for column in report.columns
        if (figure := report.at(line, column)) and figure.misprint
    ]


def _misprinted(line: Line, column: Column, figure: Figure) -> str:
    if figure.value is None or figure.printed is None or figure.numerator is None or figure.denominator is None:
        raise ValueError(f"{line.key} is not printed wrongly")
    sign = "%" if figure.unit == PERCENT else ""
    parts = (
        f"{shown(figure.numerator, 0)} of {shown(figure.denominator, 0)} is {value_words(figure.value, figure.unit)}"
    )
    where = f" ({figure.cells[0]})" if figure.cells else ""
    return f"{line.called}, {column.label}: printed as {shortest(figure.printed)}{sign}, but {parts}{where}."


@cache
def statements() -> tuple[Statement, ...]:
    """What the Cabinet report of 2013 says in words of the figures in its Appendix 2, as data."""
    rows = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))["statement"]
    return tuple(Statement(**{**row, "indicators": tuple(row["indicators"])}) for row in rows)


def not_borne_out(report: Report, said: Iterable[Statement]) -> list[Misprint]:
    """The statements about the report's year that one of its figures contradicts."""
    column = next((one for one in report.columns if one.key == "year"), None)
    found = []
    for one in said if column else ():
        lines = [report.by_key[key] for key in one.indicators if key in report.by_key]
        known = [(line, figure) for line in lines if column and (figure := report.at(line, column))]
        against = [(line, figure) for line, figure in known if (figure.value or 0) >= one.below]
        if one.year == report.year and against and column:
            told = ", ".join(f"{line.called} {figure.shown}" for line, figure in known)
            text = f"{one.source} says that {one.says}. Its figures are: {told}{_together(known)}."
            found.append(Misprint(text, one.block, tuple((line.key, column.key) for line, _ in known)))
    return found


def _together(known: Iterable[tuple[Line, Figure]]) -> str:
    """What several percentages are taken together, where all have their parts: else ""."""
    figures = [figure for _, figure in known]
    above, below = ([getattr(figure, part) for figure in figures] for part in ("numerator", "denominator"))
    if len(figures) < 2 or None in above or None in below or not sum(below):
        return ""
    return f"; together {value_words(100 * sum(above) / sum(below), PERCENT)}"
