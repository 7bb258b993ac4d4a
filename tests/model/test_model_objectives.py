"""The objectives side by side: each is best by its own measure, and what is said of them is so."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_services import averages_only, post_sizes, service, services, stockton, team

from model import objectives_findings as findings
from model.objective import Objective
from model.objectives import agree, best_by_all, highest, over, side_by_side, spread

LOWEST, FEWEST, EVEN = Objective


@pytest.mark.functional
@settings(max_examples=50, deadline=None)
@given(services(shared_optimum=False), st.integers(0, 6), post_sizes)
def test_each_is_best_by_its_own_measure(made, posts, size):
    # Given any small service, when the objectives are compared, then none is beaten at what it is best at.
    options = side_by_side(made, posts, post_fte=size)
    by = {option.objective: option for option in options}
    assert by[FEWEST].over == min(option.over for option in options)
    if by[EVEN].spread is not None:
        assert by[EVEN].spread == min(option.spread for option in options)
    if len({each.optimum for each in made.teams}) == 1 and by[LOWEST].highest is not None:
        assert by[LOWEST].highest == min(option.highest for option in options)
    # And where one is best by all, nobody is better at anything
    best = best_by_all(options)
    if best and best.highest is not None:
        assert (best.over, best.spread) == (by[FEWEST].over, by[EVEN].spread)


@pytest.mark.back
def test_februarys_six_posts_agree():
    # Given February's reconstruction, when six posts are placed, then all objectives place them alike.
    options = side_by_side(stockton("february_b"), 6)
    assert agree(options)
    assert (float(round(options[0].highest, 1)), options[0].over) == (29.4, 132)
    assert findings.title(options) == "All three objectives put the six posts in the same teams."
    frame = findings.frame(options, options[0])
    assert frame["posts_text"].tolist() == ["two to South 1; one each to North 2, North 3, South 2 and South 3"] * 3
    assert frame["differs"].tolist() == ["the one used here", "no difference", "no difference"]


@pytest.mark.unit
def test_where_they_differ_the_sentence_says_what_each_costs():
    # Given a small team just over and a large one far over, when a post is placed, then the ways differ and are said.
    made = service(team("Small", 1, 30), team("Large", 10, 290))
    options = side_by_side(made, 1)
    small, large = {"Small": 1, "Large": 0}, {"Small": 0, "Large": 1}
    assert [option.added for option in options] == [small, large, large]
    assert findings.title(options) == "Where the post goes depends on the objective."
    assert findings.explained(options, options[0]) == (
        "“Fewest children over the optimum” and “Most even caseloads” leave 20.0 fewer children over the optimum, a "
        "highest average of 30.0 instead of 29.0 and a spread of 1.0 instead of 5.2."
    )
    assert findings.frame(options, options[0])["differs"].tolist() == ["the one used here", *["Small −1, Large +1"] * 2]


@pytest.mark.unit
def test_one_way_can_be_best_by_all_measures_though_the_others_place_otherwise():
    # Given the highest team full, when a post goes to another, then one way is best by every measure.
    made = service(team("Full", 12, 720), team("Small", 1, 30), team("Large", 10, 290))
    options = side_by_side(made, 1, max_fte_per_team=11)
    assert not agree(options)
    assert best_by_all(options).objective is FEWEST
    assert findings.title(options) == "One way of placing the post is best by all three measures."
    assert findings.explained(options, options[0]).startswith("Placed by “Fewest children over the optimum”")


@pytest.mark.unit
def test_teams_without_anybody_have_no_highest_average():
    # Given a team with children and nobody, when posts do not reach it, then highest and spread are not known.
    made = service(team("A", 0, 10), team("B", 2, 60))
    assert (highest(made), spread(made), over(made)) == (None, None, 20)
    assert highest(service(team("A", 0, 0), team("B", 2, 60))) == 30
    assert side_by_side(averages_only("february"), 3) == ()


@pytest.mark.unit
def test_the_spread_is_of_social_workers_not_of_teams():
    # Given three social workers at 20 and one at 40, when the spread is taken, then each of the four counts alike.
    assert float(spread(service(team("A", 3, 60), team("B", 1, 40)))) == pytest.approx(75**0.5, abs=1e-6)
    # And 20 of 20 are as 25 of 25
    assert spread(service(team("A", 3, 60, optimum=20), team("B", 1, 25))) == 0
