"""The example authority's numbers: the report's two dates, and a made-up story before and between them.

Nothing here is a council's own record. The two fixed dates are the
reconstruction of the published averages; all else is made up, with a seed.
"""

from __future__ import annotations

import calendar
import math
import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

SEED = 20130220
TEAMS = ("North 1", "North 2", "North 3", "South 1", "South 2", "South 3")
KIND = "Fieldwork"

RESTRUCTURE = date(2012, 9, 1)
LATEST = date(2013, 2, 1)
MONTHS = tuple(date(2011 + (2 + i) // 12, (2 + i) % 12 + 1, 1) for i in range(24))

# The dates on which the Cabinet report counted; every other month is counted at its end.
COUNTED_ON = {RESTRUCTURE: date(2012, 9, 3), LATEST: date(2013, 2, 20)}

# Children per team that reproduce the averages printed in paragraphs 19 and 21
# (reconstruction B: the averages are of the allocated), and the service's waiting children.
RECONSTRUCTED = {RESTRUCTURE: (149, 233, 233, 197, 220, 162), LATEST: (187, 216, 216, 214, 235, 226)}
WAITING = {RESTRUCTURE: 0, LATEST: 76}

_ESTABLISHED_BEFORE = Decimal("7.0")
_ESTABLISHED = dict(zip(TEAMS, map(Decimal, ("7.5", "7.5", "7.5", "7.5", "7.5", "7.0")), strict=True))

# Made up: the children of March 2011 and August 2012, those then waiting, and each team's share.
_FIRST_ACTIVE, _LAST_ACTIVE, _LAST_WAITING = 1072, 1180, 12
_SHARES_BEFORE = (0.150, 0.180, 0.175, 0.165, 0.170, 0.160)
# Made up: children a newly qualified worker carries for each one of an experienced colleague.
_ASYE_LOAD = 0.7

# Made up: contracted hours of the first workers of each team, as parts of full time.
_FIRST_WORKERS = {
    "N1": "1 1 1 1 1 1 1",
    "N2": "1 1 1 1 1 1 1",
    "N3": "1 1 1 1 1 0.8 0.6 0.6",
    "S1": "1 1 1 1 1 0.8 0.6 0.6",
    "S2": "1 1 1 1 1 1 0.5 0.5",
    "S3": "1 1 1 1 1 0.8 0.6 0.6",
}

# Made up: who came, changed hours or left (0), and whether newly qualified. The FTE of each
# team in September 2012 and February 2013 is the sum of these people's, and is the reconstruction's.
_CHANGES = (
    ("2011-07", "N2-04", "0", False),
    ("2011-10", "N2-08", "1", True),
    ("2011-11", "S1-03", "0", False),
    ("2012-01", "N3-05", "0", False),
    ("2012-02", "S1-09", "1", True),
    ("2012-04", "N3-09", "1", True),
    ("2012-04", "S3-02", "0", False),
    ("2012-07", "S3-09", "1", True),
    ("2012-09", "N1-08", "0.5", False),
    ("2012-09", "N2-09", "0.5", False),
    ("2012-09", "N3-10", "0.5", False),
    ("2012-09", "S1-10", "0.5", False),
    ("2012-09", "S2-07", "1", False),
    ("2012-10", "S1-05", "0.5", False),
    ("2012-10", "N1-02", "0", False),
    ("2012-10", "N1-09", "1", True),
    ("2012-11", "N2-03", "0.5", False),
    ("2012-11", "S2-03", "0.5", False),
    ("2012-12", "N3-02", "0.5", False),
    ("2012-12", "S1-10", "0", False),
    ("2012-12", "S2-05", "0", False),
    ("2012-12", "S2-09", "1", True),
    ("2013-01", "N2-03", "0", False),
    ("2013-01", "S1-05", "0", False),
    ("2013-02", "N3-02", "0", False),
)


@dataclass(frozen=True)
class WorkerRow:
    """One made-up worker in one month: FTE of full time, children by count."""

    code: str
    title: str
    fte: Decimal
    asye: bool
    children: int


@dataclass(frozen=True)
class TeamRow:
    """One team in one month: FTE of social workers, children allocated, and its workers."""

    team: str
    established: Decimal
    fte: Decimal
    allocated: int
    workers: tuple[WorkerRow, ...]

    @property
    def area(self) -> str:
        """North or South."""
        return self.team.split()[0]


@dataclass(frozen=True)
class MonthRow:
    """One month of the service: its teams, and the children waiting for a worker."""

    month: date
    as_at: date
    waiting: int
    teams: tuple[TeamRow, ...]


def counted_on(month: date) -> date:
    """The day the month's figures were counted: the report's own, else the last of the month."""
    last = calendar.monthrange(month.year, month.month)[1]
    return COUNTED_ON.get(month, month.replace(day=last))


def story() -> tuple[MonthRow, ...]:
    """The 24 months, oldest first; the same on every run."""
    rng = random.Random(SEED)  # noqa: S311 - made-up numbers, not secrets
    pace = {code: rng.uniform(0.93, 1.07) for code in _codes()}
    return tuple(_month(month, rng, pace) for month in MONTHS)


def apportion(total: int, weights: Sequence[float]) -> list[int]:
    """Whole numbers in proportion to the weights that sum to the total (largest remainders first)."""
    exact = [total * weight / sum(weights) for weight in weights]
    parts = [math.floor(value) for value in exact]
    by_remainder = sorted(range(len(exact)), key=lambda i: (parts[i] - exact[i], i))
    for i in by_remainder[: total - sum(parts)]:
        parts[i] += 1
    return parts


def _month(month: date, rng: random.Random, pace: dict[str, float]) -> MonthRow:
    waiting = _waiting(month)
    allocated = _allocated(month, _active(month, rng) - waiting, rng)
    teams = tuple(_team(month, team, children, pace) for team, children in zip(TEAMS, allocated, strict=True))
    return MonthRow(month, counted_on(month), waiting, teams)


def _since_restructure(month: date) -> float:
    """How far the month's count lies between the report's two dates: 0 to 1, negative before."""
    start, end = COUNTED_ON[RESTRUCTURE], COUNTED_ON[LATEST]
    return (counted_on(month) - start).days / (end - start).days


def _before(month: date) -> float:
    """How far the month lies between March 2011 and August 2012: 0 to 1."""
    return MONTHS.index(month) / (MONTHS.index(RESTRUCTURE) - 1)


def _active(month: date, rng: random.Random) -> int:
    if month in RECONSTRUCTED:
        return sum(RECONSTRUCTED[month]) + WAITING[month]
    if month < RESTRUCTURE:
        return round(_FIRST_ACTIVE + (_LAST_ACTIVE - _FIRST_ACTIVE) * _before(month) + rng.uniform(-5, 5))
    start, end = (sum(RECONSTRUCTED[m]) + WAITING[m] for m in (RESTRUCTURE, LATEST))
    return round(start + (end - start) * _since_restructure(month) + rng.uniform(-3, 3))


def _waiting(month: date) -> int:
    if month < RESTRUCTURE:
        return round(_LAST_WAITING * _before(month) ** 2)
    return round(WAITING[LATEST] * math.pow(_since_restructure(month), 1.2))


def _allocated(month: date, total: int, rng: random.Random) -> Sequence[int]:
    if month in RECONSTRUCTED:
        return RECONSTRUCTED[month]
    shares: Sequence[float] = _SHARES_BEFORE
    if month > RESTRUCTURE:
        part = _since_restructure(month)
        ends = zip(RECONSTRUCTED[RESTRUCTURE], RECONSTRUCTED[LATEST], strict=True)
        shares = [first + (last - first) * part for first, last in ends]
    return apportion(total, [share * rng.uniform(0.985, 1.015) for share in shares])


def _team(month: date, team: str, children: int, pace: dict[str, float]) -> TeamRow:
    people = _people(month, team)
    loads = [float(fte) * pace[code] * (_ASYE_LOAD if asye else 1) for code, (fte, asye) in people.items()]
    workers = tuple(
        WorkerRow(code, "Senior Practitioner" if code.endswith("-01") else "Social Worker", fte, asye, carried)
        for (code, (fte, asye)), carried in zip(people.items(), apportion(children, loads), strict=True)
    )
    established = _ESTABLISHED[team] if month >= RESTRUCTURE else _ESTABLISHED_BEFORE
    return TeamRow(team, established, sum((w.fte for w in workers), Decimal(0)), children, workers)


def _people(month: date, team: str) -> dict[str, tuple[Decimal, bool]]:
    """Code to (FTE, newly qualified) of everyone in the team that month, in order of code."""
    prefix = _prefix(team)
    people = {code: (fte, False) for code, fte in _first_workers(prefix)}
    for when, code, fte, newly_qualified in _CHANGES:
        changed = date.fromisoformat(f"{when}-01")
        if changed <= month and code.startswith(prefix):
            months = (month.year - changed.year) * 12 + month.month - changed.month
            people[code] = (Decimal(fte), newly_qualified and months < 12)
    return {code: people[code] for code in sorted(people) if people[code][0] > 0}


def _first_workers(prefix: str) -> list[tuple[str, Decimal]]:
    hours = _FIRST_WORKERS[prefix].split()
    return [(f"{prefix}-{number:02d}", Decimal(fte)) for number, fte in enumerate(hours, 1)]


def _codes() -> list[str]:
    first = {code for prefix in _FIRST_WORKERS for code, _ in _first_workers(prefix)}
    return sorted(first | {code for _, code, _, _ in _CHANGES})


def _prefix(team: str) -> str:
    area, number = team.split()
    return area[0] + number
