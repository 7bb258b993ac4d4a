"""What a plan of posts costs month by month."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import accumulate

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_services import CASES

from model.assumptions import Settings
from model.exact import exact, pounds
from model.outlook_assumptions import Assumptions
from model.outlook_expected import expected, staff
from model.outlook_process import Approval, Unit
from model.plan_costs import (
    CostPlan,
    by_agency,
    by_year,
    cost_per_place,
    course,
    financial_year,
    full_year,
    total,
    year_words,
)
from model.plan_costs_terms import Terms, TermsError

few_plans = settings(max_examples=20, deadline=None)
COSTS = CASES["costs"]
FEBRUARY = date(2013, 2, 1)
AGENCY = Fraction(COSTS["report"]["rat_agency"], 6)
EXACT = Settings(cost_per_post=Fraction(244906, 6), agency_per_fte=AGENCY)


def plan(posts=6, month=0, lead=4, settings=EXACT, first=FEBRUARY, **more):
    """So many posts approved in a month, on terms of one's own."""
    terms = more.pop("terms", Terms())
    return CostPlan(first, (Approval(month, (posts,)),), lead, settings, terms, **more)


@st.composite
def plans(draw):
    """Plans of up to three stages with everything in them."""
    stages = draw(
        st.lists(st.builds(Approval, st.integers(0, 24), st.tuples(st.integers(0, 15))), min_size=1, max_size=3)
    )
    terms = Terms(
        uplift=draw(st.sampled_from([Fraction(0), Fraction(3, 100)])),
        payment=draw(st.sampled_from([Decimal(0), Decimal(5000)])),
        released=Fraction(draw(st.integers(0, 12)), 2),
        overlap=draw(st.integers(0, 6)),
        funded_until=draw(st.none() | st.integers(0, 36)),
        cover=draw(st.sampled_from([Fraction(0), Fraction(1, 3), Fraction(1)])),
    )
    settings = Settings(cost_per_manager=draw(st.sampled_from([None, Decimal(60_000)])))
    first = date(draw(st.integers(2012, 2026)), draw(st.integers(1, 12)), 1)
    people = draw(st.none() | st.integers(0, 60))
    return CostPlan(first, tuple(stages), draw(st.integers(0, 24)), settings, terms, people, draw(st.integers(1, 8)))


@pytest.mark.back
@pytest.mark.parametrize(("posts", "cost"), COSTS["posts_cost"].items())
def test_ac23_a_full_year_of_posts(posts, cost):
    # Given so many posts approved, when a full year is costed, then it is the cost worked out beforehand.
    assert float(full_year(plan(int(posts))).gross) == pytest.approx(cost, abs=1e-6)
    # And in the second whole financial year the months of the plan come to the same
    assert by_year(course(plan(int(posts))))[2014].gross == full_year(plan(int(posts))).gross


@pytest.mark.back
def test_eight_of_twelve_months():
    # Given six posts approved in March that take four months to fill, then 2013/14 pays eight months, from August.
    months = course(plan(month=1))
    assert next(month.day for month in months if month.posts) == date(2013, 8, 1)
    expected = COSTS["part_year_six_posts_8_of_12_months"]
    assert float(by_year(months)[2013].gross) == pytest.approx(expected, abs=1e-6)


@pytest.mark.back
def test_ac22_three_agency_staff_released():
    # Given the report's three supernumerary agency staff, when they go as the posts are filled, then £106,701 is net.
    made = plan(terms=Terms(agency=Fraction(3), released=Fraction(3)))
    report = COSTS["report"]
    assert full_year(made).net == report["net_six_posts_if_3_agency_released_at_mixed_cost"]
    assert pounds(full_year(plan(settings=Settings(), terms=made.terms)).net) == "£106,701"
    assert full_year(made).already == 3 * AGENCY


@pytest.mark.back
def test_a_childs_place():
    assert float(cost_per_place(plan(), 25)) == pytest.approx(
        COSTS["early_help_break_even"]["cost_per_place_at_25"], abs=1e-9
    )
    assert cost_per_place(plan(0), 25) is None


@pytest.mark.unit
def test_the_first_year_is_what_is_left_of_it():
    # Given figures of February, when posts take four months, then March costs nothing and next year nine months.
    years = by_year(course(plan()))
    assert list(years) == [2012, 2013, 2014, 2015]
    assert [pounds(sums.gross) for sums in years.values()] == ["£0", "£183,680", "£244,906", "£244,906"]
    assert [list(by_year(course(plan(), years)))[-1] for years in (3, 4, 5)] == [2015, 2016, 2017]
    assert list(by_year(course(plan(first=date(2013, 3, 1))))) == [2013, 2014, 2015]


@pytest.mark.unit
def test_pay_rises_each_april_after_the_first():
    # Given 10% a year, when the first April ahead is that of 2013, then April 2014 is the first rise; payments stay.
    terms = Terms(uplift=Fraction(1, 10), payment=Decimal(1000), experienced=Fraction(1, 2))
    years = by_year(course(plan(12, settings=Settings(cost_per_post=Decimal(12_000)), terms=terms)))
    assert years[2013].posts == 12 * 9 * 1000
    assert years[2014].posts == 12 * 12 * 1000 * Fraction(11, 10)
    assert years[2015].posts == 12 * 12 * 1000 * Fraction(121, 100)
    assert [years[year].payments for year in years] == [0, 6000, 0, 0]
    # And so it is for the figures of March, whose first month ahead is that April
    march = by_year(
        course(plan(12, first=date(2013, 3, 1), settings=Settings(cost_per_post=Decimal(12_000)), terms=terms))
    )
    assert [march[year].posts for year in (2014, 2015)] == [years[year].posts for year in (2014, 2015)]


@pytest.mark.unit
def test_agency_goes_after_the_overlap_and_one_for_each_post():
    # Given two stages of two posts and three and a half agency workers to go, a month after each joins
    terms = Terms(released=Fraction(7, 2), overlap=1, agency=Fraction(5))
    made = replace(plan(2, lead=1, terms=terms), stages=(Approval(0, (2,)), Approval(3, (2,))))
    saved = [month.sums.released * 12 / AGENCY for month in course(made)[:7]]
    # Then the first two go in month 3 and the rest in month 6
    assert saved == [0, 0, 2, 2, 2, Fraction(7, 2), Fraction(7, 2)]
    # And those in post are no part of the cost added
    first = course(made)[0].sums
    assert (first.already * 12, first.gross) == (5 * AGENCY, 0)


@pytest.mark.unit
def test_what_is_unfunded_once_the_money_has_run_out():
    # Given one-off funding to March 2014, when posts go on, then each month after it is unfunded by its net cost.
    months = course(plan(terms=Terms(funded_until=13, released=Fraction(3))))
    assert next(month.day for month in months if month.sums.unfunded) == date(2014, 4, 1)
    assert total(month.sums for month in months).unfunded == 24 * (full_year(plan()).gross - 3 * AGENCY) / 12
    # And where the plan saves money nothing is unfunded
    saving = course(plan(1, terms=Terms(funded_until=0, released=Fraction(1))))
    assert all(month.sums.unfunded == 0 for month in saving)


@pytest.mark.unit
def test_agency_covers_a_post_from_its_approval_until_somebody_is_in_it():
    # Given two posts approved in month 1 and one in month 3, filled two months later, a half of each covered by agency
    made = replace(plan(2, lead=2, terms=Terms(cover=Fraction(1, 2))), stages=(Approval(1, (2,)), Approval(3, (1,))))
    # Then each costs half an agency worker in the two months between, and that is in the gross cost of no full year
    halves = [month.sums.cover * 24 / AGENCY for month in course(made)[:7]]
    assert halves == [0, 2, 2, 1, 1, 0, 0]
    assert [month.posts for month in course(made)[:7]] == [0, 0, 0, 2, 2, 3, 3]
    assert full_year(made).cover == 0
    # And it rises with pay
    later = replace(made, stages=(Approval(13, (2,)),), terms=replace(made.terms, uplift=Fraction(1, 10)))
    covered = [month.sums.cover * 24 / AGENCY for month in course(later)[12:15]]
    assert covered == [0, Fraction(22, 10), Fraction(22, 10)]


@pytest.mark.functional
@few_plans
@given(plans())
def test_agency_is_paid_where_the_outlook_has_it_in_the_new_posts(made):
    # Given nobody leaves, when the Outlook covers vacancies, then so many agency workers are paid in the month after
    assumed = Assumptions(lead=made.lead, turnover=0, agency_cover=float(made.terms.cover))
    outlook = expected((Unit("All", 100, 0.0, 0.0),), assumed, made.stages, 36)
    paid = [month.sums.cover / _rise(made, month) for month in course(made)[:36]]
    yearly = float(exact(made.settings.agency_per_fte))
    assert [float(sum_) * 12 / yearly for sum_ in paid] == pytest.approx(outlook.agency[:36, 0].tolist(), abs=1e-6)


def _rise(made, month):
    months = (month.day.year - made.first.year) * 12 + month.day.month - made.first.month
    # Aprils after the month of the figures and up to this one, but for the first.
    aprils = sum((made.first.month + ahead) % 12 == 4 for ahead in range(1, months + 1))
    return (1 + made.terms.uplift) ** max(0, aprils - 1)


@pytest.mark.unit
def test_an_extra_team_is_costed_as_far_as_its_cost_is_known():
    # Given 46 social workers in six teams, when six join, then they are a seventh team's manager and family workers.
    made = plan(people=46, teams=6)
    assert made.extra_teams == 1
    assert full_year(made).teams == 0
    priced = EXACT.with_values(cost_per_manager=Decimal(60_000), cost_per_family_worker=Decimal(30_000))
    assert full_year(replace(made, settings=priced)).teams == 60_000 + 2 * 30_000
    # But not those which the people there now make already, and none where nobody knows how many people there are
    assert plan(people=50, teams=6).extra_teams == 0
    assert plan(people=None, teams=6).extra_teams == 0
    assert [month.teams for month in course(made)[3:6]] == [0, 1, 1]


@pytest.mark.unit
def test_agency_against_permanent():
    # Given agency dearer by £1,200 a year, when £600 is paid at once to half, then permanent is cheaper in month 4.
    dearer = Settings(cost_per_post=Decimal(40_000), agency_per_fte=Decimal(41_200))
    assert (by_agency(plan(2, settings=dearer)).year, by_agency(plan(2, settings=dearer)).more) == (82_400, 2_400)
    assert by_agency(plan(2, settings=dearer)).months == 1
    assert by_agency(plan(2, settings=dearer, terms=Terms(payment=Decimal(600)))).months == 4
    # And where agency is no dearer, never
    same = Settings(cost_per_post=Decimal(40_000), agency_per_fte=Decimal(40_000))
    assert by_agency(plan(2, settings=same)).months is None


@pytest.mark.unit
@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"uplift": Fraction(2)}, "must be from 0 to 1"),
        ({"payment": Decimal(-1)}, "must be from 0 to 100,000"),
        ({"overlap": 40}, "must be from 0 to 36"),
        ({"agency": Fraction(2), "released": Fraction(3)}, "More agency staff would go than are in post"),
    ],
)
def test_terms_out_of_range_are_refused(wrong, said):
    with pytest.raises(TermsError, match=said):
        Terms(**wrong)


@pytest.mark.unit
def test_a_financial_year_runs_from_april():
    assert [financial_year(date(2013, month, 1)) for month in (1, 3, 4, 12)] == [2012, 2012, 2013, 2013]
    assert [year_words(year) for year in (1999, 2012, 2026)] == ["1999/00", "2012/13", "2026/27"]


@pytest.mark.functional
@few_plans
@given(plans())
def test_net_is_gross_less_agency_released(made):
    for month in course(made):
        sums = month.sums
        assert sums.gross - sums.net == sums.released
        assert sums.released >= 0
        assert 0 <= sums.unfunded == (max(sums.net, 0) if sums.unfunded else 0)


@pytest.mark.functional
@few_plans
@given(plans())
def test_nothing_approved_costs_nothing(made):
    stages = tuple(Approval(stage.month, (0,)) for stage in made.stages)
    nothing = replace(made, stages=stages)
    sums = total(month.sums for month in course(nothing))
    assert (sums.gross, sums.net, sums.unfunded, full_year(nothing).net) == (0, 0, 0, 0)


@pytest.mark.functional
@few_plans
@given(plans(), st.integers(1, 10))
def test_posts_cost_in_proportion(made, times):
    # Given a plan without extra teams and agency, when every stage is so many times as large, then so is every month.
    alone = replace(made, people=None, terms=replace(made.terms, released=Fraction(0)))
    larger = replace(alone, stages=tuple(Approval(stage.month, (times * stage.posts[0],)) for stage in made.stages))
    assert [month.sums.gross for month in course(larger)] == [times * month.sums.gross for month in course(alone)]


@pytest.mark.functional
@few_plans
@given(plans())
def test_a_month_later_never_costs_more_this_year(made):
    # Given any plan, when every stage is approved a month later, then no time so far, this year too, has cost more.
    later = replace(made, stages=tuple(Approval(stage.month + 1, stage.posts) for stage in made.stages))
    before, after = ([month.sums.gross for month in course(each)] for each in (made, later))
    assert all(late <= soon for soon, late in zip(accumulate(before), accumulate(after), strict=True))


@pytest.mark.functional
@few_plans
@given(plans())
def test_posts_are_paid_when_the_outlook_has_them_in_post(made):
    # Given nobody leaves, when the Outlook fills the posts, then those in post at the end of a month are paid the next.
    assumed = Assumptions(lead=made.lead, turnover=0)
    in_post, _ = staff((Unit("All", 100, 0.0, 0.0),), assumed, made.stages, 36)
    assert [month.posts for month in course(made)[:36]] == [int(fte) for fte in in_post[:36, 0]]
