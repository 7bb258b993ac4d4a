"""What there is to check in a file follows what is decided about its teams' names."""

from __future__ import annotations

from datetime import date

import pytest
from loading import HEADINGS, load_sheets

from loaders import Loaded, problems_under
from model.decisions import Decision, TeamDecision

pytestmark = pytest.mark.functional

FEBRUARY = date(2013, 2, 1)
ELM = ["Elm", 6, 120, 3]
RENAMED = TeamDecision(Decision.RENAME, ("Ash",), ("Oak",), FEBRUARY)


def loaded(*february: list[object]) -> Loaded:
    return load_sheets({"Jan 2013": [HEADINGS, ["Ash", 5.5, 100, 0], ELM], "Feb 2013": [HEADINGS, *february]})


def to_check(of: Loaded, *decisions: TeamDecision) -> list[tuple[str, str]]:
    return [(one.code, one.message) for one in problems_under(of, decisions) if one.severity == "warning"]


def test_a_team_with_a_new_name_is_not_gone_and_nothing_else_is_left_out() -> None:
    file = loaded(["Oak", 5.5, 104, 0], ["Elm", 6, 220, 3])
    assert [code for code, _ in to_check(file)] == ["figure_jumps", "team_gone"]
    [(code, message)] = to_check(file, RENAMED)
    assert code == "figure_jumps"
    assert message.startswith("“Elm” has 220 children allocated in February 2013")


def test_a_jump_between_the_old_and_the_new_name_is_told() -> None:
    [(code, message)] = to_check(loaded(["Oak", 5.5, 204, 0], ["Elm", 6, 121, 3]), RENAMED)
    assert code == "figure_jumps"
    assert message.startswith("“Oak” has 204 children allocated in February 2013")


@pytest.mark.parametrize(
    ("decision", "february"),
    [
        (
            TeamDecision(Decision.SPLIT, ("Ash",), ("Ash 1", "Ash 2"), FEBRUARY),
            [["Ash 1", 3, 50, 0], ["Ash 2", 3, 51, 0], ["Elm", 6, 121, 3]],
        ),
        (TeamDecision(Decision.MERGE, ("Ash", "Elm"), ("Elm",), FEBRUARY), [["Elm", 11.5, 221, 3]]),
        (TeamDecision(Decision.SPELLING, ("ASH TEAM",), ("Ash",)), [["ASH TEAM", 5.5, 101, 0], ["Elm", 6, 121, 3]]),
    ],
)
def test_a_split_a_merger_and_a_spelling_explain_what_they_change(
    decision: TeamDecision, february: list[list[object]]
) -> None:
    file = loaded(*february)
    assert "team_gone" in [code for code, _ in to_check(file)]
    assert to_check(file, decision) == []


def test_a_change_in_another_month_or_of_another_team_explains_nothing() -> None:
    file = loaded(["Oak", 5.5, 104, 0], ["Elm", 6, 121, 3])
    other = TeamDecision(Decision.RENAME, ("Yew",), ("Oak",), FEBRUARY)
    later = TeamDecision(Decision.MERGE, ("Ash", "Elm"), ("Elm",), date(2013, 3, 1))
    assert [code for code, _ in to_check(file, other, later)] == ["team_gone"]


def test_without_decisions_the_problems_are_those_of_the_file() -> None:
    file = loaded(["Oak", 5.5, 104, 0], ELM)
    assert problems_under(file, ()) == file.problems
