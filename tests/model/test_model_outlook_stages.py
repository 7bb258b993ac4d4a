"""Which posts have come by the month that is judged, and what agency workers do in those that have not."""

from __future__ import annotations

from dataclasses import replace

import pytest
from made_outlooks import case

from model.outlook import fan
from model.outlook_assumptions import Assumptions
from model.outlook_futures import base
from model.outlook_parts import parts
from model.outlook_process import Approval, Measure
from model.outlook_stages import acting, can_act, counted, covered, filled, only_covered

HALF, NO_COVER = Assumptions(agency_cover=0.5), Assumptions(agency_cover=0.0)


def staged(*stages, assumptions=HALF, **more):
    return replace(
        case(assumptions=assumptions, measure=Measure.ALL, **more),
        approvals=tuple(Approval(month, (posts,)) for month, posts in stages),
    )


@pytest.mark.unit
def test_posts_that_agency_covers_are_counted_with_no_number_of_filled_ones():
    # Given six posts filled by month 12, twenty approved by then, and two approved after it
    asked = staged((1, 6), (11, 20), (13, 2))
    assert (filled(asked), covered(asked)) == (6, 20)
    # Then all but the last act, and a number of posts needed counts none of the twenty
    assert [sum(stage.posts) for stage in acting(asked)] == [6, 20, 0]
    assert [sum(stage.posts) for stage in counted(asked)] == [6, 0, 0]
    assert can_act(asked)
    assert not only_covered(asked)
    # And without cover they do nothing
    bare = replace(asked, assumptions=NO_COVER)
    assert covered(bare) == 0
    assert [sum(stage.posts) for stage in acting(bare)] == [6, 0, 0]


@pytest.mark.unit
def test_where_the_first_posts_are_only_covered_later_ones_that_are_count_with_them():
    asked = staged((10, 6), (11, 20), (13, 2))
    assert only_covered(asked)
    assert (filled(asked), covered(asked)) == (0, 26)
    assert [sum(stage.posts) for stage in counted(asked)] == [6, 20, 0]


@pytest.mark.functional
def test_posts_added_make_of_the_change_what_those_filled_make():
    # Given six posts that are filled, when twenty are approved that only agency workers can hold by then
    alone, beside = parts(staged((1, 6))), parts(staged((1, 6), (11, 20)))
    more = parts(staged((1, 0), (11, 20)))
    # Then these take off by agency, and never by posts added
    assert more["posts"] == pytest.approx(0, abs=1e-9)
    assert more["agency"] < parts(staged((1, 0)))["agency"] - 1
    assert beside["agency"] < alone["agency"] - 1
    # And six posts take no more off for them: among more workers each makes a little less of the average
    assert alone["posts"] < beside["posts"] < 0


@pytest.mark.unit
@pytest.mark.parametrize(("stages", "since"), [(((1, 6),), 5), (((10, 6),), 10), (((1, 0), (11, 20)), 11)])
def test_likely_months_begin_when_posts_begin_to_act(stages, since):
    # Given half of the vacancies covered and month 12 judged, then posts that are filled later act from their approval
    asked = staged(*stages)
    assert fan(asked, base(asked.units, HALF, futures=10)).since == since
    # And without cover from the month in which somebody joins
    bare = replace(asked, assumptions=NO_COVER)
    assert fan(bare, base(asked.units, NO_COVER, futures=10)).since == bare.joins
