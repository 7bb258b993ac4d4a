"""Who is away by a list of workers is counted by title over all teams, and by team; of nobody a row is kept."""

from __future__ import annotations

import pytest
from every_row import every_row
from loading import load_rows, load_sheets, values

pytestmark = pytest.mark.unit

HEADINGS = ["Team", "Social worker", "Post title", "FTE", "Children allocated", "Status"]
LIST = [
    HEADINGS,
    ["Ash", "Anna Bell", "Social Worker", 1, 15, "In post"],
    ["Ash", "Carl Dunn", "Social Worker", 0.6, 0, "Long-term sick"],
    ["Ash", "Eve Fox", "Senior Practitioner", 1, 0, "Maternity leave"],
    ["Elm", "Gus Hill", "social worker", 0.8, 0, "LTS since May"],
    ["Elm", "Ida Jay", None, 0.5, 9, "In post"],
    ["Elm", "Kit Low", "Senior Practitioner", 1, 0, "Career break"],
]
AWAY = ("role", "reason", "people", "fte")


def away(loaded) -> list[tuple]:
    return values(loaded, *AWAY, table="away_post")


def by_team(loaded) -> list[tuple]:
    return values(loaded, "team", "fte", "fte_basis", "away_sickness", "away_maternity")


def test_who_is_away_is_counted_by_title_and_by_team_and_never_by_both() -> None:
    loaded = load_rows(*LIST)
    # Then capitals make no other title, and nobody away is 0 in a list that says who is
    assert away(loaded) == [
        ("Social Worker", "sick", 2, 1.4), ("Social Worker", "leave", 0, 0),
        # Of a title that two people hold, why is not kept
        ("Senior Practitioner", "not kept", 2, 2),
        ("Post title not given", "sick", 0, 0), ("Post title not given", "leave", 0, 0),
    ]  # fmt: skip
    assert "team" not in loaded.tables["away_post"]
    # And the FTE of each team, over which averages are, has those who are away in it as before
    assert by_team(loaded) == [("Ash", 2.6, "in post", 0.6, 1), ("Elm", 2.3, "in post", 0.8, 1)]


@every_row(
    ("heading", "state", "sick", "leave"),
    [
        ("Absence", "Long-term sick", 0.5, 0),
        ("Absence", "Stress", 0.5, 0),
        ("Absence", "Suspended", 0, 0.5),
        ("Absence", "Absent", 0, 0.5),
        ("Absence", "None", 0, 0),
        ("On leave", "Y", 0, 0.5),
        ("Comments", "Off sick since May", 0.5, 0),
        ("Maternity / sick", "Y", 0, 0.5),
        ("Maternity / sick", "Sick", 0.5, 0),
        # A column of one reason says nothing of the other.
        ("Off sick", "Y", 0.5, None),
        ("Off sick", "N", 0, None),
        ("Maternity leave", "Y", None, 0.5),
        # These do not say who is away.
        ("Status", "In post", None, None),
        ("Absence", None, None, None),
        ("Absence", 3, None, None),
        ("Comments", "Leads on court work", None, None),
    ],
)
def test_the_reason_is_the_cells_or_else_its_headings(heading: str, state: object, sick: object, leave: object) -> None:
    loaded = load_rows(
        [*HEADINGS[:2], *HEADINGS[3:5], heading], ["Ash", "Anna Bell", 1, 15, None], ["Ash", "Carl Dunn", 0.5, 0, state]
    )
    assert values(loaded, "fte", "away_sickness", "away_maternity") == [(1.5, sick, leave)]


def test_a_name_and_a_line_above_say_why_too() -> None:
    rows = [
        ["Ash", "Mat Bell (long-term sick)", 1, 0],
        ["Ash", "Eve Fox - mat leave", 0.8, 0],
        ["Ash", "Gus Hill", 1, 9],
    ]
    lines = [["Sickness", "", "", ""], ["Elm", "Carl Dunn", 0.4, 0]]
    loaded = load_rows(["Team", "Social worker", "FTE", "Children allocated"], *rows, *lines)
    assert values(loaded, "team", "away_sickness", "away_maternity") == [("Ash", 1, 0.8), ("Elm", 0.4, 0)]


def test_a_blank_fte_leaves_what_is_away_unknown_and_not_how_many() -> None:
    loaded = load_rows(*LIST[:3], ["Ash", "Lou Moe", "Social Worker", None, 0, "Off sick"])
    assert away(loaded) == [("Social Worker", "sick", 2, None), ("Social Worker", "leave", 0, 0)]
    assert values(loaded, "away_sickness", "away_maternity") == [(None, 0)]


def test_lists_that_do_not_tell_leave_their_teams_and_titles_unknown() -> None:
    # Given a second sheet with no column of states, one of whose titles stands on the first as well
    agency = [HEADINGS[:5], ["Oak", "Lou Moe", "Agency Worker", 1, 12], ["Oak", "Ned Orr", "Social Worker", 1, 12]]
    loaded = load_sheets({"Feb 2013": LIST, "Agency Feb 2013": agency})
    assert {role for role, *_ in away(loaded)} == {"Senior Practitioner", "Post title not given"}
    assert values(loaded, "team", "away_sickness") == [("Ash", 0.6), ("Elm", 0.8), ("Oak", None)]


def test_a_month_in_which_nobody_is_away_is_told_by_the_same_column_as_others() -> None:
    loaded = load_sheets({"Jan 2013": LIST[:2], "Feb 2013": LIST[:3]})
    assert values(loaded, "away_sickness", "away_maternity") == [(0, 0), (0.6, 0)]


def test_a_table_of_teams_that_says_who_is_away_is_believed_before_the_list() -> None:
    teams = [
        ["Team", "FTE in post", "Children allocated", "Away sick (FTE)"],
        ["Ash", 2.6, 15, 0.2],
        ["Elm", 2.3, 9, None],
    ]
    loaded = load_sheets({"Feb 2013": teams, "Workers Feb 2013": LIST})
    assert by_team(loaded) == [("Ash", 2.6, "in post", 0.2, 1), ("Elm", 2.3, "in post", 0.8, 1)]
