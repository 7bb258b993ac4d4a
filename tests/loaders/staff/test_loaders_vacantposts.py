"""Vacant posts of a list of workers are kept by title, and no word of who was in them."""

from __future__ import annotations

import pytest
from loading import load_rows

pytestmark = pytest.mark.unit

LIST = [
    ["Worker caseloads at 20/02/2013"],
    ["Team", "Social worker", "Post title", "FTE", "Total"],
    ["Ash", "Worker 001", "Social Worker", 1, 20],
    ["Ash", "VACANT (was Jane Doe)", "Social Worker", 1, None],
    ["Ash", "Vacancy", "social worker", 0.6, None],
    ["Ash", "Vacant", "Senior Practitioner", "", None],
    ["Elm", "Worker 002", "Social Worker", 0.8, 14],
    ["Elm", "Vacant", "Vacant", 1, None],
    ["Elm", "Unallocated", "", "", 3],
]


def test_vacant_posts_are_counted_by_team_and_title() -> None:
    loaded = load_rows(*LIST, sheet="Feb 2013")
    found = loaded.tables["vacant_post"]
    # Then capitals make no other title, an FTE that is not there is not known, and who was in a post is not kept
    assert found[["team", "role", "posts"]].to_numpy().tolist() == [
        ["Ash", "Social Worker", 2], ["Ash", "Senior Practitioner", 1], ["Elm", "Post title not given", 1],
    ]  # fmt: skip
    assert found["fte"].fillna(-1).tolist() == [1.6, -1.0, 1.0]
    assert "Doe" not in str(found.to_numpy().tolist())
    # And a vacant post is no worker
    assert loaded.tables["worker_caseload"]["worker"].tolist() == ["Worker 001", "Worker 002"]


def test_a_list_without_vacant_posts_has_none() -> None:
    assert load_rows(*LIST[:3], sheet="Feb 2013").tables["vacant_post"].empty
