"""Tables that only compare: what has changed, and last month's without its date, are passed over with a note."""

from __future__ import annotations

import datetime as dt

import pytest
from loading import HEADINGS, TWO, codes, load_sheets, problem, values

from loaders import Loaded

pytestmark = pytest.mark.unit

NOW = [["Position at 28 February 2013"], HEADINGS, *TWO]
CHANGES = [["Ash", 0, 9, -1], ["Elm", 0.5, -3, 0]]
BEFORE = [["Ash", 5, 91, 1], ["Elm", 6, 123, 3]]
READ = [("Ash", 5.5, 100, 0), ("Elm", 6.0, 120, 3)]


def read(loaded: Loaded) -> list[tuple[object, ...]]:
    return values(loaded, "team", "fte", "allocated", "unallocated")


@pytest.mark.parametrize(
    "title", ["Change", "Change January to February 2013", "Movement since 31 January 2013", "Net change in month"]
)
def test_a_table_of_changes_below_or_on_its_own_sheet_is_passed_over(title: str) -> None:
    below = load_sheets({"All": [*NOW, [], [title], HEADINGS, *CHANGES]})
    apart = load_sheets({"Now": NOW, "Compared": [[title], HEADINGS, *CHANGES]})
    for loaded in (below, apart):
        assert (read(loaded), codes(loaded)) == (READ, [])
        assert f"titled “{title}”" in problem(loaded, "not_counted").message


def test_a_sheet_called_change_is_passed_over() -> None:
    loaded = load_sheets({"Now": NOW, "Change": [HEADINGS, *CHANGES]})
    assert (read(loaded), codes(loaded)) == (READ, [])


@pytest.mark.parametrize("title", ["Previous month", "Last month’s figures", "Last month:", "Previous"])
def test_an_earlier_month_without_its_name_is_passed_over(title: str) -> None:
    loaded = load_sheets({"All": [*NOW, [], [title], HEADINGS, *BEFORE]})
    assert (read(loaded), codes(loaded)) == (READ, [])
    named = load_sheets({"All": [*NOW], title: [HEADINGS, *BEFORE]} if ":" not in title else {"All": NOW})
    assert read(named) == READ


def test_an_earlier_month_with_its_name_is_read() -> None:
    titled = load_sheets({"All": [*NOW, [], ["Previous month"], ["January 2013"], HEADINGS, *BEFORE]})
    called = load_sheets({"Now": NOW, "Previous": [["As at 31 January 2013"], HEADINGS, *BEFORE]})
    for loaded in (titled, called):
        assert {month for (month,) in values(loaded, "month")} == {dt.date(2013, 1, 1), dt.date(2013, 2, 1)}


def test_changes_alone_are_not_taken_for_counted_figures() -> None:
    assert codes(load_sheets({"Change": [["February 2013"], HEADINGS, *BEFORE]})) == ["only_not_counted"]


@pytest.mark.parametrize("title", ["Movements in February 2013", "Changes to note: Ash was Oak", "Change Grow Live"])
def test_what_came_and_went_and_other_lines_are_no_changes(title: str) -> None:
    headings, rows = [*HEADINGS, "New cases"], [[*row, 4] for row in TWO]
    assert values(load_sheets({"Feb 2013": [[title], headings, *rows]}), "team") == [("Ash",), ("Elm",)]
    if "Movements" not in title:
        assert read(load_sheets({"Feb 2013": [[title], HEADINGS, *TWO]})) == READ
