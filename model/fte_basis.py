"""Whether the averages of two months divide by the same kind of FTE: established, in post and case-holding are not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby, pairwise

from model.basis import fte_taken, fte_words
from model.service import ServiceMonth
from model.team_figures import TeamFigures
from model.to_check import Finding, Kind, Point
from model.words import month_words

_Bases = frozenset[str | None]


def _bases(service: ServiceMonth) -> _Bases:
    return frozenset(team.fte_basis for team in service.counted if team.fte is not None)


def same_fte(before: ServiceMonth, after: ServiceMonth) -> bool:
    """Whether both months count FTE of the same kind; where one of them has no FTE there is nothing to tell apart."""
    return not _bases(before) or not _bases(after) or _bases(before) == _bases(after)


def then_and_now(before: ServiceMonth, after: ServiceMonth) -> str:
    """Which FTE each month counts: "established FTE then, FTE in post now"; "" where it is the same."""
    return "" if same_fte(before, after) else f"{fte_words(before)} then, {fte_words(after)} now"


def fte_changes(history: Sequence[ServiceMonth]) -> list[ServiceMonth]:
    """The months, of an ascending ``history``, that count another kind of FTE than the last one before with any."""
    known = [service for service in history if _bases(service)]
    return [after for before, after in pairwise(known) if not same_fte(before, after)]


def fte_of_course(history: Sequence[ServiceMonth]) -> str:
    """Which FTE the averages of all the months are taken over, and until when where it changes.

    "established FTE to January 2025, FTE in post from February 2025". ``history`` ascends and is not empty.
    """
    if not fte_changes(history):
        return fte_taken(history[-1])
    known = [service for service in history if _bases(service)]
    runs = [list(months) for _, months in groupby(known, _bases)]
    if len(runs) > 2:
        return f"FTE of more than one kind, from {month_words(runs[-1][0].month)} {fte_words(runs[-1][0])}"
    before, after = runs
    return (
        f"{fte_words(before[0])} to {month_words(before[-1].month)}, "
        f"{fte_words(after[0])} from {month_words(after[0].month)}"
    )


def fte_findings(figures: TeamFigures) -> Iterator[Finding]:
    """Months whose FTE is of another kind than that of the last month before with any."""
    kinds: dict[date, dict[str | None, None]] = {}
    for month, fte, basis in zip(figures.months, figures.fte, figures.bases, strict=True):
        if fte is not None:
            kinds.setdefault(month, {})[basis] = None
    for (earlier, then), (later, now) in pairwise(sorted(kinds.items(), key=lambda item: item[0])):
        if set(then) != set(now):
            yield Finding(Kind.FTE_KIND, later, (_point(earlier, then), _point(later, now)), figure="fte")


def _point(month: date, kinds: dict[str | None, None]) -> Point:
    return Point(month, basis=" and ".join(kind or "not stated" for kind in kinds))
