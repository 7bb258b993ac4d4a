"""Added posts: how many, where, at what cost, and what they leave; by hand, and within limits."""

from __future__ import annotations

from datetime import date

import pytest
from screen import NOVEMBER, OCTOBER, Screen, row, workbook

from ui.posts_by_hand import hand_key

TEAMS = ("North 1", "North 2", "North 3", "South 1", "South 2", "South 3")
pytestmark = pytest.mark.functional

BASIS = "20 February 2013, allocated children, case-holding FTE"


def placed(screen: Screen) -> dict[str, int]:
    """Posts by team, as they stand beside the bars."""
    figure = screen.chart("posts_by_team")
    teams = figure["data"][0]["y"]
    beside = {note["y"]: note["text"] for note in figure["layout"]["annotations"] if note["y"] in teams}
    return {team: int(beside[team].removeprefix("+") or 0) for team in teams}


def averages(screen: Screen) -> dict[str, float]:
    bars = screen.chart("posts_by_team")["data"][0]
    return dict(zip(bars["y"], bars["x"], strict=True))


@pytest.mark.back
def test_six_posts_go_where_caseloads_are_highest():
    screen = Screen("posts")
    assert placed(screen) == {"South 1": 2, "South 2": 1, "North 2": 1, "North 3": 1, "South 3": 1, "North 1": 0}
    assert averages(screen) == {
        "South 1": 26.8,
        "South 2": 29.4,
        "North 2": 28.8,
        "North 3": 28.8,
        "South 3": 28.3,
        "North 1": 24.9,
    }
    # And the ticks are the averages of today
    assert screen.chart("posts_by_team")["data"][1]["x"] == [35.7, 33.6, 33.2, 33.2, 32.3, 24.9]


@pytest.mark.back
@pytest.mark.parametrize(
    ("posts", "cost", "average"),
    [(0, "£0", "32.0"), (10, "£408,177", "25.6"), (12, "£489,812", "24.6"), (15, "£612,265", "23.3")],
)
def test_another_number_has_its_own_answer(posts, cost, average):
    screen = Screen("posts").set("posts", posts)
    assert screen.figures["Cost a year"] == cost
    assert screen.figures["Service average"] == average
    assert sum(placed(screen).values()) == posts


def test_enough_sets_the_number():
    screen = Screen("posts").press("enough_average")
    assert screen.widget("posts").value == 12
    assert screen.title.startswith("Twelve posts bring the service to 24.6, below 25")
    # And every team takes more
    screen.press("enough_every_team")
    assert screen.widget("posts").value == 15
    assert screen.figures["Teams still over"] == "0 of 6"
    assert screen.title.endswith("all waiting have places.")


def test_all_children_need_more_posts_and_the_page_says_which_it_counts():
    screen = Screen("posts").set("children", "All children")
    assert "15" in screen.widget("enough_average").label
    assert "with 76 waiting children counted" in screen.title
    assert "20 February 2013, allocated and unallocated children" in screen.text
    # But for the bars, which those who wait for no team are in none of
    assert all("are in no bar" in line for line in screen.text.splitlines() if BASIS in line)
    assert BASIS in screen.set("children", "Allocated").text


def test_the_curve_meets_the_optimum_at_the_number_that_is_enough():
    line, crossing = Screen("posts").chart("posts_curve")["data"]
    assert crossing["x"] == [12]
    assert line["y"][12] <= 25 < line["y"][11]
    assert line["y"] == sorted(line["y"], reverse=True)


def test_the_curve_stands_still_while_the_slider_moves():
    # Given six posts, when the slider moves, then the bars are others and the curve is the same to the last point
    screen = Screen("posts")
    curve, bars = screen.chart("posts_curve"), screen.chart("posts_by_team")
    assert screen.set("posts", 8).chart("posts_curve") == curve
    assert screen.chart("posts_by_team") != bars


def test_who_asks_for_what_is_enough_asks_for_it_to_be_placed():
    # Given posts placed by hand, when a number that is enough is pressed, then it is placed
    screen = Screen("posts").set("by_hand", True).set(hand_key("North 1"), 5).press("enough_average")
    assert not screen.widget("by_hand").value
    assert sum(placed(screen).values()) == 12


def test_what_posts_do_not_solve_is_listed():
    text = Screen("posts").text
    assert "What the posts do not solve" in text
    assert "Five teams are still over 25" in text
    assert "132 children more than the optimum" in text
    assert "76 children wait for a social worker" in text
    assert "One further Team Manager is needed" in text


def test_another_objective_places_them_elsewhere():
    usual = placed(Screen("posts"))
    screen = Screen("posts").set("objective", "Most even caseloads")
    assert sum(placed(screen).values()) == 6
    fewest = Screen("posts").set("objective", "Fewest children over the optimum")
    assert usual["South 1"] == 2
    assert sum(placed(fewest).values()) == 6
    assert fewest.figures["Service average"] == screen.figures["Service average"] == "27.8"


def test_placing_by_hand_starts_from_the_best():
    screen = Screen("posts")
    assert "by hand" not in screen.widget("posts").label
    screen.set("by_hand", True)
    # Then the slider rests, and says that its number is where the boxes start
    assert screen.widget("posts").disabled
    assert "the numbers by hand count" in screen.widget("posts").label
    assert [screen.widget(hand_key(team)).value for team in TEAMS] == [0, 1, 1, 2, 1, 1]
    assert placed(screen)["South 1"] == 2


def boxes(screen: Screen) -> dict[str, int]:
    """Posts by team, as they stand in the boxes."""
    return {team: screen.widget(hand_key(team)).value for team in TEAMS}


def test_the_slider_rests_in_a_link_by_hand_too():
    screen = Screen("posts", by_hand="true", posts="10")
    assert screen.widget("posts").disabled
    assert "by hand" in screen.widget("posts").label


def test_placing_by_hand_starts_from_the_best_of_the_number_now_asked():
    # Given somebody who looked at six posts by hand, added one, and put the hand away
    screen = Screen("posts").set("by_hand", True).set(hand_key("North 1"), 1).set("by_hand", False)
    # When twelve are asked for and placed by hand, then they start from the best placement of twelve
    best = placed(screen.press("enough_average"))
    screen.set("by_hand", True)
    assert boxes(screen) == placed(screen) == best
    assert sum(best.values()) == 12


@pytest.mark.parametrize(("key", "value"), [("month", "September 2012"), ("most_in_team", 8.0)])
def test_what_nobody_typed_follows_the_best_placement(key, value):
    # Given boxes as they stand for another question
    there = boxes(Screen("posts", posts="9").set(key, value).set("by_hand", True))
    # When the question changes while posts are placed by hand, one team's by a person
    screen = Screen("posts", posts="9").set("by_hand", True)
    assert boxes(screen) != there
    screen.set(hand_key("North 1"), 7).set(key, value)
    # Then that team keeps them, and all others stand as for the other question
    assert boxes(screen) == there | {"North 1": 7}


def test_a_change_by_hand_shows_what_it_does_against_the_best():
    # Given the best placement, when a post of South 1 goes to North 1
    screen = Screen("posts").set("by_hand", True).set(hand_key("North 1"), 1).set(hand_key("South 1"), 1)
    # Then the highest average is South 1's, and the best of as many stands beside it
    assert placed(screen) == {"South 1": 1, "South 2": 1, "North 2": 1, "North 3": 1, "South 3": 1, "North 1": 1}
    assert "By hand: highest average 30.6, 157 children over the optimum." in screen.text
    assert "Best for “highest caseload first” with the same six posts: 29.4 and 132." in screen.text
    # And a seventh is paid for
    assert screen.set(hand_key("North 1"), 2).figures["Cost a year"] == "£285,724"


def test_by_hand_stays_while_another_page_is_looked_at():
    screen = Screen("posts").set("by_hand", True).set(hand_key("North 1"), 3)
    assert placed(screen.go("overview").go("posts"))["North 1"] == 3


def test_a_link_with_posts_by_hand_shows_what_the_sender_saw():
    # Given posts placed by hand, some of them taken away again
    sender = (
        Screen("posts").set("posts", 4).set("by_hand", True).set(hand_key("North 1"), 3).set(hand_key("South 1"), 0)
    )
    # When the address is opened by somebody else
    receiver = Screen("posts", **sender.address)
    # Then they see the same
    assert receiver.title == sender.title
    assert placed(receiver) == placed(sender)
    assert placed(receiver)["North 1"] == 3


@pytest.mark.parametrize("typed", [{}, {"North 2": 4, "South 1": 0}])
def test_a_link_by_hand_shows_what_the_sender_saw_after_another_month(typed):
    # Given posts placed by hand, then another month
    sender = Screen("posts").set("by_hand", True)
    for team, posts in typed.items():
        sender.set(hand_key(team), posts)
    sender.set("month", "September 2012")
    # When the address is opened by somebody else, then they see the same
    receiver = Screen("posts", **sender.address)
    assert receiver.title == sender.title
    assert boxes(receiver) == boxes(sender)
    assert receiver.figures == sender.figures


def test_an_address_holds_what_was_changed_and_nothing_else():
    # Given the page as it opens: whose figures and which month are always in the address
    screen = Screen("posts")
    assert screen.address == {"data": "Example council", "month": "February 2013"}
    # When posts are placed by hand, then only what somebody typed is added
    screen.set("by_hand", True).set(hand_key("North 1"), 3)
    assert set(screen.address) == {"data", "month", "by_hand", hand_key("North 1")}


def test_a_link_with_a_number_shows_it():
    assert Screen("posts", posts="12").title.startswith("Twelve posts bring the service to 24.6")


def test_a_limit_of_hours_leaves_posts_over_and_says_so():
    screen = Screen("posts").set("posts", 15).set("most_in_team", 8.0)
    assert sum(placed(screen).values()) == 6
    assert "Nine posts cannot be placed: every team would be above the limit of 8 full-time equivalents" in screen.text
    # And only those that are placed are paid for
    assert screen.figures["Cost a year"] == "£244,906"


def test_one_managers_span_counts_people():
    # Given teams of seven and eight people and a limit of eight, when six posts come, then most have no room.
    screen = Screen("posts").set("span", True)
    left = 6 - sum(placed(screen).values())
    assert left > 0
    assert "cannot be placed" in screen.text
    assert "eight people" in screen.text


def test_without_people_the_span_places_nothing_rather_than_guess(kept):
    kept(workbook({OCTOBER: [row("Riverside", 6.0, 180), row("Hillside", 5.0, 150)]}))
    screen = Screen("posts").set("span", True)
    assert placed(screen) == {"Riverside": 0, "Hillside": 0}
    assert "is not known for Riverside and Hillside" in screen.text
    assert screen.figures["Further managers"] == "Not known"


def test_part_time_posts_cost_and_bring_their_share():
    screen = Screen("posts").set("size", 0.5)
    assert screen.figures["Cost a year"] == "£122,453"
    assert "Six posts of 0.5 FTE bring the service to 29.7" in screen.title
    assert "**23** service average of 25" in [button.label for button in screen.at.button]


def test_part_of_a_year_is_costed_beside_the_whole():
    screen = Screen("posts").set("months", 3)
    assert screen.figures["Cost a year"] == "£244,906"
    assert "£61,227 in 3 months" in screen.text


def test_chosen_teams_get_the_posts():
    screen = Screen("posts").set("teams", ["North 1", "South 1"])
    assert set(placed(screen)) == {"North 1", "South 1"}
    assert "the chosen teams" in screen.title


def test_nothing_is_promised_where_fte_is_not_known(kept):
    rows = [row("Riverside", None, 180), row("Hillside", None, 121)]
    kept(workbook({OCTOBER: rows}))
    screen = Screen("posts")
    assert "cannot be worked out" in screen.title
    assert "full-time equivalent" in screen.text
    assert "Service average" not in screen.figures
    assert [button for button in screen.at.button if (button.key or "").startswith("enough_")] == []


def test_a_link_with_part_time_posts_offers_what_is_enough_of_them():
    # Given a link to half posts, opened first of all, then the buttons and the end of the slider count half posts
    screen = Screen("posts", size="0.5")
    assert "**23** service average of 25" in [button.label for button in screen.at.button]
    assert screen.widget("posts").max >= 29
    # And pressing the largest sets it
    wanted = next(button.label for button in screen.at.button if button.key == "enough_waiting").split("**")[1]
    assert str(screen.press("enough_waiting").widget("posts").value) == wanted


def test_posts_placed_by_hand_stay_with_their_team_when_teams_are_chosen():
    # Given five posts typed for North 1
    screen = Screen("posts").set("by_hand", True).set(hand_key("North 1"), 5)
    # When only the South is chosen, then none of them moves there
    screen.set("teams", ["South 1", "South 3"])
    assert screen.widget(hand_key("South 1")).value < 5


def test_growth_says_when_it_fills_as_many_places_and_who_needs_them_today():
    # Given six posts and the growth since September: of all children, whichever of them are counted
    screen = Screen("posts").set("before", "September 2012")
    assert "31.5 children a month, as many places are filled in 4.8 months" in screen.text
    screen.set("children", "All children")
    assert "31.5 children a month, as many places are filled in 4.8 months" in screen.text
    # Then nobody can read that they stand empty until then: 282 children are over the optimum in five teams
    assert (
        "The posts are 150 places. 282 children over the optimum and 76 who wait need places now, more than these"
        in (screen.text)
    )
    # And fifteen posts are 375 places
    screen.set("posts", 15)
    assert "375 places. 282 children over the optimum and 76 who wait need places now. At" in screen.text


def test_posts_that_are_not_filled_are_named_before_others_are_asked_for():
    # Given 44.5 established posts in the example and 40.5 full-time equivalents who hold cases
    assert "Established posts of 4.0 full-time equivalents are not filled today." in Screen("posts").text


def test_posts_that_agency_workers_hold_are_said_beside_those_not_filled(kept):
    # Given twelve established posts, with ten in post and one held by an agency worker
    held = {"Established_FTE": 6.0, "In_post_FTE": 5.0}
    kept(workbook({OCTOBER: [row("Riverside", 6.0, 200, **held), row("Hillside", 5.0, 150, **held)]}))
    # Then both pages' numbers are explained by one another: one not filled, and one by an agency worker
    text = Screen("posts").text
    assert "Established posts of 1.0 full-time equivalents are not filled today." in text
    assert "Agency workers hold another 1.0, which the Outlook counts as vacant too." in text
    assert "2.0 FTE vacant now" in Screen("outlook").text


def test_workers_in_post_without_cases_are_no_vacant_posts(kept):
    # Given 26 established posts with 23.2 in post, of whom 22.5 hold cases
    teams = (("Riverside", 7.5, 9.0, 8.0), ("Hillside", 7.0, 8.0, 7.0), ("Lakeside", 8.0, 9.0, 8.2))
    rows = [row(name, held, 190, Established_FTE=full, In_post_FTE=there) for name, held, full, there in teams]
    kept(workbook({OCTOBER: rows}))
    # Then as many posts are not filled as the Overview counts vacancies
    assert "Established posts of 2.8 full-time equivalents are not filled today." in Screen("posts").text
    assert "2.8 FTE" in Screen("overview").text


def test_where_nobody_knows_who_is_in_post_no_post_is_called_vacant(kept):
    kept(workbook({OCTOBER: [row("Riverside", 6.0, 200, Established_FTE=8.0)]}))
    text = Screen("posts").text
    assert "In established posts of 2.0 full-time equivalents nobody holds cases today; how many of these" in text
    assert "not filled today" not in text


TWO_MONTHS = workbook(
    {
        OCTOBER: [row("Riverside", 6.0, 200), row("Hillside", 5.0, 150)],
        NOVEMBER: [row("Riverside", 6.0, 230), row("Hillside", 5.0, 150)],
    }
)


def test_another_council_starts_at_what_is_enough_for_its_average(kept):
    # Given a council that needs 380 / 25 - 11 posts, which is 4.2, in November and three in October
    kept(TWO_MONTHS)
    screen = Screen("posts")
    assert screen.widget("posts").value == 5
    assert "below 25" in screen.title
    # When another month is looked at, then a slider that nobody moved follows, and one that was moved does not
    assert screen.set("month", "October 2024").widget("posts").value == 3
    assert screen.set("posts", 2).set("month", "November 2024").widget("posts").value == 2


def test_the_example_starts_at_the_six_of_the_report(kept):
    assert Screen("posts").widget("posts").value == 6
    # And whoever looked at it does not take its six to a council of their own
    screen = Screen("posts")
    kept(TWO_MONTHS)
    screen.go("posts").set("data", "Anytown")
    assert screen.widget("posts").value == 5
    assert screen.set("data", "Example council").widget("posts").value == 6


def test_a_link_without_a_number_opens_where_its_sender_saw_it(kept):
    # Given a sender who counted all children after the page had opened
    kept(TWO_MONTHS)
    sender = Screen("posts").set("children", "All children")
    link = {key: value for key, value in sender.address.items() if key != "posts"}
    # Then the number is the one that it opened with
    assert Screen("posts", **link).widget("posts").value == sender.widget("posts").value == 5
    assert Screen("posts", posts="6", data="Anytown").widget("posts").value == 6


def unlike_months(earlier: list, later: list, **days: date) -> bytes:
    """Two months of teams, each counted on a day of its own."""
    return workbook(
        {
            OCTOBER: [each | {"As at": days.get("before", date(2024, 10, 28))} for each in earlier],
            NOVEMBER: [each | {"As at": days.get("after", date(2024, 11, 28))} for each in later],
        }
    )


@pytest.mark.parametrize(
    ("content", "grows"),
    [
        (unlike_months([row("Alpha", 4.0, 104)], [row("Alpha", 4.0, 111)]), True),
        (unlike_months([row("Alpha", 4.0, 104)], [row("Alpha", 4.0, 111), row("Beta", 3.0, 100)]), False),
        (
            unlike_months(
                [row("Alpha", 4.0, 104)],
                [row("Alpha", 4.0, 111)],
                before=date(2024, 10, 31),
                after=date(2024, 11, 20),
            ),
            True,
        ),
        (
            unlike_months(
                [row("Alpha", 4.0, 104)],
                [row("Alpha", 4.0, 111)],
                before=date(2024, 10, 31),
                after=date(2024, 11, 4),
            ),
            False,
        ),
    ],
)
def test_growth_is_that_of_the_same_teams_over_a_fortnight_or_more(kept, content, grows):
    kept(content)
    assert ("as many places are filled in" in Screen("posts", posts="2").text) == grows


def test_growth_of_the_allocated_alone_is_called_so(kept):
    # Given two months of which nobody knows who waits, then growth is of the children who have a worker.
    kept(unlike_months([row("Alpha", 4.0, 104, None)], [row("Alpha", 4.0, 111, None)]))
    assert "allocated children a month, as many places are filled in" in Screen("posts", posts="2").text


def test_growth_across_a_restructure_is_not_said():
    # Given September 2012 against 31 August: the teams began on 3 September
    assert "as many places are filled in" not in Screen("posts", month="September 2012").text
    assert "as many places are filled in" not in Screen("posts", before="August 2012").text


def test_the_heading_of_the_bars_says_nothing_of_children_who_are_in_no_bar():
    # Given all children counted, those who wait known for the service only
    screen = Screen("posts", children="All children")
    assert screen.figures["Service average"] == "29.5"
    # Then the heading has no other average, and what is under it is of the bars
    heading = next(text for text in screen.findings if "most" in text)
    assert heading == "South 2 carries most, 29.4 children per social worker."
    assert "76 children who wait have no team and are in no bar. 20 February 2013, allocated children" in screen.text


BLIND = [row("Alpha", 4.0, 120, 2), row("Beta", 3.0, 60, None), row("Gamma", None, 70, 5)]


def test_only_teams_of_which_it_is_known_stay_over_or_not(kept):
    # Given three teams, one of them without FTE
    kept(workbook({NOVEMBER: BLIND}))
    screen = Screen("posts")
    # Then two can be judged, and the third is named
    assert screen.figures["Teams still over"] == "0 of 2"
    assert "1 now; without Gamma" in screen.text
    # And what is enough is so for those two, and for no more
    assert "Enough, counting only the two teams with known figures, for:" in screen.text
    offered = {button.key: button.label for button in screen.at.button}
    assert offered["enough_every_team"] == "**1** each at 25 or below"


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        (BLIND, "each, and at least two who wait"),
        ([row("Alpha", 4.0, 120, 2), row("Gamma", None, 70, 5)], "each, and two of the 7 who wait"),
        ([row("Alpha", 4.0, 120, 1)], "every team, and the one who waits"),
        ([row("Alpha", 4.0, 120, 30)], "every team, and the 30 who wait"),
        ([row("Alpha", 4.0, 120, 0), row("Gamma", None, 70, 5)], None),
    ],
)
def test_places_are_offered_for_those_who_can_have_them(kept, rows, words):
    kept(workbook({NOVEMBER: rows}))
    labels = [button.label for button in Screen("posts").at.button if button.key == "enough_waiting"]
    assert [label.split("** ")[1] for label in labels] == ([words] if words else [])


@pytest.mark.parametrize(("allocated", "words"), [(104, "; one post brings it to"), (80, "where it is at the optimum")])
def test_the_curve_is_told_in_whole_words(kept, allocated, words):
    kept(workbook({NOVEMBER: [row("Alpha", 4.0, allocated)]}))
    (alt,) = [text for text in Screen("posts").text.splitlines() if text.startswith("Curve: the service average")]
    assert words in alt


def test_by_hand_a_limit_still_says_what_has_no_place():
    # Given twenty posts of which eight FTE a team leave no place for 14
    screen = Screen("posts", posts="20", most_in_team="8")
    said = "14 posts cannot be placed: every team would be above the limit of 8 full-time equivalents"
    assert said in screen.text
    # When they are placed by hand, then it is said still, until somebody goes beyond the limit
    assert said in screen.set("by_hand", True).text
    screen.set(hand_key("South 1"), 5)
    assert said not in screen.text
    assert "By hand, South 1 is above the limit of 8 full-time equivalents." in screen.text


def test_chosen_teams_of_which_nobody_knows_who_waits_show_no_empty_chart():
    # Given those who wait known for the service only, when all children of some of its teams are asked for
    screen = Screen("posts", teams=["North 1", "North 2"], children="All children")
    assert screen.title == "How many posts all children need cannot be worked out from these figures"
    assert (
        "76 children wait in the whole service; the figures do not say how many of them in these teams." in screen.text
    )
    # Then nothing stands there that is empty, and all comes back with the allocated
    assert screen.charts() == []
    assert "Enough" not in screen.text
    assert set(screen.set("children", "Allocated").charts()) == {"posts_curve", "posts_by_team"}
