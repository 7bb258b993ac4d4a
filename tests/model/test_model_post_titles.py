"""Established posts by post title: of what lists of workers say, and nothing taken for 0 or shown of one team."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pandas as pd
import pytest

from model.assumptions import Settings, TeamSetting
from model.caseload import history
from model.post_titles import Titles, by_title, notes, title
from model.service import ServiceMonth
from model.tables import TABLES, conform, empty

pytestmark = pytest.mark.unit
MONTH = {"month": date(2013, 2, 1)}
AWAY = [
    {"role": "Social Worker", "reason": "sick", "people": 1, "fte": 0.7},
    {"role": "Social Worker", "reason": "leave", "people": 0, "fte": 0},
    {"role": "Senior Practitioner", "reason": "sick", "people": 0, "fte": 0},
    {"role": "Senior Practitioner", "reason": "leave", "people": 1, "fte": 1},
]
PEOPLE = [
    {"role": "Social Worker", "fte": 0.7},
    {"role": "social worker", "fte": 1},
    {"role": "Senior Practitioner", "fte": 1, "team": "Elm"},
]


def made(
    workers: list[dict], vacant: list[dict], away: list[dict] | None = None, **more
) -> tuple[Titles, ServiceMonth]:
    """The titles of Ash and Elm; ``teams`` are those that are looked at, ``settings`` the council's."""
    teams, settings = more.pop("teams", None), more.pop("settings", Settings())
    rows = {
        "team_caseload": [
            {"team": name, "fte": 6, "fte_basis": "in post", "allocated": 90} | more for name in ("Ash", "Elm")
        ],
        "worker_caseload": [{"team": "Ash", "worker": f"SW {n}"} | row for n, row in enumerate(workers)],
        "vacant_post": [{"team": "Ash", "posts": 1} | row for row in vacant],
        "away_post": away or [],
    }
    frames = {
        name: conform(pd.DataFrame([MONTH | row for row in rows[name]]), table) if rows.get(name) else empty(table)
        for name, table in TABLES.items()
    }
    service = history(frames, settings, teams)[0]
    return by_title(frames, service), service


def test_titles_stand_with_who_is_in_post_and_most_vacant_first() -> None:
    workers = [{"role": "Social Worker", "fte": 0.7}, {"role": "social worker", "fte": 0.2}, {"role": None, "fte": 1}]
    vacant = [{"role": "Senior Practitioner", "fte": 1.0}, {"role": "Social Worker", "fte": 1.5, "posts": 2}]
    found, service = made(workers, vacant, fte_established=4, fte_in_post=3)
    assert [(each.role, each.people, each.work.in_post, each.posts, each.work.vacant) for each in found.each] == [
        ("Social Worker", 2, Fraction("0.9"), 2, Fraction("1.5")),
        ("Senior Practitioner", 0, 0, 1, 1),
        ("Post title not given", 1, 1, 0, 0),
    ]
    assert title(found) == "Most vacant: Social Worker, 1.5 FTE beside 0.9 in post"
    # Then who is away is not known, and what the list leaves out of the gap is said
    assert {(each.sick, each.work.sick, each.work.present) for each in found.each} == {(None, None, None)}
    assert "names 2.5 FTE of vacant posts; established posts less those in post come to 2.0 FTE" in notes(
        found, service
    )
    assert "does not say who is away" in notes(found, service)


def test_at_work_away_and_vacant_make_up_the_established_posts_of_a_title() -> None:
    found, _ = made(PEOPLE, [{"role": "Social Worker", "fte": 1.5, "posts": 2}], AWAY)
    told = [
        (
            each.role,
            each.people,
            each.posts,
            each.sick,
            each.leave,
            each.present,
            each.work.established,
            each.work.present,
        )
        for each in found.each
    ]
    assert told == [
        ("Social Worker", 2, 2, 1, 0, 1, Fraction("3.2"), 1),
        ("Senior Practitioner", 1, 0, 0, 1, 0, 1, 0),
    ]
    assert title(found) == "Widest gap: Social Worker, 1.0 of 3.2 established FTE at work"
    whole = found.whole
    assert (whole.established, whole.vacant, whole.sick, whole.leave, whole.present) == (
        Fraction("4.2"), Fraction("1.5"), Fraction("0.7"), 1, 1,
    )  # fmt: skip


def test_who_is_away_by_title_is_of_all_teams_or_not_shown() -> None:
    vacant = [{"role": "Social Worker", "fte": 1}]
    # Given one of two teams looked at, then its vacant posts stand, and who is away does not
    found, service = made(PEOPLE, vacant, AWAY, teams=("Ash",))
    assert [(each.role, each.work.vacant, each.work.sick, each.work.present) for each in found.each] == [
        ("Social Worker", 1, None, None)
    ]
    assert "for all teams together only" in notes(found, service)
    # And without vacant posts there is nothing
    assert (made(PEOPLE, [], AWAY, teams=("Ash",))[0].each, found.narrowed) == ([], True)
    # But a team that no average counts is among all teams, and named
    beside = Settings(teams={"Elm": TeamSetting(counted=False)})
    found, service = made(PEOPLE, vacant, AWAY, settings=beside)
    assert [each.role for each in found.each] == ["Social Worker", "Senior Practitioner"]
    assert "Elm, which no average counts, is in it." in notes(found, service)


def test_what_is_not_known_is_not_0() -> None:
    found, service = made([{"role": "Social Worker"}], [{"role": "Social Worker"}])
    assert (found.each[0].work.in_post, found.each[0].work.vacant) == (None, None)
    assert title(found) == "The list of workers names one vacant post"
    assert made([{"role": "Social Worker", "fte": 1}], [])[0].each == []
    # A list that names no vacant post does not say what is established
    found, service = made(PEOPLE, [], AWAY)
    assert {(each.posts, each.work.established, each.work.vacant) for each in found.each} == {(None, None, None)}
    assert title(found) == "Most away: Senior Practitioner, 0.0 of 1.0 FTE in post at work"
    assert "names no vacant posts, so that established posts are not known" in notes(found, service)
    # One that tells of sickness only does not say who is at work
    found, _ = made(PEOPLE, [], [row for row in AWAY if row["reason"] == "sick"])
    assert {(each.leave, each.present, each.work.present) for each in found.each} == {(None, None, None)}
    assert title(found) == "The list of workers names one social worker as away"
    # Without FTE people are counted
    people = [{"role": row["role"], "team": row.get("team", "Ash")} for row in PEOPLE]
    found, _ = made(people, [], [{**row, "fte": None} for row in AWAY])
    assert [(each.role, each.people, each.away, each.present) for each in found.each] == [
        ("Senior Practitioner", 1, 1, 0),
        ("Social Worker", 2, 1, 1),
    ]
    assert title(found) == "The list of workers names two social workers as away"


def test_why_somebody_is_away_is_not_said_of_a_title_of_one_or_two_people() -> None:
    gone = {"role": "Senior Practitioner", "reason": "not kept", "people": 1, "fte": 1}
    found, service = made(PEOPLE, [], [*AWAY[:2], gone])
    told = [(each.role, each.sick, each.leave, each.hidden, each.present, each.work.present) for each in found.each]
    assert told == [("Senior Practitioner", None, None, 1, 0, 0), ("Social Worker", 1, 0, 0, 1, 1)]
    assert (found.whole.away, found.whole.present) == (Fraction("1.7"), 1)
    assert "Why is not kept of a title that fewer than three people hold." in notes(found, service)
