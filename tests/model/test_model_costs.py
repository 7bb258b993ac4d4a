"""What posts cost."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_services import CASES, few

from model.assumptions import Settings
from model.costs import bill, break_even, cost_of_posts, family_workers_year, net_of_agency, pressure
from model.exact import half_up, pounds, shown

COSTS = CASES["costs"]
REPORT = COSTS["report"]
PER_POST = Fraction(244906, 6)


@pytest.mark.back
def test_ac20_the_referral_team():
    # Given the printed sums, when the proposal is set against them, then both pressures are the report's.
    assert pressure(REPORT["rat_proposed"], REPORT["rat_substantive"]) == REPORT["rat_pressure"]
    assert pressure(REPORT["rat_proposed"], REPORT["rat_substantive"], REPORT["rat_agency"]) == REPORT["rat_vs_actual"]


@pytest.mark.back
def test_ac21_one_post():
    # Given six posts for £244,906, when one is costed, then it is the default of the settings.
    assert half_up(PER_POST, 2) == Settings().cost_per_post == Decimal("40817.67")


@pytest.mark.back
def test_ac22_all_the_proposals():
    # Given the three proposals, when agency staff are released, then gross and net are the report's.
    gross = sum((REPORT["rat_pressure"], REPORT["six_posts"], REPORT["family_support"]))
    assert gross == REPORT["gross_total"]
    net = net_of_agency(gross, REPORT["rat_agency"])
    assert net == REPORT["net_of_rat_agency"]
    mixed = Fraction(REPORT["rat_agency"], 6)
    assert shown(mixed, 2) == "46,068.33"
    assert net_of_agency(net, 3 * mixed) == REPORT["all_net"]
    assert net_of_agency(REPORT["six_posts"], 3 * mixed) == REPORT["net_six_posts_if_3_agency_released_at_mixed_cost"]


@pytest.mark.back
@pytest.mark.parametrize(("posts", "cost"), COSTS["posts_cost"].items())
def test_ac23_posts_for_a_year(posts, cost):
    # Given so many posts, when they are costed, then exactly and by the settings it is the same in whole pounds.
    assert float(cost_of_posts(int(posts), PER_POST)) == pytest.approx(cost, abs=1e-6)
    assert pounds(bill(int(posts), Settings()).year) == pounds(cost_of_posts(int(posts), PER_POST))


@pytest.mark.back
@pytest.mark.parametrize(("posts", "text"), [(10, "£408,177"), (12, "£489,812"), (13, "£530,630"), (15, "£612,265")])
def test_ac23_the_posts_really_needed(posts, text):
    # Given the posts that February needs, when they are costed, then the pounds are as printed.
    assert pounds(bill(posts, Settings()).posts_year) == text


@pytest.mark.back
def test_part_of_a_year():
    # Given six posts for eight months, when they are costed, then it is eight twelfths.
    expected = COSTS["part_year_six_posts_8_of_12_months"]
    assert float(cost_of_posts(6, PER_POST, 8)) == pytest.approx(expected, abs=1e-6)


@pytest.mark.back
def test_ac25_early_help_breaks_even():
    # Given £92,749 for early help, when it is to be worth its posts, then 56.8 fewer children are open.
    expected = COSTS["early_help_break_even"]
    even = break_even(expected["cost"], PER_POST, 25, children=1370, months_open=12)
    assert float(even.cost_per_place) == pytest.approx(expected["cost_per_place_at_25"], abs=1e-9)
    assert float(even.fewer_open) == pytest.approx(expected["children_fewer_open"], abs=1e-9)
    assert float(even.share) == pytest.approx(expected["share_of_1370"], abs=1e-12)
    assert float(even.fewer_starts) == pytest.approx(expected["fewer_starts_per_month_if_12_months_open"], abs=1e-9)
    assert [shown(even.fewer_open), shown(100 * even.share), shown(even.fewer_starts)] == ["56.8", "4.1", "4.7"]


@pytest.mark.unit
def test_a_bill_says_full_year_this_year_and_net():
    # Given two posts and a manager for six months, when agency staff are released, then every sum follows.
    settings = Settings(cost_per_post=Decimal(40000), cost_per_manager=Decimal(60000))
    made = bill(2, settings, months=6, managers=1, agency_released_year=50000)
    assert (made.posts, made.managers, made.months) == (2, 1, 6)
    assert (made.posts_year, made.managers_year, made.year) == (80000, 60000, 140000)
    assert (made.this_year, made.net_year, made.net_this_year) == (70000, 90000, 45000)


@pytest.mark.unit
def test_managers_without_a_cost_are_counted_and_not_costed():
    # Given no cost of a manager, when one is needed, then the sum is that of the posts alone.
    made = bill(2, Settings(cost_per_post=Decimal(40000)), managers=1)
    assert made.managers_year is None
    assert made.year == 80000
    assert bill(2, Settings()).managers_year == 0
    # And so are family workers, two to a team
    assert family_workers_year(1, Settings()) is None
    assert family_workers_year(0, Settings()) == 0
    assert family_workers_year(2, Settings(cost_per_family_worker=Decimal(30000))) == 120_000


@pytest.mark.unit
@pytest.mark.parametrize(("posts", "months"), [(-1, 12), (1, 13), (1, -1)])
def test_a_cost_of_no_posts_there_can_be_is_refused(posts, months):
    # Given posts below nought or more months than a year has, when they are costed, then that is refused.
    with pytest.raises(ValueError, match="from 0 to 12"):
        cost_of_posts(posts, 40000, months)


@pytest.mark.unit
@pytest.mark.parametrize(("per_post", "optimum", "months_open"), [(0, 25, None), (40000, 0, None), (40000, 25, 0)])
def test_breaking_even_needs_a_cost_and_places(per_post, optimum, months_open):
    # Given a post that costs nothing or gives no place, when the break-even is asked for, then it is refused.
    with pytest.raises(ValueError, match="above 0"):
        break_even(1000, per_post, optimum, months_open=months_open)


@pytest.mark.unit
def test_breaking_even_says_only_what_it_is_asked():
    # Given no children and no months, when the break-even is asked for, then share and starts are unknown.
    even = break_even(40000, 40000, 25)
    assert (even.fewer_open, even.share, even.fewer_starts) == (25, None, None)


@pytest.mark.functional
@few
@given(st.integers(0, 50), st.integers(0, 12), st.integers(0, 100_000))
def test_a_year_is_its_two_parts(posts, months, cost):
    # Given any posts, when a year is split at some month, then the parts are the year.
    assert cost_of_posts(posts, cost, months) + cost_of_posts(posts, cost, 12 - months) == posts * cost
