"""Splitting a team and merging teams: children, full-time equivalents and people stay, to the last of them.

Children and people are whole, so that shares are made by the largest remainder;
FTE is divided exactly. A figure that is not known stays so in every part. The
average that a file prints is of the team it was printed for, and is dropped.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any, TypeAlias

from model.exact import Number, exact
from model.service import ServiceMonth
from model.team import TeamMonth
from model.words import count_words, listed, sentence

FTE_FIGURES = ("fte", "established", "in_post", "case_holding")
WHOLE_FIGURES = ("allocated", "unallocated", "headcount")
MOST_PARTS = 4

# The share of each part, by figure; each figure's shares come to 1.
Shares: TypeAlias = Mapping[str, tuple[Fraction, ...]]


class RestructureError(ValueError):
    """Teams that cannot be split or merged as asked: the message says which, why, and what to do."""


@dataclass(frozen=True)
class Split:
    """A team to split in the given shares."""

    team: str
    shares: tuple[Fraction, ...]


@dataclass(frozen=True)
class Merge:
    """Two or more teams to merge."""

    teams: tuple[str, ...]


def regrouped(service: ServiceMonth, change: Split | Merge) -> ServiceMonth:
    """The service after the change; raises :class:`RestructureError` where it cannot be made."""
    if isinstance(change, Split):
        return split(service, change.team, alike(change.shares))
    return merge(service, change.teams)


def even(parts: int) -> tuple[Fraction, ...]:
    """The same share for each of so many parts."""
    return (Fraction(1, parts),) * parts


def typed(text: str, parts: int) -> tuple[Fraction, ...]:
    """Shares as somebody types them, "60, 40" or "10 and 8": as many numbers as parts, which need not come to 100.

    Even ones for a blank. Raises :class:`RestructureError` for another number of them, or one that is not above 0.
    """
    if not text.strip():
        return even(parts)
    numbers = [exact(number) for number in re.findall(r"\d+(?:\.\d+)?", text)]
    if len(numbers) != parts or not all(numbers) or "-" in text or "−" in text:
        raise RestructureError(
            f"“{text.strip()}” are not the shares of {count_words(parts, 'part')}: type {count_words(parts, 'number')} "
            "above 0 with commas between them, such as 60, 40."
        )
    return tuple(number / sum(numbers) for number in numbers)


def alike(shares: Sequence[Fraction]) -> Shares:
    """The same shares of every figure."""
    return {figure: tuple(shares) for figure in (*FTE_FIGURES, *WHOLE_FIGURES)}


def as_they_are(teams: Sequence[TeamMonth]) -> Shares:
    """The share that each team has of every figure: splitting them merged by these gives them back."""
    return {figure: _parts_of([getattr(team, figure) for team in teams]) for figure in alike(())}


def split(service: ServiceMonth, name: str, shares: Shares, names: Sequence[str] | None = None) -> ServiceMonth:
    """The service with the team in parts, which stand where it stood.

    Parts are named after it ("South 1 A") where no ``names`` are given. Raises :class:`RestructureError` for a team
    that is not there, or a name that another has.
    """
    team = _named(service, name)
    number = len(next(iter(shares.values())))
    if not 2 <= number <= MOST_PARTS and names is None:
        raise RestructureError(f"A team is split in two to {MOST_PARTS} parts.")
    called = list(names or [f"{name} {letter}" for letter in "ABCD"[:number]])
    _refuse_taken(service, called, {name})
    by_part = zip(*(_shared(getattr(team, figure), of) for figure, of in shares.items()), strict=True)
    parts = [
        _remade(team, each, dict(zip(shares, values, strict=True)))
        for each, values in zip(called, by_part, strict=True)
    ]
    return replace(service, teams=tuple(p for each in service.teams for p in (parts if each is team else (each,))))


def merge(service: ServiceMonth, names: Sequence[str], called: str | None = None) -> ServiceMonth:
    """The service with the teams as one, which stands where the first of them stood.

    Waiting children are summed where any team knows of them, as everywhere; the number of people, and an FTE that the
    averages are not taken over, only where all do. Raises :class:`RestructureError` for teams whose sums would mix what
    must not be mixed: known and unknown children or FTE, one kind of FTE and another, optima, counted and not.
    """
    teams = [team for team in service.teams if team.team in names]
    if len(set(names)) < 2 or len(teams) < len(set(names)):
        raise RestructureError("Choose at least two teams of this month to merge.")
    _refuse_mixed(teams)
    name = called or " + ".join(team.team for team in teams)
    _refuse_taken(service, [name], set(names))
    figures = {figure: _sum([getattr(team, figure) for team in teams]) for figure in (*FTE_FIGURES, *WHOLE_FIGURES)}
    waiting = [team.unallocated for team in teams if team.unallocated is not None]
    figures["unallocated"] = sum(waiting) if waiting else None
    alike_in = {name: _shared_by([getattr(team, name) for team in teams]) for name in ("area", "kind")}
    merged = _remade(teams[0], name, figures | alike_in)
    others = set(names) - {teams[0].team}
    left = (merged if team is teams[0] else team for team in service.teams if team.team not in others)
    return replace(service, teams=tuple(left))


def apportioned(total: int, shares: Sequence[Fraction]) -> tuple[int, ...]:
    """The whole number in whole parts by the largest remainder; of equal remainders the earlier part has it."""
    exactly = [total * share for share in shares]
    parts = [math.floor(each) for each in exactly]
    by_remainder = sorted(range(len(parts)), key=lambda i: (parts[i] - exactly[i], i))
    for index in by_remainder[: total - sum(parts)]:
        parts[index] += 1
    return tuple(parts)


def _shared(value: Fraction | int | None, shares: Sequence[Fraction]) -> tuple[Fraction | int | None, ...]:
    if value is None:
        return (None,) * len(shares)
    return apportioned(value, shares) if isinstance(value, int) else tuple(value * share for share in shares)


def _parts_of(values: Sequence[Fraction | int | None]) -> tuple[Fraction, ...]:
    total = sum((Fraction(value or 0) for value in values), Fraction(0))
    return tuple(Fraction(value or 0) / total for value in values) if total else even(len(values))


def _sum(values: Sequence[Any]) -> Any:
    return None if None in values else sum(values)


def _remade(team: TeamMonth, name: str, figures: dict[str, Any]) -> TeamMonth:
    """The team under another name and with other figures: no average is printed for it."""
    return replace(team, team=name, average_printed=None, **figures)


def _shared_by(values: Sequence[str | None]) -> str | None:
    return values[0] if len(set(values)) == 1 else None


def _named(service: ServiceMonth, name: str) -> TeamMonth:
    team = service.team(name)
    if team is None:
        raise RestructureError(f"There is no team called {name} in this month.")
    return team


def _refuse_taken(service: ServiceMonth, called: Sequence[str], going: set[str]) -> None:
    taken = {team.team for team in service.teams} - going
    twice = [name for name in called if name in taken]
    if twice:
        raise RestructureError(f"There is a team called {listed(twice)} already, so another cannot be called that.")


def _refuse_mixed(teams: Sequence[TeamMonth]) -> None:
    """Refuse a sum of what must not be mixed, saying what differs and what to do."""
    names = listed([team.team for team in teams])
    for figure, words in (("fte", "full-time equivalent"), ("allocated", "allocated children")):
        blank = [team.team for team in teams if getattr(team, figure) is None]
        if blank and len(blank) < len(teams):
            text = f"the {words} of {listed(blank)} {'is' if figure == 'fte' else 'are'} not known, so that of {names}"
            raise RestructureError(
                sentence(f"{text} together would not be either. A file with it answers the question")
            )
    _refuse_different(names, [team.fte_basis for team in teams], "count different kinds of FTE", "in the file")
    _refuse_different(names, [team.optimum for team in teams], "have different optima", "on the Methods page")
    _refuse_different(
        names, [team.counted for team in teams], "do not all count in the averages", "on the Methods page"
    )


def _refuse_different(names: str, values: Sequence[Number | str | None], differ: str, where: str) -> None:
    if len(set(values)) > 1:
        raise RestructureError(f"{names} {differ}, and one team would mix them. Make them the same {where} first.")
