"""How many posts are needed: three different questions, with three different answers.

Each takes the counted teams that have an optimum and whose FTE and allocated
children are known; the others are no part of the answer, and whoever shows it
says so. Posts are whole and each is ``post_fte`` FTE.
"""

from __future__ import annotations

import math
from fractions import Fraction

from model.exact import Number, ceil_exact, exact, known
from model.service import ServiceMonth
from model.team import Demand, TeamMonth
from model.waiting import Room, fewest_posts


def size_of_post(post_fte: Number) -> Fraction:
    """The FTE of one post, exactly; raises :class:`ValueError` unless it is more than 0 and at most 1."""
    size = exact(post_fte)
    if not 0 < size <= 1:
        raise ValueError("A post is more than 0 and at most 1 full-time equivalent")
    return size


def teams_in_question(service: ServiceMonth) -> tuple[TeamMonth, ...]:
    """The counted teams with an optimum whose FTE and allocated children are known."""
    return tuple(team for team in service.measured if team.optimum is not None)


def fte_short(service: ServiceMonth, demand: Demand = Demand.ALLOCATED) -> Fraction | None:
    """FTE that the service lacks for its average to be at the optimum; below 0 where it has more than that.

    Σ children ÷ optimum − Σ FTE. Children known to wait for the service only are
    taken at the optimum the teams share, or else at the council's. ``None`` if no team can be asked about, or for
    all children if nothing is known of those who wait.
    """
    teams = teams_in_question(service)
    if not teams or (demand == Demand.ALL and service.unallocated_of_measured is None):
        return None
    short = sum((known(team.allocated) / known(team.optimum) - known(team.fte) for team in teams), Fraction(0))
    if demand == Demand.ALL:
        short += sum(((team.unallocated or 0) / known(team.optimum) for team in teams), Fraction(0))
        short += (service.unallocated_service_only or 0) / (service.shared_optimum or service.optimum)
    return short


def needed_for_service_average(
    service: ServiceMonth, demand: Demand = Demand.ALLOCATED, post_fte: Number = 1
) -> int | None:
    """Posts for the service average to be at or below the optimum: max(0, ⌈(D/o − F)/s⌉), exactly."""
    size, short = size_of_post(post_fte), fte_short(service, demand)
    return None if short is None else max(0, ceil_exact(short / size))


def needed_for_every_team(
    service: ServiceMonth, demand: Demand = Demand.ALLOCATED, post_fte: Number = 1
) -> dict[str, int] | None:
    """Posts by team for each to be at or below its optimum: max(0, ⌈(c/o − f)/s⌉), exactly.

    For all children each team's own unallocated count; those known for the
    service only belong to no team: see :func:`needed_for_every_team_and_waiting`.
    """
    size, teams = size_of_post(post_fte), teams_in_question(service)
    if not teams or (demand == Demand.ALL and service.unallocated_of_measured is None):
        return None
    return {team.team: _needed(team, demand, size) for team in teams}


def needed_for_every_team_and_waiting(service: ServiceMonth, post_fte: Number = 1) -> tuple[dict[str, int], int] | None:
    """The least posts for every team to be at its optimum and to have room for those who wait; and the places.

    Each team's own unallocated count as its children. On top of that the whole
    spare places of all teams together must hold the children who are known to wait
    for the service only; where that takes more posts, they go where they give most
    places. The second value is those whole spare places.
    """
    added = needed_for_every_team(service, Demand.ALL, post_fte)
    if added is None:
        return None
    size, waiting = size_of_post(post_fte), service.unallocated_service_only or 0
    rooms = [Room.of(team, added[team.team], size) for team in teams_in_question(service)]
    extra = fewest_posts(rooms, waiting)
    total = {room.team: added[room.team] + more for room, more in zip(rooms, extra, strict=True)}
    return total, sum(room.places(more) for room, more in zip(rooms, extra, strict=True))


def waiting_held(service: ServiceMonth) -> tuple[int, int]:
    """How many children who wait fit in whole spare places under the optimum, and how many such places there are.

    A team's own unallocated have the first claim on its places; what is left is for
    the children who are known to wait for the service only.
    """
    held = left = 0
    for team in teams_in_question(service):
        spare: Fraction = known(team.optimum) * known(team.fte) - known(team.allocated)
        places = max(0, math.floor(spare))
        own = min(team.unallocated or 0, places)
        held, left = held + own, left + places - own
    return held + min(left, service.unallocated_service_only or 0), held + left


def _needed(team: TeamMonth, demand: Demand, size: Fraction) -> int:
    short = known(team.children(demand)) / known(team.optimum) - known(team.fte)
    return max(0, ceil_exact(short / size))
