"""The front door as bars that add up, and small courses with a gap where nothing is known."""

from __future__ import annotations

import pandas as pd
import pytest

from charts.activity import courses, funnel
from charts.style import DARK, LIGHT
from model.front_door import FUNNEL_COLUMNS

pytestmark = pytest.mark.unit

STEPS = pd.DataFrame(
    [
        ("Contacts", 1000.0, None, "", 400.0, 550.0, 50.0),
        ("Referrals", 400.0, 40.0, "contacts", 360.0, None, None),
        ("Assessments", 360.0, 90.0, "referrals", None, None, None),
        ("Section 47 enquiries", None, None, "", 420.0, None, None),
        ("Child protection plans started", 420.0, 116.7, "assessments", None, None, None),
    ],
    columns=list(FUNNEL_COLUMNS),
)


@pytest.mark.parametrize("style", [LIGHT, DARK])
def test_the_parts_of_each_bar_come_to_its_number(style):
    figure = funnel(STEPS, style)
    bars = {bar["name"]: bar["x"] for bar in figure["data"]}
    assert list(bars) == ["Go on to the next step", "Closed, or below the threshold", "Do not go on", "Unaccounted for"]
    assert [sum(parts) for parts in zip(*bars.values(), strict=True)] == [1000, 400, 360, 0, 420]
    assert bars["Unaccounted for"] == [50, 0, 0, 0, 0]
    # Not by colour alone: the unaccounted are striped, and in words
    assert next(bar for bar in figure["data"] if bar["name"] == "Unaccounted for")["marker"]["pattern"]["shape"]
    said = [note["text"] for note in figure["layout"]["annotations"]]
    assert said[1:] == [
        "<b>1,000</b><br>50 unaccounted for", "<b>400</b>  40.0% of contacts", "<b>360</b>  90.0% of referrals",
        "not known", "<b>420</b>  116.7% of assessments",
    ]  # fmt: skip
    assert figure["layout"]["xaxis"]["rangemode"] == "tozero"


def test_courses_start_at_0_have_gaps_and_names_made_harmless():
    frame = pd.DataFrame(
        [("a", "<b>Contacts</b>", "number", period, value, "12 ↑")
         for period, value in (("Q1", 10), ("Q2", None), ("Q3", 12))]
        + [(f"m{place}", f"Measure {place}", "%", "Q1", 0.0, "0.0%") for place in range(5)],
        columns=["key", "measure", "unit", "period", "value", "words"],
    )  # fmt: skip
    figure = courses(frame, LIGHT)
    first, layout = figure["data"][0], figure["layout"]
    assert (first["y"], first["connectgaps"]) == ([10, None, 12], False)
    assert layout["annotations"][0]["text"] == "&lt;b&gt;Contacts&lt;/b&gt;<br><b>12 ↑</b>"
    ranges = [layout[name]["range"] for name in layout if name.startswith("yaxis")]
    assert len(ranges) == 6
    assert all(low == 0 < high for low, high in ranges)
    # And no two lie on one another
    places = {(tuple(layout[f"xaxis{n}"]["domain"]), tuple(layout[f"yaxis{n}"]["domain"])) for n in ("", *"23456")}
    assert len(places) == 6
