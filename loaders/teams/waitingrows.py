"""Rows among the teams, or below them, that say children wait with no team, and where their number stands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from loaders.areas.totals import Total, Waiting
from loaders.files.cells import Kind, number, plain_number, text
from loaders.files.grid import cell_name, is_blank
from loaders.layouts.found import Found
from loaders.layouts.header import DATES
from loaders.problems import Problems
from loaders.teams.figures import figure, is_empty, is_share, quiet_figure
from loaders.teams.limits import RULES, can_be
from loaders.teams.rows import Row, RowKind, is_total
from loaders.teams.teamrow import BASES
from loaders.teams.teamtable import TeamTable
from loaders.teams.waitingnames import is_waiting
from loaders.teams.waitingwords import is_of_children, is_of_month, shown

_CHILDREN = ("allocated", "unallocated")


def read_waiting(table: TeamTable, row: Row, total: Total, problems: Problems) -> bool:
    """Keep what a row says of children who wait; ``False`` where it is a team, since somebody works there for some.

    ``total`` has the row's figures. One number is that of the children, in whatever column it stands.
    """
    found, figures = table.found, table.plan.figures
    given = any(not is_empty(found, row.row, figures[name]) for name in _CHILDREN if name in figures)
    works = any((total.figures.get(name) or 0) > 0 for name, _ in BASES)
    if given and works:
        return False
    numbers = {} if given else _numbers(found, row.row)
    sure = is_of_children(row.name) and is_of_month(row.name, total.month)
    if given and sure and not is_total(row.name):
        _keep(table, total, problems)
    elif not given and not numbers:
        if not all(is_empty(found, row.row, column) for column in figures.values()):
            table.waiting.append(total)
            table.heard.add(row.row)
            _say_words(found, row.row, figures.values(), problems)
        # Else it is a remark, whose own words may have the number.
        return True
    else:
        if given:
            numbers = {figures[name]: value for name in _CHILDREN if (value := total.figures.get(name)) is not None}
        _read_number(table, row, total, numbers, sure, problems)
    table.heard.add(row.row)
    return True


def named_as_waiting(found: Found, rows: Sequence[Row]) -> Sequence[Row]:
    """The rows, those with a number for the team's name, and beside it that children wait, as such rows."""
    columns = found.header.columns
    name, words = columns.get("team", 0), [columns[one] for one in ("area", "kind") if one in columns]
    if not words:
        return rows

    def waits(row: Row) -> str:
        if row.kind is not RowKind.EMPTY_TEAM or type(found.cell(row.row, name)) is not float:
            return ""
        return next((said for column in words if is_waiting(said := text(found.cell(row.row, column)))), "")

    return [Row(row.row, RowKind.WAITING, said) if (said := waits(row)) else row for row in rows]


def _keep(table: TeamTable, total: Total, problems: Problems) -> None:
    """Keep a row whose number stands in a column of children."""
    table.waiting.append(total)
    for name in _CHILDREN:
        if (column := table.plan.figures.get(name)) is not None:
            figure(table.found, total.row, column, name, problems)


def _read_number(
    table: TeamTable, row: Row, total: Total, numbers: dict[int, float], sure: bool, problems: Problems
) -> None:
    """Keep the one number of a row, or say that it is not read. None in a column of FTE is no number of children."""
    sheet = table.found.sheet
    others = [column for name, column in table.plan.figures.items() if name not in _CHILDREN]
    column, value = next(iter(numbers.items()), (table.plan.name, 0))
    sure = sure and len(numbers) == 1 and can_be(value, RULES["unallocated"])
    if not sure or (value == 0 and column in others):
        problems.add("waiting_row_not_read", sheet=sheet.name, place=(row.row, column), line=shown(row.name))
        return
    # A total below may count them in the column of the allocated as well as in that of the waiting.
    told = Waiting(row.row, row.name, total.month, dict.fromkeys(_CHILDREN, value), column)
    whole = is_total(row.name)
    (table.said if whole else table.waiting).append(told)
    if not whole and column not in (table.plan.figures.get(name) for name in _CHILDREN):
        where = cell_name(*sheet.true((row.row, column)))
        words = {"line": shown(row.name), "value": plain_number(value), "where": where}
        problems.add("waiting_read_from", sheet=sheet.name, place=(row.row, column), words=words)


def _say_words(found: Found, row: int, columns: Iterable[int], problems: Problems) -> None:
    """Name the first cell of a row's figures that holds words such as "about 76"."""
    for column in columns:
        cell = found.cell(row, column)
        if not is_blank(cell) and number(cell)[1] is Kind.UNREADABLE:
            problems.add("waiting_in_words", sheet=found.sheet.name, place=(row, column))
            return


def _numbers(found: Found, row: int) -> dict[int, float]:
    """The numbers of a row by their columns, but for those of dates and names."""
    columns = found.header.columns
    words = {columns[name] for name in ("team", "area", "kind", "year", *DATES) if name in columns}
    if type(found.sheet.at(row, columns.get("team", 0))) is float:
        words.discard(columns.get("team", 0))
    others = (column for column in range(len(found.sheet.rows[row])) if column not in words)
    values = {
        column: quiet_figure(found, row, column) for column in others if not is_share(found, row, column, "unallocated")
    }
    return {column: value for column, value in values.items() if value is not None}
