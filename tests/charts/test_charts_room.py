"""Room for the labels of the axes, so that the browser need not draw a chart again for it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from charts.room import room_for_labels, width
from charts.style import LIGHT, axis, layout

pytestmark = pytest.mark.unit

MARGIN = layout(LIGHT, 300)["margin"]
NAMES = st.text(min_size=1, max_size=30)


def bars(names, **of_names):
    return {
        "data": [{"type": "bar", "orientation": "h", "x": [30.0] * len(names), "y": names}],
        "layout": layout(LIGHT, 300, xaxis=axis(LIGHT, range=[0, 40]), yaxis=axis(LIGHT, **of_names)),
    }


def curve(highest, **of_values):
    return {
        "data": [{"type": "scatter", "x": [0, 20], "y": [highest, None]}],
        "layout": layout(LIGHT, 300, xaxis=axis(LIGHT), yaxis=axis(LIGHT, **of_values)),
    }


@given(NAMES, NAMES)
@settings(max_examples=50)
def test_a_longer_text_is_wider(one, other):
    assert width(one + other, 13) >= max(width(one, 13), width(other, 13))
    assert width(one, 26) == pytest.approx(2 * width(one, 13))


@given(st.lists(NAMES, min_size=1, max_size=8, unique=True))
@settings(max_examples=50)
def test_margins_are_never_narrower_than_the_figures_own_and_hold_every_name(names):
    # Given bars with names from a spreadsheet, markup among them
    escaped = [name.replace("&", "&amp;").replace("<", "&lt;") for name in names]
    figure = bars(escaped)
    # When room is made for them
    room = room_for_labels(figure)
    # Then every name fits, no side has lost any, and the figure is as it was
    assert all(room["l"] > width(line, 13) for name in names for line in name.split("<br>"))
    assert all(room[side] >= MARGIN[side] for side in MARGIN)
    assert figure["layout"]["margin"] == MARGIN


def test_words_that_stand_in_place_of_the_names_count_line_by_line():
    # Given names that stand in two lines, with markup
    asked = bars(["a"], tickvals=["a"], ticktext=["<b>Leaving care</b><br>(not counted)"])
    # Then the room is that of the longer line alone
    assert room_for_labels(asked)["l"] == room_for_labels(bars(["(not counted)"]))["l"]


def test_larger_letters_and_longer_numbers_take_more_room():
    sizes = [room_for_labels(bars(["North 1"], tickfont={"size": size}))["l"] for size in (13, 15)]
    numbers = [room_for_labels(curve(highest))["l"] for highest in (30, 100, 1000)]
    assert sizes == sorted(set(sizes))
    assert numbers == sorted(set(numbers))
    # The range of an axis says more than what is drawn
    assert room_for_labels(curve(30, range=[0, 1000]))["l"] == numbers[-1]


def test_a_title_beneath_takes_a_line():
    plain = curve(30)
    titled = {**plain, "layout": plain["layout"] | {"xaxis": axis(LIGHT, title={"text": "Added posts"})}}
    assert room_for_labels(titled)["b"] > room_for_labels(plain)["b"]


@pytest.mark.parametrize("hidden", [{"visible": False}, {"showticklabels": False}, {"automargin": False}])
def test_an_axis_without_words_takes_no_room(hidden):
    figure = bars(["A long name of a team"], **hidden)
    assert room_for_labels(figure)["l"] == MARGIN["l"]


def test_a_figure_with_nothing_on_it_keeps_its_margin():
    figure = {"data": [], "layout": layout(LIGHT, 300, xaxis=axis(LIGHT), yaxis=axis(LIGHT))}
    assert room_for_labels(figure)["t"] == MARGIN["t"]
