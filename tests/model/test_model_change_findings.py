"""What moved the average, in a sentence."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from every_row import every_row
from made_services import averages_only, service, stockton, team

from model.caseload import Demand
from model.change import change
from model.change_findings import other_teams
from model.findings import (
    change_title,
    growth_sentence,
    highest_made_of,
    rounding_note,
)

B = stockton("february_b")
SEPTEMBER = stockton("september", unallocated=0)


@pytest.mark.back
def test_the_change_since_september():
    # Given both dates, when the change is said, then date and parts are in it.
    rise = change(SEPTEMBER, B)
    assert (
        change_title(rise, SEPTEMBER, B)
        == "The average rose by 5.1: 2.4 from more children, 2.8 from fewer social workers."
    )
    assert rounding_note(rise) == "Each figure is rounded, so the parts add up to 5.2."
    everyone = change(SEPTEMBER, B, Demand.ALL)
    assert change_title(everyone, SEPTEMBER, B) == "With those waiting, the average rose by 7.0 since 3 September 2012."
    assert rounding_note(everyone) == ""


@pytest.mark.unit
@every_row(
    ("before", "after", "text"),
    [
        ((4, 120), (5, 120), "fell by 6.0, all of it from more social workers."),
        ((4, 120), (4, 100), "fell by 5.0 since 20 February 2013, all of it from fewer children."),
        ((4, 120), (4, 120), "is unchanged since 20 February 2013."),
        ((4000, 120000), (4000, 120001), "is unchanged since 20 February 2013."),
        ((4, 120), (5, 140), "fell by 2.0: more children added 4.5, more social workers took away 6.5."),
        ((5, 140), (4, 120), "rose by 2.0: fewer children took away 4.5, fewer social workers added 6.5."),
    ],
)
def test_the_change_says_what_moved_it(before, after, text):
    # Given two months, when the change is said, then each part has its direction in words.
    then, now = service(team("A", *before)), service(team("A", *after))
    assert change_title(change(then, now), then, now) == f"The average {text}"


@pytest.mark.back
def test_how_children_grew_is_said_with_the_days():
    # Given September and February, then the report's growth and days are in a sentence, of both sets of children
    assert growth_sentence(SEPTEMBER, B) == (
        "In 170 days allocated children rose by 8.4% to 1,294, all children by 14.7% to 1,370."
    )


@pytest.mark.unit
def test_growth_is_said_only_of_what_is_known_at_both_dates():
    # Given no day, other teams, no growth, or nobody known to wait, then that much is not said
    then, day = service(team("A", 4, 100), as_at=date(2013, 1, 31)), "In 20 days allocated children"
    assert growth_sentence(then, service(team("A", 4, 110))) == f"{day} rose by 10.0% to 110."
    assert growth_sentence(then, service(team("A", 4, 110), as_at=None)) == ""
    assert growth_sentence(then, service(team("A", 4, 110), team("B", 4, 110))) == ""
    assert growth_sentence(then, service(team("A", 4, 100))) == ""
    # And where the two go apart, each has its direction
    waiting = replace(then, unallocated_service=40)
    assert growth_sentence(waiting, service(team("A", 4, 110), unallocated=10)) == (
        f"{day} rose by 10.0% to 110, all children fell by 14.3% to 120."
    )


@pytest.mark.unit
def test_a_change_that_cannot_be_split_says_so():
    # Given other teams, when the change is said, then nothing is split.
    other = replace(B, teams=B.teams[:3])
    assert change_title(change(SEPTEMBER, other), SEPTEMBER, other) == "The average rose by 3.4 since 3 September 2012."


@pytest.mark.back
def test_what_the_highest_caseload_is_made_of():
    # Given September and February, when the highest is South 1, then its children and FTE are said, and what is new.
    assert highest_made_of(SEPTEMBER, B) == (
        "South 1 has 214 children for 6 FTE: since 3 September 2012, 17 more children and 1.5 FTE fewer."
    )
    assert highest_made_of(None, B) == "South 1 has 214 children for 6 FTE."
    assert highest_made_of(B, B).endswith("since 20 February 2013, as many children and the same FTE.")


@pytest.mark.unit
def test_nothing_is_made_of_what_is_not_known():
    # Given averages as printed, one team, or a printed average above the rest, then nothing is said.
    assert highest_made_of(SEPTEMBER, averages_only("february")) == ""
    assert highest_made_of(None, service(team("A", 4, 120))) == ""
    printed = service(team("A", None, None, average_printed=Fraction(40)), team("B", 4, 120))
    assert highest_made_of(None, printed) == ""
    # And a team that was not there before is said without what is new
    new = service(team("A", 4, 120), team("B", 4, 100))
    assert highest_made_of(service(team("B", 4, 100)), new) == "A has 120 children for 4 FTE."
    one = highest_made_of(service(team("A", 3.5, 121), team("B", 4, 100)), new)
    assert one.endswith("1 fewer child and 0.5 FTE more.")


@pytest.mark.unit
def test_the_teams_by_which_two_months_differ_are_named() -> None:
    # Given a month with a team that is new, one that is gone, and one that has lost its FTE
    before = service(team("Ash", 4, 100), team("Elm", 4, 90), team("Oak", 5, 80))
    after = service(team("Ash", 4, 100), team("Elm", None, 90), team("Quay", 5, 85))
    # Then each is named by whether it has come or gone
    assert other_teams(before, after) == "with Quay, without Elm and Oak"
    assert other_teams(before, before) == ""
    # And of many only the number is told
    many = service(*(team(f"Team {number}", 4, 100) for number in range(4)), *before.teams)
    assert other_teams(before, many) == "with four teams"
