"""Scenarios as lines: each named at its end, apart from the others, against the optimum."""

from __future__ import annotations

import pandas as pd
import pytest
from drawn_frames import dashed, texts

from charts.scenarios import scenario_lines
from charts.style import LIGHT

pytestmark = pytest.mark.unit
MONTHS = ["2013-02-01", "2013-03-01", "2013-04-01"]


def test_each_line_is_named_at_its_end_and_no_name_lies_on_another():
    # Given two scenarios that end alike, one of which begins a month later, with a name that is markup
    frame = pd.DataFrame({"month": MONTHS, "s0": [32.0, 30.0, 28.0], "s1": [None, 31.0, 28.1]})
    figure = scenario_lines(frame, ["Six <b>", "Nine"], LIGHT, optimum=25.0)
    assert [trace["name"] for trace in figure["data"]] == ["Six &lt;b&gt;", "Nine"]
    assert figure["data"][1]["x"] == MONTHS[1:]
    # Then the names stand apart, in the order of the ends, in the colours of the lines, which differ in stroke too
    notes = {note["text"]: note for note in figure["layout"]["annotations"]}
    low, high = figure["layout"]["yaxis"]["range"]
    assert notes["Nine"]["y"] - notes["Six &lt;b&gt;"]["y"] > (high - low) * 0.05
    assert [notes[trace["name"]]["font"]["color"] for trace in figure["data"]] == [
        trace["line"]["color"] for trace in figure["data"]
    ]
    assert len({trace["line"]["dash"] for trace in figure["data"]}) == 2
    assert dashed(figure)[0]["y0"] == 25.0
    assert "Optimum 25" in texts(figure)
    assert low < 25.0
