"""Published figures: whose they are, which lines are drawn, what their title says."""

from __future__ import annotations

import pandas as pd
import pytest
from every_row import every_row

from model.assumptions import Settings
from model.benchmark import MEASURES, councils, lines, matching, national, region_of, understood, warning
from model.benchmark_findings import gaps, published_title
from model.england import ENGLAND_AVERAGE_CASELOAD
from model.tables import BENCHMARK, conform

pytestmark = pytest.mark.unit

NAMES = ["Barnet", "City of London", "Herefordshire, County of", "Kingston upon Thames / Richmond upon Thames", "Leeds",
         "Nottingham", "Nottinghamshire", "St. Helens", "Stockton-on-Tees"]  # fmt: skip


@every_row(
    ("name", "published"),
    [
        ("Stockton-on-Tees Borough Council", "Stockton-on-Tees"),
        ("London Borough of Barnet", "Barnet"),
        ("Leeds Children’s Services", "Leeds"),
        ("Herefordshire Council", "Herefordshire, County of"),
        ("St Helens", "St. Helens"),
        ("Richmond upon Thames", "Kingston upon Thames / Richmond upon Thames"),
        ("Nottinghamshire County Council", "Nottinghamshire"),
        ("Nottingham City Council", "Nottingham"),
        ("city of london", "City of London"),
        ("Stockton", None),
        ("Council", None),
        ("", None),
    ],
)
def test_a_council_is_known_by_its_name_and_never_by_likeness(name: str, published: str | None) -> None:
    assert matching(name, NAMES) == published


def test_a_name_that_two_have_is_asked_about() -> None:
    assert matching("Durham", ["County Durham", "Durham City"]) is None


def table(*rows: tuple[int, str, str, float | None, str | None]) -> pd.DataFrame:
    """Year, level, place, average caseload and reason; every council is in the North."""
    frame = pd.DataFrame(rows, columns=["year", "level", "place", "value", "reason"])
    frame["region"] = ["North" if level == "council" else None for level in frame["level"]]
    return conform(frame.assign(measure="caseload", release="2025"), BENCHMARK)


PUBLISHED = table(
    (2024, "England", "England", 15.4, None),
    (2025, "England", "England", 15.2, None),
    (2024, "region", "North", 16.0, None),
    (2025, "region", "North", 15.9, None),
    (2025, "region", "South", 14.0, None),
    (2024, "council", "Ashford", 14.5, None),
    (2025, "council", "Ashford", 14.8, None),
    (2024, "council", "Elm", 12.0, None),
    (2025, "council", "Elm", None, "not available (x)"),
    (2025, "council", "Oak", 19.0, None),
)


def test_the_lines_are_england_the_region_the_council_and_its_neighbours() -> None:
    frame = lines(PUBLISHED, "caseload", "Ashford", ["Elm", "Oak", "Ashford", "Nowhere"])
    drawn = frame.drop_duplicates("place")
    assert list(zip(drawn["place"], drawn["role"], strict=True)) == [
        ("England", "England"), ("North", "region"), ("Ashford", "council"), ("Elm", "neighbour"), ("Oak", "neighbour"),
    ]  # fmt: skip
    # A year that a place lacks is a gap with its reason, never another year's figure
    elm, oak = (frame[frame["place"] == name] for name in ("Elm", "Oak"))
    assert elm["reason"].fillna("").tolist() == ["", "not available (x)"]
    assert oak["value"].isna().tolist() == [True, False]
    assert gaps(frame) == "Gaps, by the published reason: Elm 2025 (not available, code x); Oak 2024 (not published)."


def test_without_a_council_there_is_england_alone() -> None:
    frame = lines(PUBLISHED, "caseload", None, [])
    assert set(frame["place"]) == {"England"}
    assert gaps(frame) == ""
    assert region_of(PUBLISHED, "Nowhere") is None


@pytest.mark.parametrize(
    ("council", "title"),
    [
        (None, "England had an average caseload of 15.2 in 2025, down from 15.4 in 2024."),
        ("Ashford", "Ashford had an average caseload of 14.8 in 2025; England had 15.2, North 15.9."),
        ("Elm", "Elm has no published average caseload for 2025; England had 15.2."),
    ],
)
def test_the_title_is_the_finding_of_the_latest_year(council: str | None, title: str) -> None:
    assert published_title(lines(PUBLISHED, "caseload", council, []), "caseload") == title


@every_row("measure", [name for name, told in MEASURES.items() if told.is_shown])
@every_row("name", ["Leeds", "Kingston upon Thames / Richmond upon Thames"])
@every_row("value", [14.84, None])
def test_a_title_is_never_longer_than_fifteen_words(measure: str, name: str, value: float | None) -> None:
    frame = PUBLISHED.replace({"place": {"Ashford": name, "North": "Yorkshire and The Humber"}}).assign(measure=measure)
    frame["region"] = frame["region"].replace("North", "Yorkshire and The Humber")
    frame.loc[(frame["place"] == name) & (frame["year"] == 2025), "value"] = value
    title = published_title(lines(frame, measure, name, []), measure)
    assert len(title.split()) <= 15
    assert ("14.8" in title) == (value is not None)
    assert ("%" in title) == (measure != "caseload")


def test_what_ships_is_england_as_it_was_published() -> None:
    frame = national()
    assert dict(zip(frame["year"], frame["value"], strict=True)) == {
        y: float(v) for y, v in ENGLAND_AVERAGE_CASELOAD.items()
    }
    assert councils(frame) == []
    assert "2025 release: 2017 to 2025, for England; average caseload" in understood(frame)


def test_every_measure_says_that_it_is_not_like_for_like() -> None:
    assert all("Not like for like with your own figures" in warning(name) for name in MEASURES)
    assert "agency workers included" in warning("caseload")


def test_the_choice_of_councils_survives_being_kept_and_older_settings_have_none() -> None:
    chosen = Settings(published_name="Leeds", neighbours=("Kirklees", "Barnet"))
    assert Settings.from_json(chosen.to_json()) == chosen
    older = Settings.from_json('{"optimum": "24"}')
    assert (older.published_name, older.neighbours) == (None, ())
