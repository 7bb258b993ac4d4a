"""What an activity report says in sentences: headlines that rest on cells, and printed figures that are wrong."""

from __future__ import annotations

import pytest
from made_reports import activity, joined

from data import example
from loaders import load
from model.activity_findings import headlines, overview, title
from model.activity_misprints import misprints, not_borne_out, statements
from model.activity_report import Report, report
from model.activity_workforce import leavers_by_month, workforce
from model.assumptions import Settings
from model.caseload import history
from model.front_door import TOTAL, by_agency, funnel, funnel_frame, not_by_agency
from model.words import MOST_WORDS_IN_TITLE

pytestmark = pytest.mark.unit


def said(made: Report, block: str) -> list[str]:
    return [told.sentence for told in headlines(made, block)]


@pytest.fixture(scope="module")
def tables():
    return load(example.FILE.read_bytes(), example.FILE.name).tables


@pytest.fixture(scope="module")
def year_2012(tables) -> Report:
    """The example: what Appendix 2 prints, and the workforce from its months."""
    lines = workforce(history(tables, Settings()), leavers_by_month(tables))
    return report(tables["activity"], "2012/13", more=lines)


@pytest.mark.back
def test_the_reports_known_errors_are_named_with_both_numbers_and_the_cell(year_2012):
    # 5.0% that is 2.6%, 62% that is 94.2%, 16% that is 15.1%, and "below 50%" against 54.2%
    found = [told.text for told in misprints(year_2012) + not_borne_out(year_2012, statements())]
    assert found == [
        "Contacts with an active CAF, 2012/13: printed as 5%, but 181 of 6,859 is 2.6% (Activity 2012-13, cell E10).",
        "Referrals that progressed to assessment, 2012/13: printed as 62%, but 2,201 of 2,336 is 94.2% "
        "(Activity 2012-13, cell E19).",
        "Re-referrals, 2012/13: printed as 16%, but 353 of 2,336 is 15.1% (Activity 2012-13, cell E32).",
        "The Cabinet report of 13 June 2013 says that fewer than half of assessments are completed in time. Its "
        "figures are: Initial assessments completed in time 42.8%, Core "
        "assessments completed in time 54.2%; together 47.0%.",
    ]
    # And the contacts that nobody accounts for
    assert title(year_2012, "Inputs") == "872 of 6,859 contacts (12.7%) neither became referrals nor were closed."


@pytest.mark.back
def test_the_headlines_of_2012_13_are_those_of_its_numbers(year_2012):
    assert overview(year_2012) == "2012/13: two measures got better and three measures worse."
    assert said(year_2012, "Outputs")[:3] == [
        "Re-referrals fell to 15.1% from 18.0% the year before: better.",
        "Child protection plans lasting two years or more fell to 2.9% from 4.2% the year before: better.",
        "Second or subsequent child protection plans: 5.9% (24 of 404).",
    ]
    assert "Initial child protection conferences held in time: 58.2%." in said(year_2012, "Processes")
    assert said(year_2012, "Quality") == []
    assert title(year_2012, "Quality") == "No figure of quality is known for 2012/13."


@pytest.mark.back
def test_the_workforce_comes_from_the_months_of_caseloads(year_2012):
    shown = {
        key: [figure.shown if (figure := year_2012.at(year_2012.by_key[key], column)) else "" for column in columns]
        for columns in [year_2012.columns]
        for key in ("workforce_in_post", "workforce_caseload", "workforce_vacancies")
    }
    # Q2 is reconstruction Sep 2012, Q4 is February 2013, reconstruction B: the last month that there is
    assert shown["workforce_in_post"][2:] == ["44.5", "42.0", "40.5", "40.5"]
    assert shown["workforce_caseload"][2:] == ["26.8", "30.2", "32.0", "32.0"]
    assert year_2012.at(year_2012.by_key["workforce_caseload"], year_2012.columns[4]).cells == (
        "team caseloads of February 2013",
    )


def test_the_workforce_of_a_report_comes_before_that_of_the_months(tables):
    lines = workforce(history(tables, Settings()), leavers_by_month(tables))
    own = activity("2012/13", ("Average caseload", "number", {"Q1": 31.5}), block="Processes")
    made = report(own, "2012/13", more=lines)
    assert made.at(made.by_key["workforce_caseload"], made.columns[1]).shown == "31.5"
    assert made.by_key["workforce_in_post"].figures
    # What the months do not say is no line: without leavers there is no turnover
    assert "workforce_turnover" not in [line.key for line in workforce(history(tables, Settings()), {})]
    # And months that go on after the report do not make it a year
    later = activity("2012/13", ("Contacts", "number", {"Q1": 10}))
    assert report(later, "2012/13", more=lines).latest.label == "Q1"


def test_every_headline_names_the_cells_that_it_rests_on(year_2012):
    columns = {column.key for column in year_2012.columns}
    for block in year_2012.blocks:
        assert len(title(year_2012, block).split()) <= MOST_WORDS_IN_TITLE
        for told in headlines(year_2012, block):
            assert told.cells
            for line, column in told.cells:
                assert column in columns
                assert year_2012.by_key[line].block == block
            # Each number in it is that of a cell
            figures = [year_2012.at(year_2012.by_key[line], year_2012.columns[-1]) for line, _ in told.cells]
            assert any(figure and figure.shown in told.text for figure in figures), told


def test_what_must_be_none_comes_first_then_worse_then_better():
    made = report(
        joined(
            activity("2013/14", ("Contacts", "number", {"Q1": 100, "Q2": 112})),
            activity("2013/14", ("Repeat referrals", "%", {"Q1": (10, 100), "Q2": (5, 100)}),
                     ("Repeat plans", "%", {"Q1": (1, 10), "Q2": (2, 10)}), block="Outputs"),
            activity("2013/14", ("Children not seen", "number", {"Q1": 0, "Q2": 3}), block="Quality"),
        ),
        "2013/14",
    )  # fmt: skip
    assert said(made, "Quality") == ["Children not seen in their assessment: 3; there must be none."]
    assert said(made, "Outputs") == [
        "Second or subsequent child protection plans rose to 20.0% from 10.0% the quarter before: worse.",
        "Re-referrals fell to 5.0% from 10.0% the quarter before: better.",
    ]
    assert said(made, "Inputs") == ["Contacts rose by 12.0% to 112 from 100 the quarter before."]
    assert overview(made) == "Q2 2013/14: one measure got better and two measures worse."


def test_a_figure_that_is_printed_to_fewer_places_is_no_misprint():
    fine = activity("2013/14", ("Re-referrals", "%", {"Q1": (353, 2336, 15.1), "Q2": (353, 2336, 15.2)}))
    found = misprints(report(fine, "2013/14"))
    assert [told.text for told in found] == [
        "Re-referrals, Q2: printed as 15.2%, but 353 of 2,336 is 15.1% (Report, cell E5)."
    ]
    # What is borne out is not spoken of, nor what is said of another year
    below = activity("2012/13", ("Core assessments in time", "%", {"year": (4, 10)}), block="Processes")
    assert not_borne_out(report(below, "2012/13"), statements()) == []
    above = activity("2013/14", ("Core assessments in time", "%", {"year": (9, 10)}), block="Processes")
    assert not_borne_out(report(above, "2013/14"), statements()) == []


FUNNEL = activity(
    "2013/14",
    ("Contacts", "number", {"Q1": 1000}), ("Referrals", "number", {"Q1": 400}), ("NFAs", "number", {"Q1": 300}),
    ("Contacts closed and logged", "number", {"Q1": 250}), ("S47s", "number", {"Q1": 90}),
    ("Referrals below the threshold", "number", {"Q1": 20}),
    ("Single assessments in time", "%", {"Q1": (300, 360)}),
    ("Referrals by agency: Police", "number", {"Q1": 150}),
    ("Referrals by agency: Police: Assessment", "number", {"Q1": 120}),
    ("Referrals by agency: Police: No further action", "number", {"Q1": 20}),
    ("Referrals by agency: Health: Assessment", "number", {"Q1": 200}),
)  # fmt: skip


def test_the_funnel_says_who_is_unaccounted_for_at_each_step():
    made = report(FUNNEL, "2013/14")
    steps = funnel(made, made.latest)
    assert [(step.name, step.number, step.left, step.explained, step.unaccounted) for step in steps[:3]] == [
        ("Contacts", 1000, 600, 550, 50),
        ("Referrals", 400, 40, 20, 20),
        ("Assessments", 360, 270, None, None),
    ]
    frame = funnel_frame(steps)
    assert frame["number"].isna().tolist() == [False] * 4 + [True] * 2
    assert frame["share"].tolist()[1:4] == [40.0, 90.0, 25.0]
    # Counted twice is said too
    twice = activity("2013/14", ("Contacts", "number", {"Q1": 10}), ("Referrals", "number", {"Q1": 8}),
                     ("NFAs", "number", {"Q1": 5}))  # fmt: skip
    assert (
        said(report(twice, "2013/14"), "Inputs")[0] == "Referrals and closed contacts are 3 more than all 10 contacts."
    )


def test_referrals_by_agency_and_outcome_and_those_of_no_agency():
    made = report(FUNNEL, "2013/14")
    frame = by_agency(made, made.latest)
    assert frame.astype(object).where(frame.notna(), None).to_numpy().tolist() == [
        ["Health", 200.0, None, 200.0],
        ["Police", 120.0, 20.0, 150.0],
    ]
    assert list(frame) == ["agency", "Assessment", "No further action", TOTAL]
    assert not_by_agency(made, made.latest) == 50
    plain = report(activity("2013/14", ("Referrals by agency", "number", {"Q1": 7})), "2013/14")
    assert by_agency(plain, plain.latest).empty
