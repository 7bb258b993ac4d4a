"""Figures that are missing, typed oddly, or cannot be."""

from __future__ import annotations

import datetime as dt

import openpyxl
import pytest
from every_row import every_row
from loading import HEADINGS, TWO, codes, load_rows, load_text, problem, values
from made_books import Page, xls
from made_files import fill, saved

from loaders import load

pytestmark = pytest.mark.unit


@every_row(
    ("row", "code", "cell"),
    [
        (["Ash", -1, 100, 0], "negative", "B2"),
        (["Ash", 501, 100, 0], "absurd", "B2"),
        (["Ash", 5, 100.5, 0], "not_whole", "C2"),
        (["Ash", 5, 45_443, 0], "absurd", "C2"),
        (["Ash", 5, 100, -3], "negative", "D2"),
        (["Ash", 0.1, 300, 0], "absurd_average", "C2"),
        (["Ash", "about 5", 100, 0], "not_a_number", "B2"),
        (["Ash", "7,5", 100, 0], "not_a_number", "B2"),
        (["Ash", True, 100, 0], "not_a_number", "B2"),
        (["Ash", dt.date(2024, 2, 5), 100, 0], "date_for_number", "B2"),
    ],
)
def test_a_figure_that_cannot_be_stops_the_file_and_is_named(row: list[object], code: str, cell: str) -> None:
    loaded = load_rows(HEADINGS, row, TWO[1])
    found = problem(loaded, code)
    assert (found.severity, found.sheet, found.cell) == ("error", "Feb 2013", cell)
    assert loaded.stopped
    assert all(table.empty for table in loaded.tables.values())


def test_an_average_over_two_hundred_cannot_be() -> None:
    loaded = load_rows(["Team", "Average caseload"], ["Ash", 201])
    assert problem(loaded, "absurd").cell == "B2"


def test_an_average_that_is_only_unlikely_is_warned_of_and_kept() -> None:
    loaded = load_rows(HEADINGS, ["Ash", 5, 1204, 0], TWO[1])
    assert values(loaded, "allocated")[0] == (1204,)
    assert problem(loaded, "unlikely_average").cell == "C2"


def test_a_team_without_workers_is_no_error() -> None:
    loaded = load_rows(HEADINGS, ["Ash", 0, 40, 0], TWO[1])
    assert values(loaded, "fte", "allocated")[0] == (0.0, 40)
    assert codes(loaded) == []


@every_row("code", ["*", "<5", "..", ".", ":", "-", "[x]", "[z]", "n/a", "c", "z", "x", "u", "low", "k"])
def test_a_code_is_missing_with_its_reason_and_its_cell(code: str) -> None:
    loaded = load_rows(HEADINGS, TWO[0], ["Elm", 6, 120, code])
    assert values(loaded, "unallocated") == [(0,), (None,)]
    found = problem(loaded, "missing_code")
    assert (found.severity, found.cell, found.found) == ("note", "D3", code)


def test_each_of_a_few_dozen_codes_keeps_its_cell() -> None:
    loaded = load_rows(HEADINGS, *([f"Team {n}", 5, 100, "*"] for n in range(40)))
    assert [found.cell for found in loaded.problems if found.code == "missing_code"] == [f"D{n}" for n in range(2, 42)]


def test_more_codes_of_one_kind_are_told_together() -> None:
    rows = [[f"Team {n}", 5, 100, "*" if n % 2 else "<5"] for n in range(120)]
    found = [found for found in load_rows(HEADINGS, *rows).problems if found.code == "missing_code"]
    assert [(one.cell, one.found) for one in found] == [("D2", "<5"), ("D3", "*")]
    assert "60 cells of column D, the first at D3, hold “*”" in found[1].message


def test_numbers_typed_as_text_are_read_with_one_note() -> None:
    loaded = load_rows(HEADINGS, *([f"Team {n}", "5.5", "1,004", 0] for n in range(9)))
    assert set(values(loaded, "fte", "allocated")) == {(5.5, 1004)}
    assert [found.message[:20] for found in loaded.problems if found.code == "number_as_text"] == [
        "9 numbers of column ",
        "9 numbers of column ",
    ]


def test_numbers_in_a_text_file_are_not_remarked_on() -> None:
    loaded = load_text('Team,Case-holding FTE,Allocated\nAsh,5.5,"1,004"\n')
    assert values(loaded, "fte", "allocated") == [(5.5, 1004)]
    assert "number_as_text" not in codes(loaded, "note")


def test_a_blank_figure_is_not_nought_and_is_warned_of() -> None:
    loaded = load_rows(HEADINGS, ["Ash", None, 100, 0], ["Elm", 6, None, 3], ["Oak", 6, 100, None])
    assert values(loaded, "fte", "allocated", "unallocated") == [(None, 100, 0), (6.0, None, 3), (6.0, 100, None)]
    assert {found.cell: found.code for found in loaded.problems if found.cell} == {
        "B2": "blank_figure",
        "C3": "blank_figure",
        "D4": "blank_waiting",
    }


def test_a_column_of_waiting_children_that_is_blank_throughout_is_not_remarked_on() -> None:
    loaded = load_rows(HEADINGS, ["Ash", 5.5, 100, None], ["Elm", 6, 120, None])
    assert codes(loaded, "error", "warning", "note") == ["fte_basis"]


def test_a_cell_that_shows_an_excel_error_is_missing_and_warned_of() -> None:
    loaded = load_rows([*HEADINGS, "Average caseload"], ["Ash", "#REF!", 100, 0, "#DIV/0!"], [*TWO[1], 20])
    assert values(loaded, "fte", "average_printed") == [(None, None), (6.0, 20.0)]
    assert problem(loaded, "excel_error").found == "#REF!"
    assert problem(loaded, "average_with_error").severity == "note"


def merged(*rows: list[object], areas: list[str]):
    book = openpyxl.Workbook()
    book.active.title = "Feb 2013"
    fill(book.active, rows, areas)
    return load(saved(book), "file.xlsx")


@pytest.mark.parametrize("area", ["C2:C3", "B2:C2"])
def test_one_number_in_merged_cells_is_not_that_of_both(area: str) -> None:
    # Given a number that is merged down over two teams, or over two columns
    ash, elm = ["Ash", 5.5, 100, 0], ["Elm", 6, 120, 3]
    (ash if area == "B2:C2" else elm)[2] = None
    # When the table is read
    loaded = merged(HEADINGS, ash, elm, areas=[area])
    # Then the cell that holds no number of its own is named, and the file is not kept
    found = problem(loaded, "merged_figure")
    assert (found.severity, found.cell) == ("error", "C2" if area == "B2:C2" else "C3")


def test_one_number_in_merged_cells_stops_a_table_with_its_months_side_by_side() -> None:
    rows = [["Children allocated"], ["Team", "Jan-13", "Feb-13"], ["Ash", 100, 110], ["Elm", None, 120]]
    loaded = merged(*rows, areas=["B3:B4"])
    assert problem(loaded, "merged_figure").cell == "B4"


def test_a_code_for_a_missing_figure_may_be_merged_and_an_average_is_that_of_no_one_row() -> None:
    heads = ["Team", "Area", *HEADINGS[1:], "Average caseload"]
    rows = [["Ash", "North", 5, 100, "*", 19], ["Elm", None, 5, 110, None, None]]
    loaded = merged(heads, *rows, areas=["B2:B3", "E2:E3", "F2:F3"])
    assert codes(loaded, "error") == []
    assert [one.cell for one in loaded.problems if one.code == "missing_code"] == ["E2", "E3"]
    assert values(loaded, "area", "unallocated", "average_printed") == [("North", None, 19), ("North", None, None)]
    assert problem(loaded, "merged_average").cell == "F3"


def test_a_month_in_which_no_team_has_its_fte_is_told() -> None:
    rows = [["Jan-13", *TWO[0]], ["Feb-13", "Ash", "", 100, 0]]
    found = problem(load_rows(["Month", *HEADINGS], *rows), "blank_figure")
    assert (found.severity, found.cell) == ("warning", "C3")


@pytest.mark.parametrize(
    ("row", "code", "shown"),
    [
        (["Ash", 5, 12_000_000, 0], "absurd", "12,000,000"),
        (["Ash", -120, 100, 0], "negative", "−120"),
        (["Ash", 5, 1234.5, 0], "not_whole", "1,234.5"),
        (["Ash", 5, 1e300, 0], "absurd", "a number of more than 15 digits"),
    ],
)
def test_a_number_is_shown_as_a_person_writes_it(row: list[object], code: str, shown: str) -> None:
    found = problem(load_rows(HEADINGS, row, TWO[1]), code)
    assert f" of {shown} " in found.message and found.found == shown


@pytest.mark.parametrize("many", [2, 5])
def test_fte_of_another_kind_beside_a_blank_is_said_with_what_to_do(many: int) -> None:
    # Given one team with its case-holding FTE, others without, and the FTE in post of all
    rows = [["Ash", 7, 6, 100], *([f"Elm {number}", 7, None, 110] for number in range(many))]
    loaded = load_rows(["Team", "FTE in post", "Case-holding FTE", "Children allocated"], *rows)
    # Then the warning names the FTE that stands there, and how it would be taken
    found = next(one for one in loaded.problems if one.severity == "warning")
    assert (found.code, found.cell) == ("blank_fte", "C3")
    assert "FTE in post stands there but is not taken" in found.message
    assert "leave that column blank for all of them, and FTE in post is taken" in found.to_do
    assert values(loaded, "fte", "fte_in_post")[1] == (None, 7)
    # And where no FTE stands there, nothing is said of any
    assert codes(load_rows(HEADINGS, TWO[0], ["Elm", None, 120, 3])) == ["blank_figure"]


def test_an_area_that_is_typed_once_is_told() -> None:
    loaded = load_rows(["Area", *HEADINGS], ["North", *TWO[0]], ["", *TWO[1]])
    assert values(loaded, "area") == [("North",), (None,)]
    assert problem(loaded, "blank_area").cell == "A3"


def test_true_is_quoted_as_excel_shows_it() -> None:
    assert problem(load_rows(HEADINGS, ["Ash", True, 100, 0]), "not_a_number").message.startswith("“TRUE”")


def test_what_is_not_a_number_is_not_called_one() -> None:
    found = problem(load(xls({"Feb 2013": Page([HEADINGS, ["Ash", float("nan"), 100, 0]])}), "f.xls"), "not_a_number")
    assert (found.found, "without end" in found.message) == ("NaN", False)


def test_why_one_average_disagrees_is_not_said_of_all() -> None:
    # Given four averages that are not children ÷ FTE, of which the first one counts waiting children too
    rows = [["Ash", 5, 100, 20, 24], *([name, 5, 100, 0, 30] for name in ("Elm", "Oak", "Yew"))]
    found = problem(load_rows([*HEADINGS, "Average caseload"], *rows), "average_disagrees")
    assert found.message.startswith("4 averages") and "children who wait" not in found.message


@pytest.mark.parametrize(
    ("typed", "said"),
    [("1-5", "between 1 and 5"), ("1 to 5", "between 1 and 5"), ("5 or fewer", "5 or fewer"), ("Under 5", "under 5")],
)
def test_a_small_number_that_is_not_shown_is_missing_with_its_range(typed: str, said: str) -> None:
    loaded = load_rows(HEADINGS, ["Ash", 5.5, 100, typed], ["Elm", 6, 120, typed])
    assert values(loaded, "unallocated") == [(None,), (None,)]
    first = next(one for one in loaded.problems if one.code == "missing_code")
    assert f"read as missing (suppressed, {said})" in first.message


@pytest.mark.parametrize("typed", ["5-1", "1-5-9", "1 of 5"])
def test_what_is_no_range_is_no_number(typed: str) -> None:
    assert codes(load_rows(HEADINGS, ["Ash", 5.5, 100, typed], ["Elm", 6, 120, 3])) == ["not_a_number"]


@pytest.mark.parametrize("typed", ["151 ↑", "151↓", "151 ▲", "151 →", "151 ⬇\ufe0f"])
def test_an_arrow_behind_a_number_is_no_part_of_it(typed: str) -> None:
    loaded = load_rows(HEADINGS, ["Ash", 5.5, typed, 0], ["Elm", 6, 120, 3])
    assert values(loaded, "allocated") == [(151,), (120,)]
    assert problem(loaded, "number_marked").cell == "C2"
