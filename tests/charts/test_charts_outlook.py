"""The fan of the months ahead, the steps to it, and the chance that posts buy."""

from __future__ import annotations

import pytest
from drawn_frames import MONTHS_AHEAD, dashed, dotted, texts

from charts.outlook import Axes, fan_chart
from charts.outlook_parts import chance_curve, waterfall
from charts.style import LIGHT

pytestmark = pytest.mark.unit


def fan(frame=MONTHS_AHEAD, without=(32.0, 30.0, 28.5)):
    axes = Axes((20.0, 40.0), 200.0, without)
    return fan_chart(
        frame, LIGHT, optimum=25.0, axes=axes, judged="2013-04-01", now=("2013-02-01", "20 <b>February</b>")
    )


def test_bands_lie_between_their_percentiles_and_the_lines_on_them():
    # Given a fan, then the outer band is filled from the tenth to the ninetieth, the inner one lies on it
    traces = fan()["data"]
    edges = [trace for trace in traces if trace["type"] == "scatter" and trace["line" if "line" in trace else "marker"]
             .get("width") == 0]  # fmt: skip
    assert [edge["y"][-1] for edge in edges] == [26.0, 31.0, 27.0, 30.0]
    assert ["fill" in edge for edge in edges] == [False, True, False, True]
    # And both lines are drawn after them
    names = [trace.get("name") for trace in traces]
    assert names.index("Expected") > 3
    assert names.index("Counted") > 3


def test_the_counted_months_and_the_months_ahead_meet():
    lines = {trace["name"]: trace for trace in fan()["data"] if trace.get("name")}
    assert (lines["Counted"]["x"][-1], lines["Counted"]["y"][-1]) == ("2013-02-01", 32.0)
    assert (lines["Expected"]["x"][0], lines["Expected"]["y"][0]) == ("2013-02-01", 32.0)


def test_without_percentiles_the_line_stands_alone():
    # Given futures that are still to come, then the line is drawn and nothing claims to be a band
    frame = MONTHS_AHEAD.assign(p10=None, p25=None, p75=None, p90=None)
    assert len(fan(frame)["data"]) == len(fan()["data"]) - 4
    assert not [text for text in texts(fan(frame)) if "in 100" in text]


def test_the_optimum_now_and_the_value_that_is_judged_are_named():
    figure = fan()
    (line,) = dashed(figure)
    assert line["y0"] == 25.0
    assert {"Optimum 25", "<b>28.5</b>", "10 in 100<br>lie below", "20 &lt;b&gt;February&lt;/b&gt;"} <= set(
        texts(figure)
    )


@pytest.mark.parametrize(
    ("counted", "place"),
    [
        ([31.4, 32.0], ("left", "top")),
        # Where the course lies just below the line the name goes above it, or to the other end
        ([24.5, 24.2], ("right", "top")),
    ],
)
def test_the_name_of_the_optimum_is_clear_of_the_course_and_stays_when_posts_move_it(counted, place):
    for expected in (28.0, 25.5, 24.5):
        frame = MONTHS_AHEAD.assign(actual=[*counted, None, None], expected=[None, counted[1], expected, expected])
        figure = fan(frame, without=(counted[1], 28.0, 28.5))
        (name,) = [note for note in figure["layout"]["annotations"] if note["text"] == "Optimum 25"]
        assert (name["xanchor"], name["yanchor"]) == place


def test_with_few_months_before_no_upright_line_runs_through_the_name_of_the_optimum():
    # Given one month counted and a course far above the optimum, then the name goes to the end without upright lines
    frame = MONTHS_AHEAD.iloc[1:].assign(actual=[32.0, None, None])
    (name,) = [note for note in fan(frame)["layout"]["annotations"] if note["text"] == "Optimum 25"]
    assert name["xanchor"] == "right"


@pytest.mark.parametrize(("value", "side"), [(28.5, 1), (26.0, 1), (24.2, -1), (21.0, 1)])
def test_the_optimum_never_runs_through_the_value_that_is_judged(value, side):
    frame = MONTHS_AHEAD.assign(expected=[None, 32.0, value, value])
    (note,) = [note for note in fan(frame)["layout"]["annotations"] if note["text"] == f"<b>{value}</b>"]
    assert note["yshift"] * side > 0


def test_no_axis_moves_with_the_futures():
    # Given futures that come lower and fewer who wait, then every axis stands where it stood
    lower = MONTHS_AHEAD.assign(p10=21.0, waiting=3.0)
    before, after = fan()["layout"], fan(lower)["layout"]
    assert [before[name]["range"] for name in ("xaxis", "yaxis", "yaxis2")] == [
        after[name]["range"] for name in ("xaxis", "yaxis", "yaxis2")
    ]


def test_who_waits_is_counted_up_to_now_and_expected_after_it():
    counted, ahead = [trace for trace in fan()["data"] if trace["type"] == "bar"]
    assert (counted["y"], ahead["y"]) == ([65.0, 76.0], [90.0, None])
    assert counted["marker"]["color"] != ahead["marker"]["color"]


def test_each_step_starts_where_the_one_before_ended():
    figure = waterfall(
        [("Leavers", 0.7), ("Starters", -4.1)], LIGHT, start=("Now", 32.0), end=("Then", 28.6), optimum=25
    )
    (bars,) = figure["data"]
    assert bars["base"] == pytest.approx([0, 32.0, 32.7, 0])
    assert bars["x"] == [32.0, 0.7, -4.1, 28.6]
    # And what adds is told from what takes off by its sign too
    assert {"32.0", "+0.7", "−4.1", "28.6", "Optimum 25"} <= set(texts(figure))
    assert len(set(bars["marker"]["color"][1:3])) == 2


def test_all_words_of_the_steps_lie_inside_the_axis():
    figure = waterfall([("Leavers", 20.0)], LIGHT, start=("Now", 32.0), end=("Then", 52.0), optimum=25)
    assert figure["layout"]["xaxis"]["range"][1] > 52 * 1.2


@pytest.mark.parametrize(("sure", "marked"), [(2, ["2 posts"]), (1, ["1 post"]), (None, []), (9, [])])
def test_the_posts_that_are_enough_are_marked_where_they_are_on_the_curve(sure, marked):
    figure = chance_curve([(0, 0), (1, 40), (2, 85)], LIGHT, sure=sure)
    assert [text for text in texts(figure) if " post" in text] == marked
    assert figure["data"][0]["y"] == [0, 40, 85]
    assert {line["y0"] for line in dotted(figure)} == {80}
