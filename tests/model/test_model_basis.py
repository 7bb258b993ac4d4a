"""What an answer rests on."""

from fractions import Fraction

import pytest
from made_services import service, stockton, team

from model.caseload import Demand
from model.findings import (
    basis,
    who_is_counted,
)

B = stockton("february_b")


def three(*figures, **more):
    """Three teams by FTE and children."""
    return service(*(team(name, *pair) for name, pair in zip("ABC", figures, strict=True)), **more)


@pytest.mark.unit
@pytest.mark.parametrize(
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
@pytest.mark.parametrize(
    ("made", "text"),
    [
        (three((4, 1), (4, 1), (4, 1)), "All three teams are counted."),
        (three((4, 1), (4, 1), (4, 1), whole_service=False), "All three chosen teams are counted."),
        (service(team()), "One team is counted."),
        (service(), "No team is counted."),
        (
            service(*B.teams[:5], team("Front Door", counted=False)),
            "Five of six teams are counted; Front Door is left out.",
        ),
        (
            service(team("A"), team("B", counted=False), team("C", counted=False)),
            "One of three teams is counted; B and C are left out.",
        ),
        (
            service(team("A"), team("B", fte=None)),
            "Both teams are counted. The service average leaves out B: its figures are not known.",
        ),
    ],
)
def test_who_is_counted_is_said(made, text):
    # Given teams that count and teams that do not, when it is said, then those left out are named.
    assert who_is_counted(made) == text
