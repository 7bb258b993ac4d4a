"""What would do where the posts that are asked about cannot: in which later month, and how many of the later stages.

For cases of the service as one, at expected inputs, those who wait counted in: leaving children to wait reaches
nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from model.exact import shortest
from model.outlook import Case, by_posts, enough, month_after, with_those_who_wait
from model.outlook_assumptions import HORIZON
from model.outlook_expected import expected
from model.outlook_process import Approval
from model.words import count_words, month_words


@dataclass(frozen=True)
class Later:
    """The first ``month`` after the one that is judged in which ``posts`` in the first stage are enough."""

    month: int
    posts: int


def enough_later(case: Case, most: int) -> Later | None:
    """The first month after that judged in which up to ``most`` posts are enough, and the fewest; ``None``: in none."""
    every = with_those_who_wait(case)
    values = by_posts(every, most).value(every.measure)
    for month in range(case.month + 1, len(values)):
        posts = enough(values[month], case.optimum, at_least=False)
        if posts is not None:
            return Later(month, posts)
    return None


def enough_of_later(case: Case) -> int | None:
    """How many posts of the later stages are enough in the month judged, the last ones left out first.

    The first stage keeps its posts; ``None`` where all of them are not enough.
    """
    every, (first, *later) = with_those_who_wait(case), case.approvals
    most = sum(sum(stage.posts) for stage in later)
    assumed, many = case.assumptions, tuple(replace(case.units[0], name=str(posts)) for posts in range(most + 1))
    if assumed.starts is not None:
        # Starts given are shared among units: each of these is the whole.
        assumed = assumed.with_values(starts=assumed.starts * len(many))
    stages = [Approval(first.month, first.posts * len(many)), *_by_number(later, most)]
    return enough(expected(many, assumed, stages).value(every.measure)[case.month], case.optimum, at_least=False)


def _by_number(later: Sequence[Approval], most: int) -> list[Approval]:
    """The stages with 0 to ``most`` posts in all of them together, those of the earlier stages first."""
    found, before = [], 0
    for stage in later:
        (own,) = stage.posts
        found.append(Approval(stage.month, tuple(min(max(posts - before, 0), own) for posts in range(most + 1))))
        before += own
    return found


def later_words(found: Later | None, case: Case, figures: date, most: int) -> str:
    """When posts of the first stage would be enough instead, in a clause; ``figures`` is month 0 of the case."""
    line, besides = shortest(case.optimum), any(sum(stage.posts) for stage in case.approvals[1:])
    approved = month_words(month_after(figures, case.approvals[0].month))
    if found is None:
        end = month_words(month_after(figures, HORIZON))
        return f"nor do {most} approved in {approved} come to {line} in any month up to {end}"
    month = month_words(month_after(figures, found.month))
    if not found.posts:
        return f"{'those of later stages come' if besides else 'without any it comes'} to {line} in {month}"
    posts = f"{count_words(found.posts, 'post')} approved in {approved}{' besides the later stages' if besides else ''}"
    return f"{posts} {'comes' if found.posts == 1 else 'come'} to {line} in {month}"
