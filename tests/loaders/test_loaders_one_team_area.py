"""An area's subtotal where the area has one team only."""

from __future__ import annotations

import pytest
from loading import load_text

pytestmark = pytest.mark.unit

HEAD = "Month,Area,Team,FTE in post,Children allocated,Children waiting\n"
NORTH = "Feb-2013,North,Ash,4,57,1\nFeb-2013,North,Beech,3,50,2\nFeb-2013,North,North,7,107,3\n"


def names(text: str) -> list[str]:
    return load_text(HEAD + text).tables["team_caseload"]["team"].tolist()


def test_the_sum_of_an_areas_only_team_is_no_team():
    # Given an area of two teams and one of a single team, each with a row of its sum named like the area
    assert names(NORTH + "Feb-2013,South,Cedar,4,61,0\nFeb-2013,South,South,4,61,0\n") == ["Ash", "Beech", "Cedar"]


def test_a_team_named_like_its_area_with_figures_of_its_own_stays():
    assert names(NORTH + "Feb-2013,South,Cedar,4,61,0\nFeb-2013,South,South,5,80,1\n")[-2:] == ["Cedar", "South"]
