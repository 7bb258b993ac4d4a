"""Children by type of case in the example: made up, each allocated child in one type, so that they come to all."""

from __future__ import annotations

import random
from collections.abc import Sequence

from data.story import SEED, MonthRow, apportion

# Made up: shares of a team's children, in the order of the sheet's columns, and how far a team is from them.
_SHARES = (0.22, 0.06, 0.21, 0.36, 0.12, 0.03)
_SPREAD = 0.35


def case_types(months: Sequence[MonthRow]) -> list[tuple[tuple[int, ...], ...]]:
    """The allocated children of each team by type, month by month; the same on every run."""
    rng = random.Random(SEED + 2)  # noqa: S311 - made-up numbers, not secrets
    names = dict.fromkeys(team.team for month in months for team in month.teams)
    usual = {name: [share * rng.uniform(1 - _SPREAD, 1 + _SPREAD) for share in _SHARES] for name in names}
    return [tuple(tuple(apportion(team.allocated, usual[team.team])) for team in month.teams) for month in months]
