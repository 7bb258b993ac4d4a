"""First start: the example opens, at February 2013, with the figures of the report, marked as an example everywhere."""

from __future__ import annotations

import pytest
from plotly.graph_objects import Figure
from screen import SCRIPTS, Screen

pytestmark = pytest.mark.functional


@pytest.mark.back
def test_the_overview_opens_on_the_reports_figures():
    # Given a first start, without a database
    screen = Screen()
    # Then the finding and the figures are those of February 2013
    assert screen.title == "Five of six teams are over 25; South 1 carries 35.7 children per social worker."
    assert screen.figures == {
        "Service average": "32.0",
        "Children waiting": "76",
        "Children over the optimum": "282",
        "Posts to average 25": "12",
        "Vacancies": "4.0 FTE",
    }
    assert "15 with all 1,370 children" in screen.text
    assert screen.about == "Six teams, as at 20 February 2013"


@pytest.mark.back
def test_teams_stand_in_order_against_the_optimum():
    bars, ticks = Screen().chart("caseload_by_team")["data"]
    assert bars["y"] == ["South 1", "South 2", "North 2", "North 3", "South 3", "North 1"]
    assert bars["x"] == [35.7, 33.6, 33.2, 33.2, 32.3, 24.9]
    assert ticks["name"] == "31 January 2013"


@pytest.mark.back
def test_the_change_since_september_is_demand_and_lost_capacity():
    # When February 2013 is compared with September 2012
    screen = Screen().set("before", "September 2012")
    # Then the parts are those of the reconstruction, and the day is named
    assert "The average rose by 5.1: 2.4 from more children, 2.8 from fewer social workers." in screen.findings
    (bars,) = screen.chart("why_it_moved")["data"]
    assert bars["text"] == ["+2.4", "+2.8"]
    assert "100 more allocated children and 4.0 FTE fewer social workers since 3 September 2012." in screen.text
    # And the ticks are the averages of September
    assert screen.chart("caseload_by_team")["data"][1]["x"] == [26.3, 29.3, 31.1, 31.1, 23.1, 19.9]


@pytest.mark.back
def test_six_posts_do_not_bring_the_service_to_25():
    screen = Screen("posts")
    assert screen.title == "Six posts bring the service to 27.8, not 25; five teams stay over; 76 wait."
    assert screen.figures["Service average"] == "27.8"
    assert screen.figures["Cost a year"] == "£244,906"
    assert screen.figures["Teams still over"] == "5 of 6"
    labels = [button.label for button in screen.at.button if (button.key or "").startswith("enough_")]
    assert labels == [
        "**12** service average of 25",
        "**15** every team at 25 or below",
        "**15** every team, and the 76 who wait",
    ]


def test_every_page_says_that_it_is_an_example():
    screen = Screen()
    for script in SCRIPTS:
        screen.go(script)
        assert screen.is_marked_as_example, script
        assert screen.whose == "Example council"


def test_every_month_says_what_was_made_up():
    # Given the month that the report counted, and one that was invented
    assert "reconstruction" in Screen().text
    january = Screen().set("month", "January 2013")
    assert "made up" in january.text
    assert "all other months made up" in january.text


@pytest.mark.parametrize(
    ("shown", "said"),
    [
        ("This month", "Allocated children for each full-time social worker (case-holding FTE), 20 February 2013;"),
        ("Over time", "(allocated children divided by all FTE, case-holding FTE), and children waiting, March 2011 to"),
        ("By worker", "children scaled to full time; open dots: newly qualified, for whom less is expected; 20 Feb"),
    ],
)
def test_caseloads_answer_by_month_over_time_and_by_worker(shown, said):
    # Whatever is shown, the children, the FTE and the date stand under its title
    screen = Screen("caseloads").set("show", shown)
    assert screen.charts()
    assert said in screen.text


def test_over_time_has_two_years_a_panel_a_team_and_the_restructure():
    screen = Screen("caseloads").set("show", "Over time")
    line, waiting = screen.chart("service_over_time")["data"]
    assert len(line["x"]) == 24
    assert (line["y"][-1], waiting["y"][-1]) == (32.0, 76)
    panels = screen.chart("teams_over_time")
    assert [trace["name"] for trace in panels["data"]] == [
        "South 1",
        "South 2",
        "North 2",
        "North 3",
        "South 3",
        "North 1",
    ]
    assert "Restructure, September 2012" in screen.text


def test_over_time_ends_at_the_chosen_month():
    # Given a month that is not the last one kept
    screen = Screen("caseloads").set("show", "Over time").set("month", "September 2012")
    # Then no line, title or source of the course goes beyond it
    lines = [trace for key in ("service_over_time", "teams_over_time") for trace in screen.chart(key)["data"]]
    assert {trace["x"][-1] for trace in lines} == {"2012-09-01"}
    assert not [finding for finding in screen.findings if "2013" in finding]


def test_the_first_month_has_no_course_and_says_so():
    screen = Screen("caseloads").set("show", "Over time").set("month", "March 2011")
    assert screen.charts() == []
    assert "March 2011 is the earliest month kept" in screen.text


def test_workers_are_counted_one_by_one_and_not_by_their_mean():
    screen = Screen("caseloads").set("show", "By worker")
    dots = screen.chart("caseload_by_worker")["data"][0]
    over = sum(children > 25 for children in dots["x"])
    assert screen.findings[0].startswith(f"{over} of the {len(dots['x'])} workers listed carry more than 25 children")


@pytest.mark.parametrize("shown", ["This month", "By worker"])
def test_waiting_children_always_stand_beside_the_average(shown):
    assert "76 children wait for a social worker" in Screen("caseloads").set("show", shown).text


def test_references_come_with_the_warning_that_they_are_not_like_for_like():
    screen = Screen("caseloads")
    assert "Not like for like" not in screen.text
    for reference, written in (("region", "Region 21 to 32"), ("england", "England 2025 15.2")):
        shown = Screen("caseloads").set(reference, True)
        assert "Not like for like" in shown.text
        assert written in [note["text"] for note in shown.chart("caseload_by_team")["layout"]["annotations"]]


def test_every_definition_and_its_source_are_on_the_methods_page():
    text = Screen("methods").text
    for word in ("Average caseload", "Service average", "Span of control", "paragraph 26", "allocated + unallocated"):
        assert word in text


def test_england_stands_with_its_years_and_its_release():
    screen = Screen("methods")
    table = screen.table("England average caseload")
    assert table.iloc[[0, -1]].to_numpy().tolist() == [["2017", "17.7"], ["2025", "15.2"]]
    assert "Not like for like" in screen.text


def test_plotly_knows_every_property_of_what_the_pages_draw():
    # Given figures that are handed on unchecked, then plotly's own check finds nothing in those of any page
    for screen in (Screen(), Screen("caseloads", region="true", england="true"), Screen("posts")):
        assert screen.charts()
        for key in screen.charts():
            Figure(**screen.chart(key))


@pytest.mark.back
def test_the_change_of_each_team_is_the_reports():
    # When February 2013 stands beside September 2012, then the table has the report's changes by team
    table = Screen().set("before", "September 2012").open_tables().table("Bar chart of children")
    moved = dict(zip(table["Team"], table["Change"], strict=True))
    assert {name: moved[name] for name in ("North 1", "North 2", "North 3", "South 1", "South 2", "South 3")} == {
        "North 1": "+5.0", "North 2": "+2.1", "North 3": "+2.1", "South 1": "+9.4", "South 2": "+4.3", "South 3": "+9.2"
    }  # fmt: skip


@pytest.mark.back
def test_the_change_of_the_service_is_one_number_everywhere():
    # Given two averages which, as shown, are 5.2 apart, and a change that is 5.1 before it is rounded
    screen = Screen().set("before", "September 2012").open_tables()
    table = screen.table("Bar chart of children")
    last = table.iloc[-1]
    assert [value for value in last if value in ("26.8", "32.0", "+5.1")] == ["32.0", "26.8", "+5.1"]
    assert "The service average moved by +5.1 before it was rounded, not +5.2." in screen.text
    assert "+5.1" in screen.text.replace("moved by +5.1", "")
    assert "The average rose by 5.1" in screen.findings[1]
    # And where all agree, nothing is explained
    assert "before it was rounded" not in Screen().set("before", "January 2013").open_tables().text


@pytest.mark.back
def test_how_much_children_grew_and_how_many_wait_is_on_the_screen():
    screen = Screen().set("before", "September 2012")
    assert "In 170 days allocated children rose by 8.4% to 1,294, all children by 14.7% to 1,370." in screen.text
    assert "5.5% of all 1,370 children; since 3 September 2012" in screen.text
    # And the places that six teams of one manager each have
    said = "Six teams of eight social workers at 25 have 1,200 places, for 1,370 children."
    assert said in screen.go("posts").text


def test_a_change_over_the_restructure_says_so():
    screen = Screen().set("before", "August 2012")
    assert "Across the restructure of September 2012: the months are not like for like." in screen.text
    assert "Across the restructure" not in screen.set("before", "September 2012").text


def test_a_reconstruction_is_named_with_its_months():
    said = "children and FTE by team are a reconstruction (B) from the published averages."
    assert f"September 2012: {said}" in Screen(month="January 2013", before="September 2012").text
    assert f"September 2012 and February 2013: {said}" in Screen().set("before", "September 2012").text
    assert "reconstruction (B)" not in Screen(month="January 2013").text
