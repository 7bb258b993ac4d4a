"""Tables of teams that stand side by side under one row of headings: two months, or two areas."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from loaders.dates.titlemonths import title_month
from loaders.files.cells import text
from loaders.files.grid import is_blank
from loaders.layouts.found import Found, lines_of
from loaders.layouts.header import FIGURES, TEAM, Header

# So many rows above the headings hold titles at most.
_LINES = 25


def side_by_side(found: Found) -> list[Found]:
    """The tables that stand beside one another in one, each with the lines above its own columns; else the one.

    They have a column of teams each and figures of the same kind, of other teams, or below another month.
    """
    header = found.header
    if header.table != TEAM or header.splits or "team" not in {name for name, _ in header.doubled}:
        return [found]
    headers = [_part(header, block) for block in _blocks(header)]
    if len(headers) < 2 or not all("team" in one.columns for one in headers):
        return [found]
    if not FIGURES.intersection(*(one.columns.keys() for one in headers)):
        return [found]
    starts = [min(one.headings) for one in headers]
    ends = [*starts[1:], max(headers[-1].headings) + 1]
    parts = [_found(found, one, start, end) for one, start, end in zip(headers, starts, ends, strict=True)]
    months = [title_month(one.titles).when for one in parts]
    teams = [{text(cell) for cell in one.column(one.header.columns["team"]) if not is_blank(cell)} for one in parts]
    others = all(one.isdisjoint(other) for one, other in pairwise(teams))
    return parts if others or (all(months) and len({when.month for when in months if when}) > 1) else [found]


def _blocks(header: Header) -> list[list[int]]:
    """The columns of each table: up to a column without a heading, or as far as the headings go before they repeat."""
    columns = sorted(header.headings)
    blocks = [columns[:1]]
    for before, column in pairwise(columns):
        if column > before + 1:
            blocks.append([])
        blocks[-1].append(column)
    if len(blocks) > 1:
        return blocks
    said = [header.headings[column] for column in columns]
    width = next((place for place in range(1, len(said)) if said[place] == said[0]), len(said))
    if said != said[:width] * (len(said) // width):
        return blocks
    return [columns[first : first + width] for first in range(0, len(columns), width)]


def _part(header: Header, block: Sequence[int]) -> Header:
    named = [(name, column) for name, column in (*header.columns.items(), *header.doubled) if column in block]
    columns: dict[str, int] = {}
    doubled = []
    for name, column in sorted(named, key=lambda one: one[1]):
        if name in columns:
            doubled.append((name, column))
        else:
            columns[name] = column
    return replace(
        header,
        columns=columns,
        headings={column: header.headings[column] for column in block},
        doubled=tuple(doubled),
        parts=tuple(column for column in header.parts if column in block),
        doubted={column: said for column, said in header.doubted.items() if column in block},
    )


def _found(found: Found, header: Header, start: int, end: int) -> Found:
    rows = [row for row in found.rows if any(not is_blank(found.cell(row, column)) for column in header.headings)]
    own = list(_lines(found, start, end, alone=False))
    titles = own if title_month(own).when else [*own, *_lines(found, 0, start + 1, alone=True)]
    return replace(found, header=header, rows=rows, titles=titles)


def _lines(found: Found, start: int, end: int, *, alone: bool) -> Iterator[str]:
    """The titles in the columns of a table; or, ``alone``, those with nothing beside them: they are of all tables."""
    told = {text(line) for line in found.titles}
    above = [row for row in found.sheet.filled_rows if row < found.header.first][-_LINES:]
    for row in above:
        cells = {column: cell for column, cell in enumerate(found.sheet.rows[row]) if not is_blank(cell)}
        within = [cell for column, cell in cells.items() if start <= column < end]
        if (len(cells) == 1) == alone and told.intersection(lines_of(cells.values())):
            yield from lines_of(within)
