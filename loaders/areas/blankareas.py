"""Blank areas below a typed one: its own, as in merged cells, where that is plain; else not known, and said so."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from loaders.areas.totals import Total, part_named
from loaders.files.cells import quoted
from loaders.layouts.found import Found
from loaders.problems import Problems
from loaders.teams.plain import word_column
from loaders.teams.teamrow import TeamRow


@dataclass
class _Block:
    """A team with its area typed, the teams below it without one, and the part that the total below them names.

    ``area`` is "" for teams above the first area of a month; ``total`` is "" where none stands there, or one of all.
    """

    area: str
    teams: list[TeamRow]
    total: str = ""


def fill_areas(found: Found, teams: Sequence[TeamRow], totals: Sequence[Total], problems: Problems) -> None:
    """Give teams whose area is blank the area typed above them, where it is plain that it stands for its block.

    It is where a total below the block has that area's name, or where each block of the table has its area typed once.
    """
    column = word_column(found, "area")
    if column is None or all(team.area for team in teams) or not any(team.area for team in teams):
        return
    months = [list(_blocks(month, teams, totals)) for month in sorted({team.month for team in teams})]
    blocks = [block for month in months for block in month]
    areas = {block.area.casefold() for block in blocks if block.area}
    once = len(areas) > 1 and all(map(_are_typed_once, months))
    for block in blocks:
        if block.area and _is_plain(block, areas, once):
            for team in block.teams[1:]:
                team.area = block.area
                _say("area_from_above", found, team, column, problems, area=quoted(block.area))


def say_blank_areas(found: Found, teams: Sequence[TeamRow], problems: Problems) -> None:
    """Say of each team that has no area, where others have one, that it is not known."""
    column = word_column(found, "area")
    if column is not None and any(team.area for team in teams):
        for team in teams:
            if not team.area:
                _say("blank_area", found, team, column, problems)


def _blocks(month: dt.date, teams: Sequence[TeamRow], totals: Sequence[Total]) -> Iterator[_Block]:
    """The blocks of a month, in order. Teams without an area below a total are of none."""
    lines: list[TeamRow | Total] = [team for team in teams if team.month == month]
    lines += [total for total in totals if total.month in (None, month)]
    block = _Block("", [])
    ended = False
    for line in sorted(lines, key=lambda line: line.row):
        if isinstance(line, TeamRow) and not line.area:
            if not ended:
                block.teams.append(line)
            continue
        if block.teams:
            block.total = part_named(line.name).casefold() if isinstance(line, Total) else ""
            ended = True
            yield block
        block = _Block("", [])
        if isinstance(line, TeamRow):
            block, ended = _Block(line.area or "", [line]), False
    if block.teams:
        yield block


def _are_typed_once(blocks: Sequence[_Block]) -> bool:
    """Whether a month begins with an area, and none stands twice one below the other."""
    return bool(blocks and blocks[0].area) and all(one.area != other.area for one, other in pairwise(blocks))


def _is_plain(block: _Block, areas: Collection[str], once: bool) -> bool:
    own = block.area.casefold()
    if block.total in areas:
        return block.total == own
    others = [area.split() for area in areas if area != own]
    words = [team.team.casefold().split() for team in block.teams[1:]]
    return once and not any(set(other) <= set(name) for other in others for name in words)


def _say(code: str, found: Found, team: TeamRow, column: int, problems: Problems, area: str = "") -> None:
    words = {"team": quoted(team.team), "area": area}
    problems.add(code, sheet=found.sheet.name, place=(team.row, column), words=words)
