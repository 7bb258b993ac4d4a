"""What a plan costs, in sentences."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from model import plan_costs_findings as findings
from model.assumptions import Settings
from model.costs import break_even
from model.outlook_process import Approval
from model.plan_costs import CostPlan, by_agency, course
from model.plan_costs_terms import Terms
from model.words import MOST_WORDS_IN_TITLE

pytestmark = pytest.mark.unit

OWN = Settings(cost_per_post=Decimal(48_000), agency_per_fte=Decimal(60_000))


def plan(posts=6, month=1, lead=4, settings=OWN, **more):
    return CostPlan(date(2026, 3, 1), (Approval(month, (posts,)),), lead, settings, **more)


def said(made):
    return findings.answer(made, course(made))


def test_the_title_says_what_when_net_of_what_and_what_is_unfunded():
    assert said(plan()) == "Six posts cost £168,000 in 2026/27, £288,000 a full year"
    assert said(plan(1)) == "One post costs £28,000 in 2026/27, £48,000 a full year"
    net = Terms(released=Fraction(2))
    assert said(plan(terms=net)) == "Six posts cost £168,000 in 2026/27, £288,000 a full year, £168,000 net of agency"
    both = Terms(released=Fraction(2), funded_until=13)
    assert (
        said(plan(terms=both)) == "Six posts cost £288,000 a full year, £168,000 net of agency; unfunded from May 2027"
    )
    # And what is never paid in these months is said to be so
    late = plan(month=24, lead=24)
    assert said(late) == "Six posts cost nothing before April 2029, then £288,000 a full year."
    assert said(plan(0)) == "No posts are approved, so the plan adds no cost"
    every = [plan(terms=both), late, plan(), plan(40, terms=both)]
    assert all(len(said(each).split()) <= MOST_WORDS_IN_TITLE for each in every)


def test_the_month_that_counts_is_one_after_payments_and_overlap():
    assert findings.by_month_title(plan(), course(plan())) == "From September 2026 the plan adds £24,000 a month"
    terms = Terms(payment=Decimal(1000), released=Fraction(6), overlap=2)
    made = plan(terms=terms)
    assert findings.by_month_title(made, course(made)) == "From November 2026 the plan adds −£6,000 a month"
    assert findings.by_month_title(plan(0), course(plan(0))) == "The plan adds no cost in these months"


def test_managers_are_counted_costed_or_said_not_to_be_known():
    assert "is not known" in findings.managers(plan())
    assert findings.managers(plan(people=40, teams=6)) == "The posts need no further Team Manager."
    extra = plan(people=46, teams=6)
    said = findings.managers(extra)
    assert "one extra team: one Team Manager (not costed) and two family workers (not costed). What they cost" in said
    assert findings.not_costed(extra) == "without one Team Manager and two family workers"
    assert findings.not_costed(plan()) == "without further managers: headcount not known"
    assert findings.not_costed(plan(0)) == findings.not_costed(plan(people=40, teams=6)) == ""
    priced = OWN.with_values(cost_per_manager=Decimal(60_000))
    assert "£60,000 a year is in these sums." in findings.managers(plan(people=46, teams=6, settings=priced))
    every = priced.with_values(cost_per_family_worker=Decimal(30_000))
    assert findings.managers(plan(people=46, teams=6, settings=every)).endswith("£120,000 a year is in these sums.")
    assert findings.not_costed(plan(people=46, teams=6, settings=every)) == ""
    assert findings.not_costed(plan(people=46, teams=6, settings=priced)) == "without two family workers"


def test_agency_staff_in_post_are_no_cost_added():
    made = plan(terms=Terms(agency=Fraction(3)))
    assert "£180,000 a year, spent already and not added by the plan" in findings.agency_in_post(made)
    assert "the plan would cost £108,000 net in a full year" in findings.agency_in_post(made)
    gone = plan(terms=Terms(agency=Fraction(3), released=Fraction(3)))
    assert "would cost" not in findings.agency_in_post(gone)
    assert findings.agency_in_post(plan()) == ""


def test_agency_staff_beyond_the_posts_are_told_from_those_who_cover_them():
    # Given three agency workers, when the figures have one of them in a vacant post, then two are supernumerary
    three = plan(terms=Terms(agency=Fraction(3)))
    said = findings.beyond_posts(three, Fraction(1))
    assert "the figures have 1 FTE in vacant posts; the other 2 FTE are supernumerary" in said
    # And nothing is said where all cover posts, where nobody knows, and where nobody is there
    known = [(three, Fraction(3)), (three, None), (plan(), Fraction(0))]
    assert [findings.beyond_posts(made, covering) for made, covering in known] == ["", "", ""]


def test_agency_against_permanent_is_said_both_ways():
    assert "£72,000 more. A permanent worker has cost less from the first month." in findings.agency_instead(
        plan(), by_agency(plan())
    )
    paid = plan(terms=Terms(payment=Decimal(10_000), experienced=Fraction(1)))
    assert findings.agency_instead(paid, by_agency(paid)).endswith("from the 11th month in post.")
    cheap = plan(settings=OWN.with_values(agency_per_fte=Decimal(40_000)))
    assert findings.agency_instead(cheap, by_agency(cheap)).endswith("£48,000 less.")


def test_a_councils_own_cost_is_not_compared_with_that_of_2013():
    # Given a council that has typed what a post costs and not what agency does, or the other way round
    reports = Settings()
    for name, missing in (("agency_per_fte", "an agency worker"), ("cost_per_post", "a post")):
        mixed = plan(settings=OWN.with_values(**{name: getattr(reports, name)}), terms=Terms(agency=Fraction(3)))
        # Then no difference in pounds is said, but which cost to type
        said = findings.agency_instead(mixed, by_agency(mixed))
        assert f"Type your own cost of {missing} under" in said
        assert "£" not in said
        assert "would cost" not in findings.agency_in_post(mixed)
    # And where both are the report's, it is said whom its price was paid for
    both = plan(settings=reports)
    said = findings.agency_instead(both, by_agency(both))
    assert said.startswith("By agency, at the price in 2013 of five social workers and one deputy manager, the same")


def test_early_help_is_what_it_would_take():
    even = break_even(96_000, 48_000, 25, 1000, 10)
    text = findings.pays_for_itself("Early help", 96_000, even, 10)
    assert "50.0 fewer open children, 5.0% of those there are: 5.0 fewer starting a month" in text
    assert text.endswith("This is what it would take, not what it would do.")


def test_agency_cover_of_posts_until_they_are_filled_is_said():
    # Given half of six posts covered for the four months until they are filled
    covered = plan(terms=Terms(cover=Fraction(1, 2)))
    assert "50% of the new posts until these are filled: £60,000 in all" in findings.cover_words(
        covered, course(covered)
    )
    assert findings.until_filled(covered).startswith("Until somebody is in a post, agency workers hold 50% of it")
    # Then the first year that costs something is the one with the cover, even where nobody has started in it
    assert said(covered) == "Six posts cost £228,000 in 2026/27, £288,000 a full year"
    early = plan(month=0, terms=Terms(cover=Fraction(1, 2)), lead=12)
    assert findings.first_year_paid(course(early)) == 2026 < findings.first_year_paid(course(plan(month=0, lead=12)))
    # And where nobody covers them they cost nothing
    assert findings.cover_words(plan(), course(plan())) == ""
    assert findings.until_filled(plan()).startswith("A post costs nothing until somebody is in it")


def test_prices_of_2013_are_named():
    assert findings.prices(Settings()) == "2013 prices"
    assert findings.prices(Settings(cost_per_post=Decimal(1))) == "agency at 2013 prices"
    assert findings.prices(OWN) == ""
