"""Rows below a total that is already the sum of the teams above it: another month, a part, a gap, but no team."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from loaders.areas.totals import ADDED, part_named, tolerance
from loaders.files.grid import Cell, is_blank
from loaders.layouts.found import Found
from loaders.layouts.header import DATES
from loaders.problems import Problems
from loaders.staff.personnames import is_named_like_person
from loaders.teams.comparisons import without_comparisons
from loaders.teams.figures import quiet_figure
from loaders.teams.limits import RULES
from loaders.teams.rows import Row, RowKind, classify
from loaders.teams.sidelines import without_month
from loaders.words.phrases import patterns

_CHILDREN = ("allocated", "children", "active")
_COMPARED = (*ADDED, "fte", "workers", "children", "active")
_OF_ALL = re.compile(patterns(__file__, "of_all")["council"], re.IGNORECASE)
_ENDS = (RowKind.TOTAL, RowKind.UNNAMED)
_Figures = Mapping[str, float | None]


@dataclass
class _Month:
    """The rows of one month so far: those of teams, those below a total of all these, and that total's figures."""

    teams: list[_Figures] = field(default_factory=list)
    below: list[Row] = field(default_factory=list)
    below_figures: list[_Figures] = field(default_factory=list)
    waiting: list[_Figures] = field(default_factory=list)
    total: _Figures | None = None

    def open_again(self) -> None:
        """Take the rows below the total for teams: it was that of a part."""
        self.teams += self.below_figures
        self.below, self.below_figures = [], []


def classified(found: Found, problems: Problems) -> list[Row]:
    """Every row below the heading, with what it is by its name and figures and by the totals above it."""
    rows = _months_named(classify(found))
    return without_rows_below_total(found, without_comparisons(found, rows, problems), problems)


def _months_named(rows: list[Row]) -> list[Row]:
    """The rows, where no figures are left but beside names of months: these are no lines of comparison."""
    if any(row.kind is RowKind.TEAM for row in rows) or not any(row.kind is RowKind.SUMMARY for row in rows):
        return rows
    return [
        Row(row.row, RowKind.TEAM, row.name)
        if row.kind is RowKind.SUMMARY and not without_month(row.name).strip()
        else row
        for row in rows
    ]


def without_rows_below_total(found: Found, rows: Sequence[Row], problems: Problems) -> list[Row]:
    """The rows, those as blank that stand below a total of all teams and are in no other one; that is said.

    They are teams where another total adds them up, with or without those above. Nothing is said of what they are
    called: it may be the name of a child.
    """
    first = next((place for place, row in enumerate(rows) if row.kind in _ENDS), len(rows))
    if not any(row.kind in (RowKind.TEAM, RowKind.TOTAL) for row in rows[first + 1 :]):
        return list(rows)
    columns = {name: found.header.columns[name] for name in _COMPARED if name in found.header.columns}
    months: dict[tuple[Cell, ...], _Month] = {}
    others: set[int] = set()
    for row, month in _by_month(found, rows, months):
        figures = {name: quiet_figure(found, row.row, column) for name, column in columns.items()}
        others.update(_take(month, row, figures))
    left = {row.row for month in months.values() for row in month.below}
    named = [row for row in rows if row.row in left and row.kind is RowKind.TEAM]
    column = found.header.columns.get("team", found.header.columns.get("area", 0))
    for row in named:
        problems.add("row_below_total", sheet=found.sheet.name, place=(row.row, column))
    kinds = dict.fromkeys(left, RowKind.BLANK) | dict.fromkeys(others, RowKind.SUMMARY)
    return [Row(row.row, kinds[row.row], row.name) if row.row in kinds else row for row in rows]


def _by_month(
    found: Found, rows: Sequence[Row], months: dict[tuple[Cell, ...], _Month]
) -> Iterator[tuple[Row, _Month]]:
    """Each row with its month's; one without a date is of the month above."""
    columns = [found.header.columns[name] for name in (*DATES, "year") if name in found.header.columns]
    key: tuple[Cell, ...] = ()
    for row in rows:
        if row.kind in (RowKind.REMARK, RowKind.BLANK, RowKind.SUMMARY):
            continue
        own = tuple(found.cell(row.row, column) for column in columns)
        key = key if all(map(is_blank, own)) else own
        yield row, months.setdefault(key, _Month())


def _take(month: _Month, row: Row, figures: _Figures) -> Iterator[int]:
    """Add a row to its month; the place of one that is no more than called a total."""
    if row.kind is RowKind.WAITING:
        month.waiting.append(figures)
    elif row.kind in _ENDS and month.total is None:
        if row.kind is RowKind.TOTAL and not _is_part(row) and _is_sum(figures, month.teams, month.waiting):
            month.total = figures
    elif row.kind in _ENDS:
        yield from _end(month, row, figures)
    elif month.total is None:
        month.teams.append(figures)
    elif not _may_be_child(row, figures):
        month.below.append(row)
        month.below_figures.append(figures)


def _end(month: _Month, row: Row, figures: _Figures) -> Iterator[int]:
    """Another total below that of all teams: it may show that what stands between them is teams."""
    whole = _is_sum(figures, [*month.teams, *month.below_figures], month.waiting)
    same = month.total is not None and _is_sum(figures, [month.total])
    if whole or (not same and _is_sum(figures, month.below_figures)):
        month.open_again()
        month.total = figures if whole else month.total
    elif not same and row.kind is RowKind.TOTAL:
        if without_month(row.name) != row.name:
            yield row.row
        elif month.below and not _is_part(row):
            # A total of its own, with a slip in it.
            month.open_again()


def _is_part(row: Row) -> bool:
    part = part_named(row.name)
    return (bool(part) and not _OF_ALL.fullmatch(part)) or "sub" in row.name.casefold()


def _may_be_child(row: Row, figures: _Figures) -> bool:
    """Whether a row is left for the check of children named below the teams."""
    return is_named_like_person(row.name) and not any(value for value in figures.values())


def _is_sum(figures: _Figures, rows: Sequence[_Figures], waiting: Sequence[_Figures] = ()) -> bool:
    """Whether figures are those of rows added up: the children, or two of them, and more than are not.

    ``waiting`` may be counted too or not.
    """
    right = wrong = 0
    children = False
    for name, value in figures.items():
        known = [of[name] for of in rows]
        if value is None or not known or None in known:
            continue
        added = sum(one or 0 for one in known)
        apart = sum(of[name] or 0 for of in waiting)
        most = tolerance(name) if name in RULES else 0.051
        if min(abs(value - added), abs(value - added - apart)) > most:
            wrong += 1
        elif value > 0:
            right += 1
            children = children or name in _CHILDREN
    return right > wrong and (children or right > 1)
