"""Where to put posts: the best placement under a named objective.

One post at a time, to the team that ranks first (:mod:`model.objective`), is exact
under all three objectives, with limits on what a team can hold or without.
"""

from __future__ import annotations

import heapq
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from model.exact import Number, exact
from model.needed import size_of_post, teams_in_question
from model.objective import Candidate, Objective, rank
from model.placement_limits import room_left, why_left
from model.service import ServiceMonth
from model.team import Demand
from model.words import count_words, named, sentence


@dataclass(frozen=True)
class Placement:
    """Posts by counted team, those that could not be placed, and why in a sentence ("" if all are placed).

    ``notes`` are sentences about who could not be considered, and on what figures.
    """

    added: dict[str, int]
    unplaced: int
    reason: str
    notes: tuple[str, ...] = ()


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
    asked = teams_in_question(service)
    rooms = [room_left(team, size, limit, max_people_per_team) for team in asked]
    teams = [Candidate.of(i, team, demand, room) for i, (team, room) in enumerate(zip(asked, rooms, strict=True))]
    left = _place_each(teams, posts, size, Objective(objective), added)
    return Placement(added, left, why_left(left, limit, max_people_per_team), notes)


def _place_each(
    teams: Sequence[Candidate],
    posts: int,
    size: Fraction,
    objective: Objective,
    added: dict[str, int],
) -> int:
    """Place the posts one at a time, counting them up in ``added``; what is left over."""
    queue = [(rank(objective, team, 0, size), team.index) for team in teams if team.room != 0]
    heapq.heapify(queue)
    while posts and queue:
        team = teams[heapq.heappop(queue)[1]]
        added[team.name] += 1
        posts -= 1
        if team.room is None or added[team.name] < team.room:
            heapq.heappush(queue, (rank(objective, team, added[team.name], size), team.index))
    return posts


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
