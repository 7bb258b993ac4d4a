"""One team in one month: its children, its full-time equivalent (FTE) and its average caseload.

What is not known stays ``None``: a blank is never 0 and FTE is never inferred.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction

from model.kinds import FIELDWORK, recognised


class Demand(StrEnum):
    """Which children are counted: those with a named worker, or those who wait as well."""

    ALLOCATED = "allocated"
    ALL = "all"

    @property
    def label(self) -> str:
        """The demand in words: "allocated children"."""
        return "allocated children" if self is Demand.ALLOCATED else "allocated and unallocated children"


@dataclass(frozen=True)
class TeamMonth:
    """One team in one month. FTE in full-time equivalents, children and headcount in whole numbers.

    ``counted`` is whether it is in the sums; where it is not, ``lacks_optimum`` is whether that is because the
    question is about the optimum and it has none, though the settings count it.
    """

    team: str
    area: str | None = None
    kind: str | None = None
    fte: Fraction | None = None
    fte_basis: str | None = None
    established: Fraction | None = None
    in_post: Fraction | None = None
    case_holding: Fraction | None = None
    headcount: int | None = None
    allocated: int | None = None
    unallocated: int | None = None
    average_printed: Fraction | None = None
    optimum: Fraction | None = None
    counted: bool = True
    lacks_optimum: bool = False

    @property
    def is_fieldwork(self) -> bool:
        """Whether it is a fieldwork team: by its kind, or because nothing says that it is of another."""
        return self.kind is None or recognised(self.kind) == FIELDWORK

    @property
    def is_measured(self) -> bool:
        """Whether FTE and allocated children are both known."""
        return self.fte is not None and self.allocated is not None

    @property
    def average_is_printed(self) -> bool:
        """Whether the average is the one the file prints, FTE or children being unknown."""
        return not self.is_measured and self.average_printed is not None

    @property
    def no_worker(self) -> bool:
        """Whether the team has children, allocated or waiting, and exactly no FTE."""
        return self.fte == 0 and (self.allocated or 0) + (self.unallocated or 0) > 0

    def children(self, demand: Demand = Demand.ALLOCATED) -> int | None:
        """Allocated children; for ``ALL`` with the team's own unallocated, where known."""
        if self.allocated is None or demand == Demand.ALLOCATED:
            return self.allocated
        return self.allocated + (self.unallocated or 0)

    def average(self, demand: Demand = Demand.ALLOCATED) -> Fraction | None:
        """Children per FTE, exactly; ``None`` where it is unknown or there is no FTE to divide by.

        For allocated children the file's printed average stands in where FTE or children are missing.
        """
        children = self.children(demand)
        if self.fte is not None and children is not None:
            return Fraction(children) / self.fte if self.fte else None
        return self.average_printed if demand == Demand.ALLOCATED else None

    def excess(self, demand: Demand = Demand.ALLOCATED) -> Fraction | None:
        """Children above the optimum: max(0, children − optimum × FTE)."""
        return _above_zero(self._children_over(demand))

    def headroom(self, demand: Demand = Demand.ALLOCATED) -> Fraction | None:
        """Places below the optimum: max(0, optimum × FTE − children)."""
        over = self._children_over(demand)
        return None if over is None else _above_zero(-over)

    def is_over(self, demand: Demand = Demand.ALLOCATED) -> bool | None:
        """Whether the team is above its optimum; ``None`` if unknown or without one. No worker in post is above."""
        if self.optimum is None:
            return None
        over = self._children_over(demand)
        if self.no_worker or over is not None:
            return self.no_worker or (over is not None and over > 0)
        average = self.average(demand)
        return None if average is None else average > self.optimum

    def with_staff(self, people: int, size: Fraction) -> TeamMonth:
        """The same team with so many people more, of ``size`` FTE each, in every figure that is known; below 0, fewer.

        Children are as before.
        """
        if not people:
            return self
        more = people * size
        return replace(
            self,
            fte=_plus(self.fte, more),
            established=_plus(self.established, more),
            in_post=_plus(self.in_post, more),
            case_holding=_plus(self.case_holding, more),
            headcount=None if self.headcount is None else self.headcount + people,
        )

    def _children_over(self, demand: Demand) -> Fraction | None:
        children = self.children(demand)
        if children is None or self.fte is None or self.optimum is None:
            return None
        return children - self.optimum * self.fte


def _above_zero(value: Fraction | None) -> Fraction | None:
    return None if value is None else max(Fraction(0), value)


def _plus(value: Fraction | None, more: Fraction) -> Fraction | None:
    return None if value is None else value + more
