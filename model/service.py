"""The service in one month: its teams, summed.

A service average is the sum of children divided by the sum of FTE, never the
mean of the team averages.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cached_property

from model.decisions import TeamChange
from model.team import Demand, TeamMonth


@dataclass(frozen=True)
class ServiceMonth:
    """The teams of one month, and what is known of the service as a whole.

    ``optimum`` is the council's setting, in children per FTE, from which teams may differ: an answer names
    :attr:`shared_optimum`. ``unallocated_service`` is
    the figure for the whole service where the file gives one, children counted
    by team included; once teams were filtered out ``whole_service`` is ``False``, and that
    figure, being about more than these teams, is ``unallocated_elsewhere_too`` instead.
    ``absent`` are the chosen teams that have no figures in this month. ``changes`` are all splits and mergers that
    somebody told of, whatever their month, the earliest first.
    """

    month: date
    as_at: date | None
    teams: tuple[TeamMonth, ...]
    optimum: Fraction
    unallocated_service: int | None = None
    whole_service: bool = True
    absent: tuple[str, ...] = ()
    changes: tuple[TeamChange, ...] = ()
    unallocated_elsewhere_too: int | None = None

    @cached_property
    def counted(self) -> tuple[TeamMonth, ...]:
        """Teams that count in the service average and in posts needed."""
        return tuple(team for team in self.teams if team.counted)

    @cached_property
    def left_out(self) -> tuple[TeamMonth, ...]:
        """Teams that are shown but do not count."""
        return tuple(team for team in self.teams if not team.counted)

    @cached_property
    def measured(self) -> tuple[TeamMonth, ...]:
        """Counted teams whose FTE and allocated children are both known."""
        return tuple(team for team in self.counted if team.is_measured)

    @cached_property
    def unmeasured(self) -> tuple[TeamMonth, ...]:
        """Counted teams that lack FTE or allocated children."""
        return tuple(team for team in self.counted if not team.is_measured)

    @cached_property
    def shared_optimum(self) -> Fraction | None:
        """The optimum that the counted teams which have one share; ``None`` if they differ or none has one.

        An answer about the service names this one and no other.
        """
        optima = {team.optimum for team in self.counted if team.optimum is not None}
        return optima.pop() if len(optima) == 1 else None

    @cached_property
    def fte(self) -> Fraction | None:
        """FTE of the measured teams; ``None`` if none is measured."""
        return _total(team.fte for team in self.measured)

    @cached_property
    def allocated(self) -> int | None:
        """Allocated children of the measured teams; ``None`` if none is measured."""
        return _count(team.allocated for team in self.measured)

    @cached_property
    def unallocated_by_team(self) -> int | None:
        """Waiting children that counted teams know of; ``None`` if no team gives a figure."""
        return _count(team.unallocated for team in self.counted)

    @cached_property
    def unallocated_service_only(self) -> int | None:
        """Waiting children known for the service but for no team, never below 0; ``None`` without a service figure."""
        if self.unallocated_service is None:
            return None
        known = _count(team.unallocated for team in self.teams) or 0
        return max(0, self.unallocated_service - known)

    @cached_property
    def unallocated(self) -> int | None:
        """Waiting children of the counted teams and of the service; ``None`` if nothing is known.

        This is the service's figure where there is one, less the children that left-out teams count as theirs.
        """
        return _count((self.unallocated_by_team, self.unallocated_service_only))

    @cached_property
    def unallocated_is_partial(self) -> bool:
        """Whether some counted teams give a figure, others do not, and there is none for the service."""
        known = [team.unallocated is not None for team in self.counted]
        return self.unallocated_service is None and any(known) and not all(known)

    @cached_property
    def unallocated_of_measured(self) -> int | None:
        """Waiting children that go with the measured teams' averages; ``None`` if nothing is known of them.

        Those of the measured teams and those known for the service only, who have no team
        yet. What an unmeasured team counts as its own stays out, as its children and FTE do.
        """
        return _count((_count(team.unallocated for team in self.measured), self.unallocated_service_only))

    @cached_property
    def active(self) -> int | None:
        """Allocated and unallocated children of all counted teams; ``None`` if a team's allocated are unknown."""
        allocated = [team.allocated for team in self.counted]
        if not allocated or None in allocated or self.unallocated is None:
            return None
        return (_count(allocated) or 0) + self.unallocated

    @cached_property
    def unallocated_share(self) -> Fraction | None:
        """Unallocated children as a share (0–1) of the active ones."""
        if self.unallocated is None or not self.active:
            return None
        return Fraction(self.unallocated, self.active)

    def children(self, demand: Demand = Demand.ALLOCATED) -> int | None:
        """Children of the measured teams; for ``ALL`` with :attr:`unallocated_of_measured`, ``None`` if unknown."""
        if self.allocated is None or demand == Demand.ALLOCATED:
            return self.allocated
        waiting = self.unallocated_of_measured
        return None if waiting is None else self.allocated + waiting

    def average(self, demand: Demand = Demand.ALLOCATED) -> Fraction | None:
        """Sum of children ÷ sum of FTE over the measured teams, exactly."""
        children = self.children(demand)
        return Fraction(children) / self.fte if children is not None and self.fte else None

    @cached_property
    def unweighted_average(self) -> Fraction | None:
        """Mean of the counted teams' averages: for files without FTE, and always to be labelled unweighted."""
        averages = [average for team in self.counted if (average := team.average()) is not None]
        return sum(averages, Fraction(0)) / len(averages) if averages else None

    def excess(self, demand: Demand = Demand.ALLOCATED) -> Fraction | None:
        """Children above the optimum, summed over the counted teams for which it is known."""
        return _total(team.excess(demand) for team in self.counted)

    def headroom(self, demand: Demand = Demand.ALLOCATED) -> Fraction | None:
        """Places below the optimum, summed over the counted teams for which it is known."""
        return _total(team.headroom(demand) for team in self.counted)

    def over(self, demand: Demand = Demand.ALLOCATED) -> tuple[TeamMonth, ...]:
        """Counted teams above their optimum, those with no worker in post included."""
        return tuple(team for team in self.counted if team.is_over(demand))

    @cached_property
    def fte_bases(self) -> tuple[str, ...]:
        """The distinct bases of the counted teams' FTE, in the order of the file."""
        return tuple(dict.fromkeys(t.fte_basis for t in self.counted if t.fte is not None and t.fte_basis))

    @cached_property
    def established(self) -> Fraction | None:
        """Established FTE of the counted teams; ``None`` if any of them lacks it."""
        return self._of_all(lambda team: team.established)

    @cached_property
    def in_post(self) -> Fraction | None:
        """FTE in post of the counted teams; ``None`` if any of them lacks it."""
        return self._of_all(lambda team: team.in_post)

    def team(self, name: str) -> TeamMonth | None:
        """The team of that name, or ``None``."""
        return next((team for team in self.teams if team.team == name), None)

    def _of_all(self, take: Callable[[TeamMonth], Fraction | None]) -> Fraction | None:
        values = [take(team) for team in self.counted]
        return None if None in values else _total(values)


def _total(values: Iterable[Fraction | None]) -> Fraction | None:
    known = [value for value in values if value is not None]
    return sum(known, Fraction(0)) if known else None


def _count(values: Iterable[int | None]) -> int | None:
    known = [value for value in values if value is not None]
    return sum(known) if known else None
