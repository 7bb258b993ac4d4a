"""Who still waits once posts are in, and whether the spare places hold them, in sentences."""

from __future__ import annotations

from fractions import Fraction

from model.exact import ceil_exact, shortest
from model.needed import waiting_held
from model.service import ServiceMonth
from model.words import count_words, sentence


def still_wait(after: ServiceMonth, posts: int) -> str:
    """A clause on the children who wait: "76 children still wait", "the 76 who wait have places", or ""."""
    if not after.unallocated:
        return ""
    if have_places(after):
        return _who_wait_have_places(after)
    verb = "waits" if after.unallocated == 1 else "wait"
    return f"{_who(after)} {'still ' if posts else ''}{verb}"


def _who_wait_have_places(after: ServiceMonth) -> str:
    """The clause for children who all have a place: "the 76 who wait have places"."""
    waiting = after.unallocated or 0
    return "the one who waits has a place" if waiting == 1 else f"the {waiting:,} who wait have places"


def have_places(after: ServiceMonth) -> bool:
    """Whether all who wait are known, and whole spare places hold every one of them."""
    return after.unallocated is not None and not after.unallocated_is_partial and not _without_place(after)


def waiting_sentence(before: ServiceMonth, after: ServiceMonth) -> str:
    """Who waits, the spare places there are for them, and in posts what those do not hold."""
    waiting = after.unallocated
    if waiting is None:
        return "How many children wait for a social worker is not known."
    if not waiting:
        return ""
    held, places = waiting_held(after)
    if held == waiting:
        return _all_held(before, after, places)
    who = f"{_who(after)} {'waits' if waiting == 1 else 'wait'} for a social worker"
    posts = count_words(ceil_exact(Fraction(waiting - held) / after.optimum), "post")
    each = f"at {shortest(after.optimum)} each"
    if not held:
        return sentence(f"{who}: {each}, the work of {posts}")
    hold = f"the {count_words(places, 'spare place')} would hold {held:,} of them"
    return sentence(f"{who}: {hold}; the other {waiting - held:,} are, {each}, the work of {posts}")


def _all_held(before: ServiceMonth, after: ServiceMonth, places: int) -> str:
    one, still = after.unallocated == 1, "" if before.teams == after.teams else " still"
    who = f"{_who(after)}{still} {'has' if one else 'have'} no social worker"
    return sentence(f"{who}: the {count_words(places, 'spare place')} would hold {'the child' if one else 'them'}")


def _who(after: ServiceMonth) -> str:
    least = "at least " if after.unallocated_is_partial else ""
    return f"{least}{count_words(after.unallocated or 0, 'child', 'children')}"


def _without_place(after: ServiceMonth) -> int:
    return (after.unallocated or 0) - waiting_held(after)[0]
