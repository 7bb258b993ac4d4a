"""Where no number of posts reaches the optimum in time: the first month in which one does, and how many later ones."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_outlooks import case
from made_services import few

from model.outlook import with_those_who_wait
from model.outlook_assumptions import Assumptions
from model.outlook_later import Later, enough_later, enough_of_later, later_words
from model.outlook_process import Approval

FEBRUARY = date(2013, 2, 1)


def value(asked, posts, month):
    """What those posts in the first stage come to in the month, those who wait counted in."""
    first, *later = asked.approvals
    stages = (Approval(first.month, (posts,)), *later)
    return with_those_who_wait(replace(asked, approvals=stages)).line[month]


@pytest.mark.functional
@few
@given(st.integers(0, 12), st.integers(1, 8), st.floats(-0.02, 0.02), st.integers(0, 5))
def test_it_is_the_first_month_and_the_fewest_posts(approved, judged, growth, also):
    # Given a service and a month that is judged
    asked = case(approved=approved, month=judged, assumptions=Assumptions(growth=growth))
    asked = replace(asked, approvals=(*asked.approvals, Approval(2, (also,))))
    found = enough_later(asked, 30)
    last = 37 if found is None else found.month
    # Then in no month between are as many as were tried enough
    assert all(value(asked, 30, month) > 25 for month in range(judged + 1, last))
    # And in that month so many are, and one fewer is not
    if found:
        assert value(asked, found.posts, found.month) <= 25 + 1e-9
        assert not found.posts or value(asked, found.posts - 1, found.month) > 25


@pytest.mark.functional
@few
@given(st.integers(0, 20), st.integers(0, 20), st.integers(0, 2))
def test_so_many_of_the_later_stages_are_enough_and_one_fewer_is_not(second, third, first):
    asked = case(posts=first, month=18, assumptions=Assumptions(lead=3))
    stages = (asked.approvals[0], Approval(3, (second,)), Approval(6, (third,)))

    def with_later(posts):
        of_second = min(posts, second)
        cut = (stages[0], Approval(3, (of_second,)), Approval(6, (posts - of_second,)))
        return with_those_who_wait(replace(asked, approvals=cut)).line[18]

    found = enough_of_later(replace(asked, approvals=stages))
    if found is None:
        assert with_later(second + third) > 25
    else:
        assert with_later(found) <= 25 + 1e-9
        assert not found or with_later(found - 1) > 25


@pytest.mark.unit
def test_what_would_do_is_said_with_its_month():
    asked = case(approved=1, month=3)
    assert later_words(Later(5, 14), asked, FEBRUARY, 60) == "14 posts approved in March 2013 come to 25 in July 2013"
    assert later_words(Later(5, 1), asked, FEBRUARY, 60).startswith("one post approved in March 2013 comes to 25")
    assert later_words(Later(5, 0), asked, FEBRUARY, 60) == "without any it comes to 25 in July 2013"
    assert later_words(None, asked, FEBRUARY, 60) == (
        "nor do 60 approved in March 2013 come to 25 in any month up to February 2016"
    )
    # And later stages are not forgotten
    staged = replace(asked, approvals=(*asked.approvals, Approval(4, (9,))))
    assert later_words(Later(9, 14), staged, FEBRUARY, 60).startswith(
        "14 posts approved in March 2013 besides the later"
    )
    assert later_words(Later(9, 0), staged, FEBRUARY, 60) == "those of later stages come to 25 in November 2013"
