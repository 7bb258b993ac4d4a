"""The control chart: shapes that say what a point is, limits of each segment, nothing drawn over a gap."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from charts.style import DARK, LIGHT
from charts.trend import control_chart
from model.trend import Polarity
from model.trend_frames import trend_frame
from model.trend_series import Measure, Step, made
from model.words import month_words

pytestmark = pytest.mark.unit


def chart(figures, *, polarity=Polarity.LOWER, steps=(), style=LIGHT, **more):
    periods = [date(2023 + place // 12, place % 12 + 1, 1) for place in range(len(figures))]
    exactly = [None if figure is None else Fraction(figure) for figure in figures]
    measure = Measure("m", "Average", "children", polarity, 1)
    found = made(measure, "", periods, [month_words(each) for each in periods], exactly, steps)
    drawn_steps = [(found.periods[place].isoformat(), reason) for place, reason in found.steps]
    return control_chart(trend_frame(found), style, unit="children", places=1, steps=drawn_steps, **more)


def words(figure):
    return [note["text"] for note in figure["layout"]["annotations"]]


USUAL = [20, 21] * 8


@pytest.mark.parametrize("style", [LIGHT, DARK])
def test_a_shape_and_a_word_say_what_a_point_is_not_its_colour_alone(style):
    figure = chart([*USUAL, 10, 30], style=style)
    marks = {trace["name"]: trace["marker"] for trace in figure["data"] if trace["mode"] == "markers"}
    assert {name: mark["symbol"] for name, mark in marks.items()} == {
        "No unusual change": "circle", "Improvement": "square", "Concern": "diamond",
    }  # fmt: skip
    assert len({mark["color"] for mark in marks.values()}) == 3
    # Each word stands away from the mean, so that no line crosses it
    where = {note["text"]: note["yanchor"] for note in figure["layout"]["annotations"]}
    assert (where["Improvement"], where["Concern"]) == ("top", "bottom")


def test_where_neither_way_is_better_a_point_is_higher_or_lower():
    figure = chart([*USUAL, 10, 30], polarity=Polarity.NONE)
    assert {trace["name"] for trace in figure["data"][1:]} == {"No unusual change", "Higher", "Lower"}
    assert not {"Improvement", "Concern"} & set(words(figure))


def test_each_segment_has_its_own_limits_and_the_step_its_reason():
    figure = chart([20, 21, 20, 21, 30, 31, 30, 31], steps=[Step(date(2023, 5, 1), "A new <b>front door</b>")])
    means = [shape["y0"] for shape in figure["layout"]["shapes"] if shape.get("line", {}).get("width") == 2]
    assert means == [20.5, 30.5]
    assert "A new &lt;b&gt;front door&lt;/b&gt;" in words(figure)
    # And the words beside the lines are those of the last
    assert "Mean 30.5" in words(figure)


def test_a_gap_stays_a_gap_and_two_points_have_no_limits():
    figure = chart([20, None, 21])
    assert figure["data"][0]["y"] == [20, None, 21]
    assert figure["data"][0]["connectgaps"] is False
    assert figure["layout"]["shapes"] == []
    assert words(figure) == []


def test_the_target_is_a_dashed_line_that_the_axis_holds():
    figure = chart(USUAL, target=35.0)
    assert "Target 35.0" in words(figure)
    assert [shape["y0"] for shape in figure["layout"]["shapes"] if shape["line"].get("dash") == "dash"] == [35.0]
    assert figure["layout"]["yaxis"]["range"][1] > 35
