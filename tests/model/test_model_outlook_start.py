"""Where the outlook starts: the figures as they are, and nothing made up where they are silent."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from made_services import few, service, services, stockton, team

from model.outlook_assumptions import Assumptions
from model.outlook_expected import expected
from model.outlook_futures import simulate
from model.outlook_process import Approval, Measure
from model.outlook_start import at_their_limit, read_from, service_unit, start_of, team_units, usual_ceiling


def full(name="A", children=150, waiting=0, established=7.5, in_post=6.0, case_holding=6.5, **more):
    """A team with all three kinds of FTE."""
    numbers = {"established": established, "in_post": in_post, "case_holding": case_holding}
    exact = {key: None if value is None else Fraction(value) for key, value in numbers.items()}
    return team(name, case_holding, children, unallocated=waiting, fte_basis="case-holding", **exact, **more)


@pytest.mark.unit
def test_the_start_is_what_was_counted():
    # Given a team with 1.5 vacant posts of which agency covers half a post
    start = start_of(service(full(waiting=4)))
    assert (start.children, start.waiting, start.fte) == (154, 4, Fraction("6.5"))
    assert (start.vacant, start.agency) == (Fraction("1.5"), Fraction("0.5"))
    # When it becomes a unit, then FTE in post and agency come to what was counted
    assumed, source = read_from(start)
    assert assumed.agency_cover == pytest.approx(1 / 3)
    assert source["agency_cover"] == "Read from the figures of 20 February 2013: 0.5 FTE agency, of 1.5 FTE vacant"
    unit = service_unit(start, assumed)
    assert (unit.children, unit.in_post, unit.established) == (154, 6.0, 7.5)


@pytest.mark.back
def test_month_0_of_the_report_is_the_reports():
    # Given reconstruction B: 1,294 allocated at 40.5 FTE and 76 who wait, more than a ceiling of 30 allows
    start = start_of(stockton("february_b"))
    assumed, source = read_from(start)
    course = expected([service_unit(start, assumed)], assumed, months=0)
    # Then the model's month 0 has the same average and the same waiting, because it takes what is carried now
    assert course.value(Measure.ALLOCATED)[0, 0] == pytest.approx(1294 / 40.5)
    assert course.unallocated[0, 0] == 76
    assert assumed.ceiling == pytest.approx(1294 / (0.965 * 40.5))
    assert source["ceiling"].startswith(
        "76 children wait on 20 February 2013, so workers are taken to be at their limit: 33.1 each now"
    )


@pytest.mark.unit
def test_children_who_wait_now_still_wait_at_month_0_though_workers_carry_few():
    # Given 150 and 120 children at 6.5 and 6 FTE, nine of 279 waiting, all below a ceiling of 30
    start = start_of(service(full("A", 150, waiting=9), full("B", 120, established=6, in_post=6, case_holding=6)))
    assumed, source = read_from(start)
    # When the outlook starts, then line and teams are those that were counted, and those who wait go on waiting
    whole = expected([service_unit(start, assumed)], assumed, months=0)
    teams = expected(team_units(start, assumed), assumed, months=0)
    assert whole.unallocated[0, 0] == 9
    assert whole.value(Measure.ALLOCATED)[0, 0] == pytest.approx(270 / 12.5)
    assert teams.unallocated[0].tolist() == [9, 0]
    assert teams.value(Measure.ALLOCATED)[0] == pytest.approx([150 / 6.5, 20])
    assert source["ceiling"].startswith(
        "Nine children wait on 20 February 2013, so workers are taken to be at their limit: 22.4 each now"
    )
    # And who types a ceiling is given it, from month 1 on
    typed = expected([service_unit(start, assumed)], assumed.with_values(ceiling=30.0), months=1)
    assert typed.unallocated[:, 0].tolist() == [9, 0]


@pytest.mark.functional
@pytest.mark.parametrize("typed", [{"ceiling": 20.0}, {"ceiling": 45.0}, {"agency_cover": 0.9}, {"absence": 0.2}])
def test_month_0_is_what_the_file_says_whatever_is_typed(typed):
    # Given reconstruction B with a vacant post in each team, and an assumption typed over
    start = start_of(stockton("february_b"))
    assumed = read_from(start)[0].with_values(**typed)
    units = (service_unit(start, assumed, 6.0), *team_units(start, assumed, 6.0))
    approved = [Approval(0, (2,) * 7)]
    # When the months ahead are worked out, expected or simulated, then both begin with the children and FTE counted
    simulated = simulate(units, assumed, approved, months=1, futures=50)
    for course in (expected(units, assumed, approved, months=1), simulated):
        now = course.value(Measure.ALLOCATED)[0].reshape(7, -1)
        counted = [1294 / 40.5, *(team.allocated / float(team.fte) for team in start.teams)]
        assert now == pytest.approx(np.repeat(np.array(counted)[:, None], now.shape[1], axis=1))
        assert (course.unallocated[0].reshape(7, -1).T == [76, 0, 0, 0, 0, 0, 0]).all()


@pytest.mark.functional
def test_a_ceiling_that_is_typed_holds_for_every_team_from_month_1_on():
    # Given six teams of which five carry more than 25 children for a worker, when 25 is typed as the most
    start = start_of(stockton("february_b"))
    assumed = read_from(start)[0].with_values(ceiling=25.0)
    course = expected(team_units(start, assumed), assumed, months=12)
    # Then no team is given more for each effective worker, and who is above it waits
    given = (course.children - course.unallocated)[1:] / course.effective[1:]
    assert (given <= 25 + 1e-6).all()
    assert (course.unallocated[1, 1:] > 30).all()


@pytest.mark.unit
@pytest.mark.parametrize(("waiting", "ceiling"), [(1, 30), (2, 98 / 6.5 / 0.965), (None, 30)])
def test_two_in_a_hundred_who_wait_are_a_queue(waiting, ceiling):
    start = start_of(service(full(children=100 - (waiting or 0), waiting=waiting)))
    assert read_from(start)[0].ceiling == pytest.approx(ceiling)


@pytest.mark.unit
def test_what_the_figures_do_not_say_is_not_made_up():
    # Given a team whose established posts and waiting children are not known
    start = start_of(service(team("A", 6.5, 150)))
    assert (start.waiting, start.vacant, start.agency) == (None, None, None)
    assumed, source = read_from(start)
    assert assumed == Assumptions(agency_cover=0.0)
    assert "do not say whether posts are vacant: no cover is assumed" in source["agency_cover"]
    # Then nothing is vacant until somebody types it, and the FTE counted stays what it was
    assert service_unit(start, assumed).vacant == 0
    typed = service_unit(start, assumed, 2.0)
    assert (typed.in_post, typed.vacant) == (6.5, 2.0)
    # And the first month is as it was counted, however many posts are approved in it
    for posts in (0, 3, 12):
        course = expected([service_unit(start, assumed)], assumed, [Approval(0, (posts,))], months=0)
        assert course.value(Measure.ALLOCATED)[0, 0] == pytest.approx(150 / 6.5)


@pytest.mark.unit
def test_agency_that_is_not_told_apart_is_not_counted_twice():
    # Given established posts beside a case-holding FTE that has agency in it
    start = start_of(service(full(in_post=None)))
    assumed, source = read_from(start)
    assert (start.vacant, start.agency, assumed.agency_cover) == (1, None, 0)
    assert "do not tell agency workers apart" in source["agency_cover"]


@pytest.mark.unit
def test_established_fte_alone_says_nothing_of_vacancies():
    start = start_of(service(team("A", 6.5, 150, fte_basis="established", established=Fraction("6.5"))))
    assert start.vacant is None


@pytest.mark.unit
def test_teams_start_from_their_own_figures():
    # Given two teams, one of which carries more than the ceiling already
    start = start_of(service(full("A", 150), full("B", 230, established=6.5, in_post=6.5)))
    assumed, _ = read_from(start)
    a, b = team_units(start, assumed)
    assert (a.name, a.children, a.in_post, a.established) == ("A", 150, 6.0, 7.5)
    assert (b.in_post, b.established) == (6.5, 6.5)
    # Then nobody is put out on the first day: what a team carries it goes on carrying
    course = expected([a, b], assumed, months=0)
    assert course.unallocated[0].tolist() == [0, 0]
    # And vacancies that somebody types are shared as those in the figures
    assert [unit.vacant for unit in team_units(start, assumed, 3.0)] == [3.0, 0.0]


@pytest.mark.unit
@pytest.mark.parametrize(
    "silent", [service(), service(team("A", None, 150)), service(team("A", 0, 150)), service(team(optimum=None))]
)
def test_without_fte_children_or_an_optimum_there_is_no_outlook(silent):
    assert start_of(silent) is None


@pytest.mark.unit
def test_teams_with_optima_of_their_own_are_held_against_them_by_their_size():
    # Given 9 FTE at 25 and 3 FTE at 18, then the service as one is held against 23.25, and not against 23.3
    start = start_of(service(team("A", 9, 200, optimum=25), team("B", 3, 60, optimum=18)))
    assert start.optimum == Fraction("23.25")
    # And an optimum that all share is the one they share, to its last digit
    shared = start_of(service(team("A", 9, 200, optimum="24.25"), team("B", 3, 60, optimum="24.25")))
    assert shared.optimum == Fraction("24.25")


@pytest.mark.functional
@few
@given(services(waiting=True, least_fte=5), st.sampled_from([0.0, 0.035, 0.2]))
def test_where_children_wait_month_0_is_as_counted_whatever_the_absence(month, absence):
    start = start_of(month)
    assume(at_their_limit(start) and start.allocated > start.fte)
    ceiling = usual_ceiling(start, absence)
    assume(ceiling <= 200)
    assumed = read_from(start)[0].with_values(absence=absence, ceiling=ceiling)
    whole = expected([service_unit(start, assumed)], assumed, months=0)
    assert whole.unallocated[0, 0] == pytest.approx(start.waiting)
    assert whole.value(Measure.ALLOCATED)[0, 0] == pytest.approx(float(start.allocated / start.fte))
    teams = expected(team_units(start, assumed), assumed, months=0)
    for team_month, waits in zip(start.teams, teams.unallocated[0], strict=True):
        assert waits == pytest.approx(team_month.unallocated if team_month.allocated else waits)


@pytest.mark.functional
@few
@given(services(waiting=True, least_fte=1))
def test_teams_add_up_to_the_service(month):
    start = start_of(month)
    assumed, _ = read_from(start)
    whole, teams = service_unit(start, assumed), team_units(start, assumed)
    apart = month.unallocated_service_only or 0
    assert sum(unit.children for unit in teams) + apart == whole.children
    assert sum(unit.in_post for unit in teams) == pytest.approx(whole.in_post)
    assert sum(unit.established for unit in teams) == pytest.approx(whole.established)
