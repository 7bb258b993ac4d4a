"""Who carries what: workers, under a code, against the optimum.

A team's mean hides the worker; here each stands alone.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import pandas as pd

from model.caseload import ServiceMonth, TeamMonth
from model.exact import exact
from model.frames import rounded

WORKER_FRAME = ("team", "worker", "role", "fte", "asye", "allocated", "children_per_fte", "optimum", "is_over")


def worker_frame(workers: pd.DataFrame, month: date, service: ServiceMonth) -> pd.DataFrame:
    """A row a worker of the month's teams with children per full-time equivalent, highest first in each team.

    ``workers`` is a ``worker_caseload`` table. ``is_over`` compares with the
    team's ``optimum`` (missing where it has none), which is for an experienced worker: newly qualified workers
    are marked (``asye``), not judged by another figure. Workers without FTE or
    children are left out.
    """
    teams = {team.team: team for team in service.teams}
    here = workers[(workers["month"] == pd.Timestamp(month)) & workers["team"].isin(list(teams))]
    known = here[here["fte"].notna() & here["allocated"].notna() & (here["fte"] > 0)]
    rows = [_row(record, teams[record["team"]]) for record in known.to_dict("records")]
    place = {team: index for index, team in enumerate(teams)}
    rows.sort(key=lambda row: (place[row["team"]], -row["children_per_fte"]))
    return pd.DataFrame(rows, columns=[*WORKER_FRAME]).astype({"optimum": "float64"})


def _row(record: dict[Any, Any], team: TeamMonth) -> dict[str, Any]:
    each = Fraction(int(record["allocated"])) / exact(float(record["fte"]))
    return {
        "team": team.team,
        "worker": record["worker"],
        "role": None if pd.isna(record["role"]) else record["role"],
        "fte": float(record["fte"]),
        "asye": not pd.isna(record["asye"]) and bool(record["asye"]),
        "allocated": int(record["allocated"]),
        "children_per_fte": rounded(each),
        "optimum": rounded(team.optimum, 2),
        "is_over": team.optimum is not None and each > team.optimum,
    }


def spread(frame: pd.DataFrame) -> pd.DataFrame:
    """The worker frame with an ``offset`` (−0.28 to 0.28) that keeps the dots of a team apart."""
    place = frame.groupby("team").cumcount()
    return frame.assign(offset=((place % 5) - 2) * 0.14)
