"""One team in one month, as read, with the cell that each figure came from."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from loaders.header import Found


@dataclass(slots=True)
class TeamRow:
    """A team's row. ``figures`` has the file's own figures by name; ``fte`` and ``fte_basis`` are chosen from them later."""

    found: Found
    row: int
    month: dt.date
    as_at: dt.date | None
    team: str
    area: str | None
    kind: str | None
    figures: dict[str, float | None] = field(default_factory=dict)
    fte: float | None = None
    fte_basis: str | None = None
