"""What added posts do and what they do not solve, in sentences.

Texts carry team names as the file writes them: whoever shows one as Markdown escapes it.
"""

from __future__ import annotations

from fractions import Fraction

from model.assumptions import Settings
from model.basis import averages, optimum_words, whose_average
from model.exact import Number, exact, half_up, shortest, shown
from model.needed import waiting_held
from model.needed_findings import no_figures
from model.service import ServiceMonth
from model.span import Span, span_of_control
from model.team import Demand, TeamMonth
from model.waiting_findings import have_places, still_wait, waiting_sentence
from model.words import count_words, figure_words, first_short, listed, named, number_words, sentence


def posts_sentence(
    before: ServiceMonth,
    after: ServiceMonth,
    posts: int,
    demand: Demand = Demand.ALLOCATED,
    post_fte: Number = 1,
) -> str:
    """What the posts achieve, and what they leave, as a title.

    "Six posts bring the service to 27.8, not 25; five teams stay over; 76 wait."
    ``after`` is ``before`` with the posts in it.
    """
    reach = _reach(before, after, posts, demand, post_fte)
    if after.average(demand) is None:
        return first_short(reach, reach.split(":")[0])
    brief = _reach(before, after, posts, demand, post_fte, against=False)
    bare = _reach(before, after, posts, demand, post_fte, against=False, waiting=False)
    over = _stay_over(before, after, posts, demand)
    waits = [] if demand == Demand.ALL else [still_wait(after, posts), still_wait(after, posts, brief=True)]
    options = [(start, over, wait) for start in (reach, brief) for wait in waits]
    options += [(reach, over, ""), (brief, over, ""), (reach, "", ""), (brief, "", "")]
    return first_short(*("; ".join(filter(None, clauses)) for clauses in options), bare)


def unsolved(
    before: ServiceMonth,
    after: ServiceMonth,
    demand: Demand = Demand.ALLOCATED,
    settings: Settings | None = None,
) -> list[str]:
    """What the posts in ``after`` do not solve, a sentence each; managers only where ``settings`` are given."""
    found = [
        _teams_over(before, after, demand),
        _without_worker(after),
        waiting_sentence(before, after),
        no_figures(after),
    ]
    if settings is not None:
        found += managers(before, after, settings)
    return [text for text in found if text]


def _reach(
    before: ServiceMonth,
    after: ServiceMonth,
    posts: int,
    demand: Demand,
    post_fte: Number,
    *,
    against: bool = True,
    waiting: bool = True,
) -> str:
    """ "Six posts bring the service to 27.8, not 25": the average the posts lead to, against the optimum.

    ``waiting`` says how many of those who wait are in it, where all children are counted.
    """
    average, optimum = after.average(demand), after.shared_optimum
    size = "" if exact(post_fte) == 1 else f" of {shortest(post_fte)} FTE"
    counted = count_words(posts, "post") + size
    if average is None:
        why = _why_no_average(after)
        return f"what {counted} would do is not known: {why}" if posts else f"the average is not known: {why}"
    verb = "brings" if posts == 1 else "bring"
    reach = (
        f"{counted} {verb} {whose_average(after)} to {shown(average)}"
        if posts
        else f"without added posts, {averages(after)} {shown(average)}"
    )
    beside = f", {_against(average, optimum)}" if against and optimum is not None else ""
    wait = before.unallocated_of_measured if demand == Demand.ALL else 0
    if not wait or not waiting:
        return f"{reach}{beside}"
    least = "at least " if before.unallocated_is_partial else ""
    return f"{reach}{beside}, with {least}{count_words(wait, 'waiting child', 'waiting children')} counted"


def _why_no_average(after: ServiceMonth) -> str:
    if after.fte is None:
        return "FTE is not known"
    return "not all the children are known" if after.fte else "no social worker is in post"


def _against(average: Fraction, optimum: Fraction) -> str:
    figure = shortest(optimum)
    if average == optimum:
        return "the optimum"
    # 25.04 is shown as 25.0: then "not 25" would look wrong.
    if half_up(average) == half_up(optimum):
        return f"just {'above' if average > optimum else 'below'} {figure}"
    return f"not {figure}" if average > optimum else f"below {figure}"


def _stay_over(before: ServiceMonth, after: ServiceMonth, posts: int, demand: Demand) -> str:
    """How many teams stay over, "" where none was. Who waits for no team yet could still put one over."""
    over, without_team = len(after.over(demand)), after.unallocated_service_only or 0
    without_place = demand == Demand.ALL and without_team and not have_places(after)
    if without_place and not over:
        return f"spare places hold {waiting_held(after)[0] or 'none'} of them"
    least = "at least " if without_place else ""
    if not over and not before.over(demand):
        return ""
    verb = ("stays" if over <= 1 else "stay") if posts else ("is" if over == 1 else "are")
    if not over and any(team.is_over(demand) is None for team in after.counted):
        # Of the others nobody knows; of one alone its average has said it.
        return f"none {verb} over" if len(after.measured) > 1 else ""
    return f"{least}{count_words(over, 'team')} {verb} over"


def _teams_over(before: ServiceMonth, after: ServiceMonth, demand: Demand) -> str:
    over = [team for team in after.over(demand) if not team.no_worker]
    if not over:
        return ""
    still = "" if before.teams == after.teams else "still "
    at = listed([f"{team.team} {_at(team, demand)}" for team in over])
    are = "is" if len(over) == 1 else "are"
    count = f"{count_words(len(over), 'team')} {are} {still}over {optimum_words(after, len(over))}"
    excess = [value for team in over if (value := team.excess(demand)) is not None]
    more = f", {children_over(sum(excess, Fraction(0)))} more than the optimum" if excess else ""
    return sentence(f"{count}: {at}{more}" if len(over) <= _MOST_NAMED else f"{count}{more}")


def _at(team: TeamMonth, demand: Demand) -> str:
    """ "at 35.7"; of a team whose average is shown like its optimum, that it is above: 25.04 is shown as 25.0."""
    average, optimum = team.average(demand) or Fraction(0), team.optimum
    just = optimum is not None and average > optimum and half_up(average) == half_up(optimum)
    return f"at {shown(average)}{' (just above)' * just}"


def children_over(excess: Number) -> str:
    """Children above the optimum, which may be parts of one, in words: "282 children", "less than one child"."""
    return figure_words(excess, "child", "children") if half_up(excess, 0) or not excess else "less than one child"


# A longer list belongs in the table beside the sentence.
_MOST_NAMED = 6


def _without_worker(after: ServiceMonth) -> str:
    names = [team.team for team in after.counted if team.no_worker]
    if not names:
        return ""
    return sentence(f"{named(names)} {'has' if len(names) == 1 else 'have'} children and no social worker in post")


def _places_within(after: ServiceMonth, span: Span, most: int) -> str:
    """That teams of one manager each have fewer places at the optimum than there are children, or ""."""
    optimum, children = after.shared_optimum, after.active or after.allocated
    if optimum is None or children is None or span.teams * most * optimum >= children:
        return ""
    places = shown(span.teams * most * optimum, 0)
    teams = f"{count_words(span.teams, 'team')} of {count_words(most, 'social worker')}"
    at = f"at {shortest(optimum)} {'has' if span.teams == 1 else 'have'} {places} places"
    return sentence(f"{teams} {at}, for {count_words(children, 'child', 'children')}")


def _most_words(settings: Settings) -> str:
    """The most social workers of one manager, and where the number comes from, for a bracket."""
    staff, family = settings.staff_per_manager, settings.family_workers_per_team
    most = number_words(settings.social_workers_per_team)
    return f"{most}: {number_words(staff)} staff less {count_words(family, 'family worker')}" if family else most


def _lacking(today: int, then: int) -> str:
    """How many of the managers lacking then are lacking today too, in a clause; "" for none."""
    if not today:
        return ""
    if today >= then:
        return ", as many as are lacking today or fewer, so that none is a cost of the plan"
    return f"; {number_words(today)} of them {'is' if today == 1 else 'are'} lacking today too and no cost of the plan"


def managers(before: ServiceMonth, after: ServiceMonth, settings: Settings) -> list[str]:
    """What the number of people asks of managers, a sentence each; that it is not known, where it is not.

    Those who are lacking in ``before`` already are told apart: they are no cost of the plan.
    """
    span, span_now = span_of_control(after, settings), span_of_control(before, settings)
    if span is None:
        return ["Whether more managers are needed is not known: the number of people in each team is missing."]
    texts, most = [], settings.social_workers_per_team
    if span.further_managers:
        more = count_words(span.further_managers, "further Team Manager")
        verb = "is" if span.further_managers == 1 else "are"
        enough = count_words(span.social_workers, "social worker")
        lacking = _lacking(span_now.further_managers if span_now else 0, span.further_managers)
        texts.append(sentence(f"{more} {verb} needed: {enough} in {count_words(span.teams, 'team')}{lacking}"))
    texts.append(_places_within(after, span, most))
    if span.teams_above:
        has, limit = "has" if len(span.teams_above) == 1 else "have", _most_words(settings)
        texts.append(f"{named(span.teams_above)} {has} more social workers than one manager can supervise ({limit}).")
    return texts
