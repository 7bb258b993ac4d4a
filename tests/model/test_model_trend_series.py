"""Series over their periods: what is missing stays missing, and where the limits start afresh."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pandas as pd
import pytest
from made_services import service, team

from model.assumptions import Settings, SettingsError
from model.decisions import Decision, TeamDecision
from model.naming import settings_under
from model.tables import ACTIVITY, conform
from model.trend import Polarity
from model.trend_marks import StepChange
from model.trend_quarterly import quarterly
from model.trend_series import Step, measures, monthly, other_fte

pytestmark = pytest.mark.unit

MEASURES = {measure.key: measure for measure in measures()}


def months(*services, first=date(2024, 1, 1)):
    """The services, a month after one another; ``None`` is a month that is not kept."""
    made = [(date(first.year, first.month + place, 1), each) for place, each in enumerate(services)]
    return [replace(each, month=month, as_at=None) for month, each in made if each]


def values(series):
    return [None if figure is None else float(figure) for figure in series.trend.figures]


def test_a_month_that_is_not_kept_and_a_figure_that_is_not_known_stay_in_their_places():
    one, blank = service(team("A", 5, 100)), service(team("A", None, 100))
    found = monthly(months(one, one, None, blank, one), MEASURES["caseload"])
    assert values(found) == [20, 20, None, None, 20]
    assert found.labels == ("January 2024", "February 2024", "March 2024", "April 2024", "May 2024")


def test_figures_kept_every_third_month_miss_nothing_but_a_third_month():
    quarters = [replace(service(team("A", 5, 100)), month=date(2024, month, 1)) for month in (1, 4, 7)]
    assert values(monthly(quarters, MEASURES["caseload"])) == [20, 20, 20]
    later = monthly([*quarters, replace(quarters[0], month=date(2025, 1, 1))], MEASURES["caseload"])
    assert values(later) == [20, 20, 20, None, 20]


def test_before_a_team_began_and_after_it_ended_nothing_is_missing():
    with_b, without = service(team("A", 5, 100), team("B", 4, 60)), service(team("A", 5, 100))
    found = monthly(months(without, with_b, with_b, without), MEASURES["children"], "B")
    assert (values(found), found.labels[0]) == ([60, 60], "February 2024")


def test_at_least_so_many_waiting_is_no_figure_and_neither_is_a_sum_of_some_teams():
    partial = service(team("A", 5, 100, unallocated=3), team("B", None, 60))
    found = [monthly(months(partial), MEASURES[key]) for key in ("waiting", "fte", "children", "vacancies")]
    assert [values(each) for each in found] == [[], [], [], []]
    whole = service(team("A", 5, 100, unallocated=3, established=Fraction(6), in_post=Fraction(13, 2)))
    assert [values(monthly(months(whole), MEASURES[key])) for key in ("waiting", "vacancies")] == [[3], [-0.5]]


def test_another_kind_of_fte_begins_another_series_of_the_service_and_of_its_team():
    post, holding = (service(team("A", 5, 100, fte_basis=basis)) for basis in ("in post", "case-holding"))
    history = months(post, post, holding, holding)
    assert [step.since for step in other_fte(history)] == [step.since for step in other_fte(history, "A")]
    found = monthly(history, MEASURES["caseload"], steps=other_fte(history))
    assert found.steps == ((2, "Case-holding FTE"),)


def test_steps_at_one_place_are_one_and_those_outside_the_course_are_none():
    one = service(team("A", 5, 100))
    steps = [Step(date(2024, 2, 1), "a hub"), Step(date(2024, 1, 20), "new forms"), Step(date(2023, 5, 1), "before"),
             Step(date(2025, 5, 1), "after"), Step(date(2024, 1, 1), "at the start")]  # fmt: skip
    assert monthly(months(one, one, one), MEASURES["caseload"], steps=steps).steps == ((1, "new forms; a hub"),)


def report(*rows):
    columns = ("report_year", "financial_year", "period", "measure", "unit", "numerator", "denominator", "printed")
    return conform(pd.DataFrame([dict(zip(columns, row, strict=True)) for row in rows]), ACTIVITY)


def test_quarters_are_worked_out_again_and_missing_ones_kept():
    found = quarterly(
        report(
            ("2012/13", "2012/13", "Q3", "Re-referrals", "%", 1.0, 8.0, 12.0),
            ("2012/13", "2012/13", "year", "Re-referrals", "%", 353.0, 2336.0, None),
            ("2012/13", "2012/13", "Q4", "Re-referrals", "%", None, None, None),
            ("2013/14", "2013/14", "Q1", "Re-referral rate", "%", None, None, 15.5),
            ("2013/14", "2012/13", "Q3", "Re-referral rate", "%", 1.0, 4.0, None),
            ("2013/14", "2013/14", "Q1", "Visits to the zoo", "number", None, None, None),
        )
    )
    # Then one measure, under its later name and as its later report has it, is followed over three quarters
    (series,) = found
    assert (series.measure.name, series.measure.polarity) == ("Re-referral rate (%)", Polarity.LOWER)
    assert values(series) == [25, None, 15.5]
    assert series.labels == ("Q3 2012/13", "Q4 2012/13", "Q1 2013/14")
    assert series.periods[1] == date(2013, 1, 1)


def test_seen_from_an_earlier_month_later_quarters_are_not_there_yet():
    rows = [("2012/13", "2012/13", quarter, "Contacts", "number", None, None, 5.0) for quarter in ("Q1", "Q2", "Q4")]
    (series,) = quarterly(report(*rows), until=date(2012, 8, 1))
    assert series.labels == ("Q1 2012/13", "Q2 2012/13")


def test_a_measure_that_is_no_indicator_has_no_better_side():
    (series,) = quarterly(report(("2012/13", "2012/13", "Q1", "Visits to the zoo", "number", None, None, 4.0)))
    assert (series.measure.polarity, values(series)) == (Polarity.NONE, [4])
    # And one that is followed by month too is told apart from it
    (series,) = quarterly(report(("2012/13", "2012/13", "Q1", "Average caseload", "number", None, None, 24.0)))
    assert (series.measure.name, series.measure.polarity) == ("Average caseload, by quarter", Polarity.LOWER)


STEP = StepChange(date(2024, 5, 1), "A new front door", date(2024, 11, 23), "caseload", "North")


def test_what_a_person_says_of_trends_is_kept_and_follows_a_team_to_its_new_name():
    settings = Settings(steps=(STEP,), targets={"waiting": Decimal("0.5")})
    assert Settings.from_json(settings.to_json()) == settings
    renamed = TeamDecision(Decision.RENAME, ("North",), ("Riverside",), date(2024, 9, 1))
    assert settings_under(settings, [renamed]).steps == (replace(STEP, whose="Riverside"),)
    assert Settings.from_json('{"optimum": "25"}').steps == ()
    with pytest.raises(SettingsError):
        Settings.from_json('{"steps": [{"month": "soon"}]}')


@pytest.mark.parametrize("reason", ["", "  ", "x" * 121])
def test_a_step_change_without_a_reason_is_refused(reason):
    with pytest.raises(ValueError, match="reason"):
        replace(STEP, reason=reason)


def test_a_step_change_holds_for_what_it_was_marked_on():
    assert STEP.is_of("caseload", "North")
    assert not STEP.is_of("waiting", "North")
    assert not STEP.is_of("caseload", "service")
    assert replace(STEP, measure="", whose="").is_of("waiting", "service")
