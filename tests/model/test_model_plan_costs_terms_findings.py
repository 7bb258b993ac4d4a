"""What prices, their rise and recruitment payments do to a plan's cost, in sentences."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from model import plan_costs_terms_findings as findings
from model.assumptions import Settings
from model.outlook_process import Approval
from model.plan_costs import CostPlan, course
from model.plan_costs_terms import Terms

pytestmark = pytest.mark.unit


def said(words, posts=6, month=1, **terms):
    made = CostPlan(date(2013, 2, 1), (Approval(month, (posts,)),), 4, Settings(), Terms(**terms))
    return words(made, course(made))


def test_a_rise_says_from_when_and_what_a_post_costs_in_the_end():
    # Given 3% a year on £40,817.67 at the prices of 2013/14, two rises to 2015/16: £43,303.47
    text = said(findings.uplift_words, uplift=Fraction(3, 100))
    assert text.startswith(
        "Pay and prices rise by 3% each April, first in April 2014: in 2015/16 a post costs £43,303 "
    )
    assert "no rise in pay and prices is typed" in said(findings.uplift_words)
    assert said(findings.uplift_words, posts=0) == ""


def test_payments_say_who_gets_them_and_what_they_come_to():
    text = said(findings.payment_words, payment=Decimal(5000), experienced=Fraction(1, 2))
    assert text.startswith("Recruitment payments of £5,000 to three starters, the 50% who are taken to be experienced:")
    assert "£15,000 in all, once" in text
    assert "to 2.5 starters" in said(findings.payment_words, posts=5, payment=Decimal(5000))
    assert said(findings.payment_words) == "" == said(findings.payment_words, month=60, payment=Decimal(5000))


def test_the_reports_price_is_said_to_be_stocktons():
    assert "Stockton’s £40,818 of 2013" in findings.not_own_price(Settings())
    assert findings.not_own_price(Settings().with_values(cost_per_post=Decimal(50000))) == ""
