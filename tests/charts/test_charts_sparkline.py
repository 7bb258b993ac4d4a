"""The small drawing of a figure's course."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from charts.sparkline import HEIGHT, WIDTH, sparkline
from charts.style import DARK, LIGHT

pytestmark = pytest.mark.unit

courses = st.lists(st.none() | st.floats(-1e6, 1e6, allow_nan=False), max_size=30)


def lines_and_dots(values, style=LIGHT):
    """The corners of each line, and the middles of the dots."""
    picture = ElementTree.fromstring(sparkline(values, style))
    lines = [
        [tuple(float(number) for number in corner.split(",")) for corner in part.attrib["points"].split()]
        for part in picture.findall("{*}polyline")
    ]
    dots = [(float(part.attrib["cx"]), float(part.attrib["cy"])) for part in picture.findall("{*}circle")]
    return lines, dots


def test_a_rise_goes_up_and_ends_in_a_dot():
    # Given three rising values
    (line,), (dot,) = lines_and_dots([1.0, 2.0, 3.0])
    # Then each corner is to the right of and above the one before, and the last carries the dot
    assert [x for x, _ in line] == sorted({x for x, _ in line})
    assert [y for _, y in line] == sorted({y for _, y in line}, reverse=True)
    assert dot == line[-1]


def test_a_gap_breaks_the_line():
    # Given a month without a figure
    lines, _ = lines_and_dots([1.0, 2.0, None, 4.0, 5.0])
    # Then there are two lines, and the gap is as wide as two months
    assert [len(line) for line in lines] == [2, 2]
    step = lines[0][1][0] - lines[0][0][0]
    assert lines[1][0][0] - lines[0][1][0] == pytest.approx(2 * step, abs=0.2)


def test_a_gap_is_not_drawn_as_nought():
    # Given values around 30 with a gap, then the lowest corner is the lowest value and nothing is below it
    lines, _ = lines_and_dots([30.0, 31.0, None, 32.0, 33.0])
    assert lines[0][0][1] == max(y for line in lines for _, y in line)
    assert len(lines) == 2


def test_the_dot_is_at_the_last_known_value():
    lines, (dot,) = lines_and_dots([1.0, 2.0, None])
    assert dot == lines[0][-1]


def test_one_value_is_a_dot_and_no_value_is_an_empty_picture():
    assert [len(found) for found in lines_and_dots([7.0])] == [0, 1]
    assert [len(found) for found in lines_and_dots([None, 7.0, None])] == [0, 1]
    assert lines_and_dots([None, None]) == ([], [])
    assert lines_and_dots([]) == ([], [])


def test_a_steady_course_is_level():
    (line,), _ = lines_and_dots([5.0, 5.0, 5.0])
    assert len({y for _, y in line}) == 1


def test_it_takes_the_accent_of_the_screen():
    assert LIGHT.accent in sparkline([1.0, 2.0], LIGHT)
    assert DARK.accent in sparkline([1.0, 2.0], DARK)


@settings(max_examples=60, deadline=None)
@given(values=courses)
def test_whatever_the_course_it_stays_inside_its_frame(values):
    lines, dots = lines_and_dots(values)
    corners = [corner for line in lines for corner in line] + dots
    assert all(0 <= x <= WIDTH and 0 <= y <= HEIGHT for x, y in corners)
    assert len(dots) == any(value is not None for value in values)
    assert sum(len(line) for line in lines) <= sum(value is not None for value in values)
