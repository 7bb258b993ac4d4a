"""What an answer rests on: which date, which children, which FTE, which teams, which optimum.

Texts carry team names as the file writes them: whoever shows one as Markdown escapes it.
"""

from __future__ import annotations

from collections.abc import Sequence

from model.exact import Number, shortest
from model.service import ServiceMonth
from model.team import Demand
from model.words import all_words, day_words, listed, month_words, named, number_words, sentence

_FTE_WORDS = {"in post": "FTE in post"}


def when(service: ServiceMonth) -> str:
    """The day of the figures, or their month where the file gives no day: "20 February 2013", "February 2013"."""
    return day_words(service.as_at) if service.as_at else month_words(service.month)


def nobody_counted(service: ServiceMonth) -> str:
    """Why no team is counted, in a clause: the chosen ones have no figures, or the settings leave out all; or ""."""
    if service.counted:
        return ""
    if service.absent and not service.teams:
        verb = "has" if len(service.absent) == 1 else "have"
        return f"{named(service.absent)} {verb} no figures in {month_words(service.month)}"
    return "the settings leave out every team" if service.teams else f"no team is in the figures of {when(service)}"


def fte_words(service: ServiceMonth) -> str:
    """Which FTE the averages are taken over: "case-holding FTE", or that it is mixed, of no team or not known."""
    if not service.counted:
        return "no team counted"
    if service.fte is None:
        return "FTE not known"
    kinds = [_FTE_WORDS.get(basis, f"{basis} FTE") for basis in service.fte_bases]
    return f"a mix of {listed(kinds)}" if len(kinds) > 1 else kinds[0] if kinds else "FTE of a kind not stated"


def fte_taken(service: ServiceMonth) -> str:
    """Which FTE the averages are taken over, and whether the file's own averages stand in for some or for all."""
    printed = [team for team in service.counted if team.average_is_printed]
    if printed and not service.measured:
        return "averages as printed, FTE not known"
    return f"{fte_words(service)}{', some averages as printed' if printed else ''}"


def demand_words(service: ServiceMonth, demand: Demand = Demand.ALLOCATED) -> str:
    """Which children are counted; for all children says so where those who wait are not known."""
    if demand == Demand.ALL and service.unallocated_of_measured is None:
        return "allocated children (unallocated not known)"
    return Demand(demand).label


def basis(service: ServiceMonth, demand: Demand = Demand.ALLOCATED) -> str:
    """Date, children and FTE in a row: "20 February 2013, allocated children, case-holding FTE"."""
    taken = fte_taken(service) if demand == Demand.ALLOCATED or not service.measured else fte_words(service)
    if taken.startswith("averages"):
        return f"{when(service)}, {taken}"
    return f"{when(service)}, {demand_words(service, demand)}, {taken}"


def who_is_counted(service: ServiceMonth) -> str:
    """Which teams the answer is about: "Five of six teams are counted; Front Door is left out."."""
    text = _counted(service)
    if service.measured and service.unmeasured:
        names, several = named([team.team for team in service.unmeasured]), len(service.unmeasured) > 1
        text += f" The service average leaves out {names}: {'their' if several else 'its'} figures are not known."
    return text


def whose_average(service: ServiceMonth) -> str:
    """Whose average it is: "the service", "the chosen teams", or "the two teams with known figures" of more."""
    if service.measured and service.unmeasured:
        known, chosen = len(service.measured), "" if service.whole_service else "chosen "
        return f"the {number_words(known)} {chosen}{'team' if known == 1 else 'teams'} with known figures"
    return "the service" if service.whole_service else "the chosen teams"


def without(service: ServiceMonth) -> str:
    """Who is not in the service average, by name: "without Beta", or "" where all counted teams are in it."""
    out = [team.team for team in service.unmeasured]
    return f"without {named(out, most=2)}" if out and service.measured else ""


def _counted(service: ServiceMonth) -> str:
    counted, every = len(service.counted), len(service.teams)
    chosen = "" if service.whole_service else "chosen "
    if not counted:
        return "No team is counted."
    if counted == every:
        return "One team is counted." if every == 1 else sentence(f"{all_words(every, f'{chosen}teams')} are counted")
    left = named([team.team for team in service.left_out])
    verb, left_verb = "is" if counted == 1 else "are", "is" if every - counted == 1 else "are"
    of = f"{number_words(counted)} of {number_words(every)} {chosen}teams"
    return sentence(f"{of} {verb} counted; {left} {left_verb} left out")


def no_optimum_yet(teams: Sequence[str], optimum: Number) -> str:
    """Which teams are not measured against the optimum of fieldwork, because they are not fieldwork teams."""
    names, line = named(teams, most=3), shortest(optimum)
    are, they = (
        ("is not a fieldwork team", "it counts") if len(teams) == 1 else ("are not fieldwork teams", "they count")
    )
    return sentence(f"{names} {are} by kind or name: {they} in the average, not against {line}")


def optimum_words(service: ServiceMonth, teams: int = 2) -> str:
    """The shared optimum as a figure ("25"); where they differ "their optimum", for one team "its optimum"."""
    shared = service.shared_optimum
    if shared is None:
        return "its optimum" if teams == 1 else "their optimum"
    return shortest(shared)
