"""An activity report that gives referrals apart by agency and outcome, in columns beside the measure or in its name."""

from __future__ import annotations

import pytest
from every_row import every_row
from written_book import written_book

from loaders import load
from loaders.quarterly.activityapart import named_apart
from model.activity_report import report
from model.front_door import by_agency

pytestmark = pytest.mark.unit

COLUMNS = [
    ["Measure", "Referring agency", "Outcome", "Q1", "Q2"],
    ["Contacts", None, None, 900, 950],
    ["Referrals", "Police", "Assessment", 190, 210],
    [None, "Police", "No further action", 40, 50],
    [None, "Police", "Total", 235, 265],
    [None, "Health", "Assessment", 120, 110],
    ["Looked-after children", None, None, 371, 373],
]
IN_NAMES = [
    ["Measure", "Q1", "Q2"],
    ["Contacts", 900, 950],
    ["Referrals by agency: Police: Assessment", 190, 210],
    ["Referrals by agency: Police: No further action", 40, 50],
    ["Referrals by agency: Police", 235, 265],
    ["Referrals by agency: Health: Assessment", 120, 110],
    ["Looked-after children", 371, 373],
]
LONG = [["Measure", "Source of referral", "Outcome", "Quarter", "Financial year", "Number"]] + [
    [row[0] or "Referrals", row[1], row[2], quarter, "2013/14", row[place]]
    for row in COLUMNS[1:]
    for quarter, place in (("Q1", 3), ("Q2", 4))
]


@every_row("rows", [COLUMNS, IN_NAMES, LONG])
def test_referrals_by_agency_and_outcome_are_read_in_each_layout(rows):
    loaded = load(written_book({"Activity 2013-14": rows}), "report.xlsx")
    assert [problem.code for problem in loaded.problems if problem.severity != "note"] == []
    made = report(loaded.tables["activity"], "2013/14")
    frame = by_agency(made, made.latest)
    assert frame.fillna(-1).to_numpy().tolist() == [["Police", 210, 50, 265], ["Health", 110, -1, 110]]
    # And what is given as a whole beside them stays as it is
    assert [made.at(made.by_key[key], made.columns[1]).shown for key in ("contacts", "looked_after")] == ["900", "371"]


@every_row(
    ("measure", "agency", "outcome", "name"),
    [
        ("Referrals", "Police", "", "Referrals by agency: Police"),
        ("Referrals by source", "Police", "Assessment", "Referrals by source: Police: Assessment"),
        ("Referrals", "", "Assessment", "Referrals by outcome: Assessment"),
        ("Referrals", "", "", "Referrals"),
        ("Contacts", "Police", "Referral", "Contacts by agency: Police: Referral"),
        ("Missing episodes", "Police", "", "Missing episodes by agency: Police"),
        # Who answers for a measure makes no other measure of it
        ("Re-referrals", "Council", "Children are safe", "Re-referrals"),
        # A number is no agency, and no measure has none
        ("Contacts", "12", "", "Contacts"),
        ("", "Police", "", ""),
    ],
)
def test_what_a_measure_is_given_apart_by_is_put_into_its_name(measure, agency, outcome, name):
    assert named_apart(measure, agency, outcome) == name
