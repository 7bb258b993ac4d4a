"""Areas above their teams whose rows have the area's name and its sums, and no team: "North", then North's teams."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence

from loaders.areas.totals import agreeing, read_total
from loaders.files.cells import quoted, text
from loaders.layouts.found import Found
from loaders.problems import Problems
from loaders.teams.columns import Plan
from loaders.teams.rows import Row, RowKind
from loaders.teams.teamrow import TeamRow
from model.words import listed


def areas_above(found: Found, plan: Plan, rows: Sequence[Row]) -> Mapping[int, str]:
    """The area of each row of sums above its teams; nothing unless each is exactly their sum and every team has one."""
    column = found.header.columns.get("area")
    named = [row for row in rows if row.kind in (RowKind.TEAM, RowKind.UNNAMED)]
    if column is None or not named or named[0].kind is not RowKind.UNNAMED:
        return {}
    heads = {row.row: text(found.sheet.at(row.row, column)) for row in named if row.kind is RowKind.UNNAMED}
    places = sorted(heads)
    teams: dict[int, list[int]] = {place: [] for place in places}
    for row in named:
        if row.kind is RowKind.TEAM:
            teams[places[bisect_right(places, row.row) - 1]].append(row.row)
    if not all(heads.values()) or not all(_is_sum(found, plan, head, below) for head, below in teams.items()):
        return {}
    return heads


def _is_sum(found: Found, plan: Plan, head: int, teams: Sequence[int]) -> bool:
    """Whether a row's figures are those of the teams below it added up, in two columns or more."""
    whole, *parts = (read_total(found, plan, row, "", None) for row in (head, *teams))
    return agreeing(whole.figures, parts) > 1


def give_areas_above(
    found: Found, plan: Plan, teams: Sequence[TeamRow], areas: Mapping[int, str], problems: Problems
) -> None:
    """Give each team without an area that of the row of sums above it, and say so once."""
    if not areas:
        return
    places = sorted(areas)
    for team in teams:
        team.area = team.area or areas[places[bisect_right(places, team.row) - 1]]
    names = listed([quoted(name) for name in dict.fromkeys(areas.values())])
    problems.add("area_sums", sheet=found.sheet.name, place=(places[0], found.header.columns["area"]), names=names)
