"""Lists of workers whose headings leave their teams or their FTE open, where the cells settle it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from loaders.files.cells import number, text
from loaders.files.grid import is_blank
from loaders.layouts.found import Found
from loaders.layouts.header import FTE_COLUMNS, WORKER
from loaders.staff.workerteams import lines_of_teams, names_a_team
from loaders.teams.rows import is_total
from loaders.teams.teamheadings import is_team_alone
from loaders.words.phrases import word_lists
from loaders.words.vocabulary import TEAM_ALONE, meaning_of, plain, words_of

# Hours of work would be more: below "Hours (FTE)" there are hours, or parts of a full-time post.
_MOST_FTE = 1.5
_OF_HOURS = word_lists(__file__, "hours")["of_hours"]


def with_settled(found: list[Found]) -> list[Found]:
    """The tables of a sheet, the lists of workers among them with what their cells settle."""
    if not any(one.header.table == WORKER for one in found):
        return found
    return _with_lines([_with_hours(_without_one_service(one)) for one in found])


def _without_one_service(found: Found) -> Found:
    """A list in which all are of one "Service", or teams are lines above their workers, has its teams elsewhere."""
    header, columns = found.header, found.header.columns
    team = columns.get("team")
    if header.table != WORKER or team is None or words_of(header.headings[team]) not in TEAM_ALONE["headings"]:
        return found
    names = {text(cell) for cell in found.column(team) if not is_blank(cell)}
    several = sum(not is_total(name) for name in names) > 1
    if not is_team_alone(header.headings[team]) or (several and not lines_of_teams(found)):
        return found
    kept = {name: column for name, column in columns.items() if name != "team"}
    if meaning_of(header.headings[team]) == "kind":
        kept["kind"] = team
    return replace(found, header=replace(header, columns=kept))


def _with_hours(found: Found) -> Found:
    """A list without FTE in which no worker has more than one and a half below "Hours (FTE)": that is the FTE."""
    header = found.header
    if header.table != WORKER or not header.columns.keys().isdisjoint(FTE_COLUMNS):
        return found
    hours = [column for column in header.unread if _is_of_hours(header.headings[column])]
    if len(hours) != 1:
        return found
    name = header.columns["worker"]
    told = [number(found.cell(row, hours[0]))[0] for row in found.rows if text(found.cell(row, name))]
    values = [value for value in told if value is not None]
    if not values or not 0 < max(values) <= _MOST_FTE:
        return found
    return replace(found, header=replace(header, columns={**header.columns, "fte": hours[0]}))


def _is_of_hours(heading: str) -> bool:
    words = set(plain(heading).split())
    return {"hours", "fte"} <= words <= _OF_HOURS


def _with_lines(found: list[Found]) -> list[Found]:
    """Lists one below another, each with its own headings right below a line of its own: the lines are their teams."""
    lists = [one for one in found if one.header.table == WORKER and "team" not in one.header.columns]
    lines = [_line_above(one) for one in lists]
    if len(lists) < 2 or len(set(lines)) < len(lists) or not all(map(names_a_team, lines)):
        return found
    teams = dict(zip(map(id, lists), lines, strict=True))
    return [_of_team(one, teams[id(one)]) if id(one) in teams else one for one in found]


def _of_team(found: Found, team: str) -> Found:
    return replace(found, titles=[f"Team: {team.rstrip(': ')}", *(line for line in found.titles if line != team)])


def _line_above(found: Found) -> str:
    """What stands alone in the row right above the headings; "" for nothing, or for more."""
    row = found.header.first - 1
    cells: Sequence[object] = [cell for cell in found.sheet.rows[row] if not is_blank(cell)] if row >= 0 else []
    return cells[0].strip() if len(cells) == 1 and isinstance(cells[0], str) else ""
