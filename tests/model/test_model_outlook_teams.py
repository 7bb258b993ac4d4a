"""What is said of each team by itself: its chance, its mean, and how the teams differ from the line."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_outlooks import case, situations

from model.outlook import Case, fan
from model.outlook_assumptions import Assumptions
from model.outlook_futures import base, with_approvals
from model.outlook_process import Measure, Unit
from model.outlook_teams import apart_words, futures_of_unit, of_unit, team_futures, together_words

few = settings(max_examples=15, deadline=None)
TEAMS = (Unit("Light", 60, 5.0, 5.0), Unit("Heavy", 200, 5.0, 5.0))


@pytest.mark.unit
def test_chances_and_means_are_each_teams_own():
    found = team_futures(case(*TEAMS, measure=Measure.ALL), base(TEAMS, Assumptions(), futures=500), [25.0, 25.0])
    assert found.chance[0] > 0.99
    assert found.chance[1] < 0.01
    assert found.mean[0] < 20 < 35 < found.mean[1]


@pytest.mark.unit
def test_bars_and_line_are_told_apart_by_what_they_are_made_of():
    # Given teams of which one leaves children to wait, and a service with a ceiling of its own that leaves more to wait
    teams, service = case(*TEAMS), case(Unit("Service", 300, 10.0, 10.0, ceiling=20))
    said = together_words(teams.expected, service.expected, 12, Measure.ALLOCATED, 40)
    # Then each is children over FTE as shown, those who wait beside them
    made = re.findall(r"([\d,]+) children with a worker \(([\d,]+) more wait\), for ([\d.]+) FTE: (\d+\.\d)", said)
    assert len(made) == 2
    for with_worker, _, fte, value in made:
        assert int(with_worker) / float(fte) == pytest.approx(float(value), abs=0.15)
    assert (int(made[0][0]) + int(made[0][1]), int(made[1][0]) + int(made[1][1])) == (260, 300)
    assert said.endswith(
        "The 40 who wait for no team yet are in the line and in no bar, and each team is followed by itself, with its "
        "own ceiling, leavers and vacancies."
    )
    # And with all children counted those who wait are among them
    every = together_words(teams.expected, service.expected, 12, Measure.ALL, 0)
    assert "260 children, " in every
    assert "Each team is followed by itself" in every
    # And bars that are the line need no words
    assert together_words(teams.expected, teams.expected, 12, Measure.ALLOCATED, 0) == ""


@pytest.mark.unit
def test_how_far_bars_are_from_the_means_of_the_futures_is_said():
    assert apart_words([25.0, 30.0], [25.3, 29.8]).endswith("futures of the teams are from 0.2 lower to 0.3 higher.")
    assert apart_words([25.0], [25.04]).endswith("the mean over the futures is the same.")
    assert apart_words([25.0, 30.0], [26.0, float("inf")]).endswith("is 1.0 higher.")
    assert apart_words([float("inf")], [float("inf")]) == ""


@pytest.mark.functional
@few
@given(situations(), st.integers(0, 2), st.sampled_from(list(Measure)))
def test_a_team_by_itself_is_what_it_is_among_the_others(situation, place, measure):
    # Given teams, posts and starts of the whole service, when one team is looked at month by month
    teams, assumed, stages = situation
    place %= len(teams)
    every = Case(teams, assumed, stages, measure, 25.0, 12)
    drawn = base(teams, assumed, futures=40)
    one, futures = of_unit(every, place, 25.0), futures_of_unit(drawn, place)
    # Then its expected course and its futures are those that it has among the others
    whole = every.expected.value(measure)[:, place]
    assert one.line == pytest.approx(whole)
    assert with_approvals(futures, one.approvals).children[:, 0].tolist() == drawn.children[:, place].tolist()
    found = fan(one, futures).chance[12]
    assert found == pytest.approx(team_futures(every, drawn, [25.0] * len(teams)).chance[place])
