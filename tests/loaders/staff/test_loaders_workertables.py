"""Lists of workers whose headings leave the team or the FTE open: "Service", "Hours (FTE)", lines above them."""

from __future__ import annotations

import pytest
from every_row import every_row
from loading import codes, load_rows, values

pytestmark = pytest.mark.unit

HEADS = ["Worker", "Role", "FTE", "Cases"]
ASH = [["Ines Alder", "SW", 1, 15], ["Omar Cedar", "SW", 0.5, 9]]
ELM = [["Noor Birch", "SW", 1, 20], ["Eva Rowan", "SW", 0.8, 14]]
SUMS = [(1.5, 24), (1.8, 34)]


def summed(first: str, second: str) -> list[tuple[str, float, int]]:
    return [(name, *sums) for name, sums in zip((first, second), SUMS, strict=True)]


@every_row("heading", ["Service", "Delivery team", "Group", "Department"])
def test_the_only_column_that_can_be_the_team_of_workers_is_it(heading: str) -> None:
    # Given a list whose team stands in the first of its rows, with a vacant post and a total
    rows = [["Ash", *ASH[0]], [None, *ASH[1]], [None, "Vacant", "SW", 1, 0], ["Total", None, None, 1.5, 24]]
    rows += [["Elm", *ELM[0]], [None, *ELM[1]], ["Total", None, None, 1.8, 34]]
    loaded = load_rows([heading, *HEADS], *rows)
    assert values(loaded, "team", "fte", "allocated") == summed("Ash", "Elm")


@pytest.mark.parametrize("heading", ["Service", "Section"])
def test_one_service_of_all_workers_is_not_their_team(heading: str) -> None:
    rows = [["Ash team"], *([*row, "Fieldwork"] for row in ASH), ["Elm team"], *([*row, "Fieldwork"] for row in ELM)]
    loaded = load_rows([*HEADS, heading], *rows)
    assert values(loaded, "team", "fte", "allocated") == summed("Ash team", "Elm team")


@pytest.mark.parametrize(("most", "fte"), [(1, 1.5), (37, None)])
def test_hours_that_are_said_to_be_fte_are_where_nobody_has_more_than_a_post(most: float, fte: float | None) -> None:
    loaded = load_rows(
        ["Team", "Worker", "Hours (FTE)", "Cases"], ["Ash", "SW 1", most, 15], ["Ash", "SW 2", most / 2, 9]
    )
    assert values(loaded, "team", "fte", "allocated") == [("Ash", fte, 24)]
    assert ("no_fte" in codes(loaded)) is (fte is None)


@every_row("names", [("Ash", "Elm"), ("North 1", "North 2"), ("Duty", "Long Term"), ("Family Help", "Ash team")])
@every_row("apart", [True, False])
def test_a_line_above_each_block_of_workers_is_their_team(names: tuple[str, str], apart: bool) -> None:
    # Given two teams, each with headings of its own below its name, or both below the same ones
    one, other = ([[name], *([HEADS] if apart else []), *rows] for name, rows in zip(names, (ASH, ELM), strict=True))
    rows = [["Caseloads by worker"], [], *([] if apart else [HEADS]), *one, *([[]] if apart else []), *other]
    # When they are read, then the lines are the teams, and that is said
    loaded = load_rows(*rows)
    assert values(loaded, "team", "fte", "allocated") == summed(*names)
    assert {"teams_from_lines", "team_from_outside"} & {*codes(loaded, "note")}


@every_row(
    "names", [("Social workers", "Managers"), ("Jan Ash", "Meg Elm"), ("Permanent", "Agency"), ("Page 1", "Page 2")]
)
def test_a_line_of_posts_of_people_or_of_the_paper_is_no_team(names: tuple[str, str]) -> None:
    loaded = load_rows([names[0]], HEADS, *ASH, [], [names[1]], HEADS, *ELM)
    assert loaded.stopped and values(loaded, "team") == []
