"""Who still waits once posts are in, and whether the spare places hold them, in sentences."""

from __future__ import annotations

from fractions import Fraction

from model.basis import who_they_are
from model.exact import ceil_exact, shortest
from model.needed import waiting_held
from model.service import ServiceMonth
from model.words import count_words, number_words, sentence


def still_wait(after: ServiceMonth, posts: int, *, brief: bool = False) -> str:
    """A clause on the children who wait: "76 children still wait", "the 76 who wait have places", or "".

    ``brief`` says it in as few words as a title has: "76 wait", "all waiting have places".
    """
    waiting = after.unallocated
    if not waiting:
        return ""
    if have_places(after):
        long = "the one who waits has a place" if waiting == 1 else f"the {waiting:,} who wait have places"
        return "all waiting have places" if brief else long
    verb = "waits" if waiting == 1 else "wait"
    if brief:
        return f"{_least(after)}{number_words(waiting)} {verb}"
    return f"{_who(after)} {'still ' if posts else ''}{verb}"


def have_places(after: ServiceMonth) -> bool:
    """Whether all who wait are known, and whole spare places hold every one of them."""
    return after.unallocated is not None and not after.unallocated_is_partial and not _without_place(after)


def waiting_sentence(before: ServiceMonth, after: ServiceMonth) -> str:
    """Who waits, the spare places there are for them, and in posts what those do not hold."""
    waiting = after.unallocated
    if waiting is None:
        return waiting_unknown(after)
    if not waiting:
        return ""
    held, places = waiting_held(after)
    if held == waiting:
        return _all_held(before, after, places)
    who = f"{_who(after)} {'waits' if waiting == 1 else 'wait'} for a social worker"
    work = _work(after, waiting - held)
    if not held:
        none = "there is no spare place where they wait" if places else "there is no spare place"
        return sentence(f"{who}: {work}" if work else f"{who}, and {none}")
    # Places of a team in which nobody waits hold none of them: their number would look wrong here.
    elsewhere = places > held
    where = "spare places where they wait" if elsewhere else f"the {count_words(places, 'spare place')}"
    hold = f"{where} would hold {held:,} of them"
    one, other = waiting - held == 1, "one" if waiting - held == 1 else f"{waiting - held:,}"
    rest = f"{'is' if one else 'are'}, {work}" if work else f"{'has' if one else 'have'} no place"
    return sentence(f"{who}: {hold}; the other {other} {rest}")


def waiting_unknown(service: ServiceMonth) -> str:
    """That nobody knows how many of these teams' children wait; how many wait in the whole service, where that is."""
    whole = service.unallocated_elsewhere_too
    if whole is None:
        return "How many children wait for a social worker is not known from these figures."
    these = "this team" if len(service.counted) == 1 else "these teams"
    verb, of_them = ("waits", "whether in") if whole == 1 else ("wait", "how many of them in")
    who = count_words(whole, "child", "children") if whole > 1 else "one child"
    return sentence(f"{who} {verb} in the whole service; the figures do not say {of_them} {these}")


def _work(after: ServiceMonth, children: int) -> str:
    """So many children in posts at the optimum that the teams share; "" where optima differ."""
    optimum = after.shared_optimum
    if optimum is None:
        return ""
    posts = count_words(ceil_exact(Fraction(children) / optimum), "post")
    return f"at {shortest(optimum)} each, the work of {posts}"


def _all_held(before: ServiceMonth, after: ServiceMonth, places: int) -> str:
    one, still = after.unallocated == 1, "" if before.teams == after.teams else " still"
    who = f"{_who(after)}{still} {'has' if one else 'have'} no social worker"
    return sentence(f"{who}: the {count_words(places, 'spare place')} would hold {'the child' if one else 'them'}")


def _who(after: ServiceMonth) -> str:
    """How many wait; in which teams where these are not all, so that no other number of the service contradicts it."""
    apart = after.left_out and not after.unallocated_service_only
    of = f" of {who_they_are(after)}" if apart else ""
    return f"{_least(after)}{count_words(after.unallocated or 0, 'child', 'children')}{of}"


def _least(after: ServiceMonth) -> str:
    return "at least " if after.unallocated_is_partial else ""


def _without_place(after: ServiceMonth) -> int:
    return (after.unallocated or 0) - waiting_held(after)[0]
