"""The page about loading says what is true."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from loading import HEADINGS, TWO, load_rows

from loaders.messages import MESSAGES
from loaders.teams.frames import EVERY
from loaders.told import as_json
from loaders.words.likeness import ALIKE_ENOUGH, WELL_AHEAD, alike
from loaders.words.missing import missing_reason
from loaders.words.vocabulary import MEANINGS, meaning_of
from model.tables import MONTH_MARKS

pytestmark = pytest.mark.unit

PAGE = (Path(__file__).parents[2] / "docs" / "loading.md").read_text(encoding="utf-8")
LABELS = {meaning.label: name for name, meaning in MEANINGS.items()}


def rows_of(heading: str) -> list[list[str]]:
    """The cells of the table below a line that begins with the heading."""
    table = PAGE.split(heading, 1)[1].split("\n\n", 1)[0]
    return [[cell.strip() for cell in line.strip("| ").split("|")] for line in table.splitlines()[2:]]


@pytest.mark.parametrize("row", rows_of("| column | a few of its spellings |"), ids=lambda row: row[0])
def test_every_spelling_on_the_page_is_read_as_the_page_says(row: list[str]) -> None:
    label, spellings = row
    assert {meaning_of(spelling) for spelling in spellings.split(", ")} == {LABELS[label]}


def test_every_code_on_the_page_is_a_code() -> None:
    codes = re.findall(r"`([^`]+)`", PAGE.split("Codes such as", 1)[1].split("are missing", 1)[0])
    assert len(codes) > 10
    assert all(missing_reason(code) for code in codes)


def test_the_marks_of_months_are_those_of_the_tables() -> None:
    assert f"Mark ({', '.join(MONTH_MARKS)})" in PAGE


def test_the_json_on_the_page_has_the_keys_of_the_json_that_is_printed() -> None:
    block = "\n".join(line for line in PAGE.split("With `--json`:")[1].splitlines() if line.startswith("    "))
    shown, told = json.loads(block), as_json(load_rows(HEADINGS, *TWO))
    assert list(shown) == list(told)
    assert list(shown["tables"]) == list(told["tables"])
    assert list(shown["problems"][0]) == list(told["problems"][0])
    assert list(shown["read"][0]) == list(told["read"][0])
    for name in ("team_caseload", "service_caseload", "benchmark", "activity"):
        assert set(shown["tables"][name][0]) == set(EVERY[name].names)
    assert list(shown["mapping"][0]) == list(told["mapping"][0])
    assert shown["mapping"][0]["question"] == MESSAGES["children_unsaid"].question


def test_the_figures_of_likeness_on_the_page_are_those_of_the_program() -> None:
    assert f"the score is {ALIKE_ENOUGH}% or more, no other meaning\n   comes within {WELL_AHEAD}%" in PAGE
    typed = re.search(r"cut in two \(([^)]+)\)", PAGE)
    assert typed
    assert all(alike(heading) for heading in re.findall(r'"([^"]+)"', typed[1]))
