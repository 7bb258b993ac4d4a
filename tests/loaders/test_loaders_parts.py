"""Figures of the same teams in two tables, and lists of workers that name their teams elsewhere than in a column."""

from __future__ import annotations

import datetime as dt
import json

import openpyxl
import pytest
from loading import codes, load_rows, load_sheets, problem, values
from made_files import fill, saved

from loaders import Loaded, load
from loaders.told import as_json

pytestmark = pytest.mark.unit

FIGURES = ("team", "fte", "allocated", "unallocated")
READ = [("Ash", 5.5, 100, 0), ("Elm", 6.0, 120, 3)]
WORKFORCE = [["Team", "FTE in post", "Vacancies"], ["Elm", 6, 1], ["Ash", 5.5, 0], ["Total", 11.5, 1]]
CHILDREN = [["Team", "Allocated", "Unallocated"], ["Ash", 100, 0], ["Elm", 120, 3], ["Total", 220, 3]]
AS_AT = ["Position as at 28 February 2013"]


def shown(loaded: Loaded) -> str:
    return json.dumps(as_json(loaded), ensure_ascii=False)


def test_the_workforce_above_and_the_children_below_are_one_table() -> None:
    loaded = load_rows(AS_AT, [], ["Workforce"], *WORKFORCE, [], ["Caseloads"], *CHILDREN, sheet="Sheet1")
    assert values(loaded, "as_at", *FIGURES) == [(dt.date(2013, 2, 28), *row) for row in READ]
    assert {basis for (basis,) in values(loaded, "fte_basis")} == {"in post"}
    assert codes(loaded) == ["vacancies_not_read"]


def test_the_workforce_and_the_children_of_each_month_are_put_together_by_month() -> None:
    second = [["Team", "Allocated", "Unallocated"], ["Ash", 101, 1], ["Elm", 119, 0]]
    loaded = load_sheets({
        "Staff Jan 2013": WORKFORCE, "Staff Feb 2013": WORKFORCE, "Cases Jan 2013": CHILDREN, "Cases Feb 2013": second
    })  # fmt: skip
    months = {month: [tuple(row) for when, *row in values(loaded, "month", *FIGURES) if when == month] for month in
              (dt.date(2013, 1, 1), dt.date(2013, 2, 1))}  # fmt: skip
    assert list(months.values()) == [READ, [("Ash", 5.5, 101, 1), ("Elm", 6.0, 119, 0)]]


def test_a_team_in_one_of_the_two_tables_is_named_and_kept_with_what_it_has() -> None:
    rows = [*WORKFORCE[:3], ["Oak", 4, 0]]
    loaded = load_sheets({"Feb 2013": [*rows, [], ["Cases"], *CHILDREN]})
    assert ("Oak", 4.0, None, None) in values(loaded, *FIGURES)
    assert problem(loaded, "team_in_one_part").cell == "A4"


def test_an_average_is_checked_against_the_fte_of_the_other_table() -> None:
    averages = [["Team", "Allocated", "Average caseload"], ["Ash", 100, 18.2], ["Elm", 120, 25]]
    loaded = load_sheets({"Feb 2013": [*WORKFORCE, [], ["Cases"], *averages]})
    assert problem(loaded, "average_disagrees").cell == "C9"


def test_two_tables_that_both_have_fte_are_not_put_together() -> None:
    both = [["Team", "FTE in post", "Allocated"], ["Ash", 5.5, 100], ["Elm", 6, 120]]
    loaded = load_sheets({"Feb 2013": both, "Agency": [["Team", "FTE in post"], ["Ash", 1], ["Elm", 2]]})
    assert [fte for (fte,) in values(loaded, "fte")] == [5.5, 6.0]
    assert "table_without_children" in codes(loaded, "note")


@pytest.mark.parametrize("heading", ["Held by TM", "Duty list", "Allocated to manager"])
def test_children_whom_only_a_manager_or_a_duty_desk_holds_wait(heading: str) -> None:
    loaded = load_rows(["Team", "FTE in post", "Allocated", heading], *READ)
    assert values(loaded, *FIGURES) == READ
    assert codes(loaded) == ["held_as_waiting"]


def test_children_held_by_a_manager_beside_those_who_wait_are_named() -> None:
    loaded = load_rows(["Team", "FTE in post", "Allocated", "Unallocated", "Held by TM"], *[[*row, 2] for row in READ])
    assert values(loaded, *FIGURES) == READ
    assert codes(loaded) == ["held_beside_waiting"]


WORKERS = ["Worker", "Post", "FTE", "Cases"]
ASH = [["Ines Alder", "SW", 1, 18], ["Noor Birch", "SW", 0.5, 9], ["Awaiting allocation", "", None, 4]]
ELM = [["Omar Cedar", "SW", 1, 20], ["Pia Doe", "SW", 1, 21]]
ADDED = [("Ash team", 1.5, 27, 4), ("Elm team", 2.0, 41, 0)]
NAMES = ("Ines", "Alder", "Birch", "Cedar", "Doe")


@pytest.mark.parametrize("merged", [(), ("A2:D2", "A6:D6")])
def test_lines_above_workers_are_their_teams(merged: tuple[str, ...]) -> None:
    book = openpyxl.Workbook()
    fill(book.active, [WORKERS, ["Ash team"], *ASH, ["Elm team"], *ELM], merged)
    loaded = load(saved(book), "feb 2013.xlsx")
    assert values(loaded, *FIGURES) == ADDED
    assert not any(name in shown(loaded) for name in NAMES)


def test_a_word_alone_above_workers_with_first_names_and_surnames_is_their_team() -> None:
    # Given lines that are no such names, one above each block of workers
    loaded = load_rows(WORKERS, ["Cedar"], *ASH, ["Green"], *ELM)
    # Then they are the teams, and no worker is shown
    assert [row[0] for row in values(loaded, *FIGURES)] == ["Cedar", "Green"]
    assert not any(name in shown(loaded) for name in ("Ines", "Alder", "Birch", "Doe"))


@pytest.mark.parametrize("line", [["Ines Alder"], ["P Green"]])
def test_a_worker_of_whom_nothing_is_known_is_no_team(line: list[object]) -> None:
    # Given a list whose first line may be a person, without figures
    loaded = load_rows(WORKERS, line, *ASH, line, *ELM)
    # Then it is asked for the team, and the name is not shown
    assert loaded.stopped and "worker_without_team" in codes(loaded)
    assert str(line[0]) not in shown(loaded)


def test_a_sheet_for_each_team_names_the_team_of_its_workers() -> None:
    sheets = {"Ash team": [AS_AT, WORKERS[:1] + WORKERS[2:], *[row[:1] + row[2:] for row in ASH]]}
    sheets["Elm team"] = [AS_AT, ["Team: Elm team"], WORKERS, *ELM]
    loaded = load_sheets(sheets)
    assert [row[:3] for row in values(loaded, *FIGURES)] == [row[:3] for row in ADDED]
    assert codes(loaded, "note").count("team_from_outside") == 2
    assert not any(name in shown(loaded) for name in NAMES)


def test_surnames_and_first_names_apart_are_one_worker() -> None:
    # Given two workers of one surname in one team
    rows = [["Alder", "Ines", "Ash", 1, 18], ["Alder", "Noor", "Ash", 0.5, 9]]
    loaded = load_rows(["Surname", "Forename", "Team", "FTE", "Children allocated"], *rows)
    # Then they are two, each under a code
    assert values(loaded, *FIGURES) == [("Ash", 1.5, 27, None)]
    assert len({worker for (worker,) in values(loaded, "worker", table="worker_caseload")}) == 2
    assert not any(name in shown(loaded) for name in NAMES)
