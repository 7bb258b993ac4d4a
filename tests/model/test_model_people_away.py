"""Of the posts that are established, who is at work: nobody counted twice, nothing unknown taken for 0."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.assumptions import Settings
from model.caseload import history
from model.people_away import AtWork, at_work, not_known, title, together
from model.tables import TABLES, conform, empty

FEBRUARY = date(2013, 2, 1)
FTE = st.fractions(0, 12, max_denominator=10)


def read(*rows: dict, vacant: Sequence[dict] = ()) -> list[AtWork]:
    usual = {"month": FEBRUARY, "fte": 6.5, "fte_basis": "case-holding", "allocated": 100, "fte_established": 7.5}
    frame = conform(pd.DataFrame([usual | row for row in rows]), TABLES["team_caseload"])
    tables = {name: empty(table) for name, table in TABLES.items()} | {"team_caseload": frame}
    if vacant:
        posts = pd.DataFrame([{"month": FEBRUARY} | post for post in vacant])
        tables["vacant_post"] = conform(posts, TABLES["vacant_post"])
    return at_work(tables, history(tables, Settings())[0])


@pytest.mark.unit
def test_a_team_is_told_by_its_own_figures_and_a_blank_is_not_nobody() -> None:
    ash, elm = read(
        {"team": "Ash", "fte_in_post": 7, "away_sickness": 0.6, "away_maternity": 0},
        {"team": "Elm", "fte_in_post": 7, "away_sickness": 0.2},
    )
    assert (ash.vacant, ash.sick, ash.leave, ash.present) == (Fraction("0.5"), Fraction("0.6"), 0, Fraction("6.4"))
    assert (elm.vacant, elm.leave, elm.present) == (Fraction("0.5"), None, None)
    assert not_known([ash, elm]) == "The figures do not say who is on maternity or other leave (Elm)."
    assert not_known([elm]) == "The figures do not say who is on maternity or other leave (any team)."
    assert not_known([ash]) == ""
    # All together are known as far as each of them is
    whole = together([ash, elm], "All")
    assert (whole.sick, whole.leave, whole.present) == (Fraction("0.8"), None, None)
    assert title(whole) == "Of 15.0 established FTE 14.0 are in post; 1.0 vacant"
    assert title(replace(whole, established=None)) == "Who is at work is not known of every team"
    assert title(together([ash], "All")) == "Of 7.5 established FTE 6.4 are at work; 0.5 vacant, 0.6 away"


@pytest.mark.unit
def test_effective_fte_is_what_absence_leaves_of_those_who_carry_children() -> None:
    # Given 6.5 case-holding FTE and a tenth of time away, then 5.85 carry; of established posts nobody knows
    ash, elm = read({"team": "Ash", "fte_in_post": 7}, {"team": "Elm", "fte": 7.5, "fte_basis": "established"})
    assert ash.effective(Fraction(1, 10)) == Fraction("5.85")
    assert elm.effective(Fraction(1, 10)) is together([ash, elm], "All").effective(Fraction(0)) is None


@pytest.mark.unit
def test_vacant_posts_are_shown_without_who_is_away_and_nothing_without_either() -> None:
    (ash,) = read({"team": "Ash", "fte_in_post": 7})
    assert (ash.vacant, ash.present) == (Fraction("0.5"), None)
    assert read({"team": "Ash"}) == []
    assert read({"team": "Ash", "fte_in_post": 7, "fte_established": None}) == []


@pytest.mark.unit
def test_posts_that_a_list_of_workers_names_as_vacant_are_established_ones_beside_those_in_post() -> None:
    # Given three teams without established posts, of one of which a vacant post has no FTE
    posts = [
        {"team": "Ash", "role": "Social Worker", "posts": 2, "fte": 1.5},
        {"team": "Oak", "role": "SW", "posts": 1},
    ]
    rows = [{"team": team, "fte_established": None, "fte_in_post": 7} for team in ("Ash", "Elm", "Oak")]
    ash, elm, oak = read(*rows, vacant=posts)
    # Then a team of which no post is listed has none, and what is not known is not added
    assert [team.established for team in (ash, elm, oak)] == [Fraction("8.5"), 7, None]
    assert [team.vacant for team in (ash, elm, oak)] == [Fraction("1.5"), 0, None]
    assert not_known([ash]).startswith("Established posts are those in post and those that the list of workers names")
    # And established posts that are given stand as they are
    (given,) = read({"team": "Ash", "fte_in_post": 7}, vacant=posts[:1])
    assert (given.established, given.vacant, given.listed) == (Fraction("7.5"), Fraction("0.5"), None)


@pytest.mark.unit
def test_without_established_posts_those_in_post_who_are_away_are_told() -> None:
    (ash,) = read({"team": "Ash", "fte_established": None, "fte_in_post": 7, "away_sickness": 1, "away_maternity": 0.6})
    assert title(together([ash], "All")) == "Of 7.0 FTE in post 5.4 are at work; 1.6 away"


@pytest.mark.functional
@settings(max_examples=40)
@given(FTE, FTE, FTE, FTE)
def test_at_work_away_and_vacant_make_up_the_established_posts(established, in_post, sick, leave) -> None:
    team = AtWork("Ash", established, in_post, None, sick, leave)
    assert team.vacant >= 0 <= team.present
    if established >= in_post >= sick + leave:
        assert team.present + sick + leave + team.vacant == established
