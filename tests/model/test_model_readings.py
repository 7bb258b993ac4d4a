"""Time open, leavers, recruitment and absence are read where the months give them, and else said to be assumed."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_flows import made_flows, month_number
from made_services import service, team

from model.demand import demand_forecast, usable, usual_first
from model.demand_findings import methods, title, why_none
from model.flows import FlowMonth, steps
from model.outlook_assumptions import ASSUMPTIONS, Assumptions
from model.outlook_chain import worlds
from model.outlook_expected import staff
from model.outlook_process import Unit
from model.outlook_start import Readings, read_from, start_of
from model.readings import readings

STAFF = {"leavers_fte": 0.5, "fte_in_post": 40, "away_sickness": 1, "away_maternity": 1, "leavers": 3, "headcount": 45}


@pytest.mark.unit
def test_they_are_read_from_the_last_twelve_months_with_the_source_in_words() -> None:
    found = readings(made_flows(*[100] * 20, **STAFF))
    assert found.taken["months_open"] == pytest.approx(10, rel=0.01)
    assert found.taken["turnover"] == pytest.approx(12 * 0.5 / 40)
    assert found.taken["absence"] == pytest.approx(1 / 40)
    assert found.said["months_open"].startswith(
        "Read from twelve months, December 2011 to November 2012: 10.0% of open"
    )
    assert "6.0 FTE left of 40.0 in post on average" in found.said["turnover"]
    assert "away sick of FTE in post" in found.said["absence"]


@pytest.mark.unit
def test_those_on_maternity_leave_count_as_absent_where_averages_are_over_fte_in_post() -> None:
    assert readings(made_flows(*[9] * 9, **STAFF), of_in_post=True).taken["absence"] == pytest.approx(2 / 40)


@pytest.mark.unit
def test_people_and_fte_are_never_mixed() -> None:
    # Given leavers as people beside FTE in post, but no headcount
    mixed = {name: STAFF[name] for name in ("leavers", "fte_in_post")}
    assert "turnover" not in readings(made_flows(*[100] * 12, **mixed)).taken
    people = {name: STAFF[name] for name in ("leavers", "headcount")}
    found = readings(made_flows(*[100] * 7, **people))
    assert found.taken["turnover"] == pytest.approx(3 * 12 / 45)
    assert "people left" in found.said["turnover"]
    assert "as of a whole year" in found.said["turnover"]


@pytest.mark.functional
@settings(max_examples=20, deadline=None)
@given(st.integers(0, 11), st.sampled_from([0, 900]))
def test_one_month_gone_wrong_hardly_moves_the_time_open(place: int, wrong: int) -> None:
    # Given twelve months in which a tenth closes, and one of them with a figure that cannot be
    months = made_flows(*[100] * 12)
    spoilt = list(months)
    spoilt[place + 1] = type(months[0])(
        months[place + 1].month, months[place + 1].children, months[place + 1].figures | {"closures": Fraction(wrong)}
    )
    assert readings(spoilt).taken["months_open"] == pytest.approx(10, rel=0.02)


@pytest.mark.unit
def test_the_months_to_recruit_are_read_from_vacancies_and_those_who_joined() -> None:
    # Given half a post filled a month while two are vacant, then a vacancy lasts four months
    filling = {"joiners_fte": 0.5, "vacant": 2, "fte_in_post": 40}
    found = readings(made_flows(*[100] * 14, **filling))
    assert found.taken["lead"] == 4
    assert found.said["lead"] == (
        "Read from twelve months, June 2011 to May 2012: 6.0 FTE joined and 2.0 FTE were vacant on average, so a "
        "vacancy lasted 4.0 months"
    )
    # And joiners counted as people, or vacancies that are not known, do not give it
    for unknown in ({"joiners": 1, "vacant": 2}, {"joiners_fte": 0.5}):
        assert "lead" not in readings(made_flows(*[100] * 14, fte_in_post=40, **unknown)).taken
    # And of hardly anybody who joined nothing is read, and it is said
    few = readings(made_flows(*[100] * 14, **filling | {"joiners_fte": 0.2}))
    assert "lead" not in few.taken
    assert few.said["lead"].startswith("Only 2.4 FTE joined in twelve months")


@pytest.mark.unit
def test_people_who_joined_are_posts_filled_only_where_every_worker_is_full_time() -> None:
    # Given a person who joins each month, and as many people in post as FTE
    people = {"joiners": 1, "vacant": 2, "fte_in_post": 40, "headcount": 40}
    found = readings(made_flows(*[100] * 14, **people))
    assert found.taken["lead"] == 2
    assert (
        "12 people joined, each a full-time worker, as there were as many people in post as FTE" in found.said["lead"]
    )
    # And where some are part-time, or nobody counted people, it is said what they tell: no post is filled by more
    unsure = {name: value for name, value in people.items() if name != "headcount"}
    for some in (unsure, people | {"headcount": 46}):
        found = readings(made_flows(*[100] * 14, **some))
        assert "lead" not in found.taken
        assert found.said["lead"].startswith("12 people joined in twelve months, June 2011 to May 2012, of how many")
        assert "a vacancy lasted 2.0 months or longer" in found.said["lead"]


@pytest.mark.functional
@pytest.mark.parametrize("lead", [0, 1, 3, 4, 6])
def test_what_is_read_of_recruitment_is_what_the_months_ahead_do_with_it(lead: int) -> None:
    # Given a history that went as the months ahead are taken to go, with so many months to recruit
    assumed = Assumptions(turnover=0.24, lead=lead)
    in_post, _ = staff([Unit("S", 900, 60.0, 60.0)], assumed, (), 36)
    joined = in_post[1:, 0] - in_post[:-1, 0] * (1 - assumed.leaving)
    months = [
        FlowMonth(month_number(at), None, {
            "joiners_fte": Fraction(float(more)), "fte_in_post": Fraction(float(there)),
            "vacant": Fraction(60 - float(there)),
        })
        for at, (more, there) in enumerate(zip(joined, in_post[1:, 0], strict=True))
    ]  # fmt: skip
    # Then as many are read from it
    assert readings(months).taken["lead"] == lead


@pytest.mark.unit
def test_with_fewer_than_six_months_the_assumption_stays_and_says_why() -> None:
    start = start_of(service(team("A", 6.5, 150)))
    found = readings(made_flows(*[100] * 5))
    assumed, source = read_from(start, found)
    assert found.taken == {}
    assert assumed.months_open == Assumptions().months_open
    assert source["months_open"] == (
        f"{ASSUMPTIONS['months_open'].source}. "
        "The figures say who started and who closed in five months only; six are needed"
    )
    assert source["turnover"] == ASSUMPTIONS["turnover"].source


@pytest.mark.unit
def test_what_was_read_takes_the_assumptions_place() -> None:
    start = start_of(service(team("A", 6.5, 150)))
    assumed, source = read_from(
        start, Readings({"turnover": 0.3, "absence": 0.1}, {"turnover": "Read", "absence": "Read"})
    )
    assert (assumed.turnover, assumed.absence, assumed.months_open) == (0.3, 0.1, 12.0)
    assert source["turnover"] == "Read"


@pytest.mark.functional
@settings(max_examples=20, deadline=None)
@given(st.lists(st.integers(50, 200), min_size=6, max_size=30))
def test_the_number_open_follows_from_those_who_start_and_close(starts: list[int]) -> None:
    found = demand_forecast(made_flows(*starts))
    closed = found.closures(found.share.path)
    assert found.children[0] == found.steps[-1].after
    for before, after, started, gone in zip(
        found.children, found.children[1:], found.starts.path, closed, strict=False
    ):
        assert after == pytest.approx(before - gone + started)
        assert after >= 0
    assert found.level == pytest.approx(sum(found.starts.path) / 12)
    assert 1 <= found.months_open <= 120


@pytest.mark.unit
def test_a_forecast_that_was_wrong_before_makes_the_futures_less_sure_and_chance_alone_does_not() -> None:
    # Given starts that jump about, and starts that stand still
    wild, calm = (demand_forecast(made_flows(*starts)) for starts in ([60, 180] * 9, [120] * 18))
    # Then the futures differ by what the forecast was wrong by, and it is said
    assert wild.readings.errors["starts"] > 0.3
    # And where it never was, by no more than 120 a month over so many months leave unsure: never by nothing
    assert calm.readings.errors["starts"] == pytest.approx(1.2816 / (120 * len(calm.steps)) ** 0.5, rel=1e-3)
    assert "starts by 3% (so few months tell no better)" in calm.readings.said["spread"]
    assert "starts by 3% (so" not in wild.readings.said["spread"]
    # And that becomes the spread of the one assumption only
    assumed = Assumptions(past_errors=tuple(wild.readings.errors.items()))
    assert assumed.spread_of("starts") == wild.readings.errors["starts"]
    assert assumed.spread_of("lead") == assumed.spread
    world = worlds(assumed, 4000, vary=True, seed=1)
    assert (world.starts > 1 + assumed.spread_of("starts")).mean() == pytest.approx(0.1, abs=0.02)


@pytest.mark.unit
def test_there_is_no_forecast_from_five_months_and_it_is_said() -> None:
    months = made_flows(*[100] * 5)
    assert demand_forecast(months) is None
    assert "in five months running; a forecast needs six" in why_none(steps(months))
    assert "do not say how many children started" in why_none([])


@pytest.mark.unit
def test_months_before_a_break_are_left_out_where_twelve_follow() -> None:
    known = steps(made_flows(*[100] * 20))
    early, late = month_number(9), month_number(10)
    assert usual_first(known, [early]) == early
    assert usual_first(known, [late]) is None
    assert usual_first(known, [month_number(3), early]) == early
    assert usual_first(known, []) is usual_first([], [early]) is None
    # And any month may be the first that leaves six
    assert (usable(known)[0], usable(known)[-1]) == (month_number(1), month_number(15))
    assert usable(known[:5]) == usable(known[:3]) == usable([]) == []


@pytest.mark.unit
def test_the_forecast_is_told_in_plain_words() -> None:
    found = demand_forecast(made_flows(*[130] * 14))
    assert title(found) == "About 130 children a month start: 4 more than close"
    assert len(title(found).split()) <= 15
    assert "the last month’s number, wrong by 0.0 children on average; four of four past months fell inside" in methods(
        found
    )
    short = demand_forecast(made_flows(*[100] * 6))
    assert title(short) == "About 100 children a month start, and about as many close"
    assert "too few months to say how often the shade would have held" in methods(short)


@pytest.mark.unit
def test_figures_of_another_time_change_nothing() -> None:
    # Given two ways to the same last twelve months
    assert readings(made_flows(*[100] * 30)).taken == readings(made_flows(*[100] * 30)[10:]).taken
    assert date(2011, 3, 1) == month_number(0)
