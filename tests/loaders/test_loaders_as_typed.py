"""Small things that people type: a month's number, a unit in the cell, a month's name between two tables."""

from __future__ import annotations

import datetime as dt

import pytest
from loading import codes, load_rows, load_text, values

pytestmark = pytest.mark.unit

HEADINGS = ["Team", "FTE in post", "Allocated", "Unallocated"]
ASH, ELM = ("Ash", 5.5, 100, 0), ("Elm", 6.0, 120, 3)
FIGURES = ("team", "fte", "allocated", "unallocated")
APRIL = dt.date(2023, 4, 1)


@pytest.mark.parametrize(("year", "month"), [(2023, 4), ("2023", "04"), (2023, "April"), ("2023/24", "Apr")])
def test_a_month_beside_its_year(year: object, month: object) -> None:
    loaded = load_rows(["Year", "Month", *HEADINGS], [year, month, *ASH], sheet="Data")
    assert values(loaded, "month") == [(APRIL,)]


def test_the_fourth_of_a_financial_year_is_not_taken_for_april() -> None:
    loaded = load_rows(["Year", "Month", *HEADINGS], ["2023/24", 4, *ASH], sheet="Data")
    assert loaded.stopped


@pytest.mark.parametrize("title", ["May 2023", "Position as at 31 May 2023", dt.date(2023, 5, 31)])
def test_a_month_right_below_the_figures_before_it_is_that_of_the_next_table(title: object) -> None:
    shown = title if isinstance(title, str) else f"{title:%d/%m/%Y}"
    loaded = load_rows(["April 2023"], HEADINGS, ASH, ELM, [shown], HEADINGS, ASH, ELM, sheet="Data")
    assert values(loaded, "month") == [(APRIL,)] * 2 + [(dt.date(2023, 5, 1),)] * 2


def test_a_remark_right_below_the_figures_is_still_theirs() -> None:
    loaded = load_rows(["April 2023"], HEADINGS, ASH, ["Oak joins from May 2023."], HEADINGS, ELM, sheet="Data")
    assert values(loaded, "month") == [(APRIL,)] * 2


def test_a_number_may_say_what_it_counts() -> None:
    loaded = load_rows(HEADINGS, ["Ash", "5.5 FTE", "100 children", "0 cases"], ["Elm", "6 wte", 120, 3])
    assert values(loaded, *FIGURES) == [ASH, ELM]
    assert set(codes(loaded, "note")) >= {"number_as_text"}


def test_short_words_below_a_group_are_known() -> None:
    groups = ["", "FTE", "FTE", "Children", "Children"]
    loaded = load_rows(groups, ["Team", "Estab.", "In post", "Alloc.", "Unalloc."], ["Ash", 6, 5.5, 100, 0])
    assert values(loaded, "fte_established", "fte_in_post", "allocated", "unallocated") == [(6, 5.5, 100, 0)]


def test_a_text_with_tabs_that_is_called_xls_is_read() -> None:
    lines = ["\t".join(map(str, line)) for line in (HEADINGS, ASH, ELM)]
    assert values(load_text("\n".join(lines), "Feb 2013.xls"), *FIGURES) == [ASH, ELM]
