"""What a head of service would say aloud of the month."""

from dataclasses import replace

import pytest
from every_row import every_row
from made_services import averages_only, service, stockton, team

from model import posts_findings
from model.findings import (
    basis,
    caseload_title,
    overview,
    who_is_counted,
)
from model.posts import of_teams_with_optimum

EACH = "children per social worker"
B = stockton("february_b")


def three(*figures, **more):
    """Three teams by FTE and children."""
    return service(*(team(name, *pair) for name, pair in zip("ABC", figures, strict=True)), **more)


@pytest.mark.back
def test_the_finding_of_february():
    # Given reconstruction B, when its finding is said, then it is the one of the report's table.
    assert overview(B) == "Five of six teams are over 25; South 1 carries 35.7 children per social worker."
    assert caseload_title(B) == ("South 1 carries most, 35.7 children per social worker; the service average is 32.0.")
    assert basis(B) == "20 February 2013, allocated children, case-holding FTE"
    assert who_is_counted(B) == "All six teams are counted."


@pytest.mark.unit
@every_row(
    ("made", "text"),
    [
        (three((4, 120), (4, 110), (4, 90)), f"Two of three teams are over 25; A carries 30.0 {EACH}."),
        (three((4, 120), (4, 110), (4, 104)), f"All three teams are over 25; A carries 30.0 {EACH}."),
        (three((4, 90), (4, 100), (4, 80)), f"No team is over 25; B is highest at 25.0 {EACH}."),
        (three((4, 120), (8, 240), (4, 90)), "Two of three teams are over 25, A and B highest at 30.0."),
        (three((4, 120), (4, 90), (4, 90)), f"One of three teams is over 25; A carries 30.0 {EACH}."),
        (three((0, 120), (4, 110), (4, 90)), "A has 120 children and no social worker in post."),
        (three((0, 120), (0, 1), (4, 90)), "A and B have 121 children and no social worker in post."),
        (
            three((4, 120), (None, 110), (4, 90)),
            "One of two teams with known figures is over 25, A highest at 30.0.",
        ),
        (three((None, 1), (None, 1), (None, 1)), "No caseload is known for February 2013."),
        (three((0, 0), (0, 0), (0, 0)), "No caseload is known for February 2013."),
        (service(team("A", 4, 120), team("B", 4, 110)), f"Both teams are over 25; A carries 30.0 {EACH}."),
        (averages_only("february"), f"Five of six teams are over 25; South 1 carries 35.7 {EACH}."),
        (service(), "No team is in the figures of 20 February 2013."),
        (service(whole_service=False, absent=("North 1",)), "North 1 has no figures in February 2013."),
        (service(team(counted=False)), "No team is counted: the settings leave out every one."),
        (
            service(team("A", optimum=None), team("B", optimum=None)),
            "No optimum is set for these teams, so none is over it.",
        ),
        (
            service(team("A", 4, 120), team("B", 4, 120, optimum=20), team("C", 4, 90)),
            "Two of three teams are over their optimum, B furthest at 30.0.",
        ),
        (
            # 4.0 above an optimum of 20 is a greater part of it, 4.1 above 25 are more children.
            service(team("A", 5, 120, optimum=20), team("B", "5.5", 160)),
            "Both teams are over their optimum, B furthest at 29.1.",
        ),
        (
            # As far above the one as above the other: the higher figure, and of no team but its own.
            service(team("A", 4, 120, optimum=20), team("B", 4, 140)),
            "Both teams are over their optimum, B furthest at 35.0.",
        ),
        (
            service(team("A", 4, 90), team("B", 4, 70, optimum=20)),
            "No team is over its optimum, A closest at 22.5.",
        ),
        (
            service(team("A", 4, 120), team("B", 4, 120, optimum=None), team("C", 4, 90)),
            "One of two teams with an optimum is over 25, A furthest at 30.0.",
        ),
    ],
)
def test_the_overview_says_who_is_over(made, text):
    # Given a service, when its finding is said, then it is the sentence a head of service would say.
    assert overview(made) == text


@pytest.mark.unit
@every_row(
    ("fte", "children", "text"),
    [
        (4, 120, "North 1 carries 30.0 children per social worker, above the optimum of 25."),
        (4, 90, "North 1 carries 22.5 children per social worker, below the optimum of 25."),
        (4, 100, "North 1 carries 25.0 children per social worker, at the optimum of 25."),
        (40, 1001, "North 1 carries 25.0 children per social worker, just above the optimum of 25."),
        (40, 999, "North 1 carries 25.0 children per social worker, just below the optimum of 25."),
        (0, 30, "North 1 has 30 children and no social worker in post."),
        (0, 0, "North 1 has no children and no social worker."),
    ],
)
def test_a_single_team_is_set_against_its_optimum(fte, children, text):
    # Given one team only, when its finding is said, then it stands against the optimum.
    assert overview(service(team(fte=fte, allocated=children))) == text


@pytest.mark.unit
@every_row(
    ("made", "text"),
    [
        (averages_only("february"), f"South 1 carries most, 35.7 {EACH}; the teams’ unweighted mean is 32.2."),
        (three((0, 9), (4, 110), (4, 90)), f"B carries most, 27.5 {EACH}; A has no social worker."),
        (three((4, 110), (4, 110), (4, 90)), f"A and B carry most, 27.5 {EACH}; the service average is 25.8."),
        (three((4, 110), (4, 110), (4, 110)), f"Three teams carry most, 27.5 {EACH}; the service average is 27.5."),
        (
            three((4, 110), (4, 90), (4, 90), whole_service=False),
            f"A carries most, 27.5 {EACH}; the chosen teams average 24.2.",
        ),
        (service(team()), "North 1 carries 24.9 children per social worker, below the optimum of 25."),
        (service(team(optimum=None)), "North 1 carries 24.9 children per social worker."),
        (service(), "No team is in the figures of 20 February 2013."),
    ],
)
def test_the_caseload_title_names_the_highest(made, text):
    # Given a service, when its chart is titled, then the highest stands against the average, unweighted if it is.
    assert caseload_title(made) == text


@pytest.mark.unit
def test_a_title_says_among_whom_where_a_team_without_an_optimum_carries_more():
    # Given a team that has no optimum and is above the others, then who carries most is said of the others only
    ours, other = team("Fenwick", 5, 95), team("Leaving Care", 4, 94, optimum=None, kind="leaving care")
    asked = of_teams_with_optimum(service(ours, team("Hill", 5, 90), other))
    assert caseload_title(asked, beside_average=False) == (
        "Fenwick carries most of the fieldwork teams, 19.0 children per social worker."
    )
    # And where it is below them, nothing has to be added
    below = of_teams_with_optimum(service(ours, team("Hill", 5, 90), replace(other, allocated=40)))
    assert caseload_title(below, beside_average=False) == "Fenwick carries most, 19.0 children per social worker."


@pytest.mark.unit
def test_of_teams_that_are_shown_alike_only_those_over_the_optimum_are_said_to_be():
    # Given three teams that are shown with 25.0, one of which is over 25
    tied = [team("P", 25, 624), team("Q", 10, 250), team("R", 25, 626)]
    made = service(*tied)
    # Then title, overview and what is left say the same of it
    assert caseload_title(made) == "R carries most, 25.0, just over 25; the service average is 25.0."
    assert overview(made) == "One of three teams is just over 25; R carries 25.0 children per social worker."
    assert (
        posts_findings.unsolved(made, made)[0]
        == "One team is over 25: R at 25.0 (just above), 1 child more than the optimum."
    )
    # And where none is over, or more by what is shown, the tie and the figure are said as they are shown
    assert caseload_title(service(*tied[:2])) == (
        "P and Q carry most, 25.0 children per social worker; the service average is 25.0."
    )
    assert overview(service(*tied, team("S", 10, 251))).startswith("Two of four teams are over 25")
