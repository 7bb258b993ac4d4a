"""Who holds each child of a list: a worker, or a desk or a pool, by the name and by the columns beside it."""

from __future__ import annotations

import pytest
from loading import codes, load_rows, problem, values

from loaders.children.allocation import Held, said_below
from loaders.staff.nobody import Nobody, nobody_of
from loaders.told import as_json, in_words

pytestmark = pytest.mark.unit

HEADS = ["Child ID", "Date of birth", "Team", "Social worker"]
COUNTED = ("team", "allocated", "unallocated")
DOUBTED = [
    "Holding", "Pool", "Ash pool", "Transfer", "In transfer", "Transfer to LAC", "Reallocation", "For reallocation",
    "Worker left", "Former worker", "Admin", "System Administrator", "Case closed", "To be closed", "zzz",
]  # fmt: skip
DESKS = [
    "Team Mgr",
    "TM - Ines Alder",
    "Asst. Team Mgr",
    "Ines Alder (ATM)",
    "Team leader",
    "Front door",
    "TM: I Alder",
]
WORKERS = ["Ines Alder", "J Pool", "Holding, Anna", "A Transfer", "AA", "Mo Closed", "Meg Mgr", "T Moore", "Agency SW"]


def listed(worker: object, *beside: tuple[str, object], other: object = "SW 1") -> list[list[object]]:
    """A list of one child of SW 1 and one of a worker, with what stands in other columns beside the second."""
    heads = [*HEADS, *(heading for heading, _ in beside)]
    first = ["C1", "01/02/2010", "Ash", other, *("" for _ in beside)]
    return [heads, first, ["C2", "01/02/2011", "Ash", worker, *(cell for _, cell in beside)]]


def test_words_in_a_workers_place_that_name_nobody_are_known_and_names_are_none() -> None:
    found = {name: nobody_of(name, "Ash") for name in (*DOUBTED, *DESKS, *WORKERS)}
    wanted = dict.fromkeys(DOUBTED, Nobody.DOUBTED) | dict.fromkeys(DESKS, Nobody.DESK) | dict.fromkeys(WORKERS)
    assert found == wanted


@pytest.mark.parametrize(
    ("worker", "code", "severity"),
    [
        ("In transfer", "doubted_of_child", "warning"),
        ("New starter", "doubted_of_child", "warning"),
        ("Qj Alder (left)", "worker_of_child_left", "warning"),
        ("TM - Qj Alder", "desk_of_child", "note"),
    ],
)
def test_a_child_of_somebody_who_is_no_worker_waits_and_it_is_said(worker: str, code: str, severity: str) -> None:
    loaded = load_rows(*listed(worker))
    assert values(loaded, *COUNTED) == [("Ash", 1, 1)]
    told = problem(loaded, code)
    assert (told.severity, told.cell) == (severity, "D3")
    assert "Qj" not in str(as_json(loaded)) + in_words(loaded)


@pytest.mark.parametrize(
    ("heading", "cell", "code"),
    [
        ("Allocation status", "Unallocated", "waits_by_column"),
        ("Allocation status", "Awaiting allocation", "waits_by_column"),
        ("Allocated (Y/N)", "N", "waits_by_column"),
        ("Allocated?", False, "waits_by_column"),
        ("Unallocated?", "Yes", "waits_by_column"),
        ("Case status", "Unallocated", "waits_by_column"),
        ("Allocation type", "Held by TM", "desk_by_column"),
        ("Held by", "Duty team", "desk_by_column"),
        ("Worker role", "Team Manager", "desk_by_column"),
        ("Job title", "Deputy Team Mgr", "desk_by_column"),
    ],
)
def test_a_column_that_says_a_child_waits_counts_though_somebody_is_named(
    heading: str, cell: object, code: str
) -> None:
    loaded = load_rows(*listed("Qj Alder", (heading, cell)))
    assert values(loaded, *COUNTED) == [("Ash", 1, 1)]
    assert problem(loaded, code).cell == "E3"
    assert "columns_not_read" not in codes(loaded, "note")
    assert "Qj" not in str(as_json(loaded)) + in_words(loaded)


@pytest.mark.parametrize(
    ("heading", "cell", "said"),
    [
        ("Allocation status", "Allocated", None),
        ("Allocated (Y/N)", "Y", None),
        ("Unallocated?", "", None),
        ("Unallocated?", "No", None),
        ("Allocation type", "Allocated worker", None),
        ("Allocation type", "Secondary", None),
        ("Allocated to", "Qj Alder", None),
        ("Worker role", "Social Worker", None),
        ("Case status", "Awaiting assessment", None),
        ("Allocation status", "Qj", "allocation_unclear"),
        ("Worker role", "Family support worker", "other_post_of_child"),
        ("Date allocated", "", None),
        ("Previously allocated", "No", "allocation_not_read"),
        ("Next step", "Awaiting allocation", "allocation_not_read"),
    ],
)
def test_what_says_nothing_against_the_worker_leaves_the_child_allocated(
    heading: str, cell: object, said: str | None
) -> None:
    loaded = load_rows(*listed("Qj Alder", (heading, cell)))
    assert values(loaded, *COUNTED) == [("Ash", 2, 0)]
    ours = {"allocation_unclear", "other_post_of_child", "allocation_not_read", "allocation_day_blank"}
    assert ours & {*codes(loaded)} == ({said} if said else set())


def test_a_day_of_allocation_that_one_child_lacks_is_told() -> None:
    rows = listed("SW 2", ("Date allocated", "01/02/2012"))
    loaded = load_rows(*rows)
    assert values(loaded, *COUNTED) == [("Ash", 2, 0)]
    assert problem(loaded, "allocation_day_blank").cell == "E2"


def test_a_child_said_to_be_allocated_to_nobody_waits_and_it_is_said() -> None:
    loaded = load_rows(*listed("", ("Allocated?", "Yes")))
    assert values(loaded, *COUNTED) == [("Ash", 1, 1)]
    assert problem(loaded, "allocated_to_nobody").cell == "E3"


def test_children_of_a_pool_in_a_list_of_workers_wait_and_it_is_warned() -> None:
    loaded = load_rows(
        ["Team", "Worker", "FTE", "Children"], ["Ash", "SW 1", 1, 20], ["Ash", "Pool", None, 5], ["Elm", "SW 2", 1, 9]
    )
    assert values(loaded, "team", "fte", *COUNTED[1:]) == [("Ash", 1.0, 20, 5), ("Elm", 1.0, 9, None)]
    assert problem(loaded, "children_of_no_name").cell == "D3"


def test_a_yes_and_a_no_mean_the_opposite_below_opposite_headings() -> None:
    said = [said_below(kind, cell) for kind in ("allocated", "unallocated") for cell in ("Y", "N")]
    assert said == [Held.BY_WORKER, Held.BY_NOBODY, Held.BY_NOBODY, Held.BY_WORKER]


@pytest.mark.parametrize("heading", ["Allocated to", "Named worker", "Worker initials"])
def test_the_worker_of_a_list_is_not_the_childs_name_beside(heading: str) -> None:
    loaded = load_rows(
        ["Child ID", "Name", "Team", heading], ["C1", "Qj One", "Ash", "SW 1"], ["C2", "Qj Two", "Ash", ""]
    )
    assert values(loaded, *COUNTED) == [("Ash", 1, 1)]
