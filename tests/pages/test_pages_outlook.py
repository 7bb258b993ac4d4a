"""Outlook: what the posts will do by when, how sure that is, what it rests on, and what would be needed."""

from __future__ import annotations

import csv
import io
import json
import re
from decimal import Decimal

import pytest
import streamlit as st
from plotly.graph_objects import Figure
from screen import NOVEMBER, OCTOBER, Screen, row, workbook

from model.words import MOST_WORDS_IN_TITLE, count_words

pytestmark = pytest.mark.functional

CHARTS = ["outlook_fan", "outlook_steps", "outlook_teams", "outlook_needed", "outlook_forecast"]
# The assumptions that hold where a file does not say who came and went.
STEADY = {
    "starts_course": "As many as close", "assumed_months_open": 12, "assumed_turnover": 15, "assumed_absence": 3.5,
    "assumed_lead": 4,
}  # fmt: skip


def expected_line(screen: Screen) -> dict[str, float]:
    """The expected average by ISO month."""
    (line,) = [trace for trace in screen.chart("outlook_fan")["data"] if trace.get("name") == "Expected"]
    return dict(zip(line["x"], line["y"], strict=True))


def ends_of_axes(screen: Screen) -> list[list[object]]:
    """The ends of every axis of the fan."""
    return [screen.chart("outlook_fan")["layout"][name]["range"] for name in ("xaxis", "yaxis", "yaxis2")]


def bands(screen: Screen) -> list[list[float]]:
    """The edges of the two bands: 10, 90, 25 and 75 in 100."""
    return [trace["y"] for trace in screen.chart("outlook_fan")["data"] if trace.get("line", {}).get("width") == 0]


@pytest.mark.back
def test_six_posts_will_not_bring_the_service_to_25():
    # Given the report's question, when it is asked of the months ahead, then the page says no, how sure, what would do
    screen = Screen("outlook", **STEADY)
    assert screen.title == "Six posts bring the service to 28.5 by March 2014, not 25; 14 are needed."
    assert screen.figures == {
        "At 25 or below": "5 in 100", "Posts needed": "14", "Children waiting": "16", "Cost of a full year": "£244,906",
    }  # fmt: skip
    assert "£163,271 in 2013/14, gross, 2013 prices" in screen.text
    assert "simulated futures in March 2014" in screen.text
    assert (
        "for 25 by then and 3 so that nobody waits, both on the expected course; 18 to reach it in 80 in 100"
        in screen.text
    )
    assert "on average; none in 79 in 100 futures, at most 62 in 90 in 100; 0 on the expected course" in screen.text
    # And from when, and what rising numbers would do to it
    assert "Posts approved in March 2013, the month after the figures, are filled from July 2013." in screen.text
    assert "In no month up to February 2016 are even 50 in 100 futures at 25 or below." in screen.text
    assert "**When do rising numbers eat the gain?** In no month up to February 2016, because numbers" in screen.text
    assert "80 in 100 simulated futures come to 25.6 to 30.7 in March 2014" in screen.findings
    assert set(screen.charts()) == set(CHARTS)


@pytest.mark.back
def test_on_the_demand_that_the_months_counted_forecast_it_takes_more_still():
    screen = Screen("outlook")
    assert screen.title == "Six posts leave 62 waiting in March 2014 and 30.8 each, not 25; 21 needed."
    assert "About 148 children a month start: 16 more than close" in screen.findings
    # And what would be needed has its cost, its months and its chance: those of that number on the slider
    said = re.search(
        r"21 posts \((£[\d,]+) a year, without three Team Managers and six family workers\) reach 25 (.+?) in at least "
        r"50 in 100 futures; 28 \(£[\d,]+ a year, without \w+ Team Managers and \w+ family workers\)",
        screen.text,
    )
    assert said
    then = Screen("outlook", outlook_posts="21")
    assert then.figures["Cost of a full year"] == said[1]
    assert f"At least 50 in 100 futures are at 25 or below {said[2]}," in then.text
    # And every other number of posts is beside the question that it answers
    assert "15 posts are enough for 25 today, 21 by March 2014" in screen.findings
    assert screen.table("Numbers of posts")["Posts"].tolist() == ["12", "15", "15", "12", "21", "28"]
    # And what the forecast was wrong by before is in the futures, and said
    assert "wrong before beyond chance, starts by 22% and time open by 5%, in all 36 months" in screen.text
    # And what is read of the months counted is said with the months it is from
    assert "6.0 FTE joined and 1.3 FTE were vacant on average, so a vacancy lasted 2.7 months" in screen.text
    assert screen.widget("assumed_lead").placeholder == "3"
    assert "Forecast by the last month’s number, on average over the next 12 months." in screen.text
    assert (
        "Read from twelve months, March 2012 to February 2013: 5.0 FTE left of 41.9 in post on average" in screen.text
    )


def test_every_answer_says_what_it_rests_on():
    text = Screen("outlook", **STEADY).text
    assert (
        "From 20 February 2013: 1,370 children, 76 of them waiting; case-holding FTE. "
        "Held against 25: allocated children for each social worker" in text
    )
    assert "for each social worker (FTE in post and agency), up to February 2016" in text
    assert (
        "The line is the average at expected inputs, children expected ÷ social workers expected: 28.48. "
        "The mean of the simulated futures is 28.30, 0.18 lower. "
        "Children waiting at expected inputs: 0; on average over the futures, as the bars have it, 16, 16 more."
    ) in text
    # And the measure is named at the bars of the teams, and why a step is nothing beside the steps
    assert "Bars: allocated children for each social worker (FTE in post and agency), expected in March 2014" in text
    assert "Steps of 0.0: number of children, as about as many start as close; smaller first caseloads, as an" in text
    assert "20 February 2013 to March 2014, allocated children, case-holding FTE" in text


def test_the_line_starts_where_the_counted_months_end():
    # Given the counted course to February 2013, then the months ahead begin with its average and those who waited
    screen = Screen("outlook")
    data = screen.chart("outlook_fan")["data"]
    (counted,) = [trace for trace in data if trace.get("name") == "Counted"]
    assert (counted["x"][-1], counted["y"][-1]) == ("2013-02-01", 32.0)
    assert expected_line(screen)["2013-02-01"] == 32.0
    before, after = [trace for trace in data if trace["type"] == "bar"]
    assert before["y"][-1] == 76
    assert len(after["x"]) == 36
    # And the bands lie about the line, the inner in the outer
    p10, p90, p25, p75 = bands(screen)
    assert all(a <= b <= c <= d for a, b, c, d in zip(p10, p25, p75, p90, strict=True))


def test_more_posts_lower_the_line_and_change_nothing_else():
    screen = Screen("outlook", **STEADY)
    needed, before, axes = screen.chart("outlook_needed"), expected_line(screen), ends_of_axes(screen)
    after = expected_line(screen.set("outlook_posts", 14))
    assert screen.title.startswith("14 posts bring the service to 24.6 by March 2014, below 25")
    assert after["2014-03-01"] < before["2014-03-01"]
    # Nobody has joined before the recruitment lead is over, and the curve of chances stands still
    assert [after[month] for month in ("2013-02-01", "2013-05-01")] == [before[m] for m in ("2013-02-01", "2013-05-01")]
    assert screen.chart("outlook_needed") == needed
    assert ends_of_axes(screen) == axes


def test_posts_of_the_added_posts_page_are_those_asked_about_here():
    screen = Screen("posts").set("posts", 12).go("outlook")
    assert screen.widget("outlook_posts").value == 12
    # And once the slider was moved here it stays
    assert screen.set("outlook_posts", 9).go("overview").go("outlook").widget("outlook_posts").value == 9


def test_the_slider_holds_every_number_that_is_needed():
    # Given an answer of more posts than the page of added posts goes to, then it can be asked about on both pages
    screen = Screen("outlook").set("outlook_posts", 21)
    assert screen.title.startswith("21 posts bring the service to")
    assert (screen.figures["Posts needed"], screen.widget("outlook_posts").max) == ("21", 60)
    assert screen.go("costs").widget("outlook_posts").value == 21


@pytest.mark.parametrize(
    ("page", "slider"), [("outlook", "outlook_posts"), ("costs", "outlook_posts"), ("teams", "team_posts")]
)
def test_a_link_keeps_the_number_that_came_from_the_added_posts_page(page, slider):
    # Given somebody who asked for ten posts and went on to another page without touching its slider
    sender = Screen("posts").set("posts", 10).go(page)
    assert sender.widget(slider).value == 10
    # When the link to it is opened by somebody else, then the same stands there
    receiver = Screen(page, **sender.address)
    assert receiver.widget(slider).value == 10
    assert receiver.title == sender.title


def test_the_steps_go_from_now_to_the_month_that_is_judged():
    screen = Screen("outlook", **STEADY)
    bars = screen.chart("outlook_steps")["data"][0]
    assert bars["y"] == [
        "20 February 2013", "Number of children", "Leavers", "Vacancies filled", "Posts added",
        "Smaller first caseloads", "Agency workers", "Fewer left waiting", "March 2014",
    ]  # fmt: skip
    start, *parts, end = bars["x"]
    assert start + sum(parts) == pytest.approx(end, abs=1e-9)
    # And to the last digit in every column of the table
    table = screen.set("outlook_steps_table", True).table("Bars from")
    for name in table.columns[1:]:
        first, *some, last = (Decimal(value.replace("−", "-")) for value in table[name] if value != "–")
        assert first + sum(some) == last, name
    # And growing numbers are a step of their own
    screen.set("assumed_growth", 1.0)
    assert screen.chart("outlook_steps")["data"][0]["y"][1] == "More children"


def test_another_measure_is_held_against_the_optimum():
    screen = Screen("outlook").set("measure", "Per effective worker")
    assert "per effective worker" in screen.title
    assert "all children for each effective FTE, after ramp-up and absence" in screen.text
    # Nobody counts effective FTE, so no month before is drawn
    (counted,) = [trace for trace in screen.chart("outlook_fan")["data"] if trace.get("name") == "Counted"]
    assert counted["y"] == []
    assert screen.chart("outlook_steps")["data"][0]["x"][5] > 0
    every = Screen("outlook").set("measure", "With those who wait")
    assert expected_line(every)["2013-02-01"] == 33.8


def test_an_assumption_can_be_changed_where_it_is_listed():
    screen = Screen("outlook", **STEADY).set("assumed_lead", 9.0)
    assert "Changed here, otherwise 3." in screen.text
    line = expected_line(screen)
    assert line["2013-11-01"] > 30 > line["2014-01-01"]
    # And a link opens with it
    assert Screen("outlook", **screen.address).text == screen.text


def test_starts_that_keep_rising_are_another_answer():
    screen = Screen("outlook", **STEADY)
    (starts,) = re.findall(r"that would be (\d+) starts a month", screen.text)
    assert int(starts) > 1370 / 12
    screen.set("assumed_starts", 142.0)
    # More children come than go, so that more posts are needed than for a number that holds steady
    assert int(screen.figures["Posts needed"]) > 14
    assert "more children add" in " ".join(screen.findings)


def test_without_uncertain_assumptions_the_fan_is_narrower():
    screen = Screen("outlook", **STEADY)
    usual, sure = bands(screen), bands(screen.set("vary", False))
    assert usual[1][12] - usual[0][12] > 1.5 * (sure[1][12] - sure[0][12])


def test_posts_can_be_approved_later_and_in_stages():
    screen = Screen("outlook", **STEADY).set("approved", "August 2013")
    assert expected_line(screen)["2013-11-01"] > 30 > expected_line(screen)["2013-12-01"]
    # A row is offered when the one before it is used
    assert not screen.has("later_posts_2")
    screen.set("later_posts", 4).set("later_posts_2", 2).set("later_approved_2", "January 2015").set("later_posts_3", 1)
    # And the title names those alone that are filled by the month that it is of
    assert screen.title.startswith("Six posts")
    assert "Six of 13 are filled by March 2014." in screen.text
    line = expected_line(screen)
    assert line["2014-05-01"] > line["2014-09-01"] > line["2015-09-01"]
    assert "four more approved in February 2014 from June 2014; two more approved in January 2015" in screen.text
    # And the posts that are needed are all of them, those of later stages too
    assert f"For 25: {screen.figures['Posts needed']} posts" in " ".join(screen.findings)
    assert Screen("outlook", **screen.address).title == screen.title


def test_where_none_is_needed_beyond_later_stages_it_says_how_many_of_those_are():
    # Given far more posts in a later stage than are needed
    screen = Screen("outlook", **STEADY, outlook_posts="0", later_posts="40", later_approved="April 2013")
    assert screen.figures["Posts needed"] == "No more"
    said = re.search(r"(\d+) of the 40 of later stages are enough for 25 by then", screen.text)
    assert said
    # Then with so many and no more none is needed beyond them either, and with one fewer one is
    assert screen.set("later_posts", int(said[1])).figures["Posts needed"] == "No more"
    assert screen.set("later_posts", int(said[1]) - 1).figures["Posts needed"] != "No more"


def test_a_stage_that_comes_too_late_is_not_among_the_posts_needed():
    # Given nine posts, then six more approved a month before the month that is judged add nothing to what is said of it
    screen = Screen("outlook", outlook_posts="9")
    title, needed = screen.title, screen.figures["Posts needed"]
    screen.set("later_posts", 6).set("later_approved", "February 2014")
    assert (screen.title, screen.figures["Posts needed"]) == (title, needed)
    assert "Nine of 15 are filled by March 2014." in screen.text
    # And who waits is in title and card the same number of the expected course
    waiting = re.search(r"leave (\d+) waiting", Screen("outlook").title)
    assert waiting
    assert f"; {waiting[1]} on the expected course, as in the title" in Screen("outlook").text


def test_posts_that_agency_holds_until_they_are_filled_are_told_from_those_that_are():
    # Given six posts, and twenty approved two months before the month judged, half of them held by agency workers
    cover = {"outlook_posts": "6", "assumed_agency_cover": "50"}
    alone = Screen("outlook", **cover)
    screen = Screen("outlook", **cover, later_posts="20", later_approved="January 2014")
    # Then the title does not give the six what the agency does, and fewer posts are needed beside the twenty
    assert screen.title.startswith("Six posts, agency in 20 more: ")
    assert int(screen.figures["Posts needed"]) < int(alone.figures["Posts needed"])
    assert "agency workers hold 50% of the 20 posts approved and not filled by then" in screen.text
    assert "agency workers in 20 more not filled by then counted" in screen.text


def test_months_that_nobody_changed_follow_the_figures_and_stand_in_the_link():
    screen = Screen("outlook")
    assert (screen.address["approved"], screen.address["judged"]) == ("March 2013", "March 2014")
    screen.set("judged", "June 2014").set("month", "September 2012")
    assert (screen.address["approved"], screen.address["judged"]) == ("October 2012", "June 2014")
    # And a link that says neither, or what cannot be, opens with what is usual
    assert Screen("outlook", approved="May 1999").address["approved"] == "March 2013"


def test_posts_that_come_too_late_are_said_to():
    screen = Screen("outlook", **STEADY).set("approved", "December 2013")
    assert screen.title == "Six posts come too late for March 2014: 30.8, not 25; 66 wait."


def test_no_number_of_posts_is_named_where_none_starts_by_then():
    # Given posts that are filled from July at the earliest, when June is judged, then no number of them is enough
    screen = Screen("outlook", judged="June 2013", assumed_lead="4")
    assert screen.figures["Posts needed"] == "Too late"
    assert re.search(
        "filled from July 2013, so that no number of them changes June 2013; "
        r"\d+ posts approved in March 2013 come to 25 in July 2013",
        screen.text,
    )
    assert "For 25 by June 2013 no number of posts is enough: none starts by then" in screen.findings
    assert "Too late" in screen.table("Numbers of posts")["Posts"].tolist()
    assert "over 60" not in screen.text.lower()
    # And in July they are enough again
    assert screen.set("judged", "July 2013").figures["Posts needed"].isdigit()


def test_when_rising_numbers_eat_the_gain_is_a_month():
    screen = Screen("outlook", **STEADY).set("assumed_starts", 142.0)
    said = r"eat the gain\?\*\* In (.+?): by then \d+ more children are open than on 20 February 2013, and the posts"
    assert re.search(said, screen.text)
    assert re.search(
        r"\(150 places at 25, full by \w+ 201\d\)\. Children for each social worker, the waiting", screen.text
    )
    # And where the average only stands still because more wait, that is in the title of its steps
    assert "more left waiting take" in " ".join(screen.set("assumed_starts", 200.0).findings)


def test_teams_have_their_own_expected_averages_and_chances():
    screen = Screen("outlook", **STEADY).set("outlook_teams_table", True)
    table = screen.table("Bar chart of teams in March 2014")
    assert table["Team"].tolist()[0] == "South 1"
    assert table["Added posts"].astype(int).sum() == 6
    assert all(0 <= int(chance) <= 100 for chance in table["Futures of 100 at the optimum"])
    assert "FTE: 26.9; the line is 1,370 children with a worker (0 more wait), for 48.1 FTE: 28.5. " in screen.text
    assert "The 76 who wait for no team yet are in the line and in no bar, and each team" in screen.text
    # And one team alone is a service of its own
    alone = Screen("outlook").set("teams", ["South 1"])
    assert "the chosen team" in alone.title
    assert alone.chart("outlook_teams")["data"][0]["y"] == ["South 1"]


def test_a_team_whose_average_falls_because_children_wait_has_them_beside_it():
    # Given no posts, so that South 3 is given no more than it carries, then its row is of the children it works with
    screen = Screen("outlook", outlook_posts="0", outlook_teams_table="True")
    rows = screen.table("Bar chart of teams in March 2014").set_index("Team")
    south = rows.loc["South 3"]
    number = {name: float(value.replace(",", "")) for name, value in south.items()}
    assert number["Average now"] > number["Expected average"]
    assert number["Children waiting"] > 50
    assert number["Children with a worker"] + number["Children waiting"] == number["Children in all"]
    of_all = number["Children in all"] / number["FTE expected, agency included"]
    assert number["With those who wait"] == pytest.approx(of_all, abs=0.3)
    # And all who wait are in the title, and in the picture beside each bar
    every = rows["Children waiting"].astype(int).sum()
    assert f"expected over 25 in March 2014; {every} wait" in " ".join(screen.findings)
    assert f"{number['Children waiting']:.0f} wait · " in json.dumps(screen.chart("outlook_teams"), ensure_ascii=False)


def test_one_team_can_be_followed_month_by_month():
    # Given no team chosen, then none is drawn; once one is, its months begin with its own average as counted
    screen = Screen("outlook", **STEADY)
    assert "outlook_one_team" not in screen.charts()
    screen.set("outlook_team", "South 1").set("outlook_teams_table", True)
    chart = screen.chart("outlook_one_team")
    (line,) = [trace for trace in chart["data"] if trace.get("name") == "Expected"]
    (counted,) = [trace for trace in chart["data"] if trace.get("name") == "Counted"]
    assert counted["y"][-1] == line["y"][0] == 35.7
    # And in the month that is judged it is where its bar is, with the posts that it is given
    row = screen.table("Bar chart of teams in March 2014").set_index("Team").loc["South 1"]
    assert f"{dict(zip(line['x'], line['y'], strict=True))['2014-03-01']:.1f}" == row["Expected average"]
    assert f"Posts added to this team: {count_words(int(row['Added posts']), 'post')} of 6." in screen.text
    # And a link opens with it, and a team that is not there is none
    assert "outlook_one_team" in Screen("outlook", **screen.address).charts()
    assert "outlook_one_team" not in Screen("outlook", outlook_team="East").charts()


@pytest.mark.parametrize(
    "choice",
    [(), ("outlook_posts", 0), ("outlook_posts", 20), ("measure", "With those who wait"), ("judged", "September 2015"),
     ("teams", ["North 1", "South 2"]), ("month", "September 2012"), ("assumed_growth", 3.0), ("assumed_lead", 0.0)],
    ids=str,
)  # fmt: skip
def test_titles_are_short_and_figures_can_be_drawn_whatever_is_chosen(choice):
    screen = Screen("outlook")
    if choice:
        screen.set(*choice)
    assert [t for t in (screen.title, *screen.findings) if len(t.split()) > MOST_WORDS_IN_TITLE] == []
    for key in screen.charts():
        Figure(**screen.chart(key))


def test_every_chart_has_a_table_and_a_file(monkeypatch):
    given, button = {}, st.download_button

    def remembering(label: str, data: object, **more: object) -> bool:
        given[more["key"]] = data
        return button(label, data, **more)

    monkeypatch.setattr(st, "download_button", remembering)
    screen = Screen("outlook").open_tables()
    for chart in screen.charts():
        rows = list(csv.DictReader(io.StringIO(given[f"{chart}_file"]().decode("utf-8-sig"), newline="")))
        assert rows, chart
        assert all(each["Source"].startswith("Example") and each["What"] for each in rows), chart
    (months,) = [t for t in [*screen.at.table, *screen.at.dataframe] if t.proto.alt.startswith("Fan chart")]
    assert len(months.value) == 12 + 37


COUNCIL = workbook(
    {
        OCTOBER: [row("Riverside", 6.0, 150, None), row("Hillside", 5.0, 120, None)],
        NOVEMBER: [row("Riverside", 6.0, 160, None), row("Hillside", 5.0, 118, None), row("<b>New</b>", None, 40)],
    }
)  # fmt: skip


def test_another_council_is_asked_for_what_its_file_does_not_say(kept):
    # Given a file without established posts, agency or waiting children
    kept(COUNCIL)
    screen = Screen("outlook")
    assert screen.whose == "Anytown"
    assert "children waiting not known" in screen.text
    assert "how many children wait is not known" in screen.text.lower()
    assert "<b>New</b> left out: no FTE in the figures." in screen.text
    assert "How many posts are vacant is not known" in screen.text
    assert "Only two months are kept up to this one: with six" in screen.text
    assert "; not known now" in screen.text
    # Then nothing is vacant until somebody says so
    assert screen.widget("assumed_vacant").value is None
    screen.set("assumed_vacant", 2.0)
    assert screen.chart("outlook_steps")["data"][0]["y"][0] == "28 November 2024"
    assert json.dumps(screen.chart("outlook_teams")).count("<b>New") == 0


def test_a_month_without_fte_has_no_outlook_and_says_why(kept):
    kept(workbook({OCTOBER: [row("Riverside", None, 150), row("Hillside", None, 120)]}))
    screen = Screen("outlook")
    assert screen.title == "The months ahead cannot be worked out from these figures"
    assert "no counted team has a full-time equivalent (FTE) of social workers." in screen.text
    assert "The Upload page takes the month again" in screen.text
    assert screen.charts() == []


@pytest.mark.parametrize(
    "address",
    [
        {"measure": "?", "judged": "never", "approved": "June 1999", "vary": "perhaps", "outlook_posts": "many"},
        {"assumed_lead": "-1", "assumed_turnover": "1000", "assumed_ceiling": "0", "outlook_posts": "100000"},
    ],
)
def test_an_address_that_makes_no_sense_shows_the_usual_page(address):
    assert Screen("outlook", **address).title.startswith("Six posts leave 62 waiting in March 2014")


def test_a_team_that_nobody_is_left_in_is_said_to_be_so(kept):
    # Given a team without a worker and without a post to recruit to
    kept(workbook({OCTOBER: [row("Riverside", 6.0, 150), row("Hillside", 0.0, 20)]}))
    screen = Screen("outlook").set("outlook_posts", 0)
    assert "no worker in post" in json.dumps(screen.chart("outlook_teams"))
