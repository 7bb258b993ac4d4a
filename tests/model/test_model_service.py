"""The service in one month: sums over the teams that count."""

from fractions import Fraction

import pytest
from hypothesis import given
from made_services import TEAMS, averages_only, few, one_team, service, services, stockton, team

from model.caseload import Demand


@pytest.mark.unit
def test_the_service_average_is_sum_over_sum():
    # Given two teams of different size, when the service average is taken, then the larger weighs more.
    made = service(team("A", 10, 100), team("B", 2, 60))
    assert made.average() == Fraction(160, 12)
    assert made.unweighted_average == 20


@pytest.mark.unit
def test_only_counted_and_known_teams_are_in_the_sums():
    # Given a team left out and one without FTE, when sums are taken, then both are named and neither is in.
    made = service(team("A", 4, 100), team("B", None, 50), team("C", 5, 60, counted=False))
    assert [t.team for t in made.counted] == ["A", "B"]
    assert [t.team for t in made.measured] == ["A"]
    assert [t.team for t in made.unmeasured] == ["B"]
    assert [t.team for t in made.left_out] == ["C"]
    assert (made.fte, made.allocated, made.average()) == (4, 100, 25)


@pytest.mark.unit
def test_nothing_known_gives_nothing():
    # Given no teams at all, when sums are asked for, then there are none, and no 0 either.
    made = service()
    for value in (made.fte, made.allocated, made.unallocated, made.active, made.average(), made.unweighted_average):
        assert value is None
    for value in (made.excess(), made.headroom(), made.established, made.in_post, made.unallocated_share):
        assert value is None
    assert made.over() == ()


@pytest.mark.unit
def test_children_waiting_for_the_service_only_are_kept_apart():
    # Given 76 for the service of which a team knows ten, when they are asked for, then 66 are without a team.
    made = service(team("A", unallocated=10), team("B"), unallocated=76)
    assert made.unallocated == 76
    assert made.unallocated_by_team == 10
    assert made.unallocated_service_only == 66


@pytest.mark.unit
def test_children_waiting_in_a_team_left_out_are_left_out():
    # Given ten of the 76 in a team that does not count, when they are asked for, then 66 are.
    made = service(team("A"), team("Front Door", unallocated=10, counted=False), unallocated=76)
    assert made.unallocated == 66
    assert made.unallocated_service_only == 66


@pytest.mark.unit
def test_a_service_figure_below_what_the_teams_know_hides_nobody():
    # Given teams that know of more than the service's figure, when it is asked for, then the teams are believed.
    made = service(team("A", unallocated=40), team("B", unallocated=45), unallocated=76)
    assert made.unallocated_service_only == 0
    assert made.unallocated == 85


@pytest.mark.unit
def test_without_any_figure_nobody_knows_who_waits():
    # Given no figure of children waiting, when all children are asked for, then the answer is unknown.
    made = service(team("A"), team("B"))
    assert made.unallocated is None
    assert made.unallocated_service_only is None
    assert made.active is None
    assert made.average(Demand.ALL) is None
    assert not made.unallocated_is_partial


@pytest.mark.unit
def test_who_waits_in_a_team_without_fte_is_not_added_to_the_children_of_the_others():
    # Given Beta without FTE, when all are counted, then its waiting children are in the count and in no average.
    made = service(team("A", 4, 100, unallocated=2), team("Beta", None, 160, unallocated=30), unallocated=40)
    assert (made.unallocated, made.unallocated_of_measured) == (40, 10)
    assert made.children(Demand.ALL) == 110
    assert made.average(Demand.ALL) == Fraction(110, 4)
    assert made.active == 300
    # And where only Beta says who waits, nobody knows it of the others; without its children there is no total.
    alone = service(team("A", 4, 100), team("Beta", None, 160, unallocated=30))
    assert (alone.unallocated, alone.children(Demand.ALL), alone.active) == (30, None, 290)
    assert service(team("A", 4, 100, unallocated=2), team("Beta", 4, None)).active is None


@pytest.mark.unit
def test_a_figure_of_some_teams_is_said_to_be_partial():
    # Given one team of two with a figure, when they are summed, then it is marked as partial.
    made = service(team("A", unallocated=3), team("B"))
    assert made.unallocated == 3
    assert made.unallocated_is_partial
    assert not service(team("A", unallocated=3), team("B"), unallocated=9).unallocated_is_partial


@pytest.mark.unit
def test_bases_and_established_posts_are_those_of_the_counted_teams():
    # Given FTE on two bases, when they are asked for, then both are named; a sum needs every team.
    made = service(
        team("A", fte_basis="in post", established=Fraction(8), in_post=Fraction(7)),
        team("B", fte_basis="case-holding", established=Fraction(9)),
        team("C", fte_basis="in post", established=Fraction(1)),
        team("D", fte=None, fte_basis="established", established=Fraction(2)),
    )
    assert made.fte_bases == ("in post", "case-holding")
    assert made.established == 20
    assert made.in_post is None


@pytest.mark.unit
def test_a_team_is_found_by_its_name():
    # Given teams, when one is asked for by name, then it or nothing comes back.
    made = stockton("february_b")
    assert made.team("South 1").fte == 6
    assert made.team("East 9") is None


@pytest.mark.back
def test_ac03_september():
    # Given the reconstruction of September 2012, when it is summed, then the report's figures come out.
    made = stockton("september", unallocated=0)
    assert (made.allocated, made.fte) == (1194, Fraction(89, 2))
    assert (made.unallocated, made.active, made.unallocated_share) == (0, 1194, 0)


@pytest.mark.back
def test_ac04_february_b():
    # Given reconstruction B, when it is judged, then five teams are over by 282 and North 1 has half a place.
    made = stockton("february_b")
    assert [t.team for t in made.over()] == list(TEAMS[1:])
    assert made.excess() == 282
    assert made.headroom() == Fraction(1, 2)
    assert made.team("North 1").headroom() == Fraction(1, 2)


@pytest.mark.back
def test_ac02_allocated_and_waiting():
    # Given 1,294 allocated and 76 waiting, when they are put together, then 1,370 are active.
    made = stockton("february_b")
    assert (made.allocated, made.unallocated, made.active) == (1294, 76, 1370)
    assert made.unallocated_share == Fraction(76, 1370)
    assert made.unallocated_service_only == 76
    assert made.unallocated_by_team is None


@pytest.mark.back
def test_ac06_averages_alone_give_an_unweighted_mean():
    # Given six published averages without FTE, when the service is asked, then only the unweighted mean is known.
    made = averages_only("february")
    assert made.unweighted_average == Fraction(3215, 100)
    assert made.average() is None
    assert made.fte is None
    assert len(made.over()) == 5


@pytest.mark.functional
@few
@given(services(waiting=True))
def test_the_service_average_lies_between_its_teams(made):
    # Given any service, when it has an average, then it is not beyond its teams' highest and lowest.
    averages = [t.average() for t in made.teams if t.average() is not None]
    if made.average() is not None and not any(t.no_worker for t in made.teams):
        assert min(averages) <= made.average() <= max(averages)


@pytest.mark.functional
@few
@given(services(waiting=True))
def test_waiting_children_are_those_of_teams_and_of_the_service(made):
    # Given any service, when all children are counted, then each is counted once.
    assert made.unallocated == made.unallocated_by_team + made.unallocated_service_only
    assert made.active == made.allocated + made.unallocated_service
    assert sum(t.children(Demand.ALL) for t in made.teams) + made.unallocated_service_only == made.active


@pytest.mark.unit
def test_a_service_without_workers_has_no_average():
    # Given children and no FTE in the whole service, when the average is asked for, then there is none.
    made = one_team(100, fte=0)
    assert made.average() is None
    assert len(made.over()) == 1
