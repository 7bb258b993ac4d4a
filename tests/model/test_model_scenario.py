"""A scenario: what it takes, what it refuses in words, and that its file gives it back."""

from __future__ import annotations

import json
from datetime import date

import pytest
from every_row import every_row
from hypothesis import example, given, settings
from hypothesis import strategies as st

from loaders.files.plainsheet import rows_of
from model.outlook import month_after
from model.scenario import MOST_LETTERS, Scenario, _cleaned, rested_on_in_json
from model.scenario_choices import CHOICES, NEEDED, ScenarioError, month_of
from model.scenario_words import Standing, differing, otherwise_here, title
from model.words import month_words
from ui import outlook_choices
from ui.scenario_file import LOADED, scenario_workbook

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
NAMES = st.text(min_size=1, max_size=MOST_LETTERS).filter(lambda name: _cleaned(name))


@given(NAMES, st.lists(NAMES, max_size=3), ANY_CHOICES)
@settings(max_examples=20, deadline=None)
def test_the_file_of_a_scenario_gives_it_back(name, teams, choices):
    scenario = Scenario(name, FEBRUARY, tuple(teams), tuple(choices.items()))
    text = scenario.to_json({"Whatever": "is said beside it"})
    assert Scenario.from_json(text) == scenario
    assert rested_on_in_json(text) == {"Whatever": "is said beside it"}
    assert rested_on_in_json(scenario.to_json()) == {}


@given(NAMES, st.lists(NAMES, max_size=3), ANY_CHOICES)
@settings(max_examples=15, deadline=None)
@example("=1+1", ["_x0041_", "@SUM(A1)", "6"], PLAN)
def test_the_workbook_of_a_scenario_gives_it_back(name, teams, choices):
    # Given any scenario, when it is written as a workbook and read as an uploaded file is, then it is the same
    scenario = Scenario(name, FEBRUARY, tuple(teams), tuple(choices.items()))
    rows = rows_of(scenario_workbook(scenario, None), "scenario.xlsx", LOADED)
    assert Scenario.from_rows(rows) == scenario


def test_a_value_changed_in_the_sheet_is_taken_and_a_blank_one_is_as_if_not_typed():
    rows = [list(row) for row in made(assumed_turnover="20", assumed_lead="6").to_rows()]
    by_key = {row[2]: row for row in rows}
    by_key["assumed_turnover"][1], by_key["assumed_lead"][1] = "25.5", ""
    found = Scenario.from_rows([["Choice", "Value", "Place in the link"], [], *rows, ["a note"]])
    assert found == made(assumed_turnover="25.5")
    by_key["assumed_turnover"][1] = "much"
    with pytest.raises(ScenarioError, match=r"who leave in a year .* is “much”: a number is needed"):
        Scenario.from_rows(rows)
    for other in ([], [["Team", "FTE"]], [["", "x", "headroom_scenario"]]):
        with pytest.raises(ScenarioError, match="not a scenario that Headroom exported"):
            Scenario.from_rows(other)


@every_row(
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


@every_row("text", ["", "[]", "{", '{"headroom_scenario": 1}', '{"headroom_scenario": "x"}', "[" * 5000])
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
    one, other = {"Posts": "6", "Lead": "4", "Date": "May"}, {"Posts": "9", "Lead": "4", "Date": "June", "More": "1"}
    assert differing([one, other, one], but=["Date"]) == ["Posts", "More"]
    assert differing([one, dict(one)]) == []
    assert otherwise_here(one, other) == "Posts: 9, not 6; Date: June, not May"
    assert month_of("June 2013", "By when") == date(2013, 6, 1)


@every_row(
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


def test_a_scenario_that_leaves_children_to_wait_says_that_they_are_counted():
    low = Standing("Low", 33.1, 25.0, "March 2014", waits=True)
    assert title([low, Standing("B", 40.0, 25.0, "March 2014")]) == (
        "No scenario comes to 25: “Low” is nearest, 33.1 in March 2014, the waiting counted"
    )
    assert title([low]) == "“Low” comes to 33.1 in March 2014, the waiting counted, not 25"
