"""The course of caseloads over the months, in a sentence."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

from model.basis import nobody_counted, optimum_words, who_they_are
from model.caseload import ServiceMonth
from model.exact import half_up, shown
from model.fte_basis import fte_changes
from model.posts import of_teams_with_optimum
from model.waiting_findings import waiting_unknown
from model.words import count_words, first_short, listed, month_words, number_words, sentence


def service_course(history: Sequence[ServiceMonth], restructures: Collection[date] = ()) -> str:
    """How the service average moved from the first month that has one to the last, as a title.

    ``history`` ends at the chosen month; a restructure on the way, in one of the months ``restructures``, is said,
    and so is FTE of more than one kind.
    Two months are said to be no more than that: no word of a trend is used, whatever the number of months.
    """
    known = [(service, average) for service in history if (average := service.average()) is not None]
    if not known:
        return f"{_whose(history)[0]} is not known in any month"
    (first, start), (last, end) = known[0], known[-1]
    whose, since = _whose([first, last]), month_words(first.month)
    if len(known) == 1:
        said = [f"was {shown(end)} in {month_words(last.month)}"]
    elif half_up(start) == half_up(end):
        said = [f"is {shown(end)}, as it was in {since}"]
    else:
        said = [f"{'rose' if end > start else 'fell'} from {shown(start)} in {since} to {shown(end)}"]
    if fte_changes(history):
        said = [f"{said[0]}, {_NOT_ALIKE}"]
    elif _across(restructures, first, last):
        said = [f"{said[0]}, {_ACROSS}"]
    elif len(known) == 2 and half_up(start) != half_up(end):
        said = [f"{said[0]}: two months only"]
    return first_short(*(f"{name} {text}" for text in said for name in whose)).rstrip(".")


_ACROSS, _NOT_ALIKE = "across a restructure", "not like for like"


def _across(restructures: Collection[date], first: ServiceMonth, last: ServiceMonth) -> bool:
    """Whether the teams were made anew after the first month and up to the last."""
    return any(first.month < month <= last.month for month in restructures)


def _whose(history: Sequence[ServiceMonth]) -> tuple[str, str]:
    """Whose average it is, and the same where a name would make a title too long."""
    counted = {team.team for service in history for team in service.counted}
    if history and not any(service.whole_service for service in history):
        one = next(iter(counted)) if len(counted) == 1 else ""
        return (f"{one}’s average", "The team’s average") if one else ("The chosen teams’ average",) * 2
    if any(service.measured and service.unmeasured for service in history):
        return "The average of teams with known figures", "The known teams’ average"
    if any(service.left_out for service in history):
        return ("The counted teams’ average",) * 2
    return ("The service average",) * 2


def teams_course(history: Sequence[ServiceMonth], restructures: Collection[date] = ()) -> str:
    """In how many teams the average is higher than in the first month shown, as a title.

    ``history`` ends at the chosen month; a restructure on the way, in one of the months ``restructures``, is said.
    """
    if len(history) < 2:
        return "One month only: there is no course to show yet"
    first, last = history[0], history[-1]
    moved = [
        (team.team, now - then)
        for team in last.counted
        if (now := team.average()) is not None
        and (earlier := first.team(team.team)) is not None
        and (then := earlier.average()) is not None
    ]
    if not moved:
        return f"No team has figures both in {month_words(first.month)} and in {month_words(last.month)}"
    higher = [name for name, change in moved if change > 0]
    apart = _NOT_ALIKE if fte_changes(history) else _ACROSS if _across(restructures, first, last) else ""
    since = f"than in {month_words(first.month)}{', ' if apart else ''}{apart}"
    if len(moved) == 1:
        verb = f"carries {'higher' if higher else 'no higher'} caseloads {since}"
        return first_short(f"{moved[0][0]} {verb}", f"The team {verb}").rstrip(".")
    if len(higher) == len(moved):
        every = "Both" if len(moved) == 2 else f"All {number_words(len(moved))}"
        return f"{every} teams carry higher caseloads {since}"
    if not higher:
        return f"No team carries higher caseloads {since}"
    verb = "carries" if len(higher) == 1 else "carry"
    of = f"{number_words(len(higher))} of {count_words(len(moved), 'team')} {verb}"
    return sentence(f"{of} higher caseloads {since}").rstrip(".")


def teams_words(history: Sequence[ServiceMonth]) -> str:
    """What a chart of every team over the months shows, in words: each team's average at both ends of its course."""
    courses: dict[str, list[tuple[str, str]]] = {}
    for service in history:
        for team in service.teams:
            if (average := team.average()) is not None:
                courses.setdefault(team.team, []).append((shown(average), month_words(service.month)))
    told = [
        f"{team} {' to '.join(f'{average} in {when}' for average, when in dict.fromkeys((ends[0], ends[-1])))}"
        for team, ends in courses.items()
    ]
    months = " to ".join(month_words(service.month) for service in (history[0], history[-1]))
    return f"Line charts of children for each social worker by team, {months}: {'; '.join(told) or 'none is known'}."


def measured_course(history: Sequence[ServiceMonth]) -> str:
    """What the teams with an optimum averaged at both ends, where the course is of other teams too; else "".

    "Against 25 only the fieldwork teams are measured: they averaged 26.0 in September 2024 and 27.8 in October 2024."
    """
    now = of_teams_with_optimum(history[-1])
    own = [(month.month, of_teams_with_optimum(month).average()) for month in history]
    known = [(month, average) for month, average in own if average is not None]
    if now.counted == history[-1].counted or not known:
        return ""
    teams = len(now.counted)
    they, are = ("it", "is") if teams == 1 else ("they", "are")
    ends = [f"{shown(average)} in {month_words(month)}" for month, average in dict.fromkeys((known[0], known[-1]))]
    who = who_they_are(now).removeprefix("the ")
    return sentence(
        f"Against {optimum_words(now, teams)} only the {who} {are} measured: {they} averaged {listed(ends)}"
    )


def waiting_now(service: ServiceMonth) -> str:
    """Who waits, and whether it is known in which team, in a sentence to stand beside every average."""
    waiting = service.unallocated
    if waiting is None and not service.counted:
        return sentence(f"{nobody_counted(service)}, so no child is counted as waiting")
    if waiting is None:
        return waiting_unknown(service)
    missing = (
        [] if service.unallocated_service is not None else [t.team for t in service.counted if t.unallocated is None]
    )
    if waiting == 0:
        known = f"; not known for {listed(missing)}" if missing else ""
        return sentence(f"No child waits for a social worker{' in the other teams' if missing else ''}{known}")
    verb = "waits" if waiting == 1 else "wait"
    said = f"{count_words(waiting, 'child', 'children')} {verb} for a social worker and are in no average"
    if waiting == 1:
        said = "one child waits for a social worker and is in no average"
    service_only = service.unallocated_service_only or 0
    if service_only == waiting:
        return sentence(f"{said}; the figures do not say in which teams")
    if service_only:
        return sentence(f"{said}; for {number_words(service_only)} of them the figures do not say in which team")
    return sentence(f"{said}; not known for {listed(missing)}" if missing else said)


def children_words(service: ServiceMonth) -> str:
    """The allocated children of a month's teams, and how many of them the average is over where it is not over all."""
    known = [team.allocated for team in service.counted if team.allocated is not None]
    if not known:
        return "not known"
    within = "" if service.allocated in (None, sum(known)) else f" ({service.allocated:,} in the average)"
    return f"{sum(known):,}{within}"


def waiting_words(service: ServiceMonth) -> str:
    """The number of children waiting as a figure: "76", "at least 25" where some teams give none, "not known"."""
    if service.unallocated is None:
        return "not known"
    return f"{'at least ' if service.unallocated_is_partial else ''}{service.unallocated:,}"
