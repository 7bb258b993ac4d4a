"""What a person says of a trend: a step change with its reason, a target. Kept with the settings of a council."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

# Characters that a reason may have: it stands on a chart and in a table.
LONGEST_REASON = 120


@dataclass(frozen=True)
class StepChange:
    """That a figure is another one from ``month`` on, for that reason, as somebody said on the day ``said_on``.

    Of the measure of that key and of "service" or the team ``whose``; "" is every measure, of whomever.
    Raises :class:`ValueError` where there is no reason, or a very long one.
    """

    month: date
    reason: str
    said_on: date
    measure: str = ""
    whose: str = ""

    def __post_init__(self) -> None:
        """Refuse one without a reason: nobody could judge it later."""
        if not self.reason.strip():
            raise ValueError("A step change needs a reason: type what changed in that month")
        if len(self.reason) > LONGEST_REASON:
            raise ValueError(f"The reason is longer than {LONGEST_REASON} characters: type it shorter")

    def is_of(self, measure: str, whose: str) -> bool:
        """Whether it holds for the measure of that key, of "service" or a team."""
        return self.measure in ("", measure) and self.whose in ("", whose)


def step_change(kept: Mapping[str, Any]) -> StepChange:
    """A step change from what was kept of it; :class:`ValueError`, :class:`KeyError` or TypeError if it is not one."""
    days = {name: date.fromisoformat(kept[name]) for name in ("month", "said_on")}
    return StepChange(**{**kept, **days})


def said_of_trends(kept: Mapping[str, Any]) -> dict[str, Any]:
    """The step changes and targets of settings as they were kept, by their names there."""
    return {
        "steps": tuple(step_change(each) for each in kept.get("steps", ())),
        "targets": {measure: Decimal(target) for measure, target in kept.get("targets", {}).items()},
    }
