"""A scenario as a workbook: every assumption with its value and source, and the results that the page shows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from io import BytesIO

import pytest
from openpyxl import load_workbook

from loaders.files.plainsheet import rows_of
from model.assumptions import ABOUT, COSTS, Settings
from model.outlook_assumptions import ASSUMPTIONS
from model.plan_costs import full_year
from model.scenario import Scenario, rested_on_in_rows
from model.scenario_words import otherwise_here
from ui import cached
from ui.costs_choices import terms_of
from ui.scenario_answer import work_out
from ui.scenario_file import LOADED, scenario_workbook
from ui.scenarios_exhibit import EXPECTED
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
    assert said[EXPECTED] == f"{worked.everybody.line[13]:.1f}"
    months = list(book["Month by month"].iter_rows(min_row=3, values_only=True))
    assert months[-1][0] == "February 2016"
    cost = list(book["Cost by month"].iter_rows(min_row=3, values_only=True))
    assert cost[7][:2] == ("October 2013", 9)


def test_one_off_funding_without_its_last_month_ends_when_the_page_would_have_it():
    # Given a scenario with one-off funding that leaves its last month as it is offered
    council = Council(cached.EXAMPLE, 0, Settings(), cached.example())
    choices = tuple(pair for pair in CHOICES if pair[0] != "funded_until")
    # Then what is not funded is that after the first March at least a year ahead
    worked = work_out(council, Scenario("Nine", date(2013, 2, 1), (), choices))
    assert worked.plan.terms.funded_until == 13
    offered = work_out(council, Scenario("Nine", date(2013, 2, 1), (), (*choices, ("funded_until", "March 2014"))))
    assert worked.plan == offered.plan


def test_what_the_report_prints_is_the_source_of_the_example_only():
    # Given the example, and a council that is another
    council = Council(cached.EXAMPLE, 0, Settings(), cached.example())
    asked = work_out(council, Scenario("Nine", date(2013, 2, 1), (), CHOICES)).asked
    other = replace(asked.view, authority="Westby")
    # Then no paragraph of the report is named as where that council's agency staff and its prices are from
    assert "paragraph 42" in terms_of(asked.view, asked.start)["agency"].source
    assert [about.label for about in terms_of(other, asked.start).values() if "paragraph" in about.source] == []
    assert terms_of(other, replace(asked.start, agency=None))["agency"].source == "Not in the figures: type it"


def test_loaded_where_other_figures_are_kept_it_has_its_prices_and_what_else_differs_is_said():
    # Given a scenario of a council that keeps a cost of its own, exported there
    own = Settings().with_values(cost_per_post=Decimal("48000.10"))
    there = Council(cached.EXAMPLE, 0, own, cached.example())
    worked = work_out(there, Scenario("Nine", date(2013, 2, 1), ("South 1", "North 1"), CHOICES))
    content = scenario_workbook(worked.scenario, worked)
    # When it is loaded where nothing of the kind is kept
    rows = rows_of(content, "scenario.xlsx", LOADED) or []
    loaded = Scenario.from_rows(rows)
    here = work_out(Council(cached.EXAMPLE, 1, Settings(), cached.example()), loaded)
    # Then every choice and price is as it was, and so is what it costs
    assert dict(CHOICES).keys() <= loaded.by_key.keys() and loaded.teams == worked.scenario.teams
    assert here.plan.settings.cost_per_post == own.cost_per_post
    assert full_year(here.plan) == full_year(worked.plan)
    # And what cannot come with it is said: nothing on the same figures, else each of them
    assert otherwise_here(rested_on_in_rows(rows), here.in_words) == ""
    all_teams = work_out(there, replace(loaded, teams=()))
    other = otherwise_here(rested_on_in_rows(rows), all_teams.in_words)
    assert other.startswith("Teams: all, not South 1 and North 1; Children now: 1,370, not 401")
    assert "Cost of one experienced" not in other
