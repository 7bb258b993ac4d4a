"""What moving posts or children can do, and why it cannot do more, in sentences.

Texts carry team names as the file writes them: whoever shows one as Markdown escapes it.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from fractions import Fraction

from model.basis import averages, optimum_words
from model.exact import shortest, shown
from model.least_moves import Least
from model.moving import Move, Moved
from model.objective import Objective
from model.objectives import over
from model.plan import highest_average
from model.service import ServiceMonth
from model.team import Demand
from model.team_plan import LeastMoves, TeamPlan
from model.words import count_words, first_short, listed, number_words, sentence

_MOST_NAMED = 6
LIMITS_ASIDE = "The least moves of posts leave the limits on a team aside."


def title(service: ServiceMonth, least: LeastMoves, demand: Demand, line: Fraction | None) -> str:
    """Whether moving alone is enough, in at most 15 words."""
    at, posts, children = _at(service, line), least.posts, least.children
    if posts is None or children is None:
        return "Whether moving would be enough cannot be worked out from these figures."
    if not posts.takes and not children.takes:
        return sentence(f"every team is at {at} or below, without a move")
    ways = [
        count_words(each.takes, one, many)
        for each, one, many in ((posts, "post", None), (children, "child", "children"))
        if each.can_be
    ]
    if ways:
        return sentence(f"moving {' or '.join(ways)} is enough for every team to be at {at} or below")
    if posts.total_short <= 0:
        # The two together might do it, where whole posts and whole children leave room for one another.
        return first_short(
            f"neither moving posts nor moving children by itself brings every team to {at} or below",
            "neither moving posts nor moving children by itself is enough",
        )
    average = service.average(demand)
    because = f": {averages(service)} {shown(average)}" if average else ""
    return first_short(
        f"moving alone cannot bring every team to {at} or below{because}",
        f"moving alone cannot bring every team to {at} or below",
    )


def ways(
    service: ServiceMonth, least: LeastMoves, post_fte: Fraction, demand: Demand, line: Fraction | None
) -> list[str]:
    """What moving posts, and what moving children, takes, or why it cannot be, a sentence each."""
    if least.posts is None or least.children is None:
        return []
    at = _at(service, line)
    if least.posts.total_short > 0:
        return [_not_enough(least.posts, post_fte, at), _best(service, least.best, demand)]
    found = []
    if least.posts.takes:
        found.append(_way(least.posts, "post", "posts", f"can be spared by teams at {at} or below"))
    if least.children.takes:
        found.append(_way(least.children, "child", "children", f"have a whole place in teams at {at} or below"))
    return found


def done(plan: TeamPlan) -> list[str]:
    """What was moved in the plan, and where more moves were allowed than help, a sentence each."""
    posts, children = plan.posts_moved, plan.children_moved
    if plan.ask.move_posts and plan.ask.posts.keep_span and plan.span is None:
        return ["No post is moved: the limit on people in a team cannot be kept where they are not known."]
    found = []
    for moved, asked, one, many, there in (
        (posts, plan.ask.move_posts, "post", "posts", plan.plan.after),
        (children, plan.ask.move_children, "child", "children", posts.service),
    ):
        if not asked:
            continue
        if not moved.number:
            limits = plan.ask.posts.keep_span or plan.ask.posts.max_fte_per_team is not None
            within = " within the limits on a team" if limits and one == "post" else ""
            found.append(f"No move of {'a post' if one == 'post' else 'a child'} would better the teams{within}.")
            continue
        fewer = f", of {asked} allowed: more would not help" if moved.number < asked else ""
        text = f"{count_words(moved.number, one, many)} moved{fewer}: {said(moved.moves)}"
        found.append(sentence(f"{text}; {_done(plan, there, moved.service)}"))
    return found


def said(moves: Sequence[Move]) -> str:
    """The moves in words: "two from North 1 to South 1 and one from North 2 to South 1"; only their pairs if many."""
    if len(moves) > _MOST_NAMED:
        givers, takers = len({m.giver for m in moves}), len({m.taker for m in moves})
        return f"from {count_words(givers, 'team')} to {count_words(takers, 'other')}"
    return listed([f"{number_words(move.number)} from {move.giver} to {move.taker}" for move in moves])


def _not_enough(posts: Least, post_fte: Fraction, at: str) -> str:
    """That the teams lack posts together, so that no move can do it."""
    lack = f"Moving cannot do it: for {at} the teams together lack {shown(posts.total_short)} full-time equivalents"
    more = math.ceil(posts.total_short / post_fte)
    return f"{lack}, {count_words(more, 'post')} wherever {'it stands' if more == 1 else 'they stand'}."


def _best(service: ServiceMonth, best: Moved, demand: Demand) -> str:
    """What moving posts comes to at best, where it cannot do it all."""
    if not best.number:
        return "No move of a post would bring the highest averages down."
    number = count_words(best.number, "post")
    moved = sentence(f"at best, {number} would move, {said(best.moves)}")
    return f"{moved[:-1]}: {_highest(service, best.service, demand)}."


def _way(least: Least, one: str, many: str, spared: str) -> str:
    if least.can_be:
        number = count_words(least.takes, one, many)
        return sentence(f"moving {number} is the least that does it: {said(least.moves)}")
    must, can = count_words(least.takes, one, many), number_words(least.spare) if least.spare else "none"
    return sentence(f"moving {many} cannot do it: {must} would have to move, and {can} {spared}")


def _done(plan: TeamPlan, before: ServiceMonth, after: ServiceMonth) -> str:
    """What the moves did for the highest average, and for what else the objective asks."""
    highest, objective = _highest(before, after, plan.demand), plan.ask.posts.objective
    highest = f"with the added posts in, {highest}" if plan.plan.posts else highest
    if objective is Objective.FEWEST_OVER:
        one, other = (shown(over(each, plan.demand)) for each in (before, after))
        return f"{highest}, and children over the optimum {f'from {one} to {other}' if one != other else f'stay {one}'}"
    return highest


def _highest(before: ServiceMonth, after: ServiceMonth, demand: Demand) -> str:
    one, other = highest_average(before, demand), highest_average(after, demand)
    if one is None or other is None:
        return "the highest average is not known"
    if shown(one) != shown(other):
        return f"the highest average goes from {shown(one)} to {shown(other)}"
    fewer = _how_many(after, other, demand) < _how_many(before, one, demand)
    return f"the highest average stays {shown(one)}{', in fewer teams' if fewer else ''}"


def _how_many(service: ServiceMonth, average: Fraction, demand: Demand) -> int:
    return sum(team.average(demand) == average for team in service.counted)


def _at(service: ServiceMonth, line: Fraction | None) -> str:
    return optimum_words(service, 1) if line is None else shortest(line)
