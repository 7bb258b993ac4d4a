"""What each row of a team table is: a team, a total, children waiting with no team, a remark."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from loaders.files.cells import Kind, number, text, texts
from loaders.files.grid import Cell, is_blank
from loaders.layouts.found import Found
from loaders.layouts.header import DATES, FIGURES
from loaders.teams.sidelines import is_line, is_part, unmarked
from loaders.teams.waitingnames import is_all_waiting, is_held, is_waiting
from loaders.words.phrases import patterns


class RowKind(Enum):
    """The kinds of row below a heading."""

    TEAM = "team"
    TOTAL = "total"
    WAITING = "children waiting, with no team"
    SUMMARY = "an average, or another council"
    EMPTY_TEAM = "a name without figures"
    UNNAMED = "figures without a name"
    REMARK = "remark"
    BLANK = "blank"


class Row(NamedTuple):
    """A row of a team table: its place, kind, and the name that stands in it."""

    row: int
    kind: RowKind
    name: str = ""


_PARTS, _ROWS, _RETURNS = (patterns(__file__, table) for table in ("lists", "rows", "returns"))
_TOTAL = re.compile(rf"{_ROWS['total']}|(?:.*\W)?{_PARTS['total_word']}(?:\s*\(.*\))?[:\s]*", re.IGNORECASE)
_SUMMARY = re.compile(
    rf"{_ROWS['summary']}|{_PARTS['statistic']}\s*[:(].*"
    rf"|{_PARTS['elsewhere']}(?:\W*(?:19|20)\d\d(?:\W*\d{{2,4}})?\W*)?",
    re.IGNORECASE,
)
_REMARK = re.compile(
    rf"{_ROWS['remark']}|{_PARTS['labelled']}\s*:.*"
    r"|\S+\s*=\s.*|[*†‡§#¹²³].*|[\[(]?\d{1,2}[\])\.:]\s.*|.*[.:;]",
    re.IGNORECASE | re.DOTALL,
)
# What stands before a name or a day where somebody signs a return.
_SIGNED = re.compile(rf".*:|{_RETURNS['signed']}", re.IGNORECASE)
_KEY = re.compile(rf"{_RETURNS['key']}\W*", re.IGNORECASE)
_TOTAL_WORD = re.compile(rf"\b{_PARTS['total_word']}\b")
_LONGEST_NAME = 60


def names_of_teams(found: Found) -> list[str]:
    """The names of the rows if each is a team by its name and has a number in its first figure; else none."""
    cells, figures = found.column(_name_column(found)), _figure_columns(found)
    if not figures or set(map(type, cells)) != {str} or set(map(type, found.column(figures[0]))) != {float}:
        return []
    said = texts(cells)
    return said if all(told and kind_of_named(told, True, False) is RowKind.TEAM for told in set(said)) else []


def _name_column(found: Found) -> int:
    columns = found.header.columns
    return columns.get("team", columns.get("area", 0))


def _figure_columns(found: Found) -> list[int]:
    columns = found.header.columns
    return sorted({*(columns[figure] for figure in FIGURES & columns.keys()), *found.header.parts})


def classify(found: Found) -> list[Row]:
    """Every row below the heading, with what it is."""
    columns = found.header.columns
    name = _name_column(found)
    words = {
        name,
        *(columns[other] for other in ("area", "kind", "month", "date", "as_at", "year") if other in columns),
    }
    figures = _figure_columns(found)
    labels = sorted(words | set(range(min(words))))
    said = texts(found.column(name))
    # Nearly every row has a name and a number in its first column of figures: by then its name says what it is.
    with_figures = {told: kind_of_named(told, True, False) for told in set(said)}
    first = found.column(figures[0]) if figures else [""] * len(said)
    rows = [
        Row(row, with_figures[told], told)
        if told and type(figure) is float
        else _classify(found, row, name, labels, figures)
        for row, told, figure in zip(found.rows, said, first, strict=True)
    ]
    return _headings_dropped(_parts_told(found, rows))


def _parts_told(found: Found, rows: list[Row]) -> list[Row]:
    """Rows such as "Agency" that stand below several teams of one month are parts of those."""
    parts = [row for row in rows if row.kind is RowKind.TEAM and is_part(row.name)]
    dated = any(name in found.header.columns for name in DATES)
    if dated or len(parts) < 2 or len({row.name.casefold() for row in parts}) == len(parts):
        return rows
    return [Row(row.row, RowKind.SUMMARY, row.name) if row in parts else row for row in rows]


def _classify(found: Found, row: int, name: int, labels: Sequence[int], figures: Sequence[int]) -> Row:
    said = text(found.cell(row, name))
    filled = _has_figures(found, row, figures)
    if not said:
        # Words below a column of figures are a remark; below a team's name they would be a figure gone wrong.
        filled = filled and any(_is_figure(found, row, column) for column in figures)
        label = next((told for column in labels if is_total(told := text(found.sheet.at(row, column)))), "")
        if label:
            return Row(row, RowKind.TOTAL if filled else RowKind.BLANK, label)
        other = next((told for column in labels if is_waiting(told := text(found.sheet.at(row, column)))), "")
        if other and filled:
            return Row(row, RowKind.WAITING, other)
        return Row(row, RowKind.UNNAMED if filled else RowKind.BLANK)
    if not filled and not is_name(found.cell(row, name)):
        # The day of printing, say.
        return Row(row, RowKind.REMARK, said)
    if filled and _SIGNED.fullmatch(said) and not any(_may_be_figure(found, row, column) for column in figures):
        return Row(row, RowKind.REMARK, said)
    if filled and _KEY.fullmatch(said) and not any(_is_figure(found, row, column) for column in figures):
        # "Green" and "<18" beside it are what colours mean.
        return Row(row, RowKind.REMARK, said)
    return Row(row, kind_of_named(said, filled, _dated(found, row)), said)


def is_name(cell: Cell) -> bool:
    """Whether a cell can hold a team's name: a text or a number, no date and no TRUE, which Excel makes of some."""
    return type(cell) in (str, float, int)


@lru_cache(maxsize=20_000)
def kind_of_named(said: str, filled: bool, dated: bool) -> RowKind:
    """What a row with a name is, by the name and by what else it holds."""
    if is_total(said) and not (is_all_waiting(said) or is_line(said)):
        return RowKind.TOTAL if filled else RowKind.REMARK
    if is_waiting(said) or is_held(said):
        # Its number may stand in a column of no figures.
        return RowKind.WAITING
    if is_summary(said):
        return RowKind.SUMMARY
    if filled:
        return RowKind.TEAM
    if dated:
        return RowKind.EMPTY_TEAM
    return RowKind.REMARK if len(said) > _LONGEST_NAME or _REMARK.fullmatch(said) else RowKind.EMPTY_TEAM


@lru_cache(maxsize=20_000)
def is_total(name: str) -> bool:
    """Whether a name stands for a total: "Grand total", "North total", "All teams"."""
    return bool(_TOTAL.fullmatch(name))


@lru_cache(maxsize=20_000)
def is_summary(name: str) -> bool:
    """Whether a name stands for a line of comparison, a part of a row, or posts without people.

    >>> is_summary("England"), is_summary("- of which agency"), is_summary("Vacant posts 1.5"), is_summary("Borough 2")
    (True, True, True, False)
    """
    return bool(_SUMMARY.fullmatch(unmarked(name))) or is_line(name)


def is_filled_in(found: Found) -> bool:
    """Whether anything stands in a column of figures, totals aside: a sheet for a month ahead is not filled in yet."""
    name, figures = _name_column(found), _figure_columns(found)
    return any(_has_figures(found, row, figures) and not is_total(text(found.cell(row, name))) for row in found.rows)


def _has_figures(found: Found, row: int, figures: Sequence[int]) -> bool:
    """Whether any figure's cell holds something."""
    sheet = found.sheet
    cells = sheet.rows[row]
    for column in figures:
        if column < len(cells) and type(cells[column]) is float:
            return True
    if any((row, column) in sheet.formulas or (row, column) in sheet.faults for column in figures):
        return True
    return any(not is_blank(found.cell(row, column)) for column in figures)


def _is_figure(found: Found, row: int, column: int) -> bool:
    kind = number(found.cell(row, column))[1]
    return kind in (Kind.NUMBER, Kind.TYPED) or (row, column) in found.sheet.formulas


def _may_be_figure(found: Found, row: int, column: int) -> bool:
    kind = number(found.cell(row, column))[1]
    place = (row, column)
    return _is_figure(found, row, column) or kind is Kind.MISSING or place in found.sheet.faults


def _dated(found: Found, row: int) -> bool:
    columns = found.header.columns
    return any(not is_blank(found.cell(row, columns[name])) for name in ("month", "date", "as_at") if name in columns)


def _headings_dropped(rows: list[Row]) -> list[Row]:
    """Names without figures below the last figures are remarks; above "North total", "North" is a heading."""
    if not any(row.kind is RowKind.EMPTY_TEAM for row in rows):
        return rows
    last = max((place for place, row in enumerate(rows) if row.kind in (RowKind.TEAM, RowKind.TOTAL)), default=-1)
    totals = {" ".join(_TOTAL_WORD.sub(" ", row.name.casefold()).split()) for row in rows if row.kind is RowKind.TOTAL}
    after_total = False
    kept = []
    for place, row in enumerate(rows):
        after_total = after_total or (row.kind is RowKind.TOTAL and place >= last)
        empty = row.kind is RowKind.EMPTY_TEAM
        if empty and (row.name.casefold() in totals or (place > last and after_total)):
            row = Row(row.row, RowKind.REMARK, row.name)
        kept.append(row)
    return kept
