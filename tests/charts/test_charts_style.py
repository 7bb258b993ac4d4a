"""Colours that can be seen and read, and nothing that sends data away."""

from __future__ import annotations

import json
from dataclasses import MISSING, fields
from typing import Any

import pandas as pd
import pytest
from drawn_frames import MONTHS_AHEAD, THREE, team_row, team_rows
from plotly.graph_objects import Figure

from charts.caseload import team_bars
from charts.change import change_bars
from charts.history import service_history, team_lines
from charts.outlook import Axes, fan_chart
from charts.outlook_parts import chance_curve, waterfall
from charts.posts import average_curve
from charts.style import CONFIG, DARK, LIGHT, Style, axis, label, layout
from charts.workers import worker_dots

pytestmark = pytest.mark.unit

STYLES = pytest.mark.parametrize("style", [LIGHT, DARK], ids=["light", "dark"])


def luminance(colour: str) -> float:
    """Relative luminance of a colour, by WCAG 2.2."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, 1 to 21, by WCAG 2.2."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def figures(style: Style) -> dict[str, dict[str, Any]]:
    """One figure of every kind, with gaps, references and breaks."""
    months = ["2013-01-01", "2013-02-01"]
    of_teams = pd.DataFrame(
        {"month": months * 2, "team": ["A", "A", "B", "B"], "average": [20.0, None, 21.0, 22.0], "optimum": [25.0] * 4}
    )
    of_service = pd.DataFrame({"month": months, "average": [None, 20.0], "unallocated": pd.array([None, 3], "Int64")})
    of_workers = pd.DataFrame(
        [{"team": "A", "worker": "W", "fte": 0.5, "allocated": 9, "children_per_fte": 18.0, "offset": 0.0, "asye": True,
          "optimum": 25.0, "is_over": False, "counted": True}]
    )  # fmt: skip
    bars = team_rows(*THREE, team_row("D", None, state="no worker in post", counted=False, allocated=None, fte=None))
    return {
        "bars": team_bars(
            bars, style, axis_max=40, before_name="before", now_name="now", optimum=25, regional=(21, 32),
            england=("England", 15.2),
        ),
        "bars with optima": team_bars(bars, style, axis_max=40, before_name="", now_name="", aside=None),
        "lines": team_lines(of_teams, style, axis_max=40, breaks=["2013-02-01"]),
        "history": service_history(of_service, style, optimum=25, axis_max=40, breaks=[("2013-02-01", "Break")]),
        "workers": worker_dots(of_workers, style, axis_max=40, optimum=25),
        "change": change_bars([("More children", 1.0), ("More social workers", -2.0)], style),
        "fan": fan_chart(
            MONTHS_AHEAD, style, optimum=25, axes=Axes((20, 40), 200, (32.0, 30.0, 28.5)), judged="2013-03-01",
            now=("2013-02-01", "20 February 2013"),
        ),
        "waterfall": waterfall(
            [("Leavers", 1.0), ("Starters", -6.0)], style, start=("Now", 32.0), end=("Then", 27.0), optimum=25
        ),
        "chances": chance_curve([(0, 10), (1, 85)], style, sure=1),
        "curve": average_curve([(0, 30.0), (1, 25.0)], style, optimum=25, crossing=1),
    }  # fmt: skip


def test_the_formula_gives_the_contrasts_that_are_published():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@STYLES
@pytest.mark.parametrize("name", ["accent", "second", "warn"])
def test_a_mark_stands_out_from_the_background(style: Style, name: str):
    assert contrast(getattr(style, name), style.background) >= 3


@STYLES
@pytest.mark.parametrize("name", ["text", "muted"])
def test_words_can_be_read(style: Style, name: str):
    assert contrast(getattr(style, name), style.background) >= 4.5


@STYLES
def test_figures_inside_bars_can_be_read(style: Style):
    assert contrast(style.on_accent, style.accent) >= 4.5
    assert contrast(style.text, style.calm) >= 4.5


@STYLES
def test_a_bar_over_the_optimum_is_told_from_one_that_is_not(style: Style):
    assert contrast(style.accent, style.calm) >= 3


def test_both_screens_have_every_colour_and_none_by_default():
    assert {field.name for field in fields(Style) if field.default is not MISSING} == set()
    assert DARK != LIGHT
    assert luminance(DARK.background) < 0.05 < 0.9 < luminance(LIGHT.background)


def test_no_chart_offers_to_send_its_data_away():
    # plotly adds a link to its own cloud unless it is told not to.
    assert CONFIG["showSendToCloud"] is False
    assert CONFIG["plotlyServerURL"] == ""
    assert CONFIG["displaylogo"] is False
    assert CONFIG["displayModeBar"] is False


def test_text_is_escaped_for_plotly_and_read_as_it_was_typed():
    assert label('A & B <b>"C"</b>') == 'A &amp; B &lt;b&gt;"C"&lt;/b&gt;'
    assert label("North 1") == "North 1"


def test_a_layout_or_axis_of_one_figure_is_not_that_of_another():
    # Given two layouts, when one is changed, then the other is not.
    one, other = layout(LIGHT, 300), layout(LIGHT, 300)
    one["margin"]["l"] = 99
    assert other["margin"]["l"] != 99
    assert axis(LIGHT, nticks=4)["nticks"] == 4
    assert "nticks" not in axis(LIGHT)


@STYLES
def test_every_figure_is_plain_data_without_a_program_word(style: Style):
    # Given every kind of figure, with gaps in its data
    for name, figure in figures(style).items():
        # Then it can be sent to the browser as it is, and a gap is a gap there
        sent = json.dumps(figure, allow_nan=False)
        assert not [word for word in ("NaN", "None", "nan", "NaT", "<NA>") if word in sent], name


@STYLES
def test_no_text_is_slanted_or_smaller_than_can_be_read_on_a_wall(style: Style):
    for name, figure in figures(style).items():
        axes = [value for key, value in figure["layout"].items() if key[1:5] == "axis"]
        assert {axis["tickangle"] for axis in axes} == {0}, name
        usual = figure["layout"]["font"]["size"]
        notes = [note["font"].get("size", usual) for note in figure["layout"].get("annotations", [])]
        assert min([axis["tickfont"]["size"] for axis in axes] + notes) >= 13, name


def test_plotly_knows_every_property_of_every_figure():
    # Misspelt properties of a plain dictionary are otherwise passed over in silence.
    for name, figure in figures(LIGHT).items():
        assert len(Figure(figure).data) == len(figure["data"]), name
