"""Workers as dots, and what moved the average as bars."""

from __future__ import annotations

import pandas as pd
import pytest
from drawn_frames import bars_of, dashed, points_of, texts
from every_row import every_row

from charts.change import change_bars
from charts.style import LIGHT
from charts.workers import worker_dots

pytestmark = pytest.mark.unit


def worker(team: str, code: str, each: float, **more):
    row = {"team": team, "worker": code, "fte": 1.0, "allocated": round(each), "children_per_fte": each}
    return row | {"offset": 0.0, "asye": False, "is_over": each > 25, "optimum": 25.0, "counted": True} | more


WORKERS = (
    worker("North 1", "N1-01", 31.0, offset=-0.14),
    worker("North 1", "N1-02", 40.0, fte=0.5, allocated=20),
    worker("South 1", "S1-01", 14.0, asye=True),
)


def dots(*rows, optimum: float | None = 25.0):
    return worker_dots(pd.DataFrame(list(rows or WORKERS)), LIGHT, axis_max=45, optimum=optimum)


def test_each_worker_is_a_dot_in_the_row_of_the_team():
    # Given two workers of one team and one of another
    figure = dots()
    points = points_of(figure)
    # Then each stands at the children of full-time hours, near the row of its team
    assert points["x"] == [31.0, 40.0, 14.0]
    assert points["y"] == [-0.14, 0.0, 1.0]
    assert figure["layout"]["yaxis"]["ticktext"] == ["North 1", "South 1"]
    assert figure["layout"]["yaxis"]["tickvals"] == [0, 1]
    assert figure["layout"]["xaxis"]["range"] == [0, 45]


def test_workers_over_the_optimum_stand_out_and_newly_qualified_ones_are_open():
    points = points_of(dots())
    assert points["marker"]["color"] == [LIGHT.accent, LIGHT.accent, LIGHT.calm]
    assert points["marker"]["symbol"] == ["circle", "circle", "circle-open"]


def test_workers_of_a_team_left_out_are_pale_and_the_team_is_named_so():
    figure = dots(*WORKERS, worker("Court", "C-01", 60.0, counted=False))
    marker = points_of(figure)["marker"]
    assert marker["opacity"] == [1, 1, 1, 0.5]
    assert marker["color"][-1] == LIGHT.calm
    assert figure["layout"]["yaxis"]["ticktext"][-1] == "Court<br>(not counted)"


def test_a_dot_says_the_childrens_number_and_the_hours():
    assert points_of(dots())["text"] == [
        "N1-01: 31 children, 1 FTE",
        "N1-02: 20 children, 0.5 FTE",
        "S1-01: 14 children, 1 FTE, newly qualified",
    ]


def test_markup_in_a_code_or_team_is_only_text():
    figure = dots(worker("<i>T</i>", "<b>W</b>", 20.0))
    assert "&lt;b&gt;W&lt;/b&gt;" in points_of(figure)["text"][0]
    assert figure["layout"]["yaxis"]["ticktext"] == ["&lt;i&gt;T&lt;/i&gt;"]


def test_the_optimum_of_workers_is_drawn_where_the_teams_share_one():
    (line,) = dashed(dots())
    assert line["x0"] == 25.0
    assert texts(dots()) == ["Optimum 25"]


def test_workers_of_teams_with_different_optima_have_a_line_a_team():
    rows = [each | {"optimum": 25.0 if each["team"] == "North 1" else 15.0} for each in WORKERS]
    figure = dots(*rows, optimum=None)
    assert [(line["x0"], line["y0"]) for line in dashed(figure)] == [(25.0, -0.45), (15.0, 0.55)]
    assert texts(figure) == ["Optimum 25", "Optimum 15"]
    without = dots(*[each | {"optimum": float("nan")} for each in WORKERS], optimum=None)
    assert dashed(without) == texts(without) == []


def test_each_part_of_a_change_is_a_bar_with_its_sign():
    # Given two parts that raised the average and one that lowered it
    bars = bars_of(change_bars([("More children", 2.4), ("Fewer social workers", 2.8), ("Other", -0.5)], LIGHT))
    # Then each is drawn with its sign, in a colour of its own
    assert bars["y"] == ["More children", "Fewer social workers", "Other"]
    assert bars["x"] == [2.4, 2.8, -0.5]
    assert bars["text"] == ["+2.4", "+2.8", "−0.5"]
    assert len(set(bars["marker"]["color"])) == 3


@every_row("values", [(2.4, 2.8), (-2.4, -2.8), (3.0, -1.0), (0.0, 0.0), (0.04, -12.0)])
def test_every_bar_and_the_zero_line_lie_inside_the_axis(values):
    figure = change_bars([(f"Part {n}", value) for n, value in enumerate(values)], LIGHT)
    low, high = figure["layout"]["xaxis"]["range"]
    assert low < min(0.0, *values)
    assert high > max(0.0, *values)
    assert figure["layout"]["xaxis"]["zeroline"] is True


def test_a_part_of_nothing_has_no_sign():
    assert bars_of(change_bars([("More children", 0.0)], LIGHT))["text"] == ["0.0"]


def test_no_parts_draw_an_empty_picture():
    assert bars_of(change_bars([], LIGHT))["x"] == []
