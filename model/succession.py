"""What became of teams: names that are gone in a month, names that are new in it, and what most likely happened.

A restructure moves children and social workers and makes none: what two figures before and after it come to is the
evidence, and how much of a name the other has settles what that leaves open. A person decides.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import combinations

from model.decisions import Decision, TeamDecision
from model.exact import exact, shown
from model.likeness import plain_name
from model.words import listed, month_words

# From one month to the next a team's children and FTE move by less, restructures apart: a tenth, or so many.
_SHARE, _CHILDREN, _FTE = 0.1, 5.0, 0.5
# Beyond so many names the ways in which they may go together are too many to be worked through, or read.
_MOST_NAMES = 6
_MOST_CANDIDATES = 18


@dataclass(frozen=True)
class Size:
    """A team's children and its FTE in a month; ``None`` where not known."""

    children: float | None
    fte: float | None


@dataclass(frozen=True)
class Answer:
    """One thing that may have happened: a decision on every new name, and the evidence in words, "" for none."""

    decisions: tuple[TeamDecision, ...]
    words: str
    evidence: str = ""
    is_likely: bool = False


@dataclass(frozen=True)
class Succession:
    """The names that are gone and new from a month on, and what may have happened, the likeliest first."""

    month: date
    gone: tuple[str, ...]
    new: tuple[str, ...]
    answers: tuple[Answer, ...]

    @property
    def question(self) -> str:
        """What is asked of a person."""
        are = "is" if len(self.gone) == 1 else "are"
        new = f"{listed(self.new)} {'is' if len(self.new) == 1 else 'are'} new"
        return f"From {month_words(self.month)} {listed(self.gone)} {are} gone, and {new}. What happened?"


Months = Mapping[date, Mapping[str, Size]]


def successions(months: Months, new: Mapping[str, date], told: Collection[str] = ()) -> list[Succession]:
    """What to ask of names that are new while others vanish: one question for each month in which both happen.

    ``months`` are the sizes of all teams, kept and offered; ``new`` the names nobody knows with their first month;
    ``told`` are teams that something is known of already.
    """
    asked = []
    for month in sorted(set(new.values())):
        before = max((each for each in months if each < month), default=None)
        if before is None:
            continue
        still = {name for each, teams in months.items() if each >= month for name in teams}
        gone = [name for name in months[before] if name not in still and name not in told]
        names = [name for name, first in new.items() if first == month]
        if gone and names:
            answers = _answers(month, months[before], months.get(month, {}), gone, names)
            asked.append(Succession(month, tuple(gone), tuple(names), tuple(answers)))
    return asked


def _answers(
    month: date, before: Mapping[str, Size], now: Mapping[str, Size], gone: Sequence[str], new: Sequence[str]
) -> Iterator[Answer]:
    """What may have happened: the likeliest first, then all that are gone becoming all that are new, then neither."""
    sizes = {**before, **{name: now[name] for name in new if name in now}}
    told = set()
    likely = _likely(month, sizes, gone, new)
    if likely:
        told.add(frozenset(likely))
        yield _answer(likely, sizes, gone, new, is_likely=True)
    whole = _change(month, gone, new)
    ended = _answer([], sizes, gone, new)
    if whole is None or frozenset([whole]) in told:
        yield ended
    else:
        yield from (ended, _answer([whole], sizes, gone, new))


def _change(month: date, gone: Sequence[str], new: Sequence[str]) -> TeamDecision | None:
    """These teams becoming those: a new name, a split or a merger; ``None`` for several becoming several."""
    if len(gone) > 1 and len(new) > 1:
        return None
    kind = Decision.SPLIT if len(new) > 1 else Decision.MERGE if len(gone) > 1 else Decision.RENAME
    return TeamDecision(kind, tuple(gone), tuple(new), month)


def _likely(month: date, sizes: Mapping[str, Size], gone: Sequence[str], new: Sequence[str]) -> list[TeamDecision]:
    """The changes that account for most names, and of those the ones that fit best; none if nothing fits."""
    if len(gone) > _MOST_NAMES or len(new) > _MOST_NAMES:
        return []
    found = []
    for before, after in _pairings(gone, new):
        misfit, change = _misfit(sizes, before, after), _change(month, before, after)
        if misfit is not None and change is not None:
            found.append((misfit - _shared(before, after), change))
    found.sort(key=lambda each: each[0])
    return _best(found[:_MOST_CANDIDATES], frozenset())[2]


def _pairings(gone: Sequence[str], new: Sequence[str]) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    for name in gone:
        for many in range(1, len(new) + 1):
            yield from (((name,), after) for after in combinations(new, many))
    for name in new:
        for many in range(2, len(gone) + 1):
            yield from ((before, (name,)) for before in combinations(gone, many))


def _best(
    candidates: Sequence[tuple[float, TeamDecision]], used: frozenset[str]
) -> tuple[int, float, list[TeamDecision]]:
    """Of the changes that share no name, those with most names, then the least misfit: minus it, for comparing."""
    best: tuple[int, float, list[TeamDecision]] = (0, 0.0, [])
    for place, (misfit, change) in enumerate(candidates):
        names = frozenset((*change.before, *change.after))
        if not names & used:
            many, rest, changes = _best(candidates[place + 1 :], used | names)
            best = max(best, (many + len(names), rest - misfit, [change, *changes]), key=lambda each: each[:2])
    return best


def _misfit(sizes: Mapping[str, Size], before: Sequence[str], after: Sequence[str]) -> float | None:
    """How far children and FTE are from being the same, as a share; ``None`` if one is too far, or none is known."""
    apart = []
    for name, least in (("children", _CHILDREN), ("fte", _FTE)):
        was, now = (_sum(sizes, names, name) for names in (before, after))
        if was is None or now is None:
            continue
        if abs(now - was) > max(_SHARE * was, least):
            return None
        apart.append(float(abs(now - was) / max(was, now, Fraction(1))))
    return sum(apart) / len(apart) if apart else None


def _sum(sizes: Mapping[str, Size], names: Sequence[str], figure: str) -> Fraction | None:
    values = [getattr(sizes.get(name), figure, None) for name in names]
    known = [exact(value) for value in values if value is not None]
    return sum(known, Fraction()) if len(known) == len(values) else None


def _shared(before: Sequence[str], after: Sequence[str]) -> float:
    """How much of their words the names share, at most a tenth: it decides between changes that fit alike."""
    pairs = [(set(plain_name(one)), set(plain_name(other))) for one in before for other in after]
    return _SHARE * sum(len(one & other) / min(len(one), len(other)) for one, other in pairs) / len(pairs)


def _answer(
    changes: Sequence[TeamDecision],
    sizes: Mapping[str, Size],
    gone: Sequence[str],
    new: Sequence[str],
    *,
    is_likely: bool = False,
) -> Answer:
    named = {name for change in changes for name in (*change.before, *change.after)}
    own = [name for name in new if name not in named]
    left = [name for name in gone if name not in named]
    words = [_words(change) for change in changes]
    if own:
        words.append(f"{listed(own)} {'is a new team' if len(own) == 1 else 'are new teams'}")
    if left:
        words.append(f"{listed(left)} {'has' if len(left) == 1 else 'have'} ended")
    decisions = (*changes, *(TeamDecision(Decision.NEW, (name,)) for name in own))
    shown_of = [(listed(change.before), told) for change in changes if (told := _evidence(change, sizes))]
    evidence = "; ".join(f"{whose}: {told}" if len(changes) > 1 else told for whose, told in shown_of)
    return Answer(decisions, ", and ".join(words), evidence, is_likely)


def _words(change: TeamDecision) -> str:
    one, then = listed(change.before), listed(change.after)
    said = {Decision.SPLIT: "was split into", Decision.MERGE: "were merged into"}.get(change.kind, "is now called")
    return f"{one} {said} {then}"


def _evidence(change: TeamDecision, sizes: Mapping[str, Size]) -> str:
    """Children and FTE of the teams before and after, in words: "187 children before and 188 after"."""
    told = []
    for name, called in (("children", "children"), ("fte", "FTE")):
        was, now = (_sum(sizes, names, name) for names in (change.before, change.after))
        if was is not None and now is not None:
            before, after = (shown(each, 0 if name == "children" else 1) for each in (was, now))
            told.append(f"{before} {called} before and {after} after")
    return ", ".join(told)
