"""Areas that stand as lines of their own above their teams: "NORTH", then North's teams, then "SOUTH"."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from itertools import pairwise

from loaders.files.cells import quoted, text
from loaders.layouts.found import Found
from loaders.problems import Problems
from loaders.teams.columns import Plan
from loaders.teams.rows import Row, RowKind
from loaders.teams.teamrow import TeamRow
from loaders.words.phrases import word_lists
from loaders.words.vocabulary import words_of
from model.words import listed

_LINES = word_lists(__file__, "lines")
POINTS = _LINES["points"]


def area_headings(found: Found, plan: Plan, rows: Sequence[Row]) -> Mapping[int, str]:
    """The area of each row that is the heading of one; none where a name may as well be a team without figures.

    Each stands above a team, with nothing beside it, the first above all teams; and its letters, its words, a merged
    range or the names below it show that it is no team.
    """
    teams = [row for row in rows if row.kind is RowKind.TEAM]
    named = [row for row in rows if row.kind is RowKind.TEAM or _may_head(row, teams)]
    heads = [row for row in named if row.kind is not RowKind.TEAM]
    if not heads or "area" in found.header.columns or named[0] is not heads[0] or named[-1] is heads[-1]:
        return {}
    if any(RowKind.TEAM not in (one.kind, other.kind) for one, other in pairwise(named)):
        return {}
    if any(text(found.sheet.at(row.row, column)) for row in heads for column in _others(found, plan)):
        return {}
    if not all(_is_heading(found, plan, head, _below(head, heads, teams), len(heads) > 1) for head in heads):
        return {}
    return {head.row: head.name.rstrip(": ") for head in heads}


def _may_head(row: Row, teams: Sequence[Row]) -> bool:
    """Whether a row is a name without figures, or such a line as "North:" above a team."""
    said = row.kind is RowKind.REMARK and row.name.endswith(":") and bool(teams) and row.row < teams[-1].row
    return said or row.kind is RowKind.EMPTY_TEAM


def _others(found: Found, plan: Plan) -> list[int]:
    return [column for column in found.header.headings if column != plan.name]


def _below(head: Row, heads: Sequence[Row], teams: Sequence[Row]) -> list[Row]:
    end = next((other.row for other in heads if other.row > head.row), teams[-1].row + 1)
    return [team for team in teams if head.row < team.row < end]


def _is_heading(found: Found, plan: Plan, head: Row, teams: Sequence[Row], several: bool) -> bool:
    words = words_of(head.name).split()
    if not words or {"team", "teams"} & set(words):
        return False
    place = (head.row, plan.name)
    merged = any(first == place and last[1] > place[1] for first, last in found.sheet.merged)
    capital = head.name.isupper() and not any(team.name.isupper() for team in teams)
    begins = len(teams) > 1 and all(words_of(team.name).split()[: len(words)] == words for team in teams)
    said = not _LINES["of_area"].isdisjoint(words) or (several and not POINTS.isdisjoint(words))
    return merged or capital or begins or said or head.name.endswith(":")


def without_headings(rows: Sequence[Row], headings: Mapping[int, str]) -> list[Row]:
    """The rows, those of headings being remarks."""
    return [Row(row.row, RowKind.REMARK, row.name) if row.row in headings else row for row in rows]


def give_areas(
    code: str, sheet: str, column: int, teams: Sequence[TeamRow], areas: Mapping[int, str], problems: Problems
) -> None:
    """Give each team without an area that of the row above it, and say so once, at the first of them in a column."""
    if not areas:
        return
    places = sorted(areas)
    for team in teams:
        above = bisect_right(places, team.row)
        team.area = team.area or (areas[places[above - 1]] if above else None)
    names = listed([quoted(area) for area in dict.fromkeys(areas[place] for place in places)])
    problems.add(code, sheet=sheet, place=(places[0], column), names=names)
