"""What came and went in the example, month by month: made up so that the numbers counted follow from it exactly.

Children: those counted a month before, less those whose cases closed, plus those whose cases started. Social workers:
who left and who joined is read off the made-up people. Nothing here is a council's own record.
"""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from data.story import SEED, WAITING, MonthRow, TeamRow, apportion

# Made up: months that a case stays open, and by what part the closings of a month differ from that.
_MONTHS_OPEN, _SPREAD = 11.5, 0.07
# Made up: full-time equivalent of a team that is away sick, one of these.
_SICK = ("0", "0", "0.2", "0.4", "0.5")


@dataclass(frozen=True)
class Movement:
    """One team in one month: children by count, FTE of full time; ``None`` in the first month, before which is none."""

    starts: int | None
    closures: int | None
    leavers: Decimal | None
    joiners: Decimal | None
    sick: Decimal
    maternity: Decimal = Decimal(0)


def movements(months: Sequence[MonthRow]) -> list[tuple[Movement, ...]]:
    """What came and went in each month, team by team in the order of the month's teams; the same on every run."""
    rng = random.Random(SEED + 1)  # noqa: S311 - made-up numbers, not secrets
    found = []
    for before, now in zip([None, *months], months, strict=False):
        sick = [Decimal(rng.choice(_SICK)) for _ in now.teams]
        children = _children(before, now, rng) if before else [(None, None)] * len(now.teams)
        moved = [_moved(before, now, place) for place in range(len(now.teams))]
        found.append(
            tuple(Movement(*flow, *staff, away) for flow, staff, away in zip(children, moved, sick, strict=True))
        )
    return found


def _children(before: MonthRow, now: MonthRow, rng: random.Random) -> list[tuple[int, int]]:
    """Children whose cases started and closed in each team; those who wait are with the teams, by their size."""
    changes = [new - old for new, old in zip(_active(now), _active(before), strict=True)]
    weights = [team.allocated for team in before.teams]
    usual = sum(_active(before)) / _MONTHS_OPEN * rng.uniform(1 - _SPREAD, 1 + _SPREAD)
    # What a count a few days early or late moves is shared by those who start and those who close.
    closures = apportion(round(usual - (sum(changes) - _usual_change(now)) / 2), weights)
    closures = [max(closed, -change) for closed, change in zip(closures, changes, strict=True)]
    return [(closed + change, closed) for closed, change in zip(closures, changes, strict=True)]


def _usual_change(now: MonthRow) -> float:
    """Children more in a month, as the story has it: few before September 2012, many after."""
    return 31.5 if now.month > min(WAITING) else 6.4


def _active(month: MonthRow) -> list[int]:
    waiting = apportion(month.waiting, [team.allocated for team in month.teams])
    return [team.allocated + more for team, more in zip(month.teams, waiting, strict=True)]


def _moved(before: MonthRow | None, now: MonthRow, place: int) -> tuple[Decimal | None, Decimal | None]:
    """FTE of the people who left the team and who joined it since the month before."""
    if before is None:
        return None, None
    then, here = _people(before.teams[place]), _people(now.teams[place])
    left = sum((fte for code, fte in then.items() if code not in here), Decimal(0))
    return left, sum((fte for code, fte in here.items() if code not in then), Decimal(0))


def _people(team: TeamRow) -> Mapping[str, Decimal]:
    return {worker.code: worker.fte for worker in team.workers}
