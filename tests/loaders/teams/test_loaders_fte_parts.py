"""What was taken as the FTE and what was left out is said: agency workers, seniors, newly qualified ones; and more FTE
of one kind than of the kind it is a part of."""

from __future__ import annotations

import pytest
from every_row import every_row
from loading import codes, load_rows, problem, values

pytestmark = pytest.mark.unit

CHILDREN = ["Children allocated", "Children waiting"]


def load_fte(headings: list[str], *rows: list[float]):
    """Two teams or more with these columns of FTE, and enough children."""
    names = ["Ash", "Elm", "Oak"]
    return load_rows(
        ["Team", *headings, *CHILDREN], *([names[place], *row, 100 + place, 0] for place, row in enumerate(rows))
    )


@every_row(
    ("heading", "code"),
    [
        ("Senior SW FTE", "fte_parts_left_out"),
        ("ASYE FTE", "fte_parts_left_out"),
        ("ASYE", "fte_parts_left_out"),
        ("Senior practitioners", "fte_parts_left_out"),
        ("Permanent FTE", "fte_parts_left_out"),
        ("Agency FTE", "agency_left_out"),
        ("FTE (agency)", "agency_left_out"),
    ],
)
def test_workers_in_a_column_of_their_own_are_told_of(heading: str, code: str) -> None:
    loaded = load_fte(["SW FTE", heading], [5, 2], [4, 1.5])
    said = problem(loaded, code)
    assert (said.severity, said.cell) == ("warning", "C1")
    assert "“SW FTE” (cell B1)" in said.message
    assert values(loaded, "fte") == [(5,), (4,)]


@every_row(
    ("headings", "rows"),
    [
        # All of it is the columns beside it added up.
        (["SW FTE", "Senior SW FTE", "ASYE FTE", "Total FTE in post"], [[5, 2, 1, 8], [4, 2, 2, 8]]),
        (["Permanent FTE", "Agency FTE", "FTE"], [[5, 2, 7], [4, 0, 4]]),
        # What the heading itself says to be in it.
        (["SW FTE", "Of which agency"], [[5, 2], [4, 1]]),
        # Nobody is there to be left out, or no social worker.
        (["SW FTE", "ASYE FTE"], [[5, 0], [4, 0]]),
        (["SW FTE", "Team manager FTE", "Family support FTE"], [[5, 1, 2], [4, 1, 1]]),
        (["Case-holding FTE", "Senior SW FTE"], [[5, 1], [4, 1]]),
    ],
)
def test_what_is_in_the_fte_already_or_is_no_social_worker_is_not(headings: list[str], rows: list[list[float]]) -> None:
    assert codes(load_fte(headings, *rows)) == []


def test_more_fte_holding_cases_than_in_post_is_told_with_its_cells() -> None:
    loaded = load_fte(["FTE in post", "Case-holding FTE"], [7, 7.5], [8, 8], [8, 8.05])
    said = problem(loaded, "more_holding_than_in_post")
    assert (said.severity, said.cell) == ("warning", "C2")
    assert "7.5 FTE holding cases (cell C2), more than the 7 FTE in post (cell B2)" in said.message


def test_more_in_post_than_posts_is_a_note_unless_agency_workers_explain_it() -> None:
    headings = ["Established FTE", "FTE in post"]
    said = problem(load_fte(headings, [8, 9], [8, 8]), "more_in_post_than_posts")
    assert (said.severity, said.cell) == ("note", "C2")
    explained = load_fte([*headings, "Agency FTE"], [8, 9, 1], [8, 8, 0])
    assert "more_in_post_than_posts" not in codes(explained, "note")
