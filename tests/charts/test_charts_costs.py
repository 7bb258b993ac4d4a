"""What a plan costs by month, drawn."""

from __future__ import annotations

import pandas as pd
import pytest
from plotly.graph_objects import Figure

from charts.costs import by_month
from charts.style import LIGHT

pytestmark = pytest.mark.unit


def drawn(gross, net, unfunded):
    months = ["2013-03-01", "2013-04-01", "2013-05-01"]
    frame = pd.DataFrame({"month": months, "gross": gross, "net": net, "unfunded": unfunded})
    return Figure(by_month(frame, LIGHT))


def test_the_gross_line_is_drawn_where_agency_is_released():
    plain, released = drawn([0, 5, 5], [0, 5, 5], [0, 0, 0]), drawn([0, 5, 5], [0, 3, -1], [0, 0, 0])
    assert [trace.name for trace in plain.data] == ["Added cost"]
    assert [trace.name for trace in released.data] == ["Added cost, net of agency", "Gross"]
    assert list(released.data[0].y) == [0, 3, -1]
    assert "Gross" in released.layout.annotations[0].text


def test_what_is_unfunded_is_a_part_of_the_cost_and_of_another_colour():
    made = drawn([0, 5, 5], [0, 5, 5], [0, 0, 5])
    funded, unfunded = made.data
    assert [a + b for a, b in zip(funded.y, unfunded.y, strict=True)] == [0, 5, 5]
    assert funded.marker.color != unfunded.marker.color
    assert made.layout.barmode == "stack"
