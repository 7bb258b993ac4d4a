"""How an action stands, red, amber or green by rule: never typed, so that two people cannot differ about it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from model.action_plan import Action
from model.exact import exact
from model.indicators import indicators
from model.trend import Polarity
from model.words import count_words, listed

# An action due in so many days or fewer is one to look at, unless its measure is where it should be.
SOON = 30


class Rating(StrEnum):
    """How an action stands; one that cannot be measured is not rated."""

    RED = "Red"
    AMBER = "Amber"
    GREEN = "Green"
    COMPLETE = "Complete"
    NONE = "Not rated"


@dataclass(frozen=True)
class Known:
    """The latest figure of an indicator: its value, how it is shown, and of when."""

    value: Fraction
    shown: str
    when: str


@dataclass(frozen=True)
class Rated:
    """An action with its rating and why, in a clause; ``late`` is by how many days it is overdue, 0 for not."""

    action: Action
    rating: Rating
    why: str
    late: int = 0

    @property
    def is_vague(self) -> bool:
        """Whether it is not done and lacks an owner, a date or a measure."""
        return self.action.done is None and bool(self.action.missing)


def rated(actions: Sequence[Action], today: date, figures: Mapping[str, Known]) -> list[Rated]:
    """Each action with its rating, what comes first at the top: overdue, then too vague, then as they are rated.

    ``figures`` are the latest of the indicators, by their keys.
    """
    found = [_rated(action, today, figures) for action in actions]
    order = list(Rating)
    return sorted(found, key=lambda each: (not each.late, -each.late, not each.is_vague, order.index(each.rating)))


def _rated(action: Action, today: date, figures: Mapping[str, Known]) -> Rated:
    known = figures.get(action.indicator)
    reached = is_reached(action, known)
    now = f"the measure is at {known.shown} in {known.when}" if known else ""
    aim = f", not {action.target}" if action.target else ""
    if action.done is not None:
        if reached is False:
            return Rated(action, Rating.AMBER, f"done, but {now}{aim}")
        return Rated(action, Rating.COMPLETE, f"done{f'; {now}' if now else ''}")
    lacks = f"no {listed(action.missing).replace(' and ', ' and no ').replace(', ', ', no ')}" if action.missing else ""
    late = (today - action.due).days if action.due else 0
    if late > 0:
        said = f"overdue by {count_words(late, 'day')}"
        return Rated(action, Rating.RED, "; ".join(filter(None, (said, lacks))), late)
    if action.missing:
        return Rated(action, Rating.NONE, lacks)
    if reached is False and _is_zero_tolerance(action):
        return Rated(action, Rating.RED, f"{now}, and must be 0")
    if -late <= SOON and not reached:
        due = "due today" if not late else f"due in {count_words(-late, 'day')}"
        return Rated(action, Rating.AMBER, "; ".join(filter(None, (due, f"{now}{aim}" if reached is False else ""))))
    return Rated(action, Rating.GREEN, f"{now}, its target reached" if reached else "not due yet")


def is_reached(action: Action, known: Known | None) -> bool | None:
    """Whether the linked indicator is where the target wants it; ``None`` where one cannot tell.

    One of which there must be none has the target 0, whatever is typed.
    """
    found = indicators().get(action.indicator)
    target = number_in(action.target)
    if known is None or found is None:
        return None
    if found.zero_tolerance:
        return known.value <= 0
    if target is None or not found.polarity:
        return None
    return known.value <= target if Polarity(found.polarity) is Polarity.LOWER else known.value >= target


def number_in(text: str) -> Fraction | None:
    """The number of a target or a baseline that is one number: "80%", "25", "1,200"; ``None`` for words or several."""
    found = _ONE_NUMBER.fullmatch(text.strip())
    return exact(found[1].replace(",", "")) if found else None


_ONE_NUMBER = re.compile(r"(-?\d[\d,]*(?:\.\d+)?)\s?%?")


def _is_zero_tolerance(action: Action) -> bool:
    found = indicators().get(action.indicator)
    return found is not None and found.zero_tolerance
