"""What changed, and what moved it."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from made_services import CASES, TEAMS, averages_only, few, service, services, stockton, team

from model.caseload import Demand
from model.change import change, comparison_months, team_changes
from model.exact import exact, half_up, shown


@pytest.mark.back
def test_the_rise_on_reconstruction_b():
    # Given September and reconstruction B, when the rise of the average is split, then demand is the smaller part.
    rise = change(stockton("september"), stockton("february_b"))
    expected = CASES["decomposition"]["allocated_b"]
    assert float(rise.total) == pytest.approx(expected["total"], abs=1e-12)
    assert float(rise.demand) == pytest.approx(expected["demand"], abs=1e-12)
    assert float(rise.capacity) == pytest.approx(expected["capacity"], abs=1e-12)
    assert [shown(part) for part in (rise.total, rise.demand, rise.capacity)] == ["5.1", "2.4", "2.8"]
    assert (rise.children, rise.fte, rise.days) == (100, -4, 170)
    assert (rise.counting, rise.same_teams) == (Demand.ALLOCATED, True)


@pytest.mark.back
def test_the_rise_on_reconstruction_a():
    # Given September and reconstruction A, when the rise is split, then demand is most of it.
    rise = change(stockton("september"), stockton("february_a"))
    expected = CASES["decomposition"]["all_a"]
    assert float(rise.demand) == pytest.approx(expected["demand"], abs=1e-12)
    assert float(rise.capacity) == pytest.approx(expected["capacity"], abs=1e-12)
    assert float(rise.total) == pytest.approx(expected["total"], abs=1e-12)


@pytest.mark.back
def test_ac01_active_children():
    # Given both dates with those who wait, when they are compared, then 176 more children came in 170 days.
    rise = change(stockton("september", unallocated=0), stockton("february_b"), Demand.ALL)
    assert (rise.children, rise.days) == (176, 170)
    assert shown(100 * rise.growth) == "14.7"
    assert shown(rise.children_per_month) == "31.5"
    assert rise.children_per_month == 176 * exact("30.4375") / 170


@pytest.mark.back
def test_ac07_change_by_team():
    # Given the published averages, when teams are compared, then the report's changes come out.
    moved = team_changes(averages_only("september"), averages_only("february"))
    assert [each.team for each in moved] == list(TEAMS)
    assert [float(half_up(each.change)) for each in moved] == CASES["averages_printed"]["change"]


@pytest.mark.back
def test_ac07_the_change_of_what_is_shown_is_the_reports():
    # Given the reconstructions, when the difference of the shown averages is taken, then it is the report's too.
    moved = team_changes(stockton("september"), stockton("february_b"))
    assert [float(each.change_of_shown) for each in moved] == CASES["averages_printed"]["change"]


@pytest.mark.functional
@few
@given(services(waiting=True), services(waiting=True))
def test_the_parts_sum_to_the_whole(before, after):
    # Given any two months, when the change is split, then the parts sum exactly and point the way things moved.
    for demand in Demand:
        moved = change(before, after, demand)
        if moved is None:
            assert before.average(demand) is None or after.average(demand) is None
            continue
        assert moved.total == moved.demand + moved.capacity == after.average(demand) - before.average(demand)
        assert (moved.demand > 0) == (moved.children > 0)
        assert (moved.capacity > 0) == (moved.fte < 0 and before.children(demand) + after.children(demand) > 0)


@pytest.mark.functional
@few
@given(services(), services())
def test_going_back_undoes_the_change(before, after):
    # Given any two months, when they are compared the other way round, then every part has the other sign.
    there, back = change(before, after), change(after, before)
    if there is not None:
        assert (there.total, there.demand, there.capacity) == (-back.total, -back.demand, -back.capacity)


@pytest.mark.unit
def test_an_unknown_average_has_no_change():
    # Given averages without FTE, when they are compared, then the service's change is unknown and nothing is split.
    assert change(averages_only("september"), stockton("february_b")) is None
    assert change(stockton("september", 0), stockton("february_a"), Demand.ALL) is None


@pytest.mark.unit
def test_days_need_both_days():
    # Given a month without its day, when months are compared, then days and growth a month are unknown.
    moved = change(service(team(), as_at=None), service(team(allocated=200)))
    assert (moved.days, moved.children_per_month) == (None, None)
    same_day = change(service(team()), service(team(allocated=200)))
    assert (same_day.days, same_day.children_per_month) == (0, None)


@pytest.mark.unit
def test_growth_from_no_children_is_unknown():
    # Given a month without children, when it is compared, then there is no growth in per cent.
    assert change(service(team(allocated=0)), service(team())).growth is None


@pytest.mark.unit
def test_different_teams_are_noticed():
    # Given a team that is new, when the service is compared, then the teams are said to differ.
    assert not change(service(team("A")), service(team("A"), team("B"))).same_teams


@pytest.mark.unit
def test_teams_that_came_and_went_have_no_change():
    # Given one team new and one gone, when teams are compared, then both are there without a change.
    moved = team_changes(service(team("Old"), team("Both", 4, 100)), service(team("New"), team("Both", 5, 100)))
    assert [each.team for each in moved] == ["New", "Both", "Old"]
    assert [each.change for each in moved] == [None, Fraction(-5), None]
    assert moved[0].before is None
    assert moved[2].after is None
    assert moved[0].change_of_shown is None


@pytest.mark.unit
def test_months_to_compare_with():
    # Given months with gaps, when one is compared, then the last before it and the same a year ago are found.
    there = [date(2012, 2, 1), date(2012, 9, 1), date(2012, 12, 1), date(2013, 2, 1)]
    assert comparison_months(there, date(2013, 2, 1)) == {
        "previous": date(2012, 12, 1),
        "same month last year": date(2012, 2, 1),
    }
    assert comparison_months(there, date(2012, 2, 1)) == {"previous": None, "same month last year": None}
    assert comparison_months([], date(2012, 2, 1)) == {"previous": None, "same month last year": None}
