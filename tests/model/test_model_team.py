"""One team in one month: what is known, what is not, and what is over."""

from fractions import Fraction

import pytest
from hypothesis import given
from made_services import few, services, team

from model.caseload import Demand


@pytest.mark.unit
def test_an_average_is_children_over_fte():
    # Given a team, when its average is taken, then it is exact.
    north = team(fte=7.5, allocated=187)
    assert north.average() == Fraction(374, 15)
    assert north.headroom() == Fraction(1, 2)
    assert north.excess() == 0
    assert north.is_over() is False


@pytest.mark.unit
def test_all_children_are_the_teams_own_too():
    # Given a team with five waiting, when all are counted, then five more count against it.
    north = team(fte=4, allocated=100, unallocated=5)
    assert (north.children(), north.children(Demand.ALL)) == (100, 105)
    assert north.average(Demand.ALL) == Fraction(105, 4)
    assert (north.is_over(), north.is_over(Demand.ALL)) == (False, True)
    assert (north.excess(Demand.ALL), north.headroom(Demand.ALL)) == (5, 0)


@pytest.mark.unit
def test_waiting_children_that_are_not_known_are_not_added():
    # Given a team that gives no figure for those waiting, when all are counted, then the allocated are.
    assert team(allocated=100, unallocated=None).children(Demand.ALL) == 100


@pytest.mark.unit
@pytest.mark.parametrize("missing", [{"fte": None}, {"allocated": None}])
def test_what_is_not_known_stays_unknown(missing):
    # Given a team without FTE or children, when anything is asked of it, then nothing is made up.
    north = team(**missing)
    assert not north.is_measured
    assert north.average() is None
    assert north.excess() is None
    assert north.headroom() is None
    assert north.is_over() is None
    assert not north.no_worker


@pytest.mark.unit
def test_a_printed_average_stands_in_for_missing_figures_only():
    # Given a printed average, when FTE is missing, then it is the average of the allocated; else it is not used.
    printed = team(fte=None, average_printed=Fraction(357, 10))
    assert printed.average() == Fraction(357, 10)
    assert printed.average_is_printed
    assert printed.is_over() is True
    assert printed.excess() is None
    assert printed.average(Demand.ALL) is None
    measured = team(fte=7.5, allocated=187, average_printed=Fraction(249, 10))
    assert measured.average() == Fraction(374, 15)
    assert not measured.average_is_printed


@pytest.mark.back
@pytest.mark.parametrize("waiting", [{"allocated": 40}, {"allocated": 0, "unallocated": 3}])
def test_ac44_children_and_no_worker_count_as_over(waiting):
    # Given children and exactly no FTE, when the team is judged, then it has no average and is over.
    empty = team(fte=0, **waiting)
    assert empty.no_worker
    assert empty.average() is None
    assert empty.is_over() is True
    assert empty.excess() == waiting["allocated"]
    assert empty.headroom() == 0


@pytest.mark.unit
def test_a_team_without_children_and_workers_is_not_over():
    # Given neither children nor FTE, when the team is judged, then it is not over and lacks nobody.
    empty = team(fte=0, allocated=0)
    assert not empty.no_worker
    assert empty.is_over() is False
    assert empty.average() is None


@pytest.mark.unit
def test_a_team_without_an_optimum_is_neither_over_nor_under():
    # Given no optimum, when the team is judged, then there is an average and no judgement.
    front_door = team(optimum=None)
    assert front_door.average() is not None
    assert front_door.is_over() is None
    assert front_door.excess() is None
    assert team(optimum=None, fte=0).is_over() is None


@pytest.mark.functional
@few
@given(services(waiting=True, shared_optimum=False))
def test_children_are_the_optimum_plus_excess_less_headroom(made):
    # Given any teams, when excess and headroom are taken, then only one is above 0 and they account for every child.
    for each in made.teams:
        for demand in Demand:
            excess, headroom = each.excess(demand), each.headroom(demand)
            assert min(excess, headroom) == 0
            assert each.children(demand) == each.optimum * each.fte + excess - headroom
            assert each.is_over(demand) == (excess > 0 or each.no_worker)
