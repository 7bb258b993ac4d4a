"""What a person reads at once: marks of notes, area lines, what is signed below, a financial year, a part."""

from __future__ import annotations

import datetime as dt

import openpyxl
import pytest
from every_row import every_row
from loading import HEADINGS, TOTAL, TWO, codes, load_rows, load_sheets, load_text, problem, values
from made_files import fill, saved

from loaders import load
from loaders.dates.months import in_cell, in_title, of_financial_year
from loaders.files.cells import Kind, number

pytestmark = pytest.mark.unit

FIGURES = ("team", "fte", "allocated", "unallocated")
READ = [("Ash", 5.5, 100, 0), ("Elm", 6.0, 120, 3)]
TITLE = ["Position as at 28 February 2013"]


@every_row(("said", "value"), [("84*", 84), ("129¹", 129), ("1,204 **", 1204), ("6.5†", 6.5), ("3 #", 3)])
def test_a_number_with_the_mark_of_a_note_is_that_number(said: str, value: float) -> None:
    assert number(said) == (value, Kind.TYPED, "")


@every_row("said", ["*", "**", "#", "c.15", "12 (3)", "<5*", "8a", "5*2"])
def test_a_mark_alone_or_about_words_is_no_number(said: str) -> None:
    assert number(said)[0] is None


def test_a_number_with_a_mark_is_read_and_named() -> None:
    loaded = load_rows(HEADINGS, ["Ash", 5.5, "100*", 0], TWO[1], [], ["* two came on the last day"])
    assert values(loaded, *FIGURES) == READ
    assert problem(loaded, "number_marked").cell == "C2"
    assert codes(loaded) == []


@pytest.mark.parametrize(
    ("said", "month"),
    [
        ("April 2024/25", (2024, 4)),
        ("January 2024/25", (2025, 1)),
        ("2024-25 – March", (2025, 3)),
        ("Mar (2024/2025)", (2025, 3)),
    ],
)
def test_a_month_of_a_financial_year(said: str, month: tuple[int, int]) -> None:
    for when in (in_cell(said), in_title(f"Caseloads {said}")):
        assert when is not None and (when.month, when.day) == (dt.date(*month, 1), None)


def test_a_financial_year_before_a_month_with_its_own_year_is_no_day() -> None:
    when = in_title("Financial year 2024/25 - January 2025")
    assert when is not None and (when.month, when.day) == (dt.date(2025, 1, 1), None)


def test_only_years_that_follow_one_another_are_a_financial_year() -> None:
    assert of_financial_year("April", "Caseloads 2024/26") is None
    assert of_financial_year("April", "2023/24 and 2024/25") is None
    assert of_financial_year("North", "Caseloads 2024/25") is None


@pytest.mark.parametrize("title", [["Caseloads 2024/25"], []])
def test_sheets_called_by_month_take_their_year_from_the_financial_year(title: list[object]) -> None:
    # Given a sheet a month, and the year above each table or in the file's name
    sheets = {name: [title, HEADINGS, *TWO] for name in ("April", "Jan")}
    # When it is loaded
    loaded = load_sheets(sheets, "Caseloads 2024-25.xlsx")
    # Then January is of the second year, and the notes say why
    assert {str(month) for (month,) in values(loaded, "month")} == {"2024-04-01", "2025-01-01"}
    assert codes(loaded, "note").count("year_of_sheet") == 2


def test_a_sheet_that_is_not_filled_in_yet_is_passed_over() -> None:
    blank = [HEADINGS, ["Ash"], ["Elm"], ["Total", 0, 0, 0]]
    loaded = load_sheets({"Feb 2013": [HEADINGS, *TWO], "Template": blank, "Mar 2013": blank})
    assert values(loaded, "month", *FIGURES) == [(dt.date(2013, 2, 1), *row) for row in READ]
    assert codes(loaded, "note").count("table_not_filled_in") == 2


def test_a_table_of_totals_alone_is_not_passed_over_in_silence() -> None:
    loaded = load_rows(HEADINGS, TOTAL)
    assert codes(loaded) == ["only_totals"]
    assert problem(loaded, "only_totals").cell == "A2"


def test_what_is_signed_below_is_no_team_and_may_say_the_month() -> None:
    below = [[], ["Completed by:", "Performance"], ["Date", dt.datetime(2013, 3, 4)]]
    as_at = ["Position as at:", dt.datetime(2013, 2, 28)]
    loaded = load_rows(HEADINGS, *TWO, TOTAL, *below, as_at, sheet="Sheet1")
    assert values(loaded, "month", "as_at", *FIGURES)[0] == (dt.date(2013, 2, 1), dt.date(2013, 2, 28), *READ[0])
    assert codes(loaded) == []


def test_a_line_below_a_text_file_says_its_month() -> None:
    lines = [",".join(map(str, row)) for row in (HEADINGS, *TWO)]
    loaded = load_text("\n".join([*lines, "", "Report run: 04/03/2013", "Data as at: 28/02/2013"]), "report.csv")
    assert [str(month) for (month,) in values(loaded, "month")] == ["2013-02-01"] * 2
    assert codes(loaded) == []


@every_row(("north", "south"), [("NORTH", "SOUTH"), ("North area", "South area"), ("Coast:", "Hills:")])
@every_row("merged", [(), ("A3:D3", "A5:D5")])
def test_lines_above_teams_are_their_areas(north: str, south: str, merged: tuple[str, ...]) -> None:
    rows = [TITLE, HEADINGS, [north], TWO[0], [south], TWO[1], TOTAL]
    book = openpyxl.Workbook()
    fill(book.active, rows, merged)
    loaded = load(saved(book), "file.xlsx")
    assert values(loaded, *FIGURES) == READ
    assert [area for (area,) in values(loaded, "area")] == [north.rstrip(":"), south.rstrip(":")]
    assert codes(loaded) == []


@pytest.mark.parametrize(
    "rows",
    [
        [["Oak"], TWO[0], ["Fir"], TWO[1]],
        [TWO[0], ["North area"], TWO[1]],
        [["North team"], TWO[0], ["South team"], TWO[1]],
    ],
)
def test_a_name_without_figures_that_may_be_a_team_stays_one(rows: list[list[object]]) -> None:
    loaded = load_rows(HEADINGS, *rows)
    assert "team_without_figures" in codes(loaded)
    assert len(values(loaded, "team")) == len(rows)


def test_a_part_of_a_count_is_taken_off_it() -> None:
    loaded = load_rows(
        ["Team", "FTE in post", "Total open", "of which unallocated"], ["Ash", 5.5, 100, 0], ["Elm", 6, 123, 3]
    )
    assert values(loaded, *FIGURES) == READ
    assert (codes(loaded), "waiting_taken_off" in codes(loaded, "note")) == ([], True)


def test_a_measure_that_is_not_known_may_stand_first_below_the_teams() -> None:
    rows = [["", "Ash", "Elm"], ["Posts of any kind", 9, 9], ["FTE in post", 5.5, 6]]
    loaded = load_rows(*rows, ["Children allocated", 100, 120], ["Children waiting", 0, 3])
    assert values(loaded, *FIGURES) == READ


def test_a_column_of_fte_that_is_not_known_is_asked_about_though_averages_are_printed() -> None:
    loaded = load_rows(["Team", "Perm FTE", "Allocated", "Average caseload"], ["Ash", 5, 100, 20], ["Elm", 6, 120, 20])
    assert "no_fte" in codes(loaded)
    assert [column.heading for column in loaded.columns if column.question] == ["Perm FTE"]
