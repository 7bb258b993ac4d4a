"""A team of which a list names the workers, added up."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field

from loaders.staff.workerrows import WorkerRow

TOLERANCE = 0.051


@dataclass
class AddedTeam:
    """The rows of one team in one month, in a list of workers."""

    month: dt.date
    name: str
    row: int
    workers: list[WorkerRow] = field(default_factory=list)
    waiting: list[float | None] = field(default_factory=list)
    vacant_fte: float = 0.0
    agrees_without_waiting: bool = False
    lists_waiting: bool = False

    def added(self, name: str) -> float | None:
        """The workers' figures of one name added up, or ``None`` where one is missing."""
        values = [getattr(worker, name) for worker in self.workers]
        return round(sum(values), 6) if values and None not in values else None

    @property
    def unallocated(self) -> float | None:
        """The children who stand under no worker; ``None`` where none are listed."""
        known = [value for value in self.waiting if value is not None]
        return sum(known) if self.waiting and len(known) == len(self.waiting) else None

    def is_summed_by(self, fte: float | None, children: float | None) -> int:
        """Of how many workers figures are the sum, the waiting and the vacant posts counted or not; 0 if of none."""
        told = [(fte, self.added("fte"), self.vacant_fte), (children, self.added("allocated"), self.unallocated or 0)]
        known = [(printed, added, more) for printed, added, more in told if printed is not None]
        agree = all(
            added is not None and min(abs(printed - added), abs(printed - added - more)) <= TOLERANCE
            for printed, added, more in known
        )
        return len(self.workers) if known and agree else 0


def added_up(teams: Sequence[AddedTeam], name: str) -> float | None:
    """The figures of some teams added up, or ``None`` where one is missing."""
    values = [team.added(name) for team in teams]
    known = [value for value in values if value is not None]
    return round(sum(known), 6) if known and len(known) == len(values) else None
