"""What the months ahead rest on: every assumption of the outlook with its unit, default and source.

All of them are assumptions to edit. The process that they belong to is in :mod:`model.outlook_process`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Any

from model.assumptions import CABINET_REPORT, DFE_WORKFORCE, About

# The longest course that is worked out, in months.
HORIZON = 36
# The tenth part of a normal distribution lies beyond so many standard deviations.
TENTH = 1.2815515655446004

_OURS = "Assumption, to be replaced by your own figure"
_PERCENT = "%"


class AssumptionError(ValueError):
    """An assumption that is unknown or out of range: says which, and what is allowed."""


# Share of a full caseload that a starter carries, by months in post; after the last month the whole of it.
EXPERIENCED_CAPACITY = (0.5,) * 3 + (0.8,) * 3
ASYE_CAPACITY = (0.4,) * 3 + (0.6,) * 3 + (0.9,) * 6
CAPACITY_SOURCE = (
    "Assumption. An experienced starter carries 50% of a full caseload for three months, 80% for three more; a newly "
    "qualified one 40%, 60%, then 90% to the end of the first year"
)

ASSUMPTIONS: Mapping[str, About] = {
    "months_open": About("Time that a child’s case stays open", "months, on average", _OURS),
    "starts": About(
        "Children whose cases start", "children a month", "Assumption: as many as close, so the number holds steady"
    ),
    "growth": About("Growth of the number that start", "% a month", "Assumption: none"),
    "early_help_cut": About(
        "Fewer starts through early help", _PERCENT, "No robust evaluation gives an effect: none is assumed"
    ),
    "early_help_from": About("Early help works from", "months from now", _OURS),
    "screening_cut": About(
        "Fewer starts through screening at the front door",
        _PERCENT,
        f"No figure is printed ({CABINET_REPORT}, paragraph 15): none is assumed",
    ),
    "screening_from": About("Screening works from", "months from now", _OURS),
    "lead": About("Recruitment, from vacancy or approval to start", "months", _OURS),
    "turnover": About(
        "Social workers who leave in a year", "% of those in post", f"{_OURS}. England, 2025: 11.8% ({DFE_WORKFORCE})"
    ),
    "asye_replacing": About("Newly qualified among starters who replace leavers", _PERCENT, _OURS),
    "asye_new": About("Newly qualified among starters in new posts", _PERCENT, _OURS),
    "ramp_up": About("What new workers do not carry yet", "% of what is usually assumed", CAPACITY_SOURCE),
    "absence": About("Time lost to absence", "% of working time", f"{DFE_WORKFORCE}: England, 3.5%"),
    "agency_cover": About("Vacancies that agency workers cover", "% of vacant FTE", _OURS),
    "ceiling": About(
        "Children that one effective full-time worker is given at most, from the month after the figures", "children",
        _OURS,
    ),
    "spread": About(
        "How unsure the assumptions are",
        "% above or below, exceeded in 20 of 100 futures",
        f"{_OURS}. Varied: starts, time open, leavers, recruitment, absence",
    ),
}  # fmt: skip

# Lowest and highest value of each, in the unit of the dataclass below.
_ALLOWED: Mapping[str, tuple[float, float]] = {
    "months_open": (1, 120),
    "starts": (0, 10_000_000),
    "growth": (-0.2, 0.2),
    "early_help_cut": (0, 1),
    "early_help_from": (0, HORIZON),
    "screening_cut": (0, 1),
    "screening_from": (0, HORIZON),
    "lead": (0, 24),
    "turnover": (0, 1),
    "asye_replacing": (0, 1),
    "asye_new": (0, 1),
    "ramp_up": (0, 2),
    "absence": (0, 0.9),
    "agency_cover": (0, 1),
    "ceiling": (1, 200),
    "spread": (0, 1),
}


@dataclass(frozen=True)
class Assumptions:
    """The assumptions of one outlook; shares are 0 to 1, labels and sources are in :data:`ASSUMPTIONS`.

    ``months_open`` W: an open case closes in a month with probability 1/W. ``starts`` λ: children a month, ``None``
    for as many as close at first. ``growth`` of the starts a month. ``early_help_cut``: share of starts that early
    help saves from the month ``early_help_from`` on; ``screening_cut`` and ``screening_from``: the same for referrals
    screened out at the front door, of what early help leaves. ``lead`` L, whole months.
    ``turnover``: leavers in a year ÷ in post. ``asye_replacing``, ``asye_new``: share of starters who are newly
    qualified. ``ramp_up``: what starters do not carry yet, as a share of what the tables of capacity lack of a full
    caseload, never more than all of it. ``absence``: share of time. ``agency_cover``: share of vacant FTE. ``ceiling``:
    children per effective FTE. ``spread``: 10 in 100 futures take an uncertain assumption more than so much above, 10
    more than so much below the value given. ``past_errors``: the same of those assumptions that are forecast, by their
    names, as the forecast was wrong before; they are read and never typed.

    Raises :class:`AssumptionError` for a value out of range.
    """

    months_open: float = 12.0
    starts: float | None = None
    growth: float = 0.0
    early_help_cut: float = 0.0
    early_help_from: int = 0
    screening_cut: float = 0.0
    screening_from: int = 0
    lead: int = 4
    turnover: float = 0.15
    asye_replacing: float = 0.5
    asye_new: float = 0.5
    ramp_up: float = 1.0
    absence: float = 0.035
    agency_cover: float = 0.5
    ceiling: float = 30.0
    spread: float = 0.15
    past_errors: tuple[tuple[str, float], ...] = ()

    def __post_init__(self) -> None:
        """Refuse a value out of range."""
        for name, (low, high) in _ALLOWED.items():
            value = getattr(self, name)
            if value is not None and not low <= value <= high:
                raise AssumptionError(f"{ASSUMPTIONS[name].label} is {value}: it must be from {low:g} to {high:g}")

    @property
    def closing(self) -> float:
        """Probability that an open case closes within a month, 1/W."""
        return 1 / self.months_open

    @property
    def leaving(self) -> float:
        """Probability that a worker leaves within a month: posts are refilled, so it is a twelfth of turnover."""
        return self.turnover / 12

    def spread_of(self, name: str) -> float:
        """How unsure the assumption of that name is: as a forecast of it was wrong before, or else as all are."""
        return dict(self.past_errors).get(name, self.spread)

    def with_values(self, **changes: Any) -> Assumptions:
        """A copy with the named values changed; an unknown name raises :class:`AssumptionError`."""
        unknown = sorted(set(changes) - {field.name for field in fields(self)})
        if unknown:
            raise AssumptionError(f"No assumption is called {', '.join(unknown)}")
        return replace(self, **changes)
