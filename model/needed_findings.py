"""How many posts are needed, in a sentence that always says which date, which children and which FTE.

Texts carry team names as the file writes them: whoever shows one as Markdown escapes it.
"""

from __future__ import annotations

from model.basis import basis
from model.exact import Number, exact, shortest
from model.needed import (
    Question,
    needed_for_every_team,
    needed_for_every_team_and_waiting,
    needed_for_service_average,
)
from model.service import ServiceMonth
from model.team import Demand
from model.words import count_words, named, sentence


def needed_sentence(
    service: ServiceMonth,
    question: Question,
    demand: Demand = Demand.ALLOCATED,
    post_fte: Number = 1,
) -> str:
    """The answer to one of the three questions: how many posts, on which date, children and FTE.

    The question with places for those who wait always counts all children.
    """
    counting = Demand.ALL if question == Question.EVERY_TEAM_AND_WAITING else Demand(demand)
    goal, rests_on = _goal(service, question), basis(service, counting)
    needed = _needed(service, question, counting, post_fte)
    size = "" if exact(post_fte) == 1 else f" of {shortest(post_fte)} FTE"
    if needed is None:
        return sentence(f"How many posts{size} are needed {goal} is not known ({rests_on})")
    posts, verb = count_words(needed, "post"), "is" if needed <= 1 else "are"
    answer = sentence(f"{posts}{size} {verb} needed {goal} ({rests_on})")
    return " ".join(text for text in (answer, _outside(service, question, counting)) if text)


def _needed(service: ServiceMonth, question: Question, demand: Demand, post_fte: Number) -> int | None:
    if question == Question.SERVICE_AVERAGE:
        return needed_for_service_average(service, demand, post_fte)
    if question == Question.EVERY_TEAM:
        by_team = needed_for_every_team(service, demand, post_fte)
        return None if by_team is None else sum(by_team.values())
    answer = needed_for_every_team_and_waiting(service, post_fte)
    return None if answer is None else sum(answer[0].values())


def _goal(service: ServiceMonth, question: Question) -> str:
    optimum, waiting = service.shared_optimum, service.unallocated_service_only or 0
    at = "its optimum" if optimum is None else shortest(optimum)
    if question == Question.SERVICE_AVERAGE:
        if optimum is None:
            return "for the teams, taken together, to be at the optimum of each"
        return f"for {'a service' if service.whole_service else 'the chosen teams to have an'} average of {at}"
    every = f"for every {'' if service.whole_service else 'chosen '}team to be at {at} or below"
    if question == Question.EVERY_TEAM or not waiting:
        return every
    return f"{every}, with places for the {count_words(waiting, 'child who waits', 'children who wait')}"


def _outside(service: ServiceMonth, question: Question, demand: Demand) -> str:
    """Who is no part of the answer."""
    no_optimum = [team.team for team in service.measured if team.optimum is None]
    texts = [no_figures(service)]
    if no_optimum:
        texts.append(f"No optimum is set for {named(no_optimum)}, so no post is counted there.")
    waiting = service.unallocated_service_only
    if waiting and question == Question.EVERY_TEAM and demand == Demand.ALL:
        who, verb = count_words(waiting, "child who waits", "children who wait"), "has" if waiting == 1 else "have"
        texts.append(f"The {who} {verb} no team yet and {verb} no part in this answer.")
    return " ".join(text for text in texts if text)


def no_figures(service: ServiceMonth) -> str:
    """A sentence on the counted teams whose figures are not known, or ""."""
    names = [team.team for team in service.unmeasured]
    whose = "its" if len(names) == 1 else "their"
    return sentence(f"{named(names)} cannot be taken into account: {whose} figures are not known") if names else ""
