"""What moved the service average between two months, in a sentence."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from fractions import Fraction

from model.basis import when, without
from model.change import COUNTED_AND_MEASURED, Change, carried_over, change
from model.exact import half_up, shortest, shown
from model.service import ServiceMonth
from model.team import Demand, TeamMonth
from model.words import count_words, first_short, named, sentence


def change_title(moved: Change, before: ServiceMonth, after: ServiceMonth) -> str:
    """How the service average moved and what moved it, as a title; since when, where there is room for it."""
    whose = "With those waiting, the" if moved.counting == Demand.ALL else "The"
    average = f"{whose} average {without(after)}" if without(after) else f"{whose} average"
    how, since = _moved(moved), f" since {when(before)}"
    parts = _parts(moved) if moved.like_for_like else ""
    texts = [
        f"{who} {how}{day}{why}" for why in (parts, "") for who in (average, f"{whose} average") for day in (since, "")
    ]
    return first_short(*texts)


def other_teams(
    before: ServiceMonth,
    after: ServiceMonth,
    *groups: Callable[[ServiceMonth], Iterable[TeamMonth]],
    unsaid: Collection[str] = (),
) -> str:
    """The teams by which two months differ: "with Harbour and Quay, without North 1"; "" where they are the same.

    A team differs that is in one of the ``groups`` in one of the two only, by default the counted teams and those in
    the service average. One that was split or merged in between does not differ from those that it became. Teams that
    are ``unsaid`` are not named.
    """
    now: set[str] = set()
    then: set[str] = set()
    for group in groups or COUNTED_AND_MEASURED:
        earlier, later = carried_over(group(before), before, after), {team.team for team in group(after)}
        now, then = now | (later - earlier), then | (earlier - later)
    here = [team.team for team in (*before.teams, *after.teams)]
    names = {"with": _in_order(now - set(unsaid), here), "without": _in_order(then - set(unsaid), here)}
    return ", ".join(f"{word} {named(teams, most=3)}" for word, teams in names.items() if teams)


def _in_order(names: Iterable[str], order: Sequence[str]) -> list[str]:
    return sorted(names, key=lambda name: (order.index(name) if name in order else len(order), name))


def highest_made_of(before: ServiceMonth | None, after: ServiceMonth) -> str:
    """What the highest caseload is made of, and what of it is new since ``before``; "" where it is not known.

    "South 1 has 214 children for 6 FTE: since 3 September 2012, 17 more children and 1.5 FTE fewer."
    """
    found = [team for team in after.counted if team.is_measured and team.fte]
    others = [average for team in after.counted if (average := team.average()) is not None]
    highest = max(found, key=lambda team: team.average() or 0, default=None)
    if highest is None or highest.average() != max(others) or len(after.counted) < 2:
        return ""
    children = count_words(highest.allocated or 0, "child", "children")
    has = f"{highest.team} has {children} for {shortest(highest.fte or 0)} FTE"
    then = before.team(highest.team) if before else None
    if before is None or then is None or then.allocated is None or then.fte is None:
        return sentence(has)
    more, hours = (highest.allocated or 0) - then.allocated, (highest.fte or 0) - then.fte
    side = "more" if more > 0 else "fewer"
    people = f"{abs(more):,} {side} {'child' if abs(more) == 1 else 'children'}" if more else "as many children"
    if then.fte_basis != highest.fte_basis:
        # Established posts less workers in post is no worker who went.
        return sentence(f"{has}: since {when(before)}, {people}")
    fte = f"{shortest(abs(hours))} FTE {'more' if hours > 0 else 'fewer'}" if hours else "the same FTE"
    return sentence(f"{has}: since {when(before)}, {people} and {fte}")


def growth_sentence(before: ServiceMonth, after: ServiceMonth) -> str:
    """By how much the children grew, and in how many days; those who wait with them where both months know them.

    "In 170 days allocated children rose by 8.4% to 1,294, all children by 14.7% to 1,370." "" where the teams or the
    days are not those of both months, or nothing grew or fell.
    """
    counted = change(before, after)
    if counted is None or not counted.same_teams or not counted.days or not counted.growth:
        return ""
    verb = "rose" if counted.growth > 0 else "fell"
    allocated = f"allocated children {verb} by {_percent(counted.growth)} to {after.allocated:,}"
    everyone, also = change(before, after, Demand.ALL), ""
    partial = before.unallocated_is_partial or after.unallocated_is_partial
    if not partial and everyone and everyone.growth and (before.unallocated or after.unallocated):
        again = "" if (everyone.growth > 0) == (counted.growth > 0) else "rose " if everyone.growth > 0 else "fell "
        also = f", all children {again}by {_percent(everyone.growth)} to {after.children(Demand.ALL):,}"
    return sentence(f"in {count_words(counted.days, 'day')} {allocated}{also}")


def _percent(growth: Fraction) -> str:
    return f"{shown(100 * abs(growth))}%"


def rounding_note(change: Change) -> str:
    """A sentence where the two rounded parts do not add up to the rounded whole, or ""."""
    parts = half_up(change.demand) + half_up(change.capacity)
    if parts == half_up(change.total):
        return ""
    return f"Each figure is rounded, so the parts add up to {shown(abs(parts))}."


def _moved(change: Change) -> str:
    """ "rose by 5.1", "fell by 0.4", "is unchanged"."""
    total = half_up(change.total)
    return f"{'rose' if total > 0 else 'fell'} by {shown(abs(change.total))}" if total else "is unchanged"


def _parts(change: Change) -> str:
    """ ": 2.4 from more children, 2.8 from fewer social workers", or what else moved it, or nothing."""
    children = f"{'more' if change.demand > 0 else 'fewer'} children"
    workers = f"{'fewer' if change.capacity > 0 else 'more'} social workers"
    by, over = shown(abs(change.demand)), shown(abs(change.capacity))
    if not change.demand or not change.capacity:
        return f", all of it from {children if change.demand else workers}" if half_up(change.total) else ""
    if (change.demand > 0) == (change.capacity > 0):
        return f": {by} from {children}, {over} from {workers}"
    verbs = ("added", "took away") if change.demand > 0 else ("took away", "added")
    return f": {children} {verbs[0]} {by}, {workers} {verbs[1]} {over}"
