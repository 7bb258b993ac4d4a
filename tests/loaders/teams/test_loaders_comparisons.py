"""Rows named after another team with something added are that team's at another time or by another reckoning."""

from __future__ import annotations

import pytest
from loading import HEADINGS, TWO, codes, load_rows, problem, values

pytestmark = pytest.mark.unit

AFTER = [7, 130, 1]


@pytest.mark.parametrize(
    "added",
    [
        "(Jan)", "(Jan 13)", "- last month", "target", "(target)", "(if 2 posts filled)", "(proposed)", "– December",
        "previous month", "(with 2 more posts)", "forecast",
    ],
)  # fmt: skip
def test_a_team_s_name_with_a_comparison_added_is_no_team(added: str) -> None:
    loaded = load_rows(HEADINGS, TWO[0], [f"Ash {added}", *AFTER], TWO[1])
    assert values(loaded, "team") == [("Ash",), ("Elm",)]
    assert (codes(loaded), problem(loaded, "compared_team").cell) == (["compared_team"], "A3")
    assert "“Ash”" in problem(loaded, "compared_team").message


def test_beside_the_actual_figures_of_a_team_its_target_is_none() -> None:
    loaded = load_rows(HEADINGS, ["Ash actual", *TWO[0][1:]], ["Ash target", *AFTER], TWO[1])
    assert values(loaded, "team") == [("Ash actual",), ("Elm",)]


@pytest.mark.parametrize("name", ["Ash (Duty)", "Ash March", "Ash 2", "Ash - Court", "Oak target", "Ash (after 18)"])
def test_other_names_are_those_of_teams(name: str) -> None:
    loaded = load_rows(HEADINGS, TWO[0], [name, *AFTER], TWO[1])
    assert values(loaded, "team") == [("Ash",), (name,), ("Elm",)]


@pytest.mark.parametrize("title", ["If two posts filled", "Proposed structure", "What if: two more posts"])
def test_a_second_table_of_what_would_be_is_passed_over(title: str) -> None:
    would_be = [[f"{name} B", *figures] for name, *figures in TWO]
    loaded = load_rows(["February 2013"], HEADINGS, *TWO, [], [title], HEADINGS, *would_be)
    assert values(loaded, "team") == [("Ash",), ("Elm",)]
    assert problem(loaded, "not_counted").message.startswith(f"A table titled “{title}”")
