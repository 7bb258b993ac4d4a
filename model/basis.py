"""What an answer rests on: which date, which children, which FTE, which teams, which optimum.

Texts carry team names as the file writes them: whoever shows one as Markdown escapes it.
"""

from __future__ import annotations

from collections.abc import Sequence

from model.exact import Number, shortest, shown
from model.service import ServiceMonth
from model.team import Demand
from model.words import all_words, day_words, listed, month_words, named, number_words, sentence

_FTE_WORDS = {"in post": "FTE in post"}


def when(service: ServiceMonth) -> str:
    """The day of the figures, or their month where the file gives no day: "20 February 2013", "February 2013"."""
    return day_words(service.as_at) if service.as_at else month_words(service.month)


def at_time(service: ServiceMonth) -> str:
    """When the figures are of, with its preposition: "on 20 February 2013", "in February 2013"."""
    return f"{'on' if service.as_at else 'in'} {when(service)}"


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
    if not (service.measured and service.unmeasured):
        return _counted(service)
    names, several = named([team.team for team in service.unmeasured]), len(service.unmeasured) > 1
    not_known = f"the figures of {names} are not known, so {'they are' if several else 'it is'} not in the average"
    if service.left_out:
        return f"{_counted(service)} {sentence(not_known)}"
    # Not "all of them are counted" beside an average of fewer.
    chosen = "" if service.whole_service else "chosen "
    return sentence(f"{number_words(len(service.teams))} {chosen}teams are counted; {not_known}")


def whose_average(service: ServiceMonth) -> str:
    """Whose average it is: "the service" only where every team is in it.

    Else as :func:`who_they_are`, and with how many they are where some of them have no figures: "the two teams with
    known figures".
    """
    if not (service.measured and service.unmeasured):
        return who_they_are(service)
    known = len(service.measured)
    chosen, (before, behind) = "" if service.whole_service else "chosen ", asked_of(service)
    end = f"{behind} and known figures" if behind else " with known figures"
    return f"the {number_words(known)} {chosen}{before}{_teams(known)}{end}"


def who_they_are(service: ServiceMonth) -> str:
    """The counted teams in a few words, figures or not: "the service" where they are all of its teams.

    Else "the chosen teams", "the counted teams", "the fieldwork teams" or "the teams with an optimum".
    """
    chosen, (before, behind) = "" if service.whole_service else "chosen ", asked_of(service)
    if not (chosen or before or behind):
        return "the service"
    return f"the {chosen}{before}{_teams(len(service.counted))}{behind}"


def averages(service: ServiceMonth) -> str:
    """Whose average it is, with its verb, as a clause to go on with the figure: "the fieldwork teams average"."""
    who = whose_average(service)
    one = who == "the service" or len(service.measured or service.counted) == 1
    return f"{who} {'averages' if one else 'average'}"


def the_average(service: ServiceMonth) -> str:
    """The average by its name: "the service average" where it is, else "the average of the fieldwork teams"."""
    who = whose_average(service)
    return "the service average" if who == "the service" else f"the average of {who}"


def average_label(service: ServiceMonth) -> str:
    """Whose average it is as the label of a figure: "Service average" only where there is no other it could be.

    Else "Fieldwork average", or of how many teams it is: "Average of all 12 teams", "Average of 9 of 12 teams".
    """
    inside, every = len(service.measured or service.counted), len(service.teams)
    if not service.whole_service:
        return "Average caseload" if inside < 2 else f"Average of {inside} teams"
    if inside == every:
        with_optimum = sum(team.optimum is not None for team in service.counted)
        return f"Average of all {every} teams" if 0 < with_optimum < every else "Service average"
    if not service.unmeasured and asked_of(service)[0] == _FIELDWORK:
        return "Fieldwork average"
    return f"Average of {inside} of {every} teams"


_FIELDWORK = "fieldwork "


def asked_of(service: ServiceMonth) -> tuple[str, str]:
    """What tells the counted teams from those left out: words before and behind "teams"; none where all are counted."""
    without_optimum = [team for team in service.left_out if team.lacks_optimum]
    if (
        without_optimum
        and all(t.is_fieldwork for t in service.counted)
        and not any(team.is_fieldwork for team in without_optimum)
    ):
        return _FIELDWORK, ""
    if without_optimum:
        return "", " with an optimum"
    return ("counted " if service.left_out and service.whole_service else "", "")


def _teams(number: int) -> str:
    return "team" if number == 1 else "teams"


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
    of = f"{number_words(counted)} of {number_words(every)} {chosen}teams"
    apart = [team.team for team in service.left_out if team.lacks_optimum]
    left = [team.team for team in service.left_out if not team.lacks_optimum]
    is_not = f"{named(left)} {'is' if len(left) == 1 else 'are'} not" if left else ""
    if not apart:
        return sentence(f"{of} {'is' if counted == 1 else 'are'} counted; {is_not}")
    also = f"; {is_not} counted" if left else ""
    has, known = "has an optimum" if counted == 1 else "have an optimum", len(service.measured)
    inside = f"and {'is' if counted == 1 else 'are'} in this answer"
    if 0 < known < counted:
        # Of the others nothing can be said but that they are not in it.
        inside = f"and {number_words(known)} of these {'is' if known == 1 else 'are'} in this answer"
    return sentence(f"{of} {has} {inside}; {named(apart)} {'has' if len(apart) == 1 else 'have'} none{also}")


def not_fieldwork(teams: Sequence[str]) -> str:
    """A clause on the teams that are not fieldwork teams, and how that is known; their names in full up to six."""
    are = "is not a fieldwork team" if len(teams) == 1 else "are not fieldwork teams"
    return f"{named(teams)} {are} by kind or name"


def no_optimum_yet(teams: Sequence[str], optimum: Number) -> str:
    """Which teams are not measured against the optimum of fieldwork, because they are not fieldwork teams."""
    they = "it counts" if len(teams) == 1 else "they count"
    return sentence(f"{not_fieldwork(teams)}: {they} in the average, not against {shortest(optimum)}")


def two_averages(every: ServiceMonth, asked: ServiceMonth) -> str:
    """Of whom the service average is, and of whom the optimum and posts are, where these are not the same teams; or "".

    ``asked`` is ``every`` with only the teams that have an optimum. "The average of 27.1 is of all 12 teams. Against 25
    only the fieldwork teams are measured, and posts are worked out for them: they average 27.0, and 50 of the 61
    children who wait are theirs."
    """
    whole, part = every.average(), asked.average()
    if every.counted == asked.counted or whole is None or part is None:
        return ""
    inside, all_of_them = len(every.measured), len(every.teams)
    who = all_words(inside) if inside == all_of_them else f"{number_words(inside)} of {number_words(all_of_them)} teams"
    one = len(asked.counted) == 1
    they, are = ("it averages", "is") if one else ("they average", "are")
    of_them = who_they_are(asked).removeprefix("the ")
    waiting = ""
    if every.unallocated and not every.unallocated_service_only:
        waiting = f", and {_theirs(asked.unallocated or 0, every)} {'its own' if one else 'theirs'}"
    return (
        f"The average of {shown(whole)} is of {who}. Against {optimum_words(asked, 1 if one else 2)} only the "
        f"{of_them} {are} measured: {they} {shown(part)}{waiting}."
    )


def _theirs(theirs: int, every: ServiceMonth) -> str:
    """How many of all who wait are those of some teams, with a verb: "50 of the 61 children who wait are"."""
    waiting, at_least = every.unallocated or 0, every.unallocated_is_partial
    if waiting == 1:
        return f"the one child {'known to wait' if at_least else 'who waits'} is{'' if theirs else ' not'}"
    who = "children known to wait" if at_least else "children who wait"
    if theirs == waiting:
        return f"all {waiting:,} {who} are"
    return f"{theirs:,} of the {waiting:,} {who} {'is' if theirs == 1 else 'are'}"


def optimum_words(service: ServiceMonth, teams: int = 2) -> str:
    """The shared optimum as a figure ("25"); where they differ "their optimum", for one team "its optimum"."""
    shared = service.shared_optimum
    if shared is None:
        return "its optimum" if teams == 1 else "their optimum"
    return shortest(shared)
