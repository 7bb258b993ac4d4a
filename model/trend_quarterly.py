"""The measures of the quarterly activity report as series: those of which a quarter has a figure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from typing import Any

import pandas as pd

from model.exact import exact
from model.indicators import recognised
from model.ratio import ratio, whole_of
from model.trend import Polarity
from model.trend_series import Measure, Series, Step, made, measures

_QUARTERS = {"Q1": 4, "Q2": 7, "Q3": 10, "Q4": 1}


def quarterly(report: pd.DataFrame, steps: Sequence[Step] = (), until: date = date.max) -> list[Series]:
    """A series for each measure and unit that a quarter has a figure of, in the order of the report.

    ``report`` is the clean table ``activity``; of two reports of one quarter the later counts, and of quarters that
    begin after ``until`` none. A percentage or a rate is worked out of its numerator and denominator where both are
    there, else it is as printed.
    """
    rows = report[report["period"].isin(_QUARTERS)].sort_values("report_year", kind="stable")
    named: dict[str, Measure] = {}
    figures: dict[str, dict[tuple[str, str], Fraction | None]] = {}
    for row in rows.to_dict("records"):
        if _start(row["financial_year"], row["period"]) > until:
            continue
        measure = _measure(row["measure"], row["unit"])
        # Under the name that it has in the latest report, whatever it was called before.
        named[measure.key] = measure
        figures.setdefault(measure.key, {})[row["financial_year"], row["period"]] = _figure(row)
    known = {key: values for key, values in figures.items() if any(value is not None for value in values.values())}
    return [_series(named[key], values, steps) for key, values in known.items()]


def latest_figures(report: pd.DataFrame) -> dict[str, tuple[Measure, Fraction, str]]:
    """The last figure of each indicator, by its key, with its measure and period: of a quarter, else of a year."""
    rows = report[report["period"].isin([*_QUARTERS, "year"])]
    # A year ends with its last quarter, which says more of where the figure stands now.
    rows = rows.assign(of_year=rows["period"] == "year").sort_values(
        ["financial_year", "of_year", "period"], ascending=[True, False, True], kind="stable"
    )
    found: dict[str, tuple[Measure, Fraction, str]] = {}
    for row in rows.to_dict("records"):
        value = _figure(row)
        if value is not None:
            measure = _measure(row["measure"], row["unit"])
            found[measure.key] = (measure, value, f"{row['period']} {row['financial_year']}")
    return found


def _series(measure: Measure, values: dict[tuple[str, str], Fraction | None], steps: Sequence[Step]) -> Series:
    quarters = _all_between(sorted((_start(*of), of) for of, value in values.items() if value is not None))
    periods = [start for start, _ in quarters]
    labels = [f"{quarter} {year}" for _, (year, quarter) in quarters]
    return made(measure, "", periods, labels, [values.get(of) for _, of in quarters], steps)


def _all_between(known: Sequence[tuple[date, tuple[str, str]]]) -> list[tuple[date, tuple[str, str]]]:
    """Every quarter from the first of the known ones to the last."""
    (first, of), (last, _) = known[0], known[-1]
    found = [(first, of)]
    while (now := found[-1])[0] < last:
        start = date(now[0].year + (now[0].month == 10), (now[0].month + 2) % 12 + 1, 1)
        found.append((start, _quarter(start)))
    return found


def _quarter(start: date) -> tuple[str, str]:
    """The financial year and quarter that begin with a day: ("2012/13", "Q4") on 1 January 2013."""
    year = start.year - (start.month < 4)
    name = next(quarter for quarter, month in _QUARTERS.items() if month == start.month)
    return f"{year}/{(year + 1) % 100:02}", name


def _start(financial_year: str, quarter: str) -> date:
    return date(int(financial_year[:4]) + (quarter == "Q4"), _QUARTERS[quarter], 1)


def _figure(row: dict[Any, Any]) -> Fraction | None:
    numerator, denominator, printed = (row[name] for name in ("numerator", "denominator", "printed"))
    if pd.notna(numerator) and pd.notna(denominator):
        return ratio(float(numerator), float(denominator), row["unit"])
    return None if pd.isna(printed) else exact(float(printed))


def _measure(name: str, unit: str) -> Measure:
    """What is known of a measure of the report; one that is no indicator of ours is neither better higher nor lower."""
    known = recognised(name, unit)
    whole = known is not None and not known.split
    called = name if unit == "number" or whole_of(unit) is None else f"{name} ({unit})"
    by_month = {measure.name.casefold() for measure in measures()}
    return Measure(
        key=known.indicator.key if known and whole else f"{name} ({unit})",
        name=f"{called}, by quarter" if called.casefold() in by_month else called,
        unit="" if unit == "number" else unit,
        polarity=Polarity(known.indicator.polarity) if known else Polarity.NONE,
        places=0 if whole_of(unit) is None else 1,
        most=100 if unit == "%" else None,
        quarterly=True,
    )
