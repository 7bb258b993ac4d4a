"""Points and children side by side: the same teams in both panels, each against its own optimum."""

from __future__ import annotations

import pandas as pd
import pytest

from charts.case_mix import PARTS, mix_bars, type_bars
from charts.style import LIGHT

pytestmark = pytest.mark.unit


def frame(**changes) -> pd.DataFrame:
    """Two teams, the second without a worker."""
    columns = {
        "team": ["<b>North</b>", "South"],
        "points_per_fte": [30.0, None],
        "average": [24.0, None],
        "optimum_points": [29.2, 29.2],
        "optimum": [25.0, 25.0],
        "over_points": [True, True],
        "over_children": [False, True],
        "state": ["", "no worker in post"],
    }
    return pd.DataFrame(columns | changes)


def test_a_team_over_in_points_and_not_in_children_is_strong_in_one_panel_only():
    points, children = mix_bars(frame(), LIGHT)["data"]
    assert points["y"] == children["y"] == ["&lt;b&gt;North&lt;/b&gt;", "South"]
    assert points["marker"]["color"][0] == LIGHT.accent
    assert children["marker"]["color"][0] == LIGHT.calm
    # A team without an average says why, and no figure stands for it
    assert points["text"] == ["<b>30.0</b>", "no worker in post"]


def test_each_panel_has_its_optimum_on_its_own_axis():
    layout = mix_bars(frame(), LIGHT)["layout"]
    assert {(shape["xref"], shape["x0"]) for shape in layout["shapes"]} == {("x", 29.2), ("x2", 25.0)}
    assert [note["text"].rsplit(" ", 1)[1] for note in layout["annotations"]] == ["29.2", "25"]
    # Bars begin at nought in both
    assert layout["xaxis"]["range"][0] == layout["xaxis2"]["range"][0] == 0


def test_optima_that_differ_are_lines_of_their_own_and_none_is_in_the_heading():
    layout = mix_bars(frame(optimum=[25.0, None], optimum_points=[29.2, 20.0]), LIGHT)["layout"]
    assert [shape["x0"] for shape in layout["shapes"] if shape["xref"] == "x2"] == [25.0, 25.0]
    assert layout["annotations"][0]["text"] == "Points for each social worker"


def test_the_shares_of_a_team_stand_in_one_bar_and_a_small_one_without_its_figure():
    shares = pd.DataFrame({"team": ["North"], "heavy": [50.0], "child_in_need": [47.0], "assessments": [3.0]})
    shares = shares.assign(care_leavers=0.0, **{f"{name}_text": ["50%"] for name in PARTS})
    figure = type_bars(shares, LIGHT)
    assert figure["layout"]["barmode"] == "stack"
    # A type that no team has is not in the legend
    assert [part["name"] for part in figure["data"]] == list(PARTS.values())[:3]
    assert [part["text"] for part in figure["data"]] == [["50%"], ["50%"], [""]]
