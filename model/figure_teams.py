"""Which teams a figure of the service is over: those it asks, and those of which it is known."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from model.change import same_teams
from model.change_findings import other_teams
from model.posts import of_teams_with_optimum
from model.service import ServiceMonth
from model.team import TeamMonth

Teams = Callable[[ServiceMonth], Iterable[TeamMonth]]


@dataclass(frozen=True)
class FigureTeams:
    """The teams that a figure ``asks`` of a month, and those of them it has: ``known``.

    A team may be missing in one figure and stand in the next: a sentence on one of them says nothing of the other.
    """

    asks: Teams
    known: Teams

    def missing(self, service: ServiceMonth) -> list[str]:
        """The teams that the figure asks and has not, where it has any."""
        known = {team.team for team in self.known(service)}
        return [team.team for team in self.asks(service) if team.team not in known] if known else []

    def same(self, before: ServiceMonth, after: ServiceMonth) -> bool:
        """Whether the figure asks, and has, the same teams in both months."""
        return same_teams(before, after, self.asks, self.known)

    def apart(self, before: ServiceMonth, after: ServiceMonth) -> str:
        """By which teams the figures of two months differ, as :func:`other_teams`, but for those ``missing`` now."""
        return other_teams(before, after, self.asks, self.known, unsaid=self.missing(after))


def _with_optimum(service: ServiceMonth) -> ServiceMonth:
    return of_teams_with_optimum(service)


def _who_wait(service: ServiceMonth) -> Iterable[TeamMonth]:
    """The teams whose waiting children are counted: all of them where the service gives its own figure."""
    every = service.unallocated_service is not None
    return [team for team in service.counted if every or team.unallocated is not None]


AVERAGED = FigureTeams(lambda s: s.counted, lambda s: s.measured)
AVERAGED_PLAINLY = FigureTeams(lambda s: s.counted, lambda s: [t for t in s.counted if t.average() is not None])
WAITED_IN = FigureTeams(lambda s: s.counted, _who_wait)
AGAINST_OPTIMUM = FigureTeams(lambda s: _with_optimum(s).counted, lambda s: _with_optimum(s).measured)
EVERY_COUNTED = FigureTeams(lambda s: s.counted, lambda s: s.counted)
