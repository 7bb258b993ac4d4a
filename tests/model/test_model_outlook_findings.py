"""What the outlook says: short, and the same as the figures beside it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from every_row import every_row
from hypothesis import given
from hypothesis import strategies as st
from made_services import few

from model.outlook_findings import (
    answer,
    needed_title,
    teams_title,
)
from model.outlook_outcome import Outcome
from model.outlook_process import Measure
from model.outlook_words import range_title
from model.words import MOST_WORDS_IN_TITLE

FEBRUARY = date(2014, 2, 1)


def outcome(value=28.5, posts=6, waiting=0.0, needed=13, optimum=25.0, measure=Measure.ALLOCATED, **more):
    return Outcome(measure, optimum, posts, more.pop("day", FEBRUARY), value, waiting, needed, 40, **more)


@pytest.mark.unit
@every_row(
    ("given_outcome", "words"),
    [
        (outcome(), "Six posts bring the service to 28.5 by February 2014, not 25; 13 are needed."),
        (outcome(posts=1), "One post brings the service to 28.5 by February 2014, not 25; 13 are needed."),
        (outcome(posts=0), "Without posts the service averages 28.5 in February 2014, not 25; 13 are needed."),
        (outcome(value=24.2, posts=15), "15 posts bring the service to 24.2 by February 2014, below 25."),
        (outcome(value=25.0, posts=14), "14 posts bring the service to 25.0 by February 2014, the optimum."),
        (outcome(value=25.03, needed=None), "Six posts bring the service to 25.0 by February 2014, just above 25."),
        (outcome(value=24.2, waiting=76.4), "Six posts bring the service to 24.2 by February 2014, below 25; 76 wait."),
        (outcome(too_late=True), "Six posts come too late for February 2014: 28.5, not 25; 13 are needed."),
        # Where nobody can join by then no number is enough, however many were tried
        (outcome(posts=0, needed=None, can_act=False),
         "Without posts the service averages 28.5 in February 2014, not 25; none can help."),
        (outcome(needed=None, too_late=True, can_act=False),
         "Six posts come too late for February 2014: 28.5, not 25."),
        (outcome(posts=0, waiting=120, to_all=None, needed=None, can_act=False),
         "Without posts 120 wait in February 2014 and 28.5 each, not 25; none can help."),
        (outcome(value=24.2, posts=0, waiting=77, to_all=None, needed=None, can_act=False, counting_them=24.9),
         "Without posts 77 children wait in February 2014; no post comes in time."),
        # What agency workers do in posts that nobody has joined for is not given to those that are filled
        (outcome(value=26.3, covered=20, needed=10),
         "Six posts, agency in 20 more: 26.3 by February 2014, not 25; ten are needed."),
        (outcome(value=26.3, posts=0, covered=20, needed=10),
         "Agency in 20 unfilled posts: 26.3 by February 2014, not 25; ten more are needed."),
        (outcome(value=26.3, posts=20, covered=20, counts_covered=True, needed=30),
         "Agency in 20 unfilled posts: 26.3 by February 2014, not 25; 30 are needed."),
        (outcome(value=26.8, waiting=38, covered=20, to_all=None),
         "Six posts, agency in 20 more: 26.8 in February 2014, not 25; 38 wait."),
        (outcome(value=22.0, waiting=38, covered=1, posts=1, to_all=None, counting_them=26.1),
         "One post, agency in one more: 26.1 counting 38 waiting in February 2014, not 25."),
        (outcome(value=22.0, waiting=38, covered=20, to_all=None, counting_them=25.02),
         "Six posts, agency in 20 more: 25.0 counting 38 waiting in February 2014, over 25."),
        # Whoever waits comes first where more posts would give them a worker
        (outcome(waiting=120, to_all=9),
         "Six posts leave 120 waiting in February 2014 and 28.5 each, not 25; 13 needed."),
        # And an average that is low for want of them never stands without what it is with them
        (outcome(value=24.2, posts=0, waiting=77, to_all=4, needed=9, counting_them=26.1),
         "Without posts 77 children wait in February 2014; nine posts are needed for 25."),
        (outcome(value=24.2, posts=0, waiting=173, to_all=4, needed=1, counting_them=25.3),
         "Without posts 173 children wait in February 2014; one post is needed for 25."),
        (outcome(value=22.5, waiting=469, to_all=29, needed=21, counting_them=25.04),
         "Six posts leave 469 waiting in February 2014: 25.0 counting them, just above 25."),
        (outcome(value=24.2, posts=0, waiting=7, to_all=1, needed=0, counting_them=24.6),
         "Without posts seven children wait in February 2014; one post gives everyone a worker."),
        (outcome(value=24.2, posts=3, waiting=77, to_all=None, needed=None, counting_them=26.1),
         "Three posts leave 77 waiting in February 2014: 26.1 counting them, not 25."),
        (outcome(value=24.2, waiting=77, to_all=4),
         "Six posts bring the service to 24.2 by February 2014, below 25; 77 wait."),
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
        said = outcome(value, posts, waiting, needed, optimum, measure, day=day, who=who, to_all=needed)
        titles = [
            answer(said),
            range_title(value, value + share, said.month),
            range_title(value, value + share, said.month, leaves_waiting=True),
            answer(replace(said, counting_them=value + 5)),
            needed_title(replace(said, later=needed or 0), needed),
            needed_title(replace(said, later=needed or 0), None),
            needed_title(said, needed),
            needed_title(said, None),
        ]
        assert [title for title in titles if len(title.split()) > MOST_WORDS_IN_TITLE] == []


@pytest.mark.unit
def test_what_is_needed_is_said_for_the_expected_and_for_eighty_in_a_hundred():
    assert needed_title(outcome(), 18) == "For 25: 13 posts; 18 to reach it in 80 in 100 futures"
    assert needed_title(outcome(needed=0), 0) == "For 25 no posts are needed, nor for 80 in 100 futures"
    assert needed_title(outcome(needed=None), None) == "For 25: over 40 posts; over 40 to reach it in 80 in 100 futures"
    assert needed_title(outcome(needed=None, can_act=False), None) == (
        "For 25 by February 2014 no number of posts is enough: none starts by then"
    )
    assert needed_title(outcome(needed=0, can_act=False), None).endswith("needed; none could make it surer")
    assert needed_title(outcome(needed=0), 1).endswith("no posts; one to reach it in 80 in 100 futures")
    # And what later stages bring anyhow is not what is needed
    later = outcome(needed=40, later=40)
    assert needed_title(later, 40) == "The 40 of later stages are enough for 25, in 80 in 100 futures too"
    assert needed_title(later, 43) == "The 40 of later stages are enough for 25; 43 for 80 in 100 futures"
    assert needed_title(outcome(needed=43, later=40), 45).startswith("For 25: 43 posts; 45 to reach it")


@pytest.mark.unit
def test_teams_over_are_counted():
    assert teams_title([1, -1, 5], "May 2014", 25) == "Two of three teams are expected over 25 in May 2014"
    assert teams_title([1, -1], "May 2014", 25) == "One of two teams is expected over 25 in May 2014"
    assert teams_title([1, 2], "May 2014", 25) == "Both teams are expected over 25 in May 2014"
    assert teams_title([-1, 0], "May 2014", 25) == "No team is expected over 25 in May 2014"
    assert teams_title([1], "May 2014", None) == "The team is expected above the optimum in May 2014"
    # And whoever waits is in no average, so the title has them beside it
    assert teams_title([1, 2], "May 2014", 25, 167).endswith("expected over 25 in May 2014; 167 wait")
    assert teams_title([-1, 0], "May 2014", 25, 1).endswith("over 25 in May 2014; one waits")
    # And where more teams are over with them, those are counted
    assert teams_title([-1, 0], "May 2014", 25, 40, [3, 2]) == (
        "Counting the 40 who wait, both teams are expected over 25 in May 2014"
    )
    assert teams_title([-1, 0, 5], "May 2014", 25, 40, [3, 0, 8]) == (
        "Counting the 40 who wait, two of three teams are over 25 in May 2014"
    )
    assert teams_title([3], "May 2014", 25, 40, [8]) == "The team is expected above 25 in May 2014; 40 wait"
    assert teams_title([-1], "May 2014", 25, 40, [8]).startswith("Counting the 40 who wait, the team is expected over")
