"""The activity report: figures by period, what gives them, direction of travel, and what is made of shorter periods."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from every_row import every_row
from hypothesis import given, settings
from hypothesis import strategies as st
from made_reports import activity, joined

from model.activity_figures import Figure, added_up, direction
from model.activity_frame import courses, numbers_frame, words_frame
from model.activity_periods import MONTH, PERIOD_KINDS, QUARTER, TWO_MONTHS, WHOLE_YEAR, inside
from model.activity_report import kinds_that_fit, report, years
from model.tables import MONTHS_OF_A_YEAR

pytestmark = pytest.mark.unit

QUARTERS = activity(
    "2013/14",
    ("Contacts", "number", {"previous": 6859, "Q1": 1700, "Q2": 1702, "Q3": 1650, "Q4": 1650}),
    ("Re-referrals within 12 months", "%",
     {"previous": (353, 2336, 16), "Q1": (90, 600), "Q2": (84, 600), "Q3": (84, 601), "Q4": (96, 600)}),
    ("Children in care", "number", {"Q1": 371, "Q2": 380, "Q3": "confidential", "Q4": 390}),
    ("Missing episodes", "number", {"Q1": 4, "Q2": 5}),
)  # fmt: skip


def said(made, key: str) -> list[str]:
    line = made.by_key[key]
    return [figure.shown if (figure := made.at(line, column)) else "" for column in made.columns]


def went(made, key: str) -> list[str]:
    line = made.by_key[key]
    return [told.words if (told := made.direction(line, column)) else "" for column in made.columns]


def test_a_year_of_quarters_shows_direction_of_travel_and_better_or_worse_by_polarity_only():
    made = report(QUARTERS, "2013/14")
    assert [column.label for column in made.columns] == ["2012/13", "Q1", "Q2", "Q3", "Q4", "2013/14"]
    # The arrow is the number's; a count of activity is neither better nor worse
    assert said(made, "contacts") == ["6,859", "1,700", "1,702", "1,650", "1,650", "6,702"]
    assert went(made, "contacts") == ["", "", "↑", "↓", "→ no change", "↓"]
    # A percentage is worked out again, and of the year by the sums of its parts
    assert said(made, "re_referrals") == ["15.1%", "15.0%", "14.0%", "14.0%", "16.0%", "14.7%"]
    assert went(made, "re_referrals") == ["", "", "↓ better", "→ no change", "↑ worse", "↓ better"]
    # Of a stock the year is as at its end; a reason stands where a figure is missing, and nothing is compared with it
    assert said(made, "looked_after") == ["", "371", "380", "confidential", "390", "390"]
    assert went(made, "looked_after") == ["", "", "↑", "", "", ""]
    # What is no indicator stands under its own name, is not added up and not judged
    assert said(made, "Missing episodes") == ["", "4", "5", "", "", ""]
    assert went(made, "Missing episodes") == ["", "", "↑", "", "", ""]


def test_the_first_quarter_is_compared_with_the_last_of_the_year_before_whatever_the_measure_was_called_then():
    before = activity("2012/13", ("Re-referrals", "%", {"Q4": (100, 600)}), ("Contacts", "number", {"Q4": 1800}))
    made = report(joined(before, QUARTERS), "2013/14")
    assert went(made, "re_referrals")[1] == "↓ better"
    assert went(made, "contacts")[1] == "↓"
    assert years(joined(QUARTERS, before)) == ["2012/13", "2013/14"]
    # And the reports of other years add no line
    assert {line.key for line in report(before, "2012/13").lines if line.figures} == {"contacts", "re_referrals"}


def test_measures_of_the_appendix_without_a_figure_stay_visibly_empty_and_each_once():
    made = report(QUARTERS, "2013/14")
    empty = [line for line in made.lines if not line.figures]
    measures = [line.indicator.measure for line in made.lines if line.indicator and line.indicator.measure]
    assert set(measures) == set(range(1, 26))
    assert len({line.indicator.measure for line in empty if line.indicator.measure}) == 22
    frame = words_frame(made, "Processes")
    assert not frame.empty
    assert (frame[[column.label for column in made.columns]] == "").all(axis=None)
    assert next(line.name for line in empty if line.block == "Quality") == "Children not seen in their assessment"


def test_a_ratio_has_rows_for_its_numerator_and_denominator():
    frame = words_frame(report(QUARTERS, "2013/14"), "Outputs").set_index("measure")
    assert frame.loc["Re-referrals within 12 months"].tolist() == [
        "15.1%", "15.0%", "14.0% ↓ better", "14.0% → no change", "16.0% ↑ worse", "14.7% ↓ better",
        "Case records",
    ]  # fmt: skip
    assert frame.loc["of which: Referrals within 12 months of a referral before"].tolist()[:6] == [
        "353", "90", "84", "84", "96", "354"
    ]  # fmt: skip
    assert frame.loc["out of: Referrals", "2013/14"] == "2,401"
    # And the file has the same rows in numbers, with what was printed otherwise
    numbers = numbers_frame(report(QUARTERS, "2013/14"), "Outputs")
    row = numbers[(numbers["key"] == "re_referrals") & (numbers["part"] == "measure")].iloc[0]
    assert (row["2012/13"], row["Q4"], row["Q4 direction"]) == (15.1, 16.0, "↑ worse")
    assert row["printed otherwise"] == "2012/13: 16.0%"
    assert len(numbers) == len(frame)


MONTHLY = activity(
    "2013/14",
    ("Contacts", "number", {month: 500 + place for place, month in enumerate(MONTHS_OF_A_YEAR[:7])}),
    ("Re-referrals", "%", {"April": (10, 100), "May": (30, 200), "June": (20, 100), "July": (1, 3), "August": (1, 3)}),
    ("Care leavers in EET", "%", {"April": 40.0, "May": 41.0, "June": 42.5}),
    ("Care applications", "per 10,000 children", {"April": (3, 40000), "May": (4, 40000), "June": (5, 40100)}),
)  # fmt: skip


def test_a_course_has_a_point_for_each_period_and_a_gap_where_one_is_not_known():
    found = courses(report(QUARTERS, "2013/14"), "Outputs")
    assert found["key"].unique().tolist() == ["looked_after", "re_referrals"]
    lac = found[found["key"] == "looked_after"]
    assert lac["value"].fillna(-1).tolist() == [371, 380, -1, 390]
    assert found[found["key"] == "re_referrals"]["words"].iloc[0] == "16.0% ↑ worse"
    assert courses(report(QUARTERS, "2013/14"), "Processes").empty


def test_months_are_put_together_to_the_period_that_is_chosen():
    assert [column.label for column in report(MONTHLY, "2013/14", TWO_MONTHS).columns][1] == "April and May"
    by_two, by_quarter, by_month = (report(MONTHLY, "2013/14", kind) for kind in (TWO_MONTHS, QUARTER, MONTH))
    assert said(by_month, "contacts")[1:4] == ["500", "501", "502"]
    assert said(by_two, "contacts")[1:5] == ["1,001", "1,005", "1,009", ""]
    # A quarter of which a month is missing is not known
    assert said(by_quarter, "contacts")[1:4] == ["1,503", "1,512", ""]
    assert said(by_quarter, "re_referrals")[1:3] == ["15.0%", ""]
    # Percentages of a stock are as at the end, rates are of their last denominator
    assert said(by_quarter, "care_leavers_eet")[1] == "42.5%"
    assert by_quarter.at(by_quarter.by_key["care_applications"], by_quarter.columns[1]).value == Fraction(120000, 40100)
    assert kinds_that_fit({"April", "May", "year"}) == [QUARTER, TWO_MONTHS, MONTH]
    # Quarters cannot be taken apart
    assert kinds_that_fit({"Q1", "Q2", "year"}) == kinds_that_fit(set()) == [QUARTER]
    assert said(report(QUARTERS, "2013/14", MONTH), "contacts")[1:13] == [""] * 12


def test_the_latest_column_is_the_year_only_where_it_is_whole():
    assert report(QUARTERS, "2013/14").latest.label == "2013/14"
    so_far = activity("2013/14", ("Contacts", "number", {"Q1": 100, "Q2": 90, "year to date": 190}))
    made = report(so_far, "2013/14")
    assert [column.label for column in made.columns] == ["2012/13", "Q1", "Q2", "Q3", "Q4", "2013/14 so far"]
    assert (made.latest.label, said(made, "contacts")[-1]) == ("2013/14 so far", "190")
    assert report(so_far[so_far["period"].str.startswith("Q")], "2013/14").latest.label == "Q2"
    assert report(QUARTERS.iloc[:0], "2013/14").latest is None


def test_what_a_report_has_of_an_indicator_only_as_part_of_a_ratio_is_found():
    made = report(activity("2013/14", ("Initial assessments in time", "%", {"Q1": (40, 90)})), "2013/14")
    assert made.part("initial_assessments", made.columns[1]).value == 90
    assert made.part("core_assessments", made.columns[1]) is None


def test_two_measures_that_are_one_indicator_both_stay():
    twice = activity("2013/14", ("LAC", "number", {"Q1": 371}), ("Children in care", "number", {"Q1": 372}))
    lines = [line for line in report(twice, "2013/14").lines if line.figures]
    assert [(line.name, line.block) for line in lines] == [("LAC", "Outputs"), ("Children in care", "Outputs")]
    assert len({line.key for line in lines}) == 2


@every_row(
    ("now", "before", "polarity", "words"),
    [
        (15.14, 15.05, "lower", "→ no change"),  # both are shown as 15.1
        (15.15, 15.14, "lower", "↑ worse"),  # half up: 15.2 against 15.1
        (15.1, 18.0, "higher", "↓ worse"),
        (15.1, 18.0, "", "↓"),
        (0, 0, "higher", "→ no change"),
    ],
)
def test_a_direction_is_of_what_is_shown(now, before, polarity, words):
    told = direction(Figure("%", Fraction(str(now))), Figure("%", Fraction(str(before))), polarity)
    assert told is not None
    assert told.words == words


def test_nothing_is_compared_with_what_is_not_known_or_is_in_another_unit():
    known = Figure("%", Fraction(5))
    for other in (None, Figure("%"), Figure("number", Fraction(5))):
        assert direction(known, other, "lower") is None
        assert direction(other, known, "lower") is None


def test_periods_end_on_their_last_day_and_fill_the_year():
    for kind, parts in PERIOD_KINDS.items():
        assert [month for part in parts for month in part.months] == list(range(12)), kind
    assert [one.last_day("2012/13") for one in PERIOD_KINDS[QUARTER]] == [
        date(2012, 6, 30), date(2012, 9, 30), date(2012, 12, 31), date(2013, 3, 31)
    ]  # fmt: skip
    assert [part.name for part in inside(PERIOD_KINDS[QUARTER][1])[0]] == ["July", "August", "September"]
    assert len(inside(WHOLE_YEAR)) == 3


counts = st.lists(st.tuples(st.integers(0, 500), st.integers(1, 500)), min_size=1, max_size=12)


@given(counts)
@settings(max_examples=40)
def test_flows_add_up_and_their_percentage_lies_between_those_of_the_parts(parts):
    figures = [
        Figure("%", Fraction(100 * min(pair), max(pair)), Fraction(min(pair)), Fraction(max(pair))) for pair in parts
    ]
    whole = added_up(figures, "flow")
    assert whole.numerator == sum(figure.numerator for figure in figures)
    values = [figure.value for figure in figures]
    assert min(values) <= whole.value <= max(values)
    # A stock is its last figure, and one missing part makes the flow unknown
    assert added_up(figures, "stock").value == values[-1]
    assert added_up([*figures, Figure("%", Fraction(5))], "flow").value is None
