"""Where the outlook starts: month 0 of the service and of its teams, as the figures of a month give it.

FTE is never inferred: what the figures do not give is named, with the assumption that stands in for it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import cached_property

from model.basis import at_time, when
from model.exact import known, shown
from model.needed import teams_in_question
from model.outlook_assumptions import ASSUMPTIONS, Assumptions
from model.outlook_process import Unit
from model.service import ServiceMonth
from model.team import Demand, TeamMonth
from model.words import count_words

SERVICE = "The service as one"
# The share of the children who wait from which on workers are taken to be at their limit: an assumption of ours.
QUEUE = Fraction(2, 100)


@dataclass(frozen=True)
class Start:
    """Month 0. ``children`` all that are known, the waiting too; ``fte`` case-holding, agency included.

    ``vacant`` established FTE that nobody is in, ``agency`` FTE of agency workers: ``None`` where the figures do not
    say. ``waiting`` children, ``None`` where not known. ``teams`` as they are in ``service``.
    """

    service: ServiceMonth
    teams: tuple[TeamMonth, ...]
    allocated: int
    waiting: int | None
    fte: Fraction
    vacant: Fraction | None
    agency: Fraction | None

    @property
    def children(self) -> int:
        """Children at month 0, the waiting too where they are known."""
        return self.allocated + (self.waiting or 0)

    @cached_property
    def optimum(self) -> Fraction:
        """What the service as one is held against: the teams' optima weighted by FTE, so the one they share.

        Exact, since the number of posts hangs on it: whoever shows it rounds it.
        """
        places = sum((known(team.optimum) * known(team.fte) for team in self.teams), Fraction(0))
        return places / self.fte


def start_of(service: ServiceMonth) -> Start | None:
    """Month 0 of the outlook; ``None`` where no team has children, FTE and an optimum, or there is no FTE at all."""
    teams = tuple(team for team in service.measured if team in teams_in_question(service))
    if not teams or not sum(known(team.fte) for team in teams):
        return None
    fte = sum((known(team.fte) for team in teams), Fraction(0))
    gap, agency = [_vacant(team) for team in teams], [_agency(team) for team in teams]
    return Start(
        service,
        teams,
        sum(team.allocated or 0 for team in teams),
        service.unallocated_of_measured,
        fte,
        None if None in gap else sum(map(known, gap), Fraction(0)),
        None if None in agency else sum(map(known, agency), Fraction(0)),
    )


def _vacant(team: TeamMonth) -> Fraction | None:
    """Established FTE less FTE in post, or less the FTE that the average is taken over; ``None`` if not known."""
    there = team.fte if team.in_post is None else team.in_post
    if team.established is None or there is None or team.fte_basis == "established":
        return None
    return max(team.established - there, Fraction(0))


def _agency(team: TeamMonth) -> Fraction | None:
    """Case-holding FTE, agency included, beyond those in post; ``None`` where the figures do not give both."""
    if team.case_holding is None or team.in_post is None:
        return None
    return max(team.case_holding - team.in_post, Fraction(0))


@dataclass(frozen=True)
class Readings:
    """Assumptions, by their names, as the months counted give them; ``said`` how each was read, or why it was not.

    ``errors`` is by how much those that are forecast are unsure, as :attr:`Assumptions.past_errors`.
    """

    taken: Mapping[str, float] = field(default_factory=dict)
    said: Mapping[str, str] = field(default_factory=dict)
    errors: Mapping[str, float] = field(default_factory=dict)

    def under(self, other: Readings) -> Readings:
        """These where the other has none of its own."""
        return Readings({**self.taken, **other.taken}, {**self.said, **other.said}, {**self.errors, **other.errors})


def read_from(start: Start, read: Readings | None = None) -> tuple[Assumptions, dict[str, str]]:
    """The assumptions as they stand before anybody changes one, and where those that are read come from.

    ``read`` is what the months up to the start give; what they do not give stays an assumption.
    """
    read = read or Readings()
    assumed = Assumptions().with_values(**read.taken, past_errors=tuple(sorted(read.errors.items())))
    source = {
        name: said if name in read.taken else f"{ASSUMPTIONS[name].source}. {said}" for name, said in read.said.items()
    }
    cover = _cover(start)
    if cover is not None:
        assumed = assumed.with_values(agency_cover=float(cover))
        vacant = f"of {shown(start.vacant or 0)} FTE vacant"
        source["agency_cover"] = (
            f"Read from the figures of {when(start.service)}: {shown(start.agency)} FTE agency, {vacant}"
            if start.agency is not None
            else f"The figures of {when(start.service)} do not tell agency workers apart: no more are assumed, {vacant}"
        )
    else:
        # Agency workers nobody counted would make the first month better than it was.
        assumed = assumed.with_values(agency_cover=0.0)
        tell = "do not say whether posts are vacant" if start.vacant is None else "tell of no vacant posts"
        source["agency_cover"] = f"The figures of {when(start.service)} {tell}: no cover is assumed"
    ceiling = usual_ceiling(start, assumed.absence)
    if ceiling != assumed.ceiling:
        assumed, source["ceiling"] = assumed.with_values(ceiling=ceiling), _ceiling_words(start, ceiling)
    return assumed, {name: about.source for name, about in ASSUMPTIONS.items()} | source


def _cover(start: Start) -> Fraction | None:
    """The share of vacancies that agency covers now, so that month 0 has the FTE that was counted."""
    return min(Fraction(1), (start.agency or 0) / start.vacant) if start.vacant else None


def carried_now(start: Start, absence: float) -> float:
    """Allocated children for each effective FTE at month 0."""
    return float(start.allocated / start.fte) / (1 - absence)


def at_their_limit(start: Start) -> bool:
    """Whether so many children wait that workers are taken to be given no more than they carry now.

    Those who wait would be allocated in month 0 otherwise, and the outlook would start from another average.
    """
    return bool(start.allocated) and start.waiting is not None and start.waiting >= QUEUE * start.children


def usual_ceiling(start: Start, absence: float) -> float:
    """Most children for each effective FTE while nobody types one: what is carried now, where that is the limit.

    Elsewhere what is usually assumed, or what is carried now if that is more.
    """
    usual, carried = Assumptions().ceiling, carried_now(start, absence)
    # Fewer than one child for a worker is no limit that anybody works to.
    return carried if carried > usual or (at_their_limit(start) and carried >= 1) else usual


def _ceiling_words(start: Start, ceiling: float) -> str:
    usual = f"usually {Assumptions().ceiling:g}, an assumption"
    if not at_their_limit(start):
        return f"What a worker carries {at_time(start.service)}, after absence ({usual})"
    waiting = count_words(start.waiting or 0, "child", "children").capitalize()
    return (
        f"{waiting} {'waits' if start.waiting == 1 else 'wait'} {at_time(start.service)}, so workers are taken to be "
        f"at their limit: {shown(ceiling)} each now, after absence ({usual})"
    )


def service_unit(start: Start, assumptions: Assumptions, vacant: float | None = None) -> Unit:
    """The service as one: all children, those who wait too; ``vacant`` FTE where a person typed it."""
    gap = _gap(start, vacant)
    unit = _unit(SERVICE, start.children, float(start.fte), gap, _agency_now(start, assumptions, gap))
    return replace(unit, waiting=start.waiting or 0)


def team_units(start: Start, assumptions: Assumptions, vacant: float | None = None) -> tuple[Unit, ...]:
    """Each team by itself: its allocated children and those who wait in it.

    Children who wait for no team yet are in none. A ceiling that somebody typed holds for every team. Otherwise a team
    that carries more than the ceiling now goes on to, and one in which children wait is given no more than it carries,
    where the ceiling is what workers carry now.
    Vacant posts that a person typed are shared out as those in the figures, or else as the FTE; agency likewise.
    """
    found, gap = [], _gap(start, vacant)
    agency = _agency_now(start, assumptions, gap)
    is_typed = assumptions.ceiling != usual_ceiling(start, assumptions.absence)
    for team, share in zip(start.teams, _shares(start), strict=True):
        fte = float(known(team.fte))
        unit = _unit(team.team, team.children(Demand.ALL) or 0, fte, gap * share, agency * share)
        carried = (team.allocated or 0) / ((1 - assumptions.absence) * fte) if fte else 0.0
        limited = at_their_limit(start) and team.unallocated and carried
        most = carried if limited else max(assumptions.ceiling, carried)
        found.append(replace(unit, ceiling=None if is_typed else most, waiting=team.unallocated or 0))
    return tuple(found)


def _gap(start: Start, vacant: float | None) -> float:
    """Vacant FTE at month 0: as a person typed it, else as the figures give it, else none."""
    return float(start.vacant or 0) if vacant is None else vacant


def _agency_now(start: Start, assumptions: Assumptions, vacant: float) -> float:
    """FTE of the counted that is agency: as the figures say, else the share assumed of the vacancies typed."""
    if start.vacant is None:
        return assumptions.agency_cover * vacant
    return min(float(start.agency or 0), vacant)


def _shares(start: Start) -> Sequence[float]:
    if start.vacant:
        return [float(known(_vacant(team)) / start.vacant) for team in start.teams]
    return [float(known(team.fte) / start.fte) for team in start.teams]


def _unit(name: str, children: int, fte: float, vacant: float, agency: float) -> Unit:
    """A unit whose FTE at month 0, the agency's too, is what was counted."""
    in_post = max(fte - agency, 0.0)
    return Unit(name, children, in_post, in_post + vacant, agency=min(agency, fte))
