"""Which assumption matters most: ends of the stated uncertainty, the widest first, those who wait counted in."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from made_outlooks import assumptions, case

from model.outlook_assumptions import ASSUMPTIONS, Assumptions
from model.outlook_process import Measure
from model.outlook_tornado import BY_STEP, VARIED, in_sentences, of_everybody, title, tornado

pytestmark = pytest.mark.functional
EFFECTIVE = case(posts=6, measure=Measure.EFFECTIVE)


def test_each_is_moved_by_its_stated_range():
    bars = {bar.name: bar for bar in tornado(EFFECTIVE)}
    assert set(bars) == {*VARIED, *BY_STEP, "ceiling"}
    assert (bars["turnover"].low, bars["turnover"].high) == pytest.approx((0.15 / 1.15, 0.15 * 1.15))
    assert (bars["lead"].low, bars["lead"].high) == (3, 5)
    # And a range that is less than a month is one: months to recruit are whole ones
    short = {bar.name: bar for bar in tornado(case(posts=6, assumptions=Assumptions(lead=3)))}["lead"]
    assert (short.low, short.high) == (2, 4) and short.width
    assert short.why == "15%, as typed or assumed, and a whole month either way at least"
    at_once = {bar.name: bar for bar in tornado(case(posts=6, assumptions=Assumptions(lead=0)))}["lead"]
    assert (at_once.low, at_once.high) == (0, 1)
    # Given the answer at the high end by itself, then it is what the bar says
    more = replace(EFFECTIVE, assumptions=EFFECTIVE.assumptions.with_values(absence=0.035 * 1.15))
    assert bars["absence"].at_high == pytest.approx(more.line[12])
    # And what nobody has measured is moved by so many points, within what it can be
    assert (bars["asye_new"].low, bars["asye_new"].high) == (0.25, 0.75)
    assert (bars["early_help_cut"].low, bars["early_help_cut"].high) == (0, 0.05)
    assert "25 points either way" in bars["asye_new"].why
    # And starts that follow closures do not follow them while the time open is varied
    assert bars["months_open"].at_low < EFFECTIVE.line[12] < bars["months_open"].at_high


@given(assumptions(spread=0.2))
@settings(max_examples=25, deadline=None)
def test_more_starts_longer_cases_leavers_and_absence_never_help(assumed):
    bars = tornado(case(posts=4, measure=Measure.EFFECTIVE, assumptions=assumed))
    assert [bar.width for bar in bars] == sorted((bar.width for bar in bars), reverse=True)
    for bar in bars:
        if bar.name in ("starts", "months_open", "absence"):
            assert bar.at_high >= bar.at_low


def test_every_number_that_the_process_takes_is_ranked():
    # Given all assumptions but months from which something works and how unsure all is, then each has its place
    months = {"early_help_from", "screening_from", "spread"}
    assert {bar.name for bar in tornado(EFFECTIVE)} == set(ASSUMPTIONS) - months


def test_what_leaves_the_average_as_it_is_is_said_with_whom_it_moves():
    # Given an average of all children, which a ceiling and absence cannot move: they move who waits
    asked = case(posts=6, measure=Measure.ALL, assumptions=Assumptions(ceiling=28.0))
    bars = {bar.name: bar for bar in tornado(asked)}
    assert bars["ceiling"].width == bars["absence"].width == bars["ramp_up"].width == 0
    assert bars["ceiling"].waits_low > bars["ceiling"].waits_high
    said = in_sentences(tornado(asked))
    assert "They leave this average as it is and change who waits: most children for a worker: 24.3 to 32.2 (" in said
    # And a range of nothing moves nothing
    still = {bar.name: bar for bar in tornado(case(posts=6, assumptions=Assumptions(spread=0.0)))}
    assert all(not still[name].width for name in VARIED)
    assert title([still["starts"]], "March 2014") == "No assumption moves the average within its range"


def test_who_waits_is_counted_where_the_ceiling_holds_the_average():
    # Given too few workers for the ceiling, then the average of those allocated hides who waits
    held = case(assumptions=Assumptions(ceiling=25.0))
    assert of_everybody(held).measure == Measure.ALL
    roomy = case(posts=6, assumptions=Assumptions(ceiling=90.0))
    assert of_everybody(roomy) is roomy


def test_the_widest_is_named_with_both_answers():
    bars = tornado(EFFECTIVE)
    assert "matter" in title(bars, "March 2014")
    assert title(bars, "March 2014").endswith("in March 2014")
    assert in_sentences(bars).startswith(bars[0].label)
    assert "leavers in a year (%): 13 to 17.3 gives" in in_sentences(bars)
