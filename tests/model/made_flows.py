"""Months of what came and went, for the tests of what is read from them."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from model.flows import FlowMonth


def month_number(number: int) -> date:
    """The first day of a month, counted from March 2011."""
    return date(2011 + (2 + number) // 12, (2 + number) % 12 + 1, 1)


def made_flows(*starts: int, share: Fraction = Fraction(1, 10), children: int = 1000, **figures) -> list[FlowMonth]:
    """A first month that is counted only, then one for each number of starts; a share of those open closes."""
    more = {name: Fraction(str(value)) for name, value in figures.items()}
    found = [FlowMonth(month_number(0), children, more)]
    for number, started in enumerate(starts, 1):
        closed = round(children * share)
        children += started - closed
        flow = {"starts": Fraction(started), "closures": Fraction(closed)}
        found.append(FlowMonth(month_number(number), children, flow | more))
    return found
