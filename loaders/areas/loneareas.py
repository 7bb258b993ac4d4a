"""Areas of one team: the row of the area has the same figures as the only team that it has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from loaders.areas.subtotals import Sums, find_sums
from loaders.areas.totals import ADDED, Total, added_up, agreeing
from loaders.files.cells import quoted
from loaders.problems import Problems
from loaders.teams.teamrow import BASES, TeamRow, by_month
from loaders.teams.teamtable import TeamTable
from model.quality import LEAST_CHILDREN_ALIKE

# One figure is the same in two teams by chance.
_ENOUGH = 2
_Month = Sequence[TeamRow]


@dataclass(frozen=True)
class Pair:
    """The row of an area and its only team, which stands right ``below`` it or right above."""

    area: TeamRow
    team: TeamRow
    below: bool


def without_lone_areas(table: TeamTable, sums: Sums, problems: Problems) -> Sums:
    """The sums of a table whose areas of one team are no teams either, each said with its cell.

    A row is taken for such an area only beside areas that are the sums of their teams, and on the same side of its
    team as they are of theirs. What else may be one stays a team, and is said.
    """
    pairs = list(_lone_areas(table.teams, sums))
    # In a table laid flat, a row of the sheet stands once for each of its months.
    shown = {table.found.sheet.true((pair.area.row, table.plan.name)): pair for pair in pairs}
    for pair in shown.values():
        words = {"team": quoted(pair.area.team), "other": quoted(pair.team.team)}
        _say("area_of_one_team", table, pair.area, words, problems)
    for pair in pairs:
        if not pair.below:
            named = set(pair.area.team.casefold().split()) & set(pair.team.team.casefold().split())
            name = f"{pair.area.team} total" if named else "sub-total"
            table.totals.append(Total(pair.area.row, name, pair.area.month, pair.area.figures))
    if pairs:
        gone = {id(pair.area) for pair in pairs}
        ends = [Total(pair.area.row, "", pair.area.month, {}) for pair in pairs if pair.below]
        rest = [team for team in table.teams if id(team) not in gone]
        sums = find_sums(rest, [*table.totals, *ends], table.plan)
    for one, other in _maybe_areas(sums, table.totals):
        _say("may_be_area", table, other, {"team": quoted(other.team), "other": quoted(one.team)}, problems)
    return sums


def _say(code: str, table: TeamTable, row: TeamRow, words: dict[str, str], problems: Problems) -> None:
    problems.add(code, sheet=table.found.sheet.name, place=(row.row, table.plan.name), words=words)


def are_alike(one: TeamRow, other: TeamRow) -> bool:
    """Whether two rows have the same figures, two of them or more above 0."""
    if one.figures.get("allocated") != other.figures.get("allocated"):
        # Of nearly all rows this alone tells.
        return False
    same = [(one.figures.get(name), other.figures.get(name)) for name in ADDED]
    return all(mine == theirs for mine, theirs in same) and sum(bool(mine) for mine, _ in same) >= _ENOUGH


def _lone_areas(teams: Sequence[TeamRow], sums: Sums) -> Iterator[Pair]:
    of_all = {id(row) for row in sums.of_all}
    areas = {id(row) for row in sums.totals} - of_all
    if not areas:
        return
    for rows in by_month(teams).values():
        pairs = [(one, other) for one, other in _pairs_alike(rows) if not {id(one), id(other)} & (areas | of_all)]
        if not pairs:
            continue
        below, above, taken = _groups(rows, areas, of_all)
        for one, other in pairs:
            if id(one) in taken or id(other) in taken:
                continue
            if below:
                yield Pair(one, other, below=True)
            elif above:
                yield Pair(other, one, below=False)


def _pairs_alike(rows: _Month) -> Iterator[tuple[TeamRow, TeamRow]]:
    """The rows of a month that are as the one right above; of three in a row, as in a column filled down, none."""
    alike = [False, *(are_alike(one, other) for one, other in pairwise(rows)), False]
    for place in range(1, len(rows)):
        if alike[place] and not alike[place - 1] and not alike[place + 1]:
            yield rows[place - 1], rows[place]


def _groups(rows: _Month, areas: set[int], of_all: set[int]) -> tuple[bool, bool, set[int]]:
    """Whether any area stands above its teams, whether any stands below them, and the teams that have such an area."""
    sides, taken = [False, False], set[int]()
    for place, row in enumerate(rows):
        if id(row) not in areas:
            continue
        for side, beside in enumerate((rows[place + 1 :], rows[:place][::-1])):
            end = next((at for at, other in enumerate(beside) if id(other) in areas | of_all), len(beside))
            group = next((beside[:n] for n in range(2, end + 1) if agreeing(row.figures, beside[:n])), [])
            sides[side] = sides[side] or bool(group)
            taken.update(map(id, group))
    return sides[0], sides[1], taken


def _maybe_areas(sums: Sums, totals: Sequence[Total]) -> Iterator[tuple[TeamRow, TeamRow]]:
    """Teams right below one another that are alike in every month, where no total says that both are teams."""
    told: dict[tuple[str, str], tuple[TeamRow, TeamRow]] = {}
    months = list(by_month(sums.teams).values())
    areas, of_all = {id(row) for row in sums.totals}, {id(row) for row in sums.of_all}
    for rows in months:
        own = {row.month for row in rows}
        every = sorted([*rows, *(row for row in sums.totals if row.month in own)], key=lambda row: row.row)
        pairs = [pair for pair in _pairs_alike(every) if _may_be(*pair) and not {*map(id, pair)} & areas]
        if pairs and not _are_counted(rows, totals):
            taken = _groups(every, areas - of_all, of_all)[2]
            for pair in pairs:
                if not {*map(id, pair)} & taken:
                    told.setdefault((pair[0].team, pair[1].team), pair)
    for (one, other), pair in told.items():
        both = [{row.team: row for row in rows if row.team in (one, other)} for rows in months]
        if all(are_alike(of[one], of[other]) for of in both if len(of) > 1):
            yield pair


def _may_be(one: TeamRow, other: TeamRow) -> bool:
    """Whether two teams alike are no small ones, and alike in three figures or called as an area and its team are."""
    figures = one.figures
    if (figures.get("allocated") or 0) < LEAST_CHILDREN_ALIKE or not any(figures.get(name) for name, _ in BASES):
        return False
    names = sorted((one.team.casefold(), other.team.casefold()), key=len)
    return names[1].startswith(f"{names[0]} ") or sum(bool(figures.get(name)) for name in ADDED) > _ENOUGH


def _are_counted(rows: _Month, totals: Sequence[Total]) -> bool:
    """Whether a total of the month is that of all its teams."""
    children = added_up(rows, "allocated")
    return any(
        total.figures.get("allocated") == children
        for total in totals
        if total.month in (None, rows[0].month) and children
    )
