"""Span of control: how many people one Team Manager supervises, and how many managers that takes.

People, not FTE: two half-time social workers are two people to supervise. The
limit of ten is eight social workers, a senior family worker and a family worker
(Cabinet report of 13 June 2013, paragraph 26).
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from model.assumptions import Settings
from model.exact import Number, ceil_exact, exact
from model.service import ServiceMonth


@dataclass(frozen=True)
class Span:
    """What a number of posts means for managers. People throughout, ``staff_per_manager`` exact.

    ``teams_above`` are the teams with more social workers than one manager can
    supervise beside the family workers.
    """

    social_workers: int
    teams: int
    staff_per_manager: Fraction
    within: bool
    managers_needed: int
    further_managers: int
    teams_above: tuple[str, ...]


def staff_per_manager(social_workers: int, teams: int, family_workers_per_team: int = 2) -> Fraction:
    """Staff that each manager supervises with one manager a team: (social workers + family workers) ÷ teams.

    Raises :class:`ValueError` if there are no teams.
    """
    if teams < 1:
        raise ValueError("Staff per manager needs at least one team")
    return Fraction(social_workers + family_workers_per_team * teams, teams)


def reports_per_team_manager(
    social_workers: int, deputies: int, family_workers: int, team_managers: int = 1
) -> Fraction:
    """People who report to each Team Manager, deputy managers included.

    Raises :class:`ValueError` if there is no Team Manager.
    """
    if team_managers < 1:
        raise ValueError("Reports to a Team Manager need at least one Team Manager")
    return Fraction(social_workers + deputies + family_workers, team_managers)


def managers_needed(social_workers: int, settings: Settings) -> int:
    """The least Team Managers, each with a team, for none to supervise more than the limit."""
    return ceil_exact(Fraction(social_workers, settings.social_workers_per_team))


def further_managers(social_workers: int, teams: int, settings: Settings) -> int:
    """Team Managers needed beyond one for each of the teams there are."""
    return max(0, managers_needed(social_workers, settings) - teams)


def triggered(now: Span | None, after: Span | None) -> int:
    """Team Managers that a plan asks for: those lacking after it, less those lacking today without it; 0 if not known.

    A manager who is lacking already is no cost of the plan.
    """
    if after is None:
        return 0
    return max(0, after.further_managers - (now.further_managers if now else 0))


def capacity(teams: int, per_team: int, optimum: Number) -> Fraction:
    """Children that full teams hold at the optimum: teams × social workers in each × optimum."""
    return teams * per_team * exact(optimum)


def span_of_control(service: ServiceMonth, settings: Settings) -> Span | None:
    """The span of control of the counted teams; ``None`` where a team's headcount is not known.

    People are never inferred from FTE. For added posts pass the service with the posts in it.
    """
    people = [team.headcount for team in service.counted]
    known = [number for number in people if number is not None]
    if not people or len(known) < len(people):
        return None
    each = staff_per_manager(sum(known), len(known), settings.family_workers_per_team)
    most = settings.social_workers_per_team
    return Span(
        social_workers=sum(known),
        teams=len(known),
        staff_per_manager=each,
        within=each <= settings.staff_per_manager,
        managers_needed=managers_needed(sum(known), settings),
        further_managers=further_managers(sum(known), len(known), settings),
        teams_above=tuple(team.team for team in service.counted if (team.headcount or 0) > most),
    )
