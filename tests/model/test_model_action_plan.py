"""An action plan: ratings by rule, what comes first, what moved; and nothing that nobody said."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.action_plan import MOST_ACTIONS, Action, PlanError, checked, from_json, to_json
from model.action_plan_findings import counts, moved, moved_title, title
from model.action_plan_rating import Known, Rating, is_reached, number_in, rated

pytestmark = pytest.mark.unit

TODAY = date(2025, 10, 1)
WHOLE = Action("1", recommendation="On time", action="Weekly checks", owner="Head of service", due=date(2026, 3, 31),
               measure="Assessments in time", indicator="initial_assessments_in_time", target="80%")  # fmt: skip


def known(value, key="initial_assessments_in_time"):
    return {key: Known(Fraction(value), f"{value}%", "Q2 2025/26")}


def one(action, figures=None):
    (found,) = rated([action], TODAY, figures or {})
    return found.rating, found.why


@pytest.mark.parametrize(
    ("changes", "figure", "rating", "why"),
    [
        ({}, None, Rating.GREEN, "not due yet"),
        ({}, 70, Rating.GREEN, "not due yet"),
        ({}, 85, Rating.GREEN, "the measure is at 85% in Q2 2025/26, its target reached"),
        ({"due": date(2025, 10, 31)}, 70, Rating.AMBER, "due in 30 days; the measure is at 70% in Q2 2025/26, not 80%"),
        ({"due": date(2025, 10, 31)}, 80, Rating.GREEN, "the measure is at 80% in Q2 2025/26, its target reached"),
        ({"due": date(2025, 11, 1)}, 70, Rating.GREEN, "not due yet"),
        ({"due": TODAY}, None, Rating.AMBER, "due today"),
        ({"due": date(2025, 9, 30)}, 90, Rating.RED, "overdue by one day"),
        ({"due": date(2025, 9, 30), "owner": ""}, None, Rating.RED, "overdue by one day; no owner"),
        ({"owner": ""}, None, Rating.NONE, "no owner"),
        ({"owner": "", "due": None, "measure": "", "indicator": ""}, None, Rating.NONE,
         "no owner, no due date and no measure"),
        ({"measure": ""}, None, Rating.GREEN, "not due yet"),
        ({"done": date(2025, 9, 1)}, None, Rating.COMPLETE, "done"),
        ({"done": date(2025, 9, 1), "owner": "", "due": None}, None, Rating.COMPLETE, "done"),
        ({"done": date(2025, 9, 1)}, 70, Rating.AMBER, "done, but the measure is at 70% in Q2 2025/26, not 80%"),
    ],
)  # fmt: skip
def test_an_action_is_rated_by_rule(changes, figure, rating, why):
    assert one(replace(WHOLE, **changes), known(figure) if figure else None) == (rating, why)


def test_where_none_may_be_missed_one_is_red_whatever_its_date_and_target():
    seen = replace(WHOLE, indicator="children_not_seen", target="5")
    rating, why = one(seen, {"children_not_seen": Known(Fraction(1), "1", "Q2 2025/26")})
    assert (rating, why) == (Rating.RED, "the measure is at 1 in Q2 2025/26, and must be 0")
    assert one(seen, {"children_not_seen": Known(Fraction(0), "0", "Q2 2025/26")})[0] is Rating.GREEN


def test_a_target_is_reached_by_the_polarity_of_its_indicator():
    lower = replace(WHOLE, indicator="workforce_caseload", target="20")
    figures = Known(Fraction(19), "19.0", "September 2025")
    assert is_reached(lower, figures) is True
    assert is_reached(WHOLE, figures) is False
    assert is_reached(replace(lower, target="fewer"), figures) is None
    assert is_reached(replace(lower, indicator="contacts"), figures) is None
    assert [number_in(text) for text in ("80%", "1,200", " 25 ", "16 of 20", "up", "", "-3.5")] == [
        80, 1200, 25, None, None, None, Fraction(-7, 2),
    ]  # fmt: skip


def test_overdue_comes_first_and_then_what_cannot_be_measured():
    vague, late, later = replace(WHOLE, ref="2", owner=""), replace(WHOLE, ref="3", due=date(2025, 9, 1)), WHOLE
    latest = replace(WHOLE, ref="4", due=date(2025, 9, 20))
    found = rated([later, vague, latest, late], TODAY, {})
    assert [each.action.ref for each in found] == ["3", "4", "2", "1"]
    assert title(found) == "Two of four actions are overdue, one is too vague to be measured"
    assert (counts(found)["Overdue"], counts(found)["Too vague"], counts(found)["Green"]) == (2, 1, 1)


@pytest.mark.parametrize(
    ("actions", "said"),
    [
        ([], "No action plan is kept yet"),
        ([WHOLE], "No action is overdue; the one action can be measured"),
        ([replace(WHOLE, owner="")] * 2, "Both actions are too vague to be measured: no owner"),
        ([replace(WHOLE, owner="", due=None)] * 14,
         "All 14 actions are too vague to be measured: no owner or due date"),
        ([replace(WHOLE, owner="", due=date(2025, 9, 1)), replace(WHOLE, measure="", indicator="")],
         "One action overdue; both actions are too vague to be measured"),
    ],
)  # fmt: skip
def test_the_title_says_what_is_late_and_what_is_vague(actions, said):
    assert title(rated(checked(actions), TODAY, {})) == said


def test_what_moved_is_told_action_by_action():
    other, gone, new = (replace(WHOLE, ref=ref, action=f"Action {ref}") for ref in ("2", "3", "4"))
    now = [replace(WHOLE, due=date(2026, 6, 30), update="Began in May"), replace(other, done=TODAY), new]
    found = moved([WHOLE, other, gone], now)
    assert [(each.action.ref, each.what, each.before, each.now) for each in found] == [
        ("1", "Due later", "31 March 2026", "30 June 2026"),
        ("1", "Update added", "", "Began in May"),
        ("2", "Done", "", "1 October 2025"),
        ("4", "New action", "", "Action 4"),
        ("3", "Taken out of the plan", "Action 3", ""),
    ]
    assert moved_title(found, "1 July 2025") == "Since 1 July 2025: one done, one put off, one updated and more"
    assert moved_title([], "1 July 2025") == "Nothing in the plan has moved since 1 July 2025"
    assert moved_title(moved([WHOLE], [replace(WHOLE, owner="Deputy")]), "May") == "Since May: one action changed"


def test_an_action_without_a_number_gets_the_next_of_its_recommendation():
    one_, same, another = replace(WHOLE, ref="3"), replace(WHOLE, ref=""), Action(recommendation="Other")
    assert [each.ref for each in checked([one_, same, same, another, replace(one_, action="x")])] == [
        "3", "3.2", "3.3", "1", "3.4",
    ]  # fmt: skip
    assert checked([Action(), Action(ref="9")]) == ()
    with pytest.raises(PlanError, match="at most"):
        checked([WHOLE] * (MOST_ACTIONS + 1))
    with pytest.raises(PlanError, match="letters"):
        replace(WHOLE, update="x" * 3000)


TEXTS = st.text(max_size=5)
DAYS = st.none() | st.dates(date(2024, 1, 1), date(2026, 12, 31))
ACTIONS = st.lists(
    st.builds(Action, ref=TEXTS, recommendation=TEXTS, action=TEXTS, owner=TEXTS, due=DAYS, measure=TEXTS,
              indicator=st.sampled_from(["", "contacts", "children_not_seen"]), target=TEXTS, done=DAYS),
    max_size=8,
)  # fmt: skip


@settings(max_examples=50, deadline=None)
@given(ACTIONS, st.integers(0, 400))
def test_every_plan_comes_back_as_it_was_and_none_is_rated_that_cannot_be(actions, days):
    whole = checked(actions)
    assert from_json(to_json(whole)) == whole
    assert len({each.ref for each in whole}) == len(whole) == len([each for each in actions if not each.is_blank])
    found = rated(whole, date(2025, 1, 1) + timedelta(days=days), {})
    assert len(title(found).split()) <= 15
    for each in found:
        assert (each.late > 0) == (each.rating is Rating.RED)
        assert not (each.is_vague and each.rating in (Rating.GREEN, Rating.AMBER, Rating.COMPLETE))
    assert moved(whole, whole) == []
    # And whatever is said otherwise has moved
    other = [replace(each, outcome=f"{each.outcome}!", how_known="?") for each in whole]
    assert {each.action.ref for each in moved(whole, other)} == {each.ref for each in whole}


@pytest.mark.parametrize("text", ["", "{}", "[1]", '[{"due": "soon"}]', '[{"colour": "red"}]', "null"])
def test_what_is_no_plan_is_refused(text):
    if text == "{}":
        assert from_json(text) == ()
        return
    with pytest.raises(PlanError):
        from_json(text)
