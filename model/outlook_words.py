"""What stands beside the answer of the outlook, in sentences: when, how sure, what it rests on, what it leaves out.

Texts carry team names as the file writes them: whoever shows one as Markdown escapes it.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from math import isfinite

from model.basis import fte_words, when, who_is_counted
from model.exact import half_up, shortest, shown
from model.outlook import Waiting, month_after
from model.outlook_assumptions import HORIZON
from model.outlook_outcome import Outcome
from model.outlook_process import Approval, Course, Measure
from model.outlook_spells import Spells
from model.outlook_start import Start
from model.words import count_words, month_words, number_words, sentence


def of_hundred(share: float) -> int:
    """A share of the futures as whole futures of 100, never more than there are: 79.6 are not the 80 asked for."""
    return int(share * 100 + 1e-9)


def in_futures(share: float, futures: int) -> str:
    """A share of the simulated futures as a figure: "41 in 100", "0 of 10,000", "under 1 in 100"."""
    if share <= 0 or share >= 1:
        return f"{0 if share <= 0 else futures:,} of {futures:,}"
    return f"{of_hundred(share)} in 100" if of_hundred(share) else "under 1 in 100"


def waiting_words(found: Waiting) -> str:
    """How many children wait over the futures, so that mean and range cannot be read against one another."""
    none, low, high = in_futures(found.nobody, found.futures), f"{found.low:,}", f"{found.high:,}"
    if found.nobody >= 1:
        return "in every future"
    if not found.high:
        return f"on average; none in {none} futures"
    if found.nobody > 0:
        return f"on average; none in {none} futures, at most {high} in 90 in 100"
    return f"on average; {low} to {high} in 80 in 100 futures"


def filled_by_words(filled: int, every: int, month: str, covered: int = 0, cover: float = 0.0) -> str:
    """How many of the posts are filled by the month that is judged, in a sentence; "" where it is all or none.

    ``covered`` of the others are approved by then, and agency workers hold the share ``cover`` of them: then that too.
    """
    some = f"{number_words(filled)} of {number_words(every)} {'is' if filled == 1 else 'are'}"
    is_filled = f"{some if filled else 'no post is'} filled by {month}"
    if covered:
        them = f"the {count_words(covered, 'post')} approved {'and not filled ' * bool(filled)}by then"
        return sentence(
            f"{is_filled}; agency workers hold {shortest(100 * cover, 1)}% of {them}, and what they do is in the answer"
        )
    return sentence(is_filled) if 0 < filled < every else ""


def filled_words(stages: Sequence[Approval], lead: int, figures: date) -> str:
    """When posts are approved and from when they are filled, in a sentence; "" without posts."""
    found: list[str] = []
    for stage in stages:
        if not sum(stage.posts):
            continue
        after = ", the month after the figures," if stage.month == 1 and not found else ""
        posts = f"{number_words(sum(stage.posts))} more" if found else "posts"
        joins = _month(figures, max(stage.month + lead, 1))
        found.append(f"{posts} approved in {_month(figures, stage.month)}{after} from {joins}")
    if not found:
        return ""
    return sentence(found[0].replace(" from ", " are filled from ", 1) + "".join(f"; {each}" for each in found[1:]))


def when_likely(outcome: Outcome, figures: date, likely: Spells, very_likely: Spells, since: int | None = None) -> str:
    """In which months the optimum is likely and very likely, in a sentence; months from ``figures``.

    ``since`` is the first that was asked about, where one before it is likely too; "" where it lies beyond the course.
    The chances count those who wait: a ceiling that leaves children to wait reaches nothing.
    """
    line, end = shortest(outcome.optimum), _month(figures, HORIZON)
    if since is not None and since > HORIZON:
        return ""
    if not likely:
        span = f"up to {end}" if since is None else f"from {_month(figures, since)} to {end}"
        return f"In no month {span} are even 50 in 100 futures at {line} or below."
    half = f"At least 50 in 100 futures are at {line} or below {in_spells(figures, likely)}"
    return f"{half}, 80 in 100 {in_spells(figures, very_likely)}."


def from_to(figures: date, first: int, last: int) -> str:
    """From which month to which, counted from that of the figures: "from July 2013 to March 2014"."""
    if first == last:
        return f"in {_month(figures, first)}"
    return f"from {_month(figures, first)}{'' if last >= HORIZON else f' to {_month(figures, last)}'}"


# Spells that a sentence names one by one.
_NAMED = 2


def in_spells(figures: date, found: Spells) -> str:
    """All those months in words: "from July 2013" holds to the end of the course, and no gap is left unsaid."""
    if len(found) <= _NAMED:
        return " and ".join(from_to(figures, *each) for each in found) or "in no month"
    months = sum(last - first + 1 for first, last in found)
    first, last = _month(figures, found[0][0]), _month(figures, found[-1][1])
    return f"in {count_words(months, 'month')} between {first} and {last}"


def _month(first: date, months: int) -> str:
    return month_words(month_after(first, months))


def range_title(low: float, high: float, month: str, *, leaves_waiting: bool = False) -> str:
    """Between which values 80 in 100 futures lie, as a title; ``leaves_waiting``: children wait and are in none."""
    if not isfinite(high):
        return f"In some simulated futures nobody is in post in {month}"
    if leaves_waiting:
        return f"80 in 100 futures: {shown(low)} to {shown(high)} in {month}, the waiting left out"
    return f"80 in 100 simulated futures come to {shown(low)} to {shown(high)} in {month}"


def gap_words(expected: float, mean: float) -> str:
    """How far the line, worked out from expected numbers, is from the mean of the simulated futures, in a sentence."""
    if not (isfinite(expected) and isfinite(mean)):
        return "In some futures nobody is in post, so they have no mean."
    line = "The line is the average at expected inputs, children expected ÷ social workers expected"
    gap = half_up(mean, 2) - half_up(expected, 2)
    if not gap:
        return f"{line}; the mean of the simulated futures is the same, {shown(mean, 2)}."
    return (
        f"{line}: {shown(expected, 2)}. The mean of the simulated futures is {shown(mean, 2)}, "
        f"{shortest(abs(gap))} {'higher' if gap > 0 else 'lower'}."
    )


def waiting_gap_words(expected: float, mean: float) -> str:
    """How far those who wait at expected inputs are from their simulated mean, in a sentence; "" where nobody waits."""
    line, futures = half_up(expected, 0), half_up(mean, 0)
    if not (line or futures):
        return ""
    apart = abs(futures - line)
    than = f"{apart:,} {'more' if futures > line else 'fewer'}" if apart else "as many"
    return (
        f"Children waiting at expected inputs: {line:,}; on average over the futures, as the bars have it, "
        f"{futures:,}, {than}."
    )


def staffing_words(course: Course, month: int, words: str) -> str:
    """Vacancies and effective FTE of a month (in words too) in two sentences that say what they are."""
    vacant, established, effective = (
        shown(float(values[month].sum())) for values in (course.vacancies, course.established, course.effective)
    )
    return (
        f"Of {established} posts (FTE) {vacant} are expected to be vacant in {words}, those that agency workers cover "
        f"among them. All who work then do as much as {effective} experienced workers who are never away "
        "(effective FTE): new workers carry less at first, and everybody is away at times."
    )


def rests_on(start: Start, measure: Measure, optimum: float) -> str:
    """What the answer rests on: date, demand, FTE, measure, optimum, how far ahead, in a row.

    Before it who is in the answer, where teams are left out of it.
    """
    waiting = "children waiting not known" if start.waiting is None else f"{start.waiting:,} of them waiting"
    end = month_words(month_after(start.service.month, HORIZON))
    counted = f"{who_is_counted(start.service)} " if start.service.left_out else ""
    return (
        f"{counted}From {when(start.service)}: {start.children:,} children, {waiting}; {fte_words(start.service)}. "
        f"Held against {shortest(optimum)}: {measure.label}, up to {end}"
    )


def in_brief(start: Start, measure: Measure, months: int) -> str:
    """Dates, demand and FTE in a row: "20 February 2013 to February 2014, allocated children, case-holding FTE"."""
    judged = month_words(month_after(start.service.month, months))
    demand = "allocated children" if measure == Measure.ALLOCATED else "all children"
    fte = f"effective FTE from {fte_words(start.service)}" if measure == Measure.EFFECTIVE else fte_words(start.service)
    return f"{when(start.service)} to {judged}, {demand}, {fte}"
