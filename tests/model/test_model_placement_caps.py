"""Limits on FTE and on people together: exact under every objective, whichever children are counted."""

from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_services import load, post_sizes, services

from model.caseload import Demand
from model.exact import exact
from model.objective import Objective
from model.placement import place
from model.posts import with_posts


@st.composite
def staffed(draw):
    """A small service whose teams know how many people they have."""
    made = draw(services(most_teams=3, shared_optimum=False, waiting=True))
    return replace(made, teams=tuple(replace(each, headcount=draw(st.integers(0, 6))) for each in made.teams))


def within(made, posts, size, cap, people):
    """All placements within the limits of as many posts as fit, by brute force; a team above stays as it is."""
    fit = [
        added
        for added in product(range(posts + 1), repeat=len(made.teams))
        if sum(added) <= posts
        and all(
            not n or ((cap is None or t.fte + n * exact(size) <= cap) and t.headcount + n <= people)
            for t, n in zip(made.teams, added, strict=True)
        )
    ]
    most = max(map(sum, fit))
    return [added for added in fit if sum(added) == most]


def worth(made, added, size, objective, demand):
    """What the objective makes of the placement: less is better."""
    after = with_posts(made, dict(zip([each.team for each in made.teams], added, strict=True)), size)
    loads = [load(each, demand=demand) for each in after.teams]
    nobody = sorted((need for without, need in loads if without), reverse=True)
    if objective is Objective.LOWEST_HIGHEST:
        return sorted(loads, reverse=True)
    if objective is Objective.FEWEST_OVER:
        return nobody, after.excess(demand)
    return nobody, sum((each.children(demand) / each.optimum) ** 2 / each.fte for each in after.teams if each.fte)


@pytest.mark.functional
@settings(max_examples=40, deadline=None)
@given(staffed(), st.integers(0, 4), post_sizes, st.none() | st.integers(2, 9), st.integers(1, 8))
@pytest.mark.parametrize("objective", list(Objective))
@pytest.mark.parametrize("demand", list(Demand))
def test_no_placement_within_both_limits_is_better(objective, demand, made, posts, size, cap, people):
    # Given limits on FTE and on people, when posts are placed, then as many as fit are, and no other way is better.
    placed = place(made, posts, objective, demand, size, cap, people)
    others = within(made, posts, size, cap, people)
    added = tuple(placed.added.values())
    assert added in others
    assert placed.unplaced == posts - sum(added)
    best = min(worth(made, other, size, objective, demand) for other in others)
    assert worth(made, added, size, objective, demand) == best
