"""Published figures and activity reports for the store's tests: small, typed by hand."""

from __future__ import annotations

from typing import Any

import pandas as pd

from model.tables import YEAR_TABLES, conform

Tables = dict[str, pd.DataFrame]


def published(release: str, *years: int, value: float = 17.0, **more: Any) -> Tables:
    """The average caseload of England in each of the years."""
    row = {"release": release, "level": "England", "place": "England", "measure": "caseload", "value": value} | more
    return {"benchmark": conform(pd.DataFrame([{"year": year, **row} for year in years]), YEAR_TABLES["benchmark"])}


def report(year: str, *periods: str, printed: float | None = 100.0, **more: Any) -> Tables:
    """The contacts of each of the periods."""
    row = {"report_year": year, "financial_year": year, "block": "Inputs", "measure": "Contacts", "unit": "number"}
    rows = [{"period": period, "printed": printed, **row, **more} for period in periods]
    return {"activity": conform(pd.DataFrame(rows), YEAR_TABLES["activity"])}


def values(tables: Tables) -> dict[int, tuple[str, float]]:
    """Year to the release and the value that count."""
    frame = tables["benchmark"]
    return {
        int(year): (release, value)
        for year, release, value in zip(frame["year"], frame["release"], frame["value"], strict=True)
    }
