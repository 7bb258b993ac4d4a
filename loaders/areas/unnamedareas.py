"""Areas above their teams whose rows have the area's name and its sums, and no team: "North", then North's teams."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence

from loaders.areas.totals import agreeing, read_total
from loaders.files.cells import text
from loaders.layouts.found import Found
from loaders.teams.columns import Plan
from loaders.teams.rows import Row, RowKind


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
