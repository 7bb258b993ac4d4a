"""How fast the number of children grows: which of the figures on the page is which, and which of them is used."""

from __future__ import annotations

from collections.abc import Sequence

from model.change import a_year_before, change
from model.exact import half_up, shortest, shown
from model.findings import when
from model.outlook import Case
from model.outlook_assumptions import Assumptions
from model.outlook_process import starts_of
from model.outlook_start import Start
from model.service import ServiceMonth
from model.team import Demand
from model.words import figure_words, listed

_YEAR = 12


def growth_words(start: Start, case: Case, before: ServiceMonth | None, history: Sequence[ServiceMonth]) -> str:
    """What grows how fast in the answer, and what was counted, in a paragraph; ``before`` is the compared month."""
    assumed, children = case.assumptions, case.expected.children.sum(axis=1)
    closing, starting = assumed.closing * start.children, float(starts_of(case.units, assumed, 1).sum())
    starts = figure_words(starting, "child starts", "children start")
    close = figure_words(closing, "closes", "close")
    used = f"{starts} and {close} in the first month"
    first, year = starting - closing, float(children[_YEAR] - children[0]) / _YEAR
    if half_up(first, 0):
        used += f", {_more(first)}; {_why_not_for_ever(assumed)}, so that it is {_more(year)} a month over a year"
    elif half_up(year, 0):
        used += f", and it is {_more(year)} a month over a year"
    counted = _counted(start.service, before, history)
    said = f"Growth that the answer uses: {used}."
    if counted:
        said += f" Counted before, and not used: {counted}."
    own = f"“Growth of starts”, {shortest(assumed.growth * 100, 1)}%, is what the number that start itself grows by"
    return f"{said} {own}."


def _why_not_for_ever(assumed: Assumptions) -> str:
    """Why a year is not twelve times its first month: what is typed to change the starts is named beside closures."""
    at_work = {
        "early help": assumed.early_help_cut and assumed.early_help_from,
        "screening": assumed.screening_cut and assumed.screening_from,
        "growth": assumed.growth,
    }
    typed = [name for name, is_so in at_work.items() if is_so]
    close = "the more are open the more close"
    return f"{listed(typed)} {'change' if len(typed) > 1 else 'changes'} the starts, and {close}" if typed else close


def _more(number: float) -> str:
    return f"{shown(abs(number), 0)} {'more' if number >= 0 else 'fewer'}"


def _counted(now: ServiceMonth, before: ServiceMonth | None, history: Sequence[ServiceMonth]) -> str:
    """How fast the number moved since the compared month and in a year, where the teams are the same ones."""
    a_year = next((month for month in history if month.month == a_year_before(now.month)), None)
    found = []
    for earlier in dict.fromkeys(month.month for month in (before, a_year) if month):
        month = next(each for each in (before, a_year) if each and each.month == earlier)
        moved = change(month, now, Demand.ALL)
        if moved and moved.children_per_month is not None and moved.same_teams:
            a_month = moved.children_per_month
            found.append(f"{shown(abs(a_month))} {'more' if a_month >= 0 else 'fewer'} a month since {when(month)}")
    return listed(found)
