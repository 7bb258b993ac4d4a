"""Figures of what comes and goes, and of who is at work."""

from __future__ import annotations

import pandas as pd
import pytest

from charts.forecast import forecast_chart
from charts.people_away import people_bars
from charts.style import LIGHT, faint

pytestmark = pytest.mark.unit

MONTHS = ["2013-01-01", "2013-02-01", "2013-03-01", "2013-04-01"]


def test_counted_and_forecast_months_meet_in_the_last_counted_one_and_shades_lie_ahead() -> None:
    # Given two months counted and two ahead
    frame = pd.DataFrame(
        {
            "month": MONTHS, "starts": [100, 110, 110, 110], "closures": [90, 95, 96, 97],
            "starts_low": [None, None, 100, 98], "starts_high": [None, None, 120, 122],
            "closures_low": [None, None, 90, 89], "closures_high": [None, None, 101, 103],
        }
    )  # fmt: skip
    figure = forecast_chart(
        frame, LIGHT, now=("2013-02-01", "20 February 2013"), breaks=[("2013-01-01", "Restructure")]
    )
    edges = [trace for trace in figure["data"] if trace["line"]["width"] == 0]
    lines = [trace for trace in figure["data"] if trace["line"]["width"]]
    assert [edge["x"] for edge in edges] == [MONTHS[2:]] * 4
    assert [edge["y"] for edge in edges][:2] == [[100, 98], [120, 122]]
    assert [line["x"] for line in lines] == [MONTHS[:2], MONTHS[1:]] * 2
    assert [line["line"]["dash"] for line in lines] == ["solid", "dot"] * 2
    # Then each is named beside its end, the higher one above, and the break and the last count have their marks
    said = {note["text"]: note for note in figure["layout"]["annotations"]}
    assert (said["Starting"]["yanchor"], said["Closing"]["yanchor"]) == ("bottom", "top")
    assert {"Restructure", "20 February 2013"} <= said.keys()
    assert [shape["x0"] for shape in figure["layout"]["shapes"]] == ["2013-01-01", "2013-02-01"]
    assert figure["layout"]["yaxis"]["rangemode"] == "tozero"


def test_a_bar_has_the_parts_that_are_there_and_none_of_what_is_not_known() -> None:
    frame = pd.DataFrame(
        {
            "team": ["Ash <b>", "Elm"], "present": [6.0, None], "in_post_only": [None, 7.0], "leave": [0.0, None],
            "sick": [0.5, None], "vacant": [1.0, 0.5],
        }
    )  # fmt: skip
    figure = people_bars(frame, LIGHT)
    parts = {trace["name"]: trace["x"] for trace in figure["data"]}
    assert parts == {"At work": [6.0, 0.0], "In post": [0.0, 7.0], "Away sick": [0.5, 0.0], "Vacant": [1.0, 0.5]}
    assert figure["data"][0]["y"][0] == "Ash &lt;b&gt;"
    assert figure["layout"]["barmode"] == "stack"


def test_a_shade_is_the_colour_seen_through() -> None:
    assert faint("#12436D", 0.2) == "rgba(18,67,109,0.2)"
