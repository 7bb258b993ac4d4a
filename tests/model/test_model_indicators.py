"""The indicators as data: the 25 measures of Appendix 2, which way is better, and the names that councils give them."""

from __future__ import annotations

import re
from dataclasses import asdict, replace

import pytest
from every_row import every_row

from data import activity
from model.indicators import APPENDIX_MEASURES, IndicatorError, indicator, indicators, recognised
from model.tables import BLOCKS

pytestmark = pytest.mark.unit

UNITS = {"number": "number", "numerator": "%", "denominator": "%"}


def test_every_measure_of_the_appendix_has_an_indicator_and_quality_stands_beside_them():
    found = indicators().values()
    assert {one.measure for one in found if one.measure} == set(range(1, APPENDIX_MEASURES + 1))
    assert {one.block for one in found if one.measure} == set(BLOCKS[:3])
    beside = [one for one in found if one.block == "Quality"]
    assert {one.source for one in beside} >= {"Case audits", "Feedback from families", "Supervision records"}


def test_lower_and_higher_are_better_where_the_field_says_so_and_counts_of_activity_have_no_polarity():
    told = {key: one.polarity for key, one in indicators().items()}
    lower = ["re_referrals", "second_plans", "plans_two_years", "workforce_vacancies", "workforce_turnover",
             "workforce_caseload"]  # fmt: skip
    higher = ["initial_assessments_in_time", "core_assessments_in_time", "assessments_in_time", "reviews_in_time",
              "initial_conferences_in_time", "attendance", "care_leavers_eet",
              "care_leavers_accommodation"]  # fmt: skip
    assert {told[key] for key in lower} == {"lower"}
    assert {told[key] for key in higher} == {"higher"}
    # And no count is good or bad by itself but the one of which there must be none
    judged = [one.key for one in indicators().values() if one.unit == "number" and one.polarity]
    assert judged == ["children_not_seen"]
    assert [one.key for one in indicators().values() if one.zero_tolerance] == judged


def test_a_change_is_better_or_worse_by_polarity_alone():
    assert [indicator("re_referrals").better(change) for change in (-1, 0, 2.5)] == ["better", "", "worse"]
    assert [indicator("attendance").better(change) for change in (-1, 2.5)] == ["worse", "better"]
    assert indicator("contacts").better(500) == ""


def test_every_measure_of_the_example_is_an_indicator():
    unknown = [
        row[1] for row in activity.rows() if recognised(str(row[1]), UNITS.get(str(row[2]), str(row[2]))) is None
    ]
    assert unknown == []


@every_row(
    ("measure", "unit", "key", "split"),
    [
        ("Re-referrals within 12 months", "%", "re_referrals", ()),
        ("% of referrals that are re-referrals", "%", "re_referrals", ()),
        ("Percentage of Re-referrals", "%", "re_referrals", ()),
        ("Total number of contacts received", "number", "contacts", ()),
        ("Children's attendance at conferences", "%", "attendance", ()),
        ("ICPCs held within 15 working days (%)", "%", "initial_conferences_in_time", ()),
        ("Care applications (rate per 10,000)", "per 10,000", "care_applications", ()),
        ("Care applications", "per 10,000 child population", "care_applications", ()),
        # The number of what is a percentage is its numerator, where that is an indicator
        ("Contacts becoming referrals", "number", "referrals", ()),
        ("Re-referrals", "number", None, None),
        ("Average caseload", "number", "workforce_caseload", ()),
        ("Permanency: adoption", "number", "permanency_adoption", ()),
        ("Returned home", "%", "permanency_returned_home_share", ()),
        # Apart by agency, outcome or reason
        ("Referrals by agency: Police: No further action", "number", "referrals_by_agency",
         ("Police", "No further action")),
        ("Referrals from the Police", "number", "referrals_by_agency", ("Police",)),
        ("Referrals by source – Schools", "number", "referrals_by_agency", ("Schools",)),
        ("Referral reasons (Domestic abuse)", "number", "referral_reasons", ("Domestic abuse",)),
        ("Referrals by agency: Police", "%", None, None),
        # What is none of them
        ("Missing episodes", "number", None, None),
        ("Contacts: Police", "number", None, None),
        ("", "number", None, None),
    ],
)  # fmt: skip
def test_a_measure_is_known_by_its_spellings(measure, unit, key, split):
    found = recognised(measure, unit)
    assert (found and found.indicator.key, found and found.split) == (key, split)


def test_every_name_and_spelling_leads_to_its_own_indicator():
    wrong = [
        (form, one.key)
        for one in indicators().values()
        for form in (one.name, *one.spellings)
        if (found := recognised(form, one.unit)) is None or found.indicator.key != one.key
    ]
    assert wrong == []


def test_sentences_are_whole_and_plain():
    for one in indicators().values():
        for text in filter(None, (one.why_it_matters, one.dfe_definition)):
            assert re.fullmatch(r"[A-Z].*\.", text), (one.key, text)
        told = [value for value in asdict(one).values() if isinstance(value, str)]
        assert not [text for text in told if "'" in text or "!" in text], one.key


@pytest.mark.parametrize(
    "wrong",
    [
        {"block": "Demand"}, {"polarity": "up"}, {"measure": 26}, {"denominator": ""}, {"zero_tolerance": True},
        {"dfe_source": ""}, {"from_caseload": "mood"}, {"split_spellings": ("from",)}, {"why_it_matters": ""},
    ],
    ids=str,
)  # fmt: skip
def test_an_indicator_that_cannot_be_is_refused(wrong):
    with pytest.raises(IndicatorError, match=f"care_leavers_eet.*{next(iter(wrong))}"):
        replace(indicator("care_leavers_eet"), **wrong)
