"""200 files of the ten shapes, drawn from a seed in words and formats of their own, come out exactly."""

from __future__ import annotations

import datetime as dt
import random

import pandas as pd
import pytest
from generated import EXTRAS, book, dressed, made_teams, names
from generated_shapes import ALL, TEN
from loading import JUMPY, codes, teams_of
from made_books import Page
from made_files import Made

from loaders import load

pytestmark = pytest.mark.functional

SEEDS = range(20)


def drawn(shape: str, seed: int) -> Made:
    return ALL[shape](random.Random(f"{shape} {seed}"))


def test_there_are_ten_shapes_and_two_hundred_files() -> None:
    assert (len(TEN), len(TEN) * len(SEEDS)) == (10, 200)
    contents = {drawn(shape, seed).content for shape in TEN for seed in SEEDS}
    assert len(contents) == 200


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("shape", ALL)
def test_a_file_that_nobody_wrote_comes_out_exactly(shape: str, seed: int) -> None:
    # Given a file of the shape, and what stands in it
    file = drawn(shape, seed)
    # When it is loaded
    loaded = load(file.content, file.name)
    # Then its teams are there exactly, in their order, and it is refused only if it must be
    assert loaded.stopped == file.refused, [problem.message for problem in loaded.problems]
    assert teams_of(loaded) == file.teams
    # And every cell that needs a word has one
    said = {problem.cell: problem.code for problem in loaded.problems if problem.cell}
    assert {cell: said.get(cell) for cell in file.cells} == file.cells
    # And what is right gives nothing to check: made-up figures jump, and a list of children has no FTE
    fine = (
        JUMPY
        | {"agency_left_out", "vacancies_not_read"}
        | ({"no_fte_of_children"} if shape == "a row for each child" else set())
    )
    to_check = [one for one in loaded.problems if one.severity != "note" and one.cell not in file.cells]
    assert [one.message for one in to_check if one.code not in fine] == []
    assert len(loaded.tables["worker_caseload"]) == file.workers


@pytest.mark.parametrize("seed", range(10))
def test_another_order_of_teams_changes_only_the_order(seed: int) -> None:
    # Given a flat table in any kind of file, and the same with its rows of teams in another order
    rng = random.Random(f"shuffled {seed}")
    teams = made_teams(rng, dt.date(2024, 5, 1), names(rng, 4))
    extra = rng.choice(list(EXTRAS))
    head = ["Team", "WTE in post", extra, "Allocated cases", "Awaiting allocation"]
    told = [[team.team, team.fte, EXTRAS[extra](rng, team), team.allocated, team.unallocated] for team in teams]
    order = rng.sample(range(len(teams)), len(teams))
    whole, down, _ = dressed(rng, [head, *told])
    other = [*whole[: down + 1], *(whole[down + 1 + place] for place in order), *whole[down + 1 + len(teams) :]]
    kind = rng.choice(["xlsx", "1904", "xls", "xlsb", "ods", "strict"])
    one, two = (load(book(rng, {"May 2024": Page(rows)}, "x", [kind]).content, "x") for rows in (whole, other))
    # Then what is read is the same, in that order, and as much is said of it
    assert teams_of(one) == teams
    assert teams_of(two) == [teams[place] for place in order]
    assert sorted(codes(one)) == sorted(codes(two))


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("shape", ["titles and two lines of headings", "areas with subtotals"])
def test_the_day_of_an_as_at_line_is_kept(shape: str, seed: int) -> None:
    file = drawn(shape, seed)
    days = load(file.content, file.name).tables["team_caseload"]["as_at"]
    assert {None if pd.isna(day) else day.date() for day in days} == {file.as_at}
