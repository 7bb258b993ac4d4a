"""A scenario as a workbook: every assumption with its value and source, and the results that the page shows."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pytest
from openpyxl import load_workbook

from model.assumptions import ABOUT, COSTS, Settings
from model.outlook_assumptions import ASSUMPTIONS
from model.scenario import Scenario
from ui import cached
from ui.scenario_answer import work_out
from ui.scenario_file import LOADED, scenario_workbook
from ui.view import Council

pytestmark = pytest.mark.functional
CHOICES = (
    ("outlook_posts", "9"), ("approved", "March 2013"), ("judged", "March 2014"), ("assumed_lead", "6"),
    ("assumed_growth", "-0.5"), ("cost_payment", "5000"), ("funding", "One-off"), ("funded_until", "March 2015"),
)  # fmt: skip


def test_every_assumption_source_date_and_result_is_in_it():
    # Given a scenario of the example, when it is exported
    worked = work_out(
        Council(cached.EXAMPLE, 0, Settings(), cached.example()), Scenario("Nine", date(2013, 2, 1), (), CHOICES)
    )
    book = load_workbook(BytesIO(scenario_workbook(worked.scenario, worked)))
    assert book.sheetnames == ["Result", "Assumptions", "Month by month", "Cost by month", "Cost by year", LOADED]
    # Then every assumption and price is there with its unit and source, as a number where it is one
    lines = {row[0]: row[1:] for row in book["Assumptions"].iter_rows(min_row=2, values_only=True)}
    assert {about.label for about in ASSUMPTIONS.values()} | {ABOUT[name].label for name in COSTS} <= {*lines}
    assert all(unit and value is not None and source for unit, value, source in lines.values())
    assert lines["Recruitment, from vacancy or approval to start"][1] == 6
    assert lines["Growth of the number that start"][1] == -0.5
    assert lines["Recruitment payment"][2].startswith("Typed in this scenario")
    assert lines["Last month of one-off funding"][1:] == (
        "March 2015", "Typed in this scenario. Otherwise: Blank: funded for good, from the base budget",
    )  # fmt: skip
    # And the results: date, FTE basis, demand, objective and months, with the sums of the page
    said = {row[0]: row[1] for row in book["Result"].iter_rows(min_row=2, values_only=True)}
    assert said["Figures"] == "20 February 2013"
    assert said["Full-time equivalent (FTE)"] == "case-holding FTE"
    assert "1,370 children, 76 of them waiting" in said["Rests on"]
    assert said["Expected by then"] == f"{worked.case.line[13]:.1f}"
    months = list(book["Month by month"].iter_rows(min_row=3, values_only=True))
    assert months[-1][0] == "February 2016"
    cost = list(book["Cost by month"].iter_rows(min_row=3, values_only=True))
    assert cost[7][:2] == ("October 2013", 9)
