"""How many posts are needed, with date, children and FTE."""

import pytest
from made_services import averages_only, service, stockton, team

from model.caseload import Demand
from model.findings import (
    needed_sentence,
    unsolved,
)
from model.posts import Question

B = stockton("february_b")


@pytest.mark.back
@pytest.mark.parametrize(
    ("question", "demand", "text"),
    [
        (
            Question.SERVICE_AVERAGE,
            Demand.ALLOCATED,
            "Twelve posts are needed for a service average of 25 "
            "(20 February 2013, allocated children, case-holding FTE).",
        ),
        (
            Question.SERVICE_AVERAGE,
            Demand.ALL,
            "15 posts are needed for a service average of 25 "
            "(20 February 2013, allocated and unallocated children, case-holding FTE).",
        ),
        (
            Question.EVERY_TEAM,
            Demand.ALLOCATED,
            "15 posts are needed for every team to be at 25 or below "
            "(20 February 2013, allocated children, case-holding FTE).",
        ),
        (
            Question.EVERY_TEAM,
            Demand.ALL,
            "15 posts are needed for every team to be at 25 or below "
            "(20 February 2013, allocated and unallocated children, case-holding FTE). "
            "The 76 children who wait have no team yet and have no part in this answer.",
        ),
        (
            Question.EVERY_TEAM_AND_WAITING,
            Demand.ALLOCATED,
            "15 posts are needed for every team to be at 25 or below, with places for the 76 children who wait "
            "(20 February 2013, allocated and unallocated children, case-holding FTE).",
        ),
    ],
)
def test_the_three_questions_in_february(question, demand, text):
    # Given reconstruction B, when a question is answered, then children, FTE and date are named.
    assert needed_sentence(B, question, demand) == text


@pytest.mark.unit
def test_an_answer_names_who_is_no_part_of_it():
    # Given a team without FTE and one without an optimum, when posts are counted, then both are named.
    made = service(team("A", 4, 90), team("B", None, 90), team("C", 4, 90, optimum=None))
    assert needed_sentence(made, Question.EVERY_TEAM) == (
        "No post is needed for every team to be at 25 or below "
        "(20 February 2013, allocated children, FTE of a kind not stated). "
        "B cannot be taken into account: its figures are not known. "
        "No optimum is set for C, so no post is counted there."
    )
    assert "B cannot be taken into account: its figures are not known." in unsolved(made, made)


@pytest.mark.unit
def test_without_fte_the_number_of_posts_is_not_known():
    # Given averages alone, when posts are counted, then the sentence says that it is not known, and of what.
    assert needed_sentence(averages_only("february"), Question.SERVICE_AVERAGE) == (
        "How many posts are needed for a service average of 25 is not known "
        "(20 February 2013, averages as printed, FTE not known)."
    )
