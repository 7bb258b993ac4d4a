"""Assumptions as bars about the answer, each end with its value on its own side."""

from __future__ import annotations

import pytest
from drawn_frames import texts

from charts.style import LIGHT
from charts.tornado import tornado_bars

pytestmark = pytest.mark.unit


def test_both_ends_start_from_the_answer_and_stand_on_their_own_side():
    # Given an assumption that raises the answer and one that lowers it
    figure = tornado_bars([("Starts <", 29.0, 36.0), ("Cover", 33.0, 31.5)], LIGHT, middle=32.0, optimum=25.0)
    low, high = figure["data"]
    assert (low["base"], low["x"], high["x"]) == ([32.0, 32.0], [-3.0, 1.0], [4.0, -0.5])
    assert low["y"] == ["Starts &lt;", "Cover"]
    sides = {note["text"]: note["xanchor"] for note in figure["layout"]["annotations"] if note["y"] in low["y"]}
    assert sides == {"29.0": "right", "36.0": "left", "33.0": "left", "31.5": "right"}
    # And an optimum that is far from all of them leaves them their room
    assert figure["layout"]["xaxis"]["range"][0] > 25.0
    assert figure["layout"]["shapes"] == []
    assert any("as it is 32.0" in text for text in texts(figure))


def test_an_assumption_that_changes_nothing_says_so_once():
    figure = tornado_bars([("Starts", 29.0, 36.0), ("Absence", 32.0, 32.0)], LIGHT, middle=32.0, optimum=25.0)
    assert [note["text"] for note in figure["layout"]["annotations"] if note["y"] == "Absence"] == ["no change"]
