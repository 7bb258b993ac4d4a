"""A title says of its whole table what a heading says of its column: families and rates are no children."""

from __future__ import annotations

import pytest
from loading import HEADINGS, TWO, codes, load_rows, problem, values

pytestmark = pytest.mark.unit


@pytest.mark.parametrize(
    ("title", "what"),
    [
        ("All figures are families, not children", "families"),
        ("Open cases, counted by family", "families"),
        ("Rates per 10,000 children by team", "rates"),
        ("Allocations year to date", "what was allocated in a time"),
        ("Cases allocated during February 2013", "what was allocated in a time"),
        ("Allocations made in the month", "what was allocated in a time"),
    ],
)
def test_a_title_of_another_unit_stops_the_file_and_is_quoted(title: str, what: str) -> None:
    loaded = load_rows([title], HEADINGS, *TWO)
    message = problem(loaded, "title_of_other_unit").message
    assert f"“{title}”" in message and f"are {what}" in message
    assert values(loaded, "team") == []


@pytest.mark.parametrize(
    "title",
    [
        "Children and families: open cases",
        "Support for families, children allocated by team",
        "Cases allocated, February 2013",
        "Performance report, year to date",
        "Children allocated to a social worker in February 2013",
    ],
)
def test_a_title_that_only_names_them_changes_nothing(title: str) -> None:
    assert codes(load_rows([title], HEADINGS, *TWO)) == []


def test_a_title_about_a_column_that_says_so_itself_changes_nothing() -> None:
    rows = [[*row, rate] for row, rate in zip([HEADINGS, *TWO], ["Rate per 10,000", 31.5, 36.2], strict=True)]
    loaded = load_rows(["Rates per 10,000 children by team"], *rows)
    assert values(loaded, "team", "allocated") == [("Ash", 100), ("Elm", 120)]
