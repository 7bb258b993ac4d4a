"""A column of waiting children in a list of workers: a team's number, typed in one of its rows."""

from __future__ import annotations

from collections.abc import Iterable

from loaders.files.cells import quoted
from loaders.layouts.columnheading import heading
from loaders.layouts.found import Found
from loaders.problems import Problems
from loaders.staff.addedteam import AddedTeam
from loaders.teams.figures import figure


def take_waiting(found: Found, teams: Iterable[AddedTeam], children: int | None, problems: Problems) -> None:
    """Give each team the waiting children of the one row that has a number; several are no one's, and that is said.

    ``children`` is the column of the workers' children, which is not that of those who wait.
    """
    column = found.header.columns.get("unallocated")
    if column is None or column == children:
        return
    for team in teams:
        rows = [worker.row for worker in team.workers]
        told = {
            row: value for row in rows if (value := figure(found, row, column, "unallocated", problems)) is not None
        }
        if len(told) == 1 or (told and not any(told.values())):
            team.waiting.append(sum(told.values()))
        elif told:
            words = {"team": quoted(team.name), "heading": heading(found, column)}
            place = (list(told)[1], column)
            problems.add("waiting_beside_workers", sheet=found.sheet.name, place=place, words=words)
