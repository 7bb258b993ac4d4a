"""Who is no part of an answer about posts."""

import pytest
from made_services import service, team

from model.findings import unsolved


@pytest.mark.unit
def test_an_answer_names_who_is_no_part_of_it():
    # Given a team without FTE, when posts are counted, then it is named.
    made = service(team("A", 4, 90), team("B", None, 90), team("C", 4, 90, optimum=None))
    assert "B cannot be taken into account: its figures are not known." in unsolved(made, made)
