"""Areas whose rows are the sums of the teams right below or right above them, whatever their names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

from loaders.areas.subtotals import Sums
from loaders.areas.totals import ADDED, Total, agreeing, is_of_part, tolerance
from loaders.files.cells import quoted
from loaders.problems import Problems
from loaders.teams.teamrow import TeamRow, by_month
from loaders.teams.teamtable import TeamTable
from model.words import listed

_Month = Sequence[TeamRow]
# So many figures of one area do not agree by chance; fewer may, where there is one area only.
_ENOUGH = 3
_SHOWN = 6


@dataclass(frozen=True)
class Area:
    """The row of an area, and its teams."""

    row: TeamRow
    teams: tuple[TeamRow, ...]


def take_out_areas(table: TeamTable, sums: Sums, problems: Problems) -> bool:
    """Take the rows of areas out of a table whose every row is one or a team of one; whether there were any.

    ``sums`` are those that their names show; where no area is missing among them there is nothing to do. The teams are
    given their areas, unless the file gives them others, and what was found is said once.
    """
    areas, plain = area_sums(table.teams, table.totals)
    known = {id(row) for row in sums.totals}
    if not plain:
        # Said as any row is that may be the sum of others.
        sums.exact.extend(area.row for area in areas if len(area.teams) > 1 and id(area.row) not in known)
    if not plain or all(len(area.teams) < 2 or id(area.row) in known for area in areas):
        return False
    gone = {id(area.row) for area in areas}
    have_areas = any(row.area for row in table.teams)
    for area in areas:
        if area.teams[0].row > area.row.row:
            continue
        table.totals.append(Total(area.row.row, "sub-total", area.row.month, area.row.figures))
    if not have_areas:
        for area in areas:
            for team in area.teams:
                team.area = area.row.team if len(area.teams) < len(table.teams) - len(gone) else None
    table.listed = [team for team in table.teams if id(team) not in gone]
    table.totals.sort(key=lambda total: total.row)
    names = list(dict.fromkeys(quoted(area.row.team) for area in areas))
    told = listed(names[:_SHOWN] + (["others"] if len(names) > _SHOWN else []))
    first = min(area.row.row for area in areas)
    problems.add("area_sums", sheet=table.found.sheet.name, place=(first, table.plan.name), names=told)
    return True


def area_sums(teams: _Month, totals: Sequence[Total]) -> tuple[list[Area], bool]:
    """The areas of every month, and whether so much agrees that it is no chance.

    A row is that of an area where its name is in more than half of the months that it stands in.
    """
    months = by_month(teams)
    found = {
        month: _in_month(rows, [one for one in totals if one.month in (None, month)]) for month, rows in months.items()
    }
    if not any(areas for areas, _ in found.values()):
        return [], False
    called = Counter(area.row.team for areas, _ in found.values() for area in areas)
    times = Counter(team.team for team in teams)
    names = {name for name, number in called.items() if number * 2 > times[name]}
    above = next(areas[0].teams[0].row > areas[0].row.row for areas, _ in found.values() if areas)
    areas: list[Area] = []
    for month, rows in months.items():
        own = found[month][0]
        areas += own if own and all(area.row.team in names for area in own) else _by_name(rows, names, above)
    return areas, any(plain for _, plain in found.values()) or sum(bool(own) for own, _ in found.values()) > 1


def _by_name(rows: _Month, names: set[str], above: bool) -> list[Area]:
    """The areas of a month in which some sum is not right, by what they are called in others."""
    areas: list[Area] = []
    for row in rows if above else rows[::-1]:
        if row.team in names:
            areas.append(Area(row, ()))
        elif areas:
            areas[-1] = Area(areas[-1].row, (*areas[-1].teams, row))
    return [area for area in areas if area.teams]


def begins_with_sum(values: Sequence[float | None]) -> bool:
    """Whether the first or the second of some figures may be the sum of those right below it."""
    return any(_first_sum([value or 0.0 for value in values], place) for place in (0, 1))


def _may_begin_with_sum(children: Sequence[float | None]) -> bool:
    """Whether the first two or the last two teams' children may be those of the rows beside them, which few are."""
    if None in children:
        return True
    values = [one or 0.0 for one in children]
    return any(_first_sum(ordered, place, 1) for ordered in (values, values[::-1]) for place in (0, 1))


def _first_sum(values: Sequence[float], place: int, least: int = 2) -> bool:
    added = 0.0
    for number, value in enumerate(values[place + 1 :], start=1):
        added += value
        if number >= least and abs(added - values[place]) < 1e-6:
            return True
        if added > values[place]:
            return False
    return False


def _in_month(rows: _Month, totals: Sequence[Total]) -> tuple[list[Area], bool]:
    """The areas of a month, each row being one or a team of one, and whether enough agrees."""
    if not _may_begin_with_sum([row.figures.get("allocated") for row in rows]):
        return [], False
    names = [name for name in ADDED if all(row.figures.get(name) is not None for row in rows)]
    printed = [total for total in totals if not is_of_part(total)]
    if len(rows) < 3 or any(agreeing(total.figures, rows) for total in printed):
        return [], False
    for ordered, all_first in product((rows, rows[::-1]), (False, True)):
        areas = _parted(ordered[all_first:], names)
        heads = [area.row for area in areas]
        if not any(len(area.teams) > 1 for area in areas):
            continue
        if all_first and not agreeing(ordered[0].figures, heads):
            continue
        told = all_first or any(agreeing(total.figures, heads) for total in printed)
        whole = [Area(ordered[0], tuple(team for area in areas for team in area.teams))] if all_first else []
        return [*whole, *areas], told or _are_enough(areas, names)
    return [], False


def _are_enough(areas: Sequence[Area], names: Sequence[str]) -> bool:
    """Whether so many figures agree as do not by chance: fewer for each area where there are several."""
    most = max(sum((area.row.figures[name] or 0) > 0 for name in names) for area in areas if len(area.teams) > 1)
    return most >= (_ENOUGH if len(areas) == 1 else _ENOUGH - 1)


def _parted(rows: _Month, names: Sequence[str]) -> list[Area]:
    """The rows as areas, each followed by its teams, none left over; nothing where that is not so."""
    ends: dict[int, int] = {}
    # From the last row upwards: whether the rows from a place on are areas with their teams.
    fits = {len(rows)}
    for first in range(len(rows) - 2, -1, -1):
        end = next((end for end in _ends(rows, first, names) if end in fits), None)
        if end is not None:
            fits.add(first)
            ends[first] = end
    if 0 not in fits:
        return []
    areas, place = [], 0
    while place < len(rows):
        areas.append(Area(rows[place], tuple(rows[place + 1 : ends[place]])))
        place = ends[place]
    return areas


def _ends(rows: _Month, first: int, names: Sequence[str]) -> list[int]:
    """The places up to which the rows below one add up to it."""
    head = [rows[first].figures[name] or 0.0 for name in names]
    most = [tolerance(name) for name in names]
    added = [0.0] * len(names)
    ends: list[int] = []
    for place in range(first + 1, len(rows)):
        added = [one + (rows[place].figures[name] or 0.0) for one, name in zip(added, names, strict=True)]
        if any(one > whole + out for one, whole, out in zip(added, head, most, strict=True)):
            break
        if any(head) and all(abs(one - whole) <= out for one, whole, out in zip(added, head, most, strict=True)):
            ends.append(place + 1)
    return ends
