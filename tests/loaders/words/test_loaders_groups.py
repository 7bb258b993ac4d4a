"""Headings in two rows: a group that changes what stands below it is never dropped, and parts are never the whole."""

from __future__ import annotations

import pytest
from every_row import every_row
from loading import codes, load_rows, problem, values

from loaders.words.groups import joined

pytestmark = pytest.mark.unit

READ = ("fte", "allocated", "unallocated")


@every_row(
    ("group", "below", "heading"),
    [
        ("Vacancies", "FTE", "Vacancies FTE"),
        ("Last month", "Allocated", "Last month Allocated"),
        ("CIN", "Allocated", "CIN Allocated"),
        ("Vacancies", "Alocated", "Vacancies Alocated"),
        ("Workforce", "FTE in post", "FTE in post"),
        ("Children at 31 May 2024", "Closures", "Closures"),
        ("Turnover", "Leavers", "Leavers"),
        ("FTE in post", "This month", "FTE in post"),
    ],
)
def test_a_group_that_says_nothing_more_is_left_out_and_any_other_stays(group: str, below: str, heading: str) -> None:
    assert joined(group, below) == heading


@pytest.mark.parametrize("place", [0, 1], ids=["above", "below"])
def test_fte_of_vacancies_and_of_agency_is_none_of_those_in_post(place: int) -> None:
    rows = [["", "Vacancies", "Agency", "Children", ""], ["", "FTE", "FTE", "Allocated", "Unallocated"]]
    rows[place][0] = "Team"
    loaded = load_rows(*rows, ["Ash", 1.5, 1.5, 100, 3], ["Elm", 1, 2, 90, 2])
    assert values(loaded, *READ) == [(None, 100, 3), (None, 90, 2)]
    assert "“Vacancies FTE”, “Agency FTE”" in problem(loaded, "no_fte").message


def test_a_title_above_the_headings_is_no_group() -> None:
    loaded = load_rows(
        ["Anytown council", "", "", "As at 28 February 2013"], ["Team", "FTE", "Allocated", "Waiting"], ["Ash", 5, 9, 1]
    )
    assert values(loaded, *READ) == [(5.0, 9, 1)]


@every_row(
    ("upper", "lower", "group"),
    [
        (["FTE in post", "Children allocated", "", ""], ["", "0-4", "5-15", "16+"], "Children allocated"),
        (["Allocated", "FTE in post", ""], ["", "Permanent", "Agency"], "FTE in post"),
        (["Allocated", "FTE", "", ""], ["", "Last month", "Next month", "Change"], "FTE"),
        (["FTE", "Allocated", "Unallocated", ""], ["", "", "<5 days", "5-10 days"], "Unallocated"),
        (["FTE in post", "Allocated"], ["", "%"], "Allocated"),
    ],
)
def test_parts_below_a_heading_are_not_the_whole(upper: list[str], lower: list[str], group: str) -> None:
    figures = [5.0 + place for place in range(len(upper))]
    loaded = load_rows(["Team", *upper], ["", *lower], ["Ash", *figures], ["Elm", *figures])
    assert loaded.stopped
    said = problem(loaded, "split_heading")
    assert said.message.startswith(f"“{group}” stands over parts")
    assert said.cell is not None and said.cell.endswith("2")


@pytest.mark.parametrize(
    "below", [["Last month", "This month", "Change"], ["Target", "Actual", "Gap"], ["Agency", "Total"]]
)
def test_the_part_that_is_all_of_this_month_is_taken(below: list[str]) -> None:
    blank, figures = [""] * (len(below) - 1), [5.5, 6.0, 0.5][: len(below)]
    loaded = load_rows(["Team", "FTE", *blank, "Allocated"], ["", *below, ""], ["Ash", *figures, 100])
    assert values(loaded, "fte", "allocated") == [(6.0, 100)]
    assert codes(loaded) == []


def test_waiting_children_by_type_are_said() -> None:
    loaded = load_rows(
        ["Team", "FTE in post", "Children allocated", "", "", "Unallocated", ""],
        ["", "", "CIN", "CP", "Total", "CIN", "CP"],
        ["Ash", 5.5, 10, 20, 25, 1, 2],
    )
    assert values(loaded, *READ) == [(5.5, 25, None)]
    assert problem(loaded, "split_left_out").cell == "F2"


@every_row("first", ["Area", "Month", "Zz"])
@every_row(
    "title",
    [
        "Open cases at 30 April 2024",
        "Unallocated at 30 April 2024",
        "Social workers at 30 April 2024",
        "CIN, April 2024",
        "Agency, April 2024",
    ],
)
def test_a_title_right_above_the_headings_changes_none_of_them(title: str, first: str) -> None:
    # Given a title without a blank row below it, whatever it names
    words = ["Apr-24", "Apr-24"] if first == "Month" else ["North", "South"]
    rows = [[words[0], "Duty", 6.0, 151, 4], [words[1], "Moor", 7.2, 140, 2]]
    # When the sheet is read
    loaded = load_rows([title], [first, "Team", "SW FTE", "Allocated", "Unallocated"], *rows, sheet="Sheet1")
    # Then each column is what its own heading says
    assert values(loaded, "team", "fte", "allocated", "unallocated") == [tuple(row[1:]) for row in rows]
