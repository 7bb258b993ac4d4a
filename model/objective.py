"""What the best places for posts are best at, and what one more post is worth to a team under it.

The objectives disagree, so the one used is always named. Under each a team's
next post is worth less than the one before it (a team's average falls with
every post and by less each time; the two sums are convex), so that the best
next post is part of the best placement, and the post that is worth least
where it is, part of the best that moving can do. Averages are taken relative to the team's own optimum.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import TypeAlias

from model.exact import known
from model.team import Demand, TeamMonth


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
class Candidate:
    """A team that may receive posts: ``need`` is its children in FTE at the optimum, ``room`` the posts it may get."""

    index: int
    name: str
    children: Fraction
    fte: Fraction
    optimum: Fraction
    need: Fraction
    room: int | None

    @classmethod
    def of(cls, index: int, team: TeamMonth, demand: Demand, room: int | None) -> Candidate:
        """The team, whose figures and optimum are known."""
        children, optimum = known(team.children(demand)), known(team.optimum)
        return cls(index, team.team, children, known(team.fte), optimum, children / optimum, room)


Rank: TypeAlias = tuple[Fraction | int, ...]


def rank(objective: Objective, team: Candidate, posts: int, size: Fraction) -> Rank:
    """The rank of one more post of ``size`` FTE for a team that has ``posts`` more than it had: the least is best.

    Below 0 they are posts it has fewer.
    """
    fte = team.fte + posts * size
    return _RANKS[objective](team, fte, size) if fte else _no_fte(team)


def betters(objective: Objective, given: Rank, taken: Rank) -> bool:
    """Whether a post of rank ``taken`` does more, by the objective itself, where its rank is ``given``."""
    # The last post of a team without children is worth nothing, wherever it stands in the queue for more.
    taken = (1, 0, 0) if taken[0] == _IDLE else taken
    decides = 3 if objective is Objective.LOWEST_HIGHEST else 2
    return given[:decides] < taken[:decides]


def _highest_average(team: Candidate, fte: Fraction, size: Fraction) -> Rank:
    """Highest average first; of equal ones the one that the post brings lowest, which leaves the lower list."""
    return (1, -team.need / fte, team.need / (fte + size))


def _most_taken_from_over(team: Candidate, fte: Fraction, size: Fraction) -> Rank:
    """Most children from above the optimum first; of equal ones the highest average."""
    over = max(Fraction(0), team.children - team.optimum * fte)
    return (1, -min(over, team.optimum * size), -team.need / fte)


def _most_evening(team: Candidate, fte: Fraction, size: Fraction) -> Rank:
    """Largest fall of Σ need² ÷ FTE first: FTE-weighted squares of the averages relative to the optimum."""
    return (1, -(team.need**2) * size / (fte * (fte + size)))


_IDLE = 2


def _no_fte(team: Candidate) -> Rank:
    # Nobody to divide by: before every other team if there are children, after them if there are none.
    return (0, -team.need, -team.children) if team.need else (_IDLE, 0)


_RANKS: dict[Objective, Callable[[Candidate, Fraction, Fraction], Rank]] = {
    Objective.LOWEST_HIGHEST: _highest_average,
    Objective.FEWEST_OVER: _most_taken_from_over,
    Objective.MOST_EVEN: _most_evening,
}
