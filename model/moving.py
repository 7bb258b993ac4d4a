"""Moving before asking: the best that existing posts or children do in other teams.

Posts and children are moved one at a time, from where they are worth least to
where they are worth most, as long as that betters the objective. This is exact:
what a team gains by each further one falls and what it loses rises, so that the
best few moves are the first of the best many, and no team both gives and takes.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from model.exact import Number, exact, known
from model.needed import size_of_post, teams_in_question
from model.objective import Candidate, Objective, Rank, betters, rank
from model.placement_limits import room_left
from model.service import ServiceMonth
from model.team import Demand, TeamMonth


@dataclass(frozen=True)
class Move:
    """So many posts or children from one team to another."""

    giver: str
    taker: str
    number: int


@dataclass(frozen=True)
class Moved:
    """The service after the moves, and the moves, fewest pairs of teams first to last."""

    service: ServiceMonth
    moves: tuple[Move, ...]

    @property
    def number(self) -> int:
        """How many were moved."""
        return sum(move.number for move in self.moves)


def move_posts(
    service: ServiceMonth,
    most: int,
    objective: Objective = Objective.LOWEST_HIGHEST,
    demand: Demand = Demand.ALLOCATED,
    post_fte: Number = 1,
    max_fte_per_team: Number | None = None,
    max_people_per_team: int | None = None,
) -> Moved:
    """The best that moving at most so many existing posts can do, and the fewest moves that do it.

    A team gives no more than it has by any figure of its staff, and none that leaves its children without anybody.
    Limits on a team hold for those who take: where they are on people and those are not known, nothing is moved.
    """
    size, asked = size_of_post(post_fte), teams_in_question(service)
    if max_people_per_team is not None and any(team.headcount is None for team in asked):
        return Moved(service, ())
    limit = None if max_fte_per_team is None else exact(max_fte_per_team)
    teams = [
        Candidate.of(index, team, demand, room_left(team, size, limit, max_people_per_team))
        for index, team in enumerate(asked)
    ]
    gives = [posts_to_spare(team, size, demand) for team in asked]

    def worth(index: int, posts: int) -> Rank:
        return rank(objective, teams[index], posts, size)

    def last(index: int, net: int) -> Rank | None:
        return worth(index, net - 1) if -net < gives[index] else None

    def further(index: int, net: int) -> Rank | None:
        room = teams[index].room
        return worth(index, net) if room is None or net < room else None

    net = _exchanged(len(teams), most, last, further, lambda given, taken: betters(objective, given, taken))
    return with_posts_moved(service, pairs(asked, net), size)


def move_children(service: ServiceMonth, most: int, demand: Demand = Demand.ALLOCATED) -> Moved:
    """The best that moving at most so many allocated children can do for the highest averages, and the fewest moves.

    Each goes from the team with the highest average, beside its optimum, to that where it is least. A team without
    any FTE gives first and takes none.
    """
    asked = teams_in_question(service)
    loads = [(known(team.children(demand)), known(team.optimum) * known(team.fte)) for team in asked]

    def burden(index: int, more: int) -> Rank:
        """Of the child that makes it ``more`` than now: how heavy the team is with it, then without it."""
        children, places = loads[index]
        return (*_load(children + more, places), *_below(_load(children + more - 1, places)))

    def last(index: int, net: int) -> Rank | None:
        return burden(index, net) if known(asked[index].allocated) + net > 0 else None

    def further(index: int, net: int) -> Rank | None:
        return burden(index, net + 1) if loads[index][1] else None

    net = _exchanged(len(asked), most, last, further, lambda given, taken: given < taken)
    return with_children_moved(service, pairs(asked, net))


def posts_to_spare(team: TeamMonth, size: Fraction, demand: Demand = Demand.ALLOCATED) -> int:
    """How many posts the team has to give: by every figure of its staff, and somebody stays where there are children.

    FTE and people are each as known; what is not known sets no bound.
    """
    bases = (team.fte, team.established, team.in_post, team.case_holding)
    most = min(math.floor(each / size) for each in bases if each is not None)
    if team.children(demand) and most * size == team.fte:
        most -= 1
    return max(0, most if team.headcount is None else min(most, team.headcount))


def with_posts_moved(service: ServiceMonth, moves: Sequence[Move], size: Fraction) -> Moved:
    """The service with these posts moved, each with one person of ``size`` FTE."""
    net = _net(moves)
    teams = tuple(team.with_staff(net.get(team.team, 0), size) for team in service.teams)
    return Moved(replace(service, teams=teams), tuple(moves))


def with_children_moved(service: ServiceMonth, moves: Sequence[Move]) -> Moved:
    """The service with these allocated children moved."""
    net = _net(moves)
    teams = tuple(
        replace(team, allocated=int(known(team.allocated)) + net[team.team]) if net.get(team.team) else team
        for team in service.teams
    )
    return Moved(replace(service, teams=teams), tuple(moves))


def pairs(teams: Sequence[TeamMonth], net: Sequence[int]) -> tuple[Move, ...]:
    """Moves between pairs of teams that come to these net numbers by team, above 0 for what a team takes."""
    givers = [(team.team, -each) for team, each in zip(teams, net, strict=True) if each < 0]
    moves = []
    for team, wanted in zip(teams, net, strict=True):
        while wanted > 0:
            name, left = givers.pop(0)
            number = min(left, wanted)
            moves.append(Move(name, team.team, number))
            wanted -= number
            if left > number:
                givers.insert(0, (name, left - number))
    return tuple(moves)


def _net(moves: Sequence[Move]) -> Mapping[str, int]:
    net: dict[str, int] = {}
    for move in moves:
        net[move.giver] = net.get(move.giver, 0) - move.number
        net[move.taker] = net.get(move.taker, 0) + move.number
    return net


def _exchanged(
    teams: int,
    most: int,
    last: Callable[[int, int], Rank | None],
    further: Callable[[int, int], Rank | None],
    betters: Callable[[Rank, Rank], bool],
) -> list[int]:
    """What each team has more after at most so many moves, from the greatest ``last`` to the least ``further``.

    Both are the rank of a team's last, or of one further, post or child, with so many more than it had; ``None`` where
    it can give, or take, none. Moves end where the next betters nothing. Of equal ranks the earlier team takes and the
    later one gives.
    """
    net = [0] * teams
    givers, takers = ({i: key for i in range(teams) if (key := of(i, 0)) is not None} for of in (last, further))
    for _ in range(most):
        giver = max(givers, key=lambda i: (givers[i], i), default=None)
        taker = min(takers, key=lambda i: (takers[i], i), default=None)
        if giver is None or taker is None or not betters(takers[taker], givers[giver]):
            break
        net[giver], net[taker] = net[giver] - 1, net[taker] + 1
        for index in (giver, taker):
            for ranks, of in ((givers, last), (takers, further)):
                key = of(index, net[index])
                if key is None:
                    ranks.pop(index, None)
                else:
                    ranks[index] = key
    return net


def _load(children: Fraction, places: Fraction) -> tuple[int, Fraction]:
    """How heavy so many children are beside the places: nobody for them is heavier than any average."""
    return (0, children / places) if places else (int(children > 0), children)


def _below(load: tuple[int, Fraction]) -> tuple[int, Fraction]:
    return (-load[0], -load[1])
