"""Children who wait in a row of their own below their team: "North – unallocated" are those of North."""

from __future__ import annotations

from loaders.areas.totals import Total
from loaders.files.cells import plain_number, quoted
from loaders.problems import Problems
from loaders.teams.teamtable import TeamTable
from loaders.words.vocabulary import words_of

_OF_WAITING = frozenset(
    {"unallocated", "awaiting", "waiting", "allocation", "allocated", "not", "yet", "to", "be", "list", "cases", "case"}
    | {"children", "child", "team", "sw", "social", "worker", "in", "for", "of", "the", "no", "without", "named"}
)


def give_waiting(table: TeamTable, problems: Problems) -> None:
    """Give each team the children of the row that is called after it and says that they wait; that is noted.

    Only where every team has such a row and every such row its team: else they are those of the service.
    """
    if len(table.waiting) != len(table.listed) or len(table.months) != 1:
        return
    teams = {_bare(team.team): team for team in table.listed if team.figures.get("unallocated") is None}
    rows = {_bare(row.name): row for row in table.waiting if _waiting(row) is not None}
    if teams.keys() != rows.keys() or len(rows) < len(table.waiting):
        return
    table.waiting = []
    for name, row in rows.items():
        teams[name].figures["unallocated"] = _waiting(row)
        words = {"team": quoted(teams[name].team), "waiting": plain_number(_waiting(row))}
        problems.add("waiting_of_team", sheet=table.found.sheet.name, place=(row.row, table.plan.name), words=words)


def _waiting(row: Total) -> float | None:
    known = (row.figures.get(name) for name in ("unallocated", "allocated"))
    return next((value for value in known if value is not None), None)


def _bare(name: str) -> str:
    return " ".join(word for word in words_of(name).split() if word not in _OF_WAITING)
