"""Teams as bars: who carries what, against the optimum, and against an earlier month."""

from __future__ import annotations

import pytest
from drawn_frames import AXIS_END, THREE, bars_of, dashed, dotted, points_of, team_row, team_rows, texts

from charts.caseload import team_bars
from charts.style import DARK, LIGHT

pytestmark = pytest.mark.unit


def drawn(*rows, style=LIGHT, optimum=25.0, **more):
    """The figure of these rows; three teams unless others are given."""
    names = {"axis_max": AXIS_END, "before_name": "3 September 2012", "now_name": "20 February 2013"}
    return team_bars(team_rows(*(rows or THREE)), style, optimum=optimum, **(names | more))


def test_a_bar_a_team_in_the_order_given_from_the_top():
    # Given three teams, highest first
    figure = drawn()
    # Then the first is on top, with its value as the length of its bar
    bars = bars_of(figure)
    assert bars["orientation"] == "h"
    assert bars["y"] == ["South 1", "North 1", "South 9"]
    assert bars["x"] == [35.7, 24.9, 20.0]
    assert figure["layout"]["yaxis"]["range"] == [2.5, -0.5]


def test_no_bar_and_no_tick_ends_at_the_edge():
    # Given a team without a worker, who has one now, and a tick beyond every month's average
    figure = drawn(team_row("North 1", 100.0), team_row("North 2", 20.0) | {"before": 64.0})
    # Then the axis holds them, and is as it was where it holds all anyway
    assert figure["layout"]["xaxis"]["range"] == [0, 110]
    assert drawn()["layout"]["xaxis"]["range"] == [0, AXIS_END]


def test_many_teams_stand_closer_so_that_they_are_seen_together():
    # Given the tallest figure of teams that stand apart, and forty
    few, many = (drawn(*[team_row(f"Team {n}", 20 + n / 10) for n in range(number)]) for number in (14, 40))
    # Then forty do not take three times the room
    assert many["layout"]["height"] < 2 * few["layout"]["height"]
    # And one that is not counted says so in the same line
    left_out = drawn(*[team_row(f"Team {n}", 20.0, counted=n > 0) for n in range(40)])
    assert left_out["layout"]["yaxis"]["ticktext"][0] == "Team 0 (not counted)"


def test_the_figure_stands_in_the_bar_with_one_decimal_place():
    assert bars_of(drawn())["text"] == ["<b>35.7</b>", "<b>24.9</b>", "<b>20.0</b>"]


def test_only_bars_over_the_optimum_take_the_accent():
    # Given one team over 25 and two that are not
    colours = bars_of(drawn())["marker"]["color"]
    # Then the one stands out, and the words in it can be read on its colour
    assert colours == [LIGHT.accent, LIGHT.calm, LIGHT.calm]
    assert bars_of(drawn())["insidetextfont"]["color"] == [LIGHT.on_accent, LIGHT.text, LIGHT.text]


def test_the_compared_month_is_a_tick_named_by_its_day():
    # Given two teams with an earlier average and one without
    ticks = points_of(drawn())
    # Then the third has no tick, not one at nought
    assert ticks["x"] == [26.3, 19.9, None]
    assert ticks["y"] == bars_of(drawn())["y"]
    assert ticks["name"] == "3 September 2012"
    assert ticks["marker"]["symbol"] == "line-ns"
    assert "lines" not in ticks["mode"]


def test_one_optimum_for_all_is_one_dashed_line_with_its_figure():
    figure = drawn(optimum=25.0)
    (line,) = dashed(figure)
    assert (line["x0"], line["x1"]) == (25.0, 25.0)
    assert (line["y0"], line["y1"], line["yref"]) == (0, 1, "paper")
    assert "Optimum 25" in texts(figure)


def test_an_optimum_of_half_a_child_is_shown_as_it_is():
    assert "Optimum 22.5" in texts(drawn(optimum=22.5))


def test_different_optima_are_a_dashed_line_across_each_teams_own_bar():
    # Given a front-door team with its own optimum and one without any
    rows = (team_row("South 1", 35.7), team_row("Front door", 14.0, optimum=15.0), team_row("Other", 9.0, optimum=None))
    figure = drawn(*rows, optimum=None)
    # Then each line spans its own row only, and there is none for the third
    assert [(line["x0"], line["y0"], line["y1"]) for line in dashed(figure)] == [
        (25.0, -0.45, 0.45),
        (15.0, 0.55, 1.45),
    ]
    # And each says what it is, over the first bar of its own
    said = [note for note in figure["layout"]["annotations"] if note["text"].startswith("Optimum")]
    assert [(note["text"], note["x"], note["y"]) for note in said] == [
        ("Optimum 25", 25.0, -0.5),
        ("Optimum 15", 15.0, 0.5),
    ]


def test_a_team_left_out_with_another_optimum_does_not_take_the_others_their_figure():
    # Given two counted teams at 25 and two at 15 that do not count
    court = [team_row(name, 12.0, optimum=15.0, counted=False) for name in ("Court", "Care")]
    figure = drawn(team_row("A", 30.0), team_row("B", 20.0), *court)
    # Then the figure of the counted teams stands on top, and that of the others once, over the first of them
    assert [text for text in texts(figure) if text.startswith("Optimum")] == ["Optimum 25", "Optimum 15"]
    assert [line["x0"] for line in dashed(figure)] == [25.0, 25.0, 15.0, 15.0]


def test_the_optimum_is_seen_on_a_dark_bar_too():
    # Given a dashed line over a bar, then a line of the background's colour lies under it
    shapes = drawn()["layout"]["shapes"]
    under, over = shapes[0], shapes[1]
    assert under["line"]["color"] == LIGHT.background
    assert under["line"]["width"] > over["line"]["width"]


def test_references_are_drawn_only_when_asked_for():
    # Given no references
    plain = drawn()
    assert not dotted(plain)
    assert [shape for shape in plain["layout"]["shapes"] if shape["type"] == "rect"] == []
    # When both are asked for
    figure = drawn(regional=(21.0, 32.0), england=("England 2025", 15.2))
    # Then the range is a light span over the bars between two thin lines, and England a dotted line, with figures
    (band,) = [shape for shape in figure["layout"]["shapes"] if shape["type"] == "rect"]
    assert (band["x0"], band["x1"], band["layer"]) == (21.0, 32.0, "above")
    thin = [shape for shape in figure["layout"]["shapes"] if shape.get("line", {}).get("width") == 1]
    assert [shape["x0"] for shape in thin] == [21.0, 32.0]
    (line,) = dotted(figure)
    assert (line["x0"], line["x1"]) == (15.2, 15.2)
    assert {"Region 21 to 32", "England 2025 15.2"} <= set(texts(figure))


def test_a_reference_is_seen_on_a_dark_bar_too():
    # Given England's dotted line, then a line of the background's colour lies under it
    shapes = drawn(england=("England 2025", 15.2))["layout"]["shapes"]
    (at,) = [index for index, shape in enumerate(shapes) if shape.get("line", {}).get("dash") == "dot"]
    under = shapes[at - 1]
    assert (under["x0"], under["line"]["color"]) == (15.2, LIGHT.background)
    assert under["line"]["width"] > shapes[at]["line"]["width"]


def test_a_shared_optimum_keeps_its_figure_where_one_team_has_none():
    # Given two teams at 25 and one without an optimum
    figure = drawn(team_row("A", 30.0), team_row("B", 9.0, optimum=None), team_row("C", 8.0))
    # Then the line leaves out the one, and still says what it is
    assert [(line["x0"], line["y0"]) for line in dashed(figure)] == [(25.0, -0.45), (25.0, 1.55)]
    assert "Optimum 25" in texts(figure)


def test_a_team_that_is_left_out_is_hatched_and_named_so():
    # Given a counted team and one over the optimum that is left out of the sums
    figure = drawn(team_row("A", 30.0), team_row("B", 40.0, counted=False))
    bars = bars_of(figure)
    # Then only the first takes the accent, and the second is hatched
    assert bars["marker"]["color"] == [LIGHT.accent, LIGHT.calm]
    assert bars["marker"]["pattern"]["shape"] == ["", "/"]
    assert figure["layout"]["yaxis"]["ticktext"] == ["A", "B<br>(not counted)"]


def test_a_team_without_an_optimum_is_hatched_though_it_is_in_the_average():
    # Given a counted team at or below the optimum, and a counted one that has none
    rows = (team_row("A", 20.0, left_out=""), team_row("B", 30.0, optimum=None, is_over=None, left_out="no optimum"))
    figure = drawn(*rows)
    # Then only the second is hatched, and its name says why
    assert bars_of(figure)["marker"]["pattern"]["shape"] == ["", "/"]
    assert figure["layout"]["yaxis"]["ticktext"] == ["A", "B<br>(no optimum)"]


def test_names_that_are_cut_alike_stay_two_teams():
    # Given two long names that differ at their end
    names = [f"Safeguarding and family support of the northern villages, team {n}" for n in (1, 2)]
    figure = drawn(*(team_row(name, 20.0) for name in names))
    # Then the axis shows a short form of each, and the bars stay apart
    axis = figure["layout"]["yaxis"]
    assert axis["ticktext"] == [f"Safeguarding and fami…es, team {n}" for n in (1, 2)]
    assert axis["tickvals"] == bars_of(figure)["y"] == names
    assert all(name in said for name, said in zip(names, bars_of(figure)["customdata"], strict=True))


def test_pointing_at_a_bar_says_what_its_average_is_made_of():
    rows = (team_row("A & B", 35.7, before=26.3, allocated=1250, fte=35.0), team_row("C", None, state="FTE not known",
            fte=None))  # fmt: skip
    bars = bars_of(drawn(*rows))
    assert bars["customdata"] == [
        "<b>A &amp; B</b><br>20 February 2013: 35.7<br>3 September 2012: 26.3<br>Children: 1,250; FTE: 35",
        "<b>C</b><br>20 February 2013: FTE not known<br>Children: 200; FTE: not known",
    ]
    assert points_of(drawn())["hoverinfo"] == "skip"


def test_a_team_without_a_worker_has_words_and_no_number():
    # Given a team with children and nobody for them
    rows = (team_row("South 2", None, is_over=True, state="no worker in post, 31 children"), team_row("North 1", 24.9))
    bars = bars_of(drawn(*rows))
    # Then its place says so, outside a bar that has no length
    assert bars["text"][0] == "no worker in post, 31 children"
    assert bars["textposition"][0] == "outside"
    assert bars["x"][0] == 0


def test_no_line_crosses_the_words_in_place_of_a_bar():
    # Given words that reach as far as the optimum, and others that do not
    none = team_row("South 2", None, is_over=True, state="no worker in post, 16 children, 2 waiting")
    figure = drawn(none, team_row("North 1", 24.9), team_row("North 2", None, state="FTE not known"))
    # Then the line stands beside the other teams only, and still has its figure
    assert [(line["y0"], line["y1"]) for line in dashed(figure)] == [(0.55, 1.45), (1.55, 2.45)]
    assert "Optimum 25" in texts(figure)


def test_a_missing_average_says_what_is_missing():
    bars = bars_of(drawn(team_row("North 1", None, state="FTE not known")))
    assert bars["text"] == ["FTE not known"]
    assert bars["marker"]["color"] == [LIGHT.calm]


def test_a_short_bar_has_its_figure_beside_it():
    # Given a bar too short for its figure
    bars = bars_of(drawn(team_row("North 1", 24.9), team_row("South 3", 3.0)))
    assert bars["textposition"] == ["inside", "outside"]


def test_markup_in_a_teams_name_is_only_text():
    # Given a team whose name is read as a picture or a link
    name = '<img src="x"> <b>&amp; A</b>'
    figure = drawn(team_row(name, 30.0, waiting_text="<i>3</i>"))
    # Then it is escaped wherever it is drawn: in the bar, at the tick and at the words beside it
    escaped = '&lt;img src="x"&gt; &lt;b&gt;&amp;amp; A&lt;/b&gt;'
    assert bars_of(figure)["y"] == [escaped]
    assert points_of(figure)["y"] == [escaped]
    assert [note["y"] for note in figure["layout"]["annotations"] if note["text"] == "&lt;i&gt;3&lt;/i&gt;"] == [
        escaped
    ]
    assert "<img" not in repr(figure)


def test_the_words_beside_the_bars_are_under_a_heading():
    # Given what an average hides, here the children who wait
    figure = drawn(team_row("A", 30.0, waiting_text="12"), team_row("B", 20.0, waiting_text="not known"))
    beside = [(note["text"], note["y"]) for note in figure["layout"]["annotations"] if note["xref"] == "paper"]
    assert beside == [("Waiting", 1), ("12", "A"), ("not known", "B")]
    # And without them the bars take the whole width
    narrow, wide = (each["layout"]["margin"]["r"] for each in (drawn(aside=None), figure))
    assert wide > narrow + 8 * len("not known")
    assert "Waiting" not in texts(drawn(aside=None))


def test_the_axis_starts_at_nought_and_does_not_move_with_the_data():
    # Given two months with very different caseloads on the same axis
    low, high = drawn(team_row("A", 5.0)), drawn(team_row("A", 39.0))
    # Then the axis is the same, from nought, and cannot be dragged
    assert low["layout"]["xaxis"] == high["layout"]["xaxis"]
    assert low["layout"]["xaxis"]["range"] == [0, AXIS_END]
    assert low["layout"]["xaxis"]["fixedrange"] is True
    assert low["layout"]["dragmode"] is False


def test_more_teams_take_more_height_and_none_still_draws():
    heights = [drawn(*[team_row(f"Team {n}", 20.0) for n in range(count)])["layout"]["height"] for count in (1, 6, 60)]
    assert heights == sorted(set(heights))
    nobody = team_bars(team_rows(*THREE).head(0), LIGHT, axis_max=25, before_name="", now_name="")
    assert bars_of(nobody)["x"] == []


def test_a_dark_screen_has_its_own_colours():
    colours = bars_of(drawn(style=DARK))["marker"]["color"]
    assert colours == [DARK.accent, DARK.calm, DARK.calm]
    assert LIGHT.accent not in repr(drawn(style=DARK))
