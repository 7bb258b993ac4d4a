"""The report's own sums come out to the pound."""

from __future__ import annotations

from fractions import Fraction

import pytest
from made_services import CASES

from model.exact import pounds, shown
from model.plan_costs_report import Printed, implied, implied_words, lines

pytestmark = pytest.mark.back

REPORT = CASES["costs"]["report"]
LETTERS = {
    "A": "rat_substantive",
    "B": "rat_agency",
    "C": "rat_proposed",
    "D": "rat_pressure",
    "E": "rat_vs_actual",
    "F": "six_posts",
    "G": "family_support",
    "H": "gross_total",
    "I": "net_of_rat_agency",
    "L": "net_six_posts_if_3_agency_released_at_mixed_cost",
    "M": "all_net",
}


@pytest.mark.parametrize(("letter", "name"), LETTERS.items(), ids=LETTERS.values())
def test_ac20_to_ac22_every_sum_is_the_reports(letter, name):
    # Given the figures that the report prints, when its sums are worked out again, then each is the one it has.
    found = {line.what[0]: line.pounds for line in lines()}
    assert found[letter] == REPORT[name]


def test_ac21_and_ac22_one_post_and_three_agency_staff():
    found = {line.what[0]: line.pounds for line in lines()}
    assert [pounds(found["J"]), pounds(found["K"])] == ["£40,818", "£138,205"]
    assert float(found["J"]) == pytest.approx(REPORT["per_post"], abs=1e-9)
    assert float(found["K"] / REPORT["supernumerary_agency_posts"]) == pytest.approx(
        REPORT["agency_cost_per_post_mixed"], abs=1e-9
    )


def test_what_the_referral_teams_totals_imply_of_one_post():
    # Given two totals, when they are taken for two sums with two unknowns, then both unknowns are those worked out.
    found = implied()
    assert float(found.worker) == pytest.approx(REPORT["implied_rat_social_worker"], abs=1e-9)
    assert float(found.group) == pytest.approx(REPORT["implied_rat_tm_dm_fw"], abs=1e-9)
    assert float(found.ratio) == pytest.approx(REPORT["experienced_over_rat_sw_ratio"], abs=1e-12)
    assert shown(found.worker, 2) in ("34,651.17",)
    assert "£34,651" in implied_words()
    assert "£173,039" in implied_words()


def test_ac25_what_a_second_family_support_team_has_to_achieve():
    said = "£92,749 is worth 56.8 fewer open children (4.1% of 1,370): 4.7 fewer starting a month"
    assert said in implied_words(1370)


@pytest.mark.unit
def test_the_lines_follow_from_the_figures_printed():
    # Given other figures, when they are worked out, then every letter says what it says it does.
    other = {
        line.what[0]: line for line in lines(Printed(referral_team=100, referral_agency=60, two_referral_teams=250))
    }
    assert other["D"].pounds == other["C"].pounds - other["A"].pounds == 150
    assert other["E"].pounds == other["D"].pounds - other["B"].pounds == 90
    assert other["K"].pounds == Fraction(3 * 60, 6)
    assert other["I"].pounds == other["H"].pounds - other["B"].pounds
