"""Who has left by the day of a list of workers, or begins after it, is not counted; who is away is told of."""

from __future__ import annotations

import datetime as dt

import pytest
from every_row import every_row
from hypothesis import given, settings
from hypothesis import strategies as st
from loading import codes, load_rows, problem, values

from loaders.told import as_json

pytestmark = pytest.mark.unit

LIST = ["Team", "Social worker", "FTE", "Children allocated"]
SURE = ["Ash", "Anna Bell", 1, 15]


def load_state(heading: str, *states: object, title: str = ""):
    """A team in February 2013 in which one worker is in post, and others have these states."""
    rows = [["Ash", f"Worker {place}", 0.5, 0, state] for place, state in enumerate(states)]
    return load_rows(*([[title]] if title else []), [*LIST, heading], [*SURE, None], *rows)


@every_row(
    ("heading", "gone", "there"),
    [
        ("Leaving date", dt.date(2013, 2, 28), dt.date(2013, 3, 1)),
        ("End date", "31/01/2013", "31/03/2013"),
        ("Date left", "Feb-2013", "Mar-2013"),
        ("Start date", dt.date(2013, 3, 1), dt.date(2013, 2, 28)),
        ("Left?", "Y", "N"),
        ("Active (Y/N)", "No", "Yes"),
        ("In post", "N", "Y"),
        ("Status", "Left", "Active"),
        ("Employment status", "Leaver", "Agency"),
        ("Status", "Left 12/2/13", "Leaving 31/3/13"),
        ("Leaving date", "31st January", "27 March"),
        ("Contract end date", "31/01/2013", "Ongoing"),
    ],
)
def test_who_is_not_in_post_on_the_day_is_not_counted_and_told(heading: str, gone: object, there: object) -> None:
    loaded = load_state(heading, gone, there)
    assert values(loaded, "fte", "headcount") == [(1.5, 2)]
    said = problem(loaded, "worker_not_in_post")
    assert (said.severity, said.cell) == ("note", "E3")
    # The column was read, so that it is not among those that were not.
    assert codes(loaded, "error", "warning") == []
    assert "columns_not_read" not in codes(loaded, "note")


@pytest.mark.parametrize("said", ["Leaver (Jan)", "Left 12/2/13", "Last day 15/2/13", "Leaving 1st February"])
def test_a_remark_says_who_has_left_too(said: str) -> None:
    loaded = load_state("Comments", said, "Last day 31/3/13", "Leaving 29 March", "Case closed")
    assert values(loaded, "fte", "headcount") == [(2.5, 4)]
    assert {"worker_not_in_post", "not_workers"} & set(codes(loaded, "note"))


def test_the_day_of_the_list_decides_where_it_has_one() -> None:
    states = (dt.date(2013, 2, 15), dt.date(2013, 2, 25))
    loaded = load_state("Leaving date", *states, title="Position as at 20 February 2013")
    assert values(loaded, "fte") == [(1.5,)]


@every_row(
    ("heading", "state"),
    [
        ("On leave", "Y"),
        ("On leave", "Maternity"),
        ("Absence", "Long-term sick"),
        ("Absence type", "LTS"),
        ("Status", "Maternity leave"),
        ("Comments", "On mat leave since November"),
        ("Post title", "Social worker (career break)"),
    ],
)
def test_who_is_away_is_counted_and_told(heading: str, state: str) -> None:
    loaded = load_state(heading, state, None)
    assert values(loaded, "fte") == [(2,)]
    said = problem(loaded, "worker_away")
    assert (said.severity, said.cell) == ("warning", "C3")
    assert "0.5 FTE is counted" in said.message


@every_row(
    ("heading", "state"),
    [
        ("On leave", "N"),
        ("Absence", "None"),
        ("Absence", 3),
        ("Status", "Permanent"),
        ("Status", "Maternity cover"),
        ("Post title", "Social worker (maternity cover)"),
        ("Comments", "Returned from maternity leave"),
        ("Comments", "Leads on court work"),
        ("RAG", "Green"),
        ("Status", "Green"),
    ],
)
def test_of_who_is_at_work_nothing_is_said(heading: str, state: object) -> None:
    loaded = load_state(heading, state)
    assert codes(loaded) == []
    assert values(loaded, "fte") == [(1.5,)]


def test_a_state_that_is_not_understood_is_told_and_the_worker_counted() -> None:
    loaded = load_state("Status", "Active", "Moved on")
    assert problem(loaded, "worker_state_unclear").cell == "E4"
    assert values(loaded, "fte") == [(2,)]


def test_what_stands_behind_a_name_counts_and_is_no_part_of_it() -> None:
    rows = [["Ash", "Carl Dunn (left)", 1, 0], ["Ash", "Eve Fox - mat leave", 1, 0], ["Elm", "Eve Fox", 1, 9]]
    loaded = load_rows(LIST, SURE, *rows)
    assert values(loaded, "team", "fte") == [("Ash", 2), ("Elm", 1)]
    assert sorted(codes(loaded)) == ["worker_away", "worker_in_two_teams"]
    assert "Eve" not in str(as_json(loaded))


def test_the_children_of_who_has_left_wait_and_say_nothing_of_other_teams() -> None:
    rows = [[*SURE, None], ["Ash", "Carl Dunn", 1, 4, "Y"], ["Elm", "Eve Fox", 1, 9, None]]
    loaded = load_rows([*LIST, "Left"], *rows)
    assert problem(loaded, "children_of_gone_worker").cell == "D3"
    assert values(loaded, "team", "allocated", "unallocated") == [("Ash", 15, 4), ("Elm", 9, None)]


@pytest.mark.parametrize("line", [["Leavers", "", "", ""], ["", "Leavers in the month:", "", ""]])
def test_workers_below_a_line_of_leavers_are_not_counted(line: list[str]) -> None:
    loaded = load_rows(LIST, SURE, ["Elm", "Eve Fox", 1, 9], line, ["Ash", "Carl Dunn", 1, 0])
    assert values(loaded, "team", "fte") == [("Ash", 1), ("Elm", 1)]
    assert problem(loaded, "worker_not_in_post").cell == "B5"


def test_workers_below_a_line_of_who_is_away_are_of_the_team_above_and_told() -> None:
    rows = [
        ["Ash team"],
        ["Anna Bell", 1, 15],
        ["Maternity leave"],
        ["Carl Dunn", 1, 0],
        ["Elm team"],
        ["Eve Fox", 1, 9],
    ]
    loaded = load_rows(LIST[1:], *rows)
    assert values(loaded, "team", "fte") == [("Ash team", 2), ("Elm team", 1)]
    assert problem(loaded, "worker_away").cell == "B5"


@pytest.mark.parametrize("team", ["Maternity leave", "Long-term sick", "Leavers"])
def test_a_team_that_says_who_is_away_is_none(team: str) -> None:
    loaded = load_rows(LIST, SURE, [team, "Carl Dunn", 1, 0])
    assert values(loaded, "team", "fte") == [("Ash", 1)]
    assert problem(loaded, "worker_in_no_team").cell == "B3"


@pytest.mark.parametrize(
    ("heading", "state"),
    [("Case holder (Y/N)", "N"), ("Case-holding?", "No"), ("Qualified", "N"), ("Comments", "Supernumerary until May")],
)
def test_who_holds_no_cases_is_counted_and_told(heading: str, state: str) -> None:
    loaded = load_state(heading, state, "Y")
    assert values(loaded, "fte") == [(2,)]
    assert problem(loaded, "worker_without_cases").cell == "C3"


def test_a_vacant_post_is_one_by_its_status_as_before() -> None:
    loaded = load_rows([*LIST, "Status"], [*SURE, "Active"], ["Ash", None, 1, None, "Vacant"])
    assert values(loaded, "fte") == [(1,)]
    assert codes(loaded) == []


@settings(max_examples=30, deadline=None)
@given(st.lists(st.dates(dt.date(2012, 12, 1), dt.date(2013, 5, 31)), min_size=1, max_size=6))
def test_exactly_those_who_leave_by_the_months_end_are_left_out(days: list[dt.date]) -> None:
    loaded = load_state("Leaving date", *days)
    gone = sum(day <= dt.date(2013, 2, 28) for day in days)
    assert values(loaded, "fte", "headcount") == [(1 + 0.5 * (len(days) - gone), 1 + len(days) - gone)]
    assert ("worker_not_in_post" in codes(loaded, "note")) is (gone > 0)
