"""What the months counted say of the months ahead: time open, leavers, recruitment and absence, each with its source.

Each is read from the last twelve months, or as many as there are, six at least; with fewer it stays an assumption, and
the reason is given.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from model.exact import half_up, shown
from model.flows import VACANT, FlowMonth, Step, steps
from model.outlook_start import Readings
from model.words import count_words, month_words, months_apart, number_words

LEAST_MONTHS, MOST_MONTHS = 6, 12
# Fewer who joined, in FTE, say too little of how long a post stays vacant: chance alone would move it by half.
LEAST_JOINED = 3
# With so many months the one with the highest share and the one with the lowest are left out.
_ENOUGH_TO_LEAVE_OUT = 8


@dataclass(frozen=True)
class _Found:
    """What is read so far: the assumptions by their names, and how each was read or why it was not."""

    taken: dict[str, float] = field(default_factory=dict)
    said: dict[str, str] = field(default_factory=dict)


def readings(months: Sequence[FlowMonth], since: date | None = None, *, of_in_post: bool = False) -> Readings:
    """What the months up to the last one say, those before ``since`` left out.

    ``of_in_post`` says that averages are taken over FTE in post: then those on maternity or other leave are in it,
    and count as absent; in case-holding FTE they are not.
    """
    found = _Found()
    _read_open(steps(months, since), found)
    kept = [month for month in months if since is None or month.month >= since]
    _read_leavers(kept, found)
    _read_recruitment(kept, found)
    _read_absence(kept, found, ("away_sickness", "away_maternity") if of_in_post else ("away_sickness",))
    return Readings(found.taken, found.said)


def _read_open(known: Sequence[Step], found: _Found) -> None:
    """Months open: children open at the start of a month for each one that closes in it (Little's law)."""
    last = [step for step in known if step.before][-MOST_MONTHS:]
    if len(last) < LEAST_MONTHS:
        _too_few("months_open", "who started and who closed", len(last), found)
        return
    kept, left_out = last, ""
    if len(last) >= _ENOUGH_TO_LEAVE_OUT:
        kept = sorted(last, key=lambda step: Fraction(step.closures, step.before))[1:-1]
        left_out = ", the months with the highest and the lowest share left out"
    closures, before = sum(step.closures for step in kept), sum(step.before for step in kept)
    span = _span([step.month for step in last])
    if not closures:
        found.said["months_open"] = f"Nobody’s case closed in {span}"
        return
    found.taken["months_open"] = min(max(before / closures, 1.0), 120.0)
    found.said["months_open"] = (
        f"Read from {span}: {shown(Fraction(closures * 100, before))}% of open cases closed in a month{left_out}"
    )


def _read_leavers(months: Sequence[FlowMonth], found: _Found) -> None:
    """Leavers of a year ÷ in post (DfE), both in FTE, or else both in people: the two are never mixed."""
    pairs = (("leavers_fte", "fte_in_post", "FTE"), ("leavers", "headcount", "people"))
    best: list[FlowMonth] = []
    for name, whole, unit in pairs:
        last = _run(months, (name, whole))[-MOST_MONTHS:]
        if len(last) >= LEAST_MONTHS and (share := _share(last, (name,), whole)) is not None:
            left = sum((month.figures[name] for month in last), Fraction(0))
            mean = sum((month.figures[whole] for month in last), Fraction(0)) / len(last)
            a_year = "" if len(last) == MOST_MONTHS else ", as of a whole year"
            found.taken["turnover"] = min(float(share * 12), 1.0)
            found.said["turnover"] = (
                f"Read from {_span([month.month for month in last])}: {shown(left)} {unit} left of {shown(mean)} in "
                f"post on average{a_year}"
            )
            return
        best = max(best, last, key=len)
    _too_few("turnover", "leavers beside those in post, both in FTE or both in people,", len(best), found)


def _read_recruitment(months: Sequence[FlowMonth], found: _Found) -> None:
    """Months to recruit: FTE vacant at the ends of the months ÷ FTE that joined in them.

    The time that posts were vacant for each one that was filled, those still vacant with the time that they have been
    (Little's law). Posts vacant are FTE, so joiners are read in FTE; as people only where the months themselves say
    that every worker is full-time, because there are as many people in post as FTE.
    """
    last = _run(months, ("joiners_fte", VACANT, "fte_in_post"))[-MOST_MONTHS:]
    people = _run(months, ("joiners", VACANT, "fte_in_post", "headcount"))[-MOST_MONTHS:]
    all_full_time = all(month.get("headcount") == month.get("fte_in_post") for month in people)
    if len(last) >= LEAST_MONTHS:
        _lead_of(last, "joiners_fte", "FTE", found)
    elif len(people) >= LEAST_MONTHS and all_full_time:
        _lead_of(people, "joiners", "people", found)
    elif len(some := _run(months, ("joiners", VACANT))[-MOST_MONTHS:]) >= LEAST_MONTHS:
        _say_at_least(some, found)
    else:
        _too_few("lead", "who joined beside which posts were vacant, both in FTE,", len(last), found)


def _lead_of(last: Sequence[FlowMonth], name: str, unit: str, found: _Found) -> None:
    joined, vacant, span = *_joined_and_vacant(last, name), _span([month.month for month in last])
    if joined < LEAST_JOINED:
        found.said["lead"] = f"Only {shown(joined)} {unit} joined in {span}: too few to say how long recruitment takes"
        return
    found.taken["lead"] = min(int(half_up(vacant / joined, 0)), 24)
    who = f"{shown(joined)} FTE joined"
    if name == "joiners":
        who = f"{shown(joined, 0)} people joined, each a full-time worker, as there were as many people in post as FTE,"
    found.said["lead"] = (
        f"Read from {span}: {who} and {shown(vacant / len(last))} FTE were vacant on average, so a vacancy lasted "
        f"{shown(vacant / joined)} months"
    )


def _say_at_least(last: Sequence[FlowMonth], found: _Found) -> None:
    """What joiners counted as people say of it: nobody is more than one FTE, and how much less nobody says."""
    joined, vacant, span = *_joined_and_vacant(last, "joiners"), _span([month.month for month in last])
    least = f": a vacancy lasted {shown(vacant / joined)} months or longer" if joined >= LEAST_JOINED else ""
    found.said["lead"] = (
        f"{shown(joined, 0)} people joined in {span}, of how many FTE the figures do not say{least}. It is read where "
        "joiners are in FTE"
    )


def _joined_and_vacant(last: Sequence[FlowMonth], name: str) -> tuple[Fraction, Fraction]:
    joined, vacant = (sum((month.figures[each] for month in last), Fraction(0)) for each in (name, VACANT))
    return joined, vacant


def _read_absence(months: Sequence[FlowMonth], found: _Found, names: Sequence[str]) -> None:
    last = _run(months, (*names, "fte_in_post"))[-MOST_MONTHS:]
    share = _share(last, names, "fte_in_post") if len(last) >= LEAST_MONTHS else None
    if share is None:
        _too_few("absence", "who was away", len(last), found)
        return
    who = "away sick" if len(names) == 1 else "away sick or on maternity or other leave"
    found.taken["absence"] = min(float(share), 0.9)
    found.said["absence"] = f"Read from {_span([month.month for month in last])}: FTE {who} of FTE in post"


def _share(months: Sequence[FlowMonth], names: Sequence[str], whole: str) -> Fraction | None:
    """The sum of some figures over the months ÷ the sum of another; ``None`` where that is 0."""
    parts = sum((month.figures[name] for month in months for name in names), Fraction(0))
    total = sum((month.figures[whole] for month in months), Fraction(0))
    return parts / total if total else None


def _run(months: Sequence[FlowMonth], names: Sequence[str]) -> list[FlowMonth]:
    """The last unbroken run of months with all those figures; those since then that lack one are passed over."""
    found: list[FlowMonth] = []
    for month in months:
        if any(month.get(name) is None for name in names):
            continue
        if found and months_apart(found[-1].month, month.month) != 1:
            found = []
        found.append(month)
    return found


def _too_few(name: str, what: str, known: int, found: _Found) -> None:
    if known:
        found.said[name] = (
            f"The figures say {what} in {count_words(known, 'month')} only; {number_words(LEAST_MONTHS)} are needed"
        )


def _span(months: Sequence[date]) -> str:
    return f"{count_words(len(months), 'month')}, {month_words(months[0])} to {month_words(months[-1])}"
