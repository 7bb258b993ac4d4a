"""Why the pages name different numbers of posts: the question that each number answers, from the least asked on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from model.basis import at_time
from model.exact import half_up, shortest, shown
from model.needed import needed_for_every_team, needed_for_service_average
from model.outlook import Case, enough, line_by_posts, month_after, with_those_who_wait
from model.outlook_process import Measure
from model.outlook_stages import covered, only_covered
from model.outlook_start import Start
from model.team import Demand
from model.words import count_words, first_short, month_words, number_words


@dataclass(frozen=True)
class Question:
    """What is asked, the posts that are enough for it (``None``: more than were tried), why, and on which page.

    ``later`` are those posts where they are the ones of later stages, and none is needed beyond them.
    """

    asked: str
    posts: int | None
    why: str
    page: str
    later: bool = False


@dataclass(frozen=True)
class Ahead:
    """Posts for the month that is judged: ``needed`` as expected, ``sure`` in 80 of 100 futures; ``most`` tried.

    ``later`` of them are approved in later stages.
    """

    needed: int | None
    sure: int | None
    later: int
    most: int

    def question(self, asked: str, posts: int | None, why: str) -> Question:
        """A question about it, answered by so many posts besides the later ones."""
        every = None if posts is None else posts + self.later
        return Question(asked, every, why, "Outlook", later=posts == 0 and self.later > 0)


def questions(start: Start, case: Case, ahead: Ahead) -> list[Question]:
    """The questions of the Added posts and Outlook pages, each with its number; ``case`` has no post approved.

    A question that is no other than the one before it is left out.
    """
    return [*_today(start), *_by_then(start, case, ahead)]


def _today(start: Start) -> Iterator[Question]:
    service, day = start.service, at_time(start.service)
    page = "Added posts"
    at_once = "The posts are filled and carry all they can at once"
    yield Question(
        f"The average {day}", needed_for_service_average(service, Demand.ALLOCATED),
        f"{start.allocated:,} children with a worker. {at_once}", page,
    )  # fmt: skip
    if start.waiting:
        wait = "child who waits" if start.waiting == 1 else "children who wait"
        yield Question(
            f"The same with the {start.waiting:,} who {'waits' if start.waiting == 1 else 'wait'}",
            needed_for_service_average(service, Demand.ALL), f"Places for the {start.waiting:,} {wait} too", page,
        )  # fmt: skip
    teams = needed_for_every_team(service)
    if teams and len(teams) > 1:
        yield Question(
            f"Every team {day}", sum(teams.values()), "No team above it; those who wait for no team left out", page
        )


def _by_then(start: Start, case: Case, ahead: Ahead) -> Iterator[Question]:
    month = month_words(month_after(start.service.month, case.month))
    every, assumed = with_those_who_wait(case), case.assumptions
    steady = assumed.with_values(starts=None, growth=0.0, early_help_cut=0.0, screening_cut=0.0)
    vacant = sum(unit.vacant for unit in case.units)
    none = "No post is known to be vacant" if start.vacant is None else "No post is vacant now"
    months = count_words(assumed.lead, "month")
    people = (
        f"{f'{shown(vacant)} FTE vacant now are filled' if vacant else none}, leavers are replaced "
        f"{f'after {months}' if assumed.lead else 'at once'}, new workers carry fewer children at first"
    )
    beside = 0 if only_covered(case) else covered(case)
    if beside:
        people += f", agency workers hold part of {count_words(beside, 'post')} approved and not filled by then"
    what = "Per effective worker" if case.measure == Measure.EFFECTIVE else "The average"
    if steady != assumed:
        posts = enough(line_by_posts(replace(every, assumptions=steady), ahead.most), case.optimum, at_least=False)
        asked = f"{what} in {month}, as many children as now"
        yield ahead.question(asked, posts, people)
    now, then = (float(case.expected.children[at].sum()) for at in (0, case.month))
    moved = f"{shown(now, 0)} children become {shown(then, 0)}" if half_up(now, 0) != half_up(then, 0) else ""
    why = (moved or "As many children as now") if steady != assumed else ". ".join(filter(None, (people, moved)))
    yield ahead.question(f"{what} in {month}, as expected", ahead.needed, why)
    yield ahead.question(
        f"{what} in {month}, in 80 in 100 futures",
        ahead.sure,
        "Chance and what is unsure may turn out worse than expected",
    )


def title(found: list[Question], optimum: float, month: str, beside: int = 0) -> str:
    """The number for today and the one for the months ahead, in at most fifteen words.

    ``beside`` posts of later stages, in no number, help in the months ahead.
    """
    today = [each for each in found if each.page == "Added posts" and not each.asked.startswith("Every")][-1]
    then, line = found[-2], shortest(optimum)
    if today.posts is None or then.posts is None or today.posts == then.posts:
        return f"How many posts for {line}: each number answers another question"
    enough_now = f"{count_words(today.posts, 'post')} {'is' if today.posts == 1 else 'are'} enough for {line} today"
    if not today.posts:
        enough_now = f"no posts are needed for {line} today"
    if then.later:
        beyond = f"{enough_now}, none beyond later stages"
        return first_short(f"{beyond} by {month}", beyond).rstrip(".")
    later = " beside later stages" if beside else ""
    return first_short(
        f"{enough_now}, {number_words(then.posts)}{later} by {month}", f"{enough_now}, {then.posts}{later} later"
    ).rstrip(".")
