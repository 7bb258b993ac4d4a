"""XmR: the limits and rules as worked out beforehand, and what must hold of any series."""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.exact import exact
from model.trend import Aim, Limits, Polarity, Rule, Verdict, aim, limits_of, trend

CASES = json.loads((Path(__file__).parent / "spc_cases.json").read_text(encoding="utf-8"))
SERIES = st.lists(st.one_of(st.none(), st.integers(-40, 40).map(lambda n: Fraction(n, 10))), max_size=30)
CUTS = st.sets(st.integers(0, 30), max_size=3)
quick = settings(max_examples=50, deadline=None)


def exactly(*values):
    return [None if value is None else exact(value) for value in values]


def flagged(found, rule):
    return [place for place in range(len(found.figures)) if rule in found.signal(place).rules]


@pytest.mark.back
@pytest.mark.parametrize("name", CASES)
def test_limits_and_flags_are_as_worked_out_beforehand(name):
    case = CASES[name]
    found = trend(exactly(*case["series"]))
    (segment,) = found.segments
    limits = segment.limits
    worked = (limits.mean, limits.moving_range, limits.upper, limits.lower)
    near = limits.at(Fraction(2, 3)), limits.at(Fraction(-2, 3))
    expected = [case[key] for key in ("mean", "amr", "upl", "lpl", "near_upl", "near_lpl")]
    assert [float(each) for each in (*worked, *near)] == pytest.approx(expected, abs=1e-9)
    assert [place for place, value in enumerate(segment.values) if limits.is_near(value)] == case["near"]
    assert {rule.value: flagged(found, rule) for rule in Rule} == {rule.value: case[rule.value] for rule in Rule}
    assert [place for place in range(len(found.figures)) if found.signal(place).rules] == case["special"]


@pytest.mark.unit
def test_seven_rising_are_all_of_one_run_and_six_are_none():
    rising = exactly(9, 5, 5.1, 5.2, 5.3, 5.4, 5.5, 5.6, 5, 5.2)
    assert flagged(trend(rising), Rule.TREND) == [1, 2, 3, 4, 5, 6, 7]
    assert flagged(trend(exactly(9, 5, 5.1, 5.2, 5.3, 5.4, 5.5, 5, 5.2)), Rule.TREND) == []


@pytest.mark.unit
def test_a_missing_point_breaks_a_run_and_gives_no_range():
    high = [30, 31, 30, 31, 30, 31, 30]
    low = [20, 21, 20, 21, 20, 21, 20]
    assert flagged(trend(exactly(*low, *high)), Rule.SHIFT) == list(range(14))
    with_gap = trend(exactly(*low, None, *high[:4], None, *high[4:]))
    # Then the seven before the gap are a run, and the seven after it, one of them apart, are not
    assert flagged(with_gap, Rule.SHIFT) == list(range(7))
    # And the leap over the gap is no range
    assert with_gap.segments[0].limits.moving_range == 1
    assert with_gap.signal(7) == with_gap.signal(12)


@pytest.mark.unit
def test_two_of_three_counts_one_that_is_outside_and_needs_all_three_on_that_side():
    limits = [0, 1] * 20
    (segment,) = trend(exactly(*limits, 5, 1, 2.7)).segments
    near = segment.limits.at(Fraction(2, 3))
    assert segment.values[-3] > segment.limits.upper
    assert near < segment.values[-1] < segment.limits.upper
    assert Rule.TWO_OF_THREE in segment.signals[-1].rules
    assert flagged(trend(exactly(*limits, 5, 0, 2.7)), Rule.TWO_OF_THREE) == []


@pytest.mark.unit
def test_limits_are_of_each_segment_alone():
    before, after = exactly(20, 21, 20, 22, 20), exactly(30, 31, 30, 31)
    found = trend(before + after, {5, 0, 40})
    assert [segment.limits for segment in found.segments] == [limits_of(before), limits_of(after)]
    assert [(segment.start, segment.end) for segment in found.segments] == [(0, 5), (5, 9)]
    assert trend([]).last is None


@pytest.mark.unit
def test_too_few_points_have_no_limits_and_fewer_than_twelve_provisional_ones():
    assert limits_of(exactly(20, 30)) is None
    assert limits_of(exactly(20, None, 30, None, 25)) is None
    assert limits_of(exactly(20, None, 30, None)) is None
    assert limits_of(exactly(*range(11))).provisional
    assert not limits_of(exactly(*range(12))).provisional


@pytest.mark.unit
def test_where_a_point_stands_says_more_than_which_way_it_moves():
    # Given a caseload that falls steadily from high above its mean
    falling = trend(exactly(*[20, 21, 20] * 5, 40, 39, 38, 37, 36, 35, 34))
    assert {Rule.TREND, Rule.SHIFT} <= falling.signal(falling.last).rules
    assert falling.verdict(falling.last, Polarity.LOWER) is Verdict.CONCERN
    assert falling.verdict(falling.last, Polarity.HIGHER) is Verdict.IMPROVEMENT
    assert falling.verdict(falling.last, Polarity.NONE) is Verdict.HIGHER


@pytest.mark.unit
@pytest.mark.parametrize(
    ("target", "lower", "higher"),
    [(21, Aim.MISSED, Aim.MET), (22, Aim.HIT_AND_MISS, Aim.MET), (25, *[Aim.HIT_AND_MISS] * 2),
     (28, Aim.MET, Aim.HIT_AND_MISS), (29, Aim.MET, Aim.MISSED)],
)  # fmt: skip
def test_a_target_is_met_missed_or_hit_and_miss(target, lower, higher):
    limits = Limits(Fraction(25), 3 / Fraction("2.66"), 12)
    assert aim(limits, Fraction(target), Polarity.LOWER) is lower
    assert aim(limits, Fraction(target), Polarity.HIGHER) is higher
    assert aim(limits, Fraction(target), Polarity.NONE) is None
    assert aim(limits, None, Polarity.LOWER) is aim(None, Fraction(target), Polarity.LOWER) is None


def rules_of(found):
    return [found.signal(place).rules for place in range(len(found.figures))]


@pytest.mark.functional
@quick
@given(SERIES, CUTS, st.integers(-50, 50), st.integers(1, 9))
def test_another_nought_and_another_unit_change_no_flag(values, cuts, shift, scale):
    moved = [None if value is None else value * scale + shift for value in values]
    assert rules_of(trend(moved, cuts)) == rules_of(trend(values, cuts))


@pytest.mark.functional
@quick
@given(SERIES, CUTS)
def test_upside_down_what_was_better_is_worse(values, cuts):
    down = [None if value is None else -value for value in values]
    one, other = trend(values, cuts), trend(down, cuts)
    assert [one.verdict(place, Polarity.LOWER) for place in range(len(values))] == [
        other.verdict(place, Polarity.HIGHER) for place in range(len(values))
    ]


@pytest.mark.functional
@quick
@given(SERIES)
def test_read_backwards_the_same_points_are_unusual(values):
    assert rules_of(trend(values[::-1])) == rules_of(trend(values))[::-1]


@pytest.mark.functional
@quick
@given(SERIES, CUTS)
def test_a_segment_knows_nothing_of_the_others(values, cuts):
    found = trend(values, cuts)
    for segment in found.segments:
        assert trend(segment.values).segments[0].signals == segment.signals
    assert [value for segment in found.segments for value in segment.values] == values


@pytest.mark.functional
@quick
@given(SERIES)
def test_what_is_unusual_has_a_side_and_what_is_missing_is_never_unusual(values):
    found = trend(values)
    for place, value in enumerate(values):
        signal = found.signal(place)
        assert bool(signal.rules) == (signal.direction != 0)
        assert value is not None or not signal.rules
