"""What the optimum is and is not."""

from __future__ import annotations

import pytest

from model.england import ENGLAND_AVERAGE_CASELOAD, HIGHEST_COUNCIL_AVERAGE
from model.planning_figure import OWN, planning_figure

pytestmark = pytest.mark.unit


def test_25_is_said_to_be_no_norm_with_source_and_year():
    assert planning_figure(25, OWN) == (
        "25 is this service’s own planning figure. No English council has averaged as many since 2022 (highest in "
        "2025: 20.9, all kinds of team; Department for Education)."
    )


@pytest.mark.parametrize("optimum", [18, 21, 24.9])
def test_nothing_is_claimed_of_a_lower_figure(optimum):
    # Given an optimum of which nobody has published that no council reached it
    assert "No English council" not in planning_figure(optimum, OWN)
    assert "in 2025: 20.9" in planning_figure(optimum, OWN)


def test_the_highest_council_is_above_england_in_the_same_year():
    for year, highest in HIGHEST_COUNCIL_AVERAGE.items():
        assert highest > ENGLAND_AVERAGE_CASELOAD[year]
