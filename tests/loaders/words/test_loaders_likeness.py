"""Mistyped headings are known by their likeness; what only looks alike is not."""

from __future__ import annotations

import random

import pytest
from every_row import every_row

from loaders.words.likeness import _OPPOSED, ALIKE_ENOUGH, alike
from loaders.words.vocabulary import MEANINGS, meaning_of, words_of

pytestmark = pytest.mark.unit

TYPED = {
    "team": ["Tema name", "Team nmae", "Fieldwrok team", "Locality taem"],
    "area": ["Localty", "Service aera", "Neighborhood"],
    "kind": ["Kind of taem", "Servcie type"],
    "month": ["Reporting perod", "Month endng"],
    "allocated": [
        "Childern allocated", "Alocated", "Allocatd children", "Childrenallocated", "Allo cated",
        "ALOCATED CHILDREN", "Allocated childen (31/05/2024)",
        "No. of childrn allocated", "Cases allocted to a social worker",
    ],
    "unallocated": [
        "Unalocated", "Unallocted", "Children unalocated", "Awating allocation", "Children waitng",
        "Unallocatedchildren", "Children awaitng allocaton",
        "Children not allocatd", "Not yet alocated",
    ],
    "service_unallocated": ["Childen waiting in the service"],
    "active": ["Actve children", "Children including unalocated"],
    "children": ["Total childern", "Open caes", "Total casload"],
    "fte_case_holding": ["Case holdng FTE", "Caseholdng FTE", "Case-holdingFTE", "FTE case-hloding"],
    "fte_in_post": ["Social wokers in post (FTE)", "Actaul FTE"],
    "fte_established": ["Establised FTE", "Estabishment", "FTE Establishd", "Budgetted FTE"],
    "fte": ["Socal workers (FTE)", "SW FTE capcity"],
    "headcount": ["Headcuont", "Staff headcont"],
    "average": ["Averge caseload", "Average casload", "Caseload avrage"],
}  # fmt: skip

NEAR_MISSES = [
    # allocated and unallocated, and what happened to allocations
    "Inallocated", "Nallocated", "Uallocated", "Reallocated", "Re-allocated", "Children reallocated",
    "Deallocated", "Co-allocated", "Joint allocated", "Unallocatable",
    "Previously allocated", "Allocation", "Allocations", "Allocations this month", "Families allocated",
    "Allocated budget", "Children located", "Relocated children", "Children alternated",
    # kinds of FTE
    "Agency FTE", "Vacancy FTE", "Vacant FTE", "Unfilled FTE", "Filed FTE", "Field FTE", "Failed FTE",
    "Unfunded posts", "Founded FTE", "Finding FTE", "FTE vacant", "FTE ports", "FTE in past",
    "FTE not in post", "Costs FTE", "Active FTE", "Contracted FTE", "Effective FTE", "Estimated FTE",
    "Non case-holding FTE", "Noncaseholding FTE", "Case-handling FTE", "Holiday FTE", "FTE lost",
    "Frozen posts", "Posts deleted", "Posts lost", "Works FTE",
    # counts of other children
    "Inactive children", "Children excluded", "Children, waiting excluded", "Children excluding unallocated",
    "Closed cases", "Case closed", "Cases closed", "Cases transferred", "New cases",
    "New children", "Children seen", "Children visited", "Children with disabilities", "Children last month",
    "Change in children", "Causes", "Cares", "Carers", "Foster carers", "Unborn", "Over 18",
    # averages and weights
    "Weighted caseload", "Max caseload", "Median caseload", "Workload", "Workload score", "Ratio", "Target",
    "Optimum", "Averages last year",
    # words that are one letter from another
    "Rate", "Cost", "Ports", "Mouth", "County", "Stuff", "Data", "Care", "Later", "Location of team", "Teamwork",
    "Casework", "Posted", "Personnel", "Personal", "Budge",
    # other columns of such files
    "Team manager", "Team leader", "Managers", "Sickness", "Absence days", "Leavers", "Starters", "Referrals",
    "Re-referrals", "Contacts", "Reviews", "Families", "Siblings", "Cost centre",
    "Team code", "Team total cost", "Case cost", "Established cost", "Duty", "Ward", "Postcode", "Surname",
    "Previous month", "Change", "Funded by grant", "Staff off sick", "",
]  # fmt: skip


@every_row(("heading", "field"), [(one, field) for field, typed in TYPED.items() for one in typed])
def test_a_mistyped_heading_is_known_with_how_alike_it_is(heading: str, field: str) -> None:
    # Given a heading that is not a spelling, then what it is like is said, with a high score short of certainty
    assert meaning_of(heading) is None
    like = alike(heading)
    assert like is not None
    assert like.field == field
    assert ALIKE_ENOUGH <= like.percent < 100


@every_row("heading", NEAR_MISSES)
def test_a_near_miss_is_left_alone(heading: str) -> None:
    assert alike(heading) is None


@pytest.mark.functional
def test_no_spelling_without_one_letter_is_taken_for_another_column() -> None:
    # Given spellings of figures with any one letter left out, typed twice, or in its neighbour's place
    figures = [meaning for meaning in MEANINGS.values() if meaning.kind in ("fte", "count")]
    spelt = sorted((spelling, one.name) for one in figures for spelling in one.spellings)
    chosen = random.Random(2013).sample(spelt, 200)
    typed = [(typo, name) for spelling, name in chosen for typo in slips(words_of(spelling))]
    some = random.Random(2013).sample(sorted(typed), 700)
    # Then each is known as that column or as none
    wrong = {typo: like.field for typo, name in some if (like := alike(typo)) and like.field != name}
    assert wrong == {}
    assert sum(alike(typo) is not None for typo, _ in some) > 350


def slips(word: str) -> set[str]:
    out = {word[:at] + word[at + 1 :] for at in range(len(word))}
    double = {word[:at] + word[at] + word[at:] for at in range(len(word))}
    swapped = {word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in range(len(word) - 1)}
    return {typed for typed in out | double | swapped if meaning_of(typed) is None}


def test_words_that_oppose_each_other_are_never_one_for_the_other() -> None:
    opposed = _OPPOSED
    assert "unallocated" in opposed["allocated"]
    assert {"post", "caseholding"} <= opposed["established"]
    assert all(word in opposed[other] for word, others in opposed.items() for other in others)
