"""The figures that were worked out beforehand, independently of this code."""

from fractions import Fraction

import pytest
from made_services import CASES, averages_only, service, stockton, team

from model.caseload import Demand
from model.exact import exact, half_up, percentage, shown
from model.posts import Objective, needed_for_every_team, needed_for_service_average, place, with_posts

pytestmark = pytest.mark.back

DEMANDS = {"excluded": Demand.ALLOCATED, "included": Demand.ALL}
WHAT_IFS = [
    pytest.param(case, expected, id=f"{case['id']} {expected['mode']}")
    for case in CASES["what_if"]
    for expected in case["expected"]
]


def service_of(case):
    teams = [
        team(t["team"], t["fte"], t["children"], case["optimum"], unallocated=t["unallocated"]) for t in case["teams"]
    ]
    return service(*teams, optimum=case["optimum"])


def placed(case, expected, objective):
    return place(
        service_of(case),
        case["posts"],
        objective,
        DEMANDS[expected["mode"]],
        case["post_fte"],
        max_fte_per_team=case.get("max_sw_fte_per_team"),
    )


def one_place(values):
    return [float(half_up(value)) for value in values]


@pytest.mark.parametrize(("case", "expected"), WHAT_IFS)
def test_what_if_before_any_post(case, expected):
    # Given a made-up service, when it is summed, then averages, excess and headroom are as worked out.
    made, demand = service_of(case), DEMANDS[expected["mode"]]
    averages = [each.average(demand) for each in made.teams]
    assert (made.children(demand), made.fte) == (expected["demand"], exact(expected["fte"]))
    assert float(half_up(made.average(demand))) == expected["average_before_1dp"]
    assert one_place(averages) == expected["team_averages_before_1dp"]
    assert float(sum(averages) / len(averages)) == pytest.approx(expected["unweighted_mean_before"], abs=1e-12)
    assert made.headroom(demand) == exact(expected["spare_capacity_at_optimum_before"])
    assert made.excess(demand) == exact(expected["excess_children_before"])
    assert len(made.over(demand)) == expected["teams_above_before"]


@pytest.mark.parametrize(("case", "expected"), WHAT_IFS)
def test_what_if_posts_needed(case, expected):
    # Given a made-up service, when posts are counted, then both questions have the answer worked out.
    made, demand, size = service_of(case), DEMANDS[expected["mode"]], case["post_fte"]
    by_team = needed_for_every_team(made, demand, size)
    assert needed_for_service_average(made, demand, size) == expected["posts_needed_service_average"]
    assert list(by_team.values()) == expected["posts_needed_by_team"]
    assert sum(by_team.values()) == expected["posts_needed_every_team"]


@pytest.mark.parametrize(("case", "expected"), WHAT_IFS)
def test_what_if_lowest_highest(case, expected):
    # Given a made-up service, when posts are placed for the lowest highest average, then it is the one placement found.
    demand, placement = DEMANDS[expected["mode"]], placed(case, expected, Objective.LOWEST_HIGHEST)
    after = with_posts(service_of(case), placement.added, case["post_fte"])
    averages = [each.average(demand) for each in after.teams]
    assert list(placement.added.values()) == expected["leximin_placement"]
    assert case["posts"] - placement.unplaced == expected["posts_placed"]
    assert one_place(averages) == expected["team_averages_after_leximin_1dp"]
    assert float(max(averages)) == pytest.approx(expected["minimax_value"], abs=1e-12)
    assert len(after.over(demand)) == expected["teams_above_after_leximin"]
    assert float(after.average(demand)) == pytest.approx(expected["average_after"], abs=1e-12)
    assert float(half_up(after.average(demand))) == expected["average_after_1dp"]


@pytest.mark.parametrize(("case", "expected"), WHAT_IFS)
def test_what_if_fewest_over(case, expected):
    # Given a made-up service, when posts are placed for the fewest over, then as few are over as can be.
    added = placed(case, expected, Objective.FEWEST_OVER).added
    after = with_posts(service_of(case), added, case["post_fte"])
    assert after.excess(DEMANDS[expected["mode"]]) == exact(expected["min_total_excess"])


@pytest.mark.parametrize(("case", "expected"), WHAT_IFS)
def test_what_if_most_even(case, expected):
    # Given a made-up service, when posts are placed most evenly, then the sum of c²/f is the least there is.
    added = placed(case, expected, Objective.MOST_EVEN).added
    after, demand = with_posts(service_of(case), added, case["post_fte"]), DEMANDS[expected["mode"]]
    assert list(added.values()) in expected["min_sum_c2_placements"]
    spread = sum(Fraction(each.children(demand) ** 2) / each.fte for each in after.teams)
    assert float(spread) == pytest.approx(expected["min_sum_c2_over_f"], rel=1e-12)


@pytest.mark.parametrize("expected", CASES["report_placements"], ids=["no limit", "eight FTE"])
def test_six_posts_in_stockton(expected):
    # Given reconstruction B, when six posts are placed, with a limit of eight or none, then the result is as found.
    made, limit = stockton("february_b"), expected["max_fte_per_team"]
    best = place(made, 6, max_fte_per_team=limit)
    after = with_posts(made, best.added)
    assert 6 - best.unplaced == expected["posts_placed"]
    assert list(best.added.values()) == expected["leximin_placement"]
    assert one_place([each.average() for each in after.teams]) == expected["team_averages_after_leximin_1dp"]
    assert one_place([made.average(), after.average()]) == [
        expected["average_before_1dp"],
        expected["average_after_1dp"],
    ]
    assert one_place([max(each.average() for each in after.teams)]) == [expected["minimax_value_1dp"]]
    assert len(after.over()) == expected["teams_above_after_leximin"]
    fewest = place(made, 6, Objective.FEWEST_OVER, max_fte_per_team=limit)
    assert with_posts(made, fewest.added).excess() == exact(expected["min_total_excess"])
    even = place(made, 6, Objective.MOST_EVEN, max_fte_per_team=limit)
    assert list(even.added.values()) in expected["min_sum_c2_placements"]
    by_team = needed_for_every_team(made)
    assert needed_for_service_average(made) == expected["posts_needed_service_average"]
    assert list(by_team.values()) == expected["posts_needed_by_team"]
    assert sum(by_team.values()) == expected["posts_needed_every_team"]


@pytest.mark.parametrize(
    ("which", "printed", "average", "unweighted"),
    [
        ("september", "september", "26.8", "26.8"),
        ("february_b", "february", "32.0", "32.2"),
        ("february_a", "february", "32.2", "32.2"),
    ],
)
def test_ac03_to_ac05_the_reconstructions_print_the_reports_averages(which, printed, average, unweighted):
    # Given a reconstruction, when its averages are shown, then they are the report's.
    made = stockton(which)
    assert one_place([each.average() for each in made.teams]) == CASES["averages_printed"][printed]
    assert shown(made.average()) == average
    assert shown(made.unweighted_average) == unweighted


@pytest.mark.parametrize(("when", "mean"), [("september", "26.8"), ("february", "32.2")])
def test_ac06_the_unweighted_mean_rounds_half_up(when, mean):
    # Given the published averages alone, when their mean is shown, then 32.15 is 32.2.
    assert shown(averages_only(when).unweighted_average) == mean


@pytest.mark.parametrize("row", CASES["percentages"], ids=lambda row: row["case"])
def test_ac26_to_ac38_percentages(row):
    # Given a count and what it is part of, when it is a percentage, then it is the one worked out.
    assert float(percentage(row["part"], row["whole"])) == row["percent"]


@pytest.mark.parametrize("row", CASES["england_and_region"], ids=["AC39 England", "AC40 North East"])
def test_ac39_and_ac40_the_average_of_the_department(row):
    # Given the cases and case holders of the Department for Education, when divided, then its own average comes out.
    assert (
        float(half_up(service(team(fte=row["case_holders_fte"], allocated=row["cases"])).average())) == row["caseload"]
    )
