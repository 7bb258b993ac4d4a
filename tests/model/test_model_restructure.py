"""Splitting and merging teams: nothing is lost, there and back is where one was, and what must not be mixed is not."""

from dataclasses import replace
from fractions import Fraction

import pytest
from every_row import every_row
from hypothesis import given, settings
from hypothesis import strategies as st
from made_services import averages_only, service, services, stockton, team

from model.exact import exact
from model.restructure import (
    FTE_FIGURES,
    WHOLE_FIGURES,
    Merge,
    RestructureError,
    Split,
    alike,
    apportioned,
    as_they_are,
    even,
    merge,
    regrouped,
    split,
    typed,
)

few = settings(max_examples=40, deadline=None)
share_lists = st.lists(st.integers(1, 60), min_size=2, max_size=4).map(
    lambda numbers: tuple(Fraction(number, sum(numbers)) for number in numbers)
)


@st.composite
def staffed(draw):
    """A small service of which every figure is known, or a figure of none of its teams."""
    made = draw(services(most_teams=5, waiting=True))
    blank = draw(st.sets(st.sampled_from(("established", "in_post", "case_holding", "headcount"))))
    teams = [
        replace(
            each,
            established=each.fte + draw(st.integers(0, 3)),
            in_post=each.fte + Fraction(1, 3),
            case_holding=each.fte,
            headcount=draw(st.integers(0, 12)),
        )
        for each in made.teams
    ]
    return replace(made, teams=tuple(replace(each, **dict.fromkeys(blank)) for each in teams))


def sums(made):
    """Every figure of the teams together."""
    values = {name: [getattr(each, name) for each in made.teams] for name in (*FTE_FIGURES, *WHOLE_FIGURES)}
    return {name: None if None in each else sum(each) for name, each in values.items()}


@pytest.mark.functional
@few
@given(staffed(), share_lists, st.randoms(use_true_random=False))
def test_splitting_and_merging_back_is_where_one_was(made, shares, chance):
    # Given any service, when a team is split in any shares and its parts are merged, then nothing has changed.
    chosen = chance.choice(made.teams)
    there = split(made, chosen.team, alike(shares))
    assert sums(there) == sums(made)
    assert (there.fte, there.children(), there.unallocated) == (made.fte, made.children(), made.unallocated)
    parts = [each.team for each in there.teams if each.team not in {t.team for t in made.teams}]
    assert len(parts) == len(shares)
    assert merge(there, parts, chosen.team) == made


@pytest.mark.functional
@few
@given(staffed(), st.randoms(use_true_random=False))
def test_merging_and_splitting_back_is_where_one_was(made, chance):
    # Given any service, when teams are merged and split as they were, then each has what it had.
    if len(made.teams) < 2:
        return
    chosen = made.teams[: chance.randint(2, len(made.teams))]
    names = [each.team for each in chosen]
    there = merge(made, names)
    assert sums(there) == sums(made)
    assert (there.fte, there.children(), there.unallocated) == (made.fte, made.children(), made.unallocated)
    assert split(there, there.teams[0].team, as_they_are(chosen), names) == made


@pytest.mark.functional
@few
@given(st.integers(0, 400), share_lists)
def test_whole_parts_are_within_one_of_their_share(total, shares):
    # Given a number of children, when it is shared, then every part is whole, near its share, and none is lost.
    parts = apportioned(total, shares)
    assert sum(parts) == total
    assert all(abs(part - total * share) < 1 for part, share in zip(parts, shares, strict=True))


@pytest.mark.unit
def test_a_team_in_two_stands_where_it_stood():
    # Given February, when South 1 is split evenly, then two teams of three FTE and 107 children stand in its place.
    made = regrouped(stockton("february_b"), Split("South 1", even(2)))
    assert [each.team for each in made.teams] == [
        "North 1", "North 2", "North 3", "South 1 A", "South 1 B", "South 2", "South 3",
    ]  # fmt: skip
    assert [(each.fte, each.allocated) for each in made.teams[3:5]] == [(3, 107), (3, 107)]
    assert made.unallocated == 76


@pytest.mark.unit
def test_an_odd_child_goes_to_the_first_part_and_fte_is_exact():
    # Given 187 children and 7.5 FTE, when they are split in three, then children are whole and FTE exact thirds.
    made = regrouped(service(team("A", 7.5, 187, headcount=8)), Split("A", even(3)))
    assert [(each.fte, each.allocated, each.headcount) for each in made.teams] == [
        (Fraction(5, 2), 63, 3),
        (Fraction(5, 2), 62, 3),
        (Fraction(5, 2), 62, 2),
    ]


@pytest.mark.unit
def test_teams_as_one_have_the_sums_and_what_all_know():
    # Given teams of which one has no headcount, when they are merged, then people are unknown and the rest is summed.
    first = team("A", 4, 100, unallocated=3, headcount=5, area="North", kind="Fieldwork", average_printed=exact(25))
    second = team("B", 2, 70, unallocated=None, area="South", kind="Fieldwork")
    made = regrouped(service(first, team("C", 1, 1), second, unallocated=10), Merge(("B", "A")))
    assert [each.team for each in made.teams] == ["A + B", "C"]
    one = made.teams[0]
    assert (one.fte, one.allocated, one.unallocated, one.headcount) == (6, 170, 3, None)
    assert (one.area, one.kind, one.average_printed, made.unallocated_service_only) == (None, "Fieldwork", None, 7)


@pytest.mark.unit
@every_row(
    ("text", "shares"),
    [("", "1/2 1/2"), (" 60, 40 ", "3/5 2/5"), ("10 and 8", "5/9 4/9"), ("62.5/37.5", "5/8 3/8"), ("1 3", "1/4 3/4")],
)
def test_shares_are_read_as_people_type_them(text, shares):
    assert typed(text, 2) == tuple(map(Fraction, shares.split()))


@pytest.mark.unit
@every_row("text", ["60", "60, 30, 10", "60, 0", "half", "-60, 40"])
def test_other_shares_are_refused_and_it_is_said_how(text):
    with pytest.raises(RestructureError, match="type two numbers above 0"):
        typed(text, 2)


@pytest.mark.unit
@every_row(
    ("other", "words"),
    [
        (team("B", None, 70), "The full-time equivalent of B is not known"),
        (team("B", 2, None), "The allocated children of B are not known"),
        (team("B", 2, 70, fte_basis="in post"), "different kinds of FTE"),
        (team("B", 2, 70, optimum=20), "different optima"),
        (team("B", 2, 70, counted=False), "do not all count"),
    ],
)
def test_what_must_not_be_mixed_is_refused(other, words):
    with pytest.raises(RestructureError, match=words):
        merge(service(team("A", 4, 100), other), ["A", "B"])


@pytest.mark.unit
def test_teams_without_fte_can_be_merged_and_stay_without():
    # Given averages only, when two teams are merged, then nothing is made up.
    one = merge(averages_only("february"), ["North 1", "North 2"]).teams[0]
    assert (one.fte, one.allocated, one.average()) == (None, None, None)


@pytest.mark.unit
def test_what_is_not_there_or_there_already_is_refused():
    made = service(team("A", 4, 100), team("A B", 4, 100), team("B", 1, 1), team("A + B", 1, 1))
    for change, words in (
        (Split("Z", even(2)), "no team called Z"),
        (Split("A", even(2)), "a team called A B already"),
        (Split("B", even(5)), "two to 4 parts"),
        (Merge(("A",)), "at least two teams"),
        (Merge(("A", "Z")), "at least two teams"),
        (Merge(("A", "B")), "a team called A \\+ B already"),
    ):
        with pytest.raises(RestructureError, match=words):
            regrouped(made, change)
