"""What the report of June 2013 prints of its own activity: read, worked out again, and named where it is not so."""

from __future__ import annotations

import pytest
from loading import codes, load_rows, problem, values

pytestmark = pytest.mark.back

HEAD = ["Block", "Measure", "Part", "Previous year", "2012/13", "Q1"]
ROUTES = {
    "adoption": (16, 12.4),
    "residence order": (28, 21.7),
    "special guardianship": (21, 16.3),
    "returned home": (64, 49.6),
}


def rows_of(name: str, numerator: int, denominator: int, printed: str) -> list[list[object]]:
    block = "Processes"
    return [
        [block, name, "numerator", None, numerator],
        [block, name, "denominator", None, denominator],
        [block, name, "%", None, printed],
    ]


def test_ac36_the_parts_of_permanency_are_the_whole() -> None:
    # Given the four routes, each with its children, those of all routes and the printed percentage
    everybody = sum(children for children, _ in ROUTES.values())
    rows = [
        row
        for name, (children, percent) in ROUTES.items()
        for row in rows_of(f"Permanency: {name}", children, everybody, f"{percent}%")
    ]
    loaded = load_rows(HEAD, *rows, sheet="Activity 2012-13")
    # Then no printed one is named, and those worked out from the children come to 100
    assert codes(loaded) == []
    recomputed = [value for (value,) in values(loaded, "recomputed", table="activity")]
    assert [round(value, 1) for value in recomputed] == [percent for _, percent in ROUTES.values()]
    assert sum(recomputed) == pytest.approx(100, abs=0.005)
    # And a route of one child more is not what is printed
    wrong = load_rows(HEAD, *rows_of("Permanency: adoption", 17, 129, "12.4%"), sheet="Activity 2012-13")
    assert codes(wrong) == ["activity_ratio_disagrees"]


def test_ac37_62_per_cent_is_not_what_2201_assessments_give() -> None:
    # Given the headline beside the initial assessments and the referrals that are reported
    rows = rows_of("Referrals progressing to assessment", 2201, 2336, "62%")
    found = problem(load_rows(HEAD, *rows, sheet="Activity 2012-13"), "activity_ratio_disagrees")
    # Then its cell is named, with what the counts give
    assert (found.severity, found.cell) == ("warning", "E4")
    assert "is printed as 62%, but 2,201 of 2,336 give 94.22%" in found.message
