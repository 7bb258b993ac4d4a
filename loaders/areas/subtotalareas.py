"""Areas that a table tells only by its rows of subtotals, such as "North total" below North 1 and North 2."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from loaders.areas.totals import ADDED, Total, added_up, part_named, tolerance
from loaders.files.cells import quoted
from loaders.problems import Problems
from loaders.teams.teamrow import TeamRow
from model.words import listed


@dataclass(frozen=True)
class _Area:
    """An area in a month: its name, its row of totals, and its teams."""

    name: str
    total: Total
    teams: Sequence[TeamRow]


def take_areas(sheet: str, column: int, teams: Sequence[TeamRow], totals: Sequence[Total], problems: Problems) -> None:
    """Give the teams the areas of their subtotals, and say so once; nothing where any team has an area already.

    An area is the teams since the total before, where the row names it and its figures are theirs added up. What
    stands below all teams of a month is no area, and a team that months put into different areas has none.
    ``column`` is that of the names.
    """
    if any(team.area for team in teams):
        return
    months = sorted({team.month for team in teams})
    found = [area for month in months for area in _in_month(month, teams, totals)]
    areas: dict[str, set[str]] = {}
    for area in found:
        for team in area.teams:
            areas.setdefault(team.team, set()).add(area.name)
    plain = {team: next(iter(names)) for team, names in areas.items() if len(names) == 1}
    if not plain:
        return
    for team in teams:
        team.area = plain.get(team.team)
    first = min(found, key=lambda area: area.total.row)
    _say(sheet, (first.total.row, column), plain, problems)


def _in_month(month: dt.date, teams: Sequence[TeamRow], totals: Sequence[Total]) -> Iterator[_Area]:
    own = [team for team in teams if team.month == month]
    previous = -1
    for total in totals:
        if total.month not in (None, month):
            continue
        since = [team for team in own if previous < team.row < total.row]
        previous = total.row
        name = part_named(total.name)
        if name and 0 < len(since) < len(own) and _agrees(total, since):
            yield _Area(name, total, since)


def _agrees(total: Total, teams: Sequence[TeamRow]) -> bool:
    """Whether every figure that can be compared is the teams' added up, and one of them is not 0."""
    compared = [
        (name, printed, added)
        for name in ADDED
        if (printed := total.figures.get(name)) is not None and (added := added_up(teams, name)) is not None
    ]
    return any(printed for _, printed, _ in compared) and all(
        abs(printed - added) <= tolerance(name) for name, printed, added in compared
    )


def _say(sheet: str, place: tuple[int, int], areas: Mapping[str, str], problems: Problems) -> None:
    own: dict[str, list[str]] = {}
    for team, name in areas.items():
        own.setdefault(name, []).append(team)
    told = listed([f"{quoted(name)} ({', '.join(teams)})" for name, teams in own.items()])
    problems.add("areas_from_totals", sheet=sheet, place=place, names=told)
