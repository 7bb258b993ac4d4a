"""A plan for the teams: split or merge, then add posts and move others, then move children.

Added posts are placed before others are moved, so that no post leaves a team that another is added to: a post that is
added is a move from a team that has nothing to lose, and together they are the best that so many of both can do.
One call for whoever shows it. Nothing is kept: the months stay as they were counted.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from model.assumptions import Settings
from model.costs import Bill, bill, family_workers_year
from model.least_moves import Least, least_children, least_posts
from model.moving import Moved, move_children, move_posts
from model.objective import Objective
from model.plan import Ask, Plan, plan
from model.restructure import Merge, Split, apportioned, even, regrouped
from model.service import ServiceMonth
from model.span import Span, span_of_control, triggered
from model.team import Demand, TeamMonth

# More moves than any service has posts that could better it.
MANY = 10_000


@dataclass(frozen=True)
class TeamAsk:
    """What is asked for: a change of teams, posts to add as ``posts`` says, and at most so many moves.

    ``other_staff`` are the deputies and family workers of the teams that change, as people, where somebody says so:
    ``None`` for the family workers that each team has by the settings.
    """

    posts: Ask
    change: Split | Merge | None = None
    move_posts: int = 0
    move_children: int = 0
    other_staff: int | None = None


@dataclass(frozen=True)
class Supervision:
    """The staff of the teams that are split or merged, under so many managers before and after: one for each team.

    ``staff`` are social workers and the teams' present family workers, who stay as many; ``staffed`` is what each of
    the new teams has once it has its own family workers. Both are unknown where the number of people is not known.
    ``family_workers`` is how many more that takes; below 0, fewer. ``others`` are deputies and family workers where
    somebody has said how many: then they stand in for those family workers, and ``staffed`` shares them out evenly.
    """

    teams: tuple[str, ...]
    parts: tuple[str, ...]
    staff: int | None
    staffed: tuple[int, ...]
    family_workers: int
    others: int | None = None

    @property
    def each_before(self) -> Fraction | None:
        """Staff to each manager before, on average."""
        return None if self.staff is None else Fraction(self.staff, len(self.teams))

    @property
    def each_after(self) -> Fraction | None:
        """Staff to each manager after, on average, with the same family workers."""
        return None if self.staff is None else Fraction(self.staff, len(self.parts))

    @property
    def is_even(self) -> bool:
        """Whether each of the new teams has as many people."""
        return len(set(self.staffed)) == 1


@dataclass(frozen=True)
class TeamPlan:
    """The answer, step by step: ``regrouped``, then ``plan`` with its posts, then ``posts_moved``, ``children_moved``.

    ``managers`` are Team Managers beyond one for each of today's teams, those that the limit on staff asks for
    included where the number of people is known (``span``); below 0, fewer. ``bill`` has the cost of posts and of
    ``managers`` above 0; ``family_workers`` are those of as many teams more, ``family_year`` their cost in pounds a
    year, ``None`` where they are needed but their cost is not set.
    """

    ask: TeamAsk
    now: ServiceMonth
    regrouped: ServiceMonth
    posts_moved: Moved
    children_moved: Moved
    plan: Plan
    span_now: Span | None
    span: Span | None
    supervision: Supervision | None
    managers: int
    bill: Bill
    family_workers: int
    family_year: Fraction | None

    @property
    def after(self) -> ServiceMonth:
        """The service with everything done."""
        return self.children_moved.service

    @property
    def year(self) -> Fraction:
        """What the plan costs in a full year, in pounds, as far as costs are set."""
        return self.bill.year + (self.family_year or 0)

    @property
    def demand(self) -> Demand:
        """The children in the teams' own averages: those who wait are in them only where the teams know of them."""
        return self.ask.posts.demand if self.now.unallocated_by_team is not None else Demand.ALLOCATED


def team_plan(service: ServiceMonth, settings: Settings, ask: TeamAsk) -> TeamPlan:
    """Do what is asked for, a step after the other; raises :class:`model.restructure.RestructureError` as it does."""
    posts = ask.posts
    there = regrouped(service, ask.change) if ask.change else service
    people = settings.social_workers_per_team if posts.keep_span else None
    found = plan(there, settings, posts)
    first = move_posts(
        found.after, ask.move_posts, posts.objective, posts.demand, posts.post_fte, posts.max_fte_per_team, people
    )
    second = move_children(first.service, ask.move_children, posts.demand)
    span_now = span_of_control(service, settings)
    more = len(there.teams) - len(service.teams) + triggered(span_now, found.span)
    share = settings.with_values(cost_per_post=settings.cost_per_post * posts.post_fte)
    return TeamPlan(
        ask,
        service,
        there,
        first,
        second,
        found,
        span_now,
        span_of_control(second.service, settings),
        _supervision(service, there, settings, ask.other_staff),
        more,
        bill(found.posts, share, posts.months, max(0, more)),
        settings.family_workers_per_team * max(0, more),
        family_workers_year(max(0, more), settings),
    )


@dataclass(frozen=True)
class LeastMoves:
    """The least posts, and the least children, to move for every team to be at the line; ``None``: cannot be asked.

    ``best`` is the lowest that moving posts, however many, can bring the highest averages to.
    """

    posts: Least | None
    children: Least | None
    best: Moved


def least_moves(
    service: ServiceMonth, ask: Ask, line: Fraction | None = None, most_people: int | None = None
) -> LeastMoves:
    """Whether moving alone brings every team to the line (its optimum where none is given), and with how little.

    The limits on a team, of FTE in ``ask`` and ``most_people``, hold for what is ``best`` alone.
    """
    return LeastMoves(
        least_posts(service, ask.demand, ask.post_fte, line),
        least_children(service, ask.demand, line),
        move_posts(
            service, MANY, Objective.LOWEST_HIGHEST, ask.demand, ask.post_fte, ask.max_fte_per_team, most_people
        ),
    )


def _supervision(
    before: ServiceMonth, after: ServiceMonth, settings: Settings, others: int | None
) -> Supervision | None:
    there, here = {team.team for team in after.teams}, {team.team for team in before.teams}
    gone = [team for team in before.teams if team.team not in there]
    made = [team for team in after.teams if team.team not in here]
    if not gone:
        return None
    each = settings.family_workers_per_team
    people, parts = _people(gone), [team.headcount for team in made if team.headcount is not None]
    # The part that has one social worker more, the first, has one of the others fewer.
    beside = (each,) * len(made) if others is None else apportioned(others, even(len(made)))[::-1]
    return Supervision(
        tuple(team.team for team in gone),
        tuple(team.team for team in made),
        None if people is None else people + (each * len(gone) if others is None else others),
        tuple(number + more for number, more in zip(parts, beside, strict=False)),
        each * (len(made) - len(gone)),
        others,
    )


def _people(teams: list[TeamMonth]) -> int | None:
    known = [team.headcount for team in teams if team.headcount is not None]
    return sum(known) if len(known) == len(teams) else None
