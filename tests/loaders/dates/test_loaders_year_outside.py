"""Months without a year of their own are those of the one financial year that a title or the file's name names."""

from __future__ import annotations

import datetime as dt

import pytest
from loading import Rows, codes, load_sheets, problem, values

pytestmark = pytest.mark.unit

TABLE = [["Month", "Team", "FTE in post", "Allocated"], ["Dec", "Ash", 5, 60], ["January", "Ash", 5, 70]]


@pytest.mark.parametrize(
    ("titles", "name"), [([["Caseload 2024/25"]], "file.xlsx"), ([], "caseload 2024-25.xlsx")], ids=["title", "name"]
)
def test_a_month_is_that_of_the_financial_year_that_is_named(titles: Rows, name: str) -> None:
    loaded = load_sheets({"Sheet1": [*titles, *TABLE]}, name)
    assert values(loaded, "month") == [(dt.date(2024, 12, 1),), (dt.date(2025, 1, 1),)]
    assert problem(loaded, "year_of_months").cell == f"A{1 + len(titles)}"
    assert codes(loaded) == []


def test_of_two_years_none_is_taken() -> None:
    loaded = load_sheets({"Sheet1": [["Compared with 2023/24"], ["Caseload 2024/25"], *TABLE]})
    assert loaded.stopped
    assert "month_without_year" in codes(loaded)
