"""A scenario: what it takes, what it refuses in words, and that its file gives it back."""

from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.outlook import month_after
from model.scenario import MOST_LETTERS, Scenario
from model.scenario_choices import CHOICES, NEEDED, ScenarioError, month_of
from model.scenario_words import Standing, differences, title
from model.words import month_words
from ui import outlook_choices

pytestmark = pytest.mark.unit
FEBRUARY = date(2013, 2, 1)
PLAN = {"outlook_posts": "6", "approved": "March 2013", "judged": "March 2014"}


def made(**more: str) -> Scenario:
    return Scenario("Plan", FEBRUARY, (), tuple((PLAN | more).items()))


def of_choice(key: str) -> st.SearchStrategy[str]:
    choice = CHOICES[key]
    if choice.options:
        return st.sampled_from(choice.options)
    if choice.months or key == "forecast_since":
        months = st.integers(int(choice.low), choice.months or 12)
        return months.map(lambda ahead: month_words(month_after(FEBRUARY, ahead)))
    if choice.whole:
        return st.integers(int(choice.low), int(choice.high)).map(str)
    return st.floats(choice.low, choice.high).map(str)


ANY_CHOICES = st.fixed_dictionaries(
    {key: of_choice(key) for key in NEEDED},
    optional={key: of_choice(key) for key in CHOICES if key not in NEEDED},
)
NAMES = st.text(min_size=1, max_size=MOST_LETTERS).filter(lambda name: name.strip())


@given(NAMES, st.lists(NAMES, max_size=3), ANY_CHOICES)
@settings(max_examples=40, deadline=None)
def test_the_file_of_a_scenario_gives_it_back(name, teams, choices):
    scenario = Scenario(name, FEBRUARY, tuple(teams), tuple(choices.items()))
    assert Scenario.from_json(scenario.to_json({"Whatever": "is said beside it"})) == scenario


@pytest.mark.parametrize(
    ("choices", "said"),
    [
        ({"assumed_turnover": "101"}, "who leave in a year .* is 101: a number from 0 to 100 is needed"),
        ({"assumed_turnover": "nan"}, "a number from 0 to 100"),
        ({"assumed_lead": "4.5"}, "a whole number from 0 to 24"),
        ({"outlook_posts": "many"}, "Posts approved is “many”: a number is needed"),
        ({"approved": "January 2013"}, "0 to 24 months after the figures of February 2013"),
        ({"judged": "February 2013"}, "1 to 36 months after"),
        ({"approved": "soon"}, "a month is needed, such as June 2013"),
        ({"measure": "Something"}, "must be one of Average caseload"),
        ({"colour": "red"}, "“colour” is no choice"),
    ],
)
def test_what_is_unknown_or_out_of_range_is_refused_in_words(choices, said):
    with pytest.raises(ScenarioError, match=said):
        made(**choices)


@pytest.mark.parametrize("text", ["", "[]", "{", '{"headroom_scenario": 1}', '{"headroom_scenario": "x"}', "[" * 5000])
def test_another_file_is_refused_in_words(text):
    with pytest.raises(ScenarioError, match="not a scenario that Headroom exported"):
        Scenario.from_json(text)


def test_one_of_a_newer_version_is_refused_and_one_without_a_name_or_posts():
    newer = json.loads(made().to_json()) | {"headroom_scenario": 2}
    with pytest.raises(ScenarioError, match="newer version"):
        Scenario.from_json(json.dumps(newer))
    with pytest.raises(ScenarioError, match="no name"):
        made().named("  ")
    with pytest.raises(ScenarioError, match="does not say “Posts approved”"):
        Scenario("Plan", FEBRUARY, (), (("approved", "March 2013"),))


def test_typed_assumptions_go_as_far_as_their_boxes():
    # Given the boxes of the Outlook page, then a scenario takes all that can be typed there and nothing else
    boxes = {**outlook_choices._FIRST, **outlook_choices._REST}
    taken = {key.removeprefix("assumed_"): choice for key, choice in CHOICES.items() if key.startswith("assumed_")}
    assert {*taken} == {*boxes, "vacant"}
    assert all((taken[name].low, taken[name].high) == (box.low, box.high) for name, box in boxes.items())
    assert {name for name, choice in taken.items() if choice.whole} == outlook_choices._WHOLE


def test_what_differs_is_said_and_what_does_not_is_not():
    assert differences({"Posts": "6", "Lead": "4"}, {"Posts": "9", "Lead": "4"}) == "Posts: 6, not 9"
    assert differences({"Posts": "6"}, {"Posts": "6"}) == "nothing"
    assert month_of("June 2013", "By when") == date(2013, 6, 1)


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ([27.8, 26.0], "No scenario comes to 25: “B” is nearest, 26.0 in March 2014"),
        ([27.8, 25.0], "Only “B” comes to 25 or below"),
        ([24.0, 25.0], "Two of two scenarios come to 25 or below"),
        ([27.8], "“A” comes to 27.8 in March 2014, not 25"),
        ([24.0], "“A” comes to 25 or below in March 2014"),
    ],
)
def test_the_title_says_which_scenarios_reach_the_optimum(values, said):
    assert title([Standing(name, each, 25.0, "March 2014") for name, each in zip("AB", values, strict=False)]) == said
