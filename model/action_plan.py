"""An action plan: recommendations, what is sought by each, how it will be known, and the actions, as text and dates.

What nobody said is "" or ``None``, and stays so: an owner, a date or a rating is never made up.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, fields, replace
from datetime import date
from typing import Any

# More than any plan has: what is longer is no plan.
MOST_ACTIONS, LONGEST_TEXT = 500, 2000
HORIZONS = ("Immediate", "3 months", "6 months")


class PlanError(ValueError):
    """A plan that cannot be: says what is wrong, in a sentence without its full stop."""


@dataclass(frozen=True)
class Action:
    """One action of a recommendation. ``indicator`` is the key of one (model/indicators.toml), "" for none.

    ``ref`` is the number by which an action is known from one version of the plan to the next.
    """

    ref: str = ""
    horizon: str = ""
    recommendation: str = ""
    outcome: str = ""
    how_known: str = ""
    action: str = ""
    owner: str = ""
    due: date | None = None
    measure: str = ""
    indicator: str = ""
    baseline: str = ""
    target: str = ""
    done: date | None = None
    evidence: str = ""
    update: str = ""

    def __post_init__(self) -> None:
        """Refuse a text that is longer than any."""
        for name, value in vars(self).items():
            if isinstance(value, str) and len(value) > LONGEST_TEXT:
                raise PlanError(f"{HEADINGS[name]} of {self.ref or 'an action'} has more than {LONGEST_TEXT:,} letters")

    @property
    def is_blank(self) -> bool:
        """Whether nothing is said but its number."""
        return replace(self, ref="") == Action()

    @property
    def called(self) -> str:
        """The action in words, or the recommendation where no action is written."""
        return self.action or self.recommendation

    @property
    def missing(self) -> tuple[str, ...]:
        """What it lacks to be measured: an owner, a due date, a measure (an indicator is one)."""
        lacks = {"owner": not self.owner, "due date": self.due is None, "measure": not (self.measure or self.indicator)}
        return tuple(name for name, is_so in lacks.items() if is_so)


# The columns of a plan, in their order, as they are headed on the page and in a workbook.
HEADINGS: Mapping[str, str] = {
    "ref": "No.",
    "horizon": "Horizon",
    "recommendation": "Recommendation",
    "outcome": "Outcome sought",
    "how_known": "How we will know",
    "action": "Action",
    "owner": "Owner",
    "due": "Due date",
    "measure": "Measure",
    "indicator": "Indicator",
    "baseline": "Baseline",
    "target": "Target",
    "done": "Done on",
    "evidence": "Evidence",
    "update": "Update",
}
DATES = ("due", "done")


def checked(actions: Sequence[Action]) -> tuple[Action, ...]:
    """The actions that say anything, each with a number of its own; raises :class:`PlanError` for more than a plan has.

    One without a number, or with that of another before it, gets the next of its recommendation's.
    """
    said = [action for action in actions if not action.is_blank]
    if len(said) > MOST_ACTIONS:
        raise PlanError(f"There are {len(said):,} actions, and a plan has at most {MOST_ACTIONS}")
    taken: set[str] = set()
    found: list[Action] = []
    for action in said:
        ref = action.ref if action.ref and action.ref not in taken else _next(action, found, taken)
        taken.add(ref)
        found.append(replace(action, ref=ref))
    return tuple(found)


def _next(action: Action, before: Sequence[Action], taken: set[str]) -> str:
    """A number that is free: 3.2 after 3 where it is of the same recommendation, else the next whole one."""
    same = [other.ref for other in before if other.recommendation == action.recommendation]
    base = action.ref or (same[0].partition(".")[0] if same and action.recommendation else "")
    if base:
        return next(ref for step in range(2, len(before) + 3) if (ref := f"{base}.{step}") not in taken)
    return next(ref for number in range(1, len(before) + 2) if (ref := str(number)) not in taken)


def to_json(actions: Sequence[Action]) -> str:
    """The plan as text, for the store."""
    return json.dumps([asdict(action) for action in actions], default=str, ensure_ascii=False)


def from_json(text: str) -> tuple[Action, ...]:
    """The plan of :func:`to_json`'s text; raises :class:`PlanError` if it is not that."""
    try:
        return tuple(of_texts(row) for row in json.loads(text))
    except (ValueError, TypeError, AttributeError) as error:
        raise PlanError("The kept action plan cannot be read") from error


def of_texts(row: Mapping[str, Any]) -> Action:
    """An action of texts, dates in the ISO form; raises :class:`ValueError` or TypeError for anything else."""
    unknown = set(row) - {field.name for field in fields(Action)}
    if unknown:
        raise PlanError(f"An action has nothing called {', '.join(sorted(unknown))}")
    return Action(**{**row, **{name: date.fromisoformat(row[name]) for name in DATES if row.get(name)}})
