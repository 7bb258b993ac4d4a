"""Rows below a total that is already the sum of the teams above it are no teams, whatever they are called."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from loading import HEADINGS, TOTAL, TWO, codes, load_rows, problem, values

from loaders.teams.sidelines import is_line

pytestmark = pytest.mark.unit

BEFORE = [10, 200, 5]
OTHERS = [["Oak", 7, 140, 1], ["Yew", 8, 151, 2]]


def teams(*rows: Sequence[object]) -> list[str]:
    return [name for (name,) in values(load_rows(HEADINGS, *rows), "team")]


@pytest.mark.parametrize(
    "name", ["Sep", "Reference", "Permanent", "Child in need", "Elsewhere (neighbour)", "Anyshire Sep 12", "ASYE"]
)
@pytest.mark.parametrize("total", ["Total", "Feb 13 total", "Total for the council", "Grand total"])
def test_what_stands_below_a_total_of_all_teams_is_left_out_and_said(name: str, total: str) -> None:
    loaded = load_rows(HEADINGS, *TWO, [total, *TOTAL[1:]], [], [name, *BEFORE])
    assert values(loaded, "team", "area") == [("Ash", None), ("Elm", None)]
    assert (codes(loaded), problem(loaded, "row_below_total").cell) == (["row_below_total"], "A6")


def test_nothing_is_said_of_what_such_a_row_is_called_as_it_may_be_a_child() -> None:
    loaded = load_rows(HEADINGS, *TWO, TOTAL, ["Awaiting a worker", "Days"], ["Zzmarker", 5], ["Zzmarker Roe", 9])
    assert values(loaded, "team") == [("Ash",), ("Elm",)]
    assert "Zzmarker" not in repr([loaded.problems, loaded.tables])


@pytest.mark.parametrize(
    ("rows", "kept"),
    [
        ([*OTHERS, ["Total", 15, 291, 3]], 4),
        ([*OTHERS, ["Grand total", 26.5, 511, 6]], 4),
        ([*OTHERS, ["Total", 15, 291, 3], ["Grand total", 26.5, 511, 6], ["Reference", *BEFORE]], 4),
        ([*OTHERS, ["Total", 15, 299, 3]], 4),
        ([OTHERS[0], OTHERS[0][:0], ["Total", 7, 140, 1]], 3),
        ([["Permanent", 8, 150, 3], ["Locum", 3.5, 70, 0], TOTAL], 2),
    ],
    ids=["another block", "one of all", "and a comparison", "a slip", "a block of one", "the parts of the same"],
)
def test_rows_below_a_total_are_teams_where_another_one_adds_them_up(rows: list[list[object]], kept: int) -> None:
    assert len(teams(*TWO, TOTAL, *rows)) == kept


@pytest.mark.parametrize("total", [["North total", *TOTAL[1:]], ["Sub-total", *TOTAL[1:]], ["Total", 12, 230, 3]])
def test_below_a_subtotal_or_a_total_that_is_wrong_teams_go_on(total: list[object]) -> None:
    assert teams(*TWO, total, *OTHERS) == ["Ash", "Elm", "Oak", "Yew"]


def test_the_total_may_count_the_children_with_no_team() -> None:
    loaded = load_rows(HEADINGS, *TWO, ["Unallocated", None, None, 4], ["Total", 11.5, 220, 7], ["Reference", *BEFORE])
    assert values(loaded, "team") == [("Ash",), ("Elm",)]


def test_each_month_has_its_own_total() -> None:
    rows = [["Jan-13", *row] for row in [*TWO, TOTAL]] + [["Feb-13", *row] for row in [*OTHERS, ["Total", 15, 291, 3]]]
    loaded = load_rows(["Month", *HEADINGS], *rows, ["Feb-13", "Reference", *BEFORE])
    assert [name for (name,) in values(loaded, "team")] == ["Ash", "Elm", "Oak", "Yew"]


@pytest.mark.parametrize(
    "name", ["Total Jan 13", "Jan 13 total", "2011/12 total", "Last month total", "Total last year", "% of total"]
)
def test_the_total_of_another_month_is_not_compared_with_this_one(name: str) -> None:
    assert codes(load_rows(HEADINGS, *TWO, TOTAL, [name, *BEFORE])) == []


@pytest.mark.parametrize(
    "name", ["Sep 24", "Sept '24", "Oct 23 outturn", "Previously", "12 months ago", "Agency (included above)", "Gap"]
)
def test_lines_of_comparison_are_known_without_a_total_too(name: str) -> None:
    assert is_line(name)


@pytest.mark.parametrize("name", ["Marlow 16", "March", "Decoy 12", "May", "Team 24", "Permanence", "Agency"])
def test_names_that_begin_like_a_month_are_none(name: str) -> None:
    assert not is_line(name)
