"""A plan of added posts: what was asked for, where the posts go, and everything they do.

One call for whoever shows a plan: a page, a slide, a report.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from model.assumptions import Settings
from model.costs import Bill, bill
from model.placement_limits import beyond
from model.posts import (
    Objective,
    Placement,
    needed_for_every_team,
    needed_for_every_team_and_waiting,
    needed_for_service_average,
    place,
    teams_in_question,
    with_posts,
)
from model.service import ServiceMonth
from model.span import Span, span_of_control, triggered
from model.team import Demand


@dataclass(frozen=True)
class Ask:
    """What is asked for. ``posts`` whole posts of ``post_fte`` FTE each; limits are optional.

    ``by_hand`` is posts by team, placed by a person: then ``posts`` and the limits hold for the best placement only,
    and what they leave without a place, or are exceeded by, is said.
    ``keep_span`` holds teams to the people one manager can supervise. ``months`` of cost in the first year.
    """

    posts: int
    demand: Demand = Demand.ALLOCATED
    objective: Objective = Objective.LOWEST_HIGHEST
    post_fte: Decimal = Decimal(1)
    max_fte_per_team: Decimal | None = None
    keep_span: bool = False
    by_hand: Mapping[str, int] | None = None
    months: int = 12


@dataclass(frozen=True)
class Needed:
    """Posts that are enough, for each of the three questions; ``None`` where it cannot be known."""

    service_average: int | None
    every_team: int | None
    every_team_and_waiting: int | None


@dataclass(frozen=True)
class Plan:
    """The answer: the service before and after, the placement, its cost and its managers.

    ``best`` is the service with the same number of posts placed best, where they were placed by hand.
    ``span`` is that with the posts and ``span_now`` that without, ``None`` where a team's headcount is not known.
    """

    ask: Ask
    before: ServiceMonth
    after: ServiceMonth
    placement: Placement
    best: ServiceMonth | None
    bill: Bill
    span: Span | None
    span_now: Span | None

    @property
    def posts(self) -> int:
        """Posts that were placed."""
        return sum(self.placement.added.values())


def needed(service: ServiceMonth, demand: Demand, post_fte: Decimal = Decimal(1)) -> Needed:
    """The three answers to "how many posts are enough?" on the demand given; the third always counts all."""
    every = needed_for_every_team(service, demand, post_fte)
    waiting = needed_for_every_team_and_waiting(service, post_fte)
    return Needed(
        needed_for_service_average(service, demand, post_fte),
        None if every is None else sum(every.values()),
        None if waiting is None else sum(waiting[0].values()),
    )


def plan(service: ServiceMonth, settings: Settings, ask: Ask) -> Plan:
    """Place the posts asked for and work out what they do.

    Raises :class:`model.posts.PostsError` where posts placed by hand do not fit the teams.
    """
    best = None
    if ask.by_hand is None:
        placement = _best(service, settings, ask, ask.posts)
    else:
        placement = _by_hand(service, settings, ask, ask.by_hand)
    after = with_posts(service, placement.added, ask.post_fte)
    if ask.by_hand is not None:
        best = with_posts(service, _best(service, settings, ask, sum(placement.added.values())).added, ask.post_fte)
    span, span_now = span_of_control(after, settings), span_of_control(service, settings)
    made = _bill(sum(placement.added.values()), settings, ask, triggered(span_now, span))
    return Plan(ask, service, after, placement, best, made, span, span_now)


def _best(service: ServiceMonth, settings: Settings, ask: Ask, posts: int) -> Placement:
    return place(
        service, posts, ask.objective, ask.demand, ask.post_fte, ask.max_fte_per_team, _most_people(settings, ask)
    )


def _most_people(settings: Settings, ask: Ask) -> int | None:
    return settings.social_workers_per_team if ask.keep_span else None


def _by_hand(service: ServiceMonth, settings: Settings, ask: Ask, typed: Mapping[str, int]) -> Placement:
    """The posts typed, with what holds of the best placement of those asked for: what is left over, and who is out."""
    added, asked = {team.team: 0 for team in service.teams} | dict(typed), _best(service, settings, ask, ask.posts)
    above = beyond(service, added, ask.post_fte, ask.max_fte_per_team, _most_people(settings, ask))
    # Who places more than the limits allow has found a place for them.
    left = asked.unplaced if sum(added.values()) <= ask.posts - asked.unplaced else 0
    blind = {team.team for team in service.teams} - {team.team for team in teams_in_question(service)}
    notes = () if any(added[name] for name in blind) else asked.notes
    return Placement(added, left, asked.reason if left else "", (*notes, *filter(None, [above])))


def _bill(placed: int, settings: Settings, ask: Ask, managers: int) -> Bill:
    # The cost set is that of a full-time post: a part-time one costs its share.
    share = settings.with_values(cost_per_post=settings.cost_per_post * ask.post_fte)
    return bill(placed, share, ask.months, managers)


def highest_average(service: ServiceMonth, demand: Demand = Demand.ALLOCATED) -> Fraction | None:
    """The highest team average of the counted teams; ``None`` where none is known."""
    return max((a for team in service.counted if (a := team.average(demand)) is not None), default=None)
