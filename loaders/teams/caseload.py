"""The team table of a sheet: one row for each team and month."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from loaders.areas.areaheadings import area_headings, give_areas, without_headings
from loaders.areas.areasums import take_out_areas
from loaders.areas.blankareas import fill_areas, say_blank_areas
from loaders.areas.doubtfultotals import take_doubtful_totals
from loaders.areas.loneareas import without_lone_areas
from loaders.areas.subtotalareas import take_areas
from loaders.areas.subtotals import find_sums
from loaders.areas.totalcolumn import check_total_columns
from loaders.areas.totals import Total, is_sum_of, read_total, reconcile
from loaders.areas.unnamedareas import areas_above
from loaders.areas.unnamedsums import subtotal_name
from loaders.children.casetypes import check_types, type_columns
from loaders.children.childrows import refuse_children
from loaders.children.likenames import may_name_somebody, may_stand_apart
from loaders.children.listbelow import without_lists
from loaders.dates.dating import Dating
from loaders.dates.months import When, day_words
from loaders.files.cells import plain_number, quoted, text
from loaders.files.formulas import shown_formula
from loaders.layouts.found import Found
from loaders.problems import Problems
from loaders.staff.workersbelow import may_name_workers, without_workers
from loaders.teams.averages import check_averages
from loaders.teams.barerows import may_be_bare, say_bare_rows
from loaders.teams.bases import choose_basis
from loaders.teams.belowtotal import classified
from loaders.teams.blanks import say_blanks
from loaders.teams.columns import plan_columns
from loaders.teams.comparisons import compared_with
from loaders.teams.even import above_total, even_teams
from loaders.teams.figures import figures_of
from loaders.teams.plain import Plain, plain_teams, read_plain, word_column
from loaders.teams.rows import Row, RowKind, is_name, is_total, names_of_teams
from loaders.teams.sidelines import is_vacancy
from loaders.teams.staffrows import without_staff
from loaders.teams.teamrow import TeamRow
from loaders.teams.teamtable import TeamTable
from loaders.teams.teamwaiting import give_waiting
from loaders.teams.waitingrows import named_as_waiting, read_waiting

_NAMED = (RowKind.TEAM, RowKind.EMPTY_TEAM)
_OTHERS = (RowKind.TOTAL, RowKind.WAITING, RowKind.UNNAMED)


def read_teams(found: Found, file_name: str, problems: Problems) -> TeamTable:
    """Read one team table: its teams with their month, and what its other rows say."""
    names = names_of_teams(body := above_total(found))
    names = [] if _need_a_look(names, body.rows) else names
    body = body if names else found
    rows = [] if names else classified(found, problems)
    of_teams = body.rows if names else [row.row for row in rows if row.kind is RowKind.TEAM]
    table = TeamTable(found, plan_columns(found, of_teams, problems))
    table.plan.figures.update(type_columns(found, of_teams, problems))
    if not names and not any(row.kind in _NAMED or row.kind in _OTHERS for row in rows):
        return table
    dating = Dating(found, file_name, problems)
    whens, plain = dating.of_plain(), read_plain(body, table.plan)
    names = [] if (plain.figures.get("allocated", np.empty(0)) == 1).sum() > 1 else names
    if names and not may_name_workers(names):
        table.even = even_teams(found, table.plan, names, plain, whens)
    if table.even:
        dating.take_all(table.even.rows, table.even.months)
        dating.finish()
    else:
        plain = plain if body is found else read_plain(found, table.plan)
        _read_rows(table, rows or classified(found, problems), plain, whens, dating, problems)
    check_types(table, problems)
    check_total_columns(table, problems)
    return table


def _need_a_look(names: Sequence[str], rows: Sequence[int]) -> bool:
    """Whether something may be to be said of some names of a table by what they are."""
    if compared_with(names) or may_be_bare(names):
        return True
    return may_name_somebody(names) or may_stand_apart(names, rows)


def _read_rows(
    table: TeamTable,
    rows: Sequence[Row],
    plain: Plain,
    whens: Sequence[When | None],
    dating: Dating,
    problems: Problems,
) -> None:
    found, plan = table.found, table.plan
    rows = named_as_waiting(found, rows)
    headings = area_headings(found, plan, rows)
    above = areas_above(found, plan, rows)
    rows = without_workers(found, plan, without_headings(rows, {**headings, **above}), problems)
    rows = refuse_children(found, plan, without_lists(found, plan, rows, problems), problems)
    rows = without_staff(found, plan, rows, problems)
    say_bare_rows(found, plan.name, rows, problems)
    _refuse_names(found, plan.name, rows, problems)
    for row, when, team in zip(rows, whens, plain_teams(found, plain, rows, whens), strict=True):
        if when is None or team is None:
            _read_row(table, row, dating, problems)
        else:
            dating.take(row.row, when)
            _add(table, team, problems)
    dating.finish()
    give_areas("area_sums", found.sheet.name, found.header.columns.get("area", 0), table.teams, above, problems)
    fill_areas(found, table.teams, table.totals, problems)
    _take_out_sums(table, problems)
    waiting = [*table.waiting, *table.said]
    give_waiting(table, problems)
    give_areas("areas_from_headings", found.sheet.name, plan.name, table.teams, headings, problems)
    take_areas(found.sheet.name, plan.name, table.teams, table.totals, problems)
    take_doubtful_totals(table, problems)
    choose_basis(table.teams)
    say_blanks(table, problems)
    say_blank_areas(found, table.teams, problems)
    check_averages(found, plan, table.teams, problems)
    reconcile(found, plan, table.teams, table.totals, waiting, problems)


def _refuse_names(found: Found, column: int, rows: Sequence[Row], problems: Problems) -> None:
    """Name the teams that Excel took for a date, such as "Mar 1", or for TRUE."""
    for row, cell in zip(rows, found.column(column), strict=True):
        if row.kind is RowKind.TEAM and not is_name(cell):
            shown = day_words(cell) if isinstance(cell, dt.date) else text(cell).upper()
            place = (row.row, column)
            problems.add("not_a_name", sheet=found.sheet.name, place=place, found=shown, shown=shown)


def _read_row(table: TeamTable, row: Row, dating: Dating, problems: Problems) -> None:
    if row.kind in _NAMED:
        _read_team(table, row, dating, problems)
    elif row.kind in _OTHERS:
        _read_other(table, row, dating, problems)
    elif row.kind is RowKind.SUMMARY:
        _say_left_out(table, row, problems)


def _say_left_out(table: TeamTable, row: Row, problems: Problems) -> None:
    place, code = (row.row, table.plan.name), "summary_row"
    if is_vacancy(row.name):
        held = read_total(table.found, table.plan, row.row, row.name, None).figures
        code = "vacancy_children" if held.get("allocated") or held.get("unallocated") else "vacancy_row"
    problems.add(code, sheet=table.found.sheet.name, place=place, team=quoted(row.name))


def _read_team(table: TeamTable, row: Row, dating: Dating, problems: Problems) -> None:
    found, plan = table.found, table.plan
    when = dating.of(row.row)
    figures = figures_of(found, row.row, plan.figures, problems)
    if when is None:
        return
    area, kind = (_word(found, row.row, name) for name in ("area", "kind"))
    team = TeamRow(found.sheet.name, row.row, when.month, when.day, row.name, area, kind, figures)
    _add(table, team, problems)
    if row.kind is RowKind.EMPTY_TEAM:
        place = (row.row, plan.name)
        problems.add("team_without_figures", sheet=found.sheet.name, place=place, team=quoted(row.name))


def _word(found: Found, row: int, name: str) -> str | None:
    column = word_column(found, name)
    return None if column is None else text(found.cell(row, column)) or None


def _add(table: TeamTable, team: TeamRow, problems: Problems) -> None:
    if table.plan.includes_waiting:
        _take_waiting_off(table, team.row, team.figures, problems)
    table.teams.append(team)


def _take_waiting_off(table: TeamTable, row: int, figures: dict[str, float | None], problems: Problems) -> None:
    everybody, waiting = figures.get("allocated"), figures.get("unallocated")
    figures["allocated"] = None
    if everybody is None or waiting is None:
        return
    figures["allocated"] = everybody - waiting
    if waiting > everybody:
        problems.add(
            "more_waiting_than_all",
            sheet=table.found.sheet.name,
            place=(row, table.plan.figures["unallocated"]),
            found=plain_number(waiting),
            waiting=plain_number(waiting),
            children=plain_number(everybody),
        )


def _read_other(table: TeamTable, row: Row, dating: Dating, problems: Problems) -> None:
    when = dating.of(row.row, needed=False)
    total = read_total(table.found, table.plan, row.row, row.name, when.month if when else None)
    if row.kind is RowKind.WAITING and read_waiting(table, row, total, problems):
        return
    if row.kind is RowKind.WAITING and not is_total(row.name):
        _read_team(table, Row(row.row, RowKind.TEAM, row.name), dating, problems)
    elif row.kind in (RowKind.TOTAL, RowKind.WAITING) or is_sum_of(total.figures, table.teams):
        table.totals.append(total)
    elif named := subtotal_name(table, total):
        table.totals.append(replace(total, name=named))
    else:
        _say_unnamed(table, row.row, problems)


def _say_unnamed(table: TeamTable, row: int, problems: Problems) -> None:
    place, sheet = (row, table.plan.name), table.found.sheet
    if place in sheet.formulas:
        formula = shown_formula(sheet, place)
        problems.add("name_without_value", sheet=sheet.name, place=place, formula=formula, label="the team’s name")
    else:
        problems.add("no_team_name", sheet=sheet.name, place=place)


def _take_out_sums(table: TeamTable, problems: Problems) -> None:
    """Rows that are the sum of other teams are totals by another name; what may be one is said."""
    sums = find_sums(table.teams, table.totals, table.plan)
    if take_out_areas(table, sums, problems):
        return
    sums = without_lone_areas(table, sums, problems)
    sheet, whole = table.found.sheet, {id(row) for row in sums.of_all}
    unrelated = {id(row) for row in sums.unrelated}
    for row in sums.in_place:
        # No area is called after a row that is no more than a sum.
        name = "total" if id(row) in whole else "sub-total" if id(row) in unrelated else f"{row.team} total"
        table.totals.append(Total(row.row, name, row.month, row.figures))
    table.totals.sort(key=lambda total: total.row)
    table.listed = sums.teams
    told = {"total_by_another_name": sums.totals, "may_be_total": sums.exact, "nearly_total": sums.nearly}
    for code, rows in told.items():
        # In a table laid flat, a row of the sheet stands once for each of its months.
        for place, team in {sheet.true((row.row, table.plan.name)): (row.row, row.team) for row in rows}.values():
            problems.add(code, sheet=sheet.name, place=(place, table.plan.name), team=quoted(team))
