"""Where the posts of an outlook go: not where vacant posts that it fills anyway would have been filled."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_services import service, team

from model.exact import exact
from model.outlook_assumptions import Assumptions
from model.outlook_placement import placed_words, stages_of_teams
from model.outlook_process import Approval
from model.outlook_start import start_of, team_units
from model.placement import place

NO_COVER = Assumptions(agency_cover=0.0)


def posted(name, in_post, established, children):
    """A team with posts that nobody is in."""
    numbers = {"established": exact(established), "in_post": exact(in_post)}
    return replace(team(name, in_post, children), fte_basis="in post", **numbers)


# Brookside has nobody at work, and three posts that the months ahead fill without any added.
MARLBECK = service(posted("Riverside", 8, 9, 196), posted("Hillside", "8.5", "8.5", 201), posted("Brookside", 0, 3, 46))


def given_to(made, *stages, vacant=None):
    start = start_of(made)
    units = team_units(start, NO_COVER, vacant)
    found = stages_of_teams(start, units, [Approval(month, (posts,)) for month, posts in stages])
    return [list(stage.posts) for stage in found], placed_words(start, units, [sum(each) for each in zip(
        *(stage.posts for stage in found), strict=True)])  # fmt: skip


@pytest.mark.unit
def test_no_post_is_added_for_a_vacancy_that_is_filled_anyway():
    # Given four posts, of which today's figures put two into the team that nobody works in
    assert place(MARLBECK, 4).added["Brookside"] == 2
    stages, said = given_to(MARLBECK, (1, 4))
    # Then with its three posts filled it has 15.3 for a worker, and gets none
    assert stages == [[2, 2, 0]]
    assert said == (
        "Four posts placed highest caseload first, with the 4.0 FTE vacant now filled. By today’s figures, as on Added "
        "posts, two of them would go to teams whose vacant posts are filled without any post added."
    )
    # And the posts of two stages stand where those of one would, in all
    both, _ = given_to(MARLBECK, (1, 1), (6, 3))
    assert [sum(each) for each in zip(*both, strict=True)] == [2, 2, 0]


@pytest.mark.unit
def test_vacancies_that_a_person_types_count_as_filled_too():
    # Given two teams alike but for their size, and vacancies that nobody's figures tell of
    made = service(team("North", 4, 104), team("South", 8, 204))
    assert given_to(made, (1, 2)) == ([[1, 1]], "Two posts placed highest caseload first.")
    _, typed = given_to(made, (1, 2), vacant=3.0)
    assert "with the 3.0 FTE vacant now filled." in typed
    assert given_to(made, (1, 0))[1] == ""


@pytest.mark.functional
@settings(max_examples=30, deadline=None)
@given(
    st.lists(st.tuples(st.integers(1, 20), st.integers(0, 6), st.integers(0, 200)), min_size=1, max_size=5),
    st.integers(0, 12),
)
def test_the_highest_caseload_with_every_post_filled_is_as_low_as_it_can_be(figures, posts):
    filled = [(exact(half + more) / 2, kids) for half, more, kids in figures]
    made = service(
        *(
            posted(f"Team {number}", exact(figures[number][0]) / 2, fte, kids)
            for number, (fte, kids) in enumerate(filled)
        )
    )
    (added,), _ = given_to(made, (1, posts))
    assert sum(added) == posts
    # Then no team could give a post to the highest and stay below it
    highest = max(kids / (fte + each) for (fte, kids), each in zip(filled, added, strict=True))
    for (fte, kids), each in zip(filled, added, strict=True):
        if each:
            assert kids / (fte + each - 1) >= highest
