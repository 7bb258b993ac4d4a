"""Rows that are called totals and are not the sum of any teams: a team may be called so, "Total Families Team"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from loaders.areas.totals import ADDED, Total, added_up, is_of_part, tolerance
from loaders.files.cells import plain_number, quoted
from loaders.problems import Problems
from loaders.teams.teamrow import TeamRow
from loaders.teams.teamtable import TeamTable


def take_doubtful_totals(table: TeamTable, problems: Problems) -> None:
    """Take rows that only their name makes totals as teams, where the total of all counts them; name the others.

    Only such as stand before the last team of a table of one month, and differ in every figure from what teams
    beside them add up to: a total with one wrong figure is compared like others.
    """
    if not any(map(is_of_part, table.totals)) or len(table.months) != 1:
        return
    last = max(team.row for team in table.teams)
    doubtful = [row for row in table.totals if is_of_part(row) and row.row < last and _is_no_sum(row, table)]
    if not doubtful:
        return
    table.totals = [row for row in table.totals if row not in doubtful]
    first, counted = table.teams[0], _are_counted(doubtful, table)
    for row in doubtful:
        words = {"team": quoted(row.name), "children": plain_number(row.figures.get("allocated") or 0)}
        code = "total_as_team" if counted else "total_or_team"
        problems.add(code, sheet=table.found.sheet.name, place=(row.row, table.plan.name), words=words)
        if counted:
            figures = dict(row.figures)
            table.teams.append(TeamRow(first.sheet, row.row, first.month, first.as_at, row.name, None, None, figures))
    table.teams.sort(key=lambda team: team.row)


def _is_no_sum(row: Total, table: TeamTable) -> bool:
    """Whether a row has two figures or more, and none of them is what teams right above or below it add up to."""
    known = {name: value for name in ADDED if (value := row.figures.get(name)) is not None}
    if len(known) < 2 or not known.get("allocated"):
        return False
    return not any(_agrees(known, teams) for teams in _beside(row, table.teams) if teams)


def _beside(row: Total, teams: Sequence[TeamRow]) -> Iterator[Sequence[TeamRow]]:
    """The teams right above a row, one, two and so on; two or more below it; and those of the area that it names."""
    above = [team for team in teams if team.row < row.row]
    below = teams[len(above) :]
    yield from (above[-number:] for number in range(1, len(above) + 1))
    yield from (below[:number] for number in range(2, len(below) + 1))
    yield [team for team in teams if team.area and team.area.casefold() in row.name.casefold()]


def _agrees(known: dict[str, float], teams: Sequence[TeamRow]) -> bool:
    sums = [(added_up(teams, name), value, tolerance(name)) for name, value in known.items() if value]
    return any(added is not None and abs(added - value) <= most for added, value, most in sums)


def _are_counted(doubtful: Sequence[Total], table: TeamTable) -> bool:
    """Whether a total of all gives the teams and these rows added up, in two figures or more."""
    for whole in table.totals:
        if is_of_part(whole):
            continue
        agreeing = 0
        for name in ADDED:
            printed, added = whole.figures.get(name), added_up(table.teams, name)
            more = [row.figures.get(name) for row in doubtful]
            if printed is None or added is None or None in more:
                continue
            agreeing += abs(printed - added - sum(value or 0 for value in more)) <= tolerance(name)
        if agreeing >= 2:
            return True
    return False
