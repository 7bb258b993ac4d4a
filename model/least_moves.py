"""The least to move, of posts or of children, for every team to be at a line, or why moving alone cannot do it.

Who is above the line must give or take so much, to the whole post and the whole child; the others can do so much for
them: there is nothing to search.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from model.exact import Number, exact, known
from model.moving import Move, pairs, posts_to_spare
from model.needed import size_of_post, teams_in_question
from model.service import ServiceMonth
from model.team import Demand, TeamMonth


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
