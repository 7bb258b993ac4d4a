"""Answers as tidy frames: what a chart draws, a table shows and a download holds.

Averages are rounded half up to one place here, once, so that a chart, its table
and its file say the same number.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Any

import pandas as pd

from model.caseload import Demand, ServiceMonth, TeamMonth
from model.exact import Number, exact, half_up

# How a column is headed on the screen and in a file.
LABELS: Mapping[str, str] = {
    "month": "Month",
    "as_at": "As at",
    "team": "Team",
    "area": "Area",
    "kind": "Kind of team",
    "allocated": "Allocated children",
    "unallocated": "Children waiting",
    "fte": "Social workers (FTE)",
    "fte_basis": "Which FTE",
    "average": "Average caseload",
    "before": "Average before",
    "change": "Change",
    "optimum": "Optimum",
    "excess": "Children over the optimum",
    "headroom": "Places below the optimum",
    "counted": "Counted",
    "added": "Added posts",
    "worker": "Worker",
    "role": "Post title",
    "asye": "Newly qualified",
    "posts": "Added posts",
    "part": "Part",
    "children_per_fte": "Children per FTE",
}


def rounded(value: Number | None, places: int = 1) -> float | None:
    """The value half up to ``places``, as a float for a chart; missing stays missing."""
    return None if value is None else float(half_up(value, places))


def tidy(lines: Sequence[Mapping[str, object]], columns: Sequence[str], whole: Sequence[str]) -> pd.DataFrame:
    """The lines as a frame; columns in ``whole`` hold whole numbers that may be missing: 187 beside a blank stays 187.

    Built column by column, which takes pandas a third of the time.
    """
    values: dict[str, Any] = {name: [line[name] for line in lines] for name in columns}
    return pd.DataFrame(values | {name: pd.array(values[name], dtype="Int64") for name in whole})


def rows(frame: pd.DataFrame, *columns: str) -> Iterator[tuple[Any, ...]]:
    """The values of the named columns, a tuple a row: what a figure or a sentence is made of."""
    return zip(*(frame[name].tolist() for name in columns), strict=True)


def waiting_text(team: TeamMonth, service: ServiceMonth) -> str:
    """The team's waiting children in words for a chart: a number, or that only the service knows."""
    if team.unallocated is not None:
        return f"{team.unallocated:,}"
    return "not by team" if service.unallocated_service is not None else "not known"


def left_out(team: TeamMonth, service: ServiceMonth) -> str:
    """Why a team is not measured as the others are, in a word or two; "" where it is.

    "not counted" by the settings, or "no optimum" where others have one, whether or not it is in the average.
    """
    if team.counted:
        others = any(other.optimum is not None for other in service.counted)
        return "no optimum" if others and team.optimum is None else ""
    return "no optimum" if team.lacks_optimum else "not counted"


def state(team: TeamMonth, demand: Demand = Demand.ALLOCATED) -> str:
    """Why a team has no average, in words; "" where it has one."""
    if team.average(demand) is not None:
        return ""
    if team.no_worker:
        waiting = f", {team.unallocated:,} waiting" if team.unallocated else ""
        return f"no worker in post, {team.allocated or 0:,} {'child' if team.allocated == 1 else 'children'}{waiting}"
    missing = [name for name, value in (("FTE", team.fte), ("children", team.allocated)) if value is None]
    return f"{' and '.join(missing)} not known" if missing else "no children, no worker"


def team_frame(
    now: ServiceMonth,
    before: ServiceMonth | None,
    demand: Demand = Demand.ALLOCATED,
    *,
    ordered_by: ServiceMonth | None = None,
) -> pd.DataFrame:
    """A row a team, highest average first; teams without a worker on top, unknown ones last.

    ``ordered_by`` keeps the order of another state of the same teams. Children and
    places in whole or half numbers, averages in children per FTE.
    """
    ranks = {team.team: _rank(team, demand) for team in (ordered_by or now).teams}
    teams = sorted(now.teams, key=lambda team: ranks[team.team])
    found = [_team_row(team, now, before.team(team.team) if before else None, demand) for team in teams]
    return tidy(found, TEAM_FRAME, ("allocated", "unallocated"))


TEAM_FRAME = (
    "team", "area", "kind", "allocated", "unallocated", "fte", "fte_basis", "average", "before", "change",
    "optimum", "excess", "headroom", "counted", "left_out", "is_over", "state", "waiting_text",
)  # fmt: skip


def _team_row(team: TeamMonth, service: ServiceMonth, before: TeamMonth | None, demand: Demand) -> dict[str, object]:
    average, earlier = team.average(demand), before.average(demand) if before else None
    # The difference of what is shown, so that the three figures of a row agree.
    alike = before is not None and (before.fte_basis == team.fte_basis or None in (before.fte, team.fte))
    moved = half_up(average) - half_up(earlier) if alike and average is not None and earlier is not None else None
    return {
        "team": team.team,
        "area": team.area,
        "kind": team.kind,
        "allocated": team.allocated,
        "unallocated": team.unallocated,
        "fte": rounded(team.fte, 2),
        "fte_basis": team.fte_basis,
        "average": rounded(average),
        "before": rounded(earlier),
        "change": rounded(moved),
        "optimum": rounded(team.optimum, 2),
        "excess": rounded(team.excess(demand)),
        "headroom": rounded(team.headroom(demand)),
        "counted": team.counted,
        "left_out": left_out(team, service),
        "is_over": bool(team.is_over(demand)),
        "state": state(team, demand),
        "waiting_text": waiting_text(team, service),
    }


def _rank(team: TeamMonth, demand: Demand) -> tuple[int, Fraction]:
    average = team.average(demand)
    if average is None:
        return (0 if team.no_worker else 2, Fraction(0))
    return (1, -average)


def placement_frame(frame: pd.DataFrame, added: Mapping[str, int]) -> pd.DataFrame:
    """A :func:`team_frame` of the teams after posts, with the posts each received (``added``, ``added_text``)."""
    posts = [added.get(team, 0) for team in frame["team"]]
    return frame.assign(added=posts, added_text=[f"+{number}" if number else "" for number in posts])


def history_frame(history: Iterable[ServiceMonth]) -> pd.DataFrame:
    """A row a month: the service's average, children, FTE and those waiting."""
    lines = [
        {
            "month": service.month.isoformat(),
            "average": rounded(service.average()),
            "allocated": service.allocated,
            "unallocated": service.unallocated,
            "fte": rounded(service.fte, 2),
            "excess": rounded(service.excess()),
        }
        for service in history
    ]
    return tidy(lines, ("month", "average", "allocated", "unallocated", "fte", "excess"), ("allocated", "unallocated"))


def team_history_frame(history: Sequence[ServiceMonth], teams: Sequence[str]) -> pd.DataFrame:
    """A row a team and month, in the order of ``teams``; a month without the team is missing."""
    found = {(team.team, service.month): team for service in history for team in service.teams}
    lines = []
    for name in teams:
        for service in history:
            team = found.get((name, service.month))
            lines.append(
                {
                    "month": service.month.isoformat(),
                    "team": name,
                    "average": rounded(team.average()) if team else None,
                    "allocated": team.allocated if team else None,
                    "unallocated": team.unallocated if team else None,
                    "fte": rounded(team.fte, 2) if team else None,
                    "optimum": rounded(team.optimum, 2) if team else None,
                }
            )
    columns = ["month", "team", "average", "allocated", "unallocated", "fte", "optimum"]
    return tidy(lines, columns, ("allocated", "unallocated"))


def axis_top(values: Iterable[Number | None], *more: Number | None) -> float:
    """The end of an axis that holds all the values, rounded up to the next 5, with a little room."""
    known = [exact(v) for v in (*values, *more) if v is not None]
    highest = max(known, default=Fraction(0))
    return float((highest * Fraction(108, 100) // 5 + 1) * 5)
