"""Different numbers of posts for different questions, and different figures of growth: each says what it is."""

from __future__ import annotations

from dataclasses import replace

import pytest
from made_outlooks import case
from made_services import stockton

from model.growth_words import growth_words
from model.outlook_assumptions import Assumptions
from model.outlook_process import Approval
from model.outlook_start import service_unit, start_of
from model.posts_by_question import Ahead, questions, title

pytestmark = pytest.mark.unit

START = start_of(stockton("february_b"))
NOTHING = Ahead(14, 18, 0, 60)


def asked(assumed, **more):
    return case(service_unit(START, assumed, 4.0), assumptions=assumed, **more)


def test_each_number_of_posts_is_beside_its_question_and_its_page():
    # Given the reconstruction, of which 12 posts reach 25, 15 with those who wait, and starts that go on rising
    found = questions(START, asked(Assumptions(starts=148.0)), Ahead(21, None, 0, 60))
    assert [each.posts for each in found[:3]] == [12, 15, 15]
    assert [each.page for each in found] == ["Added posts"] * 3 + ["Outlook"] * 3
    steady, expected, sure = found[3:]
    # Then what growth adds is told from what recruitment adds, and more than were tried is no number
    assert steady.posts < expected.posts == 21
    assert "as many children as now" in steady.asked
    assert "1,370 children become 1," in expected.why
    assert sure.posts is None
    assert title(found, 25.0, "March 2014") == "15 posts are enough for 25 today, 21 by March 2014"


def test_a_question_that_is_the_same_as_another_is_not_asked_twice():
    # Given as many who start as close, then there is no growth to leave out
    found = questions(START, asked(Assumptions()), Ahead(14, 18, 2, 60))
    assert [each.posts for each in found] == [12, 15, 15, 16, 20]


def test_what_later_stages_bring_anyhow_is_not_what_is_needed():
    found = questions(START, asked(Assumptions()), Ahead(0, 3, 40, 60))
    assert [(each.posts, each.later) for each in found[-2:]] == [(40, True), (43, False)]
    assert (
        title(found, 25.0, "March 2014") == "15 posts are enough for 25 today, none beyond later stages by March 2014"
    )
    # And where nothing is needed today that is said as it is
    enough = [replace(each, posts=0) if each.page == "Added posts" else each for each in found]
    assert title([*enough[:-2], *(replace(each, posts=2, later=False) for each in found[-2:])], 25.0, "March 2014") == (
        "No posts are needed for 25 today, two by March 2014"
    )


def test_the_growth_that_is_used_is_told_from_what_was_counted():
    before = stockton("september", unallocated=0)
    said = growth_words(START, asked(Assumptions(starts=148.0, growth=0.01)), before, [before])
    assert said.startswith("Growth that the answer uses: 148 children start and 114 close in the first month, 34 more;")
    assert "; growth changes the starts, and the more are open the more close, so that it is" in said
    # And what early help saves from the first month on is in that month, and from a later one in what follows
    helped = Assumptions(starts=148.0, early_help_cut=0.25, screening_cut=0.1, screening_from=3)
    said_of = growth_words(START, asked(helped), before, [before])
    assert "111 children start and 114 close in the first month, 3 fewer; screening changes the starts" in said_of
    plain = growth_words(START, asked(Assumptions(starts=148.0)), before, [before])
    assert "34 more; the more are open the more close" in plain
    assert "more a month since 3 September 2012" in said
    assert said.endswith("“Growth of starts”, 1%, is what the number that start itself grows by.")
    # And where nothing was counted before, nothing is said of it
    assert "Counted before" not in growth_words(START, asked(Assumptions()), None, [])


def test_agency_workers_in_later_stages_are_said_to_be_in_the_number():
    # Given twenty posts of a later stage that half are held by agency workers in the month judged, and not filled
    half = Assumptions(agency_cover=0.5)
    later = replace(asked(half), approvals=(Approval(1, (0,)), Approval(11, (20,))))
    found = questions(START, later, Ahead(10, 16, 0, 60))
    assert "agency workers hold part of 20 posts approved and not filled by then" in found[-2].why
    assert title(found, 25.0, "March 2014", 20) == (
        "15 posts are enough for 25 today, ten beside later stages by March 2014"
    )
    assert "agency" not in questions(START, asked(half), NOTHING)[-2].why


def test_recruitment_that_takes_no_time_is_said_as_one_would():
    said = {lead: questions(START, asked(Assumptions(lead=lead)), NOTHING)[3].why for lead in (0, 1, 4)}
    assert "leavers are replaced at once, new workers" in said[0]
    assert "leavers are replaced after one month, new" in said[1]
    assert "leavers are replaced after four months, new" in said[4]


def test_vacancies_are_filled_none_or_not_known():
    # Given vacant posts that are typed, or figures that do not tell of any, then it is said as it is.
    assert any("4.0 FTE vacant now are filled" in each.why for each in questions(START, asked(Assumptions()), NOTHING))
    unknown = case(service_unit(START, Assumptions()), assumptions=Assumptions())
    assert START.vacant is None
    assert any("No post is known to be vacant" in each.why for each in questions(START, unknown, NOTHING))
