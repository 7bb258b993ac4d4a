"""Added posts: how many are needed, where they do most, and what caseloads are with them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction

from model.exact import Number, exact
from model.needed import (
    fte_short,
    needed_for_every_team,
    needed_for_every_team_and_waiting,
    needed_for_service_average,
    size_of_post,
    teams_in_question,
)
from model.objective import Objective
from model.placement import Placement, place
from model.service import ServiceMonth
from model.team import Demand, TeamMonth

__all__ = [
    "Objective",
    "Placement",
    "PostsError",
    "average_curve",
    "fte_short",
    "months_until_filled",
    "needed_for_every_team",
    "needed_for_every_team_and_waiting",
    "needed_for_service_average",
    "of_teams_with_optimum",
    "place",
    "teams_in_question",
    "with_posts",
]


class PostsError(ValueError):
    """Posts that cannot be added as asked: the message says which and why."""


def with_posts(service: ServiceMonth, added: Mapping[str, int], post_fte: Number = 1) -> ServiceMonth:
    """The same service with posts added by team, each filled by one full case-holder; children are as before.

    Raises :class:`PostsError` for a team that is not there, a number below 0, or a
    team whose FTE is not known.
    """
    size = size_of_post(post_fte)
    for name, posts in added.items():
        _check(service.team(name), name, posts)
    teams = tuple(team.with_staff(added.get(team.team, 0), size) for team in service.teams)
    return replace(service, teams=teams)


def of_teams_with_optimum(service: ServiceMonth) -> ServiceMonth:
    """The same service with the teams that have no optimum left out: no post can be asked for them."""
    if all(team.optimum is not None for team in service.counted):
        return service
    teams = (
        replace(team, counted=False, lacks_optimum=True) if team.counted and team.optimum is None else team
        for team in service.teams
    )
    return replace(service, teams=tuple(teams))


def average_curve(
    service: ServiceMonth, most: int, demand: Demand = Demand.ALLOCATED, post_fte: Number = 1
) -> list[tuple[int, Fraction]]:
    """The service average with 0 to ``most`` posts, wherever they go; empty where it is unknown."""
    size, children, fte = size_of_post(post_fte), service.children(demand), service.fte
    if children is None or fte is None:
        return []
    totals = ((posts, fte + posts * size) for posts in range(most + 1))
    return [(posts, children / total) for posts, total in totals if total]


def months_until_filled(places: Number, children_per_month: Number) -> Fraction | None:
    """Months of net growth that so many places absorb; ``None`` if the number of children does not grow."""
    growth = exact(children_per_month)
    return exact(places) / growth if growth > 0 else None


def _check(team: TeamMonth | None, name: str, posts: int) -> None:
    if team is None:
        raise PostsError(f"There is no team called {name} in this month")
    if posts < 0:
        raise PostsError(f"The number of posts added to {name} cannot be below 0")
    if posts and team.fte is None:
        raise PostsError(f"The full-time equivalent of {name} is not known, so no post can be added to it")
