"""Notes on months."""

from __future__ import annotations

import datetime as dt

import pytest
from every_row import every_row
from loading import HEADINGS, TWO, codes, load_sheets, problem, values

pytestmark = pytest.mark.unit

SEPTEMBER = dt.date(2012, 9, 1)


def load_notes(*rows):
    return load_sheets({"Feb 2013": [HEADINGS, *TWO], "Month notes": [["Month", "Mark", "Note"], *rows]})


def notes(loaded):
    return values(loaded, "month", "mark", "note", table="month_note")


@every_row("mark", ["restructure", "reconstruction", "made up", "note", "Made-up", "RESTRUCTURE"])
def test_a_note_is_read_with_its_mark(mark: str) -> None:
    loaded = load_notes([SEPTEMBER, mark, "Six teams began."])
    assert notes(loaded) == [(SEPTEMBER, mark.lower().replace("-", " "), "Six teams began.")]


def test_a_note_without_a_mark_is_a_note() -> None:
    assert notes(load_notes([SEPTEMBER, "", "Six teams began."])) == [(SEPTEMBER, "note", "Six teams began.")]


def test_an_unknown_mark_is_a_note_with_a_warning() -> None:
    loaded = load_notes([SEPTEMBER, "merger", "Two teams joined."])
    assert notes(loaded)[0][1] == "note"
    assert problem(loaded, "unknown_mark").cell == "B2"


def test_a_mark_without_a_note_is_not_kept_and_said() -> None:
    loaded = load_notes([SEPTEMBER, "restructure", ""])
    assert notes(loaded) == []
    assert codes(loaded) == ["note_without_text"]


def test_the_same_note_twice_is_kept_once() -> None:
    row = [SEPTEMBER, "note", "Six teams began."]
    assert len(notes(load_notes(row, row))) == 1
