"""Teams that are no teams: the sum of others under a name that does not say so, such as "North" below its two teams."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from loaders.areas.totals import ADDED, Total, added_up, tolerance
from loaders.teams.columns import Plan
from loaders.teams.teamrow import TeamRow, by_month

# A sum that was typed before a figure below it was corrected is out by no more.
_NEARLY = 0.02
# So many columns do not agree by chance: with fewer, the row's name or its place at the end must say so too.
_ENOUGH = 3
_Group = Sequence[TeamRow]


@dataclass
class Sums:
    """What was found out: the teams, the rows that are sums, and those that may be.

    ``totals`` are all that are sums, ``in_place`` those below what they add up, ``of_all`` those of all teams.
    ``unrelated`` are the sums whose names say nothing of what they add up.
    """

    teams: list[TeamRow]
    totals: list[TeamRow] = field(default_factory=list)
    in_place: list[TeamRow] = field(default_factory=list)
    of_all: list[TeamRow] = field(default_factory=list)
    exact: list[TeamRow] = field(default_factory=list)
    nearly: list[TeamRow] = field(default_factory=list)
    unrelated: list[TeamRow] = field(default_factory=list)


@dataclass(frozen=True)
class _Match:
    """How a row compares with a group: the columns that agree, whether all do, and whether its name is the group's."""

    columns: int
    whole: bool
    named: bool

    @property
    def is_sum(self) -> bool:
        """Whether it is the sum: in two columns or more, or in the only one if the name says so too."""
        return self.whole and (self.columns > 1 or (self.columns == 1 and self.named))


def find_sums(teams: Sequence[TeamRow], totals: Sequence[Total], plan: Plan) -> Sums:
    """The rows that are the sum of the teams above them, since the last total, or called after them.

    A name is a total where it is the sum in more than half of its months; then it is one in all of them.
    ``totals`` are the rows that say that they are totals.
    """
    months = by_month(teams)
    ends = [total.row for total in totals]
    related = _has_families(teams)
    first = [_in_month(rows, ends, plan, related, None) for rows in months.values()]
    if not any(found.totals or found.exact or found.nearly for found in first):
        return Sums(list(teams))
    times: dict[str, int] = {}
    sums: dict[str, int] = {}
    for team in teams:
        times[_name(team)] = times.get(_name(team), 0) + 1
    for found in first:
        for row in found.totals:
            sums[_name(row)] = sums.get(_name(row), 0) + 1
    called = {name for name, number in sums.items() if number * 2 > times[name]}
    first = [_in_month(rows, ends, plan, related, called) for rows in months.values()]
    gone = {id(row) for found in first for row in found.totals}
    return Sums(
        [team for team in teams if id(team) not in gone],
        [row for found in first for row in found.totals],
        [row for found in first for row in found.in_place],
        [row for found in first for row in found.of_all],
        [row for found in first for row in found.exact],
        [row for found in first for row in found.nearly],
        [row for found in first for row in found.unrelated],
    )


def _name(team: TeamRow) -> str:
    return team.team.casefold()


def _in_month(rows: _Group, ends: Sequence[int], plan: Plan, related: bool, called: set[str] | None) -> Sums:
    """The sums among the rows of one month; ``called`` are the names that may be totals, all if ``None``."""
    key = _key(rows, plan)
    found = Sums([])
    if key is None or len(rows) < 3:
        return found
    if called is None and not related and not may_hold_sum([row.figures.get(key) for row in rows], _cuts(rows, ends)):
        return found
    families = _families(rows) if related else {}
    ends_left = sorted(ends)
    since: list[TeamRow] = []
    above_sum = since_sum = 0.0
    for row in rows:
        while ends_left and ends_left[0] < row.row:
            ends_left.pop(0)
            since, since_sum = [], 0.0
        value = row.figures.get(key)
        near = value is not None and (
            abs(value - since_sum) <= max(1, _NEARLY * value) or abs(value - above_sum) <= max(1, _NEARLY * value)
        )
        family = families.get(_name(row), []) if families else []
        groups = [group for group in (family, since, found.teams) if len(group) > 1] if near or family else []
        if len(family) == 1 and _is_area_of(row, family[0]):
            groups.insert(0, family)
        matches = [_match(row, group, group is family) for group in groups]
        shares = [one.named or _shares_word(row, group) for one, group in zip(matches, groups, strict=True)]
        last = row is rows[-1]
        said = [
            one
            for one, shared in zip(matches, shares, strict=True)
            if one.is_sum and (shared or last or one.columns >= _ENOUGH)
        ]
        if said if called is None else _name(row) in called:
            found.totals.append(row)
            if not said or not all(one.named for one in said):
                found.in_place.append(row)
            if not any(shares):
                found.unrelated.append(row)
            since, since_sum = [], 0.0
            continue
        if any(one.whole and one.columns for one in matches):
            found.exact.append(row)
        elif any(map(_is_nearly, [row] * len(groups), groups)):
            found.nearly.append(row)
        since.append(row)
        found.teams.append(row)
        since_sum += value if value is not None else 0.0
        above_sum += value if value is not None else 0.0
    found.of_all = [row for row in found.totals if _match(row, found.teams, False).whole]
    return found


def may_hold_sum(values: Sequence[float | None], cuts: Collection[int] = ()) -> bool:
    """Whether any row may be the sum of rows above it, by one figure of each row downwards.

    ``cuts`` are the places at which a total stands, so that sums begin again. Once what stands above is far more than
    the highest figure, no later row can be the sum of it: few rows have to be looked at.
    """
    known = [value for value in values if value is not None]
    if len(known) < len(values) or min(known, default=0.0) < 0:
        return True
    most = max(known, default=0.0)
    enough = most + max(1, _NEARLY * most)
    above = since = 0.0
    before = 0
    for place, value in enumerate(known):
        if place in cuts:
            since, before = 0.0, 0
        if since > enough:
            if not cuts:
                return False
            continue
        near = max(1, _NEARLY * value)
        if (before > 1 and abs(value - since) <= near) or (place > 1 and abs(value - above) <= near):
            return True
        above, since, before = above + value, since + value, before + 1
    return False


def _cuts(rows: _Group, ends: Sequence[int]) -> set[int]:
    """The places of the first row after each total."""
    places = [row.row for row in rows]
    return {bisect_right(places, end) for end in ends}


def _key(rows: _Group, plan: Plan) -> str | None:
    """The figure by which sums are looked for: the one that most rows have."""
    best, most = None, -1
    for name in ADDED:
        if name in plan.figures and (have := len(rows) - [row.figures.get(name) for row in rows].count(None)) > most:
            best, most = name, have
            if have == len(rows):
                break
    return best


def _has_families(teams: _Group) -> bool:
    return has_families({team.team for team in teams}, {team.area for team in teams})


def has_families(names: Iterable[str], areas: Iterable[str | None]) -> bool:
    """Whether any name is the beginning of another, or an area."""
    folded = {name.casefold() for name in names}
    others = {name.rpartition(" ")[0] for name in folded} | {area.casefold() for area in areas if area}
    return not folded.isdisjoint(others)


def _families(rows: _Group) -> dict[str, list[TeamRow]]:
    """For each name that others go on from, those: for "North", "North 1" and "North 2"; or the teams of that area."""
    names = {_name(row) for row in rows}
    families: dict[str, list[TeamRow]] = {}
    for row in rows:
        for whose in {_name(row).rpartition(" ")[0], (row.area or "").casefold()}:
            if whose in names and whose != _name(row):
                families.setdefault(whose, []).append(row)
    return families


def _is_area_of(row: TeamRow, team: TeamRow) -> bool:
    """Whether the row is named like the area that it and a team are of: of one team its sum is that team's figure."""
    return _name(row) == (row.area or "").casefold() == (team.area or "").casefold()


def _shares_word(row: TeamRow, group: _Group) -> bool:
    """Whether a word of the row's name is in the name, or the area, of every team of a group."""
    words = set(_name(row).split())
    return all(words & {*_name(team).split(), *(team.area or "").casefold().split()} for team in group)


def _compared(row: TeamRow, group: _Group) -> Iterator[tuple[str, float, float]]:
    for name in ADDED:
        value, added = row.figures.get(name), added_up(group, name)
        if value is not None and added is not None:
            yield name, value, added


def _match(row: TeamRow, group: _Group, named: bool) -> _Match:
    columns, whole = 0, len(group) > 1 or named
    for name, value, added in _compared(row, group):
        whole = whole and abs(value - added) <= tolerance(name)
        columns += value > 0
    return _Match(columns, whole and columns > 0, named)


def _is_nearly(row: TeamRow, group: _Group) -> bool:
    """Whether every column is nearly the sum, and one that is not 0 is exactly."""
    compared = list(_compared(row, group))
    near = all(abs(value - added) <= _most_out(name, value) for name, value, added in compared)
    exact = any(value > 0 and abs(value - added) <= tolerance(name) for name, value, added in compared)
    return len(compared) > 1 and near and exact


def _most_out(name: str, value: float) -> float:
    return max(tolerance(name), _NEARLY * value, 0 if name.startswith("fte") else 1)
