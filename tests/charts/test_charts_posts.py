"""The service average against the number of posts."""

from __future__ import annotations

import pytest
from drawn_frames import dashed, texts

from charts.posts import average_curve
from charts.style import LIGHT

pytestmark = pytest.mark.unit

POINTS = [(posts, round(1294 / (40.5 + posts), 1)) for posts in range(21)]


def curve(crossing: int | None = 12, points=POINTS, optimum: float | None = 25.0):
    return average_curve(points, LIGHT, optimum=optimum, crossing=crossing)


def test_the_curve_runs_through_every_number_of_posts():
    line = curve()["data"][0]
    assert line["x"] == list(range(21))
    assert (line["y"][0], line["y"][6], line["y"][12]) == (32.0, 27.8, 24.6)


def test_the_crossing_of_the_optimum_is_marked_and_counted():
    # Given a curve that meets 25 at twelve posts
    figure = curve()
    mark = figure["data"][1]
    # Then the mark lies on the curve, at or below the dashed line
    assert (mark["x"], mark["y"]) == ([12], [24.6])
    (line,) = dashed(figure)
    assert line["y0"] == 25.0
    assert mark["y"][0] <= line["y0"]
    assert {"Optimum 25", "12 posts"} <= set(texts(figure))
    assert "1 post" in texts(curve(crossing=1))


@pytest.mark.parametrize("crossing", [None, 21, 60])
def test_a_curve_that_does_not_reach_the_optimum_has_no_mark(crossing):
    figure = curve(crossing=crossing)
    assert len(figure["data"]) == 1
    assert not [text for text in texts(figure) if "post" in text]


@pytest.mark.parametrize("optimum", [10.0, 25.0, 60.0])
def test_curve_and_optimum_lie_inside_the_axis(optimum):
    low, high = curve(optimum=optimum, crossing=None)["layout"]["yaxis"]["range"]
    assert low < min(optimum, *(y for _, y in POINTS))
    assert high > max(optimum, *(y for _, y in POINTS))


def test_where_optima_differ_the_curve_stands_without_a_line():
    figure = curve(optimum=None)
    assert dashed(figure) == []
    assert not [text for text in texts(figure) if text.startswith("Optimum")]
    # And the number that is enough is marked all the same
    assert "12 posts" in texts(figure)
    assert curve(optimum=None, points=[], crossing=None)["layout"]["yaxis"]["range"]


def test_an_unknown_curve_draws_the_optimum_only():
    figure = curve(points=[], crossing=None)
    assert figure["data"][0]["x"] == []
    assert dashed(figure)


@pytest.mark.parametrize(("crossing", "side"), [(0, "right"), (2, "right"), (12, "left"), (None, "left")])
def test_the_words_of_the_optimum_stand_away_from_those_of_the_crossing(crossing, side):
    (note,) = [note for note in curve(crossing=crossing)["layout"]["annotations"] if note["text"] == "Optimum 25"]
    assert (note["xanchor"], note["x"]) == (side, 20 if side == "right" else 0)
