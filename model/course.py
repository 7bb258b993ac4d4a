"""The course of caseloads over the months, in a sentence."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

from model.basis import nobody_counted, optimum_words, who_they_are
from model.caseload import ServiceMonth
from model.change import same_teams
from model.change_findings import other_teams
from model.exact import half_up, shown
from model.fte_basis import fte_changes
from model.posts import of_teams_with_optimum
from model.waiting_findings import waiting_unknown
from model.words import all_words, count_words, first_short, listed, month_words, number_words, sentence


def service_course(history: Sequence[ServiceMonth], restructures: Collection[date] = ()) -> str:
    """How the service average moved from the first month that has one to the last, as a title.

    ``history`` ends at the chosen month; a restructure on the way, in one of the months ``restructures``, is said,
    and so is that the two averages are of other teams or that FTE is of more than one kind.
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
    if apart := apart_words(history, restructures):
        said = [f"{said[0]}, {apart}"]
    elif len(known) == 2 and half_up(start) != half_up(end):
        said = [f"{said[0]}: two months only"]
    return first_short(*(f"{name} {text}" for text in said for name in whose)).rstrip(".")


_ACROSS, _NOT_ALIKE = "across a restructure", "not like for like"


def apart_words(history: Sequence[ServiceMonth], restructures: Collection[date] = ()) -> str:
    """Why the first service average and the last are not of the same thing, in a few words; "" where they are."""
    known = [service for service in history if service.average() is not None]
    if fte_changes(history) or (known and not same_teams(known[0], known[-1])):
        return _NOT_ALIKE
    return _ACROSS if known and _across(restructures, known[0], known[-1]) else ""


def not_the_same_teams(history: Sequence[ServiceMonth]) -> str:
    """That the service average is not of the same teams in every month, and which differ, in a sentence; or "".

    "The averages of October 2025 and November 2025 are not of the same teams (now without Leaving Care)."
    """
    known = [service for service in history if service.average() is not None]
    if not known:
        return ""
    first, last = known[0], known[-1]
    if not same_teams(first, last):
        ends = f"{month_words(first.month)} and {month_words(last.month)}"
        return f"The averages of {ends} are not of the same teams (now {other_teams(first, last)})."
    others = [service for service in known if not same_teams(service, last)]
    if not others:
        return ""
    months = [month_words(service.month) for service in others]
    when = (
        listed(months)
        if len(months) <= _MOST_MONTHS
        else f"{number_words(len(months))} of {number_words(len(known))} months"
    )
    return f"In {when} the average is not of the same teams as in {month_words(last.month)}."


# More would be read by nobody.
_MOST_MONTHS = 3


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
    moved = {
        team.team: half_up(now) - half_up(then)
        for team in last.counted
        if (now := team.average()) is not None
        and (earlier := first.team(team.team)) is not None
        and (then := earlier.average()) is not None
    }
    if not moved:
        return f"No team has figures both in {month_words(first.month)} and in {month_words(last.month)}"
    # As shown: of two figures that look alike none is the higher.
    higher = [name for name, change in moved.items() if change > 0]
    apart = _NOT_ALIKE if fte_changes(history) else _ACROSS if _across(restructures, first, last) else ""
    since = f"than in {month_words(first.month)}{', ' if apart else ''}{apart}"
    return first_short(*(f"{who} {more} {since}" for who, more in _who_carries_more(moved, higher, history)))[:-1]


def _who_carries_more(
    moved: Collection[str], higher: Sequence[str], history: Sequence[ServiceMonth]
) -> list[tuple[str, str]]:
    """Which of the teams that could be compared carry more, and that they do, at length and in fewer words."""
    kind = _compared(moved, history)
    if len(moved) == 1:
        no = "" if higher else "no "
        one = f"the one {kind}team" if kind else "the team"
        return [(who, f"carries {no}{much}") for who in (*moved, one) for much in _MUCH]
    if len(higher) == len(moved):
        who = all_words(len(moved), f"{kind}teams")
    else:
        who = f"{number_words(len(higher))} of {count_words(len(moved), f'{kind}team')}" if higher else f"no {kind}team"
    return [(who, f"{'carry' if len(higher) > 1 else 'carries'} {much}") for much in _MUCH]


_MUCH = ("higher caseloads", "more")


def _compared(moved: Collection[str], history: Sequence[ServiceMonth]) -> str:
    """What tells the teams compared from others that are shown too: "counted ", "comparable ", or ""."""
    every = {team.team for service in history for team in service.teams}
    if len(moved) == len(every):
        return ""
    left_out = {team.team for team in history[-1].left_out}
    return "counted " if set(moved) == every - left_out else "comparable "


def service_words(history: Sequence[ServiceMonth], restructures: Collection[date] = ()) -> str:
    """What a chart of the service average over the months shows, in words: both ends of its course."""
    known = [(service.month, average) for service in history if (average := service.average()) is not None]
    if not known:
        return "The service average is not known in any month."
    (first, start), (last, end) = known[0], known[-1]
    ends = f"{shown(start)} in {month_words(first)} to {shown(end)} in {month_words(last)}"
    return sentence(
        ", ".join(filter(None, (f"the service average went from {ends}", apart_words(history, restructures))))
    )


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
    are, least = "is" if waiting == 1 else "are", "at least " if missing else ""
    said = f"{least}{count_words(waiting, 'child', 'children')} {verb} for a social worker and {are} in no average"
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
