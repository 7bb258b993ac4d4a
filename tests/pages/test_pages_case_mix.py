"""Cases weighed by type: nothing changes until somebody sets a weight, with its source."""

from __future__ import annotations

import pytest
from screen import Screen

from model.case_types import CASE_TYPES

pytestmark = pytest.mark.functional

HEADS = "Team,Case-holding FTE,Children allocated,CIN,CP,LAC"
TWO = ["North,5,120,60,60,", "South,5,130,100,20,10"]
KEEP = "keep_weights"


def typed(**weights: str) -> dict[str, str]:
    return {f"weight_{name}": weights.get(name, "1") for name in CASE_TYPES}


def test_weights_change_who_carries_most_and_nothing_else(kept):
    # Given a council whose file gives children by type
    kept("\n".join([HEADS, *TWO]).encode(), "Feb 2013.csv")
    screen = Screen("caseloads", show="By type of case")
    assert "Child protection, court or looked after: 50% in North, 23% in South" in screen.text
    # When a weight is typed without a source, then it is asked for; with one it is kept
    methods = Screen("methods").submit(KEEP, **typed(child_protection="1.5"))
    assert "Type where these weights are from" in methods.text
    methods.submit(KEEP, **typed(child_protection="1.5"), weights_source="Our workload study")
    # Then points stand beside children, with the source, and the optimum restated
    screen = Screen("caseloads", show="By type of case")
    assert "North carries most by points, 30.0; by children South does" in screen.text
    assert "25 children for each social worker are 29 points" in screen.text
    assert "Our workload study" in screen.text
    assert "In points, allocated children weighed by type" in screen.go("posts").text
    # And pages that count children one by one say so, with the optimum in points
    for page in ("overview", "outlook", "teams"):
        text = screen.go(page).text
        assert "Children are counted here one by one" in text, page
        assert "25 children for each social worker are 29 points" in text, page


def test_figures_without_types_say_what_would_be_needed(kept):
    kept(b"Team,Case-holding FTE,Children allocated\nNorth,5,120", "Feb 2013.csv")
    screen = Screen("caseloads", show="By type of case")
    assert "do not give children by type of case" in screen.text
    assert "In points" not in screen.go("posts").text
    assert "one by one" not in screen.go("overview").text
