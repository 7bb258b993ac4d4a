"""Case-mix: children weighed by type of case, beside plain counting, with the optimum restated in points.

A weight says how many points a child of a type is. Every weight is 1 until a council types its own, and points are
children. The optimum in points is the optimum in children times the points of the average child of the same service on
the same day, so that the service as a whole stands as it did, where its teams share an optimum: what weighing changes
is how its teams compare.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property

import pandas as pd

from model.assumptions import Settings
from model.case_types import CASE_TYPES
from model.caseload import Tables
from model.exact import Number, exact, known
from model.service import ServiceMonth
from model.team import TeamMonth


@dataclass(frozen=True)
class TeamMix:
    """A team whose allocated children are known by type: how many of each, and what they are in points, exactly."""

    team: TeamMonth
    children: Mapping[str, int]
    points: Fraction

    @property
    def per_fte(self) -> Fraction | None:
        """Points per FTE; ``None`` where there is no FTE to divide by."""
        return self.points / self.team.fte if self.team.fte else None

    @property
    def average_weight(self) -> Fraction | None:
        """Points of the team's average child; ``None`` without children."""
        return self.points / self.team.allocated if self.team.allocated else None

    def share(self, *types: str) -> Fraction | None:
        """The share of the team's children who are of these types; ``None`` without children."""
        of = sum(self.children.get(name, 0) for name in types)
        return Fraction(of, self.team.allocated) if self.team.allocated else None


@dataclass(frozen=True)
class CaseMix:
    """The counted teams of a month that can be weighed, and those that cannot.

    ``without`` are counted teams whose children are not given by type; ``apart`` those whose children by type do not
    come to the children allocated. Both are counted by children only: nothing is guessed.
    """

    service: ServiceMonth
    weights: Mapping[str, Fraction]
    teams: tuple[TeamMix, ...]
    without: tuple[str, ...]
    apart: tuple[str, ...]

    @property
    def is_plain(self) -> bool:
        """Whether every type weighs 1, so that points are children."""
        return all(weight == 1 for weight in self.weights.values())

    @cached_property
    def average_weight(self) -> Fraction | None:
        """Points of the average child of the teams weighed; ``None`` where they have no children."""
        children = sum(known(mix.team.allocated) for mix in self.teams)
        return sum((mix.points for mix in self.teams), Fraction(0)) / children if children else None

    def optimum(self, team: TeamMonth) -> Fraction | None:
        """The team's optimum in points per FTE; ``None`` where it has none or nothing can be weighed."""
        weight = self.average_weight
        return None if weight is None or team.optimum is None else team.optimum * weight

    @property
    def shared_optimum(self) -> Fraction | None:
        """The optimum in points per FTE that all teams weighed share, or ``None``."""
        optima = {self.optimum(mix.team) for mix in self.teams}
        return optima.pop() if len(optima) == 1 else None

    def is_over(self, mix: TeamMix) -> bool | None:
        """Whether a team is above its optimum in points; ``None`` where it has none. No worker for children is."""
        optimum = self.optimum(mix.team)
        if optimum is None or mix.team.fte is None:
            return None
        return mix.team.no_worker or mix.points > optimum * mix.team.fte

    def weighed(self) -> ServiceMonth:
        """The same service, with each weighed team's optimum in children of its own mix.

        Points per FTE are above the optimum in points exactly where children per FTE are above this: whatever asks of
        teams and their optimum (posts needed, where they go) can so be asked in points. With every weight 1 the
        service is the same. A team that cannot be weighed keeps its optimum, and so does one without children.
        """
        optima = {
            mix.team.team: known(self.optimum(mix.team)) / mix.average_weight
            for mix in self.teams
            if mix.average_weight and mix.team.optimum is not None
        }
        teams = (replace(team, optimum=optima.get(team.team, team.optimum)) for team in self.service.teams)
        return replace(self.service, teams=tuple(teams))


def case_mix(tables: Tables, service: ServiceMonth, weights: Mapping[str, Number]) -> CaseMix | None:
    """The counted teams of a month by type of case; ``None`` where the file gives no team's children by type.

    ``weights`` are points of a child by type; a type that is not there weighs 1. A type that is blank is 0 only where
    the others come to all children allocated.
    """
    points = {name: exact(weights.get(name, 1)) for name in CASE_TYPES}
    frame = tables["team_caseload"]
    here = frame[frame["month"] == pd.Timestamp(service.month)]
    types = here[list(CASE_TYPES)]
    if types.isna().all(axis=None):
        return None
    by_team = dict(zip(here["team"], types.astype(object).to_dict("records"), strict=True))
    weighed, without, apart = list[TeamMix](), list[str](), list[str]()
    for team in service.counted:
        children = {name: int(number) for name, number in by_team[team.team].items() if not pd.isna(number)}
        if not children or team.allocated is None:
            without.append(team.team)
        elif sum(children.values()) != team.allocated:
            apart.append(team.team)
        else:
            total = sum((points[name] * number for name, number in children.items()), Fraction(0))
            weighed.append(TeamMix(team, children, total))
    return CaseMix(service, points, tuple(weighed), tuple(without), tuple(apart))


def of_settings(tables: Tables, service: ServiceMonth, settings: Settings) -> CaseMix | None:
    """As :func:`case_mix`, with the weights that the council has set."""
    return case_mix(tables, service, settings.weights)


def highest(mixes: Sequence[TeamMix], *, in_points: bool) -> TeamMix | None:
    """The team with the most points, or children, per FTE; the first of several, ``None`` where no average is known."""
    averages = [(mix.per_fte if in_points else mix.team.average(), mix) for mix in mixes]
    there = [(average, mix) for average, mix in averages if average is not None]
    return max(there, key=lambda each: each[0])[1] if there else None
