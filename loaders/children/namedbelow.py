"""Rows with figures that are named as people are, where the teams above them are not: no children of whom we tell.

Neither a child's age under the FTE nor its days under the children allocated make a team of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from loaders.children.likenames import is_no_known_word, is_surely_somebodys, may_be_somebodys, names_team
from loaders.files.grid import is_blank
from loaders.layouts.found import Found
from loaders.teams.columns import Plan
from loaders.teams.figures import quiet_figure
from loaders.teams.rows import Row, RowKind, is_name
from loaders.teams.teamrow import BASES

# A row is unlike the teams with so many times their children for each FTE, or with as many times less.
_TIMES = 3
_FIRST = 2


class Teams:
    """The teams that stand above a place of a table: how they are called, and how many children each FTE has."""

    def __init__(self, found: Found, plan: Plan, rows: Sequence[Row]) -> None:
        """Take the rows of teams among some rows."""
        self._found = found
        self._fte = [plan.figures[name] for name, _ in BASES if name in plan.figures]
        self._children = plan.figures.get("allocated")
        teams = [row for row in rows if row.kind is RowKind.TEAM]
        self.names = {row.name.casefold() for row in teams}
        self.rows = teams
        self._averages = [average for row in teams if (average := self.average(row))]

    def average(self, row: Row) -> float | None:
        """The children for each FTE; ``None`` where one of them is missing or 0."""
        fte = next((value for column in self._fte if (value := quiet_figure(self._found, row.row, column))), None)
        children = None if self._children is None else quiet_figure(self._found, row.row, self._children)
        return children / fte if fte and children else None

    def is_like(self, row: Row) -> bool:
        """Whether a row has about as many children for each FTE as these teams have."""
        average = self.average(row)
        if average is None or not self._averages:
            return False
        return min(self._averages) <= average * _TIMES and average <= _TIMES * max(self._averages)

    def has_fewer(self, row: Row) -> bool:
        """Whether a row has far fewer children for each FTE than any of these teams."""
        average = self.average(row)
        return average is not None and average * _TIMES < min(self._averages, default=0)

    def know(self, row: Row) -> bool:
        """Whether a row is a team by its name: called as one of these, or with a word that only teams have."""
        return row.name.casefold() in self.names or names_team(row.name)


def children_by_name(found: Found, plan: Plan, rows: Sequence[Row]) -> set[int]:
    """The rows that stand apart below the teams, or last among them, and are named as people are, not as these.

    Rows that a total below adds up are teams, and so are those of an area.
    """
    if "allocated" not in plan.figures:
        return set()
    parts = list(_parts(found, plan, rows))
    left: set[int] = set()
    for place, part in enumerate(parts):
        above = [row for other in parts[:place] for row in other.rows if row.row not in left]
        if not above:
            others = _last_of(found, plan, part.rows)
        else:
            # Where a blank row follows every team, none of them says anything.
            headed = part.of_teams or len(parts[0].rows) < _FIRST or (part.headed and parts[0].headed)
            others = _apart(Teams(found, plan, above), part.rows, headed=headed)
        if others and not is_added_up(found, plan, rows, others[-1].row):
            left.update(row.row for row in others)
    return left


def is_added_up(found: Found, plan: Plan, rows: Sequence[Row], row: int) -> bool:
    """Whether a total below a row has the children of all teams above it, that row among them.

    It may be of those since another total only.
    """
    column = plan.figures.get("allocated")
    if column is None:
        return False
    added, since, totals = 0.0, 0.0, 0
    for one in rows:
        value = quiet_figure(found, one.row, column) or 0
        if one.kind is RowKind.TEAM:
            added, since = added + value, since + value
        elif one.kind in (RowKind.TOTAL, RowKind.UNNAMED) and value:
            if one.row > row:
                return abs(value - added) < 1 or (totals > 0 and abs(value - since) < 1)
            since, totals = 0, totals + 1
    return False


class _Part(NamedTuple):
    """Rows of teams that stand together; whether a line above says what they are, and that they are teams."""

    rows: list[Row]
    headed: bool
    of_teams: bool


def _parts(found: Found, plan: Plan, rows: Sequence[Row]) -> Iterator[_Part]:
    """The rows of teams, cut where a row is blank or is none of a team's and gives no figure."""
    area = found.header.columns.get("area", plan.name)
    part, line = _Part([], False, False), ""
    before: Row | None = None
    for row in rows:
        apart = before is not None and row.row > before.row + 1
        ends = row.kind is not RowKind.TEAM and (row.kind is not RowKind.WAITING or not _has_figure(found, plan, row))
        if part.rows and (apart or ends):
            yield part
            part = _Part([], False, False)
        if ends:
            line = row.name
        elif row.kind is RowKind.TEAM and is_name(found.cell(row.row, plan.name)):
            of_area = area != plan.name and not is_blank(found.cell(row.row, area))
            if not part.rows:
                headed = before is not None and before.kind in (RowKind.REMARK, RowKind.EMPTY_TEAM)
                part = _Part([], headed, of_area or (headed and names_team(line)))
            part.rows.append(row)
        before = row
    if part.rows:
        yield part


def _has_figure(found: Found, plan: Plan, row: Row) -> bool:
    return any(quiet_figure(found, row.row, column) is not None for column in plan.figures.values())


def _apart(teams: Teams, part: Sequence[Row], *, headed: bool) -> list[Row]:
    """The rows of a part apart from the teams above, if they are somebody's; ``headed`` as teams or areas are."""
    if any(teams.know(row) for row in part):
        return []
    surely = any(is_surely_somebodys(row.name) for row in part)
    if surely and not any(is_surely_somebodys(row.name) for row in teams.rows):
        return list(part)
    if headed or any(may_be_somebodys(row.name) for row in teams.rows):
        return []
    if sum(may_be_somebodys(row.name) for row in part) * 2 > len(part):
        return list(part)
    fewer = all(teams.has_fewer(row) for row in part)
    return list(part) if fewer and all(is_no_known_word(row.name) for row in part) else []


def _last_of(found: Found, plan: Plan, part: Sequence[Row]) -> list[Row]:
    """The last rows of the teams' own part that are somebody's: by a first name, or by a name and figures unlike."""
    last = len(part)
    while last > _FIRST and may_be_somebodys(part[last - 1].name):
        last -= 1
    teams, others = Teams(found, plan, part[:last]), list(part[last:])
    if not others or any(may_be_somebodys(row.name) for row in teams.rows) or any(map(teams.know, others)):
        return []
    surely = any(is_surely_somebodys(row.name) for row in others)
    return others if surely or not any(map(teams.is_like, others)) else []


def counted_one_by_one(found: Found, plan: Plan, rows: Sequence[Row]) -> set[int]:
    """The rows with one child each right below teams that have as many: those of a pivot table by team and child."""
    column = plan.figures.get("allocated")
    if column is None:
        return set()
    teams = [(row, quiet_figure(found, row.row, column)) for row in rows if row.kind is RowKind.TEAM]
    left: set[int] = set()
    place = 0
    while place < len(teams):
        children = int(teams[place][1] or 0)
        below = teams[place + 1 : place + 1 + children]
        single = children > 1 and len(below) == children and all(value == 1 for _, value in below)
        left.update(row.row for row, _ in below if single)
        place += 1 + (children if single else 0)
    return left
