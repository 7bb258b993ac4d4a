"""FTE of different kinds is told apart over months: a change of heading is no worker who came or went."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_services import dict_of_tables, few, service, services, team

from model.change import change
from model.change_findings import change_title, highest_made_of
from model.course import service_course, teams_course
from model.frames import team_frame
from model.fte_basis import fte_changes, fte_of_course, same_fte, then_and_now
from model.quality import quality, quality_beside
from model.quality_findings import said
from model.to_check import Kind

JANUARY, FEBRUARY, MARCH, APRIL = (date(2025, number, 1) for number in range(1, 5))


def month(when, basis, *, fte=5, allocated=120):
    """Two teams of the month, their FTE of one kind."""
    teams = (team("A", fte, allocated, fte_basis=basis), team("B", fte, 160, fte_basis=basis))
    return service(*teams, month=when, as_at=None)


POSTS, PEOPLE = month(JANUARY, "established", fte=6), month(FEBRUARY, "in post")


@pytest.mark.unit
def test_another_kind_of_fte_is_told_apart():
    # Given established posts in one month and workers in post in the next, then which is which is said.
    assert not same_fte(POSTS, PEOPLE)
    assert then_and_now(POSTS, PEOPLE) == "established FTE then, FTE in post now"
    assert then_and_now(PEOPLE, replace(PEOPLE, month=MARCH)) == ""
    assert fte_changes([POSTS, PEOPLE]) == [PEOPLE]
    # And a month without FTE has none of another kind
    assert same_fte(POSTS, month(FEBRUARY, None, fte=None))


@pytest.mark.unit
def test_the_kinds_of_a_course_are_named_with_their_months():
    history = [month(JANUARY, "in post"), POSTS, PEOPLE]
    assert fte_of_course(history[1:]) == "established FTE to January 2025, FTE in post from February 2025"
    assert fte_of_course(history[2:]) == "FTE in post"
    assert fte_of_course([*history, month(APRIL, "case-holding")]) == (
        "FTE of more than one kind, from April 2025 case-holding FTE"
    )


@pytest.mark.functional
def test_nothing_is_said_to_have_moved_the_average():
    # Given the same children and teams, and only another heading over the FTE
    moved = change(POSTS, PEOPLE)
    # Then the change is not split, and no worker is said to have gone
    assert moved is not None
    assert (moved.same_teams, moved.same_fte, moved.like_for_like) == (True, False, False)
    assert "social workers" not in change_title(moved, POSTS, PEOPLE)
    assert highest_made_of(POSTS, PEOPLE) == "B has 160 children for 5 FTE: since January 2025, as many children."
    assert team_frame(PEOPLE, POSTS)["change"].isna().all()
    # And the course is said not to be like for like
    assert service_course([POSTS, PEOPLE]).endswith(", not like for like")
    assert teams_course([POSTS, PEOPLE]) == "Both teams carry higher caseloads than in January 2025, not like for like"


@pytest.mark.functional
@few
@given(services(), services(), st.sampled_from(["established", "in post", "case-holding"]))
def test_one_kind_of_fte_throughout_says_nothing(before, after, basis):
    # Given any two months whose FTE is of one kind, whichever, then nothing is said of it.
    one, other = (
        replace(each, teams=tuple(replace(each_team, fte_basis=basis) for each_team in each.teams))
        for each in (before, after)
    )
    assert same_fte(one, other)
    assert then_and_now(one, other) == ""
    assert fte_changes([one, other]) == []


@pytest.mark.unit
def test_it_is_something_to_check():
    # Given three months, the FTE of the last of another kind, then it is found once, with both kinds.
    rows = [
        {"month": when, "team": "A", "fte": 6.0 + place, "fte_basis": basis, "allocated": 120 + place}
        for place, (when, basis) in enumerate(((JANUARY, "established"), (FEBRUARY, "established"), (MARCH, "in post")))
    ]
    found = [each for each in quality(dict_of_tables(*rows)) if each.kind is Kind.FTE_KIND]
    assert [each.months for each in found] == [(FEBRUARY, MARCH)]
    assert said(found[0]) == (
        "The FTE of March 2025 is in post; that of February 2025 was established. Their averages are not like for like."
    )
    # And the same where the last month is offered beside those that are kept
    kept, offered = dict_of_tables(*rows[:2]), dict_of_tables(*rows[2:])
    assert found == [each for each in quality_beside(kept, offered) if each.kind is Kind.FTE_KIND]


@pytest.mark.unit
def test_the_average_itself_stays_what_it_is():
    assert (POSTS.average(), PEOPLE.average()) == (Fraction(280, 12), Fraction(280, 10))
