"""A family is not a child: a list of families is refused, and what a list of children leaves unread is named."""

from __future__ import annotations

import pytest
from every_row import every_row
from loading import codes, load_rows, problem, values

from loaders.told import as_json, in_words

pytestmark = pytest.mark.unit


def load_list(who: str, heading: str, *counts: object):
    rows = [[f"Qj {n}", "Ash", f"SW {n % 2}", count] for n, count in enumerate(counts)]
    return load_rows([who, "Team", "Social worker", heading], *rows)


@every_row("who", ["Family name", "Case ID", "Case name"])
@every_row("heading", ["No. of children", "Number of children", "Children", "Sibs", "Siblings", "Children in family"])
def test_a_list_of_families_is_refused_in_words(who: str, heading: str) -> None:
    loaded = load_list(who, heading, 3, "2", 4)
    found = problem(loaded, "families_not_children")
    assert (found.severity, found.cell) == ("error", "D1")
    assert f"“{heading}”" in found.message
    assert loaded.stopped
    assert "Qj" not in str(as_json(loaded)) + in_words(loaded)


@pytest.mark.parametrize("counts", [(1, 1, 1), ("", "", ""), (0, 1, 0)])
def test_a_count_of_one_in_each_row_is_a_row_for_each_child(counts: tuple[object, ...]) -> None:
    loaded = load_list("Family name", "No. of children", *counts)
    assert values(loaded, "allocated") == [(3,)]
    assert codes(loaded) == ["no_fte_of_children"]


def test_brothers_and_sisters_beside_a_childs_own_number_are_a_warning() -> None:
    loaded = load_list("Child ID", "Siblings", 3, 2, 0)
    assert values(loaded, "allocated") == [(3,)]
    assert problem(loaded, "siblings_beside").cell == "D1"


@pytest.mark.parametrize("heading", ["Children's disability", "Child in need plan", "School", "Child protection"])
def test_a_column_that_counts_no_children_is_none(heading: str) -> None:
    assert codes(load_list("Child ID", heading, 3, 2, 4)) == ["no_fte_of_children"]


def test_the_columns_that_are_not_read_are_named_by_their_headings_only() -> None:
    heads = ["Child ID", "Team", "Social worker", "Case status", "Date of birth", "Team manager", "School", "Postcode"]
    rows = [[f"A{n}", "Ash", "SW 1", "Open", "01/02/2010", "Qj M", "Qj School", "Qj1"] for n in range(2)]
    loaded = load_rows(heads, *rows)
    found = problem(loaded, "columns_not_read")
    assert (found.severity, found.message) == ("note", "Columns not read: “School”, “Postcode”.")
    assert "Qj" not in str(as_json(loaded)) + in_words(loaded)
