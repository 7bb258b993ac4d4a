"""Published figures and activity reports on the Upload page: what was understood, and what would change."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from model.words import listed
from store import YearKept


def years_in_words(years: Iterable[YearKept]) -> list[str]:
    """What the years are of, a phrase a table: "activity report 2012/13", "published figures 2017 to 2025"."""
    kept = list(years)
    reports = [year.year for year in kept if year.table == "activity"]
    published = [year.year for year in kept if year.table == "benchmark"]
    said = []
    if reports:
        said.append(f"activity report {plain_years(reports)}")
    if published:
        said.append(f"published figures {plain_years(published)}")
    return said


def plain_years(years: Sequence[str]) -> str:
    """Years in a row: "2025", "2024 and 2025", "2017 to 2025"."""
    return f"{years[0]} to {years[-1]}" if len(years) > 2 else listed(list(years))
