"""Published figures by year: lines that stop where nothing is published, names that do not lie on one another."""

from __future__ import annotations

from itertools import pairwise

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from charts.benchmark import LABEL_SHARE, published_lines
from charts.labels import apart
from charts.style import DARK, LIGHT

pytestmark = pytest.mark.unit

FRAME = pd.DataFrame(
    [
        (2023, "England", "England", 16.0), (2024, "England", "England", 15.4), (2025, "England", "England", 15.2),
        (2023, "Ashford", "council", 15.0), (2024, "Ashford", "council", None), (2025, "Ashford", "council", 15.1),
        (2023, "<b>Elm</b>", "neighbour", 12.0), (2024, "<b>Elm</b>", "neighbour", 12.5),
        (2025, "<b>Elm</b>", "neighbour", None),
    ],
    columns=["year", "place", "role", "value"],
)  # fmt: skip


def drawn(style=LIGHT):
    figure = published_lines(FRAME, style, axis_max=20, unit="cases for each FTE")
    return {line["name"]: line for line in figure["data"]}, figure["layout"]


def test_a_year_without_a_figure_is_a_gap():
    lines, _ = drawn()
    assert lines["Ashford"]["y"] == [15.0, None, 15.1]
    assert not any(line["connectgaps"] for line in lines.values())
    # And a dot stands at each figure, so that one between two gaps is seen
    assert all("markers" in line["mode"] for line in lines.values())


def test_the_council_stands_out_and_is_drawn_last():
    for style in (LIGHT, DARK):
        lines, _ = drawn(style)
        assert list(lines)[-1] == "Ashford"
        assert lines["Ashford"]["line"]["color"] == style.accent
        assert lines["England"]["line"]["dash"] == "dot"
        assert max(line["line"]["width"] for line in lines.values()) == lines["Ashford"]["line"]["width"]


def test_each_line_is_named_with_its_last_figure_and_the_year_if_it_is_an_older_one():
    _, layout = drawn()
    names = {note["text"]: note["y"] for note in layout["annotations"][1:]}
    assert set(names) == {"England  15.2", "<b>Ashford  15.1</b>", "&lt;b&gt;Elm&lt;/b&gt;  12.5 (2024)"}
    assert abs(names["England  15.2"] - names["<b>Ashford  15.1</b>"]) >= 20 * LABEL_SHARE - 1e-9


def test_the_years_are_names_in_their_order():
    lines, layout = drawn()
    assert (layout["xaxis"]["type"], layout["xaxis"]["categoryarray"]) == ("category", ["2023", "2024", "2025"])
    assert {tuple(line["x"]) for line in lines.values()} == {("2023", "2024", "2025")}


def test_bars_and_lines_alike_begin_at_nought():
    _, layout = drawn()
    assert layout["yaxis"]["range"] == [0, 20]


@given(st.lists(st.floats(0, 100), min_size=0, max_size=14))
def test_labels_keep_their_order_and_their_distance_inside_the_axis(heights):
    moved = apart(heights, 6, top=100)
    assert len(moved) == len(heights)
    assert all(-1e-6 <= height <= 100 + 1e-6 for height in moved)
    gap = min(6, 100 / max(len(heights) - 1, 1))
    assert all(after - before >= gap - 1e-6 for before, after in pairwise(sorted(moved)))
    for one, height in zip(moved, heights, strict=True):
        assert all(
            (one < other) == (height < beside) for other, beside in zip(moved, heights, strict=True) if height != beside
        )


def test_labels_that_do_not_touch_stay_where_they_are():
    assert apart([10, 50, 90], 6, top=100) == [10, 50, 90]
