"""Workers below their team in a table of teams: known by their names and by the team's figures, which are their sum."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from loaders.areas.totals import ADDED, tolerance
from loaders.layouts.found import Found
from loaders.problems import Problems
from loaders.staff.personnames import is_named_like_person
from loaders.teams.columns import Plan
from loaders.teams.figures import quiet_figure
from loaders.teams.rows import Row, RowKind

# No list of a council's workers is longer.
_MOST = 1_000


def may_name_workers(names: Sequence[str]) -> bool:
    """Whether two names of a table or more are written as people's are, so that its rows must be looked at singly."""
    return len(names) <= _MOST and sum(map(is_named_like_person, set(names))) > 1


def without_workers(found: Found, plan: Plan, rows: Sequence[Row], problems: Problems) -> list[Row]:
    """The rows, those of workers as blank; nobody's name is shown.

    Where some are their team's figures added up, others that are named as people are, and are not, are refused.
    """
    teams = [row for row in rows if row.kind is RowKind.TEAM]
    workers = {row.row for row in _workers(found, plan, teams)}
    if len(workers) < 2:
        return list(rows)
    others = {row.row for row in teams if is_named_like_person(row.name)} - workers
    for place in sorted(others):
        problems.add("person_among_teams", sheet=found.sheet.name, place=(place, plan.name))
    words = {"counted": f"{len(workers):,}"}
    problems.add("workers_below_teams", sheet=found.sheet.name, place=(min(workers), plan.name), words=words)
    return [Row(row.row, RowKind.BLANK) if row.row in workers | others else row for row in rows]


def _workers(found: Found, plan: Plan, teams: Sequence[Row]) -> Iterator[Row]:
    """The rows right below a team that are its figures added up, the first of them named as people are."""
    people = [is_named_like_person(row.name) for row in teams]
    place = 0
    while place < len(teams) - 1:
        below = []
        if people[place + 1] and not people[place]:
            below = _that_add_up(found, plan, teams[place], teams[place + 1 :])
            yield from below
        place += 1 + len(below)


def _that_add_up(found: Found, plan: Plan, team: Row, below: Sequence[Row]) -> list[Row]:
    """The rows right below a team, most of them people's by name, whose every figure is the team's; else none.

    A blank counts as nothing.
    """
    columns = [(name, plan.figures[name]) for name in ADDED if name in plan.figures]
    whole = {name: (column, value) for name, column in columns if (value := _value(found, team, column)) is not None}
    added = dict.fromkeys(whole, 0.0)
    people = 0
    for place, row in enumerate(below):
        people += is_named_like_person(row.name)
        for name, (column, _) in whole.items():
            added[name] += _value(found, row, column) or 0
        gaps = [(value - added[name], tolerance(name)) for name, (_, value) in whole.items()]
        if not any(added.values()) or any(gap < -most for gap, most in gaps):
            return []
        if all(abs(gap) <= most for gap, most in gaps):
            return list(below[: place + 1]) if people * 2 > place else []
    return []


def _value(found: Found, row: Row, column: int) -> float | None:
    return quiet_figure(found, row.row, column)
