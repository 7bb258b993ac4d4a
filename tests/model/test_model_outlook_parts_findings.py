"""What the steps of the outlook are called, which is named first, and why one makes nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest
from made_outlooks import case

from model.outlook_assumptions import Assumptions
from model.outlook_parts import parts
from model.outlook_parts_findings import noughts, parts_title
from model.outlook_process import Measure

pytestmark = pytest.mark.unit


def test_the_largest_steps_are_named():
    found = {"demand": 0.0, "leavers": 0.67, "recruitment": -4.1, "posts": -0.5, "ramp-up": 0.0, "agency": 0.0}
    assert parts_title(found) == "Vacancies filled take 4.1 off the average; leavers add 0.7"
    assert parts_title(found | {"leavers": 0.01}) == "Vacancies filled take 4.1 off the average"
    assert parts_title(dict.fromkeys(found, 0.0) | {"demand": 2.0}) == "More children add 2.0 to the average"
    assert parts_title(dict.fromkeys(found, 0.0)) == "Nothing moves the average from where it is"


def test_whoever_is_left_waiting_is_in_the_title():
    found = {
        "demand": 5.0,
        "leavers": 0.7,
        "recruitment": -4.1,
        "posts": -0.5,
        "ramp-up": 0.0,
        "agency": 0.0,
        "waiting": -1.6,
    }
    assert parts_title(found) == "Vacancies filled take 4.1 off, more children add 5.0, more left waiting take 1.6 off"
    # And where the average stands still only because they wait, that is what the title says
    still = dict.fromkeys(found, 0.0)
    assert parts_title(still | {"demand": 5.0, "waiting": -5.0}) == (
        "More children add 5.0 to the average; more left waiting take 5.0 off"
    )
    assert parts_title(still | {"waiting": 1.9}) == "Fewer left waiting add 1.9"


def why_nought(asked):
    return noughts(asked, parts(asked), parts(replace(asked, measure=Measure.EFFECTIVE)), "February 2014")


def test_a_step_that_makes_nothing_says_why():
    # Given as many who start as close, and an average that counts a new worker as a whole one
    said = why_nought(case(posts=6, month=9, assumptions=Assumptions(agency_cover=0.0)))
    assert said.startswith("Steps of 0.0: number of children, as about as many start as close; smaller first")
    assert "caseloads, as an average counts a new worker like any other (for each effective worker it adds 0.8)" in said
    assert said.endswith("agency workers, as no cover of vacancies is assumed.")
    # And where posts come too late, or nobody leaves, that is the reason
    late = why_nought(case(posts=6, month=3, assumptions=Assumptions(turnover=0.0, growth=0.02, agency_cover=0.0)))
    assert "leavers, as nobody leaves" in late
    assert "posts added, as hardly any is filled up to February 2014: recruitment takes four months" in late
    assert "posts added, as none is approved" in why_nought(case())
    assert "smaller first caseloads, as hardly anybody in post is new in February 2014" in late
    # And where recruitment takes no time, it is not given as the reason
    at_once = Assumptions(turnover=0.0, lead=0, agency_cover=0.0)
    assert "posts added, as hardly any is filled up to February 2014." in why_nought(
        case(posts=6, month=3, approved=5, assumptions=at_once)
    ).replace(";", ".")


def test_where_every_step_makes_some_nothing_is_explained():
    asked = case(posts=6, month=9, measure=Measure.EFFECTIVE, assumptions=Assumptions(growth=0.02))
    assert why_nought(asked) == ""
