"""Which column has the teams, where none is called so: it is asked, whatever else stands in the table."""

from __future__ import annotations

import pytest
from loading import TOTAL, TWO, Rows, load_sheets, load_text, problem, values

from loaders import Loaded
from loaders.mapping import Decision

pytestmark = pytest.mark.unit

FIGURES = ["FTE", "Allocated", "Unallocated"]
READ = [("Ash", 5.5, 100, 0), ("Elm", 6.0, 120, 3)]
WORKERS = [["Duty", 1.8, 38, 0], ["Amy Ashton", 1, 20, 0], ["Ben Bayley", 0.8, 18, 0], ["Cat Coe", 1, 12, 0]]


def load_under(heading: str, *rows: list[object], mapping: tuple[Decision, ...] = ()) -> Loaded:
    return load_sheets({"Feb 2013": [[heading, *FIGURES], *rows]}, mapping=mapping)


def asked(loaded: Loaded) -> list[str]:
    return [column.heading for column in loaded.columns if column.question]


def teams(loaded: Loaded) -> list[tuple[object, ...]]:
    return values(loaded, "team", "fte", "allocated", "unallocated")


@pytest.mark.parametrize("last", [[], [TOTAL], [["Grand total", *TOTAL[1:]]], [["Unallocated", "", "", 3]]])
@pytest.mark.parametrize("heading", ["Squad", "Delivery", "Who", ""])
def test_a_heading_that_nobody_knows_over_the_teams_is_asked_about_and_no_other(heading: str, last: Rows) -> None:
    # Given a table whose other columns are known, with or without a row of its totals
    rows = [*TWO, *(list(row) for row in last)]
    before = load_under(heading, *rows)
    # Then only the one over the teams is asked about
    assert (before.stopped, asked(before)) == (True, [heading or "(no heading)"])
    # And once it is said what it is, the file is read
    said = load_under(heading, *rows, mapping=(Decision(asked(before)[0], "team"),))
    assert (teams(said), asked(said)) == (READ, [])


def test_a_team_that_is_called_like_a_type_of_case_does_not_turn_the_table_on_its_side() -> None:
    assert asked(load_under("Squad", ["Assessment", 5.5, 100, 0], ["Court", 6, 120, 3], TOTAL)) == ["Squad"]


def test_columns_without_headings_are_told_apart_by_their_place() -> None:
    rows = [["", "", *FIGURES], *(["North", *row] for row in TWO)]
    mapping = [Decision("(no heading)", "area"), Decision("(no heading)", "team", nth=2)]
    loaded = load_sheets({"Feb 2013": rows}, mapping=mapping)
    assert values(loaded, "area", "team") == [("North", "Ash"), ("North", "Elm")]


def test_a_text_file_is_asked_about_too() -> None:
    assert asked(load_text(",FTE,Allocated,Unallocated\nAsh,5.5,100,0\nElm,6,120,3\n")) == ["(no heading)"]


def test_a_pivot_tables_row_labels_are_its_teams() -> None:
    loaded = load_under("Row Labels", *TWO, ["Grand Total", *TOTAL[1:]])
    assert (teams(loaded), asked(loaded)) == (READ, [])
    assert "“Row Labels” (column A)" in problem(loaded, "read_as_team").message


def test_row_labels_are_no_teams_where_people_are_named_below_them() -> None:
    # Given a pivot table of workers
    loaded = load_under("Row Labels", *WORKERS)
    # Then nobody is taken for a team, and what stands there is asked without a name being shown
    assert (teams(loaded), asked(loaded)) == ([], ["Row Labels"])
    assert [column.samples for column in loaded.columns if column.question] == [()]


def test_nothing_is_asked_of_a_table_all_of_whose_columns_are_known() -> None:
    # Given months of one team that is not named
    loaded = load_sheets({"Ash": [["Month", "FTE", "Allocated"], ["Jan-13", 5, 99], ["Feb-13", 5.5, 100]]})
    assert (loaded.stopped, asked(loaded)) == (True, [])
