"""What the outlook says: short, and the same as the figures beside it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_services import few, service, stockton, team

from model.outlook_findings import (
    Outcome,
    answer,
    chance_title,
    gap_words,
    in_brief,
    in_futures,
    needed_title,
    parts_title,
    rests_on,
    teams_title,
    what_is_left_out,
    when_likely,
)
from model.outlook_process import Measure
from model.outlook_start import start_of
from model.words import MOST_WORDS_IN_TITLE

FEBRUARY = date(2014, 2, 1)


def outcome(value=28.5, posts=6, waiting=0.0, needed=13, optimum=25.0, measure=Measure.ALLOCATED, **more):
    return Outcome(measure, optimum, posts, more.pop("day", FEBRUARY), value, waiting, needed, 40, **more)


@pytest.mark.unit
@pytest.mark.parametrize(
    ("given_outcome", "words"),
    [
        (outcome(), "Six posts bring the service to 28.5 by February 2014, not 25; 13 are needed."),
        (outcome(posts=1), "One post brings the service to 28.5 by February 2014, not 25; 13 are needed."),
        (outcome(posts=0), "Without posts the service averages 28.5 in February 2014, not 25; 13 are needed."),
        (outcome(value=24.2, posts=15), "15 posts bring the service to 24.2 by February 2014, below 25."),
        (outcome(value=25.0, posts=14), "14 posts bring the service to 25.0 by February 2014, the optimum."),
        (outcome(value=25.03, needed=None), "Six posts bring the service to 25.0 by February 2014, just above 25."),
        (outcome(value=24.2, waiting=76.4), "Six posts bring the service to 24.2 by February 2014, below 25; 76 wait."),
        (outcome(value=float("inf")), "No social worker is in post in February 2014."),
    ],
)  # fmt: skip
def test_the_answer_says_average_month_and_what_is_needed(given_outcome, words):
    assert answer(given_outcome) == words


@pytest.mark.functional
@few
@given(
    st.floats(0, 80), st.integers(0, 60), st.floats(0, 900), st.none() | st.integers(0, 60), st.integers(1, 12),
    st.sampled_from(list(Measure)), st.sampled_from([25.0, 22.5]), st.floats(0, 1),
)  # fmt: skip
def test_no_title_is_long(value, posts, waiting, needed, month, measure, optimum, share):
    day = date(2014, month, 1)
    for who in ("the service", "the chosen teams"):
        said = outcome(value, posts, waiting, needed, optimum, measure, day=day, who=who)
        titles = [answer(said), chance_title(said, share, 10_000), needed_title(said, needed), needed_title(said, None)]
        assert [title for title in titles if len(title.split()) > MOST_WORDS_IN_TITLE] == []


@pytest.mark.unit
@pytest.mark.parametrize(
    ("share", "words"),
    [
        (0, "none of 10,000"), (0.001, "fewer than 1 of 100"), (0.051, "5 of 100"), (0.995, "more than 99 of 100"),
        (1, "all of 10,000"),
    ],
)  # fmt: skip
def test_a_chance_is_said_in_futures(share, words):
    assert in_futures(share, 10_000) == words


@pytest.mark.unit
def test_from_when_it_is_likely_is_said_with_its_months():
    first = date(2013, 2, 1)
    assert when_likely(outcome(), first, None, None) == (
        "With six posts an average of 25 or below is not likely in any month up to February 2016."
    )
    assert when_likely(outcome(posts=15), first, 4, None).endswith(
        "first likely (at least 50 in 100) in June 2013; at least 80 in 100 is not reached up to February 2016."
    )
    assert when_likely(outcome(posts=0), first, 0, 13).endswith(
        "in February 2013, and at least 80 in 100 in March 2014."
    )


@pytest.mark.unit
def test_what_is_needed_is_said_for_the_expected_and_for_eighty_in_a_hundred():
    assert needed_title(outcome(), 18) == "For 25 by February 2014: 13 posts as expected, 18 for 80 in 100"
    assert (
        needed_title(outcome(needed=None), None) == "For 25: more than 40 posts as expected, more than 40 for 80 in 100"
    )
    assert needed_title(outcome(needed=0), 1).endswith("no posts as expected, one for 80 in 100")


@pytest.mark.unit
def test_the_largest_steps_are_named():
    found = {"demand": 0.0, "leavers": 0.67, "recruitment": -4.1, "ramp-up": 0.0, "agency": 0.0}
    assert parts_title(found) == "Starters take 4.1 off the average; leavers add 0.7"
    assert parts_title(found | {"leavers": 0.01}) == "Starters take 4.1 off the average"
    assert parts_title(dict.fromkeys(found, 0.0) | {"demand": 2.0}) == "More children add 2.0 to the average"
    assert parts_title(dict.fromkeys(found, 0.0)) == "Nothing moves the average from where it is"


@pytest.mark.unit
def test_teams_over_are_counted():
    assert teams_title([1, -1, 5], "May 2014", 25) == "Two of three teams are expected over 25 in May 2014"
    assert teams_title([1, -1], "May 2014", 25) == "One of two teams is expected over 25 in May 2014"
    assert teams_title([1, 2], "May 2014", 25) == "Both teams are expected over 25 in May 2014"
    assert teams_title([-1, 0], "May 2014", 25) == "No team is expected over 25 in May 2014"
    assert teams_title([1], "May 2014", None) == "The team is expected above the optimum in May 2014"


@pytest.mark.unit
def test_the_gap_between_line_and_mean_is_said():
    assert gap_words(28.5, 28.32).endswith("28.50; the simulated mean is 28.32, 0.18 lower.")
    assert gap_words(28.5, 28.501) == "The simulated mean is 28.50, as the line is."
    assert "nobody is in post" in gap_words(28.5, float("inf"))


@pytest.mark.unit
def test_what_an_answer_rests_on_is_said():
    start = start_of(stockton("february_b"))
    words = rests_on(start, Measure.ALL, 25.0)
    for part in (
        "20 February 2013",
        "1,370 children, 76 of them waiting",
        "case-holding FTE",
        "all children",
        "February 2016",
    ):
        assert part in words
    assert what_is_left_out(start) == ""
    assert in_brief(start, Measure.ALLOCATED, 12) == (
        "20 February 2013 to February 2014, allocated children, case-holding FTE"
    )
    assert "all children, effective FTE from" in in_brief(start, Measure.EFFECTIVE, 12)


@pytest.mark.unit
def test_what_is_not_known_is_said():
    start = start_of(service(team("A", 6.5, 150), team("B", None, 100)))
    assert what_is_left_out(start) == (
        "How many children wait is not known, so the outlook has none of them; B left out: figures not known."
    )
    assert "children waiting not known" in rests_on(start, Measure.ALLOCATED, 25.0)
