"""Workers who stand twice: in one team, or in several with more FTE than one person has; and teams not known."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from loaders.dates.months import month_words
from loaders.files.cells import plain_number, quoted
from loaders.files.grid import cell_name
from loaders.problems import Problems
from loaders.staff.pseudonym import is_code
from loaders.staff.workerrows import WorkerRow
from loaders.teams.teamrow import TeamRow

# Somebody who is listed 0.5 and 0.6 may work overtime, or the halves were rounded.
_ONE_PERSON = 1.11
_Key = tuple[dt.date, str]


def check_workers(workers: Sequence[WorkerRow], teams: Sequence[TeamRow], problems: Problems) -> None:
    """Refuse a worker who stands twice in a team and month; warn of one in two teams, and of a team not known."""
    if not workers:
        return
    first: dict[tuple[dt.date, str, str], WorkerRow] = {}
    known = {(team.month, team.team.casefold()) for team in teams}
    months = {month for month, _ in known}
    unknown: dict[tuple[dt.date, str], WorkerRow] = {}
    for worker in workers:
        before = first.setdefault((worker.month, worker.team.casefold(), worker.worker), worker)
        if before is not worker:
            _say_twice(before, worker, problems)
        if worker.month in months and (worker.month, worker.team.casefold()) not in known:
            unknown.setdefault((worker.month, worker.team), worker)
    for (month, team), worker in unknown.items():
        words = {"team": quoted(team), "month": month_words(month)}
        place = (worker.row, worker.column)
        problems.add("team_of_workers_unknown", sheet=worker.sheet, place=place, found=team, words=words)
    _say_in_two_teams(workers, problems)


def _say_twice(before: WorkerRow, again: WorkerRow, problems: Problems) -> None:
    # The name itself is not shown.
    other, place = cell_name(before.row, before.column), (again.row, again.column)
    if before.sheet != again.sheet:
        other += f" of the sheet {quoted(before.sheet)}"
    words = {"month": month_words(again.month), "here": cell_name(*place), "other": other}
    problems.add("worker_twice", sheet=again.sheet, place=place, words=words)


def _say_in_two_teams(workers: Sequence[WorkerRow], problems: Problems) -> None:
    """Warn of each worker whose FTE in the teams of a month is more than one person's, with the cells."""
    rows: dict[_Key, list[WorkerRow]] = {}
    for worker in workers:
        rows.setdefault((worker.month, worker.worker), []).append(worker)
    several = {key: own for key, own in rows.items() if len(own) > 1 and len({one.team.casefold() for one in own}) > 1}
    for (_, code), own in several.items():
        added = sum(worker.fte or 0 for worker in own)
        if added > _ONE_PERSON and not (is_code(code) and _are_numbered_by_team(rows, several)):
            _say(own, added, problems)


def _are_numbered_by_team(rows: Mapping[_Key, object], several: Mapping[_Key, object]) -> bool:
    """Whether numbers such as "SW 1" begin again in every team, so that one number is several people."""
    return sum(is_code(code) for _, code in several) * 2 > sum(is_code(code) for _, code in rows)


def _say(own: Sequence[WorkerRow], added: float, problems: Problems) -> None:
    # The name itself is not shown.
    last = own[-1]
    words = {
        "month": month_words(last.month),
        "added": plain_number(round(added, 6)),
        "cells": " and ".join(_where(worker, last) for worker in own),
    }
    problems.add("worker_in_two_teams", sheet=last.sheet, place=(last.row, last.column), words=words)


def _where(worker: WorkerRow, last: WorkerRow) -> str:
    sheet = f" of the sheet {quoted(worker.sheet)}" if worker.sheet != last.sheet else ""
    cell = cell_name(worker.row, worker.column)
    return f"{quoted(worker.team)} ({plain_number(worker.fte) or 'no'} FTE, cell {cell}{sheet})"
