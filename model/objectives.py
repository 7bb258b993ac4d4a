"""The three objectives side by side: the same posts, placed best under each, and what each costs by the others."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from model.exact import Number, known
from model.needed import teams_in_question
from model.objective import Objective
from model.placement import Placement, place
from model.posts import with_posts
from model.service import ServiceMonth
from model.team import Demand


@dataclass(frozen=True)
class Option:
    """The best placement under one objective, by all three measures.

    ``highest`` is the highest team average in children per FTE, ``over`` are children over the optimum, ``spread``
    the typical distance (root of the mean square, each social worker counting alike) of a social worker's team average
    from the average of the teams asked about. Highest and spread are ``None`` where a team has children and nobody.
    """

    objective: Objective
    placement: Placement
    highest: Fraction | None
    over: Fraction
    spread: Fraction | None

    @property
    def added(self) -> dict[str, int]:
        """Posts by counted team."""
        return self.placement.added


def side_by_side(
    service: ServiceMonth,
    posts: int,
    demand: Demand = Demand.ALLOCATED,
    post_fte: Number = 1,
    max_fte_per_team: Number | None = None,
    max_people_per_team: int | None = None,
) -> tuple[Option, ...]:
    """So many posts placed best under each objective; none where no team can be asked about.

    Raises :class:`ValueError` as :func:`model.placement.place` does.
    """
    if not teams_in_question(service):
        return ()
    options = []
    for objective in Objective:
        placed = place(service, posts, objective, demand, post_fte, max_fte_per_team, max_people_per_team)
        after = with_posts(service, placed.added, post_fte)
        options.append(Option(objective, placed, highest(after, demand), over(after, demand), spread(after, demand)))
    return tuple(options)


def highest(service: ServiceMonth, demand: Demand = Demand.ALLOCATED) -> Fraction | None:
    """The highest average of the teams that can be asked about; ``None`` where one of them has nobody."""
    teams = teams_in_question(service)
    if any(team.children(demand) and not team.fte for team in teams):
        return None
    return max((average for team in teams if (average := team.average(demand)) is not None), default=None)


def over(service: ServiceMonth, demand: Demand = Demand.ALLOCATED) -> Fraction:
    """Children above the optimum in the teams that can be asked about."""
    return sum((team.excess(demand) or Fraction(0) for team in teams_in_question(service)), Fraction(0))


def spread(service: ServiceMonth, demand: Demand = Demand.ALLOCATED) -> Fraction | None:
    """√(Σ f·(average − mean)² ÷ Σ f) over the teams that can be asked about, to six places.

    Averages of teams with another optimum than the council's are taken as if it were that: 20 of 20 are 25 of 25.
    """
    at = service.shared_optimum or service.optimum
    teams = [team for team in teams_in_question(service) if team.fte or team.children(demand)]
    if any(not team.fte for team in teams) or not teams:
        return None
    loads = [(known(team.fte), known(team.children(demand)) * at / known(team.optimum)) for team in teams]
    fte, children = sum((f for f, _ in loads), Fraction(0)), sum((c for _, c in loads), Fraction(0))
    return _root(sum((c**2 / f for f, c in loads), Fraction(0)) / fte - (children / fte) ** 2)


def agree(options: Sequence[Option]) -> bool:
    """Whether every objective puts the posts in the same teams."""
    return all(option.added == options[0].added for option in options)


def best_by_all(options: Sequence[Option]) -> Option | None:
    """The first option that no other beats by any of the three measures; ``None`` where each is beaten by one."""
    measures = [_measures(option) for option in options]
    best = tuple(map(min, zip(*measures, strict=True)))
    return next((option for option, each in zip(options, measures, strict=True) if each == best), None)


def _measures(option: Option) -> tuple[Fraction, ...]:
    # Where a team is left with nobody, it is under every objective: all have an unknown together.
    return tuple(Fraction(0) if value is None else value for value in (option.highest, option.over, option.spread))


def _root(square: Fraction) -> Fraction:
    million = 10**6
    return Fraction(math.isqrt(math.floor(square * million**2)), million)
