"""A list with a row for each measure whose column of measures is headed otherwise: what stands in it tells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from loaders.files.cells import text
from loaders.files.grid import Sheet, is_blank
from loaders.layouts.columnheading import heading as heading_of
from loaders.layouts.found import Found, Remark, title_lines
from loaders.layouts.header import DATES, FIGURES, LONG, TEAM, Header
from loaders.layouts.measures import measure_of
from loaders.layouts.sections import is_figure
from loaders.words.vocabulary import is_value_heading, meaning_of

_LINES, _FEWEST = 25, 3
_WORDS = ("team", "area", "kind", "year", *DATES)


def list_of_measures(sheet: Sheet) -> list[Found]:
    """The list of a sheet on which no table is known: a team or an area, a column of measures by its cells, figures."""
    for row in sheet.filled_rows[:_LINES]:
        cells = sheet.rows[row]
        if not any(isinstance(cell, str) and meaning_of(cell) in ("team", "area") for cell in cells):
            continue
        headings = {column: text(cell) for column, cell in enumerate(cells) if not is_blank(cell)}
        if len(headings) >= _FEWEST and all(isinstance(cell, str) for cell in cells):
            return _found(sheet, row, headings)
    return []


def _found(sheet: Sheet, row: int, headings: dict[int, str]) -> list[Found]:
    rows = [below for below in sheet.filled_rows if below > row]
    named: dict[str, int] = {}
    for column, heading in headings.items():
        if (name := meaning_of(heading)) in _WORDS:
            named.setdefault(name or "", column)
    others = [column for column, heading in headings.items() if meaning_of(heading) in (None, "kind")]
    measures = [column for column in others if _holds_measures(sheet, rows, column)]
    valued = [
        column for column, heading in headings.items() if meaning_of(heading) is None or is_value_heading(heading)
    ]
    if len(measures) != 1 or not any(is_figure(sheet.at(below, column)) for column in valued for below in rows):
        return []
    words = {name: column for name, column in named.items() if column != measures[0]}
    header = Header(row, row, LONG, {**words, "measure": measures[0]}, headings)
    merged = sheet.merged_fill() if sheet.merged else {}
    found = Found(sheet, header, rows, title_lines(sheet, range(row)), merged)
    told = Remark("measures_by_cells", (row, measures[0]), {"heading": heading_of(found, measures[0])})
    return [replace(found, remarks=(told,))]


def may_be_list(found: Sequence[Found]) -> bool:
    """Whether nothing is known on a sheet, or but one table whose only figures are headed as any may be: "Total"."""
    if len(found) != 1:
        return not found
    header = found[0].header
    figures = [column for name, column in header.columns.items() if name in FIGURES]
    return header.table == TEAM and len(figures) == 1 and is_value_heading(header.headings[figures[0]])


def _holds_measures(sheet: Sheet, rows: list[int], column: int) -> bool:
    """Whether two measures of ours or more stand in a column, and hardly anything else."""
    said = {told for row in rows if (told := text(sheet.at(row, column)))}
    known = [name for told in said if (name := measure_of(told))]
    return len(set(known)) > 1 and len(known) * 2 > len(said)
