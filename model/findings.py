"""What the figures say, in a sentence: deterministic, and at most 15 words where it is a title.

Texts carry team names as the file writes them: whoever shows one as Markdown escapes it.
"""

from __future__ import annotations

from collections.abc import Sequence

from model.basis import (
    asked_of,
    averages,
    basis,
    fte_taken,
    nobody_counted,
    optimum_words,
    when,
    who_is_counted,
    who_they_are,
    without,
)
from model.change_findings import change_title, growth_sentence, highest_made_of, rounding_note
from model.exact import exact, half_up, known, shown
from model.posts import of_teams_with_optimum
from model.posts_findings import posts_sentence, unsolved
from model.service import ServiceMonth
from model.team import Demand, TeamMonth
from model.words import MOST_WORDS_IN_TITLE as MOST_WORDS_IN_TITLE
from model.words import all_words, count_words, day_words, first_short, listed, month_words, number_words

__all__ = [
    "MOST_WORDS_IN_TITLE",
    "basis",
    "caseload_title",
    "change_title",
    "day_words",
    "fte_taken",
    "growth_sentence",
    "highest_made_of",
    "month_words",
    "number_words",
    "overview",
    "posts_sentence",
    "rounding_note",
    "unsolved",
    "when",
    "who_is_counted",
    "without",
]


def overview(service: ServiceMonth, demand: Demand = Demand.ALLOCATED) -> str:
    """The finding of the month as a title: who is over, and who carries most.

    A team with children and no worker in post comes before everything else.
    """
    judged = [team for team in service.counted if team.is_over(demand) is not None]
    nobody = [team for team in service.counted if team.no_worker]
    if nobody:
        return _no_worker(nobody)
    if len(service.counted) == 1 and judged:
        return _single(service, judged[0], demand)
    if all(team.average(demand) is None for team in judged):
        return _no_finding(service, demand)
    return _who_is_over(service, judged, demand)


def caseload_title(service: ServiceMonth, demand: Demand = Demand.ALLOCATED, *, beside_average: bool = True) -> str:
    """The finding of the caseload chart as a title: who carries most, beside the service average unless unwanted."""
    known = [team for team in service.counted if team.average(demand) is not None]
    if not known:
        return overview(service, demand)
    if len(service.counted) == 1:
        return _single(service, known[0], demand)
    figure = shown(max(team.average(demand) or 0 for team in known))
    most = _who_carry(known, figure, demand)
    names, several = _names([team.team for team in most])
    verb, average = "carry" if several else "carries", _average_words(service, demand)
    nobody, plural = _names([team.team for team in service.counted if team.no_worker])
    if nobody:
        average = f"{nobody} {'have' if plural else 'has'} no social worker"
    each, among = f"{figure} children per social worker", _among(service, demand)
    if all(_just_over(team, demand) for team in most):
        # Of others that are shown with this figure none is over.
        figure = f"{figure}, just over {optimum_words(service, len(most))}"
        each = figure
    carries, highest = f"{names} {verb} most{among}", f"The highest caseload{among} is"
    beside = [f"{carries}, {each}; {average}"] if beside_average or nobody else []
    short = [f"{carries}, {figure}"] if among else []
    rest = [f"{highest} {figure}; {average}"] if beside else []
    return first_short(*beside, f"{carries}, {each}", *short, *rest, f"{highest} {each}")


def _who_carry(teams: Sequence[TeamMonth], figure: str, demand: Demand) -> list[TeamMonth]:
    """The teams that are shown with the figure: where it is shown like the optimum, only those over it, if any are."""
    alike = [team for team in teams if _figure(team, demand) == figure]
    over = [team for team in alike if team.is_over(demand)]
    return over if any(_just_over(team, demand) for team in over) else alike


def _just_over(team: TeamMonth, demand: Demand) -> bool:
    """Whether the team is over its optimum by less than is shown: 25.04 over 25."""
    average, optimum = team.average(demand), team.optimum
    shown_alike = average is not None and optimum is not None and half_up(average) == half_up(optimum)
    return shown_alike and bool(team.is_over(demand))


def _among(service: ServiceMonth, demand: Demand) -> str:
    """ " of the fieldwork teams", where a team that is no part of the answer carries as much or more; or ""."""
    top = max(team.average(demand) or 0 for team in service.counted)
    more = any((team.average(demand) or 0) >= top for team in service.left_out)
    return f" of {who_they_are(service)}" if more else ""


def _who_is_over(service: ServiceMonth, judged: Sequence[TeamMonth], demand: Demand) -> str:
    over = [team for team in judged if team.is_over(demand)]
    group = over or judged
    # Where optima differ, who carries most is who is furthest above their own, in children for each social worker.
    figures = {team.team: exact(half_up(team.average(demand) or 0)) for team in group}
    load = {team.team: (figures[team.team] - known(team.optimum), figures[team.team]) for team in group}
    same = service.shared_optimum is not None and all(team.optimum is not None for team in service.counted)
    worst = max(group, key=lambda team: load[team.team])
    names, several = _names([t.team for t in group if load[t.team] == load[worst.team]])
    figure, count = _figure(worst, demand), _how_many(service, over, judged, demand)
    carries = f"{names} {'carry' if several else 'carries'} {figure} children per social worker"
    highest = f"{names} {'are' if several else 'is'} highest at {figure} children per social worker"
    short = f"{names} {'highest' if same else 'furthest' if over else 'closest'} at {figure}"
    options = [f"{count}; {carries if over else highest}"] if same else []
    named_only = [f"{count}: {names}, {figure}"] if over else []
    if over and service.shared_optimum is not None:
        # A name behind a colon would be read as the first of a list of so many.
        named_only = [f"{count}, the highest at {figure}"]
    return first_short(*options, f"{count}, {short}", *named_only, f"{count}, the highest at {figure}", f"{count}")


def _how_many(service: ServiceMonth, over: Sequence[TeamMonth], judged: Sequence[TeamMonth], demand: Demand) -> str:
    """How many teams are over: "Five of six teams are over 25"; only those that can be judged are counted."""
    every, asked = len(judged), of_teams_with_optimum(service)
    kind, behind = asked_of(asked)
    whose = behind or ("" if every == len(asked.counted) else " with known figures")
    if not over:
        return f"No {kind}team{whose} is over {optimum_words(service, 1)}"
    teams = f"{kind}teams"
    who = (
        all_words(every, teams) if len(over) == every else f"{number_words(len(over))} of {number_words(every)} {teams}"
    )
    just = "just " if all(_just_over(team, demand) for team in over) else ""
    return f"{who}{whose} {'is' if len(over) == 1 else 'are'} {just}over {optimum_words(service, len(over))}"


def _no_worker(teams: Sequence[TeamMonth]) -> str:
    children = sum((team.allocated or 0) + (team.unallocated or 0) for team in teams)
    names, several = _names([team.team for team in teams])
    what = f"{'have' if several else 'has'} {count_words(children, 'child', 'children')} and no social worker in post"
    which = count_words(len(teams), "team")
    return first_short(f"{names} {what}", f"{which} {what}")


def _no_finding(service: ServiceMonth, demand: Demand) -> str:
    """Why nothing can be said of any team against its optimum."""
    if not service.teams:
        return first_short(nobody_counted(service), f"The chosen teams have no figures in {month_words(service.month)}")
    if not service.counted:
        return "No team is counted: the settings leave out every one."
    if any(team.average(demand) is not None for team in service.counted):
        return "No optimum is set for these teams, so none is over it."
    return f"No caseload is known for {month_words(service.month)}."


def _single(service: ServiceMonth, team: TeamMonth, demand: Demand) -> str:
    average, optimum = team.average(demand), team.optimum
    if average is None:
        return first_short(f"{team.team} has no children and no social worker", "There are no children and no worker")
    each = f"{_figure(team, demand)} children per social worker"
    if optimum is None:
        return first_short(f"{team.team} carries {each}", f"The team carries {each}")
    # 25.04 is shown as 25.0: then "above 25" alone would look wrong.
    just = "just " if half_up(average) == half_up(optimum) else ""
    side = "at" if average == optimum else f"{just}above" if average > optimum else f"{just}below"
    against = f"{side} the optimum of {optimum_words(service)}"
    return first_short(f"{team.team} carries {each}, {against}", f"The team carries {each}, {against}")


def _average_words(service: ServiceMonth, demand: Demand) -> str:
    average = service.average(demand)
    if average is not None and without(service):
        return f"the average {without(service)} is {shown(average)}"
    if average is not None:
        whole = averages(service) == "the service averages"
        return f"{'the service average is' if whole else averages(service)} {shown(average)}"
    unweighted = service.unweighted_average
    return (
        "the service average is not known"
        if unweighted is None
        else f"the teams’ unweighted mean is {shown(unweighted)}"
    )


def _figure(team: TeamMonth, demand: Demand) -> str:
    return shown(team.average(demand) or 0)


def _names(names: Sequence[str]) -> tuple[str, bool]:
    """Up to two names, or how many there are; and whether they are several."""
    return (listed(names) if len(names) <= 2 else f"{number_words(len(names))} teams"), len(names) > 1
