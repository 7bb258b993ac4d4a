"""Caseloads over the months: a panel a team, and the service with its waiting children."""

from __future__ import annotations

from itertools import pairwise

import pandas as pd
import pytest
from drawn_frames import bars_of, dashed, points_of, texts
from every_row import every_row

from charts.history import service_history, team_lines
from charts.style import LIGHT

pytestmark = pytest.mark.unit

MONTHS = ["2012-12-01", "2013-01-01", "2013-02-01"]
TEAMS = ("South 1", "North 1", "South 2", "North 2")


def team_months(**averages: list[float | None]) -> pd.DataFrame:
    rows = [
        {"month": month, "team": team.replace("_", " "), "average": value, "optimum": 25.0}
        for team, values in averages.items()
        for month, value in zip(MONTHS, values, strict=True)
    ]
    return pd.DataFrame(rows).astype({"average": "float64", "optimum": "float64"})


def panels(across: int = 3, **more):
    frame = team_months(**{team.replace(" ", "_"): [20.0, 30.0 + n, 31.0 + n] for n, team in enumerate(TEAMS)})
    return team_lines(frame, LIGHT, axis_max=40, across=across, **more)


def service(averages, waiting, **more):
    frame = pd.DataFrame({"month": MONTHS, "average": averages, "unallocated": pd.array(waiting, dtype="Int64")})
    options = {"optimum": 25.0, "axis_max": 40} | more
    return service_history(frame.astype({"average": "float64"}), LIGHT, **options)


def test_each_team_has_a_panel_in_the_order_given():
    # Given four teams
    figure = panels()
    # Then there are four lines, each in a panel of its own, named with its last figure
    assert [trace["name"] for trace in figure["data"]] == list(TEAMS)
    assert [trace["xaxis"] for trace in figure["data"]] == ["x", "x2", "x3", "x4"]
    assert [trace["yaxis"] for trace in figure["data"]] == ["y", "y2", "y3", "y4"]
    assert texts(figure) == [
        "<b>South 1</b>  31.0",
        "<b>North 1</b>  32.0",
        "<b>South 2</b>  33.0",
        "<b>North 2</b>  34.0",
    ]


def test_all_panels_have_the_same_axes():
    layout = panels()["layout"]
    across, up = ([value for key, value in layout.items() if key.startswith(axis)] for axis in ("xaxis", "yaxis"))
    assert len(across) == len(up) == len(TEAMS)
    assert {tuple(axis["range"]) for axis in up} == {(0, 40)}
    assert {axis["type"] for axis in across} == {"date"}


def test_panels_do_not_overlap():
    # Given panels two across and two down
    layout = panels(across=2)["layout"]
    boxes = [
        (*layout[f"xaxis{number}"]["domain"], *layout[f"yaxis{number}"]["domain"]) for number in ("", "2", "3", "4")
    ]
    # Then each lies inside the figure and beside or under the others
    assert all(0 <= left < right <= 1 and 0 <= low < high <= 1 for left, right, low, high in boxes)
    pairs = [(one, other) for index, one in enumerate(boxes) for other in boxes[index + 1 :]]
    assert all(a[1] <= b[0] or b[1] <= a[0] or a[3] <= b[2] or b[3] <= a[2] for a, b in pairs)


def test_each_panel_has_its_teams_own_optimum():
    frame = team_months(South_1=[20.0, 21.0, 22.0], Front_door=[9.0, 9.0, 9.0], Other=[1.0, 1.0, 1.0])
    frame.loc[frame["team"] == "Front door", "optimum"] = 15.0
    frame.loc[frame["team"] == "Other", "optimum"] = None
    lines = dashed(team_lines(frame, LIGHT, axis_max=40))
    assert [(line["y0"], line["yref"], line["xref"]) for line in lines] == [
        (25.0, "y", "x domain"),
        (15.0, "y2", "x2 domain"),
    ]


def test_a_month_without_a_figure_is_a_gap_and_not_nought():
    # Given a team whose middle month is missing
    figure = team_lines(team_months(South_1=[20.0, None, 22.0]), LIGHT, axis_max=40)
    # Then the line is broken there
    (line,) = figure["data"]
    assert line["y"] == [20.0, None, 22.0]
    assert line["connectgaps"] is False


def test_a_team_that_is_never_known_is_named_without_a_figure():
    assert texts(team_lines(team_months(South_1=[None, None, None]), LIGHT, axis_max=40)) == ["<b>South 1</b>"]


def test_a_break_of_the_series_stands_in_every_panel():
    breaks = [shape for shape in panels(breaks=["2013-01-01"])["layout"]["shapes"] if "dash" not in shape["line"]]
    upright = [shape for shape in breaks if shape.get("x0") == "2013-01-01"]
    assert [shape["xref"] for shape in upright] == ["x", "x2", "x3", "x4"]
    assert [shape["yref"] for shape in upright] == ["y domain", "y2 domain", "y3 domain", "y4 domain"]


def test_markup_in_a_teams_name_is_only_text_over_time_too():
    figure = team_lines(team_months(**{"<b>A</b>": [1.0, 2.0, 3.0]}), LIGHT, axis_max=40)
    assert texts(figure) == ["<b>&lt;b&gt;A&lt;/b&gt;</b>  3.0"]
    assert figure["data"][0]["name"] == "&lt;b&gt;A&lt;/b&gt;"
    assert "<b>A</b>" not in figure["data"][0]["hovertemplate"]


def test_gaps_of_the_service_stay_gaps():
    # Given a service without an average in the middle month
    line = points_of(service([31.0, None, 32.0], [0, 10, 76]))
    assert line["x"] == MONTHS
    assert line["y"] == [31.0, None, 32.0]


def test_waiting_that_is_not_known_is_missing_and_none_waiting_is_nought():
    # Given a month with nobody waiting and one without a figure
    bars = bars_of(service([31.0, 31.5, 32.0], [0, None, 76]))
    # Then only the first is nought
    assert bars["y"] == [0, None, 76]
    assert bars["yaxis"] == "y2"


def test_the_service_is_drawn_against_the_optimum_with_its_breaks_named():
    figure = service([31.0, 31.5, 32.0], [0, 1, 2], breaks=[("2013-01-01", "Restructure <b>A</b>")])
    (line,) = dashed(figure)
    assert (line["y0"], line["y1"], line["yref"]) == (25.0, 25.0, "y")
    assert [shape["x0"] for shape in figure["layout"]["shapes"] if shape["xref"] == "x"] == ["2013-01-01"]
    assert {"Optimum 25", "Restructure &lt;b&gt;A&lt;/b&gt;"} <= set(texts(figure))


@pytest.mark.parametrize(("first", "side"), [(31.0, "top"), (22.8, "bottom")])
def test_the_words_of_the_optimum_stand_where_the_course_does_not_begin(first, side):
    notes = service([first, 26.0, 32.0], [0, 1, 2])["layout"]["annotations"]
    assert [note["yanchor"] for note in notes if note["text"] == "Optimum 25"] == [side]


def test_both_parts_of_the_services_course_start_at_nought():
    layout = service([31.0, 31.5, 32.0], [0, 1, 2])["layout"]
    assert layout["yaxis"]["range"] == [0, 40]
    assert layout["yaxis2"]["rangemode"] == "tozero"
    assert layout["yaxis2"]["domain"][1] < layout["yaxis"]["domain"][0]


def course(months: int):
    """A service of so many months from January 2011, 30.0 each and nobody known to wait."""
    names = [f"{2011 + n // 12}-{n % 12 + 1:02}-01" for n in range(months)]
    return pd.DataFrame({"month": names, "average": 30.0, "unallocated": pd.array([1] * months, dtype="Int64")})


@every_row("months", [2, 3, 9, 10, 24, 60])
def test_each_month_is_named_once_and_no_more_than_nine_are(months):
    # Given a course of so many months
    frame = course(months)
    axis = service_history(frame, LIGHT, optimum=25, axis_max=40)["layout"]["xaxis"]
    # Then the ticks are months of it, the last among them, none twice
    assert axis["tickvals"] == sorted(set(axis["tickvals"]) & set(frame["month"]))
    assert axis["tickvals"][-1] == frame["month"].iloc[-1]
    assert min(months, 5) <= len(axis["tickvals"]) <= 9


def test_a_small_panel_names_no_more_than_four_months():
    frame = course(24).assign(team="A", optimum=25.0)
    assert 2 <= len(team_lines(frame, LIGHT, axis_max=40)["layout"]["xaxis"]["tickvals"]) <= 4


def test_a_bar_is_no_slab_whatever_the_number_of_months():
    # Given courses of two months and of two years
    widths = [
        bars_of(service_history(course(months), LIGHT, optimum=25, axis_max=40))["width"] / 86_400_000
        for months in (2, 24)
    ]
    # Then a bar is at most a tenth of a month's course, and at most twenty days
    assert widths == [pytest.approx(3.1), 20]


def test_few_months_are_dots_too():
    frame = course(6).assign(team="A", optimum=25.0)
    assert team_lines(frame, LIGHT, axis_max=40)["data"][0]["mode"] == "lines+markers"
    assert team_lines(course(7).assign(team="A", optimum=25.0), LIGHT, axis_max=40)["data"][0]["mode"] == "lines"


def test_where_nothing_is_known_of_who_waits_there_is_no_empty_panel():
    # Given a service whose waiting children are never known
    figure = service([31.0, 31.5, 32.0], [None, None, None])
    # Then the line has the whole height, under no heading of children who wait
    assert [trace["type"] for trace in figure["data"]] == ["scatter"]
    assert figure["layout"]["yaxis"]["domain"] == [0, 1]
    assert "yaxis2" not in figure["layout"]
    assert "Children waiting" not in texts(figure)


def test_a_long_name_is_cut_over_its_panel_and_whole_on_hover():
    name = "Safeguarding and family support, the northern and coastal villages"
    figure = team_lines(course(3).assign(team=name, optimum=25.0), LIGHT, axis_max=40)
    assert texts(figure) == ["<b>Safeguarding and fami…l villages</b>  30.0"]
    assert name in figure["data"][0]["hovertemplate"]


def test_few_waiting_children_are_counted_in_whole_ones():
    assert service([31.0, 31.5, 32.0], [0, 0, 2])["layout"]["yaxis2"]["dtick"] == 1
    assert "dtick" not in service([31.0, 31.5, 32.0], [0, 10, 76])["layout"]["yaxis2"]


GAP = ["2024-01-01", "2024-02-01", "2024-03-01", "2024-04-01", "2024-10-01", "2024-11-01"]
QUARTERS = ["2024-01-01", "2024-04-01", "2024-07-01", "2024-10-01"]


def months_of(names: list[str]) -> pd.DataFrame:
    return pd.DataFrame({"month": names, "average": 30.0, "unallocated": pd.array([1] * len(names), dtype="Int64")})


def test_no_line_is_drawn_over_months_that_are_missing():
    # Given a course without May to September
    for figure in (
        service_history(months_of(GAP), LIGHT, optimum=25, axis_max=40),
        team_lines(months_of(GAP).assign(team="A", optimum=25.0), LIGHT, axis_max=40),
    ):
        line = points_of(figure)
        # Then the line is broken after April, and every month is there
        assert dict(zip(line["x"], line["y"], strict=True))["2024-05-01"] is None
        assert set(GAP) < set(line["x"])
        assert line["connectgaps"] is False
        assert "markers" in line["mode"]


def test_figures_of_every_quarter_lack_no_month():
    line = points_of(service_history(months_of(QUARTERS), LIGHT, optimum=25, axis_max=40))
    assert line["x"] == QUARTERS
    assert None not in line["y"]


def test_months_beside_a_gap_do_not_overprint():
    # Given a small panel of six months, of which four are near one another
    ticks = team_lines(months_of(GAP).assign(team="A", optimum=25.0), LIGHT, axis_max=40)["layout"]["xaxis"]["tickvals"]
    # Then those that are named are as far apart as the panel's width asks for
    steps = [(int(b[:4]) - int(a[:4])) * 12 + int(b[5:7]) - int(a[5:7]) for a, b in pairwise(ticks)]
    assert min(steps) >= 3
    assert ticks[-1] == "2024-11-01"
