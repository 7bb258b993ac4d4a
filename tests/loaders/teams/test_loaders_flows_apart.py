"""What came and went by team, on a sheet of its own, is put with the teams of its month."""

from __future__ import annotations

import pytest
from loading import Rows, codes, load_sheets, problem, values

pytestmark = pytest.mark.unit

TEAMS = [["Team", "FTE in post", "Allocated"], ["Ash", 5, 100], ["Elm", 5, 90]]


@pytest.mark.parametrize(
    ("sheet", "rows"),
    [
        ("Starts Feb 2013", [["Team", "Starts", "Closures"], ["Ash", 5, 4], ["Elm", 3, 2]]),
        ("Flows", [["Month", "Team", "Starts", "Closures"], ["Feb 2013", "Elm", 3, 2], ["Feb 2013", "Ash", 5, 4]]),
    ],
    ids=["the month in the sheet's name", "the month in a column"],
)
def test_starts_and_closures_are_those_of_their_team_and_month(sheet: str, rows: Rows) -> None:
    loaded = load_sheets({"Feb 2013": TEAMS, sheet: rows})
    assert values(loaded, "team", "fte", "allocated", "starts", "closures") == [
        ("Ash", 5, 100, 5, 4), ("Elm", 5, 90, 3, 2)
    ]  # fmt: skip
    assert codes(loaded) == []


def test_a_team_or_a_month_that_no_other_table_has_is_named_and_not_read() -> None:
    flows = [["Month", "Team", "Starts"], ["Feb 2013", "Oak", 3], ["Mar 2013", "Ash", 5], ["Feb 2013", "Ash", 4]]
    loaded = load_sheets({"Feb 2013": TEAMS, "Flows": flows})
    assert values(loaded, "month", "team", "starts")[0][1:] == ("Ash", 4)
    assert len(values(loaded, "team")) == 2
    assert [one.cell for one in loaded.problems if one.code == "flows_of_no_team"] == ["B2", "B3"]


def test_flows_that_the_teams_have_already_are_passed_over() -> None:
    teams = [["Team", "FTE in post", "Allocated", "Starts"], ["Ash", 5, 100, 7]]
    loaded = load_sheets({"Feb 2013": teams, "Starts Feb 2013": [["Team", "Starts"], ["Ash", 5]]})
    assert values(loaded, "starts") == [(7,)]
    assert problem(loaded, "table_without_children").severity == "note"
