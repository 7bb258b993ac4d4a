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

_ADDED = "Established posts are those in post and those that the list of workers names as vacant."

AWAY = {"away_sickness": "away sick", "away_maternity": "on maternity or other leave"}


@dataclass(frozen=True)
class AtWork:
    """The established posts of a team, or of several, and what becomes of them; FTE, ``None`` where not known.

    ``carrying`` is the FTE that the average is taken over, but for established posts, which carry nobody. ``listed`` is
    that of the posts that a list of workers names as vacant, ``hidden`` of those away for a reason that is not kept.
    """

    team: str
    established: Fraction | None
    in_post: Fraction | None
    case_holding: Fraction | None
    sick: Fraction | None
    leave: Fraction | None
    carrying: Fraction | None = None
    listed: Fraction | None = None
    hidden: Fraction | None = Fraction(0)

    def effective(self, absence: Fraction) -> Fraction | None:
        """What is left of those who carry children after such a share of time away, as the Outlook starts.

        Whoever is in post at the start is taken to carry a full caseload.
        """
        return None if self.carrying is None else self.carrying * (1 - absence)

    @property
    def vacant(self) -> Fraction | None:
        """Established posts that nobody is in, never below 0; where that is not known, those listed as vacant."""
        if self.established is None or self.in_post is None:
            return self.listed
        return max(self.established - self.in_post, Fraction(0))

    @property
    def away(self) -> Fraction | None:
        """Those in post who are sick, on leave, or away for a reason that is not kept."""
        if self.sick is None or self.leave is None or self.hidden is None:
            return None
        return self.sick + self.leave + self.hidden

    @property
    def present(self) -> Fraction | None:
        """Those in post who are neither sick nor on leave, never below 0."""
        return None if self.in_post is None or self.away is None else max(self.in_post - self.away, Fraction(0))


def at_work(tables: Tables, service: ServiceMonth) -> list[AtWork]:
    """Each counted team of the month, in the order of the file.

    None where no team says who is away, and none what is established and in post.
    """
    here = _of_month(tables["team_caseload"], service).set_index("team")
    vacant = _listed_vacant(_of_month(tables["vacant_post"], service), service)
    found = [_of(team, here.loc[team.team], vacant.get(team.team)) for team in service.counted]
    says_who_is_away = not here[list(AWAY)].isna().all(axis=None)
    return found if says_who_is_away or any(team.vacant is not None for team in found) else []


def _of_month(frame: pd.DataFrame, service: ServiceMonth) -> pd.DataFrame:
    return frame[frame["month"] == pd.Timestamp(service.month)]


def _listed_vacant(posts: pd.DataFrame, service: ServiceMonth) -> dict[str, Fraction]:
    """The FTE that lists of workers name as vacant, of each team of which it is known; none where they name none."""
    if posts.empty:
        return {}
    unknown = {*posts.loc[posts["fte"].isna(), "team"]}
    found = {team.team: Fraction(0) for team in service.counted if team.team not in unknown}
    for team, fte in zip(posts["team"], posts["fte"], strict=True):
        if team in found:
            found[team] += exact(float(fte))
    return found


def _of(team: TeamMonth, row: Any, vacant: Fraction | None) -> AtWork:
    """One team; where its established posts are not given, they are those in post and those listed as vacant."""
    sick, leave = (None if pd.isna(row[name]) else exact(float(row[name])) for name in AWAY)
    carrying = None if team.fte_basis == "established" else team.fte
    if team.established is not None or vacant is None or team.in_post is None:
        return AtWork(team.team, team.established, team.in_post, team.case_holding, sick, leave, carrying)
    established = team.in_post + vacant
    return AtWork(team.team, established, team.in_post, team.case_holding, sick, leave, carrying, vacant)


def together(teams: Sequence[AtWork], name: str) -> AtWork:
    """All of them as one under that name; a figure that one of them lacks is not known."""
    sums = []
    for field in ("established", "in_post", "case_holding", "sick", "leave", "carrying", "listed", "hidden"):
        values = [getattr(team, field) for team in teams]
        sums.append(None if None in values else sum(values, Fraction(0)))
    return AtWork(name, *sums)


def title(whole: AtWork) -> str:
    """The finding, in at most fifteen words."""
    if whole.established is None and whole.in_post is not None and whole.present is not None:
        away = whole.in_post - whole.present
        return f"Of {shown(whole.in_post)} FTE in post {shown(whole.present)} are at work; {shown(away)} away"
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
    """What the figures do not say, of which teams, and what was added up, as sentences; "" where they say all."""
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
    unsaid = f"The figures do not say {listed(found)}." if found else ""
    added = any(team.listed is not None for team in teams)
    return " ".join(filter(None, (_ADDED if added else "", unsaid)))
