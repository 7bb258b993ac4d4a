"""Costs: what the plan costs, by when, net of what, and what is left without funding."""

from __future__ import annotations

import pytest
from screen import OCTOBER, Screen, row, workbook

from model.words import MOST_WORDS_IN_TITLE

pytestmark = pytest.mark.functional

# Paragraphs 38 to 43 of the Cabinet report, in their order.
PRINTED = [519_551, 276_410, 831_195, 311_644, 35_234, 244_906, 92_749, 649_299, 372_889]


@pytest.mark.back
def test_six_posts_of_february_2013():
    # Given the report's question, when its cost is asked for, then the page says what, when, net of what, unfunded
    screen = Screen("costs")
    assert screen.title == "Six posts cost £183,680 in 2013/14, £244,906 a full year"
    assert screen.figures == {
        "Gross in 2013/14": "£183,680",
        "Net in 2013/14": "£183,680",
        "A full year": "£244,906",
        "Unfunded": "£0",
    }
    assert "approved in March 2013, filled at the end of June 2013, paid from July 2013" in screen.text
    assert "52 social workers make one extra team: one Team Manager (not costed)" in screen.text
    assert "3 FTE of agency and supernumerary staff are in post now: £138,205 a year" in screen.text
    assert "the plan would cost £106,701 net in a full year" in screen.text
    assert "have 0 FTE in vacant posts; the other 3 FTE are supernumerary: beyond the posts" in screen.text
    assert "A child’s place costs £1,633 a year" in screen.text
    assert "£92,749 is worth 56.8 fewer open children (4.1% of 1,370): 4.7 fewer starting a month" in screen.text
    assert "£92,749 a year pays for itself with 56.8 fewer open children, 4.1% of those there are" in screen.text
    assert "the same six posts would cost £276,410 a year, £31,504 more" in screen.text
    assert "2013 prices" in screen.text


@pytest.mark.back
def test_the_reports_own_sums_are_on_the_page():
    table = Screen("costs").table("The sums of the Cabinet report")
    sums = [int(text.replace(",", "")) for text in table["£ a year, 2013 prices"]]
    assert sums[: len(PRINTED)] == PRINTED
    assert table["Paragraph"].tolist()[5:7] == ["42", "43"]


def test_posts_and_dates_are_those_of_the_outlook():
    # Given a plan on the Outlook page, when its cost is opened, then it is of the same posts at the same dates
    outlook = Screen("outlook").set("outlook_posts", 9).set("approved", "April 2013").set("assumed_lead", 6.0)
    screen = outlook.set("later_posts", 2).go("costs")
    assert "Nine posts: approved in April 2013, filled at the end of October 2013" in screen.text
    assert "Two posts: approved in February 2014, filled at the end of August 2014" in screen.text
    # And what is changed here is changed there, also by way of another page
    screen.set("outlook_posts", 4).go("outlook")
    assert screen.title.startswith("Four posts ")
    assert "Four of six are filled by March 2014." in screen.text
    assert screen.widget("assumed_lead").value == 6.0
    # And what the figures say of how long a case stays open is said alike on both
    of_outlook = screen.widget("assumed_months_open").placeholder
    assert screen.go("costs").widget("assumed_months_open").placeholder == of_outlook


def test_the_plan_of_the_example_is_not_taken_over_to_an_own_council(kept):
    # Given a council's own figures beside the example, and a plan made on the example
    kept(workbook({OCTOBER: [row("Riverside", 6.0, 180, 12), row("Hillside", 5.5, 121, 3)]}))
    own, plan = Screen("outlook", data="Anytown"), Screen("posts", data="Example council").set("posts", 12)
    plan.go("outlook").set("outlook_posts", 20).set("measure", "With those who wait").set("assumed_lead", 9.0)
    plan.set("later_posts", 2).set("later_approved", "June 2014").set("judged", "June 2015")
    plan.go("costs").set("cost_agency", 3.0).set("cost_released", 2.0).set("funding", "One-off")
    # When its reader turns to the council, then its pages are as if they had been opened there
    assert plan.set("data", "Anytown").text == Screen("costs", data="Anytown").text
    assert "FTE of agency and supernumerary staff" not in plan.text
    assert plan.go("outlook").text == own.text
    assert plan.address == own.address
    # And a link to a plan of either still opens with it
    again = plan.set("outlook_posts", 4).set("assumed_lead", 6.0)
    assert Screen("outlook", **again.address).text == again.text


def test_agency_funding_and_what_is_typed_are_kept_in_the_link():
    screen = Screen("costs").set("cost_released", 3.0).set("funding", "One-off").set("cost_payment", 5000.0)
    assert screen.title == "Six posts cost £244,906 a full year, £106,701 net of agency; unfunded from April 2014"
    assert screen.figures["A full year, net"] == "£106,701"
    # And the months without funding are those from April 2014 to March 2016
    assert screen.figures["Unfunded"] == "£213,402"
    # And half of the six starters are experienced, each paid once
    assert "15,000" in screen.table("Cost of the plan by financial year")["Recruitment payments (£)"].tolist()
    again = Screen("costs", **screen.address)
    assert again.text == screen.text
    # And every heading that says it is short enough
    assert all(len(finding.split()) <= MOST_WORDS_IN_TITLE for finding in [screen.title, *screen.findings])


def test_the_councils_own_costs_are_typed_over_where_they_stand():
    screen = Screen("costs").set("cost_cost_per_post", 50000.0).set("cost_cost_per_manager", 60000.0)
    screen.set("cost_cost_per_family_worker", 30000.0)
    assert screen.figures["A full year"] == "£420,000"
    assert "one Team Manager and two family workers; £120,000 a year is in these sums" in screen.text
    assert "agency at 2013 prices" in screen.text
    # And the first years are followed by as many as are asked for
    years = screen.set("cost_years", "Five").table("Cost of the plan by financial year")["Financial year"].tolist()
    assert (years[0], years[-2], years[-1]) == ("Rest of 2012/13", "2017/18", "To March 2018")


def test_no_posts_and_no_optimum_are_no_trouble(kept):
    # Given teams whose kind has no optimum, and nobody counted, when no post is approved, then nothing is added
    kept(workbook({OCTOBER: [row("Front door", 5.0, 110, Kind_of_team="First contact")]}))
    screen = Screen("costs")
    assert screen.title == "No posts are approved, so the plan adds no cost"
    assert "the teams have no optimum" in screen.text
    # And no card says £0: it is said what a post costs, and what to do
    assert screen.figures == {}
    assert "One post costs £40,818 a year (Stockton, 2013: type your own" in screen.text
    assert "The sums of the Cabinet report" not in screen.text
    # And posts cost what they cost all the same
    screen.set("outlook_posts", 2)
    assert screen.figures["A full year"] == "£81,635"
    assert "How many people the teams have is not known" in screen.text
    assert screen.has("costs_by_month_table")


def test_screening_at_the_front_door_has_a_break_even_and_no_effect_until_one_is_typed():
    # Given a cost of screening, when it is typed, then it is said how many fewer starts would pay for it
    screen = Screen("costs")
    assert "for screening at the front door to pay is said once the cost is typed" in screen.text
    screen.set("cost_screening", 40_817.67).set("assumed_months_open", 10.0)
    said = "Screening at the front door for £40,818 a year pays for itself with 25.0 fewer open children, 1.8% of those"
    assert f"{said} there are: 2.5 fewer starting a month" in screen.text
    assert "is said once the cost is typed" not in screen.text
    # And nothing that is expected has changed, until somebody says by how much it would screen out
    before = Screen("outlook", assumed_months_open="10").title
    assert screen.go("outlook").title == before
    assert screen.set("more_assumptions", True).set("assumed_screening_cut", 20.0).title != before


def test_without_posts_the_page_offers_numbers_and_the_outlook_asks_for_them():
    # Given no posts in the example, when the number that is enough for every team is taken, then it is costed
    screen = Screen("costs", outlook_posts="0")
    assert screen.figures == {} and not screen.has("costs_by_month_table")
    screen.press("enough_every_team")
    assert screen.title.startswith("15 posts cost £459,199 in 2013/14")
    assert Screen("outlook", outlook_posts="0").figures["Cost of a full year"] == "No posts"
    assert Screen("teams", team_posts="0").figures["Cost a year"] == "No posts"


def test_pay_that_rises_and_agency_in_posts_not_yet_filled_are_in_every_sum():
    # Given three of four new posts held by agency until they are filled, and pay that rises 10% each April
    screen = Screen("costs", assumed_agency_cover="75").set("cost_uplift", 10.0)
    years = screen.table("Cost of the plan by financial year").set_index("Financial year")
    cover, gross = (
        years[heading].str.replace(",", "").astype(int) for heading in ("Agency until filled (£)", "Gross (£)")
    )
    # Then from April to June 2013 they are 6 × 3/4 × £46,068.33 × 3/12, and the posts nine months: not yet dearer
    assert (cover["2013/14"], gross["2013/14"]) == (51_827, 235_506)
    assert screen.figures["Gross in 2013/14"] == "£235,506"
    # And the year after it is 1.1 × £244,906
    assert gross["2014/15"] == 269_397
    assert "Agency workers in 75% of the new posts until these are filled: £51,827 in all" in screen.text
