"""Tables of teams side by side are read as several, each with the lines above its own columns."""

from __future__ import annotations

import datetime as dt

import pytest
from loading import codes, load_rows, values

pytestmark = pytest.mark.unit

HEADS = ["Team", "FTE in post", "Allocated", "Unallocated"]
SEPTEMBER, OCTOBER = dt.date(2024, 9, 1), dt.date(2024, 10, 1)
TITLES = {
    "months": ("Sep 2024", "Oct 2024"),
    "as at": ("Position as at 30 September 2024", "Position as at 31 October 2024"),
    "days": (dt.date(2024, 9, 30), dt.date(2024, 10, 31)),
}
BEFORE = [("Ash", 7, 140, 5), ("Elm", 6, 110, 1)]
AFTER = [("Ash", 7.5, 150, 4), ("Elm", 6.5, 118, 0)]
WANTED = [(month, *row) for month, rows in ((SEPTEMBER, BEFORE), (OCTOBER, AFTER)) for row in rows]


def beside(left: list[object], right: list[object], gap: int) -> list[object]:
    return [*left, *[None] * gap, *right]


@pytest.mark.parametrize("gap", [0, 1, 2])
@pytest.mark.parametrize("titles", TITLES.values(), ids=TITLES)
def test_two_months_side_by_side_are_each_of_their_own_title(titles: tuple[object, object], gap: int) -> None:
    over = beside([titles[0], None, None, None], [titles[1]], gap)
    rows = [beside(list(one), list(other), gap) for one, other in zip(BEFORE, AFTER, strict=True)]
    total = beside(["Total", 13, 250, 6], ["Total", 14, 268, 4], gap)
    loaded = load_rows(["Team caseloads"], over, beside(HEADS, HEADS, gap), *rows, total, sheet="Sheet1")
    assert values(loaded, "month", "team", "fte", "allocated", "unallocated") == WANTED
    assert codes(loaded) == []


def test_teams_of_two_areas_side_by_side_share_the_line_above_them_all() -> None:
    rows = [beside(["Ash", 7, 140, 5], ["Fir", 6, 110, 1], 1), beside([None] * 4, ["Oak", 5, 90, 0], 1)]
    loaded = load_rows(["Oct 2024"], beside(HEADS, HEADS, 1), *rows, sheet="Sheet1")
    assert values(loaded, "month", "team") == [(OCTOBER, "Ash"), (OCTOBER, "Fir"), (OCTOBER, "Oak")]


def test_the_same_teams_twice_with_one_month_between_them_stay_one_table_that_is_asked_about() -> None:
    rows = [beside(list(one), list(other), 1) for one, other in zip(BEFORE, AFTER, strict=True)]
    loaded = load_rows(["Sep 2024"], beside(HEADS, HEADS, 1), *rows, sheet="Sheet1")
    assert codes(loaded) == ["two_columns"] * 3


def test_a_second_list_of_the_teams_with_other_things_is_no_other_table() -> None:
    heads = beside(HEADS, ["Team", "Vacancies"], 1)
    loaded = load_rows(["Oct 2024"], heads, beside(list(AFTER[0]), ["Ash", 1], 1), sheet="Sheet1")
    assert values(loaded, "month", "team", "allocated") == [(OCTOBER, "Ash", 150)]
