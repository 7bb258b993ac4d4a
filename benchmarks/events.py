"""The months ahead as an event simulation with simpy, a future at a time: what thousands of futures are held against.

The process is that of :mod:`model.outlook_process`, written down a second time, as events: every child's case and
every post is a process that waits for what happens to it next. Of the model it uses the inputs and their tables, no
arithmetic.

It can be written in two ways. Month by month, as the method is worded, each case and each worker has a chance every
month. Or from event to event: how many months it will take is drawn at once, which gives the same and is quicker.
"""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass, field
from math import floor
from typing import NamedTuple

import numpy as np
import simpy

from model.outlook_assumptions import ASYE_CAPACITY, EXPERIENCED_CAPACITY, HORIZON, Assumptions
from model.outlook_process import Approval, Unit

Events = Generator[simpy.Event, None, None]
_HAIR = 1e-9


class MonthEnd(NamedTuple):
    """A team at the end of a month: children, FTE in post, effective FTE, children who wait."""

    children: int
    in_post: float
    effective: float
    unallocated: int


class Worker(NamedTuple):
    """Somebody in a post: its FTE, the month of joining (``None``: there at month 0), newly qualified or not."""

    fte: float
    joined: int | None
    asye: bool

    def carries(self, month: int, ramp_up: float) -> float:
        """The FTE that counts in a month: a starter carries less at first, by such a share of what the tables lack."""
        table = ASYE_CAPACITY if self.asye else EXPERIENCED_CAPACITY
        tenure = len(table) if self.joined is None else month - self.joined
        return self.fte * (max(1 - (1 - table[tenure]) * ramp_up, 0) if tenure < len(table) else 1.0)


@dataclass
class Team:
    """A team while its months pass: its children, its established FTE, who is in which post."""

    unit: Unit
    assumptions: Assumptions
    env: simpy.Environment
    rng: np.random.Generator
    monthly: bool
    children: int = 0
    established: float = 0.0
    in_post: dict[int, Worker] = field(default_factory=dict)
    posts: int = 0
    ends: list[MonthEnd] = field(default_factory=list)

    def begin(self, starts: float, approvals: Sequence[tuple[int, int]]) -> None:
        """Month 0 as given, with ``starts`` expected in the first month and posts approved in months."""
        for _ in range(self.unit.children):
            self.env.process(self.case())
        self.fill(self.unit.in_post, None, self.assumptions.asye_replacing)
        self.fill(self.unit.vacant, max(self.assumptions.lead, 1), self.assumptions.asye_replacing)
        self.env.process(self.start(starts))
        for month, posts in approvals:
            self.env.process(self.approve(month, posts))
        self.env.process(self.end_months())

    def case(self) -> Events:
        """A child's case: it is open until it closes."""
        self.children += 1
        yield from self.wait(self.assumptions.closing)
        self.children -= 1

    def wait(self, chance: float) -> Events:
        """Wait for what has such a chance a month, from the next month on."""
        if not self.monthly:
            yield self.env.timeout(int(self.rng.geometric(chance)))
            return
        while True:
            yield self.env.timeout(1)
            if self.rng.random() < chance:
                return

    def start(self, first: float) -> Events:
        """New cases: every month so many as a Poisson distribution gives."""
        assumed, month = self.assumptions, 0
        while True:
            left = 1 - assumed.early_help_cut if month >= assumed.early_help_from else 1.0
            left *= 1 - assumed.screening_cut if month >= assumed.screening_from else 1.0
            yield self.env.timeout(1)
            for _ in range(self.rng.poisson(first * (1 + assumed.growth) ** month * left)):
                self.env.process(self.case())
            month += 1

    def approve(self, month: int, posts: int) -> Events:
        """Posts approved at the end of a month; nobody joins before month 1."""
        yield self.env.timeout(month)
        self.fill(float(posts), max(month + self.assumptions.lead, 1) - month, self.assumptions.asye_new)

    def fill(self, fte: float, after: int | None, asye: float) -> None:
        """Posts for so many FTE, the last of them a part of one: filled after so many months, or (``None``) now."""
        self.established += fte
        while fte > _HAIR:
            self.posts += 1
            self.env.process(self.post(self.posts, min(fte, 1.0), after, asye))
            fte -= 1

    def post(self, number: int, fte: float, after: int | None, asye: float) -> Events:
        """One post: filled, left, filled again after the lead, and so on."""
        if after is None:
            self.in_post[number] = Worker(fte, None, False)
        else:
            yield self.env.timeout(after)
            self.in_post[number] = Worker(fte, int(self.env.now), bool(self.rng.random() < asye))
        while self.assumptions.leaving:
            yield from self.wait(self.assumptions.leaving)
            del self.in_post[number]
            yield self.env.timeout(self.assumptions.lead)
            is_asye = bool(self.rng.random() < self.assumptions.asye_replacing)
            self.in_post[number] = Worker(fte, int(self.env.now), is_asye)

    def end_months(self) -> Events:
        """What stands at the end of each month, after all that happens in it."""
        yield self.env.timeout(0.5)
        while True:
            self.ends.append(self.at_end(floor(self.env.now)))
            yield self.env.timeout(1)

    def at_end(self, month: int) -> MonthEnd:
        """Agency for a share of the vacancies, effective FTE, and the children above the ceiling."""
        assumed = self.assumptions
        in_post = sum(worker.fte for worker in self.in_post.values())
        agency = assumed.agency_cover * max(self.established - in_post, 0)
        if not month and self.unit.agency is not None:
            agency = self.unit.agency
        carried = sum(worker.carries(month, assumed.ramp_up) for worker in self.in_post.values())
        effective = (1 - assumed.absence) * (carried + agency)
        ceiling = assumed.ceiling if self.unit.ceiling is None else self.unit.ceiling
        waiting = max(self.children - floor(ceiling * effective + _HAIR), 0)
        if not month and self.unit.waiting is not None:
            waiting = self.unit.waiting
        return MonthEnd(self.children, in_post, effective, waiting)


def future(
    units: Sequence[Unit],
    assumptions: Assumptions,
    approvals: Sequence[Approval] = (),
    *,
    seed: int,
    monthly: bool = False,
    months: int = HORIZON,
) -> list[list[MonthEnd]]:
    """One future: of each unit the end of every month from month 0 on; ``monthly`` or from event to event."""
    env, rng, everybody = simpy.Environment(), np.random.default_rng(seed), sum(unit.children for unit in units)
    teams = [Team(unit, assumptions, env, rng, monthly) for unit in units]
    for place, team in enumerate(teams):
        starts = team.unit.children * assumptions.closing
        if assumptions.starts is not None:
            starts = assumptions.starts * (team.unit.children / everybody if everybody else 1 / len(units))
        team.begin(starts, [(approval.month, approval.posts[place]) for approval in approvals])
    env.run(until=months + 1)
    return [team.ends for team in teams]
