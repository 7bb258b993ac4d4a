"""Who holds a case in a list: a worker, a desk, a manager; posts of others; sums under no name; parts of teams."""

from __future__ import annotations

import json

import pytest
from every_row import every_row
from loading import HEADINGS, codes, load_rows, load_sheets, problem, values

from loaders.dates.months import of_financial_year
from loaders.staff.nobody import is_nobody
from loaders.teams.rows import is_summary
from loaders.told import as_json

pytestmark = pytest.mark.unit

FIGURES = ("team", "fte", "allocated", "unallocated")
WORKERS = ["Team", "Worker", "Role", "FTE", "Cases"]


@every_row(
    "name",
    [
        "Hub 1 duty", "East Duty Tray", "MASH inbox", "Allocation pending", "Duty SW 1", "Locality Manager",
        "Group Manager - AB", "Assessment Team 2", "Duty Assessment Team", "ATM East",
    ],
)  # fmt: skip
def test_a_desk_a_manager_or_another_team_is_no_worker(name: str) -> None:
    assert is_nobody(name, "Ash")


@every_row(
    "name", ["Ines Alder (duty)", "I Alder - duty", "Alder, I (Duty)", "SW 12", "Team 1 SW 2", "Advanced Practitioner"]
)
def test_a_worker_who_is_on_duty_is_a_worker(name: str) -> None:
    assert not is_nobody(name, "Ash")


def test_children_whom_a_desk_holds_wait_in_a_list_of_children() -> None:
    held = ["SW 1", "SW 1", "SW 2", "East duty tray", "Locality Manager", "Allocation pending"]
    rows = [[f"C{place}", "Ash", worker] for place, worker in enumerate(held)]
    loaded = load_rows(["Child ID", "Team", "Allocated worker"], *rows)
    assert values(loaded, *FIGURES) == [("Ash", None, 3, 3)]


def test_children_whom_the_manager_named_beside_them_has_wait() -> None:
    rows = [["C1", "Ash", "Ines Alder", "Noor Birch"], ["C2", "Ash", "Noor Birch", "NOOR BIRCH"]]
    loaded = load_rows(["Child ID", "Team", "Social worker", "Team manager"], *rows)
    assert values(loaded, *FIGURES) == [("Ash", None, 1, 1)]


BELOW = [["Ash", 2, 31], ["  Ines Alder", 1, 15], ["  Omar Cedar", 1, 16], ["Elm", 1, 20], ["  Noor Birch", 1, 20]]


def test_workers_below_their_team_in_a_column_of_teams_are_no_teams_and_not_named() -> None:
    loaded = load_rows(["Team", "FTE in post", "Allocated"], *BELOW, ["Total", 3, 51])
    assert values(loaded, "team", "fte", "allocated") == [("Ash", 2.0, 31), ("Elm", 1.0, 20)]
    assert codes(loaded) == ["workers_below_teams"]
    assert not any(name in json.dumps(as_json(loaded)) for name in ("Alder", "Omar", "Birch"))


def test_people_among_them_that_no_team_adds_up_are_refused_and_not_named() -> None:
    loaded = load_rows(["Team", "FTE in post", "Allocated"], *BELOW[:4], ["Noor Birch", 1, 21])
    assert (loaded.stopped, problem(loaded, "person_among_teams").cell) == (True, "A6")
    assert not any(name in json.dumps(as_json(loaded)) for name in ("Alder", "Omar", "Birch"))


def test_teams_with_names_like_people_s_stay_teams() -> None:
    loaded = load_rows(
        ["Team", "FTE in post", "Allocated"], ["Mary Seacole", 2, 31], ["Rosa Parks", 1, 16], ["Ash", 3, 50]
    )
    assert [team for (team,) in values(loaded, "team")] == ["Mary Seacole", "Rosa Parks", "Ash"]


def test_a_team_above_each_table_of_its_workers_is_theirs() -> None:
    table = [["Worker", "FTE", "Cases"], ["Ines Alder", 1, 15], ["Total", 1, 15], []]
    loaded = load_rows(["Ash team"], *table, ["Hub 2"], *table)
    assert values(loaded, "team", "fte", "allocated") == [("Ash team", 1.0, 15), ("Hub 2", 1.0, 15)]


def test_posts_that_are_no_social_workers_are_named_where_they_are_added_up() -> None:
    rows = [["Ash", "SW 1", "Social worker", 1, 15], ["Ash", "SW 2", "Team Manager", 1, 0]]
    loaded = load_rows(WORKERS, *rows, ["Ash", "SW 3", "Family support worker", 1, 6])
    assert values(loaded, *FIGURES) == [("Ash", 3.0, 21, None)]
    told = problem(loaded, "other_posts")
    assert told.cell == "C3" and "team manager" in told.message and "family support worker" in told.message


SUM = ["Ash", None, None, 2, 27]
OF_ONE = ["Elm", None, None, 1, 12]
LISTED = [["Ash", "SW 1", "", 1, 15], [None, "SW 2", "", 1, 12], SUM, ["Elm", "SW 3", "", 1, 12], OF_ONE]


def test_figures_below_workers_that_are_their_sum_are_a_total_without_the_word() -> None:
    loaded = load_rows(WORKERS, *LISTED)
    assert values(loaded, *FIGURES) == [("Ash", 2.0, 27, None), ("Elm", 1.0, 12, None)]
    assert codes(loaded) == []


@pytest.mark.parametrize("rows", [[*LISTED[:2], ["Ash", None, None, 2, 28]], LISTED[3:]])
def test_figures_without_a_name_that_may_be_a_worker_s_are_an_error(rows: list[list[object]]) -> None:
    assert "no_worker_name" in codes(load_rows(WORKERS, *rows))


def test_agency_below_several_teams_is_a_part_of_each() -> None:
    loaded = load_rows(
        HEADINGS, ["Ash", 6, 100, 0], ["Agency", 1, 18, None], ["Elm", 7, 118, 2], ["Agency", 2, 30, None]
    )
    assert values(loaded, *FIGURES) == [("Ash", 6.0, 100, 0), ("Elm", 7.0, 118, 2)]
    assert codes(loaded) == []


def test_agency_that_stands_once_is_a_row_of_its_own() -> None:
    loaded = load_rows(HEADINGS, ["Ash", 6, 100, 0], ["Agency", 1, 18, 0])
    assert [team for (team,) in values(loaded, "team")] == ["Ash", "Agency"]


@pytest.mark.parametrize(
    "name", ["England 2024", "England average", "Regional 2023/24", "Statistical neighbours (2024)"]
)
def test_a_line_of_comparison_may_say_its_year(name: str) -> None:
    assert is_summary(name)


@pytest.mark.parametrize("name", ["M01 Apr", "01 - April", "P1 Apr", "Month 1 April"])
def test_a_sheet_may_number_the_month_before_its_name(name: str) -> None:
    when = of_financial_year(name, "Caseloads 2024-25")
    assert when is not None and (when.month.year, when.month.month) == (2024, 4)


def test_the_number_of_a_team_is_no_month() -> None:
    sheets = {name: [HEADINGS, ["Ash", 5, 100, 0]] for name in ("1 Marlow", "2 Decoy")}
    assert "no_month" in codes(load_sheets(sheets, "Caseloads 2024-25.xlsx"))
