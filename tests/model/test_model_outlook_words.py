"""The sentences beside the outlook's answer: plain, and the same as the figures."""

from __future__ import annotations

from datetime import date

import pytest
from every_row import every_row
from made_outlooks import case
from made_services import service, stockton, team

from model.outlook import Waiting
from model.outlook_outcome import Outcome
from model.outlook_process import Approval, Measure
from model.outlook_start import start_of
from model.outlook_words import (
    filled_by_words,
    filled_words,
    gap_words,
    in_brief,
    in_futures,
    in_spells,
    range_title,
    rests_on,
    staffing_words,
    waiting_gap_words,
    waiting_words,
    when_likely,
)
from model.posts import of_teams_with_optimum

pytestmark = pytest.mark.unit

FIRST = date(2013, 2, 1)
START = start_of(stockton("february_b"))


def outcome(measure=Measure.ALLOCATED):
    return Outcome(measure, 25.0, 6, date(2014, 2, 1), 28.5, 0.0, 13, 40)


@every_row(
    ("share", "words"),
    [
        (0, "0 of 10,000"),
        (0.001, "under 1 in 100"),
        (0.051, "5 in 100"),
        (0.796, "79 in 100"),
        (0.29, "29 in 100"),
        (1, "10,000 of 10,000"),
    ],
)
def test_a_chance_is_said_in_futures(share, words):
    assert in_futures(share, 10_000) == words


@pytest.mark.parametrize(
    ("found", "words"),
    [
        # A mean of one child beside nobody in nine of ten futures is no contradiction, once both are said
        (Waiting(1.0, 0.93, 0, 0, 100), "on average; none in 93 in 100 futures"),
        (Waiting(16, 0.8, 0, 62, 100), "on average; none in 80 in 100 futures, at most 62 in 90 in 100"),
        (Waiting(90, 0, 31, 1240, 100), "on average; 31 to 1,240 in 80 in 100 futures"),
        (Waiting(0, 1, 0, 0, 100), "in every future"),
    ],
)
def test_how_many_wait_is_said_of_the_futures_alone(found, words):
    assert waiting_words(found) == words


def test_from_when_it_is_likely_is_said_with_its_months():
    assert when_likely(outcome(), FIRST, (), ()) == (
        "In no month up to February 2016 are even 50 in 100 futures at 25 or below."
    )
    assert when_likely(outcome(), FIRST, (), (), 37) == ""
    # Where it was likely before anybody joined, "in no month" says from which on
    assert when_likely(outcome(), FIRST, (), (), 5).startswith("In no month from July 2013 to February 2016 are")
    assert when_likely(outcome(), FIRST, ((4, 36),), ()) == (
        "At least 50 in 100 futures are at 25 or below from June 2013, 80 in 100 in no month."
    )
    # And what does not hold to the end is said with its end, every gap too
    assert when_likely(outcome(), FIRST, ((4, 13),), ((4, 4), (6, 9))).endswith(
        "from June 2013 to March 2014, 80 in 100 in June 2013 and from August 2013 to November 2013."
    )
    assert in_spells(FIRST, ((4, 4), (6, 9), (11, 36))) == "in 31 months between June 2013 and February 2016"


def test_when_posts_are_filled_is_said_of_every_stage():
    stages = [Approval(1, (6,)), Approval(12, (0,)), Approval(18, (4,))]
    assert filled_words(stages[:2], 4, FIRST) == (
        "Posts approved in March 2013, the month after the figures, are filled from July 2013."
    )
    assert filled_words(stages, 4, FIRST).endswith("July 2013; four more approved in August 2014 from December 2014.")
    assert filled_words([Approval(3, (2,))], 0, FIRST) == "Posts approved in May 2013 are filled from May 2013."
    assert filled_words(stages[1:2], 4, FIRST) == ""


def test_the_range_of_the_futures_is_a_title():
    assert range_title(25.64, 30.7, "March 2014") == "80 in 100 simulated futures come to 25.6 to 30.7 in March 2014"
    assert "nobody is in post" in range_title(25.6, float("inf"), "March 2014")


def test_vacancies_and_effective_fte_say_what_they_are():
    asked = case(posts=6)
    words = staffing_words(asked.expected, 12, "February 2014")
    assert words.startswith("Of 50.5 posts (FTE) 2.4 are expected to be vacant in February 2014")
    assert f"{asked.expected.effective[12, 0]:.1f} experienced workers" in words


def test_the_gap_between_line_and_mean_is_said():
    assert gap_words(28.5, 28.32).endswith("28.50. The mean of the simulated futures is 28.32, 0.18 lower.")
    assert gap_words(28.5, 28.501).endswith("the mean of the simulated futures is the same, 28.50.")
    assert "nobody is in post" in gap_words(28.5, float("inf"))
    # And so is that of those who wait
    assert waiting_gap_words(73.6, 129.7).endswith(
        "inputs: 74; on average over the futures, as the bars have it, 130, 56 more."
    )
    assert waiting_gap_words(2, 2.2).endswith("2, as many.")
    assert waiting_gap_words(0.2, 0.4) == ""


def test_posts_that_agency_workers_hold_until_they_are_filled_are_told_from_those_filled():
    assert filled_by_words(6, 26, "March 2014") == "Six of 26 are filled by March 2014."
    assert filled_by_words(6, 26, "March 2014", 20, 0.5) == (
        "Six of 26 are filled by March 2014; agency workers hold 50% of the 20 posts approved and not filled by then, "
        "and what they do is in the answer."
    )
    assert filled_by_words(0, 6, "March 2014", 6, 0.525).startswith(
        "No post is filled by March 2014; agency workers hold 52.5% of the six posts approved by then, and"
    )


def test_what_an_answer_rests_on_is_said():
    words = rests_on(START, Measure.ALL, 25.0)
    for part in (
        "20 February 2013",
        "1,370 children, 76 of them waiting",
        "case-holding FTE",
        "all children",
        "February 2016",
    ):
        assert part in words
    assert in_brief(START, Measure.ALLOCATED, 12) == (
        "20 February 2013 to February 2014, allocated children, case-holding FTE"
    )
    assert "all children, effective FTE from" in in_brief(START, Measure.EFFECTIVE, 12)


def test_teams_that_are_not_in_the_outlook_are_said_to_be_left_out():
    # Given a team that no post can be asked for, and with it children who are in no figure of the months ahead
    part = start_of(of_teams_with_optimum(service(team("North"), team("Duty", optimum=None))))
    assert rests_on(part, Measure.ALL, 25.0).startswith(
        "One of two teams has an optimum and is in this answer; Duty has none. From "
    )
    # And of nobody where all are in it
    assert rests_on(START, Measure.ALL, 25.0).startswith("From ")


def test_what_is_not_known_is_said():
    start = start_of(service(team("A", 6.5, 150), team("B", None, 100)))
    assert "children waiting not known" in rests_on(start, Measure.ALLOCATED, 25.0)


def test_how_many_posts_are_filled_by_then_is_said_where_it_is_not_all():
    assert filled_by_words(9, 15, "March 2014") == "Nine of 15 are filled by March 2014."
    assert filled_by_words(1, 3, "March 2014") == "One of three is filled by March 2014."
    assert (filled_by_words(6, 6, "March 2014"), filled_by_words(0, 6, "March 2014")) == ("", "")
