"""Action plans as people type them: found by their headings, blank where nothing is said, refused where of children."""

from __future__ import annotations

from dataclasses import fields
from datetime import date, datetime
from io import BytesIO

import pytest
from openpyxl import Workbook
from written_book import written_book

from loaders.apart import ReaderApart
from loaders.plans.actionplan import indicator_of, load_plan, named_fields
from model.action_plan import Action
from model.indicators import indicators

pytestmark = pytest.mark.unit

TYPED = [
    ["Post-inspection action plan", "", "", "", "", "", ""],
    ["Rec No", "Ofsted recommendation", "What we will do", "Lead Officer", "By when", "KPI", "RAG"],
    ["Immediate", "", "", "", "", "", ""],
    [1, "Assessments on time", "Weekly checks", "Service manager", datetime(2025, 9, 30),
     "Initial assessments completed in time", "G"],
    ["", "", "A second team", "", "December 2025", "", "R"],
    ["Within 3 months", "", "", "", "", "", ""],
    [2, "Better supervision", "", "Principal social worker", "31/01/2026", "", ""],
    [3, "An early help strategy", "Write it", "", "soon", "Number of plans", ""],
    ["", "", "", "", "", "", ""],
]  # fmt: skip


def read(rows, name="Plan"):
    return load_plan(written_book({name: rows}), "plan.xlsx")


def codes(found):
    return [(problem.code, problem.cell) for problem in found.problems]


def test_a_plan_is_read_as_it_is_typed():
    found = read(TYPED)
    assert [(a.ref, a.horizon, a.action, a.owner, a.due) for a in found.actions] == [
        ("1", "Immediate", "Weekly checks", "Service manager", date(2025, 9, 30)),
        ("1.2", "Immediate", "A second team", "", date(2025, 12, 31)),
        ("2", "3 months", "", "Principal social worker", date(2026, 1, 31)),
        ("3", "3 months", "Write it", "", None),
    ]
    # Then what was said once is said of each of its actions, and an owner is not
    assert [a.recommendation for a in found.actions[:2]] == ["Assessments on time"] * 2
    assert found.actions[2].missing == ("measure",)
    assert [a.indicator for a in found.actions] == ["initial_assessments_in_time", "", "", ""]
    assert codes(found) == [("plan_date_unread", "E8"), ("plan_rating_typed", "G2"), ("plan_date_month", "E5")]


def test_a_horizon_in_the_column_of_dates_is_no_date():
    found = read([["Recommendation", "Owner", "Timescale"], ["See every child", "", "within 3 months"]])
    assert (found.actions[0].horizon, found.actions[0].due, found.problems) == ("3 months", None, [])


def test_an_owner_merged_over_several_actions_is_that_of_each():
    book = Workbook()
    sheet = book.worksheets[0]
    for row in (
        ["Recommendation", "Action", "Owner"],
        ["R", "One", "Head of service"],
        ["", "Two", ""],
        ["", "Three", ""],
    ):
        sheet.append([cell or None for cell in row])
    sheet.merge_cells("C2:C3")
    content = BytesIO()
    book.save(content)
    found = load_plan(content.getvalue(), "plan.xlsx")
    assert [a.owner for a in found.actions] == ["Head of service", "Head of service", ""]


def test_a_list_of_children_is_no_plan_and_nothing_of_it_is_kept():
    found = read([["Child ID", "Action", "Owner", "Due date"], ["X1", "Visit", "A. Worker", "1/2/2025"]])
    assert found.actions == ()
    assert codes(found) == [("plan_of_people", "A1")]
    assert "X1" not in str(found)


@pytest.mark.parametrize(
    ("rows", "code"),
    [([["Team", "FTE", "Children"], ["A", 5, 100]], "plan_no_table"),
     ([["Action", "Owner", "Due date"], ["", "", ""]], "plan_empty"),
     ([["Action", "Owner", "Due date"], *[["Do it", "Somebody", ""]] * 501], "plan_refused")],
)  # fmt: skip
def test_what_is_no_plan_says_why(rows, code):
    found = read(rows)
    assert (found.actions, found.problems[0].code) == ((), code)


def test_a_column_that_no_plan_has_is_named_and_an_unknown_indicator_too():
    found = read([["Action", "Owner", "Due date", "Cost code", "Indicator"], ["Do it", "", "", "A1", "Kindness"]])
    assert set(codes(found)) == {("plan_column_unknown", "D1"), ("plan_indicator_unknown", "E2")}
    assert load_plan(b"", "plan.xlsx").problems[0].code == "empty_file"
    long = read([["Action", "Owner", "Due date"], ["x" * 2500, "", ""]])
    assert (codes(long), len(long.actions[0].action)) == ([("plan_text_long", "A2")], 2000)


def test_every_column_is_a_field_and_every_indicator_is_found_by_its_name_and_unit():
    assert set(named_fields()) == {field.name for field in fields(Action)}
    assert {key: indicator_of(f"{one.name} ({one.unit})") for key, one in indicators().items()} == {
        key: key for key in indicators()
    }


def test_a_plan_read_apart_is_the_same(reader: ReaderApart):
    content = written_book({"Plan": TYPED})
    assert reader.plan(content, "plan.xlsx") == load_plan(content, "plan.xlsx")
