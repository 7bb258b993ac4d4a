"""The workforce measures of the activity report, from the months of team caseloads by themselves.

Each is as at the last month of a period that has figures. What the months do not say is not known.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction

import pandas as pd

from model.activity_figures import Figure
from model.activity_lines import Line, When
from model.activity_periods import PERIOD_KINDS, WHOLE_YEAR, Period
from model.exact import exact
from model.indicators import indicators
from model.service import ServiceMonth
from model.words import month_words, months_apart

_A_YEAR = 12
_PERIODS = (*(one for kind in PERIOD_KINDS.values() for one in kind), WHOLE_YEAR)

Leavers = Mapping[date, Fraction]


def workforce(history: Sequence[ServiceMonth], leavers: Leavers) -> list[Line]:
    """The lines of staff, vacancies, turnover and caseload, from the service's months, ascending.

    ``leavers`` are those of each month in FTE, as :func:`leavers_by_month` gives them.
    """
    lines = []
    for one in (each for each in indicators().values() if each.from_caseload):
        by_month = {month.month: _figure(one.from_caseload, one.unit, month, history, leavers) for month in history}
        known = {month: figure for month, figure in by_month.items() if figure is not None}
        if known:
            figures = _by_period(known)
            lines.append(Line(one.key, one.name, one.block, one.unit, one.source, one, figures=figures))
    return lines


def leavers_by_month(tables: Mapping[str, pd.DataFrame]) -> dict[date, Fraction]:
    """Social workers who left, in FTE, by month: of all teams where each gives a figure, else of the service."""
    service = tables["service_caseload"].dropna(subset="leavers_fte")
    found = {
        month: exact(value)
        for month, value in zip(service["month"].dt.date, service["leavers_fte"].tolist(), strict=True)
    }
    for month, teams in tables["team_caseload"].groupby("month"):
        if teams["leavers_fte"].notna().all():
            values = map(exact, teams["leavers_fte"].tolist())
            found[pd.Timestamp(str(month)).date()] = sum(values, Fraction(0))
    return found


def _figure(
    what: str, unit: str, now: ServiceMonth, history: Sequence[ServiceMonth], leavers: Leavers
) -> Figure | None:
    cells = (f"team caseloads of {month_words(now.month)}",)
    if what == "in_post":
        return None if now.in_post is None else Figure(unit, now.in_post, cells=cells)
    above, below, times = _parts(what, now, history, leavers)
    if above is None or not below:
        return None
    return Figure(unit, times * above / below, above, below, cells=cells)


def _parts(
    what: str, now: ServiceMonth, history: Sequence[ServiceMonth], leavers: Leavers
) -> tuple[Fraction | None, Fraction | None, int]:
    """Numerator, denominator, and what their ratio is taken of."""
    if what == "caseload":
        return None if now.allocated is None else Fraction(now.allocated), now.fte, 1
    if what == "vacancies":
        if now.established is None or now.in_post is None:
            return None, None, 100
        return max(now.established - now.in_post, Fraction(0)), now.established, 100
    last = [month for month in history if 0 <= months_apart(month.month, now.month) < _A_YEAR]
    in_post = [month.in_post for month in last if month.in_post is not None]
    left = [leavers[month.month] for month in last if month.month in leavers]
    if min(len(in_post), len(left)) < _A_YEAR:
        return None, None, 100
    return sum(left, Fraction(0)), sum(in_post, Fraction(0)) / _A_YEAR, 100


def _by_period(known: Mapping[date, Figure]) -> dict[When, Figure]:
    """The figure of each period: that of the last of its months that has one."""
    figures: dict[When, Figure] = {}
    for month in sorted(known):
        year = month.year - (month.month < 4)
        place = (month.month - 4) % _A_YEAR
        for one in _PERIODS:
            if place in one.months and _is_due(one, place):
                figures[f"{year}/{(year + 1) % 100:02d}", one.name] = known[month]
    return figures


def _is_due(one: Period, place: int) -> bool:
    """Whether a month can stand for a period: one of its last quarter of a year, else any month of it."""
    return one is not WHOLE_YEAR or place >= _A_YEAR - 3
