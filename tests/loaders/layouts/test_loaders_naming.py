"""Columns are known by spelling, likeness or decision; what stays open is asked, and no person's row is shown."""

from __future__ import annotations

import json
import random
from typing import Any

import pytest
from every_row import every_row
from generated_people import MARK, cases
from loading import HEADINGS, TWO, codes, load_rows, load_sheets, problem, values

from loaders import ColumnRead, Decision, Loaded, load
from loaders.told import as_json, in_words

pytestmark = pytest.mark.unit

OPEN = ["Team", "Case-holding FTE", "Open cases", "Unallocated"]
TEAMS = [["Ash", 5.5, 100, 4], ["Elm", 6, 120, 3]]
UNKNOWN = ["Grp", "Staffing", "Kids"]


def column(loaded: Loaded, heading: str, nth: int = 1) -> ColumnRead:
    [found] = [one for one in loaded.columns if (one.heading, one.nth) == (heading, nth)]
    return found


def decided(heading: str, field: str, **more: Any) -> Decision:
    return Decision(heading, field, **more)


def load_open(*mapping: Decision, rows: list[list[Any]] = TEAMS) -> Loaded:
    return load_sheets({"Feb 2013": [OPEN, *rows]}, mapping=mapping)


def test_every_column_is_told_with_its_cell_and_how_it_is_known() -> None:
    loaded = load_rows([*HEADINGS, "Vacant desks"], *([*row, 1] for row in TWO))
    assert [(one.cell, one.heading, one.field, one.how) for one in loaded.columns] == [
        ("A1", "Team", "team", "spelling"),
        ("B1", "Case-holding FTE", "fte_case_holding", "spelling"),
        ("C1", "Children allocated", "allocated", "spelling"),
        ("D1", "Children waiting", "unallocated", "spelling"),
        ("E1", "Vacant desks", "", "not read"),
    ]
    assert column(loaded, "Case-holding FTE").samples == ("5.5", "6")
    assert not any(one.question for one in loaded.columns)


def test_a_heading_read_by_its_likeness_is_always_named_with_cell_column_and_score() -> None:
    # Given headings with a letter wrong
    loaded = load_rows(["Tema name", "Case holdng FTE", "Childern alocated"], *([*row[:3]] for row in TWO))
    # Then the file is read as if they were right, and each is named
    assert values(loaded, "team", "fte", "allocated") == [("Ash", 5.5, 100), ("Elm", 6.0, 120)]
    named = [one for one in loaded.problems if one.code == "read_by_likeness"]
    assert [(one.severity, one.cell) for one in named] == [("warning", "A1"), ("warning", "B1"), ("warning", "C1")]
    assert named[2].message.startswith("“Childern alocated” is read as “Children allocated”, 91% alike.")
    assert column(loaded, "Childern alocated").percent == 91
    assert column(loaded, "Childern alocated").question


@pytest.mark.parametrize(
    ("headings", "rows"),
    [
        (["Team", "FTE", "Childern allocated"], [["Ash", 5, "many"], ["Elm", 6, "few"]]),  # not a column of numbers
        (["Team", "FTE", "Childern allocated"], [["Ash", 5, 20.5], ["Elm", 6, 21.5]]),  # nor of whole ones
        (["Team", "FTE", "Childern allocated", "Alocated"], [["Ash", 5, 100, 101], ["Elm", 6, 120, 121]]),  # two alike
        (["Team", "FTE", "Childern allocated", "Allocated"], [["Ash", 5, 100, 99], ["Elm", 6, 120, 9]]),  # one is right
    ],
)
def test_likeness_is_not_used_where_it_is_not_clear(headings: list[str], rows: list[list[object]]) -> None:
    loaded = load_rows(headings, *rows)
    assert "read_by_likeness" not in codes(loaded)
    assert column(loaded, "Childern allocated").how == "not read"


def test_a_count_that_may_hold_waiting_children_is_asked_about() -> None:
    loaded = load_open()
    asked = column(loaded, "Open cases")
    assert asked.must
    assert "wait for a social worker" in asked.question
    assert asked.samples == ("100", "120")
    assert [one.heading for one in loaded.columns if one.question] == ["Open cases"]


@pytest.mark.parametrize(
    ("field", "expected", "left"),
    [
        ("active", [(96, 4), (117, 3)], []),
        ("allocated", [(100, 4), (120, 3)], []),
        ("children", [(100, 4), (120, 3)], ["children_unsaid_beside_waiting"]),
        ("", [(None, 4), (None, 3)], ["no_children"]),
    ],
)
def test_what_a_person_says_is_what_is_read(field: str, expected: list[Any], left: list[str]) -> None:
    loaded = load_open(decided("Open cases", field))
    assert values(loaded, "allocated", "unallocated") == expected
    assert codes(loaded) == left
    said = column(loaded, "Open cases")
    assert (said.field, said.how, said.question) == (field, "decided", "")


def test_what_was_decided_on_a_day_is_told_with_that_day() -> None:
    loaded = load_open(decided("Open cases", "active", decided_on="2026-11-22"))
    assert column(loaded, "Open cases").how == "remembered"
    line = "Read as decided on 22 November 2026: “Open cases” is “All open children, the waiting included”."
    assert line in in_words(loaded)


def test_the_first_decision_about_a_column_counts() -> None:
    loaded = load_open(decided("OPEN CASES:", "active"), decided("Open cases", "allocated"))
    assert column(loaded, "Open cases").field == "active"


def test_a_decision_holds_in_another_order_and_sheet_but_only_among_the_same_headings() -> None:
    # Given a decision about one month's file
    one = column(load_open(), "Open cases").decided("active")
    # When the next month has the same headings elsewhere, then it holds
    turned = [["Fieldwork"], [], *([None, *reversed(row)] for row in [OPEN, *TEAMS])]
    assert column(load_sheets({"Mar 2013": turned}, mapping=[one]), "Open cases").field == "active"
    # When a heading is another one, then it does not
    other = [[*OPEN[:3], "Children waiting"], *TEAMS]
    assert column(load_sheets({"Feb 2013": other}, mapping=[one]), "Open cases").how == "spelling"


def test_two_columns_for_one_thing_are_asked_about_and_told_apart() -> None:
    rows = [["Team", "FTE", "FTE", "Children allocated"], ["Ash", 5, 6, 100], ["Elm", 6, 7, 120]]
    loaded = load_sheets({"Feb 2013": rows})
    assert [(one.cell, one.nth) for one in loaded.columns if one.must] == [("B1", 1), ("C1", 2)]
    chosen = load_sheets({"Feb 2013": rows}, mapping=[decided("FTE", ""), decided("FTE", "fte_case_holding", nth=2)])
    assert values(chosen, "fte", "fte_basis") == [(6.0, "case-holding"), (7.0, "case-holding")]
    assert codes(chosen) == []


def test_where_nothing_gives_fte_the_unread_columns_of_numbers_are_offered() -> None:
    rows = [["Team", "Children allocated", "Staffing level", "Base"], ["Ash", 100, 6, "Hall"], ["Elm", 120, 7, "Mill"]]
    loaded = load_sheets({"Feb 2013": rows})
    assert [(one.heading, one.must) for one in loaded.columns if one.question] == [("Staffing level", False)]
    said = load_sheets({"Feb 2013": rows}, mapping=[decided("Staffing level", "fte_in_post")])
    assert values(said, "fte", "fte_basis") == [(6.0, "in post"), (7.0, "in post")]
    # And a column that is said to be nothing of ours is not asked about again
    no = load_sheets({"Feb 2013": rows}, mapping=[decided("Staffing level", "")])
    assert not any(one.question for one in no.columns)


def test_a_sheet_whose_headings_nobody_knows_can_be_explained() -> None:
    rows = [UNKNOWN, *(row[:3] for row in TEAMS)]
    loaded = load_sheets({"Feb 2013": rows})
    # What is known is not asked before the teams are.
    assert [one.heading for one in loaded.columns if one.must] == ["Grp", "Kids"]
    mapping = [decided("Grp", "team"), decided("Staffing", "fte_in_post"), decided("Kids", "allocated")]
    assert values(load_sheets({"Feb 2013": rows}, mapping=mapping), "team", "fte", "allocated") == [
        ("Ash", 5.5, 100),
        ("Elm", 6.0, 120),
    ]


def test_a_team_that_is_called_like_a_heading_keeps_its_name() -> None:
    # Given a file with its teams side by side, one of them called like a measure that is explained
    rows = [["Team", "Kids", "Elm"], ["FTE", 5.5, 6], ["Kids", 100, 120], ["Unallocated", 4, 3]]
    loaded = load_sheets({"Feb 2013": rows}, mapping=[decided("Kids", "allocated")])
    assert values(loaded, "team", "allocated") == [("Kids", 100), ("Elm", 120)]


LONG = [["Feb-13", team, name, value] for team, fte, kids, _ in TEAMS for name, value in (("FTE", fte), ("Kids", kids))]
BLOCKS = [["SW FTE"], ["Team", "Jan-13", "Feb-13"], ["Ash", 5, 5.5], ["Elm", 6, 6], [],
          ["Kids by team"], ["Team", "Jan-13", "Feb-13"], ["Ash", 99, 100], ["Elm", 119, 120]]  # fmt: skip
OTHER_SHAPES = {
    "teams across": [["Team", "Ash", "Elm"], ["FTE", 5.5, 6], ["Kids", 100, 120], ["Unallocated", 4, 3]],
    "a row for each measure": [["Month", "Team", "Measure", "Value"], *LONG],
    "months across": BLOCKS,
    "two rows of headings": [["Team", "FTE", "Children", ""], ["", "", "Kids", "Waiting"], *TEAMS],
}


@pytest.mark.parametrize("shape", OTHER_SHAPES)
def test_columns_of_other_shapes_are_explained_like_any_other(shape: str) -> None:
    sheets = {"Feb 2013": OTHER_SHAPES[shape]}
    heading = next(one.heading for one in load_sheets(sheets).columns if one.heading.startswith("Kids"))
    loaded = load_sheets(sheets, mapping=[decided(heading, "allocated")])
    assert values(loaded, "team", "allocated")[-2:] == [("Ash", 100), ("Elm", 120)]


def test_likeness_reads_other_shapes_too() -> None:
    rows = [["Alocated children by team"] if row == ["Kids by team"] else row for row in BLOCKS]
    loaded = load_sheets({"All": rows})
    assert values(loaded, "team", "allocated")[-2:] == [("Ash", 100), ("Elm", 120)]
    assert problem(loaded, "read_by_likeness").cell == "A6"


@pytest.mark.parametrize("seed", range(4))
def test_nothing_of_a_list_of_children_is_shown_for_its_columns(seed: int) -> None:
    # Given a list with a row for each child and a planted name in every column of words
    made = cases(random.Random(seed))
    loaded = load(made.content, made.name)
    # Then its columns are named and none of their values is
    assert all(one.samples == () for one in loaded.columns)
    assert MARK not in json.dumps(as_json(loaded), ensure_ascii=False)


CHILDREN = [
    ["Child ID", "Name", "Team", "Who has it"],
    ["K7731", f"{MARK} One", "Ash", "SW 1"],
    ["K7732", f"{MARK} Two", "Elm", ""],
]


def test_in_a_list_of_children_the_worker_can_be_named_but_what_is_a_childs_own_never_anything_else() -> None:
    # Given a list of children whose column of workers nobody knows
    before = load_sheets({"Feb 2013": CHILDREN})
    assert before.stopped
    assert [one.heading for one in before.columns if one.question] == ["Who has it"]
    loaded = load_sheets({"Feb 2013": CHILDREN}, mapping=[decided("Who has it", "worker")])
    assert values(loaded, "team", "allocated", "unallocated") == [("Ash", 1, 0), ("Elm", 0, 1)]
    # When somebody says that the children's numbers are teams, then that is not done
    assert [one.heading for one in loaded.columns if one.fixed] == ["Child ID", "Name"]
    wrong = [
        decided("Child ID", "team"),
        decided("Name", "team"),
        decided("Team", "area"),
        decided("Who has it", "worker"),
    ]
    again = load_sheets({"Feb 2013": CHILDREN}, mapping=wrong)
    assert values(again, "team") == []
    assert "K773" not in in_words(again)
    assert MARK not in in_words(again)


def test_columns_of_a_list_of_workers_can_be_named() -> None:
    rows = [["Team", "Social worker", "Hours as part of full", "Kids"], ["Ash", "SW 1", 1, 20], ["Elm", "SW 2", 0.5, 9]]
    mapping = [decided("Hours as part of full", "fte_in_post"), decided("Kids", "allocated")]
    loaded = load_sheets({"Feb 2013": rows}, mapping=mapping)
    assert values(loaded, "team", "fte", "allocated") == [("Ash", 1.0, 20), ("Elm", 0.5, 9)]


@every_row(
    "headings",
    [
        ["Team", "Surname", "Allocated"],
        ["Team", "Person", "D.O.B.", "Allocated"],
        ["Team", "Ref", "Something else", "Allocated"],
        ["Group", "Forename", "Number"],
        ["Child ID", "Unit leader", "Number"],
    ],
)
def test_a_list_of_people_that_is_not_known_as_one_shows_no_values_either(headings: list[str]) -> None:
    rows = [["Ash", *[f"{MARK} {n}"] * (len(headings) - 2), 1] for n in range(6)]
    loaded = load_rows(headings, *rows)
    assert all(one.samples == () for one in loaded.columns)


def test_of_a_list_of_workers_only_numbers_are_shown() -> None:
    headings = ["Team", "Social worker", "FTE", "Children allocated", "Comments"]
    loaded = load_rows(headings, ["Ash", f"{MARK} A", 1, 20, f"{MARK} is ill"], ["Elm", f"{MARK} B", 0.5, 9, "-"])
    assert column(loaded, "FTE").samples == ("1", "0.5")
    assert MARK not in str([one.samples for one in loaded.columns])


def test_figures_without_a_heading_row_offer_nothing_to_explain() -> None:
    assert load_rows(["Minutes"], ["All present"]).columns == []
    assert load_rows(["time_period", "geographic_level", "x"], ["2025", "National", 3]).columns == []
