"""Moving before asking: what existing posts or children do in other teams, at best and at least.

Posts and children are moved one at a time, from where they are worth least to
where they are worth most, as long as that betters the objective. This is exact:
what a team gains by each further one falls and what it loses rises, so that the
best few moves are the first of the best many, and no team both gives and takes.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from model.exact import Number, exact, known
from model.needed import size_of_post, teams_in_question
from model.objective import Candidate, Objective, betters, rank
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


@dataclass(frozen=True)
class Least:
    """The least number to move for every team to be at or below the line, in posts or in children.

    ``takes`` is how many children must leave the teams above it, or posts reach them; ``spare`` how many the others
    have room for, or can give. ``total_short`` is the FTE that the teams lack for the line together: above 0, no
    moving can do it. ``moves`` are empty where it cannot be done.
    """

    takes: int
    spare: int
    total_short: Fraction
    moves: tuple[Move, ...]

    @property
    def can_be(self) -> bool:
        """Whether moving alone brings every team to the line."""
        return self.takes <= self.spare


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
    net = [0] * len(teams)
    for _ in range(most):
        takers = [each for each in teams if each.room is None or net[each.index] < each.room]
        givers = [each for each in teams if -net[each.index] < gives[each.index]]
        if not takers or not givers:
            break
        given, taker = min((rank(objective, each, net[each.index], size), each.index) for each in takers)
        taken, giver = max((rank(objective, each, net[each.index] - 1, size), each.index) for each in givers)
        if not betters(objective, given, taken):
            break
        net[taker], net[giver] = net[taker] + 1, net[giver] - 1
    return with_posts_moved(service, pairs(asked, net), size)


def move_children(service: ServiceMonth, most: int, demand: Demand = Demand.ALLOCATED) -> Moved:
    """The best that moving at most so many allocated children can do for the highest averages, and the fewest moves.

    Each goes from the team with the highest average, beside its optimum, to that where it is least. A team without
    any FTE gives first and takes none.
    """
    asked = teams_in_question(service)
    loads = [(known(team.children(demand)), known(team.optimum) * known(team.fte)) for team in asked]
    net = [0] * len(asked)

    def load(index: int, more: int) -> tuple[int, Fraction]:
        children, places = loads[index]
        return _load(children + net[index] + more, places)

    for _ in range(most):
        givers = [i for i, team in enumerate(asked) if known(team.allocated) + net[i] > 0]
        takers = [i for i, (_, places) in enumerate(loads) if places]
        if not givers or not takers:
            break
        giver = max(givers, key=lambda i: (load(i, 0), _below(load(i, -1)), -i))
        taker = min(takers, key=lambda i: (load(i, 1), _below(load(i, 0)), i))
        if (load(giver, 0), _below(load(giver, -1))) <= (load(taker, 1), _below(load(taker, 0))):
            break
        net[giver], net[taker] = net[giver] - 1, net[taker] + 1
    return with_children_moved(service, pairs(asked, net))


def least_posts(
    service: ServiceMonth, demand: Demand = Demand.ALLOCATED, post_fte: Number = 1, line: Number | None = None
) -> Least | None:
    """The least existing posts to move for every team to be at or below a line, in children per FTE.

    Without a line each team's own optimum is it. ``None`` where no team can be asked about.
    """
    size, teams = size_of_post(post_fte), teams_in_question(service)
    if not teams:
        return None
    short = [_short(team, demand, line) for team in teams]
    takes = [max(0, math.ceil(each / size)) for each in short]
    gives = [
        min(max(0, math.floor(-each / size)), posts_to_spare(team, size, demand))
        for each, team in zip(short, teams, strict=True)
    ]
    return _least(teams, takes, gives, sum(short, Fraction(0)), sign=1)


def least_children(
    service: ServiceMonth, demand: Demand = Demand.ALLOCATED, line: Number | None = None
) -> Least | None:
    """The least children to move for every team to be at or below a line; as :func:`least_posts`, in whole children.

    Only children with a worker are moved: a team with more who wait than it has places for stays above the line.
    """
    teams = teams_in_question(service)
    if not teams:
        return None
    over = [int(known(team.children(demand))) - math.floor(_line(team, line) * known(team.fte)) for team in teams]
    leave, places = [max(0, each) for each in over], [max(0, -each) for each in over]
    if any(number > known(team.allocated) for number, team in zip(leave, teams, strict=True)):
        places = [0] * len(teams)
    short = sum((_short(team, demand, line) for team in teams), Fraction(0))
    return _least(teams, leave, places, short, sign=-1)


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


def _least(teams: Sequence[TeamMonth], must: Sequence[int], can: Sequence[int], short: Fraction, sign: int) -> Least:
    """The moves for what teams ``must`` take (``sign`` 1) or give (−1), with those that can do most for the others."""
    net, left = [sign * each for each in must], sum(must)
    for index in sorted(range(len(teams)), key=lambda i: (-can[i], i)):
        part = min(can[index], left)
        net[index], left = net[index] - sign * part, left - part
    return Least(sum(must), sum(can), short, () if left else pairs(teams, net))


def _short(team: TeamMonth, demand: Demand, line: Number | None) -> Fraction:
    """FTE that the team lacks for the line; below 0 where it has more."""
    return known(team.children(demand)) / _line(team, line) - known(team.fte)


def _line(team: TeamMonth, line: Number | None) -> Fraction:
    return known(team.optimum) if line is None else exact(line)


def _load(children: Fraction, places: Fraction) -> tuple[int, Fraction]:
    """How heavy so many children are beside the places: nobody for them is heavier than any average."""
    return (0, children / places) if places else (int(children > 0), children)


def _below(load: tuple[int, Fraction]) -> tuple[int, Fraction]:
    return (-load[0], -load[1])
