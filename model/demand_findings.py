"""What is said of the forecast of children who start and close."""

from __future__ import annotations

from model.demand import DemandForecast
from model.exact import half_up, shown
from model.flows import Step
from model.forecast import AHEAD, LEAST_MONTHS, Forecast
from model.words import count_words, figure_words, month_words, number_words

NO_FORECAST = "As many children are assumed to start as close, so the number holds steady"


def title(found: DemandForecast) -> str:
    """The finding, in at most fifteen words."""
    starts = half_up(found.level, 0)
    net = half_up((found.children[-1] - found.children[0]) / AHEAD, 0)
    start = figure_words(starts, "child a month starts", "children a month start")
    if not net:
        return f"About {start}, and about as many close"
    return f"About {start}: {abs(net):,} {'more' if net > 0 else 'fewer'} than close"


def rests_on(found: DemandForecast) -> str:
    """The months the forecast rests on, and what its shades are."""
    first, last = found.steps[0].month, found.steps[-1].month
    span = f"{count_words(len(found.steps), 'month')}, {month_words(first)} to {month_words(last)}"
    return f"Children whose cases start and close in a month; forecast from {span}. Shades hold 80 of 100 past errors."


def methods(found: DemandForecast) -> str:
    """How each of the two is forecast, and how that would have done in the past."""
    share = _method(found.share, f"{shown(found.share.error * 100)}% of open cases")
    return (
        f"Starts: {_method(found.starts, f'{shown(found.starts.error)} children')} "
        f"Closures, as a share of open cases: {share} "
        "Each is the simplest method that no other beats by 10% when the past is forecast month by month."
    )


def _method(found: Forecast, error: str) -> str:
    if found.tested:
        inside, tested = number_words(found.inside), count_words(found.tested, "past month")
        held = f"{inside if found.inside else 'none'} of {tested} fell inside the shade drawn before it"
    else:
        held = "too few months to say how often the shade would have held"
    return f"{found.method}, wrong by {error} on average; {held}."


def why_none(known: list[Step]) -> str:
    """Why there is no forecast, and what stands in for it."""
    if not known:
        return f"The figures do not say how many children started and closed up to this month. {NO_FORECAST}."
    return (
        f"The figures say how many children started and closed in {count_words(len(known), 'month')} running; "
        f"a forecast needs {number_words(LEAST_MONTHS)}. {NO_FORECAST}."
    )
