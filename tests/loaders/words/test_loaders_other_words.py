"""Headings that councils type in other words for the same columns, and the team where no column is called so."""

from __future__ import annotations

import pytest
from every_row import every_row
from loading import load_rows, problem, values

from loaders.staff.nobody import is_nobody
from loaders.teams.teamheadings import is_team_alone, team_alone
from loaders.words.vocabulary import casework_field, meaning_of

pytestmark = pytest.mark.unit

SAID = {
    "team": ["Team / locality", "Team (locality)", "Owning team", "Social work pod", "Service unit", "Area/Team"],
    "month": ["Mth", "Time period", "time_period", "Snapshot month", "Month start", "Year/Month", "Reporting mth"],
    "date": ["Run date", "Effective date", "Data extracted"],
    "fte": [
        "Practitioner FTE", "FTE caseworkers", "No. SW FTE", "No. FTE", "Contracted FTE", "FTE (perm + agency)",
        "F/T equivalents", "SWFTE", "FTE SW capacity", "Total frontline FTE", "SW FTE including agency staff",
    ],
    "fte_in_post": ["SW FTE in post (incl. agency)", "Staff FTE in post", "FTE filled posts total"],
    "fte_case_holding": ["Frontline case-holding FTE", "Case-holding FTE (incl. agency)", "Total FTE case holders"],
    "fte_established": ["Approved establishment", "Establishment FTE total", "Posts on establishment"],
    "allocated": [
        "Children with worker", "Cases open and allocated", "Active allocated cases", "Cases held by worker",
        "Children on SW caseloads", "Allocated clients", "Allocated Children/YP", "Allocated CIN/CP/LAC",
        "Children allocated to individual workers", "Total allocated in team", "# allocated",
    ],
    "unallocated": [
        "Cases waiting for a worker", "Without a named worker", "No named worker", "Cases pending", "Wait list",
        "Held unallocated", "Allocation pending", "Outstanding allocations", "Children w/o a SW", "Unallocated/duty",
        "Children without an allocated practitioner", "Cases not yet allocated to a social worker", "Queue",
    ],
    "children": ["Total held", "All", "Overall caseload"],
    "average": ["Mean caseload per practitioner", "Average allocated cases per FTE", "Children per case holder"],
    "worker": ["Post holder", "Case worker", "Payroll no.", "Staff ID", "Name of practitioner", "Worker no."],
    "role": ["Staff group", "Career grade"],
    "asye": ["AYSE", "In ASYE year"],
    "workers": ["No. of social workers in team", "Frontline staff"],
    None: [
        "Available FTE", "Effective FTE", "Headcount FTE", "Agency FTE", "FTE excluding agency", "No SW", "Allocation",
        "Backlog", "CP team", "Pending closure", "Vacant FTE", "Referrals pending", "Previous total allocated",
    ],
}  # fmt: skip


@every_row(("heading", "column"), [(one, column) for column, typed in SAID.items() for one in typed])
def test_a_heading_in_other_words_is_known_and_what_may_be_two_things_is_not(heading: str, column: str | None) -> None:
    assert meaning_of(heading) == column


@every_row("name", ["No named worker", "Queue", "Backlog", "NULL", "Dummy worker", "Without a lead worker"])
def test_who_holds_the_children_that_nobody_has_is_no_worker(name: str) -> None:
    assert is_nobody(name)


@every_row(
    ("headings", "team"),
    [
        (["Service", "FTE"], "Service"),
        (["Locality", "Delivery team", "FTE"], "Delivery team"),
        (["Area", "Service", "FTE"], "Service"),
        (["Service", "CP team", "FTE"], "CP team"),
        (["Office", "Section", "FTE"], None),
        (["Area", "FTE"], None),
        (["Team manager", "FTE"], None),
    ],
)
def test_the_team_is_the_only_column_that_can_be_it(headings: list[str], team: str | None) -> None:
    place = team_alone(dict(enumerate(headings)))
    assert (None if place is None else headings[place]) == team


def test_a_column_that_is_called_the_team_leaves_the_service_a_kind_of_team() -> None:
    loaded = load_rows(["Service", "Team", "FTE", "Allocated"], ["Fieldwork", "Ash", 5.5, 100])
    assert values(loaded, "team", "kind") == [("Ash", "Fieldwork")]
    assert not is_team_alone("Team")


def test_teams_below_a_service_are_read_and_that_is_said() -> None:
    loaded = load_rows(["Area", "Service", "FTE", "Allocated"], ["Aire", "Duty", 5.5, 100], ["Aire", "Care", 6, 120])
    assert values(loaded, "team", "area", "fte", "allocated") == [
        ("Duty", "Aire", 5.5, 100),
        ("Care", "Aire", 6.0, 120),
    ]
    assert "“Service”" in problem(loaded, "read_as_team").message


@pytest.mark.parametrize("heading", ["Service", "Measure"])
def test_teams_side_by_side_may_stand_behind_either_word(heading: str) -> None:
    loaded = load_rows([heading, "Ash", "Elm"], ["FTE", 5.5, 6], ["Allocated", 100, 120], ["Unallocated", 3, 0])
    assert values(loaded, "team", "allocated") == [("Ash", 100), ("Elm", 120)]


@every_row(
    ("heading", "alone", "field"),
    [
        ("Lead professional", False, "worker"),
        ("Worker’s team", False, "team"),
        ("Allocated to", False, None),
        ("Allocated to", True, "worker"),
        ("Service", False, None),
        ("Service", True, "team"),
        ("Locality", True, "team"),
    ],
)
def test_a_list_of_children_calls_team_and_worker_in_words_of_its_own(
    heading: str, alone: bool, field: str | None
) -> None:
    assert casework_field(heading, alone=alone) == field


def test_a_list_of_children_by_service_is_counted() -> None:
    loaded = load_rows(
        ["Child ID", "Service", "Allocated to", "Legal status"],
        *([number, "Ash", "W-1" if number % 3 else None, "None"] for number in range(7001, 7010)),
    )
    assert values(loaded, "team", "allocated", "unallocated") == [("Ash", 6, 3)]
