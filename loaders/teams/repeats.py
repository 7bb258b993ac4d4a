"""The same team twice in a month: nothing can say which row is right."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from loaders.dates.months import month_words
from loaders.files.cells import quoted
from loaders.files.grid import Place, cell_name
from loaders.problems import Problems
from loaders.teams.teamrow import TeamRow
from loaders.teams.teamtable import TeamTable


def tell_apart(tables: Sequence[TeamTable], problems: Problems) -> None:
    """Call teams by their areas too where several areas have a team of the same name in one month; said once."""
    apart = {name for table in tables for name in _of_several_areas(table)}
    first: tuple[TeamRow, TeamTable] | None = None
    for table in tables:
        for team in table.teams if apart else ():
            if team.area and team.team.casefold() in apart:
                team.team = f"{team.team} ({team.area})"
                first = first or (team, table)
    if first:
        team, table = first
        place = (team.row, table.plan.name)
        problems.add("teams_by_area", sheet=team.sheet, place=place, team=quoted(team.team))


def _of_several_areas(table: TeamTable) -> set[str]:
    """The names that stand several times in a month of a table, each time in another area."""
    have_areas = any(table.even.areas) if table.even else any(team.area for team in table.listed)
    if not have_areas or _none_twice([table]):
        return set()
    areas: dict[tuple[dt.date, str], list[str]] = {}
    for team in table.teams:
        areas.setdefault((team.month, team.team.casefold()), []).append((team.area or "").casefold())
    several = {key: found for key, found in areas.items() if len(found) > 1 and "" not in found}
    return {name for (_, name), found in several.items() if len(set(found)) == len(found)}


def refuse_repeats(tables: Sequence[TeamTable], problems: Problems) -> None:
    """Name both cells of every team that stands twice in one month; capitals make no difference."""
    if _none_twice(tables):
        return
    first: dict[tuple[dt.date, str], tuple[TeamRow, TeamTable]] = {}
    for table in tables:
        for team in table.teams:
            before, other = first.setdefault((team.month, team.team.casefold()), (team, table))
            if before is not team:
                _say_twice(
                    before, _cell(before, other), team, (team.row, table.plan.name), _cell(team, table), problems
                )


def _none_twice(tables: Sequence[TeamTable]) -> bool:
    seen: set[tuple[dt.date, str]] = set()
    for table in tables:
        seen.update(table.keys)
    return len(seen) == sum(table.count for table in tables)


def _cell(team: TeamRow, table: TeamTable) -> str:
    return cell_name(*table.found.sheet.true((team.row, table.plan.name)))


def _say_twice(before: TeamRow, other: str, again: TeamRow, place: Place, here: str, problems: Problems) -> None:
    if before.sheet != again.sheet:
        other += f" of the sheet {quoted(before.sheet)}"
    problems.add(
        "team_twice",
        sheet=again.sheet,
        place=place,
        found=again.team,
        team=quoted(again.team),
        month=month_words(again.month),
        here=here,
        other=other,
    )
