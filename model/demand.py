"""Children who start and close in the months ahead: both are forecast, and the number open follows from them.

The number open, let alone the average caseload, is never carried on by itself.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from math import sqrt

from model.exact import shown
from model.flows import FlowMonth, Step, steps
from model.forecast import AHEAD, LEAST_MONTHS, Forecast, forecast
from model.outlook_assumptions import HORIZON, TENTH
from model.outlook_start import Readings

# Months since a break that are enough to leave out those before it.
ENOUGH_SINCE_BREAK = 12
# How a future may differ at most from a forecast that was very wrong: twice as many.
_MOST_UNSURE = 1.0
_NO_BETTER = " (so few months tell no better)"
_UNSURE = {"starts": "starts", "months_open": "time open"}


@dataclass(frozen=True)
class DemandForecast:
    """Starts a month, the share of open cases that closes in a month (0 to 1), and the ``steps`` they rest on."""

    steps: tuple[Step, ...]
    starts: Forecast
    share: Forecast

    @cached_property
    def children(self) -> tuple[float, ...]:
        """Children open now and at the end of each month ahead: those before, less closures, plus starts."""
        found = [float(self.steps[-1].after)]
        for started, share in zip(self.starts.path, self.share.path, strict=True):
            found.append(found[-1] * (1 - min(share, 1.0)) + started)
        return tuple(found)

    def closures(self, share: Sequence[float]) -> tuple[float, ...]:
        """Children who close in each month ahead at these shares of the cases then open."""
        return tuple(min(part, 1.0) * open_ for part, open_ in zip(share, self.children, strict=False))

    @property
    def level(self) -> float:
        """Starts a month, on average over the months ahead: what the outlook takes for all of its months."""
        return sum(self.starts.path) / len(self.starts.path)

    @property
    def months_open(self) -> float:
        """Months a case stays open at the share that closes, on average over the months ahead, from 1 to 120."""
        share = sum(self.share.path) / len(self.share.path)
        return min(max(1 / share, 1.0), 120.0) if share else 120.0

    @cached_property
    def readings(self) -> Readings:
        """The assumptions of the outlook that the forecast gives, and how."""
        values = {"starts": self.level, "months_open": self.months_open}
        share = shown(100 / self.months_open)
        said = {
            "starts": f"Forecast by {self.starts.method}, on average over the next {AHEAD} months",
            "months_open": f"Forecast by {self.share.method}: {share}% of open cases close in a month",
        }
        unsure = " and ".join(
            f"{what} by {shown(self.errors[name] * 100, 0)}%{_NO_BETTER * (self.errors[name] == self.least[name])}"
            for name, what in _UNSURE.items()
        )
        said["spread"] = (
            f"Instead, as their forecasts were wrong before beyond chance, {unsure}, in all {HORIZON} months: "
            f"the level forecast for the next {AHEAD} is held from then on"
        )
        return Readings(values, said, self.errors)

    @cached_property
    def errors(self) -> dict[str, float]:
        """How unsure each of them is: as its forecasts were wrong before beyond chance, or as few months can tell."""
        wrong = {"starts": self.starts.unsure, "months_open": self.share.unsure}
        each = self._a_month
        return {name: max(_beyond_chance(unsure, each[name]), self.least[name]) for name, unsure in wrong.items()}

    @cached_property
    def least(self) -> dict[str, float]:
        """How unsure each is at least: as the mean of a Poisson number over all months there are."""
        return {
            name: min(TENTH / sqrt(each * len(self.steps)), _MOST_UNSURE) if each else 0.0
            for name, each in self._a_month.items()
        }

    @property
    def _a_month(self) -> dict[str, float]:
        """Children who start and who close in a month."""
        return {"starts": self.level, "months_open": self.steps[-1].after / self.months_open}


def _beyond_chance(unsure: float, a_month: float) -> float:
    """How unsure a level is: the errors of its months less what chance alone makes of so many children a month.

    Variances add up, and that of a Poisson number is its mean; the futures bring that chance with them.
    """
    chance = TENTH**2 / a_month if a_month else 0.0
    return min(sqrt(max(unsure**2 - chance, 0.0)), _MOST_UNSURE)


def demand_forecast(months: Sequence[FlowMonth], since: date | None = None) -> DemandForecast | None:
    """The forecast from the months up to the last one, those before ``since`` left out; ``None`` where too few tell."""
    known = steps(months, since)
    starts = forecast([step.starts for step in known])
    share = forecast([step.closures / step.before if step.before else 0.0 for step in known])
    return DemandForecast(tuple(known), starts, share) if starts and share else None


def usable(known: Sequence[Step]) -> list[date]:
    """The months that may be the first one used: enough are left from each of them on."""
    return [step.month for step in known[: max(len(known) - LEAST_MONTHS + 1, 0)]]


def usual_first(known: Sequence[Step], breaks: Collection[date]) -> date | None:
    """The month of the last break, if enough months follow from it on to leave out those before; else ``None``."""
    months = [step.month for step in known]
    marked = [month for month in months[: max(len(months) - ENOUGH_SINCE_BREAK + 1, 0)] if month in breaks]
    return marked[-1] if marked else None
