"""One team in one month, as read, with the cell that each figure came from."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

# In the order in which a full-time equivalent is taken when a file gives several.
BASES = (("fte_case_holding", "case-holding"), ("fte_in_post", "in post"), ("fte_established", "established"))


def fte_words(basis: str) -> str:
    """A basis in words: "case-holding FTE", "FTE in post"."""
    return "FTE in post" if basis == "in post" else f"{basis} FTE"


def listed(figures: NDArray[np.float64]) -> list[float | None]:
    """The figures of a column one by one, ``None`` where there is none."""
    values: list[float | None] = figures.tolist()
    if not np.isnan(figures).any():
        return values
    return [None if value != value else value for value in values]


def by_month(teams: Iterable[TeamRow]) -> dict[dt.date, list[TeamRow]]:
    """The teams of each month, in the order in which they stand."""
    months: dict[dt.date, list[TeamRow]] = {}
    for team in teams:
        months.setdefault(team.month, []).append(team)
    return months


@dataclass(slots=True)
class TeamRow:
    """A team's row, counted from 0 in its sheet.

    ``figures`` has the file's own figures by name; ``fte`` and ``fte_basis`` are
    chosen from them once all teams of the month are known.
    """

    sheet: str
    row: int
    month: dt.date
    as_at: dt.date | None
    team: str
    area: str | None
    kind: str | None
    figures: dict[str, float | None] = field(default_factory=dict)
    fte: float | None = None
    fte_basis: str | None = None
