"""What the optimum is and is not, in a line to stand where it is first met."""

from __future__ import annotations

from model.england import HIGHEST_COUNCIL_AVERAGE, NOT_AVERAGED_SINCE
from model.exact import Number, exact, shortest

OWN, OF_REPORT, OF_STOCKTON = (
    "this service’s own planning figure",
    "this service’s own planning figure (Cabinet report, June 2013)",
    "Stockton’s planning figure of 2013, until you set your own on Methods",
)


def planning_figure(optimum: Number, whose: str) -> str:
    """Whose figure the optimum is, and what councils average: "25 is this service’s own planning figure, …".

    That no council has averaged so many is said only of a figure of which it is known.
    """
    year, highest = max(HIGHEST_COUNCIL_AVERAGE.items())
    known, since = NOT_AVERAGED_SINCE
    source = f"{year}: {highest}, all kinds of team; Department for Education"
    if exact(optimum) >= known:
        none = f"No English council has averaged as many since {since}"
        return f"{shortest(optimum)} is {whose}. {none} (highest in {source})."
    return f"{shortest(optimum)} is {whose}. The highest average of an English council in {source}."
