"""Frames for charts, tables and files: in order, rounded once, and missing where nothing is known."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pandas as pd
import pytest
from every_row import every_row
from hypothesis import given, settings
from hypothesis import strategies as st
from made_services import averages_only, few, service, services, stockton, team

from model.caseload import Demand
from model.exact import exact, half_up
from model.frames import (
    LABELS,
    TEAM_FRAME,
    axis_top,
    history_frame,
    placement_frame,
    rounded,
    state,
    team_frame,
    team_history_frame,
    waiting_text,
)
from model.posts import of_teams_with_optimum

pytestmark = pytest.mark.unit

fewer = settings(max_examples=25, deadline=None)


@st.composite
def patchy_services(draw):
    """Small services in which some teams lack FTE, children or both."""
    made = draw(services(most_teams=6, waiting=draw(st.booleans()), shared_optimum=draw(st.booleans())))
    blanks = draw(st.lists(st.sets(st.sampled_from(["fte", "allocated", "optimum"])), min_size=6, max_size=6))
    teams = [replace(each, **dict.fromkeys(blank)) for each, blank in zip(made.teams, blanks, strict=False)]
    return replace(made, teams=tuple(teams))


def known(values: pd.Series) -> list[float]:
    return values.dropna().tolist()


def test_a_figure_is_rounded_half_up_on_its_exact_value():
    assert rounded(Fraction("192.9") / 6) == 32.2
    assert rounded(Decimal("7.25"), 2) == 7.25
    assert rounded(None) is None


def test_ac07_the_reports_teams_come_highest_first_with_their_printed_figures():
    # Given February 2013 compared with September 2012
    frame = team_frame(stockton("february_b"), stockton("september"))
    # Then the order and every figure are those of the report, equal teams in the order of the file
    assert frame["team"].tolist() == ["South 1", "South 2", "North 2", "North 3", "South 3", "North 1"]
    assert frame["average"].tolist() == [35.7, 33.6, 33.2, 33.2, 32.3, 24.9]
    assert frame["before"].tolist() == [26.3, 29.3, 31.1, 31.1, 23.1, 19.9]
    assert frame["change"].tolist() == [9.4, 4.3, 2.1, 2.1, 9.2, 5.0]
    assert frame["is_over"].tolist() == [True] * 5 + [False]
    assert frame["headroom"].tolist() == [0.0] * 5 + [0.5]
    assert frame["excess"].sum() == 282.0


def test_a_frame_has_always_the_same_columns():
    assert tuple(team_frame(stockton("february_b"), None).columns) == TEAM_FRAME
    nobody = team_frame(service(), None)
    assert (tuple(nobody.columns), len(nobody)) == (TEAM_FRAME, 0)


def test_a_team_without_a_worker_is_on_top_and_an_unknown_one_last():
    made = service(team("A", 6, 90), team("B", None, 100), team("C", 0, 12), team("D", 4, 160))
    assert team_frame(made, None)["team"].tolist() == ["C", "D", "A", "B"]


def test_a_team_that_was_not_there_before_has_no_average_before():
    now, before = service(team("A", 6, 90), team("B", 5, 90)), service(team("A", 6, 60))
    frame = team_frame(now, before).set_index("team")
    assert (frame.loc["A", "before"], frame.loc["A", "change"]) == (10.0, 5.0)
    assert frame.loc["B", ["before", "change"]].isna().all()


def test_the_order_of_another_state_can_be_kept():
    # Given posts that turn the order of two teams around
    before = service(team("A", 4, 120), team("B", 4, 100))
    after = service(team("A", 6, 120), team("B", 4, 100))
    # Then the order of the bars stays as it was before
    assert team_frame(after, before)["team"].tolist() == ["B", "A"]
    assert team_frame(after, before, ordered_by=before)["team"].tolist() == ["A", "B"]


def test_the_waiting_of_a_team_count_only_where_all_children_do():
    made = service(team("A", 4, 100, unallocated=10))
    assert team_frame(made, None)["average"].tolist() == [25.0]
    assert team_frame(made, None, Demand.ALL)["average"].tolist() == [27.5]
    assert team_frame(made, None, Demand.ALL)["is_over"].tolist() == [True]


def test_children_stay_whole_numbers_where_another_teams_are_not_known():
    # Given a team whose children are not known beside one whose are
    frame = team_frame(service(team("A", 7.5, 187, unallocated=3), team("B", 7.5, None)), None)
    # Then 187 is not 187.0, in the table or in the file
    assert [str(value) for value in frame.loc[frame["team"] == "A", ["allocated", "unallocated"]].iloc[0]] == [
        "187",
        "3",
    ]


@fewer
@given(now=patchy_services())
def test_whatever_the_teams_the_highest_is_on_top(now):
    frame = team_frame(now, None)
    # Given any teams, then every one is there once, averages fall, and those without one are outside them
    assert sorted(frame["team"]) == sorted(each.team for each in now.teams)
    averages = known(frame["average"])
    assert averages == sorted(averages, reverse=True)
    places = [index for index, average in enumerate(frame["average"]) if pd.notna(average)]
    assert places == list(range(places[0], places[-1] + 1)) if places else True
    on_top = {each.team for each in now.teams if each.no_worker}
    assert set(frame["team"].head(len(on_top))) == on_top


@fewer
@given(now=patchy_services(), before=patchy_services())
def test_the_three_figures_of_a_row_agree(now, before):
    # Given any two months, then the change is the difference of the two averages as they are shown
    for row in team_frame(now, before).to_dict("records"):
        if pd.isna(row["average"]) or pd.isna(row["before"]):
            assert pd.isna(row["change"])
        else:
            assert exact(row["change"]) == exact(row["average"]) - exact(row["before"])


@fewer
@given(now=patchy_services())
def test_a_missing_average_always_says_why_and_a_known_one_says_nothing(now):
    frame = team_frame(now, None)
    assert [bool(words) for words in frame["state"]] == frame["average"].isna().tolist()


@every_row(
    ("made", "words"),
    [
        (team(fte=7.5, allocated=187), ""),
        (team(fte=0, allocated=1187), "no worker in post, 1,187 children"),
        (team(fte=0, allocated=31, unallocated=2), "no worker in post, 31 children, 2 waiting"),
        (team(fte=None, allocated=187), "FTE not known"),
        (team(fte=7.5, allocated=None), "children not known"),
        (team(fte=None, allocated=None), "FTE and children not known"),
        (team(fte=0, allocated=0), "no children, no worker"),
        (team(fte=None, allocated=187, average_printed=Fraction(249, 10)), ""),
    ],
)
def test_why_a_team_has_no_average_is_said_in_words(made, words):
    assert state(made) == words


def test_a_team_whose_children_all_wait_says_how_many_are_without_a_worker():
    # Given a team with nobody in post, no allocated child and twelve who wait, then it does not say there are none.
    assert "12" in state(team(fte=0, allocated=0, unallocated=12), Demand.ALL)


def test_waiting_is_a_number_or_says_who_knows_it():
    known_by_team, unknown = team(unallocated=1200), team("B")
    assert waiting_text(known_by_team, service(known_by_team)) == "1,200"
    assert waiting_text(team(unallocated=0), service()) == "0"
    assert waiting_text(unknown, service(unknown, unallocated=76)) == "not by team"
    assert waiting_text(unknown, service(unknown)) == "not known"


def test_printed_averages_stand_without_fte_or_children():
    frame = team_frame(averages_only("february"), averages_only("september"))
    assert frame["average"].tolist() == [35.7, 33.6, 33.2, 33.2, 32.3, 24.9]
    assert frame[["fte", "allocated", "excess"]].isna().all(axis=None)


def test_added_posts_stand_beside_the_teams_that_receive_them():
    frame = team_frame(service(team("A", 4, 120), team("B", 4, 100)), None)
    placed = placement_frame(frame, {"A": 2, "B": 0, "C": 9})
    assert placed["added"].tolist() == [2, 0]
    assert placed["added_text"].tolist() == ["+2", ""]
    assert "added" not in frame.columns


def test_the_course_of_the_service_has_a_row_a_month_and_gaps_where_nothing_is_known():
    unknown = service(team("A", None, 100), month=date(2013, 1, 1))
    frame = history_frame([stockton("september", unallocated=0), unknown, stockton("february_b")])
    assert frame["month"].tolist() == ["2012-09-01", "2013-01-01", "2013-02-01"]
    assert known(frame["average"]) == [26.8, 32.0]
    assert frame["average"].isna().tolist() == [False, True, False]
    assert frame["unallocated"].isna().tolist() == [False, True, False]
    assert known(frame["unallocated"]) == [0, 76]
    assert known(frame["fte"]) == [44.5, 40.5]


def test_the_course_of_the_teams_is_in_the_order_asked_for_with_gaps():
    # Given a team that is there in the second month only
    first = service(team("A", 4, 100), month=date(2013, 1, 1))
    second = service(team("A", 4, 110), team("B", 5, 100), month=date(2013, 2, 1))
    # When both are asked for, the new one first
    frame = team_history_frame([first, second], ["B", "A"])
    # Then its first month is missing and not nought
    assert frame["team"].tolist() == ["B", "B", "A", "A"]
    assert frame["month"].tolist() == ["2013-01-01", "2013-02-01"] * 2
    assert frame["average"].isna().tolist() == [True, False, False, False]
    assert known(frame["average"]) == [20.0, 25.0, 27.5]


def test_no_month_and_no_team_make_empty_frames():
    assert len(history_frame([])) == len(team_history_frame([], ["A"])) == 0
    assert "average" in history_frame([]).columns


@few
@given(
    values=st.lists(st.none() | st.integers(0, 10**4).map(lambda tenths: Fraction(tenths, 10)), max_size=8),
    more=st.none() | st.integers(0, 100),
)
def test_an_axis_holds_everything_and_ends_on_a_round_figure(values, more):
    top = axis_top(values, more)
    highest = max([value for value in (*values, more) if value is not None], default=0)
    assert highest < top <= float(highest) * 1.08 + 5
    assert top % 5 == 0


def test_every_column_of_a_team_has_a_heading_of_its_own():
    shown = [name for name in TEAM_FRAME if name not in {"left_out", "is_over", "state", "waiting_text"}]
    headings = [LABELS[name] for name in shown]
    assert len(set(headings)) == len(headings)


def test_rounding_happens_once():
    # Given 192.9 children over 6 FTE, which a second rounding would change, then the frame shows 32.2.
    printed = team(fte=None, allocated=None, average_printed=Fraction("192.9") / 6)
    assert team_frame(service(printed), None)["average"].tolist() == [32.2]
    assert half_up(Fraction("192.9") / 6) == Decimal("32.2")


def test_a_team_without_an_optimum_says_so_beside_teams_that_have_one():
    # Given a counted team with an optimum, one without, and one that is not counted
    made = service(team("A"), team("Front Door", optimum=None), team("C", counted=False))
    why = team_frame(made, None).set_index("team")["left_out"].to_dict()
    assert why == {"A": "", "Front Door": "no optimum", "C": "not counted"}
    # And the same where it is left out of the answer
    assert team_frame(of_teams_with_optimum(made), None)["left_out"].tolist().count("no optimum") == 1
    # And where nobody has one, nobody stands apart
    assert team_frame(service(team("A", optimum=None), team("B", optimum=None)), None)["left_out"].tolist() == ["", ""]
