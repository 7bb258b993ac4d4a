"""What a control chart says in sentences: better and worse by polarity, few points as few."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.trend import Polarity
from model.trend_findings import in_words, overview, rests_on, state, title, why
from model.trend_frames import overview_frame, trend_frame
from model.trend_series import Measure, Series, Step, made
from model.trend_target import target_words
from model.words import month_words

pytestmark = pytest.mark.unit

CASELOAD = Measure("caseload", "Average caseload", "children per social worker", Polarity.LOWER, 1, many=False)
WAITING = Measure("waiting", "Children waiting", "children", Polarity.LOWER)
LONG = Measure("help", "Children and parents who say that the help made things better for them (%)", "%",
               Polarity.HIGHER, 1, most=100, quarterly=True)  # fmt: skip
CHILDREN = Measure("children", "Allocated children", "children", Polarity.NONE)
FIGURES = st.lists(st.one_of(st.none(), st.integers(0, 400).map(lambda n: Fraction(n, 10))), min_size=1, max_size=20)


def series(figures, measure=CASELOAD, whose="", steps=()) -> Series:
    periods = [date(2023 + place // 12, place % 12 + 1, 1) for place in range(len(figures))]
    exactly = [None if figure is None else Fraction(figure) for figure in figures]
    return made(measure, whose, periods, [month_words(each) for each in periods], exactly, steps)


USUAL = [20, 21] * 6


@pytest.mark.parametrize(
    ("figures", "measure", "said"),
    [
        ([], CASELOAD, "Average caseload is not known in any month"),
        ([24], WAITING, "Children waiting came to 24 in January 2023: one month only"),
        ([24, 26], CASELOAD, "Average caseload rose from 24.0 to 26.0: two months, change only"),
        ([24, None, 26, None, 25], CASELOAD, "Average caseload: too many months are missing to set limits"),
        (USUAL, CASELOAD, "Average caseload: no unusual change; 21.0 in December 2023 is within the limits"),
        ([20, 21, 20], CASELOAD,
         "Average caseload stood at 20.0, as in January 2023; provisional limits show nothing unusual"),
        ([*USUAL, 30], CASELOAD, "Average caseload is a concern: above the upper limit in January 2024"),
        ([*USUAL, 10], CASELOAD, "Average caseload is improving: below the lower limit in January 2024"),
        ([*USUAL, 30], LONG, "These figures: improving, above the upper limit in January 2024"),
        ([*USUAL, 30], CHILDREN, "Allocated children are unusually high: above the upper limit in January 2024"),
        ([20, 22, 20, 22, 20, 22, 20, *[Fraction(43, 2), 22] * 4], WAITING,
         "Children waiting are a concern: eight months in a row above the mean"),
    ],
)  # fmt: skip
def test_the_title_says_it(figures, measure, said):
    assert title(series(figures, measure)) == said


def test_two_points_are_never_a_trend_nor_are_two_since_a_step_change():
    found = series([*USUAL, 30, 31], steps=[Step(date(2024, 1, 1), "a new front door")])
    assert title(found) == "Average caseload rose from 30.0 to 31.0: two months since the step change, change only"
    assert (state(found), rests_on(found)) == ("Change only", "")
    assert state(series([4, 9])) == "Change only"
    assert state(series([4])) == "Too few points"


def test_limits_on_fewer_than_twelve_points_are_called_provisional():
    assert "provisional until there are twelve" in rests_on(series(USUAL[:11]))
    assert rests_on(series(USUAL)) == "Limits rest on twelve months, January 2023 to December 2023."


@pytest.mark.parametrize(
    ("target", "said"),
    [(25, "is consistently met: even the limit on the worse side, 23.2"),
     (15, "is consistently missed: even the limit on the better side, 17.8"),
     (20, "is hit-and-miss: it is between the limits, 17.8 and 23.2")],
)  # fmt: skip
def test_a_target_is_judged_by_the_limits(target, said):
    assert said in target_words(series(USUAL), Fraction(target))
    assert "not judged" in target_words(series(USUAL, CHILDREN), Fraction(target))
    assert "too few" in target_words(series([20, 21]), Fraction(target))
    assert target_words(series(USUAL), None) == ""


def test_chance_does_not_decide_of_a_target_while_the_figure_changes():
    assert target_words(series(USUAL), Fraction(20)).endswith("and 23.2, so chance decides.")
    rising = target_words(series([*USUAL, 30]), Fraction(20))
    assert rising.endswith("; but the latest figure is unusual, so judge that change first.")
    # And no limit is told where no figure can be
    assert "the limits, 0.0 and" in target_words(series([0, 3] * 6, WAITING), Fraction(1))


def test_a_count_has_no_limit_below_nought():
    found = series([0, 3, 0, 4, 0, 3, 0, 5, 0, 3, 0, 4], WAITING)
    assert found.trend.segments[0].limits.lower < 0
    frame = trend_frame(found)
    assert frame["lower_limit"].isna().all()
    assert frame["upper_limit"].notna().all()


def test_the_overview_counts_concerns_and_improvements_and_nothing_else():
    worse, better, usual = series([*USUAL, 30]), series([*USUAL, 10]), series(USUAL)
    more = series([*USUAL, 30], CHILDREN)
    assert overview([worse, usual, more]) == "One of three measures is a concern, none improves"
    assert overview([worse, worse, better]) == "Two of three measures are a concern, one improves"
    assert overview([better, usual], "North") == "North: one of two measures improves, none is a concern"
    assert overview([more, usual]) == "No measure has changed for better or worse beyond its usual variation"
    assert overview([series([4, 9])]) == "Too few points to say what has changed unusually"
    frame = overview_frame([worse, series([4, 9])], {"caseload": 40})
    assert frame["state"].tolist() == ["Concern", "Change only"]
    assert frame["target"].tolist() == ["40.0: consistently met", "40.0: not judged"]


@settings(max_examples=50, deadline=None)
@given(FIGURES, st.sampled_from(["", "North", "A team with a name that is rather too long for any title"]),
       st.sampled_from([CASELOAD, WAITING, CHILDREN, LONG]), st.integers(1, 12))  # fmt: skip
def test_a_title_is_short_and_every_unusual_point_says_why(figures, whose, measure, month):
    found = series(figures, measure, whose, [Step(date(2023, month, 1), "something new")])
    assert len(title(found).split()) <= 15
    assert in_words(found)
    frame = trend_frame(found)
    for place in range(len(figures)):
        assert bool(why(found, place)) == (frame["verdict"].iloc[place] != "usual")
    # And polarity alone tells better from worse
    assert (set(frame["verdict"]) & {"improvement", "concern"} == set()) or measure.polarity is not Polarity.NONE
