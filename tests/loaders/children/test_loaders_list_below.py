"""A list below the teams of a table may name children: nothing of it is kept or told, whatever they are called."""

from __future__ import annotations

import pytest
from loading import HEADINGS, TWO, codes, load_rows, load_sheets, problem, values

from loaders.__main__ import as_json, in_words

pytestmark = pytest.mark.unit

MARK = "Zzmarker"


def told(loaded: object) -> str:
    return str(as_json(loaded)) + in_words(loaded) + repr(loaded)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("rows", "cell"),
    [
        ([["Awaiting allocation", "Days"], [f"{MARK} Roe", 5], [MARK, 9]], "A5"),
        ([[], ["Unallocated cases"], [f"{MARK} R", 5], [f"{MARK}y", 9]], "A6"),
        ([[], ["Name", "Days waiting"], [f"{MARK} Roe", 5]], "A6"),
        ([[], ["Children awaiting allocation:"], [f"{MARK} since 1 January"], [MARK]], "A6"),
        ([["Children waiting:", None, None, 2], [MARK, None, None, 1], [f"{MARK}y", None, None, 1]], "A5"),
        ([[], ["Longest waiting"], [MARK, 12, None, 1], ["Total", None, None, 1]], "A6"),
        ([[], [f"{MARK} Roe, 5 days"], [f"{MARK} Doe, 6 days"]], "A5"),
        ([[], [f"{MARK} Roe", 5]], "A5"),
    ],
)
def test_a_list_below_the_teams_is_left_out_and_nobody_of_it_is_shown(rows: list[list[object]], cell: str) -> None:
    loaded = load_rows(HEADINGS, *TWO, *rows)
    assert values(loaded, "team") == [("Ash",), ("Elm",)]
    assert (codes(loaded), problem(loaded, "list_below_teams").cell) == (["list_below_teams"], cell)
    assert MARK not in told(loaded)


def test_a_team_below_such_a_line_with_its_fte_and_children_is_a_team() -> None:
    loaded = load_rows(HEADINGS, TWO[0], [], ["Waiting list team area:"], TWO[1])
    assert values(loaded, "team") == [("Ash",), ("Elm",)]
    assert "list_below_teams" not in codes(loaded)


def test_a_team_without_children_right_below_the_others_is_kept() -> None:
    loaded = load_rows(HEADINGS, *TWO, ["Duty", 3, None, 5], ["Unallocated", None, None, 4])
    assert values(loaded, "team") == [("Ash",), ("Elm",), ("Duty",)]


@pytest.mark.parametrize("name", [f"{MARK} Roe", "1234567", MARK])
def test_a_sheet_for_each_child_is_not_called_by_its_name(name: str) -> None:
    own = [["Name", f"{MARK} Roe"], ["DOB", "1/1/2003"], ["Visits", 3]]
    loaded = load_sheets({"Feb 2013": [HEADINGS, *TWO], name: own, "Charts": [["Here", "and there"]]})
    message = problem(loaded, "sheets_passed_over").message
    assert "“Charts”, 1 other sheet" in message
    assert name not in told(loaded)
