"""The Action plan page: what is late or vague first, changed in place, loaded from a spreadsheet, and what moved."""

from __future__ import annotations

import pytest
from screen import TWO_TEAMS, Screen
from written_book import written_book

from model.action_plan import Action
from ui.actions_form import plan_workbook

pytestmark = pytest.mark.functional

FIRST, MOVED = "Actions to look at first", "What moved in the plan"


def typed(screen: Screen, grid: str, rows: dict[int, dict[str, str]], added: tuple[dict[str, str], ...] = ()) -> Screen:
    screen.at.session_state[grid] = {"edited_rows": rows, "added_rows": list(added), "deleted_rows": []}
    return screen._run()


def test_the_example_shows_what_its_plan_does_not_print():
    screen = Screen("actions")
    assert screen.title == "All 14 actions are too vague to be measured: no owner or due date"
    table = screen.table(FIRST)
    assert (len(table), set(table["Owner"]), set(table["Due date"]), set(table["Rating"])) == (
        14,
        {"–"},
        {"–"},
        {"Not rated"},
    )
    assert screen.figures["Too vague"] == "14"
    # And an indicator that it is linked to stands where the report of the year has it
    measures = screen.table("Actions with the latest figure").set_index("No.")
    assert measures["Latest figure"].to_dict() == {"2": "42.8%", "3": "Not known", "7": "Not known"}


def test_what_is_typed_is_kept_rated_and_told_as_what_moved(store):
    screen = typed(
        Screen("actions"), "plan_grid_1",
        {1: {"owner": "Head of service", "due": "2013-09-30", "target": "80%"}}, ({"action": "A new one"},),
    )  # fmt: skip
    screen.submit("plan_keep", plan_by="Sam")
    assert screen.title == "One of 15 actions is overdue, 14 are too vague to be measured"
    assert screen.table(FIRST)["No."].tolist()[0] == "2"
    (version,) = store.action_plans.versions("Example council")
    assert (version.by, version.actions[14].ref, version.actions[1].owner) == ("Sam", "15", "Head of service")
    assert set(screen.table(MOVED)["What moved"]) == {"Owner added", "Due date added", "Target added", "New action"}


def test_a_council_without_a_plan_loads_one_and_takes_it_away_as_it_is(kept, store):
    kept(TWO_TEAMS)
    screen = Screen("actions")
    assert screen.title == "No action plan is kept yet"
    screen.upload(
        written_book(
            {"Plan": [["Action", "Lead", "By when", "Measure"], ["Visit weekly", "Manager", "soon", "Visits"]]}
        ),
        "plan.xlsx",
    )
    assert "“soon” is no date" in screen.text
    assert "One action read. It would be the first version of the plan." in screen.text
    screen.press("plan_load")
    assert screen.title == "The one action is too vague to be measured: no due date"
    (version,) = store.action_plans.versions("Anytown")
    whole = (*version.actions, Action("2", action="=1+1", indicator="workforce_caseload", target="25"))
    # And the file of a plan is read back as it is
    screen.upload(plan_workbook(whole), "again.xlsx")
    assert "Two actions read. Against the plan that is kept: one added." in screen.text
    screen.press("plan_load")
    assert store.action_plans.versions("Anytown")[-1].actions == whole
    # Then what moved since it was first kept is told, on the same day too
    assert "one added" in screen.findings[-1]
    assert screen.table(MOVED)["Now"].tolist() == ["=1+1"]
