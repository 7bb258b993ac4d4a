"""Who of a team's established posts is at work: vacant posts, and people away sick or on leave, as FTE without names.

What is not known is not taken for 0: a team of which nobody says who is on leave has no "at work" either.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import pandas as pd

from model.caseload import Tables
from model.exact import exact, shown
from model.service import ServiceMonth
from model.team import TeamMonth
from model.words import listed

AWAY = {"away_sickness": "away sick", "away_maternity": "on maternity or parental leave"}


@dataclass(frozen=True)
class AtWork:
    """The established posts of a team, or of several, and what becomes of them; FTE, ``None`` where not known.

    ``carrying`` is the FTE that the average is taken over, but for established posts, which carry nobody.
    """

    team: str
    established: Fraction | None
    in_post: Fraction | None
    case_holding: Fraction | None
    sick: Fraction | None
    leave: Fraction | None
    carrying: Fraction | None = None

    def effective(self, absence: Fraction) -> Fraction | None:
        """What is left of those who carry children after such a share of time away, as the Outlook starts.

        Whoever is in post at the start is taken to carry a full caseload.
        """
        return None if self.carrying is None else self.carrying * (1 - absence)

    @property
    def vacant(self) -> Fraction | None:
        """Established posts that nobody is in, never below 0."""
        if self.established is None or self.in_post is None:
            return None
        return max(self.established - self.in_post, Fraction(0))

    @property
    def present(self) -> Fraction | None:
        """Those in post who are neither sick nor on leave, never below 0."""
        if self.in_post is None or self.sick is None or self.leave is None:
            return None
        return max(self.in_post - self.sick - self.leave, Fraction(0))


def at_work(tables: Tables, service: ServiceMonth) -> list[AtWork]:
    """Each counted team of the month, in the order of the file.

    None where no team says who is away, and none what is established and in post.
    """
    frame = tables["team_caseload"]
    here = frame[frame["month"] == pd.Timestamp(service.month)].set_index("team")
    found = [_of(team, here.loc[team.team]) for team in service.counted]
    says_who_is_away = not here[list(AWAY)].isna().all(axis=None)
    return found if says_who_is_away or any(team.vacant is not None for team in found) else []


def _of(team: TeamMonth, row: Any) -> AtWork:
    sick, leave = (None if pd.isna(row[name]) else exact(float(row[name])) for name in AWAY)
    carrying = None if team.fte_basis == "established" else team.fte
    return AtWork(team.team, team.established, team.in_post, team.case_holding, sick, leave, carrying)


def together(teams: Sequence[AtWork], name: str) -> AtWork:
    """All of them as one under that name; a figure that one of them lacks is not known."""
    sums = []
    for field in ("established", "in_post", "case_holding", "sick", "leave", "carrying"):
        values = [getattr(team, field) for team in teams]
        sums.append(None if None in values else sum(values, Fraction(0)))
    return AtWork(name, *sums)


def title(whole: AtWork) -> str:
    """The finding, in at most fifteen words."""
    if whole.established is None or whole.vacant is None:
        return "Who is at work is not known of every team"
    if whole.present is None:
        return (
            f"Of {shown(whole.established)} established FTE {shown(whole.in_post or 0)} are in post; "
            f"{shown(whole.vacant)} vacant"
        )
    return (
        f"Of {shown(whole.established)} established FTE {shown(whole.present)} are at work; "
        f"{shown(whole.vacant)} vacant, {shown((whole.in_post or 0) - whole.present)} away"
    )


def not_known(teams: Sequence[AtWork]) -> str:
    """What the figures do not say, and of which teams, as sentences; "" where they say all."""
    missing = {
        "established posts": [team.team for team in teams if team.established is None],
        "who is in post": [team.team for team in teams if team.in_post is None],
        f"who is {AWAY['away_sickness']}": [team.team for team in teams if team.sick is None],
        f"who is {AWAY['away_maternity']}": [team.team for team in teams if team.leave is None],
    }
    found = [
        f"{what} ({'any team' if len(whose) == len(teams) else listed(whose)})"
        for what, whose in missing.items()
        if whose
    ]
    return f"The figures do not say {listed(found)}." if found else ""
