"""What changed, and what moved it."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from made_services import CASES, averages_only, few, service, services, stockton, team

from model.caseload import Demand, ServiceMonth, TeamMonth
from model.change import a_year_before, change, same_teams
from model.change_findings import other_teams
from model.decisions import TeamChange
from model.exact import exact, shown


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
    # And three days are no month to make a rate of
    few_days = change(service(team(), as_at=date(2013, 2, 17)), service(team(allocated=200)))
    assert (few_days.days, few_days.children_per_month) == (3, None)


@pytest.mark.unit
def test_growth_from_no_children_is_unknown():
    # Given a month without children, when it is compared, then there is no growth in per cent.
    assert change(service(team(allocated=0)), service(team())).growth is None


@pytest.mark.unit
def test_different_teams_are_noticed():
    # Given a team that is new, when the service is compared, then the teams are said to differ.
    assert not change(service(team("A")), service(team("A"), team("B"))).same_teams


MERGED = TeamChange(date(2013, 2, 1), frozenset({"A", "B"}), frozenset({"AB"}), "A and B are merged into AB.")
SPLIT = TeamChange(date(2013, 2, 1), frozenset({"A"}), frozenset({"C", "D"}), "A is split into C and D.")


def over_february(before: list[TeamMonth], after: list[TeamMonth], *changes: TeamChange) -> tuple[ServiceMonth, ...]:
    return replace(service(*before), month=date(2013, 1, 1)), replace(service(*after), changes=changes)


@pytest.mark.unit
def test_teams_that_somebody_says_became_others_are_the_same() -> None:
    # Given two teams that are one, or one that is two, with the decision that says so
    a, b, ab, c, d = (team(name) for name in ("A", "B", "AB", "C", "D"))
    for months in (over_february([a, b], [ab], MERGED), over_february([a, b], [c, d, b], SPLIT)):
        # Then the change of the service is of the same teams
        assert change(*months).same_teams
        assert same_teams(*months)
    # And without the decision, with a part that has no FTE, or with a team more, it is not
    assert not change(*over_february([a, b], [ab])).same_teams
    no_fte = over_february([a, b], [c, team("D", None, 90), b], SPLIT)
    assert not change(*no_fte).same_teams
    assert other_teams(*no_fte) == "without D"
    assert not change(*over_february([a], [ab], MERGED)).same_teams
    more = over_february([a, b], [ab, team("New")], MERGED)
    assert (same_teams(*more), other_teams(*more)) == (False, "with New")


@pytest.mark.unit
def test_a_decision_about_another_time_carries_nothing_over() -> None:
    # Given a merger of a month that does not lie between the two, then it changes nothing
    later = replace(MERGED, month=date(2013, 3, 1))
    assert not change(*over_february([team("A"), team("B")], [team("AB")], later)).same_teams


@pytest.mark.unit
def test_the_same_month_a_year_before():
    assert a_year_before(date(2013, 2, 1)) == date(2012, 2, 1)
