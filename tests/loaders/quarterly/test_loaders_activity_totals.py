"""Totals beside the quarters of an activity report, quarters that are added up, and figures that count nothing."""

from __future__ import annotations

import pytest
from loading import codes, load_rows, problem, values

from loaders import Loaded

pytestmark = pytest.mark.unit

HEAD = ["Measure", "Q1", "Q2", "Q3", "Q4"]
CONTACTS = ["Contacts", 1700, 1720, 1650, 1789]
CONFERENCES = ["Conferences in 15 days", 0.58, 0.6, 1, 0]


def load_report(*rows: list[object], title: str = "Quarterly activity 2012/13") -> Loaded:
    return load_rows([title], *rows, sheet="Activity")


def figures(loaded: Loaded) -> list[tuple[object, ...]]:
    return values(loaded, "period", "unit", "printed", table="activity")


@pytest.mark.parametrize("heading", ["Total", "Year total", "Total Q1–Q4", "Total 2012/13"])
def test_a_total_that_is_not_its_quarters_is_named_with_its_cell(heading: str) -> None:
    found = problem(load_report([*HEAD, heading], [*CONTACTS, 6900]), "activity_total_disagrees")
    assert (found.severity, found.cell) == ("warning", "F3")
    assert "printed as 6,900, but the quarters add up to 6,859" in found.message


@pytest.mark.parametrize("total", [6859, None, "-", 1789, 1714.75, 1715])
def test_a_sum_a_last_quarter_and_an_average_are_totals_and_so_is_nothing(total: object) -> None:
    assert codes(load_report([*HEAD, "Total"], [*CONTACTS, total])) == []


def test_a_total_of_parts_is_held_against_its_own_row() -> None:
    rows = [["Re-referrals"], ["Numerator", 80, 90, 90, 93, 353], ["Denominator", 600, 600, 600, 536, 2300]]
    assert problem(load_report([*HEAD, "Total"], *rows), "activity_total_disagrees").cell == "F5"


def test_a_total_beside_a_quarter_that_is_not_known_is_held_against_nothing() -> None:
    assert codes(load_report([*HEAD, "Total"], ["Contacts", 1700, "c", 1650, 1789, 9999])) == []


@pytest.mark.parametrize("title", ["Quarterly activity 2012/13 (cumulative)", "Activity 2012/13: running totals"])
def test_quarters_that_are_added_up_are_not_read_as_their_own(title: str) -> None:
    loaded = load_report(HEAD, ["Contacts", 1700, 3420, 5070, ""], title=title)
    assert figures(loaded) == [("Q1", "number", 1700.0), ("year to date", "number", 5070.0)]
    assert "Q3 2012/13 as the year to date" in problem(loaded, "activity_added_up").message


@pytest.mark.parametrize(
    "title", ["Quarterly activity 2012/13 (non-cumulative)", "Activity 2012/13, performance to date"]
)
def test_other_titles_leave_the_quarters(title: str) -> None:
    loaded = load_report(HEAD, CONTACTS, title=title)
    assert (codes(loaded), len(figures(loaded))) == ([], 4)


def test_figures_up_to_1_that_are_not_whole_are_percentages() -> None:
    loaded = load_report(HEAD, CONFERENCES)
    assert figures(loaded) == [("Q1", "%", 58.0), ("Q2", "%", 60.0), ("Q3", "%", 100.0), ("Q4", "%", 0.0)]
    found = problem(loaded, "activity_parts_of_one")
    assert (found.severity, found.cell) == ("warning", "B3")
    assert "0.58 as 58%" in found.message


@pytest.mark.parametrize(
    "row", [["Average moves", 0.58, 0.6, 1, 0], ["Plans ended", 1, 0, 1, 0], ["Weeks waited", 0.5, 2, 1, 0]]
)
def test_averages_and_counts_stay_numbers(row: list[object]) -> None:
    loaded = load_report(HEAD, row)
    assert (codes(loaded), figures(loaded)[0]) == ([], ("Q1", "number", float(str(row[1]))))
