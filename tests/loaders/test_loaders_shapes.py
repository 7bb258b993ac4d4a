"""Files of the shapes that councils type, in many words and orders, come out exactly as they were made."""

from __future__ import annotations

import random

import pandas as pd
import pytest
from loading import JUMPY
from made_files import SHAPES, Made, Team

from loaders import Loaded, load

pytestmark = pytest.mark.functional

SEEDS = range(12)


def teams_of(loaded: Loaded) -> list[Team]:
    def known(value, kind):
        return None if pd.isna(value) else kind(value)

    return [
        Team(row.month.date(), row.team, known(row.fte, float), known(row.allocated, int), known(row.unallocated, int))
        for row in loaded.tables["team_caseload"].itertuples()
    ]


def made(shape: str, seed: int) -> Made:
    return SHAPES[shape](random.Random(f"{shape} {seed}"))


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("shape", SHAPES)
def test_a_file_comes_out_exactly_as_it_was_made(shape: str, seed: int) -> None:
    # Given a file of the shape, and what stands in it
    file = made(shape, seed)
    # When it is loaded
    loaded = load(file.content, file.name)
    # Then its teams are there exactly, in their order, and it is refused only if it must be
    assert loaded.stopped == file.refused, loaded.problems
    assert teams_of(loaded) == file.teams
    # And every cell that needs a word has one
    said = {problem.cell: problem.code for problem in loaded.problems if problem.cell}
    assert {cell: said.get(cell) for cell in file.cells} == file.cells


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("shape", sorted(set(SHAPES) - {"bad_total", "uncached", "cp1252"}))
def test_a_clean_file_gives_nothing_to_check(shape: str, seed: int) -> None:
    file = made(shape, seed)
    loaded = load(file.content, file.name)
    to_check = [problem for problem in loaded.problems if problem.severity != "note"]
    assert [problem.message for problem in to_check if problem.code not in JUMPY] == []


@pytest.mark.parametrize("seed", SEEDS)
def test_the_day_of_an_as_at_line_is_kept(seed: int) -> None:
    file = made("titled", seed)
    days = load(file.content, file.name).tables["team_caseload"]["as_at"].dt.date
    assert set(days) == {file.as_at}
