"""The Activity page: from a spreadsheet of the quarterly report to headlines, tables, the front door and commentary."""

from __future__ import annotations

from pathlib import Path

import pytest
from screen import TWO_TEAMS, Screen
from written_book import written_book

from data import activity
from ui import cached

pytestmark = pytest.mark.functional

QUARTERS = [
    ["Block", "Measure", "Part", "2012/13", "Q1", "Q2", "Q3", "Q4", "Source"],
    ["Inputs", "Contacts", "Number", 6859, 1702, 1811, 1640, 1725, "Workflow"],
    ["Inputs", "Contacts becoming referrals", "Numerator", 2336, 590, 640, 575, 566, "Workflow"],
    ["Inputs", "Contacts becoming referrals", "Denominator", 6859, 1702, 1811, 1640, 1725, "Workflow"],
    ["Inputs", "Contacts closed and logged", "Number", 3651, 1000, 1100, 900, 1159, "Workflow"],
    ["Inputs", "Referrals by agency: <b>Police</b>: Assessment", "Number", None, 190, 210, 180, 170, "Workflow"],
    ["Inputs", "Referrals by agency: <b>Police</b>: No further action", "Number", None, 40, 50, 30, 20, "Workflow"],
    ["Outputs", "Repeat referrals", "Numerator", 353, 96, 99, 80, 90, "Workflow"],
    ["Outputs", "Repeat referrals", "Denominator", 2336, 590, 640, 575, 566, "Workflow"],
    ["Outputs", "Repeat referrals", "%", "15.1%", "16.3%", "18.0%", "13.9%", "15.9%", "Workflow"],
    ["Quality", "Children not seen", "Number", None, 0, 2, 0, 1, "Records"],
]
OF_QUARTERS = written_book({"Activity 2013-14": QUARTERS})
MONTHLY = written_book(
    {
        "Activity 2014-15": [
            ["Measure", "Month", "Financial year", "Number"],
            ["Contacts", "April", "2014/15", 100],
            ["Contacts", "May", "2014/15", 101],
            ["Contacts", "June", "2014/15", 102],
            ["Contacts", "July", "2014/15", 103],
        ]
    }
)


def test_the_example_comes_out_as_the_page_with_its_known_errors_named():
    screen = Screen("activity").set("misprints", True)
    assert screen.is_marked_as_example
    assert screen.title == "2012/13: two measures got better and three measures worse."
    assert screen.findings[0] == "872 of 6,859 contacts (12.7%) neither became referrals nor were closed."
    for said in ("printed as 5%, but 181 of 6,859 is 2.6%", "printed as 62%, but 2,201 of 2,336 is 94.2%",
                 "printed as 16%, but 353 of 2,336 is 15.1%",
                 "fewer than half of assessments are completed in time"):  # fmt: skip
        assert said in screen.text, said
    # Every measure of Appendix 2 is there, the empty ones visibly so
    rows = screen.set("block", "Outputs").table("Outputs of the activity report").set_index("Measure")
    assert rows.loc["Re-referrals"].tolist() == ["18.0%", "–", "–", "–", "–", "15.1% ↓ better", activity.WORKFLOW]
    assert rows.loc["Step-down from a child protection plan to a CAF"].tolist()[:6] == ["–"] * 6
    wanted = {str(row[1]) for row in activity.rows() if row[0] == "Outputs"}
    assert wanted <= {name.removesuffix(" (number)").removesuffix(" (%)") for name in rows.index}


def test_a_year_of_quarters_is_uploaded_seen_and_linked():
    # Given a council that has nothing but its report
    screen = Screen("upload").upload(OF_QUARTERS, "report.xlsx").set("council", "Anytown").press("keep")
    assert [link.label for link in screen.at.get("page_link")] == ["See it on the Activity page"]
    assert "No month of **Anytown**" not in screen.text
    screen.go("activity")
    assert screen.whose == "Anytown"
    screen.set("block", "Outputs").set("of", "Q2 2013/14")
    # Then its spelling is known, percentages are worked out, and the wrong one is named
    assert screen.findings[0] == "Re-referrals fell to 15.5% from 16.3% the quarter before: better."
    row = screen.table("Outputs of the activity report").set_index("Measure").loc["Repeat referrals"].tolist()
    assert row[:6] == ["15.1%", "16.3%", "15.5% ↓ better", "13.9% ↓ better", "15.9% ↑ worse", "15.4% ↑ worse"]
    assert "Q2: printed as 18%, but 99 of 640 is 15.5% (Activity 2013-14, cell F10)" in screen.text
    # And the link shows the same screen
    again = Screen("activity", **screen.address)
    assert (again.title, again.findings) == (screen.title, screen.findings)
    # What must be none comes first, and the other pages still show the example
    assert screen.set("block", "Quality").findings[0] == "Children not seen in their assessment: 2; there must be none."
    assert screen.go("overview").is_marked_as_example


def test_the_front_door_and_who_refers(kept):
    kept(TWO_TEAMS)
    kept(OF_QUARTERS, "report.xlsx")
    screen = Screen("activity", of="Q1 2013/14").open_tables()
    assert screen.findings[0] == "112 of 1,702 contacts (6.6%) neither became referrals nor were closed."
    door = screen.table("Bar chart of the steps").set_index("Step")
    assert door.loc["Contacts"].tolist() == ["1,702", "–", "–", "590", "1,000", "112"]
    agencies = screen.table("Referrals by agency and outcome")
    assert agencies.to_numpy().tolist() == [["<b>Police</b>", "190", "40", "230"]]
    assert "360 referrals are of no agency named here." in screen.text
    assert screen.charts() == ["front_door", "activity_courses"]


def test_a_commentary_is_kept_with_its_period_and_author_and_none_is_lost(kept, store):
    kept(OF_QUARTERS, "report.xlsx")
    screen = Screen("activity", data="Anytown", of="Q1 2013/14")
    text = "commentary_text Anytown 2013/14 Q1 Inputs"
    # Without an author nothing is kept
    screen.submit("Keep the commentary", **{text: "Contacts rose after the *launch*."})
    assert "Type your name first" in screen.text
    assert store.commentaries("Anytown") == []
    screen.submit("Keep the commentary", commentary_by="Sam")
    assert "Contacts rose after the *launch*." in screen.text
    assert "by Sam" in screen.text
    screen.submit("Keep the commentary", **{text: "Contacts fell."}, commentary_by="Kim")
    assert "All 2 versions" in screen.text
    assert [(one.period, one.by) for one in store.commentaries("Anytown")] == [("Q1", "Sam"), ("Q1", "Kim")]
    # And another quarter has its own
    assert "Contacts fell." not in screen.set("of", "Q2 2013/14").text


def test_the_reporting_period_is_a_setting_where_the_figures_allow_it(kept, store):
    kept(MONTHLY, "report.xlsx")
    screen = Screen("activity", data="Anytown").set("periods", "Two months")
    row = screen.table("Inputs of the activity report").set_index("Measure").loc["Contacts"]
    assert row["April and May"] == "201"
    assert row["June and July"] == "205 ↑"
    screen.press("keep_period")
    assert store.settings("Anytown").report_period == "two months"
    assert Screen("activity", data="Anytown").widget("periods").value == "Two months"


def test_without_a_report_the_page_says_what_to_do(kept, monkeypatch):
    kept(TWO_TEAMS)
    screen = Screen("activity")
    assert screen.title == "There is no activity report yet"
    assert [link.label for link in screen.at.get("page_link")] == ["Upload an activity report"]
    monkeypatch.setattr(cached, "EXAMPLE_FILE", Path("nowhere.xlsx"))
    cached.example.clear()
    assert Screen("activity", data=cached.EXAMPLE).title == "There is no activity report yet"
    cached.example.clear()
