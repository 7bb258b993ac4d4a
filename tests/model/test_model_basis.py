"""What an answer rests on."""

from dataclasses import replace
from fractions import Fraction

import pytest
from every_row import every_row
from made_services import service, stockton, team

from model.basis import average_label, averages, two_averages, whose_average
from model.caseload import Demand
from model.findings import basis, who_is_counted
from model.posts import of_teams_with_optimum

B = stockton("february_b")


def three(*figures, **more):
    """Three teams by FTE and children."""
    return service(*(team(name, *pair) for name, pair in zip("ABC", figures, strict=True)), **more)


@pytest.mark.unit
@every_row(
    ("made", "demand", "text"),
    [
        (service(team(fte_basis="in post")), Demand.ALLOCATED, "20 February 2013, allocated children, FTE in post"),
        (
            service(team("A", fte_basis="in post"), team("B", fte_basis="established")),
            Demand.ALLOCATED,
            "20 February 2013, allocated children, a mix of FTE in post and established FTE",
        ),
        (
            service(team(fte_basis="established"), as_at=None),
            Demand.ALL,
            "February 2013, allocated children (unallocated not known), established FTE",
        ),
        (
            service(team("A", fte_basis="in post"), team("B", fte=None, average_printed=Fraction(30))),
            Demand.ALLOCATED,
            "20 February 2013, allocated children, FTE in post, some averages as printed",
        ),
        (service(), Demand.ALLOCATED, "20 February 2013, allocated children, no team counted"),
    ],
)
def test_the_basis_names_date_children_and_fte(made, demand, text):
    # Given a service, when its basis is said, then date, children and kind of FTE are in it.
    assert basis(made, demand) == text


@pytest.mark.unit
@every_row(
    ("made", "text"),
    [
        (three((4, 1), (4, 1), (4, 1)), "All three teams are counted."),
        (three((4, 1), (4, 1), (4, 1), whole_service=False), "All three chosen teams are counted."),
        (service(team()), "One team is counted."),
        (service(), "No team is counted."),
        (
            service(*B.teams[:5], team("Front Door", counted=False)),
            "Five of six teams are counted; Front Door is not.",
        ),
        (
            service(team("A"), team("B", counted=False), team("C", counted=False)),
            "One of three teams is counted; B and C are not.",
        ),
        (
            service(team("A"), team("B", fte=None)),
            "Two teams are counted; the figures of B are not known, so it is not in the average.",
        ),
        (
            service(team("A"), team("B", fte=None), team("C", fte=None), team("D", counted=False)),
            "Three of four teams are counted; D is not. The figures of B and C are not known, so they are not in the "
            "average.",
        ),
    ],
)
def test_who_is_counted_is_said(made, text):
    # Given teams that count and teams that do not, when it is said, then those left out are named.
    assert who_is_counted(made) == text


NORTH, SOUTH = team("North", 4, 120), team("South", 5, 130)
MASH = team("MASH", 4, 88, optimum=None, kind="Front door")
OUT = team("Adoption", 3, 30, counted=False, kind="Fostering and adoption", optimum=None)
BLANK = team("East", None, 90)


@pytest.mark.unit
@every_row(
    ("made", "whose", "label"),
    [
        (service(NORTH, SOUTH), "the service averages", "Service average"),
        (service(NORTH, SOUTH, MASH), "the service averages", "Average of all 3 teams"),
        (service(NORTH, SOUTH, OUT), "the counted teams average", "Average of 2 of 3 teams"),
        (service(NORTH, OUT), "the counted team averages", "Average of 1 of 2 teams"),
        (service(NORTH, SOUTH, whole_service=False), "the chosen teams average", "Average of 2 teams"),
        (service(NORTH, whole_service=False), "the chosen team averages", "Average caseload"),
        (service(NORTH, SOUTH, BLANK), "the two teams with known figures average", "Average of 2 of 3 teams"),
        (of_teams_with_optimum(service(NORTH, SOUTH, MASH)), "the fieldwork teams average", "Fieldwork average"),
        (of_teams_with_optimum(service(NORTH, MASH)), "the fieldwork team averages", "Fieldwork average"),
        (of_teams_with_optimum(service(NORTH, SOUTH, MASH, OUT)), "the fieldwork teams average", "Fieldwork average"),
        (
            of_teams_with_optimum(service(NORTH, SOUTH, BLANK, MASH)),
            "the two fieldwork teams with known figures average",
            "Average of 2 of 4 teams",
        ),
        (
            of_teams_with_optimum(service(NORTH, team("Duty", 4, 70, kind="Front door"), MASH)),
            "the teams with an optimum average",
            "Average of 2 of 3 teams",
        ),
        (
            of_teams_with_optimum(service(NORTH, team("Locality", 4, 70, optimum=None), MASH)),
            "the team with an optimum averages",
            "Average of 1 of 3 teams",
        ),
        (
            of_teams_with_optimum(service(NORTH, SOUTH, MASH, whole_service=False)),
            "the chosen fieldwork teams average",
            "Average of 2 teams",
        ),
    ],
)
def test_whose_average_it_is(made, whose, label):
    # Given teams left out for one reason or another, when it is said whose average it is, then it is the service's
    # only where every team is in it
    assert averages(made) == whose
    assert whose.startswith(whose_average(made))
    assert average_label(made) == label


@pytest.mark.unit
def test_a_team_with_an_optimum_and_no_fte_is_not_said_to_be_in_the_answer():
    # Given two teams with an optimum, one of them without FTE, and one that has no optimum
    asked = of_teams_with_optimum(service(NORTH, replace(SOUTH, fte=None), MASH))
    # Then only the one that is in the answer is said to be in it
    assert who_is_counted(asked).startswith(
        f"Two of three teams have an optimum and one of these is in this answer; MASH has none. The figures "
        f"of {SOUTH.team} are not known"
    )


@pytest.mark.unit
def test_who_lacks_an_optimum_is_not_called_uncounted():
    asked = of_teams_with_optimum(service(NORTH, SOUTH, MASH, OUT))
    assert who_is_counted(asked) == (
        "Two of four teams have an optimum and are in this answer; MASH has none; Adoption is not counted."
    )


@pytest.mark.unit
def test_the_two_averages_stand_in_one_sentence():
    # Given a front door that counts and has no optimum: 338 / 13 of all, 250 / 9 of fieldwork
    waiting = [team(t.team, t.fte, t.allocated, t.optimum, kind=t.kind, unallocated=2) for t in (NORTH, SOUTH, MASH)]
    every = service(*waiting)
    assert two_averages(every, of_teams_with_optimum(every)) == (
        "The average of 26.0 is of all three teams. Against 25 only the fieldwork teams are measured: they average "
        "27.8, and 4 of the 6 children who wait are theirs."
    )
    # When nobody waits elsewhere, then it says all of them
    nobody = team(MASH.team, MASH.fte, MASH.allocated, MASH.optimum, kind=MASH.kind, unallocated=0)
    of_theirs = service(*waiting[:2], nobody)
    assert two_averages(of_theirs, of_teams_with_optimum(of_theirs)).endswith("and all 4 children who wait are theirs.")
    # When the waiting are known for the service only, then nobody says whose they are
    alone = service(NORTH, SOUTH, MASH, unallocated=9)
    assert two_averages(alone, of_teams_with_optimum(alone)).endswith("they average 27.8.")
    # And where all teams have an optimum there is one average
    assert two_averages(service(NORTH, SOUTH), of_teams_with_optimum(service(NORTH, SOUTH))) == ""


@pytest.mark.unit
def test_children_known_to_wait_are_not_said_to_be_all_who_wait():
    # Given a team that waits for an optimum, and one of which nobody knows who waits
    def told(waiting, more=None):
        teams = [
            team("A", 5, 130, unallocated=waiting),
            team("Door", 5, 60, optimum=None, unallocated=more, kind="Front door"),
        ]
        every = service(*teams)
        return two_averages(every, of_teams_with_optimum(every))

    assert told(3).endswith(", and all 3 children known to wait are its own.")
    assert told(3, 4).endswith(", and 3 of the 7 children who wait are its own.")
    # And one child is one child
    assert told(1).endswith(", and the one child known to wait is its own.")
    assert told(0, 1).endswith(", and the one child who waits is not its own.")
