"""Case-mix: points beside children, the optimum restated, and nothing changed where every type weighs the same."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_services import dict_of_tables, few

from model.assumptions import Settings, SettingsError, TeamSetting
from model.case_mix import case_mix, highest
from model.case_mix_findings import not_weighed, posts_in_points, restated, same_as_a_whole, title
from model.case_types import CASE_TYPES
from model.caseload import service_month
from model.needed import fte_short, needed_for_every_team, needed_for_service_average

MONTH = date(2013, 2, 1)
WEIGHTS = {"child_protection": Decimal("1.5"), "looked_after": Decimal("1.2"), "assessments": Decimal("0.8")}
weights = st.fixed_dictionaries({name: st.integers(1, 40).map(lambda n: Fraction(n, 10)) for name in CASE_TYPES})


def row(team, fte, allocated=None, **types):
    allocated = sum(value or 0 for value in types.values()) if allocated is None else allocated
    return {"month": MONTH, "team": team, "fte": fte, "fte_basis": "case-holding", "allocated": allocated, **types}


@st.composite
def rows(draw):
    """Teams whose children are known by type, some types left blank."""
    counts = st.none() | st.integers(0, 60)
    return [
        row(f"Team {number}", draw(st.integers(0, 40)) / 4, **{n: draw(counts) for n in CASE_TYPES})
        for number in range(draw(st.integers(1, 4)))
    ]


def mixed(given_rows, given_weights, settings=None):
    tables = dict_of_tables(*given_rows)
    service = service_month(tables, MONTH, settings or Settings())
    return service, case_mix(tables, service, given_weights)


NORTH = row("North", 5, child_in_need=60, child_protection=60, looked_after=None)
SOUTH = row("South", 5, child_in_need=100, child_protection=20, looked_after=10)


@pytest.mark.unit
def test_points_are_children_times_their_weights_exactly():
    # Given two teams, one type of one of them blank, though the others come to all
    _, mix = mixed([NORTH, SOUTH], WEIGHTS)
    # Then points, the average child and the optimum in points are exact
    assert [each.points for each in mix.teams] == [150, 142]
    assert mix.average_weight == Fraction(292, 250)
    assert mix.shared_optimum == 25 * Fraction(292, 250)
    assert [mix.is_over(each) for each in mix.teams] == [True, False]
    # And who carries most by points is not who does by children
    assert highest(mix.teams, in_points=True).team.team == "North"
    assert highest(mix.teams, in_points=False).team.team == "South"
    assert title(mix) == "North carries most by points, 30.0; by children South does"
    # And of two that are shown alike none is named alone
    twin = mixed([NORTH, {**NORTH, "team": "West"}, SOUTH], WEIGHTS)[1]
    assert title(twin) == "North and West carry most by points, 30.0 each"
    assert restated(mix) == (
        "In the figures of February 2013 the average child is 1.168 points, "
        "so 25 children for each social worker are 29.2 points."
    )


@pytest.mark.unit
@pytest.mark.parametrize(
    ("odd", "without", "apart"),
    [
        (row("South", 5, 130, child_in_need=None), ("South",), ()),
        (row("South", 5, 130, child_in_need=100, child_protection=20), (), ("South",)),
        (row("South", 5, 130, child_in_need=100, child_protection=31), (), ("South",)),
    ],
)
def test_a_team_whose_types_are_not_all_its_children_is_counted_by_children(odd, without, apart):
    service, mix = mixed([NORTH, odd], WEIGHTS)
    assert (mix.without, mix.apart) == (without, apart)
    assert [each.team.team for each in mix.teams] == ["North"]
    assert mix.weighed().team("South") == service.team("South")
    assert not_weighed(mix).startswith("South is counted by children only: ")


@pytest.mark.unit
@pytest.mark.parametrize(
    ("teams", "said"),
    [
        ([NORTH, SOUTH], "Child protection, court or looked after: 50% in North, 23% in South"),
        ([NORTH, {**NORTH, "team": "West"}, SOUTH], "Child protection, court or looked after: 23% to 50% by team"),
        ([NORTH], "Child protection, court or looked after: 50% of the children"),
        ([row("North", 5, 0, child_in_need=0)], "No team with children by type has any"),
    ],
)
def test_while_every_weight_is_one_the_title_says_how_far_mixes_differ(teams, said):
    _, mix = mixed(teams, {})
    assert title(mix) == said
    assert restated(mix) == ""


@pytest.mark.unit
def test_a_file_without_types_has_no_mix_and_no_sentence():
    _, mix = mixed([row("North", 5, 120)], WEIGHTS)
    assert mix is None
    assert posts_in_points(mix) == ""


@pytest.mark.unit
@pytest.mark.parametrize(("name", "weight"), [("looked_after", "0"), ("looked_after", "10.1"), ("no such type", "1")])
def test_a_weight_out_of_range_is_refused_and_one_within_is_kept(name, weight):
    with pytest.raises(SettingsError, match="weight of"):
        Settings(weights={name: Decimal(weight)})
    kept = Settings(weights=WEIGHTS, weights_source="Our workload study")
    assert Settings.from_json(kept.to_json()) == kept


@pytest.mark.functional
@few
@given(rows())
def test_with_every_weight_one_points_are_children_everywhere(made):
    service, mix = mixed(made, {})
    if mix is not None:
        assert mix.is_plain
        assert mix.weighed() == service
        assert all(each.points == each.team.allocated for each in mix.teams)
        assert all(mix.optimum(each.team) in (each.team.optimum, None) for each in mix.teams)
        assert all(mix.is_over(each) == each.team.is_over() for each in mix.teams if mix.average_weight)
        assert posts_in_points(mix) == ""


@pytest.mark.functional
@few
@given(rows(), weights, st.integers(2, 5))
def test_weighing_moves_need_between_teams_and_makes_none(made, weighed_by, times):
    service, mix = mixed(made, weighed_by)
    if mix is None or mix.average_weight is None or mix.without:
        return
    # Given any weights, then the service as a whole lacks what it lacked
    assert fte_short(mix.weighed()) == fte_short(service)
    # And a team needs a post in points exactly where its points are above the optimum in points
    needed = needed_for_every_team(mix.weighed())
    assert all((needed[each.team.team] > 0) == mix.is_over(each) for each in mix.teams)
    # And weights that are all so many times as high say the same
    _, scaled = mixed(made, {name: weight * times for name, weight in weighed_by.items()})
    assert scaled.weighed() == mix.weighed()


@pytest.mark.back
def test_the_posts_of_two_teams_in_points_and_in_children():
    service, mix = mixed([NORTH, SOUTH], WEIGHTS)
    assert needed_for_every_team(service) == {"North": 0, "South": 1}
    assert needed_for_every_team(mix.weighed()) == {"North": 1, "South": 0}
    assert needed_for_service_average(mix.weighed()) == needed_for_service_average(service) == 0
    assert posts_in_points(mix) == (
        "In points, allocated children weighed by type, every team comes to its optimum with one post; by children, "
        "with one post (North one more and South one fewer). The average of all takes no post either way, because the "
        "optimum is restated with the average child."
    )


@pytest.mark.unit
def test_where_optima_differ_the_average_is_not_said_to_be_the_same_either_way():
    # Given teams with optima of their own, then what the average takes may differ, and both are said
    own = Settings(teams={"North": TeamSetting(optimum=Decimal(12))})
    service, mix = mixed([NORTH, SOUTH], {"child_protection": 3}, own)
    weighed, plain = (needed_for_service_average(each) for each in (mix.weighed(), service))
    assert weighed > plain
    assert "either way" not in posts_in_points(mix)
    assert same_as_a_whole(mix) == ""
    assert "its optimum in children times that" in restated(mix)
