"""Headings that leave it open what they count: used in their plain sense and said so, or refused."""

from __future__ import annotations

import pytest
from every_row import every_row
from loading import HEADINGS, TWO, codes, load_rows, load_sheets, problem, values

pytestmark = pytest.mark.unit


def test_case_holding_fte_is_taken_before_fte_in_post_and_established() -> None:
    # Given a file with all three
    headings = ["Team", "Established FTE", "FTE in post", "Case-holding FTE", "Children allocated"]
    loaded = load_rows(headings, ["Ash", 7, 6, 5.5, 100])
    # Then the average is over case-holding FTE, the others are kept, and a note says so
    assert values(loaded, "fte", "fte_basis", "fte_established", "fte_in_post", "fte_case_holding") == [
        (5.5, "case-holding", 7.0, 6.0, 5.5)
    ]
    assert "case-holding FTE, from the column “Case-holding FTE”" in problem(loaded, "fte_basis").message


def test_fte_in_post_is_taken_before_established() -> None:
    loaded = load_rows(["Team", "Established FTE", "FTE in post", "Children allocated"], ["Ash", 7, 6, 100])
    assert values(loaded, "fte", "fte_basis") == [(6.0, "in post")]


def test_established_fte_is_taken_where_there_is_nothing_else() -> None:
    loaded = load_rows(["Team", "Established FTE", "Children allocated"], ["Ash", 7, 100])
    assert values(loaded, "fte", "fte_basis") == [(7.0, "established")]


@every_row("heading", ["FTE", "SW FTE", "No. of SWs (FTE)", "WTE", "Social workers (FTE)"])
def test_fte_that_does_not_say_which_it_is_claims_no_more_than_in_post(heading: str) -> None:
    loaded = load_rows(["Team", heading, "Children allocated"], ["Ash", 5.5, 100])
    assert values(loaded, "fte", "fte_basis", "fte_case_holding") == [(5.5, "in post", None)]
    assert "does not say which full-time equivalent" in problem(loaded, "fte_basis_unsaid").message


def test_bases_are_never_mixed_within_a_month() -> None:
    # Given a month in which one team lacks case-holding FTE but has FTE in post
    headings = ["Team", "FTE in post", "Case-holding FTE", "Children allocated"]
    loaded = load_rows(headings, ["Ash", 6, 5.5, 100], ["Elm", 7, None, 120])
    # Then its FTE stays missing, and the blank cell is named
    assert values(loaded, "team", "fte", "fte_basis") == [("Ash", 5.5, "case-holding"), ("Elm", None, "case-holding")]
    assert problem(loaded, "blank_fte").cell == "C3"


def test_a_basis_that_changes_between_months_is_warned_of() -> None:
    headings = ["Month", "Team", "FTE in post", "Case-holding FTE", "Children allocated"]
    loaded = load_rows(headings, ["Jan-13", "Ash", 6, None, 100], ["Feb-13", "Ash", 6, 5.5, 100], sheet="All")
    assert values(loaded, "fte", "fte_basis") == [(6.0, "in post"), (5.5, "case-holding")]
    assert "up to January 2013" in problem(loaded, "fte_basis_changes").message


def test_social_workers_with_halves_are_fte() -> None:
    loaded = load_rows(["Team", "Social workers", "Children allocated"], ["Ash", 5.5, 100], ["Elm", 6, 120])
    assert values(loaded, "fte", "headcount") == [(5.5, None), (6.0, None)]


def test_whole_social_workers_are_people_and_no_fte_is_made_of_them() -> None:
    loaded = load_rows(["Team", "Social workers", "Children allocated"], ["Ash", 5, 100], ["Elm", 6, 120])
    assert values(loaded, "fte", "headcount") == [(None, 5), (None, 6)]
    assert problem(loaded, "people_or_fte").cell == "B1"


def test_social_workers_with_halves_beside_fte_in_post_are_not_taken_for_it() -> None:
    loaded = load_rows(["Team", "FTE in post", "Social workers", "Children allocated"], ["Ash", 6, 5.5, 100])
    assert values(loaded, "fte", "fte_in_post", "headcount") == [(6.0, 6.0, None)]


def test_people_and_fte_side_by_side_are_both_kept() -> None:
    loaded = load_rows(["Team", "Headcount", "FTE", "Children allocated"], ["Ash", 5, 4.5, 100])
    assert values(loaded, "fte", "headcount") == [(4.5, 5)]
    assert codes(loaded) == []


@pytest.mark.parametrize("heading", ["Children", "Total children", "Open cases", "Total caseload"])
def test_the_only_count_of_children_is_read_as_allocated_with_a_warning(heading: str) -> None:
    loaded = load_rows(["Team", "FTE", heading], ["Ash", 5.5, 100])
    assert values(loaded, "allocated", "unallocated") == [(100, None)]
    assert codes(loaded) == ["children_unsaid"]


def test_beside_a_column_of_waiting_children_the_doubt_is_said_precisely() -> None:
    loaded = load_rows(["Team", "FTE", "Open cases", "Unallocated"], ["Ash", 5.5, 100, 4])
    assert values(loaded, "allocated", "unallocated") == [(100, 4)]
    message = problem(loaded, "children_unsaid_beside_waiting").message
    assert "“Open cases” (column C)" in message
    assert "“Unallocated” (column D)" in message
    assert "counted twice" in message


def test_beside_a_column_of_allocated_children_an_open_count_is_not_needed() -> None:
    loaded = load_rows(["Team", "FTE", "Total children", "Children allocated"], ["Ash", 5.5, 104, 100])
    assert values(loaded, "allocated") == [(100,)]
    assert codes(loaded) == []


def test_from_a_count_that_includes_waiting_children_those_are_taken_off() -> None:
    headings = ["Team", "FTE", "Active children", "Unallocated"]
    loaded = load_rows(headings, ["Ash", 5.5, 104, 4], ["Elm", 6, 120, 0], ["Total", 11.5, 224, 4])
    assert values(loaded, "allocated", "unallocated") == [(100, 4), (120, 0)]
    assert codes(loaded) == []


def test_a_count_that_includes_waiting_children_is_refused_where_nothing_says_how_many() -> None:
    loaded = load_rows(["Team", "FTE", "Active children"], ["Ash", 5.5, 104])
    assert codes(loaded) == ["waiting_not_told_apart"]


def test_more_waiting_than_there_are_children_is_refused() -> None:
    loaded = load_rows(["Team", "FTE", "Active children", "Unallocated"], ["Ash", 5.5, 3, 4])
    assert problem(loaded, "more_waiting_than_all").cell == "D2"


def test_types_of_case_overlap_and_are_never_added_up() -> None:
    loaded = load_rows(["Team", "FTE", "CIN", "CP", "LAC"], ["Ash", 5.5, 60, 20, 20])
    found = problem(loaded, "types_overlap")
    assert loaded.stopped
    assert found.cell == "C1"
    assert "“CIN”, “CP”, “LAC”" in found.message


def test_types_of_case_beside_children_allocated_do_no_harm() -> None:
    loaded = load_rows(["Team", "FTE", "CIN", "CP", "LAC", "Children allocated"], ["Ash", 5.5, 60, 20, 20, 90])
    assert values(loaded, "allocated") == [(90,)]
    assert codes(loaded) == []


@pytest.mark.parametrize(
    ("figures", "expected", "said"),
    [
        ((20.5, 21), [(None, 20.5), (None, 21.0)], []),
        ((184, 120), [(184, None), (120, None)], ["children_unsaid"]),
        ((28, 31), [], ["caseload_unsaid"]),
    ],
)
def test_caseload_alone_is_told_by_its_figures_or_refused(figures, expected, said) -> None:
    loaded = load_rows(["Team", "FTE", "Caseload"], *([f"Team {n}", 6, n] for n in figures))
    assert values(loaded, "allocated", "average_printed") == expected
    assert codes(loaded) == said


def test_caseload_beside_children_is_the_printed_average() -> None:
    loaded = load_rows(["Team", "FTE", "Children allocated", "Caseload"], ["Ash", 5, 100, 20])
    assert values(loaded, "allocated", "average_printed") == [(100, 20.0)]


def test_two_columns_for_one_thing_are_refused_unless_they_agree() -> None:
    headings = ["Team", "SW FTE", "FTE", "Children allocated"]
    assert problem(load_rows(headings, ["Ash", 5, 6, 100]), "two_columns").cell == "C1"
    assert codes(load_rows(headings, ["Ash", 5, 5, 100])) == []


def test_a_file_without_fte_names_the_columns_that_were_not_read() -> None:
    loaded = load_rows(["Team", "Children allocated", "Staffing level"], ["Ash", 100, 6])
    assert "“Staffing level”" in problem(loaded, "no_fte").message


def test_a_file_without_children_is_warned_of() -> None:
    assert codes(load_rows(["Team", "Case-holding FTE"], ["Ash", 5.5])) == ["no_children"]


def test_averages_alone_are_kept_as_printed() -> None:
    loaded = load_rows(["Team", "Average caseload"], ["Ash", 24.9], ["Elm", 33.2])
    assert values(loaded, "average_printed", "fte", "allocated") == [(24.9, None, None), (33.2, None, None)]
    assert codes(loaded, "note") == ["averages_only"]


@pytest.mark.parametrize("heading", ["CIN/CP/CLA total", "All open", "With somebody of our staff"])
def test_printed_averages_do_not_make_up_for_a_column_that_may_be_the_children(heading: str) -> None:
    # Given averages that are printed, and a column of whole numbers under a heading that nobody knows
    headings = ["Team", "SW FTE in post", heading, "Unallocated", "Av. caseload"]
    loaded = load_rows(headings, ["Ash", 6, 150, 3, 25.0], ["Elm", 5, 143, 2, 28.6])
    # Then it is asked whether it is theirs
    assert problem(loaded, "no_children").severity == "warning"
    assert [column.heading for column in loaded.columns if column.question] == [heading]
    # But what is said to be of another thing, and gives no averages, is not asked about
    other = load_rows(["Team", "SW FTE in post", "Agency workers", "Av. caseload"], ["Ash", 6, 2, 25.0])
    assert "no_children" not in codes(other)


def test_without_a_column_of_teams_areas_are_the_teams() -> None:
    loaded = load_rows(["Locality", *HEADINGS[1:]], *TWO)
    assert values(loaded, "team", "area") == [("Ash", None), ("Elm", None)]
    assert "areas_as_teams" in codes(loaded, "note")


def test_a_table_of_areas_beside_one_of_teams_does_not_count_the_children_twice() -> None:
    areas = [["Locality", *HEADINGS[1:]], ["North", 11.5, 220, 3]]
    loaded = load_sheets({"Feb 2013": [HEADINGS, *TWO], "Localities Feb 2013": areas})
    assert values(loaded, "team") == [("Ash",), ("Elm",)]
    assert problem(loaded, "table_of_areas").sheet == "Localities Feb 2013"


def test_a_sheet_of_teams_without_children_is_passed_over_beside_one_with() -> None:
    loaded = load_sheets({"Feb 2013": [HEADINGS, *TWO], "Vacancies": [["Team", "FTE"], ["Ash", 1], ["Elm", 2]]})
    assert values(loaded, "team", "fte") == [("Ash", 5.5), ("Elm", 6.0)]
    assert problem(loaded, "table_without_children").sheet == "Vacancies"


def test_two_columns_of_children_in_a_list_of_workers_are_refused_if_they_differ() -> None:
    heads = ["Team", "Worker", "FTE", "Children allocated", "Cases allocated"]
    found = problem(load_rows(heads, ["Ash", "SW 1", 1, 17, 20], ["Ash", "SW 2", 1, 18, 18]), "two_columns")
    assert (found.severity, found.cell) == ("error", "E1")
    assert "two_columns" not in codes(load_rows(heads, ["Ash", "SW 1", 1, 17, 17]))


def test_two_columns_of_the_service_are_refused_if_they_differ() -> None:
    heads = ["Month", "Children waiting", "Children allocated", "Cases allocated"]
    loaded = load_sheets({"Feb 2013": [HEADINGS, *TWO], "Service": [heads, ["Feb-13", 76, 1294, 1300]]})
    assert problem(loaded, "two_columns").cell == "D1"


def test_a_column_of_ours_that_another_one_makes_needless_is_named() -> None:
    heads = ["Team", "FTE in post", "FTE", "All children including unallocated", "Children allocated", "Open cases"]
    message = problem(load_rows(heads, ["Ash", 5, 6, 100, 90, 101]), "columns_not_read").message
    assert all(f"“{heading}”" in message for heading in ("FTE", heads[3], "Open cases"))
