"""Caseloads of a council of its own: teams that come and go, are left out or have no workers."""

from __future__ import annotations

from io import BytesIO

import pytest
from openpyxl import Workbook
from screen import HILLSIDE, NOVEMBER, OCTOBER, RIVERSIDE, Screen, row, workbook

pytestmark = pytest.mark.functional


def overview(kept, months) -> Screen:
    kept(workbook(months))
    return Screen()


def test_what_moved_the_average_is_not_told_for_other_teams(kept):
    # Given a month with a team that the month before did not have
    screen = overview(kept, {OCTOBER: [RIVERSIDE], NOVEMBER: [RIVERSIDE, HILLSIDE]})
    # Then the change is not split, and the reason is said
    assert "why_it_moved" not in screen.charts()
    assert "28 October 2024 and 28 November 2024 are not of the same teams (now with Hillside)" in screen.text
    assert "There is no earlier month" not in screen.text


def test_another_kind_of_fte_is_no_worker_who_went(kept):
    # Given a month of established posts and one of social workers in post, the children as they were
    october = [row(team, None, children, Established_FTE=6) for team, children in (("A", 120), ("B", 160))]
    november = [row(team, None, children, In_post_FTE=5) for team, children in (("A", 120), ("B", 160))]
    for month, rows in ((OCTOBER, october), (NOVEMBER, november)):
        kept(workbook({month: rows}), f"{month:%B}.xlsx")
    screen = Screen()
    # Then nothing is better or worse, what moved the average is not told, and why is said
    assert "+4.7 not like for like" in screen.text
    assert "since 28 October 2024, established FTE then, FTE in post now" in screen.text.replace("Since", "since")
    assert "why_it_moved" not in screen.charts()
    assert "are not like for like (established FTE then, FTE in post now), so what moved the average" in screen.text
    assert "The FTE of November 2024 is in post; that of October 2024 was established." in screen.text
    assert "fewer social workers" not in screen.text
    assert "orange tick: 28 October 2024, established FTE, not like for like" in screen.text
    # And over time it is a break, marked where it is
    screen.go("caseloads").set("show", "Over time")
    assert "The service average rose from 23.3 in October 2024 to 28.0, not like for like" in screen.findings
    assert "established FTE to October 2024, FTE in post from November 2024" in screen.text
    notes = [note["text"] for note in screen.chart("service_over_time")["layout"]["annotations"]]
    assert any("FTE in post, November 2024" in note for note in notes)


def test_what_moved_the_average_is_not_told_without_fte(kept):
    screen = overview(kept, {OCTOBER: [row("Riverside", None, 180)], NOVEMBER: [RIVERSIDE]})
    assert "Children or FTE are not known for 28 October 2024, so what moved" in screen.text


def test_a_part_of_nothing_is_not_drawn_beside_one_that_counts(kept):
    # Given twelve more children and the same social workers
    screen = overview(kept, {OCTOBER: [row("Riverside", 6.0, 168)], NOVEMBER: [RIVERSIDE]})
    # Then there is one part, and the words say the same FTE
    assert screen.chart("why_it_moved")["data"][0]["y"] == ["More children"]
    assert "12 more allocated children and the same FTE of social workers since " in screen.text
    assert "reconstruction" not in screen.text


def test_counted_teams_without_workers_are_named(kept):
    # Given two teams, of which one has a worker in the list
    kept(workbook({OCTOBER: [RIVERSIDE, HILLSIDE]}, [(OCTOBER, "Hillside", "H-1", "Social worker", 1.0, "No", 30)]))
    screen = Screen("caseloads").set("show", "By worker")
    # Then the title is about the one, and the other is named
    assert "The one worker listed carries more than 25 children for full-time hours" in screen.findings
    assert "No workers are given for Riverside." in screen.text


def test_the_highest_caseload_says_what_it_is_made_of():
    # Given the example, whose South 1 lost FTE and gained children since September
    screen = Screen().set("before", "September 2012")
    said = "South 1 has 214 children for 6 FTE: since 3 September 2012, 17 more children and 1.5 FTE fewer."
    assert said in screen.text
    assert said in screen.go("caseloads").text


def test_workers_are_set_beside_those_of_the_compared_month():
    screen = Screen("caseloads").set("show", "By worker")
    now = screen.findings[0].split(" of ")[0]
    assert now == "42"
    assert "On 31 January 2013 it was " in screen.text
    assert "On 31 December 2012 it was " in screen.set("before", "December 2012").text


def test_a_compared_month_without_workers_is_said(kept):
    workers = [(NOVEMBER, "Riverside", "A", "Social worker", 1.0, "No", 30)]
    kept(workbook({OCTOBER: [RIVERSIDE], NOVEMBER: [RIVERSIDE]}, workers))
    assert "No workers are listed for 28 October 2024." in Screen("caseloads").set("show", "By worker").text


def test_months_are_words_in_tables_and_iso_in_files():
    screen = Screen("caseloads").set("show", "Over time").set("service_over_time_table", True)
    table = screen.table("The service average went")
    assert table["Month"].tolist()[-2:] == ["January 2013", "February 2013"]
    assert table["As at"].tolist()[-1] == "20 February 2013"
    # And numbers are sent as numbers, which the browser puts at the right, with the words that are shown
    (sent,) = [node.value for node in screen.at.table if node.proto.alt.startswith("The service average went")]
    assert sent["Average caseload"].tolist()[-1] == 32.0
    assert table["Allocated children"].tolist()[-1] == "1,294"


def test_figures_of_stockton_are_called_so_for_another_council(kept):
    assert Screen("caseloads").widget("region").label == "Regional range, 21 to 32"
    kept(workbook({OCTOBER: [RIVERSIDE, HILLSIDE]}))
    assert Screen("caseloads").widget("region").label == "Stockton’s region in 2013, 21 to 32"
    assert "for a full post (Stockton, 2013: set your own on Methods)" in Screen("posts").text
    methods = Screen("methods")
    assert methods.text.count("Stockton’s figure of 2013, until you type your own") == 7
    # Until they set their own
    methods.submit("Keep the settings", setting_band_low="10", setting_cost_per_post="50000")
    assert methods.text.count("Stockton’s figure of 2013, until you type your own") == 5
    screen = Screen("caseloads").set("region", True)
    assert screen.widget("region").label == "Regional range, 10 to 32"
    assert "Not like for like: the regional range is the one typed on the Methods page." in screen.text


def test_a_council_can_say_that_the_same_optimum_is_its_own(kept):
    # Given a council that has changed nothing, whose own optimum is 25 as well
    kept(workbook({OCTOBER: [RIVERSIDE, HILLSIDE]}))
    assert "25 is Stockton’s planning figure of 2013" in Screen().text
    # When it says so, then no page calls it Stockton's, and it stays so when another figure is changed
    methods = Screen("methods").submit("Keep the settings", setting_own_optimum=True)
    assert methods.widget("setting_own_optimum").value
    methods.submit("Keep the settings", setting_cost_per_post="50000")
    assert "25 is this service’s own planning figure" in Screen().text
    assert "Stockton’s planning figure" not in Screen("caseloads").text
    # And the example has nothing to say there
    assert not Screen("methods", data="Example council").has("setting_own_optimum")


def test_a_year_before_that_is_not_kept_is_named(kept):
    # Given October and November, when November is compared with the year before
    kept(workbook({OCTOBER: [RIVERSIDE], NOVEMBER: [RIVERSIDE]}))
    screen = Screen(before="Same month last year")
    # Then it is said which month is not there, and not that none is
    assert "There are no figures for November 2023 to compare with, so what moved the average" in screen.text
    assert "no earlier month" not in screen.text.casefold()
    # And of the first month of all that there is none before it
    assert "There is no earlier month to compare with" in Screen(month="October 2024").text


def test_a_link_whose_compared_month_is_missing_says_so(kept):
    kept(workbook({OCTOBER: [RIVERSIDE], NOVEMBER: [RIVERSIDE]}))
    assert "The link asks for March 2011" in Screen(before="March 2011").text
    assert "The link asks" not in Screen(before="October 2024").text


def test_a_chosen_team_without_figures_in_the_month_is_named(kept):
    kept(workbook({OCTOBER: [RIVERSIDE], NOVEMBER: [RIVERSIDE, HILLSIDE]}))
    screen = Screen(teams="Hillside", month="October 2024")
    assert screen.title == "Hillside has no figures in October 2024."
    for page in ("overview", "caseloads", "posts"):
        assert "FTE not known" not in screen.go(page).text
        assert "No team is chosen" not in screen.text
        assert "Hillside has no figures in October 2024" in screen.text
    # And as the compared month
    later = Screen(teams="Hillside", month="November 2024")
    assert "Hillside has no figures in October 2024, so what moved the average cannot be shown." in later.text


def test_a_closed_teams_last_figure_stands_with_its_month(kept):
    # Given Hillside with no social worker left in the last month
    left = row("Hillside", 0.0, 30)
    kept(workbook({OCTOBER: [RIVERSIDE, row("Hillside", 2.0, 30)], NOVEMBER: [RIVERSIDE, left]}))
    chart = Screen("caseloads").set("show", "Over time").chart("teams_over_time")
    names = [note["text"] for note in chart["layout"]["annotations"]]
    assert "<b>Hillside</b>  15.0 in October 2024" in names
    assert "<b>Riverside</b>  30.0" in names


def test_who_is_at_work_is_shown_by_team_without_names():
    # Given the example, in which 4 of 44.5 established posts are vacant and 1.1 FTE were away sick
    screen = Screen("caseloads", show="Who is at work")
    assert "Of 44.5 established FTE 39.4 are at work; 4.0 vacant, 1.1 away" in screen.findings
    assert screen.figures == {
        "Established (FTE)": "44.5",
        "In post (FTE)": "40.5",
        "At work (FTE)": "39.4",
        "Holding cases (FTE)": "40.5",
        # 2.9% of 40.5 was away in the months kept
        "Effective (FTE)": "39.4",
    }
    parts = {trace["name"]: trace["x"] for trace in screen.chart("people_away")["data"]}
    assert list(parts) == ["At work", "Away sick", "Vacant"]
    assert round(sum(map(sum, parts.values())), 1) == 44.5
    table = screen.open_tables().table("Stacked bars of established posts by team")
    assert table["Away sick (FTE)"].tolist()[-1] in ("1.1", 1.1)
    # And nobody's code is on the page
    assert "N1-0" not in screen.text


def test_a_file_that_does_not_say_who_is_away_has_no_such_bars(kept):
    kept(workbook({OCTOBER: [row("Riverside", 6.0, 150)]}))
    screen = Screen("caseloads", show="Who is at work")
    assert "how many posts are established and how many of them filled, nor who is away" in screen.text
    assert screen.charts() == []


def test_a_list_of_workers_that_says_who_is_away_shows_the_gap_by_team_and_by_title(kept):
    # Given a list of workers with one vacant post, two people away sick and one on leave, and no table of teams
    rows = [
        ("Worker caseloads as at 30 October 2024",),
        ("Team", "Worker", "Post title", "FTE", "Status", "Children allocated"),
        ("Riverside", "SW 1", "Social worker", 1, "In post", 20),
        ("Riverside", "SW 2", "Social worker", 0.6, "Long-term sick", 0),
        ("Hillside", "SW 3", "Social worker", 1, "Off sick", 0),
        ("Hillside", "SW 4", "Social worker", 0.8, "Maternity leave", 0),
        ("Hillside", "SW 5", "Manager", 1, "In post", 5),
        ("Hillside", "Vacant", "Social worker", 1, None, None),
    ]
    book, content = Workbook(), BytesIO()
    for row_of_list in rows:
        book.worksheets[0].append(row_of_list)
    book.save(content)
    kept(content.getvalue())
    screen = Screen("caseloads", show="Who is at work")
    # Then the bars by team and by title have every part, and established posts are those in post and those listed
    assert "Of 5.4 established FTE 2.0 are at work; 1.0 vacant, 2.4 away" in screen.findings
    assert "Widest gap: Social worker, 1.0 of 4.4 established FTE at work" in screen.findings
    bars = {trace["name"]: trace["x"] for trace in screen.chart("post_titles")["data"]}
    assert bars == {"At work": [1, 1], "On leave": [0.8, 0], "Away sick": [1.6, 0], "Vacant": [1, 0]}
    table = screen.open_tables().table("Stacked bars of established posts by post title").set_index("Post title")
    assert list(map(float, table.loc["All post titles"])) == [5, 1, 5.4, 4.4, 1, 1.6, 0.8, 2]
    assert "who is away" not in screen.text and "Effective FTE is above those at work" in screen.text
    # And one team alone is not shown by title, where it would be about one person
    alone = Screen("caseloads", show="Who is at work", teams="Riverside")
    assert "for all teams together only" in alone.text and alone.charts() == ["people_away"]


def test_vacant_posts_of_a_list_of_workers_stand_by_title(kept):
    # Given a list of workers with vacant posts, when the page says who is at work, then they stand by post title
    people = [
        (OCTOBER, "Riverside", "SW 1", "Social worker", 1, "No", 20),
        (OCTOBER, "Riverside", "Vacant", "Social worker", 0.8, None, None),
        (OCTOBER, "Hillside", "Vacant", "Senior practitioner", 1, None, None),
    ]
    kept(workbook({OCTOBER: [row("Riverside", 6.0, 180), row("Hillside", 5.5, 121)]}, people))
    screen = Screen("caseloads", show="Who is at work")
    assert "Most vacant: Senior practitioner, 1.0 FTE, none in post" in screen.findings
    table = screen.open_tables().table("Stacked bars of established posts by post title").set_index("Post title")
    told = table.loc["Social worker", ["In post (people)", "Vacant posts", "Established FTE", "Vacant (FTE)"]]
    assert list(map(float, told)) == [1, 1, 1.8, 0.8]
    # And who is away is not known
    assert set(table["Away sick (FTE)"]) == {"–"} and "The list does not say who is away" in screen.text
    # And a list without any says how they are given
    assert (
        "a row with “Vacant” in place of a name"
        in Screen("caseloads", show="Who is at work", data="Example council").text
    )
