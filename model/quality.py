"""Figures that can be, but that somebody should look at before they are relied on.

Nothing here is an error: every check finds what is more often a slip of typing than
the truth. What they say stands in :mod:`model.quality_findings`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from itertools import chain, combinations, pairwise

import pandas as pd

from model.flow_check import flow_findings
from model.fte_basis import fte_findings
from model.leaps import LEAST_MOVED, is_step, leaps
from model.team_figures import TeamFigures
from model.to_check import Finding, Kind, Point
from model.words import months_apart

# Two small teams are alike by chance; two of this many children, with the same FTE, twice in a year, hardly are.
LEAST_CHILDREN_ALIKE = 20
ALIKE_WITHIN = 12
# Without FTE two teams are alike by chance more often: then it is in one of so many of their months at least.
PART_ALIKE = 3
# More teams than this with one pair of figures are a column filled down: naming the first of them is enough.
MOST_ALIKE = 4
# Printed averages are rounded to one decimal place, and so may be the FTE they were taken over.
AVERAGE_TOLERANCE = 0.1001
# With fewer months it cannot be told whether figures come monthly or at longer intervals.
MONTHS_OF_A_RHYTHM = 3


_Months = Mapping[date, TeamFigures]
# FTE, children and the printed average.
_Telling = tuple[float | None, float | None, float | None]


def quality(tables: Mapping[str, pd.DataFrame], breaks: Collection[date] = ()) -> list[Finding]:
    """Everything to check in the clean tables, by month; ``breaks`` are months of restructures beside those noted."""
    notes = tables["month_note"]
    restructures = [*breaks, *notes.loc[notes["mark"] == "restructure", "month"].dt.date]
    figures = _figures(tables["team_caseload"])
    found = [*checked(figures, restructures), *fte_findings(figures), *flow_findings(tables, restructures)]
    return sorted(found, key=_order)


def quality_beside(
    kept: Mapping[str, pd.DataFrame], offered: Mapping[str, pd.DataFrame], breaks: Collection[date] = ()
) -> list[Finding]:
    """Everything to check in the offered months beside the kept ones that stay; within either it is not told again.

    ``breaks`` as in :func:`quality`: a kept month's note goes with the month that is replaced.
    """
    new = set(offered["team_caseload"]["month"].dt.date)
    stay = {name: frame[~frame["month"].dt.date.isin(new)] for name, frame in kept.items()}
    together = {
        name: pd.concat([stay[name], offered[name]], ignore_index=True)
        for name in ("team_caseload", "service_caseload", "month_note")
    }
    return [f for f in quality(together, breaks) if new.intersection(f.months) and set(f.months) - new]


def checked(figures: TeamFigures, restructures: Collection[date] = ()) -> list[Finding]:
    """Everything to check in the teams' figures, by month.

    Each team has its figures once a month. A change in a month of ``restructures``
    needs no explanation and is left out.
    """
    ordered = figures.in_order()
    months = ordered.by_month()
    steps = [step for step in pairwise(months) if is_step(*step, restructures)]
    found = [*_same_teams(months), *_copied(months), *_missing(list(months)), *_averages(months)]
    found += [*_gone(months, steps), *_moves(ordered, restructures)]
    found += _moves_together(months, restructures, found)
    return sorted(found, key=_order)


def _order(finding: Finding) -> tuple[date, int]:
    return finding.at, list(Kind).index(finding.kind)


def _figures(frame: pd.DataFrame) -> TeamFigures:
    names = ("fte", "allocated", "fte_basis", "average_printed")
    columns = [frame[name].astype(object).where(frame[name].notna(), None).tolist() for name in names]
    return TeamFigures(frame["team"].tolist(), frame["month"].dt.date.tolist(), *columns)


def _same_teams(months: _Months) -> Iterator[Finding]:
    alike: dict[tuple[str, str], list[Point]] = {}
    for teams in months.values():
        if len(set(zip(teams.fte, teams.children, strict=True))) == len(teams.teams):
            continue
        groups: dict[_Telling, list[int]] = {}
        for place in range(len(teams.teams)):
            if told := _telling(teams.point(place)):
                groups.setdefault(told, []).append(place)
        for group in groups.values():
            for one, other in combinations(group[:MOST_ALIKE], 2):
                alike.setdefault((teams.teams[one], teams.teams[other]), []).append(teams.point(one))
    for pair, points in alike.items():
        close = [two for two in pairwise(points) if months_apart(two[0].month, two[1].month) <= ALIKE_WITHIN]
        if close and (all(point.fte for point in points) or _often(pair, points, months)):
            twice = tuple(dict.fromkeys(chain.from_iterable(close)))
            yield Finding(Kind.SAME_TEAMS, twice[-1].month, twice, pair)


def _telling(point: Point) -> _Telling | None:
    """The figures by which two teams are alike: FTE and children, of which one may be missing, or else the average."""
    if point.children is not None:
        return (point.fte, point.children, None) if point.children >= LEAST_CHILDREN_ALIKE else None
    return (point.fte, None, point.printed) if point.printed and not point.printed.is_integer() else None


def _often(pair: tuple[str, str], points: Sequence[Point], months: _Months) -> bool:
    """Whether two teams are alike in so many of their months that it is hardly chance where no FTE tells them apart."""
    both = sum(set(pair) <= set(teams.teams) for teams in months.values())
    return len(points) * PART_ALIKE >= both


def _copied(months: _Months) -> Iterator[Finding]:
    for (_, before), (month, now) in pairwise(months.items()):
        if not _are_alike(before, now):
            continue
        known = zip(now.fte, now.children, strict=True)
        if sum(fte is not None and children is not None for fte, children in known) > 1:
            yield Finding(Kind.COPIED, month, (before.together(), now.together()))


def _are_alike(before: TeamFigures, now: TeamFigures) -> bool:
    """Whether two months have the same teams with the same figures."""
    if before.teams == now.teams:
        return before.fte == now.fte and before.children == now.children
    both = (dict(zip(one.teams, zip(one.fte, one.children, strict=True), strict=True)) for one in (before, now))
    return next(both) == next(both)


def _missing(months: Sequence[date]) -> Iterator[Finding]:
    """Gaps longer than the usual one: figures of every quarter lack no month."""
    gaps = Counter(months_apart(*step) for step in pairwise(months))
    usual = 1 if len(months) < MONTHS_OF_A_RHYTHM else min(gaps, key=lambda gap: (-gaps[gap], gap), default=1)
    for earlier, later in pairwise(months):
        if months_apart(earlier, later) > usual:
            yield Finding(Kind.MONTH_MISSING, later, (Point(earlier), Point(later)))


def _averages(months: _Months) -> Iterator[Finding]:
    for month, teams in months.items():
        for place, printed in enumerate(teams.printed):
            fte, children = teams.fte[place], teams.children[place]
            if printed is None or children is None or not fte:
                continue
            if abs(children / fte - printed) > AVERAGE_TOLERANCE:
                yield Finding(Kind.AVERAGE, month, (teams.point(place),), (teams.teams[place],))


def _gone(months: _Months, steps: Sequence[tuple[date, date]]) -> Iterator[Finding]:
    for earlier, later in steps:
        before, now = months[earlier], months[later]
        if (before.teams == now.teams or set(before.teams) <= set(now.teams)) and all(now.fte):
            continue
        some_fte = any(fte is not None for fte in now.fte)
        those_now = now.points()
        for team, was in before.points().items():
            here = those_now.get(team)
            if here is None and (was.fte or was.children):
                yield Finding(Kind.TEAM_GONE, later, (was, Point(later)), (team,))
            elif here is not None and was.fte and not here.fte and some_fte:
                yield Finding(Kind.FTE_GONE, later, (was, here), (team,), "fte")


def _moves(figures: TeamFigures, restructures: Collection[date]) -> Iterator[Finding]:
    uneven = {figure: dict(figures.uneven(figure)) for figure in LEAST_MOVED}
    for team in dict.fromkeys(figures.teams):
        for figure in LEAST_MOVED:
            if team in uneven[figure]:
                yield from leaps(uneven[figure][team], (team,), figure, restructures)


def _moves_together(months: _Months, restructures: Collection[date], found: Sequence[Finding]) -> Iterator[Finding]:
    """Jumps of all teams together that no single team's finding explains."""
    explained = {(f.at, f.figure) for f in found if f.figure} | {
        (f.at, figure) for f in found if f.kind is Kind.TEAM_GONE for figure in LEAST_MOVED
    }
    course = [teams.together() for teams in months.values()]
    for figure in LEAST_MOVED:
        for finding in leaps(course, (), figure, restructures):
            if not any((month, figure) in explained for month in finding.months[1:]):
                yield finding
