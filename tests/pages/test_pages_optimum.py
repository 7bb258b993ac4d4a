"""An answer names the optimum at which it was worked out: that of the teams it is about, or that theirs differ."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal

import pytest
from screen import NOVEMBER, OCTOBER, Screen, row, workbook

from model.assumptions import KindSetting, Settings, TeamSetting

pytestmark = pytest.mark.functional

AT = datetime(2024, 12, 2, 9, 30, tzinfo=UTC)
CARE = {"Kind_of_team": "Leaving care"}
TWO_KINDS = [row("Riverside", 4.0, 104, 2), row("Care leavers", 3.0, 50, **CARE)]
RUN_OF_NAMES = [
    (OCTOBER, team, f"{team}-{n}", "Social worker", 1.0, "No", children)
    for team, each in (("Riverside", (30, 24, 22, 18)), ("Care leavers", (19, 17, 14)))
    for n, children in enumerate(each)
]


@pytest.fixture
def at(kept, store):
    """Keeps months under settings, and opens a page of them."""

    def keep(content: bytes, page: str = "overview", **settings: object) -> Screen:
        kept(content)
        store.keep_settings("Anytown", Settings().with_values(**settings), by="", at=AT)
        return Screen(page)

    return keep


def kinds(**optima: str) -> dict[str, KindSetting]:
    return {name.replace("_", " "): KindSetting(Decimal(value)) for name, value in optima.items()}


def dashed(screen: Screen, chart: str) -> list[float]:
    """Where the lines of the optimum stand on a chart, along its axis of caseloads."""
    shapes = [shape for shape in screen.chart(chart)["layout"]["shapes"] if shape["line"].get("dash") == "dash"]
    return [shape["x0"] if shape["x0"] == shape["x1"] else shape["y0"] for shape in shapes]


def labels(screen: Screen, chart: str) -> list[str]:
    texts = [note["text"] for note in screen.chart(chart)["layout"]["annotations"]]
    return [text for text in texts if text.startswith("Optimum")]


def test_an_optimum_of_two_decimal_places_is_held_against_as_it_is(at):
    # Given an optimum of 24.25 that every team has, then the Outlook names it as Added posts does, and 24.3 nowhere
    screen = at(workbook({OCTOBER: [row("Riverside", 4.0, 104, 2)]}), "outlook", optimum=Decimal("24.25"))
    assert screen.title.endswith("below 24.25.")
    assert "At 24.25 or below" in screen.figures
    assert "Held against 24.25" in screen.text
    assert labels(screen, "outlook_fan") == ["Optimum 24.25"]


def test_where_optima_differ_no_answer_names_one_of_them(at):
    # Given a fieldwork team at 25 and one of care leavers at 15: 104 / 25 - 4 and 50 / 15 - 3 are half a post
    screen = at(workbook({OCTOBER: TWO_KINDS}), kinds=kinds(Leaving_care="15"))
    assert screen.figures["Service average"] == "22.0"
    assert screen.figures["Posts to reach optimum"] == "1"
    assert "taken together" in screen.text
    assert dashed(screen, "caseload_by_team") == [25.0, 15.0]
    assert labels(screen, "caseload_by_team") == ["Optimum 25", "Optimum 15"]
    # Then the curve of the service's average, which starts below 25, is drawn against no line
    screen.go("posts")
    assert "The teams, taken together, are at their optimum with one added post" in screen.findings
    assert dashed(screen, "posts_curve") == labels(screen, "posts_curve") == []
    offered = [button.label for button in screen.at.button if (button.key or "").startswith("enough_")]
    assert offered[:2] == ["**1** service average at their optimum", "**2** every team at its optimum or below"]
    assert " 25" not in "\n".join([screen.title, *screen.findings, *offered])


def test_who_waits_is_not_reckoned_in_posts_of_an_optimum_that_differs(at):
    # Given two spare places in one team for the nine who wait
    rows = [row("Riverside", 4.0, 98, 9), row("Care leavers", 3.0, 50, 0, **CARE)]
    screen = at(workbook({OCTOBER: rows}), "posts", kinds=kinds(Leaving_care="15")).set("posts", 0)
    assert (
        "Nine children wait for a social worker: the two spare places would hold 2 of them; "
        "the other 7 have no place." in screen.text
    )


def test_outlook_and_costs_say_which_teams_are_left_out(at):
    # Given care leavers, for whom nobody has set an optimum, then the 106 children of the other team are not all
    screen = at(workbook({OCTOBER: TWO_KINDS}), "outlook")
    for page in ("outlook", "costs"):
        said = screen.go(page).text
        assert "106 children" in said
        assert "One of two teams has an optimum and is in this answer; Care leavers has none." in said


def test_the_course_over_time_is_drawn_against_no_line_where_optima_differ(at):
    months = {OCTOBER: TWO_KINDS, NOVEMBER: TWO_KINDS}
    screen = at(workbook(months), "caseloads", kinds=kinds(Leaving_care="15")).set("show", "Over time")
    assert dashed(screen, "service_over_time") == labels(screen, "service_over_time") == []
    assert dashed(screen, "teams_over_time") == [25.0, 15.0]


def test_each_worker_is_held_against_the_optimum_of_the_team(at):
    content = workbook({OCTOBER: TWO_KINDS}, RUN_OF_NAMES)
    screen = at(content, "caseloads", kinds=kinds(Leaving_care="15")).set("show", "By worker")
    # Then 30 is over 25, 19 and 17 are over 15, and nobody is said to carry more than 25 who does not
    assert screen.findings == ["Three of the seven workers listed carry more than the optimum of their team"]
    assert dashed(screen, "caseload_by_worker") == [25.0, 15.0]
    assert labels(screen, "caseload_by_worker") == ["Optimum 25", "Optimum 15"]


def test_workers_of_a_team_without_an_optimum_are_not_judged(at):
    # Given care leavers' workers, for whom nobody has set an optimum
    screen = at(workbook({OCTOBER: TWO_KINDS}, RUN_OF_NAMES), "caseloads").set("show", "By worker")
    assert screen.findings == ["One of the four workers of teams with an optimum carries more than 25 children"]
    assert dashed(screen, "caseload_by_worker") == [25.0]


def test_an_optimum_that_all_teams_share_is_named_whatever_the_councils_is(at):
    # Given fieldwork at 20 in a council whose own figure is still 25, and four who wait for no team yet
    rows = [row("Riverside", 4.0, 104, 2), row("Hillside", 3.0, 50)]
    screen = at(workbook({OCTOBER: rows, NOVEMBER: rows}), kinds=kinds(Fieldwork="20"), teams=fieldwork(rows))
    # Then 154 / 20 - 7 are 0.7 posts
    assert screen.figures["Posts to average 20"] == "1"
    assert labels(screen, "caseload_by_team") == ["Optimum 20"]
    assert "optimum 20" in next(node.proto.alt for node in screen.at.get("plotly_chart"))
    screen.go("posts")
    assert "The service average meets 20 at one added post" in screen.findings
    assert dashed(screen, "posts_curve") == [20.0]
    assert "at 20 each" in screen.set("posts", 0).text
    screen.go("caseloads").set("show", "Over time")
    assert dashed(screen, "service_over_time") == [20.0]
    # And the places of the posts are of 20 children each
    assert " 25" not in Screen("posts").text.replace("25 to", "")


def fieldwork(rows) -> dict[str, TeamSetting]:
    return {str(each["Team"]): TeamSetting(kind="Fieldwork") for each in rows}


def test_a_team_left_out_keeps_its_own_line_and_leaves_the_others_theirs(at):
    teams = {"Care leavers": TeamSetting(optimum=Decimal(15), counted=False)}
    screen = at(workbook({OCTOBER: TWO_KINDS}), teams=teams)
    # Then the counted teams have one optimum, which is named, and each line says what it is
    assert screen.figures["Posts to average 25"] == "1"
    assert labels(screen, "caseload_by_team") == ["Optimum 25", "Optimum 15"]
    assert dashed(screen, "caseload_by_team") == [25.0, 15.0]


@pytest.mark.parametrize("optimum", ["22.5", "22.25"])
def test_an_optimum_of_part_of_a_child_is_the_same_everywhere(at, optimum):
    screen = at(workbook({OCTOBER: TWO_KINDS[:1]}), optimum=Decimal(optimum))
    assert f"Posts to average {optimum}" in screen.figures
    assert optimum in screen.title
    assert screen.open_tables().table("Bar chart of children")["Optimum"].iloc[0] == optimum
    assert labels(screen, "caseload_by_team") == [f"Optimum {optimum}"]


def test_posts_with_all_children_count_those_of_the_teams_that_posts_are_asked_for(kept):
    # Given care leavers, whose team has no optimum until somebody sets one, beside a fieldwork team: 130 / 25 - 4 = 1.2
    kept(workbook({OCTOBER: [row("Riverside", 4.0, 120, 10), row("Care leavers", 3.0, 90, 5, **CARE)]}))
    screen = Screen()
    # Then the card names the children, and the teams, that its number is of
    assert screen.figures["Posts to average 25"] == "1"
    assert "2 with all 130 children; of the fieldwork team; there is no earlier month" in screen.text


def test_added_posts_says_whose_average_it_is_where_a_team_has_no_optimum(kept):
    # Given a team of care leavers, for which nobody has set an optimum, beside two fieldwork teams
    kept(workbook({OCTOBER: [*TWO_KINDS, row("Hillside", 4.0, 108)]}))
    # When posts are asked for
    screen = Screen("posts")
    # Then no word of an average is about the service: with the one post that is enough it is 212 / 9
    assert screen.figures["Fieldwork average"] == "23.6"
    assert "The average of the fieldwork teams meets 25 at one added post" in screen.findings
    assert "ervice average" not in "\n".join([screen.title, *screen.findings, *screen.figures])
    (offered,) = [button.label for button in screen.at.button if button.key == "enough_average"]
    assert offered == "**1** average of 25"
    assert "Enough, counting only the fieldwork teams, for:" in screen.text
