"""Where posts go: best by brute force under each objective, limits kept, nobody left without a worker."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_services import averages_only, every_placement, few, load, post_sizes, service, services, stockton, team

from model.caseload import Demand
from model.objective import Objective
from model.placement import place
from model.posts import with_posts


def unserved(made, added, size):
    """Children of teams without any FTE, most first, in FTE at the optimum."""
    loads = [load(each, posts, size) for each, posts in zip(made.teams, added, strict=True)]
    return sorted((need for nobody, need in loads if nobody), reverse=True)


def worth(made, added, size, objective):
    """What an objective makes of a placement: less is better."""
    after = with_posts(made, dict(zip([each.team for each in made.teams], added, strict=True)), size)
    if objective is Objective.LOWEST_HIGHEST:
        return sorted((load(each) for each in after.teams), reverse=True)
    if objective is Objective.FEWEST_OVER:
        return unserved(made, added, size), after.excess()
    needs = [(each.children() / each.optimum, each.fte) for each in after.teams if each.fte]
    return unserved(made, added, size), sum(need**2 / fte for need, fte in needs)


@pytest.mark.functional
@few
@given(services(shared_optimum=False), st.integers(0, 5), post_sizes, st.none() | st.integers(0, 12))
@pytest.mark.parametrize("objective", list(Objective))
def test_no_placement_is_better(objective, made, posts, size, cap):
    # Given any small service, when posts are placed, then no other placement of as many is better.
    placed = place(made, posts, objective, post_fte=size, max_fte_per_team=cap)
    others = every_placement(made, posts, size, cap)
    added = tuple(placed.added.values())
    assert added in others
    assert worth(made, added, size, objective) == min(worth(made, other, size, objective) for other in others)
    assert placed.unplaced == posts - sum(added)


@pytest.mark.functional
@few
@given(services(), st.integers(0, 5), post_sizes, st.none() | st.integers(0, 12))
def test_ties_go_to_the_earlier_team(made, posts, size, cap):
    # Given equally good placements, when posts are placed, then earlier teams have more of them.
    best = Objective.LOWEST_HIGHEST
    added = tuple(place(made, posts, best, post_fte=size, max_fte_per_team=cap).added.values())
    others = every_placement(made, posts, size, cap)
    ties = [other for other in others if worth(made, other, size, best) == worth(made, added, size, best)]
    assert added == max(ties)


@pytest.mark.functional
@few
@given(services(most_teams=5), st.integers(0, 8), post_sizes)
def test_one_more_post_never_raises_the_highest_caseload(made, posts, size):
    # Given any service, when one more post is placed, then the heaviest team is no heavier.
    def heaviest(number):
        added = place(made, number, post_fte=size).added
        return max(load(each, added[each.team], size) for each in made.teams)

    assert heaviest(posts + 1) <= heaviest(posts)


@pytest.mark.functional
@few
@given(services(most_teams=5), st.integers(0, 8), st.randoms(use_true_random=False))
@pytest.mark.parametrize("objective", list(Objective))
def test_the_order_of_teams_changes_only_ties(objective, made, posts, shuffle):
    # Given the same teams in another order, when posts are placed, then the result is worth the same.
    order = list(made.teams)
    shuffle.shuffle(order)
    other = service(*order, optimum=made.optimum)
    first, second = place(made, posts, objective).added, place(other, posts, objective).added
    same_order = [second[each.team] for each in made.teams]
    assert worth(made, list(first.values()), 1, objective) == worth(made, same_order, 1, objective)
    if len({(each.fte, each.allocated) for each in order}) == len(order) and len({load(t) for t in order}) == len(
        order
    ):
        loads = [load(each, added) for each in order for added in range(posts + 1)]
        if len(set(loads)) == len(loads) and objective is Objective.LOWEST_HIGHEST:
            assert first == second


@pytest.mark.functional
@few
@given(services(most_teams=5), st.integers(0, 8))
@pytest.mark.parametrize("objective", list(Objective))
def test_nobody_is_left_without_a_worker_while_posts_last(objective, made, posts):
    # Given teams with children and no FTE, when there are posts for them, then each has one.
    nobody = [each.team for each in made.teams if each.no_worker]
    added = place(made, posts, objective).added
    assert sum(added[name] > 0 for name in nobody) == min(posts, len(nobody))


@pytest.mark.unit
def test_of_teams_without_a_worker_the_one_with_most_children_comes_first():
    # Given two teams without anybody and one post, when it is placed, then the 100 children come before the ten.
    made = service(team("A", 0, 10), team("B", 0, 100), team("C", 1, 300))
    for objective in Objective:
        assert place(made, 1, objective).added == {"A": 0, "B": 1, "C": 0}
        assert place(made, 2, objective).added == {"A": 1, "B": 1, "C": 0}


@pytest.mark.unit
def test_of_equal_averages_the_one_that_falls_most_comes_first():
    # Given equal averages in a large and a small team, when one post is placed, then it goes where it does more.
    made = service(team("Large", 10, 300), team("Small", 1, 30))
    assert place(made, 1).added == {"Large": 0, "Small": 1}


@pytest.mark.unit
def test_the_fewest_over_spend_no_post_on_a_team_below():
    # Given one team over and one far below, when posts are placed for the fewest over, then the first has them.
    made = service(team("Over", 4, 150), team("Below", 4, 60))
    assert place(made, 2, Objective.FEWEST_OVER).added == {"Over": 2, "Below": 0}


@pytest.mark.unit
def test_where_posts_take_equally_many_from_over_the_highest_average_comes_first():
    # Given two teams far over, or none over at all, when a post is placed for the fewest over, then the higher has it.
    for children in ((150, 200), (60, 80)):
        made = service(*(team(name, 4, number) for name, number in zip("AB", children, strict=True)))
        assert place(made, 1, Objective.FEWEST_OVER).added == {"A": 0, "B": 1}


@pytest.mark.unit
def test_all_children_follow_the_teams_own_waiting():
    # Given a team with many waiting, when all are counted, then the post goes there, and not for the allocated.
    made = service(team("A", 4, 100, unallocated=0), team("B", 4, 90, unallocated=40))
    assert place(made, 1).added == {"A": 1, "B": 0}
    assert place(made, 1, demand=Demand.ALL).added == {"A": 0, "B": 1}


@pytest.mark.unit
@pytest.mark.parametrize(
    ("made", "words"),
    [
        (service(), "No team is counted"),
        (service(team("A", counted=False)), "No team is counted"),
        (averages_only("february"), "No team has an optimum"),
        (service(team("A", optimum=None)), "No team has an optimum"),
    ],
)
def test_where_nothing_is_known_nothing_is_placed(made, words):
    # Given no team that can be asked about, when posts are placed, then none is and the reason is said.
    placed = place(made, 3)
    assert placed.unplaced == 3
    assert set(placed.added.values()) <= {0}
    assert placed.reason.startswith(words)
    assert place(made, 0).reason == ""


@pytest.mark.unit
def test_teams_without_optimum_or_figures_receive_nothing_and_are_named():
    # Given teams that cannot be judged, when posts are placed, then they get none and a note says so.
    made = service(
        team("A", 4, 120),
        team("B", None, 500),
        team("C", 1, 500, optimum=None),
        team("D", 1, 500, counted=False),
    )
    placed = place(made, 2)
    assert placed.added == {"A": 2, "B": 0, "C": 0}
    assert placed.notes == (
        "No post goes to C: no optimum is set.",
        "No post goes to B: its figures are not known.",
    )


@pytest.mark.unit
def test_notes_say_which_children_could_not_guide_the_posts():
    # Given children waiting for no team, or nobody knows, when all are counted, then a note says so.
    assert place(stockton("february_b"), 1, demand=Demand.ALL).notes == (
        "76 waiting children have no team yet, so where the posts go does not depend on them.",
    )
    assert place(stockton("february_a"), 1, demand=Demand.ALL).notes == (
        "The number of children who wait is not known, so the posts follow the allocated children.",
    )
    assert place(stockton("february_b"), 1).notes == ()


@pytest.mark.unit
def test_without_children_posts_change_nothing():
    # Given teams without children, when posts are placed, then they go to the first and a note says it is idle.
    placed = place(service(team("A", 4, 0), team("B", 0, 0)), 2)
    assert placed.added == {"A": 2, "B": 0}
    assert placed.notes == ("No team has children, so the posts change no average.",)


@pytest.mark.unit
def test_a_number_of_posts_below_nought_is_refused():
    # Given minus one post, when it is placed, then it is refused.
    with pytest.raises(ValueError, match="cannot be below 0"):
        place(stockton("february_b"), -1)


@pytest.mark.unit
def test_objectives_have_words():
    # Given the objectives, when they are offered, then each has a label and a sentence of its own.
    assert [objective.label for objective in Objective] == [
        "Highest caseload first",
        "Fewest children over the optimum",
        "Most even caseloads",
    ]
    assert all(objective.explanation.endswith(".") for objective in Objective)


@pytest.mark.functional
@pytest.mark.parametrize("objective", list(Objective))
def test_sixty_posts_over_sixty_teams_take_no_time(objective):
    # Given 60 teams, when 60 posts are placed, then that takes less than 50 ms.
    made = service(*(team(f"Team {n}", 3 + (n * 7 % 41) / 10, 60 + n * 13 % 90) for n in range(60)))
    taken = []
    for _ in range(5):
        start = time.perf_counter()
        placed = place(made, 60, objective)
        taken.append(time.perf_counter() - start)
    assert sum(placed.added.values()) == 60
    assert min(taken) < 0.05
