"""The headline figures of the outlook, all of the month that is judged, and the sentences beneath them."""

from __future__ import annotations

from dataclasses import replace

from model import outlook_words as words
from model.exact import shortest, shown
from model.outlook import Case, Fan, month_after, with_those_who_wait
from model.outlook_findings import LIKELY, VERY_LIKELY
from model.outlook_gain import gain
from model.outlook_gain_words import QUESTION, gain_words
from model.outlook_reach import Reach, reach_words
from model.outlook_stages import acting, counted, covered, filled
from model.plan_costs import full_year
from model.plan_costs_findings import not_costed
from model.words import month_words
from ui import outlook_cost
from ui.headline import Headline
from ui.outlook_answer import Asked
from ui.outlook_question import MOST_POSTS
from ui.text import plain


def headlines(asked: Asked, case: Case, found: Fan) -> list[Headline]:
    """Figures of the month that is judged: how sure it is, what would be needed, how many wait; and the cost."""
    outcome, line = asked.outcome(case), shortest(asked.optimum)
    waiting, now = found.judged, asked.start.waiting
    return [
        Headline(
            f"At {line} or below", _capital(words.in_futures(float(found.chance[case.month]), found.futures)),
            None,
            f"simulated futures in {outcome.month}, those who wait counted in",
            f"Of {found.futures:,} simulated futures, those with {with_those_who_wait(case).measure.label} at {line} "
            "or below.",
        ),
        Headline(
            "Posts needed", posts_words(asked, asked.needed), None, _needed_words(asked, line),
            f"With so many the average is expected at {line}{', later stages counted' * bool(asked.later_posts)}. "
            "Those who wait are counted in it, whatever is chosen at the right.",
        ),
        Headline(
            "Children waiting", "Under 1" if 0 < waiting.mean < 0.5 else shown(waiting.mean, 0), None,
            f"{words.waiting_words(waiting)}; {shown(outcome.waiting, 0)} on the expected course, as in the title; "
            f"{'not known' if now is None else f'{now:,}'} now",
            "Children above the most that effective workers are given wait for a social worker.",
        ),
        outlook_cost.headline(asked, case),
    ]  # fmt: skip


def paragraphs(asked: Asked, case: Case, found: Fan) -> list[str]:
    """From when posts work and how surely, and when rising numbers eat the gain; as Markdown."""
    eaten = _eaten(asked, case)
    return [
        plain(_from_when(asked, case, found)),
        f"**{QUESTION}** {plain(eaten)}" if eaten else "",
    ]


def in_sentences(asked: Asked, case: Case, found: Fan) -> str:
    """From when posts work and how surely, and when rising numbers eat the gain, where there is no page."""
    eaten = _eaten(asked, case)
    return " ".join(filter(None, (_from_when(asked, case, found), f"{QUESTION} {eaten}" if eaten else "")))


def _eaten(asked: Asked, case: Case) -> str:
    return gain_words(gain(case), case, asked.start)


def _from_when(asked: Asked, case: Case, found: Fan) -> str:
    """From when posts are filled and from when the optimum is likely."""
    outcome, first = asked.outcome(case), asked.start.service.month
    return " ".join(
        filter(
            None,
            [
                words.filled_words(case.approvals, asked.assumed.lead, first),
                words.filled_by_words(
                    filled(case), sum(sum(each.posts) for each in case.approvals), outcome.month,
                    covered(case), case.assumptions.agency_cover,
                ),
                words.when_likely(
                    outcome, first, found.likely(LIKELY), found.likely(VERY_LIKELY),
                    found.since if found.is_likely_before(LIKELY) else None,
                ),
            ],
        )
    )  # fmt: skip


def would_be_needed(asked: Asked) -> str:
    """What the posts needed as expected, and those needed in 80 in 100 futures, cost and do, in a sentence."""
    found: list[Reach] = []
    for posts, share in ((asked.needed, LIKELY), (asked.sure, VERY_LIKELY)):
        # None beyond those of later stages: then these are what is needed.
        if posts is not None and (posts or asked.later_posts):
            case = asked.case(posts)
            plan = outlook_cost.plan_of(asked, counted(case))
            case = replace(case, approvals=acting(case))
            months, cost = asked.fan(case).likely(share), full_year(plan).gross
            found.append(Reach(posts + asked.later_posts, cost, share, months, not_costed(plan)))
    return reach_words(found, asked.optimum, asked.start.service.month, asked.covered_later)


def _needed_words(asked: Asked, line: str) -> str:
    """What the posts needed are for, and how many it takes to be nearly sure; or that none starts in time."""
    if not asked.can_act and None in (asked.needed, asked.sure):
        first, lead = asked.start.service.month, asked.assumed.lead
        approved, joins, judged = (
            month_words(month_after(first, each))
            for each in (asked.chosen.approved, max(asked.chosen.approved + lead, 1), asked.chosen.month)
        )
        late = f"posts approved in {approved} are filled from {joins}, so that no number of them changes {judged}"
        return late if asked.needed is not None else f"{late}; {asked.when_enough}"
    surely = f"{posts_words(asked, asked.sure).lower()} to reach it in 80 in 100 futures"
    if asked.needed is None:
        return f"for {line} by then{_for_all(asked)} on the expected course; {asked.when_enough}"
    if asked.needed == 0 and asked.later_posts:
        return (
            f"{_of_later(asked, line)} by then{_for_all(asked)} on the expected course{asked.beside_agency}; {surely}"
        )
    return f"for {line} by then{_for_all(asked)} on the expected course{asked.beside_agency}; {surely}"


def _of_later(asked: Asked, line: str) -> str:
    """How many of the later stages' posts are enough where none is needed beyond them."""
    every, fewest = asked.later_posts, asked.enough_of_later
    if fewest == 0:
        return f"none is needed, not even the {every:,} of later stages, for {line}"
    which = f"{fewest:,} of the {every:,}" if fewest and fewest < every else f"the {every:,}"
    return f"{which} of later stages {'is' if (fewest or every) == 1 else 'are'} enough for {line}"


def _for_all(asked: Asked) -> str:
    """The posts with which nobody is expected to wait, in a clause; "" where nobody is without any."""
    if asked.to_all == 0:
        return ""
    return f" and {posts_words(asked, asked.to_all).lower()} so that nobody waits, both"


def posts_words(asked: Asked, number: int | None) -> str:
    """Posts in the first stage with those of later ones, in figures; ``None`` is more than the search goes to.

    Where none can act by the month that is judged, "Too late": more than were tried would do as little. "No more":
    those of later stages are enough, and fewer of them might be.
    """
    if number is None:
        return f"Over {MOST_POSTS + asked.later_posts}" if asked.can_act else "Too late"
    if number == 0 and asked.later_posts:
        return "No more"
    return str(number + asked.later_posts)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
