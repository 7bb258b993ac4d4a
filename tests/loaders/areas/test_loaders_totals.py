"""Printed totals and averages are compared with the teams, and named by their cells where they disagree."""

from __future__ import annotations

import pytest
from loading import HEADINGS, TOTAL, TWO, codes, load_rows, problem, values

pytestmark = pytest.mark.unit

WITH_AVERAGE = [*HEADINGS, "Average caseload"]


@pytest.mark.parametrize(("column", "cell", "wrong"), [(1, "B4", 12.5), (2, "C4", 230), (3, "D4", 2)])
def test_a_wrong_total_is_named_by_its_cell_and_the_teams_are_kept(column: int, cell: str, wrong: float) -> None:
    # Given a total row with one wrong figure
    total = list(TOTAL)
    total[column] = wrong
    loaded = load_rows(HEADINGS, *TWO, total)
    # Then the cell is named, with what is printed and what the teams add up to
    found = problem(loaded, "total_disagrees")
    assert (found.severity, found.cell, found.found) == ("warning", cell, f"{wrong:g}")
    assert f"{TOTAL[column]:g}" in found.message
    # And the teams' own figures are kept
    assert values(loaded, "allocated") == [(100,), (120,)]


@pytest.mark.parametrize(("printed", "words"), [(230, "10 too high"), (219, "1 too low")])
def test_how_far_a_total_is_out_is_said(printed: int, words: str) -> None:
    loaded = load_rows(HEADINGS, *TWO, ["Total", 11.5, printed, 3])
    assert words in problem(loaded, "total_disagrees").message


def test_a_total_of_more_than_a_million_is_written_out() -> None:
    found = problem(load_rows(HEADINGS, *TWO, ["Total", 11.5, 1_234_567, 3]), "total_disagrees")
    assert (found.found, "1,234,347 too high" in found.message) == ("1,234,567", True)


def test_a_right_total_is_not_mentioned() -> None:
    assert codes(load_rows(HEADINGS, *TWO, TOTAL)) == []


def test_a_total_of_rounded_fte_may_differ_by_the_rounding() -> None:
    loaded = load_rows(HEADINGS, ["Ash", 5.52, 100, 0], ["Elm", 6.01, 120, 3], ["Total", 11.5, 220, 3])
    assert codes(loaded) == []


def test_subtotals_are_of_their_area_and_the_grand_total_of_all() -> None:
    area = ["Area", *HEADINGS]
    rows = [["North", *TWO[0]], ["North", *TWO[1]], ["North total", None, *TOTAL[1:]], ["South", "Oak", 5, 80, 1]]
    rows += [["South total", None, 5, 81, 1], ["Grand total", None, 16.5, 300, 4]]
    loaded = load_rows(area, *rows)
    assert problem(loaded, "total_disagrees").cell == "D6"
    assert values(loaded, "team", "area") == [("Ash", "North"), ("Elm", "North"), ("Oak", "South")]


def test_a_plain_total_after_each_group_is_of_the_group() -> None:
    loaded = load_rows(HEADINGS, *TWO, TOTAL, ["Oak", 5, 80, 1], ["Fir", 5, 90, 0], ["Total", 10, 170, 1])
    assert codes(loaded) == []


def test_totals_of_several_months_are_each_of_their_month() -> None:
    rows = [["Jan-13", *TWO[0]], ["Jan-13", *TWO[1]], ["Jan-13", *TOTAL]]
    rows += [["Feb-13", *TWO[0]], ["Feb-13", "Elm", 6, 130, 3], ["Feb-13", *TOTAL]]
    loaded = load_rows(["Month", *HEADINGS], *rows, sheet="All")
    assert problem(loaded, "total_disagrees").cell == "D7"


def test_a_total_is_not_compared_where_a_team_is_missing() -> None:
    assert "total_disagrees" not in codes(load_rows(HEADINGS, ["Ash", 5.5, "*", 0], TWO[1], TOTAL))


def test_a_printed_average_that_is_not_children_by_fte_is_named() -> None:
    loaded = load_rows(WITH_AVERAGE, ["Ash", 5, 100, 0, 20.1], ["Elm", 6, 120, 0, 20.2])
    found = problem(loaded, "average_disagrees")
    assert (found.cell, found.found) == ("E3", "20.2")
    assert "20.0" in found.message


def test_an_average_that_counts_waiting_children_is_explained() -> None:
    loaded = load_rows(WITH_AVERAGE, ["Ash", 5, 100, 10, 22])
    assert "include children who wait" in problem(loaded, "average_disagrees").message


def test_the_mean_of_the_teams_averages_is_not_the_services_average() -> None:
    rows = [["Ash", 2, 60, 0, 30], ["Elm", 8, 80, 0, 10]]
    right = load_rows(WITH_AVERAGE, *rows, ["Total", 10, 140, 0, 14])
    wrong = load_rows(WITH_AVERAGE, *rows, ["Total", 10, 140, 0, 20])
    assert codes(right) == []
    found = problem(wrong, "total_average_disagrees")
    assert found.cell == "E4"
    assert "mean of the teams’ averages" in found.message
