"""Outlooks made for tests: the one whose answer is known, and any small ones hypothesis can think of."""

from __future__ import annotations

import json
from pathlib import Path

from hypothesis import strategies as st

from model.outlook import Case
from model.outlook_assumptions import Assumptions
from model.outlook_process import Approval, Measure, Unit

KNOWN = json.loads((Path(__file__).parent / "outlook_cases.json").read_text("utf-8"))
KNOWN_UNIT = Unit("Service", **KNOWN["start"])
KNOWN_ASSUMPTIONS = Assumptions(**KNOWN["assumptions"])


def case(*units, posts=0, month=12, optimum=25.0, measure=Measure.ALLOCATED, assumptions=None, approved=0):
    """A case with so many posts for the first unit."""
    units = units or (Unit("Service", 1370, 40.5, 44.5),)
    approval = Approval(approved, (posts,) + (0,) * (len(units) - 1))
    return Case(tuple(units), assumptions or Assumptions(), (approval,), measure, optimum, month)


shares = st.floats(0, 1).map(lambda value: round(value, 2))


@st.composite
def assumptions(draw, **given):
    """Assumptions of all kinds; those given stay."""
    drawn = {
        "months_open": draw(st.integers(2, 36)),
        "starts": draw(st.none() | st.integers(0, 60)),
        "growth": draw(st.sampled_from([-0.02, 0.0, 0.01, 0.03])),
        "early_help_cut": draw(st.sampled_from([0.0, 0.0, 0.1, 0.5])),
        "early_help_from": draw(st.integers(0, 12)),
        "screening_cut": draw(st.sampled_from([0.0, 0.0, 0.2])),
        "screening_from": draw(st.integers(0, 12)),
        "lead": draw(st.integers(0, 12)),
        "turnover": draw(st.sampled_from([0.0, 0.1, 0.3, 0.6])),
        "asye_replacing": draw(shares),
        "asye_new": draw(shares),
        "ramp_up": draw(st.sampled_from([0.0, 1.0, 1.0, 1.5])),
        "absence": draw(st.sampled_from([0.0, 0.035, 0.1])),
        "agency_cover": draw(shares),
        "ceiling": draw(st.sampled_from([15.0, 20.0, 30.0, 60.0])),
    }
    return Assumptions(**drawn | given)


@st.composite
def units(draw, most=3):
    """Teams with children, FTE in post (half posts too) and vacancies."""
    found = []
    for number in range(draw(st.integers(1, most))):
        in_post, vacant = draw(st.integers(2, 20)) / 2, draw(st.integers(0, 8)) / 2
        found.append(Unit(f"Team {number}", draw(st.integers(0, 200)), in_post, in_post + vacant))
    return tuple(found)


@st.composite
def approvals(draw, teams):
    """Up to two stages of posts for so many teams."""
    return tuple(
        Approval(draw(st.integers(0, 12)), tuple(draw(st.integers(0, 4)) for _ in range(teams)))
        for _ in range(draw(st.integers(0, 2)))
    )


@st.composite
def situations(draw, **given):
    """Units, assumptions and approvals that go together."""
    teams = draw(units())
    return teams, draw(assumptions(**given)), draw(approvals(len(teams)))
