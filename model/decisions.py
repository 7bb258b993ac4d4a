"""What people decided about their teams' names: a spelling, a new name, a split, a merger.

A decision never changes a figure: :mod:`model.naming` applies it when figures are shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

import pandas as pd

from model.words import listed, month_words


class Decision(StrEnum):
    """What was decided."""

    SPELLING = "spelling"
    NEW = "new"
    RENAME = "rename"
    SPLIT = "split"
    MERGE = "merge"


@dataclass(frozen=True)
class TeamDecision:
    """One decision about names, as they were shown when it was taken.

    ``before`` are the names that it is about and ``after`` what they became:
    a spelling in a file and the team that it stands for, the old and the new name,
    the team split and its parts, the teams merged and the one that they are now. A new team
    has no ``after``. ``month`` is the first one in which a change of teams holds.
    """

    kind: Decision
    before: tuple[str, ...]
    after: tuple[str, ...] = ()
    month: date | None = None

    @property
    def is_break(self) -> bool:
        """Whether figures before and after it are not like for like."""
        return self.kind in (Decision.SPLIT, Decision.MERGE)


@dataclass(frozen=True)
class TeamChange:
    """Teams that became others in ``month``, under their current names: the same children and workers on both sides.

    ``note`` is the decision in a sentence, as the month carries it.
    """

    month: date
    before: frozenset[str]
    after: frozenset[str]
    note: str


def sentence_of(decision: TeamDecision) -> str:
    """The decision in a sentence: "North 1 is called Harbour from February 2013."."""
    one, then = listed(decision.before), listed(decision.after)
    since = f" from {month_words(decision.month)}" if decision.month else ""
    if decision.kind is Decision.SPELLING:
        return f"{one} is another spelling of {then}."
    if decision.kind is Decision.RENAME:
        return f"{one} is called {then}{since}."
    if decision.kind is Decision.SPLIT:
        return f"{one} is split into {then}{since}."
    if decision.kind is Decision.MERGE:
        return f"{one} are merged into {then}{since}."
    return f"{one} is a team of its own."


def breaks_of(decisions: Iterable[TeamDecision]) -> list[date]:
    """The months from which figures are not like for like with those before."""
    return [decision.month for decision in decisions if decision.is_break and decision.month]


def why_not(decision: TeamDecision, tables: Mapping[str, pd.DataFrame]) -> str:
    """Why the decision cannot be, with the months that are there, and what to do; "" if it can."""
    before, after = set(decision.before), set(decision.after)
    if decision.kind is Decision.NEW:
        return ""
    counts = {Decision.SPLIT: (1, 2), Decision.MERGE: (2, 1)}.get(decision.kind, (1, 1))
    if (min(len(before), 2), min(len(after), 2)) != counts:
        return _HOW_MANY[decision.kind]
    if before == after:
        return "The old and the new name are the same. Choose another one."
    if decision.kind in (Decision.SPELLING, Decision.RENAME):
        return _both_there(decision.before[0], decision.after[0], tables["team_caseload"])
    return ""


_HOW_MANY: Mapping[Decision, str] = {
    Decision.SPELLING: "Choose one name of the file and one team.",
    Decision.RENAME: "Choose one team, and type one new name.",
    Decision.SPLIT: "Choose one team, and the two or more teams that it became.",
    Decision.MERGE: "Choose two or more teams, and the one team that they became.",
}


def _both_there(one: str, other: str, frame: pd.DataFrame) -> str:
    """Two names of one month are two teams."""
    months = [set(frame.loc[frame["team"] == name, "month"].dt.date) for name in (one, other)]
    both = sorted(months[0] & months[1])
    if not both:
        return ""
    return (
        f"{one} and {other} both have figures in {month_words(both[0])}, so they are two teams. "
        "If one became part of the other, say that they were merged."
    )
