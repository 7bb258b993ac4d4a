"""How many people one manager supervises, and how many managers that takes."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_services import CASES, every_placement, few, service, stockton, team

from model.assumptions import Settings
from model.exact import shown
from model.posts import Objective, place, with_posts
from model.span import (
    capacity,
    further_managers,
    managers_needed,
    reports_per_team_manager,
    span_of_control,
    staff_per_manager,
)


@pytest.mark.back
@pytest.mark.parametrize("row", CASES["span_of_control"], ids=lambda row: f"{row['sw']} in {row['teams']}")
def test_staff_per_manager_and_teams_needed(row):
    # Given social workers in teams, when they are shared among managers, then it is as worked out.
    each = staff_per_manager(row["sw"], row["teams"])
    assert float(each) == pytest.approx(row["staff_per_manager"], abs=1e-12)
    assert (each <= Settings().staff_per_manager) == row["within_10"]
    assert managers_needed(row["sw"], Settings()) == row["min_teams"]
    assert further_managers(row["sw"], row["teams"], Settings()) == row["min_teams"] - row["teams"]


@pytest.mark.back
@pytest.mark.parametrize("size", [Fraction(1), Fraction(1, 2)], ids=["whole posts", "half posts"])
@pytest.mark.parametrize("which", ["february_a", "february_b"])
def test_ac17_no_placement_inside_the_span_reaches_25(which, size):
    # Given February's six teams, whose children are more than six teams of eight hold at 25
    made = stockton(which)
    assert capacity(len(made.teams), 8, made.optimum) == 1200 < made.children()
    for objective in Objective:
        # When as many posts are placed as go in, at most eight in a team
        best = place(made, 20, objective, post_fte=size, max_fte_per_team=8)
        full = with_posts(made, best.added, size)
        # Then some are left, no further one goes into any team, and the average of the service is above 25
        assert best.unplaced > 0
        assert all(each.fte <= 8 < each.fte + size for each in full.teams)
        assert full.average() > made.optimum
    # And so it is with each of all the placements that there are
    for number in range(20 - best.unplaced + 1):
        for added in every_placement(made, number, size, cap=8):
            after = with_posts(made, dict(zip(best.added, added, strict=True)), size)
            assert after.average() > made.optimum


@pytest.mark.back
def test_ac18_the_limit_of_ten():
    # Given 55 and 48 social workers in six teams, when they are supervised, then one is over the limit and one at it.
    assert shown(staff_per_manager(55, 6)) == "11.2"
    assert staff_per_manager(48, 6) == Settings().staff_per_manager


@pytest.mark.back
@pytest.mark.parametrize(
    ("workers", "deputies", "family", "managers", "reports"), [(10, 1, 1, 1, 12), (15, 2, 1, 1, 18), (14, 2, 2, 2, 9)]
)
def test_ac19_reports_to_a_team_manager(workers, deputies, family, managers, reports):
    # Given the referral team now, with agency and as proposed, when reports are counted, then they are as printed.
    assert reports_per_team_manager(workers, deputies, family, managers) == reports


@pytest.mark.unit
def test_without_teams_or_managers_there_is_no_span():
    # Given no team or no manager, when staff are shared, then that is refused.
    with pytest.raises(ValueError, match="at least one team"):
        staff_per_manager(8, 0)
    with pytest.raises(ValueError, match="at least one Team Manager"):
        reports_per_team_manager(8, 1, 1, 0)


@pytest.mark.unit
def test_the_span_of_a_service_is_of_people():
    # Given teams by headcount, when two more join the larger, then a manager more is needed and the team is named.
    made = service(team("A", headcount=8), team("B", headcount=8), team("C", headcount=99, counted=False))
    span = span_of_control(made, Settings())
    assert (span.social_workers, span.teams, span.staff_per_manager, span.within) == (16, 2, 10, True)
    assert (span.managers_needed, span.further_managers, span.teams_above) == (2, 0, ())
    # When
    fuller = span_of_control(with_posts(made, {"A": 1}), Settings())
    # Then
    assert (fuller.staff_per_manager, fuller.within) == (Fraction(21, 2), False)
    assert (fuller.managers_needed, fuller.further_managers, fuller.teams_above) == (3, 1, ("A",))


@pytest.mark.unit
def test_people_are_never_inferred_from_fte():
    # Given a team without headcount, when the span is asked for, then it is unknown.
    assert span_of_control(service(team("A", headcount=8), team("B")), Settings()) is None
    assert span_of_control(service(), Settings()) is None


@pytest.mark.functional
@few
@given(st.integers(0, 200), st.integers(1, 30), st.integers(3, 15))
def test_with_enough_managers_nobody_supervises_too_many(workers, teams, most):
    # Given any service, when the further managers have a team each, then the limit is kept, and not with one fewer.
    settings = Settings(staff_per_manager=most)
    enough = teams + further_managers(workers, teams, settings)
    assert staff_per_manager(workers, enough) <= most
    if enough > teams:
        assert staff_per_manager(workers, enough - 1) > most
