"""Tables with a row for each month and measure, and the teams side by side."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from loaders.children.people import table_of_people
from loaders.dates.periods import month_in
from loaders.dates.quarters import period_of
from loaders.files.cells import text
from loaders.files.grid import Cell, Place, Sheet, is_blank
from loaders.layouts.header import DATES
from loaders.layouts.measures import measure_of
from loaders.layouts.pivot import Fact, Outline, Pivot
from loaders.layouts.sections import is_figure
from loaders.layouts.unfolded import Column, Flat, lines_between, row_line, span
from loaders.quarterly.activityhead import NOT_FIGURES, part_of, plainly
from loaders.staff.personnames import are_like_people
from loaders.teams.rows import is_total
from loaders.words.vocabulary import is_value_heading, meaning_of

_LINES, _LOOKED_AT = 25, 60
# A month, a measure and two teams.
_LEAST_HEADINGS = 4


@dataclass(frozen=True)
class _Heading:
    """The row of the headings, the columns of the month and of the measure, and those of the teams."""

    row: int
    month: int
    measure: int
    teams: tuple[int, ...]


def tables_of_teams_across(sheet: Sheet, filled: Mapping[Place, Cell]) -> list[Flat]:
    """The table of a sheet in which each row is a month's and a measure's; none for a sheet that has none."""
    heading = next(_headings(sheet), None)
    if heading is None:
        return []
    rows = [row for row in sheet.filled_rows if row > heading.row]
    taken = range(heading.row, rows[-1] + 1)
    if are_like_people(text(sheet.at(heading.row, column)) for column in heading.teams):
        return [table_of_people("teams side by side", (heading.row, heading.teams[0]), taken)]
    pivot = Pivot(sheet, filled, _outline(sheet, heading, taken))
    for fact in _facts(sheet, filled, heading, rows):
        pivot.add(fact)
    table = pivot.flat()
    return [table] if table else []


def _headings(sheet: Sheet) -> Iterator[_Heading]:
    for row in sheet.filled_rows[:_LINES]:
        cells = sheet.rows[row]
        if sum(isinstance(cell, str) and cell != "" for cell in cells) < _LEAST_HEADINGS:
            continue
        said = {column: text(cell) for column, cell in enumerate(cells) if isinstance(cell, str) and not is_blank(cell)}
        if len(said) < _LEAST_HEADINGS or len(said) < sum(not is_blank(cell) for cell in cells):
            continue
        named = {name: column for column, heading in said.items() if (name := meaning_of(heading))}
        month = next((named[name] for name in DATES if name in named), None)
        if month is None or "measure" not in named or not {"team", "area", "worker"}.isdisjoint(named):
            continue
        teams = tuple(column for column in said if column not in (month, named["measure"]))
        heading = _Heading(row, month, named["measure"], teams)
        several = sum(not is_total(said[column]) for column in teams) > 1
        if several and all(_may_name_team(said[column]) for column in teams) and _are_figures(sheet, heading):
            yield heading


def _may_name_team(heading: str) -> bool:
    """Whether a heading is that of no figure, period, part or remark; a total may stand behind the teams."""
    if is_total(heading):
        return True
    known = is_value_heading(heading) or part_of(heading) or period_of(heading) or measure_of(heading)
    return not known and meaning_of(heading) != "note" and NOT_FIGURES.isdisjoint(plainly(heading).split())


def _are_figures(sheet: Sheet, heading: _Heading) -> bool:
    """Whether months and measures of ours stand below their headings, and figures below those of teams."""
    rows = [row for row in sheet.filled_rows if row > heading.row][:_LOOKED_AT]
    measures = {text(sheet.at(row, heading.measure)) for row in rows} - {""}
    months = {text(sheet.at(row, heading.month)) for row in rows if month_in(sheet.at(row, heading.month))}
    known = {name for said in measures if (name := measure_of(said))}
    figures = all(any(is_figure(sheet.at(row, column)) for row in rows) for column in heading.teams)
    return bool(months) and len(known) > 1 and len(known) * 2 > len(measures) and figures


def _outline(sheet: Sheet, heading: _Heading, taken: range) -> Outline:
    names = [(heading.row, column) for column in heading.teams]
    month = (heading.row, heading.month)
    heads = {
        "month": Column("month", text(sheet.at(*month)), month),
        "team": Column("team", span(names), names[0], row_line(heading.row)),
    }
    return Outline("teams side by side", heads, lines_between(sheet, -1, heading.row), taken, totals_last=True)


def _facts(sheet: Sheet, filled: Mapping[Place, Cell], heading: _Heading, rows: Sequence[int]) -> Iterator[Fact]:
    """Every figure; a month that is typed once stands for the rows below it."""
    month: Place | None = None
    for row in rows:
        if not is_blank(filled.get((row, heading.month), sheet.at(row, heading.month))):
            month = (row, heading.month)
        if month and text(sheet.at(row, heading.measure)):
            for column in heading.teams:
                yield Fact(month, (heading.row, column), (row, heading.measure), (row, column))
