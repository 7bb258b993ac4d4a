"""Vacancies by post title: of what a list of workers names, beside who is in post, and nothing taken for 0."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pandas as pd
import pytest

from model.assumptions import Settings
from model.caseload import history
from model.tables import TABLES, conform, empty
from model.vacant_titles import against_established, by_title, title

pytestmark = pytest.mark.unit
MONTH = {"month": date(2013, 2, 1)}


def made(workers: list[dict], vacant: list[dict], **team: float):
    rows = {
        "team_caseload": [{"team": "Ash", "fte": 6, "fte_basis": "in post", "allocated": 100} | team],
        "worker_caseload": [{"team": "Ash", "worker": f"SW {n}"} | row for n, row in enumerate(workers)],
        "vacant_post": [{"team": "Ash", "posts": 1} | row for row in vacant],
    }
    frames = {
        name: conform(pd.DataFrame([MONTH | row for row in rows[name]]), table) if rows.get(name) else empty(table)
        for name, table in TABLES.items()
    }
    service = history(frames, Settings())[0]
    return by_title(frames, service), service


def test_titles_stand_with_who_is_in_post_and_most_vacant_first() -> None:
    workers = [{"role": "Social Worker", "fte": 0.7}, {"role": "social worker", "fte": 0.2}, {"role": None, "fte": 1}]
    vacant = [{"role": "Senior Practitioner", "fte": 1.0}, {"role": "Social Worker", "fte": 1.5, "posts": 2}]
    found, service = made(workers, vacant, fte_established=8, fte_in_post=6)
    assert [(each.role, each.people, each.in_post, each.posts, each.vacant) for each in found] == [
        ("Social Worker", 2, Fraction("0.9"), 2, Fraction("1.5")),
        ("Senior Practitioner", 0, 0, 1, 1),
        ("Post title not given", 1, 1, 0, 0),
    ]
    assert title(found) == "Most vacant: Social Worker, 1.5 FTE beside 0.9 in post"
    # And what the list leaves out of the gap is said
    assert "names 2.5 FTE of vacant posts; established posts less those in post come to 2.0 FTE" in (
        against_established(found, service)
    )


def test_what_is_not_known_is_not_0() -> None:
    found, service = made([{"role": "Social Worker"}], [{"role": "Social Worker"}])
    assert (found[0].in_post, found[0].vacant) == (None, None)
    assert title(found) == "The list of workers names one vacant post"
    assert against_established(found, service) == ""
    assert made([{"role": "Social Worker", "fte": 1}], [])[0] == []
