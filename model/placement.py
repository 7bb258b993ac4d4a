"""Where to put posts: the best placement under a named objective.

The objectives disagree, so the one used is always named. All three are exact
with one post at a time: a team's average falls with every post and by less each
time (the two sums are convex), so that the best next post is part of the best
placement. Averages are taken relative to the team's own optimum.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import TypeAlias

from model.exact import Number, exact, known
from model.needed import size_of_post, teams_in_question
from model.placement_limits import room_left, why_left
from model.service import ServiceMonth
from model.team import Demand, TeamMonth
from model.words import count_words, named, sentence


class Objective(StrEnum):
    """What the best placement is best at."""

    LOWEST_HIGHEST = "lowest-highest"
    FEWEST_OVER = "fewest-over"
    MOST_EVEN = "most-even"

    @property
    def label(self) -> str:
        """The objective in words, for a choice."""
        return _WORDS[self][0]

    @property
    def explanation(self) -> str:
        """What the objective does, in a sentence."""
        return _WORDS[self][1]


_WORDS = {
    Objective.LOWEST_HIGHEST: (
        "Highest caseload first",
        "Each post goes to the team with the highest average caseload at that point, so that the highest comes down.",
    ),
    Objective.FEWEST_OVER: (
        "Fewest children over the optimum",
        "Each post goes where it takes most children from above the optimum, then to the highest average.",
    ),
    Objective.MOST_EVEN: (
        "Most even caseloads",
        "The posts make caseloads as even as they can be across all social workers.",
    ),
}


@dataclass(frozen=True)
class Placement:
    """Posts by counted team, those that could not be placed, and why in a sentence ("" if all are placed).

    ``notes`` are sentences about who could not be considered, and on what figures.
    """

    added: dict[str, int]
    unplaced: int
    reason: str
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Team:
    """A team that may receive posts: ``need`` is its children in FTE at the optimum, ``room`` the posts it may get."""

    index: int
    name: str
    children: Fraction
    fte: Fraction
    optimum: Fraction
    need: Fraction
    room: int | None


Rank: TypeAlias = tuple[Fraction | int, ...]


def place(
    service: ServiceMonth,
    posts: int,
    objective: Objective = Objective.LOWEST_HIGHEST,
    demand: Demand = Demand.ALLOCATED,
    post_fte: Number = 1,
    max_fte_per_team: Number | None = None,
    max_people_per_team: int | None = None,
) -> Placement:
    """The best placement of so many posts among the counted teams that have an optimum.

    A team with children and no FTE is served first under every objective, the one
    with most children before the others. Ties go to the earlier team. A limit
    (FTE or people of a team, the added posts included) can leave posts unplaced.

    Raises :class:`ValueError` for a negative number of posts or a post that is not
    above 0 and at most 1 FTE.
    """
    if posts < 0:
        raise ValueError("The number of posts cannot be below 0")
    size = size_of_post(post_fte)
    added = {team.team: 0 for team in service.counted}
    notes = _notes(service, demand)
    refusal = _refusal(service, max_people_per_team)
    if refusal:
        return Placement(added, posts, refusal if posts else "", notes)
    limit = None if max_fte_per_team is None else exact(max_fte_per_team)
    rooms = [room_left(team, size, limit, max_people_per_team) for team in teams_in_question(service)]
    teams = [_team(i, t, demand, r) for i, (t, r) in enumerate(zip(teams_in_question(service), rooms, strict=True))]
    left = _place_each(teams, posts, size, _RANKS[Objective(objective)], added)
    return Placement(added, left, why_left(left, limit, max_people_per_team), notes)


def _place_each(
    teams: Sequence[_Team],
    posts: int,
    size: Fraction,
    rank: Callable[[_Team, int, Fraction], Rank],
    added: dict[str, int],
) -> int:
    """Place the posts one at a time, counting them up in ``added``; what is left over."""
    queue = [(rank(team, 0, size), team.index) for team in teams if team.room != 0]
    heapq.heapify(queue)
    while posts and queue:
        team = teams[heapq.heappop(queue)[1]]
        added[team.name] += 1
        posts -= 1
        if team.room is None or added[team.name] < team.room:
            heapq.heappush(queue, (rank(team, added[team.name], size), team.index))
    return posts


def _highest_average(team: _Team, posts: int, size: Fraction) -> Rank:
    """Highest average first; of equal ones the one that the post brings lowest, which leaves the lower list."""
    fte = team.fte + posts * size
    if not fte:
        return _no_fte(team)
    return (1, -team.need / fte, team.need / (fte + size))


def _most_taken_from_over(team: _Team, posts: int, size: Fraction) -> Rank:
    """Most children from above the optimum first; of equal ones the highest average."""
    fte = team.fte + posts * size
    if not fte:
        return _no_fte(team)
    over = max(Fraction(0), team.children - team.optimum * fte)
    return (1, -min(over, team.optimum * size), -team.need / fte)


def _most_evening(team: _Team, posts: int, size: Fraction) -> Rank:
    """Largest fall of Σ need² ÷ FTE first: FTE-weighted squares of the averages relative to the optimum."""
    fte = team.fte + posts * size
    if not fte:
        return _no_fte(team)
    return (1, -(team.need**2) * size / (fte * (fte + size)))


def _no_fte(team: _Team) -> Rank:
    # Nobody to divide by: before every other team if there are children, after them if there are none.
    return (0, -team.need, -team.children) if team.need else (2, 0)


_RANKS: dict[Objective, Callable[[_Team, int, Fraction], Rank]] = {
    Objective.LOWEST_HIGHEST: _highest_average,
    Objective.FEWEST_OVER: _most_taken_from_over,
    Objective.MOST_EVEN: _most_evening,
}


def _team(index: int, team: TeamMonth, demand: Demand, room: int | None) -> _Team:
    children, optimum = known(team.children(demand)), known(team.optimum)
    return _Team(index, team.team, children, known(team.fte), optimum, children / optimum, room)


def _refusal(service: ServiceMonth, people_limit: int | None) -> str:
    """Why nothing can be placed at all, or ""."""
    teams = teams_in_question(service)
    if not service.counted:
        return "No team is counted, so no post can be placed."
    if not teams:
        return "No team has an optimum, a full-time equivalent and a number of children, so no post can be placed."
    unknown = [team.team for team in teams if team.headcount is None]
    if people_limit is not None and unknown:
        return (
            f"The number of social workers, as people, is not known for {named(unknown)}, "
            "so the limit on people in a team cannot be kept and no post is placed."
        )
    return ""


def _notes(service: ServiceMonth, demand: Demand) -> tuple[str, ...]:
    """Sentences on who could not be considered, and on children whose team is not known."""
    if not teams_in_question(service):
        return ()
    notes = []
    no_optimum = [team.team for team in service.measured if team.optimum is None]
    missing = [team.team for team in service.unmeasured]
    if no_optimum:
        notes.append(f"No post goes to {named(no_optimum)}: no optimum is set.")
    if missing:
        whose = "its" if len(missing) == 1 else "their"
        notes.append(f"No post goes to {named(missing)}: {whose} figures are not known.")
    if demand == Demand.ALL and service.unallocated is None:
        notes.append("The number of children who wait is not known, so the posts follow the allocated children.")
    elif demand == Demand.ALL and service.unallocated_service_only:
        waiting = count_words(service.unallocated_service_only, "waiting child has", "waiting children have")
        notes.append(sentence(f"{waiting} no team yet, so where the posts go does not depend on them"))
    if not any(team.children(demand) for team in teams_in_question(service)):
        notes.append("No team has children, so the posts change no average.")
    return tuple(notes)
