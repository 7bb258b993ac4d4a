"""The rows of a list of workers: a worker in a team and month, and what is none."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from loaders.dates.months import When
from loaders.layouts.found import Found
from loaders.staff.workerwords import State

# The kinds of row that are no worker.
WAITING, VACANT, GONE, DOUBTED, TOTAL, NAMELESS = "waiting", "vacant", "gone", "doubted", "total", "nameless"


@dataclass(frozen=True, slots=True)
class WorkerRow:
    """A worker in a team and month. Place as in the sheet, from 0; ``worker`` is a code.

    ``aside`` is why a worker in post may hold no cases: being away, or by a column that says so.
    """

    sheet: str
    row: int
    column: int
    month: dt.date
    team: str
    worker: str
    role: str | None
    fte: float | None
    asye: bool | None
    allocated: float | None
    aside: State | None = None


@dataclass(frozen=True, slots=True)
class OtherRow:
    """A row of a list of workers that is no worker: its kind, month where it has one, and team, "" for none.

    ``label`` is what it is called: "Unallocated", "MASH total"; never a person's name.
    """

    row: int
    kind: str
    when: When | None
    team: str
    label: str


@dataclass
class WorkerList:
    """What one list of workers held. ``days`` has the day counted by month, where one was given."""

    found: Found
    workers: list[WorkerRow] = field(default_factory=list)
    others: list[OtherRow] = field(default_factory=list)
    days: dict[dt.date, dt.date | None] = field(default_factory=dict)
    fte: tuple[str, int] | None = None
    children: int | None = None
