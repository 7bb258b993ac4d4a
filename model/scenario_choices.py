"""Every choice that makes a scenario: its place in the address of the Outlook and Costs pages, and what it may be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from math import isfinite

from model.assumptions import ABOUT, COSTS
from model.exact import shortest
from model.outlook_assumptions import ASSUMPTIONS, HORIZON
from model.plan_costs_terms import TERMS
from model.words import listed, month_words

# Posts are approved at most so many months after the figures.
LATEST_APPROVAL = 24


class ScenarioError(ValueError):
    """A scenario that cannot be taken: a plain sentence says what was found and what is allowed."""


@dataclass(frozen=True)
class Choice:
    """What a choice is called and what it may be: one of ``options``, or a month, or a number from low to high.

    A ``months`` choice is a month from ``low`` to so many after that of the figures; ``whole`` means no fraction.
    """

    label: str
    low: float = 0
    high: float = 0
    whole: bool = False
    months: int = 0
    options: tuple[str, ...] = ()

    def checked(self, text: object, figures: date) -> str:
        """The choice as it stands in an address, written one way; :class:`ScenarioError` if it is out of range."""
        if self.options:
            return self._one_of(str(text))
        if self.months:
            return self._month(str(text), figures)
        try:
            number = float(str(text))
        except ValueError as error:
            raise ScenarioError(f"{self.label} is “{text}”: a number is needed") from error
        if not isfinite(number) or not self.low <= number <= self.high or (self.whole and number != int(number)):
            kind = "a whole number" if self.whole else "a number"
            raise ScenarioError(f"{self.label} is {text}: {kind} from {self.low:g} to {self.high:,.0f} is needed")
        # Not −0, which no spreadsheet keeps.
        return str(int(number)) if self.whole else repr(number + 0.0)

    def _one_of(self, text: str) -> str:
        if text not in self.options:
            raise ScenarioError(f"{self.label} is “{text}”: it must be one of {listed(self.options)}")
        return text

    def _month(self, text: str, figures: date) -> str:
        month = month_of(text, self.label)
        ahead = months_between(figures, month)
        if not self.low <= ahead <= self.months:
            raise ScenarioError(
                f"{self.label} is {text}: it must be {self.low:g} to {self.months} months "
                f"after the figures of {month_words(figures)}"
            )
        return month_words(month)

    def said(self, text: str) -> str:
        """The value as a reader expects it."""
        if self.options:
            return {"true": "yes", "false": "no"}.get(text, text)
        return text if self.months else shortest(float(text))


def month_of(text: str, what: str) -> date:
    """The first day of a month in words, such as "June 2013"; raises :class:`ScenarioError` for another text."""
    try:
        return datetime.strptime(text, "%B %Y").date()
    except ValueError as error:
        raise ScenarioError(f"{what} is “{text}”: a month is needed, such as June 2013") from error


def months_between(earlier: date, later: date) -> int:
    """Months from one to the other, below 0 if the later is before."""
    return (later.year - earlier.year) * 12 + later.month - earlier.month


# The highest and lowest of a typed assumption, in the unit of its box; a test holds the boxes to it.
_TYPED: Mapping[str, tuple[float, float]] = {
    "starts": (0, 5000),
    "months_open": (1, 120),
    "turnover": (0, 100),
    "lead": (0, 24),
    "ceiling": (1, 200),
    "agency_cover": (0, 100),
    "growth": (-20, 20),
    "spread": (0, 100),
    "asye_new": (0, 100),
    "asye_replacing": (0, 100),
    "ramp_up": (0, 200),
    "absence": (0, 90),
    "early_help_cut": (0, 100),
    "early_help_from": (0, HORIZON),
    "screening_cut": (0, 100),
    "screening_from": (0, HORIZON),
}
_WHOLE = frozenset({"lead", "early_help_from", "screening_from"})
_PRICED: Mapping[str, float] = {
    **dict.fromkeys(COSTS, 1_000_000),
    "payment": 100_000,
    "agency": 1000,
    "released": 1000,
    "overlap": HORIZON,
    "uplift": 100,
    "early_help": 100_000_000,
    "screening": 100_000_000,
}
STAGES = ("", "_2", "_3")
BASE_BUDGET, ONE_OFF = FUNDING = ("Base budget", "One-off")
# The months after the figures in which later stages are approved until somebody chooses others: an address leaves them
# out.
USUAL_STAGES = dict(zip(STAGES, (12, 18, 24), strict=True))
MEASURES = ("Average caseload", "With those who wait", "Per effective worker")


def _typed(name: str) -> Choice:
    about, (low, high) = ASSUMPTIONS[name], _TYPED[name]
    return Choice(f"{about.label} ({about.unit})", low, high, whole=name in _WHOLE)


def _priced(name: str) -> Choice:
    about = ABOUT[name] if name in ABOUT else TERMS[name]
    return Choice(f"{about.label} ({about.unit})", 0, _PRICED[name], whole=name == "overlap")


CHOICES: Mapping[str, Choice] = {
    "outlook_posts": Choice("Posts approved", 0, 1000, whole=True),
    "approved": Choice("Posts approved in", months=LATEST_APPROVAL),
    **{f"later_posts{stage}": Choice("Further posts", 0, 60, whole=True) for stage in STAGES},
    **{f"later_approved{stage}": Choice("Further posts approved in", months=LATEST_APPROVAL) for stage in STAGES},
    "measure": Choice("Children counted", options=MEASURES),
    "judged": Choice("By when", low=1, months=HORIZON),
    "vary": Choice("The assumptions are unsure too", options=("true", "false")),
    "starts_course": Choice("Children starting", options=("As forecast", "As many as close")),
    "forecast_since": Choice("Leave out months before"),
    **{f"assumed_{name}": _typed(name) for name in _TYPED},
    "assumed_vacant": Choice("Vacant posts now (FTE)", 0, 1000),
    **{f"cost_{name}": _priced(name) for name in _PRICED},
    "cost_years": Choice("Years ahead", options=("Three", "Four", "Five")),
    "funding": Choice("Funded from", options=FUNDING),
    "funded_until": Choice("One-off funding ends with", low=1, months=HORIZON),
}
NEEDED = ("outlook_posts", "approved", "judged")
NOTHING_LEFT_OUT = "Nothing left out"


def checked(key: str, value: object, figures: date) -> str:
    """The value of a choice, checked against the month of the figures; raises :class:`ScenarioError`."""
    if key not in CHOICES:
        raise ScenarioError(f"“{key}” is no choice that this version of Headroom knows")
    if key == "forecast_since":
        text = str(value)
        return text if text == NOTHING_LEFT_OUT else month_words(month_of(text, CHOICES[key].label))
    return CHOICES[key].checked(value, figures)


def as_typed(key: str, text: str) -> object:
    """A checked choice as its box holds it: a number of posts whole, other numbers not; yes or no; or words."""
    choice = CHOICES[key]
    if choice.options == ("true", "false"):
        return text == "true"
    if choice.options or choice.months or key == "forecast_since":
        return text
    return int(text) if choice.whole and not key.startswith(("assumed_", "cost_")) else float(text)


def said(key: str, value: str) -> str:
    """The value of a choice in words."""
    return value if key == "forecast_since" else CHOICES[key].said(value)
