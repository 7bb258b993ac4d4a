"""What became of teams that are gone: the likeliest answer is the one that keeps children and FTE."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.decisions import Decision, TeamDecision
from model.succession import Size, Succession, successions

pytestmark = pytest.mark.functional

JANUARY, FEBRUARY = date(2013, 1, 1), date(2013, 2, 1)
STAYS = {"Oak": Size(120, 5.0)}


def asked(before: dict[str, Size], after: dict[str, Size]) -> list[Succession]:
    new = {name: FEBRUARY for name in after if name not in before}
    return successions({JANUARY: {**before, **STAYS}, FEBRUARY: {**after, **STAYS}}, new)


def first(before: dict[str, Size], after: dict[str, Size]) -> list[tuple[Decision, tuple[str, ...], tuple[str, ...]]]:
    """The decisions of the first answer."""
    (found,) = asked(before, after)
    return [(each.kind, each.before, each.after) for each in found.answers[0].decisions]


def test_a_split_a_merger_and_a_new_name_in_one_month_are_told_apart() -> None:
    before = {"North": Size(200, 8.0), "Ash": Size(90, 4.0), "Elm": Size(70, 3.0), "Bay": Size(150, 6.0)}
    after = {"North A": Size(104, 4.0), "North B": Size(99, 4.0), "Wood": Size(163, 7.0), "Quay": Size(147, 6.0)}
    assert sorted(first(before, after)) == [
        (Decision.MERGE, ("Ash", "Elm"), ("Wood",)),
        (Decision.RENAME, ("Bay",), ("Quay",)),
        (Decision.SPLIT, ("North",), ("North A", "North B")),
    ]


def test_of_teams_that_fit_alike_the_name_decides() -> None:
    before = {"Harbour": Size(100, 4.0), "Meadow": Size(100, 4.0)}
    after = {"Meadow East": Size(100, 4.0), "Harbour West": Size(100, 4.0)}
    assert sorted(first(before, after)) == [
        (Decision.RENAME, ("Harbour",), ("Harbour West",)),
        (Decision.RENAME, ("Meadow",), ("Meadow East",)),
    ]


def test_where_nothing_fits_the_new_team_comes_first_and_the_change_is_offered() -> None:
    (found,) = asked({"North": Size(200, 8.0)}, {"Quay": Size(40, 2.0)})
    assert [answer.words for answer in found.answers] == [
        "Quay is a new team, and North has ended",
        "North is now called Quay",
    ]
    assert not found.answers[0].is_likely
    assert found.question == "From February 2013 North is gone, and Quay is new. What happened?"


def test_children_that_fit_do_not_make_up_for_fte_that_does_not() -> None:
    (found,) = asked({"North": Size(200, 8.0)}, {"Quay": Size(200, 4.0)})
    assert not found.answers[0].is_likely


def test_what_is_not_known_is_no_evidence() -> None:
    (found,) = asked({"North": Size(None, None)}, {"Quay": Size(200, 4.0)})
    assert not found.answers[0].is_likely
    (partly,) = asked({"North": Size(200, None)}, {"Quay": Size(200, 4.0)})
    assert partly.answers[0].evidence == "200 children before and 200 after"


def test_names_that_others_stand_beside_and_new_teams_alone_are_not_asked_about() -> None:
    assert asked({"North": Size(200, 8.0)}, {"North": Size(200, 8.0), "Quay": Size(40, 2.0)}) == []
    only = successions({FEBRUARY: {"Quay": Size(1, 1)}}, {"Quay": FEBRUARY})
    assert only == []


def test_a_team_that_comes_back_later_is_not_gone() -> None:
    months = {JANUARY: {"North": Size(9, 1)}, FEBRUARY: {"Quay": Size(9, 1)}, date(2013, 3, 1): {"North": Size(9, 1)}}
    assert successions(months, {"Quay": FEBRUARY}) == []


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.tuples(st.integers(1, 300), st.integers(2, 40)), min_size=1, max_size=3),
    st.lists(st.tuples(st.integers(1, 300), st.integers(2, 40)), min_size=1, max_size=3),
)
def test_every_answer_says_something_of_every_new_name_and_uses_no_team_twice(
    gone: list[tuple[int, int]], new: list[tuple[int, int]]
) -> None:
    before = {f"Old {number}": Size(children, fte / 2) for number, (children, fte) in enumerate(gone)}
    after = {f"New {number}": Size(children, fte / 2) for number, (children, fte) in enumerate(new)}
    (found,) = asked(before, after)
    for answer in found.answers:
        names = [name for each in answer.decisions for name in (*each.before, *each.after)]
        assert len(names) == len(set(names))
        assert set(after) <= set(names)
        # And what is called likely does keep children and FTE, within a tenth or the least that counts
        for each in answer.decisions if answer.is_likely else ():
            if each.kind is not Decision.NEW:
                assert _keeps(each, before, after)


def _keeps(decision: TeamDecision, before: dict[str, Size], after: dict[str, Size]) -> bool:
    was = [before[name] for name in decision.before]
    now = [after[name] for name in decision.after]
    children = sum(one.children or 0 for one in was), sum(one.children or 0 for one in now)
    fte = sum(one.fte or 0 for one in was), sum(one.fte or 0 for one in now)
    near = [abs(b - a) <= max(a / 10, least) + 1e-9 for (a, b), least in ((children, 5), (fte, 0.5))]
    return all(near)
