"""Room for children who wait: the fewest posts whose whole spare places hold them."""

from __future__ import annotations

import heapq
import math
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from model.exact import known
from model.team import Demand, TeamMonth


@dataclass(frozen=True)
class Room:
    """A team's spare places under its optimum, and what one more post adds to them."""

    team: str
    spare: Fraction
    gain: Fraction
    optimum_places: Fraction

    @classmethod
    def of(cls, team: TeamMonth, added: int, size: Fraction) -> Room:
        """The room of a team once ``added`` posts of ``size`` FTE are in it, its own unallocated taken in."""
        optimum, fte = known(team.optimum), known(team.fte) + added * size
        places = optimum * fte
        return cls(team.team, places - known(team.children(Demand.ALL)), optimum * size, places)

    def places(self, posts: int) -> int:
        """Whole spare places with so many more posts."""
        return math.floor(self.spare + posts * self.gain)

    def load(self, posts: int) -> Fraction:
        """Children as a share of the places at the optimum: 1 is at the optimum."""
        places = self.optimum_places + posts * self.gain
        return 1 - (self.spare + posts * self.gain) / places if places else Fraction(0)


def fewest_posts(rooms: Sequence[Room], waiting: int) -> list[int]:
    """Posts by room, in their order: as few as hold ``waiting`` children in whole spare places.

    They go one at a time where they give most places, then where caseloads are
    highest. Whole places rise unevenly where a post gives a fraction of a place, so
    that this can take a post too many: then the exact answer is found instead.
    """
    spread = _one_at_a_time(rooms, waiting)
    most = max(room.gain for room in rooms)
    least = max(0, math.ceil((waiting - sum(room.spare for room in rooms)) / most))
    return spread if sum(spread) == least else _exactly(rooms, waiting, range(least, sum(spread))) or spread


def _one_at_a_time(rooms: Sequence[Room], waiting: int) -> list[int]:
    added = [0] * len(rooms)
    places = sum(room.places(0) for room in rooms)
    queue = [_rank(room, 0, index) for index, room in enumerate(rooms)]
    heapq.heapify(queue)
    while places < waiting:
        less, _, chosen = queue[0]
        added[chosen] += 1
        places -= less
        heapq.heapreplace(queue, _rank(rooms[chosen], added[chosen], chosen))
    return added


def _rank(room: Room, posts: int, index: int) -> tuple[int, Fraction, int]:
    """Least first: most places from one more post, then the highest caseload, then the earlier team."""
    return (room.places(posts) - room.places(posts + 1), -room.load(posts), index)


def _exactly(rooms: Sequence[Room], waiting: int, numbers: Sequence[int]) -> list[int] | None:
    """A placement of the first of these numbers of posts that is enough, or ``None`` if none of them is.

    Where a post gives p/q places, q posts give a whole number, and they give at
    least as many in the room where a post gives most. So every other room needs
    fewer than q, and the rest go to that one.
    """
    steady = max(range(len(rooms)), key=lambda index: (rooms[index].gain, -index))
    others = _best_of_others(rooms, steady, max(numbers, default=0))
    for posts in numbers:
        for used, (places, added) in others.items():
            if used <= posts and places + rooms[steady].places(posts - used) >= waiting:
                return [*added[:steady], posts - used, *added[steady:]]
    return None


def _best_of_others(rooms: Sequence[Room], steady: int, most: int) -> dict[int, tuple[int, list[int]]]:
    """For each number of posts the most whole places that the other rooms give, and how."""
    best: dict[int, tuple[int, list[int]]] = {0: (0, [])}
    for index, room in enumerate(rooms):
        if index != steady:
            best = _with_room(best, room, most)
    return best


def _with_room(best: dict[int, tuple[int, list[int]]], room: Room, most: int) -> dict[int, tuple[int, list[int]]]:
    better: dict[int, tuple[int, list[int]]] = {}
    for used, (places, added) in best.items():
        for posts in range(min(room.gain.denominator, most - used + 1)):
            total = places + room.places(posts)
            if used + posts not in better or total > better[used + posts][0]:
                better[used + posts] = (total, [*added, posts])
    return better
