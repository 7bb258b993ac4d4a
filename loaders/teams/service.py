"""Figures that the file gives for the service as a whole, and not by team."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

from loaders.dates.dating import Dating
from loaders.dates.months import month_words
from loaders.files.cells import plain_number, quoted, text
from loaders.files.grid import cell_name
from loaders.layouts.found import Found
from loaders.problems import Problems
from loaders.teams.doubled import refuse_doubled_figures
from loaders.teams.figures import figure, figures_of
from loaders.teams.flowcolumns import flow_columns
from loaders.teams.limits import RULES
from loaders.teams.rows import is_total
from loaders.teams.servicerow import ServiceRow, rows_from_totals
from loaders.teams.teamrow import BASES
from loaders.teams.teamtable import TeamTable
from loaders.teams.unread import say_unread
from model.tables import FLOWS

_FIGURES = {name: RULES[name].label for name in ("allocated", "unallocated", *FLOWS)}


def read_service(found: Found, file_name: str, problems: Problems) -> list[ServiceRow]:
    """Read a table with a month and figures, but no team."""
    columns, dating = found.header.columns, Dating(found, file_name, problems)
    refuse_doubled_figures(found, problems)
    say_unread(found, problems)
    waiting = columns.get("service_unallocated", columns.get("unallocated"))
    first, flows = min(columns.values()), flow_columns(found, found.rows, problems)
    rows = []
    for row in found.rows:
        label = text(found.cell(row, first))
        figures = [column for name, column in columns.items() if name not in ("month", "date", "as_at", "year")]
        if is_total(label) or all(text(found.cell(row, column)) == "" for column in figures):
            continue
        when = dating.of(row)
        if when is None:
            continue
        read = ServiceRow(found.sheet.name, row, first if waiting is None else waiting, when.month, when.day)
        read.unallocated = _figure(found, row, waiting, "service_children", problems)
        read.allocated = _figure(found, row, columns.get("allocated"), "service_children", problems)
        read.flows = figures_of(found, row, flows, problems)
        _read_fte(found, read, problems)
        rows.append(read)
    return _once_a_month(rows, problems)


def _figure(found: Found, row: int, column: int | None, name: str, problems: Problems) -> float | None:
    return None if column is None else figure(found, row, column, name, problems)


def _read_fte(found: Found, read: ServiceRow, problems: Problems) -> None:
    columns = found.header.columns
    for name, basis in (*BASES, ("fte", "in post")):
        read.fte = _figure(found, read.row, columns.get(name), "service_fte", problems)
        if read.fte is not None:
            read.fte_basis = basis
            return


def _once_a_month(rows: Sequence[ServiceRow], problems: Problems) -> list[ServiceRow]:
    first: dict[dt.date, ServiceRow] = {}
    for row in rows:
        before = first.setdefault(row.month, row)
        if before is not row:
            here, other = cell_name(row.row, row.column), cell_name(before.row, before.column)
            words = {"month": month_words(row.month), "here": here, "other": other}
            problems.add("service_twice", sheet=row.sheet, place=(row.row, row.column), words=words)
    return list(first.values())


def service_rows(tables: Sequence[TeamTable], given: Sequence[ServiceRow], problems: Problems) -> list[ServiceRow]:
    """The service's own figures by month: those of its own table, else those that total rows alone give."""
    by_month = {row.month: row for row in rows_from_totals(tables, problems)}
    for row in _one_of_each_month(_beside_teams(given, tables, problems), problems):
        _check_against_teams(row, tables, problems)
        derived = by_month.get(row.month)
        if derived:
            _fill(row, derived, problems)
        by_month[row.month] = row
    return [by_month[month] for month in sorted(by_month)]


def _beside_teams(given: Sequence[ServiceRow], tables: Sequence[TeamTable], problems: Problems) -> Iterator[ServiceRow]:
    """What only says what came and went belongs to a month that has teams; that of other months is left out."""
    months = set().union(*(table.months for table in tables))
    for row in given:
        if row.has_stock or row.month in months:
            yield row
        elif any(value is not None for value in row.flows.values()):
            place, month = (row.row, row.column), month_words(row.month)
            problems.add("flows_without_teams", sheet=row.sheet, place=place, month=month)


def _one_of_each_month(given: Iterable[ServiceRow], problems: Problems) -> list[ServiceRow]:
    """The service's rows of several sheets: what one leaves out another may give, and two that differ are refused."""
    first: dict[dt.date, ServiceRow] = {}
    for row in given:
        before = first.setdefault(row.month, row)
        if before is row:
            continue
        ours, theirs = before.figures | {"fte": before.fte}, row.figures | {"fte": row.fte}
        for name, label in (*_FIGURES.items(), ("fte", "FTE")):
            own, other = ours[name], theirs[name]
            if own is not None and other is not None and own != other:
                words = {
                    "value": plain_number(other),
                    "other_value": plain_number(own),
                    "month": month_words(row.month),
                }
                here, there = cell_name(row.row, row.column), cell_name(before.row, before.column)
                words |= {"here": here, "other": f"{there} of the sheet {quoted(before.sheet)}", "label": label}
                problems.add("service_twice_differs", sheet=row.sheet, place=(row.row, row.column), words=words)
        if before.fte is None:
            before.fte, before.fte_basis = row.fte, row.fte_basis
        for name in _FIGURES:
            if ours[name] is None:
                before.give(name, theirs[name])
    return list(first.values())


def _fill(row: ServiceRow, derived: ServiceRow, problems: Problems) -> None:
    """Take over what a total row gives and the service's own table does not; its own figures stand."""
    for name, label in _FIGURES.items():
        own, other = row.figures[name], derived.figures[name]
        if own is None:
            row.give(name, other)
        elif other is not None and own != other:
            values = {"value": plain_number(own), "other_value": plain_number(other)}
            place, month = (row.row, row.column), month_words(row.month)
            problems.add("service_disagrees", sheet=row.sheet, place=place, label=label, month=month, words=values)
    if row.fte is None:
        row.fte, row.fte_basis = derived.fte, derived.fte_basis


def _check_against_teams(row: ServiceRow, tables: Sequence[TeamTable], problems: Problems) -> None:
    known = [
        waiting
        for table in tables
        for team in table.teams
        if team.month == row.month and (waiting := team.figures.get("unallocated")) is not None
    ]
    if row.unallocated is not None and row.unallocated < sum(known):
        words = {
            "month": month_words(row.month),
            "value": plain_number(row.unallocated),
            "sum": plain_number(sum(known)),
        }
        problems.add("service_below_teams", sheet=row.sheet, place=(row.row, row.column), words=words)
