"""Names of single people never stand as teams, and nothing of a row of theirs is told."""

from __future__ import annotations

import datetime as dt

import pytest
from every_row import every_row
from loading import HEADINGS, TWO, codes, load_rows, load_sheets, problem, values

from loaders.__main__ import as_json, in_words

pytestmark = pytest.mark.unit

MARK = "Zzmarker"
JAN, FEB = dt.datetime(2013, 1, 1), dt.datetime(2013, 2, 1)
ONE, OTHER = [f"{MARK} Doe", 17, 18], [f"{MARK} Roe", 20, 22]
ACROSS = [["Children allocated"], ["Social worker", JAN, FEB], ONE, OTHER]


def told(loaded: object) -> str:
    return str(as_json(loaded)) + in_words(loaded) + repr(loaded)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("heading", "code"),
    [
        ("Child name", "child_level"),
        ("Client", "child_level"),
        ("Surname", "child_level"),
        ("Social worker", "people_not_teams"),
        ("Allocated SW name", "people_not_teams"),
        ("Duty officer", "people_not_teams"),
        ("Name", "people_not_teams"),
        ("Social workers", "people_not_teams"),
    ],
)
@pytest.mark.parametrize("months", [(JAN, FEB), ("Jan-13", "Feb-13")], ids=["dates", "texts"])
def test_people_with_their_months_side_by_side_are_refused(heading: str, code: str, months: tuple[object]) -> None:
    # Given a block of figures whose rows are named by a heading of people
    loaded = load_rows(["Children allocated"], [heading, *months], ONE, OTHER, sheet="D")
    # Then the heading's cell is named, and no table and no word has a name in it
    assert (problem(loaded, code).cell, codes(loaded)) == ("A2", [code])
    assert values(loaded, "team") == []
    assert MARK not in told(loaded)


def test_a_block_that_goes_on_with_the_people_of_another_is_theirs_too() -> None:
    more = [["FTE"], [None, JAN, FEB], [f"{MARK} Doe", 1, 1], [f"{MARK} Roe", 1, 0.8]]
    assert MARK not in told(load_rows(*ACROSS, [], *more, sheet="D"))


def test_people_beside_a_column_of_teams_are_refused_as_people() -> None:
    rows = [["Children allocated"], ["Team", "Social worker", "Jan-13", "Feb-13"], ["Ash", *ONE], ["Ash", *OTHER]]
    loaded = load_rows(*rows, sheet="D")
    assert (codes(loaded), problem(loaded, "people_not_teams").cell) == (["people_not_teams"], "B2")


@every_row(
    "rows",
    [
        [["Social worker", f"{MARK} A", f"{MARK} B"]],
        [["Name", f"{MARK} A", f"{MARK} B"]],
        [["Child name", f"{MARK} A", f"{MARK} B"]],
        [["Team", "Ash", "Elm"], ["Social worker", f"{MARK} A", f"{MARK} B"]],
        [["Social worker", f"{MARK} A", f"{MARK} B"], ["Team", "Ash", "Elm"]],
    ],
)
def test_people_side_by_side_are_refused(rows: list[list[object]]) -> None:
    loaded = load_rows(*rows, ["FTE", 1, 0.8], ["Children allocated", 17, 18], ["Children waiting", 0, 0])
    assert codes(loaded) in (["people_not_teams"], ["child_level"])
    assert values(loaded, "team") == []
    assert MARK not in told(loaded)


def test_people_with_a_row_for_each_measure_are_refused() -> None:
    rows = [["Feb-13", "North", f"{MARK} Doe", "FTE", 1], ["Feb-13", "North", f"{MARK} Doe", "Children allocated", 10]]
    loaded = load_rows(["Month", "Area", "Worker", "Measure", "Value"], *rows)
    assert (codes(loaded), problem(loaded, "people_not_teams").cell) == (["people_not_teams"], "C1")
    assert MARK not in told(loaded)


def test_people_beside_a_sheet_of_teams_are_passed_over() -> None:
    loaded = load_sheets({"Feb 2013": [HEADINGS, *TWO], "By worker": ACROSS})
    assert values(loaded, "team") == [("Ash",), ("Elm",)]
    assert problem(loaded, "people_not_read").cell == "A2"
    assert MARK not in told(loaded)


def test_numbers_of_social_workers_in_other_shapes_are_no_people() -> None:
    loaded = load_rows(["Team", "Ash", "Elm"], ["FTE", 5.5, 6], ["Social worker", 6, 7], ["Children allocated", 90, 95])
    assert values(loaded, "team", "allocated") == [("Ash", 90), ("Elm", 95)]
    blocks = [["Social workers", "Jan-13", "Feb-13"], ["Ash", 6, 6], [], ["Children allocated", "Jan-13", "Feb-13"]]
    assert len(values(load_rows(*blocks, ["Ash", 90, 95]), "team", "headcount", "allocated")) == 2


def test_workers_beside_areas_are_a_list_of_workers() -> None:
    # Given workers beside areas, with no column of teams
    rows = [["North", f"{MARK} Doe", 1, 17], ["North", f"{MARK} Poe", 1, 3], ["South", f"{MARK} Roe", 0.5, 18]]
    loaded = load_rows(["Area", "Social worker", "FTE", "Children allocated"], *rows)
    # Then the areas are the teams, which is said, and the workers stand under codes
    assert values(loaded, "team", "fte", "allocated") == [("North", 2.0, 20), ("South", 0.5, 18)]
    assert problem(loaded, "areas_as_teams").cell == "A1"
    assert len(values(loaded, "worker", table="worker_caseload")) == 3
    assert MARK not in told(loaded)


def test_numbers_below_social_worker_beside_areas_are_a_count() -> None:
    loaded = load_rows(["Area", "Social worker", "Children allocated"], ["North", 6, 90], ["South", 7, 95])
    assert values(loaded, "team", "headcount") == [("North", 6), ("South", 7)]


@pytest.mark.parametrize(
    "rows",
    [
        [["Case", "Month", "Team", "Total"], *([f"{MARK} {n}", "Feb-13", "Ash", 2] for n in range(4))],
        [["Named officer", "Team", "Total"], [f"{MARK} A", "Ash", 2], [f"{MARK} B", "Elm", 2]],
        [["Lead practitioner", "Team", "Total"], [f"{MARK} A", "Ash", 2], [f"{MARK} B", "Elm", 2]],
        [["Name", "Ref", "Area", "Total"], [f"{MARK} A", f"{MARK} 1", "Ash", 2], [f"{MARK} B", "B3", "Elm", 2]],
    ],
)
def test_a_list_of_people_shows_none_of_its_words(rows: list[list[object]]) -> None:
    loaded = load_rows(*rows)
    assert MARK not in told(loaded)


@pytest.mark.parametrize("second", ["Ash", "Elm"])
def test_the_first_row_of_a_list_without_headings_is_nobodys_heading(second: str) -> None:
    rows = [
        ["Zzmarker Smith", "Ash", "J Jones", "CIN"],
        ["Qqplanted Brown", second, "K Kay", 7],
        ["Xx Coe", "Oak", "L", 7],
    ]
    loaded = load_rows(*rows)
    assert loaded.columns == []
    assert MARK not in told(loaded)


@pytest.mark.parametrize(
    "rows",
    [
        [["Children allocated"], [None, JAN, FEB], [f"Anna {MARK}", 17, 18], [f"{MARK.upper()}, Tom", 20, 22]],
        [["Children allocated", JAN, FEB], [f"Zoë van der {MARK}", 17, 18], [f"T. {MARK}", 20, 22], ["Total", 37, 40]],
        [[None, f"Anna {MARK}", f"Tom {MARK}"], ["FTE", 1, 0.8], ["Children allocated", 17, 18]],
    ],
    ids=["blank corner", "a measure in the corner", "side by side"],
)
def test_people_without_a_heading_are_not_taken_for_teams(rows: list[list[object]]) -> None:
    # Given names of people, and no heading that says whose figures these are
    loaded = load_rows(*rows, sheet="Jan 2013")
    # Then nothing is kept, the cell to write in is named, and no name is told
    assert codes(loaded) == ["names_like_people"]
    assert problem(loaded, "names_like_people").cell == ("A2" if rows[0][0] and len(rows[0]) == 1 else "A1")
    assert MARK.casefold() not in told(loaded).casefold()


@every_row(
    "names",
    [
        ["Ash", "Elm"],
        ["North 1", "North 2"],
        ["North East", "Long Term"],
        ["Duty Team", "MASH"],
        ["Ash Park", "Elm Hill"],
    ],
)
def test_teams_without_a_heading_are_read(names: list[str]) -> None:
    loaded = load_rows(["Children allocated"], [None, JAN, FEB], [names[0], 170, 180], [names[1], 200, 220], sheet="D")
    assert [name for name, *_ in values(loaded, "team")] == names * 2


def test_people_are_teams_where_a_heading_says_so() -> None:
    # Given teams that are called by their managers
    loaded = load_rows(
        ["Children allocated"], ["Team", JAN, FEB], ["Anna Ash", 170, 180], ["Tom Elm", 200, 220], sheet="D"
    )
    assert [name for name, *_ in values(loaded, "team")] == ["Anna Ash", "Tom Elm"] * 2


@pytest.mark.parametrize("first", [["Smith", "c", "*"], ["Anna", "Smith", "Elm"], ["anna smith", "c", "n/a"]])
def test_the_first_row_of_a_list_without_headings_is_not_shown_as_headings(first: list[str]) -> None:
    # Given a list of people whose first row happens to be nothing but text
    first = [f"{MARK}{first[0]}", *first[1:]]
    loaded = load_rows(first, ["Jones", 1, 15], ["Lee", 1, 14], sheet="Feb 2013")
    # Then no column is shown by somebody's name
    assert loaded.columns == []
    assert MARK not in told(loaded)


@pytest.mark.parametrize("line", [["Children waiting:"], []])
@pytest.mark.parametrize("figures", [[None, None, 1], [0, 0, 1]])
def test_children_named_below_the_teams_are_refused_and_not_shown(line: list[str], figures: list[object]) -> None:
    loaded = load_rows(HEADINGS, *TWO, line, ["Zorblax Smith", *figures])
    refused = bool(line) or figures[0] is None
    assert ("child_among_teams" in codes(loaded)) is refused
    if refused:
        assert problem(loaded, "child_among_teams").cell == "A5"
        assert "Zorblax" not in str(as_json(loaded)) + in_words(loaded)


@pytest.mark.parametrize("row", [["Ash Grove", None, None, 1], ["Zorblax Smith", 5, 80, 1]])
def test_a_last_team_is_no_child(row: list[object]) -> None:
    assert values(load_rows(HEADINGS, *TWO, row), "team")[-1] == (row[0],)


def test_texts_about_people_beside_the_teams_are_not_shown() -> None:
    heads = [*HEADINGS, "Longest waiting child", "Comments", "Lead"]
    row = ["Ash", "3 (Zorblax Smith)", 100, 0, "zorblax", "on leave", "Zorblax Smith"]
    loaded = load_rows(heads, row, *TWO)
    assert problem(loaded, "name_for_number").cell == "B2"
    assert "zorblax" not in (str(as_json(loaded)) + in_words(loaded)).casefold()
    assert "on leave" not in str(as_json(loaded))
    assert "Ash" in str(as_json(loaded))
