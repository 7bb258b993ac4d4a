"""What the months ahead hold, in sentences: at most 15 words where one is a title.

Texts carry team names as the file writes them: whoever shows one as Markdown escapes it.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import isfinite

from model.exact import Number, half_up, shortest, shown
from model.outlook_outcome import Outcome
from model.outlook_process import Measure
from model.words import all_words, count_words, first_short, number_words, sentence

LIKELY, VERY_LIKELY = 0.5, 0.8


def answer(outcome: Outcome) -> str:
    """Where the posts bring the service by the month, as a title.

    "Six posts bring the service to 28.5 by February 2014, not 25; 14 are needed."
    """
    if not isfinite(outcome.value):
        return sentence(f"no social worker is in post in {outcome.month}")
    if outcome.leaves_waiting and not outcome.too_late:
        return _those_who_wait_beside_agency(outcome) if outcome.covered else _those_who_wait_first(outcome)
    start, wait = _reach(outcome), _waiting(outcome)
    need = "" if outcome.is_at_optimum else _needed(outcome)
    tails = [f"{need}{wait}", need, wait, ""]
    return first_short(*(f"{reach}{tail}" for reach in (f"{start}{_against(outcome)}", start) for tail in tails), start)


def _those_who_wait_first(outcome: Outcome) -> str:
    """ "Six posts leave 120 waiting in March 2014 and 30.8 each, not 25; 21 needed."

    A low average because many wait is no answer, so they come first. Where it is at the optimum for want of them, what
    it is with them follows: "Six posts leave 469 waiting in March 2014: 32.1 counting them, not 25; 21 needed."
    """
    waiting, line = number_words(int(half_up(outcome.waiting, 0))), shortest(outcome.optimum)
    leave = f"{count_words(outcome.posts, 'post')} {'leaves' if outcome.posts == 1 else 'leave'} {waiting} waiting"
    start = f"{leave if outcome.posts else f'without posts {waiting} wait'} in {outcome.month}"
    posts = _or_over(outcome.needed, outcome.most)
    if not outcome.is_at_optimum:
        far = f"{start} and {shown(outcome.value)} each, not {line}"
        if outcome.needed is None and not outcome.can_act:
            return first_short(f"{far}; {_NONE_CAN}", far, start)
        return first_short(f"{far}; {posts} needed", far, start)
    every = outcome.value if outcome.counting_them is None else outcome.counting_them
    if not outcome.posts:
        return _without_posts(outcome, waiting, is_over=every > outcome.optimum + 1e-9)
    counted = f"{start}: {shown(every)} counting them"
    if every > outcome.optimum + 1e-9:
        far = f"{counted}, {'just above' if half_up(every) == half_up(outcome.optimum) else 'not'} {line}"
        none_can = outcome.needed is None and not outcome.can_act
        return first_short(f"{far}; {_NONE_CAN if none_can else f'{posts} needed'}", far, start)
    if outcome.to_all is None and not outcome.can_act:
        return first_short(f"{counted}; {_NONE_CAN}", counted, start)
    gives = "gives everyone a worker" if outcome.to_all == 1 else "give everyone workers"
    return first_short(f"{counted}; {_or_over(outcome.to_all, outcome.most)} {gives}", counted, start)


def _those_who_wait_beside_agency(outcome: Outcome) -> str:
    """ "Six posts, agency in 20 more: 26.8 in March 2014, not 25; 38 wait." """
    start, waiting, line = _with_agency(outcome), number_words(int(half_up(outcome.waiting, 0))), outcome.optimum
    if not outcome.is_at_optimum:
        far = f"{start}: {shown(outcome.value)} in {outcome.month}"
        return first_short(f"{far}, not {shortest(line)}{_waiting(outcome)}", f"{far}{_waiting(outcome)}", far)
    every = outcome.value if outcome.counting_them is None else outcome.counting_them
    counted = f"{start}: {shown(every)} counting {waiting} waiting in {outcome.month}"
    if every <= line + 1e-9:
        return sentence(counted)
    against = "over" if half_up(every) == half_up(line) else "not"
    return first_short(f"{counted}, {against} {shortest(line)}", counted)


def _with_agency(outcome: Outcome) -> str:
    """Who does it, where agency workers hold posts that nobody has joined for: "six posts, agency in 20 more"."""
    filled = outcome.posts - outcome.covered * outcome.counts_covered
    if not filled:
        return f"agency in {count_words(outcome.covered, 'unfilled post')}"
    return f"{count_words(filled, 'post')}, agency in {number_words(outcome.covered)} more"


def _without_posts(outcome: Outcome, waiting: str, *, is_over: bool) -> str:
    """ "Without posts 173 children wait in December 2027; one post is needed for 25."

    An average of those allocated that is at the optimum for want of so many is not said; ``is_over``: with them it is
    not there.
    """
    children = "child waits" if waiting == "one" else "children wait"
    start = f"without posts {waiting} {children} in {outcome.month}"
    posts = outcome.needed if is_over else outcome.to_all
    if posts is None and not outcome.can_act:
        return first_short(f"{start}; no post comes in time", start)
    one = posts == 1
    many = f"{_or_over(posts, outcome.most)} post{'' if one else 's'}"
    if is_over:
        return first_short(f"{start}; {many} {'is' if one else 'are'} needed for {shortest(outcome.optimum)}", start)
    return first_short(f"{start}; {many} {'gives everyone a worker' if one else 'give everyone workers'}", start)


# No number of posts is the answer where none that is approved is filled in time.
_NONE_CAN = "none can help"


def _or_over(posts: int | None, most: int) -> str:
    return f"over {most}" if posts is None else number_words(posts)


def _reach(outcome: Outcome) -> str:
    figure = f"{shown(outcome.value)}{' per effective worker' if outcome.measure == Measure.EFFECTIVE else ''}"
    if outcome.covered:
        return f"{_with_agency(outcome)}: {figure} by {outcome.month}"
    if not outcome.posts:
        verb = "averages" if outcome.who == "the service" else "average"
        return f"without posts {outcome.who} {verb} {figure} in {outcome.month}"
    if outcome.too_late:
        verb = "comes" if outcome.posts == 1 else "come"
        posts = count_words(outcome.posts, "post")
        return f"{posts} {verb} too late for {outcome.month}: {figure}"
    verb = "brings" if outcome.posts == 1 else "bring"
    return f"{count_words(outcome.posts, 'post')} {verb} {outcome.who} to {figure} by {outcome.month}"


def _against(outcome: Outcome) -> str:
    line = shortest(outcome.optimum)
    # 25.04 is shown as 25.0: then "not 25" would look wrong.
    if half_up(outcome.value) == half_up(outcome.optimum):
        return ", the optimum" if outcome.is_at_optimum else f", just above {line}"
    return f", below {line}" if outcome.is_at_optimum else f", not {line}"


def _needed(outcome: Outcome) -> str:
    if outcome.needed is None and not outcome.can_act:
        return "" if outcome.too_late else f"; {_NONE_CAN}"
    if outcome.needed is None:
        return f"; more than {outcome.most} are needed"
    more = " more" if outcome.covered and not outcome.posts else ""
    return f"; {number_words(outcome.needed)}{more} {'is' if outcome.needed == 1 else 'are'} needed"


def _waiting(outcome: Outcome) -> str:
    waiting = int(half_up(outcome.waiting, 0))
    return f"; {number_words(waiting)} {'waits' if waiting == 1 else 'wait'}" if waiting else ""


def needed_title(outcome: Outcome, sure: int | None) -> str:
    """What would be needed, as a title: posts for the expected value, and for 80 of 100 futures."""
    line = shortest(outcome.optimum)
    if not outcome.can_act and sure is None:
        if outcome.needed is None:
            return f"For {line} by {outcome.month} no number of posts is enough: none starts by then"
        return f"For {line} by {outcome.month} no posts are needed; none could make it surer"
    expected = f"over {outcome.most}" if outcome.needed is None else number_words(outcome.needed)
    if outcome.later and outcome.needed == outcome.later:
        are = f"the {outcome.later:,} of later stages {'is' if outcome.later == 1 else 'are'} enough for {line}"
        if sure == outcome.later:
            return sentence(f"{are}, in 80 in 100 futures too").rstrip(".")
        surely = f"over {outcome.most}" if sure is None else f"{sure:,}"
        return first_short(f"{are}; {surely} for 80 in 100 futures", f"{are}; {surely} for 80 in 100").rstrip(".")
    if outcome.needed == 0:
        if sure == 0:
            return f"For {line} no posts are needed, nor for 80 in 100 futures"
        expected = "no"
    safe = f"over {outcome.most}" if sure is None else number_words(sure) if sure else "none"
    posts = "post" if outcome.needed == 1 else "posts"
    return first_short(
        f"for {line} by {outcome.month}: {expected} {posts}; {safe} to reach it in 80 in 100 futures",
        f"for {line}: {expected} {posts}; {safe} to reach it in 80 in 100 futures",
    ).rstrip(".")


def teams_title(
    excess: Sequence[float],
    month: str,
    optimum: Number | None,
    waiting: int = 0,
    counting_them: Sequence[float] | None = None,
) -> str:
    """How many teams are expected to be over their optimum in the month, and how many wait in them, as a title.

    ``excess`` is by how much each is, in children per FTE; ``optimum`` the one that all share, if they do; ``waiting``
    children, who are in no average of those allocated. ``counting_them`` is the excess with them: where more teams are
    over then, those are the ones that are counted.
    """
    over, every = _over(excess), len(excess)
    line = "the optimum" if optimum is None else shortest(optimum)
    if waiting and counting_them is not None and _over(counting_them) > over:
        them = f"counting the {waiting:,} who {'waits' if waiting == 1 else 'wait'},"
        which = _which_teams(_over(counting_them), every)
        return first_short(
            f"{them} {which} expected over {line} in {month}", f"{them} {which} over {line} in {month}"
        ).rstrip(".")
    wait = f"; {number_words(waiting)} {'waits' if waiting == 1 else 'wait'}" if waiting else ""
    if every == 1:
        return f"The team is expected {'above' if over else 'at or below'} {line} in {month}{wait}"
    return sentence(f"{_which_teams(over, every)} expected over {line} in {month}{wait}").rstrip(".")


def _over(excess: Sequence[float]) -> int:
    return sum(value > 1e-9 for value in excess)


def _which_teams(over: int, every: int) -> str:
    """How many of them, with the verb: "two of six teams are"."""
    if every == 1:
        return f"the team is{'' if over else ' not'}"
    some = f"{number_words(over)} of {number_words(every)} teams"
    which = "no team" if not over else all_words(every) if over == every else some
    return f"{which} {'is' if over <= 1 else 'are'}"
