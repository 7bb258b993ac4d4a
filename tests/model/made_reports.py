"""Activity reports for tests of the model, typed by hand: a figure a row."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pandas as pd

from model.tables import ACTIVITY, conform

# Measure, unit, and by period its number, or its numerator and denominator, or those and what is printed.
Measure = tuple[str, str, Mapping[str, object]]


def activity(year: str, *measures: Measure, block: str = "Inputs") -> pd.DataFrame:
    """The table of a year's report; a period called "previous" is the year before."""
    return conform(pd.DataFrame([row for one in measures for row in _rows(year, block, *one)]), ACTIVITY)


def _rows(year: str, block: str, measure: str, unit: str, figures: Mapping[str, object]) -> Iterable[dict[str, object]]:
    before = f"{int(year[:4]) - 1}/{year[2:4]}"
    for place, (period, told) in enumerate(figures.items()):
        number, reason = (None, told) if isinstance(told, str) else (told, None)
        parts = number if isinstance(number, tuple) else (None, None, number)
        numerator, denominator, printed = (*parts, None)[:3]
        yield {
            "report_year": year,
            "financial_year": before if period == "previous" else year,
            "period": "year" if period == "previous" else period,
            "block": block,
            "measure": measure,
            "unit": unit,
            "numerator": numerator,
            "denominator": denominator,
            "printed": printed,
            "source": "Case records",
            "reason": reason,
            "sheet": "Report",
            "cell": f"{'DEFGHIJKLMNOPQRS'[place]}5",
        }


def joined(*reports: pd.DataFrame) -> pd.DataFrame:
    """Several reports, or several parts of one, as one table."""
    return pd.concat(reports, ignore_index=True)
