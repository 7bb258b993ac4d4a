"""A printed total that does not agree is noted with its own month, and nothing else of the file is."""

from __future__ import annotations

from datetime import date

import pytest

from loaders import load, noted
from model.tables import TO_CHECK

pytestmark = pytest.mark.unit

HEAD = "Month,Team,FTE,Allocated children\n"
SEPTEMBER = "Sep 2024,North,4,100\nSep 2024,South,5,110\nSep 2024,Total,9,{}\n"
OCTOBER = "Oct 2024,North,4,104\nOct 2024,South,5,121\nOct 2024,Total,9,{}\n"


def notes(text: str) -> list[tuple[date, str]]:
    frame = noted(load(text.encode(), "teams.csv")).tables["month_note"]
    assert set(frame["mark"]) <= {TO_CHECK}
    return list(zip(frame["month"].dt.date, frame["note"], strict=True))


def test_each_wrong_total_is_noted_with_its_own_month():
    # Given two months, the total of one of which is wrong
    (found,) = notes(HEAD + SEPTEMBER.format(210) + OCTOBER.format(235))
    # Then that month has a note with the file, the cell and both figures
    assert found[0] == date(2024, 10, 1)
    assert found[1].startswith("teams.csv, teams, cell D7: ")
    assert "printed as 235, but the teams add up to 225: 10 too high" in found[1]


def test_totals_that_agree_and_names_of_teams_leave_no_note():
    assert notes(HEAD + SEPTEMBER.format(210) + OCTOBER.format(225)) == []
    # And a team ten times off is found in the figures themselves, not noted
    assert notes(HEAD + SEPTEMBER.format(210) + "Oct 2024,North,4,1040\nOct 2024,South,5,121\n") == []
