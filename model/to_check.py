"""What a check of the figures finds: something to look at, with the figures that gave rise to it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple


class Kind(StrEnum):
    """What was noticed."""

    SAME_TEAMS = "two teams with the same figures"
    JUMP = "a figure that jumps"
    TENFOLD = "a figure ten times off"
    FTE_GONE = "the FTE of a whole team gone"
    TEAM_GONE = "a team gone"
    COPIED = "a month like the one before"
    MONTH_MISSING = "a month missing between two"
    AVERAGE = "a printed average that does not fit"
    FTE_KIND = "FTE of another kind than before"
    FLOWS = "starts and closures that do not make up the change"


class Point(NamedTuple):
    """The figures of a team, or of all teams together, in one month; ``None`` is not known."""

    month: date
    fte: float | None = None
    children: float | None = None
    basis: str | None = None
    printed: float | None = None
    starts: float | None = None
    closures: float | None = None


@dataclass(frozen=True)
class Finding:
    """Something to check, in the month ``at``.

    ``teams`` is empty where it is about all teams together. ``figure`` is "fte" or
    "children" where it is about one of them. ``points`` are the figures compared,
    months ascending: the month before, the month itself and, where that clears the
    matter up, the month after; for two teams alike, every month in which they are.
    """

    kind: Kind
    at: date
    points: tuple[Point, ...]
    teams: tuple[str, ...] = ()
    figure: str = ""

    @property
    def months(self) -> tuple[date, ...]:
        """The months it is about, ascending."""
        return tuple(point.month for point in self.points)


def in_month(findings: Iterable[Finding], month: date, teams: Collection[str] | None = None) -> list[Finding]:
    """Those about the month, and about one of the teams if any are named."""
    return [
        finding
        for finding in findings
        if month in finding.months and (teams is None or not finding.teams or set(finding.teams) & set(teams))
    ]
