"""Tables with their months one below another and the teams side by side: a block a measure, or measures below."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from loaders.children.people import table_of_people
from loaders.dates.baremonths import is_bare_month, lines_of_years
from loaders.dates.periods import month_in
from loaders.files.cells import Kind, number, text
from loaders.files.grid import Cell, Place, Sheet, is_blank
from loaders.layouts.header import DATES
from loaders.layouts.measures import measure_of
from loaders.layouts.pivot import Fact, Outline, Pivot
from loaders.layouts.unfolded import Column, Flat, lines_between, row_line, span
from loaders.staff.personnames import are_like_people
from loaders.teams.rows import is_total
from loaders.words.groups import is_changing, is_neutral
from loaders.words.vocabulary import is_childs_own, meaning_of, names_people, words_of

_FEWEST = 2
# Words of columns beside those of teams, or of other figures of all teams.
_OTHERS = {
    "year",
    "years",
    "target",
    "actual",
    "average",
    "benchmark",
    "england",
    "region",
    "change",
    "variance",
    "plan",
    "last",
    "previous",
}


@dataclass(frozen=True)
class _Block:
    """The rows below one row of names: ``names`` and ``measures`` have the place for each column of figures."""

    row: int
    column: int
    rows: Sequence[int]
    names: Mapping[int, Place]
    measures: Mapping[int, Place]


def months_down(sheet: Sheet, filled: Mapping[Place, Cell]) -> list[Flat]:
    """The blocks of a sheet as one table; none for a sheet that has none."""
    blocks = list(_blocks(sheet, filled))
    if not blocks:
        return []
    first, last = blocks[0], blocks[-1]
    taken = range(first.row, last.rows[-1] + 1)
    corner = (first.row, first.column)
    told = {text(sheet.at(*place)) for block in blocks for place in block.names.values()}
    if are_like_people(told) or any(names_people(one) or is_childs_own(one) for one in _corners(sheet, blocks)):
        return [table_of_people("months below one another", corner, taken)]
    heads = {
        "month": Column("month", text(sheet.at(*corner)) or "Month", corner),
        "team": Column(
            "team", span(sorted(set(first.names.values()))), next(iter(first.names.values())), row_line(first.row)
        ),
    }
    titles = [line for line in lines_between(sheet, -1, first.row) if not measure_of(line)]
    if any(is_bare_month(text(sheet.at(row, first.column))) for row in first.rows):
        titles += lines_of_years(sheet, first.row)
    pivot = Pivot(sheet, filled, Outline("months below one another", heads, titles, taken, totals_last=True))
    for block in blocks:
        for fact in _facts(block):
            pivot.add(fact)
    table = pivot.flat()
    return [table] if table else []


def _corners(sheet: Sheet, blocks: Sequence[_Block]) -> list[str]:
    return [text(sheet.at(block.row, block.column)) for block in blocks]


def _facts(block: _Block) -> Iterator[Fact]:
    for row in block.rows:
        for column, team in block.names.items():
            yield Fact((row, block.column), team, block.measures[column], (row, column))


def _blocks(sheet: Sheet, filled: Mapping[Place, Cell]) -> Iterator[_Block]:
    end = -1
    for row in sheet.filled_rows[:-1]:
        if row <= end:
            continue
        cells = sheet.rows[row]
        column = next((place for place, cell in enumerate(cells) if not is_blank(cell)), None)
        for corner in (0, 1) if column is None or column > 1 else (column, 0):
            rows = _months_below(sheet, row, corner)
            block = _block(sheet, filled, row, corner, rows, end) if len(rows) >= _FEWEST else None
            if block:
                yield block
                end = rows[-1]
                break


def _months_below(sheet: Sheet, row: int, column: int) -> list[int]:
    """The rows of months right below a row."""
    rows = []
    for below in range(row + 1, len(sheet.rows)):
        cell = sheet.at(below, column)
        if is_blank(cell) or not (month_in(cell) or (isinstance(cell, str) and is_bare_month(cell))):
            break
        rows.append(below)
    return rows


def _block(
    sheet: Sheet, filled: Mapping[Place, Cell], row: int, column: int, rows: Sequence[int], after: int
) -> _Block | None:
    corner = text(sheet.at(row, column))
    if corner and meaning_of(corner) not in (*DATES, None) and not measure_of(corner):
        return None
    told = {place: text(cell) for place, cell in enumerate(sheet.rows[row]) if place > column and not is_blank(cell)}
    if len(told) < _FEWEST or not all(_has_figures(sheet, rows, place) for place in told):
        return None
    known = [place for place, said in told.items() if measure_of(said)]
    if len(known) == len(told):
        names = _names_above(sheet, filled, row, list(told), after)
        return _Block(row, column, rows, names, {place: (row, place) for place in told}) if names else None
    if known or any(_is_no_team(said) for said in told.values() if not is_total(said)):
        return None
    measure = _title(sheet, row, column, after)
    return (
        _Block(row, column, rows, {place: (row, place) for place in told}, dict.fromkeys(told, measure))
        if measure
        else None
    )


def _has_figures(sheet: Sheet, rows: Sequence[int], column: int) -> bool:
    kinds = {number(sheet.at(row, column))[1] for row in rows}
    return not kinds & {Kind.UNREADABLE, Kind.DATE} and bool(kinds & {Kind.NUMBER, Kind.TYPED})


def _names_above(
    sheet: Sheet, filled: Mapping[Place, Cell], row: int, columns: Sequence[int], after: int
) -> dict[int, Place]:
    """The name over each column of measures, as far as the next; none where a column has none."""
    if row - 1 <= after:
        return {}
    above = [place for place, cell in enumerate(sheet.rows[row - 1]) if isinstance(cell, str) and not is_blank(cell)]
    names = {column: (row - 1, max(near)) for column in columns if (near := [one for one in above if one <= column])}
    measures = [measure_of(text(sheet.at(row, column))) for column in columns]
    told = {text(sheet.at(*place)) for place in names.values()}
    are_pairs = len(names) == len(columns) and len(set(measures)) < len(measures)
    return names if are_pairs and len(told) >= _FEWEST and not any(map(_is_no_team, told)) else {}


def _is_no_team(name: str) -> bool:
    """Whether a heading is that of a group, a comparison or a year, which are no teams."""
    words = set(words_of(name).split())
    is_group = is_changing(name) or (is_neutral(name) and not any(map(str.isdigit, name)))
    return is_group or meaning_of(name) is not None or not re.search(r"[A-Za-z]", name) or not words.isdisjoint(_OTHERS)


def _title(sheet: Sheet, row: int, column: int, after: int) -> Place | None:
    """What the figures are: the word in the corner, or the nearest line above that says so."""
    if measure_of(text(sheet.at(row, column))):
        return row, column
    for above in range(row - 1, after, -1):
        cells = [(above, place) for place, cell in enumerate(sheet.rows[above]) if not is_blank(cell)]
        if len(cells) == 1 and measure_of(text(sheet.at(*cells[0]))):
            return cells[0]
        if len(cells) > 1:
            break
    return None
